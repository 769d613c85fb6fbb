"""Jobs: long work with a cursor, progress, an account of what failed, and pause, resume and cancel."""
