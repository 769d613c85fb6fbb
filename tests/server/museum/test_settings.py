"""The museum's settings: what is written in the studio is what visitors get, and what would harm them is refused."""

import pytest
import pyvips
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.works import jar, picture, put
from vitrine.records import Text
from vitrine.server.museum import colours
from vitrine.server.museum.colours import GROUNDS, INKS, contrast
from vitrine.server.museum.models import museum
from vitrine.server.museum.studio.forms import MOST_CHOSEN


def _sent(client: Client, **fields: object) -> int:
    return client.post("/studio/museum/", {"edition": museum().edition, **fields}).status_code


def test_name_and_contact_are_on_the_public_pages(keeper: Client) -> None:
    assert (
        _sent(keeper, name="Museo «A» <b>", email="info@museum.example", opening_en="Come in.\n<script>x</script>")
        == 302
    )
    page = Client().get("/", headers={"Accept-Language": "en"}).content.decode()
    assert "Museo «A» &lt;b&gt;" in page
    assert "Come in." in page
    assert "<script>x" not in page
    assert "mailto:info@museum.example" in Client().get("/privacy").content.decode()


def test_what_is_not_given_is_said_plainly(keeper: Client) -> None:
    assert "not recorded" in Client().get("/accessibility", headers={"Accept-Language": "en"}).content.decode()


def test_a_colour_without_contrast_is_refused_with_the_ratio(keeper: Client) -> None:
    answer = keeper.post("/studio/museum/", {"edition": 0, "accent_light": "#ffcc00", "name": "Kept in the form"})
    assert answer.status_code == 400
    page = answer.content.decode()
    assert "#ffcc00 on the ground #f6f3ed has a contrast of 1.3:1; text needs 4.5:1." in page
    assert "Kept in the form" in page
    assert museum().accent_light == ""


@pytest.mark.parametrize("colour", ["red;}", "#fff", "#17594f;}", "url(//x)", "\u202e#17594f", "#17594g"])
def test_what_is_no_colour_never_reaches_the_stylesheet(keeper: Client, colour: str) -> None:
    assert _sent(keeper, accent_light=colour) == 400
    assert Client().get("/theme.css").content == b""


def test_the_theme_is_properties_alone_and_linked(keeper: Client) -> None:
    assert _sent(keeper, accent_light="#5A1A6B", accent_dark="#d0b0e0") == 302
    sheet = Client().get("/theme.css")
    assert sheet["Content-Type"] == "text/css"
    assert "--accent:#5a1a6b" in sheet.content.decode()
    assert Client().get("/theme.css", headers={"If-None-Match": sheet["ETag"]}).status_code == 304
    assert f"/theme.css?{museum().theme_digest}" in Client().get("/").content.decode()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_house_accent_would_pass(scheme: str) -> None:
    accent = INKS[scheme][2]
    assert colours.accent(accent, scheme) == accent


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_house_wall_would_pass(scheme: str) -> None:
    wall = GROUNDS[scheme][0]
    assert colours.ground(wall, scheme) == wall


def test_black_on_white_is_21() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


def test_a_colour_that_is_read_only_on_the_wall_is_refused() -> None:
    with pytest.raises(ValidationError, match="#ececec"):
        colours.accent("#6e6e6e", "light")


def test_a_ground_on_which_a_text_cannot_be_read_is_refused_with_the_ratio(keeper: Client) -> None:
    answer = keeper.post("/studio/museum/", {"edition": 0, "ground_light": "#c8b8a0"})
    assert answer.status_code == 400
    assert "#655e54 on the ground #c8b8a0 has a contrast of 3.2:1; text needs 4.5:1." in answer.content.decode()
    assert Client().get("/theme.css").content == b""


def test_an_accent_has_to_be_read_on_the_museums_own_ground(keeper: Client) -> None:
    assert _sent(keeper, ground_light="#e6e6e6", accent_light="#696969") == 400
    assert _sent(keeper, ground_light="#ffffff", accent_light="#696969") == 302
    assert "--ground:#ffffff" in Client().get("/theme.css").content.decode()


def test_an_svg_is_refused_whatever_it_is_called(keeper: Client) -> None:
    svg = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
    answer = keeper.post(
        "/studio/museum/", {"edition": 0, "logo_file": SimpleUploadedFile("logo.png", svg, "image/png")}
    )
    assert answer.status_code == 400
    assert "An SVG can hold programs" in answer.content.decode()
    assert Client().get("/logo.png").status_code == 404


def test_a_logo_is_drawn_anew(keeper: Client) -> None:
    hidden = picture(width=2000, height=400) + b"<script>alert(1)</script>"
    assert _sent(keeper, logo_file=SimpleUploadedFile("logo.html", hidden, "text/html")) == 302
    answer = Client().get("/logo.png")
    assert answer["Content-Type"] == "image/png"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer.content.startswith(b"\x89PNG")
    assert b"script" not in answer.content


def _logo(width: int, height: int, alpha: bool) -> SimpleUploadedFile:
    image = pyvips.Image.black(width, height, bands=4 if alpha else 3).copy(interpretation="srgb")
    return SimpleUploadedFile("logo.png", image.pngsave_buffer(), "image/png")


def test_the_logo_takes_the_place_of_the_name_and_is_called_by_it_once(keeper: Client) -> None:
    assert "<span>Vitrine</span>" in Client().get("/works").content.decode()
    assert _sent(keeper, name="Museo A", logo_file=_logo(600, 200, True)) == 302
    mark = _mark()
    assert 'alt="Museo A"' in mark
    assert mark.count("Museo A") == 1
    assert 'width="600" height="200"' in mark
    assert "plated" in mark, "on dark pages a logo that is seen through needs something light behind it"
    assert "<svg" not in mark


def test_a_logo_of_its_own_is_shown_on_dark_pages(keeper: Client) -> None:
    assert _sent(keeper, logo_dark_file=_logo(9, 9, True)) == 400
    assert _sent(keeper, logo_file=_logo(600, 200, True), logo_dark_file=_logo(300, 100, True)) == 302
    mark = _mark()
    assert "prefers-color-scheme: dark" in mark
    assert "plated" not in mark
    assert Client().get("/logo-dark.png").content.startswith(b"\x89PNG")
    assert _sent(keeper, no_logo="on") == 302
    assert "<img" not in _mark()
    assert Client().get("/logo.png").status_code == Client().get("/logo-dark.png").status_code == 404


def _mark() -> str:
    page = Client().get("/works").content.decode()
    return page[page.index('class="mark"') : page.index("<nav")]


@pytest.mark.parametrize("text", ["x" * 25_000, "a\0b"])
def test_what_cannot_be_kept_is_refused(keeper: Client, text: str) -> None:
    assert _sent(keeper, opening_en=text) == 400


def test_two_people_do_not_overwrite_each_other(keeper: Client) -> None:
    assert keeper.post("/studio/museum/", {"edition": 0, "name": "First"}).status_code == 302
    answer = keeper.post("/studio/museum/", {"edition": 0, "name": "Second"})
    assert answer.status_code == 400
    assert "Second" in answer.content.decode()
    assert museum().name == "First"


def test_only_those_who_may_edit_it_do(guest: Client) -> None:
    for path in ("/studio/museum/", "/studio/museum/first-page/"):
        assert guest.get(path).status_code in (302, 403)
        assert guest.post(path, {"edition": 0, "name": "x", "chosen": ""}).status_code in (302, 403)
    assert museum().name == ""


def test_languages_that_are_not_offered_are_not_shown(keeper: Client) -> None:
    assert _sent(keeper, languages=["en", "it"], content_languages="it, lld") == 302
    page = Client().get("/").content.decode()
    assert 'value="it"' in page
    assert 'value="fr"' not in page
    assert museum().content_languages == ["it", "lld"]
    assert _sent(keeper, content_languages='it"><b>') == 400


@pytest.mark.parametrize(
    ("fields", "asked", "met"),
    [
        ({}, "fr", "fr"),
        ({"languages": ["en", "it"]}, "fr", "en"),
        ({"languages": ["en", "it"]}, "fr-FR, it;q=0.8", "it"),
        ({"languages": ["en", "it"], "language": "it"}, "fr", "it"),
        ({"language": "it"}, "", "it"),
        ({"language": "it"}, "nonsense;q=x", "it"),
        ({"languages": ["it", "de"]}, "", "it"),
    ],
)
def test_visitors_are_met_in_a_language_that_is_offered(
    keeper: Client, fields: dict[str, object], asked: str, met: str
) -> None:
    assert _sent(keeper, **fields) == 302
    visitor = Client(headers={"Accept-Language": asked})
    assert f'<html lang="{met}"' in visitor.get("/works").content.decode()
    visitor.cookies["django_language"] = "de"
    offered = fields.get("languages") or ["de"]
    assert f'<html lang="{"de" if "de" in offered else met}"' in visitor.get("/works").content.decode()


def test_a_default_that_is_not_offered_is_refused(keeper: Client) -> None:
    assert _sent(keeper, languages=["en", "it"], language="fr") == 400


def test_chosen_works_come_first_and_in_their_order(keeper: Client) -> None:
    for key in ("1", "2", "3"):
        put(jar(key), {key: picture(int(key) * 40)})
    for wish in (
        {"add": "museum:1"},
        {"add": "museum:2"},
        {"add": "museum:3"},
        {"out": "museum:2"},
        {"earlier": "museum:3"},
    ):
        assert _chosen(keeper, wish) == 302
    page = Client().get("/").content.decode()
    assert page.index("/works/museum/3") < page.index("/works/museum/1")
    assert "/works/museum/2" not in page
    refused = keeper.post("/studio/museum/first-page/", {"edition": museum().edition, "add": "museum:9"})
    assert refused.status_code == 400
    assert "There is no work “museum:9”." in refused.content.decode()


def _chosen(client: Client, wish: dict[str, str]) -> int:
    return client.post("/studio/museum/first-page/", {"edition": museum().edition, **wish}).status_code


def test_a_work_for_the_first_page_is_looked_for_and_one_that_cannot_stand_there_says_so(keeper: Client) -> None:
    put(jar("pictured", titles=(Text("A green bottle", "en"),)), {"a": picture()})
    put(jar("bare", titles=(Text("A green lid", "en"),)))
    page = keeper.get("/studio/museum/first-page/?q=green").content.decode()
    assert 'value="museum:pictured"' in page
    assert 'value="museum:bare"' not in page
    assert _chosen(keeper, {"add": "museum:bare"}) == 302
    assert "Left out: it has no picture" in keeper.get("/studio/museum/first-page/").content.decode()
    assert "museum:pictured" not in keeper.get("/studio/museum/first-page/").content.decode()


def test_a_choice_from_an_old_page_is_not_laid_over_a_new_one(keeper: Client) -> None:
    put(jar("1"), {"a": picture()})
    assert _chosen(keeper, {"add": "museum:1"}) == 302
    answer = keeper.post("/studio/museum/first-page/", {"edition": 0, "out": "museum:1"})
    assert answer.status_code == 400
    assert museum().chosen == ["museum:1"]


def test_the_first_page_holds_no_more_than_it_can(keeper: Client) -> None:
    for number in range(MOST_CHOSEN + 1):
        put(jar(str(number)))
        status = _chosen(keeper, {"add": f"museum:{number}"})
    assert status == 400
    assert len(museum().chosen) == MOST_CHOSEN
