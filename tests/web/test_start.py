"""The start page."""

from __future__ import annotations

from fastapi.testclient import TestClient


def test_the_pairs_lead_to_their_pages(asked: TestClient) -> None:
    page = asked.get("/")
    assert page.status_code == 200
    assert 'href="/pair/az-ru"' in page.text
    assert "Azerbaycan – Rusya" in page.text


def test_it_speaks_the_language_that_was_chosen(asked: TestClient) -> None:
    assert "Azerbaijan – Russia" in asked.get("/?lang=en").text
    assert "Azerbaijan – Russia" in asked.get("/").text  # kept
    assert "Azerbaycan – Rusya" in asked.get("/?lang=tr").text
    asked.cookies.clear()
    assert "Azerbaijan – Russia" in asked.get("/", headers={"accept-language": "en-GB,en;q=0.9"}).text


def test_the_same_as_values(asked: TestClient) -> None:
    rows = asked.get("/start.json").json()["pairs"]
    assert (rows[0]["a"], rows[0]["b"]) == ("AZ", "RU")
    assert asked.get("/start.csv").text.splitlines()[0] == "a,b,records"


def test_an_empty_ledger_says_how_to_fill_it(empty: TestClient) -> None:
    page = empty.get("/?lang=en")
    assert page.status_code == 200
    assert "This ledger is empty." in page.text
    assert empty.get("/start.csv").status_code == 200


def test_what_could_not_be_read_is_told(empty: TestClient) -> None:
    ledger = empty.app.state.ledger  # type: ignore[attr-defined]
    with ledger.begin("add") as run:
        run.fail("news.jsonl:3", "not Turkish: <b>reads like another language</b>")
    page = empty.get("/?lang=en").text
    assert "news.jsonl:3" in page
    assert "<b>reads" not in page
