"""What Vitrine promises in numbers, measured as ratios to a floor in the same run. `README.md` explains each."""
