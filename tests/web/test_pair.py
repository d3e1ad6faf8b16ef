"""The page of a pair of states."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from tutanak import read
from tutanak.ledger import Ledger, Source
from tutanak.ledger.measures import Measure
from tutanak.web.app import create
from tutanak.web.chart import charts
from tutanak.web.speech import Speech

PAIR = "/pair/az-ru"


def page(asked: TestClient, path: str = PAIR, lang: str = "en") -> str:
    answer = asked.get(f"{path}{'&' if '?' in path else '?'}lang={lang}")
    assert answer.status_code == 200, answer.text
    return answer.text


def section(text: str, id: str) -> str:
    return text.split(f'<section id="{id}"')[1].split("</section>")[0]


def test_the_first_block_tells_the_relation(asked: TestClient) -> None:
    first = page(asked).split('class="glance"')[1].split("</section>")[0]
    assert "12 April 2032" in first  # the last meeting that was held
    assert "ticaret ortaklarımızdan biri" in first  # the level told last
    assert "sources disagree" in first
    assert first.count("<blockquote>") == 2


def test_positions_stand_by_side_and_topic(asked: TestClient) -> None:
    told = section(page(asked), "positions")
    transport = told.split("<h3>Transport</h3>")[1].split("<h3>")[0]
    azerbaijan, russia = transport.split('class="side b"')
    assert "tek taraflı" in azerbaijan
    assert "Pavel Zaytsev" in russia


def test_figures_that_disagree_are_marked(asked: TestClient) -> None:
    told = section(page(asked), "figures")
    assert "clashline" in told
    assert told.count("≠") > 2
    assert 'class="point a' in told  # the owner as colour ...
    assert ">Nigar Hüseynova</text>" in told  # ... and as label


def test_a_bound_is_an_arrow_and_no_period_a_diamond(demo: str) -> None:
    with Ledger(demo) as ledger:
        figures = [f for m in ledger.pair("AZ", "RU").measures for f in m.figures if f.body["unit"] == "percent"]
    drawn = charts(Measure("artış", "percent", tuple(figures), ()), ("AZ", "RU"), Speech("en"), 960)
    points = {p.bound: p for c in drawn for p in c.points}
    assert set(points) == {"over", "exact"}
    assert not points["over"].dated
    assert points["exact"].dated
    assert points["exact"].x2 > points["exact"].x


def test_units_and_amounts_are_told_in_the_language_of_the_page() -> None:
    assert [Speech(lang).amount(4_500_000_000, "USD") for lang in ("tr", "en")] == ["4,5 milyar ABD doları", "4.5 billion US dollars"]
    assert [Speech(lang).amount(14, "percent") for lang in ("tr", "en")] == ["%14", "14%"]
    assert [Speech(lang).amount(750_000, "barrel") for lang in ("tr", "en")] == ["750.000 varil", "750,000 barrel"]
    assert Speech("tr").amount(3, "percent", 5) == "%3–5"


def test_the_timeline_leads_into_years_and_months(asked: TestClient) -> None:
    whole = section(page(asked), "timeline")
    assert 'href="/pair/az-ru?since=2031-03&amp;until=2031-03#timeline"' in whole
    month = section(page(asked, f"{PAIR}?since=2031-03&until=2031-03"), "timeline")
    assert 'href="/pair/az-ru?since=2031-03-04&amp;until=2031-03-04#timeline"' in month
    assert 'href="/pair/az-ru?since=2031-04&amp;until=2031-04#timeline"' in month
    assert "<b>March 2031</b>" in month


@pytest.mark.parametrize(("filter", "all_have"), [
    ("kind=meetings", "rec meetings"), ("speaker=Oleg+Morozov", "Oleg Morozov"), ("outlet=Deneme+Gazetesi", "Deneme Gazetesi"),
])  # fmt: skip
def test_filters_narrow_the_timeline(asked: TestClient, filter: str, all_have: str) -> None:
    rows = re.findall(r'<li class="rec.*?</li>', section(page(asked, f"{PAIR}?{filter}"), "timeline"), re.S)
    assert rows
    assert all(all_have in row for row in rows)


def test_a_topic_is_that_of_the_article(asked: TestClient, demo: str) -> None:
    told = asked.get(f"{PAIR}.json?topic=transport").json()["timeline"]
    with Ledger(demo) as ledger:
        assert told
        assert all("transport" in ledger.article(row["source"]["sha256"])["topics"] for row in told)


def test_the_timeline_is_paged(asked: TestClient) -> None:
    first, second = (asked.get(f"{PAIR}.json?page={n}").json()["timeline"] for n in (1, 2))
    assert len(first) == 15
    assert not {r["id"] for r in first} & {r["id"] for r in second}
    assert 'rel="prev" href="/pair/az-ru#timeline"' in page(asked, f"{PAIR}?page=2")
    assert "Nothing in the ledger" in page(asked, f"{PAIR}?page=99")


def test_who_speaks_and_about_what(asked: TestClient) -> None:
    told = section(page(asked), "speakers")
    row = told.split(">Elçin Nazarov</a>")[1].split("</tr>")[0]
    assert "trade" in row


def test_undertakings_are_followed(asked: TestClient) -> None:
    told = section(page(asked), "undertakings")
    assert [told.index(f"<b>{word}</b>") for word in ("proposed", "agreed", "signed", "suspended")] == sorted(
        told.index(f"<b>{word}</b>") for word in ("proposed", "agreed", "signed", "suspended")
    )


def test_one_address_for_one_pair(asked: TestClient) -> None:
    for path in ("/pair/ru-az", "/pair/Rusya-Azerbaycan", "/pair/azerbaijan-russia"):
        answer = asked.get(path, follow_redirects=False)
        assert (answer.status_code, answer.headers["location"]) == (308, PAIR)
    assert asked.get("/pair/RU-AZ.csv?kind=figures", follow_redirects=False).headers["location"] == f"{PAIR}.csv?kind=figures"


def test_a_body_that_only_articles_know_has_a_page(asked: TestClient) -> None:
    assert "Avrupa Komisyonu" in page(asked, "/pair/avrupa_komisyonu-tr")


@pytest.mark.parametrize(("path", "status"), [
    ("/pair/az-xx", 404), ("/pair/az", 404), ("/pair/az-az", 422), ("/pair/az-ru?since=soon", 422), ("/pair/az-ru?kind=rumours", 422),
    ("/pair/az-ru?page=0", 422), ("/pair/az-ru?page=x", 422), ("/pair/<script>-ru", 404),
])  # fmt: skip
def test_bad_addresses_get_a_page(asked: TestClient, path: str, status: int) -> None:
    for suffix in ("", ".json", ".csv"):
        name, mark, query = path.partition("?")
        answer = asked.get(f"{name}{suffix}{mark}{query}")
        assert answer.status_code == status
        assert "<script>-" not in answer.text
    assert asked.get(f"{name}.json{mark}{query}").json()["status"] == status


def test_a_pair_without_records_says_so(asked: TestClient) -> None:
    assert "No article of this ledger ties these two" in page(asked, "/pair/br-jp")


def test_the_same_as_values(asked: TestClient) -> None:
    told = asked.get(f"{PAIR}.json").json()
    assert told["pair"] == ["AZ", "RU"]
    assert {p["kind"] for p in told["positions"]} == {"positions"}
    assert asked.get(f"{PAIR}.csv").text.splitlines()[0].startswith("id,kind,status,day")


def test_a_pair_with_thousands_of_records_is_a_page_still(tmp_path: Path) -> None:
    """No list of it grows without end; what is left out is counted, and stands in its values."""
    with Ledger(tmp_path / "many.db") as ledger:
        with ledger.begin("many") as run:
            for n in range(300):
                day = f"{2030 + n // 100}-{n % 12 + 1:02}-{n % 28 + 1:02}"
                who = f"{FIRST[n % 20]} {LAST[n // 20]}"
                run.add(read(MANY.format(who=who, n=n % 90 + 1), published=day, language="tr"), Source(published=day, outlet=f"Gazete {n % 60}"))
        with TestClient(create(ledger), base_url="http://127.0.0.1") as client:
            page, values = client.get("/pair/iq-tr?lang=en"), client.get("/pair/iq-tr.json").json()
    assert sum(values["total"].values()) > 1000
    assert len(page.text) < 600_000
    assert page.text.count('<li class="rec') < 120
    assert page.text.count('class="point') <= 2 * 12 * 16
    assert "more in the values of this page" in page.text


FIRST = ["Ali", "Veli", "Can", "Cem", "Ece", "Ada", "Oya", "Efe", "Ege", "Naz", "Nur", "Su", "Tan", "Taş", "Ulu", "Işık", "Umut", "Uğur", "Ozan",
         "Okan"]  # fmt: skip
LAST = ["Örnek", "Deneme", "Hayali", "Uydurma", "Kurgu", "Sanal", "Olmaz", "Yoktur", "Bilmez", "Duymaz", "Görmez", "Söyler", "Yazar", "Çizer",
        "Bakar"]  # fmt: skip
MANY = (
    "Irak Dışişleri Bakanı {who}, Bağdat’ta Türkiye Dışişleri Bakanı Veli Deneme ile görüştü. {who}, “Türkiye ile ticaret hacmi geçen yıl yüzde {n} "
    "arttı. Türkiye ile ilişkilerimizi geliştirmek istiyoruz.” dedi. Irak ile Türkiye, Sanal Geçit Projesi {n} için anlaşma imzaladı."
)
