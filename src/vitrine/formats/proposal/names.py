"""What the name of a column says: the part it plays, how surely, and in which language it is written."""

import re
import tomllib
import unicodedata
from collections.abc import Iterable
from functools import cache
from importlib import resources
from typing import NamedTuple

from vitrine.records import UNDETERMINED, language_tag


class Hint(NamedTuple):
    """A part that a name suggests: how surely (0 to 1) and in which languages the name is written so."""

    role: str
    score: float
    languages: frozenset[str]


class Name(NamedTuple):
    """A column's name taken apart: its words, the language it ends with (`title_en`), its number (`title[2]`)."""

    words: tuple[str, ...]
    language: str = ""
    number: int = 1


_SYSTEMS = "systems"
_WHOLE, _PART, _COMPOUND = 1.0, 0.5, 0.45
"""How sure a name is that is a known one; that contains one (up to 0.4 more by how much of it); that ends with one."""
_SHORTEST_COMPOUND = 5
_SHORTEST_PLURAL = 3
_WEAK = 0.5
"""What is left of a word that says next to nothing as a part of a name."""
_INSIDE, _OF_SOMETHING_ELSE = 0.5, 0.6
"""What is left of a name that is only a part, in nested data; and of an identifier that is called after something."""

_A_NUMBER_OF_IT = 0.4
"""What is left of a name that ends with `id`: the numbers of things are not the things."""
_KNOWN_BY_NUMBERS = frozenset({"record.id", "identifier", "maker.uri", "subject.uri", "ignore"})

_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_NUMBERED = re.compile(r"(.+?)(?:\s*[\[(](\d{1,2})[\])]|[_ ](\d{1,2}))\s*")
_LETTERS = str.maketrans({"ß": "ss", "ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d"})


class Contexts(NamedTuple):
    """The words around names, see `contexts.toml`."""

    noise: frozenset[str]
    weak: frozenset[str]
    generic: frozenset[str]
    wrappers: frozenset[str]
    rooms: frozenset[str]
    frames: frozenset[str]
    without: frozenset[str]
    born: frozenset[str]
    died: frozenset[str]
    no_codes: frozenset[str]
    start: frozenset[str]
    end: frozenset[str]
    contexts: dict[str, frozenset[str]]
    languages: dict[str, str]
    little_words: dict[str, frozenset[str]]
    public_domain: frozenset[str]


def name_of(header: str) -> Name:
    """Take a column's name apart: `objectTitle[2]` -> title 2; `Titel (nl)`, `title_en` -> title in Dutch, in English."""
    bare, number = header, 1
    if found := _NUMBERED.fullmatch(header):
        bare, number = found[1], int(found[2] or found[3])
    words = _words(bare)
    language = ""
    if len(words) > 1 and words[-1] in around().languages:
        language, words = around().languages[words[-1]], words[:-1]
    return Name(words, language, number)


def _words(text: str) -> tuple[str, ...]:
    text = _CAMEL.sub(" ", text).casefold().translate(_LETTERS)
    text = "".join(char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char))
    return tuple(re.findall(r"[^\W_]+", text))


def hints(name: Name, *, nested: bool = False) -> list[Hint]:
    """Return the parts that a name suggests, surest first. `nested` says that the words are steps into nested data."""
    best: dict[str, Hint] = {}
    for words, weight in _readings(name.words, nested):
        for hint, whole in _hints(words):
            role = _meant(hint.role, name.words)
            score = hint.score * weight * _context_factor(role, name.words)
            if role not in _KNOWN_BY_NUMBERS and name.words[-1] in ("id", "ids") and len(name.words) > 1 and not whole:
                score *= _A_NUMBER_OF_IT
            if role == "title" and not whole and _titled(name.words):
                score *= _INSIDE
            if not whole and not _of_its_kind(role, name.words):
                # `department.id` is not the identifier of the record, nor `era.name` its title.
                score *= _INSIDE if nested else _OF_SOMETHING_ELSE if role == "record.id" else 1
            if role not in best or best[role].score < score:
                best[role] = Hint(role, round(score, 3), hint.languages)
    return sorted(best.values(), key=lambda hint: -hint.score)


def _titled(words: tuple[str, ...]) -> bool:
    """Return whether a name speaks of what something else is called: `department title`, `style_titles`."""
    if len(words) == 1 or _stem(words[-1]) != "title":
        return False
    roles = _phrases().get(_joined(words[:-1]), {})
    return bool(roles) and "title" not in roles


def _meant(role: str, words: tuple[str, ...]) -> str:
    """Return the part that is meant by words around the one that suggests it: rights of a picture, the begin of a date."""
    known = around()
    if role == "holder" and known.rooms & set(words):
        return "location"
    if role in ("maker.born", "maker.died") and known.born & set(words) and known.died & set(words):
        return "maker.dates"
    if role == "rights" and known.contexts["media"] & set(words):
        return "media.rights"
    if role in _MEASURES and known.frames & set(words) and not known.without & set(words):
        return "dimensions.frame" if role == "dimensions" else f"frame.{role}"
    return _end_of_a_date(words) if role == "date.text" and len(words) > 1 else role


_MEASURES = frozenset({"dimensions", "height", "width", "depth", "length", "diameter"})


def _end_of_a_date(words: tuple[str, ...]) -> str:
    """Return which end of a date, or of a life, a name of several words speaks of."""
    # `to` and the like mean an end only behind the word for the date.
    after = set(words[1:])
    of_a_life = bool(around().contexts["maker"] & set(words))
    if after & around().start:
        return "maker.born" if of_a_life else "date.earliest"
    if after & around().end:
        return "maker.died" if of_a_life else "date.latest"
    return "maker.dates" if of_a_life else "date.text"


def _of_its_kind(role: str, words: tuple[str, ...]) -> bool:
    """Return whether a name speaks of what the part belongs to, as `creators.role` does of makers."""
    kind = "dimension" if role in _MEASURES else role.partition(".")[0]
    return kind in around().contexts and bool(around().contexts[kind] & set(words))


def _readings(words: tuple[str, ...], nested: bool) -> list[tuple[tuple[str, ...], float]]:
    """Return a name, and the same without words that add nothing."""
    readings = [(words, 1.0)]
    if len(words) > 1 and words[0] in around().noise:
        readings.append((words[1:], 0.97))
    if (nested and len(words) > 1 and words[-1] in around().generic) or _titled(words):
        readings.append((words[:-1], 0.98))
    if nested and words[-2:] == ("display", "name") and len(words) > 2:
        readings.append((words[:-2], 0.98))
    inner = words[next((n for n, word in enumerate(words) if word not in around().wrappers), 0) :] if nested else words
    if len(inner) > 1 and inner[-1] in around().generic:
        inner = inner[:-1]
    if inner != words and _telling(inner):
        readings.append((inner, 0.9))
    half = len(words) // 2
    if nested and len(words) == 2 * half and _joined(words[:half]) == _joined(words[half:]):  # `worktypes.worktype`
        readings.append((words[half:], 0.95))
    return readings


def _telling(words: tuple[str, ...]) -> bool:
    """Return whether words say something by themselves: not `name`, `id` or `type`."""
    return len(words) > 1 or not (words[0] in around().generic or words[0] in around().weak or words[0] == "id")


def _hints(words: tuple[str, ...]) -> list[tuple[Hint, bool]]:
    """Return what known names are in a name, and whether they are the whole of it."""
    phrases = _phrases()
    found: list[tuple[Hint, bool]] = []
    for start in range(len(words)):
        for end in range(len(words), start, -1):
            whole = end - start == len(words)
            score = _WHOLE if whole else _PART + 0.4 * (end - start) / len(words) + (0.05 if end == len(words) else 0)
            joined = _joined(words[start:end])
            if not whole and joined in around().weak:
                score *= _WEAK
            found += [(Hint(role, score, languages), whole) for role, languages in phrases.get(joined, {}).items()]
    for word in map(_stem, words):
        for phrase, roles in phrases.items():
            if len(phrase) >= _SHORTEST_COMPOUND and word != phrase and word.endswith(phrase):
                found += [(Hint(role, _COMPOUND, languages), False) for role, languages in roles.items()]
    return found


def _joined(words: Iterable[str]) -> str:
    """Return words run together, each without the s of a plural: `Credit lines` and `creditline` are one."""
    return "".join(map(_stem, words))


def _stem(word: str) -> str:
    return word[:-1] if word.endswith("s") and len(word) > _SHORTEST_PLURAL else word


_WEAKENED: dict[str, tuple[tuple[str, ...], float]] = {
    "maker": (("landing_page", "date", "description", "title", "record", "identifier", "place", "subject"), 0.5),
    "subject": (("record", "landing_page", "object_type", "identifier", "title"), 0.5),
    "dimension": (("record", "landing_page", "object_type", "identifier", "title"), 0.5),
    "media": (
        ("landing_page", "date", "description", "title", "record", "identifier", "rights", "width", "height"),
        0.6,
    ),
    "acquisition": (("date", "place", "record", "landing_page"), 0.6),
    "exhibition": (("date", "place", "record", "title", "landing_page", "description"), 0.6),
}
"""Parts that a name does not play where it speaks of somebody or something else than the work, and what is left of them."""


def _context_factor(role: str, words: tuple[str, ...]) -> float:
    """Return what the words around say against a part: `artist begin date` is no date of the work."""
    factor = 1.0
    for context, (weakened, left) in _WEAKENED.items():
        if around().contexts[context] & set(words) and role.partition(".")[0] in weakened:
            factor *= left
    return factor


@cache
def _phrases() -> dict[str, dict[str, frozenset[str]]]:
    """Return, for each known name with its words run together, the parts it plays and the languages it is of."""
    text = (_FOLDER / "words.toml").read_text("utf-8")
    found: dict[str, dict[str, set[str]]] = {}
    for role, names in tomllib.loads(text).items():
        for language, phrases in names.items():
            for phrase in phrases:
                known = found.setdefault(_joined(phrase.split()), {}).setdefault(role, set())
                if language != _SYSTEMS:
                    known.add(language)
    return {phrase: {role: frozenset(tags) for role, tags in roles.items()} for phrase, roles in found.items()}


def _run_together(phrase: str) -> str:
    return _joined(_words(phrase))


def is_public_domain(name: Name) -> bool:
    """Return whether a name asks whether a work is in the public domain: `Is Public Domain`, `gemeinfrei`."""
    joined = _joined(name.words)
    return any(phrase in joined for phrase in around().public_domain)


def is_language_code(word: str) -> bool:
    """Return whether a key of nested data is a language, as in `{"en": "…", "it": "…"}`."""
    if word in ("none", "@none"):
        return True
    return 2 <= len(word) <= 8 and word.lower() not in around().no_codes and language_tag(word) != UNDETERMINED


@cache
def around() -> Contexts:
    """Return the words around names, and in texts."""
    data = tomllib.loads((_FOLDER / "contexts.toml").read_text("utf-8"))

    def words(text: str) -> frozenset[str]:
        return frozenset(text.split())

    return Contexts(
        words(data["noise"]),
        words(data["weak"]),
        words(data["generic"]),
        words(data["wrappers"]),
        words(data["rooms"]),
        words(data["frames"]),
        words(data["without"]),
        words(data["born"]),
        words(data["died"]),
        words(data["no_codes"]),
        words(data["start"]),
        words(data["end"]),
        {name: words(text) for name, text in data["contexts"].items()},
        {word: tag for tag, text in data["languages"].items() for word in text.split()},
        {tag: words(text) for tag, text in data["little_words"].items()},
        frozenset(map(_run_together, data["public_domain"])),
    )


_FOLDER = resources.files("vitrine.formats.proposal")
