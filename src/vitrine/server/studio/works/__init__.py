"""Works in the studio: the list, one work, its history, its texts."""
