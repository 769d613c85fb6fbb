import pytest
from django.db import connection
from django.http import Http404, QueryDict
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.works import jar, put
from vitrine.server.collection.models import Source
from vitrine.server.site.shelves import PER_PAGE, Shelf, shelf


def ask(source: Source | None, query: str) -> Shelf:
    asked = QueryDict(query)
    return shelf(source, asked.get("after"), asked.get("before"))


def walk(source: Source | None) -> list[Shelf]:
    pages = [ask(source, "")]
    while pages[-1].next:
        pages.append(ask(source, pages[-1].next))
    return pages


@pytest.fixture
def works() -> None:
    for number in range(2 * PER_PAGE + 3):
        put(jar(f"k/{number:03}?&"))
    put(jar("other", source="other"))


def test_paging_shows_every_work_once(works: None) -> None:
    keys = [work.key for page in walk(None) for work in page.works]
    assert sorted(keys) == sorted([f"k/{n:03}?&" for n in range(2 * PER_PAGE + 3)] + ["other"])
    assert len(set(keys)) == len(keys)


def test_paging_one_source_shows_its_works_in_the_order_of_their_keys(works: None) -> None:
    pages = walk(Source.objects.get(name="museum"))
    assert [work.key for page in pages for work in page.works] == [f"k/{n:03}?&" for n in range(2 * PER_PAGE + 3)]
    assert [len(page.works) for page in pages] == [PER_PAGE, PER_PAGE, 3]


@pytest.mark.parametrize("name", [None, "museum"])
def test_going_back_shows_the_same_pages(works: None, name: str | None) -> None:
    source = Source.objects.get(name=name) if name else None
    forward = walk(source)
    back = [forward[-1]]
    while back[-1].previous:
        back.append(ask(source, back[-1].previous))
    assert [[w.key for w in page.works] for page in reversed(back)] == [[w.key for w in page.works] for page in forward]


def test_a_page_asks_the_database_as_often_for_one_work_as_for_many(works: None, client: Client) -> None:
    asked = []
    for path in ("/works?source=other", "/works?source=museum"):
        client.get(path)  # what is counted once a minute is counted now
        with CaptureQueriesContext(connection) as queries:
            client.get(path)
        asked.append(len(queries))
    assert asked[0] == asked[1]


@pytest.mark.parametrize("name", [None, "museum"])
@pytest.mark.parametrize("query", ["", "after=30", "before=30"])
def test_a_page_is_read_from_an_index_wherever_it_begins(works: None, name: str | None, query: str) -> None:
    source = Source.objects.get(name=name) if name else None
    with CaptureQueriesContext(connection) as queries:
        ask(source, query)
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN QUERY PLAN {queries[-1]['sql']}")
        steps = [row[-1] for row in cursor.fetchall()]
    assert [step for step in steps if "TEMP B-TREE" in step] == [], "sorted, which costs more the more works there are"


def test_the_first_page_has_nothing_before_it_and_the_last_nothing_after(works: None) -> None:
    pages = walk(None)
    assert (pages[0].previous, pages[-1].next) == ("", "")


@pytest.mark.parametrize("place", ["x", "-1", "1.5", "", "\x00"])
def test_a_place_that_cannot_be_is_not_found(place: str) -> None:
    with pytest.raises(Http404):
        shelf(None, place, None)


def test_a_place_beyond_every_number_is_an_empty_page(works: None) -> None:
    assert shelf(None, "9" * 30, None).works == []
