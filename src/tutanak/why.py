"""Why a record stands in the minutes: what was seen at one character, by which rule of which pack file."""

from __future__ import annotations

from collections.abc import Iterator

from tutanak.article import Article
from tutanak.exports import minutes
from tutanak.languages import Pack, load
from tutanak.languages.rules import named
from tutanak.mentions import find
from tutanak.mentions.model import Mentions, Unnamed
from tutanak.reading import DEFAULT_CONFIDENCE, Reading, entered
from tutanak.records import take
from tutanak.records.model import Record
from tutanak.spans import Span
from tutanak.text import lay_out
from tutanak.text.layout import Layout

AROUND = 40


def lines(article: Article, place: int, _lang: str = "en") -> Iterator[str]:
    """What was seen at the character `place` of the article, line by line."""
    layout = lay_out(article.text)
    mentions = find(layout, article.published)
    reading = entered(article, mentions, take(layout, mentions))
    yield from _picture(article.text, place)
    yield from _layout(layout, place)
    yield from _mentions(layout, mentions, place)
    yield from _records(article.text, reading, place)


def _picture(text: str, place: int) -> Iterator[str]:
    """The characters around, and a caret under the one that was asked for."""
    start, end = max(place - AROUND, 0), min(place + AROUND, len(text))
    yield "".join(" " if c.isspace() else c for c in text[start:end])
    yield " " * (place - start) + f"^ character {place}: {text[place]!r}"


def _layout(layout: Layout, place: int) -> Iterator[str]:
    paragraph = next((i for i, p in enumerate(layout.paragraphs, 1) if p.start <= place < p.end), None)
    sentence = next((s for s in layout.sentences if s.start <= place < s.end), None)
    quotation = max((q for q in layout.quotations if q.start <= place < q.end), key=lambda q: q.start, default=None)
    yield f"paragraph {paragraph or '–'}, sentence {sentence.index + 1 if sentence else '–'}"
    if quotation:
        yield f"quotation [{quotation.start}, {quotation.end}){'' if quotation.closed else ', not closed'}"
    for token in layout.tokens:
        if token.start <= place < token.end:
            yield f"{token.kind} {token.text}"
            yield from (f"    {form!r}" for form in token.forms)


def _mentions(layout: Layout, mentions: Mentions, place: int) -> Iterator[str]:
    tokens = layout.tokens
    for m in mentions.all:
        if tokens[m.first].start <= place < max(tokens[m.last - 1].end, m.span.end):
            names = ", ".join(e.text if isinstance(e, Unnamed) else f"{e.name} ({e.id})" for e in m.entities)
            yield f"mention “{m.span.of(layout.text)}”: {m.kind}, {m.case}: {names}"
    for q in mentions.quantities:
        if q.span.start <= place < q.span.end:
            yield f"quantity “{q.span.of(layout.text)}”: {q.kind}, {q.bound} {q.value} {q.unit}"
    for w in mentions.whens:
        if w.span.start <= place < w.span.end:
            yield f"time “{w.span.of(layout.text)}”: {w.kind}, {w.edtf or 'not resolved'}"


def _records(text: str, reading: Reading, place: int) -> Iterator[str]:
    pack, seen = load(reading.article.language), False
    for record in reading.records:
        if any(s.start <= place < s.end for s in _touched(record)):
            seen = True
            yield from _record(text, record, place, pack)
    for f in reading.findings:
        if f.span.start <= place < f.span.end:
            seen = True
            yield f"finding {f.kind} “{f.span.of(text)}”" + (f", meant: {f.meant}" if f.meant else "")
            yield from _rule(pack, f.rule)
    if not seen:
        yield "no record holds this character"


def _touched(record: Record) -> list[Span]:
    return [minutes.place_of(record), *(s for p in record.proof.values() for s in p.spans)]


def _record(text: str, record: Record, place: int, pack: Pack) -> Iterator[str]:
    """A record, the fields that this character proves, and the rule with its example."""
    words = " ".join(minutes.place_of(record).of(text).split())
    doubt = "" if record.confidence >= DEFAULT_CONFIDENCE else ", not shown without --all"
    yield f"{type(record).__name__.lower()} {record.id} “{words[:100]}”: confidence {record.confidence:.2f}{doubt}"
    yield from (f"    because {reason}" for reason in record.reasons)
    for field, proof in record.proof.items():
        if any(s.start <= place < s.end for s in proof.spans):
            yield f"    proves {field}: {proof.how} ({proof.rule})"
    yield from _rule(pack, record.rule)


def _rule(pack: Pack, ident: str) -> Iterator[str]:
    """The rule, the pack file it stands in and its example."""
    known = named(pack, ident)
    yield f"    rule {ident or '–'}" + (f", in languages/{pack.language}/{known[0].section}.yaml" if known else "")
    for rule in known:
        yield from (f"        example: {example}" for example in rule.examples)
        yield from (f"        not: {example}" for example in rule.counter)
