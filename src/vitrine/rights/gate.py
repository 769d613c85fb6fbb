"""The rights gate: may AI do this with this work, for this purpose? Every use of a work asks here first.

`decide` collects all rows of the matrix that apply (see `matrix`): the one of the rights statement, and those of a
mining reservation, community labels and a depicted living person. **The strictest wins** and names the rule; the others
stand in the evidence, and the conditions of all of them hold together.

Which rights govern
- `material="media"` (pictures, sound, film, models, and everything computed from them): the rights of the surrogate if
  it says anything about rights, else `rights_of_object` of its record. For a Record as the subject: `rights_of_object`.
- `material="metadata"` (titles, descriptions and other texts of the record): `rights_of_metadata`.
- A `Rights` without URI is read from its words ("CC BY 4.0"); words that are no statement fall into the row `missing`,
  as do no rights at all. A reservation of the surrogate goes before one of the record. Labels and sensitivities are the
  record's; the row of living persons speaks of pictures and leaves metadata alone.

What a person may settle: "needs a person" and nothing else. A HumanDecision names who, why and until when; with `rules`
it counts for these rules only, so that a label or flag that turns up later is a new question. A refusal stays a refusal.

This is engineering policy, not legal advice.
"""

from datetime import date
from typing import Literal, NamedTuple

import msgspec

from vitrine.records import Record, Reservation, Rights, Surrogate
from vitrine.rights import matrix
from vitrine.rights.freetext import contradicts
from vitrine.rights.labels import treatment
from vitrine.rights.matrix import Cell, Operation, Row
from vitrine.rights.reservation import binds
from vitrine.rights.statements import Statement, describe, parse

Outcome = Literal["allowed", "needs a person", "refused"]
Material = Literal["media", "metadata"]
Lane = Literal["museum", "scientific research"]

_LIVING = "living person"
_SACRED = "sacred or secret"


class Purpose(msgspec.Struct, frozen=True):
    """What the use is for. The lane of scientific research counts only with a statement of the research purpose."""

    lane: Lane = "museum"
    commercial: bool = False
    statement: str = ""
    jurisdiction: str = ""

    @property
    def research(self) -> bool:
        """Whether this is scientific research with a stated purpose."""
        return self.lane == "scientific research" and bool(self.statement.strip())


class HumanDecision(msgspec.Struct, frozen=True):
    """A person's answer where the matrix asks for one. `until` is an ISO date, the last day on which it holds.

    `rules` limits it to the rules it names; empty, it answers whatever asks. `allow` False says no.
    Raises ValueError if it does not say who and why, or if the date is none.
    """

    who: str
    why: str
    until: str
    rules: tuple[str, ...] = ()
    allow: bool = True

    def __post_init__(self) -> None:
        if not self.who.strip() or not self.why.strip():
            raise ValueError("A decision by a person has to say who decided and why.")
        try:
            date.fromisoformat(self.until)
        except ValueError as error:
            raise ValueError(
                f"A decision by a person holds until a date such as 2027-12-31, not {self.until!r}."
            ) from error

    def holds(self, today: date) -> bool:
        """Whether the decision has not run out."""
        return today <= date.fromisoformat(self.until)


class Decision(msgspec.Struct, frozen=True):
    """What the gate says. `rule` is the rule that decided; `evidence` everything that was looked at.

    `conditions` bind whoever goes ahead; for "needs a person" they are what an approval would be bound to. `asks` are
    the rules that need a person, for a HumanDecision to name.
    """

    outcome: Outcome
    rule: str
    reason: str
    evidence: tuple[str, ...]
    conditions: tuple[str, ...] = ()
    asks: tuple[str, ...] = ()


class _Finding(NamedTuple):
    """What one row says in this case."""

    row: Row
    rule: str
    outcome: Outcome
    reason: str
    conditions: tuple[str, ...]
    by_lane: bool = False


class _Case(NamedTuple):
    """The circumstances that cells ask about."""

    operation: Operation
    purpose: Purpose
    reserved: bool
    lawful_access: bool
    permission: str


_STRICTNESS: dict[Outcome, int] = {"allowed": 0, "needs a person": 1, "refused": 2}


def decide(  # noqa: PLR0913 - each is a fact of the case and named at the call
    subject: Record | Surrogate,
    operation: Operation,
    purpose: Purpose,
    *,
    record: Record | None = None,
    material: Material = "media",
    lawful_access: bool = True,
    permission: str = "",
    in_season: bool = False,
    human: HumanDecision | None = None,
    today: date | None = None,
) -> Decision:
    """Return whether an operation on a work or one of its media is allowed, needs a person, or is refused.

    `record` is the record that a surrogate belongs to; without it nothing is known of labels, sensitivities and the
    object's rights. `permission` says where the rights holder's permission is kept. `lawful_access` is false for media
    that the museum neither holds nor may open. `in_season` is what the community says of TK Seasonal. Raises ValueError
    if a human decision comes without `today`, and for the metadata of a surrogate: metadata is the record's.
    """
    if human is not None and today is None:
        raise ValueError("To tell whether a person's decision still holds, the gate needs today's date.")
    work = subject if isinstance(subject, Record) else record
    rights, where = _governing(subject, work, material)
    statement = _statement(rights)
    reservation = subject.reservation or (work.reservation if work else None)
    case = _Case(operation, purpose, binds(reservation), lawful_access, permission)

    findings = [
        _finding(row, cell, case)
        for row in _rows(statement, reservation, work, material, in_season)
        if (cell := row.cell(operation)) is not None
    ]
    evidence = [
        *_rights_evidence(rights, where, statement),
        *_object_evidence(subject, work, material, statement),
        *_work_evidence(reservation, work),
        _purpose_evidence(purpose),
        *((f"lawful access: {'yes' if lawful_access else 'no'}",) if any(f.row.id == "inc" for f in findings) else ()),
        *((f"permission: {permission}",) if permission else ()),
        *(f"rule: {finding.rule}: {finding.outcome}" for finding in findings),
    ]
    return _answer(findings, evidence, human, today)


def _governing(subject: Record | Surrogate, work: Record | None, material: Material) -> tuple[Rights | None, str]:
    """Return the rights that govern and where they stand."""
    if material == "metadata":
        if isinstance(subject, Surrogate):
            raise ValueError(f"Metadata is the record's: ask for the record that {subject.key!r} belongs to.")
        return subject.rights_of_metadata, "rights_of_metadata of the record"
    if isinstance(subject, Surrogate) and subject.rights is not None and (subject.rights.uri or subject.rights.text):
        return subject.rights, f"rights of the media file {subject.key}"
    return (work.rights_of_object if work else None), "rights_of_object of the record"


def _statement(rights: Rights | None) -> Statement:
    if rights is None:
        return Statement()
    return describe(rights.uri if rights.uri.strip() else parse(rights.text).uri)


def _rows(
    statement: Statement, reservation: Reservation | None, work: Record | None, material: Material, in_season: bool
) -> list[Row]:
    """The rows that apply: the rights statement's first, then in rising order of who names the rule when several are as strict."""
    rows = [matrix.row_of(statement.code)]
    labels = {treatment(label, in_season=in_season) for label in work.community_labels} if work else set()
    if binds(reservation):
        rows.append(matrix.RESERVED_ROW)
    if work and material == "media" and any(flag.kind == _LIVING for flag in work.sensitivities):
        rows.append(matrix.LIVING_ROW)
    if work and any(flag.kind == _SACRED for flag in work.sensitivities):
        rows.append(matrix.SACRED_ROW)
    if labels:
        rows.append(matrix.LABEL_ROW)
    if "refuse" in labels:
        rows.append(matrix.CLOSED_ROW)
    return rows


def _finding(row: Row, cell: Cell, case: _Case) -> _Finding:
    """Apply one cell to the case."""
    rule = row.rule(case.operation)
    if cell.non_commercial and case.purpose.commercial:
        return _Finding(
            row, rule, "refused", "The purpose is commercial, and the statement permits no commercial use.", ()
        )
    says, because, conditions = cell.says, cell.because, cell.conditions
    if cell.unless_reserved and (case.reserved or not case.lawful_access):
        says, conditions = "research", (*conditions, matrix.RESEARCH_ONLY, matrix.LAWFUL_ACCESS, matrix.SECURE_STORAGE)
        hindrance = (
            "the rights holder has reserved mining" if case.reserved else "the museum has no lawful access to it"
        )
        because = f"The work is in copyright and {hindrance}: only scientific research with a stated purpose may do it."
    if says == "research":
        if case.purpose.research:
            lane = tuple(
                dict.fromkeys((*conditions, matrix.RESEARCH_ONLY, matrix.LAWFUL_ACCESS, matrix.SECURE_STORAGE))
            )
            return _Finding(row, rule, "allowed", _lane_reason(because), lane, by_lane=True)
        if case.purpose.lane == "scientific research":
            because = f"{because} The purpose of the research is not stated."
        outcome: Outcome = "needs a person" if cell.otherwise == "person" else "refused"
        return _Finding(row, rule, outcome, because, conditions)
    if says == "refuse":
        asks = cell.with_permission and bool(case.permission.strip())
        return _Finding(row, rule, "needs a person" if asks else "refused", because, conditions)
    return _Finding(row, rule, "allowed" if says == "allow" else "needs a person", because, conditions)


def _lane_reason(because: str) -> str:
    return f"{because} This is scientific research with a stated purpose."


def _answer(findings: list[_Finding], evidence: list[str], human: HumanDecision | None, today: date | None) -> Decision:
    """Let the strictest finding win, and a person answer what needs one."""
    decisive = max(reversed(findings), key=lambda f: (_STRICTNESS[f.outcome], f.by_lane))
    if decisive.outcome == "allowed" and not decisive.by_lane:
        decisive = findings[0]
    if decisive.outcome == "refused":
        return Decision("refused", decisive.rule, decisive.reason, tuple(evidence))
    conditions = tuple(dict.fromkeys(condition for finding in findings for condition in finding.conditions))
    asks = tuple(finding.rule for finding in findings if finding.outcome == "needs a person")
    if not asks:
        return Decision("allowed", decisive.rule, decisive.reason, tuple(evidence), conditions)
    pending = Decision("needs a person", decisive.rule, decisive.reason, tuple(evidence), conditions, asks)
    return pending if human is None or today is None else _answered(pending, human, today)


def _answered(pending: Decision, human: HumanDecision, today: date) -> Decision:
    """Let a person's decision settle what needs a person."""
    verdict = "allowed" if human.allow else "refused"
    evidence = (*pending.evidence, f"person: {human.who}, until {human.until}, {verdict}: {human.why}")
    unanswered = tuple(rule for rule in pending.asks if human.rules and rule not in human.rules)
    if not human.holds(today):
        reason = f"{pending.reason} The decision by {human.who} ran out on {human.until}."
        return msgspec.structs.replace(pending, reason=reason, evidence=evidence)
    if not human.allow and len(unanswered) < len(pending.asks):
        reason = f"{pending.reason} {human.who} has decided against it: {human.why}"
        return Decision("refused", pending.rule, reason, evidence)
    if unanswered:
        reason = f"{pending.reason} The decision by {human.who} does not cover {', '.join(unanswered)}."
        return msgspec.structs.replace(pending, rule=unanswered[-1], reason=reason, evidence=evidence, asks=unanswered)
    reason = f"{pending.reason} {human.who} has allowed it until {human.until}: {human.why}"
    return Decision("allowed", pending.rule, reason, evidence, pending.conditions)


def _rights_evidence(rights: Rights | None, where: str, statement: Statement) -> list[str]:
    if rights is None or not (rights.uri or rights.text):
        return [f"{where}: none"]
    if not statement.uri:
        return [f"{where}: no statement: {rights.uri or rights.text}"]
    lines = [f"{where}: {statement.uri}"]
    if rights.uri and contradicts(rights.text, statement.uri):
        lines.append(f"its words contradict it: {rights.text}")
    return lines


def _object_evidence(
    subject: Record | Surrogate, work: Record | None, material: Material, statement: Statement
) -> list[str]:
    """The object's own statement where the media file's governs and differs: a picture's licence may cover the picture only."""
    if isinstance(subject, Record) or material == "metadata" or work is None:
        return []
    other = _statement(work.rights_of_object)
    return [f"the object itself: {other.uri}"] if other.uri and other.uri != statement.uri else []


def _work_evidence(reservation: Reservation | None, work: Record | None) -> list[str]:
    lines = []
    if reservation is not None:
        said = "reserved" if reservation.reserved else "not reserved"
        detail = ", ".join(part for part in (reservation.carrier, reservation.seen, reservation.evidence) if part)
        lines.append(f"text and data mining: {said}" + (f" ({detail})" if detail else ""))
    if work is not None:
        lines += [f"label: {label.uri or label.name}" for label in work.community_labels]
        lines += [f"sensitivity: {flag.kind}" + (f" ({flag.note})" if flag.note else "") for flag in work.sensitivities]
    return lines


def _purpose_evidence(purpose: Purpose) -> str:
    parts = [
        purpose.lane,
        "commercial" if purpose.commercial else "not commercial",
        purpose.jurisdiction,
        purpose.statement,
    ]
    return "purpose: " + ", ".join(part for part in parts if part)
