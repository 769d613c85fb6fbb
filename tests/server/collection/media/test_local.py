import os
import unicodedata
import zipfile
from contextlib import closing

import pytest

from vitrine.server.collection.media.limits import UnusableMediaError
from vitrine.server.collection.media.local import Folder, Zip


def content(found) -> bytes:
    return b"".join(found.chunks)


@pytest.fixture
def folder(tmp_path):
    """An export's folder with a picture in it, and a secret beside it."""
    folder = tmp_path / "export"
    (folder / "images").mkdir(parents=True)
    (folder / "images" / "Vermeer.JPG").write_bytes(b"picture")
    (folder / "front.jpg").write_bytes(b"front")
    (tmp_path / "secret.jpg").write_bytes(b"secret")
    return folder


@pytest.mark.parametrize(
    "name", ["images/Vermeer.JPG", "images\\vermeer.jpg", "./IMAGES//VERMEER.jpg", "vermeer.jpg", "Vermeer.JPG"]
)
def test_a_picture_is_found_as_people_write_its_name(folder, name):
    assert content(Folder(folder).find(name)) == b"picture"


def test_unicode_forms_of_a_name_are_the_same_name(folder):
    (folder / unicodedata.normalize("NFD", "Zürich.jpg")).write_bytes(b"town")
    assert content(Folder(folder).find("Zürich.jpg")) == b"town"


def test_the_very_name_goes_before_one_that_differs_in_case(folder):
    (folder / "a.jpg").write_bytes(b"small")
    (folder / "A.jpg").write_bytes(b"large")
    assert content(Folder(folder).find("A.jpg")) == b"large"
    assert content(Folder(folder).find("a.jpg")) == b"small"


def test_what_is_not_there_is_not_found(folder):
    assert Folder(folder).find("images/other.jpg") is None
    assert Folder(folder).find("other/a.jpg") is None


@pytest.mark.parametrize("name", ["../secret.jpg", "images/../../secret.jpg", "..\\secret.jpg", ".", ""])
def test_a_path_that_leads_out_is_refused(folder, name):
    with pytest.raises(UnusableMediaError, match="leads out"):
        Folder(folder).find(name)


@pytest.mark.parametrize("name", ["/etc/passwd", "C:\\images\\a.jpg", "\\\\server\\share\\a.jpg", "a\0.jpg"])
def test_an_absolute_path_is_refused(folder, name):
    with pytest.raises(UnusableMediaError, match="absolute"):
        Folder(folder).find(name)


def test_a_link_to_a_file_outside_is_refused(folder):
    (folder / "link.jpg").symlink_to(folder.parent / "secret.jpg")
    with pytest.raises(UnusableMediaError, match="outside"):
        Folder(folder).find("link.jpg")


def test_a_linked_folder_outside_is_not_looked_into(folder):
    (folder / "linked").symlink_to(folder.parent)
    assert Folder(folder).find("linked/secret.jpg") is None
    assert Folder(folder).find("secret.jpg") is None


def test_a_link_within_the_folder_is_followed(folder):
    (folder / "cover.jpg").symlink_to(folder / "images" / "Vermeer.JPG")
    assert content(Folder(folder).find("cover.jpg")) == b"picture"


@pytest.mark.parametrize("name", [".env", "images/.secret.jpg", ".ssh/key"])
def test_hidden_files_are_refused(folder, name):
    with pytest.raises(UnusableMediaError, match="hidden"):
        Folder(folder).find(name)


def test_a_device_is_no_file(folder):
    os.mkfifo(folder / "pipe.jpg")
    with pytest.raises(UnusableMediaError, match="not a file"):
        Folder(folder).find("pipe.jpg")
    with pytest.raises(UnusableMediaError, match="not a file"):
        Folder(folder).find("images")


def test_a_bare_name_in_several_folders_is_not_guessed(folder):
    (folder / "more").mkdir()
    (folder / "more" / "vermeer.jpg").write_bytes(b"another")
    with pytest.raises(UnusableMediaError, match=r"Several folders hold a file vermeer.jpg \(images, more\)"):
        Folder(folder).find("vermeer.jpg")


def test_a_changed_file_has_another_stamp(folder):
    before = Folder(folder).find("front.jpg").stamp
    assert Folder(folder).find("front.jpg").stamp == before
    (folder / "front.jpg").write_bytes(b"front again")
    assert Folder(folder).find("front.jpg").stamp != before


def test_files_in_the_zip_that_was_imported(tmp_path):
    path = tmp_path / "export.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("images/Vermeer.JPG", b"picture")
        archive.writestr("Zürich.jpg", b"town")
    with closing(Zip(path)) as place:
        assert content(place.find("images\\vermeer.jpg")) == b"picture"
        assert content(place.find("Zürich.jpg")) == b"town"
        assert place.find("other.jpg") is None
        with pytest.raises(UnusableMediaError, match="leads out"):
            place.find("../Zürich.jpg")


def test_names_in_a_zip_whose_program_forgot_to_say_utf_8(tmp_path):
    path = tmp_path / "export.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("Z--rich.jpg", b"town")
    path.write_bytes(path.read_bytes().replace(b"Z--rich", "Zürich".encode()))
    with closing(Zip(path)) as place:
        assert content(place.find("Zürich.jpg")) == b"town"


def test_damage_within_the_zip_is_told(tmp_path):
    path = tmp_path / "export.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.jpg", os.urandom(10_000))
    raw = bytearray(path.read_bytes())
    raw[5000:5100] = bytes(100)
    path.write_bytes(raw)
    with closing(Zip(path)) as place, pytest.raises(UnusableMediaError, match=r"a\.jpg cannot be unpacked"):
        content(place.find("a.jpg"))
