import pytest

from tests.works import jar, record
from vitrine.records import Date, Dimension, Event, Identifier, Maker, Place, Term, Text
from vitrine.server.site.words.labels import label


def term(text: str) -> Term:
    return Term((Text(text, "en"),))


def test_a_maker_has_qualifier_life_and_place() -> None:
    place = Place((Text("Venice", "en"),), kind="birth")
    maker = Maker("Giovanni Battista Tiepolo", "en", qualifier="after", dates="1696–1770", places=(place,))
    line = label(record(makers=(maker,))).makers[0]
    assert (line.name, line.life, line.role) == ("After Giovanni Battista Tiepolo", "1696–1770, Venice", "")


def test_a_qualifier_nobody_has_translated_stands_as_the_source_wrote_it() -> None:
    assert label(record(makers=(Maker("X", "en", qualifier="<i>pupil of"),))).makers[0].name == "&lt;i&gt;pupil of X"


@pytest.mark.parametrize(
    ("born", "died", "life"),
    [(1815, 1852, "1815–1852"), (1940, None, "born 1940"), (None, 1700, "died 1700"), (-99, -43, "100 BC–44 BC")],
)
def test_a_life_without_words_is_told_by_its_years(born: int | None, died: int | None, life: str) -> None:
    assert label(record(makers=(Maker("X", "en", born=born, died=died),))).makers[0].life == life


def test_a_role_is_said_unless_it_says_nothing() -> None:
    lines = label(record(makers=(Maker("A", role="Artist"), Maker("B", role="printer")))).makers
    assert [line.role for line in lines] == ["", "printer"]


def test_where_nobody_is_known_the_place_stands_in() -> None:
    made = Event("production", places=(Place((Text("Florence", "en"),)),))
    line = label(record(makers=(Maker("Okänd", anonymous=True),), events=(made,))).makers[0]
    assert (line.name, line.life) == ("Maker unknown", "Florence")
    assert label(record()).makers == ()


def test_the_date_is_that_of_production_not_of_acquisition() -> None:
    events = (Event("acquisition", Date("1902")), Event("production", Date("about 1665", language="en")))
    assert label(record(events=events)).date == Text("about 1665", "en")


@pytest.mark.parametrize(
    ("title", "roman"),
    [
        ("[Mummy portrait]", True),
        ("(no title)", True),
        ("Ohne Titel", True),
        ("Jar (small)", False),
    ],
)
def test_a_title_that_is_not_the_works_own_is_roman(title: str, roman: bool) -> None:
    assert label(record(titles=(Text(title, "en"),))).roman is roman


def test_a_former_title_is_not_the_title() -> None:
    titles = (Text("Old name", "en", "former"), Text("Name", "en"))
    assert label(record(titles=titles)).title == Text("Name", "en")


def test_medium_comes_from_materials_else_from_techniques() -> None:
    materials = (term("oil"), term("canvas"))
    assert [text.value for text in label(record(materials=materials)).medium] == ["oil", "canvas"]
    techniques = label(record(events=(Event("production", techniques=(term("etching"),)),))).medium
    assert [text.value for text in techniques] == ["etching"]


def test_dimensions_in_the_museums_words_come_before_our_own() -> None:
    measured = (Dimension("height", 3, "cm"),)
    assert label(record(dimensions=measured)).dimensions == "height 3 cm"
    worded = label(record(dimensions=measured, dimension_texts=(Text("three <em>cm", "en"),)))
    assert worded.dimensions == "three &lt;em&gt;cm"


@pytest.mark.parametrize(
    ("identifiers", "number"),
    [
        (
            (
                Identifier("https://x.example/1", "URL"),
                Identifier("77", "record"),
                Identifier("A 1", "Accession number"),
            ),
            "A 1",
        ),
        ((Identifier("https://x.example/1", "URL"), Identifier("77", "")), "77"),
        ((Identifier("urn:x:1", ""),), "key"),
    ],
)
def test_the_inventory_number_is_the_one_museums_mean(identifiers: tuple[Identifier, ...], number: str) -> None:
    assert label(record("key", identifiers=identifiers)).number == number


def test_what_is_not_recorded_is_blank_for_the_page_to_say_so() -> None:
    empty = label(record())
    assert (empty.title, empty.date, empty.medium, empty.dimensions, empty.credit) == (None, None, (), "", None)
    assert empty.missing == ["date", "medium", "dimensions", "credit line"]
    assert empty.plain_title == "Title not recorded"


def test_long_titles_are_set_smaller() -> None:
    assert label(jar(titles=(Text("x" * 200),))).long_title
    assert not label(jar()).long_title
