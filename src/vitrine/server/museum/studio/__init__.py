"""The museum's settings in the studio."""
