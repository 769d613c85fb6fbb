"""A portrait that nobody can match is found when it is prepared, and what was approved is what is played."""

from typing import Any

import pytest

from tests.server.figures.conftest import old
from tests.server.figures.test_entering import BARRED
from tests.server.portraits.conftest import LOOKS_AT_US, PROFILE, approve, approved, prepared
from vitrine.server.figures import deciding
from vitrine.server.figures.models import Figure
from vitrine.server.jobs.run import run
from vitrine.server.portraits.house import open_house
from vitrine.server.portraits.models import Portrait, Turn
from vitrine.server.portraits.playing import page
from vitrine.server.portraits.preparing import ChangedError, preparing_job, turn


def test_a_face_that_looks_at_us_can_be_matched_and_waits_for_a_person(switched_on: None) -> None:
    portrait = prepared(approved(old()))
    assert (portrait.reason, portrait.state) == ("", "closed")
    assert portrait.expression["yaw"] < 0
    assert page(1) == ([], False)


def test_a_profile_says_why_and_cannot_be_let_in(switched_on: None) -> None:
    portrait = prepared(approved(old(), PROFILE))
    assert portrait.reason == "turned"
    with pytest.raises(ChangedError, match="aside"):
        turn(portrait, Portrait.State.OPEN, "Ada")
    assert not Turn.objects.exists()


def test_points_that_are_no_face_say_so(switched_on: None) -> None:
    assert prepared(approved(old(), [[5.0, 5.0, 0.0]] * 468)).reason == "unsure"


def test_the_job_prepares_every_approved_face_once(switched_on: None) -> None:
    approved(old("1"))
    approved(old("2"), PROFILE)
    run(preparing_job())
    assert sorted(Portrait.objects.values_list("reason", flat=True)) == ["", "turned"]
    before = list(Portrait.objects.values_list("pk", "prepared"))
    run(preparing_job())
    assert list(Portrait.objects.values_list("pk", "prepared")) == before


def test_other_points_take_it_out_of_the_game_until_somebody_has_looked(lady: Portrait) -> None:
    figure = Figure.objects.get()
    deciding.set_aside(figure, "Bo")
    assert page(1)[0] == []
    approve(lady.work, [[x + 3, y, z] for x, y, z in LOOKS_AT_US])
    run(preparing_job())
    assert page(1)[0] == []
    assert [one.state for one in Portrait.objects.exclude(number=lady.number)] == ["closed"]


def test_a_portrait_in_the_game_is_played_with_the_approved_points(lady: Portrait) -> None:
    ((one,), more) = page(1)
    assert not more
    assert one.data["points"] == [list(point) for point in LOOKS_AT_US]
    assert one.data["size"] == [800, 1100]
    assert one.data["picture"].endswith("w=640")


@pytest.mark.parametrize("name", BARRED)
def test_nude_sacred_sensitive_living_or_closed_works_never_are(name: str, switched_on: None, lady: Portrait) -> None:
    barred: dict[str, Any] = BARRED[name]
    work = approved(old("barred", **barred))
    run(preparing_job())
    assert not Portrait.objects.filter(work=work).exists()
    # One that got in before its record said so is no longer played.
    Portrait.objects.create(work=work, media=work.media.get(), number=1, digest=lady.digest, state="open")
    assert [one.portrait for one in page(1)[0]] == [lady]


def test_taking_out_and_in_again_is_written_down(lady: Portrait) -> None:
    assert turn(lady, Portrait.State.CLOSED, "Bo")
    assert not turn(lady, Portrait.State.CLOSED, "Bo")
    assert page(1) == ([], False)
    assert list(Turn.objects.values_list("state", "by")) == [("closed", "Bo"), ("open", "Ada")]
    with pytest.raises(TypeError):
        Turn.objects.first().save()  # type: ignore[union-attr]


def test_the_houses_portraits_are_let_in_once_and_a_persons_word_stands(switched_on: None) -> None:
    work = approved(old())
    assert open_house(work.source) == 1
    turn(Portrait.objects.get(), Portrait.State.CLOSED, "Bo")
    assert open_house(work.source) == 0
    assert Portrait.objects.get().state == "closed"
