"""Putting a record into words: the label, the rights, what may be done with it, and where it all comes from."""
