from collections.abc import Callable

import msgspec
import pytest
from django.test import Client

from tests.server.suggestions.conftest import GERMAN, ITALIAN
from tests.works import jar, put
from vitrine.records import Text, encode
from vitrine.server.collection.account import account
from vitrine.server.collection.models import Statement, Version, Work
from vitrine.server.collection.showing import shown_work
from vitrine.server.jobs.run import run
from vitrine.server.suggestions import deciding
from vitrine.server.suggestions.jobs import accepting_job, looking_job, reopening_job
from vitrine.server.suggestions.models import Suggestion
from vitrine.server.suggestions.queue import Filter, following, waiting
from vitrine.server.uses.gate import UseOffError

Of = Callable[[str], Suggestion]


def language(work: Work, text: str) -> str:
    record = shown_work(work).record
    return next(one.language for one in (*record.titles, *record.descriptions) if one.value == text)


def test_each_text_without_a_language_gets_one_suggestion(lemons: Work) -> None:
    found = {one.text: one.value for one in Suggestion.objects.all()}
    assert found == {GERMAN: "de", ITALIAN: "it"}
    run(looking_job())
    assert Suggestion.objects.count() == 2


def test_nothing_suggested_is_public_before_it_is_accepted(lemons: Work, client: Client) -> None:
    before = client.get("/works/museum/1").content.decode()
    assert 'lang="de"' not in before.split("<main", 1)[1]
    assert account(lemons)["layers"] == []
    assert language(lemons, GERMAN) == "und"
    lemons.refresh_from_db()
    assert "und" in lemons.profile.languages


def test_accepted_it_changes_what_is_shown_and_keeps_both_names(lemons: Work, suggestion: Of, client: Client) -> None:
    before = lemons.profile.language
    for text in (GERMAN, ITALIAN):
        deciding.accept(suggestion(text), "Ada Rossi")
    lemons = Work.objects.get(pk=lemons.pk)
    assert (language(lemons, GERMAN), language(lemons, ITALIAN)) == ("de", "it")
    assert lemons.profile.language > before  # tiers are 0 < A < B < C
    statement = suggestion(GERMAN).statement
    assert statement is not None
    assert (statement.agent_kind, statement.agent, statement.accepted_by) == ("software", "py3langid", "Ada Rossi")
    text = client.get("/works/museum/1").content.decode()
    assert 'lang="de"' in text
    assert "py3langid" in text
    assert lemons.version().record.titles[0].language == "und"  # the source's own words stay


def test_a_correction_is_the_persons_word_and_remembers_the_machines(lemons: Work, suggestion: Of) -> None:
    deciding.correct(suggestion(GERMAN), "nl", "Ada Rossi")
    assert language(lemons, GERMAN) == "nl"
    one = suggestion(GERMAN)
    assert (one.state, one.value, one.corrected) == ("corrected", "de", "nl")
    assert one.statement is not None
    assert (one.statement.agent_kind, one.statement.agent) == ("person", "Ada Rossi")
    assert "py3langid" in one.statement.evidence


def test_rejected_it_changes_nothing_and_is_not_suggested_again(lemons: Work, suggestion: Of) -> None:
    deciding.reject(suggestion(GERMAN), "Ada")
    run(looking_job())
    assert language(lemons, GERMAN) == "und"
    assert suggestion(GERMAN).state == "rejected"
    assert not Statement.objects.exists()


def test_of_two_who_decide_the_second_is_told(lemons: Work, suggestion: Of) -> None:
    mine = suggestion(GERMAN)
    deciding.reject(suggestion(GERMAN), "Bert")
    for act in (deciding.accept, deciding.reject, lambda one, by: deciding.correct(one, "nl", by)):
        with pytest.raises(deciding.DecidedError):
            act(mine, "Ada")
    assert suggestion(GERMAN).decided_by == "Bert"
    assert not Statement.objects.exists()


def test_taken_back_it_waits_again_and_what_lay_beneath_stands(lemons: Work, suggestion: Of) -> None:
    deciding.accept(suggestion(GERMAN), "Ada")
    deciding.reopen_all([suggestion(GERMAN)])
    assert language(lemons, GERMAN) == "und"
    assert suggestion(GERMAN).state == "waiting"
    deciding.accept(suggestion(GERMAN), "Ada")
    assert language(lemons, GERMAN) == "de"


def test_what_was_said_of_a_text_does_not_hold_of_another_one_in_its_place(lemons: Work, suggestion: Of) -> None:
    deciding.accept(suggestion(GERMAN), "Ada")
    version = lemons.version()
    other = msgspec.structs.replace(version.record, titles=(Text("Fem citroner"),), origin=None)
    Version.objects.filter(pk=version.pk).update(data=encode(other))
    assert language(lemons, "Fem citroner") == "und"
    # What waits for words that are no longer there leaves the queue when somebody would decide it.
    gone = msgspec.structs.replace(other, descriptions=())
    Version.objects.filter(pk=version.pk).update(data=encode(gone))
    with pytest.raises(deciding.DecidedError):
        deciding.accept(suggestion(ITALIAN), "Ada")
    assert suggestion(ITALIAN).state == "outdated"


def test_two_texts_of_one_field_are_told_apart(switched_on: None) -> None:
    work = put(jar(titles=(Text(GERMAN), Text(ITALIAN))))
    run(looking_job())
    deciding.accept(Suggestion.objects.get(text=ITALIAN), "Ada")
    assert (language(work, GERMAN), language(work, ITALIAN)) == ("und", "it")


def test_many_are_accepted_together_and_taken_back_together(switched_on: None) -> None:
    listed = [put(jar(str(number), titles=(Text(f"{GERMAN}, Nummer {number}"),))) for number in range(5)]
    run(looking_job())
    sure = Filter(value="de", least=0.5)
    assert waiting(sure).count() == 5
    run(accepting_job(sure, "Ada"))
    assert [language(work, shown_work(work).record.titles[0].value) for work in listed] == ["de"] * 5
    round_ = Suggestion.objects.filter(state="accepted").first().round
    assert (round_.suggestions, round_.by) == (5, "Ada")
    run(reopening_job(round_, "Bert"))
    assert waiting(sure).count() == 5
    assert reopening_job(round_, "Bert") is None
    assert {shown_work(work).record.titles[0].language for work in listed} == {"und"}


def test_the_queue_goes_round_once(switched_on: None) -> None:
    for number in range(3):
        put(jar(str(number), titles=(Text(f"{GERMAN}, Nummer {number}"),)))
    run(looking_job())
    ids = list(Suggestion.objects.values_list("pk", flat=True))
    assert [following(Filter(), after).pk for after in (0, *ids)] == [*ids, ids[0]]
    assert following(Filter(value="it"), 0) is None


def test_switched_off_it_does_not_look(db: None) -> None:
    put(jar(titles=(Text(GERMAN),)))
    with pytest.raises(UseOffError):
        run(looking_job())
    assert not Suggestion.objects.exists()
