"""The words of time, from the pack's dates.yaml, entered into the lexicon of the number grammar."""

from __future__ import annotations

from typing import Any, Final

from tutanak.languages import load
from tutanak.mentions.numeral_marks import TIME
from tutanak.mentions.numeral_phrases import Phrases
from tutanak.mentions.numerals import LEXICON

_PACK: Final[dict[str, Any]] = load("tr").section("dates")

MONTHS: Final[dict[str, int]] = {}
SHORT_MONTHS: Final[dict[str, int]] = {}
WEEKDAYS: Final[dict[str, int]] = {}
SHORT_WEEKDAYS: Final[dict[str, int]] = {}
GRAINS: Final[dict[str, str]] = {}
ISO: Final[dict[str, str]] = {
    "second": "TS",
    "minute": "TM",
    "hour": "TH",
    "day": "D",
    "week": "W",
    "month": "M",
    "year": "Y",
    "quarter": "M",
    "half": "M",
    "century": "Y",
}
SEASONS: Final[dict[str, int]] = {}
PLAIN_SEASONS: Final = frozenset(entry["says"] for entry in _PACK["seasons"] if entry.get("plain"))
SHIFTS: Final = Phrases()
DAYS: Final = Phrases()
COUNTED: Final = Phrases()
RELATIONS: Final = Phrases()
PARTS: Final = Phrases()
BOUNDS: Final[dict[str, Phrases]] = {}
CLOSERS: Final = Phrases()
HOLIDAYS: Final = Phrases()
VAGUE: Final = Phrases()
FIRSTS: Final = frozenset(_PACK["firsts"])
LASTS: Final = frozenset(_PACK["lasts"])
JOINERS: Final = frozenset(_PACK["joiners"])
NUMBERS: Final = frozenset(_PACK["numbers"])
REACHED: Final = tuple(_PACK["reached"])
LOOSE: Final = frozenset(entry["says"] for entry in _PACK["shifts"] if entry.get("loose"))


def _enter_names() -> None:
    for entries, full, short in ((_PACK["months"], MONTHS, SHORT_MONTHS), (_PACK["weekdays"], WEEKDAYS, SHORT_WEEKDAYS)):
        for entry in entries:
            full[entry["says"]] = int(entry["value"])
            LEXICON.enter(entry["says"], TIME)
            for name in entry["short"]:
                short[name] = int(entry["value"])
                LEXICON.enter(name, TIME)
    for entry in _PACK["grains"]:
        GRAINS[entry["says"]] = entry["grain"]
        LEXICON.enter(entry["says"], TIME, entry.get("harmony", ""))
    for entry in _PACK["seasons"]:
        SEASONS[entry["says"]] = int(entry["value"])
        LEXICON.enter(entry["says"], TIME)


def _enter_phrases() -> None:
    for name, phrases, key, trigger in (
        ("shifts", SHIFTS, "shift", TIME), ("days", DAYS, "shift", TIME), ("counted", COUNTED, "side", TIME),
        ("relations", RELATIONS, "side", 0), ("parts", PARTS, "part", 0),
    ):  # fmt: skip
        for entry in _PACK[name]:
            phrases.add(LEXICON, entry["says"], str(entry[key]), trigger)
    for entry in _PACK["bounds"]:
        BOUNDS.setdefault(entry["case"], Phrases()).add(LEXICON, entry["says"], entry["side"])
    for entry in _PACK["holidays"]:
        HOLIDAYS.add(LEXICON, entry["says"], f"{entry['month']} {entry['day']}", TIME)
    for entry in _PACK["vague"]:
        VAGUE.add(LEXICON, entry["says"], "", TIME)
    for says in _PACK["closers"]:
        CLOSERS.add(LEXICON, says, "")
    for says in (*_PACK["firsts"], *_PACK["lasts"]):
        LEXICON.enter(says, TIME if says in FIRSTS else 0)
    for says in ("dönem", "tarih", "aynı", "hafta", "dahil", "mevsim", "sezon"):
        LEXICON.enter(says)


_enter_names()
_enter_phrases()
