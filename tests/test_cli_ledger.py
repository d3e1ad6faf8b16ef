"""The commands that tend a ledger, as their users meet them; and the file as Datasette shows it."""

from __future__ import annotations

import asyncio
import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from tutanak.cli import cli
from tutanak.ledger import Ledger, demo


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("tend") / "minutes.db"
    with Ledger(path) as ledger:
        demo.fill(ledger)
    return path


@pytest.fixture
def minutes(filled: Path, tmp_path: Path) -> Path:
    """A copy for a test that writes."""
    return Path(shutil.copy(filled, tmp_path / "minutes.db"))


def ran(minutes: Path, *arguments: str, keys: str = "") -> Result:
    words = arguments[0].split()
    return CliRunner().invoke(cli, [*words, *arguments[1:], "--ledger", str(minutes)], input=keys, env={"LC_ALL": "C.UTF-8"})


def judged(minutes: Path) -> list[tuple[str, str, str]]:
    with Ledger(minutes) as ledger, ledger.store.reading() as connection:
        return [tuple(row) for row in connection.exec_driver_sql("SELECT verdict, reviewer, why FROM reviews ORDER BY id")]  # type: ignore[misc]


def test_reviewing_by_keys(minutes: Path) -> None:
    told = ran(minutes, "review", "AZ", "RU", "--kind", "figures", "--reviewer", "Ayşe", keys="ax cgüzel\n-x q".replace(" ", ""))
    assert told.exit_code == 0
    assert [v for v, *_ in judged(minutes)] == ["accept", "reject", "comment", "reject"]
    assert judged(minutes)[2] == ("comment", "Ayşe", "güzel")


def test_a_field_is_edited(minutes: Path) -> None:
    told = ran(minutes, "review", "AZ", "RU", "--kind", "figures", "--reviewer", "Ayşe", keys="evalue\n5.25\nq")
    assert told.exit_code == 0
    assert judged(minutes) == [("correct", "Ayşe", "")]
    rows = json.loads(ran(minutes, "pair", "AZ", "RU", "--kind", "figures", "--format", "json").stdout)["timeline"]
    assert [row["fields"]["value"] for row in rows if row["made_by"] == "corrected"] == [5.25]


def test_a_missed_record_is_added_by_keys(minutes: Path) -> None:
    told = ran(minutes, "review", "AZ", "RU", "--kind", "meetings", keys="nacts\nbir araya geldi\nCONSULT\nRusya\nAzerbaycan\nq")
    assert "added " in told.stderr
    assert [v for v, *_ in judged(minutes)] == ["add"]


def test_a_slip_is_told_and_the_record_shown_again(minutes: Path) -> None:
    told = ran(minutes, "review", "AZ", "RU", "--kind", "figures", keys="evalue\nçok\nzq")
    assert "is no number" in told.stderr
    assert judged(minutes) == []


def test_a_review_goes_on_where_it_stopped(minutes: Path) -> None:
    one = ran(minutes, "review", "AZ", "RU", "--kind", "figures", keys="aaq").stderr
    other = ran(minutes, "review", "AZ", "RU", "--kind", "figures", keys="q").stderr
    left = int(one.strip().splitlines()[-1].split("judged, ")[1].split()[0])
    assert f"0 judged, {left} left" in other


def test_a_claim_is_held_against_the_ledger(filled: Path) -> None:
    told = ran(filled, "check", "Rusya ile Azerbaycan arasındaki ticaret hacmi 2030 yılında 4,1 milyar dolar oldu.")
    assert told.exit_code == 0
    assert "agrees with the claim" in told.stdout
    assert "differs from the claim" in told.stdout
    rows = json.loads(ran(filled, "check", "-", "--format", "json", keys="Türkiye ile Irak’ın ticareti 24 milyar dolar oldu.").stdout)
    assert rows["pair"] == ["IQ", "TR"]


def test_a_spun_claim_is_searched_for_with_the_words_that_were_meant(filled: Path) -> None:
    claim = "Sokolov, “Rusya ile bağlantılarımız stratejik paydaşlık seviyesine ulaştı.” tabirlerini kullandı."
    told = ran(filled, "check", claim, "--format", "json")
    rows = json.loads(told.stdout)
    assert any("ortaklık" in phrase for phrase in rows["phrases"])
    assert rows["said"]


def test_forgetting(minutes: Path) -> None:
    assert ran(minutes, "forget", "Elçin Nazarov", keys="n\n").exit_code == 1
    told = ran(minutes, "forget", "Elçin Nazarov", "--yes", "--why", "asked for it")
    assert told.exit_code == 0
    assert "forgotten: " in told.stderr
    assert b"nazarov" not in minutes.read_bytes().lower(), "not a trace in the file"
    assert ran(minutes, "ledger check").exit_code == 0


def test_two_are_one_from_now_on(minutes: Path) -> None:
    told = ran(minutes, "person", "Oleg Morozov", "--same-as", "Pavel Zaytsev", "--reviewer", "Ayşe")
    assert "Oleg Morozov · Pavel Zaytsev" in told.stdout or "Pavel Zaytsev · Oleg Morozov" in told.stdout


def test_the_demo(tmp_path: Path) -> None:
    for _ in range(2):
        told = ran(tmp_path / "demo.db", "demo")
        assert told.exit_code == 0
        assert "suspended 2031-11-20" in told.stdout
    assert "25 invented reports" in told.stderr


def test_keeping_a_ledger_in_order(minutes: Path, tmp_path: Path) -> None:
    assert "documents               25" in ran(minutes, "ledger info").stdout
    assert json.loads(ran(minutes, "ledger info", "--format", "json").stdout)["documents"] == 25
    assert ran(minutes, "ledger check").stderr == "tutanak: all is well\n"
    assert ran(minutes, "ledger backup", str(tmp_path / "copy.db")).exit_code == 0
    assert ran(tmp_path / "copy.db", "ledger check").exit_code == 0
    assert "newest shape already" in ran(minutes, "ledger upgrade").stderr
    assert "0 texts read anew" in ran(minutes, "ledger reread", "--dry-run").stderr


def test_a_fault_is_told_with_its_status(minutes: Path) -> None:
    with Ledger(minutes) as ledger, ledger.store.writing() as connection:
        connection.exec_driver_sql("UPDATE records SET words = 'başka' WHERE id = 1")
    told = ran(minutes, "ledger check")
    assert (told.exit_code, told.stderr) == (1, "tutanak: 1 faults\n")


# the file in Datasette


async def _asked(path: Path, *urls: str) -> list[dict[str, Any]]:
    from datasette.app import Datasette

    shown = Datasette([str(path)])
    await shown.invoke_startup()
    return [(await shown.client.get(url)).json() for url in urls]


@pytest.mark.parametrize(
    ("question", "title"),
    [("ışık", "light"), ("isik", "light"), ("kilicdaroglu", "name"), ("Kılıçdaroğlu", "name"), ("görüşmelerin", "name"), ("gorusmelerin", "name")],
)  # fmt: skip
def test_datasette_searches_the_texts(tmp_path: Path, question: str, title: str) -> None:
    pytest.importorskip("datasette", reason="Datasette is not here: pip install datasette")
    import tutanak

    path = tmp_path / "minutes.db"
    with Ledger(path) as ledger:
        ledger.add(tutanak.read("Başkentte IŞIK gösterisi yapıldı. Bakan, gösterinin dostluğu simgelediğini söyledi.", title="light", language="tr"))
        ledger.add(tutanak.read("Kemal Kılıçdaroğlu, komşularla görüşmelerin sürmesini istediğini söyledi.", title="name", language="tr"))
    found = asyncio.run(_asked(path, f"/minutes/documents.json?_search={question}&_shape=objects"))[0]
    assert [row["title"] for row in found["rows"]] == [title]


def test_datasette_counts_facets(filled: Path) -> None:
    pytest.importorskip("datasette", reason="Datasette is not here: pip install datasette")
    table, claims = asyncio.run(_asked(filled, "/minutes/records.json?_facet=kind&_facet=status&_size=1", "/minutes/claims.json?_facet=how&_size=1"))
    kinds = {found["value"]: found["count"] for found in table["facet_results"]["kind"]["results"]}
    assert kinds["figures"] >= 15
    assert {found["value"] for found in claims["facet_results"]["how"]["results"]} >= {"quoted", "derived"}
