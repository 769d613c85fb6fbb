"""Addresses about people that are open before anybody has signed in. They stand before Wagtail's own."""

from django.urls import path
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from vitrine.server.people.views.signing_in import SecondStep, SigningIn
from vitrine.server.people.views.welcome import welcome, welcome_link

urlpatterns = [
    path("login/", never_cache(sensitive_post_parameters("password")(SigningIn.as_view())), name="sign-in"),
    path("login/code/", never_cache(sensitive_post_parameters("code")(SecondStep.as_view())), name="sign-in-code"),
    path("welcome/", welcome, name="welcome"),
    path("welcome/<str:token>/", welcome_link, name="welcome-link"),
]
