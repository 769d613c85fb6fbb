"""Rights in plain words, and what AI may do with a work."""

from typing import NamedTuple

from django.template.defaultfilters import slugify
from django.utils.translation import gettext, gettext_lazy

from vitrine.records import Record, Rights
from vitrine.rights import OPERATIONS, Purpose, Reuse, decide, describe, parse, reuse_class
from vitrine.rights import Decision as GateDecision
from vitrine.rights.catalogue import BY_CODE
from vitrine.server.site.words.labels import Label
from vitrine.server.site.words.pictures import Picture


class RightsLine(NamedTuple):
    """Rights of one thing: what the statement is called and says, its address, and what the source wrote beside it.

    `name` is blank where there is no statement that a program can read.
    """

    of: str
    name: str
    says: str
    address: str
    written: str
    language: str
    holder: str


class Use(NamedTuple):
    """What AI may do: the operation in words, the outcome and the reason."""

    question: str
    outcome: str
    verdict: str
    reason: str
    conditions: tuple[str, ...]
    rule: str


_QUESTIONS = {
    "index": gettext_lazy("Search and compare it"),
    "train": gettext_lazy("Learn from it"),
    "transform": gettext_lazy("Make pictures or texts from it"),
    "publish": gettext_lazy("Publish what was made from it"),
}

_VERDICTS = {
    "allowed": gettext_lazy("Yes"),
    "needs a person": gettext_lazy("Only after a person has decided"),
    "refused": gettext_lazy("No"),
}


def rights_of(record: Record) -> list[RightsLine]:
    """Return the rights of the object, of each picture that has rights of its own, and of the description."""
    lines = [_line(gettext("The work"), record.rights_of_object)]
    media = {surrogate.rights for surrogate in record.surrogates if surrogate.rights is not None}
    ours = sorted(media, key=lambda rights: (rights.uri, rights.text, rights.holder))
    if ours != [record.rights_of_object]:
        lines += [_line(gettext("The picture"), rights) for rights in ours]
    lines.append(_line(gettext("This description"), record.rights_of_metadata))
    return lines


def _line(of: str, rights: Rights | None) -> RightsLine:
    if rights is None:
        return RightsLine(of, "", "", "", "", "", "")
    statement = describe(rights.uri or parse(rights.text).uri)
    name = statement_name(statement.uri) if statement.name else ""
    says = gettext(statement.says) if statement.says else ""
    return RightsLine(of, name, says, statement.uri, rights.text, rights.language, rights.holder)


def statement_name(uri: str) -> str:
    """Return what the statement with this address is called, with its version; the address itself where it is none."""
    statement = describe(uri)
    if not statement.name:
        return uri
    return " ".join(part for part in (gettext(statement.name), statement.version, statement.port.upper()) if part)


def uses(record: Record) -> list[Use]:
    """Return what AI may do with the work and its pictures for the museum's ordinary purposes, and why."""
    return [_use(operation, decide(record, operation, Purpose())) for operation in OPERATIONS]


def _use(operation: str, decision: GateDecision) -> Use:
    return Use(
        question=str(_QUESTIONS[operation]),
        outcome=decision.outcome,
        verdict=str(_VERDICTS[decision.outcome]),
        reason=gettext(decision.reason),
        conditions=tuple(gettext(condition) for condition in decision.conditions),
        rule=decision.rule,
    )


_BY_LABEL = {code.lower().replace(" ", "-").replace("+", "-plus"): entry for code, entry in BY_CODE.items()}
"""Statements by the key that `describe` gives them."""

_NO_STATEMENT = {
    "missing": gettext_lazy("not recorded"),
    "free-text": gettext_lazy("Only in words that no program can act on"),
    "not-a-statement": gettext_lazy("A web address that is not a rights statement"),
}


def rights_label(label: str) -> tuple[str, str]:
    """Return the name and the plain words for what quality profiles call a statement (`cc-by-sa`, `missing`)."""
    if label in _NO_STATEMENT:
        return str(_NO_STATEMENT[label]), ""
    entry = _BY_LABEL.get(label)
    return (gettext(entry.name), gettext(entry.says)) if entry else (label, "")


class Taking(NamedTuple):
    """Whether the original picture may be taken along, in words; `name` is the file's name, blank where it may not."""

    address: str
    name: str
    says: str
    type: str
    size: int


_CANNOT_TAKE = gettext_lazy("It cannot be taken from here: its rights do not say that others may use it.")


def taking(record: Record, picture: Picture, label: Label) -> Taking:
    """Return what may be done with the original file: only rights that let others use it let it be taken from here."""
    rights = picture.rights
    uri = (rights.uri or parse(rights.text).uri) if rights else ""
    statement = describe(uri) if uri else None
    if statement is None or reuse_class(uri) == Reuse.CLOSED:
        return Taking("", "", str(_CANNOT_TAKE), picture.type, picture.size)
    maker = next((maker.name for maker in record.makers if maker.name), "")
    name = slugify(f"{maker[:60]} {label.plain_title[:60]} {label.number[:40]}") or "picture"
    suffix = picture.type.partition("/")[2].partition("+")[0]
    return Taking(picture.original, f"{name}.{suffix}", gettext(statement.says), picture.type, picture.size)
