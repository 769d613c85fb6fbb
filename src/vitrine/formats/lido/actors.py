"""Persons and bodies of LIDO, with their part in an event."""

from functools import lru_cache
from typing import Literal

from vitrine.formats.attribution import Attribution, attribution, is_nobody, qualifier, roles
from vitrine.formats.lido.dates import span
from vitrine.formats.lido.draft import LIDO, TYPE, Draft, address, remembered, type_name
from vitrine.formats.lido.terms import names, place, term, word
from vitrine.formats.mapping.notes import Notes
from vitrine.formats.xml.tree import CHILDREN, TAG, Node, attribute
from vitrine.records import Identifier, Maker, Place, Term, Text

_DISPLAY = f"{LIDO}displayActorInRole"
_IN_ROLE = f"{LIDO}actorInRole"
ACTOR = f"{LIDO}actor"
_ROLE = f"{LIDO}roleActor"
_QUALIFIER = f"{LIDO}attributionQualifierActor"
_ID = f"{LIDO}actorID"
_NAMES = f"{LIDO}nameActorSet"
_NATIONALITY = f"{LIDO}nationalityActor"
_LIFE = f"{LIDO}vitalDatesActor"
_LIFE_PLACE = f"{LIDO}vitalPlaceActor"

WHERE = "makers"

Kind = Literal["", "person", "organisation", "group"]

_KINDS: dict[str, Kind] = {
    "person": "person",
    "individual": "person",
    "lido00163": "person",
    "corporation": "organisation",
    "corporate body": "organisation",
    "organisation": "organisation",
    "organization": "organisation",
    "institution": "organisation",
    "körperschaft": "organisation",
    "lido00413": "organisation",
    "family": "group",
    "group": "group",
    "group of persons": "group",
    "lido00165": "group",
    "lido00166": "group",
}
"""What `lido:type` of an actor says, in words or as concepts of the LIDO Terminology."""

_LONGEST_NAME = 400
"""Characters: what is longer is a text about somebody, and is taken as it is."""


class Actor:
    """An actor as its element has it: everything but the part that it has in an event."""

    __slots__ = ("dates", "identifiers", "kind", "life", "names", "places", "uris")

    def __init__(self, e: Node, draft: Draft, around: str) -> None:
        self.names: list[Text] = []
        self.uris: list[str] = []
        self.identifiers: list[Identifier] = []
        self.life: tuple[str, str] = ("", "")
        self.places: list[Place] = []
        self.kind: Kind = _KINDS.get(type_name(attribute(e, TYPE)), "")
        around = draft.language(e, around)
        for child in e[CHILDREN]:
            tag = child[TAG]
            if tag == _NAMES:
                self.names += names(child, draft, around, WHERE)
            elif tag == _ID:
                self._identify(child, draft)
            elif tag == _LIFE:
                self.life = span(child, draft, WHERE)
            elif tag == _LIFE_PLACE:
                kind = "death" if "death" in type_name(attribute(child, TYPE)) else "birth"
                if found := place(child, draft, around, WHERE, kind):
                    self.places.append(found)
            elif tag == _NATIONALITY and (nation := term(child, draft, around, WHERE)):
                self.places.append(Place(nation.labels, nation.uris, kind="nationality"))

    def _identify(self, e: Node, draft: Draft) -> None:
        uri, written = address(e, draft, WHERE)
        if uri:
            self.uris.append(uri)
        elif written:
            stated = attribute(e, f"{LIDO}source") or attribute(e, TYPE) or ""
            self.identifiers.append(Identifier(written, "" if stated.upper() == "URI" else stated))


def subject(e: Node, draft: Draft, around: str) -> Term | None:
    """Return the actor in an element as what a work is about."""
    actor = Actor(e, draft, around)
    if not (actor.names or actor.uris):
        return None
    return Term(tuple(actor.names), tuple(dict.fromkeys(actor.uris)), kind="person")


@remembered
def maker(e: Node, draft: Draft, around: str) -> Maker | None:
    """Return the one who has a part in an event (eventActor), None where the element says nobody.

    Where there is only a displayed text, name, qualifier and life dates are taken out of it.
    """
    if draft.nothing(e):
        return None
    shown: Text | None = None
    found: Maker | None = None
    for child in e[CHILDREN]:
        if child[TAG] == _IN_ROLE:
            found = found or _in_role(child, draft, around)
        elif child[TAG] == _DISPLAY:
            shown = draft.text(child, around, WHERE) or shown
    if found is None and shown:
        return named(shown, draft.notes)
    return found


def _in_role(e: Node, draft: Draft, around: str) -> Maker | None:
    actor: Actor | None = None
    role = weakened = ""
    for child in e[CHILDREN]:
        tag = child[TAG]
        if tag == ACTOR:
            actor = Actor(child, draft, around)
        elif tag == _ROLE:
            role = role or word(child, draft, WHERE)
        elif tag == _QUALIFIER:
            weakened = weakened or word(child, draft, WHERE)
    if actor is None or not actor.names:
        return None
    if as_qualifier := qualifier(role):
        role, weakened = "", weakened or as_qualifier
    return named(actor.names[0], draft.notes, actor, role, qualifier(weakened) or weakened.lower())


def named(name: Text, notes: Notes, actor: Actor | None = None, role: str = "", weakened: str = "") -> Maker:
    """Return the maker called `name`, which may hold qualifier and life dates, with what else is known."""
    taken, nobody = _taken(name.value)
    born, died = taken.born, taken.died
    dates = taken.dates
    others: tuple[Text, ...] = ()
    if actor:
        if actor.life != ("", ""):
            dates = "–".join(actor.life)
            born = notes.year(actor.life[0], WHERE) or born
            died = notes.year(actor.life[1], WHERE, last=True) or died
        others = tuple(other for other in dict.fromkeys(actor.names[1:]) if other.value != name.value)
    if nobody:
        notes.defect("maker-anonymous", f"makers[{taken.name}]", name.value)
    return Maker(
        name=taken.name,
        language=name.language,
        role=roles(role, taken.role),
        qualifier=weakened or taken.qualifier,
        dates=dates,
        born=born,
        died=died,
        places=tuple(actor.places) if actor else (),
        uris=tuple(dict.fromkeys(actor.uris)) if actor else (),
        alternative_names=others,
        kind=actor.kind if actor else "",
        anonymous=nobody,
        identifiers=tuple(actor.identifiers) if actor else (),
    )


@lru_cache(maxsize=16384)
def _taken(name: str) -> tuple[Attribution, bool]:
    """Take a name apart, and tell whether it says that nobody is known."""
    taken = attribution(name) if len(name) <= _LONGEST_NAME else Attribution(name)
    return taken, is_nobody(taken.name)
