"""The language in which a visitor is met: one that the museum offers."""

from django.conf import settings
from django.http import HttpRequest
from django.middleware.locale import LocaleMiddleware
from django.utils import translation
from django.utils.translation.trans_real import parse_accept_lang_header

from vitrine.server.museum.models import museum
from vitrine.server.unchanged import until_changed

_NO_PAGES = ("/media/", "/uploads/", "/health", "/ready")
"""What is asked for by the dozen and hardly speaks: no settings are read for it."""


class OfferedLanguage(LocaleMiddleware):
    """Django's own middleware, for the languages that the museum offers and with its default."""

    def process_request(self, request: HttpRequest) -> None:
        """Speak the language that the visitor chose, else one their browser asks for, else the museum's default."""
        if request.path_info.startswith(_NO_PAGES):
            super().process_request(request)
            return
        translation.activate(language_for(request, *_offered()))
        request.LANGUAGE_CODE = translation.get_language() or settings.LANGUAGE_CODE


def language_for(request: HttpRequest, offered: frozenset[str], first: str) -> str:
    """Return the first of the visitor's wishes that is `offered`, else the museum's default `first`."""
    asked = [tag for tag, _ in parse_accept_lang_header(request.headers.get("Accept-Language", ""))]
    wishes = [request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, ""), *(tag.split("-")[0] for tag in asked)]
    return next((wish for wish in wishes if wish in offered), first)


@until_changed
def _offered() -> tuple[frozenset[str], str]:
    house = museum()
    return frozenset(code for code, _ in house.offered), house.first_language
