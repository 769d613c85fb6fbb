"""The warning on copyright claimed for photographs of old works (responsible-ai.md 5.4)."""

from datetime import date

import pytest

from vitrine.records import Date, Event, Maker, Record, Rights, Surrogate
from vitrine.rights import art14_warning

TODAY = date(2026, 11, 1)
BY = "http://creativecommons.org/licenses/by/4.0/"
INC = "http://rightsstatements.org/vocab/InC/1.0/"
PDM = "http://creativecommons.org/publicdomain/mark/1.0/"


def work(latest: int | None = None, died: int | None = None, rights: str = INC, **more: object) -> Record:
    production = Event("production", date=Date(latest=latest)) if latest else Event("production")
    fields: dict[str, object] = {"media_kind": "IMAGE", "makers": (Maker("A", died=died),) if died else (), **more}
    return Record(
        "m:1", "1", events=(production,), surrogates=(Surrogate("a.jpg", type="image/jpeg", rights=Rights(rights)),),
        **fields,  # type: ignore[arg-type]
    )  # fmt: skip


@pytest.mark.parametrize("rights", [INC, BY, "http://www.europeana.eu/rights/rr-f/"])
def test_an_old_work_whose_photograph_claims_copyright(rights: str) -> None:
    warning = art14_warning(work(latest=1650, rights=rights), today=TODAY)
    assert warning is not None
    assert "1650" in warning
    assert "a.jpg" in warning


@pytest.mark.parametrize(
    "rights",
    [PDM, "http://creativecommons.org/publicdomain/zero/1.0/", "", "http://rightsstatements.org/vocab/CNE/1.0/"],
)
def test_no_claim_no_warning(rights: str) -> None:
    assert art14_warning(work(latest=1650, rights=rights), today=TODAY) is None


@pytest.mark.parametrize(
    ("latest", "died", "warned"),
    [
        (1886, None, True),  # 140 years
        (1887, None, False),
        (1920, 1955, True),  # died more than 70 years ago
        (1920, 1956, False),  # free from 2027 on
        (1920, None, False),
        (None, None, False),
        (1880, 1960, True),
    ],
)
def test_when_a_work_counts_as_public_domain(latest: int | None, died: int | None, warned: bool) -> None:
    assert (art14_warning(work(latest, died), today=TODAY) is not None) is warned


def test_one_maker_who_may_still_have_rights_is_enough() -> None:
    record = work(latest=1930, makers=(Maker("A", died=1940), Maker("B")))
    assert art14_warning(record, today=TODAY) is None


@pytest.mark.parametrize(("qualifier", "warned"), [("attributed to", True), ("after", False), ("follower of", False)])
def test_whoever_worked_after_somebody_outlived_them(qualifier: str, warned: bool) -> None:
    record = work(latest=1930, makers=(Maker("A", died=1940, qualifier=qualifier),))
    assert (art14_warning(record, today=TODAY) is not None) is warned


@pytest.mark.parametrize("kind", ["TEXT", "SOUND", "VIDEO", "3D"])
def test_other_kinds_are_left_alone(kind: str) -> None:
    assert art14_warning(work(latest=1650, media_kind=kind), today=TODAY) is None


def test_the_records_statement_counts_where_the_picture_has_none() -> None:
    record = Record(
        "m:1", "1", events=(Event("production", date=Date(latest=1650)),), media_kind="IMAGE",
        rights_of_object=Rights(BY), surrogates=(Surrogate("a.jpg"),),
    )  # fmt: skip
    assert art14_warning(record, today=TODAY) is not None
