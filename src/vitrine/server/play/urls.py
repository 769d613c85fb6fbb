"""Addresses that all games share: the list of games, the counts, the service worker."""

from django.urls import path

from vitrine.server.play.views.counts import counts
from vitrine.server.play.views.games import games
from vitrine.server.play.views.worker import worker

urlpatterns = [
    path("", games, name="play"),
    path("counts", counts, name="play-counts"),
    path("worker.js", worker, name="play-worker"),
]
