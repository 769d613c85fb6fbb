"""Addresses of Strike a Pose."""

from django.urls import path

from vitrine.server.poses.views import public

urlpatterns = [
    path("poses/", public.challenges, name="poses"),
    path("poses/<slug:slug>.json", public.challenge_data, name="pose-challenge-data"),
    path("poses/<slug:slug>/", public.challenge_page, name="pose-challenge"),
]
