"""Addresses of the public site."""

from django.urls import path, register_converter

from vitrine.server.site.keys import KeyConverter
from vitrine.server.site.views.citing import cite
from vitrine.server.site.views.ground import ground
from vitrine.server.site.views.home import home
from vitrine.server.site.views.language import language
from vitrine.server.site.views.probes import health, ready
from vitrine.server.site.views.quality import quality
from vitrine.server.site.views.works import typing, work, works

register_converter(KeyConverter, "key")

urlpatterns = [
    path("", home, name="home"),
    path("works", works, name="works"),
    path("works/suggest", typing, name="works-suggest"),
    path("works/<str:source>/<key:key>", work, name="work"),
    path("cite/<str:style>/<str:source>/<key:key>", cite, name="cite"),
    path("quality", quality, name="quality"),
    path("grounds/<str:checksum>.css", ground, name="ground"),
    path("language", language, name="language"),
    path("health", health, name="health"),
    path("ready", ready, name="ready"),
]
