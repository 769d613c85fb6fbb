"""Addresses that all games share: the list of games, kiosks, the counts, the service worker."""

from django.urls import path

from vitrine.server.play.views.counts import counts
from vitrine.server.play.views.games import games
from vitrine.server.play.views.kiosks import kiosk
from vitrine.server.play.views.worker import worker

urlpatterns = [
    path("", games, name="play"),
    path("kiosk/<str:code>/", kiosk, name="kiosk"),
    path("counts", counts, name="play-counts"),
    path("worker.js", worker, name="play-worker"),
]
