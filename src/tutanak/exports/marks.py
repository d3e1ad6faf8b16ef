"""The text of an article as it came, every record marked under the words that prove it: marks lie in one another, the text is untouched.

Pages of the web face and `tutanak read --format html` are both drawn with this.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from html import escape
from importlib import resources
from itertools import pairwise
from typing import Any

from tutanak.exports.minutes import KINDS

Row = dict[str, Any]
Lights = dict[str, list[tuple[int, int]]]


@dataclass(frozen=True)
class Look:
    """How a page names what it marks. ident: the id of a claim ("f1.measure"), made of letters, digits, - and _.

    numbers: of records, by their keys, where they lead to a place beside the text; here: the key of the record that was asked for;
    window: the characters that are shown.
    """

    ident: Callable[[str], str]
    numbers: Mapping[str, int] = field(default_factory=dict)
    here: str = ""
    window: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """A record or finding in the text. meant: the words that a finding's words stand for."""

    start: int
    end: int
    key: str
    kind: str
    meant: str = ""


def sheet() -> str:
    """The style of marks."""
    return (resources.files(__package__) / "marks.css").read_text(encoding="utf-8")


def beside(ident: str) -> str:
    """The id of the place beside the text where a record is told."""
    return f"m-{ident}"


def marked(minutes: Row, lit: Lights, look: Look) -> Iterator[str]:
    """The text in pieces of HTML, cut wherever a claim's characters begin or end; each piece has the classes of its claims."""
    text = minutes["doc"]["text"]
    first, last = look.window or (0, len(text))
    begins, ends = _edges(lit, first, last)
    opening, stack, open_now = _opening(minutes, lit, first, last), list[Mark](), dict[str, int]()
    seen: set[str] = set()
    for start, end in pairwise(sorted({first, last, *begins, *ends})):
        yield from _closed(stack, start)
        _shift(open_now, ends.get(start, ()), -1)
        _shift(open_now, begins.get(start, ()), 1)
        for mark in opening.get(start, ()):
            stack.append(mark)
            yield _opened(mark, look, again=mark.key in seen)
        yield from _anchors(begins.get(start, ()), look, seen)
        yield _piece(text[start:end], map(look.ident, open_now))
    yield from _closed(stack, last)


def marks(minutes: Row, lit: Lights) -> Iterator[Mark]:
    """The marks of a text: records and findings, each where its own words stand."""
    for kind in (*KINDS, "findings"):
        for number, row in enumerate(minutes[kind], 1):
            key = row.get("id") or f"n{number}"
            meant = row.get("meant") or "" if kind == "findings" else ""
            yield from (Mark(start, end, key, kind, meant) for start, end in lit.get(key, ()) if start < end)


def _opening(minutes: Row, lit: Lights, first: int, last: int) -> dict[int, list[Mark]]:
    """Marks by the place where they open, those that end last first."""
    found: dict[int, list[Mark]] = {}
    for mark in marks(minutes, lit):
        if mark.start < last and first < mark.end:
            clipped = Mark(max(mark.start, first), min(mark.end, last), mark.key, mark.kind, mark.meant)
            found.setdefault(clipped.start, []).append(clipped)
    return {start: sorted(some, key=lambda m: -m.end) for start, some in found.items()}


def _edges(lit: Lights, first: int, last: int) -> tuple[dict[int, list[str]], dict[int, list[str]]]:
    begins: dict[int, list[str]] = {}
    ends: dict[int, list[str]] = {}
    for key, spans in lit.items():
        for start, end in spans:
            if start < last and first < end:
                begins.setdefault(max(start, first), []).append(key)
                ends.setdefault(min(end, last), []).append(key)
    return begins, ends


def _closed(stack: list[Mark], place: int) -> Iterator[str]:
    """Close the marks that end here; those that opened within them and go on are opened again."""
    lowest = next((n for n, mark in enumerate(stack) if mark.end <= place), len(stack))
    above = stack[lowest:]
    yield "</mark>" * len(above)
    going = [mark for mark in above if mark.end > place]
    stack[lowest:] = going
    yield from (f'<mark class="{mark.kind}">' for mark in going)


def _opened(mark: Mark, look: Look, *, again: bool) -> str:
    here = " here" if mark.key == look.here else ""
    meant = f' data-meant="{escape(mark.meant)}"' if mark.meant else ""
    opened = f'<mark class="{mark.kind}{here}"{meant}>'
    number = look.numbers.get(mark.key)
    if number is None or again:
        return opened
    return f'{opened}<a class="no" href="#{beside(look.ident(mark.key))}" data-n="{number}" aria-label="{number}"></a>'


def _shift(open_now: dict[str, int], keys: Iterable[str], by: int) -> None:
    for key in keys:
        open_now[key] = open_now.get(key, 0) + by
        if not open_now[key]:
            del open_now[key]


def _anchors(keys: Iterable[str], look: Look, seen: set[str]) -> Iterator[str]:
    """A place to jump to where a claim's characters first begin."""
    for key in dict.fromkeys(keys):
        if key not in seen:
            seen.add(key)
            yield f'<i id="{look.ident(key)}"></i>'


def _piece(words: str, idents: Iterable[str]) -> str:
    classes = " ".join(idents)
    return f'<span class="{classes}">{escape(words)}</span>' if classes else escape(words)


def switches(lit: Lights, ident: Callable[[str], str], within: str, link: str) -> str:
    """For each claim the rule that lights its characters, when its link was followed, has the focus or is pointed at.

    within: the selector of what holds text and links; link: that of a link, with {} for the claim's id.
    """
    selectors = []
    for name in map(ident, lit):
        selectors += [f"{within}:has(#{name}:target) .{name}", f"{within}:has({link.format(name)}:is(:hover,:focus)) .{name}"]
    return ",\n".join(selectors) + " { background: var(--lit); color: var(--on-lit) }\n" if selectors else ""
