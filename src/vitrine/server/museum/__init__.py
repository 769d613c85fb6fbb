"""What the museum says of itself: name, languages, colours, contact, responsible persons, legal texts."""
