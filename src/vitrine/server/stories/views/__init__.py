"""Files that stories show and play."""
