"""Positions on invented press sentences, and every rule of the pack on its own example."""

from __future__ import annotations

import pytest

import tutanak
from marked import Marked, cases, read, statements
from textcases import lines, pieces
from tutanak.languages import load
from tutanak.mentions.model import Actor, State
from tutanak.records import positions
from tutanak.spans import Span

NAMES = (
    "positions", "positions_press", "positions_told", "positions_ways", "positions_wider", "positions_fresh", "positions_spread", "positions_ahead",
    "positions_goods", "positions_breath", "positions_nouns", "positions_reported", "positions_spoken", "positions_frames",
)  # fmt: skip
CASES = [marked for name in NAMES for marked in cases(name)]
SECTION = load("tr").section("positions")
PREDICATES = SECTION["predicates"]


def taken(marked: Marked) -> list[tuple[str, Span]]:
    layout, mentions = read(marked.text)
    return [(p.force, p.span) for p in positions.take(layout, mentions, statements(layout, marked)) if p.confidence >= 0.5]


def matches(wanted: list[tuple[str, Span]], found: list[tuple[str, Span]]) -> bool:
    return len(wanted) == len(found) and all(w[0] == f[0] and w[1].likeness(f[1]) >= 0.5 for w, f in zip(wanted, found, strict=True))


def shown(text: str, rows: list[tuple[str, Span]]) -> str:
    return "; ".join(f"{force}: {span.of(text)}" for force, span in rows)


@pytest.mark.parametrize("marked", CASES, ids=lambda m: m.line[:60])
def test_cases(marked: Marked) -> None:
    found = taken(marked)
    assert matches(marked.labels, found), f"\n{marked.line}\nwanted {shown(marked.text, marked.labels)}\nfound  {shown(marked.text, found)}"


def held(text: str) -> str:
    """The positions of a text with their holders, as the cases write them."""
    found = tutanak.read(text, language="tr").positions
    return "; ".join(f"{p.force} {' + '.join(map(called, p.holders)) or '-'}" for p in found)


def called(holder: Actor) -> str:
    return holder.id if isinstance(holder, State) else holder.name


@pytest.mark.parametrize("line", lines("tr/holders.txt"), ids=lambda line: line[:60])
def test_holders(line: str) -> None:
    text, wanted = pieces(line)
    assert held(text.strip()) == wanted.strip()


def concerned(text: str) -> str:
    """Whom the positions of a text concern, as the cases write it."""
    found = tutanak.read(text, language="tr").positions
    return "; ".join(" ".join(sorted(map(called, p.about))) or "-" for p in found)


@pytest.mark.parametrize("line", lines("tr/positions_about.txt"), ids=lambda line: line[:60])
def test_about(line: str) -> None:
    wanted, text = line.split(" | ")
    assert concerned(text) == wanted


def predicate_rules(sentence: str) -> list[tuple[str, str]]:
    marked = Marked(f"“{sentence}” dedi.")
    layout, mentions = read(marked.text)
    return [(p.rule.split(":", 1)[1], p.force) for p in positions.take(layout, mentions, statements(layout, marked))]


@pytest.mark.parametrize("row", PREDICATES, ids=lambda r: r["says"])
def test_predicates_match_their_examples(row: dict[str, str]) -> None:
    assert row["says"] in [rule for rule, _ in predicate_rules(row["example"])]


@pytest.mark.parametrize("row", [r for r in PREDICATES if "not" in r], ids=lambda r: r["says"])
def test_predicates_leave_their_counter_examples(row: dict[str, str]) -> None:
    assert row["says"] not in [rule for rule, _ in predicate_rules(row["not"])]


@pytest.mark.parametrize("row", SECTION["charged"], ids=lambda r: r["says"])
def test_charged_words_weigh(row: dict[str, str]) -> None:
    assert row["force"] in [force for _, force in predicate_rules(row["example"])]


@pytest.mark.parametrize("row", SECTION["openers"] + SECTION["subjects"], ids=lambda r: r["says"])
def test_openers_and_subjects_match_their_examples(row: dict[str, str]) -> None:
    assert (row["says"], row["force"]) in predicate_rules(row["example"])


@pytest.mark.parametrize("row", SECTION["through"], ids=lambda r: r["says"])
def test_frames_of_thought_leave_the_force_to_their_clause(row: dict[str, str]) -> None:
    assert ("yanlış", "opposition") in predicate_rules(row["example"])


@pytest.mark.parametrize("row", SECTION["harming"], ids=lambda r: r["says"])
def test_to_aim_at_harm_is_blamed(row: dict[str, str]) -> None:
    assert [force for _, force in predicate_rules(row["example"])] == ["opposition"]


@pytest.mark.parametrize("row", SECTION["asides"] + SECTION["polite"], ids=lambda r: r["says"])
def test_courtesies_are_no_positions(row: dict[str, str]) -> None:
    assert predicate_rules(row["example"]) == []
