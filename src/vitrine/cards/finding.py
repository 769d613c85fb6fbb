"""Finding the uses of AI that are installed: ours as well as other people's, all through their entry points.

Whatever is wrong with a package is said of that package and harms no other.
"""

import re
from dataclasses import dataclass
from functools import cache
from importlib.metadata import EntryPoint, entry_points

from vitrine.cards.checking import CardError, Problem, problems, read_card
from vitrine.cards.experience import Experience
from vitrine.cards.model import Card

GROUP = "vitrine.experiences"
OURS = "vitrine-museum"

_NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")


@dataclass(frozen=True)
class Use:
    """A use of AI that is installed, with its card if it has a good one, and all that is wrong with it if not."""

    identifier: str
    package: str
    package_version: str
    experience: Experience | None
    card: Card | None
    problems: tuple[Problem, ...]

    @property
    def obstacles(self) -> list[str]:
        """Why it cannot be switched on, a sentence each."""
        return [str(problem) for problem in self.problems if problem.stops]

    @property
    def hints(self) -> list[str]:
        """What its author might do better."""
        return [str(problem) for problem in self.problems if not problem.stops]


@cache
def uses() -> dict[str, Use]:
    """Return the installed uses by identifier, ours first. Looked for once: who installs a package starts Vitrine anew."""
    found: dict[str, Use] = {}
    for point in sorted(entry_points(group=GROUP), key=lambda one: (_package(one) != OURS, _package(one), one.name)):
        if point.name not in found:
            use = _found(point)
            found[use.identifier] = use
        elif found[point.name].package != _package(point):
            other = f"{point.name} ({_package(point)})"
            found[other] = _broken(
                point,
                other,
                f"{found[point.name].package} already has a use of this name. Its author has to rename it.",
            )
    return found


def forget() -> None:
    """Look for the installed uses anew at the next call of `uses`."""
    uses.cache_clear()


def _found(point: EntryPoint) -> Use:
    if not _NAME.fullmatch(point.name):
        reason = "the entry point’s name is not made of small letters, digits and hyphens. Its author has to rename it."
        return _broken(point, point.name, reason)
    try:
        experience = point.load()
    except (Exception, SystemExit) as error:  # noqa: BLE001 - a stranger's package may raise anything; it is said
        return _broken(point, point.name, f"its code cannot be loaded: {type(error).__name__}: {error}")
    if not isinstance(experience, Experience):
        return _broken(
            point, point.name, f"{point.value} is no vitrine.cards.Experience but a {type(experience).__name__}."
        )
    try:
        content = experience.card.read_bytes()
    except (Exception, SystemExit) as error:  # noqa: BLE001 - as above
        return _broken(point, point.name, f"its card.toml cannot be read: {type(error).__name__}: {error}")
    return _checked(point, experience, content)


def _checked(point: EntryPoint, experience: Experience, content: bytes) -> Use:
    """Return a use whose card could be opened."""
    told = problems(content)
    card: Card | None = None
    try:
        card = read_card(content)
    except CardError as error:
        told = [*error.problems, *(one for one in told if not one.stops)]
    if card is not None and card.identifier != point.name:
        wrong = Problem(
            "identifier",
            f"{card.identifier!r} is not the entry point's name: write {point.name!r} in one of the two places.",
        )
        told = [wrong, *told]
        card = None
    return Use(point.name, _package(point), _version(point), experience, card, tuple(told))


def _broken(point: EntryPoint, identifier: str, reason: str) -> Use:
    # An identifier is part of an address.
    shown = identifier.replace("/", "-")[:200]
    return Use(shown, _package(point), _version(point), None, None, (Problem("", reason),))


def _package(point: EntryPoint) -> str:
    return point.dist.name if point.dist is not None else ""


def _version(point: EntryPoint) -> str:
    return point.dist.version if point.dist is not None else ""
