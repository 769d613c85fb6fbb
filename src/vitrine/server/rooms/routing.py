"""The sockets of the site: one, into a room, and only from our own pages."""

from typing import Any
from urllib.parse import urlsplit

from channels.routing import URLRouter
from channels.security.websocket import WebsocketDenier
from django.conf import settings
from django.http.request import split_domain_port, validate_host
from django.urls import re_path

from vitrine.server.rooms.consumer import RoomConsumer
from vitrine.server.rooms.letters import CODE

_nobody = WebsocketDenier.as_asgi()
_known = URLRouter(
    [
        re_path(rf"^play/together/(?P<code>{CODE.pattern})/socket$", RoomConsumer.as_asgi()),
        re_path("", _nobody),
    ]
)


async def sockets(scope: dict[str, Any], receive: Any, send: Any) -> None:
    """Let into a room whoever comes from a page of this site: another site would seat its readers without their knowing.

    Channels' own validator compares with the allowed hosts alone, so that one that allows all lets everybody in.
    """
    await (_known if _is_from_here(dict(scope["headers"])) else _nobody)(scope, receive, send)


def _is_from_here(headers: dict[bytes, bytes]) -> bool:
    origin, host = (headers.get(name, b"").decode("latin-1") for name in (b"origin", b"host"))
    if origin and origin == settings.SITE_URL:
        return True
    name, _ = split_domain_port(host)
    try:
        from_ = urlsplit(origin).hostname
    except ValueError:
        return False
    # Without the port: some proxies pass on the name alone.
    return bool(name) and name.strip("[]") == from_ and validate_host(name, settings.ALLOWED_HOSTS)
