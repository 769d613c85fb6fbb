"""Rights statements: read whatever a museum has written, give the canonical URI, say what it means.

Canonical is what Europeana's validator and the issuers accept: `http`, no `www.` (but `www.europeana.eu`), the issuer's
upper and lower case, a slash at the end, no deed, legal code or language.

No version is made up. Where only one exists (CC0, the Public Domain Mark, RightsStatements.org) it is supplied; "CC BY-SA"
without a version becomes `http://creativecommons.org/licenses/by-sa/`, which names the licence and leaves the version
open: the gate and the reuse class know what they need, Europeana's validator rejects it, and a person can add the version.
"""

import re
from functools import lru_cache
from typing import Literal

import msgspec

from vitrine.rights import shortforms
from vitrine.rights.catalogue import BY_CODE, Entry, Family, Reuse
from vitrine.rights.uris import WEB, read_uri

Kind = Literal["statement", "terms-page", "free-text", "unknown-uri", "empty"]

LONGEST_STATEMENT = 1000
"""Characters. Nothing longer is a statement; it is not even looked at, so that a huge cell costs nothing."""

_AROUND = " \t\r\n\f\v\u00a0\ufeff\u200b\"'`´‘’‚“”„«»‹›<>.,;"
"""What exports put around a value: blanks, quotes, angle brackets, the end of a sentence."""

_OTHER_SCHEME = re.compile(r"(?:urn|info|ark|doi|hdl|ftp|sftp|file|tag|data|mailto):\S+", re.IGNORECASE)

# Europeana's EDM-EXTERNAL-MAIN.xsd, the simple types of edm:rights, value for value.
_EUROPEANA_VALID = re.compile(
    "|".join(
        (
            r"http://creativecommons\.org/licenses/(?:by|by-sa|by-nd|by-nc|by-nc-sa|by-nc-nd|by-nd-nc)/1\.0/(?:(?:fi|il|nl)/)?",
            r"http://creativecommons\.org/licenses/(?:by|by-sa|by-nd|by-nc|by-nc-sa|by-nc-nd)/2\.0/"
            r"(?:(?:au|at|be|br|ca|cl|hr|uk|fr|de|it|jp|nl|pl|kr|es|tw)/)?",
            r"http://creativecommons\.org/licenses/(?:by|by-sa|by-nd|by-nc|by-nc-sa|by-nc-nd)/2\.1/(?:au|es|jp)/",
            r"http://creativecommons\.org/licenses/(?:by|by-sa|by-nd|by-nc|by-nc-sa|by-nc-nd)/2\.5/"
            r"(?:(?:ar|au|br|bg|ca|cn|co|hr|dk|hu|in|il|it|mk|my|mt|mx|nl|pe|pl|pt|scotland|si|za|es|se|ch|tw)/)?",
            r"http://creativecommons\.org/licenses/(?:by|by-sa|by-nd|by-nc|by-nc-sa|by-nc-nd)/3\.0/"
            r"(?:(?:au|at|br|cl|cn|cr|hr|cz|ec|eg|ee|fr|de|gr|gt|hk|igo|ie|it|lu|nl|nz|no|ph|pl|pt|pr|ro|rs|sg|za|es|ch"
            r"|tw|th|ug|us|ve|vn)/)?",
            r"http://creativecommons\.org/licenses/(?:by|by-sa|by-nd|by-nc|by-nc-sa|by-nc-nd)/4\.0/",
            r"http://creativecommons\.org/publicdomain/(?:zero|mark)/1\.0/",
            r"http://rightsstatements\.org/vocab/(?:NoC-NC|NoC-OKLR|InC|InC-EDU|InC-OW-EU|CNE)/1\.0/",
        )
    )
)


class Parsed(msgspec.Struct, frozen=True):
    """What a value turned out to be. `uri` is canonical and blank unless `kind` is `statement`.

    `rules` are the repairs that lead from the value to the URI; there are none exactly where both are equal.
    `terms-page` is a web address that is no statement; `unknown-uri` an address at an issuer that names no statement of
    theirs, or a URI that is no web address.
    """

    uri: str
    rules: tuple[str, ...]
    kind: Kind


class Statement(msgspec.Struct, frozen=True):
    """What a statement means. All blank, CLOSED and invalid for a URI that is none.

    `label` is a key for programs (`cc-by-sa`), `name` and `says` are English msgids. `version` is blank where the
    source gave none, `port` is the country of an adapted licence.
    """

    uri: str = ""
    family: Family = ""
    code: str = ""
    version: str = ""
    port: str = ""
    reuse: Reuse = Reuse.CLOSED
    europeana_valid: bool = False
    label: str = ""
    name: str = ""
    says: str = ""


def parse(value: str) -> Parsed:
    """Return what a rights value is: its canonical URI, the repairs on the way, and its kind. Never raises."""
    return _parse(value) if len(value) <= LONGEST_STATEMENT else Parsed("", (), "free-text")


@lru_cache(maxsize=4096)
def _parse(value: str) -> Parsed:
    text = value.strip(_AROUND)
    rules = ("trimmed",) if text != value else ()
    if not text:
        return Parsed("", (), "empty")
    if web := WEB.fullmatch(text):
        found = read_uri(web)
        if found is None:
            return Parsed("", (), "terms-page")
        return Parsed(found.uri, rules + found.rules, "statement") if found.uri else Parsed("", (), "unknown-uri")
    if _OTHER_SCHEME.fullmatch(text):
        return Parsed("", (), "unknown-uri")
    if short := shortforms.read(text):
        return Parsed(_canonical(*short), (*rules, "short-form"), "statement")
    return Parsed("", (), "free-text")


def _canonical(code: str, version: str, port: str) -> str:
    entry = BY_CODE[code]
    if entry.family == "RightsStatements.org":
        return f"http://rightsstatements.org/vocab/{entry.path}/1.0/"
    if entry.family == "Europeana":
        return f"http://www.europeana.eu/rights/{entry.path}/"
    folder = "publicdomain" if entry.path in ("zero", "mark") else "licenses"
    return "/".join(part for part in ("http:/", "creativecommons.org", folder, entry.path, version, port) if part) + "/"


@lru_cache(maxsize=4096)
def describe(uri: str) -> Statement:
    """Return what the statement with this URI (any form that `parse` reads) means."""
    parsed = parse(uri)
    entry, version, port = _parts(parsed.uri)
    if entry is None:
        return Statement()
    return Statement(
        uri=parsed.uri,
        family=entry.family,
        code=entry.code,
        version=version,
        port=port,
        reuse=entry.reuse,
        europeana_valid=_EUROPEANA_VALID.fullmatch(parsed.uri) is not None,
        label=entry.code.lower().replace(" ", "-").replace("+", "-plus"),
        name=entry.name,
        says=entry.says,
    )


def _parts(uri: str) -> tuple[Entry | None, str, str]:
    """Take a canonical URI apart: entry, version, port."""
    if not uri:
        return None, "", ""
    host, _folder, path, *rest = uri.removeprefix("http://").rstrip("/").split("/")
    family = {"creativecommons.org": "Creative Commons", "rightsstatements.org": "RightsStatements.org"}.get(
        host, "Europeana"
    )
    entry = next(e for e in BY_CODE.values() if e.family == family and e.path == path)
    version, port = ([*rest, "", ""])[:2]
    return entry, version, port


def reuse_class(uri: str) -> Reuse:
    """Return how freely a work under this statement may be reused; CLOSED for anything that is no statement."""
    return describe(uri).reuse
