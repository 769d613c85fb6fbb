"""The public site: what visitors see of the collection.

`words` puts a record into words for a visitor's language, `views` answer addresses, `templates` and `static` are what is
sent, `security` says what a page may load, `assets` finds what the front end's build made.
"""
