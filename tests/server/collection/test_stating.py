"""A person's word on a work: nothing is written over, and whoever wrote meanwhile is asked."""

import pytest

from tests.works import jar, put
from vitrine.records import Surrogate, Text
from vitrine.server.collection.models import Work
from vitrine.server.collection.showing import shown_work
from vitrine.server.collection.stating import Wish, own_words, say

pytestmark = pytest.mark.django_db


def care(note: str, started: int = 0) -> Wish:
    return Wish("sensitivities[nudity]", {"kind": "nudity", "note": note}, started)


def notes(work: Work) -> list[str]:
    return [one.note for one in shown_work(work).record.sensitivities]


def test_a_word_stands_over_the_source_and_the_source_stays() -> None:
    work = put(jar("1"))
    done, clashes = say(work, [care("in the background")], "Ada")
    assert (len(done), clashes) == (1, [])
    assert notes(work) == ["in the background"]
    assert work.version().record.sensitivities == ()
    (word,) = own_words(work).values()
    assert (word.agent, word.agent_kind, word.status) == ("Ada", "person", "asserted")


def test_a_changed_word_leaves_the_former_one_withdrawn() -> None:
    work = put(jar("1"))
    say(work, [care("one")], "Ada")
    (first,) = own_words(work).values()
    say(work, [care("two", first.pk)], "Bea")
    assert notes(work) == ["two"]
    assert [(row.agent, row.status) for row in work.statements.order_by("pk")] == [
        ("Ada", "withdrawn"),
        ("Bea", "asserted"),
    ]


def test_who_began_before_somebody_elses_change_gets_both_and_changes_nothing() -> None:
    work = put(jar("1"))
    say(work, [care("one")], "Ada")
    (first,) = own_words(work).values()
    say(work, [care("two", first.pk)], "Bea")
    done, (clash,) = say(work, [care("three", first.pk)], "Cleo")
    assert done == []
    assert clash.theirs is not None
    assert clash.start is not None
    assert (clash.theirs.value["note"], clash.start.value["note"]) == ("two", "one")
    assert notes(work) == ["two"]


def test_two_who_want_the_same_do_not_clash() -> None:
    work = put(jar("1"))
    say(work, [care("one")], "Ada")
    assert say(work, [care("one")], "Bea") == ([], [])
    assert work.statements.count() == 1


def test_what_clashes_holds_back_nothing_else() -> None:
    work = put(jar("1"))
    say(work, [care("one")], "Ada")
    other = Wish("sensitivities[violence]", {"kind": "violence", "note": ""}, 0)
    done, clashes = say(work, [care("two"), other], "Bea")
    assert done == [other]
    assert len(clashes) == 1
    assert {one.kind for one in shown_work(work).record.sensitivities} == {"nudity", "violence"}


def test_a_word_is_taken_back_and_the_sources_stands_again() -> None:
    work = put(jar("1"))
    say(work, [care("one")], "Ada")
    (first,) = own_words(work).values()
    done, clashes = say(work, [Wish("sensitivities[nudity]", None, first.pk, silent=True)], "Bea")
    assert (len(done), clashes) == (1, [])
    assert notes(work) == []
    assert own_words(work) == {}


def test_a_text_in_one_language_leaves_those_in_others() -> None:
    work = put(jar("1", surrogates=(Surrogate("a", alt=(Text("A jar.", "en"), Text("Ein Krug.", "de"))),)))
    path = "surrogates[a].alt"
    say(work, [Wish(path, {"value": "Una brocca.", "language": "it"}, 0, language="it")], "Ada")
    start = own_words(work)[path].pk
    say(work, [Wish(path, {"value": "A blue jar.", "language": "en"}, start, language="en")], "Bea")
    (surrogate,) = shown_work(work).record.surrogates
    said = {one.language: one.value for one in surrogate.alt}
    assert said == {"en": "A blue jar.", "de": "Ein Krug.", "it": "Una brocca."}


def test_two_people_write_in_two_languages_from_the_same_start() -> None:
    work = put(jar("1", surrogates=(Surrogate("a"),)))
    path = "surrogates[a].alt"
    say(work, [Wish(path, {"value": "Una brocca.", "language": "it"}, 0, language="it")], "Ada")
    done, clashes = say(work, [Wish(path, {"value": "Ein Krug.", "language": "de"}, 0, language="de")], "Bea")
    assert (len(done), clashes) == (1, [])
    (surrogate,) = shown_work(work).record.surrogates
    assert {one.value for one in surrogate.alt} == {"Una brocca.", "Ein Krug."}


def test_a_value_that_does_not_fit_changes_nothing() -> None:
    work = put(jar("1"))
    with pytest.raises(ValueError, match="wonder"):
        say(work, [care("one"), Wish("sensitivities[wonder]", {"kind": "wonder", "note": ""}, 0)], "Ada")
    work.refresh_from_db()
    assert notes(work) == []
