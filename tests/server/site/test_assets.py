import json
from pathlib import Path

import pytest
from django.test import Client

from vitrine.server.site import assets, checks


@pytest.fixture
def not_built(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(assets, "MANIFEST", tmp_path / "manifest.json")
    assets.manifest.cache_clear()
    yield
    assets.manifest.cache_clear()


@pytest.fixture
def built(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    manifest = tmp_path / "manifest.json"
    manifest.write_text(json.dumps({"src/site.css": {"file": "assets/site-abc.css", "src": "src/site.css"}}))
    monkeypatch.setattr(assets, "MANIFEST", manifest)
    assets.manifest.cache_clear()
    yield
    assets.manifest.cache_clear()


def test_a_page_names_the_built_stylesheet(built: None, client: Client) -> None:
    assert b'href="/static/site/build/assets/site-abc.css"' in client.get("/").content


def test_without_a_build_a_page_is_whole_and_says_so(not_built: None, client: Client) -> None:
    response = client.get("/")
    assert response.status_code == 200
    assert b'rel="stylesheet"' not in response.content
    assert "The styles of this site are not built" in response.content.decode()


def test_without_a_build_the_system_check_warns(not_built: None) -> None:
    assert [warning.id for warning in checks.front_end_is_built()] == [checks.NOT_BUILT]


def test_with_a_build_the_system_check_is_silent(built: None) -> None:
    assert checks.front_end_is_built() == []
