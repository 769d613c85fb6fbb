"""Addresses of Face-Fit, below /play/."""

from django.urls import path

from vitrine.server.portraits.views.public import portrait, portraits

urlpatterns = [
    path("faces/", portraits, name="portraits"),
    path("faces/<str:source>/<key:key>/", portrait, name="portrait"),
]
