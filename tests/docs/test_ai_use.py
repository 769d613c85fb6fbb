"""The worked example of a use of AI is built from its page, found, refused, confirmed, run, and told to the public."""

import re
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.core.cache import cache
from django.test import Client
from django.utils import translation
from tests.cards.conftest import packages
from tests.works import jar, put

from vitrine.cards import forget, problems, uses
from vitrine.records import Text
from vitrine.server.jobs import run
from vitrine.server.jobs.models import Job
from vitrine.server.uses.gate import UseOffError

__all__ = ["packages"]

DOCS = Path(__file__).resolve().parents[2] / "docs"
PAGE = (DOCS / "developers/add-an-ai-use.md").read_text("utf-8")
FILES = dict(re.findall(r"^\*\*`([^`]+)`\*\*\n\n```\w+\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL))
CARD = "src/colour_words/card.toml"
NAME = "colour-words"


@pytest.fixture
def build(packages: Path, tmp_path: Path, db: None) -> Iterator[Callable[..., None]]:
    """Return a function that builds the package as the page shows it, and installs it."""

    def built(card: str = FILES[CARD]) -> None:
        project = tmp_path / "colour-words"
        for name, content in {**FILES, CARD: card}.items():
            (project / name).parent.mkdir(parents=True, exist_ok=True)
            (project / name).write_text(content, "utf-8")
        subprocess.run([sys.executable, "-m", "hatchling", "build", "-t", "wheel"], cwd=project, check=True)
        with zipfile.ZipFile(next((project / "dist").glob("*.whl"))) as wheel:
            wheel.extractall(packages)
        forget()
        cache.clear()

    with translation.override("en"):
        yield built
    run._KINDS.pop(NAME, None)
    sys.modules.pop("vitrine.server.uses.kinds", None)
    cache.clear()


@pytest.fixture
def publisher(db: None) -> Client:
    """A browser in which somebody is signed in who may look and switch uses."""
    user = get_user_model().objects.create_user("pia", "pia@museum.example", "x")
    may = ("access_admin", "see_collection", "switch_uses")
    user.user_permissions.set(Permission.objects.filter(codename__in=may))
    client = Client()
    client.force_login(user)
    return client


def switch_on(client: Client) -> int:
    card = uses()[NAME].card
    digest = card.digest if card is not None else "0" * 64
    given = {"digest": digest, "responsible": "Head of collections", "read": "on", "named": "on"}
    return client.post(f"/studio/ai-uses/{NAME}/on/", given).status_code


def test_the_page_shows_every_file_of_the_package() -> None:
    assert set(FILES) == {
        *("pyproject.toml", "src/colour_words/__init__.py", CARD),
        *("src/colour_words/finding.py", "src/colour_words/jobs.py"),
    }


def test_the_example_is_refused_while_its_card_lacks_something(build: Callable[..., None], publisher: Client) -> None:
    complaint = re.search(r"^```\n(card\.toml, line .*?)\n```$", PAGE, re.MULTILINE)
    assert complaint is not None
    build(re.sub(r"^how_long.*\n", "", FILES[CARD], flags=re.MULTILINE))
    assert uses()[NAME].obstacles == [complaint[1]]
    assert "keeps.how_long" in publisher.get(f"/studio/ai-uses/{NAME}/").content.decode()
    assert switch_on(publisher) == 400


def test_the_example_is_switched_on_runs_and_is_told_to_the_public(
    build: Callable[..., None], publisher: Client
) -> None:
    build()
    for key, title in enumerate(("The Red Coat", "A jar", "Blue, violet and green")):
        put(jar(str(key), titles=(Text(title, "en"),)))
    sys.modules.pop("vitrine.server.uses.kinds", None)
    with pytest.raises(UseOffError, match="switched off"):
        run.run(Job.objects.create(kind=NAME))
    assert switch_on(publisher) == 302
    job = run.run(Job.objects.create(kind=NAME))
    assert (job.state, job.counts) == (Job.State.DONE, {"found": 2, "refused": 0})
    text = Client().get("/ai").content.decode()
    for said in ("Colour words", "On since", "Head of collections", "Titles that name a colour: 2"):
        assert said in text
    publisher.post(f"/studio/ai-uses/{NAME}/off/")
    with pytest.raises(UseOffError):
        run.run(Job.objects.create(kind=NAME))


def test_what_the_card_says_can_be_measured_again() -> None:
    source = FILES["src/colour_words/finding.py"]
    said = subprocess.run([sys.executable, "-c", source], capture_output=True, text=True, check=True).stdout.strip()
    assert f'value = "{said}"' in FILES[CARD]


def test_the_model_that_the_page_shows_is_a_good_one() -> None:
    model = re.search(r"^```toml\n(\[\[models\]\].*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
    assert model is not None
    card = FILES[CARD].replace("models = []\n", "") + model[1]
    assert [str(one) for one in problems(card.encode()) if one.stops] == []


def test_every_key_of_the_account_is_described(build: Callable[..., None]) -> None:
    build()
    described = set(re.findall(r"^\| `(\w+)` \|", (DOCS / "developers/ai-json.md").read_text("utf-8"), re.MULTILINE))
    account = Client().get("/ai.json").json()
    assert described == {*account, *(key for use in account["uses"] for key in use)}
