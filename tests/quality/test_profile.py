"""Profiles: what goes in, what stays out, and the key that they are kept by."""

import pytest

from tests.quality.edm import CC0
from vitrine.quality import Profile, assess, record_facts, tiers
from vitrine.records import Date, Defect, Event, Maker, Record, Rights, Surrogate, Term, Text


def record(title="The Night Watch", language="en", **fields) -> Record:
    return Record(id="ours:1", key="1", titles=(Text(title, language),), **fields)


FULL = {
    "media_kind": "IMAGE",
    "descriptions": (Text("A description that is long enough to say something.", "en"), Text("Kort", "sv")),
    "makers": (Maker("Rembrandt", born=1606),),
    "events": (Event("production", Date("1642", earliest=1642, latest=1642)),),
    "materials": (Term((Text("oil", "en"),)),),
    "rights_of_object": Rights(CC0),
    "surrogates": (Surrogate("a.jpg", url="https://museum.org/a.jpg", type="image/jpeg", width=1200, height=800),),
}


def test_an_assessment_holds_what_reports_count():
    found = assess(record(**FULL), (Defect("measure-mixed", "dimensions"), Defect("measure-mixed", "dimensions")))
    assert (found.content, found.metadata) == (4, "B")
    assert (found.language, found.enabling, found.contextual) == ("C", "B", "C")
    assert found.problems == ("P9",)
    assert found.defects == ("measure-mixed",)
    assert found.rights == "cc0"
    assert found.languages == ("en", "sv")


def test_the_tiers_are_those_of_the_facts():
    one = record(**FULL)
    found = assess(one)
    assert (found.content, found.metadata, found.language, found.enabling, found.contextual) == tiers(record_facts(one))
    assert found.facts == record_facts(one)


def test_defects_of_reading_and_of_content_come_together():
    assert assess(record(), (Defect("date-zero", "x"),)).defects == ("date-zero", "maker-missing", "rights-missing")


@pytest.mark.parametrize(
    ("fields", "rights"),
    [
        ({}, "missing"),
        ({"rights_of_object": Rights(holder="The estate")}, "missing"),
        ({"rights_of_object": Rights(text="Ask us")}, "free-text"),
        ({"rights_of_object": Rights(text="https://museum.org/terms")}, "not-a-statement"),
        ({"rights_of_object": Rights("http://creativecommons.org/licenses/by-sa/3.0/de/")}, "cc-by-sa"),
        ({"rights_of_object": Rights("http://museum.org/made-up/")}, "not-a-statement"),
        ({"surrogates": (Surrogate("a"), Surrogate("b", rights=Rights(CC0)))}, "cc0"),
        ({"rights_of_object": Rights(text="Ask us"), "surrogates": (Surrogate("b", rights=Rights(CC0)),)}, "cc0"),
        ({"rights_of_metadata": Rights(CC0)}, "missing"),
    ],
)
def test_rights_in_a_word(fields, rights):
    assert assess(record(**fields)).rights == rights


def test_a_profile_comes_back_from_its_key():
    found = assess(record(**FULL), (Defect("measure-mixed", "x"),))
    profile = Profile.from_key(found.profile_key)
    for name in Profile.__struct_fields__:
        assert getattr(profile, name) == getattr(found, name)


@pytest.mark.parametrize("key", ["", "{}", "[]", "null", "1", '{"facts":{"stated":1}}', "no json"])
def test_what_is_no_key_is_refused(key):
    with pytest.raises(ValueError, match="not the key"):
        Profile.from_key(key)


def test_records_that_agree_in_what_matters_share_a_key():
    one, other = record(**FULL), record("The Jewish Bride", **FULL | {"makers": (Maker("Hals", born=1582),)})
    larger = (Surrogate("b.jpg", url="https://museum.org/b.jpg", type="image/png", width=1300, height=900),)
    assert assess(one).profile_key == assess(other).profile_key
    assert assess(one).profile_key == assess(record(**FULL | {"surrogates": larger})).profile_key


@pytest.mark.parametrize(
    "fields",
    [
        {"titles": (Text("The Night Watch", "nl"),)},
        {"makers": (Maker("Rembrandt"),)},
        {"rights_of_object": None},
        {"surrogates": (Surrogate("a.jpg", url="https://museum.org/a.jpg", type="image/jpeg", width=900, height=800),)},
        {"surrogates": ()},
    ],
)
def test_records_that_differ_in_what_matters_do_not(fields):
    one = record(**FULL)
    other = Record(**{name: getattr(one, name) for name in one.__struct_fields__} | fields)
    assert assess(one).profile_key != assess(other).profile_key


def test_profiles_do_not_grow_with_the_collection():
    """Sizes, numbers and texts of a thousand works, all different, come to a handful of profiles."""
    keys = set()
    for number in range(1000):
        image = Surrogate(str(number), url=f"https://museum.org/{number}", type="image/jpeg", width=1000, height=number)
        keys.add(assess(record(f"Portrait {number}", surrogates=(image,))).profile_key)
    assert len(keys) == 4, "less than 100,000 pixels, 100,000, 420,000, 950,000"


def test_a_record_in_all_languages_names_some_of_them():
    titles = tuple(Text("x", f"{a}{b}") for a in "abcd" for b in "abcdefgh")
    assert len(assess(Record(id="ours:1", key="1", titles=titles)).languages) == 12
