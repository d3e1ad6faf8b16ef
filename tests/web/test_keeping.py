"""Kept answers: never older than the ledger, never another's, and sent once."""

from __future__ import annotations

import os
import pickle
import random
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import chain, count, repeat
from typing import Any

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import text

import tutanak
from filling import REPORT
from tutanak.ledger import Ledger
from tutanak.ledger.tracing import Memory, Noting, Retracer, Trace, listen, noting
from tutanak.ledger.watching import Watch
from tutanak.web.app import create
from tutanak.web.drawing import Drawers
from tutanak.web.keeping import Answer, Kept, Shelf

HERE = "http://127.0.0.1"


def reading(n: int) -> tutanak.Reading:
    return tutanak.read(REPORT.format(n=n), published=f"2031-03-{n:02}", url=f"https://example.org/{n}", language="tr")


@pytest.fixture
def asked(where: str) -> Iterator[TestClient]:
    """Asks the pages of a ledger of one article, on either store."""
    with Ledger(where) as ledger:
        ledger.add(reading(1))
        with TestClient(create(ledger), base_url=HERE) as client:
            yield client


def test_what_is_entered_shows_at_once(asked: TestClient, where: str) -> None:
    counts = []
    for n in range(2, 6):
        counts.append(asked.get("/api/v1/pairs").json()["pairs"][0]["records"])
        assert asked.get("/api/v1/pairs").json()["pairs"][0]["records"] == counts[-1]
        with Ledger(where) as other:
            other.add(reading(n))
    assert counts == [counts[0] * n for n in (1, 2, 3, 4)]


def test_what_is_decided_shows_at_once(asked: TestClient, where: str) -> None:
    ident = asked.get("/api/v1/records").json()["records"][0]["id"]
    assert asked.get(f"/api/v1/records/{ident}").json()["reviews"] == []
    with Ledger(where) as other:
        other.review(ident, "reject", "Ayşe", why="not so")
    told = asked.get(f"/api/v1/records/{ident}").json()
    assert (told["status"], len(told["reviews"])) == ("rejected", 1)
    assert ident not in [record["id"] for record in asked.get("/api/v1/records").json()["records"]]


def test_every_write_shows_at_once(asked: TestClient, where: str) -> None:
    """add, review, correct, undo, note, merge, split and forget, each by another connection: no page that was kept outlives it."""
    record = next(r for r in asked.get("/api/v1/records?kind=figures").json()["records"] if r["kind"] == "figures")["id"]
    sha = asked.get("/api/v1/documents").json()["documents"][0]["source"]["sha256"]
    paths = ("/", "/pair/az-ru", "/api/v1/pairs/AZ/RU", f"/record/{record}.json", f"/article/{sha[:12]}.json", "/api/v1/people")
    with Ledger(where) as other:
        one, two = (actor["name"] for actor in asked.get("/api/v1/people").json()["people"][:2])
        act = {"type": "CONSULT", "source": "RU", "target": "AZ"}
        writes: list[Callable[[], object]] = [
            lambda: other.add(reading(2)), lambda: other.review(record, "accept", "Ayşe"), lambda: other.review(record, "comment", "Ayşe", why="?"),
            lambda: other.review(record, "correct", "Ayşe", fields={"value": "77"}), lambda: other.undo(record, "Ayşe"),
            lambda: other.note(sha, "acts", asked.get(f"/api/v1/documents/{sha}").json()["doc"]["text"][:12], act, "Ayşe"),
            lambda: other.merge(one, two, "Ayşe"), lambda: other.forget(two, "Ayşe"),
        ]  # fmt: skip
        for write in writes:
            before = {path: asked.get(path).content for path in paths}
            assert {path: asked.get(path).content for path in paths} == before
            write()
            with TestClient(create(where), base_url=HERE) as fresh:
                now = {path: (a.status_code, a.content) for path in paths for a in [fresh.get(path)]}
            assert {path: (a.status_code, a.content) for path in paths for a in [asked.get(path)]} == now
            assert {path: content for path, (_, content) in now.items()} != before


OTHERS = "Türkiye Cumhurbaşkanı Ali Demir, Roma’da İtalya Başbakanı Bruno Neri ile {n}. kez görüştü."
"""An article on two other states."""


def elsewhere(where: str, *told: str) -> None:
    """Another process enters these articles."""
    written = "import sys, tutanak; from tutanak.ledger import Ledger\nwith Ledger(sys.argv[1]) as book:\n"
    written += "    [book.add(tutanak.read(t, published='2031-05-01', language='tr')) for t in sys.argv[2:]]"
    subprocess.run([sys.executable, "-c", written, where, *told], check=True)


@pytest.fixture
def drawings(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The addresses that are drawn, in their order."""
    addresses: list[str] = []
    draw = Kept._drawn

    async def noted(self: Kept, scope: Any, *more: Any) -> Any:
        addresses.append(scope["path"])
        return await draw(self, scope, *more)

    monkeypatch.setattr(Kept, "_drawn", noted)
    return addresses


def test_what_an_article_does_not_touch_is_not_drawn_anew(asked: TestClient, where: str, drawings: list[str]) -> None:
    """Another process writes on two other states: what is told of these two stands, what is told of all does not."""
    elsewhere(where, OTHERS.format(n=1))
    sha, record = (asked.get("/api/v1/records").json()["records"][-1][name] for name in ("source", "id"))
    stand = ("/pair/az-ru", "/pair/az-ru.json", "/api/v1/pairs/AZ/RU", "/pair/az-ru?since=2031&kind=statements", f"/article/{sha['sha256'][:12]}",
             f"/record/{record}", "/person/elcin-nazarov", "/api/v1/people/nazarov", "/search?q=ticaret")  # fmt: skip
    change = ("/", "/api/v1/records", "/pair/it-tr", "/person/ali-demir", "/search?q=Roma")
    before = {path: asked.get(path) for path in (*stand, *change)}
    assert {answer.status_code for answer in before.values()} == {200}
    for n in (2, 3):
        elsewhere(where, OTHERS.format(n=n))
        drawings.clear()
        now = {path: asked.get(path) for path in (*stand, *change)}
        assert set(drawings) == {path.partition("?")[0] for path in change}
        assert [path for path in stand if now[path].content != before[path].content] == []
        assert [path for path in stand if now[path].headers["etag"] != before[path].headers["etag"]] == []
        assert [path for path in change if now[path].content == before[path].content] == []
        before = now
    elsewhere(where, REPORT.format(n=4))
    drawings.clear()
    assert [path for path in stand if asked.get(path).content == before[path].content and "since" not in path] == [
        f"/article/{sha['sha256'][:12]}", f"/record/{record}",
    ]  # fmt: skip


def test_a_mark_that_moves_meanwhile_is_asked_for_again(asked: TestClient, drawings: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """A server's mark moves with what is written to other databases; a page that stands is not drawn anew for that, one whose mark never rests is."""
    before = asked.get("/pair/az-ru")
    drawings.clear()
    marks = chain(("moved", "moved again"), repeat("moved again"))
    monkeypatch.setattr(Watch, "mark", lambda _: next(marks))
    assert asked.get("/pair/az-ru").content == before.content
    assert drawings == []
    restless = map(str, count())
    monkeypatch.setattr(Watch, "mark", lambda _: next(restless))
    assert asked.get("/pair/az-ru").content == before.content
    assert drawings == ["/pair/az-ru"]


def test_no_page_is_ever_older_than_the_ledger(where: str) -> None:
    """Articles of some pairs, decisions and names taken for one another, in an order that chance gives, by another connection: after each,
    every page is what one drawn anew would be."""
    chance = random.Random(5)
    with Ledger(where) as other, TestClient(create(where), base_url=HERE) as asked, TestClient(create(where), base_url=HERE) as fresh:
        other.add(reading(1))
        other.add(tutanak.read(OTHERS.format(n=1), published="2031-04-01", url="https://example.org/other", language="tr"))
        shas = [row["source"]["sha256"][:12] for row in asked.get("/api/v1/documents").json()["documents"]]
        ids = [row["id"] for row in asked.get("/api/v1/records").json()["records"]]
        people = [row["name"] for row in asked.get("/api/v1/people").json()["people"]]
        paths = ["/", "/start.json", "/pair/az-ru", "/pair/it-tr", "/pair/az-ru.csv", "/pair/it-tr?since=2031", "/api/v1/pairs/AZ/RU",
                 "/api/v1/people", "/undertakings", "/undertakings?pair=az-ru", "/stories", "/search?q=ticaret", "/search?q=Roma",
                 "/api/v1/search?q=ticaret",
                 "/api/v1/figures", "/person/elcin-nazarov", "/person/ali-demir", "/api/v1/people/sokolov", "/api/v1/documents",
                 *(f"/article/{sha}" for sha in shas), *(f"/record/{id}.json" for id in ids)]  # fmt: skip
        writes: list[Callable[[int], object]] = [
            lambda n: other.add(reading(n + 2)),
            lambda n: other.add(tutanak.read(OTHERS.format(n=n), published="2031-04-02", url="https://example.org/other", language="tr")),
            lambda _: other.review(chance.choice(ids), chance.choice(("accept", "reject", "comment")), "Ayşe", why="?"),
            lambda n: other.merge(*chance.sample(people, 2), "Ayşe") if n == 9 else None,
            lambda n: other.forget(people[0], "Ayşe") if n == 13 else None,
        ]  # fmt: skip
        for n in range(14):
            [asked.get(path) for path in chance.sample(paths, len(paths) // 2)]
            for write in writes if n in (9, 13) else [chance.choice(writes[:3])]:
                write(n)
            for path in chance.sample(paths, len(paths)):
                mine, anew = asked.get(path), fresh.get(path, headers={"accept-language": f"tr, x{n}"})  # asked so by nobody before
                assert (mine.status_code, mine.content) == (anew.status_code, anew.content), path


def test_a_page_that_changed_while_it_was_asked_about_is_drawn_anew(asked: TestClient, where: str, drawings: list[str],
                                                                    monkeypatch: pytest.MonkeyPatch) -> None:  # fmt: skip
    """Between two questions another writes: what both say is of no one moment."""
    asked.get("/pair/az-ru")
    elsewhere(where, OTHERS.format(n=1))
    stands = Retracer.stands

    def meanwhile(self: Retracer, trace: Trace, moment: str) -> bool:
        told = stands(self, trace, moment)
        with Ledger(where) as other:
            other.add(reading(2))
        return told

    monkeypatch.setattr(Retracer, "stands", meanwhile)
    drawings.clear()
    page = asked.get("/pair/az-ru")
    assert drawings == ["/pair/az-ru"]
    with TestClient(create(where), base_url=HERE) as fresh:
        assert page.content == fresh.get("/pair/az-ru").content


def test_what_is_asked_is_noted_and_asked_again(where: str) -> None:
    with Ledger(where) as ledger:
        ledger.add(reading(1))
        listen(ledger.store)
        with noting() as notes:
            ledger.pairs(3)
            ledger.pair("AZ", "RU")
        ledger.pairs(4)
        trace = notes.trace()
        assert trace is not None
        assert len(trace.statements) == len(trace.marks) > 5
        retracer = Retracer(ledger.store)
        assert retracer.stands(trace, "a")
        ledger.add(reading(2))
        assert retracer.stands(trace, "a"), "of one moment nothing is asked for twice"
        assert not retracer.stands(trace, "b")
        again: Trace = pickle.loads(pickle.dumps(trace))
        assert list(again.puts()) == list(trace.puts())
        assert all(one is other for one, other in zip(again.statements, trace.statements, strict=True)), "a statement is kept once"
        with ledger.store.writing() as connection:
            connection.execute(text("ALTER TABLE ties RENAME TO knots"))
        assert not retracer.stands(trace, "c"), "what cannot be asked does not stand"


def test_a_path_goes_to_the_same_process_while_that_is_free() -> None:
    drawers = Drawers(3, create, "nowhere.db")
    try:
        paths = [f"/pair/az-{n}" for n in range(40)]
        own = [drawers._free(path) for path in paths]
        assert set(own) == {0, 1, 2}
        assert [drawers._free(f"{path}.json") for path in paths] == own, "whatever the form"
        drawers._drawing = [2, 1, 1]
        assert [drawers._free(path) for path in paths] == [n or 1 for n in own], "where it is not, to the one that has least to draw"
    finally:
        drawers.close()


def test_what_was_made_at_one_moment_is_given_again_with_its_questions(where: str) -> None:
    with Ledger(where) as ledger:
        ledger.add(reading(1))
        listen(ledger.store)
        memory, made = Memory(2), list[str]()

        def pairs(what: str, moment: str) -> Noting:
            def make() -> list[tuple[str, str, int]]:
                made.append(what)
                return ledger.pairs(3)

            with noting(moment) as notes:
                assert memory.told(what, make) == ledger.pairs(3)
            return notes

        one, again = pairs("a", "m1"), pairs("a", "m1")
        assert made == ["a"]
        assert one.puts == again.puts, "what is given again was asked for"
        pairs("a", "m2")
        assert made == ["a", "a"], "of another moment nothing is known"
        [pairs(what, "m2") for what in "bca"]
        assert made == ["a", "a", "b", "c", "a"], "no more than two are kept"
        assert memory.told("a", lambda: 7) == 7, "where nobody knows how the ledger stands, nothing is kept"


def test_what_cannot_be_kept_is_no_trace() -> None:
    notes = Noting()
    assert notes.trace() is None
    notes.note("SELECT 1", (), [(1,)])
    assert notes.trace() is not None
    notes.note("SELECT ?", (object(),), [(1,)])
    assert notes.trace() is None


def test_kept_traces_take_room() -> None:
    shelf, notes = Shelf(room=150), Noting()
    notes.note("SELECT 1", (), [(1,)])
    trace = notes.trace()
    assert trace is not None
    for n in range(9):
        shelf.put((str(n),), Answer(200, [], b"", "m", trace=trace))
    assert len(shelf._answers) == 150 // (8 + trace.size)
    assert shelf.renew(("8",), trace, "n") is not None
    assert shelf.get(("8",), "m") is None
    assert shelf.get(("8",), "n") is not None
    shelf.put(("8",), Answer(200, [], b"new", "o", trace=notes.trace()))
    assert shelf.renew(("8",), trace, "p") is None, "what was drawn anew meanwhile is not what was asked about"


def test_nothing_changed_nothing_is_asked(asked: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    first = asked.get("/api/v1/pairs")
    monkeypatch.setattr("tutanak.web.api.pairs", lambda *_: pytest.fail("asked again"))
    again = asked.get("/api/v1/pairs")
    assert (again.content, again.headers["etag"]) == (first.content, first.headers["etag"])


@pytest.mark.parametrize("path", ["/api/v1/pairs", "/api/v1/records", "/", "/pair/az-ru", "/start.json"])
def test_who_has_it_is_told_so(asked: TestClient, where: str, path: str) -> None:
    etag = asked.get(path).headers["etag"]
    for told in (etag, f'"other", {etag}', f"W/{etag}", "*"):
        again = asked.get(path, headers={"if-none-match": told})
        assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", etag)
        assert again.headers["content-security-policy"]
    assert asked.get(path, headers={"if-none-match": '"other"'}).status_code == 200
    with Ledger(where) as other:
        other.add(reading(2))
    assert asked.get(path, headers={"if-none-match": etag}).status_code == 200


def test_the_head_alone(asked: TestClient) -> None:
    for path in ("/", "/api/v1/pairs", "/nothing"):
        head, whole = asked.head(path), asked.get(path)
        assert (head.status_code, head.content) == (whole.status_code, b"")
        assert head.headers["content-length"] == str(len(whole.content))


def test_each_language_has_its_own(asked: TestClient) -> None:
    told = {lang: asked.get("/", headers={"accept-language": lang}).text for lang in ("tr", "en", "tr", "en")}
    assert 'lang="tr"' in told["tr"]
    assert 'lang="en"' in told["en"]
    assert 'lang="en"' in asked.get("/", headers={"cookie": "lang=en"}).text
    assert 'lang="tr"' in asked.get("/").text


def test_a_page_with_a_form_is_for_one_browser(asked: TestClient) -> None:
    from test_guarding import token

    mine = token(asked, "/logout")
    asked.cookies.clear()
    assert token(asked, "/logout") != mine


def test_faults_are_not_kept(asked: TestClient, where: str) -> None:
    assert asked.get("/api/v1/people/Defne").status_code == 404
    with Ledger(where) as other:
        text = "Türkiye Dışişleri Bakanı Defne Ulusoy, Irak Başbakanı Cafer Hadi ile Ankara’da bir araya geldi."
        other.add(tutanak.read(text, published="2031-04-01", language="tr"))
    assert asked.get("/api/v1/people/Defne").status_code == 200


def test_what_many_ask_at_once_is_drawn_once(asked: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn, begun, come = [], threading.Barrier(2), threading.Event()
    monkeypatch.setattr(Watch, "mark", lambda _: "as it was")  # a server's moves with what other tests write

    def slow(*_: object) -> list[object]:
        drawn.append(1)
        begun.wait(60)
        come.wait(60)
        return []

    monkeypatch.setattr("tutanak.web.api.pairs", slow)
    with ThreadPoolExecutor() as pool:
        first = pool.submit(asked.get, "/api/v1/pairs")
        begun.wait(60)
        others = [pool.submit(asked.get, "/api/v1/pairs") for _ in range(5)]
        time.sleep(1)  # until they wait, on a busy machine too
        come.set()
        told = [one.result() for one in (first, *others)]
    assert {(answer.status_code, answer.content) for answer in told} == {(200, told[0].content)}
    assert len(drawn) == 1


def test_other_processes_draw_what_is_not_kept(where: str) -> None:
    with Ledger(where) as ledger:
        ledger.add(reading(1))
        with TestClient(create(ledger), base_url=HERE) as alone, TestClient(create(ledger, workers=1), base_url=HERE) as several:
            drawers = several.app.state.drawers  # type: ignore[attr-defined]
            for path in ("/", "/pair/az-ru", "/pair/az-ru.json", "/pair/az-ru.csv", "/api/v1/records", "/nothing", "/search?q=ticaret", "/?lang=en"):
                mine, theirs = alone.get(path), several.get(path)
                assert (mine.status_code, mine.content) == (theirs.status_code, theirs.content)
                assert {n: v for n, v in mine.headers.items() if n != "date"} == {n: v for n, v in theirs.headers.items() if n != "date"}
            with Ledger(where) as other:
                other.add(reading(2))
            assert several.get("/api/v1/pairs").json()["pairs"][0]["records"] == alone.get("/api/v1/pairs").json()["pairs"][0]["records"]
            assert len(drawers._pools) == 1
            [os.kill(pid, signal.SIGKILL) for pid in drawers._pools[0]._processes]
            assert several.get("/pair/az-ru?fresh=1").status_code == 200, "gone, and drawn here"
            assert several.get("/review").status_code == 200


def test_the_shelf_has_an_end() -> None:
    shelf, noise = Shelf(room=130), random.Random(1)  # noise of thirty bytes is some forty when it is packed
    bodies = [noise.randbytes(30) for _ in range(50)]
    for n, body in enumerate(bodies):
        shelf.put((str(n),), Answer(200, [], body, "m"))
        assert shelf.get(("0",), "m"), "what is asked for often stays"
    assert [n for n in range(50) if (told := shelf.get((str(n),), "m")) and told.body == bodies[n]] == [0, 48, 49]
    before = shelf._taken
    shelf.put(("49",), Answer(200, [], noise.randbytes(10), "m"))
    assert 15 <= before - shelf._taken <= 25, "of what is kept anew the old is no longer counted"
    assert shelf.get(("49",), "other") is None


def test_pages_are_kept_packed() -> None:
    shelf, page = Shelf(), b"<li class='rec'>Ankara ile Roma</li>\n" * 4000
    shelf.put(("a",), Answer(200, [], page, "m"))
    assert shelf._taken * 8 < len(page)
    told = shelf.get(("a",), "m")
    assert told is not None
    assert told.body == page


def test_a_watch_that_loses_its_connection_takes_another(store: Callable[[], str]) -> None:
    with Ledger(store()) as ledger:
        watch = Watch(ledger.store)
        before = watch.mark()
        assert watch.mark() == before
        watch._raw.driver_connection.close()
        lost = watch.mark()
        assert lost != before
        assert watch.mark() != lost
        assert watch.mark() == watch.mark()
        watch.close()


def test_whatever_breaks_is_told_as_a_page(where: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Ledger, "pairs", lambda *_, **__: 1 / 0)
    with Ledger(where) as ledger, TestClient(create(ledger), base_url=HERE, raise_server_exceptions=False) as client:
        page = client.get("/")
    assert page.status_code == 500
    assert "<h1>" in page.text
    assert "ZeroDivision" not in page.text
    assert page.headers["content-security-policy"]
