"""Local Contexts: Traditional Knowledge (TK) and Biocultural (BC) labels, by which communities say how their heritage may be used.

A few labels close a work to machines altogether; every other one, and every notice or label that is not known here,
needs a person who asks the community. Labels are told apart by URI: abbreviations are mixed up in many lists.
"""

import re
from functools import lru_cache
from typing import Literal

from vitrine.records import CommunityLabel

Treatment = Literal["refuse", "needs a person"]

SECRET = frozenset(
    {
        "tk-secret-sacred",
        "tk-culturally-sensitive",
        "tk-men-restricted",
        "tk-women-restricted",
        "tk-community-use-only",
    }
)
"""Labels under which nothing may be computed from a work."""

SEASONAL = "tk-seasonal"
"""Open in its season only. When that is, the community says; no program can know."""

LABELS = frozenset(
    {
        "tk-attribution", "tk-clan", "tk-family", "tk-multiple-communities", "tk-community-voice", "tk-creative",
        "tk-verified", "tk-non-verified", SEASONAL, "tk-women-general", "tk-men-general", "tk-commercial",
        "tk-non-commercial", "tk-outreach", "tk-open-to-collaboration", *SECRET,
        "bc-provenance", "bc-multiple-communities", "bc-clan", "bc-consent-verified", "bc-consent-non-verified",
        "bc-research-use", "bc-open-to-collaboration", "bc-open-to-commercialization", "bc-outreach", "bc-non-commercial",
    }
)  # fmt: skip
"""The labels at https://localcontexts.org/label/…/"""

_OLD_CODES = {
    "a": "attribution", "cl": "clan", "f": "family", "mc": "multiple-communities", "cv": "community-voice",
    "v": "verified", "nv": "non-verified", "s": "seasonal", "wg": "women-general", "mg": "men-general",
    "mr": "men-restricted", "wr": "women-restricted", "cs": "culturally-sensitive", "ss": "secret-sacred",
    "c": "commercial", "nc": "non-commercial", "co": "community-use-only", "o": "outreach",
}  # fmt: skip
"""Local Contexts' own former addresses, http://localcontexts.org/tk/ss/1.0."""

_ADDRESS = re.compile(r"(?:https?:)?(?://)?(?:www\.)?localcontexts\.org/(?P<path>[^?#\s]*)(?:[?#]\S*)?", re.IGNORECASE)

_BY_LETTERS = {re.sub("[^a-z]", "", label): label for label in LABELS}


@lru_cache(maxsize=1024)
def label_of(uri: str) -> str:
    """Return the label that a URI names (`tk-secret-sacred`), blank for a notice, a project or anything else."""
    match = _ADDRESS.fullmatch(uri.strip().strip("<>\"'"))
    if match is None:
        return ""
    segments = [segment for segment in match["path"].lower().split("/") if segment]
    for place, segment in enumerate(segments):
        rest = segments[place + 1 :]
        if segment in ("label", "labels") and rest:
            return _BY_LETTERS.get(re.sub("[^a-z]", "", rest[0]), "")
        if segment == "tk" and rest and rest[0] in _OLD_CODES:
            return f"tk-{_OLD_CODES[rest[0]]}"
    return ""


def label_uri(uri: str) -> str:
    """Return the canonical URI of a label, the URI as it was for anything that is not known to be one."""
    label = label_of(uri)
    return f"https://localcontexts.org/label/{label}/" if label else uri.strip()


def treatment(label: CommunityLabel | str, *, in_season: bool = False) -> Treatment:
    """Return whether a label closes a work or needs a person to decide.

    `in_season` is what the community has said of TK Seasonal; unless it has, the work counts as out of season. Where a
    label has no URI that is known, its English name can still close the work ("TK Secret / Sacred"), never open it.
    """
    uri, name = (label, "") if isinstance(label, str) else (label.uri, label.name)
    known = label_of(uri) or _by_name(name)
    closed = known in SECRET or (known == SEASONAL and not in_season)
    return "refuse" if closed else "needs a person"


def _by_name(name: str) -> str:
    letters = re.sub("[^a-z]", "", re.sub(r"\(.*?\)", "", name).lower())
    return _BY_LETTERS.get(letters, "")
