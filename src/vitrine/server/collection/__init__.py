"""The collection: works with their versions and layers, imports, quality and rights."""
