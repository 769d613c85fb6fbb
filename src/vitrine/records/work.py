"""The types of the record. Lists are empty and texts blank where the source says nothing: unknown is not guessed.

`gc=False`: values do not change and never refer back to what holds them, so the garbage collector need not go through
the hundred thousands of them that an import has in hand.
"""

from typing import Literal

import msgspec

from vitrine.records.text import UNDETERMINED, Text

MediaKind = Literal["IMAGE", "TEXT", "VIDEO", "SOUND", "3D"]
"""The five values of edm:type (Europeana Data Model definition 5.2.8)."""


class Identifier(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """A number or URI and the scheme it belongs to: `accession number`, `URL`, `hdl`, …"""

    value: str
    scheme: str = ""


class Term(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """A concept with its labels and, where the source gives them, authority URIs.

    `uris[0]` is its identity, further ones are exact matches; `related` are broader, narrower and related concepts.
    `kind` says what a subject is: `concept` when blank, else `person`, `place`, `event`, `period`, `work`; of materials it
    is blank, `technique`, `format` (what dc:format says), or `display` for the source's whole statement beside its terms.
    """

    labels: tuple[Text, ...] = ()
    uris: tuple[str, ...] = ()
    notes: tuple[Text, ...] = ()
    related: tuple[str, ...] = ()
    kind: str = ""


class Date(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """A date as the source words it, as EDTF (ISO 8601-2:2019 annex A), and the years it spans, both included.

    Years are proleptic as in EDTF: 0 is 1 BC. None where the text gives no year.
    """

    text: str = ""
    edtf: str = ""
    earliest: int | None = None
    latest: int | None = None
    language: str = UNDETERMINED
    uris: tuple[str, ...] = ()


class Place(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """A place with its names, authority URIs and WGS 84 coordinates in degrees. `kind` as in the source (`birth`, `depicted`, …)."""

    labels: tuple[Text, ...] = ()
    uris: tuple[str, ...] = ()
    latitude: float | None = None
    longitude: float | None = None
    kind: str = ""


class Maker(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """A person or body with a part in the work.

    `role` is the source's word (artist, printer, commissioner); `qualifier` weakens the attribution: `attributed to`,
    `after`, `workshop of`, `circle of`, `follower of`, `manner of`. `dates` are the life dates as the source words
    them; `born` and `died` are years. `anonymous` marks one who is not known ("Unknown", "Okänd"). `identifiers` are
    those of systems that have no web address, by the system's name.
    """

    name: str
    language: str = UNDETERMINED
    role: str = ""
    qualifier: str = ""
    dates: str = ""
    born: int | None = None
    died: int | None = None
    places: tuple[Place, ...] = ()
    uris: tuple[str, ...] = ()
    alternative_names: tuple[Text, ...] = ()
    occupations: tuple[Term, ...] = ()
    kind: Literal["", "person", "organisation", "group"] = ""
    anonymous: bool = False
    identifiers: tuple[Identifier, ...] = ()


class Event(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """Something that happened to the work: `production`, `acquisition`, `publication`, `exhibition`, `find`, `use`, `other`."""

    kind: str
    date: Date | None = None
    names: tuple[Text, ...] = ()
    places: tuple[Place, ...] = ()
    makers: tuple[Maker, ...] = ()
    techniques: tuple[Term, ...] = ()


class Dimension(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """One measure: `kind` is height, width, depth, diameter, weight, duration, …; `part` is what it measures (work, frame, sheet, …)."""

    kind: str
    value: float
    unit: str
    part: str = "work"


class Holder(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """The museum that keeps the work."""

    name: str
    uris: tuple[str, ...] = ()
    language: str = UNDETERMINED
    place: Place | None = None


class Rights(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """A rights statement: the normalised URI (blank if there is none), what the source wrote, and who holds the rights."""

    uri: str = ""
    text: str = ""
    holder: str = ""
    language: str = UNDETERMINED


class Reservation(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """Text-and-data-mining reservation (W3C TDMRep): whether rights are reserved, the policy, and the evidence.

    `carrier` is where it was read: `tdmrep.json`, `header`, `meta`, `xmp`, `robots.txt`, `person`; `seen` an ISO date.
    """

    reserved: bool
    policy: str = ""
    carrier: str = ""
    evidence: str = ""
    seen: str = ""


class CommunityLabel(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """A Local Contexts label (Traditional Knowledge or Biocultural): its URI and the community's own words."""

    uri: str
    name: str = ""
    text: Text | None = None
    community: str = ""
    project: str = ""


class Sensitivity(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """Why a work needs care before it is shown or used."""

    kind: Literal["nudity", "violence", "human remains", "sacred or secret", "contentious terms", "living person"]
    note: str = ""


class Surrogate(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """A picture, film, sound, text or model of the work.

    `key` tells it apart within the record (its URL or file name); `type` is the media type found in the content, or,
    before it was fetched, what the source or the file name says; width and height in pixels, size in bytes, checksum
    SHA-256 in hex; `source_type` an IPTC digital source type URI; `purpose` `master`, `view`
    (another view of the work), `thumbnail`, `iiif` (`url` is the base of an IIIF image service) or blank.
    """

    key: str
    url: str = ""
    path: str = ""
    type: str = ""
    width: int | None = None
    height: int | None = None
    size: int | None = None
    checksum: str = ""
    purpose: str = ""
    rights: Rights | None = None
    reservation: Reservation | None = None
    credit: str = ""
    alt: tuple[Text, ...] = ()
    source_type: str = ""


class Relation(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """A link to another work, set or resource: `part of`, `has part`, `references`, `referenced by`, `format of`, `source`, `met`, `related`."""

    kind: str
    uri: str = ""
    labels: tuple[Text, ...] = ()


class Entity(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """A person, concept, place or period of the source's linked data.

    `kind` is its class (`Agent`, `Concept`, `Place`, `TimeSpan`, …), `labels` its preferred labels, `known` the names of the
    properties that say something of it (`begin`, `lat`, `broader`; `prefLabel@` with any language tag), `linked_by` those by which the work links to it
    (`dc:subject`). What they say stands in the fields of the record.
    """

    uri: str
    kind: str
    labels: tuple[Text, ...] = ()
    known: tuple[str, ...] = ()
    linked_by: tuple[str, ...] = ()


class Linked(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """How a source of linked data (EDM) stands, where the fields of the record do not keep it.

    `entities` are what the work links to, all else being words or links that lead out of the source; `described` the keys
    of the surrogates that the source describes (edm:WebResource); `preview` whether a preview with a media type stands for
    the work, `player` whether a description of a player (oEmbed) is there; `rights_texts` what is said of rights in words;
    `odd_tags` the properties of which a text has a language tag that is none: it is `und` in the record.
    """

    entities: tuple[Entity, ...] = ()
    described: tuple[str, ...] = ()
    preview: bool = False
    player: bool = False
    rights_texts: tuple[Text, ...] = ()
    odd_tags: tuple[str, ...] = ()


class Origin(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """Where the record comes from: the feed's name, file and place in it, when it was read (ISO 8601), SHA-256 of the raw record."""

    feed: str
    locator: str = ""
    read_at: str = ""
    checksum: str = ""


class Record(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """A work. `id` is `feed:key`, stable across imports; `key` is the source's own identifier for the record.
    `linked` is None where the source is no linked data.

    `landing_page_type` is the media type found at the landing page, or stated by the source; blank until one is known.
    """

    id: str
    key: str
    identifiers: tuple[Identifier, ...] = ()
    titles: tuple[Text, ...] = ()
    descriptions: tuple[Text, ...] = ()
    object_types: tuple[Term, ...] = ()
    classifications: tuple[Term, ...] = ()
    makers: tuple[Maker, ...] = ()
    events: tuple[Event, ...] = ()
    materials: tuple[Term, ...] = ()
    dimensions: tuple[Dimension, ...] = ()
    dimension_texts: tuple[Text, ...] = ()
    subjects: tuple[Term, ...] = ()
    places: tuple[Place, ...] = ()
    periods: tuple[Date, ...] = ()
    location: Place | None = None
    holder: Holder | None = None
    credit_lines: tuple[Text, ...] = ()
    provenance: tuple[Text, ...] = ()
    inscriptions: tuple[Text, ...] = ()
    relations: tuple[Relation, ...] = ()
    rights_of_metadata: Rights | None = None
    rights_of_object: Rights | None = None
    reservation: Reservation | None = None
    community_labels: tuple[CommunityLabel, ...] = ()
    sensitivities: tuple[Sensitivity, ...] = ()
    surrogates: tuple[Surrogate, ...] = ()
    media_kind: MediaKind | None = None
    landing_page: str = ""
    landing_page_type: str = ""
    text_languages: tuple[str, ...] = ()
    linked: Linked | None = None
    origin: Origin | None = None

    @property
    def production(self) -> Event | None:
        """The event that made the work, or None: never the acquisition, whichever the source lists first."""
        return next((event for event in self.events if event.kind == "production"), None)
