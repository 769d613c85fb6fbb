"""Addresses of playing together."""

from django.urls import path

from vitrine.server.rooms import views

urlpatterns = [
    path("together/", views.rooms, name="rooms"),
    path("together/<str:code>/", views.room, name="room"),
]
