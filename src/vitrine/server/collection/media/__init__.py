"""Media: files taken in under limits, kept once by checksum and never altered, served without being trusted."""
