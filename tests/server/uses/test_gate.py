"""A use runs only after a person confirmed its card, stops at once, and asks the rights gate for each work."""

import sys
from importlib import import_module
from pathlib import Path

import pytest
from django.contrib.auth import get_user_model

from tests.cards.packages import install
from tests.cards.sample import GOOD
from tests.works import jar
from vitrine.cards import forget, uses
from vitrine.records import Rights, Sensitivity, Surrogate
from vitrine.server.jobs.models import Job
from vitrine.server.jobs.run import JobFailedError, run
from vitrine.server.uses.gate import UseOffError, allowed, is_on, require
from vitrine.server.uses.models import Switch
from vitrine.server.uses.state import state
from vitrine.server.uses.switching import RefusedError, switch_off, switch_on

NAME = "colour-words"


@pytest.fixture
def user(db: None):
    return get_user_model().objects.create_user("ada", "ada@museum.example", "x")


def confirm(user) -> Switch:
    card = uses()[NAME].card
    assert card is not None
    return switch_on(NAME, digest=card.digest, responsible="Head of collections", user=user, note="agreed")


def test_a_use_is_off_until_somebody_confirms_its_card(packages: Path, user) -> None:
    install(packages, NAME, GOOD)
    assert not is_on(NAME)
    with pytest.raises(UseOffError, match="switched off"):
        require(NAME)
    entry = confirm(user)
    assert is_on(NAME)
    assert require(NAME).package == "colour_words"
    assert (entry.by, entry.responsible, entry.card_version, entry.note) == (
        "ada",
        "Head of collections",
        "1.0",
        "agreed",
    )
    assert confirm(user) == entry


def test_it_is_off_at_once_and_again_on_with_a_new_entry(packages: Path, user) -> None:
    install(packages, NAME, GOOD)
    confirm(user)
    assert switch_off(NAME, user=user) is not None
    assert not is_on(NAME)
    assert switch_off(NAME, user=user) is None
    confirm(user)
    assert is_on(NAME)
    assert [entry.on for entry in Switch.objects.filter(use=NAME)] == [True, False, True]


def test_a_card_that_changed_has_to_be_confirmed_again(packages: Path, user) -> None:
    install(packages, NAME, GOOD)
    confirm(user)
    old = state(NAME).newest
    install(packages, NAME, GOOD.replace("five colours", "nine colours"))
    forget()
    assert state(NAME).standing == "changed"
    with pytest.raises(UseOffError, match="confirm it again"):
        require(NAME)
    assert old is not None
    with pytest.raises(RefusedError, match="no longer the one that you read"):
        switch_on(NAME, digest=old.digest, responsible="x", user=user)
    confirm(user)
    assert is_on(NAME)


def test_what_is_broken_missing_or_removed_never_runs(packages: Path, user) -> None:
    install(packages, NAME, GOOD)
    confirm(user)
    install(packages, NAME, GOOD.replace('licence = "Apache-2.0"', 'licence = "CC-BY-NC-4.0"'))
    forget()
    assert state(NAME).standing == "broken"
    with pytest.raises(UseOffError, match="forbids commercial use"):
        require(NAME)
    (packages / "colour_words-1.0.dist-info" / "entry_points.txt").unlink()
    forget()
    assert state(NAME).standing == "removed"
    assert not is_on(NAME)
    assert not is_on("never-heard-of")


@pytest.mark.parametrize("hook", ["lambda: 'The file is not there.'", "lambda: 1 / 0"])
def test_a_use_that_cannot_run_here_says_so(packages: Path, user, hook: str) -> None:
    code = (
        "from importlib import resources\nfrom vitrine.cards import Experience\n"
        f"EXPERIENCE = Experience(card=resources.files(__package__) / 'card.toml', missing={hook})\n"
    )
    install(packages, NAME, GOOD, code)
    assert state(NAME).standing == "broken"
    assert len(state(NAME).obstacles) == 1
    with pytest.raises(RefusedError):
        confirm(user)


def test_the_log_is_added_to_and_never_changed(packages: Path, user) -> None:
    install(packages, NAME, GOOD)
    entry = confirm(user)
    entry.by = "somebody else"
    with pytest.raises(TypeError, match="never changed"):
        entry.save()
    user.delete()
    assert Switch.objects.get().by == "ada"


def test_every_operation_of_the_card_passes_the_rights_gate(packages: Path) -> None:
    install(packages, NAME, GOOD.replace('operations = ["index"]', 'operations = ["index", "publish"]'))
    free = Rights("http://creativecommons.org/publicdomain/zero/1.0/")
    closed = Rights("http://creativecommons.org/licenses/by-nd/4.0/")
    assert allowed(NAME, jar(rights_of_object=free)).outcome == "allowed"
    assert allowed(NAME, jar(rights_of_object=closed)).outcome == "refused"
    assert allowed(NAME, jar(rights_of_object=free, surrogates=(Surrogate("a", rights=closed),))).outcome == "refused"
    sacred = jar(rights_of_object=free, sensitivities=(Sensitivity("sacred or secret"),))
    assert allowed(NAME, sacred).outcome == "needs a person"


def test_a_use_without_a_card_touches_no_work(packages: Path) -> None:
    install(packages, NAME, None)
    with pytest.raises(UseOffError, match="no card"):
        allowed(NAME, jar())
    assert issubclass(UseOffError, JobFailedError)


def test_a_package_whose_jobs_cannot_be_loaded_stops_nobody_elses(packages: Path, user) -> None:
    code = (
        "from importlib import resources\nfrom vitrine.cards import Experience\n"
        "EXPERIENCE = Experience(card=resources.files(__package__) / 'card.toml', kinds=('nowhere_at_all',))\n"
    )
    install(packages, NAME, GOOD, code)
    sys.modules.pop("vitrine.server.uses.kinds", None)
    kinds = import_module("vitrine.server.uses.kinds")
    assert kinds is not None
    with pytest.raises(KeyError):
        run(Job.objects.create(kind="no-such-kind"))
