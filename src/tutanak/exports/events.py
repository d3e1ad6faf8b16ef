"""Acts and encounters as political events on the PLOVER types: what the PLOVER and POLECAT exports have in common."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from tutanak.exports.cast import Actor, Cast, day_of, place_of
from tutanak.exports.codes import alpha3

Row = dict[str, Any]

QUADRANTS = {
    "VERBAL COOPERATION": ("AGREE", "CONSULT", "SUPPORT", "CONCEDE"), "MATERIAL COOPERATION": ("COOPERATE", "AID", "RETREAT"),
    "VERBAL CONFLICT": ("REQUEST", "ACCUSE", "REJECT", "THREATEN"),
    "MATERIAL CONFLICT": ("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"),
}  # fmt: skip
MODES = {"visit": "visit", "call": "phone"}
CONTEXTS = {
    "trade": "economic", "investment": "economic", "energy": "resource", "defence": "military", "security": "military", "peace": "diplomatic",
    "borders": "territory", "migration": "migration", "health": "health", "environment": "environment", "law": "legal", "elections": "election",
}  # fmt: skip
LAYERS = {"planned": "future", "demanded": "hypothetical", "denied": "hypothetical"}


@dataclass(frozen=True, slots=True)
class Event:
    """Who did what to whom. words: where it stands in the text."""

    id: str
    type: str
    mode: str
    day: str
    sources: tuple[Actor, ...]
    targets: tuple[Actor, ...]
    contexts: tuple[str, ...]
    words: Row
    place: tuple[str | None, str | None] = (None, None)

    @property
    def quadrant(self) -> str:
        return next((name for name, types in QUADRANTS.items() if self.type in types), "")


def events(cast: Cast) -> Iterator[Event]:
    """The acts of an article, and its encounters where no act tells of them."""
    told: set[frozenset[str]] = set()
    for row in cast.minutes["acts"]:
        sides = frozenset((*cast.sides(row["source"]), *cast.sides(row["target"])))
        if row["type"] == "CONSULT":
            told.add(sides)
        yield _event(cast, row, row["type"], "", cast.of(row["source"]), cast.of(row["target"]), row["layer"])
    for row in cast.minutes["meetings"]:
        met = frozenset(cast.sides(row["participants"]))
        if row["status"] in ("held", "ongoing", "planned") and len(met) > 1 and met not in told:
            first, *others = cast.of(row["participants"])
            yield _event(cast, row, "CONSULT", MODES.get(row["kind"], ""), [first], others, row["status"], cast.place(row["place"]))


def _event(
    cast: Cast, row: Row, type: str, mode: str, sources: list[Actor], targets: list[Actor], layer: str,
    place: tuple[str | None, str | None] = (None, None),
) -> Event:  # fmt: skip
    contexts = [CONTEXTS[t] for t in cast.minutes["topics"] if t in CONTEXTS] + ([LAYERS[layer]] if layer in LAYERS else [])
    return Event(
        f"TUTANAK-{cast.ident(row)}", type, mode, day_of(row, cast.doc) or "", tuple(sources), tuple(targets), tuple(dict.fromkeys(contexts)),
        place_of(row), place,
    )  # fmt: skip


def code(actor: Actor) -> str:
    """The alpha-3 code of an actor's state; --- where there is none, as PLOVER writes it."""
    return alpha3(actor.state) or "---"


def sector(actor: Actor) -> str:
    """GOV for states and those who hold an office of one; *** where the article does not say."""
    return "GOV" if actor.kind == "state" or (actor.office and actor.state) else "***"
