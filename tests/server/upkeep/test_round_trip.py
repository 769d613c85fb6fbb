"""What is backed up comes back, on both databases."""

import stat

import pytest

from tests.commands import Vitrine
from tests.server.upkeep.conftest import PICTURE, everything, findings, picture_of, table


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def original(request):
    """A filled home, on each database."""
    return request.getfixturevalue("collection" if request.param == "sqlite" else "vitrine_on_postgresql")


def test_everything_comes_back_byte_for_byte(original, tmp_path, request):
    before = everything(original)
    file = tmp_path / "made.tar"
    said = original.json("backup", file)
    assert (said["works"], said["media"], said["missing"], said["damaged"]) == (3, 1, [], [])
    assert said["size"] == file.stat().st_size

    url = original.environment["DATABASE_URL"]
    if url:
        url = request.getfixturevalue("postgresql").create(f"restored_{tmp_path.name}")
    restored = Vitrine(tmp_path / "restored", url)
    said = restored.json("restore", file)
    assert (said["works"], said["media"]) == (3, 1)
    assert everything(restored) == before
    assert picture_of(restored.home).read_bytes() == PICTURE
    for name in ("secret-key", "mappings/ours.toml", "uploads/a/press.txt"):
        assert (restored.home / name).read_bytes() == (original.home / name).read_bytes()
    assert stat.S_IMODE((restored.home / "secret-key").stat().st_mode) == 0o600
    assert not (restored.home / "restoring").exists()
    well = findings(restored)
    assert {name for name, (state, _) in well.items() if state == "error"} == set()
    assert well["media"][0] == "ok"


def test_what_is_restored_goes_on(original, tmp_path, request):
    file = tmp_path / "made.tar"
    original.run("backup", file)
    url = original.environment["DATABASE_URL"]
    if url:
        url = request.getfixturevalue("postgresql").create(f"goes_on_{tmp_path.name}")
    restored = Vitrine(tmp_path / "restored", url)
    restored.run("restore", file)
    counts = restored.json("import", table(tmp_path), "--source", "ours")
    assert (counts["stored"], counts["unchanged"], counts["quarantined"]) == (0, 3, 1)
    assert restored.run("backup", tmp_path / "again.tar")
