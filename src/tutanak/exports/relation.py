"""The relation that an article is about: the two actors that its records tie together most, those of its first paragraph before others."""

from __future__ import annotations

from collections import Counter
from itertools import combinations
from typing import Any

Row = dict[str, Any]
Pair = tuple[str, str]


class Actors:
    """References as actors: a person or body counts for its state, a body without one for itself."""

    def __init__(self, minutes: Row) -> None:
        self.bodies: dict[str, str] = {row["id"]: row["name"] for row in minutes["organisations"]}
        self._meant: dict[str, str | None] = {row["id"]: row["state"] for row in minutes["people"]}
        self._meant |= {row["id"]: row["state"] or row["name"] for row in minutes["organisations"]}

    def of(self, refs: Any) -> list[str]:
        """The actors behind a reference or several, each once."""
        if isinstance(refs, list):
            return list(dict.fromkeys([actor for ref in refs if isinstance(ref, str) and (actor := self._meant.get(ref, ref))]))
        actor = self._meant.get(refs, refs) if isinstance(refs, str) else None
        return [actor] if actor else []


class Lede:
    """Who is named where an article begins: what it is about stands in its first paragraph, and first of all."""

    def __init__(self, minutes: Row) -> None:
        actors, self.named = Actors(minutes), dict[str, int]()
        for row in (*minutes["people"], *minutes["organisations"], *minutes["states"]):
            for actor in actors.of(row["id"]) if row["mentions"] else ():
                self.named[actor] = min(self.named.get(actor, row["mentions"][0]["start"]), row["mentions"][0]["start"])
        self.bodies = set(actors.bodies.values())
        self.end = len(minutes["doc"]["text"].partition("\n")[0])
        self.first = min(self.named, key=lambda actor: (self.named[actor], actor), default="")

    def worth(self, pair: Pair) -> int:
        """How much its weight counts: twice where both stand in the first paragraph, half as much again for who is named first, half for a body."""
        both = all(self.named.get(actor, self.end) < self.end for actor in pair)
        return (2 if both else 1) * (3 if self.first in pair else 2) * (1 if self.bodies.intersection(pair) else 2)


def relation(minutes: Row) -> Pair | None:
    """The pair, in alphabetical order, or None where no record ties two actors together."""
    weights = weighed(minutes)
    if not weights:
        return None
    lede = Lede(minutes)
    return min(weights, key=lambda pair: (-weights[pair] * lede.worth(pair), pair))


def weighed(minutes: Row) -> Counter[Pair]:
    """How strongly the records tie each pair: an encounter most, a statement least. Who only speaks, as a newspaper does, is no side.

    What somebody says who is of no state or body ties those together that it is about.
    """
    actors, weights = Actors(minutes), Counter[Pair]()
    talkers = set(actors.bodies.values()) - acting(minutes, actors) if actors.bodies else set()
    for m in minutes["meetings"]:
        _tie(weights, actors.of(m["participants"]), 1 if m["status"] == "mentioned" else 4)
    for u in minutes["undertakings"]:
        _tie(weights, actors.of(u["parties"]), 2)
    for a in minutes["acts"]:
        _bind(weights, actors.of(a["source"]), actors.of(a["target"]), 2)
    for s in minutes["statements"]:
        speakers = actors.of(s["speaker"])
        _bind(weights, [a for a in speakers if a not in talkers], actors.of(s["about"]), 1)
        if isinstance(s["speaker"], str) and not speakers:  # somebody who speaks for no state or body
            _tie(weights, actors.of(s["about"]), 1)
    for p in minutes["positions"]:
        _bind(weights, [a for a in actors.of(p["holder"]) if a not in talkers], actors.of(p["about"]), 1)
    return weights


def acting(minutes: Row, actors: Actors) -> set[str]:
    """Who meets, agrees, acts or is spoken about."""
    told = [m["participants"] for m in minutes["meetings"]] + [u["parties"] for u in minutes["undertakings"]]
    told += [a[side] for a in minutes["acts"] for side in ("source", "target")]
    told += [row["about"] for kind in ("statements", "positions") for row in minutes[kind]]
    return {actor for refs in told for actor in actors.of(refs)}


def _tie(weights: Counter[Pair], together: list[str], weight: int) -> None:
    for a, b in combinations(sorted(together)[:20], 2):
        weights[a, b] += weight


def _bind(weights: Counter[Pair], ones: list[str], others: list[str], weight: int) -> None:
    for a in ones[:20]:
        for b in others[:20]:
            if a != b:
                weights[min(a, b), max(a, b)] += weight
