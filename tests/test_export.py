"""What a ledger hands on: every format holds what its readers expect, the same bytes each time, and no word of the text where it must not."""

from __future__ import annotations

import csv
import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner, Result

from tutanak import cli_export
from tutanak.cli import cli
from tutanak.errors import ExportError
from tutanak.exports import HANDED_ON, Style, codes, export, package
from tutanak.exports.cast import Cast, without_text
from tutanak.exports.events import QUADRANTS
from tutanak.exports.minutes import KINDS
from tutanak.exports.polecat import COLUMNS
from tutanak.exports.tables import TABLES, TYPES
from tutanak.languages import load
from tutanak.ledger import Ledger, demo
from tutanak.ledger.handing import Chosen
from tutanak.reading import read


@pytest.fixture(scope="module")
def kept(store: Callable[[], str]) -> Iterator[Ledger]:
    with Ledger(store()) as ledger:
        demo.fill(ledger)
        yield ledger


@pytest.fixture(scope="module")
def there(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("export") / "minutes.db"
    with Ledger(path) as ledger:
        demo.fill(ledger)
    return path


@pytest.fixture(scope="module")
def minutes(there: Path) -> list[dict[str, Any]]:
    with Ledger(there) as ledger:
        return list(ledger.minutes(Chosen(doubtful=True)))


def ran(there: Path, *arguments: str | Path) -> Result:
    return CliRunner().invoke(cli, ["export", *map(str, arguments), "--ledger", str(there)], catch_exceptions=False)


def told(minutes: list[dict[str, Any]], form: str) -> bytes:
    return b"".join(export(form)(iter(minutes), Style()))


# what the ledger tells


def test_both_stores_tell_the_same(kept: Ledger, minutes: list[dict[str, Any]]) -> None:
    found = list(kept.minutes(Chosen(doubtful=True)))
    assert [_timeless(row) for row in found] == [_timeless(row) for row in minutes]


def _timeless(row: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name != "read_by"}


def test_what_was_read_is_what_is_told(kept: Ledger) -> None:
    by_text = {row["doc"]["sha256"]: row for row in kept.minutes(Chosen(doubtful=True))}
    for report in demo.reports():
        own = read(**report, language="tr").to_dict(all=True)
        row = by_text.get(own["doc"]["sha256"])
        if row is None:
            continue  # an earlier text of a page that has another now
        assert {k: v for k, v in row["doc"].items() if k != "author"} == own["doc"]
        for kind in KINDS:
            assert _without_ledger(row[kind]) == _once(own[kind])
        assert [{k: v for k, v in p.items() if k not in ("actor", "known_as")} for p in row["people"]] == own["people"]


def _without_ledger(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return sorted(({k: v for k, v in row.items() if k != "ledger"} for row in rows), key=lambda row: str(row["id"]))


def _once(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return sorted(rows, key=lambda row: str(row["id"]))


def test_a_text_that_was_replaced_is_not_told(kept: Ledger) -> None:
    urls = [row["doc"]["url"] for row in kept.minutes() if row["doc"]["url"]]
    assert len(urls) == len(set(urls))


def test_doubtful_records_only_when_asked_for(kept: Ledger) -> None:
    few, many = (sum(len(row[k]) for row in kept.minutes(c) for k in KINDS) for c in (Chosen(), Chosen(doubtful=True)))
    assert 0 < few <= many


def test_records_are_chosen_by_pair_day_and_kind(kept: Ledger) -> None:
    azru = list(kept.minutes(Chosen(pair=("AZ", "RU"))))
    assert azru
    whole = {row["doc"]["sha256"]: row for row in kept.minutes()}
    for row in azru:
        assert all(len(row[kind]) <= len(whole[row["doc"]["sha256"]][kind]) for kind in KINDS)
        spoken = {s["id"] for s in row["statements"]}
        assert all(r["in"] is None or r["in"] in spoken for kind in KINDS for r in row[kind])
    figures = list(kept.minutes(Chosen(kinds=("figures",))))
    assert {kind for row in figures for kind in KINDS if row[kind]} == {"figures"}
    days = sorted(r["ledger"]["day"] for row in kept.minutes() for r in row["meetings"])
    since = [r["ledger"]["day"] for row in kept.minutes(Chosen(since=days[-1][:7])) for r in row["meetings"]]
    assert since
    assert min(since) >= days[-1][:7]
    until = [r["ledger"]["day"] for row in kept.minutes(Chosen(until=days[0][:4])) for r in row["meetings"]]
    assert days[0] in until
    assert max(until)[:4] <= days[0][:4]


def test_one_actor_has_one_key_in_all_articles(kept: Ledger) -> None:
    names: dict[str, set[str]] = {}
    for row in kept.minutes():
        for person in row["people"]:
            names.setdefault(person["actor"], set()).add(person["known_as"])
    assert all(len(known) == 1 for known in names.values())
    assert max(Counter(p["actor"] for row in kept.minutes() for p in row["people"]).values()) > 1


# tables


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


TYPED = {"string": str, "integer": int, "number": float, "boolean": {"true": True, "false": False}.__getitem__}


@pytest.mark.parametrize("words", [True, False])
def test_tables_hold_to_their_description(minutes: list[dict[str, Any]], tmp_path: Path, words: bool) -> None:
    given = minutes if words else [without_text(row) for row in minutes]
    counts = package.write(iter(given), tmp_path / "out", "csv", words=words)
    described = json.loads((tmp_path / "out" / "datapackage.json").read_bytes())
    keys = {r["name"]: {row[r["schema"]["primaryKey"]] for row in rows_of(tmp_path / "out" / r["path"])} for r in described["resources"]}
    assert sorted(p.name for p in (tmp_path / "out").iterdir()) == sorted([*(r["path"] for r in described["resources"]), "datapackage.json"])
    for resource in described["resources"]:
        path = tmp_path / "out" / resource["path"]
        assert (resource["bytes"], resource["hash"]) == (path.stat().st_size, f"sha256:{sha256(path.read_bytes()).hexdigest()}")
        rows, fields = rows_of(path), resource["schema"]["fields"]
        assert len(rows) == counts[resource["name"]] == len(keys[resource["name"]])
        assert [f["name"] for f in fields] == (list(rows[0]) if rows else [f["name"] for f in fields])
        for row in rows:
            for f in fields:
                if row[f["name"]]:
                    TYPED[f["type"]](row[f["name"]])  # type: ignore[operator]
                    assert row[f["name"]] in f.get("constraints", {}).get("enum", [row[f["name"]]])
        for foreign in resource["schema"]["foreignKeys"]:
            target = foreign["reference"]["resource"] or resource["name"]
            assert {row[foreign["fields"]] for row in rows} - {""} <= keys[target]


def test_every_column_says_what_it_means() -> None:
    for table in TABLES:
        assert len({c.name for c in table.columns}) == len(table.columns)
        assert all(c.told and not c.told.endswith(".") for c in table.columns)
        assert table.key in {c.name for c in table.columns}


def test_states_stand_under_three_codes(minutes: list[dict[str, Any]], tmp_path: Path) -> None:
    package.write(iter(minutes), tmp_path / "out", "csv")
    met = [row for row in rows_of(tmp_path / "out" / "meetings.csv") if row["participants_states"] in ("AZ; RU", "RU; AZ")]
    assert met
    assert {row["participants_iso3"] for row in met} <= {"AZE; RUS", "RUS; AZE"}
    assert {row["participants_cow"] for row in met} <= {"373; 365", "365; 373"}
    assert all(re.fullmatch(r"\d{4}(-\d\d){0,2}", row["day"]) for row in met)


def test_every_state_of_the_pack_has_its_codes() -> None:
    states = {row["code"] for row in load("tr").section("states")}
    assert all(codes.is_state(code) for code in states)
    assert {code for code in states if codes.alpha3(code) is None} == {"XN"}
    assert {code for code in states if codes.cow(code) is None} == {"XN", "PS", "VA"}
    assert (codes.alpha3("TR"), codes.cow("TR"), codes.alpha3("NATO"), codes.cow(None)) == ("TUR", 640, None, None)


def test_parquet_holds_what_csv_holds(minutes: list[dict[str, Any]], tmp_path: Path) -> None:
    package.write(iter(minutes), tmp_path / "csv", "csv")
    package.write(iter(minutes), tmp_path / "parquet", "parquet")
    for table in TABLES:
        flat, columns = rows_of(tmp_path / "csv" / f"{table.name}.csv"), pq.read_table(tmp_path / "parquet" / f"{table.name}.parquet")
        assert columns.column_names == [c.name for c in table.columns]
        assert [row["start"] for row in columns.to_pylist() if "start" in row] == [int(row["start"]) for row in flat if "start" in row]
        assert columns.schema.field(0).metadata[b"description"].decode() == table.columns[0].told


def test_a_formula_is_no_formula(tmp_path: Path) -> None:
    row = read("Dışişleri Bakanı Ali Veli, İtalya’nın büyüdüğünü söyledi.", title="=HYPERLINK(1)", language="tr").to_dict()
    package.write([row], tmp_path / "out", "csv")
    assert rows_of(tmp_path / "out" / "documents.csv")[0]["title"] == "'=HYPERLINK(1)"


def test_a_folder_of_others_is_left_alone(minutes: list[dict[str, Any]], tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "thesis.txt").write_text("x")
    with pytest.raises(ExportError, match="is there already"):
        package.write(iter(minutes), tmp_path / "mine", "csv")
    package.write(iter(minutes[:1]), tmp_path / "out", "csv")
    package.write(iter(minutes), tmp_path / "out", "csv")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["mine", "out"]


def test_an_export_that_fails_leaves_what_was_there(minutes: list[dict[str, Any]], tmp_path: Path) -> None:
    package.write(iter(minutes), tmp_path / "out", "csv")
    before = (tmp_path / "out" / "acts.csv").read_bytes()

    def breaks() -> Iterator[dict[str, Any]]:
        yield minutes[0]
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        package.write(breaks(), tmp_path / "out", "csv")
    assert (tmp_path / "out" / "acts.csv").read_bytes() == before
    assert [p.name for p in tmp_path.iterdir()] == ["out"]


# every format


@pytest.mark.parametrize("form", HANDED_ON)
def test_the_same_minutes_give_the_same_bytes(minutes: list[dict[str, Any]], form: str) -> None:
    assert told(minutes, form) == told(minutes, form)
    assert told([], form) is not None


@pytest.mark.parametrize("form", [*HANDED_ON, "csv", "parquet"])
def test_no_text_means_no_text(minutes: list[dict[str, Any]], form: str, tmp_path: Path) -> None:
    """No run of five words of any article is left, but in titles and names."""
    if form in cli_export.FOLDERS:
        package.write(map(without_text, minutes), tmp_path / "out", form, words=False)
        read_back = [pq.read_table(p).to_pylist() for p in (tmp_path / "out").glob("*.parquet")]
        out = " ".join(p.read_text(encoding="utf-8") for p in (tmp_path / "out").glob("*.csv")) + json.dumps(read_back, ensure_ascii=False)
    else:
        out = told([without_text(row) for row in minutes], form).decode()
    for row in minutes:
        known = " ".join([row["doc"]["title"] or "", *(one["name"] for kind in ("people", "organisations", "places") for one in row[kind])])
        words = row["doc"]["text"].split()
        runs = (" ".join(words[i : i + 5]) for i in range(len(words) - 4))
        assert [run for run in runs if run in out and run not in known] == []


def test_annotations_point_to_their_words(minutes: list[dict[str, Any]]) -> None:
    page = json.loads(told(minutes, "webanno"))
    texts = {f"urn:sha256:{row['doc']['sha256']}": row["doc"]["text"] for row in minutes}
    assert page["type"] == "AnnotationPage"
    assert len(page["items"]) == sum(len(row[kind]) for row in minutes for kind in KINDS)
    assert len({item["id"] for item in page["items"]}) == len(page["items"])
    for item in page["items"]:
        text, (position, quote) = texts[item["target"]["tutanak:text"]], item["target"]["selector"]
        assert text[position["start"] : position["end"]] == quote["exact"]
        assert quote["prefix"] + quote["exact"] + quote["suffix"] in text


def test_annotations_without_text_keep_their_positions(minutes: list[dict[str, Any]]) -> None:
    page = json.loads(told([without_text(row) for row in minutes], "webanno"))
    assert all([s["type"] for s in item["target"]["selector"]] == ["TextPositionSelector"] for item in page["items"])


def test_schema_org(minutes: list[dict[str, Any]]) -> None:
    graph = json.loads(told(minutes, "jsonld"))["@graph"]
    kinds = Counter(node["@type"] for node in graph)
    assert kinds["NewsArticle"] == len(minutes)
    assert kinds["Quotation"] == sum(len(row["statements"]) for row in minutes)
    assert kinds["Event"] == sum(len(row["meetings"]) for row in minutes)
    assert not [node for node in graph if None in node.values() or [] in node.values()]


def test_plover_events(minutes: list[dict[str, Any]]) -> None:
    events = [json.loads(line) for line in told(minutes, "plover").splitlines()]
    assert {e["event"] for e in events} <= set(TYPES)
    assert "CONSULT" in {e["event"] for e in events}
    assert set(TYPES) == {t for types in QUADRANTS.values() for t in types}
    assert all(re.fullmatch(r"[A-Z]{3}|---", a["code"]) for e in events for a in (*e["source"], *e["target"]))
    assert len({e["id"] for e in events}) == len(events)


def test_an_encounter_is_told_once() -> None:
    text = "Dışişleri Bakanı Ali Veli, Roma’da İtalya Dışişleri Bakanı Mario Rossi ile bir araya geldi."
    row = read(text, published="2024-03-05", language="tr").to_dict(all=True)
    events = [json.loads(line) for line in told([row], "plover").splitlines()]
    assert [e["event"] for e in events].count("CONSULT") == 1


def test_polecat_columns(minutes: list[dict[str, Any]]) -> None:
    head, *rows = [line.split("\t") for line in told(minutes, "polecat").decode().splitlines()]
    assert tuple(head) == COLUMNS
    assert len(COLUMNS) == 40
    assert all(len(row) == 40 for row in rows)
    assert {row[5] for row in rows} <= set(QUADRANTS)
    assert {row[9] for row in rows} & {"640", "373", "365"}


def test_citations(minutes: list[dict[str, Any]]) -> None:
    entries = json.loads(told(minutes, "csl"))
    assert len(entries) == sum(len(row["sources"]) for row in minutes)
    assert len({e["id"] for e in entries}) == len(entries)
    assert all(e["type"] == "article-newspaper" for e in entries)
    ris = told(minutes, "ris").decode()
    assert ris.count("TY  - NEWS\r\n") == ris.count("ER  - \r\n") == len(entries)
    assert all(re.fullmatch(r"([A-Z][A-Z0-9]  - .*)?", line) for line in ris.split("\r\n"))


def test_a_date_in_a_citation_is_as_exact_as_it_is_known() -> None:
    doc = {"sha256": "x", "language": "tr", "title": "A\nB", "url": None, "outlet": None, "published": "2024-03"}
    (entry,) = json.loads(told([{"doc": doc}], "csl"))
    assert entry["issued"] == {"date-parts": [[2024, 3]]}
    assert "DA  - 2024/03//\r\n" in told([{"doc": doc}], "ris").decode()
    assert "TI  - A B\r\n" in told([{"doc": doc}], "ris").decode()


def test_follow_the_money_entities_refer_to_each_other(minutes: list[dict[str, Any]]) -> None:
    entities = [json.loads(line) for line in told(minutes, "ftm").splitlines()]
    ids = {e["id"] for e in entities}
    assert len(ids) == len(entities)
    assert all(isinstance(v, list) and all(isinstance(x, str) for x in v) for e in entities for v in e["properties"].values())
    for e in entities:
        for name in ("holder", "post", "involved", "entity", "proof", "subject", "object", "project", "participant"):
            assert set(e["properties"].get(name, ())) <= ids


def test_minutes_that_come_from_no_ledger_can_be_handed_on(seed_text: str, tmp_path: Path) -> None:
    row = read(seed_text, published="2022-10-13").to_dict()
    assert all(told([row], form) for form in HANDED_ON)
    package.write([row], tmp_path / "out", "csv")
    assert {r["document"] for r in rows_of(tmp_path / "out" / "figures.csv")} == {row["doc"]["sha256"]}
    assert Cast(row).ident(row["statements"][0]) == f"{row['doc']['sha256'][:12]}-s1"


# the command


def test_the_formats_are_those_of_the_exports() -> None:
    assert (*cli_export.FILES,) == HANDED_ON
    assert cli_export.KINDS == KINDS


def test_export_to_a_folder(there: Path, tmp_path: Path) -> None:
    done = ran(there, "--format", "csv", "-o", tmp_path / "out", "--kind", "figures", "--pair", "Azerbaycan", "Russia")
    assert done.exit_code == 0
    assert re.fullmatch(r"tutanak: [\d,]+ articles, [\d,]+ records\n", done.stderr)
    assert sorted(p.name for p in (tmp_path / "out").iterdir()) == ["datapackage.json", "documents.csv", "figures.csv"]


def test_export_to_stdout_and_to_a_file(there: Path, tmp_path: Path) -> None:
    out = ran(there, "--format", "ris").stdout_bytes
    assert ran(there, "--format", "ris", "-o", tmp_path / "a.ris").stdout == ""
    assert (tmp_path / "a.ris").read_bytes() == out
    assert out.startswith(b"TY  - NEWS")


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (["--format", "csv"], "say with -o into which folder"), (["--format", "ris", "--since", "dün"], "write 2022, 2022-10 or 2022-10-13"),
        (["--format", "docx"], "is not one of"), ([], "Missing option"),
    ],
)  # fmt: skip
def test_wrong_usage(there: Path, arguments: list[str], why: str) -> None:
    done = ran(there, *arguments)
    assert done.exit_code == 2
    assert why in done.stderr
