"""The gate's matrix as data: what a rights statement, a reservation, a label or a depicted person lets AI do with a work.

This is the project's engineering policy, not legal advice. A rule's id is `row/operation@version`; whoever changes what
a row decides raises its version, so that decisions made under the old one can be told apart.
"""

from typing import Literal

import msgspec

Operation = Literal["index", "train", "transform", "publish"]
OPERATIONS: tuple[Operation, ...] = ("index", "train", "transform", "publish")
"""index: search and internal vectors; train: training and fine-tuning; transform: deriving pictures or texts; publish: showing what came of it."""

Says = Literal["allow", "research", "person", "refuse"]
"""`research` allows in the lane of scientific research with a stated purpose (CDSM Art. 3) and nowhere else."""

ATTRIBUTION = "attribution"
SHARE_ALIKE = "share alike"
NON_COMMERCIAL = "non-commercial"
AI_LABEL = "AI label"
INTERNAL = "internal only"
RESEARCH_ONLY = "scientific research only"
LAWFUL_ACCESS = "lawful access"
SECURE_STORAGE = "secure storage"
CONTRACT = "contract terms"
OTHER_LAW = "other law"
COUNTRY = "law of the country"
EDUCATION = "educational use"
LICENCE_TERMS = "licence terms"
PERMISSION = "within the permission"
COMMUNITY = "terms of the community"
NO_FACE_SYNTHESIS = "no face synthesis without consent"


class Cell(msgspec.Struct, frozen=True, kw_only=True):
    """What one row says of one operation.

    `otherwise` is what `research` falls back to outside its lane. `non_commercial` refuses commercial purposes.
    `with_permission` turns a refusal into a person's decision where the rights holder's permission is in evidence.
    `unless_reserved` turns `allow` into `research` where access is not lawful or mining is reserved. `because` is the
    reason in plain words, `printed` the cell as the documents show it.
    """

    says: Says
    because: str
    printed: str
    conditions: tuple[str, ...] = ()
    otherwise: Literal["person", "refuse"] = "refuse"
    non_commercial: bool = False
    with_permission: bool = False
    unless_reserved: bool = False


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """One row: the statements (codes) it stands for, and its cells; None where another row decides alone."""

    id: str
    title: str
    index: Cell | None
    train: Cell | None
    transform: Cell | None
    publish: Cell | None
    codes: tuple[str, ...] = ()
    version: int = 1

    def cell(self, operation: Operation) -> Cell | None:
        """Return what the row says of an operation."""
        cells = {"index": self.index, "train": self.train, "transform": self.transform, "publish": self.publish}
        return cells[operation]

    def rule(self, operation: Operation) -> str:
        """Return the rule's id."""
        return f"{self.id}/{operation}@{self.version}"


def _allow(because: str, *conditions: str, non_commercial: bool = False, printed: str = "") -> Cell:
    if non_commercial:
        conditions = (*conditions, NON_COMMERCIAL)
    letter = "A" if ATTRIBUTION in conditions else "Y"
    return Cell(
        says="allow", because=because, conditions=conditions, non_commercial=non_commercial, printed=printed or letter
    )


def _person(because: str, *conditions: str, non_commercial: bool = False, printed: str = "R") -> Cell:
    return Cell(says="person", because=because, conditions=conditions, non_commercial=non_commercial, printed=printed)


def _refuse(because: str) -> Cell:
    return Cell(says="refuse", because=because, printed="N")


_RESEARCH = (RESEARCH_ONLY, LAWFUL_ACCESS, SECURE_STORAGE)
_INDEX = _allow("Searching the museum's own works leaves them as they are.")
_FREE = "The work is free of copyright: anyone may use it."
_NAMED = "The licence allows it if the author is named."
_INTERNAL_SEARCH = _allow(
    "Nobody has settled the rights, so it may be searched inside the museum only.", INTERNAL, printed="Y internal"
)


def _research(because: str) -> Cell:
    return Cell(says="research", because=because, conditions=_RESEARCH, printed="S")


_NOT_LICENSED = _research(
    "Without the rights holder's permission, machines may learn from it for scientific research only."
)


def _noncommercial(row: str, code: str, *conditions: str) -> Row:
    """CC BY-NC and CC BY-NC-SA: the same but for the licence of adaptations."""
    named = f"The licence allows it outside commerce{' under the same licence' if conditions else ''} if the author is named."
    return Row(
        id=row,
        title=code,
        codes=(code, code.replace("BY-", "")),
        index=_INDEX,
        train=_person(
            "A person has to decide whether the project is non-commercial, now and later.",
            ATTRIBUTION,
            *conditions,
            NON_COMMERCIAL,
            non_commercial=True,
            printed="R (non-commercial project only)",
        ),
        transform=_allow(named, ATTRIBUTION, *conditions, non_commercial=True, printed="A nc"),
        publish=_allow(named, ATTRIBUTION, *conditions, AI_LABEL, non_commercial=True, printed="A nc"),
    )


def _no_derivatives(row: str, codes: tuple[str, ...], *, non_commercial: bool) -> Row:
    """CC BY-ND and CC BY-NC-ND: the same but for commerce."""
    extra = (NON_COMMERCIAL,) if non_commercial else ()
    return Row(
        id=row,
        title=codes[0],
        codes=codes,
        index=_INDEX,
        train=Cell(
            says="research",
            otherwise="person",
            because="The licence allows no adaptations: whether a model is one is a person's decision, except in scientific research.",
            conditions=(ATTRIBUTION, *extra),
            non_commercial=non_commercial,
            printed="S/R",
        ),
        transform=_allow(
            "The licence forbids publishing adaptations, not making them: what comes of it stays inside the museum.",
            INTERNAL,
            non_commercial=non_commercial,
            printed="internal only",
        ),
        publish=_refuse("The licence forbids publishing adaptations."),
    )


def _in_copyright_limited(row: str, title: str, codes: tuple[str, ...], because: str, condition: str) -> Row:
    """Statements under which some uses are permitted and a person has to say whether this is one of them."""
    within = {"non_commercial": condition != LICENCE_TERMS, "printed": "R within purpose"}
    return Row(
        id=row,
        title=title,
        codes=codes,
        index=_INDEX,
        train=_NOT_LICENSED,
        transform=_person(because, condition, **within),  # type: ignore[arg-type]
        publish=_person(because, condition, AI_LABEL, **within),  # type: ignore[arg-type]
    )


_WITHOUT_PERMISSION = Cell(
    says="refuse",
    with_permission=True,
    because="The work is in copyright: it takes the rights holder's permission, and a person who has read it.",
    conditions=(PERMISSION,),
    printed="N (R with permission)",
)

_CONTRACT = "A contract limits what may be done with it: a person has to read its terms."
_OTHER_LAW = "A law other than copyright limits its use: a person has to check it."
_COUNTRY = "It is free in the United States only: a person has to check the law of the country."
_UNSETTLED = "Nobody has settled whether it is in copyright: a person has to decide."
_MISSING = "There is no rights statement that a program can read: set one first."

RIGHTS_ROWS: tuple[Row, ...] = (
    Row(
        id="cc0-pdm",
        title="CC0, PDM",
        codes=("CC0", "PDM"),
        index=_allow(_FREE),
        train=_allow(_FREE),
        transform=_allow(_FREE),
        publish=_allow(_FREE, AI_LABEL, printed="Y (+AI label)"),
    ),
    Row(
        id="cc-by",
        title="CC BY",
        codes=("CC BY",),
        index=_INDEX,
        train=_allow(_NAMED, ATTRIBUTION),
        transform=_allow(_NAMED, ATTRIBUTION),
        publish=_allow(_NAMED, ATTRIBUTION, AI_LABEL),
    ),
    Row(
        id="cc-by-sa",
        title="CC BY-SA",
        codes=("CC BY-SA", "CC SA"),
        index=_INDEX,
        train=_person(
            "A model trained on it may have to be shared under the same licence: a person has to decide.",
            ATTRIBUTION,
            SHARE_ALIKE,
            printed="R (share-alike effect)",
        ),
        transform=_allow(
            "The licence allows it under the same licence if the author is named.",
            ATTRIBUTION,
            SHARE_ALIKE,
            printed="A, same licence",
        ),
        publish=_allow(
            "The licence allows it under the same licence if the author is named.",
            ATTRIBUTION,
            SHARE_ALIKE,
            AI_LABEL,
            printed="A, same licence",
        ),
    ),
    _noncommercial("cc-by-nc", "CC BY-NC"),
    _noncommercial("cc-by-nc-sa", "CC BY-NC-SA", SHARE_ALIKE),
    _no_derivatives("cc-by-nd", ("CC BY-ND", "CC ND"), non_commercial=False),
    _no_derivatives("cc-by-nc-nd", ("CC BY-NC-ND", "CC BY-ND-NC", "CC ND-NC"), non_commercial=True),
    Row(
        id="noc-contract",
        title="NoC-NC, NoC-CR",
        codes=("NoC-NC", "NoC-CR", "OOC-NC"),
        index=_INDEX,
        train=_person(_CONTRACT, CONTRACT),
        transform=_person(_CONTRACT, CONTRACT),
        publish=_person(_CONTRACT, CONTRACT, AI_LABEL, printed="R (contract terms)"),
    ),
    Row(
        id="noc-oklr",
        title="NoC-OKLR",
        codes=("NoC-OKLR",),
        index=_person(_OTHER_LAW, OTHER_LAW),
        train=_person(_OTHER_LAW, OTHER_LAW),
        transform=_person(_OTHER_LAW, OTHER_LAW),
        publish=_person(_OTHER_LAW, OTHER_LAW, AI_LABEL, printed="R (e.g. heritage-image laws)"),
    ),
    Row(
        id="noc-us",
        title="NoC-US",
        codes=("NoC-US", "PDDC"),  # the retired public-domain certification rests on the law of the United States
        index=_INDEX,
        train=_person(_COUNTRY, COUNTRY, printed="R by country"),
        transform=_person(_COUNTRY, COUNTRY),
        publish=_person(_COUNTRY, COUNTRY, AI_LABEL),
    ),
    Row(
        id="inc",
        title="InC, InC-OW-EU, InC-RUU",
        codes=("InC", "InC-OW-EU", "InC-RUU", "RR-F", "RR-P", "RR-R", "Orphan Work EU", "Orphan Work Test"),
        index=Cell(
            says="allow",
            unless_reserved=True,
            because="Text and data mining of what the museum lawfully has is allowed unless the rights holder has reserved it.",
            printed="Y if lawful access and not reserved, else S",
        ),
        train=_NOT_LICENSED,
        transform=_WITHOUT_PERMISSION,
        publish=msgspec.structs.replace(_WITHOUT_PERMISSION, conditions=(PERMISSION, AI_LABEL)),
    ),
    _in_copyright_limited(
        "inc-edu",
        "InC-EDU",
        ("InC-EDU",),
        "Educational use is permitted: a person has to decide whether this is one.",
        EDUCATION,
    ),
    _in_copyright_limited(
        "inc-nc",
        "InC-NC",
        ("InC-NC",),
        "Non-commercial use is permitted: a person has to decide whether this is one.",
        NON_COMMERCIAL,
    ),
    # Retired licences that permit some uses or some countries only; treated like InC-EDU and InC-NC.
    _in_copyright_limited(
        "cc-limited",
        "Retired Creative Commons sampling and Developing Nations licences",
        ("CC Sampling", "CC Sampling+", "CC NC-Sampling", "CC NC-Sampling+", "CC DevNations"),
        "The retired licence permits some uses only: a person has to decide whether this is one.",
        LICENCE_TERMS,
    ),
    Row(
        id="unsettled",
        title="CNE, UND, NKC",
        codes=("CNE", "UND", "NKC", "Unknown"),
        index=_INTERNAL_SEARCH,
        train=_NOT_LICENSED,
        transform=_person(_UNSETTLED),
        publish=_person(_UNSETTLED, AI_LABEL),
    ),
    Row(
        id="missing",
        title="missing / unparsable",
        index=_INTERNAL_SEARCH,
        train=_refuse(_MISSING),
        transform=_refuse(_MISSING),
        publish=_refuse(_MISSING),
    ),
)

_RESERVED = "Text and data mining is reserved: only scientific research with a stated purpose may do it."
_COMMUNITY = "A community has put a label on it: a person has to ask what the community wishes."
_CLOSED = "The community's label closes it to this use, whatever the copyright."
_SACRED = "The museum has marked it as sacred or secret: a person has to ask those whom it is sacred to."
_LIVING = "A living person can be recognised in it: a person has to decide."

RESERVED_ROW = Row(
    id="tdm-reserved",
    title="TDM reservation = 1",
    index=Cell(says="research", because=_RESERVED, conditions=(INTERNAL, *_RESEARCH), printed="no external index; S"),
    train=Cell(says="research", because=_RESERVED, conditions=_RESEARCH, printed="S only"),
    transform=None,
    publish=None,
)

LABEL_ROW = Row(
    id="community-label",
    title="any TK/BC label",
    index=_person(_COMMUNITY, COMMUNITY),
    train=_person(_COMMUNITY, COMMUNITY),
    transform=_person(_COMMUNITY, COMMUNITY),
    publish=_person(_COMMUNITY, COMMUNITY, AI_LABEL),
)

CLOSED_ROW = Row(
    id="community-closed",
    title="TK secret-sacred, culturally-sensitive, men/women-restricted, community-use-only, seasonal (out of season)",
    index=_refuse(_CLOSED),
    train=_refuse(_CLOSED),
    transform=_refuse(_CLOSED),
    publish=_refuse(_CLOSED),
)

# Not in the table of the rights policy, which knows labels only: a museum that marks a work must not be passed over
# because the community has not yet labelled it.
SACRED_ROW = Row(
    id="sacred",
    title="marked by the museum as sacred or secret",
    index=_person(_SACRED, COMMUNITY),
    train=_person(_SACRED, COMMUNITY),
    transform=_person(_SACRED, COMMUNITY),
    publish=_person(_SACRED, COMMUNITY, AI_LABEL),
)

LIVING_ROW = Row(
    id="living-person",
    title="living identifiable person in image",
    index=_allow("Searching inside the museum shows nobody anything about the person."),
    train=_person(_LIVING, NO_FACE_SYNTHESIS),
    transform=_person(_LIVING, NO_FACE_SYNTHESIS),
    publish=_person(_LIVING, NO_FACE_SYNTHESIS, AI_LABEL, printed="R; never face synthesis without consent"),
)

ROWS: tuple[Row, ...] = (*RIGHTS_ROWS, RESERVED_ROW, LABEL_ROW, CLOSED_ROW, SACRED_ROW, LIVING_ROW)
"""Every row, in the order in which the documents print them."""

MISSING_ROW = next(row for row in RIGHTS_ROWS if row.id == "missing")

_BY_CODE = {code: row for row in RIGHTS_ROWS for code in row.codes}


def row_of(code: str) -> Row:
    """Return the row of a statement's code (`CC BY-SA`); the row `missing` for a blank or unknown one."""
    return _BY_CODE.get(code, MISSING_ROW)
