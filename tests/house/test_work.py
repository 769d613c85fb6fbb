"""The catalogue: 24 works, three languages, labels of a length that fits the wall, records poor where they say so."""

import math
from collections import Counter

import pytest

from vitrine.house import HouseWork, works
from vitrine.house.atelier.skeleton import BONES, LANDMARKS
from vitrine.house.work import work

WORKS = works()


@pytest.fixture(params=WORKS, ids=lambda shown: shown.id)
def shown(request: pytest.FixtureRequest) -> HouseWork:
    return request.param


def test_there_are_twenty_four_works_with_numbers_of_their_own():
    assert [shown.id for shown in WORKS] == [f"house-{number:02d}" for number in range(1, 25)]
    assert len({shown.accession for shown in WORKS}) == 24


def test_titles_labels_and_alternative_texts_are_there_in_three_languages(shown: HouseWork):
    for texts in (shown.titles, shown.labels, shown.alts, shown.types, shown.techniques):
        assert set(texts) == {"en", "it", "de"}
        assert all(text == text.strip() and text for text in texts.values())
    assert len(set(shown.labels.values())) == 3


def test_labels_have_fifty_to_seventy_five_words(shown: HouseWork):
    for language, label in shown.labels.items():
        assert 50 <= len(label.split()) <= 75, language


def test_alternative_texts_have_at_most_twenty_five_words(shown: HouseWork):
    for language, alt in shown.alts.items():
        assert len(alt.split()) <= 25, language


def test_every_work_says_that_a_program_made_it(shown: HouseWork):
    assert shown.source_type == "http://cv.iptc.org/newscodes/digitalsourcetype/algorithmicMedia"
    assert "computer-painted" in shown.maker
    assert shown.techniques["en"].startswith("Digital")
    assert shown.rights == "http://creativecommons.org/publicdomain/zero/1.0/"


def test_pictures_are_large_except_the_one_that_is_small_on_purpose():
    small = [shown.id for shown in WORKS if max(shown.size) < 2000]
    assert small == [shown.id for shown in WORKS if shown.flaw == "small image"]
    assert len(small) == 1


def test_poor_records_say_what_is_poor(shown: HouseWork):
    assert bool(shown.flaw) == bool(shown.poor)


def test_the_flaws_the_quality_report_is_to_find_are_there():
    flaws = Counter(shown.flaw for shown in WORKS if shown.flaw)
    assert flaws.pop("title used twice") == 2
    assert set(flaws.values()) == {1}
    assert len(flaws) == 10
    twice = [shown.titles["en"] for shown in WORKS if shown.flaw == "title used twice"]
    assert twice[0] == twice[1]
    assert len({shown.titles["en"] for shown in WORKS}) == 23


def test_a_flagged_record_carries_the_reason():
    (flagged,) = [shown for shown in WORKS if shown.sensitivity]
    assert flagged.sensitivity and flagged.sensitivity.kind == "contentious terms"
    assert flagged.sensitivity.note and flagged.former_title


def test_an_unknown_work_is_refused_by_name():
    with pytest.raises(KeyError, match=r"house-99.*house-01 to house-24"):
        work("house-99")


FIGURES = [(shown, figure) for shown in WORKS for figure in shown.figures]


def test_figures_stand_in_the_works_that_show_people():
    assert [shown.id for shown, _ in FIGURES] == [f"house-{number:02d}" for number in range(1, 14)]


@pytest.mark.parametrize(("shown", "figure"), FIGURES, ids=[shown.id for shown, _ in FIGURES])
def test_figures_have_all_landmarks_inside_the_picture_or_marked_as_outside(shown, figure):
    assert [point.name for point in figure.points] == list(LANDMARKS)
    for point in figure.points:
        inside = 0 <= point.x < shown.size[0] and 0 <= point.y < shown.size[1]
        assert inside == (point.visibility > 0), point.name
    assert all(point.visibility > 0 for point in figure.points[:11])


FULL_LENGTH = [(shown, figure) for shown, figure in FIGURES if shown.id <= "house-08"]


@pytest.mark.parametrize(("shown", "figure"), FULL_LENGTH, ids=[shown.id for shown, _ in FULL_LENGTH])
def test_full_length_figures_lie_wholly_in_the_picture(shown, figure):
    assert all(point.visibility > 0 for point in figure.points)


@pytest.mark.parametrize(("shown", "figure"), FIGURES, ids=[shown.id for shown, _ in FIGURES])
def test_limbs_have_human_proportions(shown, figure):
    """Seen along parallel rays a bone looks at most as long as it is: all of them, measured in pixels, must fit one scale."""
    at = {point.name: (point.x, point.y) for point in figure.points}
    bones = {
        "upper_arm": ("shoulder", "elbow"),
        "forearm": ("elbow", "wrist"),
        "thigh": ("hip", "knee"),
        "shank": ("knee", "ankle"),
    }
    scales = {
        (side, bone): math.dist(at[f"{side}_{start}"], at[f"{side}_{end}"]) / BONES[bone]
        for side in ("left", "right")
        for bone, (start, end) in bones.items()
    }
    scale = max(scales.values())
    assert sum(value > 0.8 * scale for value in scales.values()) >= 3
    eyes = math.dist(at["left_eye"], at["right_eye"])
    assert eyes < 0.075 * scale
    assert math.dist(at["left_shoulder"], at["right_shoulder"]) < 0.42 * scale
