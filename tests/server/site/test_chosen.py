from datetime import date, timedelta

from tests.works import jar, picture, put
from vitrine.records import CommunityLabel, Sensitivity
from vitrine.server.site.chosen import CHOSEN, chosen

TODAY = date(2026, 11, 21)


def test_nothing_is_chosen_from_nothing() -> None:
    put(jar("no picture"))
    assert chosen(TODAY) == []


def test_a_work_that_asks_first_or_is_closed_is_never_on_the_first_page() -> None:
    put(jar("nude", sensitivities=(Sensitivity("nudity"),)), {"a.jpg": picture(1)})
    put(jar("sacred", sensitivities=(Sensitivity("sacred or secret"),)), {"a.jpg": picture(2)})
    put(
        jar("label", community_labels=(CommunityLabel("https://localcontexts.org/label/tk-secret-sacred/"),)),
        {"a.jpg": picture(3)},
    )
    put(jar("open"), {"a.jpg": picture(4)})
    for day in range(10):
        assert [entry.work.key for entry in chosen(TODAY + timedelta(day))] == ["open"]


def test_every_work_has_its_day_and_no_work_comes_twice_on_one() -> None:
    for number in range(2 * CHOSEN + 1):
        put(jar(str(number)), {"a.jpg": picture(number)})
    seen = set()
    for day in range(2 * CHOSEN + 1):
        keys = [entry.work.key for entry in chosen(TODAY + timedelta(day))]
        assert len(keys) == len(set(keys)) == CHOSEN
        seen |= set(keys)
    assert len(seen) == 2 * CHOSEN + 1


def test_the_largest_picture_comes_first() -> None:
    put(jar("small"), {"a.jpg": picture(1, width=700, height=500)})
    put(jar("large"), {"a.jpg": picture(2, width=1400, height=1000)})
    assert chosen(TODAY)[0].work.key == "large"
