"""A work as schema.org has it, for search engines and whoever reads pages by program."""

from typing import Any

from vitrine.records import Maker, Record, Text
from vitrine.rights import describe, parse
from vitrine.server.site.words.labels import Label
from vitrine.server.site.words.pictures import Picture
from vitrine.server.site.words.texts import html_language

_MANY = 20
"""Values of one kind that are told: a page is no export."""


def linked_data(record: Record, label: Label, picture: Picture | None, site: str, address: str) -> dict[str, Any]:
    """Return the work as JSON-LD; what is not recorded is left out. `site` is the site's address without its last slash."""
    found = {
        "@context": "https://schema.org",
        "@type": "VisualArtwork" if _visual(record) else "CreativeWork",
        "@id": address,
        "url": address,
        "name": _text(label.title),
        "alternateName": [_text(one) for one in record.titles if one != label.title][:_MANY],
        "description": [_text(one) for one in record.descriptions][:_MANY],
        "creator": [_person(one) for one in record.makers if not one.anonymous and one.name][:_MANY],
        "dateCreated": _date(record),
        "artform": [_text(one.labels[0]) for one in record.object_types if one.labels][:_MANY],
        "material": [_text(one.labels[0]) for one in record.materials if one.labels][:_MANY],
        "identifier": label.number,
        "license": _license(record),
        "creditText": label.credit.value if label.credit else "",
        "image": _image(picture, site),
        "inLanguage": [tag for one in record.text_languages if (tag := html_language(one))],
        "sameAs": record.landing_page if record.landing_page.startswith(("http://", "https://")) else "",
    }
    return {name: value for name, value in found.items() if value}


def _visual(record: Record) -> bool:
    return record.media_kind in (None, "IMAGE")


def _text(text: Text | None) -> Any:
    """Return a text with its language, where that is known."""
    if text is None:
        return None
    language = html_language(text.language)
    return {"@value": text.value, "@language": language} if language else text.value


def _person(maker: Maker) -> dict[str, Any]:
    found = {
        "@type": "Organization" if maker.kind in ("organisation", "group") else "Person",
        "name": maker.name,
        "birthDate": _year(maker.born),
        "deathDate": _year(maker.died),
    }
    return {name: value for name, value in found.items() if value}


def _year(number: int | None) -> str:
    """Return a year as ISO 8601 has it."""
    if number is None:
        return ""
    return f"{number:04}" if 0 <= number <= 9999 else f"{number:+07}"


def _date(record: Record) -> str:
    date = record.production.date if record.production else None
    if date is None:
        return ""
    if date.earliest is not None and date.latest is not None:
        first, last = _year(date.earliest), _year(date.latest)
        return first if first == last else f"{first}/{last}"
    return date.text


def _license(record: Record) -> str:
    rights = record.rights_of_object
    return describe(rights.uri or parse(rights.text).uri).uri if rights else ""


def _image(picture: Picture | None, site: str) -> dict[str, Any] | None:
    if picture is None or picture.warnings:
        return None
    found = {
        "@type": "ImageObject",
        "contentUrl": site + picture.source,
        "width": picture.width,
        "height": picture.height,
        "caption": picture.alt.value if picture.described else "",
        "creditText": picture.credit,
    }
    return {name: value for name, value in found.items() if value}
