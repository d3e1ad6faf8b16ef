"""Undertakings followed over articles: what became of a project that was promised, signed and suspended."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from tutanak.languages import load
from tutanak.ledger.measures import stems
from tutanak.ledger.telling import Told
from tutanak.text import lay_out

Row = dict[str, Any]

CLOSED = frozenset({"in_force", "rejected", "cancelled"})
"""Statuses after which an undertaking is no longer waited for."""


@dataclass(slots=True)
class Group:
    """Steps of one undertaking. name: the stems of the first one's name; parties: of all of them, in the order in which they are named."""

    kind: str
    name: frozenset[str]
    steps: list[Told]
    parties: dict[str, None]

    def take(self, step: Told) -> None:
        self.steps.append(step)
        self.parties.update(dict.fromkeys(_parties(step)))


@dataclass(frozen=True, slots=True)
class Fate:
    """One undertaking over all articles that name it, oldest first."""

    words: str
    kind: str
    parties: tuple[str, ...]
    steps: tuple[Told, ...]

    @property
    def status(self) -> str | None:
        """The last status that an article gives."""
        return next((status for s in reversed(self.steps) if (status := status_told(s))), None)

    @property
    def open(self) -> bool:
        return self.status not in CLOSED

    def turns(self) -> list[Told]:
        """The steps at which its status was first told or changed."""
        told: list[Told] = []
        for step in self.steps:
            if status_told(step) and (not told or status_told(told[-1]) != status_told(step)):
                told.append(step)
        return told or list(self.steps[:1])

    def to_dict(self) -> Row:
        return {
            "name": self.words, "kind": self.kind, "parties": list(self.parties), "status": self.status, "open": self.open,
            "steps": [step.to_dict() for step in self.steps],
        }  # fmt: skip


def status_told(step: Told) -> str | None:
    """The status that the article's words give: one by default tells of no turn."""
    return str(step.body["status"]) if step.body["status"] and step.body["evidence"] else None


def follow(undertakings: Sequence[Told]) -> list[Fate]:
    """Undertakings put together over articles by kind and name, the one with the newest step first."""
    groups: list[Group] = []
    places: dict[tuple[str, str | int], list[int]] = defaultdict(list)  # groups by a stem of their name, and by their articles
    for step in sorted(undertakings, key=lambda u: (u.day, u.number)):
        kind, name = step.body["kind"], stems(step.words)
        keys = [(kind, word) for word in name - _generic()] + [(kind, step.document)]
        likely = sorted({place for key in keys for place in places[key]})
        place = next((n for n in likely if _same(groups[n], name, step)), len(groups))
        if place == len(groups):
            groups.append(Group(kind, name, [], {}))
        groups[place].take(step)
        for key in keys if len(groups[place].steps) == 1 else keys[-1:]:
            places[key].append(place)
    found = [Fate(_words(group.steps), group.kind, tuple(group.parties), tuple(group.steps)) for group in groups]
    return sorted(found, key=lambda f: (f.steps[-1].day, f.steps[-1].number), reverse=True)


def _same(group: Group, name: frozenset[str], step: Told) -> bool:
    """The same name, or one with more words beside it; a name that says only "the agreement" is one only within its article."""
    own, theirs = name - _generic(), group.name - _generic()
    if not own or not theirs:
        return step.document == group.steps[-1].document and (own == theirs or not own)
    if not (own <= theirs or theirs <= own):
        return False
    return bool(own & theirs & _proper(step.words)) or _akin(set(_parties(step)), set(group.parties))


def _akin(mine: set[str], theirs: set[str]) -> bool:
    """May both be the parties of one undertaking? "Serbest ticaret anlaşması" of A with B and of A with C are two."""
    return not mine or not theirs or mine <= theirs or theirs <= mine


@cache
def _proper(words: str) -> frozenset[str]:
    """The stems of a name that are names themselves ("Gazze" of "Gazze barış planı"), by which it is one whoever its parties are."""
    tokens = lay_out(words).tokens
    return frozenset(t.forms[0].lemma for t in tokens if t.capital and (t.index or t.forms[0].pos == "PROPN"))


def _words(steps: Sequence[Told]) -> str:
    """The name that most steps have; of equals the fullest."""
    uses = Counter(s.words for s in steps)
    return max(uses, key=lambda w: (uses[w], len(w.split()), -len(w), w))


def _parties(step: Told) -> list[str]:
    return [who.state or who.name for who in step.roles.get("parties", ())]


@cache
def _generic() -> frozenset[str]:
    """Words that name any undertaking: the heads of the pack that are no thing of their own ("ateşkes"), and words for two sides."""
    heads = {word for row in load("tr").section("undertakings")["heads"] if not row.get("rare") for word in row["says"].split()[-1:]}
    return frozenset(heads | {"yeni", "söz", "konu", "ortak", "ikili", "ilgili", "iki", "ülke", "bu"})
