"""Addresses of stored files, to be included below a path such as `media/`."""

from django.urls import re_path

from vitrine.server.collection.media.serving import media_file, media_image

urlpatterns = [
    re_path(r"^(?P<checksum>[0-9a-f]{64})$", media_file, name="media-file"),
    re_path(r"^(?P<checksum>[0-9a-f]{64})/image$", media_image, name="media-image"),
]
