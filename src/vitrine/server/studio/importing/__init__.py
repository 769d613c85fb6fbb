"""The import wizard, and mending what is in quarantine."""
