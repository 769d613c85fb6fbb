import pytest
from django.db import connection
from django.http import QueryDict
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.works import jar, put
from vitrine.server.search.query import Query, query_of
from vitrine.server.site.shelves import PER_PAGE, shelf


@pytest.fixture
def works() -> None:
    for number in range(2 * PER_PAGE + 3):
        put(jar(f"k/{number:03}?&"))
    put(jar("other", source="other"))


def test_paging_shows_every_work_once(works: None) -> None:
    pages = [shelf(Query())]
    while pages[-1].next:
        pages.append(shelf(query_of(QueryDict(pages[-1].next))))
    keys = [work.key for page in pages for work in page.works]
    assert sorted(keys) == sorted([f"k/{n:03}?&" for n in range(2 * PER_PAGE + 3)] + ["other"])
    assert pages[0].previous == ""
    assert query_of(QueryDict(pages[2].previous)).page == 2


def test_what_was_chosen_can_be_taken_back(works: None) -> None:
    page = shelf(Query(words="jar", sources=("other",), year_from=1800))
    assert [chip.label for chip in page.chips] == ["other", "“jar”", "from 1800"]
    assert [query_of(QueryDict(chip.address)).sources for chip in page.chips] == [(), ("other",), ("other",)]


def test_a_page_asks_the_database_as_often_for_one_work_as_for_many(works: None, client: Client) -> None:
    asked = []
    for path in ("/works?source=other&page=1", "/works?source=museum&page=2"):
        client.get(path)
        with CaptureQueriesContext(connection) as queries:
            client.get(path)
        asked.append(len(queries))
    assert abs(asked[0] - asked[1]) <= 1, "a first page that is not full needs no counting"
