"""The public site: what visitors see of the collection."""
