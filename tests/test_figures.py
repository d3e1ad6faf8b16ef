"""Figures: invented sentences, the pack's examples (figures), owners and what is missing to check them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import tutanak
from tutanak.languages import load
from tutanak.mentions import find
from tutanak.mentions.model import Unnamed
from tutanak.reading import DEFAULT_CONFIDENCE
from tutanak.records import figures
from tutanak.records.model import Figure, Statement
from tutanak.spans import Span
from tutanak.text import lay_out

CASES = sorted((Path(__file__).parent / "cases" / "tr").glob("figures*.txt"))


def cases() -> Iterator[tuple[str, list[str]]]:
    """Each line of text with the indented lines below it."""
    text, wanted = "", list[str]()
    for line in [line for file in CASES for line in [*file.read_text(encoding="utf-8").splitlines(), ""]]:
        if line.startswith("  "):
            wanted.append(line.strip())
            continue
        if text:
            yield text, wanted
        text, wanted = ("" if line.startswith("#") else line), []


def taken(text: str, statements: list[Statement] | None = None) -> list[Figure]:
    """The figures that a default minute shows."""
    layout = lay_out(text)
    found = figures.take(layout, find(layout, "2025-08-13"), statements or [])
    return [f for f in found if f.confidence >= DEFAULT_CONFIDENCE]


def told(figure: Figure, text: str) -> str:
    measure = figure.measure.of(text) if figure.measure else "-"
    period = figure.period.of(text) if figure.period else "-"
    return f"{figure.span.of(text)} | {figure.value} {figure.unit} {figure.bound} | {figure.direction or '-'} {figure.role} | {measure} | {period}"


@pytest.mark.parametrize(("text", "wanted"), [pytest.param(t, w, id=t) for t, w in cases()])
def test_sentences(text: str, wanted: list[str]) -> None:
    assert [told(f, text) for f in taken(text)] == wanted


@pytest.mark.parametrize("text", [pytest.param(t, id=t) for t, _ in cases()])
def test_every_filled_field_has_a_proof(text: str) -> None:
    for figure in taken(text):
        filled = [f for f in ("value", "value_to", "unit", "direction", "role", "measure", "period", "claimed_by") if getattr(figure, f)]
        assert [f for f in filled if f not in figure.proof] == []


def entries(key: str) -> list[Any]:
    return [pytest.param(entry, id=entry["example"]) for entry in load("tr").section("figures")[key]]


@pytest.mark.parametrize("entry", entries("changes") + entries("nouns_of_change") + entries("gains") + entries("additions") + entries("comparisons"))
def test_changes_match_their_examples(entry: dict[str, Any]) -> None:
    assert entry["direction"] in [f.direction for f in taken(entry["example"])]
    assert entry["direction"] not in [f.direction for f in taken(entry.get("not", ""))]


@pytest.mark.parametrize("entry", entries("rates"))
def test_rates_match_their_examples(entry: dict[str, Any]) -> None:
    assert [f.when.timex for f in taken(entry["example"]) if f.when] == [entry["timex"]]


@pytest.mark.parametrize("entry", entries("partitioned"))
def test_words_in_li_match_their_examples(entry: dict[str, Any]) -> None:
    assert [f.unit for f in taken(entry["example"])] == ([] if entry["unit"] == "-" else [entry["unit"]])


@pytest.mark.parametrize("entry", entries("none_before") + entries("none_behind") + entries("idioms"))
def test_numbers_of_names_are_no_figures(entry: dict[str, Any]) -> None:
    assert taken(entry["example"]) == []


def test_the_owner_is_who_said_it() -> None:
    text = "Bakan, ihracatın 15 milyar dolara yükseldiğini söyledi. İthalat 3 milyar dolar oldu."
    speaker = (Unnamed("Bakan", Span(0, 5)),)
    said = Statement(rule="", confidence=1.0, mode="indirect", span=Span(7, text.index(" söyledi")), speakers=speaker, cue=None)
    first, second = taken(text, [said])
    assert (first.claimed_by, first.within) == (speaker, said)
    assert (second.claimed_by, second.within) == ((), None)


def test_what_is_missing_to_check_it() -> None:
    (figure,) = taken("İhracat 15 milyar dolara yükseldi.")
    assert figure.checks == ("no period", "no source series", "currency assumed")
    (figure,) = taken("Kurumun verilerine göre ihracat geçen yıl 15 milyar ABD dolarına yükseldi.")
    assert figure.checks == ()


def test_the_seed_report(seed_text: str) -> None:
    """Two figures with one measure and one verb; a sentence of a quotation lends its period to no other."""
    assert [told(f, seed_text) for f in taken(seed_text)] == [
        "yüzde 14 | 14 percent exact | up change | İkili ticaret hacmi | geçen yıl",
        "yüzde 7’den fazla | 7 percent over | up change | İkili ticaret hacmi | bu yılın birinci 7 ayında",
        "4,5 milyar dolar | 4500000000 USD exact | - level | yatırım | -",
    ]


def test_what_a_small_number_arranges_is_not_shown() -> None:
    """ "Üç temel unsur" orders a speech; "iki gemi" counts."""
    arranged = [f.confidence for f in tutanak.read("Plan üç temel unsura dayanıyor.", language="tr").figures]
    counted = [f.unit for f in tutanak.read("Saldırıda iki gemi hasar gördü.", language="tr").figures]
    assert (arranged, counted) == ([], ["gemi"])


def owners(text: str) -> list[tuple[str | None, str]]:
    figures = tutanak.read(text, language="tr").to_dict()["figures"]
    return [(f["owner"], f["proof"]["owner"]["how"] if f["owner"] else "") for f in figures]


def test_whose_it_is_by_a_first_person_possessor() -> None:
    """The speaker's state, inferred; what both sides share is nobody's, and the narrator owns nothing."""
    said = 'Rusya Devlet Başkanı Vladimir Putin, "{}" dedi.'
    assert owners(said.format("İşletmelerimiz Azerbaycan iktisadına 4,5 milyar dolar yatırım yaptı")) == [("RU", "inferred")]
    assert owners(said.format("Bizim ihracatımız 4,5 milyar dolara yükseldi")) == [("RU", "inferred")]
    assert owners(said.format("İkili ticaret hacmimiz 4,5 milyar dolara yükseldi")) == [(None, "")]
    assert owners(said.format("Azerbaycan'ın ihracatı 4,5 milyar dolara yükseldi")) == [(None, "")]
    assert owners("İşletmelerimiz Azerbaycan iktisadına 4,5 milyar dolar yatırım yaptı.") == [(None, "")]
