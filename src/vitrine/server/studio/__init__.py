"""The studio: where the museum's own people look after the collection.

`views` are the pages below /studio/ that belong to no room, and `wagtail_hooks` puts them into Wagtail's menu.
"""
