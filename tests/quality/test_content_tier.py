"""The content tier, row by row of responsible-ai.md 6.1, in Europeana's own (internal) EDM."""

import pytest

from tests.quality.edm import BY_NC, CC0, IMAGE, INC, PAGE, entity, external, file, internal, link, tiers_in
from vitrine.quality import Media, TierFacts, tiers
from vitrine.quality.tiers import content_tier

SHOWN_BY = link("edm:isShownBy", IMAGE)
SHOWN_AT = link("edm:isShownAt", PAGE)
PAGE_FILE = file(PAGE, "text/html")
OPEN = link("edm:rights", CC0)


def content(document: bytes) -> int:
    return tiers_in(document).content


@pytest.mark.parametrize(
    ("width", "height", "tier"),
    [
        (949_999, 1, 2),
        (950_000, 1, 4),
        (950, 1000, 4),
        (419_999, 1, 1),
        (420_000, 1, 2),
        (99_999, 1, 0),
        (100_000, 1, 1),
        (0, 4000, 0),
        ("", "", 0),
        (1200, "", 0),
        ("wide", 800, 0),
        ("9" * 5000, 2, 0),
    ],
)
def test_an_image_rises_with_its_pixels(width, height, tier):
    assert content(internal("", file(IMAGE, "image/jpeg", width, height), links=SHOWN_BY + OPEN)) == tier


def test_an_image_record_without_a_thumbnail_has_tier_0():
    image = file(IMAGE, "image/jpeg", 4000, 3000)
    assert content(internal("", image, links=SHOWN_BY + OPEN, preview="")) == 0
    assert content(external("", image, links=SHOWN_BY + OPEN)) == 0


def test_a_thumbnail_counts_only_with_a_media_type():
    image, preview = file(IMAGE, "image/jpeg", 4000, 3000), "http://europeana.eu/thumbnail"
    assert content(internal("", image, file(preview), links=SHOWN_BY + OPEN, preview=preview)) == 0
    assert content(internal("", image, file(preview, " "), links=SHOWN_BY + OPEN, preview=preview)) == 0
    assert content(internal("", image, file(preview, "image/png"), links=SHOWN_BY + OPEN, preview=preview)) == 4


def test_an_image_record_shows_images_only():
    pdf, preview = file(IMAGE, "application/pdf", 4000, 3000), "http://europeana.eu/thumbnail"
    assert content(internal("", pdf, file(preview, "image/png"), links=SHOWN_BY + OPEN, preview=preview)) == 0


def test_an_image_record_has_no_use_for_a_landing_page():
    assert content(internal("", PAGE_FILE, file(IMAGE, "image/jpeg"), links=SHOWN_AT + OPEN)) == 0
    assert content(internal("", PAGE_FILE, file(IMAGE, "image/jpeg", 10, 10), links=SHOWN_AT + SHOWN_BY + OPEN)) == 0


@pytest.mark.parametrize(
    ("kind", "file_facts", "without_page", "with_page"),
    [
        ("TEXT", ("application/pdf",), 4, 4),
        ("TEXT", ("application/PDF; version=1.4",), 4, 4),
        ("TEXT", ("image/tiff", 950_000, 1), 4, 4),
        ("TEXT", ("image/tiff", 949_999, 1), 2, 2),
        ("TEXT", ("image/tiff", 420_000, 1), 2, 2),
        ("TEXT", ("image/tiff", 419_999, 1), 1, 1),
        ("TEXT", ("image/tiff", 100_000, 1), 1, 1),
        ("TEXT", ("image/tiff", 99_999, 1), 0, 1),
        ("TEXT", ("text/plain", 950_000, 1), 0, 1),
        ("TEXT", (), 0, 1),
        ("VIDEO", ("video/mp4", 640, 480), 4, 4),
        ("VIDEO", ("video/mp4", 640, 479), 1, 1),
        ("VIDEO", ("video/mp4",), 1, 1),
        ("VIDEO", ("image/jpeg", 4000, 3000), 0, 1),
        ("VIDEO", ("", "", 480), 0, 1),
        ("SOUND", ("audio/mpeg",), 4, 4),
        ("SOUND", ("video/mp4", 640, 480), 0, 1),
        ("SOUND", (), 0, 1),
        ("3D", ("model/gltf-binary",), 4, 4),
        ("3D", ("application/octet-stream",), 4, 4),
        ("3D", ("text/html",), 4, 4),
        ("3D", ("image/png", 4000, 3000), 0, 0),
        ("3D", ("application/pdf",), 0, 0),
        ("3D", (), 0, 0),
    ],
)
def test_other_kinds_of_record(kind, file_facts, without_page, with_page):
    shown = file("http://museum.org/file", *file_facts)
    links = link("edm:isShownBy", "http://museum.org/file") + OPEN
    assert content(internal("", shown, links=links, kind=kind)) == without_page
    assert content(internal("", shown, PAGE_FILE, links=links + SHOWN_AT, kind=kind)) == with_page


@pytest.mark.parametrize("kind", ["TEXT", "VIDEO", "SOUND", "3D"])
def test_without_media_a_landing_page_is_worth_tier_1(kind):
    assert content(internal("", links=OPEN, kind=kind)) == 0
    assert content(internal("", file(PAGE), links=SHOWN_AT + OPEN, kind=kind)) == 0, "its media type is not known"
    assert content(internal("", links=SHOWN_AT + OPEN, kind=kind)) == 0, "there is no edm:WebResource for it"
    assert content(internal("", PAGE_FILE, links=SHOWN_AT + OPEN, kind=kind)) == 1


@pytest.mark.parametrize("kind", ["VIDEO", "SOUND"])
@pytest.mark.parametrize(
    ("address", "tier"),
    [
        ("https://vimeo.com/209357984", 4),
        ("https://www.youtube.com/watch?v=x", 4),
        ("https://m.youtube.com/v/x", 4),
        ("http://soundcloud.com/museum/song", 4),
        ("http://www.ina.fr/notice/video/1", 4),
        ("https://www.euscreen.eu/item.html?id=1", 4),
        ("https://www.youtube.com/channel/x", 0),
        ("https://museum.org/?u=https://vimeo.com/1", 0),
        ("https://vimeo.community/1", 0),
    ],
)
def test_a_player_counts_for_films_and_sound(kind, address, tier):
    shown = file(address)
    assert content(internal("", shown, links=link("edm:isShownBy", address) + OPEN, kind=kind)) == tier
    assert content(internal("", shown, links=link("edm:hasView", address) + OPEN, kind=kind)) == 0


def test_an_oembed_description_anywhere_is_a_player():
    shown, oembed = file(IMAGE), file("http://museum.org/oembed", "application/json+oembed")
    assert content(internal("", shown, oembed, links=SHOWN_BY + OPEN, kind="VIDEO")) == 4
    assert content(internal("", shown, oembed, links=SHOWN_BY + OPEN, kind="TEXT")) == 0


@pytest.mark.parametrize(
    ("aggregation", "own", "tier"),
    [
        (CC0, "", 4),
        (CC0, BY_NC, 3),
        (CC0, INC, 2),
        (BY_NC, "", 3),
        (INC, "", 2),
        ("", "", 2),
        ("", CC0, 4),
        (INC, CC0, 4),
        (CC0, "http://museum.org/terms", 2),
        ("http://museum.org/terms", "", 2),
        ("http://www.europeana.eu/rights/rr-f/", "", 2),
        ("http://creativecommons.org/licenses/by-sa/3.0/de/", "", 4),
        ("http://rightsstatements.org/vocab/NoC-OKLR/1.0/", "", 3),
    ],
)
def test_the_licence_holds_the_tier_down(aggregation, own, tier):
    """The file's own licence counts, else that of the aggregation; what is no statement allows as little as none (5.3)."""
    rights = link("edm:rights", aggregation) if aggregation else ""
    image = file(IMAGE, "image/jpeg", 4000, 3000, rights=own)
    assert content(internal("", image, links=SHOWN_BY + rights)) == tier


def test_a_licence_does_not_lift_a_small_image():
    assert content(internal("", file(IMAGE, "image/jpeg", 500, 300), links=SHOWN_BY + OPEN)) == 1
    assert content(internal("", file(IMAGE, "image/jpeg", 500, 300), links=SHOWN_BY)) == 1


def test_a_cc_license_counts_as_what_it_inherits_from():
    image = file(IMAGE, "image/jpeg", 4000, 3000)
    own = entity("cc:License", "#licence", link("odrl:inheritFrom", BY_NC))
    assert content(internal("", image, own, links=SHOWN_BY + link("edm:rights", "#licence"))) == 3
    of_file = file(IMAGE, "image/jpeg", 4000, 3000, rights="#licence")
    assert content(internal("", of_file, own, links=SHOWN_BY + OPEN)) == 3


def test_the_best_of_all_views_counts():
    small, large = file(IMAGE, "image/jpeg", 500, 300), file("http://museum.org/2.jpg", "image/jpeg", 4000, 3000, BY_NC)
    views = SHOWN_BY + link("edm:hasView", "http://museum.org/2.jpg") + OPEN
    assert content(internal("", small, large, links=views)) == 3


@pytest.mark.parametrize("name", ["edm:object", "edm:isShownAt"])
def test_only_views_are_media(name):
    assert content(internal("", file(IMAGE, "image/jpeg", 4000, 3000), links=link(name, IMAGE) + OPEN)) == 0


def test_the_kind_must_be_one():
    image = file(IMAGE, "image/jpeg", 4000, 3000)
    document = internal("", image, links=SHOWN_BY + OPEN)
    assert content(document) == 4
    other = document.replace(b"<edm:type>IMAGE", b"<edm:type>TEXT", 1)
    assert content(other) == 0, "the two proxies say two things"
    assert content(document.replace(b"<edm:type>IMAGE</edm:type>", b"")) == 0
    assert content(document.replace(b"IMAGE</edm:type>", b"PAINTING</edm:type>")) == 0


def test_families_that_media_types_hide():
    """application/dash+xml is video, image/vnd.dxf is 3D (metis-schema, MediaType)."""
    dash = file(IMAGE, "application/dash+xml", 640, 480)
    assert content(internal("", dash, links=SHOWN_BY + OPEN, kind="VIDEO")) == 4
    assert content(internal("", file(IMAGE, "image/vnd.dxf", 4000, 3000), links=SHOWN_BY + OPEN)) == 0
    assert content(internal("", file(IMAGE, "image/vnd.dxf"), links=SHOWN_BY + OPEN, kind="3D")) == 4


def test_facts_without_a_kind_have_tier_0():
    facts = TierFacts(kind="", media=(Media("image", 950_000, cap=4),), thumbnail=True)
    assert content_tier(facts) == 0
    assert tiers(facts).content == 0
