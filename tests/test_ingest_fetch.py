"""Pages fetched from a server on loopback that behaves as servers do, and worse; nothing here asks the network outside."""

from __future__ import annotations

import email.utils
import gzip
import re
import socket
import threading
import time
import zlib
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

import newspaper
from newspaper import Asked, Said, Server
from tutanak.errors import BadLine, NoAnswer, Refused
from tutanak.ingest import Entry, Failure, Given, Skipped, addresses, feeds, fetch
from tutanak.ingest.fetch import Fetcher, Wish
from tutanak.ingest.limits import Limits
from tutanak.ingest.source import Visit
from tutanak.ingest.web import Web

PAGE = newspaper.page(head=newspaper.JSON_LD).encode()
TEXT = "\n".join(newspaper.REPORT)
SMALL = Limits(size=200_000, seconds=1.0, pause=0.5, redirects=5)


@pytest.fixture
def server() -> Iterator[Server]:
    server = Server()
    server.pages["/1"] = Said(PAGE)
    yield server
    server.close()


def loopback(number: str) -> bool:
    return number == "127.0.0.1"


def fetcher(known: Callable[[str], Visit | None] = lambda _url: None, *, pause: float = 0.0, **more: Any) -> Fetcher:
    web = Web(fetch.agent("someone@ornek.example", "0.1.0"), SMALL, loopback)
    return Fetcher(web, known, pause=pause, **more)


def got(server: Server, *paths: str, by: Fetcher | None = None) -> list[Entry]:
    return list((by or fetcher()).fetch(Wish(p if p.startswith("http") else server.url(p)) for p in paths))


def why(server: Server, path: str = "/x", by: Fetcher | None = None) -> str:
    (entry,) = got(server, path, by=by)
    assert not isinstance(entry, Given), entry
    return entry.why


def whole(entry: Entry) -> Given:
    assert isinstance(entry, Given), entry
    return entry


# what is fetched


def test_a_page_is_fetched_with_its_facts(server: Server) -> None:
    server.pages["/1"] = Said(PAGE, headers={"ETag": '"a"', "Last-Modified": "Tue, 05 Mar 2024 22:30:00 GMT"})
    made = whole(*got(server, "/1"))
    assert (made.article.text, made.article.published, made.article.outlet) == (TEXT, "2024-03-06T00:30+03:00", "Örnek Gazete")
    assert made.article.url == server.url("/1")
    assert made.source
    assert (made.source.kind, made.source.where, made.source.etag) == ("url", server.url("/1"), '"a"')
    assert made.source.fetched
    assert made.visit == Visit(server.url("/1"), 200, made.source.fetched, '"a"', "Tue, 05 Mar 2024 22:30:00 GMT")


def test_the_server_learns_who_asks(server: Server) -> None:
    got(server, "/1")
    assert [a.headers["user-agent"] for a in server.asked] == ["tutanak/0.1.0 (+someone@ornek.example)"] * 2
    assert server.asked[1].headers["host"] == f"127.0.0.1:{server.port}"


@pytest.mark.parametrize("charset", ["ISO-8859-9", "iso-8859-1", "windows-1254", "utf-8", ""])
def test_windows_1254_under_any_name_keeps_its_marks(server: Server, charset: str) -> None:
    server.pages["/1"] = Said(PAGE.decode().encode("cp1254"), media=f"text/html; charset={charset}" if charset else "text/html")
    assert whole(*got(server, "/1")).article.text == TEXT


@pytest.mark.parametrize(
    ("coding", "packed"),
    [
        ("gzip", gzip.compress(PAGE)), ("deflate", zlib.compress(PAGE)), ("deflate", zlib.compress(PAGE)[2:-4]),
        ("gzip", gzip.compress(PAGE[:99]) + gzip.compress(PAGE[99:])),
    ],
)  # fmt: skip
def test_packed_pages(server: Server, coding: str, packed: bytes) -> None:
    server.pages["/1"] = Said(packed, headers={"Content-Encoding": coding})
    assert whole(*got(server, "/1")).article.text == TEXT


def test_a_plain_text_is_an_article_too(server: Server) -> None:
    server.pages["/1"] = Said(TEXT.encode("cp1254"), media="text/plain; charset=iso-8859-9")
    assert whole(*got(server, "/1")).article.text == TEXT


def test_redirects_are_followed(server: Server) -> None:
    server.pages["/a"] = Said(status=301, headers={"Location": "b?x=1#end"})
    server.pages["/b"] = Said(status=302, headers={"Location": server.url("/1")})
    made = whole(*got(server, "/a"))
    assert made.article.url == server.url("/1")
    assert made.visit
    assert made.visit.url == server.url("/a")


# what is not: one clear line each


def test_endless_redirects(server: Server) -> None:
    server.pages["/x"] = lambda asked: Said(status=302, headers={"Location": f"/x?{len(asked.path)}x"})
    assert why(server) == "endless redirects: more than 5"
    assert len(server.paths()) == 6


PRIVATE = (
    "http://127.0.0.2/", "http://10.0.0.1/", "http://192.168.1.1/", "http://169.254.169.254/latest/meta-data", "http://[::1]/", "http://0.0.0.0/",
    "http://[::ffff:10.0.0.1]/", "http://[64:ff9b::a00:1]/", "http://[2002:a00:1::]/", "http://100.64.0.1/", "http://2130706434/", "http://0x7f000002/",
    "http://224.0.0.1/", "http://[fe80::1]/", "http://[fd00::1]/",
)  # fmt: skip


@pytest.mark.parametrize("target", PRIVATE)
def test_no_redirect_leads_to_a_private_address(server: Server, target: str, monkeypatch: pytest.MonkeyPatch) -> None:
    server.pages["/x"] = Said(status=302, headers={"Location": target})
    by = fetcher()
    by.web.permitted = lambda number: loopback(number) or addresses.public(number)
    monkeypatch.setattr(by.web, "ask", _unless(server, by.web.ask))
    assert why(server, by=by).startswith(("not allowed", "robots.txt cannot be read: not allowed"))


def _unless(server: Server, ask: Callable[..., Any]) -> Callable[..., Any]:
    """Asks as usual, but fails the test where a request would leave for anything but the server."""

    def asked(url: str, headers: Any = None) -> Any:
        if addresses.checked(url, lambda number: loopback(number) or addresses.public(number)).port != server.port:
            raise AssertionError(f"asked {url}")
        return ask(url, headers)

    return asked


def test_the_server_itself_is_private_unless_allowed(server: Server) -> None:
    by = Fetcher(Web("x"), pause=0)
    assert "127.0.0.1, no public address" in why(server, "/1", by=by)
    assert server.asked == []


@pytest.mark.parametrize("number", ["8.8.8.8", "2a00:1450:4001:830::200e", "64:ff9b::808:808"])
def test_public_addresses(number: str) -> None:
    assert addresses.public(number)


def _answers(monkeypatch: pytest.MonkeyPatch, *answers: list[str]) -> list[str]:
    """Let names be looked up to these numbers, one answer after the other; returns what was looked up."""
    asked: list[str] = []
    real = socket.getaddrinfo

    def looked_up(host: str, *more: Any, **options: Any) -> Any:
        if not host.endswith(".example"):
            return real(host, *more, **options)
        asked.append(host)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (n, more[0] if more else 0)) for n in answers[min(len(asked), len(answers)) - 1]]

    monkeypatch.setattr(socket, "getaddrinfo", looked_up)
    return asked


def test_a_name_with_one_private_address_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    _answers(monkeypatch, ["8.8.8.8", "10.0.0.1"])
    with pytest.raises(Refused, match=r"ornek\.example is at 10\.0\.0\.1, no public address"):
        addresses.checked("https://ornek.example/")


def test_the_connection_goes_to_the_address_that_was_checked(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that is at an allowed address when it is checked, and at another when it is asked again, leads to the first."""
    asked = _answers(monkeypatch, ["127.0.0.1"], ["10.0.0.1"])
    answer = Web("x", SMALL, loopback).ask(f"http://ornek.example:{server.port}/1")
    assert answer.status == 200
    assert asked == ["ornek.example"]
    assert server.asked[0].headers["host"] == f"ornek.example:{server.port}"


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("file:/etc/hosts", "only http and https, not file"), ("ftp://ornek.example/", "not ftp"), ("gopher://x/", "not gopher"),
        ("//ornek.example/x", "not an address without either"), ("ornek", "without either"), ("javascript:alert(1)", "only http and https|no addr"),
        ("http://user:pw@ornek.example/", "an address with a password"), ("http:///x", "no host|no address"), ("http://a b/", "no address|no host"),
        ("http://ornek.example:99999/", "no address"), ("http://" + "a" * 300 + ".example/", "no address"), ("", "without either"),
    ],
)  # fmt: skip
def test_addresses_that_are_none(server: Server, url: str, told: str) -> None:
    (entry,) = got(server, *[url]) if url.startswith("http") else list(fetcher().fetch([Wish(url)]))
    assert isinstance(entry, Failure)
    assert re.search(told, entry.why), entry.why


def test_a_name_that_leads_nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    def none(*_: Any, **__: Any) -> Any:
        raise socket.gaierror

    monkeypatch.setattr(socket, "getaddrinfo", none)
    with pytest.raises(NoAnswer, match=r"no such host: ornek\.example"):
        addresses.checked("http://ornek.example/")


def raw(*pieces: bytes, pause: float = 0.0) -> Said:
    """Bytes as they are, with a pause between them."""

    def wild(handler: Any) -> None:
        for piece in pieces:
            handler.wfile.write(piece)
            handler.wfile.flush()
            time.sleep(pause)

    return Said(wild=wild)


HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
BOMB = gzip.compress(b"a" * 20_000_000)
HOSTILE = {
    "too large": (Said(b"<p>" + b"a" * 300_000), "too large: more than 200,000 bytes"),
    "endless": (raw(HEAD + b"\r\n", *[b"a" * 100_000] * 50), "too large"),
    "gzip bomb": (Said(BOMB, headers={"Content-Encoding": "gzip"}), "too large: more than 200,000 bytes when unpacked"),
    "deflate bomb": (Said(zlib.compress(b"a" * 20_000_000), headers={"Content-Encoding": "deflate"}), "when unpacked"),
    "cut gzip": (Said(gzip.compress(PAGE)[:-20], headers={"Content-Encoding": "gzip"}), "cut: what is packed has no end"),
    "no gzip": (Said(PAGE, headers={"Content-Encoding": "gzip"}), "broken: it does not unpack"),
    "unknown packing": (Said(PAGE, headers={"Content-Encoding": "zstd"}), "packed as 'zstd', which is not read"),
    "cut": (raw(HEAD + b"Content-Length: 5000\r\n\r\n<p>abc"), "cut: it broke off in the middle"),
    "cut chunk": (raw(HEAD + b"Transfer-Encoding: chunked\r\n\r\n50\r\nabc"), "cut"),
    "wrong chunk": (raw(HEAD + b"Transfer-Encoding: chunked\r\n\r\nzz\r\nabc"), "cut"),
    "no HTTP": (raw(b"hello\r\n\r\n"), "does not speak HTTP|cut"),
    "nothing": (raw(), "broke off the connection"),
    "many headers": (raw(b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 500 + b"\r\n"), "too many headers"),
    "long header": (raw(b"HTTP/1.1 200 OK\r\nX: " + b"y" * 100_000 + b"\r\n\r\n"), "a header too long"),
    "silent": (raw(b"HTTP/1.1", pause=1.5), "takes too long|too slow"),
    "drop by drop, head": (raw(*[b"H"] * 40, pause=0.1), "too slow: not done after 1 seconds"),
    "drop by drop, body": (raw(HEAD + b"\r\n", *[b"<p>a"] * 40, pause=0.1), "too slow: not done after 1 seconds"),
    "an image": (Said(b"\x89PNG", media="image/png"), "not a page: it is image/png"),
    "a PDF as a page": (Said(b"%PDF-1.7"), "not text: it looks like a PDF"),
    "empty": (Said(b""), "empty"),
    "no words": (Said(b"<html><body></body></html>"), "no article"),
    "no address in a redirect": (Said(status=302), "answered 302"),
    "redirect to a file": (Said(status=302, headers={"Location": "file:/etc/passwd"}), "not allowed: only http and https, not file"),
    "not there": (Said(status=404), "answered 404: there is no such page"),
    "broken": (Said(status=500), "answered 500: the server has a fault"),
    "strange": (Said(status=299), "answered 299"),
}


@pytest.mark.parametrize(("said", "told"), HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_server_gets_one_line(server: Server, said: Said, told: str) -> None:
    server.pages["/x"] = said
    begun = time.monotonic()
    line = why(server)
    assert re.search(told, line), line
    assert "\n" not in line
    assert time.monotonic() - begun < 2.5


def test_one_bad_page_does_not_end_the_rest(server: Server) -> None:
    server.pages["/x"] = Said(BOMB, headers={"Content-Encoding": "gzip"})
    assert [type(e) for e in got(server, "/1", "/x", "/1?again")] == [Given, Failure, Given]


def test_a_refused_connection() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    (entry,) = fetcher().fetch([Wish(f"http://127.0.0.1:{port}/")])
    assert isinstance(entry, Failure)
    assert "it refuses the connection" in entry.why


# politeness


@pytest.mark.parametrize(
    ("rules", "told"),
    [
        ("User-agent: *\nDisallow: /x", "not allowed: the site's robots.txt forbids it"),
        ("User-agent: tutanak\nDisallow: /\n\nUser-agent: *\nAllow: /", "forbids it"),
        ("User-agent: *\nCrawl-delay: 1000", "wants 1000 seconds between requests"),
    ],
)
def test_robots_txt_is_obeyed(server: Server, rules: str, told: str) -> None:
    server.pages["/robots.txt"] = Said(rules.encode(), media="text/plain")
    assert told in why(server)
    assert server.paths() == []


def test_robots_txt_that_allows(server: Server) -> None:
    server.pages["/robots.txt"] = Said(b"User-agent: *\nDisallow: /x\nAllow: /1\n\nUser-agent: others\nDisallow: /")
    assert isinstance(got(server, "/1")[0], Given)


@pytest.mark.parametrize("said", [Said(status=500), Said(status=503), raw(), Said(BOMB, headers={"Content-Encoding": "gzip"})])
def test_a_site_whose_robots_txt_cannot_be_read_is_left_alone(server: Server, said: Said) -> None:
    server.pages["/robots.txt"] = said
    assert why(server, "/1").startswith("robots.txt cannot be read: ")
    assert server.paths() == []


def test_robots_txt_is_asked_for_once(server: Server) -> None:
    got(server, "/1", "/1?a", "/1?b")
    assert [a.path for a in server.asked].count("/robots.txt") == 1


def test_one_request_at_a_time_with_the_pause_that_the_site_wants(server: Server) -> None:
    server.pages["/robots.txt"] = Said(b"User-agent: *\nCrawl-delay: 0.2")

    def slow(_: Asked) -> Said:
        time.sleep(0.05)
        return Said(PAGE)

    server.pages["/1"] = slow
    begun = time.monotonic()
    assert len(got(server, *(f"/1?{n}" for n in range(4)))) == 4
    times = [a.at for a in server.asked if a.path != "/robots.txt"]
    assert all(b - a >= 0.2 for a, b in pairwise(times))
    assert server.at_once == 1
    assert time.monotonic() - begun < 3


def test_hosts_are_asked_side_by_side(server: Server) -> None:
    other = Server()
    meet = threading.Barrier(2, timeout=2)

    def waits(_: Asked) -> Said:
        meet.wait()
        return Said(PAGE)

    server.pages["/1"] = other.pages["/1"] = waits
    by = fetcher()
    by.web.permitted = lambda number: number in ("127.0.0.1", "::1")
    found = list(by.fetch([Wish(server.url("/1")), Wish(other.url("/1").replace("127.0.0.1", "localhost"))]))
    other.close()
    assert [type(e) for e in found] == [Given, Given]


def test_what_has_not_changed_is_not_sent_again(server: Server) -> None:
    def asked(request: Asked) -> Said:
        return Said(status=304) if request.headers.get("if-none-match") == '"a"' else Said(PAGE, headers={"ETag": '"a"', "Last-Modified": "then"})

    server.pages["/1"] = asked
    visits: dict[str, Visit] = {}
    first = whole(*got(server, "/1"))
    assert first.visit
    visits[first.visit.url] = first.visit
    (again,) = got(server, "/1", by=fetcher(visits.get))
    assert isinstance(again, Skipped)
    assert again.why == "not changed since last time"
    assert server.asked[-1].headers["if-modified-since"] == "then"
    assert again.visit
    assert (again.visit.status, again.visit.etag) == (304, '"a"')
    visits[again.visit.url] = again.visit
    assert isinstance(got(server, "/1", by=fetcher(visits.get))[0], Skipped)


@pytest.mark.parametrize("status", [429, 503])
@pytest.mark.parametrize("dated", [False, True])
def test_a_busy_server_is_waited_for(server: Server, status: int, dated: bool) -> None:
    answers = [Said(status=status, headers={"Retry-After": email.utils.formatdate(time.time() + 1, usegmt=True) if dated else "1"}), Said(PAGE)]
    server.pages["/1"] = lambda _asked: answers.pop(0)
    assert isinstance(got(server, "/1")[0], Given)
    if not dated:
        assert server.asked[-1].at - server.asked[-2].at >= 1


def test_a_server_that_wants_hours_is_left_alone(server: Server) -> None:
    server.pages["/x"] = Said(status=429, headers={"Retry-After": "7200"})
    found = got(server, "/x", "/1")
    assert [e.why.split(":")[0] for e in found if isinstance(e, Failure)] == ["answered 429", "busy"]
    assert server.paths() == ["/x"]
    visit = found[0].visit
    assert visit
    assert visit.not_before
    assert "left alone until" in why(server, "/x", by=fetcher({visit.url: visit}.get))
    assert server.paths() == ["/x"]


def test_a_server_that_stays_busy_is_given_up(server: Server) -> None:
    server.pages["/x"] = Said(status=503, headers={"Retry-After": "0"})
    assert why(server) == "answered 503: the server is busy"
    assert len(server.paths()) == 3


def test_a_run_that_is_ended_stops_asking(server: Server) -> None:
    by = fetcher(pause=0.3)
    run = by.fetch([Wish(server.url(f"/1?{n}")) for n in range(50)])
    next(run)
    run.close()
    asked = len(server.asked)
    time.sleep(0.5)
    assert len(server.asked) <= asked + 1


def test_a_run_that_is_ended_does_not_wait_for_the_slow(server: Server) -> None:
    other = Server()
    other.pages["/robots.txt"] = raw(*[b"x"] * 50, pause=0.1)
    server.pages["/1"] = Said(PAGE)
    by = fetcher()
    by.web.limits = Limits(seconds=30, pause=30)
    by.web.permitted = lambda number: number in ("127.0.0.1", "::1")
    run = by.fetch([Wish(other.url("/1").replace("127.0.0.1", "localhost")), Wish(server.url("/1"))])
    assert isinstance(next(run), Given)
    begun = time.monotonic()
    run.close()
    other.close()
    assert time.monotonic() - begun < 1.5


# TLS


def test_the_certificate_must_be_the_host_s(server: Server) -> None:
    (entry,) = fetcher().fetch([Wish(server.url("/1").replace("http:", "https:"))])
    assert isinstance(entry, Failure)
    assert "robots.txt cannot be read: no answer: " in entry.why


# feeds


RSS = """<?xml version="1.0" encoding="{encoding}"?><rss version="2.0"><channel><title>Örnek “Gazete”</title>{items}</channel></rss>"""


def rss(*items: str, encoding: str = "utf-8") -> bytes:
    told = RSS.format(encoding=encoding, items="".join(f"<item>{i}</item>" for i in items))
    return told.encode("cp1254" if encoding == "iso-8859-9" else encoding)


def watched(server: Server, visits: dict[str, Visit] | None = None) -> list[Entry]:
    kept: dict[str, Visit] = {} if visits is None else visits
    found = list(feeds.watch(fetcher(kept.get), [feeds.Feed(server.url("/rss"))]))
    kept.update({e.visit.url: e.visit for e in found if e.visit})
    return found


BARE = newspaper.page().encode()


@pytest.mark.parametrize("encoding", ["utf-8", "iso-8859-9"])
@pytest.mark.parametrize(
    ("date", "published"),
    [
        ("<pubDate>Tue, 05 Mar 2024 22:30:00 GMT</pubDate>", "2024-03-06T01:30+03:00"),
        ("<pubDate>Sal, 05 Mart 2024 10:30:00 +0300</pubDate>", "2024-03-05T10:30+03:00"),
        ("<pubDate>5 Ağustos 2024 Pazartesi 10:30</pubDate>", "2024-08-05T10:30"),
        ("<pubDate>05.03.2024</pubDate>", "2024-03-05"),
        ("<pubDate>dün akşam</pubDate>", None),
        ("", None),
    ],
)
def test_a_feed_gives_what_the_page_does_not_say(server: Server, date: str, published: str | None, encoding: str) -> None:
    server.pages["/rss"] = Said(rss(f"<title>Öteki</title><link>/1</link>{date}", encoding=encoding), media="application/rss+xml")
    server.pages["/1"] = Said(BARE)
    made, feed = watched(server)
    assert isinstance(made, Given)
    assert (made.article.published, made.article.outlet, made.article.title) == (published, "Örnek “Gazete”", "Bakanlar Roma'da görüştü")
    assert made.source
    assert (made.source.kind, made.source.feed) == ("feed", server.url("/rss"))
    assert made.source.found.get("published") == ("feed" if published else None)
    assert isinstance(feed, Skipped)


def test_a_feed_s_articles_are_asked_for_once(server: Server) -> None:
    items = [f"<link>/1?{n}</link>" for n in range(3)]
    server.pages["/rss"] = Said(rss(*items, items[0], "<title>ohne</title>"), headers={"ETag": '"x"'})
    visits: dict[str, Visit] = {}
    assert sorted(type(e).__name__ for e in watched(server, visits)) == ["Failure", "Given", "Given", "Given", "Skipped"]
    server.pages["/rss"] = Said(rss(*items, "<link>/1?new</link>"))
    assert sorted(type(e).__name__ for e in watched(server, visits)) == ["Given", *["Skipped"] * 4]
    assert len([p for p in server.paths() if p.startswith("/1")]) == 4


def test_an_article_that_the_feed_calls_changed_is_asked_for_again(server: Server) -> None:
    entry = '<entry><title>a</title><link href="/1"/><updated>{}</updated></entry>'
    atom = f'<feed xmlns="http://www.w3.org/2005/Atom"><title>Ö</title>{entry}</feed>'
    visits: dict[str, Visit] = {}
    server.pages["/rss"] = Said(atom.format("2024-03-05T10:00:00Z").encode(), media="application/atom+xml")
    assert isinstance(watched(server, visits)[0], Given)
    assert [type(e) for e in watched(server, visits)] == [Skipped, Skipped]
    visits[server.url("/1")] = Visit(server.url("/1"), 200, "2024-03-05T09:00:00Z")
    assert isinstance(watched(server, visits)[0], Given)


LAUGHS = b'<!DOCTYPE x [<!ENTITY a "ha">' + b"".join(b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 20) for n in range(8)) + b"]>"


@pytest.mark.parametrize(
    "body",
    [
        b"", b"<html><body>no feed</body></html>", b"\x89PNG", b"<rss", LAUGHS + b"<rss version='2.0'><channel><title>&i;</title></channel></rss>",
        b'<!DOCTYPE x [<!ENTITY f SYSTEM "file:/etc/passwd">]><rss version="2.0"><channel><title>&f;</title></channel></rss>',
    ],
)  # fmt: skip
def test_what_is_no_feed(server: Server, body: bytes) -> None:
    server.pages["/rss"] = Said(body, media="application/rss+xml")
    begun = time.monotonic()
    (entry,) = watched(server)
    assert isinstance(entry, Failure) or entry.visit
    assert "root:" not in str(entry)
    assert time.monotonic() - begun < 2


def test_a_broken_feed_is_read_as_far_as_it_goes(server: Server) -> None:
    server.pages["/rss"] = Said(rss("<title>A & B</title><link>/1</link>")[:-22])
    assert isinstance(watched(server)[0], Given)


# the feeds file


def test_a_feeds_file(tmp_path: Path) -> None:
    path = tmp_path / "feeds.toml"
    path.write_text('contact = "a@b.example"\n[[feed]]\nurl = "https://ornek.example/rss"\noutlet = "Örnek"\n[[feed]]\nurl = "https://x.example/"\n')
    told = feeds.load(str(path))
    assert told.contact == "a@b.example"
    assert told.feeds == (feeds.Feed("https://ornek.example/rss", "Örnek"), feeds.Feed("https://x.example/"))


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("", "empty"), ("contact = 'a'", "no feeds; write"), ("feeds = 1", "unknown 'feeds'; known: contact, feed"), ("[[feed]]", "feed 1: no url"),
        ("[[feed]]\nurl='x'\nname='y'", "feed 1: unknown 'name'; known: url, outlet"), ("[[feed", "Expected"), ("feed = 5", "feed 1"),
    ],
)  # fmt: skip
def test_slips_in_a_feeds_file(tmp_path: Path, words: str, told: str) -> None:
    path = tmp_path / "feeds.toml"
    path.write_text(words)
    with pytest.raises(BadLine) as problem:
        feeds.load(str(path))
    assert told in str(problem.value)
    assert str(path) in str(problem.value)


def test_no_feeds_file() -> None:
    with pytest.raises(BadLine, match="No such file"):
        feeds.load("none.toml")
