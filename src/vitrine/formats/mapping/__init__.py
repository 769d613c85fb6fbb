"""Mappings: which column or field of a museum's file means what in the record, and the reading by them."""
