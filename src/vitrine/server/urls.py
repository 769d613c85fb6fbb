"""Addresses of the site: the studio, the media, and everything else the public site's."""

from django.urls import include, path
from wagtail.admin import urls as studio_urls

urlpatterns = [
    path("studio/", include("vitrine.server.people.urls")),
    path("studio/", include(studio_urls)),
    path("media/", include("vitrine.server.collection.media.urls")),
    path("", include("vitrine.server.museum.urls")),
    path("", include("vitrine.server.uses.urls")),
    path("", include("vitrine.server.stories.urls")),
    path("play/", include("vitrine.server.play.urls")),
    path("play/", include("vitrine.server.poses.urls")),
    path("play/", include("vitrine.server.portraits.urls")),
    path("play/", include("vitrine.server.rooms.urls")),
    path("", include("vitrine.server.site.urls")),
]

handler400 = "vitrine.server.site.views.errors.unreadable"
handler500 = "vitrine.server.site.views.errors.failed"
