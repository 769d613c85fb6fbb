"""The house collection's figures are approved when the demo is prepared, and may be played."""

from tests.works import picture, put, record
from vitrine.house import works
from vitrine.records import Date, Event, Rights
from vitrine.server.collection.models import Source
from vitrine.server.figures.approved import approved_figures
from vitrine.server.figures.house import lay_down
from vitrine.server.figures.models import Figure, Kind

HOUSE = {one.id: one for one in works()}


def hang(*keys: str) -> None:
    for number, key in enumerate(keys):
        one = HOUSE[key]
        made = Event("production", Date(one.date, "2026", 2026, 2026))
        put(
            record(key, "house", rights_of_object=Rights(one.rights), events=(made,)),
            {f"{key}.jpg": picture(40 + number, width=one.size[0], height=one.size[1])},
        )


def test_figures_are_laid_down_once_and_may_be_played() -> None:
    hang("house-01", "house-09", "house-12", "house-14")
    source = Source.objects.get()
    assert lay_down(source) >= 3
    assert lay_down(source) == 0
    found = {one.work.key: one for one in approved_figures()}
    assert {key: one.part for key, one in found.items()} == {
        "house-01": "full",
        "house-09": "upper",
        "house-12": "seated",
    }
    painted = HOUSE["house-01"].figures[0].points[0]
    nose = found["house-01"].figure.points[0]
    assert (nose.name, nose.x, nose.y) == ("nose", painted.x, painted.y)


def test_a_picture_that_somebody_looked_at_or_of_another_size_is_left_alone() -> None:
    hang("house-01")
    put(record("house-02", "house"), {"other.jpg": picture(1)})
    source = Source.objects.get()
    lay_down(source)
    Figure.objects.filter(kind=Kind.POSE).update(state="aside")
    assert lay_down(source) == 0
    assert set(Figure.objects.values_list("work__key", flat=True)) == {"house-01"}
