"""What a path holds, given out file by file, and what is refused."""

import gzip
import io
import os
import tarfile
import zipfile
from pathlib import Path

import pytest

from vitrine.formats.containers import Limits, Member, members
from vitrine.formats.reading import FeedError


def contents(path: Path, limits: Limits | None = None) -> dict[str, bytes]:
    found = members(path, limits) if limits else members(path)
    return {member.name: b"" if member.refused else member.stream.read() for member in found}


def refused(path: Path) -> dict[str, str]:
    return {member.name: member.refused for member in members(path) if member.refused}


def tar_of(path: Path, files: dict[str, bytes], mode: str = "w") -> Path:
    with tarfile.open(path, mode) as archive:  # type: ignore[call-overload]
        for name, content in files.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(content)
            archive.addfile(entry, io.BytesIO(content))
    return path


def zip_of(path: Path, files: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(path, "w", method) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return path


FILES = {"b.xml": b"<b/>", "a/c.xml": b"<c/>" * 100_000}


def test_plain_file(tmp_path):
    (tmp_path / "works.csv").write_bytes(b"id;title\n1;x\n")
    assert contents(tmp_path / "works.csv") == {"works.csv": b"id;title\n1;x\n"}


def test_gzip_is_known_by_content_and_loses_its_ending(tmp_path):
    (tmp_path / "works.csv.gz").write_bytes(gzip.compress(b"id\n1\n"))
    (tmp_path / "works").write_bytes(gzip.compress(b"id\n2\n"))
    assert contents(tmp_path / "works.csv.gz") == {"works.csv": b"id\n1\n"}
    assert contents(tmp_path / "works") == {"works": b"id\n2\n"}


def test_gzip_of_several_parts_is_read_to_its_end(tmp_path):
    (tmp_path / "w.gz").write_bytes(gzip.compress(b"one\n") + gzip.compress(b"two\n"))
    assert contents(tmp_path / "w.gz") == {"w": b"one\ntwo\n"}


@pytest.mark.parametrize("mode", ["w", "w:gz"])
def test_tar_and_tgz_in_their_order(tmp_path, mode):
    path = tar_of(tmp_path / "export.bin", FILES, mode)
    assert contents(path) == FILES
    assert [member.name for member in members(path)] == ["b.xml", "a/c.xml"]


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_zip_in_its_order(tmp_path, method):
    path = zip_of(tmp_path / "export.bin", FILES, method)
    assert contents(path) == FILES
    assert [member.name for member in members(path)] == ["b.xml", "a/c.xml"]


def test_members_may_be_left_unread(tmp_path):
    for path in (tar_of(tmp_path / "a.tgz", FILES, "w:gz"), zip_of(tmp_path / "a.zip", FILES)):
        assert [member.name for member in members(path)] == list(FILES)


def test_folder_by_name_opens_archives_and_passes_over_what_is_hidden(tmp_path):
    folder = tmp_path / "export"
    (folder / "sub").mkdir(parents=True)
    (folder / ".git").mkdir()
    (folder / ".git" / "config").write_bytes(b"hidden")
    (folder / ".DS_Store").write_bytes(b"hidden")
    (folder / "sub" / "z.csv").write_bytes(b"z")
    (folder / "b.csv.gz").write_bytes(gzip.compress(b"b"))
    zip_of(folder / "c.zip", {"x/1.xml": b"1", "__MACOSX/x/._1.xml": b"hidden", "x/.DS_Store": b"hidden"})
    assert list(contents(folder).items()) == [("b.csv", b"b"), ("c.zip/x/1.xml", b"1"), ("sub/z.csv", b"z")]


def test_empty_folder_and_missing_path_are_told(tmp_path):
    with pytest.raises(FeedError, match="holds no files"):
        list(members(tmp_path))
    with pytest.raises(FeedError, match=r"nowhere\.zip does not exist"):
        list(members(tmp_path / "nowhere.zip"))


def test_names_with_dots_or_roots_are_only_names(tmp_path):
    files = {"../../etc/passwd": b"x", "/abs/file.xml": b"y"}
    before = set(tmp_path.rglob("*"))
    path = tar_of(tmp_path / "evil.tgz", files, "w:gz")
    assert contents(path) == files
    assert set(tmp_path.rglob("*")) == before | {path}


def test_names_are_valid_visible_and_bounded(tmp_path):
    path = tmp_path / "names.tar"
    with tarfile.open(path, "w", encoding="utf-8", errors="surrogateescape") as archive:
        for name in (b"caf\xe9.xml".decode("utf-8", "surrogateescape"), "a\x1b[31m.xml", "x" * 3000 + ".xml"):
            archive.addfile(tarfile.TarInfo(name))
    names = [member.name for member in members(path)]
    assert names[0] == "caf\ufffd.xml"
    assert "\x1b" not in names[1]
    assert len(names[2]) < 500
    assert names[2].endswith("x.xml")


def test_links_and_devices_in_a_tar_are_refused_and_the_rest_goes_on(tmp_path):
    path = tmp_path / "links.tar"
    with tarfile.open(path, "w") as archive:
        for name, kind in (("soft", tarfile.SYMTYPE), ("hard", tarfile.LNKTYPE), ("pipe", tarfile.FIFOTYPE)):
            entry = tarfile.TarInfo(name)
            entry.type, entry.linkname = kind, "/etc/passwd"
            archive.addfile(entry)
        archive.addfile(tarfile.TarInfo("good.xml"))
    assert list(refused(path)) == ["soft", "hard", "pipe"]
    assert [member.name for member in members(path)][-1] == "good.xml"


def test_archives_within_archives_are_refused(tmp_path):
    inner = zip_of(tmp_path / "inner.zip", {"a": b"a"}).read_bytes()
    for path in (
        zip_of(tmp_path / "o.zip", {"in.zip": inner, "ok": b"1"}),
        tar_of(tmp_path / "o.tgz", {"in.gz": gzip.compress(b"x"), "ok": b"1"}, "w:gz"),
    ):
        assert [bool(member.refused) for member in members(path)] == [True, False]
    (tmp_path / "double.gz").write_bytes(gzip.compress(gzip.compress(b"x")))
    assert "unpack" in refused(tmp_path / "double.gz")["double"]


def test_other_packings_are_named(tmp_path):
    (tmp_path / "a.7z").write_bytes(b"7z\xbc\xaf\x27\x1c" + bytes(100))
    with pytest.raises(FeedError, match="7-Zip"):
        list(members(tmp_path / "a.7z"))


def test_a_bomb_is_stopped_at_its_ratio_not_at_its_size(tmp_path):
    limits = Limits(ratio=10, free=100_000)
    zeros = bytes(5_000_000)
    for path in (
        zip_of(tmp_path / "bomb.zip", {"zeros": zeros}),
        tar_of(tmp_path / "bomb.tgz", {"zeros": zeros}, "w:gz"),
    ):
        with pytest.raises(FeedError, match="expands to far more"):
            contents(path, limits)
    (tmp_path / "bomb.gz").write_bytes(gzip.compress(zeros))
    with pytest.raises(FeedError, match="expands to far more"):
        contents(tmp_path / "bomb.gz", limits)
    # As large, but it does not expand: that is a large export.
    noise = os.urandom(5_000_000)
    assert contents(zip_of(tmp_path / "large.zip", {"noise": noise}), limits) == {"noise": noise}


def test_a_bomb_of_many_files_is_stopped_by_their_sum(tmp_path):
    path = zip_of(tmp_path / "bomb.zip", {f"{n}": bytes(90_000) for n in range(50)})
    with pytest.raises(FeedError, match="expands to far more"):
        contents(path, Limits(ratio=10, free=100_000))


def test_absolute_limit_holds_for_any_ratio(tmp_path):
    path = zip_of(tmp_path / "big.zip", {"noise": os.urandom(200_000)})
    with pytest.raises(FeedError, match="expands to far more"):
        contents(path, Limits(expanded=100_000))


def test_too_many_members(tmp_path):
    files = {f"{n}.xml": b"" for n in range(20)}
    for path in (zip_of(tmp_path / "m.zip", files), tar_of(tmp_path / "m.tar", files)):
        with pytest.raises(FeedError, match="too many files"):
            list(members(path, Limits(members=10)))
    with pytest.raises(FeedError, match="too many files"):
        list(members(tmp_path / "m.zip", Limits(zip_directory=100)))


def drain(member: Member) -> bytes:
    """Read what a reader of chunks gets before the damage."""
    got = b""
    try:
        while piece := member.stream.read1(1000):
            got += piece
    except FeedError:
        return got
    return got


def test_truncated_gzip_gives_what_came_before_then_says_so(tmp_path):
    text = b"".join(b"%d,%s\n" % (n, os.urandom(20).hex().encode()) for n in range(20_000))
    packed = gzip.compress(text)
    (tmp_path / "cut.csv.gz").write_bytes(packed[: len(packed) // 2])
    got = []
    with pytest.raises(FeedError, match=r"cut\.csv\.gz is damaged or cut short"):
        for member in members(tmp_path / "cut.csv.gz"):
            got.extend(member.stream)
    assert len(got) > 5_000
    assert text.startswith(b"".join(got))


def test_damage_that_a_reader_swallows_is_still_told(tmp_path):
    packed = gzip.compress(os.urandom(300_000))
    (tmp_path / "cut.gz").write_bytes(packed[:200_000])
    with pytest.raises(FeedError, match="cut short"):
        for member in members(tmp_path / "cut.gz"):
            assert len(drain(member)) > 100_000


@pytest.mark.parametrize("cut", [0.3, 0.6, 0.95])
@pytest.mark.parametrize("mode", ["w", "w:gz"])
def test_truncated_tar_gives_out_every_whole_file_before_the_cut(tmp_path, mode, cut):
    files = {f"{n}.xml": os.urandom(3000) for n in range(100)}
    path = tar_of(tmp_path / "cut.tar", files, mode)
    whole = path.read_bytes()
    path.write_bytes(whole[: int(len(whole) * cut)])
    got = {}
    with pytest.raises(FeedError, match=r"cut\.tar is damaged or cut short"):
        for member in members(path):
            got[member.name] = drain(member)
    sound = [name for name in got if got[name] == files[name]]
    assert len(sound) >= len(got) - 1
    assert len(sound) >= int(100 * cut) - 10


# Each file takes a header and a block of 512 bytes: cut between two files, within a header, after a header, within a file.
@pytest.mark.parametrize("kept", [4096, 4196, 4608, 4708])
def test_a_tar_cut_anywhere_is_not_taken_for_whole(tmp_path, kept):
    path = tar_of(tmp_path / "cut.tar", {f"{n}.xml": os.urandom(512) for n in range(10)})
    path.write_bytes(path.read_bytes()[:kept])
    got = []
    with pytest.raises(FeedError, match="cut short"):
        for member in members(path):
            got.append((member.name, len(drain(member))))
    assert got[:4] == [(f"{n}.xml", 512) for n in range(4)]


def test_a_tar_damaged_in_a_header_is_not_taken_for_its_end(tmp_path):
    path = tar_of(tmp_path / "bad.tar", {f"{n}.xml": b"x" for n in range(10)})
    data = bytearray(path.read_bytes())
    data[5 * 1024 + 150] ^= 0xFF
    path.write_bytes(data)
    with pytest.raises(FeedError, match="damaged"):
        contents(path)


def test_truncated_zip_is_told(tmp_path):
    path = zip_of(tmp_path / "cut.zip", {f"{n}": os.urandom(1000) for n in range(10)})
    path.write_bytes(path.read_bytes()[:6000])
    with pytest.raises(FeedError, match=r"cut\.zip is no complete zip"):
        list(members(path))


def test_one_damaged_file_of_a_zip_does_not_lose_the_next(tmp_path):
    path = zip_of(tmp_path / "d.zip", {"1": b"first" * 100, "2": b"second" * 100, "3": b"third" * 100}, 0)
    data = bytearray(path.read_bytes())
    data[data.index(b"secondsecond") + 3] ^= 0xFF
    path.write_bytes(data)
    assert contents(path) == {"1": b"first" * 100, "2": b"", "3": b"third" * 100}
    assert list(refused(path)) == ["2"]


def test_one_large_damaged_file_of_a_zip_does_not_lose_the_next(tmp_path):
    large = os.urandom(1_000_000)
    path = zip_of(tmp_path / "d.zip", {"1": large, "2": b"second"}, 0)
    data = bytearray(path.read_bytes())
    data[900_000] ^= 0xFF
    path.write_bytes(data)
    assert [(member.name, len(drain(member)) > 500_000) for member in members(path)] == [("1", True), ("2", False)]
    with pytest.raises(FeedError, match="1 in"):
        contents(path)


def test_encrypted_zip_says_what_to_do(tmp_path):
    path = zip_of(tmp_path / "secret.zip", {"a.xml": b"x"})
    data = bytearray(path.read_bytes())
    # Bit 0 of the general purpose flags, in the local and in the central header (PKWARE APPNOTE 4.4.4).
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(data)
    with pytest.raises(FeedError, match=r"encrypted\. Unpack it with its password"):
        list(members(path))


def test_empty_files(tmp_path):
    (tmp_path / "empty.csv").write_bytes(b"")
    (tmp_path / "empty.gz").write_bytes(gzip.compress(b""))
    assert contents(tmp_path / "empty.csv") == {"empty.csv": b""}
    assert contents(tmp_path / "empty.gz") == {"empty": b""}
