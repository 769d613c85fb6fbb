"""Decisions of the gate: every row and column of responsible-ai.md 5.6, what rights govern, and how rows combine.

The expected outcomes are worked out by hand from the document, not from the code's own table.
"""

from datetime import date

import pytest

from vitrine.records import CommunityLabel, Record, Reservation, Rights, Sensitivity, Surrogate
from vitrine.rights import OPERATIONS, Decision, HumanDecision, Operation, Purpose, decide

CC = "http://creativecommons.org"
RS = "http://rightsstatements.org/vocab"
EU = "http://www.europeana.eu/rights"
LABEL = "https://localcontexts.org/label"

MUSEUM = Purpose()
COMMERCIAL = Purpose(commercial=True)
RESEARCH = Purpose("scientific research", statement="Do brush strokes tell workshops apart?")
UNSTATED = Purpose("scientific research")

TODAY = date(2026, 11, 1)


def work(uri: str = "", **fields: object) -> Record:
    return Record("m:1", "1", rights_of_object=Rights(uri) if uri else None, **fields)  # type: ignore[arg-type]


# + allowed, ? needs a person, - refused, for index, train, transform, publish
OUTCOMES = {"+": "allowed", "?": "needs a person", "-": "refused"}

ROWS = [
    # statement                                  museum  commercial research  unstated
    (f"{CC}/publicdomain/zero/1.0/",             "++++", "++++",    "++++",   "++++"),
    (f"{CC}/publicdomain/mark/1.0/",             "++++", "++++",    "++++",   "++++"),
    (f"{CC}/licenses/by/4.0/",                   "++++", "++++",    "++++",   "++++"),
    (f"{CC}/licenses/by/",                       "++++", "++++",    "++++",   "++++"),
    (f"{CC}/licenses/by-sa/4.0/",                "+?++", "+?++",    "+?++",   "+?++"),
    (f"{CC}/licenses/by-nc/4.0/",                "+?++", "+---",    "+?++",   "+?++"),
    (f"{CC}/licenses/by-nc-sa/3.0/de/",          "+?++", "+---",    "+?++",   "+?++"),
    (f"{CC}/licenses/by-nd/4.0/",                "+?+-", "+?+-",    "+++-",   "+?+-"),
    (f"{CC}/licenses/by-nc-nd/4.0/",             "+?+-", "+---",    "+++-",   "+?+-"),
    (f"{CC}/licenses/by-nd-nc/1.0/",             "+?+-", "+---",    "+++-",   "+?+-"),
    (f"{RS}/NoC-NC/1.0/",                        "+???", "+???",    "+???",   "+???"),
    (f"{RS}/NoC-CR/1.0/",                        "+???", "+???",    "+???",   "+???"),
    (f"{EU}/out-of-copyright-non-commercial/",   "+???", "+???",    "+???",   "+???"),
    (f"{RS}/NoC-OKLR/1.0/",                      "????", "????",    "????",   "????"),
    (f"{RS}/NoC-US/1.0/",                        "+???", "+???",    "+???",   "+???"),
    (f"{RS}/InC/1.0/",                           "+---", "+---",    "++--",   "+---"),
    (f"{RS}/InC-OW-EU/1.0/",                     "+---", "+---",    "++--",   "+---"),
    (f"{RS}/InC-RUU/1.0/",                       "+---", "+---",    "++--",   "+---"),
    (f"{EU}/rr-f/",                              "+---", "+---",    "++--",   "+---"),
    (f"{EU}/rr-p/",                              "+---", "+---",    "++--",   "+---"),
    (f"{RS}/InC-EDU/1.0/",                       "+-??", "+---",    "++??",   "+-??"),
    (f"{RS}/InC-NC/1.0/",                        "+-??", "+---",    "++??",   "+-??"),
    (f"{CC}/licenses/sampling+/1.0/",            "+-??", "+-??",    "++??",   "+-??"),
    (f"{RS}/CNE/1.0/",                           "+-??", "+-??",    "++??",   "+-??"),
    (f"{RS}/UND/1.0/",                           "+-??", "+-??",    "++??",   "+-??"),
    (f"{RS}/NKC/1.0/",                           "+-??", "+-??",    "++??",   "+-??"),
    (f"{EU}/unknown/",                           "+-??", "+-??",    "++??",   "+-??"),
    ("",                                         "+---", "+---",    "+---",   "+---"),
    ("https://museum.example/terms",             "+---", "+---",    "+---",   "+---"),
    ("All rights reserved",                      "+---", "+---",    "+---",   "+---"),
]  # fmt: skip


def outcomes(subject: Record, purpose: Purpose, **given: object) -> list[str]:
    return [decide(subject, operation, purpose, **given).outcome for operation in OPERATIONS]  # type: ignore[arg-type]


def expected(marks: str) -> list[str]:
    return [OUTCOMES[mark] for mark in marks]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_rights_rows(row: tuple[str, ...]) -> None:
    uri, *columns = row
    for purpose, marks in zip((MUSEUM, COMMERCIAL, RESEARCH, UNSTATED), columns, strict=True):
        assert outcomes(work(uri), purpose) == expected(marks), purpose


CONDITIONS: list[tuple[str, Operation, Purpose, set[str]]] = [
    ("publicdomain/zero/1.0", "train", MUSEUM, set()),
    ("publicdomain/zero/1.0", "publish", MUSEUM, {"AI label"}),
    ("licenses/by/4.0", "index", MUSEUM, set()),
    ("licenses/by/4.0", "train", MUSEUM, {"attribution"}),
    ("licenses/by/4.0", "publish", MUSEUM, {"attribution", "AI label"}),
    ("licenses/by-sa/4.0", "transform", MUSEUM, {"attribution", "share alike"}),
    ("licenses/by-sa/4.0", "publish", MUSEUM, {"attribution", "share alike", "AI label"}),
    ("licenses/by-nc/4.0", "transform", MUSEUM, {"attribution", "non-commercial"}),
    ("licenses/by-nc-sa/4.0", "transform", MUSEUM, {"attribution", "non-commercial", "share alike"}),
    ("licenses/by-nd/4.0", "transform", MUSEUM, {"internal only"}),
    ("licenses/by-nc-nd/4.0", "transform", MUSEUM, {"internal only", "non-commercial"}),
    ("licenses/by-nd/4.0", "train", RESEARCH, {"attribution", "scientific research only", "lawful access", "secure storage"}),
]  # fmt: skip


@pytest.mark.parametrize(("path", "operation", "purpose", "conditions"), CONDITIONS)
def test_conditions_of_licences(path: str, operation: Operation, purpose: Purpose, conditions: set[str]) -> None:
    decision = decide(work(f"{CC}/{path}/"), operation, purpose)
    assert decision.outcome == "allowed"
    assert set(decision.conditions) == conditions


@pytest.mark.parametrize("uri", [f"{RS}/CNE/1.0/", ""])
def test_unsettled_and_missing_rights_are_searched_inside_only(uri: str) -> None:
    assert decide(work(uri), "index", MUSEUM).conditions == ("internal only",)


def test_research_on_works_in_copyright_is_bound_to_research() -> None:
    decision = decide(work(f"{RS}/InC/1.0/"), "train", RESEARCH)
    assert set(decision.conditions) == {"scientific research only", "lawful access", "secure storage"}


def test_permission_brings_works_in_copyright_before_a_person() -> None:
    record = work(f"{RS}/InC/1.0/")
    given = {"permission": "Contract 2024-17 with the estate"}
    assert outcomes(record, MUSEUM, **given) == expected("+-??")
    decision = decide(record, "publish", MUSEUM, permission="Contract 2024-17 with the estate")
    assert set(decision.conditions) == {"within the permission", "AI label"}
    assert "permission: Contract 2024-17 with the estate" in decision.evidence
    assert outcomes(work(""), MUSEUM, **given) == expected("+---")  # the document has no R there
    assert outcomes(work(f"{CC}/licenses/by-nd/4.0/"), MUSEUM, **given) == expected("+?+-")


def test_without_lawful_access_works_in_copyright_are_for_research_only() -> None:
    record = work(f"{RS}/InC/1.0/")
    assert decide(record, "index", MUSEUM, lawful_access=False).outcome == "refused"
    decision = decide(record, "index", RESEARCH, lawful_access=False)
    assert decision.outcome == "allowed"
    assert "lawful access" in decision.conditions


RESERVED = Reservation(True, "https://p.example/policy", "header", "tdm-reservation: 1", "2026-10-01")


@pytest.mark.parametrize(
    ("uri", "museum", "research"),
    [
        (f"{CC}/publicdomain/zero/1.0/", "--++", "++++"),
        (f"{CC}/licenses/by-sa/4.0/", "--++", "+?++"),
        (f"{RS}/InC/1.0/", "----", "++--"),
        (f"{RS}/NoC-OKLR/1.0/", "--??", "????"),
        ("", "----", "+---"),
    ],
)
def test_a_reservation_leaves_mining_to_research(uri: str, museum: str, research: str) -> None:
    record = work(uri, reservation=RESERVED)
    assert outcomes(record, MUSEUM) == expected(museum)
    assert outcomes(record, RESEARCH) == expected(research)
    assert outcomes(record, UNSTATED) == expected(museum)


def test_a_reservation_is_named_with_its_evidence_and_forbids_an_external_index() -> None:
    record = work(f"{CC}/publicdomain/zero/1.0/", reservation=RESERVED)
    refused = decide(record, "train", MUSEUM)
    assert refused.rule == "tdm-reserved/train@1"
    assert "text and data mining: reserved (header, 2026-10-01, tdm-reservation: 1)" in refused.evidence
    allowed = decide(record, "index", RESEARCH)
    assert allowed.rule == "tdm-reserved/index@1"
    assert "internal only" in allowed.conditions


@pytest.mark.parametrize("reservation", [Reservation(False, carrier="header"), Reservation(True, carrier="robots.txt")])
def test_what_reserves_nothing_changes_nothing(reservation: Reservation) -> None:
    record = work(f"{RS}/InC/1.0/", reservation=reservation)
    assert outcomes(record, MUSEUM) == expected("+---")
    assert any(line.startswith("text and data mining") for line in decide(record, "index", MUSEUM).evidence)


@pytest.mark.parametrize("label", ["tk-attribution", "bc-provenance", "tk-something-new"])
@pytest.mark.parametrize("purpose", [MUSEUM, RESEARCH])
def test_any_community_label_needs_a_person(label: str, purpose: Purpose) -> None:
    record = work(f"{CC}/publicdomain/zero/1.0/", community_labels=(CommunityLabel(f"{LABEL}/{label}/"),))
    assert outcomes(record, purpose) == expected("????")
    assert decide(record, "index", purpose).rule == "community-label/index@1"


@pytest.mark.parametrize(
    "label",
    ["secret-sacred", "culturally-sensitive", "men-restricted", "women-restricted", "community-use-only", "seasonal"],
)
@pytest.mark.parametrize("purpose", [MUSEUM, RESEARCH])
def test_labels_that_close_a_work_close_it(label: str, purpose: Purpose) -> None:
    record = work(f"{CC}/publicdomain/zero/1.0/", community_labels=(CommunityLabel(f"{LABEL}/tk-{label}/"),))
    assert outcomes(record, purpose) == expected("----")
    assert decide(record, "train", purpose).rule == "community-closed/train@1"


def test_seasonal_in_season_needs_a_person() -> None:
    record = work(f"{CC}/publicdomain/zero/1.0/", community_labels=(CommunityLabel(f"{LABEL}/tk-seasonal/"),))
    assert outcomes(record, MUSEUM, in_season=True) == expected("????")


@pytest.mark.parametrize("purpose", [MUSEUM, RESEARCH])
def test_a_living_person_in_the_picture(purpose: Purpose) -> None:
    record = work(f"{CC}/publicdomain/zero/1.0/", sensitivities=(Sensitivity("living person", "the sitter"),))
    assert outcomes(record, purpose) == expected("+???")
    decision = decide(record, "publish", purpose)
    assert "no face synthesis without consent" in decision.conditions
    assert "sensitivity: living person (the sitter)" in decision.evidence


def test_other_sensitivities_are_shown_and_decide_nothing() -> None:
    decision = decide(work(f"{CC}/licenses/by/4.0/", sensitivities=(Sensitivity("nudity"),)), "publish", MUSEUM)
    assert decision.outcome == "allowed"
    assert "sensitivity: nudity" in decision.evidence


EVERYTHING = work(
    f"{RS}/InC/1.0/",
    reservation=RESERVED,
    sensitivities=(Sensitivity("living person"),),
    community_labels=(CommunityLabel(f"{LABEL}/tk-attribution/"), CommunityLabel(f"{LABEL}/tk-secret-sacred/")),
)


def test_the_strictest_rule_wins_and_all_are_in_evidence() -> None:
    decision = decide(EVERYTHING, "train", RESEARCH)
    assert (decision.outcome, decision.rule) == ("refused", "community-closed/train@1")
    assert [line for line in decision.evidence if line.startswith("rule: ")] == [
        "rule: inc/train@1: allowed",
        "rule: tdm-reserved/train@1: allowed",
        "rule: living-person/train@1: needs a person",
        "rule: community-label/train@1: needs a person",
        "rule: community-closed/train@1: refused",
    ]
    assert decision.conditions == ()


def test_of_equally_strict_rules_the_communitys_is_named() -> None:
    assert decide(EVERYTHING, "train", MUSEUM).rule == "community-closed/train@1"
    labelled = work(f"{RS}/NoC-OKLR/1.0/", community_labels=(CommunityLabel(f"{LABEL}/tk-clan/"),))
    assert decide(labelled, "index", MUSEUM).rule == "community-label/index@1"


def test_what_is_plainly_allowed_names_the_rights_statement() -> None:
    record = work(f"{CC}/publicdomain/zero/1.0/", sensitivities=(Sensitivity("living person"),))
    assert decide(record, "index", MUSEUM).rule == "cc0-pdm/index@1"


@pytest.mark.parametrize("rights", [None, Rights()])
def test_no_rights_are_shown_as_none(rights: Rights | None) -> None:
    record = Record("m:1", "1", rights_of_object=rights)
    assert "rights_of_object of the record: none" in decide(record, "index", MUSEUM).evidence


def test_a_rights_refusal_is_not_softened_by_rows_that_ask() -> None:
    record = work(f"{CC}/licenses/by-nd/4.0/", community_labels=(CommunityLabel(f"{LABEL}/tk-attribution/"),))
    assert decide(record, "publish", MUSEUM).rule == "cc-by-nd/publish@1"


def test_the_conditions_of_all_rows_hold_together() -> None:
    record = work(f"{CC}/licenses/by-sa/4.0/", sensitivities=(Sensitivity("living person"),))
    assert set(decide(record, "publish", MUSEUM).conditions) == {
        "attribution", "share alike", "AI label", "no face synthesis without consent",
    }  # fmt: skip


# Which rights govern

BY = f"{CC}/licenses/by/4.0/"
CC0 = f"{CC}/publicdomain/zero/1.0/"
INC = f"{RS}/InC/1.0/"


def governing(subject: Record | Surrogate, **given: object) -> Decision:
    return decide(subject, "transform", MUSEUM, **given)  # type: ignore[arg-type]


def test_the_media_files_rights_go_before_the_objects() -> None:
    record = work(INC)
    assert governing(Surrogate("a.jpg", rights=Rights(BY)), record=record).rule == "cc-by/transform@1"
    assert governing(Surrogate("a.jpg"), record=record).rule == "inc/transform@1"
    assert governing(Surrogate("a.jpg", rights=Rights()), record=record).rule == "inc/transform@1"
    assert governing(Surrogate("a.jpg")).rule == "missing/transform@1"


def test_where_the_objects_rights_differ_the_evidence_says_so() -> None:
    decision = governing(Surrogate("a.jpg", rights=Rights(BY)), record=work(INC))
    assert f"rights of the media file a.jpg: {BY}" in decision.evidence
    assert f"the object itself: {INC}" in decision.evidence


def test_words_beside_a_media_file_that_are_no_statement_do_not_fall_back_on_the_object() -> None:
    decision = governing(Surrogate("a.jpg", rights=Rights(text="© Photographer")), record=work(CC0))
    assert decision.rule == "missing/transform@1"
    assert "rights of the media file a.jpg: no statement: © Photographer" in decision.evidence


def test_a_statement_in_words_counts() -> None:
    record = Record("m:1", "1", rights_of_object=Rights(text="CC BY 4.0"))
    assert governing(record).rule == "cc-by/transform@1"


def test_words_that_contradict_are_in_evidence() -> None:
    record = Record("m:1", "1", rights_of_object=Rights(CC0, text="All rights reserved"))
    assert "its words contradict it: All rights reserved" in governing(record).evidence


def test_metadata_has_rights_of_its_own() -> None:
    record = Record("m:1", "1", rights_of_object=Rights(INC), rights_of_metadata=Rights(CC0))
    assert governing(record).rule == "inc/transform@1"
    assert governing(record, material="metadata").rule == "cc0-pdm/transform@1"
    with pytest.raises(ValueError, match=r"a\.jpg"):
        governing(Surrogate("a.jpg"), record=record, material="metadata")


def test_a_picture_of_a_living_person_does_not_touch_the_metadata() -> None:
    record = Record("m:1", "1", rights_of_metadata=Rights(CC0), sensitivities=(Sensitivity("living person"),))
    assert governing(record, material="metadata").outcome == "allowed"


def test_labels_and_reservations_reach_media_through_their_record() -> None:
    picture = Surrogate("a.jpg", rights=Rights(CC0))
    labelled = work(CC0, community_labels=(CommunityLabel(f"{LABEL}/tk-family/"),))
    assert governing(picture, record=labelled).outcome == "needs a person"
    reserved = work(CC0, reservation=RESERVED)
    assert decide(picture, "train", MUSEUM, record=reserved).outcome == "refused"
    free = Surrogate("a.jpg", rights=Rights(CC0), reservation=Reservation(False, carrier="xmp"))
    assert decide(free, "train", MUSEUM, record=reserved).outcome == "allowed"


# Decisions by persons


def person(until: str = "2027-12-31", allow: bool = True, rules: tuple[str, ...] = ()) -> HumanDecision:
    return HumanDecision("Ada Rossi", "The model stays in the museum.", until, rules, allow)


def test_a_person_can_answer_what_needs_a_person() -> None:
    decision = decide(work(f"{CC}/licenses/by-sa/4.0/"), "train", MUSEUM, human=person(), today=TODAY)
    assert (decision.outcome, decision.rule) == ("allowed", "cc-by-sa/train@1")
    assert set(decision.conditions) == {"attribution", "share alike"}
    assert "Ada Rossi" in decision.reason
    assert any("2027-12-31" in line and "The model stays" in line for line in decision.evidence)


def test_a_person_can_say_no() -> None:
    decision = decide(work(f"{CC}/licenses/by-sa/4.0/"), "train", MUSEUM, human=person(allow=False), today=TODAY)
    assert decision.outcome == "refused"
    assert "decided against it" in decision.reason


@pytest.mark.parametrize(("until", "outcome"), [("2026-11-01", "allowed"), ("2026-10-31", "needs a person")])
def test_an_answer_holds_until_its_last_day(until: str, outcome: str) -> None:
    decision = decide(work(f"{CC}/licenses/by-sa/4.0/"), "train", MUSEUM, human=person(until), today=TODAY)
    assert decision.outcome == outcome
    assert ("ran out" in decision.reason) is (outcome != "allowed")


def test_nobody_lifts_a_refusal() -> None:
    closed = work(CC0, community_labels=(CommunityLabel(f"{LABEL}/tk-secret-sacred/"),))
    for record in (closed, work(""), work(f"{CC}/licenses/by-nd/4.0/"), work(INC)):
        assert decide(record, "publish", MUSEUM, human=person(), today=TODAY).outcome == "refused"


def test_permission_and_a_person_together_open_a_work_in_copyright() -> None:
    decision = decide(work(INC), "publish", MUSEUM, permission="Letter of 2025", human=person(), today=TODAY)
    assert decision.outcome == "allowed"


def test_an_answer_to_one_rule_does_not_answer_another() -> None:
    record = work(f"{CC}/licenses/by-sa/4.0/", community_labels=(CommunityLabel(f"{LABEL}/tk-family/"),))
    pending = decide(record, "train", MUSEUM)
    assert set(pending.asks) == {"cc-by-sa/train@1", "community-label/train@1"}
    partly = decide(record, "train", MUSEUM, human=person(rules=("cc-by-sa/train@1",)), today=TODAY)
    assert (partly.outcome, partly.asks) == ("needs a person", ("community-label/train@1",))
    fully = decide(record, "train", MUSEUM, human=person(rules=pending.asks), today=TODAY)
    assert fully.outcome == "allowed"
    elsewhere = decide(record, "train", MUSEUM, human=person(rules=("cc-by-nc/train@1",), allow=False), today=TODAY)
    assert elsewhere.outcome == "needs a person"


def test_an_answer_needs_a_name_a_reason_a_date_and_today() -> None:
    with pytest.raises(ValueError, match="who decided and why"):
        HumanDecision(" ", "because", "2027-01-01")
    with pytest.raises(ValueError, match="who decided and why"):
        HumanDecision("Ada", "", "2027-01-01")
    with pytest.raises(ValueError, match="2027-12-31"):
        HumanDecision("Ada", "because", "next year")
    with pytest.raises(ValueError, match="today"):
        decide(work(CC0), "train", MUSEUM, human=person())


def test_a_person_changes_nothing_where_nothing_is_asked() -> None:
    plain = decide(work(CC0), "train", MUSEUM)
    assert decide(work(CC0), "train", MUSEUM, human=person(), today=TODAY) == plain


def test_reasons_are_plain_and_the_purpose_is_in_evidence() -> None:
    decision = decide(work(INC), "train", Purpose("scientific research", jurisdiction="IT"))
    assert decision.reason.endswith("The purpose of the research is not stated.")
    assert "purpose: scientific research, not commercial, IT" in decision.evidence
    commercial = decide(work(f"{CC}/licenses/by-nc/4.0/"), "publish", COMMERCIAL)
    assert "commercial" in commercial.reason


@pytest.mark.parametrize("operation", OPERATIONS)
@pytest.mark.parametrize("material", ["media", "metadata"])
def test_what_the_museum_marks_as_sacred_needs_a_person_without_any_label(operation, material) -> None:
    free = work(CC0, sensitivities=(Sensitivity("sacred or secret"),), rights_of_metadata=Rights(CC0))
    decision = decide(free, operation, MUSEUM, material=material)
    assert decision.outcome == "needs a person"
    assert decision.rule == f"sacred/{operation}@1"
    assert "terms of the community" in decision.conditions
