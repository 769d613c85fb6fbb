"""Choosing the language of the interface."""

from django.http import HttpRequest, HttpResponseBase
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST
from django.views.i18n import set_language


@require_POST
@csrf_exempt  # the worst a forged request can do is to change a language, and no page needs a cookie for a token
def language(request: HttpRequest) -> HttpResponseBase:
    """Remember the chosen language in a cookie and go back; addresses on other hosts are not gone to."""
    return set_language(request)
