"""The public pages that every look at the whole goes through, and the works they show: rooms add theirs to PAGES."""

from tests.works import jar, picture, put, record
from vitrine.records import CommunityLabel, Maker, Rights, Sensitivity, Surrogate, Text

PAGES = [
    "/",
    "/works",
    "/works/museum/rich",
    "/works/museum/wide",
    "/works/museum/poor",
    "/works/museum/sensitive",
    "/works/museum/closed",
    "/works/museum/unpictured",
    "/works/museum/right-to-left",
    "/works/museum/enormous",
    "/quality",
    "/ai",
    "/no-such-page",
]


def hang() -> None:
    """Put a work of every kind that pages have to bear into the database."""
    rights = Rights("http://creativecommons.org/licenses/by-sa/4.0/")
    texts = (Text("A woman waits.\n\nHer coat is red.", "en"), Text("Una donna aspetta.", "it"), Text("امرأة", "ar"))
    alt = (Text("A woman in a red coat by the water.", "en"),)
    rich = jar("rich", descriptions=texts, rights_of_object=rights, surrogates=(Surrogate("a", alt=alt),))
    put(rich, {"a": picture(width=1200, height=1600), "b": picture(9)}, versions=2)
    put(jar("wide", titles=(Text("Vattnet", "sv"),)), {"a": picture(30, 60, 160, 2400, 700)})
    put(record("poor"))
    put(jar("sensitive", sensitivities=(Sensitivity("nudity"),)), {"a": picture(200, 150, 120)})
    label = CommunityLabel(
        "https://localcontexts.org/label/tk-secret-sacred/", "TK", Text("It is ours.", "en"), "Its people"
    )
    put(jar("closed", community_labels=(label,)), {"a": picture(1)})
    put(jar("unpictured", landing_page="https://museum.example/1"))
    put(jar("right-to-left", titles=(Text("جرة", "ar"),), descriptions=(Text("جرة من الطين", "ar"),)))
    long = "Donaudampfschifffahrtsgesellschaftskapitänswitwe" * 4
    makers = tuple(Maker(f"{long} {n}", role="engraver") for n in range(9))
    put(record("enormous", titles=(Text(long),), makers=makers, descriptions=(Text("word " * 20_000, "en"),)))
