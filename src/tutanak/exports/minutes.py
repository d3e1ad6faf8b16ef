"""The minutes as the public contract has them: one object an article, of plain values (the shape is docs/schema.md)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any, Final

import orjson

from tutanak.article import Article
from tutanak.mentions.model import Entity, Organisation, Person, Place, Proofs, State, Unnamed, When
from tutanak.records.model import Act, Figure, Finding, Meeting, Position, Record, Statement, Undertaking
from tutanak.spans import Span

SCHEMA = "tutanak/1"
KINDS = ("statements", "positions", "meetings", "figures", "undertakings", "acts")
_LETTERS = dict(zip(KINDS, "sqmfua", strict=True))
EXPERIMENTAL = frozenset({"acts", "meetings", "positions", "undertakings"})
"""Kinds whose precision on dev is below what `make gate` asks: shown with a warning. The gate fails when this is not true."""

Row = dict[str, Any]
_ROUNDED: Final[dict[float, float]] = {}
_MOST: Final = 1000  # numbers remembered
_SPAN: Final[Row] = {"start": 0, "end": 0}
_PROOF: Final[Row] = {"spans": None, "how": "", "rule": ""}


def head(article: Article) -> Row:
    """The article itself, as `doc`."""
    return {
        "id": article.id, "title": article.title, "url": article.url, "outlet": article.outlet, "published": article.published,
        "language": article.language, "sha256": article.sha256, "text": article.text,
    }  # fmt: skip


def ref(entity: Entity | str | None) -> Any:
    """A reference: a local id, a state's code, or the words of an unnamed actor."""
    if entity is None or isinstance(entity, str):
        return entity
    return {"text": entity.text} if isinstance(entity, Unnamed) else entity.id


def refs(entities: Iterable[Entity]) -> list[Any]:
    return [ref(e) for e in entities]


def one_or_more(entities: Sequence[Entity]) -> Any:
    """No actor: null; one: its reference; joint ones: a list."""
    return refs(entities) if len(entities) > 1 else ref(entities[0]) if entities else None


def span(stretch: Span | None) -> Row | None:
    if stretch is None:
        return None
    row = _SPAN.copy()  # a copy costs less than a new one
    row["start"] = stretch[0]  # by place: compiled, a name costs a search
    row["end"] = stretch[1]
    return row


def number(value: Decimal | None) -> int | float | str | None:
    """A JSON number where that says the same, else a string of decimal digits."""
    if value is None:
        return None
    if value == value.to_integral_value() and abs(value) < 2**53:
        return int(value)
    near = float(value)
    return near if Decimal(repr(near)) == value else format(value, "f")


def when(time: When | None) -> Row | None:
    """Null where no date could be resolved: what is not in the text is not guessed."""
    return None if time is None or time.edtf is None else {"edtf": time.edtf, "precision": time.precision, "source": time.source}


def proofs(given: Proofs) -> Row:
    rows: Row = {}
    for name, proof in given.items():
        row = rows[name] = _PROOF.copy()
        row["spans"] = [span(s) for s in proof[0]]
        row["how"] = proof[1]
        row["rule"] = proof[2]
    return rows


def person(p: Person) -> Row:
    mentions = [span(m) for m in p.mentions]
    return {"id": p.id, "name": p.name, "office": p.office, "state": p.state, "org": p.org, "mentions": mentions, "proof": proofs(p.proof)}


def body(o: Organisation | Place) -> Row:
    return {"id": o.id, "name": o.name, "state": o.state, "mentions": [span(m) for m in o.mentions], "proof": proofs(o.proof)}


def state(s: State) -> Row:
    return {"id": s.id, "name": s.name, "mentions": [span(m) for m in s.mentions]}


def rounded(confidence: float) -> float:
    """To two places, once for each: rules give few different ones."""
    near = _ROUNDED.get(confidence)
    if near is None:
        if len(_ROUNDED) >= _MOST:
            _ROUNDED.clear()
        near = _ROUNDED[confidence] = round(confidence, 2)
    return near


def shared(row: Row, record: Record) -> Row:
    """A row of any kind with what every kind carries."""
    row["in"] = record.within.id or None if record.within else None
    row["when"] = when(record.when)
    row["rule"] = record.rule
    row["confidence"] = rounded(record.confidence)
    row["reasons"] = list(record.reasons)
    row["proof"] = proofs(record.proof)
    return row


def statement(s: Statement) -> Row:
    return shared({
        "id": s.id, "mode": s.mode, "start": s.span.start, "end": s.span.end, "speaker": one_or_more(s.speakers), "cue": span(s.cue),
        "addressee": ref(s.addressee), "about": refs(s.about), "heading": s.heading, "repeats": s.repeats.id if s.repeats else None,
    }, s)  # fmt: skip


def position(p: Position) -> Row:
    return shared({
        "id": p.id, "start": p.span.start, "end": p.span.end, "force": p.force, "holder": one_or_more(p.holders), "about": refs(p.about),
    }, p)  # fmt: skip


def meeting(m: Meeting) -> Row:
    return shared({
        "id": m.id, "kind": m.kind, "participants": refs(m.participants), "place": ref(m.place), "occasion": span(m.occasion),
        "date": span(m.date), "status": m.status, "evidence": span(m.evidence), "frequency": span(m.frequency),
    }, m)  # fmt: skip


def figure(f: Figure) -> Row:
    return shared({
        "id": f.id, "start": f.span.start, "end": f.span.end, "value": number(f.value), "value_to": number(f.value_to), "unit": f.unit,
        "bound": f.bound, "direction": f.direction, "role": f.role, "measure": span(f.measure), "period": span(f.period),
        "claimed_by": one_or_more(f.claimed_by), "owner": f.owner, "checks": list(f.checks), "ucum": f.ucum,
    }, f)  # fmt: skip


def undertaking(u: Undertaking) -> Row:
    return shared({
        "id": u.id, "start": u.span.start, "end": u.span.end, "kind": u.kind, "parties": refs(u.parties), "status": u.status,
        "evidence": span(u.evidence), "proposer": ref(u.proposer), "period": span(u.period),
    }, u)  # fmt: skip


def act(a: Act) -> Row:
    return shared({
        "id": a.id, "type": a.type, "source": refs(a.source), "target": refs(a.target), "evidence": span(a.evidence), "layer": a.layer,
    }, a)  # fmt: skip


def finding(f: Finding) -> Row:
    return {"kind": f.kind, "start": f.span.start, "end": f.span.end, "meant": f.meant, "rule": f.rule}


def place_of(record: Record) -> Span:
    """Where a record stands in the text: its own words, or those that report it."""
    own: Span | None = getattr(record, "span", None) or getattr(record, "evidence", None)
    return own or Span(0, 0)


def without(rows: Row, doubtful: Iterable[Record]) -> Row:
    """The minutes with no reference to a record that is not shown, and with a count of those."""
    hidden = {r.id for r in doubtful}
    for kind in KINDS if hidden else ():
        shown: list[Row] = rows[kind]
        for row in shown:
            for name in ("in", "repeats"):
                if row.get(name) in hidden:
                    row[name] = None
    rows["withheld"] = {kind: n for kind in KINDS if (n := sum(r[0] == _LETTERS[kind] for r in hidden))} if hidden else {}
    return rows


def dumped(rows: Any, *, indent: bool = False) -> bytes:
    """The bytes of minutes, or of a list of them, ended by a line end. The same minutes give the same bytes."""
    return orjson.dumps(rows, option=orjson.OPT_APPEND_NEWLINE | (orjson.OPT_INDENT_2 if indent else 0))
