"""Translations: find every text of the interface, bring the catalogues up to date, compile them.

    python tools/messages.py

finds the texts in code and templates, and those that the library floor gives out in English (names of statements, reasons,
defects), adds what is new to each `locale/<language>/LC_MESSAGES/django.po`, drops what is gone, and compiles what is
there. It needs neither GNU gettext nor a set-up Django. A test fails where a text has no translation or a catalogue was
not compiled.
"""

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

LANGUAGES = ("it", "de")
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


PARTS = (
    Part(SERVER / "site" / "locale", (SERVER / "site", SERVER / "collection", SERVER / "jobs"), library=True),
    Part(SERVER / "studio" / "locale", (SERVER / "studio",)),
)

_UNDATED = datetime(1970, 1, 1, tzinfo=UTC)
"""Version control knows when a text was written; a date in the catalogue would make it another file every time."""

Message = str | tuple[str, ...]


def messages(part: Part) -> Iterator[tuple[Message, str | None, str]]:
    """Yield every text of `part`: one, or singular and plural; its context; and the file that it is in."""
    for folder in part.folders:
        for path in sorted(folder.rglob("*")):
            if path.suffix not in (".py", ".html") or "migrations" in path.parts:
                continue
            text = path.read_text("utf-8")
            source = _code_of(text) if path.suffix == ".html" else text
            where = path.relative_to(SERVER).as_posix()
            for _, message, _, context in extract("python", io.BytesIO(source.encode()), keywords=_KEYWORDS):
                yield message, context, where
    if part.library:
        yield from ((text, None, "library floor") for text in _library())


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
