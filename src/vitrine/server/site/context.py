"""What every template may use."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import get_language_info


def site(request: HttpRequest) -> dict[str, Any]:  # noqa: ARG001  (Django calls it so)
    """Return the museum's name and the languages of its interface, each with its name in that language."""
    languages = [(code, _own_name(code)) for code, _ in settings.LANGUAGES]
    return {"museum": settings.WAGTAIL_SITE_NAME, "site_languages": languages}


def _own_name(code: str) -> str:
    name: str = get_language_info(code)["name_local"]
    return name[:1].upper() + name[1:]
