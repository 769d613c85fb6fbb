"""Every setting an operator may make, in one list: read from the environment, printed in the documentation."""

import os
import zoneinfo
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit


class SettingError(ValueError):
    """A setting of the operator makes no sense: the message names it."""


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
    Option(
        "VITRINE_PROXIES",
        "0",
        "How many proxies stand in front, each adding to X-Forwarded-For: with 0 that header is not believed.",
    ),
    Option("VITRINE_LANGUAGE", "en", "The language of the interface: en, it, de, fr or es."),
    Option("VITRINE_TIME_ZONE", "UTC", "The museum's time zone, such as Europe/Rome."),
    Option("VITRINE_UPLOAD_MAX_BYTES", "2000000000", "The largest file that the studio takes for an import, in bytes."),
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


LANGUAGES = ("en", "it", "de", "fr", "es")
"""What the interface is translated into."""


def check() -> None:
    """Look at the settings that nothing starts without. Raises SettingError."""
    database_engine()
    if option("VITRINE_LANGUAGE") not in LANGUAGES:
        raise SettingError(
            f"The setting VITRINE_LANGUAGE is {option('VITRINE_LANGUAGE')!r}: it must be {', '.join(LANGUAGES)}."
        )
    if not (option("VITRINE_PROXIES").isascii() and option("VITRINE_PROXIES").isdecimal()):
        raise SettingError(
            f"The setting VITRINE_PROXIES is {option('VITRINE_PROXIES')!r}: it must be a number, such as 1."
        )
    try:
        zoneinfo.ZoneInfo(option("VITRINE_TIME_ZONE"))
    except (ValueError, OSError, zoneinfo.ZoneInfoNotFoundError) as error:
        raise SettingError(
            f"The setting VITRINE_TIME_ZONE is {option('VITRINE_TIME_ZONE')!r}: it must be a time zone, such as Europe/Rome."
        ) from error


def database_engine() -> str:
    """Return `sqlite` or `postgresql`. Raises SettingError, which never shows the address: a password may stand in it."""
    url = option("DATABASE_URL")
    if not url:
        return "sqlite"
    scheme, mark, _ = url.partition("://")
    if not mark or scheme not in ("postgres", "postgresql"):
        kind = f"names a database of the kind {scheme!r}" if mark and scheme.isalnum() else "is no address"
        raise SettingError(f"The setting DATABASE_URL {kind}: it must be blank or begin with postgres://.")
    import psycopg.conninfo  # noqa: PLC0415  (half a second that SQLite need not wait for)

    try:
        _ = urlsplit(url).port
        psycopg.conninfo.conninfo_to_dict(url)
    except (ValueError, psycopg.Error):
        raise SettingError(
            "The setting DATABASE_URL is no address such as postgres://user:password@host:5432/name. In a password,"
            " write @ as %40, / as %2F, # as %23, : as %3A, % as %25."
        ) from None
    return "postgresql"


def one_line(error: BaseException) -> str:
    """Return the first line of what an error says, without its full stop: drivers explain themselves over several."""
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    return lines[0].rstrip(".") if lines else type(error).__name__


def home() -> Path:
    """Return the home that this process was started on."""
    return Path(os.environ["VITRINE_HOME"])
