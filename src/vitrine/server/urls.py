"""Addresses of the site: the studio, and everything else the public site's."""

from django.urls import include, path
from wagtail.admin import urls as studio_urls

urlpatterns = [
    path("studio/", include("vitrine.server.studio.urls")),
    path("studio/", include(studio_urls)),
    path("", include("vitrine.server.site.urls")),
]
