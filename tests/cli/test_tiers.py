"""`vitrine tiers`: every record of a file, what could not be read, and nothing in silence."""

import json
import tarfile
import zipfile
from pathlib import Path

import pytest
from tests.quality.edm import external, internal, text

EXTERNAL, INTERNAL = external(text("dc:title", "Firenze", "it")), internal(text("dc:creator", "Ada"))
FIELDS = {"id", "content", "metadata", "language", "enabling", "contextual"}


@pytest.fixture
def packed(tmp_path: Path) -> Path:
    """An archive as they come: two records, a note for people, a picture, an archive inside, a broken record."""
    path = tmp_path / "export.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.xml", EXTERNAL)
        archive.writestr("readme.txt", "Read me.")
        archive.writestr("pictures/7.jpg", b"\xff\xd8\xff")
        archive.writestr("older.zip", b"PK\x03\x04 and so on")
        archive.writestr("b.xml", external("<dc:title>a & b</dc:title>"))
        archive.writestr("c.xml", INTERNAL)
    return path


def test_records_and_what_could_not_be_read_in_their_order(vitrine, packed):
    found = vitrine.json("tiers", packed)
    assert [one["id"] for one in found] == ["#work", "readme.txt", "older.zip", "b.xml#1", "#work"]
    assert [set(one) for one in found] == [FIELDS, {"id", "error"}, {"id", "error"}, {"id", "error"}, FIELDS]
    assert (found[0]["language"], found[4]["enabling"]) == ("C", "A")
    assert "archive inside an archive" in found[2]["error"]


def test_the_same_in_words(vitrine, packed):
    lines = vitrine.run("tiers", packed).stdout.splitlines()
    assert lines[0] == "0 0  #work  (language C, enabling 0, contextual A)"
    assert lines[1] == "readme.txt  This is no XML."
    assert len(lines) == 5


def test_a_folder_and_a_tgz(vitrine, tmp_path):
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "a.xml").write_bytes(EXTERNAL)
    (folder / "c.xml").write_bytes(INTERNAL)
    with tarfile.open(tmp_path / "all.tgz", "w:gz") as archive:
        archive.add(folder, "folder")
    assert vitrine.json("tiers", folder) == vitrine.json("tiers", tmp_path / "all.tgz")
    assert len(vitrine.json("tiers", folder)) == 2


@pytest.mark.parametrize("content", [b"Read me.", b"", b"<html/>", external("<dc:title>a & b</dc:title>")])
def test_where_nothing_can_be_read_the_command_fails_and_says_why(vitrine, tmp_path, content):
    file = tmp_path / "x.xml"
    file.write_bytes(content)
    said = vitrine.error("tiers", file)
    assert said.count("\n") == 1
    assert "No EDM record" in said
    (entry,) = json.loads(vitrine.run("tiers", file, "--json", status=1).stdout)
    assert set(entry) == {"id", "error"}
    assert entry["error"] in said


def test_a_damaged_archive_gives_what_it_holds_and_then_fails(vitrine, tmp_path):
    with tarfile.open(tmp_path / "all.tar", "w", format=tarfile.USTAR_FORMAT) as archive:
        for number in range(3):
            (tmp_path / "x.xml").write_bytes(EXTERNAL)
            archive.add(tmp_path / "x.xml", f"{number}.xml")
    whole = (tmp_path / "all.tar").read_bytes()
    (tmp_path / "cut.tar").write_bytes(whole[: 2 * (512 + 1024) + 700])
    done = vitrine.run("tiers", tmp_path / "cut.tar", "--json", status=1)
    found = json.loads(done.stdout)
    assert [one["id"] for one in found[:2]] == ["#work", "#work"]
    assert "cut short" in done.stderr


def test_an_entity_costs_one_record_and_nothing_is_read_from_elsewhere(vitrine, tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("taken from another file")
    doctype = f'<!DOCTYPE records [<!ENTITY secret SYSTEM "{secret.as_uri()}">]>'.encode()
    stolen = external("<dc:title>TITLE</dc:title>").replace(b"TITLE", b"&secret;")
    file = tmp_path / "x.xml"
    file.write_bytes(doctype + b"<records>" + EXTERNAL + stolen + INTERNAL + b"</records>")
    found = vitrine.json("tiers", file)
    assert [one["id"] for one in found] == ["#work", "x.xml#2", "#work"]
    assert "entity" in found[1]["error"]
    assert "taken" not in json.dumps(found)
