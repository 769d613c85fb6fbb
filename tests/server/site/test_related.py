from tests.works import jar, picture, put
from vitrine.records import Date, Event, Maker, Text
from vitrine.server.collection.models import Work
from vitrine.server.collection.showing import shown_work
from vitrine.server.search.documents import document
from vitrine.server.search.place import make, put_in_place, remove
from vitrine.server.site.related import related


def _made(year: int) -> tuple[Event, ...]:
    return (Event("production", Date(str(year), str(year), year, year)),)


def test_works_beside_a_work_are_of_its_maker_and_of_its_time_each_told_once() -> None:
    one = put(jar("1", events=_made(1840)))
    put(jar("2", events=_made(1900)), {"a": picture()})
    put(jar("3", events=_made(1842), makers=(Maker("Another"),)))
    put(jar("4", events=_made(1841)))
    put(jar("5", events=_made(1700), makers=(Maker("Another"),), titles=(Text("Far", "en"),)))
    index = make("test")
    writer = index.writer()
    for work in Work.objects.all():
        writer.add_document(document(work, shown_work(work).record, "missing"))
    writer.commit()
    put_in_place("test")
    try:
        rows = related(one, shown_work(one).record)
    finally:
        remove()
    assert [[entry.work.key for entry in row.entries] for row in rows] == [["2", "4"], ["3"]]
    assert "Ada Brown" in rows[0].why
    assert rows[0].query == "maker=Ada+Brown"


def test_without_an_index_a_page_has_no_works_beside_its_work() -> None:
    one = put(jar())
    remove()
    assert related(one, shown_work(one).record) == []
