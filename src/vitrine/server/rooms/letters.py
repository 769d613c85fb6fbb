"""The six letters that lead to a room: read from another phone, said across a gallery, typed with a thumb."""

import re
import secrets

ALPHABET = "BCDFGHJKLMNPQRSTVWXZ"
"""No vowels, so that no words come about; no digits, so that nothing is taken for a letter. Six make 64 million codes."""

LENGTH = 6

CODE = re.compile(f"[{ALPHABET}]{{{LENGTH}}}")

_NOT_READ_OUT = re.compile(r"(.)\1|FCK|CNT|NGR|SHT|DCK|WTF|PRN|HTLR")
"""Doubled letters are lost when they are said; and what reads as a word without its vowels is one."""


def new_code() -> str:
    """Return six letters at random."""
    while True:
        code = "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))
        if not _NOT_READ_OUT.search(code):
            return code


def read_code(typed: str) -> str | None:
    """Return the code that somebody typed, however they spaced it; None for what is none."""
    code = re.sub(r"[\s.\-]", "", typed[:100]).upper()
    return code if CODE.fullmatch(code) else None
