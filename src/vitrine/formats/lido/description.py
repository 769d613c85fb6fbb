"""What LIDO says of the work itself: what it is, what it is called, where it is kept, what it shows, what it belongs to."""

from collections.abc import Callable
from functools import lru_cache
from typing import get_args

import msgspec

from vitrine.formats.lido.actors import ACTOR, subject
from vitrine.formats.lido.dates import date_of
from vitrine.formats.lido.draft import APPELLATION, LIDO, PREF, TYPE, Draft, address, remembered, type_name
from vitrine.formats.lido.events import events, materials_tech, place_set
from vitrine.formats.lido.measures import measurements
from vitrine.formats.lido.terms import ALTERNATIVE, body, names, place, term
from vitrine.formats.xml.tree import CHILDREN, TAG, Node, attribute
from vitrine.records import Holder, Identifier, Relation, Term, Text
from vitrine.records.work import MediaKind

_MEDIA_KINDS = frozenset(get_args(MediaKind))


def descriptive(e: Node, draft: Draft, around: str) -> None:
    """Read lido:descriptiveMetadata into the draft."""
    _each(e, draft, draft.language(e, around), _WRAPS)


def _each(e: Node, draft: Draft, around: str, readers: "Readers") -> None:
    """Give every child of a wrapper to its reader."""
    if draft.nothing(e):
        return
    for child in e[CHILDREN]:
        reader = readers.get(child[TAG])
        if reader:
            reader(child, draft, around)


def _inside(readers: "Readers") -> "Reader":
    return lambda e, draft, around: _each(e, draft, around, readers)


Reader = Callable[[Node, Draft, str], None]
Readers = dict[object, Reader]


# What it is


def _classifications(e: Node, draft: Draft, around: str) -> None:
    types, classes, kind = _sorted_classes(e, draft, around)
    draft.object_types += types
    draft.classifications += classes
    draft.media_kind = draft.media_kind or kind


@remembered
def _sorted_classes(e: Node, draft: Draft, around: str) -> tuple[list[Term], list[Term], MediaKind | None]:
    """Return the types of work and the other classes in an objectClassificationWrap, and edm:type, where one class is that."""
    types: list[Term] = []
    classes: list[Term] = []
    media: MediaKind | None = None
    for wrap in () if draft.nothing(e) else e[CHILDREN]:
        for child in () if draft.nothing(wrap) else wrap[CHILDREN]:
            if child[TAG] == f"{LIDO}objectWorkType":
                types += _terms(child, draft, around, "object_types")
            elif child[TAG] == f"{LIDO}classification":
                kind = type_name(attribute(child, TYPE))
                found = _terms(child, draft, around, "classifications", kind)
                label = found[0].labels[0].value.upper() if found and found[0].labels else ""
                if kind in ("europeana:type", "edm:type") and label in _MEDIA_KINDS:
                    media = label  # type: ignore[assignment]
                else:
                    classes += found
    return types, classes, media


def _terms(e: Node, draft: Draft, around: str, where: str, kind: str = "") -> list[Term]:
    found = term(e, draft, around, where, kind)
    return [found] if found else []


# What it is called


def _title_set(e: Node, draft: Draft, around: str) -> None:
    if draft.nothing(e):
        return
    kind = _title_kind(type_name(attribute(e, TYPE)))
    around = draft.language(e, around)
    for child in e[CHILDREN]:
        if child[TAG] == APPELLATION:
            own = "alternative" if not kind and type_name(attribute(child, PREF)) in ALTERNATIVE else kind
            if text := draft.text(child, around, "titles", own):
                draft.titles.append(text)


_TITLE_KINDS = {
    "former": "former früher ehemalig tidigare ancien précédent",
    "alternative": "alternat andere anderer andra autre altro otro",
    "translated": "translat übersetz vertaal tradu tradotto översatt översättning",
    "series": "series serie reihe série folge",
}


@lru_cache(maxsize=1024)
def _title_kind(said: str) -> str:
    """Return the kind of title that the type of a titleSet names."""
    return next((kind for kind, stems in _TITLE_KINDS.items() if any(stem in said for stem in stems.split())), "")


def _inscription(e: Node, draft: Draft, around: str) -> None:
    if draft.nothing(e):
        return
    for child in e[CHILDREN]:
        if child[TAG] == f"{LIDO}inscriptionTranscription":
            _append(draft.inscriptions, draft.text(child, around, "inscriptions"))
        elif child[TAG] == f"{LIDO}inscriptionDescription":
            _notes(child, draft, around, draft.inscriptions, "inscriptions")


def _description(e: Node, draft: Draft, around: str) -> None:
    kind = type_name(attribute(e, TYPE))
    _notes(e, draft, around, draft.descriptions, "descriptions", "label" if "label" in kind else "")


def _notes(e: Node, draft: Draft, around: str, into: list[Text], where: str, kind: str = "") -> None:  # noqa: PLR0913, PLR0917
    """Read the texts of a descriptive note."""
    if draft.nothing(e):
        return
    for child in e[CHILDREN]:
        if child[TAG] == _NOTE_VALUE:
            _append(into, draft.text(child, around, where, kind))


_NOTE_VALUE = f"{LIDO}descriptiveNoteValue"


def _state(e: Node, draft: Draft, around: str) -> None:
    _append(draft.descriptions, draft.text(e, around, "descriptions", "note"))


def _append(into: list[Text], text: Text | None) -> None:
    if text:
        into.append(text)


# Where it is kept


def _repository(e: Node, draft: Draft, around: str) -> None:
    """Read a repositorySet: the present keeper, its number for the work and its place; of former ones, who they were."""
    if draft.nothing(e):
        return
    former = type_name(attribute(e, TYPE)) in _FORMER
    for child in e[CHILDREN]:
        tag = child[TAG]
        if tag == _REPOSITORY_NAME:
            found = body(child, draft, around, "holder")
            if former:
                draft.provenance += found.names
            elif found.names and draft.holder is None:
                name = found.names[0]
                draft.holder = Holder(name.value, found.uris, name.language)
        elif tag == _WORK_ID:
            if number := draft.value(child, "identifiers"):
                draft.identifiers.append(Identifier(number, "former number" if former else "accession number"))
        elif tag == _REPOSITORY_PLACE:
            where = place(child, draft, around, "location")
            draft.location = draft.location if former else draft.location or where
        elif tag == _DISPLAY_REPOSITORY and (text := draft.text(child, around, "holder")):
            if former:
                draft.provenance.append(text)
            elif draft.holder is None:
                draft.holder = Holder(text.value, (), text.language)


_FORMER = frozenset({"former", "former repository", "lido00476", "lido01019", "ehemalig", "tidigare"})
_REPOSITORY_NAME = f"{LIDO}repositoryName"
_REPOSITORY_PLACE = f"{LIDO}repositoryLocation"
_DISPLAY_REPOSITORY = f"{LIDO}displayRepository"
_WORK_ID = f"{LIDO}workID"


def _materials(e: Node, draft: Draft, around: str) -> None:
    """Read what the work is made of, and how, where that is said of the work and not of an event."""
    materials, techniques = materials_tech(e, draft, around)
    draft.materials += materials
    draft.materials += [msgspec.structs.replace(one, kind="technique") for one in techniques]


# What it shows


def _subject_set(e: Node, draft: Draft, around: str) -> None:
    """Read what a work is about; a displayed text counts where nothing else is said."""
    if draft.nothing(e):
        return
    before = len(draft.subjects) + len(draft.periods)
    shown: list[Text] = []
    for child in e[CHILDREN]:
        if child[TAG] == f"{LIDO}subject":
            _each(child, draft, around, _SUBJECTS)
        elif child[TAG] == f"{LIDO}displaySubject":
            _append(shown, draft.text(child, around, "subjects"))
    if shown and len(draft.subjects) + len(draft.periods) == before:
        draft.subjects.append(Term(tuple(shown)))


def _subject_concept(e: Node, draft: Draft, around: str) -> None:
    if found := term(e, draft, around, "subjects"):
        draft.subjects.append(found)


def _subject_actor(e: Node, draft: Draft, around: str) -> None:
    shown: list[Text] = []
    found: Term | None = None
    for child in e[CHILDREN]:
        if child[TAG] == ACTOR:
            found = subject(child, draft, around)
        elif child[TAG] == f"{LIDO}displayActor":
            _append(shown, draft.text(child, around, "subjects"))
    if found or shown:
        draft.subjects.append(found or Term(tuple(shown), kind="person"))


def _subject_place(e: Node, draft: Draft, around: str) -> None:
    """Read a place that a work is about; one with coordinates also as a place, so that it can stand on a map."""
    if found := place_set(e, draft, around, "subjects", "depicted"):
        draft.subjects.append(Term(found.labels, found.uris, kind="place"))
        if found.latitude is not None:
            draft.places.append(found)


def _subject_event(e: Node, draft: Draft, around: str) -> None:
    own = Draft(circa=draft.circa, notes=draft.notes)
    events(e, own, around)
    draft.empty += own.empty
    for event in own.events:
        if event.names:
            draft.subjects.append(Term(event.names, kind="event"))


def _subject_date(e: Node, draft: Draft, around: str) -> None:
    if found := date_of(e, draft, around, "periods"):
        draft.periods.append(found)


def _subject_object(e: Node, draft: Draft, around: str) -> None:
    uri, labels = _object(e, draft, around, "subjects")
    if uri or labels:
        draft.subjects.append(Term(tuple(labels), (uri,) if uri else (), kind="work"))


def _object(e: Node, draft: Draft, around: str, where: str) -> tuple[str, list[Text]]:
    """Return the address and the names of an object that an element refers to."""
    uri = ""
    labels: list[Text] = []
    for child in e[CHILDREN]:
        if child[TAG] == f"{LIDO}displayObject":
            _append(labels, draft.text(child, around, where))
        elif child[TAG] == f"{LIDO}object" and not draft.nothing(child):
            for inner in child[CHILDREN]:
                tag = inner[TAG]
                if tag == f"{LIDO}objectWebResource":
                    uri = draft.link(inner, where) or uri
                elif tag == f"{LIDO}objectID":
                    uri = uri or address(inner, draft, where)[0]
                elif tag == f"{LIDO}objectName":
                    labels += names(inner, draft, around, where)
                elif tag == f"{LIDO}objectNote":
                    _append(labels, draft.text(inner, around, where))
    return uri, list(dict.fromkeys(labels))


# What it belongs to


def _related_work(e: Node, draft: Draft, around: str) -> None:
    if draft.nothing(e):
        return
    uri, kind = "", "related"
    labels: list[Text] = []
    for child in e[CHILDREN]:
        if child[TAG] == f"{LIDO}relatedWork" and not draft.nothing(child):
            uri, labels = _object(child, draft, around, "relations")
        elif child[TAG] == f"{LIDO}relatedWorkRelType" and (found := term(child, draft, around, "relations")):
            said = [*(type_name(one) for one in found.uris), *(label.value.lower() for label in found.labels)]
            kind = next((_RELATION_KINDS[one] for one in said if one in _RELATION_KINDS), "related")
    if uri or labels:
        draft.relations.append(Relation(kind, uri, tuple(labels)))


_RELATIONS = {
    "part of": "lido00255, part of, is part of, is physical part of, teil von, ist teil von, gehört zu, partie de, fait partie de,"
    " parte di, fa parte di, parte de, onderdeel van, deel van, del av, ingår i, larger context for",
    "has part": "lido00256, has part, has physical part, hat teil, enthält, comprend, ha parte, ha come parte, contiene,"
    " heeft onderdeel, bevat, har del, innehåller",
    "references": "references, refers to, verweist auf, fait référence à, si riferisce a, verwijst naar, hänvisar till",
    "referenced by": "is referenced by, referenced by",
    "source": "copy after, copy of, based on, after, reproduction of, kopie nach, kopie von, nach, reproduktion von, copie de,"
    " d'après, copia da, naar, kopie naar, kopia efter, efter",
}
_RELATION_KINDS = {form.strip(): kind for kind, forms in _RELATIONS.items() for form in forms.split(",")}
"""Kind of a relation by its type: concepts of the LIDO Terminology and terms in six languages."""


_WRAPS: Readers = {
    f"{LIDO}objectClassificationWrap": _classifications,
    f"{LIDO}objectIdentificationWrap": _inside(
        {
            f"{LIDO}titleWrap": _inside({f"{LIDO}titleSet": _title_set}),
            f"{LIDO}inscriptionsWrap": _inside({f"{LIDO}inscriptions": _inscription}),
            f"{LIDO}repositoryWrap": _inside({f"{LIDO}repositorySet": _repository}),
            f"{LIDO}displayStateEditionWrap": _inside({f"{LIDO}displayState": _state, f"{LIDO}displayEdition": _state}),
            f"{LIDO}objectDescriptionWrap": _inside({f"{LIDO}objectDescriptionSet": _description}),
            f"{LIDO}objectMeasurementsWrap": _inside({f"{LIDO}objectMeasurementsSet": measurements}),
            f"{LIDO}objectMaterialsTechWrap": _inside({f"{LIDO}objectMaterialsTechSet": _materials}),
        }
    ),
    f"{LIDO}eventWrap": _inside({f"{LIDO}eventSet": events}),
    f"{LIDO}objectRelationWrap": _inside(
        {
            f"{LIDO}subjectWrap": _inside({f"{LIDO}subjectSet": _subject_set}),
            f"{LIDO}relatedWorksWrap": _inside({f"{LIDO}relatedWorkSet": _related_work}),
        }
    ),
}

_SUBJECTS: Readers = {
    f"{LIDO}subjectConcept": _subject_concept,
    f"{LIDO}subjectActor": _subject_actor,
    f"{LIDO}subjectPlace": _subject_place,
    f"{LIDO}subjectEvent": _subject_event,
    f"{LIDO}subjectDate": _subject_date,
    f"{LIDO}subjectObject": _subject_object,
}
