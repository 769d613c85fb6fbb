"""Addresses of the public account of AI."""

from django.urls import path

from vitrine.server.uses.views.public import ai, ai_json

urlpatterns = [
    path("ai", ai, name="ai"),
    path("ai.json", ai_json, name="ai-json"),
]
