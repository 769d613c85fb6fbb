"""Values of EDM's properties, and the entities they link to, as the record's terms, makers, places and dates."""

import re
from typing import Literal

from vitrine.dates import resolve
from vitrine.formats.attribution import attribution, is_nobody, roles
from vitrine.formats.edm.graph import EDM, FOAF, SKOS, XML_LANG, Entity, Value, link
from vitrine.formats.mapping.events import date
from vitrine.formats.mapping.model import Source
from vitrine.formats.mapping.notes import Notes
from vitrine.formats.xml.tree import CHILDREN, TAG, TEXT, attribute
from vitrine.records import UNDETERMINED, Date, Maker, Place, Term, Text, is_address

_RDAGR2 = "{http://rdvocab.info/ElementsGr2/}"
_WGS84 = "{http://www.w3.org/2003/01/geo/wgs84_pos#}"
_OWL_SAME = "{http://www.w3.org/2002/07/owl#}sameAs"

_PREF, _ALT = f"{SKOS}prefLabel", f"{SKOS}altLabel"
_NAME = f"{FOAF}name"
_NOTE = f"{SKOS}note"
_SAME = frozenset({f"{SKOS}exactMatch", _OWL_SAME})
_RELATED = frozenset(f"{SKOS}{name}" for name in ("broader", "narrower", "related", "closeMatch", "relatedMatch"))
_BEGIN, _END = f"{EDM}begin", f"{EDM}end"
_BIRTH, _DEATH = f"{_RDAGR2}dateOfBirth", f"{_RDAGR2}dateOfDeath"
_BIRTH_PLACE, _DEATH_PLACE = f"{_RDAGR2}placeOfBirth", f"{_RDAGR2}placeOfDeath"
_OCCUPATION = f"{_RDAGR2}professionOrOccupation"
_LAT, _LONG = f"{_WGS84}lat", f"{_WGS84}long"

_TERM_KINDS = {"Agent": "person", "Place": "place", "TimeSpan": "period", "Event": "event"}
_LONGEST_NAME = 400
"""Characters: what is longer is a text about somebody, and is taken as it is."""


class Reader:
    """Reads values, and notes what is wrong with them."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.notes = Notes(source.left)

    def text(self, value: Value, where: str, kind: str = "") -> list[Text]:
        """Return what a value says in words: its own, those of the entity it links to, else the link itself."""
        if value.entity:
            labels = self.preferred(value.entity, where)
            return [Text(text.value, text.language, kind) for text in labels] or self._bare(value.link, kind)
        words = self.notes.text(value.text, where)
        return [Text(words, self.tag(value.tag, where, words), kind)] if words else self._bare(value.link, kind)

    def _bare(self, address: str, kind: str) -> list[Text]:
        return [Text(address, UNDETERMINED, kind)] if address else []

    def tag(self, stated: str, where: str, words: str = "") -> str:
        """Return the language of a value: the one it states, else that of the source; of an address, none."""
        if not stated:
            return UNDETERMINED if is_address(words) else self.source.language
        return self.notes.language(stated, where, self.source.language)

    def term(self, value: Value, where: str, kind: str = "") -> Term | None:
        """Return a value as a concept."""
        if value.entity:
            return self._entity_term(value.entity, where, kind)
        words = self.notes.text(value.text, where)
        if words:
            uris = (value.link,) if value.link else ()
            return Term((Text(words, self.tag(value.tag, where, words)),), uris, kind=kind)
        return Term((), (value.link,), kind=kind) if value.link else None

    def _entity_term(self, entity: Entity, where: str, kind: str) -> Term:
        """Return an entity as a concept: its preferred labels before others, its notes, what it matches and relates to."""
        uris, related, notes = [entity.uri] if entity.uri else [], [], []
        for child in entity.node[CHILDREN]:
            tag, target = child[TAG], link(child)
            if tag in _SAME and target:
                uris.append(target)
            elif tag in _RELATED and target:
                related.append(target)
            elif tag == _NOTE and (words := self.notes.text(child[TEXT] or "", where)):
                notes.append(Text(words, self.tag(attribute(child, XML_LANG) or "", where)))
        return Term(
            tuple(self._labels(entity, where)),
            tuple(dict.fromkeys(uris)),
            tuple(notes),
            tuple(related),
            kind or _TERM_KINDS.get(entity.kind, ""),
        )

    def preferred(self, entity: Entity, where: str) -> list[Text]:
        """Return the preferred labels of an entity; of one that has none, its names."""
        return self._words(entity, _PREF, where) or self._words(entity, _NAME, where)

    def _labels(self, entity: Entity, where: str) -> list[Text]:
        return list(dict.fromkeys(self.preferred(entity, where) + self._words(entity, _ALT, where)))

    def _words(self, entity: Entity, tag: str, where: str) -> list[Text]:
        return [
            Text(words, self.tag(attribute(child, XML_LANG) or "", where))
            for child in entity.node[CHILDREN]
            if child[TAG] == tag and (words := self.notes.text((child[TEXT] or "").strip(), where))
        ]

    def place(self, value: Value, where: str, kind: str = "") -> Place | None:
        """Return a value as a place."""
        term = self.term(value, where)
        if term is None:
            return None
        latitude = longitude = None
        if value.entity:
            said = {child[TAG]: child[TEXT] for child in value.entity.node[CHILDREN]}
            latitude, longitude = self.notes.number(said.get(_LAT), where), self.notes.number(said.get(_LONG), where)
            on_earth = latitude is not None and longitude is not None and abs(latitude) <= 90 and abs(longitude) <= 180
            if not on_earth:
                latitude = longitude = None
        return Place(term.labels, term.uris, latitude, longitude, kind)

    def date(self, value: Value, where: str) -> Date | None:
        """Return a value as a date: a text, or an edm:TimeSpan with its label, beginning and end."""
        if value.entity is None:
            text = self.notes.text(value.text, where)
            if not text:
                return Date(uris=(value.link,)) if value.link else None
            return date({"text": text}, self.notes, where, self.tag(value.tag, where, text), self.source.circa)
        said = {child[TAG]: (child[TEXT] or "").strip() for child in value.entity.node[CHILDREN]}
        labels = self._labels(value.entity, where)
        label = labels[0] if labels else Text("")
        first, last = _year(said.get(_BEGIN, "")), _year(said.get(_END, ""))
        values = {"text": label.value, "earliest": first, "latest": last}
        if label.value and resolve(label.value).kind == "unreadable":
            values["text"] = ""  # "Renaissance": its years are in begin and end
        found = date(values, self.notes, where, label.language, self.source.circa) or Date()
        uris = (value.entity.uri,) if value.entity.uri else ()
        return Date(label.value, found.edtf, found.earliest, found.latest, label.language, uris)

    def maker(self, value: Value, role: str = "") -> Maker | None:
        """Return a value as one who has a part in the work, in the role `role`."""
        where = "makers"
        if value.entity:
            return self._agent(value.entity, role)
        name = self.notes.text(value.text, where)
        if not name:
            return Maker(value.link, role=role, uris=(value.link,)) if value.link else None
        taken = attribution(name) if len(name) <= _LONGEST_NAME else None
        bare = taken.name if taken else name
        nobody = is_nobody(bare)
        if nobody:
            self.notes.defect("maker-anonymous", f"makers[{bare}]", name)
        return Maker(
            name=bare,
            language=self.tag(value.tag, where),
            role=roles(role, taken.role if taken else ""),
            qualifier=taken.qualifier if taken else "",
            dates=taken.dates if taken else "",
            born=taken.born if taken else None,
            died=taken.died if taken else None,
            uris=(value.link,) if value.link else (),
            anonymous=nobody,
        )

    def _agent(self, entity: Entity, role: str) -> Maker | None:
        where = "makers"
        labels = self._labels(entity, where)
        if not labels and not entity.uri:
            return None
        name = labels[0] if labels else Text(entity.uri)
        said: dict[str, list[Value]] = {}
        for child in entity.node[CHILDREN]:
            said.setdefault(child[TAG], []).append(
                Value((child[TEXT] or "").strip(), attribute(child, XML_LANG) or "", link(child))
            )
        born = _first(said, _BIRTH) or _first(said, _BEGIN)
        died = _first(said, _DEATH) or _first(said, _END)
        places = [
            place
            for tag, kind in ((_BIRTH_PLACE, "birth"), (_DEATH_PLACE, "death"))
            for value in said.get(tag, ())
            if (place := self.place(value, where, kind))
        ]
        uris = [entity.uri, *(value.link for tag in _SAME for value in said.get(tag, ()))]
        kind: Literal["", "organisation"] = "organisation" if entity.node[TAG].startswith(FOAF) else ""
        return Maker(
            name=name.value,
            language=name.language,
            role=role,
            dates=f"{born}–{died}" if born or died else "",
            born=self.notes.year(_year(born), where),
            died=self.notes.year(_year(died), where, last=True),
            places=tuple(places),
            uris=tuple(dict.fromkeys(uri for uri in uris if uri)),
            alternative_names=tuple(label for label in labels[1:] if label.value != name.value),
            occupations=tuple(term for value in said.get(_OCCUPATION, ()) if (term := self.term(value, where))),
            kind=kind,
            anonymous=is_nobody(name.value),
        )


def _first(said: dict[str, list[Value]], tag: str) -> str:
    return next((value.text for value in said.get(tag, ()) if value.text), "")


_ISO = re.compile(r"(\d{4})-\d\d(?:-\d\d)?(?:T.*)?")
_ISO_BEFORE_CHRIST = re.compile(r"-(\d{4,})(?:-\d\d(?:-\d\d)?)?")


def _year(written: str) -> str:
    """Return the year of an ISO 8601 date as museums count: -0499, astronomical, is 500 BC."""
    if match := _ISO.fullmatch(written):
        return match[1]
    if match := _ISO_BEFORE_CHRIST.fullmatch(written):
        return f"-{int(match[1]) + 1}"
    return written
