"""The museum's settings: what is written in the studio is what visitors get, and what would harm them is refused."""

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.works import jar, picture, put
from vitrine.server.museum.colours import checked
from vitrine.server.museum.models import museum
from vitrine.server.site.ground import INKS, contrast


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
    assert checked(accent, scheme) == accent


def test_black_on_white_is_21() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


def test_a_colour_that_is_read_only_on_the_wall_is_refused() -> None:
    with pytest.raises(ValidationError, match="#ececec"):
        checked("#717171", "light") if contrast("#717171", "#f6f3ed") >= 4.5 else checked("#6e6e6e", "light")


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


def test_chosen_works_come_first_and_in_their_order(keeper: Client) -> None:
    for key in ("1", "2", "3"):
        put(jar(key), {key: picture(int(key) * 40)})
    answer = keeper.post("/studio/museum/first-page/", {"edition": 0, "chosen": "museum:3\nmuseum:1\nmuseum:3"})
    assert answer.status_code == 302
    page = Client().get("/").content.decode()
    assert page.index("/works/museum/3") < page.index("/works/museum/1")
    assert "/works/museum/2" not in page
    refused = keeper.post("/studio/museum/first-page/", {"edition": 1, "chosen": "museum:9"})
    assert "There is no work “museum:9”." in refused.content.decode()
