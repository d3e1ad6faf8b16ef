"""How often one client may ask: a bucket of requests that fills again with time, for each."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable
from ipaddress import IPv6Address, ip_address

SECOND = 1_000_000_000
MINUTE = 60 * SECOND
"""Time is counted in nanoseconds: in whole numbers, which add up."""

MOST = 10_000
"""Clients that are remembered; those that asked longest ago are forgotten first."""


class Rates:
    """At most `burst` requests at once, and `minutely` in a minute, of each client."""

    def __init__(self, minutely: int, burst: int, clock: Callable[[], int] = time.monotonic_ns, most: int = MOST) -> None:
        self.each = MINUTE // minutely
        self.burst = burst
        self.clock = clock
        self.most = most
        self._full_again: OrderedDict[str, int] = OrderedDict()

    def wait(self, client: str) -> float:
        """Seconds until this client may ask again; 0: it may now, and this request counts."""
        now = self.clock()
        full = max(self._full_again.pop(client, now), now)
        wait = max(full + self.each - now - self.burst * self.each, 0)
        self._full_again[client] = full if wait else full + self.each
        if len(self._full_again) > self.most:
            self._full_again.popitem(last=False)
        return wait / SECOND


def client(address: str) -> str:
    """Who asks: an IPv4 address, or the network of an IPv6 address, of which one client has as many as it likes."""
    try:
        told = ip_address(address.partition("%")[0])
    except ValueError:
        return address
    if isinstance(told, IPv6Address):
        return str(told.ipv4_mapped or IPv6Address(int(told) >> 64 << 64))
    return str(told)
