import errno
import os
import stat
import time

import pytest

from tests.server.collection.media.files import MARKED, image, sha256, sound
from vitrine.server.collection.media.limits import UnusableMediaError, read_limits
from vitrine.server.collection.media.store import clear_drafts, is_kept, path_of, store
from vitrine.server.collection.models import MediaFile
from vitrine.server.options import SettingError

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("media_home")]


def pieces(content: bytes, size: int = 1000):
    return (content[place : place + size] for place in range(0, len(content), size))


def in_store(home):
    return sorted(path for path in (home / "media").rglob("*") if path.is_file())


def test_a_file_is_kept_byte_for_byte_under_its_checksum(limits, media_home):
    content = image(".tif", 60, 40, xmp=MARKED)
    file = store(pieces(content), limits)
    assert (file.checksum, file.size, file.type) == (sha256(content), len(content), "image/tiff")
    assert (file.width, file.height) == (60, 40)
    assert file.source_type.endswith("/negativeFilm")
    assert file.reservation["reserved"] is True
    assert path_of(file.checksum).read_bytes() == content
    assert in_store(media_home) == [path_of(file.checksum)]
    assert not path_of(file.checksum).stat().st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH)


def test_the_same_content_is_kept_once(limits, media_home):
    first, second = (store(pieces(sound()), limits) for _ in range(2))
    assert first.pk == second.pk
    assert (first.width, first.height, first.reservation) == (None, None, None)
    assert len(in_store(media_home)) == 1


def test_a_file_damaged_on_disk_is_mended_by_storing_it_again(limits):
    file = store(pieces(sound()), limits)
    path_of(file.checksum).chmod(0o644)
    path_of(file.checksum).write_bytes(b"cut")
    assert not is_kept(file)
    assert is_kept(store(pieces(sound()), limits))
    assert path_of(file.checksum).read_bytes() == sound()


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b"MZ" + bytes(500), "no type that Vitrine takes in"),
        (b"<!doctype html><title>404</title>", "web page"),
        (b"host: db\npassword: hunter2\n", "plain text"),
        (image(".jpg", 300, 300)[:-20_000], "damaged"),
        (image(".jpg", 1001, 1000), "1,001 x 1,000 pixels"),
        (bytes(1_000_001), "larger than the 1,000,000 bytes"),
    ],
)
def test_what_is_not_taken_in_leaves_nothing_behind(limits, media_home, content, reason):
    with pytest.raises(UnusableMediaError, match=reason):
        store(pieces(content), limits)
    assert in_store(media_home) == []
    assert not MediaFile.objects.exists()


def test_a_file_too_large_is_not_read_to_its_end(limits):
    given = []

    def endless():
        while True:
            given.append(1)
            yield bytes(10_000)

    with pytest.raises(UnusableMediaError, match="larger"):
        store(endless(), limits)
    assert len(given) == limits.max_bytes // 10_000 + 1


def test_a_store_that_cannot_be_written_is_no_fault_of_the_file(limits, media_home, monkeypatch):
    def full(_descriptor):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        store(pieces(sound()), limits)
    assert in_store(media_home) == []


def test_drafts_of_killed_processes_are_cleared_and_those_of_living_ones_are_not(media_home):
    drafts = media_home / "media" / "drafts"
    drafts.mkdir(exist_ok=True)
    for name in ("old", "new"):
        (drafts / name).write_bytes(b"x")
    os.utime(drafts / "old", (time.time() - 2 * 86_400,) * 2)
    clear_drafts()
    assert [path.name for path in drafts.iterdir()] == ["new"]


@pytest.mark.parametrize("value", ["0", "-1", "many", "nan", "inf"])
def test_a_setting_that_is_no_limit_is_named(monkeypatch, value):
    monkeypatch.setenv("VITRINE_MEDIA_MAX_BYTES", value)
    with pytest.raises(SettingError, match="VITRINE_MEDIA_MAX_BYTES"):
        read_limits()


def test_the_settings_of_the_operator_are_the_limits(monkeypatch):
    monkeypatch.setenv("VITRINE_MEDIA_MAX_PIXELS", "1234")
    monkeypatch.setenv("VITRINE_MEDIA_PRIVATE_HOSTS", "Images.Local, [fd00::1]")
    limits = read_limits()
    assert limits.max_pixels == 1234
    assert limits.private_hosts == {"images.local", "fd00::1"}
