"""Mending what is in quarantine: a person's mended bytes beside those that came, read again and stored as an import does."""
