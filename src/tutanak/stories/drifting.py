"""Headings that drift: a title or sub-heading quotes what the article's body has in other words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from tutanak.ledger.telling import Told
from tutanak.stories.prints import Print
from tutanak.stories.wording import Wording, Words, differences

_QUOTED: Final = re.compile("“([^“”]+)”|\"([^\"]+)\"|«([^«»]+)»|(?<!\\w)['‘]([^'‘’]+)['’](?!\\w)")
_AFTER_COLON: Final = re.compile(r"^[^:“\"«]{3,60}: (.+)$")
_SENTENCE: Final = re.compile(r"[^.!?…]+[.!?…]*")
ALIKE: Final = 0.4
"""5-grams of a heading that its sentence has at least."""
_LEAST: Final = 3
"""Words of a heading at least: fewer are a catchword."""


@dataclass(frozen=True, slots=True)
class Drift:
    """words: what a heading quotes; body: the sentence that is most like it, of the statement `told`; differences: from there to the heading."""

    words: str
    body: str
    told: Told
    differences: tuple[Wording, ...]

    def to_dict(self) -> dict[str, Any]:
        return {"heading": self.words, "body": self.body, "statement": self.told.id, "differences": [d.to_dict() for d in self.differences]}


def drifts(title: str | None, told: Sequence[Told]) -> Iterator[Drift]:
    """The headings of one article that its body does not say so. told: its statements."""
    bodies = [t for t in told if not t.body["heading"]]
    headings = [t.words for t in told if t.body["heading"] and t.body["mode"] == "direct"]
    for words in dict.fromkeys([*quoted(title or ""), *headings]):
        found = drift(words, bodies)
        if found:
            yield found


def quoted(title: str) -> Iterator[str]:
    """What a title quotes: between marks, else behind a name and a colon."""
    marked = [next(filter(None, match.groups())) for match in _QUOTED.finditer(title)]
    behind = _AFTER_COLON.match(title)
    for words in marked or ([behind[1]] if behind else []):
        if len(Print(words).words) >= _LEAST:
            yield words


def drift(words: str, bodies: Sequence[Told]) -> Drift | None:
    """The heading beside the sentence that is most like it, if it is the same sentence in other words. What is only left off is no drift."""
    mine = Print(words).grams
    sentences = [(match.group().strip(), t) for t in bodies for match in _SENTENCE.finditer(t.words)]
    shared = [(len(mine & Print(sentence).grams), -n) for n, (sentence, _) in enumerate(sentences)]
    if not shared:
        return None
    sentence, told = sentences[-max(shared)[1]]
    changed = tuple(_changed(sentence, words)) if max(shared)[0] >= ALIKE * len(mine) else ()
    return Drift(words, sentence, told, changed) if changed else None


def _changed(body: str, heading: str) -> Iterator[Wording]:
    """The differences, but for words of the body that a heading leaves off at its ends."""
    ends = (Words(heading).places[0][0], len(heading))
    return (one for one in differences(body, heading) if one.kind != "dropped" or one.new_span.start not in ends)
