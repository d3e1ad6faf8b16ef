"""Bringing in as its users meet it: what is entered, what is told, the statuses, and going on after any interruption."""

from __future__ import annotations

import itertools
import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

import newspaper
from newspaper import Asked, Said, Server
from tutanak import cli_ingest
from tutanak.article import article
from tutanak.cli import cli
from tutanak.ingest import FORMS, Given, Source
from tutanak.ledger import Ledger
from tutanak.ledger.origin import source_of

TEXT = "\n".join(newspaper.REPORT)
PAGE = newspaper.page(head=newspaper.JSON_LD).encode()


@pytest.fixture
def site() -> Iterator[Server]:
    site = Server()
    site.pages["/1"] = Said(PAGE, headers={"ETag": '"a"'})
    yield site
    site.close()


def tutanak(*arguments: str | Path, where: str | Path, given: bytes = b"") -> Result:
    """Run a command on a ledger, in this process."""
    return CliRunner().invoke(cli, [*map(str, arguments), "--ledger", str(where)], input=given, env={"TUTANAK_CONTACT": "a@b.example"})


def net(*arguments: str | Path, where: str | Path) -> Result:
    return tutanak(*arguments, "--private", "--pause", "0", where=where)


def rows(where: str | Path, told: str) -> list[Any]:
    from sqlalchemy import text

    with Ledger(where, create=False) as book, book.store.reading() as connection:
        return [tuple(row) for row in connection.execute(text(told))]


def lines(path: Path, *texts: str) -> Path:
    rows = (t if t.startswith("{") else json.dumps({"text": t}, ensure_ascii=False) for t in texts)
    path.write_text("".join(f"{row}\n" for row in rows), encoding="utf-8")
    return path


def test_the_forms_are_those_of_ingest() -> None:
    assert cli_ingest.FORMS == FORMS


# add


def test_files_are_entered_with_their_sources(tmp_path: Path, where: str) -> None:
    (tmp_path / "a.html").write_bytes(PAGE)
    ran = tutanak("add", tmp_path / "a.html", where=where)
    assert (ran.exit_code, ran.stdout) == (0, "")
    assert ran.stderr == "tutanak: run 1: read 1 = kept 1 + known 0 + skipped 0 + failed 0\n"
    ((title, published, outlet, author, found),) = rows(where, "SELECT title, published, outlet, author, found FROM sources")
    assert (title, published, outlet, author) == ("Bakanlar Roma'da görüştü", "2024-03-06T00:30+03:00", "Örnek Gazete", "Ayşe Kaya")
    told = found if isinstance(found, dict) else json.loads(found)
    assert told["published"] == "json-ld datePublished"
    assert told["encoding"] == "utf-8 (strict utf-8)"


def test_adding_again_changes_nothing(tmp_path: Path, where: str) -> None:
    path = lines(tmp_path / "a.jsonl", TEXT, TEXT + " Son.")
    tutanak("add", path, where=where)
    before = rows(where, "SELECT hash, reading_id FROM records ORDER BY id")
    ran = tutanak("add", path, where=where)
    assert "read 2 = kept 0 + known 2 + skipped 0 + failed 0" in ran.stderr
    assert rows(where, "SELECT hash, reading_id FROM records ORDER BY id") == before


def test_what_fails_is_told_counted_listed_and_mended(tmp_path: Path, where: str, monkeypatch: pytest.MonkeyPatch) -> None:
    path = lines(tmp_path / "a.jsonl", TEXT, "{", "The ministers met in Rome and said that trade was not enough.", TEXT + " Son.")
    monkeypatch.chdir(tmp_path)
    ran = tutanak("add", "a.jsonl", "none.txt", where=where)
    assert ran.exit_code == 3
    assert ran.stderr.splitlines()[-1].endswith(
        "read 5 = kept 2 + known 0 + skipped 0 + failed 3 (not Turkish: 1, not a line of JSON: 1, there is no such file: 1)"
    )
    monkeypatch.chdir("/")
    listed = tutanak("failed", where=where).stdout.splitlines()
    assert [line.split(": ")[0] for line in listed] == [f"run 1  {path}:2", f"run 1  {path}:3", f"run 1  {tmp_path / 'none.txt'}"]
    lines(path, TEXT, TEXT + " Yeni.", "The ministers met in Rome and said that trade was not enough.")
    (tmp_path / "none.txt").write_text(TEXT + " Dosya.")
    ran = tutanak("failed", "--retry", where=where)
    assert ran.exit_code == 3
    assert "read 3 = kept 2 + known 0 + skipped 0 + failed 1 (not Turkish: 1)" in ran.stderr
    assert [line.split(": ")[0] for line in tutanak("failed", where=where).stdout.splitlines()] == [f"run 2  {path}:3"]
    assert tutanak("failed", "--run", "1", where=where).stdout == ""


def test_standard_input_is_entered(where: str) -> None:
    assert "kept 1" in tutanak("add", "-", where=where, given=TEXT.encode()).stderr
    assert "kept 1" in tutanak("add", "-", "--form", "csv", where=where, given=f'metin\n"{TEXT} Son."\n'.encode()).stderr


def test_columns(tmp_path: Path, where: str) -> None:
    path = tmp_path / "a.csv"
    path.write_text(f'başlık;gövde\nBir;"{TEXT}"\n', encoding="utf-8")
    assert tutanak("add", path, where=where).exit_code == 3
    assert "kept 1" in tutanak("add", path, "--column", "text=gövde", where=where).stderr
    assert rows(where, "SELECT title FROM sources") == [("Bir",)]


@pytest.mark.parametrize("told", ["text", "text=", "words=x"])
def test_a_wrong_column_is_wrong_usage(tmp_path: Path, told: str) -> None:
    ran = tutanak("add", "x.csv", "--column", told, where=tmp_path / "m.db")
    assert ran.exit_code == 2
    assert "write PART=NAME, with one of text, id, title" in ran.stderr


def test_no_ledger_is_made_to_list_failures(tmp_path: Path) -> None:
    ran = tutanak("failed", where=tmp_path / "m.db")
    assert "there is no ledger" in str(ran.exception)
    assert not (tmp_path / "m.db").exists()


# fetch


def test_a_page_is_fetched_once(site: Server, where: str) -> None:
    assert "kept 1" in net("fetch", site.url("/1"), where=where).stderr
    site.pages["/1"] = lambda a: Said(status=304) if a.headers.get("if-none-match") == '"a"' else Said(PAGE)
    ran = net("fetch", site.url("/1"), where=where)
    assert "read 1 = kept 0 + known 0 + skipped 1 (not changed since last time: 1) + failed 0" in ran.stderr


def test_a_new_text_at_an_address_supersedes_the_old_one(site: Server, where: str) -> None:
    net("fetch", site.url("/1"), where=where)
    site.pages["/1"] = Said(newspaper.page(*newspaper.REPORT, "Görüşme iki saat sürdü.").encode())
    assert "kept 1" in net("fetch", site.url("/1"), where=where).stderr
    assert rows(where, "SELECT count(*) FROM sources WHERE superseded_by IS NULL") == [(1,)]
    assert rows(where, "SELECT count(*) FROM documents") == [(2,)]


def test_addresses_from_a_list(site: Server, tmp_path: Path, where: str) -> None:
    (tmp_path / "list.txt").write_text(f"{site.url('/1')}\n\n{site.url('/none')}\n{site.url('/1')}\n")
    ran = net("fetch", "--from", tmp_path / "list.txt", where=where)
    assert ran.exit_code == 3
    assert "read 2 = kept 1 + known 0 + skipped 0 + failed 1 (answered 404: 1)" in ran.stderr
    site.pages["/none"] = Said(newspaper.page(*reversed(newspaper.REPORT)).encode())
    assert net("failed", "--retry", where=where).exit_code == 0
    assert tutanak("failed", where=where).stdout == ""


@pytest.mark.parametrize("contact", ["", "me", "me@x", "a b@c.example", "me@ö.example", "x\r\nEvil: 1@b.example"])
def test_without_a_contact_nothing_is_asked(site: Server, tmp_path: Path, contact: str) -> None:
    ran = net("fetch", site.url("/1"), "--contact", contact, where=tmp_path / "m.db")
    assert ran.exit_code == 2
    assert "whom to write to" in ran.stderr
    assert site.asked == []


def test_loopback_is_not_asked_unless_allowed(site: Server, tmp_path: Path) -> None:
    ran = tutanak("fetch", site.url("/1"), where=tmp_path / "m.db")
    assert ran.exit_code == 3
    assert "127.0.0.1, no public address" in ran.stderr
    assert cli_ingest.LEAST_PAUSE >= 0.5
    assert site.asked == []


def test_no_address_is_wrong_usage(tmp_path: Path) -> None:
    assert tutanak("fetch", where=tmp_path / "m.db").exit_code == 2


def test_what_is_known_in_another_place_is_entered_there(site: Server, where: str) -> None:
    site.pages["/2"] = Said(newspaper.page().encode())
    assert "kept 2" in net("fetch", site.url("/1"), site.url("/2"), where=where).stderr
    assert rows(where, "SELECT count(*) FROM documents") == [(1,)]
    assert rows(where, "SELECT count(*) FROM sources") == [(2,)]


# watch


RSS = '<rss version="2.0"><channel><title>Örnek</title>{}</channel></rss>'


def feeds_file(site: Server, tmp_path: Path, *paths: str) -> Path:
    site.pages["/rss"] = Said(RSS.format("".join(f"<item><link>{p}</link></item>" for p in paths)).encode(), media="application/rss+xml")
    path = tmp_path / "feeds.toml"
    path.write_text(f'contact = "a@b.example"\n[[feed]]\nurl = "{site.url("/rss")}"\n')
    return path


def test_a_feed_is_watched(site: Server, tmp_path: Path, where: str) -> None:
    path = feeds_file(site, tmp_path, "/1", "/none")
    ran = net("watch", path, where=where)
    assert ran.exit_code == 3
    assert "read 3 = kept 1 + known 0 + skipped 1 (a feed: 1) + failed 1 (answered 404: 1)" in ran.stderr
    ran = net("watch", path, where=where)
    assert "read 3 = kept 0 + known 0 + skipped 3 (a feed: 1, asked for before: 2) + failed 0" in ran.stderr
    assert len([p for p in site.paths() if p == "/1"]) == 1


def test_a_feed_that_fails_is_looked_at_next_time(site: Server, tmp_path: Path, where: str) -> None:
    path = feeds_file(site, tmp_path)
    site.pages["/rss"] = Said(status=500)
    assert net("watch", path, where=where).exit_code == 3
    assert f"feed {site.url('/rss')}: answered 500" in tutanak("failed", where=where).stdout
    tutanak("add", "-", where=where, given=b"%PDF")
    again = net("failed", "--retry", where=where)
    assert again.exit_code == 0
    assert "skipped 2 (a feed is looked at by the next watch: 1, standard input comes but once: 1) + failed 0" in again.stderr
    feeds_file(site, tmp_path, "/1")
    assert net("watch", path, where=where).exit_code == 0
    assert "standard input: not text" in tutanak("failed", where=where).stdout
    assert "feed " not in tutanak("failed", where=where).stdout


def test_watching_goes_on_until_stopped(site: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, where, slept = feeds_file(site, tmp_path, "/1"), tmp_path / "m.db", []

    def sleep(seconds: float) -> None:
        slept.append(seconds)
        feeds_file(site, tmp_path, "/1", "/2")
        site.pages["/2"] = Said(newspaper.page(*reversed(newspaper.REPORT)).encode())
        if len(slept) == 2:
            raise KeyboardInterrupt

    monkeypatch.setattr(cli_ingest.time, "sleep", sleep)
    ran = net("watch", path, "--every", "15m", where=where)
    assert [f"kept {n}" in line for n, line in zip((1, 1), ran.stderr.splitlines(), strict=False)] == [True, True]
    assert all(800 < s <= 900 for s in slept)


@pytest.mark.parametrize("told", ["15", "x", "5s", "1.5h", ""])
def test_a_wrong_span_is_wrong_usage(site: Server, tmp_path: Path, told: str) -> None:
    ran = net("watch", feeds_file(site, tmp_path), "--every", told or " ", where=tmp_path / "m.db")
    assert ran.exit_code == 2


# interruptions


def run(*arguments: str | Path) -> subprocess.Popen[bytes]:
    env = {**os.environ, "TUTANAK_CONTACT": "a@b.example", "LC_ALL": "C.UTF-8"}
    command = [sys.executable, "-m", "tutanak.cli", *map(str, arguments)]
    return subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, env=env, preexec_fn=heeding)


def heeding() -> None:
    """A shell starts what runs in its background deaf to SIGINT, and children inherit that: not this one."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def texts(n: int) -> list[str]:
    return [TEXT + f" Görüşme {i} saat sürdü." for i in range(1, n + 1)]


@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGKILL])
def test_a_run_that_is_cut_goes_on_when_repeated(tmp_path: Path, end: signal.Signals) -> None:
    path, where = lines(tmp_path / "a.jsonl", *texts(400)), tmp_path / "m.db"
    cut = run("add", path, "--ledger", where)
    deadline = time.monotonic() + 60  # seconds: a loaded machine starts a program slowly, and 400 reports are not read between two looks
    while time.monotonic() < deadline and not _documents(where):
        time.sleep(0.05)
    cut.send_signal(end)
    assert cut.stderr
    told = cut.stderr.read().decode()
    cut.stderr.close()
    assert cut.wait() == (130 if end is signal.SIGINT else -9)
    assert ("the same command goes on from here" in told) == (end is signal.SIGINT)
    kept = _documents(where)
    assert 0 < kept < 400
    ran = tutanak("add", path, where=where)
    assert f"read 400 = kept {400 - kept} + known {kept} + skipped 0 + failed 0" in ran.stderr
    assert rows(where, "SELECT count(*), count(DISTINCT sha256) FROM documents") == [(400, 400)]
    assert rows(where, "SELECT count(*), count(DISTINCT document_id) FROM readings") == [(400, 400)]


def _documents(where: Path) -> int:
    import sqlite3

    if not where.exists():
        return 0
    try:
        with sqlite3.connect(where) as connection:
            return int(connection.execute("SELECT count(*) FROM documents").fetchone()[0])
    except sqlite3.OperationalError:
        return 0


def test_a_watch_that_is_killed_loses_nothing(site: Server, tmp_path: Path) -> None:
    paths = [f"/a{n}" for n in range(30)]

    def slow(asked: Asked) -> Said:
        time.sleep(0.02)
        body = newspaper.page(*newspaper.REPORT, f"Haber {asked.path} için iki saat sürdü.").encode()
        return Said(status=304) if "if-none-match" in asked.headers else Said(body, headers={"ETag": '"x"'})

    site.pages |= dict.fromkeys(paths, slow)
    path, where = feeds_file(site, tmp_path, *paths), tmp_path / "m.db"
    site.pages["/rss"].headers["ETag"] = '"feed"'  # type: ignore[union-attr]
    cut = run("watch", path, "--private", "--pause", "0", "--ledger", where)
    while cut.poll() is None and len(site.paths()) < 20:
        time.sleep(0.01)
    cut.kill()
    cut.communicate()
    assert _documents(where) < 30
    assert net("watch", path, where=where).exit_code == 0
    assert _documents(where) == 30


MANY = 120
"""Articles of a run that is to be killed."""


def killed_while_it_enters(where: str, arguments: list[str | Path], chance: random.Random, seconds: float) -> int:
    """Kill a command at random moments until one run ends before its kill or all is entered; how many were killed at work."""
    for killed in itertools.count():
        if entered(where) == MANY:
            return killed
        cut = run(*arguments)
        with suppress(subprocess.TimeoutExpired):
            cut.wait(seconds * chance.uniform(0.1, 1))
        cut.kill()
        cut.communicate()
        if cut.returncode != -signal.SIGKILL:
            assert cut.returncode == 0
            return killed
        with Ledger(where) as book:
            assert book.audit() == []
    return 0


def entered(where: str) -> int:
    return int(rows(where, "SELECT count(*) FROM documents")[0][0])


def ends_well(where: str, arguments: list[str | Path]) -> float:
    """Run a command to its end, after which everything is there once; how long it took."""
    begun, done = time.monotonic(), run(*arguments)
    assert done.communicate(timeout=600)
    assert done.returncode == 0
    with Ledger(where) as book:
        assert book.audit() == []
    assert rows(where, "SELECT count(*), count(DISTINCT sha256) FROM documents") == [(MANY, MANY)]
    assert rows(where, "SELECT count(*), count(DISTINCT document_id) FROM readings") == [(MANY, MANY)]
    return time.monotonic() - begun


def to_be_killed(command: str, site: Server, tmp_path: Path) -> list[str | Path]:
    """The command, with so many articles to enter."""
    told = texts(MANY)
    if command == "add":
        return ["add", lines(tmp_path / "a.jsonl", *told)]
    pages = {f"/a{n}": newspaper.page(*text.split("\n")).encode() for n, text in enumerate(told)}
    site.pages |= {path: Said(page, headers={"ETag": '"x"'}) for path, page in pages.items()}
    return ["watch", feeds_file(site, tmp_path, *pages), "--private", "--pause", "0"]


@pytest.mark.soak
@pytest.mark.parametrize("command", ["add", "watch"])
def test_killed_at_a_hundred_moments_nothing_is_lost_or_doubled(site: Server, tmp_path: Path, store: Callable[[], str], command: str) -> None:
    """With both commands two hundred on each store. A run that ends before its kill does not count."""
    arguments, chance, where, killed, ledgers = to_be_killed(command, site, tmp_path), random.Random(command), store(), 0, 0
    seconds = ends_well(where, [*arguments, "--ledger", where])
    while killed < 100:
        where, ledgers = store(), ledgers + 1
        told = [*arguments, "--ledger", where]
        killed += killed_while_it_enters(where, told, chance, seconds)
        ends_well(where, told)
    print(f"{command}: killed {killed} times while it entered, in {ledgers} ledgers; nothing lost, nothing doubled, no fault found")


# what the ledger is told


def test_what_is_kept_of_a_source() -> None:
    made = article("Bir", url="https://x.example/1", title="T")
    told = Source(
        "feed", "https://x.example/1", "Yazar", {"title": "feed"}, encoding="utf-8", decoded="header", fetched="now", feed="https://x.example/rss"
    )
    kept = source_of(Given("https://x.example/1", made, 0, told))
    assert (kept.url, kept.author, kept.place, kept.fetched) == ("https://x.example/1", "Yazar", "https://x.example/1", "now")
    assert kept.found == {"title": "feed", "text": "feed", "encoding": "utf-8 (header)", "feed": "https://x.example/rss"}
