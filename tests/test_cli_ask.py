"""The commands that ask a ledger, as their users meet them."""

from __future__ import annotations

import csv
import json
import sys
from io import StringIO
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tutanak.cli import cli
from tutanak.cli_ask import COMMANDS, KINDS
from tutanak.exports.minutes import KINDS as RECORD_KINDS
from tutanak.ledger import Ledger, demo


@pytest.fixture(scope="module")
def minutes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("ask") / "minutes.db"
    with Ledger(path) as ledger:
        demo.fill(ledger)
    return path


def ran(minutes: Path, *arguments: str) -> Result:
    return CliRunner().invoke(cli, [arguments[0], "--ledger", str(minutes), *arguments[1:]], env={"LC_ALL": "C.UTF-8"})


def test_the_kinds_are_those_of_the_records() -> None:
    assert set(KINDS) == set(RECORD_KINDS)


def test_the_pair_sheet(minutes: Path) -> None:
    told = ran(minutes, "pair", "AZ", "RU")
    assert (told.exit_code, told.stderr) == (0, "")
    for words in ("Azerbaijan – Russia", "proposed 2031-03-04", "suspended 2031-11-20", "≠ disagrees with", "Nigar Hüseynova", "Örnek Ajans"):
        assert words in told.stdout, words


def test_the_pair_sheet_in_turkish(minutes: Path) -> None:
    assert "Taahhütler ve akıbetleri" in ran(minutes, "pair", "AZ", "RU", "--lang", "tr").stdout


def test_a_page_with_footnotes(minutes: Path) -> None:
    told = ran(minutes, "pair", "AZ", "RU", "--format", "md").stdout
    assert told.startswith("# Azerbaijan – Russia")
    assert "[^1]: Nazarov" in told
    marks = {mark.split("]")[0] for mark in told.split("[^")[1:]}
    assert all(f"\n[^{mark}]: " in told for mark in marks)


@pytest.mark.parametrize("form", ["json", "jsonl", "csv"])
def test_a_pair_as_data(minutes: Path, form: str) -> None:
    told = ran(minutes, "pair", "AZ", "RU", "--format", form, "--kind", "figures").stdout
    rows = {"json": lambda: json.loads(told)["timeline"], "jsonl": lambda: [json.loads(line) for line in told.splitlines()],
            "csv": lambda: list(csv.DictReader(StringIO(told)))}[form]()  # fmt: skip
    assert {row["kind"] for row in rows} == {"figures"}
    assert len(rows) > 5


def test_the_pairs_there_are(minutes: Path) -> None:
    assert ran(minutes, "pair").stdout.startswith("AZ\tRU\t")


def test_an_empty_pair_is_told(minutes: Path) -> None:
    told = ran(minutes, "pair", "BR", "JP")
    assert told.exit_code == 0
    assert "no records tie BR and JP" in told.stderr


@pytest.mark.parametrize(
    ("arguments", "words"),
    [(("search", "hazar", "demir*"), "Hazar Demir"), (("search", "gorustu", "--pair", "AZ", "RU", "--format", "jsonl"), '"exact":false'),
     (("person", "sokolov"), "Devlet Başkanı"), (("undertakings", "--open"), "Tobol Barajı Projesi"),
     (("undertakings", "--format", "json"), '"steps"'),
     (("digest", "--since", "2031-11-01", "--until", "2031-12-31"), "AZ–RU"), (("digest", "--since", "2031", "--format", "md"), "## Meetings")],
)  # fmt: skip
def test_answers(minutes: Path, arguments: tuple[str, ...], words: str) -> None:
    told = ran(minutes, *arguments)
    assert (told.exit_code, told.stderr) == (0, "")
    assert words in told.stdout


def test_a_record_by_the_id_that_the_sheet_shows(minutes: Path) -> None:
    ident = json.loads(ran(minutes, "pair", "AZ", "RU", "--format", "json").stdout)["timeline"][0]["id"]
    told = ran(minutes, "show", ident[:8])
    assert told.exit_code == 0
    assert ident in told.stdout
    assert json.loads(ran(minutes, "show", ident, "--format", "json").stdout)["id"] == ident


WRONG = {
    ("pair", "AZ"): (2, "a pair is of two"), ("pair", "AZ", "Azerbeycan"): (1, "did you mean 'azerbaycan' (AZ)"),
    ("pair", "AZ", "AZ"): (1, "the same"),
    ("pair", "AZ", "RU", "--since", "dün"): (1, "is no day"), ("pair", "AZ", "RU", "--kind", "wishes"): (2, "Invalid value"),
    ("person", "Bilinmeyen"): (1, "nobody in the ledger"), ("show", "zz"): (1, "no record's id"), ("search", "*"): (1, "nothing to search for"),
}  # fmt: skip


@pytest.mark.parametrize(("arguments", "expected"), WRONG.items())
def test_what_is_wrong_is_told(minutes: Path, arguments: tuple[str, ...], expected: tuple[int, str]) -> None:
    told = ran(minutes, *arguments)
    assert told.exit_code == expected[0]
    assert expected[1] in " ".join(f"{told.stderr} {told.exception}".split())
    assert told.stdout == ""


@pytest.mark.parametrize("command", [command.name for command in COMMANDS])
def test_no_ledger_is_told(tmp_path: Path, command: str) -> None:
    arguments = {"pair": ("AZ", "RU"), "search": ("söz",), "show": ("ab",), "person": ("x",)}.get(command, ())
    told = ran(tmp_path / "none.db", command, *arguments)
    assert "there is no ledger" in str(told.exception)


@pytest.mark.parametrize("command", [("pair", "AZ", "RU"), ("search", "söz"), ("person", "x"), ("digest",)])
def test_missing_libraries_are_told(minutes: Path, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]) -> None:
    for name in [name for name in sys.modules if name.startswith("tutanak.ledger")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "sqlalchemy", None)
    told = ran(minutes, *command)
    assert (told.exit_code, told.stderr) == (1, "Error: sqlalchemy is missing: pip install 'tutanak[ledger]'\n")
