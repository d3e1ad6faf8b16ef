"""A ledger handed on whole and entered again: nothing is lost, nothing is doubled, from either store to the other."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from sqlalchemy import text

import tutanak
from tutanak.cli import cli
from tutanak.errors import LedgerError
from tutanak.exports import gold
from tutanak.exports.minutes import KINDS
from tutanak.ledger import Ledger, Source, demo
from tutanak.ledger.handing import Chosen

DERIVED = (
    "SELECT a, b, day, status, count(*) FROM ties GROUP BY a, b, day, status ORDER BY a, b, day, status",
    "SELECT key, name, state FROM actors ORDER BY key",
    "SELECT kind, key, state, office_key, month, count FROM forms ORDER BY kind, key, state, office_key, month",
    "SELECT status, count(*) FROM records GROUP BY status ORDER BY status",
    "SELECT role, state, count(*) FROM roles GROUP BY role, state ORDER BY role, state",
    "SELECT count(*) FROM mentions",
)


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("transfer") / "minutes.db"
    with Ledger(path) as ledger:
        demo.fill(ledger)
        again = tutanak.read("Dışişleri Bakanı Ali Veli, Roma’da Mario Rossi ile görüştü.", language="tr")
        ledger.add(again, source=Source(url="https://ornek.example/x", title="Bir"))
        ledger.add(again, source=Source(url="https://ornek.example/y", published="2024-03-05", found={"published": "address"}))
    return path


def lines(where: str | Path) -> list[dict[str, Any]]:
    with Ledger(where) as ledger:
        return list(ledger.lines())


def derived(where: str | Path) -> list[list[tuple[Any, ...]]]:
    with Ledger(where) as ledger, ledger.store.reading() as connection:
        return [sorted((tuple(row) for row in connection.execute(text(told))), key=str) for told in DERIVED]


@pytest.fixture
def here(tmp_path: Path) -> str:
    """Where a new ledger may lie, on SQLite alone: what both stores do alike is seen in the other tests."""
    return str(tmp_path / "minutes.db")


def test_import_is_the_inverse_of_export(first: Path, where: str) -> None:
    told = lines(first)
    with Ledger(where) as ledger:
        assert all(ledger.take(json.loads(json.dumps(told))))
    assert lines(where) == told
    assert derived(where) == derived(first)


def test_importing_twice_changes_nothing(first: Path, here: str) -> None:
    told = lines(first)
    with Ledger(here) as ledger:
        list(ledger.take(told))
        assert not any(ledger.take(told))
    assert lines(here) == told


def test_a_part_that_is_there_is_not_entered_again(first: Path, here: str) -> None:
    told = lines(first)
    with Ledger(here) as ledger:
        list(ledger.take(told[:7]))
        assert list(ledger.take(told)) == [False] * 7 + [True] * (len(told) - 7)
    assert lines(here) == told
    assert derived(here) == derived(first)


def test_places_that_gave_way_are_linked_across_portions(first: Path, where: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from tutanak.ledger import transfer

    monkeypatch.setattr(transfer, "PORTION", 2)
    told = lines(first)
    assert any(source["superseded_by"] for row in told for source in row.get("sources", ()))
    with Ledger(where) as ledger:
        list(ledger.take(told))
    assert lines(where) == told
    assert derived(where) == derived(first)


def test_what_was_imported_is_found(first: Path, here: str) -> None:
    with Ledger(here) as ledger:
        list(ledger.take(lines(first)))
        assert ledger.search("görüştü")
        assert ledger.pairs()


def test_of_two_texts_of_one_page_the_later_stands(tmp_path: Path, here: str) -> None:
    url, told = "https://ornek.example/1", "Dışişleri Bakanı Ali Veli, Roma’da Mario Rossi ile görüştü."
    with Ledger(tmp_path / "old.db") as old:
        old.add(tutanak.read(told, url=url, language="tr"))
    with Ledger(here) as ledger:
        ledger.add(tutanak.read(told + " Görüşme iki saat sürdü.", url=url, language="tr"))
        list(ledger.take(lines(tmp_path / "old.db")))
        assert len(list(ledger.minutes())) == 1
        assert ledger.audit() == []


def test_a_line_told_twice_is_entered_once(first: Path, here: str) -> None:
    told = lines(first)
    with Ledger(here) as ledger:
        assert list(ledger.take([told[0], told[0], *told[1:], told[1]])) == [True, False, *[True] * (len(told) - 1), False]
    assert lines(here) == told


def test_two_ledgers_are_put_together(first: Path, here: str) -> None:
    with Ledger(here) as ledger:
        ledger.add(tutanak.read("İtalya Dışişleri Bakanı Mario Rossi, Ankara’da Ali Veli ile görüştü.", language="tr"))
        list(ledger.take(lines(first)))
    assert len(lines(here)) == len(lines(first)) + 1


@pytest.fixture(scope="module")
def decided(first: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The first ledger after people decided on all sorts of things."""
    path = tmp_path_factory.mktemp("decided") / "minutes.db"
    with Ledger(first) as ledger:
        ledger.backup(path)
    with Ledger(path) as ledger:
        one, two, three, four = [told.id for told in ledger.records("meetings")][:4]
        ledger.review(one, "accept", "ayşe")
        ledger.review(two, "reject", "ayşe", why="not a meeting")
        ledger.review(two, "comment", "ali", why="sure?")
        ledger.review(three, "correct", "ali", fields={"status": "planned"})
        document = next(iter(ledger.minutes()))
        sentence = document["doc"]["text"].split(".")[0]
        ledger.note(document["doc"]["sha256"], "acts", sentence, {"type": "AID", "source": "TR", "target": "AZ"}, "ali")
        assert four
        people = sorted({p["known_as"] for row in ledger.minutes() for p in row["people"] if " " in p["known_as"]})
        ledger.merge(people[0], people[1], "ayşe", why="the same")
    return path


def test_what_is_decided_twice_within_a_second_goes_over(first: Path, here: str, tmp_path: Path) -> None:
    """Corrected, taken back and corrected again in the same words: the last holds, also where it was taken to."""
    with Ledger(first) as ledger:
        ledger.backup(tmp_path / "m.db")
    with Ledger(tmp_path / "m.db") as ledger:
        one = next(iter(ledger.records("meetings"))).id
        ledger.review(one, "correct", "ali", fields={"status": "planned"})
        ledger.undo(one, "ali")
        ledger.review(one, "correct", "ali", fields={"status": "planned"})
    told = lines(tmp_path / "m.db")
    for row in told:
        if "review" in row:
            row["review"]["at"] = "2031-01-01T00:00:00Z"
    with Ledger(here) as ledger:
        list(ledger.take(told))
        assert not any(ledger.take(told)), "entered once, the same lines are nothing new"
    assert lines(here) == told
    assert derived(here) == derived(tmp_path / "m.db")


def test_decisions_go_over(decided: Path, where: str) -> None:
    told = lines(decided)
    assert [row["review"]["verdict"] for row in told if "review" in row] == ["accept", "reject", "comment", "correct", "add", "merge"]
    with Ledger(where) as ledger:
        list(ledger.take(told))
        assert ledger.audit() == []
    assert lines(where) == told
    assert derived(where) == derived(decided)


def test_decisions_of_another_ledger_are_added_to_one_s_own(decided: Path, first: Path, here: str) -> None:
    with Ledger(here) as ledger:
        list(ledger.take(lines(first)))
        list(ledger.take(lines(decided)))
        assert ledger.audit() == []
    assert derived(here) == derived(decided)


def test_who_was_forgotten_stays_forgotten(first: Path, where: str) -> None:
    with Ledger(where) as ledger:
        list(ledger.take(lines(first)))
        name = max((p for row in ledger.minutes() for p in row["people"]), key=lambda p: len(p["known_as"]))["known_as"]
        ledger.forget(name, "ayşe")
        kept = list(ledger.lines())
        assert name not in json.dumps(kept, ensure_ascii=False)
        list(ledger.take(lines(first)))
        assert name not in json.dumps(list(ledger.lines()), ensure_ascii=False)
        assert ledger.audit() == []


def test_a_ledger_with_tombstones_goes_over(first: Path, tmp_path: Path, where: str) -> None:
    with Ledger(first) as ledger:
        ledger.backup(tmp_path / "a.db")
    with Ledger(tmp_path / "a.db") as ledger:
        name = max((p for row in ledger.minutes() for p in row["people"]), key=lambda p: len(p["known_as"]))["known_as"]
        ledger.forget(name, "ayşe")
    with Ledger(where) as ledger:
        list(ledger.take(lines(tmp_path / "a.db")))
        assert ledger.audit() == []
    assert lines(where) == lines(tmp_path / "a.db")
    assert name not in json.dumps(lines(where), ensure_ascii=False)


BAD = {
    "another schema": {"schema": "tutanak/1", "doc": {}},
    "no object": {},
    "an empty document": {"schema": "tutanak-ledger/1", "document": {}, "sources": [], "readings": []},
    "nothing": {"schema": "tutanak-ledger/1"},
    "no text": {"schema": "tutanak-ledger/1", "document": {"sha256": "x", "text": None}, "sources": [], "readings": []},
}


@pytest.mark.parametrize("row", BAD.values(), ids=BAD)
def test_what_is_no_line_of_a_ledger(tmp_path: Path, row: dict[str, Any]) -> None:
    with Ledger(tmp_path / "m.db") as ledger, pytest.raises(LedgerError, match=r"not a line of a ledger|written without text"):
        list(ledger.take([row]))


# gold


def reviewed_whole(first: Path, where: str) -> Ledger:
    """Two articles of which every record is accepted, but one rejected and one corrected; one article looked at in part."""
    ledger = Ledger(where)
    list(ledger.take(lines(first)))
    rows = [row for row in ledger.minutes(Chosen()) if row["meetings"] and row["figures"]]
    for row in rows[:2]:
        for kind in KINDS:
            for record in row[kind]:
                ledger.review(record["ledger"]["hash"], "accept", "ayşe")
    ledger.review(rows[0]["figures"][0]["ledger"]["hash"], "reject", "ayşe")
    ledger.review(rows[1]["meetings"][0]["ledger"]["hash"], "correct", "ayşe", fields={"status": "planned"})
    ledger.review(rows[2]["meetings"][0]["ledger"]["hash"], "accept", "ayşe")
    return ledger


def test_what_was_reviewed_whole_becomes_gold(first: Path, here: str, tmp_path: Path) -> None:
    with reviewed_whole(first, here) as ledger:
        rejected = next(r for r in ledger.lines() if r.get("review", {}).get("verdict") == "reject")
        counted = gold.write(ledger.minutes(Chosen()), tmp_path / "gold")
        told = [row for row in ledger.minutes(Chosen()) if row["doc"]["sha256"] in set(_shas(tmp_path / "gold"))]
    assert (counted.whole, counted.partly) == (2, 1)
    compiled = [json.loads(line) for line in (tmp_path / "gold" / "gold.jsonl").read_bytes().splitlines()]
    assert [row["meetings"][0]["status"] == "planned" for row in compiled].count(True) >= 1
    assert [len(row[kind]) for row in compiled for kind in KINDS] == [len(row[kind]) for row in told for kind in KINDS]
    assert rejected


def _shas(folder: Path) -> list[str]:
    articles = [json.loads(line) for line in (folder / "articles.jsonl").read_bytes().splitlines()]
    return [sha256(row["text"].encode()).hexdigest() for row in articles]


def compiled_again(folder: Path, shared: Path) -> tuple[list[Any], list[Any], str]:
    """What the outside script makes of the annotations, the gold as it was written, and what the script says."""
    script = shared / "gold" / "compile_gold.py"
    told = [sys.executable, script, folder / "articles.jsonl", folder / "annotations", folder / "again.jsonl"]
    done = subprocess.run(told, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    again, own = ([json.loads(line) for line in (folder / name).read_bytes().splitlines()] for name in ("again.jsonl", "gold.jsonl"))
    return again, own, done.stdout


def test_its_annotations_compile_to_its_gold(first: Path, tmp_path: Path, shared: Path) -> None:
    with reviewed_whole(first, str(tmp_path / "m.db")) as ledger:
        gold.write(ledger.minutes(Chosen()), tmp_path / "gold")
    again, own, told = compiled_again(tmp_path / "gold", shared)
    assert told == "2 compiled, 0 refused\n"
    assert again == own


JOINT = {
    "Ali Veli ve Mario Rossi": "Dışişleri Bakanı Ali Veli ve İtalya Dışişleri Bakanı Mario Rossi, “Ticaret 12 milyar dolara ulaştı.” dedi.",
    "Ali Veli, Mario Rossi ve Luis Quiroga": (
        "Dışişleri Bakanı Ali Veli, İtalya Dışişleri Bakanı Mario Rossi ve Peru Dışişleri Bakanı Luis Quiroga, “Ticaret 12 milyar dolar.” dedi."
    ),
}


@pytest.mark.parametrize("names", JOINT)
def test_joint_speakers_stay_joint(names: str, tmp_path: Path, shared: Path) -> None:
    with Ledger(tmp_path / "m.db") as ledger:
        ledger.add(tutanak.read(JOINT[names], language="tr"))
        for row in list(ledger.minutes(Chosen())):
            for record in (r for kind in KINDS for r in row[kind]):
                ledger.review(record["ledger"]["hash"], "accept", "ayşe")
        gold.write(ledger.minutes(Chosen()), tmp_path / "gold")
    annotation = json.loads(next((tmp_path / "gold" / "annotations").iterdir()).read_bytes())
    assert [s["speaker"] for s in annotation["statements"]] == [f["claimed_by"] for f in annotation["figures"]] == [names]
    again, own, _ = compiled_again(tmp_path / "gold", shared)
    assert again == own
    assert own[0]["statements"][0]["speaker"] == {"text": names}


def test_an_occurrence_is_counted_where_it_is_not_the_first() -> None:
    assert gold.string("ana baba ana", {"start": 9, "end": 12}) == {"s": "ana", "n": 2}
    assert gold.string("ananas", {"start": 0, "end": 3}) == "ana"
    assert gold.string("aaaa", {"start": 2, "end": 3}) == {"s": "a", "n": 3}
    assert gold.string("x", None) is None


def test_gold_without_text_keeps_spans_alone(first: Path, tmp_path: Path) -> None:
    reviewed_whole(first, str(tmp_path / "m.db")).close()
    done = ran(tmp_path / "m.db", "export", "--format", "gold", "--no-text", "-o", tmp_path / "gold")
    assert done.stderr == "tutanak: 2 articles reviewed whole; 1 in part, and left out (tutanak review goes on)\n"
    rows = [json.loads(line) for line in (tmp_path / "gold" / "gold.jsonl").read_bytes().splitlines()]
    assert all(row["doc"]["text"] is None and row["doc"]["sha256"] for row in rows)
    assert (tmp_path / "gold" / "articles.jsonl").read_bytes() == b""
    assert list((tmp_path / "gold" / "annotations").iterdir()) == []


# the commands


def ran(where: str | Path, *arguments: str | Path) -> Result:
    return CliRunner().invoke(cli, [*map(str, arguments), "--ledger", str(where)])


@pytest.fixture
def copy(first: Path, tmp_path: Path) -> Callable[..., Path]:
    def made(*options: str) -> Path:
        assert ran(first, "export", "--format", "jsonl", "-o", tmp_path / "out.jsonl", *options).exit_code == 0
        return tmp_path / "out.jsonl"

    return made


def test_export_and_import(copy: Callable[..., Path], first: Path, tmp_path: Path) -> None:
    done = ran(tmp_path / "second.db", "import", copy())
    assert done.exit_code == 0
    n = len(lines(first))
    assert done.stderr == f"tutanak: {n} lines: {n} new, 0 known\n"
    assert f"0 new, {n} known" in ran(tmp_path / "second.db", "import", copy()).stderr
    assert ran(tmp_path / "second.db", "export", "--format", "jsonl").stdout_bytes == copy().read_bytes()


def test_without_text_it_can_be_read_but_not_entered(copy: Callable[..., Path], tmp_path: Path) -> None:
    out = copy("--no-text")
    words = [json.loads(line) for line in out.read_bytes().splitlines()]
    assert all(row["document"]["text"] is None for row in words)
    assert all(f["words"] is None and f["words_sha256"] for row in words for r in row["readings"] for f in r["records"])
    done = ran(tmp_path / "second.db", "import", out)
    assert "out.jsonl:1: written without text" in str(done.exception)


def test_a_broken_line_is_named(copy: Callable[..., Path], tmp_path: Path) -> None:
    out = copy()
    out.write_bytes(out.read_bytes()[:5000])
    done = ran(tmp_path / "second.db", "import", out)
    assert f"{out}:" in str(done.exception)
    assert "not a line of JSON" in str(done.exception)


def test_a_part_of_a_ledger_is_told_as_minutes(first: Path, tmp_path: Path) -> None:
    assert ran(first, "export", "--format", "jsonl", "--since", "2022").exit_code == 2
    done = ran(first, "export", "--format", "minutes", "--kind", "meetings")
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert rows
    assert all(row["schema"] == "tutanak/1" and row["statements"] == [] for row in rows)
    assert tmp_path
