"""Minutes on trial: what was read verifies, and what was tampered with does not."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

import pytest

import tutanak
from tutanak.errors import VerifyError

Row = dict[str, Any]


@pytest.fixture(scope="module")
def minutes(seed_text: str) -> Row:
    return tutanak.read(seed_text, published="2022-10-13").to_dict()


def test_what_was_read_verifies(minutes: Row) -> None:
    tally = tutanak.verify(minutes)
    assert tally.failures == ()
    assert tally.checked > 50


def test_minutes_with_the_doubtful_records_verify(seed_text: str) -> None:
    assert tutanak.verify(tutanak.read(seed_text).to_dict(all=True)).failures == ()


def _text(m: Row) -> None:
    m["doc"]["text"] = m["doc"]["text"].replace("14", "41")


def _speaker(m: Row) -> None:
    m["statements"][1]["speaker"] = "p1"


def _stranger(m: Row) -> None:
    m["statements"][1]["speaker"] = "p9"


def _cue(m: Row) -> None:
    m["statements"][1]["cue"] = {"start": 0, "end": 10}


def _outside(m: Row) -> None:
    m["statements"][1]["end"] = 10**6


def _about(m: Row) -> None:
    m["statements"][1]["about"] = ["US"]


def _value(m: Row) -> None:
    m["figures"][0]["value"] = 41


def _unit(m: Row) -> None:
    m["figures"][2]["unit"] = "EUR"


def _measure(m: Row) -> None:
    m["figures"][0]["measure"] = {"start": 0, "end": 10}


def _moved(m: Row) -> None:
    m["figures"][0]["start"] -= 20


def _participants(m: Row) -> None:
    m["meetings"][0]["participants"] = ["p1", "TR"]


def _place(m: Row) -> None:
    m["meetings"][0]["place"] = "TR"


def _state(m: Row) -> None:
    m["people"][0]["state"] = "TR"


def _office(m: Row) -> None:
    m["people"][0]["office"] = "Başbakan"


def _unproven(m: Row) -> None:
    del m["statements"][1]["proof"]["speaker"]


TAMPERED = [_text, _speaker, _stranger, _cue, _outside, _about, _value, _unit, _measure, _moved, _participants, _place, _state, _office, _unproven]


@pytest.mark.parametrize("tamper", TAMPERED, ids=lambda f: f.__name__.strip("_"))
def test_what_was_tampered_with_fails(minutes: Row, tamper: Callable[[Row], None]) -> None:
    copied = copy.deepcopy(minutes)
    tamper(copied)
    assert tutanak.verify(copied).failures


NO_MINUTES: list[Row] = [{}, {"schema": "tutanak/1"}, {"schema": "tutanak/1", "doc": {"text": 5}}, {"schema": "other", "doc": {"text": "x"}}]


@pytest.mark.parametrize("given", NO_MINUTES)
def test_what_is_no_minutes_is_refused(given: Row) -> None:
    with pytest.raises(VerifyError):
        tutanak.verify(given)


def test_minutes_without_their_lists_are_refused(minutes: Row) -> None:
    with pytest.raises(VerifyError, match="KeyError"):
        tutanak.verify({k: v for k, v in minutes.items() if k != "figures"})
