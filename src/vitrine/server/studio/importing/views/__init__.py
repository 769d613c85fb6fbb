"""The pages of the import wizard and of the quarantine."""
