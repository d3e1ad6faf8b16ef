"""Units of measure and currencies: which words behind (or before) a number make it an amount of what."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any, Final

from mypy_extensions import mypyc_attr

from tutanak.languages import load
from tutanak.mentions.numeral_marks import BARE_MARK, Mark, Stream
from tutanak.mentions.numeral_phrases import Phrases
from tutanak.mentions.numerals import LEXICON
from tutanak.text.casing import fold


@mypyc_attr(acyclic=True)
class Unit:
    """What is counted. kind: money measure point multiple part (of a currency); parts: how many make a whole one.

    assumed: the words leave open which currency is meant, the pack's default was taken.
    """

    __slots__ = ("assumed", "code", "exact", "kind", "parts", "ucum")

    def __init__(self, code: str, kind: str, ucum: str | None = None, assumed: bool = False, parts: int = 1, exact: str = "") -> None:
        self.code = code
        self.kind = kind
        self.ucum = ucum
        self.assumed = assumed
        self.parts = Decimal(parts)
        self.exact = exact


@mypyc_attr(acyclic=True)
class Found:
    """A unit at pieces [first, last); mark: its last piece's; compound: has it more than one word?"""

    __slots__ = ("compound", "first", "last", "mark", "unit")

    def __init__(self, unit: Unit, first: int, last: int, mark: Mark) -> None:
        self.unit = unit
        self.first = first
        self.last = last
        self.mark = mark
        self.compound = last - first > 1


_PIECES: Final = re.compile(r"[^\W_]+|[^\w\s]")
_KINDS: Final = {"point": "point", "basis_point": "point", "kat": "multiple"}
_UNITS: dict[str, Unit] = {}
_SMALLER: Final = {(row["unit"], row["part"]): Decimal(row["parts"]) for row in load("tr").section("units")["smaller"]}
_BEHIND: Final = Phrases()
_BEFORE: Final = Phrases()


def _enter(phrases: Phrases, says: str, key: str, unit: Unit, harmony: str = "") -> None:
    _UNITS[key] = unit
    phrases.add(LEXICON, says, key, harmony=harmony)


def _enter_measures(section: dict[str, Any]) -> None:
    for entry in section["units"]:
        code, ucum = entry["unit"], entry.get("ucum")
        kind = _KINDS.get(code, "measure")
        for name in entry["says"]:
            _enter(_BEHIND, fold(name), f"{code}/{name}", Unit(code, kind, ucum), "e" if name.endswith("saat") else "")
        for sign in entry["signs"]:
            spaced = " ".join(_PIECES.findall(fold(sign)))
            exact = sign if len(sign) < 3 and sign.isalpha() else ""
            _enter(_BEHIND, spaced, f"{code}/{sign}", Unit(code, kind, ucum, exact=exact))


def _enter_durations(section: dict[str, Any]) -> None:
    for entry in section["durations"]:
        for name in entry["says"]:
            _enter(_BEHIND, name, f"duration/{name}", Unit(entry["unit"], "duration", entry["ucum"]), "e" if name == "saat" else "")


def _enter_currencies(section: dict[str, Any]) -> None:
    for entry in section["currencies"]:
        code, open_ = entry["code"], entry.get("assumed", False)
        for noun in entry["says"]:
            for owner in entry["of"]:
                _enter(_BEHIND, f"{fold(owner)} {fold(noun)}", f"{code}/{owner} {noun}", Unit(code, "money"))
            if entry.get("bare"):
                _enter(_BEHIND, fold(noun), f"{code}/{noun}", Unit(code, "money", assumed=open_))
    for entry in section["signs"]:
        spaced = " ".join(_PIECES.findall(fold(entry["says"])))
        key = f"{entry['code']}/{entry['says']}"
        _enter(_BEHIND, spaced, key, Unit(entry["code"], "money", assumed=entry["says"] == "$"))
        _enter(_BEFORE, spaced, key, _UNITS[key])
    for code in section["codes"]:
        unit = Unit(code, "money", exact=code)
        _enter(_BEHIND, fold(code), f"{code}/{code}", unit)
        _enter(_BEFORE, fold(code), f"{code}/{code}", unit)
    for entry in section["subunits"]:
        _enter(_BEHIND, entry["says"], f"{entry['code']}/{entry['says']}", Unit(entry["code"], "part", parts=entry["parts"], assumed=True))


_enter_measures(load("tr").section("units"))
_enter_durations(load("tr").section("units"))
_enter_currencies(load("tr").section("currencies"))


def _exact(s: Stream, i: int, unit: Unit) -> bool:
    """A short sign ("m", "MW") or a code ("USD") must be written as it is."""
    return not unit.exact or s.text[s.start(i) : s.start(i) + len(unit.exact)] == unit.exact or _is_upper_sign(s, i, unit)


def _is_upper_sign(s: Stream, i: int, unit: Unit) -> bool:
    return unit.kind != "money" and len(unit.exact) > 1 and s.text[s.start(i) : s.end(i)].isupper() and unit.exact.islower()


def behind(s: Stream, i: int) -> Found | None:
    """The unit that begins at piece `i`, the longest."""
    rows = _BEHIND.by_first.get(s.at(i).stem)
    if rows is None:
        return None  # behind most numbers
    for phrase in rows:
        found = _BEHIND.fits(s, i, phrase)
        if found:
            unit, last = _UNITS[phrase.meaning], i + len(phrase.words)
            if _exact(s, i, unit) and not _is_another(s, last - 1, unit):
                return Found(unit, i, last, s.at(last - 1))
    return None


def _is_another(s: Stream, i: int, unit: Unit) -> bool:
    """ "15 bin marka", "40 milyar ham petrol": a word that only looks like the unit with an ending."""
    mark = s.at(i)
    if not mark.ending.length or mark.set_off or mark.kind != "word" or unit.kind == "duration":
        return False
    if bool(unit.exact) and mark.ending.ours:
        return True
    return unit.kind == "money" and mark.ending.case == "dat" and not mark.ending.lik and s.is_noun_itself(i)


def smaller(s: Stream, found: Found, i: int) -> tuple[Decimal, Found] | None:
    """ "12 yıl [6 ay]", "1 saat [45 dakika]": the part that begins at piece `i`, in the larger unit; its unit."""
    figure = s.at(i)
    below = behind(s, i + 1) if figure.role == "figure" and figure.digits.isdigit() and not figure.ending.length else None
    many = _SMALLER.get((found.unit.code, below.unit.code)) if below is not None else None
    if below is None or many is None or figure.value is None or figure.value >= many:
        return None
    return figure.value / many, below


def before(s: Stream, i: int) -> Found | None:
    """The currency whose sign or code stands before piece `i` ("$3,2", "USD 15")."""
    rows = _BEFORE.by_last.get(s.at(i - 1).stem)
    if rows is None:
        return None  # before most numbers
    for phrase in rows:
        first = i - len(phrase.words)
        if _BEFORE.fits(s, first, phrase) and _exact(s, first, _UNITS[phrase.meaning]):
            return Found(_UNITS[phrase.meaning], first, i, BARE_MARK)
    return None


def end(s: Stream, found: Found) -> int:
    """Offset behind the unit without case ending ("dolara" → "dolar", "ABD dolarına" → "ABD doları")."""
    mark, start = s.mark(found.last - 1), s.start(found.last - 1)
    if mark.set_off:
        return start + mark.bare
    ending = mark.ending
    if not ending.length:
        return s.end(found.last - 1)
    if found.compound and ending.own:
        return start + mark.base + (ending.length if ending.case == "acc" else ending.case_at)
    return start + mark.base
