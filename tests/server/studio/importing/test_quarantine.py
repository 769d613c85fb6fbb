import pytest
from django.test import Client

from vitrine.server.collection.models import Quarantined, Source

RAW = b'{"id": "A1", <script>alert(1)</script> \xff\xfe'


@pytest.fixture
def row() -> Quarantined:
    source = Source.objects.create(name="tate", format="json")
    return Quarantined.objects.create(
        source=source, digest=b"0" * 16, locator="artworks.json:7", file="artworks.json", raw=RAW,
        reason="The line is not JSON.", seen_in=1,
    )  # fmt: skip


def test_what_could_not_be_read_is_shown_as_text_with_the_reason(keeper: Client, row: Quarantined) -> None:
    assert "The line is not JSON." in keeper.get("/studio/quarantine/").content.decode()
    text = keeper.get(f"/studio/quarantine/{row.pk}/").content.decode()
    assert "The line is not JSON." in text
    assert "&lt;script&gt;alert(1)&lt;/script&gt; \\xff\\xfe" in text
    assert "<script>alert" not in text


def test_the_download_is_the_bytes_as_they_came_and_no_browser_opens_it(keeper: Client, row: Quarantined) -> None:
    response = keeper.get(f"/studio/quarantine/{row.pk}/raw/")
    assert response.content == RAW
    assert response.headers["Content-Type"] == "application/octet-stream"
    assert response.headers["Content-Disposition"].startswith("attachment")
    assert response.headers["X-Content-Type-Options"] == "nosniff"


def test_a_long_record_is_cut_on_the_page_and_says_so(keeper: Client, row: Quarantined) -> None:
    Quarantined.objects.update(raw=b"x" * 1_000_000)
    text = keeper.get(f"/studio/quarantine/{row.pk}/").content.decode()
    assert "Only the beginning is shown." in text
    assert len(text) < 200_000


def test_what_was_mended_is_no_longer_listed(keeper: Client, row: Quarantined) -> None:
    Quarantined.objects.update(open=False)
    assert "Nothing is in quarantine" in keeper.get("/studio/quarantine/").content.decode()


def test_it_is_not_for_everybody(guest: Client, client: Client, row: Quarantined) -> None:
    for path in ("/studio/quarantine/", f"/studio/quarantine/{row.pk}/", f"/studio/quarantine/{row.pk}/raw/"):
        assert guest.get(path).status_code in (302, 403)
        assert client.get(path).status_code == 302
