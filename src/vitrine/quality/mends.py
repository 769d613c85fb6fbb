"""Mends: what can be done to raise a tier, what it costs, and what it changes in the facts.

A mend is a pure function from facts to facts: the facts of the record when the mend is made. One that does not apply
gives the same facts back.

Effort (our judgement) is for one work, relative to the least: 1 a decision or setting that holds for many works at once;
2 a little work in a table, mostly in bulk; 4 a few minutes of somebody who knows the work; 8 a new photograph, scan or
recording.
"""

from collections.abc import Callable
from typing import NamedTuple

from msgspec.structs import replace

from vitrine.quality.facts import PIXEL_STEPS, Family, Media, TierFacts, distinct
from vitrine.quality.stated import COMPLETED, NAMED, PROPERTIES, bits, says, tagged

Apply = Callable[[TierFacts], TierFacts]

_OPEN, _RESTRICTED = 4, 3
_LARGE = PIXEL_STEPS[0]
_MEASURED = ("image", "video")
"""Families of which the size matters."""


class Mend(NamedTuple):
    """A possible mend. `title` is an English msgid; `at_most` marks one whose outcome is not known before it is made;
    `rights` is how free a work becomes by a mend that states rights: `open` or `restricted`."""

    id: str
    title: str
    effort: int
    apply: Apply
    at_most: bool = False
    rights: str = ""


def _licensed(cap: int) -> Apply:
    """Media under a licence that allows tier `cap`, where theirs allows less."""

    def apply(facts: TierFacts) -> TierFacts:
        if facts.cap >= cap and all(one.cap >= cap for one in facts.media):
            return facts
        media = [replace(one, cap=max(one.cap, cap)) for one in facts.media]
        return replace(facts, cap=max(facts.cap, cap), media=distinct(media))

    return apply


def _measured(facts: TierFacts) -> TierFacts:
    """Media of which type or size is not known turn out as good as can be."""
    if all(_is_known(one) for one in facts.media):
        return facts
    media = [one if _is_known(one) else _best(facts, one) for one in facts.media]
    image = any(one.family == "image" for one in media)
    return replace(facts, media=distinct(media), thumbnail=facts.thumbnail or image)


def _is_known(one: Media) -> bool:
    return bool(one.family) and (one.family not in _MEASURED or one.pixels is not None)


_FAMILY: dict[str, Family] = {"VIDEO": "video", "SOUND": "audio", "3D": "3d"}
"""What a good file is by the kind of work; of all others, an image."""


def _best(facts: TierFacts, one: Media) -> Media:
    return _good(one.family or _FAMILY.get(facts.kind, "image"), one.cap)


def _good(family: Family, cap: int) -> Media:
    return Media(family, _LARGE if family in _MEASURED else None, tall=family == "video", cap=cap)


def _with_image(facts: TierFacts) -> TierFacts:
    """A large image beside what is there, under the licence that holds for the work."""
    if facts.kind not in ("", "IMAGE", "TEXT"):
        return facts
    media = distinct([*facts.media, _good("image", facts.cap)])
    return replace(facts, kind=facts.kind or "IMAGE", media=media, thumbnail=True)


def _with_larger_images(facts: TierFacts) -> TierFacts:
    if not any(one.family == "image" and one.pixels is not None for one in facts.media):
        return facts
    media = [
        replace(one, pixels=_LARGE) if one.family == "image" and one.pixels is not None else one for one in facts.media
    ]
    return replace(facts, media=distinct(media))


def _with_recording(facts: TierFacts) -> TierFacts:
    family = _FAMILY.get(facts.kind)
    if family is None:
        return facts
    return replace(facts, media=distinct([*facts.media, _good(family, facts.cap)]))


def _with_thumbnail(facts: TierFacts) -> TierFacts:
    return facts if facts.thumbnail else replace(facts, thumbnail=True)


def _with_landing_page(facts: TierFacts) -> TierFacts:
    return facts if facts.landing_page else replace(facts, landing_page=True)


def _tagged(*names: str) -> Apply:
    def apply(facts: TierFacts) -> TierFacts:
        return _with(facts, tagged(facts.stated, names))

    return apply


def _stating(stated: int) -> Apply:
    def apply(facts: TierFacts) -> TierFacts:
        return _with(facts, facts.stated | stated)

    return apply


def _with(facts: TierFacts, stated: int) -> TierFacts:
    return facts if stated == facts.stated else replace(facts, stated=stated)


def _completing(kind: str) -> Apply:
    """Entities of a class that are linked already say what they lack."""
    linked, complete = bits(f"linked:{kind}"), bits(f"complete:{kind}")

    def apply(facts: TierFacts) -> TierFacts:
        return _with(facts, facts.stated | complete) if facts.stated & linked else facts

    return apply


def _text(name: str) -> int:
    """What a text with a language states as a value of `name`."""
    return says(name).value | says(name).language


def _link(name: str, kind: str) -> int:
    """What a link from `name` to a complete entity with labels in a language states."""
    return says(name).links[kind][NAMED + COMPLETED]


MENDS: tuple[Mend, ...] = (
    Mend(
        "state-open-rights",
        "Set a rights statement that lets everybody use the works (CC0, Public Domain Mark, CC BY, CC BY-SA), where that is true",
        1,
        _licensed(_OPEN),
        rights="open",
    ),
    Mend(
        "state-restricted-rights",
        "Set a rights statement that lets the works be used with restrictions (such as CC BY-NC or NoC-NC), where that is true",
        1,
        _licensed(_RESTRICTED),
        rights="restricted",
    ),
    Mend(
        "measure-media",
        "Let Vitrine fetch the media whose type or size is not known (the tier is the best that can come out)",
        1,
        _measured,
        at_most=True,
    ),
    Mend("tag-texts", "Say which language the texts are in", 1, _tagged(*PROPERTIES)),
    Mend("tag-titles", "Say which language the titles are in", 1, _tagged("dc:title", "dcterms:alternative")),
    Mend(
        "tag-descriptions",
        "Say which language the descriptions are in",
        1,
        _tagged("dc:description", "dcterms:tableOfContents"),
    ),
    Mend(
        "state-location",
        "State where the works are kept, as a place with coordinates",
        1,
        _stating(_link("edm:currentLocation", "Place")),
    ),
    Mend("state-landing-page", "Give every work a page on the web that can be reached", 2, _with_landing_page),
    Mend("state-type", "State what kind of object it is", 2, _stating(_text("dc:type"))),
    Mend(
        "state-date",
        "Give the date of making as years that can be read",
        2,
        _stating(_link("dcterms:created", "TimeSpan")),
    ),
    Mend("supply-thumbnail", "Supply a small picture as a preview", 2, _with_thumbnail),
    Mend("locate-places", "Give the places that are linked their coordinates", 2, _completing("Place")),
    Mend("date-persons", "Give the persons that are linked their life dates or occupation", 2, _completing("Agent")),
    Mend(
        "match-concepts", "Match the concepts that are linked with a second vocabulary", 2, _completing("Concept")
    ),
    Mend("state-material", "State the material or technique", 4, _stating(_text("dcterms:medium"))),
    Mend(
        "link-concept",
        "Link the kind of object to a term of a vocabulary (AAT, Wikidata), with its label and a match",
        2,
        _stating(_link("dc:type", "Concept")),
    ),
    Mend(
        "link-person",
        "Name the maker, with life dates or linked to an authority",
        4,
        _stating(_link("dc:creator", "Agent")),
    ),
    Mend(
        "link-place",
        "Link a place the work is about or from, with coordinates",
        4,
        _stating(_link("dcterms:spatial", "Place")),
    ),
    Mend("add-description", "Write a description, with its language", 4, _stating(_text("dc:description"))),
    Mend(
        "supply-larger-image",
        "Replace the images by larger ones, of at least 950,000 pixels (such as 1200 x 800)",
        4,
        _with_larger_images,
    ),
    Mend(
        "supply-image", "Supply an image of at least 950,000 pixels (such as 1200 x 800)", 8, _with_image
    ),
    Mend(
        "supply-recording",
        "Supply the film (of at least 480 lines), sound or 3D model itself",
        8,
        _with_recording,
    ),
)  # fmt: skip
"""All mends, the least effort first."""

BY_ID = {mend.id: mend for mend in MENDS}
