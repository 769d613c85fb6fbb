"""What a public museum site has to say and this one does not say yet."""

from typing import Any, NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from vitrine.server.museum.models import Museum

_FIELDS: dict[str, Promise] = {
    "name": gettext_lazy("The name of the museum"),
    "address": gettext_lazy("The postal address"),
    "email": gettext_lazy("The e-mail address, to which people write who meet a barrier or object to a use of AI"),
    "responsible_data": gettext_lazy("Who is responsible for data protection"),
    "responsible_ai": gettext_lazy("Who is responsible for AI"),
    "responsible_texts": gettext_lazy("Who is responsible for the texts"),
    "responsible_technology": gettext_lazy("Who is responsible for the technology"),
    "accessibility_checked": gettext_lazy("When the museum last checked how accessible the site is"),
}

_IMPRINT = gettext_lazy("The imprint in this language: {language}")


class Lack(NamedTuple):
    """Something that is not said, in words, and the field of the settings where it is filled in."""

    words: str
    field: str


def lacking(house: Museum) -> list[Lack]:
    """Return what is not said yet: contact, responsible persons, the last check, the imprint in each language offered."""
    found = [Lack(str(words), field) for field, words in _FIELDS.items() if not _given(house, field)]
    found += [
        Lack(str(_IMPRINT).format(language=name), f"imprint_{code}")
        for code, name in house.offered
        if not house.word("imprint", code).strip()
    ]
    return found


def _given(house: Museum, field: str) -> bool:
    value: Any = getattr(house, field)
    return bool(value.strip() if isinstance(value, str) else value)
