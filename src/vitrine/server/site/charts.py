"""The report's counts as tables with a bar in each row: the table is the chart, for those who see and those who do not."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from django.utils.html import format_html
from django.utils.translation import gettext, gettext_lazy

from vitrine.quality import PROBLEMS, Fix, Rise
from vitrine.records.defects import DEFECTS
from vitrine.server.site.words import numbers
from vitrine.server.site.words.rights import rights_label
from vitrine.server.site.words.texts import language_name
from vitrine.server.site.words.tiers import CONTENT, DIMENSIONS, METADATA, STATED

_RISES = 4
"""Rises that are told of one mend: the largest."""


class Row(NamedTuple):
    """A row: what is counted, by its key and by its name, what it means, how many works, and their share of all, in words
    and in per cent."""

    key: str
    name: str
    says: str
    works: int
    share: str
    percent: float


class Chart(NamedTuple):
    """A table with bars. `id` names it in addresses, `note` says what is counted."""

    id: str
    title: str
    note: str
    rows: list[Row]


_TITLES = {
    "content_tier": (
        gettext_lazy("What there is to see and hear"),
        gettext_lazy(
            "Content tier of the Europeana Publishing Framework: pictures and other media, their size and rights."
        ),
    ),
    "metadata_tier": (
        gettext_lazy("What the records say"),
        gettext_lazy("Metadata tier of the Europeana Publishing Framework: languages, people, places and times."),
    ),
    "rights": (
        gettext_lazy("Rights"),
        gettext_lazy("The statement that stands with each work."),
    ),
    "languages": (
        gettext_lazy("Languages"),
        gettext_lazy("Works with texts in each language; a work may have several."),
    ),
    "problems": (
        gettext_lazy("Problems"),
        gettext_lazy("Patterns that make a record hard to find or to understand; a work may have several."),
    ),
    "defects": (
        gettext_lazy("Defects"),
        gettext_lazy("What was wrong in the data as it came and no rule may mend; a work may have several."),
    ),
}


class FixLine(NamedTuple):
    """A line of the fix list in words: what to do, how many works rise, and each rise."""

    title: str
    works: int
    rises: tuple[str, ...]


def fix_lines(fixes: list[Fix]) -> list[FixLine]:
    """Return the fix list in words; of rises in whole tiers and in parts, the whole ones come first."""
    return [FixLine(gettext(fix.title), fix.works, tuple(map(_rise, fix.rises[:_RISES]))) for fix in fixes]


def _rise(rise: Rise) -> str:
    name = DIMENSIONS.get(rise.dimension, rise.dimension)
    return gettext("{name} {before} → {after}: {works}").format(
        name=name,
        before=STATED.get(rise.before, rise.before),
        after=STATED.get(rise.after, rise.after),
        works=numbers.count(rise.works),
    )


def charts(report: Mapping[str, Any]) -> list[Chart]:
    """Return a chart for each of the report's counts that counts something."""
    return [
        Chart(name, str(title), str(note), _rows(name, report[name], report["works"]))
        for name, (title, note) in _TITLES.items()
        if report[name]
    ]


def _rows(name: str, counted: Mapping[str, int], works: int) -> list[Row]:
    tiers = name.endswith("tier")
    order = sorted(counted.items(), key=lambda item: item[0] if tiers else (-item[1], item[0]), reverse=tiers)
    return [_row(key, *_WORDS[name](key), number, works) for key, number in order]


def label(chart: str, key: str) -> str:
    """Return what the chart of this id calls what it counts under `key`."""
    return _WORDS[chart](key)[0]


def _row(key: str, name: str, says: str, number: int, works: int) -> Row:
    return Row(key, name, says, number, numbers.percent(number, works), round(100 * number / works, 2) if works else 0)


def _content(tier: str) -> tuple[str, str]:
    return gettext("Tier {tier}").format(tier=tier), str(CONTENT.get(tier, ""))


def _metadata(tier: str) -> tuple[str, str]:
    return gettext("Tier {tier}").format(tier=tier), str(METADATA.get(tier, ""))


def _language(tag: str) -> tuple[str, str]:
    if tag == "und":
        return gettext("not recorded"), tag
    return format_html('<span lang="{}">{}</span>', tag, language_name(tag)), tag


def problem_name(code: str) -> str:
    """Return a problem in plain words; one that this version does not know keeps its code."""
    return gettext(PROBLEMS[code]) if code in PROBLEMS else code


def _problem(code: str) -> tuple[str, str]:
    return problem_name(code), code if code in PROBLEMS else ""


def _defect(code: str) -> tuple[str, str]:
    return (gettext(DEFECTS[code]), code) if code in DEFECTS else (code, "")


_WORDS: dict[str, Callable[[str], tuple[str, str]]] = {
    "content_tier": _content,
    "metadata_tier": _metadata,
    "rights": rights_label,
    "languages": _language,
    "problems": _problem,
    "defects": _defect,
}
