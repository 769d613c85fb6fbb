"""Facts from the canonical record: those of its EDM, as Vitrine would export it.

A record that came as EDM has the facts of that EDM (`linked_facts`), whatever else Vitrine has read out of it. Of all
others (CSV, JSON, LIDO) the table says what each field becomes; Europeana makes their preview out of an image.

| field of the record | EDM |
|---|---|
| titles; of another kind than the ordinary | dc:title; dcterms:alternative |
| descriptions; of kind `contents` | dc:description; dcterms:tableOfContents |
| object_types, classifications | dc:type, edm:hasType |
| subjects | dc:subject; with labels and a URI a link to a skos:Concept, edm:Agent (`person`), edm:Place or edm:TimeSpan (`period`) |
| materials, and techniques of the production; materials of kind `format` | dcterms:medium; dc:format |
| places and the production's places; of kind `coverage` | dcterms:spatial; dc:coverage |
| periods | dcterms:temporal |
| the production's date | dcterms:created, with an edm:TimeSpan where it has a first and a last year |
| the publication's date, makers | dcterms:issued, dc:publisher |
| makers; by their role contributor, publisher or sitter | dc:creator; dc:contributor, dc:publisher, dc:subject |
| location | edm:currentLocation |
| provenance and credit_lines | dcterms:provenance |
| rights_of_object: text; URI | dc:rights; edm:rights of the ore:Aggregation |
| relations: `part of`, `has part`, `references`, `referenced by`, `source`, `related`, `related to` | dcterms:isPartOf, hasPart, references, isReferencedBy, dc:source, dc:relation, edm:isRelatedTo |
| other relations (`format of`, `met` …) | dcterms:isFormatOf, edm:hasMet …: none counts for a tier |
| surrogates, but thumbnails | edm:WebResource: the first edm:isShownBy, the others edm:hasView |
| landing_page with a known type | edm:isShownAt |
| media_kind, else the family of the first surrogate | edm:type |
| identifiers, dimensions, inscriptions, holder, text_languages | dc:identifier, dcterms:extent, dc:description of no language tier, edm:dataProvider, dc:language: none counts |

A term or place is linked where it has a label and a URI (a place also by its coordinates); it is complete as
responsible-ai.md 6.2 (c) says: a concept by a note, a related term or a second URI (its exact match), a place by its
coordinates, a maker by life dates, places or an occupation, a time span by its first and last year; a person, place or
period that is a subject is not, for a term has no dates and no coordinates. Dates other than the production's are linked
only where the source gives them a URI.
"""

from vitrine.quality.embeddable import OEMBED, PLAYED, is_embeddable
from vitrine.quality.facts import Family, Kind, Media, TierFacts, distinct, licence_cap, media
from vitrine.quality.linked_facts import PLACES, RELATIONS, ROLES, linked_statements
from vitrine.quality.stated import COMPLETED, NAMED, Says, says, without_tagged_words
from vitrine.records.text import UNDETERMINED, Text
from vitrine.records.work import Date, Event, Linked, Maker, Place, Record, Relation, Rights, Surrogate, Term

_TITLE, _ALTERNATIVE = says("dc:title"), says("dcterms:alternative")
_DESCRIPTION, _CONTENTS = says("dc:description"), says("dcterms:tableOfContents")
_TYPE, _HAS_TYPE, _SUBJECT, _MEDIUM = says("dc:type"), says("edm:hasType"), says("dc:subject"), says("dcterms:medium")
_FORMAT = says("dc:format")
_SPATIAL, _LOCATION = says("dcterms:spatial"), says("edm:currentLocation")
_TEMPORAL, _CREATED, _ISSUED = says("dcterms:temporal"), says("dcterms:created"), says("dcterms:issued")
_PROVENANCE, _RIGHTS = says("dcterms:provenance"), says("dc:rights")
_CREATOR, _PUBLISHER = says("dc:creator"), says("dc:publisher")

_ROLES = {role: says(name) for role, name in ROLES.items()}
_RELATIONS = {kind: says(name) for kind, name in RELATIONS.items()}
_PLACES = {kind: says(name) for kind, name in PLACES.items()}

_CLASSES = {"person": "Agent", "place": "Place", "period": "TimeSpan"}
"""The contextual class of a term by its kind; all others are concepts."""

_KINDS: dict[Family, Kind] = {
    "image": "IMAGE", "video": "VIDEO", "audio": "SOUND", "pdf": "TEXT", "text": "TEXT", "3d": "3D",
}  # fmt: skip

_NO_RIGHTS = Rights()


def record_facts(record: Record) -> TierFacts:
    """Return the facts that decide the tiers of `record`."""
    rights = record.rights_of_object or _NO_RIGHTS
    stated = _statements(record, rights) if record.linked is None else linked_statements(record, record.linked)
    return _with_media(record, without_tagged_words(stated), licence_cap(rights.uri))


def _statements(record: Record, rights: Rights) -> int:
    """Return what the record would state in EDM."""
    stated = (
        _texts(record.titles, _TITLE, _ALTERNATIVE)
        | _texts(record.descriptions, _DESCRIPTION, _CONTENTS, other="contents")
        | _terms(record.object_types, _TYPE)
        | _terms(record.classifications, _HAS_TYPE)
        | _terms(record.subjects, _SUBJECT)
        | _terms(record.materials, _MEDIUM, _FORMAT)
        | _makers(record.makers, _CREATOR)
        | _texts(record.provenance, _PROVENANCE)
        | _texts(record.credit_lines, _PROVENANCE)
    )
    for event in record.events:
        stated |= _event(event)
    for place in record.places:
        stated |= _place(place, _PLACES.get(place.kind, _SPATIAL))
    if record.location:
        stated |= _place(record.location, _LOCATION)
    for period in record.periods:
        stated |= _date(period, _TEMPORAL)
    for relation in record.relations:
        stated |= _relation(relation)
    if rights.text:
        stated |= _words(_RIGHTS, rights.language != UNDETERMINED)
    return stated


def _texts(texts: tuple[Text, ...], ordinary: Says, special: Says | None = None, other: str = "") -> int:
    """Return what texts state as values of `ordinary`; those of a kind (of the kind `other`, if given) as of `special`."""
    stated = 0
    for text in texts:
        kind = text.kind
        says_ = special if special and kind and other in ("", kind) else ordinary
        stated |= says_.value | (says_.words if text.language == UNDETERMINED else says_.language)
    return stated


def _terms(terms: tuple[Term, ...], ordinary: Says, formats: Says | None = None) -> int:
    """Return what terms state as values of `ordinary`; those of the kind `format` as of `formats`, if given."""
    stated = 0
    for term in terms:
        of = formats if formats and term.kind == "format" else ordinary
        labels, uris = term.labels, term.uris
        named = _named(labels)
        if labels and uris:
            kind = _CLASSES.get(term.kind, "Concept")
            complete = kind == "Concept" and (len(uris) > 1 or term.notes or term.related)
            stated |= of.links[kind][named + COMPLETED if complete else named]
            if not named and kind != "Agent":
                stated |= of.words
        elif labels:
            stated |= _words(of, named)
        elif uris:
            stated |= of.value
    return stated


def _words(of: Says, named: int | bool) -> int:
    """Return what words state as a value of a property, if `named` in a language."""
    return of.value | (of.language if named else of.words)


def _named(labels: tuple[Text, ...]) -> int:
    """Return NAMED if one of the labels has a language."""
    for label in labels:
        if label.language != UNDETERMINED:
            return NAMED
    return 0


def _makers(makers: tuple[Maker, ...], otherwise: Says) -> int:
    stated = 0
    for maker in makers:
        of = _ROLES.get(maker.role, otherwise)
        if maker.born is not None or maker.died is not None or maker.dates or maker.places or maker.occupations:
            stated |= of.links["Agent"][COMPLETED]
        else:
            # A person of whom only the address is known is named by it, and is nobody in the record.
            known = maker.uris and maker.name != maker.uris[0]
            stated |= of.links["Agent"][0] if known else of.value
    return stated


def _event(event: Event) -> int:
    if event.kind == "publication":
        published = _date(event.date, _ISSUED) if event.date else 0
        return published | _makers(event.makers, _PUBLISHER)
    if event.kind != "production":
        return 0
    stated = _makers(event.makers, _CREATOR) | _terms(event.techniques, _MEDIUM)
    if event.date:
        stated |= _date(event.date, _CREATED, spanned=True)
    for place in event.places:
        stated |= _place(place, _SPATIAL)
    return stated


def _date(date: Date, of: Says, *, spanned: bool = False) -> int:
    """Return what a date states; with `spanned`, its years are stated as an edm:TimeSpan also where it has no URI."""
    complete = date.earliest is not None and date.latest is not None
    named = NAMED if date.text and date.language != UNDETERMINED else 0
    words = of.words if date.text and not named else 0
    if (complete and spanned) or (date.uris and (complete or date.text)):
        return of.links["TimeSpan"][named + COMPLETED if complete else named] | words
    if date.text or date.edtf or date.uris:
        return of.value | (of.language if named else words)
    return 0


def _place(place: Place, of: Says) -> int:
    named = _named(place.labels)
    located = place.latitude is not None and place.longitude is not None
    if place.labels and (place.uris or located):
        return of.links["Place"][named + COMPLETED if located else named] | (0 if named else of.words)
    if place.labels:
        return _words(of, named)
    return of.value if place.uris else 0


def _relation(relation: Relation) -> int:
    of = _RELATIONS.get(relation.kind)
    if of is None:
        return 0
    return _words(of, _named(relation.labels)) if relation.labels else of.value


def _with_media(record: Record, stated: int, cap: int) -> TierFacts:
    linked = record.linked
    views: list[Surrogate] = []
    files: list[Media] = []
    thumbnail = linked is not None and linked.preview
    for surrogate in record.surrogates:
        # Of linked data, what the source describes counts, and what Vitrine has in hand.
        stored = linked is None or bool(surrogate.checksum)
        file = media(surrogate.type, surrogate.width, surrogate.height, _own_cap(surrogate, cap))
        thumbnail |= stored and file.family == "image"
        if surrogate.purpose != "thumbnail":
            views.append(surrogate)
            if linked is None or stored or surrogate.key in linked.described:
                files.append(file)
    kind: Kind = record.media_kind or ""
    if not kind and linked is None and files:
        kind = _KINDS.get(files[0].family, "")
    return TierFacts(
        kind=kind,
        media=distinct(files),
        thumbnail=thumbnail,
        landing_page=bool(record.landing_page and record.landing_page_type),
        embeddable=kind in PLAYED and _embeddable(views, linked),
        cap=cap,
        stated=stated,
    )


def _own_cap(surrogate: Surrogate, cap: int) -> int:
    """The cap by a surrogate's own rights; where it has none, that of the object. Words alone allow nothing more."""
    rights = surrogate.rights
    if rights is None or not (rights.uri or rights.text):
        return cap
    return licence_cap(rights.uri)


def _embeddable(views: list[Surrogate], linked: Linked | None) -> bool:
    if linked is not None:
        return linked.player or any(is_embeddable(view.key) for view in views if view.purpose == "master")
    return bool(views) and (is_embeddable(views[0].url) or any(view.type in OEMBED for view in views))
