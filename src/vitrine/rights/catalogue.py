"""The rights statements that Vitrine knows: what each is called, what it says in plain words, how freely it lets works be used.

Sources: Creative Commons' list of its licences and tools, retired ones included; the RightsStatements.org vocabulary
1.0 (twelve statements); the Europeana statements that both have replaced. Reuse classes are those of Europeana's
RightReusabilityCategorizer, which cap a record's content tier.

Names and sentences are English msgids: the server floor translates them.
"""

from enum import IntEnum
from typing import Literal

import msgspec

Family = Literal["", "Creative Commons", "RightsStatements.org", "Europeana"]


class Reuse(IntEnum):
    """How freely a work may be reused, as Europeana classes it; the value is the highest content tier it allows."""

    CLOSED = 2
    RESTRICTED = 3
    OPEN = 4


class Entry(msgspec.Struct, frozen=True):
    """A statement without version and port. `path` is its part of the URI; `says` one or two sentences for anybody."""

    path: str
    code: str
    family: Family
    name: str
    says: str
    reuse: Reuse = Reuse.CLOSED


_CC: Family = "Creative Commons"
_RS: Family = "RightsStatements.org"
_EU: Family = "Europeana"

CREATIVE_COMMONS: tuple[Entry, ...] = (
    Entry(
        "by",
        "CC BY",
        _CC,
        "Creative Commons Attribution",
        "Anyone may use and adapt it, also commercially, if they name the author.",
        Reuse.OPEN,
    ),
    Entry(
        "by-sa",
        "CC BY-SA",
        _CC,
        "Creative Commons Attribution-ShareAlike",
        "Anyone may use and adapt it, also commercially, if they name the author and share adaptations under the same licence.",
        Reuse.OPEN,
    ),
    Entry(
        "by-nc",
        "CC BY-NC",
        _CC,
        "Creative Commons Attribution-NonCommercial",
        "Anyone may use and adapt it if they name the author, but not commercially.",
        Reuse.RESTRICTED,
    ),
    Entry(
        "by-nc-sa",
        "CC BY-NC-SA",
        _CC,
        "Creative Commons Attribution-NonCommercial-ShareAlike",
        "Anyone may use and adapt it if they name the author and share adaptations under the same licence, but not commercially.",
        Reuse.RESTRICTED,
    ),
    Entry(
        "by-nd",
        "CC BY-ND",
        _CC,
        "Creative Commons Attribution-NoDerivatives",
        "Anyone may pass it on unchanged, also commercially, if they name the author. Adaptations may not be published.",
        Reuse.RESTRICTED,
    ),
    Entry(
        "by-nc-nd",
        "CC BY-NC-ND",
        _CC,
        "Creative Commons Attribution-NonCommercial-NoDerivatives",
        "Anyone may pass it on unchanged if they name the author, but not commercially. Adaptations may not be published.",
        Reuse.RESTRICTED,
    ),
    Entry(
        "by-nd-nc",  # the order of version 1.0; Europeana's categorizer does not know it, hence CLOSED
        "CC BY-ND-NC",
        _CC,
        "Creative Commons Attribution-NoDerivs-NonCommercial",
        "Anyone may pass it on unchanged if they name the author, but not commercially. Adaptations may not be published.",
    ),
    Entry(
        "sa",
        "CC SA",
        _CC,
        "Creative Commons ShareAlike (retired)",
        "Anyone may use and adapt it, also commercially, if they share adaptations under the same licence.",
    ),
    Entry(
        "nc",
        "CC NC",
        _CC,
        "Creative Commons NonCommercial (retired)",
        "Anyone may use and adapt it, but not commercially.",
    ),
    Entry(
        "nc-sa",
        "CC NC-SA",
        _CC,
        "Creative Commons NonCommercial-ShareAlike (retired)",
        "Anyone may use and adapt it if they share adaptations under the same licence, but not commercially.",
    ),
    Entry(
        "nd",
        "CC ND",
        _CC,
        "Creative Commons NoDerivs (retired)",
        "Anyone may pass it on unchanged, also commercially. Adaptations may not be published.",
    ),
    Entry(
        "nd-nc",
        "CC ND-NC",
        _CC,
        "Creative Commons NoDerivs-NonCommercial (retired)",
        "Anyone may pass it on unchanged, but not commercially. Adaptations may not be published.",
    ),
    Entry(
        "sampling",
        "CC Sampling",
        _CC,
        "Creative Commons Sampling (retired)",
        "Parts of it may be used in new works, except for advertising. The whole may not be passed on.",
    ),
    Entry(
        "sampling+",
        "CC Sampling+",
        _CC,
        "Creative Commons Sampling Plus (retired)",
        "Parts of it may be used in new works, except for advertising. The whole may be passed on, but not commercially.",
    ),
    Entry(
        "nc-sampling",
        "CC NC-Sampling",
        _CC,
        "Creative Commons NonCommercial Sampling (retired)",
        "Parts of it may be used in new works, but not commercially.",
    ),
    Entry(
        "nc-sampling+",
        "CC NC-Sampling+",
        _CC,
        "Creative Commons NonCommercial Sampling Plus (retired)",
        "Parts of it may be used in new works and the whole may be passed on, but not commercially.",
    ),
    Entry(
        "devnations",
        "CC DevNations",
        _CC,
        "Creative Commons Developing Nations (retired)",
        "It may be used freely in developing countries. Everywhere else all rights are reserved.",
    ),
    Entry(
        "zero",
        "CC0",
        _CC,
        "Creative Commons Zero",
        "Its owner has given up all rights as far as the law allows: anyone may use it for anything.",
        Reuse.OPEN,
    ),
    Entry(
        "mark",
        "PDM",
        _CC,
        "Public Domain Mark",
        "It is free of known copyright everywhere: anyone may use it for anything.",
        Reuse.OPEN,
    ),
    Entry(
        "certification",
        "PDDC",
        _CC,
        "Public Domain Dedication and Certification (retired)",
        "Somebody has stated under the law of the United States that it is in the public domain.",
    ),
)

RIGHTS_STATEMENTS: tuple[Entry, ...] = (
    Entry(
        "InC",
        "InC",
        _RS,
        "In Copyright",
        "It is in copyright. Any use beyond what the law itself allows needs the rights holder's permission.",
    ),
    Entry(
        "InC-OW-EU",
        "InC-OW-EU",
        _RS,
        "In Copyright - EU Orphan Work",
        "It is in copyright and its rights holder could not be found in a search under EU law. Museums may show it; any other use needs permission.",
    ),
    Entry(
        "InC-EDU",
        "InC-EDU",
        _RS,
        "In Copyright - Educational Use Permitted",
        "It is in copyright. The rights holder lets it be used for education; any other use needs permission.",
        Reuse.RESTRICTED,
    ),
    Entry(
        "InC-NC",
        "InC-NC",
        _RS,
        "In Copyright - Non-Commercial Use Permitted",
        "It is in copyright. The rights holder lets it be used where no money is made; any other use needs permission.",
    ),
    Entry(
        "InC-RUU",
        "InC-RUU",
        _RS,
        "In Copyright - Rights-holder(s) Unlocatable or Unidentifiable",
        "It is in copyright, and after a search the rights holder is not known or cannot be reached.",
    ),
    Entry(
        "NoC-CR",
        "NoC-CR",
        _RS,
        "No Copyright - Contractual Restrictions",
        "It is not in copyright, but the museum has signed a contract that limits what others may do with it.",
    ),
    Entry(
        "NoC-NC",
        "NoC-NC",
        _RS,
        "No Copyright - Non-Commercial Use Only",
        "It is not in copyright, but it was digitised under a contract that rules commercial use out.",
        Reuse.RESTRICTED,
    ),
    Entry(
        "NoC-OKLR",
        "NoC-OKLR",
        _RS,
        "No Copyright - Other Known Legal Restrictions",
        "It is not in copyright, but another law limits its use, such as a law on images of cultural heritage.",
        Reuse.RESTRICTED,
    ),
    Entry(
        "NoC-US",
        "NoC-US",
        _RS,
        "No Copyright - United States",
        "It is not in copyright in the United States. In other countries it may be.",
    ),
    Entry(
        "CNE",
        "CNE",
        _RS,
        "Copyright Not Evaluated",
        "Nobody has looked yet whether it is in copyright.",
    ),
    Entry(
        "UND",
        "UND",
        _RS,
        "Copyright Undetermined",
        "The museum has looked whether it is in copyright and could not find out.",
    ),
    Entry(
        "NKC",
        "NKC",
        _RS,
        "No Known Copyright",
        "The museum believes that it is not in copyright, without being sure.",
    ),
)

EUROPEANA: tuple[Entry, ...] = (
    Entry(
        "rr-f",
        "RR-F",
        _EU,
        "Rights Reserved - Free Access",
        "All rights are reserved. It can be seen online free of charge; any use needs permission.",
    ),
    Entry(
        "rr-p",
        "RR-P",
        _EU,
        "Rights Reserved - Paid Access",
        "All rights are reserved. It can be seen online for a fee; any use needs permission.",
    ),
    Entry(
        "rr-r",
        "RR-R",
        _EU,
        "Rights Reserved - Restricted Access",
        "All rights are reserved. Only some people can see it online; any use needs permission.",
    ),
    Entry(
        "out-of-copyright-non-commercial",
        "OOC-NC",
        _EU,
        "Out of copyright - non commercial re-use",
        "It is not in copyright, but it was digitised under a contract that rules commercial use out.",
        Reuse.RESTRICTED,
    ),
    Entry(
        "orphan-work-eu",
        "Orphan Work EU",
        _EU,
        "Orphan work (Europeana)",
        "It is in copyright and its rights holder could not be found in a search under EU law.",
    ),
    Entry(
        "test-orphan-work-test",
        "Orphan Work Test",
        _EU,
        "Orphan work (Europeana, on trial)",
        "It is in copyright and its rights holder could not be found.",
    ),
    Entry(
        "unknown",
        "Unknown",
        _EU,
        "Unknown copyright status",
        "Nobody knows whether it is in copyright.",
    ),
)

BY_CODE: dict[str, Entry] = {entry.code: entry for entry in (*CREATIVE_COMMONS, *RIGHTS_STATEMENTS, *EUROPEANA)}

CC_VERSIONS = frozenset({"1.0", "2.0", "2.1", "2.5", "3.0", "4.0"})

CC_PORTS = frozenset({
    "am", "ar", "at", "au", "az", "be", "bg", "br", "ca", "ch", "cl", "cn", "co", "cr", "cz", "de", "dk",
    "ec", "ee", "eg", "es", "fi", "fr", "ge", "gr", "gt", "hk", "hr", "hu", "ie", "igo", "il", "in", "it",
    "jp", "kr", "kz", "lu", "mk", "mt", "mx", "my", "nl", "no", "nz", "pe", "ph", "pl", "pr", "pt", "ro",
    "rs", "scotland", "se", "sg", "si", "th", "tw", "ug", "uk", "us", "ve", "vn", "za",
})  # fmt: skip
"""Countries and bodies that licences of versions 1.0 to 3.0 were adapted for. Version 4.0 has none."""
