"""What a date text comes to."""

from typing import Literal

import msgspec

Kind = Literal["read", "unknown", "unreadable"]


class DateRange(msgspec.Struct, frozen=True):
    """A date as the source words it, as EDTF, and the years it may lie in.

    `earliest` and `latest` are astronomical years, both included, as EDTF counts them: 0 is 1 BC, -699 is 700 BC
    (a museum that counts 700 BC as -700 differs by one); None is open (before, after) or nothing known.
    `kind`: "read"; "unknown", where the text says that nobody knows; "unreadable", where it is in doubt. Only what is
    read has `edtf`. EDTF never holds the years that "circa" is widened by: 1837~ stays 1837~.
    """

    text: str
    edtf: str | None = None
    earliest: int | None = None
    latest: int | None = None
    kind: Kind = "unreadable"
