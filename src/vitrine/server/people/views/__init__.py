"""Pages about people: signing in."""
