"""Questions as addresses hold them: days, kinds, a speaker, a topic, an outlet, a page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import Depends, Query

from tutanak.errors import Unclear
from tutanak.exports.minutes import KINDS
from tutanak.ledger.asking import Asked
from tutanak.ledger.news import day

PAGE = 50
"""Records of one page."""

FURTHEST = 10_000


@dataclass(frozen=True)
class Question:
    """What the filters of a page say."""

    since: str = ""
    until: str = ""
    kind: tuple[str, ...] = ()
    speaker: str = ""
    topic: str = ""
    outlet: str = ""
    page: int = 1

    @property
    def narrow(self) -> bool:
        return bool(self.since or self.until or self.kind or self.speaker or self.topic or self.outlet)

    def told(self) -> dict[str, Any]:
        """As the address has it, without the page."""
        return {name: getattr(self, name) for name in ("since", "until", "kind", "speaker", "topic", "outlet")}

    def asked(self, limit: int = PAGE) -> Asked:
        return Asked(
            self.since, self.until, self.kind, self.speaker, self.topic, limit=limit, offset=(self.page - 1) * limit, outlet=self.outlet
        )  # fmt: skip


def question(
    since: str = "", until: str = "", kind: Annotated[list[str], Query()] = [], speaker: str = "", topic: str = "", outlet: str = "",  # noqa: B006
    page: Annotated[int, Query(ge=1, le=FURTHEST)] = 1,
) -> Question:  # fmt: skip
    """The question of a request. Raises Unclear where a day or kind is none."""
    kinds = tuple(k for k in kind if k)
    if unknown := [k for k in kinds if k not in KINDS]:
        raise Unclear(f"no kind {unknown[0]!r}; known: {', '.join(KINDS)}")
    return Question(day(since) if since else "", day(until) if until else "", kinds, speaker[:200], topic[:40], outlet[:200], page)


Questioned = Annotated[Question, Depends(question)]


@dataclass(frozen=True)
class Paging:
    """Which page of how many records is shown."""

    page: int
    total: int
    size: int = PAGE

    @property
    def last(self) -> int:
        return max(-(-self.total // self.size), 1)

    @property
    def first_shown(self) -> int:
        return (self.page - 1) * self.size + 1 if self.total else 0

    @property
    def last_shown(self) -> int:
        return min(self.page * self.size, self.total)
