"""What jobs keep in English (why a job stopped, why a record is in quarantine), in the visitor's language.

A job writes a whole sentence down, for logs, tables and the command line. A page knows the sentence again by the words
around what was filled in, and says it in its own language. What nobody foresaw, such as the words of a decoder or of the
operating system, stays as it was written, marked as English.
"""

import re
from functools import cache
from pathlib import Path
from string import Formatter

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from vitrine.records import Text
from vitrine.server.site.words.texts import marked

KNOWN = Path(__file__).with_name("sentences.txt")
"""One sentence a line, with names in braces; `tools/messages.py` collects them from the code."""


@cache
def _patterns() -> list[tuple[str, re.Pattern[str]]]:
    """Return the known sentences with what finds them, the one with most words of its own first."""
    known = KNOWN.read_text("utf-8").splitlines()
    return [(one, _pattern(one)) for one in sorted(known, key=lambda one: -len(re.sub(r"\{\w+\}", "", one)))]


def _pattern(sentence: str) -> re.Pattern[str]:
    parts = (
        re.escape(words) + (f"(?P<{name}>.*?)" if name else "") for words, name, _, _ in Formatter().parse(sentence)
    )
    return re.compile("".join(parts), re.DOTALL)


def said(kept: str) -> SafeString:
    """Return what a job kept in the visitor's language, or as it was kept, marked as English."""
    words = _translated(kept)
    return marked(Text(kept, "en")) if words is None else format_html("{}", words)


def _translated(kept: str) -> str | None:
    for sentence, pattern in _patterns():
        match = pattern.fullmatch(kept)
        if match is not None:
            # What is filled in may be such a sentence itself.
            filled = {name: _translated(value) or value for name, value in match.groupdict().items()}
            return gettext(sentence).format(**filled)
    return None
