"""Events under the column names of the POLECAT data: tab-separated, one row for each actor and recipient."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import product

from tutanak.exports import Row, Style
from tutanak.exports.cast import Actor, Cast
from tutanak.exports.codes import alpha3, cow
from tutanak.exports.events import Event, events, sector
from tutanak.exports.minutes import SCHEMA

COLUMNS = (
    "Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts",
    "Actor Name", "Actor Country", "Actor COW", "Primary Actor Sector", "Actor Sectors", "Actor Title", "Actor Name Raw", "Wikipedia Actor ID",
    "Recipient Name", "Recipient Country", "Recipient COW", "Primary Recipient Sector", "Recipient Sectors", "Recipient Title",
    "Recipient Name Raw", "Wikipedia Recipient ID",
    "Placename", "City", "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID", "Raw Placename", "Feature Type",
    "Source", "Publication Date", "Story People", "Story Organizations", "Story Locations", "Language", "Version",
)  # fmt: skip


def pieces(minutes: Iterable[Row], _style: Style) -> Iterator[bytes]:
    yield _line(COLUMNS)
    for cast in map(Cast, minutes):
        for event in events(cast):
            pairs = product(event.sources or (None,), event.targets or (None,))
            yield from (_line(_cells(cast, event, n, actor, recipient)) for n, (actor, recipient) in enumerate(pairs, 1))


def _cells(cast: Cast, event: Event, number: int, actor: Actor | None, recipient: Actor | None) -> list[str]:
    place, state = event.place
    known = {
        "Event ID": f"{event.id}-{number}", "Event Date": event.day, "Event Type": event.type, "Event Mode": event.mode,
        "Quad Code": event.quadrant, "Contexts": ";".join(event.contexts), **_party("Actor", actor), **_party("Recipient", recipient),
        "Placename": place, "Raw Placename": place, "Country": alpha3(state), "Source": cast.doc["outlet"],
        "Publication Date": (cast.doc["published"] or "")[:10], "Story People": _names(cast, "people"),
        "Story Organizations": _names(cast, "organisations"), "Story Locations": _names(cast, "places"), "Language": "Turkish",
        "Version": SCHEMA,
    }  # fmt: skip
    return [str(known.get(name) or "") for name in COLUMNS]


def _party(side: str, actor: Actor | None) -> Row:
    if actor is None:
        return {}
    sectors = "" if sector(actor) == "***" else sector(actor)
    return {
        f"{side} Name": actor.name, f"{side} Country": alpha3(actor.state), f"{side} COW": cow(actor.state), f"Primary {side} Sector": sectors,
        f"{side} Sectors": sectors, f"{side} Title": actor.office, f"{side} Name Raw": actor.name,
    }  # fmt: skip


def _names(cast: Cast, kind: str) -> str:
    return ";".join(row["name"] for row in cast.minutes[kind])


def _line(cells: Iterable[str]) -> bytes:
    """Tabs and line ends within a cell become spaces: the format knows no quoting."""
    return ("\t".join(" ".join(cell.split()) for cell in cells) + "\n").encode()
