"""The house collection as a museum's system would export it: one JSON file, the pictures beside it.

`works.json` is a list of objects, one a work, texts in keys with the language behind an underscore:

- `id`, `accession_number`, `former_title`
- `title_en`, `title_it`, `title_de`; `description_en`, … (the label)
- `maker`, `maker_role`, `date`, `width`, `height`, `dimension_unit` (`px`)
- `technique` and `type`: `{"label": {"en", "it", "de"}, "uri"}`, and `subjects`: a list of the same
- `holder`, `credit_line`, `rights`, `rights_note`, `sensitivity`, `sensitivity_note`
- `media`: a list of `{"file", "width", "height", "alt": {"en", "it", "de"}, "digital_source_type"}`, files relative to
  the folder

What is unknown or blank is left out. Some records are poor on purpose (`HouseWork.poor`): keys are missing, a licence
is written wrongly, a text has HTML in it, and in one the texts have no language (`title`, `description`).

`keypoints.json` has for every work with figures `{"width", "height", "figures": [{"points": [{"name", "x", "y",
"visibility"}]}]}`: the 33 BlazePose landmarks in pixels of its picture.
"""

import hashlib
import os
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from contextlib import contextmanager
from importlib.resources import files
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import msgspec

from vitrine.house.painting import paint
from vitrine.house.terms import LANGUAGES
from vitrine.house.work import HouseSubject, HouseWork, works

HOLDER = "Vitrine House Collection"
CREDIT = "Vitrine House Collection, painted by its own program, 2026"
PAINTERS = 2
"""Pictures painted at a time, where the machine has as many processors."""
PAINTED = ".painted.json"
"""Which version of the painting code made which picture, so that nothing is painted twice."""

Row = dict[str, Any]
Progress = Callable[[int, int], None]
"""Called with the number of pictures that are ready and the number there will be."""


def export(folder: Path | str, progress: Progress | None = None) -> None:
    """Write `works.json`, `keypoints.json` and `media/*.jpg` into `folder` (made if it is not there).

    Pictures that this version of the code has painted there before stay as they are. Interrupted, it goes on with
    the pictures that are missing. Raises OSError where the folder cannot be written.
    """
    folder = Path(folder)
    media = folder / "media"
    media.mkdir(parents=True, exist_ok=True)
    _write(folder / "works.json", msgspec.json.format(msgspec.json.encode([record(shown) for shown in works()])))
    _write(
        folder / "keypoints.json",
        msgspec.json.encode({shown.id: _key_points(shown) for shown in works() if shown.figures}),
    )
    version = code_version()
    done = _already(folder / PAINTED, version)
    done = {key for key in done if (media / f"{key}.jpg").exists()}
    for ready in _painted(media, [shown.id for shown in works() if shown.id not in done]):
        done.add(ready)
        _write(folder / PAINTED, msgspec.json.encode({"version": version, "works": sorted(done)}))
        if progress:
            progress(len(done), len(works()))


def record(shown: HouseWork) -> Row:
    """A work as it stands in `works.json`, with its flaw."""
    row: Row = {"id": shown.id, "accession_number": shown.accession, "former_title": shown.former_title}
    texts = {"title": shown.titles, "description": shown.labels}
    row |= {f"{name}_{tag}": by_language[tag] for name, by_language in texts.items() for tag in LANGUAGES}
    row["technique"] = {"label": dict(shown.techniques)}
    row["type"] = {"label": dict(shown.types), "uri": shown.type_uri}
    row |= {"maker": shown.maker, "maker_role": "maker", "date": shown.date}
    row |= {"width": shown.size[0], "height": shown.size[1], "dimension_unit": "px"}
    row["subjects"] = [_term(subject) for subject in shown.subjects]
    row |= {"holder": HOLDER, "credit_line": CREDIT, "rights": shown.rights, "rights_note": shown.rights_note}
    if shown.sensitivity:
        row |= {"sensitivity": shown.sensitivity.kind, "sensitivity_note": shown.sensitivity.note}
    picture = {"file": f"media/{shown.id}.jpg", "width": shown.size[0], "height": shown.size[1]}
    row["media"] = [picture | {"alt": dict(shown.alts)} | {"digital_source_type": shown.source_type}]
    if shown.flaw in FLAWS:
        FLAWS[shown.flaw](row)
    return {key: value for key, value in row.items() if value}


def _term(subject: HouseSubject) -> Row:
    words = {tag: getattr(subject, tag) for tag in LANGUAGES}
    return {"label": words, "uri": subject.uri} if subject.uri else {"label": words}


def _without(*keys: str) -> Callable[[Row], None]:
    def flaw(row: Row) -> None:
        for key in keys:
            row.pop(key)

    return flaw


def _with_rights(statement: str) -> Callable[[Row], None]:
    def flaw(row: Row) -> None:
        row["rights"] = statement

    return flaw


def _with_html(row: Row) -> None:
    for tag in LANGUAGES:
        first, rest = row[f"description_{tag}"].split(". ", 1)
        row[f"description_{tag}"] = f'<p class="intro"><b>{first}.</b></p>\n<p>{rest}<br />&nbsp;</p>'


def _without_language(row: Row) -> None:
    for name in ("title", "description"):
        row[name] = row.pop(f"{name}_en")
        for tag in LANGUAGES[1:]:
            row.pop(f"{name}_{tag}")


FLAWS: dict[str, Callable[[Row], None]] = {
    "no rights": _without("rights"),
    "no description": _without(*(f"description_{tag}" for tag in LANGUAGES)),
    "no language": _without_language,
    "HTML in the description": _with_html,
    "licence with https and without slash": _with_rights("https://creativecommons.org/publicdomain/zero/1.0"),
    "rights in free words": _with_rights("Free for the press; please name the museum."),
    "non-commercial licence": _with_rights("http://creativecommons.org/licenses/by-nc/4.0/"),
    "in copyright": _with_rights("http://rightsstatements.org/vocab/InC/1.0/"),
}
"""What is done to the records that are poor on purpose; the other flaws lie in the catalogue itself."""


def _key_points(shown: HouseWork) -> Row:
    width, height = shown.size
    return {"width": width, "height": height, "figures": msgspec.to_builtins(shown.figures)}


def code_version() -> str:
    """SHA-256 over everything that decides how the pictures look."""
    digest = hashlib.sha256()
    room = files("vitrine.house")
    for name in ("atelier", "pictures"):
        for source in sorted((room / name).iterdir(), key=lambda entry: entry.name):
            if source.name.endswith(".py"):
                digest.update(source.name.encode() + b"\0" + source.read_bytes())
    return digest.hexdigest()


def _already(path: Path, version: str) -> set[str]:
    """The works this version of the code has painted into the folder."""
    if not path.exists():
        return set()
    try:
        seen = msgspec.json.decode(path.read_bytes(), type=dict[str, Any])
    except msgspec.DecodeError:
        return set()
    return set(seen.get("works", ())) if seen.get("version") == version else set()


def _painted(media: Path, wanted: list[str]) -> Iterator[str]:
    """Paint the works and yield their ids as they are ready."""
    painters = min(PAINTERS, os.cpu_count() or 1, len(wanted))
    if painters < 2:
        for key in wanted:
            paint(key, media / f"{key}.jpg")
            yield key
        return
    with _one_thread_each(), ProcessPoolExecutor(painters, mp_context=get_context("spawn")) as pool:
        jobs = {pool.submit(paint, key, media / f"{key}.jpg"): key for key in wanted}
        for job in as_completed(jobs):
            job.result()
            yield jobs[job]


@contextmanager
def _one_thread_each() -> Iterator[None]:
    """Painters in processes of their own must not each start a thread for every processor."""
    names = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "VIPS_CONCURRENCY")
    before = {name: os.environ.get(name) for name in names}
    os.environ.update(dict.fromkeys(names, "1"))
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value


def _write(path: Path, content: bytes) -> None:
    unfinished = path.with_name(f".{path.name}.unfinished")
    unfinished.write_bytes(content)
    unfinished.replace(path)
