"""What a mapping may say: which column or field of a museum's file means what in the record. Written in TOML.

A *value* is one of three things, told apart by how they are written:

- `title`, `maker.name`, `images.url`: a path; dots go into nested data and into joined tables, lists are gone through;
- `https://museum.org/{id}`: a template, paths in braces;
- `https://museum.org/`, or `{ value = "artist" }`: a constant (an address without braces is always one).

The path `#` is the number of the row or record in its file. `{ path = "role", map = { s = "sitter" } }` translates, `split = "|"` cuts a cell that holds several. Inside a table with
`each`, paths start at each element; `/title` starts at the record again, `.` is the element itself. `each = "tree.**"`
goes through the leaves of a tree, `tree.children.**` through those of one that branches by lists called `children`. `when = { role = ["artist", "printer"] }` takes only elements that say so, `unless`
the others.
"""

from typing import Annotated, Literal

import msgspec

from vitrine.records.work import MediaKind

Condition = dict[str, str | int | bool | list[str | int | bool]]
Separators = str | list[str]
EventKind = Literal["production", "acquisition", "publication", "exhibition", "find", "use", "other"]
RelationKind = Literal["part of", "has part", "references", "referenced by", "format of", "source", "met", "related"]


class Cell(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A value written out: where it is (`path`) or what it is (`value`), cut at `split`, translated by `map`.

    `map` is a table from what the source says to what is meant, or the name of one in `[maps]`.
    """

    path: str = ""
    value: str = ""
    split: Separators = ""
    map: dict[str, str] | str = ""


Value = str | Cell


class Source(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What holds for the whole file.

    `language` is that of texts for which nothing else is said; `circa` how many years "circa" spans on each side.
    `file` names the file (or, with `*`, the files) to read in a folder or archive; `records` is the path to the list of
    records in a JSON file. `encoding` and `delimiter` are found where they are not stated. `leave` names rules of repair that
    are not to be applied: what they would mend stands as it came.
    """

    name: str = ""
    format: Literal["", "csv", "json", "lido", "edm"] = ""
    language: str = "und"
    circa: Annotated[int, msgspec.Meta(ge=0, le=500)] = 0
    file: str = ""
    records: str = ""
    encoding: str = ""
    delimiter: str = ""
    media_kind: MediaKind | None = None
    leave: tuple[Literal["null", "double-encoding", "html", "spaces", "link"], ...] = ()

    @property
    def left(self) -> frozenset[str]:
        """The rules of repair that are not to be applied."""
        return frozenset(self.leave)


class Joined(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A further table: its rows belong to the row whose `refers_to` (`column` of the main table, or `table.column`) has
    the value of their `column`. `order` is the column they are sorted by; `single` says that there is at most one."""

    file: str
    column: str
    refers_to: str
    order: str = ""
    single: bool = False


class RecordTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What the record is known by."""

    id: Value
    landing_page: Value = ""
    media_kind: Value = ""
    languages: Value = ""


class Each(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, kw_only=True):
    """What every table of a field may say: which elements it goes through, and under which condition."""

    each: str = ""
    when: Condition = {}
    unless: Condition = {}


class IdentifierTable(Each, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    path: Value
    scheme: str = ""


class TextTable(Each, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A text; `language` is a tag, or `{ path = … }` where a column says it. An object of texts by language is understood."""

    path: Value
    language: Value = ""
    kind: str = ""
    split: Separators = ""


class TermTable(Each, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A concept. Where `map` makes an address of the label, that is its URI."""

    label: Value = ""
    uri: Value = ""
    note: Value = ""
    language: Value = ""
    kind: str = ""
    split: Separators = ""
    map: dict[str, str] | str = ""


class MakerTable(Each, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A person or body. `inverted` says that names are written `Last, First`."""

    name: Value
    alternative_name: Value = ""
    role: Value = ""
    qualifier: Value = ""
    dates: Value = ""
    born: Value = ""
    died: Value = ""
    birth_place: Value = ""
    death_place: Value = ""
    nationality: Value = ""
    occupation: Value = ""
    uri: Value = ""
    kind: Value = ""
    language: Value = ""
    inverted: bool = False
    split: Separators = ""


class EventTable(Each, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Something that happened to the work. `earliest` and `latest` are the years the museum itself resolved."""

    kind: EventKind = "production"
    text: Value = ""
    earliest: Value = ""
    latest: Value = ""
    place: Value = ""
    place_uri: Value = ""
    technique: Value = ""
    name: Value = ""
    language: Value = ""
    split: Separators = ""


class PeriodTable(Each, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A time the work is about or belongs to."""

    text: Value = ""
    earliest: Value = ""
    latest: Value = ""
    uri: Value = ""
    language: Value = ""


class DimensionTable(Each, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Measures: as `text`; in columns of their own; or element by element with `kind` and `value`, which are lists side by
    side where `split` cuts them. `unit` and `part` are constants or `{ path = … }`."""

    text: Value = ""
    height: Value = ""
    width: Value = ""
    depth: Value = ""
    length: Value = ""
    diameter: Value = ""
    weight: Value = ""
    kind: Value = ""
    value: Value = ""
    unit: Value = ""
    part: Value = ""
    language: Value = ""
    split: Separators = ""


class PlaceTable(Each, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    label: Value = ""
    uri: Value = ""
    latitude: Value = ""
    longitude: Value = ""
    kind: str = ""
    language: Value = ""
    split: Separators = ""


class RelationTable(Each, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    kind: RelationKind = "related"
    uri: Value = ""
    label: Value = ""
    language: Value = ""


class RightsTable(Each, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """The rights of the `metadata`, the `object` or each `media` file. `statement` is where the statement stands, or the
    statement itself; `text` what the source says in words (for a constant: who says so)."""

    of: Literal["metadata", "object", "media"]
    statement: Value = ""
    text: Value = ""
    holder: Value = ""
    language: Value = ""


class SurrogateTable(Each, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A media file: at an address (`url`) or beside the data (`file`). `credit` is its credit line or copyright notice."""

    url: Value = ""
    file: Value = ""
    type: Value = ""
    width: Value = ""
    height: Value = ""
    size: Value = ""
    rights: Value = ""
    rights_holder: Value = ""
    credit: Value = ""
    alt: Value = ""
    source_type: Value = ""
    purpose: str = ""
    language: Value = ""
    split: Separators = ""


class HolderTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """The museum that keeps the works."""

    name: Value
    uri: Value = ""
    language: str = ""
    place: Value = ""
    place_uri: Value = ""


class ReservationTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Whether text and data mining is reserved: 1, true, yes, reserved, or 0, false, no; and the policy's address."""

    reserved: Value
    policy: Value = ""
    evidence: Value = ""


class LabelTable(Each, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A label of Local Contexts: its URI and the community's own words."""

    uri: Value
    name: Value = ""
    text: Value = ""
    community: Value = ""
    project: Value = ""
    language: Value = ""


class SensitivityTable(Each, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Why works need care; `when` says which."""

    kind: Literal["nudity", "violence", "human remains", "sacred or secret", "contentious terms", "living person"]
    note: Value = ""


class Mapping(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, kw_only=True):
    """A whole mapping. Only `[record]` with `id` must be there, and for LIDO and EDM, which say what they mean, not even that."""

    source: Source = Source()
    tables: dict[str, Joined] = {}
    maps: dict[str, dict[str, str]] = {}
    record: RecordTable | None = None
    identifiers: tuple[IdentifierTable, ...] = ()
    titles: tuple[TextTable, ...] = ()
    descriptions: tuple[TextTable, ...] = ()
    object_types: tuple[TermTable, ...] = ()
    classifications: tuple[TermTable, ...] = ()
    makers: tuple[MakerTable, ...] = ()
    events: tuple[EventTable, ...] = ()
    materials: tuple[TermTable, ...] = ()
    dimensions: tuple[DimensionTable, ...] = ()
    subjects: tuple[TermTable, ...] = ()
    places: tuple[PlaceTable, ...] = ()
    periods: tuple[PeriodTable, ...] = ()
    location: PlaceTable | None = None
    holder: HolderTable | None = None
    credit_lines: tuple[TextTable, ...] = ()
    provenance: tuple[TextTable, ...] = ()
    inscriptions: tuple[TextTable, ...] = ()
    relations: tuple[RelationTable, ...] = ()
    rights: tuple[RightsTable, ...] = ()
    surrogates: tuple[SurrogateTable, ...] = ()
    reservation: ReservationTable | None = None
    community_labels: tuple[LabelTable, ...] = ()
    sensitivities: tuple[SensitivityTable, ...] = ()


def canonical(mapping: Mapping) -> str:
    """Return the one text that equal mappings have in common: comments, order and blanks of the TOML play no part."""
    return msgspec.json.encode(mapping, order="deterministic").decode()
