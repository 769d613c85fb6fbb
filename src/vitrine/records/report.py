"""What an import noticed in the user's data: what it mended, and what it could only report."""

import msgspec


class Repair(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """A safe mend of one value: where, by which rule, what it was and what it became. Reversible: `before` is kept."""

    path: str
    rule: str
    before: str
    after: str


class Defect(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """Something wrong that no rule may mend: a code (see the quality room), where it is, and the value at fault."""

    code: str
    path: str
    detail: str = ""
