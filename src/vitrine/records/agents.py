"""Who says a thing: the source, a person, or a program."""

from typing import Literal

import msgspec

AgentKind = Literal["source", "person", "software"]


class Agent(msgspec.Struct, frozen=True, omit_defaults=True):
    """One who states a value. For software, `name` is the model and `version` its version."""

    kind: AgentKind
    name: str
    version: str = ""
