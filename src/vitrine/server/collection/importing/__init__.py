"""Importing a feed: nothing dropped, nothing overwritten, safe to kill and to repeat."""
