"""Which works may enter a game. A work comes in only where nothing speaks against it; in doubt it stays out and the reason is said."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Literal, NamedTuple

from django.utils import timezone
from django.utils.translation import gettext

from vitrine.records import Record
from vitrine.server.collection.media.pixels import LOADERS
from vitrine.server.collection.models import Work, WorkMedia
from vitrine.server.collection.showing import current_versions, shown_records
from vitrine.server.figures.delicate import word_of_care
from vitrine.server.figures.living import may_be_living
from vitrine.server.figures.models import Assurance, Figure, FigureSet, Kind
from vitrine.server.uses.gate import UseOffError, allowed

Game = Literal["poses", "faces"]

USE: dict[Game, str] = {"poses": "strike-a-pose", "faces": "face-fit"}
"""The use of AI that each game is; its card says what is done with the works, and the rights gate is asked for all of it."""

KIND: dict[Game, Kind] = {"poses": Kind.POSE, "faces": Kind.FACE}
"""The key points that each game needs."""

_ABOUT = Assurance.About


def refusal(work: Work, game: Game) -> str | None:
    """Return why a work may not enter a game, as a sentence for the reader; None if it may."""
    return refusals([work], game)[work.pk]


def refusals(works: Iterable[Work], game: Game) -> dict[int, str | None]:
    """Return for each work, by its id, why it may not enter a game, with few queries however many there are."""
    return {pk: one.refusal for pk, one in judged(works, game).items()}


class Judgement(NamedTuple):
    """Why a work may not enter a game, None if it may, and the keys of its pictures with approved points that may be shown."""

    refusal: str | None
    pictures: frozenset[str]


def judged(works: Iterable[Work], game: Game) -> dict[int, Judgement]:
    """Return the judgement on each work, by its id."""
    listed = list(works)
    kept = list(Work.objects.filter(pk__in=[work.pk for work in listed]).select_related("source"))
    assured, pictures = assurances(kept), _with_points(kept, KIND[game])
    gone = Judgement(gettext("This work is no longer in the collection."), frozenset())
    found = {work.pk: gone for work in listed}
    for work, one in zip(kept, shown_records(current_versions(kept)), strict=True):
        # Another picture than those that the record names now is not the public's.
        ready = frozenset(surrogate.key for surrogate in one.record.surrogates) & pictures[work.pk]
        reason = bars(one.record, assured[work.pk], timezone.localdate()) or _gate(one.record, game)
        found[work.pk] = Judgement(reason or (None if ready else _without_points(game)), ready)
    return found


def bars(record: Record, assured: set[str], today: date) -> str | None:
    """Return why what is shown keeps a work out of every game, whatever its rights; None if nothing does.

    A flag or a community's label is never overruled. What is only read out of the record's words or left open by its dates a
    person may answer (`Assurance`).
    """
    if record.sensitivities:
        return _flagged(record)
    if record.community_labels:
        return gettext("A community has labelled this work: what may be done with it is for the community to say.")
    if _ABOUT.NOTHING_DELICATE not in assured and (word := word_of_care(record)):
        return gettext("Its record says “{word}”: what is nude, sexual or violent never enters a game.").format(
            word=word
        )
    if _ABOUT.NOBODY_LIVING not in assured and may_be_living(record, today):
        return gettext("It may show a living person: the record names nobody who is known to be dead.")
    return None


def _flagged(record: Record) -> str:
    said = {
        "nudity": gettext("It is marked as showing nudity."),
        "violence": gettext("It is marked as showing violence."),
        "human remains": gettext("It is marked as showing human remains."),
        "sacred or secret": gettext("It is marked as sacred or secret."),
        "contentious terms": gettext("It is marked for contentious terms."),
        "living person": gettext("It is marked as showing a living person."),
    }
    kind = record.sensitivities[0].kind
    return gettext("{flag} Such works never enter a game.").format(flag=said.get(kind, kind))


def _gate(record: Record, game: Game) -> str | None:
    try:
        decision = allowed(USE[game], record)
    except UseOffError as error:
        return str(error)
    if decision.outcome == "allowed":
        return None
    return gettext("Its rights do not allow this: {reason}").format(reason=gettext(decision.reason))


def _without_points(game: Game) -> str:
    if game == "poses":
        return gettext("Nobody has approved key points of a figure on its picture as it is now.")
    return gettext("Nobody has approved key points of a face on its picture as it is now.")


def assurances(works: Iterable[Work]) -> dict[int, set[str]]:
    """Return what people have given their word for, by work."""
    said: dict[int, set[str]] = defaultdict(set)
    standing = Assurance.objects.filter(work__in=[work.pk for work in works], ended=None)
    for pk, about in standing.values_list("work", "about"):
        said[pk].add(about)
    return said


def _with_points(works: list[Work], kind: Kind) -> dict[int, set[str]]:
    """Return for each work the keys of its pictures that carry approved key points and can be shown."""
    found: dict[int, set[str]] = defaultdict(set)
    for pk, key in approved_rows(kind).filter(work__in=[work.pk for work in works]).values_list("work", "media__key"):
        found[pk].add(key)
    return found


def approved_rows(kind: Kind) -> FigureSet:
    """Return the approved figures or faces whose picture is stored, can be shown, and is still the one that was approved."""
    return Figure.objects.on_today().filter(
        kind=kind,
        state=Figure.State.APPROVED,
        media__state=WorkMedia.State.STORED,
        media__file__type__in=LOADERS,
    )
