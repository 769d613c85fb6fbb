"""Addresses of stories and of the files in them."""

from django.urls import include, path
from wagtail import urls as page_urls
from wagtail.views import serve

from vitrine.server.stories.views.files import document, picture

urlpatterns = [
    path("uploads/images/<str:name>", picture, name="story-picture"),
    # Wagtail looks for the address of an uploaded file under this name.
    path("uploads/files/<int:document_id>/<str:document_filename>", document, name="wagtaildocs_serve"),
    path("stories/", serve, {"path": ""}, name="stories"),
    path("stories/", include(page_urls)),
]
