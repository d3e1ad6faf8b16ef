"""Case and possession of nouns by rule: the forms of the heads that names are built with, and what an ending says.

Heads are a closed set of stems; their forms are made once, so that the scan asks one dictionary a word.
"""

from __future__ import annotations

from typing import Final, NamedTuple

_VOWELS: Final = "aeıioöuü"
_HIGH: Final = {"a": "ı", "ı": "ı", "e": "i", "i": "i", "o": "u", "u": "u", "ö": "ü", "ü": "ü"}
_HARD: Final = "fstkçşhp"
_SOFT: Final = {"k": "ğ", "p": "b", "ç": "c"}
_CHANGED: Final = {
    "ittifak": "ittifak",
    "güç": "güc",
    "üs": "üss",
    "hat": "hatt",
    "grup": "grub",
    "stat": "stad",
    "kızılhaç": "kızılhaç",
}  # what rule alone gets wrong

_OWNED_ALSO: Final = {"cami": "camii"}  # the old possessive beside "camisi"


class Ending(NamedTuple):
    """What a form of a stem says. base: length of the form without its case ending; own: possessive "", "3sg" or "1pl"."""

    case: str
    own: str
    plural: bool
    base: int


_TOLD: Final = ("nom", "gen", "dat", "acc", "loc", "abl", "ins", "loc", "equ", "nom", "loc")  # the cases of the endings that `_cases` makes
_said: Final[dict[tuple[str, bool, int], list[Ending]]] = {}


def _endings_of(own: str, plural: bool, base: int) -> list[Ending]:
    """One for all forms that say the same: the heads have 25,000 forms, which say a few hundred things."""
    says = (own, plural, base)
    found = _said.get(says)
    if found is None:
        found = _said[says] = [Ending(case, own, plural, base) for case in _TOLD]
    return found


def _last_vowel(stem: str) -> str:
    for letter in reversed(stem):
        if letter in _VOWELS:
            return letter
    return "e"


def harmonious(stem: str, ending: str) -> bool:
    """Does the ending's first vowel follow the stem's last one ("Farsın"; "Farsin" is a name)?"""
    vowel, last = next((c for c in ending if c in _VOWELS), ""), _last_vowel(stem)
    return not vowel or vowel == _HIGH[last] or vowel == ("a" if last in "aıou" else "e")


def _cases(stem: str, own: str, plural: bool, fronted: bool = False) -> list[tuple[str, Ending]]:
    """The case forms of a stem that is ready to take them; a possessed one takes the n of the pronoun."""
    vowel = _last_vowel(stem)
    high = _HIGH[vowel]
    if fronted:
        high = {"ı": "i", "u": "ü"}.get(high, high)
    low = "a" if high in "ıu" else "e"
    open_ = stem[-1] in _VOWELS
    n = "n" if open_ and own == "3sg" else ""
    y = "n" if n else "y" if open_ else ""
    d = "t" if not n and stem[-1] in _HARD else "d"
    glide = "y" if open_ else ""
    there = stem + n + d + low
    told = [
        stem, stem + ("n" if open_ else "") + high + "n", stem + y + low, stem + y + high, there, there + "n", stem + glide + "l" + low,
        there + "ki", stem + n + ("ç" if d == "t" else "c") + low, stem + "d" + high + "r", there + "kiler",
    ]  # fmt: skip
    return list(zip(told, _endings_of(own, plural, len(stem)), strict=True))


def softened(stem: str) -> str:
    """The stem before a vowel: bakanlık → bakanlığ, muhatap → muhatab."""
    if stem in _CHANGED:
        return _CHANGED[stem]
    syllables = sum(letter in _VOWELS for letter in stem)
    if syllables > 1 and stem[-1] in _SOFT and not stem.endswith("nk"):
        return stem[:-1] + _SOFT[stem[-1]]
    return stem


def _shortened(stem: str) -> str:
    """The stem of a word that loses its last vowel: şehir → şehr."""
    return stem[:-2] + stem[-1]


def forms(stem: str, *, compound: bool = False, drops: bool = False, fronted: bool = False) -> dict[str, Ending]:
    """All forms of a noun that matter here: bare, possessed (his, our), plural, in every case.

    compound: the bare word is itself possessed ("cumhurbaşkanı"); drops: loses its last vowel ("şehir"); fronted: "general-i".
    """
    if compound:
        return _compound_forms(stem)
    vowel = _HIGH[_last_vowel(stem)]
    if fronted:
        vowel = {"ı": "i", "u": "ü"}.get(vowel, vowel)
    soft = _shortened(stem) if drops else softened(stem)
    owned = stem + "s" + vowel if stem[-1] in _VOWELS else soft + vowel
    ours = stem + "m" + vowel + "z" if stem[-1] in _VOWELS else soft + vowel + "m" + vowel + "z"
    many = stem + ("lar" if vowel in "ıu" else "ler")
    made: dict[str, Ending] = {}
    rows = _cases(owned, "3sg", False) + _cases(ours, "1pl", False) + _cases(stem, "", False, fronted)
    if stem in _OWNED_ALSO:
        rows += _cases(_OWNED_ALSO[stem], "3sg", False)
    rows += _cases(many + ("ı" if vowel in "ıu" else "i"), "3sg", True)
    rows += _cases(many, "", True)
    if soft != stem:
        rows += [(form, e) for form, e in _cases(soft, "", False, fronted) if form[len(soft) : len(soft) + 1] in ("ı", "i", "u", "ü", "a", "e")]
    for form, ending in rows:
        made.setdefault(form, ending)
    return made


def _compound_forms(stem: str) -> dict[str, Ending]:
    bare = stem[:-1]
    many = bare + ("lar" if _HIGH[_last_vowel(stem)] in "ıu" else "ler") + stem[-1]
    ours = stem + "mız" if stem[-1] == "ı" else stem + "miz"
    made: dict[str, Ending] = {}
    for form, ending in _cases(stem, "3sg", False) + _cases(many, "3sg", True) + _cases(ours, "1pl", False):
        made.setdefault(form, ending)
    return made


def _endings() -> dict[str, str]:
    told: dict[str, str] = {"": "nom"}
    for high, low in (("ı", "a"), ("i", "e"), ("u", "a"), ("ü", "e")):
        for n in ("", "n"):
            told[n + high + "n"] = "gen"
        for glide in ("", "y", "n"):
            told[glide + low] = "dat"
            told[glide + high] = "acc"
        for d in ("d", "t", "nd"):
            told[d + low] = "loc"
            told[d + low + "n"] = "abl"
            told[d + low + "ki"] = "loc"
            told[d + low + "kiler"] = "loc"
            told[d + high + "r"] = "nom"
        for c in ("c", "ç", "nc"):
            told[c + low] = "equ"
        told["l" + low] = told["yl" + low] = "ins"
        plural = "l" + low + "r"
        told[plural] = "nom"
        for ending, case in ((high + "n", "gen"), (low, "dat"), (high, "acc"), ("d" + low, "loc"), ("d" + low + "n", "abl"), ("l" + low, "ins")):
            told[plural + ending.replace("u", "ı").replace("ü", "i")] = case
        for s in ("s", ""):
            told.setdefault(s + high, "nom")
            for ending, case in (("n" + high + "n", "gen"), ("n" + low, "dat"), ("n" + high, "acc"), ("yl" + low, "ins")):
                if s:
                    told[s + high + ending] = case
    return told


CASES: Final = _endings()
"""What an ending after an apostrophe or a finished name says: "nin" → gen, "deki" → loc."""

OF_PLACE: Final = frozenset(high for low in "ıiuü" for high in ("l" + low, "l" + low + "l" + ("a" if low in "ıu" else "e") + "r"))
"""-lI, of a place or state: "ABD'li", "ABD'liler"."""


def people_of(name: str) -> str:
    """The word for one from there: İsrail → israilli, Avustralya → avustralyalı (lower case in, lower case out)."""
    return name + "l" + _HIGH[_last_vowel(name)]
