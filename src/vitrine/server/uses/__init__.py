"""Uses of AI: which are there, which are on, and the public account of them."""
