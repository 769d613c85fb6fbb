"""Events of LIDO. Which of them made the work is said by their type, never by their order: acquisitions often come first."""

from collections.abc import Callable

import msgspec

from vitrine.formats.lido.actors import maker
from vitrine.formats.lido.dates import date_of
from vitrine.formats.lido.draft import LIDO, TYPE, Draft, remembered, type_name
from vitrine.formats.lido.measures import measurements
from vitrine.formats.lido.terms import names, place, term
from vitrine.formats.xml.tree import CHILDREN, TAG, Node, attribute
from vitrine.records import Date, Event, Maker, Place, Term, Text

EVENT_SET = f"{LIDO}eventSet"
_EVENT = f"{LIDO}event"
_DISPLAY = f"{LIDO}displayEvent"

_PLACE = f"{LIDO}eventPlace"
_PERIOD = f"{LIDO}periodName"
_CULTURE = f"{LIDO}culture"
_METHOD = f"{LIDO}eventMethod"
_MATERIALS = f"{LIDO}eventMaterialsTech"
_MEASURES = f"{LIDO}eventObjectMeasurements"

_PLACE = f"{LIDO}place"
_DISPLAY_PLACE = f"{LIDO}displayPlace"

_DISPLAY_MATERIALS = f"{LIDO}displayMaterialsTech"
_MATERIALS_TECH = f"{LIDO}materialsTech"
_TERM = f"{LIDO}termMaterialsTech"
_TECHNIQUE = frozenset({"lido00131", "technique", "technik", "tecnica", "teknik", "techniek"})

_BY_TYPE = {
    "production": "lido00007 production, lido00012 creation, lido00487 carrier production, making, manufacture, herstellung, entstehung,"
    " schaffung, schöpfung, fertigung, produktion, fabrication, création, réalisation, exécution, produzione, creazione,"
    " realizzazione, esecuzione, vervaardiging, productie, creatie, producción, creación, realización, elaboración, tillkomst,"
    " tillverkning, skapande, fremstilling, produksjon, produktion, valmistus",
    "design": "lido00224 designing, design, entwurf, conception, dessin, progettazione, progetto, ontwerp, diseño, formgivning",
    "acquisition": "lido00001 acquisition, accession, erwerbung, erwerb, zugang, acquisizione, acquisto, verwerving, aankoop,"
    " adquisición, förvärv, accessionering, erhvervelse",
    "publication": "lido00228 publication, publishing, veröffentlichung, publikation, édition, pubblicazione, publicatie, uitgave,"
    " publicación, utgivning",
    "exhibition": "lido00225 exhibition, display, ausstellung, exposition, mostra, esposizione, tentoonstelling, exposición,"
    " utställning",
    "find": "lido00002 finding, lido00033 excavation, lido00010 collecting, find, discovery, fund, ausgrabung, aufsammlung, découverte,"
    " fouille, ritrovamento, scavo, vondst, opgraving, hallazgo, excavación, fynd, utgrävning",
    "use": "lido00011 use, usage, gebrauch, nutzung, verwendung, utilisation, uso, utilizzo, gebruik, användning",
}
_KINDS = {
    form: kind
    for kind, said in _BY_TYPE.items()
    for entry in said.split(",")
    for form in ([entry.strip(), *entry.split()] if "lido0" in entry else [entry.strip()])
}
"""Kind of an event by its type: concepts of the LIDO Terminology, their names in addresses, and terms in eight languages."""

_MADE = ("production", "design")
"""Kinds whose actors are makers of the work. A design counts as production that is not the first."""


def events(e: Node, draft: Draft, around: str) -> None:
    """Read one eventSet into the draft: its event, and what it says of makers, materials and periods of the work."""
    shown: list[Text] = []
    if draft.nothing(e):
        return
    for child in e[CHILDREN]:
        if child[TAG] == _EVENT:
            _Reader(draft, draft.language(child, around)).read(child, shown)
        elif child[TAG] == _DISPLAY and (text := draft.text(child, around, "events.names")):
            shown.append(text)


class _Reader:
    """One event while it is read."""

    __slots__ = ("around", "date", "draft", "kind", "makers", "materials", "names", "places", "techniques", "terms")

    def __init__(self, draft: Draft, around: str) -> None:
        self.draft, self.around = draft, around
        self.kind = "other"
        self.terms: tuple[Text, ...] = ()
        self.date: Date | None = None
        self.names: list[Text] = []
        self.places: list[Place] = []
        self.makers: list[Maker] = []
        self.techniques: list[Term] = []
        self.materials: list[Term] = []

    def read(self, e: Node, shown: list[Text]) -> None:
        draft = self.draft
        if draft.nothing(e):
            return
        for child in e[CHILDREN]:
            part = _PARTS.get(child[TAG])
            if part:
                part(self, child)
        made = self.kind in _MADE
        if made:
            draft.makers += self.makers
            draft.materials += self.materials
        named = self.names or shown or ([*self.terms] if self.kind in ("other", "design") else [])
        event = Event(
            self.kind,
            self.date,
            tuple(named),
            tuple(self.places),
            () if made else tuple(self.makers),
            tuple(self.techniques if made else self.techniques + self.materials),
        )
        if self.kind == "production" or event != Event(self.kind):
            draft.events.append(event)

    def type(self, e: Node) -> None:
        self.kind, self.terms = _type(e, self.draft, self.around)

    def name(self, e: Node) -> None:
        self.names += names(e, self.draft, self.around, "events.names")

    def actor(self, e: Node) -> None:
        if found := maker(e, self.draft, self.around):
            self.makers.append(found)

    def when(self, e: Node) -> None:
        self.date = self.date or date_of(e, self.draft, self.around, f"events[{self.kind}].date")

    def where(self, e: Node) -> None:
        if found := place_set(e, self.draft, self.around, "events.places", type_name(attribute(e, TYPE))):
            self.places.append(found)

    def period(self, e: Node) -> None:
        if found := term(e, self.draft, self.around, "periods"):
            label = found.labels[0] if found.labels else Text("")
            self.draft.periods.append(Date(label.value, language=label.language, uris=found.uris))

    def culture(self, e: Node) -> None:
        if found := term(e, self.draft, self.around, "classifications", "culture"):
            self.draft.classifications.append(found)

    def method(self, e: Node) -> None:
        if found := term(e, self.draft, self.around, "events.techniques"):
            self.techniques.append(found)

    def stuff(self, e: Node) -> None:
        materials, techniques = materials_tech(e, self.draft, self.around)
        self.materials += materials
        self.techniques += techniques

    def measures(self, e: Node) -> None:
        measurements(e, self.draft, self.around)


@remembered
def _type(e: Node, draft: Draft, around: str) -> tuple[str, tuple[Text, ...]]:
    """Return the kind of an event by its type, and the type's terms."""
    found = term(e, draft, around, "events")
    if found is None:
        return "other", ()
    said = [*(type_name(uri) for uri in found.uris), *(label.value.lower() for label in found.labels)]
    return next((_KINDS[one] for one in said if one in _KINDS), "other"), found.labels


_PARTS: dict[object, Callable[[_Reader, Node], None]] = {
    f"{LIDO}eventType": _Reader.type,
    f"{LIDO}eventName": _Reader.name,
    f"{LIDO}eventActor": _Reader.actor,
    f"{LIDO}eventDate": _Reader.when,
    f"{LIDO}eventPlace": _Reader.where,
    f"{LIDO}periodName": _Reader.period,
    f"{LIDO}culture": _Reader.culture,
    f"{LIDO}eventMethod": _Reader.method,
    f"{LIDO}eventMaterialsTech": _Reader.stuff,
    f"{LIDO}eventObjectMeasurements": _Reader.measures,
}


def ordered(found: list[Event]) -> tuple[Event, ...]:
    """Return events with a design as a production that comes after those that made the work; all else in its order."""
    if not any(event.kind == "design" for event in found):
        return tuple(found)
    made = [event for event in found if event.kind == "production"]
    designs = [msgspec.structs.replace(event, kind="production") for event in found if event.kind == "design"]
    return (*made, *designs, *(event for event in found if event.kind not in _MADE))


def place_set(e: Node, draft: Draft, around: str, where: str, kind: str = "") -> Place | None:
    """Return the place of an element with lido:displayPlace and lido:place, None where it says none."""
    shown: list[Text] = []
    found: Place | None = None
    if draft.nothing(e):
        return None
    for child in e[CHILDREN]:
        if child[TAG] == _PLACE:
            found = place(child, draft, around, where, kind)
        elif child[TAG] == _DISPLAY_PLACE and (text := draft.text(child, around, where)):
            shown.append(text)
    if found is None:
        return Place(tuple(shown), kind=kind) if shown else None
    return found if found.labels else msgspec.structs.replace(found, labels=tuple(shown))


@remembered
def materials_tech(e: Node, draft: Draft, around: str) -> tuple[list[Term], list[Term]]:
    """Return the materials and the techniques that an element (materialsTechSet) states.

    A displayed text ("oil on canvas") is a material where nothing else is stated; beside terms it stands as their kind
    `display`. What is not said to be a technique is a material.
    """
    shown: list[Text] = []
    materials: list[Term] = []
    techniques: list[Term] = []
    if draft.nothing(e):
        return materials, techniques
    for child in e[CHILDREN]:
        if child[TAG] == _DISPLAY_MATERIALS:
            if text := draft.text(child, around, "materials"):
                shown.append(text)
        elif child[TAG] == _MATERIALS_TECH and not draft.nothing(child):
            for inner in child[CHILDREN]:
                if inner[TAG] == _TERM and (found := term(inner, draft, around, "materials")):
                    (techniques if type_name(attribute(inner, TYPE)) in _TECHNIQUE else materials).append(found)
    said = {label.value for one in materials + techniques for label in one.labels}
    if shown and not {text.value for text in shown} <= said:
        materials.append(Term(tuple(shown), kind="display" if said else ""))
    return materials, techniques
