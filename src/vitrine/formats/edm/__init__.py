"""EDM as RDF/XML, external and internal, read into records."""
