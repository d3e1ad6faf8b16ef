"""The page of an article."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from tutanak import read
from tutanak.exports.marks import Look, marked
from tutanak.ledger import Ledger, Source
from tutanak.web.app import create


class Words(HTMLParser):
    """The characters of the element with the class "text", and the ids and links of the page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.depth, self.words, self.ids, self.links = 0, "", [], []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        self.ids += [told["id"]] if told.get("id") else []
        self.links += [told["href"]] if tag == "a" and told.get("href") else []
        if self.depth or (tag == "div" and told.get("class") == "text"):
            self.depth += 1

    def handle_endtag(self, _tag: str) -> None:
        self.depth -= bool(self.depth)

    def handle_data(self, data: str) -> None:
        self.words += data if self.depth else ""


def sha(asked: TestClient, title: str) -> str:
    rows = asked.get("/pair/az-ru.json").json()["timeline"] + asked.get("/pair/az-ru.json?since=2031-03&until=2031-03").json()["timeline"]
    return str(next(row["source"]["sha256"] for row in rows if title in row["source"]["title"]))[:12]


@pytest.fixture
def spun(asked: TestClient) -> str:
    return f"/article/{sha(asked, 'bir ortaya')}"


def test_the_text_stands_as_it_came(asked: TestClient, demo: str, spun: str) -> None:
    with Ledger(demo) as ledger:
        text = ledger.article(spun.removeprefix("/article/"))["doc"]["text"]
    assert Words(asked.get(spun).text).words == text


def test_every_record_stands_in_the_text_and_beside_it(asked: TestClient, spun: str) -> None:
    page = Words(asked.get(spun).text)
    records = [
        r["ledger"]["hash"]
        for kind in ("statements", "figures", "meetings", "undertakings", "positions", "acts")
        for r in asked.get(f"{spun}.json").json()[kind]
    ]
    assert len(records) == 12
    for hash in records:
        assert f"r-{hash}" in page.ids
        assert f"m-r-{hash}" in page.ids
        assert f"#r-{hash}" in page.links
        assert f"#m-r-{hash}" in page.links
    assert len(page.ids) == len(set(page.ids))


def test_each_claim_lights_its_words(asked: TestClient, spun: str) -> None:
    page, lights = asked.get(spun).text, asked.get(f"{spun}/lights.css")
    assert lights.headers["content-type"].startswith("text/css")
    for claim in set(re.findall(r'data-c="([^"]+)"', page)):
        assert re.search(rf'class="[^"]*{claim}[" ]', page), f"{claim} lights nothing"
        assert f'[data-c="{claim}"]:is(:hover' in lights.text


def test_why_a_record_is_there(asked: TestClient, spun: str) -> None:
    page = asked.get(f"{spun}?lang=en").text
    assert "<code>tr/figures:büyü</code>" in page
    assert "languages/tr/figures.yaml" in page
    assert 'matches <q lang="tr">' in page


def test_spun_words_stand_with_what_was_meant(asked: TestClient, spun: str) -> None:
    assert 'data-meant="bir araya gel"' in asked.get(spun).text


def test_what_others_made_of_the_text(asked: TestClient, spun: str) -> None:
    page = asked.get(f"{spun}?lang=en").text
    sisters = page.split('aria-labelledby="sisters"')[1]
    assert "spun copy" in sisters
    assert "Örnek Ajans" in sisters
    quoted = page.split('aria-labelledby="quotations"')[1].split("</section>")[0]
    assert "<ins>" in quoted
    assert "<del>" in quoted


def test_the_texts_of_one_address(asked: TestClient) -> None:
    page = asked.get(f"/article/{sha(asked, 'düzeltme')}?lang=en").text.split('aria-labelledby="versions"')[1]
    assert "yüzde 12" in page
    assert "yüzde 13" in page


def test_the_record_that_was_asked_for_is_lit(asked: TestClient, spun: str) -> None:
    hash = asked.get(f"{spun}.json").json()["figures"][0]["ledger"]["hash"]
    assert asked.get(f"{spun}?record={hash}").text.count('class="figures here"') == 1


def test_how_it_is_cited(asked: TestClient, spun: str) -> None:
    page = asked.get(spun).text
    assert '<meta name="citation_journal_title" content="Hayali Haber">' in page
    assert '<meta name="citation_publication_date" content="2031/03/04">' in page
    graph = json.loads(page.split('<script type="application/ld+json">')[1].split("</script>")[0])["@graph"]
    assert graph[0]["@type"] == "NewsArticle"
    assert "TY  - NEWS" in asked.get(f"{spun}/cite.ris").text
    assert asked.get(f"{spun}/cite.json").json()[0]["container-title"] == "Hayali Haber"


def test_marks_lie_in_one_another() -> None:
    text = "bir iki üç dört beş"
    minutes = {kind: [] for kind in ("statements", "positions", "meetings", "figures", "undertakings", "acts", "findings")} | {"doc": {"text": text}}
    minutes["statements"] = [{"id": "s1", "start": 0, "end": 10}]
    minutes["positions"] = [{"id": "q1", "start": 4, "end": 15}]  # crosses the statement's end
    told = "".join(marked(minutes, {"s1": [(0, 10)], "q1": [(4, 15)]}, Look(str)))
    plain = re.sub(r"<(?!/?mark)[^>]+>", "", told)
    assert plain == '<mark class="statements">bir <mark class="positions">iki üç</mark></mark><mark class="positions"> dört</mark> beş'


@pytest.mark.parametrize("size", [100_000, pytest.param(10_000_000, marks=pytest.mark.soak)])
def test_a_huge_article_is_shown_in_parts(tmp_path: Path, size: int) -> None:
    line = "Bakan Ali Örnek, Irak ile ticaret hacminin yüzde 14 arttığını söyledi. Sonra kentte yağmur yağdı ve uzun süre dinmedi.\n"
    reading = read(line * (size // len(line) + 1), published="2032-01-05", language="tr")
    with Ledger(tmp_path / "long.db") as ledger:
        ledger.add(reading, source=Source(title="Uzun"))
        with TestClient(create(ledger), base_url="http://127.0.0.1") as client:
            path = f"/article/{reading.article.sha256[:12]}"
            first, second = client.get(path), client.get(f"{path}?part=2")
            last = client.get(f"{path}.json").json()["figures"][-1]["ledger"]["hash"]
            found = client.get(f"{path}?record={last}")
    assert first.status_code == second.status_code == 200
    assert Words(first.text).words + Words(second.text).words == reading.article.text[: len(Words(first.text).words + Words(second.text).words)]
    assert f'id="r-{last}"' in found.text
    assert f'id="r-{last}"' not in first.text


@pytest.mark.parametrize("path", ["/article/ffffffffffff", "/article/zz", "/article/ffffffffffff/lights.css", "/article/ffff/cite.ris"])
def test_an_unknown_article_gets_a_page(asked: TestClient, path: str) -> None:
    assert asked.get(path).status_code == 404
