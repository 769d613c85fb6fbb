"""Whatever somebody uploaded or a source sent is never run by a browser that asks for it."""

import uuid

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponseBase
from django.test import Client
from wagtail.documents import get_document_model

from tests.works import jar, put
from vitrine.server.collection.media.limits import UnusableMediaError
from vitrine.server.collection.models import MediaFile, RightsDecision

pytestmark = pytest.mark.django_db

HOSTILE = {
    "page.html": b"<!doctype html><script>alert(1)</script>",
    "picture.svg": b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
    "old.svg": b'<?xml version="1.0"?><!DOCTYPE svg><svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
    "feed.xml": b'<?xml version="1.0"?><x xmlns:h="http://www.w3.org/1999/xhtml"><h:script>alert(1)</h:script></x>',
}
"""What a browser would run if it took the content for what it is."""


def _is_a_download(answer: HttpResponseBase) -> None:
    headers = answer.headers
    assert headers["Content-Type"] == "application/octet-stream"
    assert headers["Content-Disposition"].startswith("attachment")
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert "unsafe" not in headers["Content-Security-Policy"]
    assert "default-src 'none'" in headers["Content-Security-Policy"]


def test_a_web_page_is_no_medium() -> None:
    with pytest.raises(UnusableMediaError):
        put(jar("odd"), {"page.html": HOSTILE["page.html"]})


@pytest.mark.parametrize("name", sorted(HOSTILE.keys() - {"page.html"}))
def test_a_stored_medium_that_could_run_is_a_download(client: Client, name: str) -> None:
    put(jar("odd"), {name: HOSTILE[name]})
    file = MediaFile.objects.get()
    _is_a_download(client.get(f"/media/{file.checksum}"))
    made = client.get(f"/media/{file.checksum}/image?w=320")
    assert made.status_code == 404
    assert made["Content-Type"].startswith("text/plain")


@pytest.mark.parametrize("name", HOSTILE)
def test_a_file_of_a_story_that_could_run_is_a_download(client: Client, name: str) -> None:
    document = get_document_model().objects.create(title=name, file=ContentFile(HOSTILE[name], f"{name}.vtt"))
    _is_a_download(client.get(document.url))


@pytest.mark.parametrize("name", HOSTILE)
def test_a_file_of_evidence_that_could_run_is_a_download(keeper: Client, name: str) -> None:
    put(jar("1"))
    form = {
        "source": "", "filter": "rights=missing", "other": "", "uri": "http://creativecommons.org/publicdomain/zero/1.0/", "scope": "object",
        "evidence": "A letter.", "link": "", "asked": str(uuid.uuid4()), "number": 1,
        "file": SimpleUploadedFile(name, HOSTILE[name], "text/html"),
    }  # fmt: skip
    answer = keeper.post("/studio/rights/assign/", form)
    assert answer.status_code == 302
    decision = RightsDecision.objects.get()
    _is_a_download(keeper.get(f"/studio/rights/{decision.pk}/file/"))


@pytest.mark.parametrize("name", HOSTILE)
def test_a_logo_that_could_run_is_not_taken(keeper: Client, name: str) -> None:
    for field in ("logo_file", "logo_dark_file"):
        sent = SimpleUploadedFile("logo.png", HOSTILE[name], "image/png")
        assert keeper.post("/studio/museum/", {"edition": 0, field: sent}).status_code == 400
    assert Client().get("/logo.png").status_code == Client().get("/logo-dark.png").status_code == 404
