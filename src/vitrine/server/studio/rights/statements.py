"""Rights statements to choose from: those that are in use today, the freest first."""

from django.utils.translation import gettext, gettext_lazy

from vitrine.rights import describe
from vitrine.rights.catalogue import BY_CODE, Reuse

_CC_VERSION = "4.0"
"""The version that Creative Commons recommends; another is given by its address."""

_LICENCES = ("CC BY", "CC BY-SA", "CC BY-NC", "CC BY-NC-SA", "CC BY-ND", "CC BY-NC-ND")
_TOOLS = ("CC0", "PDM")
_STATEMENTS = (
    *("NoC-NC", "NoC-OKLR", "NoC-CR", "NoC-US", "NKC"),
    *("InC", "InC-EDU", "InC-NC", "InC-OW-EU", "InC-RUU"),
    *("CNE", "UND"),
)

_HEADINGS = {
    Reuse.OPEN: gettext_lazy("Free for everybody to use"),
    Reuse.RESTRICTED: gettext_lazy("Free to use within limits"),
    Reuse.CLOSED: gettext_lazy("Not free to use, or not known"),
}


def uris() -> list[str]:
    """Return the addresses of the statements, the freest first."""
    tools = [f"http://creativecommons.org/publicdomain/{BY_CODE[code].path}/1.0/" for code in _TOOLS]
    licences = [f"http://creativecommons.org/licenses/{BY_CODE[code].path}/{_CC_VERSION}/" for code in _LICENCES]
    statements = [f"http://rightsstatements.org/vocab/{BY_CODE[code].path}/1.0/" for code in _STATEMENTS]
    return [*tools, *licences, *statements]


def choices() -> list[tuple[str, list[tuple[str, str]]]]:
    """Return the statements as a select wants them: by how freely they let a work be used, each with its name and code."""
    groups: dict[Reuse, list[tuple[str, str]]] = {reuse: [] for reuse in _HEADINGS}
    for uri in uris():
        statement = describe(uri)
        version = f" {statement.version}" if statement.code in _LICENCES else ""
        groups[statement.reuse].append((uri, f"{gettext(statement.name)}{version} ({statement.code})"))
    return [(str(_HEADINGS[reuse]), listed) for reuse, listed in groups.items()]
