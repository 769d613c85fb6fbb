"""Authority identifiers across the records of a source: one that names two people, and one person with two of them."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from vitrine.quality.defects import authority
from vitrine.records.report import Defect
from vitrine.records.work import Record


class Named(NamedTuple):
    """A person as a record names them beside an authority identifier. `born` is 0 where nothing is said."""

    uri: str
    name: str
    born: int = 0


def people(record: Record) -> Iterator[Named]:
    """Yield the makers of a record that have an identifier and a name of their own; of several identifiers in one
    authority, which are a defect of the record, the first."""
    for maker in record.makers:
        if maker.uris and not maker.anonymous:
            uris = maker.uris
            if len(uris) > 1:
                uris = tuple({authority(uri): uri for uri in reversed(uris)}.values())
            for uri in uris:
                yield Named(uri, maker.name, maker.born or 0)


def shared_authorities(named: Iterable[Named]) -> Iterator[Defect]:
    """Yield the defects of all people of a source: identifiers that two different people have (no word of their names in
    common, or born in other years), and names that have two identifiers in one authority and nothing that tells two
    people of that name apart.
    """
    by_uri: dict[str, list[Named]] = defaultdict(list)
    by_name: dict[tuple[str, str], list[Named]] = defaultdict(list)
    for one in sorted(set(named)):
        by_uri[one.uri].append(one)
        by_name[one.name.casefold(), authority(one.uri)].append(one)
    for uri, several in by_uri.items():
        if any(_different(one, two) for place, one in enumerate(several) for two in several[:place]):
            yield Defect("maker-uri-shared", uri, "; ".join(map(_shown, several)))
    for (_, where), several in by_name.items():
        uris = list(dict.fromkeys(one.uri for one in several))
        if len(uris) > 1 and len({one.born for one in several if one.born}) < 2:
            yield Defect("maker-uri-several", f"makers[{several[0].name}].uris", f"{where}: {'; '.join(uris)}")


_MOST_COMPARED = 3
"""Letters of a word from which it tells a name: not `de` and `van`."""


def _different(one: Named, two: Named) -> bool:
    if one.born and two.born and one.born != two.born:
        return True
    words, others = _words(one.name), _words(two.name)
    return bool(words) and bool(others) and not words & others


def _words(name: str) -> set[str]:
    return {word for word in re.findall(r"[^\W\d_]+", name.casefold()) if len(word) >= _MOST_COMPARED}


def _shown(one: Named) -> str:
    return f"{one.name} (born {one.born})" if one.born else one.name
