"""The pack's words for figures, and the small questions that the figure grammar asks of a token."""

from __future__ import annotations

from collections.abc import Container
from functools import cache
from typing import Any, Final

from mypy_extensions import mypyc_attr

from tutanak.languages import load
from tutanak.text.layout import Form, Token

SECTION: Final = "figures"
MEMORY: Final = 40_000
DRAWN: Final = ("çek", "çekil")
DRAWS: Final = {"aşağı": "down", "aşağıya": "down", "yukarı": "up", "yukarıya": "up"}  # which way something is drawn
NTH: Final = frozenset(("ilk", "birinci", "ikinci", "üçüncü", "dördüncü", "son"))


@mypyc_attr(acyclic=True)
class Noun:
    """A noun phrase: tokens [first, head], its unit word in the singular."""

    __slots__ = ("first", "head", "lemma")

    def __init__(self, first: int, head: int, lemma: str) -> None:
        self.first = first
        self.head = head
        self.lemma = lemma


_SETS: Final = (
    "abstract", "adjectival", "adverbial", "anaphors", "arranged", "attending", "attributes", "carriers", "circumstances", "clausal", "compared",
    "counted_in", "deals", "declared", "degrees", "dimensions", "distances", "doers", "doubles", "fields", "followers", "frames", "goals", "goods",
    "grounds", "groups", "growth", "happenings", "laden", "lasting", "levels_of", "light", "masses", "military", "only", "outlays", "paired", "parts",
    "parts_of_day", "people", "peoples", "periodic", "persons", "placing", "planned_for", "portioned", "portions", "possessions", "prices",
    "published", "qualities", "reaching", "referring", "relating", "serials", "series", "sides", "sites", "sorts", "sources", "spells", "spending",
    "staff", "stakes", "starts", "steps", "swelling", "taking", "talking", "tellings", "terms", "totals", "uses", "whole",
)  # fmt: skip


class Words:
    """The section figures.yaml, ready for look-up by lemma."""

    abstract: frozenset[str]
    adjectival: frozenset[str]
    adverbial: frozenset[str]
    anaphors: frozenset[str]
    arranged: frozenset[str]
    attending: frozenset[str]
    attributes: frozenset[str]
    carriers: frozenset[str]
    circumstances: frozenset[str]
    clausal: frozenset[str]
    compared: frozenset[str]
    counted_in: frozenset[str]
    deals: frozenset[str]
    declared: frozenset[str]
    degrees: frozenset[str]
    dimensions: frozenset[str]
    distances: frozenset[str]
    doers: frozenset[str]
    doubles: frozenset[str]
    fields: frozenset[str]
    followers: frozenset[str]
    frames: frozenset[str]
    goals: frozenset[str]
    goods: frozenset[str]
    grounds: frozenset[str]
    groups: frozenset[str]
    growth: frozenset[str]
    happenings: frozenset[str]
    laden: frozenset[str]
    lasting: frozenset[str]
    levels_of: frozenset[str]
    light: frozenset[str]
    masses: frozenset[str]
    military: frozenset[str]
    only: frozenset[str]
    outlays: frozenset[str]
    paired: frozenset[str]
    parts: frozenset[str]
    parts_of_day: frozenset[str]
    people: frozenset[str]
    peoples: frozenset[str]
    periodic: frozenset[str]
    persons: frozenset[str]
    placing: frozenset[str]
    planned_for: frozenset[str]
    portions: frozenset[str]
    portioned: frozenset[str]
    possessions: frozenset[str]
    prices: frozenset[str]
    published: frozenset[str]
    qualities: frozenset[str]
    reaching: frozenset[str]
    referring: frozenset[str]
    relating: frozenset[str]
    serials: frozenset[str]
    series: frozenset[str]
    sides: frozenset[str]
    sites: frozenset[str]
    sorts: frozenset[str]
    sources: frozenset[str]
    spells: frozenset[str]
    spending: frozenset[str]
    staff: frozenset[str]
    stakes: frozenset[str]
    swelling: frozenset[str]
    taking: frozenset[str]
    talking: frozenset[str]
    starts: frozenset[str]
    steps: frozenset[str]
    tellings: frozenset[str]
    terms: frozenset[str]
    totals: frozenset[str]
    uses: frozenset[str]
    whole: frozenset[str]

    def __init__(self, section: dict[str, Any]) -> None:
        self.changes: dict[str, str] = {row["says"]: row["direction"] for row in section["changes"]}
        self.levels: frozenset[str] = frozenset(row["says"] for row in section["changes"] if row.get("level"))
        self.nouns: dict[str, str] = {row["says"]: row["direction"] for row in section["nouns_of_change"]}
        self.rates: dict[str, str] = {row["says"]: row["timex"] for row in section["rates"]}
        self.additions: dict[str, str] = {row["says"]: row["direction"] for row in section["additions"]}
        self.comparisons: dict[str, str] = {row["says"]: row["direction"] for row in section["comparisons"]}
        self.gains: dict[str, str] = {row["says"].split()[1]: row["direction"] for row in section["gains"]}
        self.holding = frozenset((row["says"].split()[0], row["says"].split()[1]) for row in section["holding"])
        self.none_before: frozenset[str] = frozenset(row["says"] for row in section["none_before"])
        self.none_behind: frozenset[str] = frozenset(row["says"] for row in section["none_behind"])
        self.months: frozenset[str] = frozenset(row["says"] for row in load("tr").section("dates")["months"])
        self.weekdays: frozenset[str] = frozenset(row["says"] for row in load("tr").section("dates")["weekdays"])
        self.partitioned: dict[str, str] = {row["says"]: row["unit"] for row in section["partitioned"]}
        self.idioms = frozenset((row["says"].split()[0], row["says"].split()[1]) for row in section["idioms"])
        self.governing = frozenset((*self.nouns, *self.changes, "değer", "uza", "düş", "gel"))  # all that `figure_changes.governs` asks for
        self.idiomatic = frozenset(first for first, _ in self.idioms)
        for name in _SETS:
            setattr(self, name, frozenset(section[name]))


@cache
def words() -> Words:
    return Words(load("tr").section(SECTION))


def lemma_in(token: Token, lemmas: Container[str]) -> bool:
    """Has some reading of the token one of these lemmas?"""
    return any(form.lemma in lemmas for form in token.forms)


def nominal(token: Token) -> Form | None:
    """The likeliest reading of the token as a noun or adjective, or None."""
    for form in token.forms:
        if form.pos in ("NOUN", "PROPN", "ADJ", "NUM") or (form.pos == "VERB" and form.verb_form == "verbal_noun"):
            return form
    return None


def is_noun(token: Token) -> bool:
    form = token.form
    if form.pos in ("NOUN", "PROPN"):
        return True
    return any(f.pos == "VERB" and f.verb_form == "verbal_noun" for f in token.forms)


def possessed(token: Token) -> bool:
    """May the noun have a third person possessive? ("uçağı" is an accusative too: behind a bare noun it heads a compound.)"""
    return any(form.possessive.startswith("3") and form.pos in ("NOUN", "PROPN", "VERB") for form in token.forms)


def bare(form: Form) -> bool:
    """Nominative, singular, without possessor: may stand inside a compound."""
    return form.case in ("", "nom") and not form.possessive and form.number != "pl"


def own_end(token: Token) -> int:
    """Where the noun ends without a case ending behind its possessive, as far as the form tells."""
    if token.base_end < token.end:
        return token.base_end
    form, low = token.form, token.low
    if low.endswith(("ndaki", "ndeki")) and low[-6:-5] in ("ı", "i", "u", "ü") and not any(f.lemma == low[:-4] for f in token.forms):
        return token.end - len("ndaki")  # "[uzunluğu]ndaki", no "yakındaki"
    if not form.possessive.startswith("3") or form.case in ("", "nom"):
        return token.end
    at = max(low.rfind(tail) for tail in _TAILS[form.case]) if form.case in _TAILS else -1
    return token.start + at if at > 2 and any(low[at:] == tail for tail in _TAILS[form.case]) else token.end


_TAILS: Final = {
    "acc": ("nı", "ni", "nu", "nü"), "dat": ("na", "ne"), "loc": ("nda", "nde"), "abl": ("ndan", "nden"), "gen": ("nın", "nin", "nun", "nün"),
    "ins": ("yla", "yle"),
}  # fmt: skip
