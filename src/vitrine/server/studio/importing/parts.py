"""The parts that a column can play in a record, in the words of people who keep collections."""

from django.utils.translation import gettext_lazy

LEFT_OUT = "-"
ROW_NUMBER = "#"
IDENTIFIERS = ("record.id", "identifier")

PARTS = (
    (
        gettext_lazy("The work"),
        (
            ("identifier", gettext_lazy("Number of the work (inventory, accession …)")),
            ("record.id", gettext_lazy("Number of the record in the database")),
            ("title", gettext_lazy("Title")),
            ("title.alternative", gettext_lazy("Other title")),
            ("title.series", gettext_lazy("Title of the series")),
            ("title.language", gettext_lazy("Language of the title")),
            ("description", gettext_lazy("Description")),
            ("label", gettext_lazy("Text of the label")),
            ("note", gettext_lazy("Note")),
            ("object_type", gettext_lazy("Kind of object")),
            ("classification", gettext_lazy("Classification")),
            ("subject", gettext_lazy("What it shows")),
            ("subject.uri", gettext_lazy("Web address of what it shows")),
            ("period", gettext_lazy("Period or style")),
            ("inscription", gettext_lazy("Inscription")),
            ("languages", gettext_lazy("Language written in the work")),
            ("part_of", gettext_lazy("Part of")),
        ),
    ),
    (
        gettext_lazy("Who made it"),
        (
            ("maker.name", gettext_lazy("Name of the maker")),
            ("maker.forename", gettext_lazy("First name of the maker")),
            ("maker.surname", gettext_lazy("Last name of the maker")),
            ("maker.alternative_name", gettext_lazy("Other name of the maker")),
            ("maker.role", gettext_lazy("Role of the maker")),
            ("maker.qualifier", gettext_lazy("Qualifier (after, attributed to …)")),
            ("maker.kind", gettext_lazy("Person or body")),
            ("maker.dates", gettext_lazy("Life dates of the maker")),
            ("maker.born", gettext_lazy("Year the maker was born")),
            ("maker.died", gettext_lazy("Year the maker died")),
            ("maker.birth_place", gettext_lazy("Place the maker was born")),
            ("maker.death_place", gettext_lazy("Place the maker died")),
            ("maker.nationality", gettext_lazy("Nationality of the maker")),
            ("maker.uri", gettext_lazy("Web address of the maker (authority)")),
        ),
    ),
    (
        gettext_lazy("When, where and how"),
        (
            ("date.text", gettext_lazy("Date as it is worded")),
            ("date.instead", gettext_lazy("Date where the other is blank")),
            ("date.earliest", gettext_lazy("Earliest year")),
            ("date.latest", gettext_lazy("Latest year")),
            ("place", gettext_lazy("Place it was made")),
            ("place.find", gettext_lazy("Place it was found")),
            ("technique", gettext_lazy("Technique")),
            ("material", gettext_lazy("Material")),
        ),
    ),
    (
        gettext_lazy("Measures"),
        (
            ("dimensions", gettext_lazy("Measures as they are worded")),
            ("dimensions.frame", gettext_lazy("Measures of the frame")),
            ("height", gettext_lazy("Height")),
            ("width", gettext_lazy("Width")),
            ("depth", gettext_lazy("Depth")),
            ("length", gettext_lazy("Length")),
            ("diameter", gettext_lazy("Diameter")),
            ("weight", gettext_lazy("Weight")),
            ("dimension.kind", gettext_lazy("What is measured")),
            ("dimension.value", gettext_lazy("Number measured")),
            ("dimension.unit", gettext_lazy("Unit of the measures")),
            ("dimension.part", gettext_lazy("Part that is measured")),
        ),
    ),
    (
        gettext_lazy("Keeping it"),
        (
            ("acquisition.date", gettext_lazy("Date it was acquired")),
            ("acquisition.method", gettext_lazy("How it was acquired")),
            ("credit", gettext_lazy("Credit line")),
            ("provenance", gettext_lazy("Provenance")),
            ("exhibition", gettext_lazy("Exhibition")),
            ("location", gettext_lazy("Where it is now")),
            ("holder", gettext_lazy("Who keeps it")),
            ("landing_page", gettext_lazy("Web page of the work")),
            ("rights", gettext_lazy("Rights statement")),
            ("rights.holder", gettext_lazy("Who holds the rights")),
        ),
    ),
    (
        gettext_lazy("Pictures"),
        (
            ("media.url", gettext_lazy("Web address of a picture")),
            ("media.file", gettext_lazy("File name of a picture")),
            ("media.thumbnail", gettext_lazy("A small picture")),
            ("media.rights", gettext_lazy("Rights of the picture")),
            ("media.credit", gettext_lazy("Credit of the picture")),
            ("media.alt", gettext_lazy("What the picture shows (alt text)")),
            ("media.width", gettext_lazy("Width in pixels")),
            ("media.height", gettext_lazy("Height in pixels")),
            ("media_kind", gettext_lazy("Kind of medium")),
        ),
    ),
)
"""Parts of a record in groups, each with what it is called (`vitrine.formats.proposal` knows what becomes of them)."""

NAMES = {part: name for _, parts in PARTS for part, name in parts}

WHY = {
    "by its name": gettext_lazy("by its name"),
    "by part of its name": gettext_lazy("by part of its name"),
    "by its values": gettext_lazy("by what stands in it"),
    "empty in every row": gettext_lazy("empty in every row"),
    "only yes and no": gettext_lazy("only yes and no: what that means is for you to say"),
    "no part of the record is known for it": gettext_lazy("nothing in a record is known that it could be"),
}
"""The reasons that a proposal gives, in the reader's language; others stay as they are written."""
