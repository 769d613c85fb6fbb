"""Every setting an operator may make, in one list: read from the environment, printed in the documentation."""

import os
from pathlib import Path
from typing import NamedTuple


class Option(NamedTuple):
    """A setting: the environment variable, its default as text, and what it does."""

    name: str
    default: str
    help: str


OPTIONS = (
    Option("VITRINE_HOME", "", "The folder that holds everything. Default: the platform's user data folder."),
    Option(
        "DATABASE_URL", "", "A PostgreSQL address (postgres://user:password@host/name). Default: SQLite in the home."
    ),
    Option("VITRINE_ADDRESS", "127.0.0.1:8000", "Where `vitrine serve` listens."),
    Option(
        "VITRINE_SITE_URL",
        "http://127.0.0.1:8000",
        "The public address of the site. With https://, cookies are sent over https only.",
    ),
    Option("VITRINE_HOSTS", "localhost,127.0.0.1,[::1]", "Host names the site answers to, separated by commas."),
    Option("VITRINE_LANGUAGE", "en", "The language of the interface: en, it or de."),
    Option("VITRINE_TIME_ZONE", "UTC", "The museum's time zone, such as Europe/Rome."),
    Option("VITRINE_MEDIA_MAX_BYTES", "200000000", "The largest media file that is taken in, in bytes."),
    Option("VITRINE_MEDIA_MAX_PIXELS", "400000000", "The most pixels an image may claim (width times height)."),
    Option("VITRINE_MEDIA_TIMEOUT", "60", "Seconds that fetching one media file may take."),
    Option("VITRINE_MEDIA_RATE", "2", "Media files fetched per second from one host."),
    Option(
        "VITRINE_MEDIA_PRIVATE_HOSTS",
        "",
        "Hosts with private or link-local addresses that media may be fetched from, separated by commas.",
    ),
)

_BY_NAME = {option.name: option for option in OPTIONS}


def option(name: str) -> str:
    """Return the setting `name` from the environment, or its default."""
    return os.environ.get(name) or _BY_NAME[name].default


def names(name: str) -> list[str]:
    """Return a setting that is a list separated by commas."""
    return [part.strip() for part in option(name).split(",") if part.strip()]


def home() -> Path:
    """Return the home that this process was started on."""
    return Path(os.environ["VITRINE_HOME"])
