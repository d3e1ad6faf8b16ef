"""Swapped words: what synonym-swapping sites write, and which words they stand for (languages/LANG/variants.yaml).

Rules name the usual word; `expand` gives the wordings a swapped text may have instead, so that a rule made
ready once matches both at no cost in the text. All words are lemmas.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from mypy_extensions import mypyc_attr

from tutanak.languages import load

MOST = 64
"""Wordings that `expand` gives for one rule at most."""

LEAST = 0.5
"""Bits below which a swap is no evidence, and no finding in a spun article either."""

COMMON = frozenset(
    (
        "bir",
        "bu",
        "iki",
        "et",
        "yap",
        "ver",
        "al",
        "gel",
        "ol",
        "çek",
        "çık",
        "bul",
        "yer",
        "el",
        "devam",
        "her",
        "son",
        "çok",
        "tüm",
        "ülke",
        "devlet",
        "başkan",
        "söz",
        "yol",
    )
)
"""Words too frequent to look a phrase up by."""

POS = {"nouns": "NOUN", "adjectives": "ADJ", "adverbs": "ADV", "verbs": "VERB"}
BARE = frozenset(("adverbs", "postpositions"))

Words = tuple[str, ...]


@mypyc_attr(acyclic=True)
class Variant:
    """A swap: `says` stands where `meant` is usual.

    left, right: lemmas or kinds of words of which one must stand right before, right after; empty: any.
    cases, possessive: what the ending of the last word must be; empty: any.
    unlike: cases that the word before must not have. loose: evidence of spinning alone.
    key: index in `says` of the word that gives it away. weight: how many bits it speaks for swapping, once seen.
    pos: the part of speech of `meant`, or "".
    low: is `meant` a word that rules name as it stands ("arasında"), not by its lemma?
    """

    __slots__ = ("cases", "key", "left", "loose", "low", "meant", "pos", "possessive", "right", "rule", "says", "unlike", "weight")

    def __init__(self, says: str, meant: str, entry: dict[str, Any], section: str, rule: str, weight: float) -> None:
        where = entry.get("where", {})
        self.says: Words = tuple(says.split())
        self.meant = meant
        self.left = frozenset[str](where.get("left", ()))
        self.right = frozenset[str](where.get("right", ()))
        self.cases = frozenset[str](where.get("case", ()))
        self.unlike = frozenset[str](where.get("unlike", ()))
        self.possessive = str(where.get("possessive", ""))
        self.loose = bool(entry.get("loose"))
        self.pos = POS.get(section, "")
        self.low = section in BARE
        self.rule = rule
        self.weight = weight
        self.key = _key(self.says, meant)

    @property
    def bound(self) -> bool:
        """Does it need words or endings around it?"""
        return bool(self.left or self.right or self.cases or self.possessive or self.unlike)

    def __repr__(self) -> str:
        return f"<{' '.join(self.says)} for {self.meant} {self.weight:.1f}>"


def _key(says: Words, meant: str) -> int:
    """The first word of `says` that `meant` lacks and that is not COMMON; else the first that is not, else the first."""
    usual = meant.split()
    rare = [i for i, word in enumerate(says) if word not in COMMON]
    strange = [i for i in rare if not any(u.startswith(says[i]) for u in usual)]
    return next(iter(strange or rare), 0)


class Variants:
    """The swaps of a language, by the words they show and by the words they hide."""

    __slots__ = ("all", "by_key", "hidden", "shown", "sign")

    def __init__(self, swaps: list[Variant], least: float = LEAST) -> None:
        """by_key holds those of at least `least` bits: weaker ones say nothing about a text."""
        self.all = swaps
        self.by_key: dict[str, list[Variant]] = {}
        self.sign = 0  # that text.swaps puts on words that may be one of them
        self.shown: dict[str, list[str]] = {}
        self.hidden: dict[str, list[str]] = {}
        for swap in swaps:
            if swap.weight >= least:
                self.by_key.setdefault(swap.says[swap.key], []).append(swap)
            if not swap.loose:
                says = " ".join(swap.says)
                self.shown.setdefault(says, []).append(swap.meant)
                self.hidden.setdefault(swap.meant, []).append(says)
        for same in self.by_key.values():
            same.sort(key=lambda s: (-len(s.says), not s.bound, -s.weight))


@cache
def variants(language: str = "tr") -> Variants:
    """The swaps of a language, read once. Raises PackError where the pack has none."""
    pack = load(language)
    weights: dict[str, float] = pack.sections.get("variant_weights", {})
    swaps: list[Variant] = []
    for section, entries in pack.section("variants").items():
        for entry in entries:
            swaps.extend(_swaps(entry, section, pack.language, weights))
    return Variants(swaps)


def _swaps(entry: dict[str, Any], section: str, language: str, weights: dict[str, float]) -> list[Variant]:
    meant: str = entry["meant"]
    found: list[Variant] = []
    company = "/".join(entry.get("where", {}).get("left", ()))
    for says in entry["says"]:
        pair = f"{company} {says} < {meant}" if company else f"{says} < {meant}"
        found.append(Variant(says, meant, entry, section, f"{language}/variants:{pair}", weights.get(pair, 1.0)))
    return found


def meant(lemma: str, language: str = "tr") -> Words:
    """The usual words that a swapped word may stand for; a phrase is given and asked for with spaces."""
    return tuple(variants(language).shown.get(lemma, ()))


def swaps(lemma: str, language: str = "tr") -> Words:
    """The words that may stand in place of a usual word; a phrase is given and asked for with spaces."""
    return tuple(variants(language).hidden.get(lemma, ()))


def expand(words: Words, language: str = "tr") -> list[Words]:
    """Other wordings of a rule's words, those with the fewest swaps first; at most MOST, without the words themselves.

    A run of words is swapped whole where the pack knows it as a phrase ("bir araya gel" → "bir orta gel").
    """
    hidden = variants(language).hidden
    wordings: list[list[tuple[int, Words]]] = [[(0, ())]]
    for end in range(1, len(words) + 1):
        here: list[tuple[int, Words]] = []
        for start in range(end):
            here.extend(_grown(wordings[start], words[start:end], hidden))
        wordings.append(sorted(here, key=lambda w: w[0])[: MOST + 1])
    return list(dict.fromkeys(w for cost, w in wordings[-1] if cost))[:MOST]


def _grown(before: list[tuple[int, Words]], run: Words, hidden: dict[str, list[str]]) -> list[tuple[int, Words]]:
    """Each wording so far with the run as it is (one word at a time) or as any of its swaps."""
    ways: list[tuple[int, Words]] = [(0, run)] if len(run) == 1 else []
    ways.extend((1, tuple(says.split())) for says in hidden.get(" ".join(run), ()))
    return [(cost + more, words + way) for cost, words in before for more, way in ways]
