"""What the values of facets are called."""

from django.conf.locale import LANG_INFO
from django.utils.translation import gettext

from vitrine.records import UNDETERMINED
from vitrine.rights.catalogue import BY_CODE

_STATEMENTS = {code.lower().replace(" ", "-").replace("+", "-plus"): entry for code, entry in BY_CODE.items()}
"""Statements by the key that `vitrine.rights.describe` gives them."""


def label(field: str, value: str) -> str:
    """Return what a value of a facet is called in the reader's language; names and words are as the record has them."""
    if field == "rights":
        return _rights(value)
    return _language(value) if field == "languages" else value


def _rights(value: str) -> str:
    if value in _STATEMENTS:
        return gettext(_STATEMENTS[value].name)
    no_statement = {
        "missing": gettext("Not recorded"),
        "free-text": gettext("In words of its own"),
        "not-a-statement": gettext("A web address that is not a rights statement"),
    }
    return no_statement.get(value, value)


def _language(tag: str) -> str:
    if tag == UNDETERMINED:
        return gettext("Language not recorded")
    info = LANG_INFO.get(tag.lower()) or LANG_INFO.get(tag.partition("-")[0].lower()) or {}
    name: str = info.get("name_local", tag)
    return name[:1].upper() + name[1:]
