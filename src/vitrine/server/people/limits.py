"""How often one may try to sign in.

A try is noted before the password is looked at, so that a hundred sent at once are counted as a hundred. Whether an account of
that name exists plays no part: what is counted is what was typed and where it came from.
"""

import ipaddress
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import NamedTuple

from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import salted_hmac

from vitrine.server.options import option
from vitrine.server.people.models import Attempt

COOL_OFF = timedelta(minutes=15)
"""How long a try counts: at five in a quarter of an hour, the twelve characters of a password are out of reach."""

TRIES_FOR_NAME = 5
"""Tries with one name from one address: enough to mistype, and to remember the other password."""

TRIES_FROM_ADDRESS = 50
"""Tries from one address with whatever names: a museum's whole office may stand behind one."""

_NETWORK_BITS = 64
"""One connection of IPv6 has at least so many addresses: the network counts, not the address."""


class Tried(NamedTuple):
    """A try that may go on: its rows, and what is counted for its name."""

    rows: list[int]
    name_key: str


class TooManyError(RuntimeError):
    """Too many tries; `until` is when the next one is looked at."""

    def __init__(self, until: datetime) -> None:
        super().__init__(f"too many tries until {until.isoformat()}")
        self.until = until


def begin(name: str, address: str) -> Tried:
    """Note a try with `name` from `address`. Raises TooManyError; a try that is refused does not prolong the wait."""
    now = timezone.now()
    Attempt.objects.filter(at__lte=now - COOL_OFF).delete()
    limits = {_key("name", name.casefold(), address): TRIES_FOR_NAME, _key("address", address): TRIES_FROM_ADDRESS}
    rows = [Attempt.objects.create(key=key, at=now).pk for key in limits]
    waits = [until for key, limit in limits.items() if (until := _until(key, limit, now))]
    if waits:
        Attempt.objects.filter(pk__in=rows).delete()
        raise TooManyError(max(waits))
    return Tried(rows, next(iter(limits)))


def succeeded(tried: Tried) -> None:
    """Forget this try and those with its name: whoever has signed in is no guesser. Other names from the address still count."""
    Attempt.objects.filter(pk__in=tried.rows).delete()
    Attempt.objects.filter(key=tried.name_key).delete()


def address_of(request: HttpRequest) -> str:
    """Return the network address that a request came from."""
    return address_behind(request.headers.get("X-Forwarded-For", ""), request.META.get("REMOTE_ADDR") or "")


def address_behind(forwarded: str, address: str) -> str:
    """Return the network address that a request came from: `address` asked us, `forwarded` is its X-Forwarded-For.

    Each proxy adds the address that it was asked from at the end of X-Forwarded-For, and anybody can write the rest: so as many
    entries are counted from the end as the operator says there are proxies.
    """
    proxies = int(option("VITRINE_PROXIES"))
    named = [part.strip() for part in forwarded.split(",") if part.strip()]
    if proxies and len(named) >= proxies:
        address = named[-proxies]
    return _network(address)


def _network(address: str) -> str:
    try:
        parsed = ipaddress.ip_address(address.strip("[]"))
    except ValueError:
        return address
    if parsed.version == 6:
        if parsed.ipv4_mapped:
            return str(parsed.ipv4_mapped)
        return str(ipaddress.ip_network((parsed.packed, _NETWORK_BITS), strict=False))
    return str(parsed)


def _until(key: str, limit: int, now: datetime) -> datetime | None:
    times: Iterable[datetime] = (
        Attempt.objects.filter(key=key, at__gt=now - COOL_OFF).order_by("-at", "-pk").values_list("at", flat=True)
    )
    newest = list(times[: limit + 1])  # type: ignore[index]
    # The newest is this try itself. The one that fills the limit has to grow old first.
    return newest[limit] + COOL_OFF if len(newest) > limit else None


def _key(*parts: str) -> str:
    return salted_hmac("vitrine.people.limits", "\x00".join(parts), algorithm="sha256").hexdigest()
