from collections.abc import Callable

import pytest
from django.http import QueryDict

from tests.works import jar, picture, put
from vitrine.records import Date, Event, Identifier, Maker, Rights, Sensitivity, Surrogate, Term, Text
from vitrine.server.collection.models import Work
from vitrine.server.search import place
from vitrine.server.search.finding import all_ids, find, suggest
from vitrine.server.search.query import Query, query_of

CC0 = "http://creativecommons.org/publicdomain/zero/1.0/"


def work(key: str, title: str, maker: str = "Ada Brown", year: int = 1840, kind: str = "jar", **more: object) -> Work:
    fields = {
        "titles": (Text(title, "en"),),
        "makers": (Maker(maker),),
        "object_types": (Term((Text(kind, "en"),)),),
        "events": (Event("production", Date(str(year), str(year), year, year)),),
    }
    return put(jar(key, **{**fields, **more}))


def keys(**asked: object) -> list[str]:
    found = find(Query(**asked))  # type: ignore[arg-type]
    return [Work.objects.get(pk=pk).key for pk in found.ids]


@pytest.fixture
def works(indexed: Callable[[], None]) -> None:
    work("1", "Die große Straße", "Łukasz Ångström", 1650, "painting")
    work("2", "Bridge over the river", "Joseph Mallord William Turner", 1810, "painting")
    work("3", "The river at night", "Ada Brown", 1905, "print", identifiers=(Identifier("1977.4.12"),))
    work("4", "Portrait of a bridge", "Ada Brown", 1910, "print", rights_of_object=Rights(CC0))
    indexed()


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("strasse", ["1"]),
        ("STRAßE", ["1"]),
        ("Angstrom", ["1"]),
        ("lukasz grosse", ["1"]),
        ("river", ["2", "3"]),
        ("river -night", ["2"]),
        ('"river at night"', ["3"]),
        ('"night at river"', []),
        ("1977.4.12", ["3"]),
        ("river turner", ["2"]),
        ("unicorn", []),
    ],
)
def test_words_find_the_works_that_have_them(works: None, words: str, expected: list[str]) -> None:
    assert sorted(keys(words=words)) == expected


def test_a_word_in_the_title_counts_more_than_one_in_a_description(indexed: Callable[[], None]) -> None:
    work("1", "A jar", descriptions=(Text("A jar with a lemon", "en"),))
    work("2", "Lemon")
    indexed()
    assert keys(words="lemon") == ["2", "1"]


@pytest.mark.parametrize(
    "words",
    [
        '"',
        '"a',
        "title:",
        "a AND (",
        "*",
        "-",
        "--",
        '-"',
        "\ud800",
        "\0",
        "🦄",
        "(((" * 999,
        "title:[1 TO",
        "x" * 100_000,
    ],
)
def test_whatever_is_typed_is_only_words(works: None, words: str) -> None:
    asked = QueryDict(mutable=True)
    asked["q"] = words
    find(query_of(asked))
    suggest(words)


def test_a_chosen_maker_does_not_hide_the_others_but_narrows_all_else(works: None) -> None:
    found = find(Query(makers=("Ada Brown",)))
    assert found.total == 2
    makers = {one.value: (one.count, one.chosen) for one in found.facets["makers"]}
    assert makers["Ada Brown"] == (2, True)
    assert makers["Joseph Mallord William Turner"] == (1, False)
    assert {one.value: one.count for one in found.facets["types"]} == {"print": 2}
    assert find(Query(makers=("Ada Brown", "Łukasz Ångström"))).total == 3


def test_rights_are_named_in_plain_words(works: None) -> None:
    rights = {one.value: one for one in find(Query()).facets["rights"]}
    assert rights["missing"].count == 3
    assert rights["missing"].label == "Not recorded"
    assert keys(rights=("cc0",)) == ["4"]


def test_years_choose_what_reaches_into_them(works: None, indexed: Callable[[], None]) -> None:
    work("5", "After", events=(Event("production", Date("after 1700", "", 1700, None)),))
    work("6", "Undated", events=())
    indexed()
    assert keys(year_from=1800, year_to=1905) == ["2", "3", "5"]
    assert keys(year_to=1650) == ["1"]
    decades = {one.first: one.count for one in find(Query(year_from=1900)).years}
    assert decades == {1650: 1, 1700: 1, 1810: 1, 1900: 1, 1910: 1}, "what is not chosen can still be seen"


def test_orders(works: None) -> None:
    assert keys() == ["1", "2", "3", "4"]
    assert keys(order="newest") == ["4", "3", "2", "1"]
    assert keys(order="oldest") == ["1", "2", "3", "4"]


@pytest.mark.parametrize("order", ["", "oldest", "newest"])
def test_pages_show_every_work_once(indexed: Callable[[], None], order: str) -> None:
    for number in range(11):
        work(str(number), "Same", year=1800 + number % 2)
    indexed()
    paged = [pk for start in range(0, 11, 3) for pk in find(Query(order=order), start, 3).ids]
    assert len(paged) == 11
    assert set(paged) == set(Work.objects.values_list("pk", flat=True))


def test_with_a_picture_is_what_a_visitor_finds_a_picture_of(indexed: Callable[[], None]) -> None:
    put(jar("1"), {"a.jpg": picture()})
    put(jar("2"))
    put(jar("elsewhere", surrogates=(Surrogate("a", url="https://museum.example/a.jpg", type="image/jpeg"),)))
    put(jar("secret", sensitivities=(Sensitivity("sacred or secret"),)), {"a.jpg": picture(9)})
    indexed()
    assert keys(image=True) == ["1"]
    (facet,) = find(Query(image=True)).facets["image"]
    assert (facet.count, facet.chosen) == (1, True)


def test_years_before_our_era_are_asked_as_people_write_them() -> None:
    asked = query_of(QueryDict("from=-500&to=-1"))
    assert (asked.year_from, asked.year_to) == (-499, 0)
    assert query_of(QueryDict(asked.encoded())) == asked
    assert asked.encoded() == "from=-500&to=-1"


def test_years_the_wrong_way_round_are_meant_the_right_way() -> None:
    asked = query_of(QueryDict("from=1900&to=1800"))
    assert (asked.year_from, asked.year_to) == (1800, 1900)


@pytest.mark.parametrize("broken", ["", "x", "1e3", "1850.5", "99999999999", "-", "\0", "1" * 5000, "−1850", "🦄"])
def test_broken_numbers_ask_nothing(broken: str) -> None:
    asked = QueryDict(mutable=True)
    asked["from"] = asked["to"] = asked["page"] = broken
    assert query_of(asked) == Query()


def test_typing_brings_makers_types_and_titles_that_begin_so(works: None) -> None:
    assert ("maker", "Joseph Mallord William Turner") in suggest("turn")
    assert ("maker", "Łukasz Ångström") in suggest("ang")
    assert ("type", "painting") in suggest("PAINT")
    assert ("title", "Die große Straße") in suggest("gross")
    assert suggest("") == []


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("brigde", "bridge"),
        ("bridg", "bridge"),
        ("birdge", "bridge"),
        ("fridge", "bridge"),
        ("angstorm", "angstrom"),
        ("brigde rivre", "bridge river"),
    ],
)
def test_words_close_by_are_offered_where_nothing_is_found(works: None, words: str, meant: str) -> None:
    offered = find(Query(words=words)).meant
    assert offered[0].query.words == meant
    assert offered[0].total == find(offered[0].query).total > 0


def test_of_words_as_close_the_most_frequent_is_offered_first(indexed: Callable[[], None]) -> None:
    work("1", "The bride")
    for number in range(2, 5):
        work(str(number), "A bridge")
    work("5", "Brigitte and her bridges")
    indexed()
    offered = [(near.query.words, near.total) for near in find(Query(words="brigde")).meant]
    assert offered == [("bridge", 3), ("bride", 1), ("bridges", 1)]


@pytest.mark.parametrize("words", ["bridge", "brigde -river", "zzzzzz", "🦄", "1977", "x" * 500])
def test_no_words_are_offered_that_help_nobody(works: None, words: str) -> None:
    assert find(Query(words=words)).meant == []


def test_words_close_by_keep_what_is_chosen_where_that_finds_something(works: None) -> None:
    (kept,) = find(Query(words="brigde", types=("print",))).meant
    assert (kept.query, kept.total) == (Query(words="bridge", types=("print",)), 1)
    (alone,) = find(Query(words="strase", types=("print",))).meant
    assert (alone.query, alone.total) == (Query(words="strasse"), 1)


def test_where_nothing_is_found_it_is_told_what_each_choice_hides(works: None) -> None:
    asked = Query(words="river", types=("print",), makers=("Joseph Mallord William Turner",), year_to=1850)
    near = {one.query: one.total for one in find(asked).nearby}
    assert near == {
        asked.with_(types=()): 1,
        Query(words="river"): 2,
    }, "without the maker, the date or the words nothing is found either"
    assert find(Query(words="river")).nearby == []
    assert find(Query(words="unicorn")).nearby == []


def test_all_ids_are_those_of_every_page(works: None) -> None:
    assert all_ids(Query(types=("print",))) == list(Work.objects.filter(type="print").values_list("pk", flat=True))
    assert all_ids(Query(words="unicorn")) == []


def test_without_an_index_the_database_answers_and_says_so(works: None) -> None:
    place.remove()
    found = find(Query(words="river"))
    assert not found.indexed
    assert found.total == 2
