"""The pages of people, bodies, records, undertakings, stories, and the search."""

from __future__ import annotations

import json

import pytest
from fastapi.testclient import TestClient

from tutanak.ledger import Ledger
from tutanak.web.wording import WORDING


def first(asked: TestClient, kind: str, pair: str = "az-ru") -> dict[str, object]:
    row: dict[str, object] = asked.get(f"/pair/{pair}.json?kind={kind}").json()["timeline"][-1]
    return row


def test_a_person_over_all_articles(asked: TestClient) -> None:
    page = asked.get("/person/elcin-nazarov?lang=en").text
    assert "<h1>Elçin Nazarov</h1>" in page
    assert "Cumhurbaşkanı" in page.split('aria-labelledby="offices"')[1]
    assert 'href="/pair/az-ru"' in page
    assert 'href="/person/viktor-sokolov"' in page.split('aria-labelledby="met"')[1]
    assert json.loads(page.split('ld+json">')[1].split("</script>")[0])["@type"] == "Person"


def test_a_name_leads_to_whom_it_means(asked: TestClient) -> None:
    answer = asked.get("/person/Nazarov", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (308, "/person/elcin-nazarov")


def test_a_body_has_a_page_of_its_own(asked: TestClient) -> None:
    page = asked.get("/organisation/azerbaycan-disisleri-bakanligi~AZ?lang=en")
    assert page.status_code == 200
    assert "Body" in page.text


def test_every_name_in_a_pair_leads_to_a_page(asked: TestClient) -> None:
    page = asked.get("/pair/az-ru").text
    found = {part.split('"')[0] for part in page.split('href="')[1:] if part.startswith(("/person/", "/organisation/"))}
    assert len(found) > 5
    assert [asked.get(path, follow_redirects=False).status_code for path in found] == [200] * len(found)


def test_a_record_in_full(asked: TestClient) -> None:
    row = first(asked, "figures")
    page = asked.get(f"/record/{row['id']}?lang=en").text
    assert f'href="/article/{row["source"]["sha256"][:12]}?record={row["id"]}#r-{row["id"]}"' in page  # type: ignore[index]
    assert "<dt>Measure</dt>" in page
    assert "<code>tr/figures:" in page
    assert '<mark class="figures">' in page
    assert asked.get(f"/record/{row['id']}/lights.css").status_code == 200
    assert asked.get(f"/record/{row['id']}.json").json()["claims"]


def test_the_beginning_of_an_id_leads_to_its_record(asked: TestClient) -> None:
    row = first(asked, "figures")
    assert asked.get(f"/record/{str(row['id'])[:8]}", follow_redirects=False).headers["location"] == f"/record/{row['id']}"


def test_a_quotation_in_its_wordings(asked: TestClient) -> None:
    rows = asked.get("/pair/az-ru.json?kind=statements&since=2031-03&until=2031-03").json()["timeline"]
    page = asked.get(f"/record/{next(r['id'] for r in rows if 'ticaret hacmi' in r['words'])}").text
    assert '<div class="abreast">' in page
    assert "<ins>" in page


def test_every_field_of_a_proof_has_a_label(demo: str) -> None:
    with Ledger(demo) as ledger:
        fields = {field for kind in ("statements", "positions", "meetings", "figures", "undertakings", "acts")
                  for told in ledger.records(kind) for field in told.body["proof"]}  # fmt: skip
    assert not [field for field in fields if f"field {field}" not in WORDING]


def test_what_became_of_an_undertaking(asked: TestClient) -> None:
    row = first(asked, "undertakings")
    page = asked.get(f"/undertaking/{row['id']}?lang=en")
    assert page.status_code == 200
    assert page.text.count('<li class="turn">') == 4
    told = asked.get(f"/undertaking/{row['id']}.json").json()
    assert told["status"] == "suspended"


def test_any_step_leads_to_its_undertaking(asked: TestClient) -> None:
    rows = asked.get("/pair/az-ru.json?kind=undertakings").json()["timeline"]
    assert len({str(asked.get(f"/undertaking/{row['id']}").url) for row in rows}) == 1
    assert asked.get(f"/undertaking/{first(asked, 'figures')['id']}").status_code == 404


def test_undertakings_of_all_pairs(asked: TestClient) -> None:
    every = asked.get("/undertakings.json").json()
    some = asked.get("/undertakings.json?open=1&pair=az-ru").json()
    assert 0 < len(some) < len(every)
    assert all(fate["open"] for fate in some)
    assert asked.get("/undertakings?silent=soon").status_code == 422
    assert asked.get("/undertakings.csv").text.startswith("undertaking,kind,parties")


def test_stories(asked: TestClient) -> None:
    listed = asked.get("/stories.json").json()
    sha = listed[0]["story"][:12]
    assert f'href="/story/{sha}"' in asked.get("/stories").text
    page = asked.get(f"/story/{sha}?lang=en").text
    assert "<del>araya</del> <ins>ortaya</ins>" in page
    assert "Figures that disagree" in page
    other = listed[0]["articles"][1]["source"]["sha256"][:12]
    assert asked.get(f"/story/{other}", follow_redirects=False).headers["location"] == f"/story/{sha}"
    assert asked.get("/stories?relation=cousin").status_code == 422


def test_the_search_marks_its_words(asked: TestClient) -> None:
    page = asked.get("/search?q=ticaret+hacmi&lang=en").text
    assert "<mark>ticaret</mark>" in page
    assert "Nothing found" in asked.get("/search?q=zeplin&lang=en").text
    assert 'href="/person/elcin-nazarov"' in asked.get("/search?q=nazarov").text


def test_the_search_is_paged(asked: TestClient) -> None:
    page = asked.get("/search?q=ve&lang=en")
    assert page.status_code == 200
    assert asked.get("/search?q=ticaret&page=2").status_code == 200


@pytest.mark.parametrize(("path", "status"), [
    ("/person/nobody-known", 404), ("/person/~~", 422), ("/organisation/nowhere", 404), ("/record/zzzz", 404), ("/undertaking/zzzz", 404),
    ("/story/ffffffff", 404), ("/search?q=%2A%2A", 422), ("/nowhere", 404),
])  # fmt: skip
def test_bad_addresses_get_a_page(asked: TestClient, path: str, status: int) -> None:
    answer = asked.get(path)
    assert answer.status_code == status
    assert "<h1>" in answer.text


@pytest.mark.parametrize("path", [
    "/undertakings", "/stories", "/search", "/search?q=x", "/pair/az-ru", "/start.json", "/stories.csv", "/undertakings.json",
])  # fmt: skip
def test_an_empty_ledger_has_pages(empty: TestClient, path: str) -> None:
    assert empty.get(path).status_code == 200
