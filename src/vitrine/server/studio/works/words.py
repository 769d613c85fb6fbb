"""Changes inside texts, and values of a record as a page says them."""

import json
import re
from difflib import SequenceMatcher
from typing import Any

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext, gettext_lazy

CARE = {
    "nudity": gettext_lazy("Nudity"),
    "violence": gettext_lazy("Violence"),
    "human remains": gettext_lazy("Human remains"),
    "sacred or secret": gettext_lazy("Sacred or secret"),
    "contentious terms": gettext_lazy("Contentious terms"),
    "living person": gettext_lazy("Living person"),
}
"""The kinds of care that a work may ask for, by the record's own words."""

_PARTS = re.compile(r"\w+|\s+|[^\w\s]")

_MOST_PARTS = 6000
"""Words of two texts that are compared one by one: the time grows with their product."""


def differences(before: str, after: str) -> SafeString:
    """Return the two texts as one, what went and what came marked in words as well as in looks."""
    old, new = _PARTS.findall(before), _PARTS.findall(after)
    if len(old) + len(new) > _MOST_PARTS:
        return format_html("{}{}", _gone(before), _came(after)) if before != after else format_html("{}", before)
    parts: list[SafeString] = []
    for kind, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            parts.append(format_html("{}", "".join(old[i1:i2])))
            continue
        parts += [_gone("".join(old[i1:i2])), _came("".join(new[j1:j2]))]
    return format_html_join("", "{}", ((part,) for part in parts))


def _gone(words: str) -> SafeString:
    mark = '<del><span class="w-sr-only">{} </span>{}</del>'
    return format_html(mark, gettext("removed:"), words) if words else SafeString("")


def _came(words: str) -> SafeString:
    mark = '<ins><span class="w-sr-only">{} </span>{}</ins>'
    return format_html(mark, gettext("added:"), words) if words else SafeString("")


def in_words(value: Any) -> str:
    """Return a value of a record as text: a text by its words, all else as JSON."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, dict) and set(value) <= {"value", "language", "kind"} and "value" in value:
        return str(value["value"])
    return json.dumps(value, ensure_ascii=False, indent=1)
