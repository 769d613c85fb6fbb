"""The command `vitrine`: one file per command."""
