"""A card as a reader of the page's language reads it: each text in that language, or in English and marked as such."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext

from vitrine.cards import Card, Words, in_language
from vitrine.cards.model import Duty, Figure
from vitrine.records import Text
from vitrine.server.site.words.texts import reader


@dataclass(frozen=True)
class Reading:
    """A card in the reader's language."""

    card: Card

    def __getattr__(self, name: str) -> Any:
        """Return a part of the card, its texts as they are shown."""
        part = getattr(self.card, name)
        if isinstance(part, dict):
            return text(part)
        return [text(one) if isinstance(one, dict) else one for one in part] if isinstance(part, list) else part

    @property
    def kept(self) -> Text:
        """What is kept."""
        return text(self.card.keeps.what)

    @property
    def kept_for(self) -> Text:
        """How long it is kept."""
        return text(self.card.keeps.how_long)

    @property
    def places(self) -> str:
        """Where it computes."""
        if set(self.card.computes) == {"device", "server"}:
            return gettext("on your own device and on the museum’s own server")
        return (
            gettext("on your own device") if "device" in self.card.computes else gettext("on the museum’s own server")
        )

    @property
    def role(self) -> str:
        """What the museum is under the AI Act."""
        return {
            "provider": gettext("provider: it puts the system into service under its own name"),
            "deployer": gettext("deployer: it uses a system of others"),
            "both": gettext("provider and deployer: it puts the system into service and uses it"),
        }[self.card.ai_act.role]

    @property
    def duties(self) -> list[tuple[Duty, Text]]:
        """The articles with their reasons."""
        return [(duty, text(duty.reason)) for duty in self.card.ai_act.duties]

    @property
    def measured_on(self) -> Text:
        """What it was measured on."""
        return text(self.card.evaluation.on)

    @property
    def figures(self) -> list[tuple[Figure, Text]]:
        """The figures with their names."""
        return [(figure, text(figure.name)) for figure in self.card.evaluation.figures]

    @property
    def actions(self) -> list[str]:
        """What it does with works, in words."""
        names = {
            "index": gettext("reads them for the museum’s own search and lists"),
            "train": gettext("trains models with them"),
            "transform": gettext("derives new pictures or texts from them"),
            "publish": gettext("shows what came of it"),
        }
        return [names[operation] for operation in self.card.operations]


def text(words: Words) -> Text:
    """Return a text of a card as the reader is shown it."""
    return Text(*in_language(words, reader()))
