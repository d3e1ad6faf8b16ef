"""Dates and periods: invented sentences, the pack's examples (dates), the calendar's laws."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import suite_times
from tutanak.languages import load
from tutanak.mentions import date_calendar as calendar
from tutanak.mentions import dates
from tutanak.mentions.model import When
from tutanak.text import lay_out

CASES = Path(__file__).parent / "cases" / "tr" / "dates.txt"
PUBLISHED = "2025-08-13"
MONTHS = tuple(entry["says"] for entry in load("tr").section("dates")["months"])


def cases() -> Iterator[tuple[str, list[str]]]:
    """Each line of text with the indented lines below it."""
    text, wanted = "", list[str]()
    for line in [*CASES.read_text(encoding="utf-8").splitlines(), ""]:
        if line.startswith("  "):
            wanted.append(line.strip())
            continue
        if text:
            yield text, wanted
        text, wanted = ("" if line.startswith("#") else line), []


def told(when: When, text: str) -> str:
    return f"{when.span.of(text)} = {when.edtf or f'[{when.timex or str()}]'}"


@pytest.mark.parametrize(("text", "wanted"), [pytest.param(t, w, id=t) for t, w in cases()])
def test_sentences(text: str, wanted: list[str]) -> None:
    assert [told(w, text) for w in dates.find(lay_out(text), PUBLISHED)] == wanted


@pytest.mark.parametrize("text", ["Bakan dün geldi.", "Heyet geçen hafta geldi.", "Zirve 13 Ekim'de.", "Son 10 yılda arttı."])
def test_nothing_is_guessed_without_a_publication_date(text: str) -> None:
    (when,) = dates.find(lay_out(text), None)
    assert (when.edtf, when.source) == (None, None)
    assert when.timex


def test_what_the_text_dates_needs_no_publication_date() -> None:
    (when,) = dates.find(lay_out("Anlaşma 13 Ekim 2022'de imzalandı."), None)
    assert (when.edtf, when.precision, when.source) == ("2022-10-13", "day", "text")


def entries(section: dict[str, Any]) -> list[Any]:
    return [pytest.param(e, id=e["example"]) for rows in section.values() if isinstance(rows, list) for e in rows if isinstance(e, dict)]


@pytest.mark.parametrize("entry", entries(load("tr").section("dates")))
def test_words_match_their_examples(entry: dict[str, Any]) -> None:
    assert dates.find(lay_out(entry["example"]), PUBLISHED)
    assert not dates.find(lay_out(entry.get("not", "")), PUBLISHED)


@pytest.mark.parametrize("entry", entries(load("tr").section("dates")["calendar"]))
def test_calendar_words_match_their_examples(entry: dict[str, Any]) -> None:
    assert suite_times.entities(entry["example"], "2016-11-07T16:12:00")


MOMENTS = st.datetimes(datetime(1900, 1, 1), datetime(2199, 12, 31))
GRAINS = st.sampled_from(("day", "week", "month", "quarter", "half", "year", "decade"))


@given(MOMENTS, GRAINS, st.integers(-50, 50))
def test_units_follow_one_another(moment: datetime, grain: str, shift: int) -> None:
    first, second = calendar.unit(moment, shift, grain), calendar.unit(moment, shift + 1, grain)
    assert first is not None
    assert second is not None
    assert first.end == second.start


@given(MOMENTS, GRAINS)
def test_a_unit_holds_its_moment(moment: datetime, grain: str) -> None:
    unit = calendar.unit(moment, 0, grain)
    assert unit is not None
    assert unit.start is not None
    assert unit.end is not None
    assert unit.start <= moment < unit.end


@settings(deadline=None)
@given(st.dates(datetime(1900, 1, 1).date(), datetime(2199, 12, 31).date()), st.sampled_from(("'da", "’da", " tarihinde", "")))
def test_days_read_back(day: Any, ending: str) -> None:
    text = f"{day.day} {MONTHS[day.month - 1]} {day.year}{ending}"
    assert [w.edtf for w in dates.find(lay_out(text), None)] == [day.isoformat()]


@given(
    st.dates(datetime(1900, 1, 1).date(), datetime(2199, 12, 31).date()),
    st.sampled_from(("{d:02d}.{m:02d}.{y}", "{d}/{m}/{y}", "{y}-{m:02d}-{d:02d}")),
)
def test_days_in_figures_read_back(day: Any, form: str) -> None:
    text = form.format(d=day.day, m=day.month, y=day.year)
    assert [w.edtf for w in dates.find(lay_out(text), None)] == [day.isoformat()]
