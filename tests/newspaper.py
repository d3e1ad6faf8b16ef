"""An invented newspaper for the tests of ingest: its pages, its web archive, and a server on loopback that may misbehave."""

from __future__ import annotations

import gzip
import ssl
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Lock, Thread
from typing import Any

REPORT = (
    "Dışişleri Bakanı Ali Veli, Roma’da İtalya Dışişleri Bakanı Mario Rossi ile bir araya geldi.",
    "Veli, “İki ülke arasındaki ilişkiler gelişiyor.” dedi. Görüşmede enerji ve ulaştırma da ele alındı.",
    "Rossi ise ticaretin geçen yıl yüzde 14 arttığını söyledi ve yeni bir ‘ortaklık’ çağrısında bulundu.",
)
JSON_LD = """<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [{"@type": "Organization", "name": "Örnek"},
{"@type": "NewsArticle", "headline": "Bakanlar Roma&#39;da görüştü", "datePublished": "2024-03-05T21:30:00Z", "author": [{"name": "Ayşe Kaya"}],
"publisher": {"name": "Örnek Gazete"}}]}</script>"""


def page(*paragraphs: str, head: str = "", heading: str = "Bakanlar Roma'da görüştü", top: str = "", charset: str = "") -> str:
    """A page as newspapers write them: menus, an article, a foot."""
    meta = f'<meta charset="{charset}">' if charset else ""
    words = "".join(f"<p>{p}</p>" for p in paragraphs or REPORT)
    return (
        f"<!DOCTYPE html><html lang='tr'><head>{meta}<title>{heading} - Örnek Gazete</title>{head}</head><body>"
        f"<nav><ul><li><a href='/'>Ana sayfa</a></li><li><a href='/spor'>Spor</a></li></ul></nav>"
        f"<article><h1>{heading}</h1>{top}{words}</article><footer><p>Her hakkı saklıdır</p></footer></body></html>"
    )


def record(url: str, body: bytes, *, media: str = "text/html; charset=utf-8", head: bytes = b"", status: bytes = b"200 OK") -> bytes:
    """A record of a web archive that holds an answer."""
    answer = b"HTTP/1.1 " + status + b"\r\nContent-Type: " + media.encode() + b"\r\n" + head + b"\r\n" + body
    lines = (
        "WARC/1.0", "WARC-Type: response", f"WARC-Target-URI: {url}", "WARC-Date: 2024-03-06T10:00:00Z",
        "WARC-Record-ID: <urn:uuid:12345678-1234-1234-1234-123456789012>", "Content-Type: application/http; msgtype=response",
        f"Content-Length: {len(answer)}",
    )  # fmt: skip
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + answer + b"\r\n\r\n"


def packed(*records: bytes) -> bytes:
    """Records as .warc.gz has them, one gzip member each."""
    return b"".join(gzip.compress(r, mtime=0) for r in records)


@dataclass
class Said:
    """What the server is to answer: a status, a body, headers; or, instead, to do as it likes with the connection."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    media: str = "text/html; charset=utf-8"
    wild: Callable[[Any], None] | None = None


@dataclass
class Asked:
    """A request as it came."""

    path: str
    headers: dict[str, str]
    at: float


class Server:
    """A server on loopback; `pages` says what it answers, `asked` what it was asked, `at_once` the most requests it had at one time.

    secured: its certificate and key, where it speaks TLS."""  # fmt: skip

    def __init__(self, secured: ssl.SSLContext | None = None) -> None:
        self.pages: dict[str, Said | Callable[[Asked], Said]] = {"/robots.txt": Said(status=404)}
        self.asked: list[Asked] = []
        self.at_once = 0
        self._now = 0
        self._lock = Lock()
        self._http = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._http.daemon_threads = True
        if secured:
            self._http.socket = secured.wrap_socket(self._http.socket, server_side=True)
        Thread(target=self._http.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()

    @property
    def port(self) -> int:
        return self._http.server_port

    def url(self, path: str) -> str:
        return f"http://127.0.0.1:{self.port}{path}"

    def paths(self) -> list[str]:
        """What was asked for, robots.txt apart."""
        return [a.path for a in self.asked if a.path != "/robots.txt"]

    def close(self) -> None:
        self._http.shutdown()
        self._http.server_close()

    def _answer(self, handler: BaseHTTPRequestHandler) -> None:
        asked = Asked(handler.path, {k.lower(): v for k, v in handler.headers.items()}, time.monotonic())
        with self._lock:
            self.asked.append(asked)
            self._now += 1
            self.at_once = max(self.at_once, self._now)
        try:
            said = self.pages.get(handler.path.partition("?")[0], Said(status=404))
            _send(handler, said(asked) if callable(said) else said)
        finally:
            with self._lock:
                self._now -= 1

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        server = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                with suppress(OSError):
                    server._answer(self)

            def log_message(self, *_: object) -> None:
                pass

        return Handler


def _send(handler: BaseHTTPRequestHandler, said: Said) -> None:
    if said.wild:
        said.wild(handler)
        return
    handler.send_response(said.status)
    for name, value in {"Content-Type": said.media, "Content-Length": str(len(said.body)), **said.headers}.items():
        handler.send_header(name, value)
    handler.end_headers()
    handler.wfile.write(said.body)
