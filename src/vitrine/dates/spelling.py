"""Shorthand spelled out before a text is cut into tokens: what no single token could tell."""

import re

_TIMESTAMP = re.compile(r"\w+ (\w+) ([0-9]{2}) [0-9]{2}:[0-9]{2}:[0-9]{2} [A-Z]{3,4} ([0-9]{4})")
"""Wed Nov 01 01:00:00 CET 1989, as programs print a moment."""

_ROMAN_MONTHS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_ROMAN_MONTH = re.compile(rf"\b([0-9]{{1,2}})\.? ?({'|'.join(_ROMAN_MONTHS)})\.? ?([0-9]{{4}})\b")

_HIJRI = re.compile(
    r"[/=]?\s*[(\[]?\b(?:A\.? ?H\.?\s*[0-9]{1,4}(?:[-–][0-9]{1,4})?|[0-9]{1,4}(?:[-–][0-9]{1,4})?\s*A\.? ?H\b\.?)[)\]]?\s*[/=]?",
    re.IGNORECASE,
)
"""A year of the Hijra, which beside one of our era says nothing new: A.H. 1014/1605-6, 1605 (1014 AH)."""

_SHORT_CENTURY = re.compile(r"\b[Cc](1[0-9]|2[01])(?:th|st)?\b(?![.,]?[0-9]|\s*[:=]|\s+dat)")
"""C19, late C18, as British catalogues have it; but not C14 dating."""

_SHORT_NAMED = re.compile(r"\b(due|tre|quattro|cinque|sei|sette|otto) ?[-–/] ?(?=[a-z]+cento\b)", re.IGNORECASE)
"""Sette-Ottocento: the Settecento and the Ottocento."""

_BEFORE_CHRIST = re.compile(r"\b(?:B\.? ?C|v\. ?Chr|a\. ?C|J\.?-? ?C|f\. ?Kr)", re.IGNORECASE)
_THOUSANDS = re.compile(r"(?<=\b[0-9])[.,](?=[0-9]{3}\b)|(?<=\b[0-9]{2})[.,](?=[0-9]{3}\b)")


def spelled_out(text: str) -> str:
    """Return a text with its shorthand spelled out; other text as it is.

    A program's timestamp becomes a date in words, a Roman month (12.V.1920) a figure, C19 the 19th century, Sette- the
    Settecento; 3,000 BC loses its comma, and a text its years of the Hijra.
    """
    match = _TIMESTAMP.fullmatch(text)
    if match is not None:
        return f"{match[2]} {match[1]} {match[3]}"
    # Each pattern is tried only where its letter stands: most texts have none of them.
    if "H" in text or "h" in text:
        text = _HIJRI.sub(" ", text)
    if "C" in text or "c" in text:
        text = _SHORT_CENTURY.sub(r"\1th century", text)
        text = _SHORT_NAMED.sub(r"\1cento-", text) if "cento" in text.lower() else text
    if ("." in text or "," in text) and _THOUSANDS.search(text) and _BEFORE_CHRIST.search(text):
        text = _THOUSANDS.sub("", text)
    text = _ROMAN_MONTH.sub(lambda match: f"{match[1]}.{_ROMAN_MONTHS.index(match[2]) + 1}.{match[3]}", text)
    return text.replace("+/-", "±")
