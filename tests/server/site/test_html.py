"""Every public page, as it is served, is HTML without a fault. What html-validate wants of style is set in web/.htmlvalidate.json."""

import json
import subprocess
from pathlib import Path

import pytest
from django.test import Client

from tests.server.site.pages import PAGES, hang

WEB = Path(__file__).resolve().parents[3] / "web"
VALIDATE = WEB / "node_modules" / ".bin" / "html-validate"


@pytest.mark.skipif(not VALIDATE.exists(), reason="the front end's tools are not installed (npm ci in web/)")
@pytest.mark.parametrize("language", ["en", "de"])
def test_every_public_page_is_valid_html(
    client: Client, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    hang()
    for number, path in enumerate(PAGES):
        content = client.get(path, headers={"accept-language": language}).content
        (tmp_path / f"{number}.html").write_bytes(content)
    monkeypatch.setattr("vitrine.server.site.views.home.counts", lambda: 1 / 0)
    client.raise_request_exception = False
    (tmp_path / f"{len(PAGES)}.html").write_bytes(client.get("/").content)
    command = [str(VALIDATE), "--config", str(WEB / ".htmlvalidate.json"), "--formatter", "json", str(tmp_path)]
    answer = subprocess.run(command, capture_output=True, text=True, check=False)
    found = {
        [*PAGES, "a page that fails"][int(Path(page["filePath"]).stem)]: [
            f"{one['line']}: {one['ruleId']}: {one['message']}" for one in page["messages"]
        ]
        for page in json.loads(answer.stdout)
    }
    assert found == {}
