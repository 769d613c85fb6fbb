"""Pages about the uses of AI: in public and in the studio."""
