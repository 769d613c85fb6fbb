"""The studio's pages of figures: the list, and the editor of one picture."""
