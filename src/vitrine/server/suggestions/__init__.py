"""A machine's suggestions, and what people decided about them."""
