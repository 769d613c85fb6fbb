"""Rights statements written in words: "CC BY-SA 4.0", "CC0", "In Copyright", "Namensnennung-Weitergabe unter gleichen Bedingungen 3.0".

Only what is unambiguous is read: every word of the value has to be part of the statement's name. "CC BY 4.0, photo:
Jane Doe" stays words, and so does "Public domain", which may mean a mark, a dedication or an opinion.
"""

import re

from vitrine.rights.catalogue import BY_CODE, CC_PORTS, CC_VERSIONS, EUROPEANA, RIGHTS_STATEMENTS

_WORDS: dict[str, str] = {
    "cc0": r"creative ?commons zero|cc[ _-]?zero|cc[ _-]0(?![.\d])",
    "cc": r"creative ?commons",
    "pdm": r"public domain mark",
    "pdd": r"public domain dedication",
    "sa": r"share[ -]?alike|weitergabe unter gleichen bedingungen|condividi allo stesso modo"
    r"|partage dans les mêmes conditions|partage des conditions initiales à l['’]identique|compartir[ -]?igual"
    r"|gelijk ?delen|dela ?lika",
    "nc": r"non[ -]?commerciale?|nicht[ -]kommerziell|keine kommerzielle nutzung|pas d['’]utilisation commerciale"
    r"|no ?comercial|niet[ -]?commercieel|icke[ -]?kommersiell",
    "nd": r"no ?deriv(?:ative work|ative)?s|keine bearbeitung(?:en)?|non opere derivate|pas de modifications?"
    r"|sin ?obras? ?derivadas?|geen ?afgeleide ?werken|inga ?bearbetningar",
    "by": r"attribution|namensnennung|attribuzione|atribución|reconocimiento|paternité|naamsvermelding|erkännande",
}
"""How the seven languages of the interface name the parts of a Creative Commons licence."""

_PHRASE = re.compile("|".join(f"(?P<{part}>{words})" for part, words in _WORDS.items()))

_NOISE = frozenset({
    "license", "licence", "lizenz", "licenza", "licencia", "licentie", "licens",
    "international", "internationale", "internazionale", "internacional", "internationaal", "internationell", "unported",
    "generic", "universal", "universell", "universale", "version", "v",
})  # fmt: skip

_COUNTRIES = {
    "deutschland": "de", "germany": "de", "österreich": "at", "austria": "at", "schweiz": "ch", "switzerland": "ch",
    "italia": "it", "italy": "it", "france": "fr", "españa": "es", "spain": "es", "nederland": "nl",
    "netherlands": "nl", "sverige": "se", "sweden": "se",
}  # fmt: skip

_GLUED = re.compile(r"(cc)?(by)(nc)?(sa|nd)?")

_ELEMENTS = {frozenset(unit.split("-")): unit for unit in ("by", "by-sa", "by-nc", "by-nc-sa", "by-nd", "by-nc-nd")}

_CODES = {code.casefold(): code for code in (*(e.code for e in RIGHTS_STATEMENTS), "RR-F", "RR-P", "RR-R", "OOC-NC")}


def _letters(text: str) -> str:
    return re.sub("[^a-z]", "", text.casefold())


_NAMES = {_letters(entry.name): entry.code for entry in (*RIGHTS_STATEMENTS, *EUROPEANA)}


def cc_unit(elements: frozenset[str]) -> str:
    """Return the licence of these elements ({"nc", "by"} -> "by-nc"), "" if there is none such."""
    return _ELEMENTS.get(elements, "")


def read(value: str) -> tuple[str, str, str] | None:
    """Return (code, version, port) of the statement that the words name, None if they name none or leave doubt.

    The version is blank where the words give none and several exist: a version is never made up.
    """
    text = re.sub("[\u2010-\u2015_]", "-", value).strip()
    return _coded(text) or _creative_commons(text.casefold())


def _coded(text: str) -> tuple[str, str, str] | None:
    """A code or the full name of a RightsStatements.org or Europeana statement."""
    bare = re.sub(r"[ /]1\.0$", "", text)
    code = _CODES.get(bare.casefold()) or _NAMES.get(_letters(text) if text.isascii() else "")
    if code is None or (bare.casefold() == code.casefold() and "-" not in code and bare not in (code, code.upper())):
        return None  # "und" is a word and "Inc" a kind of company: short codes count only as they are written
    return code, "1.0" if BY_CODE[code].family == "RightsStatements.org" else "", ""


def _creative_commons(text: str) -> tuple[str, str, str] | None:
    named = _PHRASE.sub(lambda match: f" {match.lastgroup} ", text)
    words = {word for word in re.split(r"[\s,:;()/-]+", named) if word} - _NOISE
    glued = {word: match for word in words if (match := _GLUED.fullmatch(word))}
    for word, match in glued.items():
        words = (words - {word}) | {part for part in match.groups() if part}
    versions = {word.removeprefix("v") for word in words if re.fullmatch(r"v?\d(\.\d)?", word)}
    words = {word for word in words if word.removeprefix("v") not in versions}
    version = next(iter(versions), "")
    version = f"{version}.0" if len(version) == 1 else version
    if len(versions) > 1 or (version and version not in CC_VERSIONS):
        return None
    for tool, code in (("cc0", "CC0"), ("pdm", "PDM")):
        if tool in words:
            fits = words <= {tool, "cc", "pdd"} and version in ("", "1.0")
            return (code, "1.0", "") if fits else None
    return _licence(words, version)


def _licence(words: set[str], version: str) -> tuple[str, str, str] | None:
    elements = frozenset(words & {"by", "nc", "nd", "sa"})
    unit = cc_unit(elements)
    if not unit or not ("cc" in words or len(elements) > 1):
        return None
    countries = {_COUNTRIES.get(word, word) for word in words - elements - {"cc"}}
    if not countries:
        return f"CC {unit.upper()}", version, ""
    port = next(iter(countries))
    if len(countries) > 1 or port not in CC_PORTS or version in ("", "4.0"):
        return None
    return f"CC {unit.upper()}", version, port
