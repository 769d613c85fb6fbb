"""LIDO 1.0 and 1.1, read into records."""
