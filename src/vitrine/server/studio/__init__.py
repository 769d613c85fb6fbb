"""The studio: where the museum's own people look after the collection.

`invitations` makes and redeems the one-time link for the first account, `views` are the pages below /studio/, and
`wagtail_hooks` puts them into Wagtail's menu.
"""
