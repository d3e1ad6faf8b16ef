"""The values of the mentions floor, as a reading hands them out: proofs, who and what is named, times."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from tutanak.spans import Span

How = Literal["quoted", "derived", "inferred", "default"]


class Proof(NamedTuple):
    """Why a field holds what it holds: the words, how they prove it, by which rule.

    quoted: the words themselves; derived: a pure function of them; inferred: from words elsewhere in the
    article (then `spans` are those words); default: by a declared policy, without words.
    """

    spans: tuple[Span, ...]
    how: How
    rule: str


Proofs = dict[str, Proof]


@dataclass(frozen=True, slots=True, eq=False)
class Person:
    """A named person; `state` is a code, `org` an organisation that the office belongs to if not a state; `land`: where that is at home."""

    id: str
    name: str
    office: str | None
    state: str | None
    org: str | None
    mentions: tuple[Span, ...]
    proof: Proofs = field(default_factory=dict)
    land: str | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Organisation:
    id: str
    name: str
    state: str | None
    mentions: tuple[Span, ...]
    proof: Proofs = field(default_factory=dict)


@dataclass(frozen=True, slots=True, eq=False)
class Place:
    id: str
    name: str
    state: str | None
    mentions: tuple[Span, ...]
    proof: Proofs = field(default_factory=dict)


@dataclass(frozen=True, slots=True, eq=False)
class State:
    """A state as an actor; id is its code ("AZ"), name its usual Turkish name."""

    id: str
    name: str
    mentions: tuple[Span, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Unnamed:
    """An actor that the article describes without a name ("üst düzey bir yetkili")."""

    text: str
    span: Span
    state: str | None = None

    @property
    def name(self) -> str:
        """The description as written: what stands in for a name."""
        return self.text


Actor = Person | Organisation | State | Unnamed
Entity = Person | Organisation | Place | State | Unnamed


class When(NamedTuple):
    """A date, period or duration: words and, where it can be resolved, an EDTF interval.

    source: text (absolute), published (resolved against the publication date), or None (relative, unresolved).
    kind: date period time duration set. timex: the form as told, before it is resolved ("P7M", "XXXX-10-13", "-P1Y").
    gone: over for days when the article was published, so that it is none of its news; ahead: not yet begun by then.
    """

    span: Span
    first: int
    last: int
    kind: str
    edtf: str | None
    precision: str | None
    source: str | None
    timex: str | None = None
    gone: bool = False
    ahead: bool = False
