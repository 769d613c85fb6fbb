"""The server floor: the library floor with a memory, people and pages. Django and Wagtail live here and nowhere below."""
