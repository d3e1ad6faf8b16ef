"""The pack's words for undertakings, ready to match, and the name of one."""

from __future__ import annotations

from functools import cache
from typing import Any, Final

from tutanak.languages import Pack, load
from tutanak.records.frames import Frame, Frames
from tutanak.records.parties import stems

SECTION: Final = "undertakings"
KINDS: Final = ("agreement", "project", "plan", "body", "aid", "sanction")


class Grammar:
    """The pack's section, ready to match."""

    __slots__ = (
        "above", "after", "aims", "alike", "arms", "away", "backed", "before", "before_agreement", "charters", "defaults", "despite",
        "documents", "done", "during", "efforts", "empty", "expiring", "founding", "fresh", "fresh_kinds", "gatherings", "giving", "goods",
        "heads", "holding", "hopes", "joint", "lasting", "laying", "measures", "mediation", "meting", "naming", "naming_it", "offers",
        "outside", "settings", "statuses", "talks", "times", "troops", "turned", "unions", "wished", "works", "years",
    )  # fmt: skip

    def __init__(self, pack: Pack) -> None:
        section = pack.section(SECTION)
        self.heads = Frames([Frame({**row, "noun": True}, pack.rule(SECTION, row["says"])) for row in section["heads"]])
        self.statuses = Frames([Frame(row, pack.rule(SECTION, row["says"])) for row in section["statuses"]])
        self.settings: list[Setting] = [Setting(row, pack.rule(SECTION, row["says"])) for row in section["settings"]]
        self.outside: frozenset[str] = frozenset(section["outside"])
        self.away: frozenset[str] = frozenset(section["away"])
        self.empty: frozenset[str] = frozenset(section["empty"])
        self.above = by_stem(section["above"])
        self.aims: frozenset[str] = frozenset(section["aims"])
        self.alike: dict[str, str] = section["alike"]
        self.after: frozenset[str] = frozenset(section["after"])
        self.before = by_stem(section["before"])
        self.before_agreement = by_stem(section["before_agreement"])
        self.expiring: frozenset[str] = frozenset(section["expiring"])
        self.founding: tuple[str, ...] = tuple(section["founding"])
        self.documents: tuple[str, ...] = tuple(section["documents"])
        self.done: frozenset[str] = frozenset(section["done"])
        self.defaults: dict[str, str] = section["defaults"]
        self.mediation: frozenset[str] = frozenset(section["mediation"])
        self.charters: frozenset[str] = frozenset(section["charters"])
        self.meting = stems(section["meting"])
        self.backed: frozenset[str] = frozenset(section["backed"])
        self.naming: frozenset[str] = frozenset(section["naming"])
        self.hopes: frozenset[str] = frozenset(section["hopes"])
        self.wished: frozenset[str] = frozenset(section["wished"])
        self.fresh: frozenset[str] = frozenset(section["fresh"]["words"])
        self.fresh_kinds: frozenset[str] = frozenset(section["fresh"]["kinds"])
        self.gatherings: frozenset[str] = frozenset(section["gatherings"])
        self.laying: frozenset[str] = frozenset(section["laying"])
        self.measures: frozenset[str] = frozenset(section["measures"])
        self.lasting: frozenset[str] = frozenset(section["lasting"])
        self.talks: frozenset[str] = frozenset(section["talks"])
        self.naming_it: frozenset[str] = frozenset(section["naming_it"])
        self.efforts: frozenset[str] = frozenset(section["efforts"])
        self.works: frozenset[str] = frozenset(section["works"])
        self.holding: frozenset[str] = frozenset(section["holding"])
        self.joint: frozenset[str] = frozenset(section["joint"])
        self.times: frozenset[str] = frozenset(section["times"])
        self.turned: dict[str, dict[str, str]] = section["turned"]
        self.giving = stems(section["giving"])
        self.offers: frozenset[str] = frozenset(section["offers"])
        self.arms: frozenset[str] = frozenset(section["arms"])
        self.goods: frozenset[str] = frozenset(section["goods"])
        self.during: frozenset[str] = frozenset(section["during"])
        self.despite: frozenset[str] = frozenset(section["despite"])
        self.troops: frozenset[str] = frozenset(section["troops"])
        self.years: frozenset[str] = frozenset(section["years"])
        self.unions: frozenset[str] = frozenset(section["unions"])


class Setting:
    """A word right behind a name that gives its status ("… kapsamında", "… müzakereleri")."""

    __slots__ = ("kinds", "near", "rule", "status", "word")

    def __init__(self, row: dict[str, Any], rule: str) -> None:
        self.word = str(row["says"])
        self.status = str(row["status"])
        self.kinds: tuple[str, ...] = tuple(row.get("kinds", KINDS))
        self.near = bool(row.get("near"))
        self.rule = rule


def by_stem(told: dict[str, str]) -> dict[str, str]:
    """What the pack says of verbs, by their lemmas and, of a causative, by its root ("kararlaştır": kararlaş+caus)."""
    return {**{stem: str(status) for verb, status in told.items() for stem in stems((verb,))}, **told}


@cache
def grammar() -> Grammar:
    return Grammar(load("tr"))


class Name:
    """The name of an undertaking: tokens [first, last), its head's frame, the lemmas that it is known by.

    widened: is what it is about in it; fresh: is it told as a new one ("bir")?
    """

    __slots__ = ("first", "frame", "fresh", "key", "kind", "last", "modifiers", "widened")

    def __init__(self, frame: Frame, first: int, last: int, modifiers: int, key: frozenset[str], widened: bool, fresh: bool, kind: str = "") -> None:
        self.frame = frame
        self.kind = kind or str(frame.wants["kind"])
        self.first = first
        self.last = last
        self.modifiers = modifiers
        self.key = key
        self.widened = widened
        self.fresh = fresh
