"""A mapping proposed for a file never seen before."""
