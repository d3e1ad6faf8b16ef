"""/api/v1: every answer is of its type, every page follows the one before, every fault is a problem of its own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from fastapi.testclient import TestClient

from tutanak.exports.minutes import KINDS
from tutanak.ledger import Ledger
from tutanak.web import shapes
from tutanak.web.app import create

V = "/api/v1"


def got(asked: TestClient, path: str, **more: Any) -> Any:
    told = asked.get(V + path, params=more)
    assert told.status_code == 200, told.text
    assert told.headers["content-type"] == "application/json"
    return told.json()


def problem(asked: TestClient, path: str, **more: Any) -> shapes.Problem:
    """The problem that an address answers with."""
    told = asked.get(V + path, params=more)
    assert told.headers["content-type"] == "application/problem+json", told.text
    found = shapes.Problem.model_validate_json(told.content)
    assert (found.status, found.instance) == (told.status_code, V + path.replace("%00", "\0"))
    return found


def pages(asked: TestClient, path: str, name: str, **more: Any) -> Iterator[list[Any]]:
    """All pages of an answer."""
    page: str | None = ""
    for _ in range(1000):
        if page is None:
            return
        told = got(asked, path, page=page, **more)
        yield told[name]
        page = told["next"]
    raise AssertionError("pages without end")


LISTS = [
    ("/pairs", "pairs", shapes.Pairs, {}),
    ("/documents", "documents", shapes.Documents, {}),
    ("/documents", "documents", shapes.Documents, {"since": "2031-06", "until": "2032-02"}),
    ("/records", "records", shapes.Records, {}),
    ("/records", "records", shapes.Records, {"pair": "RU,AZ"}),
    ("/records", "records", shapes.Records, {"kind": ["statements", "figures"], "doubtful": True, "since": "2031-05", "until": "2032"}),
    ("/records", "records", shapes.Records, {"speaker": "Nazarov", "topic": "trade"}),
    ("/people", "people", shapes.People, {}),
    ("/people", "people", shapes.People, {"named": "a"}),
    ("/organisations", "organisations", shapes.Organisations, {}),
    ("/undertakings", "undertakings", shapes.Undertakings, {}),
    ("/undertakings", "undertakings", shapes.Undertakings, {"open": True}),
    ("/stories", "stories", shapes.Stories, {"least": 1}),
    ("/search", "hits", shapes.Hits, {"q": "ve"}),
    ("/search", "hits", shapes.Hits, {"q": "görüş*", "pair": "AZ,RU", "since": "2031"}),
    ("/pairs/AZ/RU", "timeline", shapes.Pair, {}),
    ("/pairs/Rusya/Azerbaijan", "timeline", shapes.Pair, {"kind": ["positions", "acts"], "doubtful": True}),
]  # fmt: skip


@pytest.mark.parametrize(("path", "name", "shape", "more"), LISTS, ids=str)
def test_pages_make_up_the_whole(asked: TestClient, path: str, name: str, shape: type[shapes.Page], more: dict[str, Any]) -> None:
    whole = got(asked, path, limit=200, **more)
    assert shape.model_validate(whole).next is None
    assert len(whole[name]) > 1
    for limit in (max(len(whole[name]) // 5, 1), len(whole[name]) - 1):
        found = list(pages(asked, path, name, limit=limit, **more))
        assert [row for page in found for row in page] == whole[name]
        assert {len(page) for page in found[:-1]} <= {limit}


def test_a_record_in_full(asked: TestClient) -> None:
    for record in got(asked, "/records", limit=200, doubtful=True)["records"][::5]:
        told = got(asked, f"/records/{record['id']}")
        full = shapes.FullRecord.model_validate(told)
        assert {name: told[name] for name in record} == record
        assert full.claims
        assert {claim.how for claim in full.claims} <= {"quoted", "derived", "inferred", "default"}
        assert full.words in " ".join(full.context.split())


def test_an_article_in_full(asked: TestClient) -> None:
    for document in got(asked, "/documents", limit=200)["documents"][::3]:
        sha = document["source"]["sha256"]
        told = got(asked, f"/documents/{sha[:12]}")
        shapes.Minutes.model_validate(told)
        assert told["doc"]["sha256"] == sha
        standing = [record["ledger"]["standing"] for kind in KINDS for record in told[kind]]
        assert standing.count("shown") == document["records"]


def test_who_is_listed_can_be_asked_for(asked: TestClient) -> None:
    for name in ("people", "organisations"):
        for actor in got(asked, f"/{name}", limit=200)[name][::3]:
            told = shapes.Portrait.model_validate(got(asked, f"/{name}/{actor['key']}"))
            assert told.model_dump(include=set(actor)) == actor


def test_a_person_is_no_body(asked: TestClient) -> None:
    assert got(asked, "/people/nazarov")["name"] == "Elçin Nazarov"
    assert problem(asked, "/organisations/nazarov").status == 404


def test_a_story_in_full(asked: TestClient) -> None:
    listed = got(asked, "/stories")["stories"]
    told = [shapes.Story.model_validate(got(asked, f"/stories/{story['story'][:16]}")) for story in listed]
    assert any(story.swaps for story in told)
    assert any(repeated.said_again for story in told for repeated in story.records)
    assert any(shapes.Story.model_validate(story) for story in listed)


def test_figures_that_disagree(asked: TestClient) -> None:
    told = shapes.Figures.model_validate(got(asked, "/figures"))
    assert any(measure.disagreements for measure in told.figures)
    of_pair = shapes.Figures.model_validate(got(asked, "/figures", pair="AZ,RU"))
    assert 0 < len(of_pair.figures) <= len(told.figures)


@pytest.mark.parametrize("path", [
    "/nothing", "/", "/records/ffffffff", "/documents/ffffffff", "/stories/ffffffff", "/people/nobody at all", "/organisations/none",
    "/people/%00", "/pairs/AZ/Atlantis",
])  # fmt: skip
def test_what_is_not_there(asked: TestClient, path: str) -> None:
    assert problem(asked, path).status == (422 if "%00" in path else 404)


@pytest.mark.parametrize(("path", "more"), [
    ("/pairs/AZ/AZ", {}), ("/pairs", {"limit": 0}), ("/pairs", {"limit": 201}), ("/pairs", {"limit": "x"}), ("/records", {"kind": "wishes"}),
    ("/records", {"since": "yesterday"}), ("/records", {"until": "2022-13-45T"}), ("/records", {"pair": "AZ"}), ("/records", {"pair": "AZ,RU,TR"}),
    ("/records", {"speaker": "a\0b"}), ("/search", {}), ("/search", {"q": ""}), ("/search", {"q": "…"}), ("/search", {"q": "x" * 201}),
    ("/records/xyz", {}), ("/records/f", {}), ("/documents/ışık", {}), ("/people/...", {}), ("/stories", {"least": -1}),
    ("/undertakings", {"silent": "soon"}), ("/records", {"page": "!"}), ("/records", {"page": "bm9uc2Vuc2U"}),
])  # fmt: skip
def test_what_cannot_be_understood(asked: TestClient, path: str, more: dict[str, Any]) -> None:
    assert problem(asked, path, **more).status == 422


def test_a_page_is_of_its_question(asked: TestClient) -> None:
    page = got(asked, "/records", limit=2)["next"]
    assert got(asked, "/records", limit=2, page=page)["records"]
    for path, more in (("/records", {"limit": 3}), ("/records", {"limit": 2, "speaker": "a"}), ("/pairs", {"limit": 2}), ("/people", {"limit": 2})):
        assert "page" in problem(asked, path, page=page, **more).detail


def test_the_remotest_day_is_a_day(asked: TestClient) -> None:
    assert got(asked, "/records", since="9999y", until="9999m")["records"] == []


def test_each_fault_is_told_with_its_place(asked: TestClient) -> None:
    told = problem(asked, "/records", limit="x", kind="wishes")
    assert told.errors
    assert {fault.at for fault in told.errors} == {"query.limit", "query.kind.0"}


@pytest.mark.parametrize("path", ["/pairs", "/documents", "/records", "/people", "/organisations", "/undertakings", "/stories", "/figures"])
def test_an_empty_ledger_answers(empty: TestClient, path: str) -> None:
    assert [] in got(empty, path).values()


def test_a_ledger_that_fails_is_no_fault_of_the_asker(demo: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with Ledger(demo) as ledger, TestClient(create(ledger), base_url="http://127.0.0.1") as asked:
        monkeypatch.setattr(ledger.store, "engine", Ledger(":memory:").store.engine)
        ledger.store.engine.connect = _locked  # type: ignore[method-assign]
        assert problem(asked, "/people").status == 503


def _locked() -> Any:
    import sqlite3

    raise sqlite3.OperationalError("database is locked")


def test_a_fault_of_our_own_says_nothing_of_itself(demo: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: Any) -> None:
        raise ZeroDivisionError("secret")

    monkeypatch.setattr("tutanak.web.api.pairs", broken)
    with TestClient(create(demo), base_url="http://127.0.0.1", raise_server_exceptions=False) as asked:
        told = problem(asked, "/pairs")
    assert told.status == 500
    assert "secret" not in told.model_dump_json()


def test_the_description_is_of_all_addresses(asked: TestClient) -> None:
    told = got(asked, "/openapi.json")
    assert told["openapi"].startswith("3.1")
    assert set(told["paths"]) == {
        "/pairs", "/pairs/{a}/{b}", "/documents", "/documents/{sha256}", "/records", "/records/{id}", "/people", "/people/{key}", "/organisations",
        "/organisations/{key}", "/undertakings", "/figures", "/stories", "/stories/{sha256}", "/search",
    }  # fmt: skip
    for path, operations in told["paths"].items():
        assert set(operations) == {"get"}
        assert operations["get"]["description"], path
        for status, answer in operations["get"]["responses"].items():
            assert list(answer["content"]) == ["application/json" if status == "200" else "application/problem+json"]
        assert ("404" in operations["get"]["responses"]) or "{" not in path
