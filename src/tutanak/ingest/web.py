"""One question to one server: within limits, to the very address that was checked, so that a name cannot lead elsewhere meanwhile."""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from http.client import HTTPException
from threading import Event, Timer
from typing import TYPE_CHECKING, Any

from tutanak.errors import InputError, NoAnswer, Unfinished
from tutanak.ingest.addresses import Address, Permitted, checked, public
from tutanak.ingest.limits import Limits, unpacked

if TYPE_CHECKING:
    from urllib3.connection import HTTPConnection

TRIED = 3  # numeric addresses of one host


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server said. headers: their names in lower case; body: unpacked, and empty unless the status is 200."""

    url: str
    status: int
    headers: Mapping[str, str]
    body: bytes
    fetched: str

    @property
    def media(self) -> str:
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()

    @property
    def charset(self) -> str | None:
        _, _, after = self.headers.get("content-type", "").lower().partition("charset=")
        return after.partition(";")[0].strip(" \"'") or None


class Web:
    """Asks servers under one name. permitted: which numeric addresses may be asked; authorities: a file of certificates to trust instead."""

    def __init__(self, agent: str, limits: Limits | None = None, permitted: Permitted = public, authorities: str | None = None) -> None:
        self.agent = agent
        self.limits = limits or Limits()
        self.permitted = permitted
        self.authorities = authorities
        self._lines: set[_Line] = set()

    def stop(self) -> None:
        """Break off whatever is under way."""
        for line in list(self._lines):
            line.cut()

    def ask(self, url: str, headers: Mapping[str, str] | None = None) -> Answer:
        """Ask once; redirects are answers like others. Raises Refused, NoAnswer, TooLarge, Unfinished."""
        address = checked(url, self.permitted)
        with self._connected(address) as connection:
            sent = {"Host": address.named, "User-Agent": self.agent, "Accept-Encoding": "gzip, deflate", "Connection": "close", **(headers or {})}
            connection.request("GET", address.target, headers=sent, preload_content=False, decode_content=False)
            response = connection.getresponse()
            told = {name.lower(): value for name, value in response.headers.items()}
            body = b""
            if response.status == 200:
                body = unpacked(response.stream(1 << 16, decode_content=False), told.get("content-encoding", ""), self.limits.size)
            return Answer(url, response.status, told, body, now())

    @contextmanager
    def _connected(self, address: Address) -> Iterator[HTTPConnection]:
        """A connection that is given up after so many seconds, its failures told in one line."""
        from urllib3 import exceptions

        with _Line(self.limits.seconds) as line:
            self._lines.add(line)
            try:
                connection = line.hold(self._opened(address, line))
                yield connection
                if late := line.late():
                    raise late
            except InputError:
                raise
            except (exceptions.IncompleteRead, exceptions.ProtocolError) as problem:
                raise (line.late() or Unfinished(f"cut: {_plain(problem)}")) from None
            except (exceptions.HTTPError, HTTPException, OSError, ValueError) as problem:
                raise (line.late() or NoAnswer(f"no answer: {_plain(problem)}")) from None
            finally:
                self._lines.discard(line)

    def _opened(self, address: Address, line: _Line) -> HTTPConnection:
        from urllib3.exceptions import HTTPError

        for number in address.numbers[:TRIED]:
            connection = line.hold(self._connection(address, number))
            try:
                connection.connect()
            except (HTTPError, OSError) as problem:
                last: Exception = problem
                connection.close()
            else:
                return connection
        raise last

    def _connection(self, address: Address, number: str) -> HTTPConnection:
        from urllib3.connection import HTTPConnection, HTTPSConnection

        if address.scheme == "http":
            return HTTPConnection(number, address.port, timeout=self.limits.pause)
        named: dict[str, Any] = {"server_hostname": address.host, "assert_hostname": address.host, "cert_reqs": "CERT_REQUIRED"}
        return HTTPSConnection(number, address.port, timeout=self.limits.pause, ca_certs=self.authorities, **named)


class _Line:
    """Closes the connection that it holds when its time is over, whatever the server is busy with."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self.over = Event()
        self.held: HTTPConnection | None = None
        self.socket: socket.socket | None = None
        self.timer = Timer(seconds, self.cut)
        self.timer.daemon = True

    def hold(self, connection: HTTPConnection) -> HTTPConnection:
        """Keep hold of a connection, and of its socket once there is one: it outlives the connection while a body is read."""
        self.held = connection
        if connection.sock is not None and self.socket is None:
            self.socket = socket.socket(fileno=os.dup(connection.sock.fileno()))
        return connection

    def late(self) -> NoAnswer | None:
        return NoAnswer(f"too slow: not done after {self.seconds:g} seconds") if self.over.is_set() else None

    def cut(self) -> None:
        """The time is over."""
        self.over.set()
        for end in (self.socket, getattr(self.held, "sock", None)):
            if end is not None:
                with suppress(OSError, ValueError):
                    end.shutdown(socket.SHUT_RDWR)

    def __enter__(self) -> _Line:
        self.timer.start()
        return self

    def __exit__(self, *_problem: object) -> None:
        self.timer.cancel()
        if self.held is not None:
            self.held.close()
        if self.socket is not None:
            self.socket.close()


def _plain(problem: Exception) -> str:
    """What went wrong, in a few words, without the objects that libraries print."""
    told = str(problem)
    for sign, words in _LIKELY.items():
        if sign.lower() in told.lower() or sign == type(problem).__name__:
            return words
    return (told.rpartition(": ")[2] or type(problem).__name__)[:100].strip("()'\" ")


_LIKELY = {
    "timed out": "it takes too long", "unreachable": "it cannot be reached", "Connection refused": "it refuses the connection",
    "hostname mismatch": "its certificate is for another host", "doesn't match": "its certificate is for another host",
    "address mismatch": "its certificate is for another host", "certificate has expired": "its certificate has expired",
    "certificate is not yet valid": "its certificate is not valid yet", "certificate in certificate chain": "its certificate cannot be trusted",
    "self-signed certificate": "its certificate is signed by nobody but itself", "CERTIFICATE_VERIFY_FAILED": "its certificate cannot be trusted",
    "WRONG_VERSION_NUMBER": "it does not speak TLS",
    "reset by peer": "it broke off the connection", "IncompleteRead": "it broke off in the middle", "BadStatusLine": "it does not speak HTTP",
    "RemoteDisconnected": "it broke off the connection", "closed connection": "it broke off the connection",
    "bytes when reading": "a header too long", "got more than": "too many headers",
}  # fmt: skip


def now() -> str:
    """This second, in UTC."""
    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
