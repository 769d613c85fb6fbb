"""Where a game tells that something happened with a work: three words, nothing about who."""

import time
from collections import OrderedDict

import msgspec
from django.http import HttpRequest, HttpResponse
from django.utils.crypto import get_random_string, salted_hmac
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from vitrine.server.people.limits import address_of
from vitrine.server.play.counts import Event, note
from vitrine.server.play.models import Tally

_LONGEST = 600
"""Bytes of a message: the longest key of a work and some words."""

_MOST = 300
"""Messages from one address in a minute: all visitors of a house may stand behind one, and play slower than that."""

_REMEMBERED = 2_000
"""Addresses remembered for a minute, as digests under a salt that this process alone has."""


class Told(msgspec.Struct, forbid_unknown_fields=True):
    """What a game sends. `work` is source and key as in the work's address."""

    game: str
    work: str
    what: str


_salt = get_random_string(32)
_seen: OrderedDict[str, tuple[float, int]] = OrderedDict()


@csrf_exempt
@require_POST
def counts(request: HttpRequest) -> HttpResponse:
    """Count one event. Always answers 204 to what is well formed, 400 to the rest, 429 to too much: nobody learns anything."""
    if request.headers.get("Sec-Fetch-Site", "same-origin") != "same-origin":
        return HttpResponse(status=403)
    if _too_many(address_of(request)):
        return HttpResponse(status=429)
    event = _read(request.read(_LONGEST + 1))
    if event is None:
        return HttpResponse(status=400)
    note(event)
    return HttpResponse(status=204)


def _read(body: bytes) -> Event | None:
    try:
        told = msgspec.json.decode(body, type=Told)
    except (msgspec.DecodeError, UnicodeError):
        return None
    source, slash, key = told.work.partition("/")
    known = told.game in Tally.Game.values and told.what in Tally.What.values
    return Event(told.game, source, key, told.what) if known and slash and "\0" not in told.work else None


def _too_many(address: str) -> bool:
    digest = salted_hmac("vitrine.play", address, secret=_salt).hexdigest()
    now = time.monotonic()
    began, number = _seen.get(digest, (now, 0))
    if now - began > 60:
        began, number = now, 0
    _seen[digest] = (began, number + 1)
    _seen.move_to_end(digest)
    while len(_seen) > _REMEMBERED:
        _seen.popitem(last=False)
    return number >= _MOST
