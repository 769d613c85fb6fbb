"""`vitrine import`: a museum's export into the collection."""

from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import click

from vitrine.cli.output import WORDS, InputPath, fail, notes, out, print_json
from vitrine.cli.working import do

if TYPE_CHECKING:
    from vitrine.formats import Feed

_LARGEST_MAPPING = 1_000_000

_PREVIEW = 5
"""Records of a proposed mapping that are shown: enough to see whether columns went where they belong."""


@click.command("import")
@click.argument("path", type=InputPath(dir_okay=True))
@click.option(
    "--source",
    type=WORDS,
    required=True,
    help="The name of the feed: letters, digits, - and _. Import it again under the same name.",
)
@click.option(
    "--format",
    "format_",
    type=click.Choice(["auto", "csv", "json", "lido", "edm"]),
    default="auto",
    help="What the file is. auto looks into it.",
)
@click.option(
    "--mapping",
    "mapping_file",
    type=click.Path(path_type=Path),
    help="A mapping (TOML), or the name of one that Vitrine brings: tate, npg, nationalmuseum.",
)
@click.option("--yes", is_flag=True, help="Import with the mapping that Vitrine proposes for a file it has never seen.")
@click.option("--dry-run", is_flag=True, help="Read and count everything, write nothing.")
@click.option("--fetch-media", is_flag=True, help="Also fetch media from the web addresses in the records.")
@click.option(
    "--json",
    "as_json",
    is_flag=True,
    help="Print one JSON document: read, stored, unchanged, quarantined, repaired, flagged.",
)
@click.pass_obj
def command(
    home: Path,
    path: Path,
    source: str,
    format_: str,
    mapping_file: Path | None,
    yes: bool,
    dry_run: bool,
    fetch_media: bool,
    as_json: bool,
) -> None:
    """Import a museum's export: CSV, TSV, JSON, LIDO or EDM, plain or in .gz, .zip or .tgz, or a folder of them.

    Nothing is dropped: what cannot be read is kept in quarantine with the reason. Importing the same file twice changes
    nothing; an import that was stopped goes on where it was.

    \b
    Examples:
      vitrine import artworks.ndjson.gz --source tate --mapping tate
      vitrine import export.csv --source ours            proposes a mapping and shows the first records
      vitrine import export.csv --source ours --yes      imports with that mapping
    """
    from vitrine.server.collection.importing.processes import make_ready

    make_ready(path)  # first of all: it loads beside what is loaded here
    from vitrine.formats import FeedError
    from vitrine.server.start import open_home

    open_home(home)
    if not source.replace("-", "").replace("_", "").isalnum() or len(source) > 80:
        raise fail(f"The source name {source!r} is not usable: take letters, digits, - and _, at most 80.", 2)
    try:
        counts = _import(path, source, format_, _mapping_text(mapping_file), yes, dry_run, fetch_media, as_json)
    except FeedError as error:
        raise fail(str(error)) from error
    if as_json:
        print_json(counts)
    else:
        _tell(counts, source, dry_run)


def _import(
    path: Path, source: str, format_: str, mapping: str | None, yes: bool, dry_run: bool, fetch_media: bool, quiet: bool
) -> dict[str, int]:
    from vitrine.server.collection.importing.feeds import import_job, source_for
    from vitrine.server.collection.importing.run import COUNTS, LOCAL_MEDIA, rehearse
    from vitrine.server.collection.models import Source

    known = Source.objects.filter(name=source).first()
    if mapping is None and (known is None or not known.mapping):
        mapping = _proposed(path, source, format_, yes, quiet)
    if dry_run:
        from django.db import transaction

        with transaction.atomic():
            counts = rehearse(source_for(source, path, format_, mapping), path)
            transaction.set_rollback(True)
        return counts
    row = source_for(source, path, format_, mapping)
    job = do(
        import_job(row, path),
        f"Importing {path.name}",
        "{:,} records before it are safe.",
    )
    if fetch_media or job.counts.get(LOCAL_MEDIA):
        from vitrine.server.collection.media.job import media_job

        folder = path if path.is_dir() else path.parent
        archive = path if path.suffix == ".zip" else None
        do(media_job(row, fetch=fetch_media, folder=folder, archive=archive), "Taking in media")
    if not quiet and (beside := row.source_findings.filter(open=True, seen_in=job.pk).count()):
        notes.print(
            f"{beside:,} finding{'s' if beside > 1 else ''} about the file beside its records (rows of related tables that"
            " belong to no record, identifiers that several share): kept, and written by"
            f" vitrine report --source {source} --problems problems.csv",
            markup=False,
        )
    return {name: job.counts.get(name, 0) for name in COUNTS}


def _mapping_text(file: Path | None) -> str | None:
    """Return the mapping's text, from the file or from those that Vitrine brings."""
    if file is None:
        return None
    from vitrine.formats import shipped_mapping

    try:
        if not file.exists():
            return shipped_mapping(file.stem)
        if not file.is_file() or file.stat().st_size > _LARGEST_MAPPING:
            raise fail(f"{file} is no mapping: it must be a TOML file of at most {_LARGEST_MAPPING:,} bytes.", 2)
        return file.read_text("utf-8")
    except OSError as error:
        raise fail(f"The mapping {file} cannot be read: {error.strerror}.", 2) from error
    except UnicodeDecodeError as error:
        raise fail(f"The mapping {file} is not UTF-8: save it as UTF-8.", 2) from error
    except KeyError as error:
        raise fail(f"There is no mapping {file}, neither as a file nor among those that Vitrine brings.", 2) from error


def _proposed(path: Path, source: str, format_: str, yes: bool, quiet: bool) -> str | None:
    """Return the mapping of a file never seen before: proposed, or as somebody has edited the proposal since.

    LIDO and EDM say themselves what they mean and need none.
    """
    from vitrine.formats import open_feed, propose, sniff
    from vitrine.server.options import home

    if format_ == "auto":
        format_ = sniff(path)
    if format_ in ("lido", "edm"):
        return None
    file = home() / "mappings" / f"{source}.toml"
    remarks: tuple[str, ...] = ()
    if not file.exists():
        proposal = propose(path, feed=source)
        remarks = proposal.remarks
        file.write_text(proposal.mapping, "utf-8")
    mapping = file.read_text("utf-8")
    if not quiet:
        _show_proposal(file, remarks, open_feed(path, feed=source, mapping=mapping))
    if not yes:
        raise fail(
            f"Nothing is imported yet. Look at {file}, change what is wrong, and run the command again with --yes."
            " (To have a new proposal, remove that file.)",
            3,
        )
    return mapping


def _show_proposal(file: Path, remarks: tuple[str, ...], feed: "Feed") -> None:
    from vitrine.cli.show import print_record
    from vitrine.formats import Unreadable, UnreadableRecordError

    notes.print(f"The mapping for this file stands in {file}", markup=False)
    for remark in remarks:
        notes.print(f"  - {remark}", markup=False)
    for raw in islice(feed.items(), _PREVIEW):
        if isinstance(raw, Unreadable):
            notes.print(f"{raw.locator} cannot be read: {raw.reason}", markup=False)
            continue
        try:
            print_record(feed.read(raw).record, notes)
        except UnreadableRecordError as error:
            notes.print(f"{raw.locator} cannot be read: {error}", markup=False)


def _tell(counts: dict[str, int], source: str, dry_run: bool) -> None:
    if dry_run:
        out.print("[bold]Nothing was written.[/bold] An import would come to this:")
    out.print(
        f"Read {counts['read']:,} = stored {counts['stored']:,} + unchanged {counts['unchanged']:,}"
        f" + quarantined {counts['quarantined']:,}"
    )
    if counts["repaired"]:
        out.print(f"Repaired in {counts['repaired']:,} records; every repair is kept with what stood before.")
    if counts["flagged"]:
        out.print(
            f"{counts['flagged']:,} works come with other rights than before. They wait: vitrine rights changes --source {source}"
        )
    if counts["quarantined"]:
        out.print(f"In quarantine: vitrine report --source {source} --problems problems.csv")
    if counts["stored"] and not dry_run:
        out.print("The search finds these works as soon as the site is served; to have it ready before: vitrine index")
    if not dry_run:
        out.print(f"Next: vitrine report --source {source} --fixes")
