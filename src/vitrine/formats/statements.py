"""Rights out of the values of an XML element: the statement's URI, what the source wrote, and who holds the rights."""

from collections.abc import Sequence

from vitrine.formats.mapping.notes import Notes
from vitrine.records import UNDETERMINED, Repair, Rights
from vitrine.rights import parse


def rights_of(
    written: Sequence[str], holders: Sequence[str], notes: Notes, where: str, language: str = UNDETERMINED
) -> Rights | None:
    """Return what statements, as addresses or in words, and holders come to; None where there are neither.

    The first statement that is one gives the URI; all that is not that URI itself is kept as text.
    """
    uri, words = "", []
    for one in written:
        parsed = parse(one)
        if parsed.uri and not uri:
            uri = parsed.uri
            if parsed.rules:
                notes.repairs.append(Repair(f"{where}.uri", "+".join(parsed.rules), one, uri))
        if one != uri:
            words.append(one)
    if not (uri or words or holders):
        return None
    text = "; ".join(dict.fromkeys(words))
    return Rights(uri, text, "; ".join(dict.fromkeys(holders)), language if text else UNDETERMINED)
