"""Rights in the studio: assigning with evidence, deciding about changes, the log."""
