"""Addresses about people that are open before anybody has signed in. They stand before Wagtail's own."""

from django.urls import path
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from vitrine.server.people.views.signing_in import SigningIn

urlpatterns = [
    path("login/", never_cache(sensitive_post_parameters("password")(SigningIn.as_view())), name="sign-in"),
]
