"""An rdf:RDF with several works taken apart into one rdf:RDF for each, with all that belongs to it."""

import copy
import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

from vitrine.formats.edm.graph import (
    ABOUT,
    AGGREGATION,
    EDM,
    EUROPEANA_AGGREGATION,
    ORE,
    PROVIDED_CHO,
    PROXY,
    RDF,
    RESOURCE,
)
from vitrine.formats.reading import RawRecord, Unreadable, UnreadableRecordError
from vitrine.formats.xml.parsing import parse

_WORK = re.compile(rb"<(?:[\w.-]+:)?ProvidedCHO[\s>/]")
_BELONGS = {
    AGGREGATION: f"{EDM}aggregatedCHO",
    EUROPEANA_AGGREGATION: f"{EDM}aggregatedCHO",
    PROXY: f"{ORE}proxyFor",
}
"""What says of an element which work it belongs to."""

_DEEPEST = 3
"""Links that are followed from a work: to an entity, from there to its place of birth, and from there."""


def has_several(raw: bytes) -> bool:
    """Return whether an rdf:RDF holds more than one work."""
    first = _WORK.search(raw)
    return first is not None and _WORK.search(raw, first.end()) is not None


def taken_apart(item: RawRecord) -> Iterator[RawRecord | Unreadable]:
    """Yield a raw record for each work of an rdf:RDF, with its proxies, aggregations, media and the entities they link to.

    What belongs to no work of the file is given out as unreadable.
    """
    try:
        rdf, _ = parse(item.raw, f"{RDF}RDF")
    except UnreadableRecordError as error:
        yield Unreadable(item.locator, item.raw, str(error))
        return
    by_work: dict[str, list[Any]] = {}
    others: dict[str, list[Any]] = {}
    works = [e for e in rdf if e.tag == PROVIDED_CHO]
    for e in rdf:
        if e.tag in _BELONGS:
            work = next((_target(child) for child in e.iterchildren(_BELONGS[e.tag])), "")
            by_work.setdefault(work, []).append(e)
        elif e.tag != PROVIDED_CHO:
            others.setdefault(_about(e), []).append(e)
    for number, work_ in enumerate(works, 1):
        parts = [work_, *by_work.pop(_about(work_), [])]
        raw = _alone(rdf, [*parts, *_linked(parts, others)])
        yield RawRecord(f"{item.locator}.{number}", raw, raw)
    for work, parts in by_work.items():
        reason = f"It belongs to the edm:ProvidedCHO {work or '(none)'}, which is not in the same rdf:RDF."
        yield Unreadable(item.locator, _alone(rdf, parts), reason)


def _linked(parts: list[Any], others: dict[str, list[Any]]) -> list[Any]:
    """Return the elements that are linked to from `parts`, directly or through others."""
    found: dict[str, list[Any]] = {}
    following = parts
    for _ in range(_DEEPEST):
        targets = {_target(e) for part in following for e in part.iter() if _target(e)}
        new = {target: others[target] for target in targets if target in others and target not in found}
        found |= new
        following = [e for elements in new.values() for e in elements]
    return [e for about in others if about in found for e in found[about]]


def _alone(rdf: Any, parts: list[Any]) -> bytes:
    alone = etree.Element(rdf.tag, nsmap=rdf.nsmap)
    alone.extend(copy.deepcopy(part) for part in parts)
    return etree.tostring(alone)


def _about(e: Any) -> str:
    return (e.get(ABOUT) or "").strip()


def _target(e: Any) -> str:
    return (e.get(RESOURCE) or "").strip()
