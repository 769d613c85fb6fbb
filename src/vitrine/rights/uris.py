"""Web addresses of rights statements: every form in which the issuers' pages are linked, brought to the canonical one."""

import re
from typing import NamedTuple

from vitrine.rights.catalogue import CC_PORTS, CC_VERSIONS, CREATIVE_COMMONS, EUROPEANA, RIGHTS_STATEMENTS
from vitrine.rights.shortforms import cc_unit

WEB = re.compile(
    r"(?:(?P<scheme>https?):/{1,3}|//|(?=www\.|[\w.-]+/))(?P<host>[\w-]+(?:\.[\w-]+)*\.[a-z]{2,})(?P<port>:\d+)?(?P<path>/[^\s?#]*)?"
    r"(?P<more>[?#]\S*)?",
    re.IGNORECASE,
)
"""A web address, with or without its scheme, and nothing around it."""

_LANGUAGE = re.compile(r"[a-z]{2}(?:[-_][a-z]{2,4})?")
_LANGUAGE_QUERY = re.compile(r"\?(?:language|lang|locale)=[\w-]*")
_TOOLS = {"zero": "zero", "cc0": "zero", "cc-zero": "zero", "mark": "mark", "pdm": "mark"}
_LICENCE_FOLDERS = frozenset({"licenses", "license", "licences", "licence"})
_CC_UNITS = frozenset(entry.path for entry in CREATIVE_COMMONS)
_CC_RETIRED_VERSIONS = frozenset({"1.0", "2.0"})
_RS_CODES = {entry.path.lower(): entry.path for entry in RIGHTS_STATEMENTS}
_EU_PATHS = frozenset(entry.path for entry in EUROPEANA)


class Found(NamedTuple):
    """The canonical URI, blank if the address names no statement, and the repairs that led to it."""

    uri: str
    rules: tuple[str, ...]


_NOTHING = Found("", ())


def read_uri(web: re.Match[str]) -> Found | None:
    """Return the statement at a web address (a match of WEB), None if the address is not one of the issuers'."""
    host = web["host"].lower().removeprefix("www.")
    reader = {"creativecommons.org": _creative_commons, "rightsstatements.org": _rights_statements}.get(host)
    if host == "europeana.eu" and "/rights/" in (web["path"] or "").lower() + "/":
        reader = _europeana
    if reader is None:
        return None
    path = (web["path"] or "/").replace("%2B", "+").replace("%2b", "+")
    segments = [segment for segment in path.lower().split("/") if segment]
    found = reader(segments)
    if found is None:
        return _NOTHING
    uri, rules = found
    return Found(uri, tuple(dict.fromkeys((*_address_rules(web, uri), *rules, *_ending_rules(web, rules)))))


def _address_rules(web: re.Match[str], uri: str) -> list[str]:
    """The repairs of scheme, host and letters."""
    rules = []
    if (web["scheme"] or "").lower() != "http" or not web[0].lower().startswith("http://"):
        rules.append("scheme-http")
    if web["port"] or web["host"].lower() != uri.split("/")[2]:
        rules.append("host")
    parts, canonical = (web["path"] or "").split("/"), uri.split("/")
    lower = uri.lower().split("/")
    cased = any(part not in canonical and part.lower() in lower for part in parts)
    if cased or web["host"] != web["host"].lower() or (web["scheme"] or "") != (web["scheme"] or "").lower():
        rules.append("case")
    if "//" in (web["path"] or "") or "%2b" in (web["path"] or "").lower():
        rules.append("path")
    return rules


def _ending_rules(web: re.Match[str], rules: tuple[str, ...]) -> list[str]:
    """The repairs of what stands after the statement's own path."""
    endings = []
    cut = {"language-suffix", "legalcode-suffix", "deed-suffix", "file-suffix", "only-version"}
    if not (web["path"] or "").endswith("/") and not cut & set(rules):
        endings.append("trailing-slash")
    if web["more"]:
        endings.append("language-suffix" if _LANGUAGE_QUERY.fullmatch(web["more"]) else "query")
    return endings


def _creative_commons(segments: list[str]) -> Found | None:
    if len(segments) < 2 or segments[0] not in _LICENCE_FOLDERS | {"publicdomain"}:
        return None
    folder, unit, *rest = segments
    version, rest, rules = _version(rest)
    tool = _TOOLS.get(unit)
    if unit in ("publicdomain", "certification"):
        return _certification(folder, unit, version, [*rules, *_suffixes([part for part in rest if part != "us"])])
    if tool:
        fits = version in ("", "1.0")
        rules += ["path"] if folder != "publicdomain" or unit != tool else []
        rules += [] if version else ["only-version"]
        uri = f"http://creativecommons.org/publicdomain/{tool}/1.0/"
    else:
        unit, reordered = _unit(unit, version)
        fits = bool(unit) and version in ("", *(CC_VERSIONS if unit.startswith("by") else _CC_RETIRED_VERSIONS))
        rules += ["code-order"] if reordered else []
        rules += ["path"] if folder != "licenses" else []
        uri = f"http://creativecommons.org/licenses/{unit}/" + (f"{version}/" if version else "")
        if version not in ("", "4.0") and rest and rest[0] in CC_PORTS:
            uri += f"{rest.pop(0)}/"
    suffixes = _suffixes(rest)
    if not fits or "?" in suffixes or (not version and "language-suffix" in suffixes and not _deed(rest)):
        return None
    return Found(uri, (*rules, *suffixes))


def _deed(rest: list[str]) -> bool:
    return rest[-1].startswith("deed")


def _version(rest: list[str]) -> tuple[str, list[str], list[str]]:
    """Take the version off the front of what follows the licence's name: version, what is left, repairs."""
    match = re.fullmatch(r"v?(\d)(\.\d)?", rest[0]) if rest else None
    if match is None:
        return "", rest, []
    version = match[1] + (match[2] or ".0")
    return version, rest[1:], [] if version == rest[0] else ["version-form"]


def _unit(unit: str, version: str) -> tuple[str, bool]:
    """Return the licence's name in its issuer's order, and whether that is a repair; "" if there is no such licence."""
    ordered = cc_unit(frozenset(unit.split("-")))
    if unit in _CC_UNITS and (unit != "by-nd-nc" or version == "1.0"):
        return unit, False
    return ordered, True


def _certification(folder: str, unit: str, version: str, rules: list[str]) -> Found | None:
    """The retired dedication and certification, at `licenses/publicdomain/` or under its present name."""
    if "?" in rules or version not in ("", "1.0"):
        return None
    rules += ["path"] if (folder, unit) != ("publicdomain", "certification") else []
    rules += [] if version else ["only-version"]
    return Found("http://creativecommons.org/publicdomain/certification/1.0/us/", tuple(rules))


def _suffixes(rest: list[str]) -> list[str]:
    """Name what stands after a licence's address; "?" for what no issuer puts there."""
    rules = []
    for segment in rest:
        if re.fullmatch(r"legal-?code(?:-plain)?(?:\.[\w-]+)?", segment):
            rules.append("legalcode-suffix")
        elif re.fullmatch(r"deed\.[\w-]+", segment) or _LANGUAGE.fullmatch(segment):
            rules.append("language-suffix")
        elif segment == "deed":
            rules.append("deed-suffix")
        elif re.fullmatch(r"(?:index\.\w+|rdf|88x31\.png)", segment):
            rules.append("file-suffix")
        else:
            rules.append("?")
    return rules


def _rights_statements(segments: list[str]) -> Found | None:
    rules = []
    if segments and _LANGUAGE.fullmatch(segments[0]) and segments[0] not in _RS_CODES:
        segments, rules = segments[1:], ["language-suffix"]
    if len(segments) < 2 or segments[0] not in ("vocab", "page", "data"):
        return None
    form, code, *rest = segments
    if form != "vocab":
        rules.append("vocab-form")
    name, _, ending = code.partition(".")
    rules += [] if rest else ["only-version"]
    version = re.fullmatch(r"1\.0(?P<ending>\.[a-z]\w*)?", rest[0] if rest else "1.0")
    if ending or (version and version["ending"]):
        rules.append("file-suffix")
    suffixes = _suffixes(rest[1:])
    if "?" in suffixes or name not in _RS_CODES or version is None:
        return None
    return Found(f"http://rightsstatements.org/vocab/{_RS_CODES[name]}/1.0/", (*rules, *suffixes))


def _europeana(segments: list[str]) -> Found | None:
    place = segments.index("rights")
    rules = ["path"] if place else []
    rest = segments[place + 1 :]
    if not rest:
        return None
    slug = rest[0].removesuffix(".html")
    rules += ["file-suffix"] if slug != rest[0] else []
    if slug.startswith("test-orphan"):
        rules += ["path"] if slug != "test-orphan-work-test" else []
        slug = "test-orphan-work-test"
    if slug not in _EU_PATHS or len(rest) > 1:
        return None
    return Found(f"http://www.europeana.eu/rights/{slug}/", tuple(rules))
