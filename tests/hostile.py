"""Records in which every field, whatever fields there are, carries what an attacker would write."""

import types
import typing
from typing import Any

import msgspec

from tests.works import record
from vitrine.records import Record

CANARY = "window.hurt = 1"

MARKUP = (
    f"\"'><script>{CANARY}</script><img src=x onerror='{CANARY}'><svg onload='{CANARY}'></svg>"
    f"<a href='javascript:{CANARY}'>x</a>{{{{ 7|add:7 }}}}</title></textarea><!--"
)
"""Out of an attribute, out of a title, out of a comment."""

ADDRESSES = (f"javascript:{CANARY}", f"java\tscript:{CANARY}", f"data:text/html,<script>{CANARY}</script>", f"https://x.example/\" onmouseover=\"{CANARY}", f"//x.example/{MARKUP}")  # fmt: skip
"""What stands where an address belongs."""


def hostile(key: str, text: str, language: str) -> Record:
    """Return a record with `text` in every field that holds words, in every struct that it is made of.

    `language` is that of all its texts: the page's own, or hostile too.
    """
    fields = {field.name: _filled(field.type, text, language) for field in msgspec.structs.fields(Record)}
    return record(key, **{name: value for name, value in fields.items() if name not in ("id", "key", "origin")})


def _filled(kind: Any, text: str, language: str) -> Any:
    """Return a value of a type, with `text` wherever words can stand."""
    origin, arguments = typing.get_origin(kind), typing.get_args(kind)
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        filled = {field.name: _filled(field.type, text, language) for field in msgspec.structs.fields(kind)}
        return kind(**filled | ({"language": language} if "language" in filled else {}))
    if origin is tuple:
        return (_filled(arguments[0], text, language),)
    if origin in (typing.Union, types.UnionType):
        return _filled(next(one for one in arguments if one is not type(None)), text, language)
    if origin is typing.Literal:
        return arguments[0]
    return {str: text, int: 1850, float: 1.5, bool: False}[kind]
