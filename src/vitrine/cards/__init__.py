"""Cards: what every use of AI says of itself, and how the uses that are installed are found.

`model` holds the card, `checking` reads it and names all that is wrong with it, `denied` what no use may be,
`experience` what a package gives to be a use, and `finding` finds them. That a use runs is decided by a person of
the museum: see `vitrine.server.uses`.
"""

from vitrine.cards.checking import CardError, Problem, problems, read_card
from vitrine.cards.experience import Done, Experience
from vitrine.cards.finding import Use, forget, uses
from vitrine.cards.model import INTERFACE_LANGUAGES, Card, Words, in_language

__all__ = [
    "INTERFACE_LANGUAGES",
    "Card",
    "CardError",
    "Done",
    "Experience",
    "Problem",
    "Use",
    "Words",
    "forget",
    "in_language",
    "problems",
    "read_card",
    "uses",
]
