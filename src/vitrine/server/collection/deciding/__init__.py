"""Deciding about rights: in bulk, with evidence, in a log, and so that it can be undone."""
