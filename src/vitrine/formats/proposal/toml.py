"""A proposed mapping as TOML that the museum's staff can read and change: every table says why it is there."""

from vitrine.formats.mapping.paths import NUMBER
from vitrine.formats.proposal.measures import measures
from vitrine.formats.proposal.names import is_public_domain
from vitrine.formats.proposal.pictures import pictures
from vitrine.formats.proposal.placement import Placed, Placement
from vitrine.formats.proposal.sample import NAMED, Column, Sample
from vitrine.formats.proposal.values import Evidence, is_yes
from vitrine.formats.proposal.writer import Writer, example, one_line, string


def written(sample: Sample, placement: Placement) -> str:
    """Return the mapping for a sample, with comments."""
    w = Writer(sample, placement)
    _head(w)
    _record(w)
    _identifiers(w)
    for field, roles in _TEXTS.items():
        _texts(w, field, roles)
    for field, role in _TERMS.items():
        _terms(w, field, role)
    _makers(w)
    _events(w)
    measures(w)
    _subjects(w)
    _others(w)
    _rights(w)
    pictures(w)
    _unmapped(w)
    return "\n".join(w.lines).strip() + "\n"


def _head(w: Writer) -> None:
    sample, placement = w.sample, w.placement
    rows = f"{sample.rows:,}" if sample.rows else "no"
    w.lines += [
        f"# A mapping proposed by Vitrine from the first {rows} records. Look at each table: what is wrong, change or delete.",
        "# Each says which column it uses, why, and what stands there.",
    ]
    w.lines += [f"# - {one_line(remark)}" for remark in placement.remarks]
    settings = {"format": string(sample.format), "language": string(placement.language)}
    if sample.file:
        settings["file"] = string(sample.file)
    if sample.records:
        settings["records"] = string(sample.records)
    settings["circa"] = f'{placement.circa} # how many years "circa" spans on each side in this museum'
    if placement.of("media.url") or placement.of("media.file"):
        settings["media_kind"] = '"IMAGE"'
    w.table("[source]", [], settings)
    if sample.passed_over:
        names = ", ".join(sample.passed_over[:10])
        w.lines.append(f"# Not read: {one_line(names)}")


def _record(w: Writer) -> None:
    columns = w.placement.identifier
    if not columns:
        settings, why = {"id": string(NUMBER)}, "the number of the row, as no column identifies a record"
    elif len(columns) == 1:
        settings, why = (
            {"id": string(columns[0].path)},
            f"{columns[0].shown!r}: different in every row; {example(columns[0])}",
        )
    else:
        template = " / ".join(f"{{{column.path}}}" for column in columns)
        settings, why = {"id": string(template)}, "different in every row only together"
    w.used |= {column.place for column in columns}
    comments = [why]
    if link := w.first("landing_page"):
        settings["landing_page"] = string(link.column.path)
        comments.append(f"landing page: {w.comment(link)}")
    if languages := w.first("languages"):
        settings["languages"] = string(languages.column.path)
        comments.append(f"languages of what is written in the work: {w.comment(languages)}")
    if kind := w.first("media_kind"):
        settings["media_kind"] = string(kind.column.path)
        comments.append(w.comment(kind))
    w.table("[record]", map(one_line, comments), settings)


def _identifiers(w: Writer) -> None:
    found = [one for role in ("record.id", "identifier") for one in w.placement.of(role)]
    for one in found:
        if one.column.each and NAMED not in one.column.each:
            continue  # of whatever is in that list
        scheme = one.column.each.rpartition(NAMED)[2] or one.column.shown
        w.table(
            "[[identifiers]]",
            [w.comment(one)],
            {"path": string(one.column.path), "scheme": string(scheme)},
            one.column.each,
        )


_TEXTS: dict[str, dict[str, str]] = {
    "titles": {"title": "", "title.alternative": "alternative", "title.series": "series"},
    "descriptions": {"description": "", "label": "label", "note": "note"},
    "credit_lines": {"credit": ""},
    "provenance": {"provenance": ""},
    "inscriptions": {"inscription": ""},
}
_TERMS = {"object_types": "object_type", "classifications": "classification", "materials": "material"}
_OF_A_MAKER = (
    "alternative_name",
    "role",
    "qualifier",
    "dates",
    "born",
    "died",
    "birth_place",
    "death_place",
    "nationality",
    "uri",
    "kind",
)


def _texts(w: Writer, field: str, roles: dict[str, str]) -> None:
    count = 0
    for role, kind in roles.items():
        for one in w.placement.of(role):
            settings = {"path": string(one.column.path)}
            comments = [w.comment(one)]
            language = w.first("title.language", one.column.each) if role == "title" and not count else None
            if one.column.name.language:
                settings["language"] = string(one.column.name.language)
            elif language:
                settings["language"] = f"{{ path = {string(language.column.path)} }}"
                comments.append(f"its language: {w.comment(language)}")
            further = role == "title" and count and not one.column.name.language
            if kind or further:
                settings["kind"] = string(kind or "alternative")
            sign = Evidence(one.column).separator()
            if sign and sign in "|$":
                settings["split"] = string(sign)
            w.table(f"[[{field}]]", comments, settings, one.column.each)
            count += 1


def _terms(w: Writer, field: str, role: str) -> None:
    for one in w.placement.of(role):
        settings = {"label": string(one.column.path)} | w.language(one)
        sign = Evidence(one.column).separator()
        if sign and (sign.strip() in "|$" or field != "materials"):
            settings["split"] = string(sign)
        w.table(f"[[{field}]]", [w.comment(one)], settings, one.column.each)


def _makers(w: Writer) -> None:
    groups = list(dict.fromkeys(one.column.each for one in w.placement.placed if one.role == "maker.name"))
    for each in groups:
        names = w.placement.of("maker.name", each)
        for number, name in enumerate(names):
            settings = {"name": string(name.column.path)}
            comments = [w.comment(name)]
            if number == 0 and (surname := w.first("maker.surname", each)):
                settings["name"] = _whole_name(name, surname)
                comments.append(f"surname: {w.comment(surname)}")
            if number == 0:
                for setting in _OF_A_MAKER:
                    if one := w.first(f"maker.{setting}", each):
                        settings[setting] = string(one.column.path)
                        comments.append(f"{setting.replace('_', ' ')}: {w.comment(one)}")
            elif name.column.name.number == 1:
                settings["role"] = f"{{ value = {string(name.column.shown)} }}"
            evidence = Evidence(name.column)
            if evidence.inverted:
                settings["inverted"] = "true"
            sign = evidence.separator()
            if sign and sign != "\n":
                settings["split"] = string(sign)
            w.table("[[makers]]", comments, settings, each)


def _whole_name(name: Placed, surname: Placed) -> str:
    """Return the setting for a name in two columns; where one of them is often blank, the surname stands alone."""
    within = zip(name.column.values, surname.column.values, strict=False)
    if all(last.casefold() in first.casefold() for first, last in within):
        return string(name.column.path)  # the name is whole already
    if name.column.filled != surname.column.filled:
        return string(surname.column.path)
    return string(f"{{{name.column.path}}} {{{surname.column.path}}}")


def _events(w: Writer) -> None:
    _event(
        w,
        "production",
        {
            "text": "date.text",
            "earliest": "date.earliest",
            "latest": "date.latest",
            "place": "place",
            "technique": "technique",
        },
    )
    instead, text = w.first("date.instead"), w.first("date.text")
    if instead and text:
        settings = {"when": f'{{ {string(text.column.path)} = "" }}', "kind": '"production"'}
        w.table("[[events]]", [w.comment(instead)], settings | {"text": string(instead.column.path)})
    _event(w, "acquisition", {"text": "acquisition.date", "name": "acquisition.method"})
    _event(w, "exhibition", {"name": "exhibition"})
    for one in w.placement.of("place.find"):
        w.table(
            "[[events]]",
            [w.comment(one)],
            {"kind": '"find"', "place": string(one.column.path)},
            one.column.each,
        )


def _event(w: Writer, kind: str, parts: dict[str, str]) -> None:
    groups = list(dict.fromkeys(one.column.each for one in w.placement.placed if one.role in parts.values()))
    for each in groups:
        found = {setting: one for setting, role in parts.items() if (one := w.first(role, each))}
        settings = {"kind": string(kind)} | {setting: string(one.column.path) for setting, one in found.items()}
        comments = [f"{setting}: {w.comment(one)}" for setting, one in found.items()]
        signs = [Evidence(found[setting].column).separator() for setting in ("technique", "place") if setting in found]
        if any(signs):
            settings["split"] = string(next(filter(None, signs)))
        w.table("[[events]]", comments, settings, each)


def _subjects(w: Writer) -> None:
    for one in w.placement.of("subject"):
        settings = {"label": string(one.column.path)}
        comments = [w.comment(one)]
        uri = w.first("subject.uri", one.column.each)
        if uri and uri.column.place not in w.used:
            settings["uri"] = string(uri.column.path)
            comments.append(w.comment(uri))
        settings |= w.language(one) | w.split(one, commas=True)
        if "uri" in settings and "split" in settings:
            settings["uri"] = f"{{ path = {settings['uri']}, split = {settings['split']} }}"
        w.table("[[subjects]]", comments, settings, one.column.each)


def _others(w: Writer) -> None:
    for one in w.placement.of("period"):
        w.table("[[periods]]", [w.comment(one)], {"text": string(one.column.path)}, one.column.each)
    for role, setting in (("location", "label"), ("holder", "name")):
        for one in w.placement.of(role, "")[:1]:
            w.table(f"[{role}]", [w.comment(one)], {setting: string(one.column.path)})
    for one in w.placement.of("part_of"):
        settings = {"kind": '"part of"', "label": string(one.column.path)}
        w.table("[[relations]]", [w.comment(one)], settings, one.column.each)


def _rights(w: Writer) -> None:
    for role, of in (("rights", "object"), ("media.rights", "media")):
        for one in w.placement.of(role):
            if one.column.place in w.used or (role == "media.rights" and one.column.each):
                continue
            settings = {"of": string(of), "statement": string(one.column.path)}
            comments = [w.comment(one)]
            words = next((two for two in w.placement.of(role, one.column.each) if two.column.place not in w.used), None)
            if words:
                settings["text"] = string(words.column.path)
                comments.append(f"in words: {w.comment(words)}")
            owner = w.first("rights.holder", one.column.each) if role == "rights" else None
            if owner:
                settings["holder"] = string(owner.column.path)
                comments.append(w.comment(owner))
            w.table("[[rights]]", comments, settings, one.column.each)
    _public_domain(w)


def asks_for_public_domain(column: Column) -> bool:
    """Return whether a column says of each work yes or no to "public domain"."""
    return not column.each and is_public_domain(column.name) and Evidence(column).yes_no


def _public_domain(w: Writer) -> None:
    """Write what would make a statement of a column that says yes or no to "public domain", and leave it to the museum."""
    for column, _ in w.placement.left:
        if not asks_for_public_domain(column):
            continue
        yes = [value for value in dict.fromkeys(column.values) if is_yes(value)]
        w.lines += [
            "",
            f"# {column.shown!r} says yes or no. Vitrine makes no licence of that by itself: whether a work is in the public domain",
            "# is for the museum to say. If that is what it means, take the signs # away:",
            "# [[rights]]",
            '# of = "object"',
            f"# when = {{ {string(column.path)} = [{', '.join(map(string, yes))}] }}",
            '# statement = "http://creativecommons.org/publicdomain/mark/1.0/"',
        ]


def _unmapped(w: Writer) -> None:
    left = w.left + [
        (one.column, f"{one.role.replace('_', ' ')}, but there is nothing here that it could belong to")
        for one in w.placement.placed
        if one.column.place not in w.used
    ]
    stated = {column.place for column, _ in w.placement.left} & w.used
    left = [one for one in left if one[0].place not in stated]
    if not left:
        return
    w.lines += ["", "# Not mapped:"]
    for column, why in sorted(left, key=lambda one: one[0].place):
        shown = f"; {example(column)}" if column.values else ""
        w.lines.append(f"# - {one_line(column.shown)!r}: {one_line(why)}{shown}")
