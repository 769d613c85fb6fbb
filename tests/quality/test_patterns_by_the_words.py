"""The problem patterns of responsible-ai.md 6.3, word by word and slowly, against `problems` on very many texts.

Where 6.3 leaves it open, metis-pattern-analysis is followed: blank texts are no descriptions, equal texts are not also
nearly equal, combining marks are parts of letters, tables of contents and other titles are no dc:description and dc:title.
"""

import random
import unicodedata

import pytest

from vitrine.quality import problems
from vitrine.records import Identifier, Record, Text

Title, Description = str, tuple[str, str]
"""A description is its words and its language."""


def by_the_words(titles: list[Title], descriptions: list[Description], identifiers: list[str]) -> set[str]:
    found = set()
    pairs = [(title, text) for title in titles for text, _ in descriptions if text]
    if any(title.casefold() == text.casefold() for title, text in pairs):
        found.add("P2")
    if any(title and title.casefold() != text.casefold() and is_near(title, text) for title, text in pairs):
        found.add("P3")
    if any(signs(title) > 5 or any(one and one in title for one in identifiers) for title in titles):
        found.add("P5")
    if any(len(title) <= 2 for title in titles):
        found.add("P6")
    said = [(text, language) for text, language in descriptions if text]
    if not said:
        found.add("P7")
    for language in {language for _, language in said}:
        if not any(len(text) >= 51 for text, of in said if of == language):
            found.add("P9")
    if any(len(title) > 70 for title in titles):
        found.add("P12")
    return found


def is_near(one: str, other: str) -> bool:
    shorter = min(len(one), len(other))
    return lcs(one, other) / shorter >= 0.9 and abs(len(one) - len(other)) <= 5 + 0.1 * shorter


def lcs(one: str, other: str) -> int:
    """The usual table."""
    row = [0] * (len(other) + 1)
    for a in one:
        above = row
        row = [0]
        for place, b in enumerate(other):
            row.append(above[place] + 1 if a == b else max(row[-1], above[place + 1]))
    return row[-1]


def signs(title: str) -> int:
    return sum(1 for one in title if one != " " and unicodedata.category(one)[0] not in "LMN")


WORDS = "Portrait of a lady in the garden 1642 ä é ß Å नि ½ № NM-7 [sic!] (a; b) / ... — Студия 漢字 Ⅷ".split()  # noqa: SIM905


def text(random_: random.Random, most: int) -> str:
    return " ".join(random_.choice(WORDS) for _ in range(random_.randint(0, most)))


def near(random_: random.Random, words: str) -> str:
    """The same words after a few slips, in other capitals, or with something at the end."""
    letters = list(words)
    for _ in range(random_.choice((0, 0, 1, 2, 5, 9))):
        if letters:
            letters[random_.randrange(len(letters))] = random_.choice("abc .#")
    written = "".join(letters) + "x" * random_.choice((0, 0, 0, 4, 5, 6, 9, 12))
    return random_.choice((str, str, str.upper, str.swapcase))(written)


def works(seed: int) -> tuple[list[Title], list[Description], list[str]]:
    random_ = random.Random(seed)  # noqa: S311
    titles = [text(random_, random_.choice((1, 6, 16))) for _ in range(random_.randint(0, 3))]
    descriptions = []
    for _ in range(random_.randint(0, 3)):
        words = near(random_, random_.choice(titles)) if titles and random_.random() < 0.6 else text(random_, 14)
        descriptions.append((words, random_.choice(("en", "it", "und"))))
    identifiers = [random_.choice(("NM-7", "1642", "", "Inv. 7", "x")) for _ in range(random_.randint(0, 2))]
    return titles, descriptions, identifiers


def found_by_program(titles: list[Title], descriptions: list[Description], identifiers: list[str]) -> set[str]:
    record = Record(
        "ours:1",
        "1",
        titles=(*map(Text, titles), Text("x" * 90, "en", "former")),
        descriptions=(*(Text(words, language) for words, language in descriptions), Text("1. 2. 3.", "en", "contents")),
        identifiers=tuple(map(Identifier, identifiers)),
    )
    return set(problems(record))


def test_on_very_many_texts():
    seen: set[str] = set()
    for seed in range(3000):
        work = works(seed)
        expected = by_the_words(*work)
        assert found_by_program(*work) == expected, work
        seen |= expected
    assert seen == {"P2", "P3", "P5", "P6", "P7", "P9", "P12"}


@pytest.mark.parametrize("length", range(1, 80))
def test_near_at_every_length(length):
    """Boundaries: nine tenths of the shorter, and five and a tenth of it."""
    title = ("abcdefghij" * 8)[:length]
    for slips in range(min(length, 10)):
        for more in range(14):
            description = "#" * slips + title[slips:] + "+" * more
            work = ([title], [(description, "en")], [])
            assert found_by_program(*work) == by_the_words(*work), work
