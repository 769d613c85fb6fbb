"""Addresses of the studio that are open before anybody has signed in. The others are in `wagtail_hooks`."""

from django.urls import path

from vitrine.server.studio.views.welcome import welcome, welcome_link

urlpatterns = [
    path("welcome/", welcome, name="welcome"),
    path("welcome/<str:token>/", welcome_link, name="welcome-link"),
]
