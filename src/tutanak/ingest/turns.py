"""Whose turn it is: one request at a time to each host, with the pause it wants in between."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Lock

from tutanak.errors import NoAnswer


class Turns:
    """Lets one request at a time go to each host. `stop` ends all waiting; nobody waits longer than `patience`."""

    def __init__(self, patience: float) -> None:
        self.patience = patience
        self.stopped = Event()
        self._lock = Lock()
        self._hosts: dict[str, _Host] = {}

    @contextmanager
    def of(self, host: str, pause: float) -> Iterator[None]:
        """The turn of this host: begins when it is free, and leaves it `pause` seconds of rest."""
        with self._lock:
            place = self._hosts.setdefault(host, _Host())
        with place.lock:
            self._wait_for(place)
            try:
                yield
            finally:
                place.free_at = max(place.free_at, time.monotonic() + pause)

    def _wait_for(self, place: _Host) -> None:
        waiting = place.free_at - time.monotonic()
        if waiting > self.patience:
            raise NoAnswer(f"busy: the host wants to be left alone for {waiting:.0f} seconds")
        self.wait(waiting)

    def rest(self, host: str, seconds: float) -> None:
        """Leave a host alone for so long."""
        self._hosts[host].free_at = time.monotonic() + seconds

    def wait(self, seconds: float) -> None:
        """Do nothing for so long. Raises NoAnswer when the run is stopped meanwhile."""
        if self.stopped.wait(max(seconds, 0)):
            raise NoAnswer("stopped: the run was ended before its turn")

    def stop(self) -> None:
        self.stopped.set()


class _Host:
    def __init__(self) -> None:
        self.lock = Lock()
        self.free_at = 0.0
