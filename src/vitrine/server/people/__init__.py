"""Who works in the studio: roles, signing in, the second factor, sessions."""
