"""Where an article that was brought in comes from, as the ledger keeps it."""

from __future__ import annotations

from tutanak.ingest import Given
from tutanak.ledger.model import Source


def source_of(given: Given) -> Source:
    """What the ledger keeps of a source."""
    article, told = given.article, given.source
    if told is None:
        return Source(url=article.url, outlet=article.outlet, title=article.title, published=article.published, place=given.where)
    encoding = f"{told.encoding} ({told.decoded})" if told.encoding else ""
    found = {**told.found, **{name: value for name, value in (("text", told.kind), ("encoding", encoding), ("feed", told.feed)) if value}}
    return Source(article.url, article.outlet, told.author, article.title, article.published, given.where, told.fetched, found)
