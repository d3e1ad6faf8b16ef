"""What is brought in: an article with the facts of its source, or the reason why there is none."""

from __future__ import annotations

from dataclasses import dataclass

from tutanak.article import Article


@dataclass(frozen=True, slots=True)
class Failure:
    """An input that could not be read: where it stands ("news.jsonl:3") and why."""

    where: str
    why: str


@dataclass(frozen=True, slots=True)
class Given:
    """An article and where it was found; `so_far`: how many bytes of its file are behind it."""

    where: str
    article: Article
    so_far: int = 0


Entry = Given | Failure
