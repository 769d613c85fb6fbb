"""The studio: where the museum's own people look after the collection."""
