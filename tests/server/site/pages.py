"""The public pages that every look at the whole goes through, and what they show: rooms add theirs to PAGES."""

import wave
from io import BytesIO
from typing import Any

from django.core.files.base import ContentFile
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Collection

from tests.works import index, jar, picture, put, record
from vitrine.records import CommunityLabel, Maker, Rights, Sensitivity, Surrogate, Text
from vitrine.server.stories.laying_out import lay_out
from vitrine.server.stories.models import Story, StoryIndex

PAGES = [
    "/",
    "/works",
    "/works?q=jar&maker=Ada+Brown&image=yes&order=oldest",
    "/works?q=nothing+of+this+kind",
    "/works?q=jra&type=painting&from=1500&to=1600",
    "/works?page=99",
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
    "/stories/",
    "/stories/four-lemons/",
    "/stories/vier-zitronen/",
    "/play/",
    "/privacy",
    "/accessibility",
    "/no-such-page",
]


def sound() -> bytes:
    """Return a tenth of a second of silence as WAV."""
    file = BytesIO()
    with wave.open(file, "wb") as written:
        written.setnchannels(1)
        written.setsampwidth(2)
        written.setframerate(8000)
        written.writeframes(bytes(1600))
    return file.getvalue()


FILM = b"\x00\x00\x00\x1cftypisom\x00\x00\x02\x00isomiso2avc1mp41" + bytes(64)
"""How an MP4 begins: enough for what looks at its content, too little to be played."""

CAPTIONS = b"WEBVTT\n\n00:00.000 --> 00:01.000\nRain.\n"


def hang() -> None:
    """Put a work of every kind that pages have to bear into database and index, and stories about them."""
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
    index()
    tell()


def tell() -> None:
    """Publish a story with a part of every kind, and the same story in German."""
    if not Collection.objects.exists():
        Collection.add_root(name="Root")
    lay_out()
    image = get_image_model().objects.create(title="A lemon", file=ContentFile(picture(220, 200, 60), "lemon.jpg"))
    body: list[tuple[str, Any]] = [
        ("heading", "The plate"),
        ("text", '<p>Look <b>closely</b> at the <a href="/works">rim</a>.</p><ul><li>One</li><li>Two</li></ul>'),
        ("work", "museum:rich"),
        ("work", "museum:sensitive"),
        ("work", "museum:gone"),
        ("works", ["museum:wide", "museum:poor", "museum:right-to-left"]),
        ("picture", {"image": image, "alt": "A lemon on a table.", "caption": "Bought today.", "credit": "CC0"}),
        ("quotation", {"words": "Sour, and bright.", "by": "A visitor"}),
        ("sound", {"file": _upload("rain.wav", sound()), "title": "Rain", "transcript": "Rain on a roof."}),
        (
            "film",
            {
                "file": _upload("rain.mp4", FILM),
                "captions": _upload("rain.vtt", CAPTIONS),
                "title": "Rain, seen",
                "text": "It rains.",
            },
        ),
    ]
    index = StoryIndex.objects.get()
    first = index.add_child(instance=Story(title="Four lemons", introduction="A plate.", body=body, language="en"))
    german = Story(title="Vier Zitronen", introduction="Ein Teller.", body=body[:3], language="de", same_as=first)
    index.add_child(instance=german)


def _upload(name: str, content: bytes) -> Any:
    return get_document_model().objects.create(title=name, file=ContentFile(content, name))
