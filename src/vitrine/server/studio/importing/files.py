"""The files of drafts: taken from an upload or from the folder that the operator laid out, and cleared away again."""

import shutil
from datetime import timedelta
from pathlib import Path
from typing import NamedTuple

from django.core.files.uploadedfile import TemporaryUploadedFile, UploadedFile
from django.utils import timezone

from vitrine.server.jobs.models import Job
from vitrine.server.options import home, option
from vitrine.server.studio.importing.models import Draft

KEPT = timedelta(days=30)
"""How long the upload of a finished import stays: for whoever wants to look once more. Every record's bytes stay for good."""

_LONGEST_NAME = 120


class Offered(NamedTuple):
    """A file or folder in the operator's folder: its name and its size in bytes (None for a folder)."""

    name: str
    size: int | None


def largest_upload() -> int:
    """Return how many bytes an upload may have."""
    return int(option("VITRINE_UPLOAD_MAX_BYTES"))


def offered() -> list[Offered]:
    """Return what lies in `imports/` below the home, by name; links and hidden files are passed over."""
    folder = home() / "imports"
    found = sorted(one for one in folder.iterdir() if not one.name.startswith(".") and not one.is_symlink())
    return [Offered(one.name, None if one.is_dir() else one.stat().st_size) for one in found]


def safe_name(name: str) -> str:
    """Return a file name as it can stand on any disk: no folders, no control characters, not hidden, of bounded length."""
    bare = name.replace("\\", "/").rpartition("/")[2]
    bare = "".join(sign if sign.isalnum() or sign in "._- " else "-" for sign in bare).strip(" .-") or "file"
    stem, dot, ending = bare.rpartition(".")
    if len(bare.encode()) <= _LONGEST_NAME:
        return bare
    ending = f"{dot}{ending}" if dot and len(ending) <= 10 else ""
    return (stem or bare).encode()[: _LONGEST_NAME - len(ending.encode())].decode(errors="ignore") + ending


def take(draft: Draft, upload: UploadedFile) -> None:
    """Put an upload into the draft's own folder. A large one lies in the home already and is only given its name."""
    target = path_of(draft)
    target.parent.mkdir(parents=True, exist_ok=True)
    if isinstance(upload, TemporaryUploadedFile):
        shutil.move(upload.temporary_file_path(), target)
        Path(upload.temporary_file_path()).touch()  # Django removes what it made
        return
    with target.open("wb") as file:
        for piece in upload.chunks():
            file.write(piece)


def path_of(draft: Draft) -> Path:
    """Return where the draft's file is."""
    return home() / draft.path


def clear(draft: Draft) -> None:
    """Remove the draft's own files; what the operator laid out stays."""
    shutil.rmtree(folder_of(draft), ignore_errors=True)
    if draft.uploaded:
        Draft.objects.filter(pk=draft.pk, removed=None).update(removed=timezone.now())


def folder_of(draft: Draft) -> Path:
    """Return the draft's own folder: its upload and its lists of problems."""
    return home() / "drafts" / str(draft.pk)


def tidy() -> None:
    """Remove the uploads of imports that ended long ago."""
    ended = Job.objects.filter(
        state__in=(Job.State.DONE, Job.State.CANCELLED), finished__lt=timezone.now() - KEPT
    ).values("pk")
    for draft in Draft.objects.filter(uploaded=True, removed=None, job_id__in=ended)[:20]:
        clear(draft)
