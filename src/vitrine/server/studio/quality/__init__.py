"""Quality in the studio: tiers, problems, and the fix list that leads to the works."""
