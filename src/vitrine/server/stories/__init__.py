"""Stories: pages that curators compose from works, text, pictures, sound and film."""
