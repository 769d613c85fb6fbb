"""Translations: find every text of the interface, bring the catalogues up to date, compile them.

    python tools/messages.py

finds the texts in code and templates, those that the library floor gives out in English (names of statements, reasons,
defects), and the sentences that jobs keep in English (why a job stopped, why a record is in quarantine), adds what is new to each `locale/<language>/LC_MESSAGES/django.po`, drops what is gone, and compiles what is
there. It needs neither GNU gettext nor a set-up Django. A test fails where a text has no translation or a catalogue was
not compiled.
"""

import ast
import io
import os
import re
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from babel.messages import Catalog
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

SERVER = Path(__file__).resolve().parents[1] / "src" / "vitrine" / "server"

LANGUAGES = ("it", "de", "fr", "es")
"""Beside English, in which the texts are written."""

_KEYWORDS = {
    "_": None, "gettext": None, "gettext_lazy": None, "gettext_noop": None, "ngettext": (1, 2), "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2), "npgettext": ((1, "c"), 2, 3),
}  # fmt: skip


class Part(NamedTuple):
    """A catalogue: where it is, and the folders whose texts it holds."""

    locale: Path
    folders: tuple[Path, ...]
    library: bool = False


_WITH_SITE = ("collection", "jobs", "search")
"""Rooms that start without the site; whatever they say is said by it."""


def _parts() -> Iterator[Part]:
    """Yield a catalogue for every app, the rooms within an app having their own."""
    site = SERVER / "site"
    yield Part(site / "locale", (site, *(SERVER / name for name in _WITH_SITE)), library=True)
    for app in sorted(SERVER.rglob("apps.py")):
        if app.parent != site and app.parent.name not in _WITH_SITE:
            yield Part(app.parent / "locale", (app.parent,))


PARTS = tuple(_parts())

SENTENCES = SERVER / "site" / "words" / "sentences.txt"
"""The sentences that jobs keep, one a line, for the site to know them again."""

_KEPT = (
    "formats/containers.py", "formats/encodings.py", "formats/feeds.py", "formats/json_feed.py", "formats/lines.py",
    "formats/members_reading.py", "formats/edm/apart.py", "formats/edm/feed.py", "formats/lido/feed.py",
    "formats/mapping/reader.py", "formats/tables/*.py", "formats/xml/*.py", "server/collection/importing/*.py",
    "server/collection/media/[!ds]*.py", "server/collection/media/store.py", "server/jobs/run.py",
)  # fmt: skip
"""Where such sentences are written: why a record or a file cannot be read, why a job cannot go on."""

_SENTENCE = re.compile(r"(?:[A-Z]|\{\w+\},? ).* .*[.?](?: \{\w+\})?|[a-z]+(?: [\w,:(){}]+){3,}", re.DOTALL)
"""A sentence, or words that a sentence takes in."""

_UNDATED = datetime(1970, 1, 1, tzinfo=UTC)
"""Version control knows when a text was written; a date in the catalogue would make it another file every time."""

Message = str | tuple[str, ...]


def messages(part: Part) -> Iterator[tuple[Message, str | None, str]]:
    """Yield every text of `part`: one, or singular and plural; its context; and the file that it is in."""
    for folder in part.folders:
        for path in sorted(folder.rglob("*")):
            if path.suffix not in (".py", ".html") or "migrations" in path.parts or _room_of(path) != folder:
                continue
            text = path.read_text("utf-8")
            source = _code_of(text) if path.suffix == ".html" else text
            where = path.relative_to(SERVER).as_posix()
            for _, message, _, context in extract("python", io.BytesIO(source.encode()), keywords=_KEYWORDS):
                yield message, context, where
    if part.library:
        yield from ((text, None, "library floor") for text in _library())
        yield from ((text, None, "kept by jobs") for text in sentences())


def _room_of(path: Path) -> Path:
    """Return the folder of the app that a file belongs to."""
    return next(folder for folder in path.parents if (folder / "apps.py").exists() or folder == SERVER)


def _code_of(template: str) -> str:
    """Return the translations of a template as Python that an extractor can read (Django blanks out all else)."""
    from django.conf import settings  # noqa: PLC0415  (Django's template reader wants settings, of any kind)

    if not settings.configured:
        settings.configure()
    from django.utils.translation.template import templatize  # noqa: PLC0415

    return "\n".join(line.strip() for line in templatize(template).splitlines())


def _library() -> list[str]:
    """Return the English texts that the library floor gives out for the server floor to translate."""
    from vitrine.quality import MENDS, PROBLEMS  # noqa: PLC0415
    from vitrine.records.defects import DEFECTS  # noqa: PLC0415
    from vitrine.rights import OPERATIONS, ROWS  # noqa: PLC0415
    from vitrine.rights.catalogue import BY_CODE  # noqa: PLC0415

    cells = [cell for row in ROWS for operation in OPERATIONS if (cell := row.cell(operation)) is not None]
    texts = [text for entry in BY_CODE.values() for text in (entry.name, entry.says)]
    texts += [text for cell in cells for text in (cell.because, *cell.conditions)]
    return list(dict.fromkeys([*texts, *PROBLEMS.values(), *DEFECTS.values(), *(mend.title for mend in MENDS)]))


def sentences() -> list[str]:
    """Return the sentences that jobs keep, with a name in braces for whatever is filled in."""
    paths = [path for pattern in _KEPT for path in sorted(SERVER.parent.glob(pattern))]
    found = (text for path in paths for text in _literals(ast.parse(path.read_text("utf-8"))))
    return list(dict.fromkeys(text for text in found if _SENTENCE.fullmatch(text)))


def _literals(tree: ast.Module) -> Iterator[str]:
    """Yield the texts of a module in their order, docstrings and parts of other texts left out."""
    left_out: set[ast.AST] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr):
            left_out.add(node.value)
        elif isinstance(node, ast.JoinedStr):
            left_out.update(inner for inner in ast.walk(node) if inner is not node)
    literals = (
        node for node in ast.walk(tree) if isinstance(node, ast.Constant | ast.JoinedStr) and node not in left_out
    )
    for node in sorted(literals, key=lambda node: (node.lineno, node.col_offset)):
        if isinstance(node, ast.JoinedStr):
            yield _template(node)
        elif isinstance(node.value, str):
            yield node.value.replace("{", "{{").replace("}", "}}")


def _template(node: ast.JoinedStr) -> str:
    """Return an f-string as a text to fill in: `{answer.status}` is `{status}`."""
    text, names = "", list[str]()
    for part in node.values:
        if isinstance(part, ast.FormattedValue):
            # What comes last says best what it is, but for methods and fallbacks: `member.decode()`, `names or 'nothing'`.
            said = re.sub(r"'[^']*'|\.\w+\(\)|\[.*?\]| or ", " ", ast.unparse(part.value))
            name = re.findall(r"[A-Za-z]\w+", said)[-1].lower()
            names.append(name)
            text += f"{{{name}{names.count(name) if names.count(name) > 1 else ''}}}"
        elif isinstance(part, ast.Constant):
            text += str(part.value).replace("{", "{{").replace("}", "}}")
    return text


def read(part: Part, language: str) -> Catalog:
    """Return the catalogue of `part` in `language` as it is written."""
    path = _po(part, language)
    if not path.exists():
        return Catalog(language)
    with path.open("rb") as file:
        catalog = read_po(file, locale=language)
    catalog.creation_date = catalog.revision_date = _UNDATED
    return catalog


def updated(part: Part, language: str) -> Catalog:
    """Return the catalogue with every text of `part` and no other, in the order in which they are found."""
    old = read(part, language)
    new = Catalog(
        language, project="Vitrine", fuzzy=False, header_comment=f"# Vitrine, {Catalog(language).locale.english_name}"
    )
    for message, context, where in messages(part):
        known = old.get(message[0] if isinstance(message, tuple) else message, context)
        new.add(message, known.string if known else None, [(where, None)], context=context)
    return new


def compiled(catalog: Catalog) -> bytes:
    """Return the catalogue as Django reads it."""
    buffer = io.BytesIO()
    write_mo(buffer, catalog)
    return buffer.getvalue()


def written(catalog: Catalog) -> bytes:
    """Return the catalogue as translators read it, the same for the same texts whenever it is written."""
    buffer = io.BytesIO()
    write_po(buffer, catalog, width=120, omit_header=False)
    return re.sub(
        rb'"(POT-Creation-Date|PO-Revision-Date|Last-Translator|Language-Team|Report-Msgid-Bugs-To|Generated-By):.*\n',
        b"",
        buffer.getvalue(),
    )


def _po(part: Part, language: str) -> Path:
    return part.locale / language / "LC_MESSAGES" / "django.po"


def main() -> int:
    """Bring all catalogues up to date and compile them; say what has no translation yet."""
    os.environ.setdefault("PYTHONUTF8", "1")
    missing = 0
    SENTENCES.write_text("".join(f"{sentence}\n" for sentence in sentences()), "utf-8")
    for part in PARTS:
        for language in LANGUAGES:
            catalog, path = updated(part, language), _po(part, language)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(written(catalog))
            path.with_suffix(".mo").write_bytes(compiled(read(part, language)))
            for message in catalog:
                if message.id and not all(message.string if isinstance(message.string, tuple) else (message.string,)):
                    missing += 1
                    print(f"{path}: no translation of {message.id!r}")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
