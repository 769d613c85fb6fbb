"""What LIDO says about the record, the rights and the media files."""

from functools import lru_cache
from typing import NamedTuple

from vitrine.formats.lido.draft import LIDO, TYPE, Draft, address, remembered, type_name
from vitrine.formats.lido.measures import number
from vitrine.formats.lido.terms import body, term, word
from vitrine.formats.media_names import MEDIA_TYPES, is_media_name, media_type
from vitrine.formats.statements import rights_of
from vitrine.formats.xml.tree import CHILDREN, TAG, Node, attribute
from vitrine.records import Holder, Identifier, Rights, Surrogate, Text
from vitrine.records.work import MediaKind

_RIGHTS_WRAP = f"{LIDO}rightsWorkWrap"
_RIGHTS_SET = f"{LIDO}rightsWorkSet"
_RECORD = f"{LIDO}recordWrap"
_RESOURCES = f"{LIDO}resourceWrap"
_RESOURCE_SET = f"{LIDO}resourceSet"

_RIGHTS_TYPE = f"{LIDO}rightsType"
_RIGHTS_HOLDER = f"{LIDO}rightsHolder"
_CREDIT = f"{LIDO}creditLine"

RECORD_ID = f"{LIDO}recordID"
_RECORD_SOURCE = f"{LIDO}recordSource"
_RECORD_RIGHTS = f"{LIDO}recordRights"
_RECORD_INFO = f"{LIDO}recordInfoSet"
_RECORD_TYPE = f"{LIDO}recordType"
_INFO_LINK = f"{LIDO}recordInfoLink"

_RESOURCE_ID = f"{LIDO}resourceID"
_REPRESENTATION = f"{LIDO}resourceRepresentation"
_LINK = f"{LIDO}linkResource"
_FORMAT = f"{LIDO}formatResource"
_LABEL = f"{LIDO}label"
_MEASURES = f"{LIDO}resourceMeasurementsSet"
_RESOURCE_RIGHTS = f"{LIDO}rightsResource"
_RESOURCE_DESCRIPTION = f"{LIDO}resourceDescription"
_RESOURCE_TYPE = f"{LIDO}resourceType"


def administrative(e: Node, draft: Draft, around: str) -> None:
    """Read lido:administrativeMetadata into the draft."""
    if draft.nothing(e):
        return
    around = draft.language(e, around)
    for child in e[CHILDREN]:
        tag = child[TAG]
        if tag == _RECORD:
            _record(child, draft, around)
        elif tag == _RESOURCES:
            for inner in child[CHILDREN]:
                if inner[TAG] == _RESOURCE_SET:
                    _resource(inner, draft, around)
        elif tag == _RIGHTS_WRAP:
            _rights_of_work(child, draft, around)


def _rights_of_work(wrap: Node, draft: Draft, around: str) -> None:
    sets = [child for child in wrap[CHILDREN] if child[TAG] == _RIGHTS_SET]
    found = _rights(sets, draft, around, "rights_of_object", draft.credit_lines)
    draft.rights_of_object = draft.rights_of_object or found


def _rights(sets: list[Node], draft: Draft, around: str, where: str, credits: list[Text]) -> Rights | None:
    """Return what several sets of rights (rightsComplexType) come to together; credit lines go to `credits`."""
    found = [_rights_set(one, draft, around, where) for one in sets]
    for one in found:
        credits += one.credits
    return rights_of(
        [written for one in found for written in one.written],
        [holder for one in found for holder in one.holders],
        draft.notes,
        where,
        next((one.language for one in found if one.written), around),
    )


class _RightsSet(NamedTuple):
    written: list[str]
    holders: list[str]
    credits: list[Text]
    language: str


@remembered
def _rights_set(e: Node, draft: Draft, around: str, where: str) -> _RightsSet:
    """Return the statements, in words or as addresses, the holders and the credit lines of one set of rights."""
    written: list[str] = []
    holders: list[str] = []
    credits: list[Text] = []
    language = around
    for child in () if draft.nothing(e) else e[CHILDREN]:
        tag = child[TAG]
        if tag == _RIGHTS_TYPE:
            if found := term(child, draft, around, where):
                written += found.uris
                written += (label.value for label in found.labels)
                language = found.labels[0].language if found.labels else language
        elif tag == _RIGHTS_HOLDER:
            holders += (name.value for name in body(child, draft, around, where).names)
        elif tag == _CREDIT and (text := draft.text(child, around, where)):
            credits.append(text)
    return _RightsSet(written, holders, credits, language)


def _record(wrap: Node, draft: Draft, around: str) -> None:
    rights: list[Node] = []
    for child in wrap[CHILDREN]:
        tag = child[TAG]
        if tag == RECORD_ID:
            if value := draft.value(child, "identifiers"):
                draft.identifiers.append(Identifier(value, "record"))
        elif tag == _RECORD_SOURCE:
            found = body(child, draft, around, "holder")
            if found.names and draft.publisher is None:
                draft.publisher = Holder(found.names[0].value, found.uris, found.names[0].language)
        elif tag == _RECORD_RIGHTS:
            rights.append(child)
        elif tag == _RECORD_INFO and not draft.nothing(child):
            for inner in child[CHILDREN]:
                if inner[TAG] == _INFO_LINK:
                    draft.landing_page = draft.link(inner, "landing_page") or draft.landing_page
        elif tag == _RECORD_TYPE:
            term(child, draft, around, "")
    draft.rights_of_metadata = draft.rights_of_metadata or _rights(rights, draft, around, "rights_of_metadata", [])


class _File(NamedTuple):
    """One representation of a resource."""

    link: str
    sort: "_Sort"
    width: int | None = None
    height: int | None = None


class _Sort(NamedTuple):
    """What a representation is for, its media type, and the kind of work it speaks for."""

    purpose: str
    type: str
    kind: MediaKind | None


def _file(e: Node, draft: Draft) -> _File | None:
    """Return the file that a resourceRepresentation links to, None where it links to none."""
    link = ""
    said = type_name(attribute(e, TYPE))
    format_ = label = ""
    size: list[tuple[str, int]] = []
    for child in e[CHILDREN]:
        if child[TAG] == _LINK:
            link = draft.link(child, "surrogates")
            format_, label = attribute(child, _FORMAT) or "", attribute(child, _LABEL) or ""
            if not link:
                draft.notes.defect("link-empty", "surrogates", said)
        elif child[TAG] == _MEASURES:
            size += _pixels(child, draft)
    if not link:
        return None
    sort = _sort(said, label, format_, media_type(link), "/iiif/" in link)
    if not size:
        return _File(link, sort)
    width = next((value for kind, value in size if kind in _WIDTH), None)
    height = next((value for kind, value in size if kind in _HEIGHT), None)
    return _File(link, sort, width, height)


@lru_cache(maxsize=1024)
def _sort(said: str, label: str, format_: str, by_name: str, in_iiif: bool) -> _Sort:
    """Tell what a representation is by its type, the label and format of its link, and the file's name.

    The format is a media type, or the ending of a file's name.
    """
    format_ = format_.strip().lower()
    type_ = format_ if "/" in format_ else MEDIA_TYPES.get(format_.lstrip("."), "") or by_name
    spoken = f"{said} {label.lower()} {type_}"
    kind = next((kind for part, kind in _MEDIA_KINDS.items() if part in spoken), None)
    if "iiif" in spoken or (in_iiif and not by_name):
        return _Sort("iiif", type_, kind or "IMAGE")
    if any(part in said for part in _THUMBNAIL):
        return _Sort("thumbnail", type_, kind)
    return _Sort("master" if any(part in said for part in _MASTER) else "", type_, kind)


def _pixels(e: Node, draft: Draft) -> list[tuple[str, int]]:
    """Return the measure of a file as its kind and its pixels; nothing where it is no number of pixels."""
    kind = unit = written = ""
    for child in e[CHILDREN]:
        if child[TAG] == f"{LIDO}measurementType":
            kind = kind or word(child, draft, "surrogates").lower()
        elif child[TAG] == f"{LIDO}measurementUnit":
            unit = unit or word(child, draft, "surrogates").lower()
        elif child[TAG] == f"{LIDO}measurementValue":
            written = draft.value(child, "surrogates")
    value = number(written) if written else None
    return [(kind, int(value))] if value and value > 0 and (unit in _PIXELS or not unit) else []


_PIXELS = frozenset({"px", "pixel", "pixels", "pixlar", "pxl"})
_WIDTH = frozenset({"width", "breite", "largeur", "larghezza", "breedte", "anchura", "bredd", "x"})
_HEIGHT = frozenset({"height", "höhe", "hauteur", "altezza", "hoogte", "altura", "höjd", "y"})
_THUMBNAIL = ("thumb", "preview", "lido00451", "vorschau")
_MASTER = ("master", "provided", "lido00464", "lido00465", "lido00466", "lido00468", "lido00482", "highres", "large")
_MEDIA_KINDS: dict[str, MediaKind] = {
    "lido00464": "IMAGE",
    "lido00465": "SOUND",
    "lido00466": "VIDEO",
    "lido00468": "3D",
    "lido00482": "TEXT",
    "3d": "3D",
    "model/": "3D",
    "video": "VIDEO",
    "audio": "SOUND",
    "text": "TEXT",
    "application/pdf": "TEXT",
    "image": "IMAGE",
    "iiif": "IMAGE",
}
"""What `lido:type` of a representation says, in words or as concepts of the LIDO Terminology."""


def _resource(e: Node, draft: Draft, around: str) -> None:
    """Read a resourceSet: one picture, film or sound in one or several representations, which share their rights."""
    if draft.nothing(e):
        return
    files: list[_File] = []
    rights: list[Node] = []
    alt: list[Text] = []
    credits: list[Text] = []
    for child in e[CHILDREN]:
        tag = child[TAG]
        if tag == _REPRESENTATION:
            if not draft.nothing(child) and (file := _file(child, draft)):
                files.append(file)
        elif tag == _RESOURCE_RIGHTS:
            rights.append(child)
        elif tag == _RESOURCE_DESCRIPTION:
            text = draft.text(child, around, "surrogates.alt")
            if text and "alt" in type_name(attribute(child, TYPE)):
                alt.append(text)
        elif tag == _RESOURCE_ID:
            address(child, draft, "surrogates")
    found = _rights(rights, draft, around, "surrogates.rights", credits)
    credit = credits[0].value if credits else ""
    for file in files:
        draft.media_kind = draft.media_kind or file.sort.kind
        _add(file, found, credit, tuple(alt), draft)


def _add(file: _File, rights: Rights | None, credit: str, alt: tuple[Text, ...], draft: Draft) -> None:
    """Add a file to the draft. The same address twice is one file, and no thumbnail if it is also something else."""
    link, sort = file.link, file.sort
    for place, other in enumerate(draft.surrogates):
        if other.key == link:
            if other.purpose != "thumbnail":
                return
            del draft.surrogates[place]
            break
    bare = is_media_name(link) if "/" not in link else False
    draft.surrogates.append(
        Surrogate(
            key=link,
            url="" if bare else link,
            path=link if bare else "",
            type=sort.type,
            width=file.width,
            height=file.height,
            purpose=sort.purpose,
            rights=rights,
            credit=credit,
            alt=alt,
        )
    )
