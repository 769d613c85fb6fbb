"""Addresses of the museum's own pages and files."""

from django.urls import path

from vitrine.server.museum import views

urlpatterns = [
    path("theme.css", views.theme, name="theme"),
    path("logo.png", views.logo, {"field": "logo"}, name="logo"),
    path("logo-dark.png", views.logo, {"field": "logo_dark"}, name="logo-dark"),
    path("privacy", views.privacy, name="privacy"),
    path("accessibility", views.accessibility, name="accessibility"),
]
