"""How the uses of AI stand: what is installed, what was switched on, and whether the two still agree."""

from dataclasses import dataclass
from typing import Literal

from django.db.models import Max

from vitrine.cards import Use, uses
from vitrine.server.uses.models import Switch

Standing = Literal["on", "off", "changed", "broken", "removed"]
"""changed: switched on, but its card says something else since; broken: it cannot run; removed: no longer installed."""


@dataclass(frozen=True)
class State:
    """One use: what is installed (None if it no longer is) and the newest entry of its log (None if there is none)."""

    identifier: str
    use: Use | None
    newest: Switch | None
    missing: str = ""

    @property
    def standing(self) -> Standing:
        """How it stands. Only `on` runs."""
        if self.use is None:
            return "removed"
        if self.use.card is None or self.missing:
            return "broken"
        if self.newest is None or not self.newest.on:
            return "off"
        return "on" if self.newest.digest == self.use.card.digest else "changed"

    @property
    def on(self) -> bool:
        """Whether it runs."""
        return self.standing == "on"

    @property
    def obstacles(self) -> list[str]:
        """Why it cannot be switched on, a sentence each."""
        found = self.use.obstacles if self.use is not None else []
        return [*found, *([self.missing] if self.missing else [])]


def state(identifier: str) -> State:
    """Return how one use stands."""
    use = uses().get(identifier)
    newest = Switch.objects.filter(use=identifier).first()
    return State(identifier, use, newest, _missing(use))


def states() -> list[State]:
    """Return how all uses stand that are installed or ever were switched, by identifier."""
    last = Switch.objects.order_by().values("use").annotate(newest=Max("id")).values_list("newest", flat=True)
    newest = {one.use: one for one in Switch.objects.filter(pk__in=last)}
    installed = uses()
    return [
        State(name, installed.get(name), newest.get(name), _missing(installed.get(name)))
        for name in sorted({*installed, *newest})
    ]


def _missing(use: Use | None) -> str:
    """Return why a use cannot run here, in its own words; a use that cannot even say so cannot run."""
    if use is None or use.experience is None or use.card is None:
        return ""
    try:
        return str(use.experience.missing())
    except Exception as error:  # noqa: BLE001 - another's package may raise anything; it is said
        return f"It could not be found out whether it runs here: {type(error).__name__}: {error}"
