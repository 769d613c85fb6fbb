"""The export: what a museum's system would write, complete, relative, and not painted twice."""

import json
from pathlib import Path

import pytest
import pyvips

from vitrine.house import export, works
from vitrine.house.exporting import PAINTED, record
from vitrine.house.work import work


@pytest.fixture
def brush(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every picture as a grey sheet, painted in this process; the list says which were asked for."""
    asked: list[str] = []

    def grey(work_id: str, path: Path, long_side: int | None = None) -> None:
        asked.append(work_id)
        (pyvips.Image.black(8, 8) + 128).cast("uchar").jpegsave(str(path))

    monkeypatch.setattr("vitrine.house.exporting.paint", grey)
    monkeypatch.setattr("os.cpu_count", lambda: 1)
    return asked


def _rows(folder: Path) -> dict[str, dict]:
    return {row["id"]: row for row in json.loads((folder / "works.json").read_text(encoding="utf-8"))}


def test_it_writes_records_pictures_and_key_points(tmp_path: Path, brush: list[str]):
    export(tmp_path / "museum")
    rows = _rows(tmp_path / "museum")
    assert len(rows) == 24
    for row in rows.values():
        for medium in row["media"]:
            assert not Path(medium["file"]).is_absolute()
            assert (tmp_path / "museum" / medium["file"]).is_file()
    points = json.loads((tmp_path / "museum" / "keypoints.json").read_text(encoding="utf-8"))
    assert set(points) == {f"house-{number:02d}" for number in range(1, 14)}
    assert points["house-01"]["width"] == 1800
    assert {point["name"] for point in points["house-01"]["figures"][0]["points"]} >= {"nose", "left_foot_index"}


def test_a_second_export_paints_nothing_and_changes_nothing(tmp_path: Path, brush: list[str]):
    export(tmp_path)
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    assert len(brush) == 24
    export(tmp_path)
    assert len(brush) == 24
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before


def test_only_what_is_missing_is_painted_again(tmp_path: Path, brush: list[str]):
    export(tmp_path)
    (tmp_path / "media" / "house-07.jpg").unlink()
    brush.clear()
    export(tmp_path)
    assert brush == ["house-07"]


def test_an_export_that_was_broken_off_goes_on(tmp_path: Path, brush: list[str]):
    def stop_at_four(done: int, total: int) -> None:
        if done == 4:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        export(tmp_path, stop_at_four)
    brush.clear()
    export(tmp_path)
    assert brush == [f"house-{number:02d}" for number in range(5, 25)]


def test_changed_code_paints_everything_anew(tmp_path: Path, brush: list[str], monkeypatch: pytest.MonkeyPatch):
    export(tmp_path)
    monkeypatch.setattr("vitrine.house.exporting.code_version", lambda: "another")
    export(tmp_path)
    assert len(brush) == 48


def test_a_damaged_note_of_what_was_painted_is_not_trusted(tmp_path: Path, brush: list[str]):
    export(tmp_path)
    (tmp_path / PAINTED).write_text("{", encoding="utf-8")
    export(tmp_path)
    assert len(brush) == 48


def test_progress_counts_up_to_all_works(tmp_path: Path, brush: list[str]):
    seen: list[tuple[int, int]] = []
    export(tmp_path, lambda done, total: seen.append((done, total)))
    assert seen == [(number, 24) for number in range(1, 25)]


def test_two_processes_paint_real_pictures(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    monkeypatch.setattr("vitrine.house.exporting.works", lambda: (work("house-20"), work("house-23")))
    export(tmp_path)
    olives = pyvips.Image.new_from_file(str(tmp_path / "media" / "house-20.jpg"))
    assert (olives.width, olives.height) == (800, 600)
    assert pyvips.Image.new_from_file(str(tmp_path / "media" / "house-23.jpg")).width == 2400


def test_a_good_record_has_everything():
    row = record(work("house-01"))
    assert row["title_it"] == "Danzatrice con la gonna rossa"
    assert row["rights"] == "http://creativecommons.org/publicdomain/zero/1.0/"
    assert row["type"]["uri"].startswith("http://vocab.getty.edu/aat/")
    assert row["type"]["label"] == {"en": "painting", "it": "dipinto", "de": "Gemälde"}
    dance = {"label": {"en": "dancing", "it": "danza", "de": "Tanz"}, "uri": "https://iconclass.org/43C9"}
    assert row["subjects"] == [dance]
    assert set(row["media"][0]["alt"]) == {"en", "it", "de"}
    assert row["media"][0]["digital_source_type"].endswith("/algorithmicMedia")
    assert "sensitivity" not in row and "former_title" not in row


def test_poor_records_are_poor_in_the_way_they_say():
    rows = {shown.flaw: record(shown) for shown in works() if shown.flaw}
    assert "rights" not in rows["no rights"]
    assert not [key for key in rows["no description"] if key.startswith("description")]
    assert rows["no language"]["title"] == "Seven Clouds" and "title_en" not in rows["no language"]
    assert rows["HTML in the description"]["description_de"].startswith("<p")
    assert rows["licence with https and without slash"]["rights"] == "https://creativecommons.org/publicdomain/zero/1.0"
    assert "/" not in rows["rights in free words"]["rights"]
    assert rows["non-commercial licence"]["rights"] == "http://creativecommons.org/licenses/by-nc/4.0/"
    assert (
        rows["in copyright"]["rights"] == "http://rightsstatements.org/vocab/InC/1.0/"
        and rows["in copyright"]["rights_note"]
    )
    assert rows["contentious term"]["sensitivity"] == "contentious terms" and rows["contentious term"]["former_title"]
    assert rows["small image"]["media"][0]["width"] == 800
