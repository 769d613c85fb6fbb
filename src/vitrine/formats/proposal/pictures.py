"""Media of a proposed mapping: of several addresses of one picture the largest, and what stands beside it."""

from vitrine.formats.proposal.placement import Placed
from vitrine.formats.proposal.values import Evidence
from vitrine.formats.proposal.writer import Writer, example, string

_PICTURES = ("media.url", "media.file", "media.thumbnail")
_OF_A_PICTURE = {
    "width": "media.width",
    "height": "media.height",
    "rights": "media.rights",
    "credit": "media.credit",
    "alt": "media.alt",
}

_LARGE_FIRST = ("original", "full", "large", "print", "web", "")
_SMALL = frozenset({"thumbnail", "thumb", "small", "preview", "mini", "vorschau", "miniatura"})


def pictures(w: Writer) -> None:
    """Write the tables of media files."""
    groups = list(dict.fromkeys(one.column.each for one in w.placement.placed if one.role in _PICTURES))
    for each in groups:
        addresses, files = w.placement.of("media.url", each), w.placement.of("media.file", each)
        thumbnails = w.placement.of("media.thumbnail", each)
        best = sorted(addresses or files, key=_size_in_name)
        chosen = [one for one in best if one.column.name.number > 1 or one is best[0]]
        for one in chosen:
            _surrogate(w, one, "url" if addresses else "file", about=one is best[0])
        for one in [*best, *files]:
            if one not in chosen and one.column.place not in w.used:
                w.leave(one, f"the pictures are taken from {best[0].column.shown!r}")
        for one in thumbnails:
            _surrogate(
                w, one, "url" if Evidence(one.column).links > 0.5 else "file", purpose="thumbnail", about=not best
            )


def _surrogate(w: Writer, one: Placed, setting: str, *, purpose: str = "", about: bool) -> None:
    each = one.column.each
    settings = {setting: string(one.column.path)}
    comments = [w.comment(one)]
    for name, role in _OF_A_PICTURE.items() if about else ():
        if role == "media.rights" and not each:
            continue  # stated for all media of the record
        if beside := w.beside(one.column, name, role):
            settings[name] = string(beside.path)
            w.used.add(beside.place)
            comments.append(f"{name}: {beside.shown!r}; {example(beside)}")
    if purpose:
        settings["purpose"] = string(purpose)
    evidence = Evidence(one.column)
    sign = evidence.between_links() or evidence.separator()
    if sign and sign.strip() in ("|", ";", "$", ",", ""):
        settings["split"] = string(sign)
    w.table("[[surrogates]]", comments, settings, each)


def _size_in_name(one: Placed) -> tuple[int, int]:
    """Sort addresses of one picture: the largest first, as their names say."""
    words = set(one.column.name.words)
    size = next((place for place, word in enumerate(_LARGE_FIRST) if word in words), len(_LARGE_FIRST) - 1)
    return (len(_LARGE_FIRST) if words & _SMALL else size, one.column.place)
