"""What the fields of a record are called on a page."""

import re

from django.utils.translation import gettext, gettext_lazy

_FIELDS = {
    "identifiers": gettext_lazy("Numbers"),
    "titles": gettext_lazy("Title"),
    "descriptions": gettext_lazy("Description"),
    "object_types": gettext_lazy("Kind of object"),
    "classifications": gettext_lazy("Classification"),
    "makers": gettext_lazy("Makers"),
    "events": gettext_lazy("Making and history"),
    "materials": gettext_lazy("Medium"),
    "dimensions": gettext_lazy("Dimensions"),
    "dimension_texts": gettext_lazy("Dimensions"),
    "subjects": gettext_lazy("What it shows"),
    "places": gettext_lazy("Places"),
    "periods": gettext_lazy("Periods"),
    "location": gettext_lazy("Where it is"),
    "holder": gettext_lazy("Kept by"),
    "credit_lines": gettext_lazy("Credit line"),
    "provenance": gettext_lazy("Provenance"),
    "inscriptions": gettext_lazy("Inscriptions"),
    "relations": gettext_lazy("Related to"),
    "rights_of_metadata": gettext_lazy("Rights of this description"),
    "rights_of_object": gettext_lazy("Rights of the work"),
    "reservation": gettext_lazy("Text and data mining"),
    "community_labels": gettext_lazy("Labels of communities"),
    "sensitivities": gettext_lazy("Care"),
    "surrogates": gettext_lazy("Pictures and other media"),
    "media_kind": gettext_lazy("Kind of media"),
    "landing_page": gettext_lazy("Page at the source"),
    "text_languages": gettext_lazy("Languages in the work"),
}

_PATH = re.compile(r"^(?P<field>[a-z_]+)(?:\[(?P<key>.+?)\])?(?:\.(?P<inner>[a-z_]+))?$", re.DOTALL)

_INNER = {"rights": gettext_lazy("rights of the picture"), "alt": gettext_lazy("what the picture shows")}


def field_name(path: str) -> str:
    """Return what the field at `path` is called: `titles[it]` is `Title (it)`."""
    match = _PATH.match(path)
    if match is None:
        return path
    name = str(_FIELDS.get(match["field"], match["field"]))
    details = [str(_INNER.get(match["inner"], match["inner"]))] if match["inner"] else []
    if match["key"]:
        details.append(match["key"])
    return gettext("{name} ({detail})").format(name=name, detail=", ".join(details)) if details else name
