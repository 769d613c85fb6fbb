"""Measures are taken from museums' words: part, kind, value and unit."""

import gzip
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vitrine.formats.dimensions import measure


def short(text: str, unit: str = "") -> list[str]:
    return [f"{one.part} {one.kind} {one.value:g} {one.unit}" for one in measure(text, unit).dimensions]


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("support: 394 x 419 mm", ["work height 394 mm", "work width 419 mm"]),
        ('Image: 60.1 x 48.2cm (23 11/16 x 19")', ["image height 60.1 cm", "image width 48.2 cm"]),
        ('33.8cm x 27.2cm (13 5/16" x 10 11/16"), Image', ["image height 33.8 cm", "image width 27.2 cm"]),
        ("14,5 x 20,4 cm", ["work height 14.5 cm", "work width 20.4 cm"]),
        ("H 30 cm", ["work height 30 cm"]),
        ("12 x 10 1/2 in", ["work height 12 in", "work width 10.5 in"]),
        ("Overall: 24 1/2 × 18 in. (62.2 × 45.7 cm)", ["work height 62.2 cm", "work width 45.7 cm"]),
        ("9½ x 6¼ in.", ["work height 9.5 in", "work width 6.25 in"]),
        ("8-1/2 x 11 in.", ["work height 8.5 in", "work width 11 in"]),
        ("5' 6\" x 4' 2\"", ["work height 66 in", "work width 50 in"]),
        ("hoogte 379,5 cm × breedte 453,5 cm × gewicht 337 kg", ["work height 379.5 cm", "work width 453.5 cm", "work weight 337 kg"]),
        ("h 30 × b 20 × d 5 cm", ["work height 30 cm", "work width 20 cm", "work depth 5 cm"]),
        ("H x B x T: 30 x 20 x 5 cm", ["work height 30 cm", "work width 20 cm", "work depth 5 cm"]),
        ("30 x 20 cm (H x B)", ["work height 30 cm", "work width 20 cm"]),
        ("Breite x Höhe: 20 x 30 cm", ["work width 20 cm", "work height 30 cm"]),
        ("H. 0,73 m ; l. 0,92 m", ["work height 0.73 m", "work width 0.92 m"]),
        ("H. 0,73 ; l. 0,92 m", ["work height 0.73 m", "work width 0.92 m"]),
        ("H. 73 cm ; L. 92 cm", ["work height 73 cm", "work length 92 cm"]),
        ("cm 30x20", ["work height 30 cm", "work width 20 cm"]),
        ("altezza cm 30; larghezza cm 20", ["work height 30 cm", "work width 20 cm"]),
        ("Alto: 30 cm; Ancho: 20 cm", ["work height 30 cm", "work width 20 cm"]),
        ("Hauteur : 30 cm ; Largeur : 20 cm", ["work height 30 cm", "work width 20 cm"]),
        ("Höjd 30 cm, Bredd 20 cm", ["work height 30 cm", "work width 20 cm"]),
        ("24 cm (h) x 18 cm (w)", ["work height 24 cm", "work width 18 cm"]),
        ("30 cm high, 20 cm wide", ["work height 30 cm", "work width 20 cm"]),
        ("H. 30 cm; Diam. 12 cm", ["work height 30 cm", "work diameter 12 cm"]),
        ("D. 12 cm", ["work diameter 12 cm"]),
        ("1,200 x 800 mm", ["work height 1200 mm", "work width 800 mm"]),
        ("1.200 x 800 mm", ["work height 1200 mm", "work width 800 mm"]),
        ("1 200 x 800 mm", ["work height 1200 mm", "work width 800 mm"]),
        ("90 x 70 cm (frame)", ["frame height 90 cm", "frame width 70 cm"]),
        ("Image/Sheet: 8 x 16cm", ["sheet height 8 cm", "sheet width 16 cm"]),
        ("support, each: 100 x 200 mm", ["work height 100 mm", "work width 200 mm"]),
        ("image: 140 x 79 mm on sheet 200 x 150 mm", ["image height 140 mm", "image width 79 mm", "sheet height 200 mm", "sheet width 150 mm"]),
        ("Hat: 8.1cm x 10.5cm", ["hat height 8.1 cm", "hat width 10.5 cm"]),
        ('76.2cm x 63.4cm (30" x 24 15/16"), Accurate  No frame', ["work height 76.2 cm", "work width 63.4 cm"]),
        ("Weight: 5 lb. (2.3 kg)", ["work weight 2.3 kg"]),
        ("object: 10 x 20 x 30 mm, 2.5 kg (Gross 3kg)", ["work height 10 mm", "work width 20 mm", "work depth 30 mm", "work weight 2.5 kg"]),
        ("duration: 9 min, 30 sec", ["work duration 570 s"]),
        ("00:12:30", ["work duration 750 s"]),
        ("Six parts, each: 10 x 20 cm", ["work height 10 cm", "work width 20 cm"]),
    ],
)  # fmt: skip
def test_measures(text, measures):
    assert short(text) == measures
    assert not measure(text).unreadable


def test_numbers_without_a_unit_have_the_one_that_the_source_states_elsewhere():
    assert short("394 x 419", "mm") == ["work height 394 mm", "work width 419 mm"]
    assert measure("394 x 419").unreadable


@pytest.mark.parametrize(
    "text",
    [
        "support: 394 x 419 mm\r\nframe: 500 x 520 x 60 mm",
        "Höhe: 30 cm, Breite: 20 cm; Rahmen: 40 x 30 x 5 cm",
        "cm. 30 x 20; cornice cm. 50 x 40",
        "56 x 47,5 cm; met lijst 70 x 61 cm",
        "Mått 50 x 40 cm, Ram 60 x 50 cm",
        "30 x 20 cm (ohne Rahmen), 40 x 30 cm (mit Rahmen)",
    ],
)
def test_work_and_frame_in_one_text_are_told_apart_and_reported(text):
    found = measure(text)
    assert found.mixed
    assert [one.kind for one in found.dimensions if one.part == "work"] == ["height", "width"]
    assert {one.part for one in found.dimensions} == {"work", "frame"}


def test_a_measure_of_0_is_none_and_reported():
    found = measure("0 x 30 cm")
    assert found.zero
    assert [one.value for one in found.dimensions] == [30]


@pytest.mark.parametrize(
    "text", ["Overall display dimensions variable", "Maße variabel", "Dependent on screen size.", ""]
)
def test_a_text_that_states_that_there_is_no_measure_is_not_unreadable(text):
    assert not measure(text).unreadable
    assert not measure(text).dimensions


@pytest.mark.parametrize("text", ["unconfirmed", "see file", "x" * 10_000])
def test_what_cannot_be_read_is_said_to_be_so(text):
    assert measure(text).unreadable


@given(st.text(alphabet=st.sampled_from("0123456789 .,/x×()\"':;-cmikgnHBTDhframeRahmen\n½"), max_size=80))
def test_no_text_breaks_the_reading(text):
    for one in measure(text).dimensions:
        assert 0 < one.value < float("inf")
        assert one.unit


def test_tates_own_columns_say_what_is_read_from_its_words(reference):
    """Tate gives height, width and depth in millimetres beside the text: each must be among what the text came to."""
    compared = 0
    with gzip.open(reference("data/tate/artworks.ndjson.gz")) as file:
        for line in file:
            work = json.loads(line)
            cells = [work[name] for name in ("height", "width", "depth") if work["units"] == "mm"]
            own = [float(cell) for cell in cells if cell.replace(".", "").isdecimal()]
            if own and work["dimensions"]:
                ours = [one.value for one in measure(work["dimensions"]).dimensions if one.unit == "mm"]
                assert all(any(abs(value - number) <= 0.5 for number in ours) for value in own), work["dimensions"]
                compared += 1
    assert compared > 65_000
