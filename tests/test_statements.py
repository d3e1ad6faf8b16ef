"""Statements, as text cases: tests/cases/tr/statements.txt, and who speaks in them, statements_told.txt."""

from __future__ import annotations

from pathlib import Path

import pytest

import tutanak
from tutanak.records import about

TR = Path(__file__).parent / "cases" / "tr"
NAMES = ("", "_told", "_press", "_voices", "_ways", "_sources", "_fresh", "_whole", "_owned", "_crowds")
CASES = [TR / f"statements{name}.txt" for name in NAMES]


def cases() -> list[tuple[str, str, list[str]]]:
    """(name, text, expected lines) of each case."""
    found: list[tuple[str, list[str], list[str]]] = []
    for line in (line for path in CASES for line in path.read_text(encoding="utf-8").splitlines()):
        if line.startswith("# "):
            found.append((line[2:], [], []))
        elif line.startswith("> "):
            found[-1][2].append(line[2:])
        elif line.strip():
            found[-1][1].append(line)
    return [(name, "\n".join(text), wanted) for name, text, wanted in found if text]


def told(reading: dict) -> list[str]:
    """The statements of minutes in the notation of the cases."""
    names = {row["id"]: row["name"] for field in ("people", "organisations", "places") for row in reading[field]}

    def name(ref: object) -> str:
        if isinstance(ref, list):
            return "; ".join(map(name, ref))
        if isinstance(ref, dict):
            return str(ref["text"])
        return names.get(str(ref), str(ref))

    text = reading["doc"]["text"]
    return [f"{'heading' if s['heading'] else s['mode']} | {name(s['speaker'])} | {text[s['start'] : s['end']]}" for s in reading["statements"]]


@pytest.mark.parametrize(("name", "text", "wanted"), cases(), ids=[c[0] for c in cases()])
def test_statements(name: str, text: str, wanted: list[str]) -> None:
    assert told(tutanak.read(text, language="tr").to_dict()) == wanted, name


LINES = (TR / "about.txt").read_text(encoding="utf-8").splitlines()
ABOUT = [line.split(" | ") for line in LINES if " | " in line]


@pytest.mark.parametrize(("wanted", "text"), ABOUT, ids=lambda s: s[:60])
def test_about(wanted: str, text: str) -> None:
    """Other states than the speaker's own, whose codes serve as their ids."""
    minutes = tutanak.read(text).to_dict()
    own = {p["state"] for p in minutes["people"]}
    assert {code for s in minutes["statements"] for code in s["about"]} - own == set(wanted.split())


SIDES = [line for name in ("about_sides", "about_themes") for line in (TR / f"{name}.txt").read_text(encoding="utf-8").splitlines()]


def sides() -> list[tuple[str, list[str]]]:
    """(text, the wanted actors of each statement) of each case."""
    found: list[tuple[str, list[str]]] = []
    for line in SIDES:
        if line.startswith("> "):
            found[-1][1].append(line[2:])
        elif line and not line.startswith("#"):
            found.append((line.replace("\\n", "\n"), []))
    return found


@pytest.mark.parametrize(("text", "wanted"), sides(), ids=lambda s: s[:60] if isinstance(s, str) else "")
def test_about_both_sides(text: str, wanted: list[str]) -> None:
    """All whom a statement is about, the speaker's own state among them."""
    minutes = tutanak.read(text, language="tr").to_dict()
    names = {row["id"]: row["name"].replace(" ", "_") for row in minutes["organisations"]}
    told = [" ".join(sorted(names.get(a, a) for a in s["about"])) for s in minutes["statements"] if not s["heading"]]
    assert told == [" ".join(sorted(w.split())) if w != "-" else "" for w in wanted]


def test_names_of_bodies_are_folded_once_an_article(monkeypatch: pytest.MonkeyPatch) -> None:
    """Not once for each statement, which over many reports in one text would be their square."""
    if not str(about.__file__).endswith(".py"):
        pytest.skip("compiled: its calls cannot be counted")
    folded: list[str] = []
    monkeypatch.setattr(about, "fold", lambda name: folded.append(name) or name.lower())
    assert len(tutanak.read("Hamas ve NATO sözcüleri, NATO'nun geldiğini söyledi. " * 9, language="tr").statements) == 9
    assert sorted(folded) == ["Hamas", "NATO"]
