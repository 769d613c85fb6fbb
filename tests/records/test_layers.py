"""Nobody's words are overwritten: what is shown is computed, and every layer can be taken back."""

import pytest

from vitrine.records import Agent, Assertion, Record, Rights, Surrogate, Text, shown
from vitrine.records.layers import words_key

ADA = Agent("person", "Ada Rossi")
MACHINE = Agent("software", "py3langid", "0.4")
SOURCE = Record("ours:1", "1", titles=(Text("Ritratto", "it"),), surrogates=(Surrogate("front.jpg"),))


def said(path, value, by=ADA, status="asserted", at="2026-01-01T00:00:00+00:00"):
    return Assertion("1", path, value, by, at, status)


def test_a_person_stands_over_the_source():
    result = shown(SOURCE, [said("titles[it]", {"value": "Autoritratto", "language": "it"})])
    assert result.record.titles == (Text("Autoritratto", "it"),)
    assert result.said_by["titles[it]"].by == ADA


def test_the_source_record_is_untouched():
    before = SOURCE.titles
    shown(SOURCE, [said("titles[it]", {"value": "Autoritratto", "language": "it"})])
    assert SOURCE.titles == before


def test_a_withdrawn_statement_brings_up_what_lay_beneath():
    statement = {"value": "Autoritratto", "language": "it"}
    assert shown(SOURCE, [said("titles[it]", statement, status="withdrawn")]).record == SOURCE


@pytest.mark.parametrize("status", ["suggested", "rejected"])
def test_a_suggestion_nobody_accepted_is_never_shown(status):
    assert (
        shown(SOURCE, [said("titles[en]", {"value": "Portrait", "language": "en"}, MACHINE, status)]).record == SOURCE
    )


def test_an_accepted_suggestion_fills_a_gap_and_names_the_machine():
    result = shown(SOURCE, [said("titles[en]", {"value": "Portrait", "language": "en"}, MACHINE, "accepted")])
    assert Text("Portrait", "en") in result.record.titles
    assert result.said_by["titles[en]"].by == MACHINE


def test_an_accepted_suggestion_does_not_replace_the_source():
    result = shown(SOURCE, [said("titles[it]", {"value": "Donna", "language": "it"}, MACHINE, "accepted")])
    assert result.record.titles == SOURCE.titles


def test_a_person_stands_over_an_accepted_suggestion_whatever_the_order():
    person = said("rights_of_object", {"uri": "http://creativecommons.org/publicdomain/mark/1.0/"}, at="2026-01-01")
    machine = said(
        "rights_of_object", {"uri": "http://rightsstatements.org/vocab/InC/1.0/"}, MACHINE, "accepted", "2026-02-01"
    )
    for order in ([person, machine], [machine, person]):
        rights = shown(SOURCE, order).record.rights_of_object
        assert rights == Rights(uri="http://creativecommons.org/publicdomain/mark/1.0/")


def test_the_later_word_of_a_person_counts():
    first = said("credit_lines[en]", {"value": "Gift", "language": "en"}, at="2026-01-01")
    second = said("credit_lines[en]", {"value": "Bequest", "language": "en"}, at="2026-02-01")
    assert shown(SOURCE, [second, first]).record.credit_lines == (Text("Bequest", "en"),)


def test_a_person_may_say_that_there_is_none():
    assert shown(SOURCE, [said("titles[it]", None)]).record.titles == ()


def test_rights_of_one_media_file():
    result = shown(SOURCE, [said("surrogates[front.jpg].rights", {"uri": "u"})])
    assert result.record.surrogates[0].rights == Rights(uri="u")


def test_a_statement_about_media_that_the_source_no_longer_has_waits():
    result = shown(SOURCE, [said("surrogates[back.jpg].rights", {"uri": "u"})])
    assert result.record == SOURCE
    assert result.said_by == {}


def test_a_former_word_of_the_source_is_held_over_its_latest_but_not_over_a_person():
    former = said("rights_of_object", {"uri": "former"}, Agent("source", "ours", "version 1"), at="2026-03-01")
    source = Record("ours:1", "1", rights_of_object=Rights(uri="latest"))
    assert shown(source, [former]).record.rights_of_object == Rights(uri="former")
    person = said("rights_of_object", {"uri": "person"}, at="2026-01-01")
    assert shown(source, [former, person]).record.rights_of_object == Rights(uri="person")


def test_a_path_that_records_do_not_have_is_refused():
    with pytest.raises(ValueError, match="nonsense"):
        shown(SOURCE, [said("nonsense", 1)])


def test_a_value_of_the_wrong_type_is_refused():
    with pytest.raises(ValueError, match="ours:1"):
        shown(SOURCE, [said("landing_page", {"not": "text"})])


WITHOUT = Record("ours:2", "2", titles=(Text("Der Brunnen"),))


def language(words, tag, by=MACHINE, status="accepted"):
    return said(f"titles[{words_key(words)}].language", tag, by, status)


def test_words_that_a_person_put_in_place_of_a_text_stand_alone_without_the_language_of_the_former_ones():
    reworded = said("titles[und]", {"value": "The well"}, at="2026-02-01T00:00:00+00:00")
    result = shown(WITHOUT, [language("Der Brunnen", "de"), reworded])
    assert result.record.titles == (Text("The well"),)


def test_a_program_s_accepted_language_reaches_the_words_of_a_person():
    reworded = said("titles[und]", {"value": "The well"})
    assert shown(WITHOUT, [reworded, language("The well", "en")]).record.titles == (Text("The well", "en"),)


def test_a_person_s_language_of_a_text_stands_over_a_program_s():
    both = [language("Der Brunnen", "sv", ADA, "asserted"), language("Der Brunnen", "de")]
    assert shown(WITHOUT, both).record.titles == (Text("Der Brunnen", "sv"),)


def test_the_same_words_in_the_same_language_are_shown_once():
    twice = Record("ours:2", "2", titles=(Text("Der Brunnen", "de"), Text("Der Brunnen")))
    assert shown(twice, [language("Der Brunnen", "de")]).record.titles == (Text("Der Brunnen", "de"),)


def test_a_text_that_says_it_is_in_no_named_language_takes_an_accepted_one():
    # As a mapping or a stored record says it: another text that reads the same, so that it is written out.
    undetermined = "".join(("u", "nd"))
    source = Record(
        "ours:1", "1", titles=(Text("Four lemons", "en"), Text("Vier Zitronen", undetermined, "alternative"))
    )
    path = f"titles[{words_key('Vier Zitronen')}].language"
    result = shown(source, [said(path, "de", MACHINE, "accepted")])
    assert result.record.titles[1] == Text("Vier Zitronen", "de", "alternative")
    assert result.said_by[path].by == MACHINE
