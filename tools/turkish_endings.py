"""The endings of Turkish as `languages/tr/suffixes.yaml` states them, matched against the rest of a word.

Used at build time alone: `Endings.walk` finds every path of suffixes that spells a string behind a stem.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import yaml

VOWELS = frozenset("aeıioöuüâîû")
_GROUP = {"a": "a", "ı": "a", "â": "a", "e": "e", "i": "e", "î": "e", "o": "o", "u": "o", "û": "o", "ö": "ö", "ü": "ö"}
_HIGH = {"a": "ı", "e": "i", "o": "u", "ö": "ü"}
_LOW = {"a": "a", "e": "e", "o": "a", "ö": "e"}
_VOICELESS = frozenset("fstkçşhp")
_AFTER = {"": "VSLRC", "vowel": "V", "consonant": "SLRC", "l": "L", "not_l": "SRC", "liquid": "LR"}


class Suffix(NamedTuple):
    """One entry of suffixes.yaml."""

    form: str
    after: str
    says: tuple[tuple[str, Any], ...]
    derives: bool
    to: str


class Step(NamedTuple):
    """A suffix as it was met in a word."""

    suffix: Suffix
    surface: str


class Shape(NamedTuple):
    """How a stem, or a word so far, ends: its vowel group, the kind of its last letter, what must follow ("" anything)."""

    group: str
    kind: str
    need: str


def shape(word: str, inverse: bool = False, need: str = "") -> Shape:
    """The shape of a stem; `inverse`: a loan with front endings behind a back vowel (saat, rol)."""
    group = next((_GROUP[c] for c in reversed(word) if c in VOWELS), "e")
    if inverse:
        group = {"a": "e", "o": "ö"}.get(group, group)
    return Shape(group, kind_of(word[-1]), need)


def kind_of(letter: str) -> str:
    """V vowel, S voiceless, L l, R r, C another consonant."""
    if letter in VOWELS:
        return "V"
    return "S" if letter in _VOICELESS else {"l": "L", "r": "R"}.get(letter, "C")


def fits(need: str, rest: str) -> bool:
    """May `rest` follow a form that needs a vowel, a consonant (or nothing) or a y?"""
    if need == "vowel":
        return rest[:1] in VOWELS and rest != ""
    if need == "consonant":
        return rest[:1] not in VOWELS or rest == ""
    return not need or rest[:1] == need


@cache
def spelled(form: str, group: str, kind: str) -> tuple[tuple[str, Shape], ...]:
    """How a suffix is spelled behind a shape; twice where it ends in a K that softens."""
    out, place = "", 0
    while place < len(form):
        symbol = form[place]
        place += 1
        if symbol == "(":
            symbol, place = form[place], place + 2
            if (symbol == "I") == (kind == "V"):
                continue
        if symbol == "K":
            return ((out + "k", Shape(group, "S", "consonant")), (out + "ğ", Shape(group, "C", "vowel")))
        letter = _letter(symbol, group, kind)
        group, kind = _GROUP.get(letter, group), kind_of(letter)
        out += letter
    return ((out, Shape(group, kind, "")),)


def _letter(symbol: str, group: str, kind: str) -> str:
    if symbol == "A":
        return _LOW[group]
    if symbol == "I":
        return _HIGH[group]
    if symbol in "DC":
        return {"D": "dt", "C": "cç"}[symbol][kind == "S"]
    return symbol


class Endings:
    """The automaton of suffixes.yaml."""

    def __init__(self, path: Path) -> None:
        stated = yaml.safe_load(path.read_text(encoding="utf-8"))
        self.final = frozenset(stated["final"])
        self.states: dict[str, list[Suffix]] = {
            state: [
                Suffix(e["form"], _AFTER[e.get("after", "")], tuple(sorted(e["says"].items())), bool(e.get("lemma")), e["to"]) for e in entries or []
            ]
            for state, entries in stated["states"].items()
        }
        self.walk = cache(self._walk)

    def _walk(self, state: str, at: Shape, rest: str) -> tuple[tuple[Step, ...], ...]:
        """All paths from a state that spell `rest` to its end."""
        paths: list[tuple[Step, ...]] = [()] if not rest and state in self.final and at.need in ("", "consonant") else []
        for suffix in self.states[state]:
            if not suffix.form:
                paths += [(Step(suffix, ""), *path) for path in self.walk(suffix.to, at, rest)]
            elif at.kind in suffix.after:
                paths += self._through(suffix, at, rest)
        return tuple(paths)

    def _through(self, suffix: Suffix, at: Shape, rest: str) -> list[tuple[Step, ...]]:
        return [
            (Step(suffix, surface), *path)
            for surface, after in spelled(suffix.form, at.group, at.kind)
            if rest.startswith(surface) and fits(at.need, surface)
            for path in self.walk(suffix.to, after, rest[len(surface) :])
        ]
