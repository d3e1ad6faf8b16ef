"""`tutanak serve`: what it refuses to open to others."""

from __future__ import annotations

import gc
import weakref
from typing import Any

import pytest
from click.testing import CliRunner
from fastapi.testclient import TestClient

from tutanak.cli import cli
from tutanak.web import serving, telling


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, bool]]:
    """Where pages were served and whether they were guarded, instead of serving them."""
    told: list[tuple[str, bool]] = []
    monkeypatch.setattr(serving, "serve", lambda app, host, *_, **__: told.append((host, app.state.gate.guard is not None)))
    for name in ("TUTANAK_PASSWORD", "TUTANAK_TOKEN"):
        monkeypatch.delenv(name, raising=False)
    return told


def serve(demo: str, *arguments: str, **secrets: str) -> tuple[int, str]:
    run = CliRunner().invoke(cli, ["serve", "--ledger", demo, *arguments], env=secrets)
    return run.exit_code, run.output


def test_this_machine_alone(demo: str, served: list[tuple[str, bool]]) -> None:
    assert serve(demo)[0] == 0
    assert served == [("127.0.0.1", False)]


def test_others_are_not_let_in_by_the_address_alone(demo: str, served: list[tuple[str, bool]]) -> None:
    code, told = serve(demo, "--host", "0.0.0.0")
    assert (code, "--public" in told, served) == (2, True, [])


def test_others_are_not_let_in_without_a_secret(demo: str, served: list[tuple[str, bool]]) -> None:
    for secrets in ({}, {"TUTANAK_PASSWORD": "short"}, {"TUTANAK_TOKEN": "short"}):
        code, told = serve(demo, "--host", "0.0.0.0", "--public", **secrets)
        assert (code, "TUTANAK_PASSWORD" in told) == (2, True)
    assert served == []


@pytest.mark.parametrize("name", ["TUTANAK_PASSWORD", "TUTANAK_TOKEN"])
def test_others_are_let_in_with_one(demo: str, served: list[tuple[str, bool]], name: str) -> None:
    assert serve(demo, "--host", "0.0.0.0", "--public", "--host-name", "a.example", **{name: "long enough to keep"})[0] == 0
    assert served == [("0.0.0.0", True)]


def test_a_ledger_that_is_not_there(served: list[tuple[str, bool]]) -> None:
    assert serve("nowhere.db")[0] != 0
    assert served == []


@pytest.mark.parametrize("path", ["/", "/pair/az-ru", "/article/{sha}", "/record/{id}", "/person/elcin-nazarov", "/undertakings"])
def test_what_a_page_was_drawn_from_goes_with_it(asked: TestClient, path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """At once: what holds itself stays until the collector comes, which then has all objects of many pages to look through."""
    record = asked.get("/api/v1/records?limit=1&kind=statements").json()["records"][0]
    drawn: list[weakref.ref[Any]] = []
    html = telling.html

    def noted(page: telling.Page, *more: Any) -> str:
        drawn.append(weakref.ref(page))
        return html(page, *more)

    monkeypatch.setattr(telling, "html", noted)
    gc.disable()
    try:
        address = path.format(sha=record["source"]["sha256"][:12], id=record["id"])
        assert asked.get(address, headers={"accept-language": f"tr, {id(drawn)}"}).status_code == 200
        assert [page() for page in drawn] == [None]
    finally:
        gc.enable()
