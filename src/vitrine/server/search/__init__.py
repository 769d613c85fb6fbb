"""Finding works: the index, and asking it."""
