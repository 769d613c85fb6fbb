"""Which column plays which part: by its name, checked against its values; by its values alone where the name says nothing."""

from vitrine.formats.attribution import life_years
from vitrine.formats.proposal.names import Hint, around, hints
from vitrine.formats.proposal.placement import Placed, Placement, unit_in_name
from vitrine.formats.proposal.sample import Column, Sample
from vitrine.formats.proposal.values import Evidence, fits, language_of, share_beyond_ascii
from vitrine.formats.proposal.years import circa as circa_of
from vitrine.formats.proposal.years import life_or_work
from vitrine.records import UNDETERMINED

_SURE_ENOUGH = 0.4
"""Name and values together below this: the column is not placed."""
_BY_NAME, _BY_PART_OF_NAME = 0.9, 0.55

_SEVERAL = frozenset({
    "record.id", "identifier", "title", "title.alternative", "title.series", "description", "label", "note", "object_type",
    "classification", "material", "subject", "rights", "inscription", "credit", "provenance", "part_of", "media.url", "ignore", "period", "place.find",
})  # fmt: skip
"""Parts that several columns may play."""
_ONE_ROW_ONLY = frozenset(
    {
        "record.id",
        "date.text",
        "date.earliest",
        "date.latest",
        "acquisition.date",
        "acquisition.method",
        "dimensions",
        "location",
        "holder",
        "credit",
        "landing_page",
        "provenance",
        "exhibition",
        "description",
        "title",
    }
)
"""Parts that a list inside a record does not play where the record itself has such a column."""


def place(sample: Sample) -> Placement:
    """Decide for every column of a sample."""
    evidence = {column.place: Evidence(column) for column in sample.columns}
    placed = _assigned(sample, evidence)
    remarks: list[str] = []
    placed, twice = _said_once(placed)
    placed = _people_in_lists(sample, placed, evidence)
    placed = life_or_work(placed, remarks)
    placed = _date_instead(sample, placed, evidence)
    placed = _sizes_of_pictures(placed, evidence)
    placed = _some_date(placed)
    placed = _some_title(placed, evidence, sample.rows, remarks)
    identifier = _identifier(sample, placed, evidence, remarks)
    language = _language(placed, remarks)
    circa = circa_of(placed)
    known = {one.column.place for one in placed if one.role != "ignore"} | {column.place for column in identifier}
    left = [
        (column, twice.get(column.place) or _why_not(column, evidence[column.place]))
        for column in sample.columns
        if column.place not in known
    ]
    return Placement([one for one in placed if one.role != "ignore"], left, identifier, language, circa, remarks)


def _why_not(column: Column, evidence: Evidence) -> str:
    if not column.values:
        return "empty in every row"
    return "only yes and no" if evidence.yes_no else "no part of the record is known for it"


def _assigned(sample: Sample, evidence: dict[int, Evidence]) -> list[Placed]:
    candidates: list[tuple[float, int, Column, Hint, str]] = []
    for column in sample.columns:
        if not _can_be_asked_for(column):
            continue
        for hint in hints(column.name, nested=column.nested):
            score = hint.score * fits(hint.role, evidence[column.place])
            why = "by its name" if hint.score >= _BY_NAME else "by part of its name"
            candidates.append((score, column.place, column, hint, why))
        for role, score in _by_values(column, evidence[column.place]):
            candidates.append((score, column.place, column, Hint(role, score, frozenset()), "by its values"))
    candidates.sort(key=lambda one: (-one[0], one[1]))
    placed: dict[int, Placed] = {}
    taken: set[tuple[str, str]] = set()
    for score, number, column, hint, why in candidates:
        if score < _SURE_ENOUGH or number in placed:
            continue
        key = (hint.role, column.each)
        full = hint.role not in _SEVERAL and (key in taken or _elsewhere(hint.role, column, taken))
        if hint.role == "maker.name" and key in taken and not column.each and hint.score >= _BY_NAME:
            full = False  # a photographer beside a painter
        if full or (hint.role == "subject" and _says_one_thing(column)):
            continue
        if hint.role == "title" and why != "by its name" and column.several:
            continue  # works have one title; lists of what something is called are something else's
        placed[number] = Placed(column, hint.role, score, why, hint.languages)
        taken.add(key)
    return sorted(placed.values(), key=lambda one: one.column.place)


def _can_be_asked_for(column: Column) -> bool:
    """Return whether a mapping can name the column: braces and the like mean something else in a path."""
    return not any(sign in column.path for sign in ("{", "}", "://")) and not column.path.startswith("/")


def _elsewhere(role: str, column: Column, taken: set[tuple[str, str]]) -> bool:
    """Tell whether the record itself has such a column where this is in a list of it, or a list where this is in the record."""
    if role not in _ONE_ROW_ONLY:
        return False
    return (role, "") in taken if column.each else any(one == role for one, each in taken if each)


def _says_one_thing(column: Column) -> bool:
    return len(column.values) > 20 and len(set(column.values)) == 1


def _by_values(column: Column, evidence: Evidence) -> list[tuple[str, float]]:
    """Return what the values alone suggest."""
    found: list[tuple[str, float]] = []
    if not evidence.values:
        return found
    if evidence.pictures > 0.8:
        found.append(("media.url", 0.5))
    elif fits("landing_page", evidence) > 0.9 and evidence.links > 0.9 and column.unique and not column.each:
        found.append(("landing_page", 0.42))
    if evidence.file_names > 0.8:
        found.append(("media.file", 0.5))
    if evidence.statements > 0.8:
        found.append(("rights", 0.5))
    if evidence.plain_measures > 0.8 and evidence.numbers < 0.2:
        found.append(("dimensions", 0.45))
    about_people = bool(around().contexts["maker"] & set(column.name.words))
    if about_people and evidence.share(lambda value: life_years(value)[0] is not None) > 0.4 and evidence.numbers < 0.5:
        found.append(("maker.dates", 0.6))
    if about_people and column.each and evidence.inverted:
        found.append(("maker.alternative_name", 0.6))
    if (
        evidence.dates > 0.9
        and evidence.numbers < 0.5
        and evidence.words < 0.9
        and not column.each
        and not about_people
        and not (around().start | around().end) & set(column.name.words)
    ):
        found.append(("date.text", 0.41))
    return found


_NEARLY_ALWAYS = 0.9


def _said_once(placed: list[Placed]) -> tuple[list[Placed], dict[int, str]]:
    """Drop the columns that say what another one of the same part says already; return the others, and why those are not."""
    kept: list[Placed] = []
    twice: dict[int, str] = {}
    for one in sorted(
        placed, key=lambda one: (-one.score, bool(one.column.each), -one.column.filled, one.column.place)
    ):
        role = "media.url" if one.role == "media.thumbnail" else one.role
        same = [two for two in kept if role == two.role and role in _COMPARED and _repeats(one, two)]
        if same:
            twice[one.column.place] = f"it says what {same[0].column.shown!r} says"
        else:
            kept.append(one)
    return sorted(kept, key=lambda one: one.column.place), twice


_COMPARED = (_SEVERAL | {"maker.name"}) - {"record.id", "ignore"}


def _repeats(one: Placed, two: Placed) -> bool:
    """Return whether nearly every row of a column says what another column has in it: a name also with more around it."""
    there: dict[int, set[str]] = {}
    for row, value in zip(two.column.rows, two.column.values, strict=True):
        there.setdefault(row, set()).add(value.casefold())
    values = list(zip(one.column.rows, one.column.values, strict=True))
    within = one.role == "maker.name"
    found = sum(
        1
        for row, value in values
        if (said := value.casefold()) in (others := there.get(row, set()))
        or (within and any(said in other for other in others))
    )
    return bool(values) and found >= _NEARLY_ALWAYS * len(values)


def _people_in_lists(sample: Sample, placed: list[Placed], evidence: dict[int, Evidence]) -> list[Placed]:
    """Find the names in a list of people that does not call them so; drop names in one text where a list has them."""
    known = {one.column.place for one in placed}
    for each in dict.fromkeys(one.column.each for one in placed if one.role.startswith("maker.") and one.column.each):
        if any(one.role == "maker.name" and one.column.each == each for one in placed):
            continue
        names = [
            column
            for column in sample.columns
            if column.each == each and column.place not in known and evidence[column.place].words > 0.8
        ]
        if names:
            best = max(
                names, key=lambda column: (not evidence[column.place].inverted, len(set(column.values)), -column.place)
            )
            placed = [*placed, Placed(best, "maker.name", _BY_PART_OF_NAME, "by its values")]
    for surname in [one for one in placed if one.role == "maker.surname"]:
        each = surname.column.each
        if not any(one.role == "maker.name" and one.column.each == each for one in placed):
            half = next((one for one in placed if one.role == "maker.forename" and one.column.each == each), surname)
            placed = [one._replace(role="maker.name") if one is half else one for one in placed]
    if any(one.role == "maker.name" and one.column.each for one in placed):
        placed = [one for one in placed if not (one.role.startswith("maker.") and not one.column.each)]
    return placed


_MOSTLY, _SOMETIMES = 0.9, 0.05


def _date_instead(sample: Sample, placed: list[Placed], evidence: dict[int, Evidence]) -> list[Placed]:
    """Find a further column of dates for the rows where the first says nothing: a century beside exact years."""
    first = next((one.column for one in placed if one.role == "date.text" and not one.column.each), None)
    years = any(one.role in ("date.earliest", "date.latest") for one in placed)
    if first is None or years or first.filled > _MOSTLY * sample.rows:
        return placed
    parts = {one.column.place: one.role for one in placed}
    for column in sample.columns:
        if column.each or column is first or parts.get(column.place, "period") != "period":
            continue
        called = any(hint.role == "date.text" and hint.score >= _BY_NAME for hint in hints(column.name))
        alone = len(set(column.rows) - set(first.rows))
        if called and fits("date.text", evidence[column.place]) == 1.0 and alone >= _SOMETIMES * sample.rows:
            instead = Placed(column, "date.instead", _BY_NAME, f"for rows without {first.shown!r}")
            return [one for one in placed if one.column is not column] + [instead]
    return placed


def _some_date(placed: list[Placed]) -> list[Placed]:
    """Drop a date that only its values suggest where others are called dates: it may be when a record was written."""
    if not any(one.role in ("date.text", "date.earliest") and one.why != "by its values" for one in placed):
        return placed
    return [one for one in placed if one.role != "date.text" or one.why != "by its values"]


def _some_title(placed: list[Placed], evidence: dict[int, Evidence], rows: int, remarks: list[str]) -> list[Placed]:
    """Take what a work shows for its title, where nothing else is one and nearly every work shows something else."""
    if any(one.role.startswith("title") for one in placed):
        return placed
    subjects = [one for one in placed if one.role == "subject" and not one.column.each]
    for one in subjects:
        different = len(set(one.column.values)) > 0.7 * len(one.column.values)
        if one.column.filled < 0.5 * rows:
            continue
        if different and evidence[one.column.place].words > 0.8:
            remarks.append(f"No column is called a title; {one.column.shown!r} is taken for it.")
            return [two._replace(role="title") if two is one else two for two in placed]
    return placed


_NEAR = 3
_FEWEST_PIXELS = 150


def _sizes_of_pictures(placed: list[Placed], evidence: dict[int, Evidence]) -> list[Placed]:
    """Take heights and widths without a unit, beside the column of a picture, for its pixels; without one for nothing."""
    pictures = [one.column.place for one in placed if one.role in ("media.url", "media.file")]
    units = any(one.role == "dimension.unit" for one in placed)
    result = []
    for one in placed:
        if (
            one.role not in ("height", "width")
            or units
            or unit_in_name(one.column)
            or evidence[one.column.place].numbers < 0.5
        ):
            result.append(one)
            continue
        near = any(abs(one.column.place - picture) <= _NEAR for picture in pictures)
        numbers = [int(value) for value in evidence[one.column.place].values if value.isdecimal()]
        pixels = near and numbers and min(numbers) >= _FEWEST_PIXELS
        why = "pixels, as it stands beside a picture and has no unit"
        result.append(one._replace(role=f"media.{one.role}", why=why) if pixels else one)
    return result


# What identifies a record


def _identifier(
    sample: Sample, placed: list[Placed], evidence: dict[int, Evidence], remarks: list[str]
) -> list[Column]:
    """Return the column that identifies records, or several that do together; none where nothing does."""
    own = [one for one in placed if not one.column.each and one.role in ("record.id", "identifier")]
    own.sort(key=lambda one: (one.role != "record.id" or one.score < _BY_PART_OF_NAME, -one.score, one.column.place))
    whole = [one.column for one in own if one.column.filled == sample.rows]
    if unique := next((column for column in whole if column.unique), None):
        return [unique]
    others = [
        column
        for column in sample.columns
        if not column.each and column.unique and column.filled == sample.rows and evidence[column.place].length <= 60
    ]
    others = [column for column in others if evidence[column.place].words < 0.9 or evidence[column.place].links > 0.9]
    for first in whole:
        for second in (column for column in sample.columns if not column.each and column.filled == sample.rows):
            if second is not first and _unique_together(first, second) and evidence[second.place].length <= 20:
                remarks.append(
                    f"{first.shown!r} alone is not different in every row; with {second.shown!r} it is: records are known by both."
                )
                return [first, second]
    if others:
        remarks.append(
            f"No column is called an identifier and different in every row; {others[0].shown!r} is, and is taken for it."
        )
        return [others[0]]
    nearly = next((column for column in (one.column for one in own) if column.unique), None)
    if nearly is not None:
        remarks.append(
            f"{nearly.shown!r} is different wherever it is filled, and empty in some rows: those go to quarantine."
        )
        return [nearly]
    remarks.append(
        "No column identifies a record: the number of its row does, which changes when rows are added or sorted. "
        "Ask for an export with an inventory number."
    )
    return []


def _unique_together(first: Column, second: Column) -> bool:
    pairs = list(zip(first.values, second.values, strict=False))
    return len(set(pairs)) == len(pairs)


# In which language

_FOREIGN = 0.15
_ENOUGH_NAMES = 2
"""Names of columns, each divided among the languages it is of, that make a language likely."""


def _language(placed: list[Placed], remarks: list[str]) -> str:
    """Return the language of the texts: what their little words say, else the language the columns' names are in."""
    texts = [
        one.column
        for one in placed
        if one.role in ("title", "description", "material", "object_type", "dimensions", "credit", "note")
        and not one.column.name.language
    ]
    if found := language_of(texts):
        remarks.append(f"The texts look {_LANGUAGES.get(found, found)}; texts without a language are tagged {found!r}.")
        return found
    counts: dict[str, float] = {}
    for one in placed:
        for language in one.languages:
            counts[language] = counts.get(language, 0) + 1 / len(one.languages)
    best = max(counts, key=lambda language: counts[language], default="")
    # Many a system calls its columns in English wherever it stands: letters that English has not speak against it.
    if best == "en" and share_beyond_ascii(texts) > _FOREIGN:
        best = ""
    if best and counts[best] >= _ENOUGH_NAMES:
        remarks.append(
            f"The names of the columns are {_LANGUAGES.get(best, best)}; texts are tagged {best!r}. Change it if they are not."
        )
        return best
    remarks.append("In which language the texts are cannot be told: set `language` in [source].")
    return UNDETERMINED


_LANGUAGES = {
    "en": "English",
    "it": "Italian",
    "de": "German",
    "fr": "French",
    "es": "Spanish",
    "nl": "Dutch",
    "sv": "Swedish",
}
