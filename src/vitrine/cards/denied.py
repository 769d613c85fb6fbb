"""What no use of AI may be: one that identifies people, infers what they feel, or sorts them by traits; one that is not free.

A card declares what its use does; nobody can tell from a card what code really does. That the declaration is checked
means that who ships such a thing has to lie to a museum in writing.
"""

import re

_STEMS = ("emotion", "mood", "ethnic", "racial", "religio", "sexual", "politic", "personalit", "deepfake")
_WORDS = frozenset({"race", "races", "gender", "genders", "sex", "nationality", "nationalities", "creed", "faith"})
_WHO = ("face", "facial", "person", "people", "visitor", "sitter", "iris", "gait", "voice", "speaker")
_TELLS = ("recogni", "identif", "verif", "reidentif", "scrap")
"""Somebody is identified where a word of who meets a word of telling: `recognise-faces`, `speaker-verification`."""


def denied(function: str) -> str:
    """Return why a declared function is refused, blank if it is not."""
    words = re.findall(r"[a-z]+", function.lower())
    if any(word in _WORDS or word.startswith(_STEMS) for word in words):
        return "infers feelings or traits of people"
    if any(word.startswith(_WHO) for word in words) and any(word.startswith(_TELLS) for word in words):
        return "tells who somebody is"
    return ""


FREE = frozenset(
    {
        *("Apache-2.0", "MIT", "MIT-0", "ISC", "BSD-2-Clause", "BSD-3-Clause", "0BSD", "Zlib", "Unlicense", "PSF-2.0"),
        *("MPL-2.0", "EUPL-1.2", "LGPL-2.1-only", "LGPL-2.1-or-later", "LGPL-3.0-only", "LGPL-3.0-or-later"),
        *("GPL-2.0-only", "GPL-2.0-or-later", "GPL-3.0-only", "GPL-3.0-or-later", "AGPL-3.0-only", "AGPL-3.0-or-later"),
        *("CC0-1.0", "CC-BY-3.0", "CC-BY-4.0", "CC-BY-SA-3.0", "CC-BY-SA-4.0", "ODC-By-1.0", "ODbL-1.0", "PDDL-1.0"),
        *("CDLA-Permissive-1.0", "CDLA-Permissive-2.0", "CDLA-Sharing-1.0", "Artistic-2.0", "BSL-1.0", "OFL-1.1"),
    }
)
"""Licences under which anybody may use a model for anything, commerce included (SPDX identifiers)."""

_COMMERCE = re.compile(r"\bnc\b|non.?commercial|research.?only|academic", re.IGNORECASE)


def licence_fault(licence: str) -> str:
    """Return what is wrong with a model's licence and what to write, blank if it is free."""
    if _COMMERCE.search(licence):
        return f"{licence!r} forbids commercial use: a museum with a shop could not run it. Use a model under a free licence."
    chosen = (part.strip(" ()") for part in re.split(r"\bOR\b", licence))
    if any(all(part.strip(" ()") in FREE for part in re.split(r"\bAND\b", one)) for one in chosen):
        return ""
    return f"{licence!r} is not known as a free licence. Write an SPDX identifier such as Apache-2.0, MIT or CC-BY-4.0."
