"""Rights in words beside a rights statement: do they contradict it?

Words are read for four claims, in English, Italian, German, French, Spanish, Dutch and Swedish: a statement named in
passing ("CC BY", "InC-EDU", a licence's address), all rights reserved, in copyright (also ©), in the public domain, no
commercial use. The check is conservative: it speaks up only if the words claim something and nothing that they claim
fits the statement. So "© Museum" beside CC BY is in order (a licensed photograph is in copyright), beside the Public
Domain Mark it is not; "Public domain, photo © Museum" fits either way; and against "not evaluated" or "undetermined"
only a named statement counts.
"""

import re
from functools import lru_cache
from typing import Literal

from vitrine.rights.statements import Statement, describe, parse

Claim = Literal["reserved", "in copyright", "public domain", "no commercial use"]

_CLAIMS: dict[Claim, str] = {
    "public domain": r"public domain|pubblico dominio|dominio pubblico|gemeinfrei\w*|domaine public|dominio p[úu]blico"
    r"|publieke? domein|rechtenvrij|allm[äa]n egendom|out of copyright|no (?:known )?copyright(?: restrictions?)?"
    r"|free of (?:known )?copyright|copyright[ -]free|copyright (?:has )?expired|no rights reserved|diritti scaduti"
    r"|kein urheberrecht\w*|urheberrecht(?:lich)? (?:erloschen|abgelaufen|frei)|libres? de droits? d['’]auteur"
    r"|libres? de derechos(?: de autor)?|geen auteursrecht\w*|vrij van (?:auteurs)?rechten"
    r"|upphovsr[äa]tten har (?:upph[öo]rt|l[öo]pt ut|utg[åa]tt)|fri fr[åa]n upphovsr[äa]tt",
    "reserved": r"(?<!some )(?<!no )rights (?:are )?reserved|(?<!alcuni )diritti (?:sono )?riservati|alle rechte vorbehalten"
    r"|tous (?:les )?droits r[ée]serv[ée]s|todos los derechos reservados|reservados todos los derechos"
    r"|(?<!algunos )derechos reservados|alle rechten voorbehouden|alla r[äa]ttigheter (?:f[öo]rbeh[åa]lln?a|reserverade)",
    "in copyright": r"©|\(c\) ?\w|\bcopyright(?:ed)?\b(?! (?:status|unknown|undetermined|not evaluated|information))"
    r"|urheberrechtlich gesch[üu]tzt|urheberrecht bei|protett[oaie] dal? (?:copyright|diritto d['’]autore)"
    r"|prot[ée]g[ée]e?s? par (?:le )?(?:droit d['’]auteur|copyright)|protegid[oa]s? por (?:los )?derechos de autor"
    r"|auteursrechtelijk beschermd|auteursrecht bij|upphovsr[äa]tts(?:ligt )?skydda[dt]e?",
    "no commercial use": r"non[ -]commercial|no commercial use|not for commercial use|nicht[ -]kommerziell\w*"
    r"|keine kommerzielle (?:nutzung|verwendung)|non commercial[ei]|(?:pas d['’]|aucune )utilisation commerciale"
    r"|uso no comercial|sin fines comerciales|niet[ -]commercieel\w*|icke[ -]kommersiell\w*",
}

LONGEST_READ = 5000
"""Characters of rights in words that are read; statements stand at the beginning of even the longest terms."""

_BEFORE = 60
"""Characters before a claim in which a negation is looked for: "not …" and the few small words that may follow it."""

_CLAIM = {claim: re.compile(words) for claim, words in _CLAIMS.items()}

_OPPOSITE: dict[Claim, Claim] = {"public domain": "in copyright", "in copyright": "public domain"}

_NOT = re.compile(
    r"(?:\bnot|n['’]t|\bno longer|\bnicht|\bnon|\bpas|\bno|\bniet|\binte|\bej)"
    r"(?: (?:in|im|the|yet|noch|più|è|di|nel|encore|dans|le|en|el|de|es|está|todavía|het|nog|ännu|i|av|is|subject|to|soggett[oa]|a"
    r"|protected|by|under))* $"
)
"""A negation right before a claim: "not in the" public domain, "nicht" urheberrechtlich geschützt, "n'est pas dans le"."""

_NAMED = re.compile(
    r"(?:https?://|www\.)\S+"
    r"|\bcc[ -]?by(?:[ -](?:nc|sa|nd)){0,2}(?:[ -]\d\.\d)?\b|\bcc[ -]?0\b|\bcc zero\b|\bpublic domain mark\b"
    r"|\binc-(?:ow-eu|edu|nc|ruu)\b|\bnoc-(?:cr|nc|oklr|us)\b",
    re.IGNORECASE,
)

_FREE = frozenset({"CC0", "PDM", "PDDC", "NKC"})
"""Statements by which a work is free of copyright everywhere, or is believed to be, or has been made as good as free."""

_OPEN_TO_COMMERCE = frozenset({"CC0", "PDM", "CC BY", "CC BY-SA", "CC BY-ND", "CC SA", "CC ND"})

_SUCCESSOR = {
    "RR-F": "InC", "RR-P": "InC", "RR-R": "InC", "Orphan Work EU": "InC-OW-EU", "Orphan Work Test": "InC-OW-EU",
    "OOC-NC": "NoC-NC", "Unknown": "UND", "CNE": "UND", "CC BY-ND-NC": "CC BY-NC-ND", "PDM": "CC0",
}  # fmt: skip
"""Statements that come to the same as another one."""

_UNDECIDED = frozenset({"CNE", "UND", "Unknown"})


def contradicts(text: str, uri: str) -> bool:
    """Return whether rights in words contradict the statement at `uri`. False where either says nothing."""
    statement, text = describe(uri), text[:LONGEST_READ]
    if not statement.uri or not text.strip():
        return False
    named = _named(text)
    if named:
        return all(_differ(other, statement) for other in named)
    if statement.code in _UNDECIDED:
        return False
    claims = _claims(text)
    return bool(claims) and not any(_fits(claim, statement) for claim in claims)


def _named(text: str) -> set[Statement]:
    """The statements named in the text; an address that is no statement says nothing."""
    whole = describe(parse(text).uri)
    if whole.uri:
        return {whole}
    return {found for match in _NAMED.finditer(text) if (found := describe(parse(match[0]).uri)).uri}


def _differ(one: Statement, other: Statement) -> bool:
    """Whether two statements differ in substance: not in version or country, nor as an old name and its successor do."""
    first, second = (_SUCCESSOR.get(statement.code, statement.code) for statement in (one, other))
    in_copyright = first.startswith("InC") and second.startswith("InC") and "InC" in (first, second)
    return first != second and not in_copyright


@lru_cache(maxsize=1024)
def _claims(text: str) -> frozenset[Claim]:
    folded = " ".join(text.casefold().split())
    found: set[Claim] = set()
    for claim, words in _CLAIM.items():
        for match in words.finditer(folded):
            negated = claim in _OPPOSITE and _NOT.search(folded[max(0, match.start() - _BEFORE) : match.start()])
            found.add(_OPPOSITE[claim] if negated else claim)
        folded = words.sub("|", folded)  # so that "no copyright" is not read as "copyright" as well
    return frozenset(found)


def _fits(claim: Claim, statement: Statement) -> bool:
    code = statement.code
    free = code in _FREE or code.startswith(("NoC-", "OOC-"))
    if claim == "public domain":
        return free
    if claim == "in copyright":
        return not free
    if claim == "no commercial use":
        return code not in _OPEN_TO_COMMERCE
    return not free and statement.family != "Creative Commons"
