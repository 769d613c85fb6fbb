"""Upkeep: back-up, restore, and a look over the installation."""


class UpkeepError(RuntimeError):
    """A back-up or a restore cannot be done: the message says why and what to do. Nothing was put in place."""
