"""Photographs of old works that claim a copyright of their own.

EU law (Directive 2019/790, Art. 14) says that copying a work of visual art that is in the public domain makes no new
right unless the copy is itself original. A licence or "in copyright" on such a photograph deserves a second look; this
is a warning to a person and changes no decision of the gate.
"""

from datetime import UTC, date, datetime

from vitrine.records import Record, Surrogate
from vitrine.rights.statements import describe, parse

YEARS_AFTER_DEATH = 70
"""Term of copyright in the EU: until the end of the 70th year after the author's death (Directive 2006/116/EC, Art. 1)."""

YEARS_AFTER_PRODUCTION = 140
"""Rule of thumb where a death is not known: whoever made a work 140 years ago and lived 70 years on died 70 years ago."""

_BY_THE_HAND_OF = frozenset({"", "attributed to"})
"""Qualifiers under which the person named made the work; one "after" or "follower of" somebody outlived them."""

_PICTURES = frozenset({"IMAGE", None})
_FREE = frozenset({"CC0", "PDM", "PDDC"})


def art14_warning(record: Record, *, today: date | None = None) -> str | None:
    """Return a warning if a photograph of a public-domain visual work carries a licence or "in copyright", else None.

    A work counts as public domain if all its makers are known and died more than 70 years ago, or if it was made at
    least 140 years ago by the latest year given. Works of text, sound, film and 3D are left alone.
    """
    year = (today or datetime.now(UTC).date()).year
    why = _public_domain(record, year)
    if why is None or record.media_kind not in _PICTURES:
        return None
    for surrogate in record.surrogates:
        claim = _claim(record, surrogate)
        if claim and _is_picture(record, surrogate):
            return (
                f"{why}, so it is probably in the public domain, yet its picture {surrogate.key} says {claim}. A faithful "
                "reproduction may have no copyright of its own: check whether the photograph is original, as one of a "
                "three-dimensional object often is."
            )
    return None


def _public_domain(record: Record, year: int) -> str | None:
    """Return why the work is probably in the public domain, None if it is not or nobody can tell."""
    production = record.production
    makers = (*record.makers, *(production.makers if production else ()))
    deaths = [maker.died if maker.qualifier in _BY_THE_HAND_OF else None for maker in makers]
    if deaths and all(died is not None and year - died > YEARS_AFTER_DEATH for died in deaths):
        return f"Its last maker died in {max(died for died in deaths if died is not None)}"
    latest = production.date.latest if production and production.date else None
    if latest is not None and year - latest >= YEARS_AFTER_PRODUCTION:
        return f"The work was made by {latest}"
    return None


def _claim(record: Record, surrogate: Surrogate) -> str:
    """Return the statement on the picture if it claims a copyright: a licence, in copyright, or rights reserved."""
    rights = (
        surrogate.rights
        if surrogate.rights and (surrogate.rights.uri or surrogate.rights.text)
        else record.rights_of_object
    )
    statement = describe(rights.uri or parse(rights.text).uri) if rights else describe("")
    licence = statement.family == "Creative Commons" and statement.code not in _FREE
    claims = licence or statement.code.startswith(("InC", "RR-"))
    return " ".join(part for part in (statement.code, statement.version) if part) if claims else ""


def _is_picture(record: Record, surrogate: Surrogate) -> bool:
    return surrogate.type.startswith("image/") or (not surrogate.type and record.media_kind == "IMAGE")
