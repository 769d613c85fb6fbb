"""A connection to a host we have checked: resolved here, refused where it is inside the network, cut off in time."""

import ipaddress
import socket
import ssl
import threading
import time
from contextlib import suppress
from types import TracebackType
from typing import Self

from vitrine.server.collection.media.limits import UnreachableError, UnusableMediaError

_NAT64 = ipaddress.ip_network("64:ff9b::/96")
"""IPv6 addresses that a gateway turns into the IPv4 address in their last 32 bits (RFC 6052)."""

_UNICAST = ipaddress.ip_network("2000::/3")
"""All that is handed out of IPv6 for the open internet so far (IANA, IPv6 address space)."""


class Deadline:
    """Time for everything a fetch does. When it is up, the sockets it watches are shut: no server holds us longer, however
    slowly it sends."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self._end = time.monotonic() + seconds
        self._watched: list[socket.socket] = []
        self._timer = threading.Timer(seconds, self._shut)
        self._timer.daemon = True

    def __enter__(self) -> Self:
        self._timer.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._timer.cancel()

    @property
    def passed(self) -> bool:
        """Whether the time is up."""
        return time.monotonic() >= self._end

    def remaining(self) -> float:
        """Return the seconds left. Raises UnusableMediaError where none are."""
        left = self._end - time.monotonic()
        if left <= 0:
            raise self.error()
        return left

    def watch(self, connection: socket.socket) -> None:
        """Shut this socket when the time is up."""
        self._watched.append(connection)

    def error(self) -> UnusableMediaError:
        """Return the error that says that the time was not enough."""
        return UnusableMediaError(f"Fetching it took longer than {self.seconds:g} seconds (VITRINE_MEDIA_TIMEOUT).")

    def _shut(self) -> None:
        for connection in self._watched:
            with suppress(OSError):
                # The plain socket's method: the TLS one would take its state away under a read in another thread.
                socket.socket.shutdown(connection, socket.SHUT_RDWR)


def is_public(address: str) -> bool:
    """Return whether an IP address is one of the open internet, also where it wraps another (mapped, 6to4, NAT64, Teredo)."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        wrapped = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if ip in _NAT64:
            wrapped = ipaddress.IPv4Address(ip.packed[-4:])
        if wrapped is not None:
            return is_public(str(wrapped))
        if ip not in _UNICAST:
            return False
    return ip.is_global and not ip.is_multicast


def connect(host: str, port: int, *, secure: bool, private: bool, deadline: Deadline) -> socket.socket:
    """Connect to `host` (by TLS where `secure`) at an address that was checked; `private` permits those inside the network.

    The name is resolved once and the connection goes to that very address, so that no second answer of the name server can
    lead elsewhere. Raises UnusableMediaError; UnreachableError where no connection comes about.
    """
    trouble = ""
    for address in _addresses(host, port, private):
        try:
            return _open(address, port, host if secure else None, deadline)
        except (OSError, ssl.SSLError) as error:
            trouble = str(error)
    raise UnreachableError(str(deadline.error()) if deadline.passed else f"{host} cannot be reached: {trouble}.")


def _addresses(host: str, port: int, private: bool) -> list[str]:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise UnreachableError(f"There is no host {host}: {error}.") from error
    addresses = list(dict.fromkeys(str(entry[4][0]) for entry in found))
    permitted = [address for address in addresses if private or is_public(address)]
    if not permitted:
        raise UnusableMediaError(
            f"{host} is at {addresses[0]}, an address inside the network, which is not fetched from."
            " If that is meant, name the host in VITRINE_MEDIA_PRIVATE_HOSTS."
        )
    return permitted


def _open(address: str, port: int, tls_name: str | None, deadline: Deadline) -> socket.socket:
    connection = socket.create_connection((address, port), timeout=deadline.remaining())
    deadline.watch(connection)
    if tls_name is None:
        return connection
    secured = ssl.create_default_context().wrap_socket(
        connection, server_hostname=tls_name, do_handshake_on_connect=False
    )
    deadline.watch(secured)
    try:
        secured.do_handshake()
    except (OSError, ssl.SSLError):
        secured.close()
        raise
    return secured
