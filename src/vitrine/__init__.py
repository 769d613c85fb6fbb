"""Vitrine: a museum's collection, what of it is ready for AI, and an open account of every use."""
