"""Choosing works with a few words: `rights=missing type=painting year>=1900 title~portrait`.

Terms stand side by side and must all hold; a value with blanks goes in quotes. In what reports count (`rights=CC0`,
`problem=p7`) upper and lower case are the same. Everything a report counts can be
chosen, so that a count leads to exactly the works it counted.
"""

import re
import shlex
from collections.abc import Callable

from django.db.models import Q, QuerySet

from vitrine.quality import Profile as QualityProfile
from vitrine.quality import mends_of
from vitrine.server.collection.models import Profile, RightsChange, Statement, Work


class FilterError(ValueError):
    """A filter cannot be understood: the message names the term and what is possible."""


_TERM = re.compile(r"^(?P<name>[a-z][a-z-]*)(?P<operator>!=|>=|<=|=|~)(?P<value>.*)$", re.DOTALL)

_COLUMNS = {"key": "key", "title": "title", "maker": "maker", "type": "type", "source": "source__name"}
_PROFILE_COLUMNS = {
    "content": "content",
    "metadata": "metadata",
    "language-tier": "language",
    "enabling": "enabling",
    "contextual": "contextual",
    "rights": "rights",
}
_PROFILE_LISTS = {"language": "languages", "problem": "problems", "defect": "defects"}
NAMES = ("id", *_COLUMNS, "year", "image", "flagged", "change", "decision", *_PROFILE_COLUMNS, *_PROFILE_LISTS, "mend")
"""What can stand before the operator of a term."""


def works(filter_: str = "", source: str | None = None) -> QuerySet[Work]:
    """Return the works that `filter_` chooses, of one source or of all. Raises FilterError."""
    chosen = Work.objects.all()
    if source is not None:
        chosen = chosen.filter(source__name=source)
    try:
        terms = shlex.split(filter_)
    except ValueError as error:
        raise FilterError(f"The filter {filter_!r} has a quotation mark that is not closed.") from error
    for term in terms:
        chosen = chosen.filter(_condition(term))
    return chosen


def _condition(term: str) -> Q:
    match = _TERM.match(term)
    if match is None or match["name"] not in NAMES:
        raise FilterError(
            f"The filter term {term!r} is not understood. A term is one of {', '.join(NAMES)}, then =, !=, ~, >= or <=, then a value."
        )
    name, operator, value = match["name"], match["operator"], match["value"]
    if operator in (">=", "<=") and name != "year":
        raise FilterError(f"In {term!r}: only year can be compared with {operator}.")
    if operator == "~" and name not in _COLUMNS:
        raise FilterError(f"In {term!r}: ~ looks into texts: {', '.join(_COLUMNS)}.")
    positive = _positive(term, name, operator, value)
    return ~positive if operator == "!=" else positive


def _positive(term: str, name: str, operator: str, value: str) -> Q:
    if name in _COLUMNS:
        return Q(**{f"{_COLUMNS[name]}{'__icontains' if operator == '~' else ''}": value})
    if name in _OF_WORK:
        return _OF_WORK[name](term, operator, value)
    if name == "content" and not value.isdecimal():
        raise FilterError(f"In {term!r}: a content tier is 0, 1, 2, 3 or 4.")
    if name in _PROFILE_COLUMNS:
        return Q(profile__in=Profile.objects.filter(**{f"{_PROFILE_COLUMNS[name]}__iexact": value}).values("pk"))
    folded = value.casefold()
    if name == "mend":
        return _profiles_where(lambda profile: folded in mends_of(QualityProfile.from_key(profile.key)))
    return _profiles_where(lambda profile: folded in map(str.casefold, getattr(profile, _PROFILE_LISTS[name])))


def _profiles_where(test: Callable[[Profile], bool]) -> Q:
    """Works whose profile passes `test`: profiles are few, so looking through all of them costs little."""
    return Q(profile__in=[profile.pk for profile in Profile.objects.all() if test(profile)])


def _identifier(_term: str, _operator: str, value: str) -> Q:
    source, _, key = value.partition(":")
    return Q(source__name=source, key=key)


def _years(term: str, operator: str, value: str) -> Q:
    try:
        year = int(value)
    except ValueError:
        raise FilterError(f"In {term!r}: {value!r} is no year.") from None
    # An open end ("before 1640", "after 1700") is a year nobody stated: it reaches as far as asked.
    not_before = Q(latest__gte=year) | Q(latest=None, earliest__isnull=False)
    not_after = Q(earliest__lte=year) | Q(earliest=None, latest__isnull=False)
    return {">=": not_before, "<=": not_after}.get(operator, not_before & not_after)


def _image(term: str, _operator: str, value: str) -> Q:
    return Q(has_image=_yes(term, value))


def _flagged(term: str, _operator: str, value: str) -> Q:
    waiting = Q(pk__in=RightsChange.objects.filter(state=RightsChange.State.OPEN).values("work"))
    return waiting if _yes(term, value) else ~waiting


def _change(_term: str, _operator: str, value: str) -> Q:
    """Works whose rights wait to change in this way (`waiting` names the ways)."""
    return Q(pk__in=RightsChange.objects.filter(state=RightsChange.State.OPEN, alike=value).values("work"))


def _decision(term: str, _operator: str, value: str) -> Q:
    """Works that a decision of the log concerned."""
    if not (value.isascii() and value.isdecimal()):
        raise FilterError(f"In {term!r}: {value!r} is no number of a decision.")
    stated = Statement.objects.filter(decision=value).values("work")
    return Q(pk__in=stated) | Q(pk__in=RightsChange.objects.filter(decision=value).values("work"))


def _yes(term: str, value: str) -> bool:
    if value not in ("yes", "no"):
        raise FilterError(f"In {term!r}: the value is yes or no.")
    return value == "yes"


_OF_WORK: dict[str, Callable[[str, str, str], Q]] = {
    "id": _identifier,
    "year": _years,
    "image": _image,
    "flagged": _flagged,
    "change": _change,
    "decision": _decision,
}
