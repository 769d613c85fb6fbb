"""Bytes become the letters that were meant, line by line, whatever program wrote them."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vitrine.formats.encodings import HEAD, decoder, detect, opened, without_surrogates
from vitrine.formats.reading import FeedError

TEXT = (
    "id;title;maker\n"
    "1;Der Künstler »Ö«;Gabriel Fauré\n"
    "2;L’Été à l’œuvre;Élisabeth Vigée\n"
    "3;Mädchen mit Äpfeln – 3 × 5;Åsa Öström\n"
)


def read(data: bytes, name: str = "") -> tuple[str, list[bool]]:
    stream, encoding = opened(io.BytesIO(data), name)
    decode = decoder(encoding)
    lines = [decode(line) for line in stream]
    return "".join(text for text, _ in lines), [odd for _, odd in lines]


@pytest.mark.parametrize(
    "name",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-7", "cp1252", "mac_roman", "cp850"],
)
def test_encodings_of_museums_are_found(name):
    text = TEXT.encode(name, "replace").decode(name)
    assert read(text.encode(name))[0] == text


def test_latin_1_is_read_as_its_superset_windows_1252():
    assert read("café\n".encode("latin-1"))[0] == "café\n"


def test_only_lines_that_had_to_be_read_otherwise_are_marked():
    assert read(TEXT.encode("cp1252"))[1] == [False, True, True, True]
    assert read(TEXT.encode())[1] == [False] * 4


def test_a_stray_byte_in_a_file_of_utf_8_is_read_without_harming_the_letters_around_it():
    data = "été\n".encode() * 5 + b"caf\xe9 " + "é\n".encode() + "été\n".encode()
    text, odd = read(data)
    assert text == "été\n" * 5 + "café é\n" + "été\n"
    assert odd == [False] * 5 + [True, False]


def test_bytes_beyond_the_head_are_read_too():
    text, odd = read(b"plain ascii\n" * (HEAD // 10) + b"Caf\xe9\n")
    assert text.endswith("Café\n")
    assert odd[-1]


def test_a_stated_encoding_is_believed_and_not_reported():
    text, odd = read("Łódź\n".encode("cp1250"), "cp1250")
    assert text == "Łódź\n"
    assert odd == [False]


def test_an_encoding_that_does_not_exist_is_refused_with_advice():
    with pytest.raises(FeedError, match="utf-8, cp1252"):
        opened(io.BytesIO(b"x"), "no-such-thing")
    with pytest.raises(FeedError):
        opened(io.BytesIO(b"x"), "base64")


@pytest.mark.parametrize("line", [b"phone +39 055 1234", b"a+b=c+d", b"C+Plus+Plus-", b"see +Figure1-"])
def test_plus_signs_are_not_taken_for_utf_7(line):
    assert detect(line).name == "utf-8"


@given(st.binary(max_size=200))
def test_any_bytes_are_read(data):
    text, _ = read(data)
    text.encode()


@given(st.text(max_size=100))
def test_utf_8_is_read_back_as_it_was_written(text):
    assert read(text.encode(), "utf-8")[0].replace("\ufeff", "") == text.replace("\ufeff", "")


def test_halves_of_a_character_do_not_get_through():
    assert without_surrogates("a\ud800b") == "a\ufffdb"


def test_a_yes_in_italian_does_not_look_like_a_mac():
    text = "N.;Esposto;Libero\n" + "1;Sì;Sì\n" * 30 + "2;No;perché la città è là\n"
    assert read(text.encode("cp1252"))[0] == text
    assert read(text.encode("mac_roman"))[0] == text
