"""Where a request may go: http and https alone, and only to public addresses, whatever a name or a redirect leads to."""

from __future__ import annotations

import socket
from collections.abc import Callable
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

from tutanak.errors import NoAnswer, Refused

_PORTS = {"http": 80, "https": 443}
_TRANSLATED = IPv6Network("64:ff9b::/96")

Permitted = Callable[[str], bool]
"""May a request go to this numeric address?"""


@dataclass(frozen=True, slots=True)
class Address:
    """An address taken apart, and the numeric addresses that its host had when it was checked: a request goes to one of these."""

    scheme: str
    host: str
    port: int
    target: str
    numbers: tuple[str, ...]

    @property
    def named(self) -> str:
        """Host and port as a request names them."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"


def public(number: str) -> bool:
    """Is this the address of a machine on the open internet, also when it is an IPv4 address in the guise of an IPv6 one?"""
    address = ip_address(number.partition("%")[0])
    inner = _inner(address) if isinstance(address, IPv6Address) else None
    return address.is_global and not address.is_multicast and (inner is None or public(str(inner)))


def _inner(address: IPv6Address) -> IPv4Address | None:
    if address in _TRANSLATED:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour or (address.teredo[1] if address.teredo else None)


def checked(url: str, permitted: Permitted = public) -> Address:
    """The address that a URL leads to. Raises Refused where no request may go, NoAnswer where the name leads nowhere."""
    scheme, host, port, target = parted(url)
    numbers = _looked_up(host, port)
    if wrong := next((n for n in numbers if not permitted(n)), None):
        raise Refused(f"not allowed: {host} is at {wrong}, no public address")
    return Address(scheme, host, port, target, numbers)


def parted(url: str) -> tuple[str, str, int, str]:
    """Scheme, host in ASCII, port, and path with query. Raises Refused."""
    from urllib3.exceptions import LocationParseError
    from urllib3.util import parse_url

    try:
        told = parse_url(url.strip())
        host = (told.host or "").strip("[]").rstrip(".").encode("idna").decode("ascii").lower() if told.host else ""
    except (LocationParseError, UnicodeError):
        raise Refused("not allowed: no address that can be asked") from None
    if told.scheme not in _PORTS:
        raise Refused(f"not allowed: only http and https, not {told.scheme[:20] if told.scheme else 'an address without either'}")
    if not host or told.auth:
        raise Refused("not allowed: an address with a password" if told.auth else "not allowed: no host in the address")
    return told.scheme, host, told.port or _PORTS[told.scheme], told.request_uri


def _looked_up(host: str, port: int) -> tuple[str, ...]:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise NoAnswer(f"no such host: {host}") from None
    return tuple(dict.fromkeys(str(f[4][0]) for f in found))
