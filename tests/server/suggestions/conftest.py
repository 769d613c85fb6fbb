"""The use switched on, as a publisher does it, and works whose texts have no language."""

from collections.abc import Callable

import pytest

from tests.server.studio.conftest import _english
from tests.works import jar, put
from vitrine.cards import uses
from vitrine.records import Text
from vitrine.server.collection.models import Work
from vitrine.server.jobs.run import run
from vitrine.server.suggestions.jobs import USE, looking_job
from vitrine.server.suggestions.models import Suggestion
from vitrine.server.uses.models import Switch

__all__ = ["_english"]

GERMAN = "Vier Zitronen liegen auf einem blauen Teller"
ITALIAN = "Quattro limoni su un piatto azzurro"


@pytest.fixture
def switched_on(db: None) -> None:
    """The use of AI, confirmed by somebody."""
    card = uses()[USE].card
    assert card is not None
    Switch.objects.create(use=USE, on=True, digest=card.digest, card_version=card.version, by="Ada")


@pytest.fixture
def lemons(switched_on: None) -> Work:
    """A work with two texts of which nobody named the language, and suggestions for them."""
    work = put(jar(titles=(Text(GERMAN), Text("A plate", "en")), descriptions=(Text(ITALIAN),)))
    run(looking_job())
    return work


@pytest.fixture
def suggestion(lemons: Work) -> Callable[[str], Suggestion]:
    """Return a function that gives the suggestion for a text of the lemons."""
    return lambda text: Suggestion.objects.get(work=lemons, text=text)
