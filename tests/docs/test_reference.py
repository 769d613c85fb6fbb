"""The documentation says what the program does: reference pages are written from it, and stay in step."""

import importlib.util
import re
import tomllib
from pathlib import Path

import pytest

from vitrine.cli.main import COMMANDS

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def pages():
    specification = importlib.util.spec_from_file_location("generate", ROOT / "docs/generate.py")
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module.pages()


@pytest.mark.parametrize("name", ["commands.md", "settings.md", "rights-gate.md", "defects.md", "card.md", "roles.md"])
def test_reference_pages_are_what_the_program_says(pages, name):
    written = (ROOT / "docs/reference" / name).read_text("utf-8")
    assert written == pages[name], "run `.venv/bin/python docs/generate.py` and commit what it writes"


def test_every_dependency_has_its_licence_and_reason():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    wanted = [*project["dependencies"], *(one for extra in project["optional-dependencies"].values() for one in extra)]
    page = (ROOT / "docs/dependencies.md").read_text("utf-8").lower()
    names = {re.split(r"[\[<>=~ ]", one)[0].lower() for one in wanted}
    assert {name for name in names if name not in page} == set()


def test_every_page_is_in_the_table_of_contents():
    contents = (ROOT / "mkdocs.yml").read_text()
    pages = {str(path.relative_to(ROOT / "docs")) for path in (ROOT / "docs").rglob("*.md")}
    assert {page for page in pages if page not in contents} == set()


def test_commands_in_the_documentation_exist():
    for path in [ROOT / "README.md", *(ROOT / "docs").rglob("*.md")]:
        for line in re.findall(
            r"^(?:\.venv/bin/)?vitrine (?:--home \S+ )?([a-z]+)", path.read_text("utf-8"), re.MULTILINE
        ):
            assert line in COMMANDS, f"{path.name}: vitrine {line}"
