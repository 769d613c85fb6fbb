from django.apps import AppConfig


class MendingConfig(AppConfig):
    name = "vitrine.server.collection.mending"
    label = "mending"
