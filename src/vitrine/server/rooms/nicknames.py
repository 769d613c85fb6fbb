"""What players may be called: a list, so that nobody writes a name, an address or an insult into a museum's game."""

from django.utils.translation import gettext, gettext_noop

NICKNAMES = {
    "badger": gettext_noop("Badger"),
    "bee": gettext_noop("Bee"),
    "crane": gettext_noop("Crane"),
    "dolphin": gettext_noop("Dolphin"),
    "falcon": gettext_noop("Falcon"),
    "fox": gettext_noop("Fox"),
    "hare": gettext_noop("Hare"),
    "hedgehog": gettext_noop("Hedgehog"),
    "heron": gettext_noop("Heron"),
    "lion": gettext_noop("Lion"),
    "lynx": gettext_noop("Lynx"),
    "magpie": gettext_noop("Magpie"),
    "otter": gettext_noop("Otter"),
    "owl": gettext_noop("Owl"),
    "seal": gettext_noop("Seal"),
    "stag": gettext_noop("Stag"),
    "swan": gettext_noop("Swan"),
    "tortoise": gettext_noop("Tortoise"),
    "wolf": gettext_noop("Wolf"),
    "wren": gettext_noop("Wren"),
}
"""By the word that goes over the network, the name in English."""


def nicknames() -> dict[str, str]:
    """Return the names in the reader's language, in its alphabetical order as far as Python knows it."""
    return dict(sorted(((key, gettext(name)) for key, name in NICKNAMES.items()), key=lambda pair: pair[1]))
