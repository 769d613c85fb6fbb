from tests.works import jar, put, record
from vitrine.records import Event, Identifier, Place, Sensitivity, Term, Text
from vitrine.server.collection.models import RightsChange, Statement
from vitrine.server.collection.showing import shown_work
from vitrine.server.site.words import about
from vitrine.server.site.words.labels import label


def test_facts_leave_out_what_the_label_says_and_what_is_not_there() -> None:
    one = record(
        titles=(Text("Jar", "en"), Text("Vas", "sv")),
        subjects=(Term((Text("sea", "en"),)), Term((Text("wind", "en"),))),
        identifiers=(Identifier("1"),),
        location=Place((Text("Room 3", "en"),)),
        events=(Event("find", names=(Text("Dig", "en"),)),),
    )
    facts = {fact.name: fact.values for fact in about.facts(one, label(one))}
    assert facts == {
        "Other titles": (
            '<span lang="sv" dir="ltr">Vas</span> <span class="tongue" lang="sv" dir="ltr">svenska</span>',
        ),
        "What it shows": ("sea, wind",),
        "Found": ("Dig",),
        "Where it is": ("Room 3",),
    }


def test_persons_are_not_named_in_public_but_programs_are() -> None:
    work = put(jar())
    Statement.objects.create(
        work=work, path="rights_of_object", value={"uri": "http://creativecommons.org/publicdomain/zero/1.0/"},
        agent_kind="person", agent="Ada Lovelace", status="asserted", evidence="private letter",
    )  # fmt: skip
    Statement.objects.create(
        work=work, path="titles[it]", value={"value": "Vaso", "language": "it"},
        agent_kind="software", agent="translator", agent_version="1.2", confidence=0.87, status="accepted",
    )  # fmt: skip
    said = {saying.field: (saying.by, saying.confidence) for saying in about.sayings(shown_work(work))}
    assert said["Rights of the work"] == ("a person at the museum", "")
    by, confidence = said["Title (it)"]
    assert "translator 1.2" in by
    assert confidence == "87%"
    assert "Ada" not in str(said)


def test_rights_held_until_a_decision_are_said_to_be() -> None:
    work = put(jar())
    RightsChange.objects.create(
        work=work, before={"rights_of_object": {"uri": "http://rightsstatements.org/vocab/InC/1.0/"}},
        after={"rights_of_object": None}, number=2, job_id=1,
    )  # fmt: skip
    assert "waits for a decision" in about.sayings(shown_work(work))[0].by


def test_every_kind_of_care_has_its_sentence() -> None:
    kinds = Sensitivity.__struct_fields__ and Sensitivity.__annotations__["kind"].__args__
    flags = tuple(Sensitivity(kind) for kind in kinds)
    assert len(set(about.care(record(sensitivities=flags)))) == len(kinds) == 6


def test_the_label_text_comes_before_notes() -> None:
    texts = (Text("A note", "en", "note"), Text("Ein Text", "de", "label"))
    first, others = about.descriptions(record(descriptions=texts))
    assert first == texts[1]
    assert others == [texts[0]]
