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
