"""What people decide: accept, reject, correct, comment, add what was missed. Nothing is overwritten: the last decision stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal, InvalidOperation
from typing import Any

from sqlalchemy import Connection, Select, func, select

from tutanak.errors import NotFound, Unclear
from tutanak.exports.minutes import number
from tutanak.ledger import whole
from tutanak.ledger.deciding import decide
from tutanak.ledger.entry import entered
from tutanak.ledger.keeping import Writer
from tutanak.ledger.naming import key
from tutanak.ledger.settling import settle
from tutanak.ledger.states import code
from tutanak.ledger.tables import readings, records, reviews, ties
from tutanak.ledger.telling import Told, tell

Row = dict[str, Any]

SPANS = frozenset({"cue", "measure", "period", "occasion", "date", "frequency", "evidence"})
ONES = frozenset({"speaker", "addressee", "holder", "proposer", "claimed_by", "place"})
SEVERAL = frozenset({"about", "participants", "parties", "source", "target"})
NUMBERS = frozenset({"value", "value_to"})
CHOICES: dict[tuple[str, str], tuple[str, ...]] = {
    ("statements", "mode"): ("direct", "indirect"),
    ("positions", "force"): ("level", "aim", "intention", "expectation", "demand", "support", "opposition"),
    ("meetings", "kind"): ("meeting", "call", "visit", "summit", "talks", "ceremony"),
    ("meetings", "status"): ("held", "ongoing", "planned", "cancelled", "mentioned"),
    ("figures", "bound"): ("exact", "over", "under", "about", "range"),
    ("figures", "direction"): ("up", "down"),
    ("figures", "role"): ("level", "change", "share"),
    ("undertakings", "kind"): ("agreement", "project", "plan", "body", "aid", "sanction"),
    ("undertakings", "status"): ("signed", "agreed", "in_force", "ongoing", "planned", "proposed", "rejected", "suspended"),
    ("acts", "type"): ("AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST",
                       "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"),
    ("acts", "layer"): ("done", "planned", "demanded", "denied"),
}  # fmt: skip

FIELDS: dict[str, tuple[str, ...]] = {
    "statements": ("mode", "speaker", "cue", "addressee", "about", "heading"), "positions": ("force", "holder", "about"),
    "meetings": ("kind", "participants", "place", "occasion", "date", "status", "evidence", "frequency"),
    "figures": ("value", "value_to", "unit", "bound", "direction", "role", "measure", "period", "claimed_by"),
    "undertakings": ("kind", "parties", "status", "evidence", "proposer", "period"), "acts": ("type", "source", "target", "evidence", "layer"),
}  # fmt: skip
NEEDED = {"statements": ("mode", "speaker"), "positions": ("force", "holder"), "meetings": ("kind", "participants", "status"),
          "figures": ("value", "unit"), "undertakings": ("kind",), "acts": ("type", "source", "target")}  # fmt: skip
"""Fields without which a record made by hand says nothing."""

DEFAULTS: dict[str, Row] = {
    "statements": {"heading": False, "repeats": None}, "figures": {"bound": "exact", "checks": [], "ucum": None}, "acts": {"layer": "done"},
}  # fmt: skip

BY_HAND = "by hand"
TAKEN_BACK = "taken back"
ANOTHER = "another correction stands"


def judge(connection: Connection, told: Told, verdict: str, reviewer: str, why: str = "") -> None:
    """Accept or reject a record, or say something about it."""
    decide(connection, told.id, verdict, reviewer, why)
    settle(connection, [told.document])


def undo(connection: Connection, told: Told, reviewer: str) -> None:
    """Take the last decision on a record back: a decision of its own, for nothing is ever overwritten. Raises Unclear where there is none."""
    row = standing(connection, told.id)
    if row is None or row.verdict == "undo":
        raise Unclear(f"{told.id}: nobody has decided on it, so nothing can be taken back")
    decide(connection, told.id, "reject" if row.verdict == "add" else "undo", reviewer, TAKEN_BACK)
    if row.verdict == "correct" and row.change:
        decide(connection, row.change["by"], "reject", reviewer, TAKEN_BACK)
    settle(connection, [told.document])


def standing(connection: Connection, target: str) -> Any:
    """The decision that stands on a record: the last that is no comment; None where there is none."""
    asked = select(reviews).where(reviews.c.target == target, reviews.c.verdict != "comment").order_by(reviews.c.id.desc())
    return connection.execute(asked.limit(1)).first()


def correct(connection: Connection, writer: Writer, told: Told, fields: Mapping[str, str], reviewer: str, why: str = "") -> str:
    """A record in place of another, with these fields changed; returns its id. Raises Unclear."""
    minutes, reading, published = _article(connection, told.document)
    body = {**told.body, "id": f"{told.body['id']}c", "proof": dict(told.body["proof"])}
    for field, words in fields.items():
        _set(minutes, told.kind, body, field, words)
    return _keep(connection, writer, told.document, reading, entered(minutes, published, told.kind, body), reviewer, why, told.id)


def add(connection: Connection, writer: Writer, document: int, kind: str, words: str, fields: Mapping[str, str], reviewer: str, why: str = "") -> str:
    """A record that was missed, of these words of the article; returns its id. Raises Unclear."""
    minutes, reading, published = _article(connection, document)
    if missing := [name for name in NEEDED.get(kind, ()) if not fields.get(name)]:
        raise Unclear(f"a record of {kind} needs {', '.join(missing)}")
    body = _blank(kind, _find(minutes["doc"]["text"], words, 0))
    for field, told in fields.items():
        _set(minutes, kind, body, field, told)
    return _keep(connection, writer, document, reading, entered(minutes, published, kind, body), reviewer, why, None)


def _keep(connection: Connection, writer: Writer, document: int, reading: int, made: Any, reviewer: str, why: str, replaces: str | None) -> str:
    back, last = _taken_back(connection, made.hash, replaces), standing(connection, replaces or made.hash)
    if not back:
        _enter(connection, writer, document, reading, made, replaces)
    elif replaces:
        decide(connection, made.hash, "undo", reviewer, why)
    if last and last.verdict == "correct":
        decide(connection, last.change["by"], "reject", reviewer, ANOTHER)
    decide(connection, replaces or made.hash, "correct" if replaces else "add", reviewer, why, {"by": made.hash} if replaces else None)
    settle(connection, [document])
    return str(made.hash)


def _taken_back(connection: Connection, made: str, replaces: str | None) -> bool:
    """Was this very record made before, in place of the same one, and then rejected? It counts again, and is not entered twice."""
    asked = select(records.c.id).where(records.c.hash == made, records.c.made_by != "read", records.c.replaces.is_not_distinct_from(replaces))
    last = standing(connection, made)
    return last is not None and last.verdict == "reject" and connection.execute(asked.limit(1)).first() is not None


def _enter(connection: Connection, writer: Writer, document: int, reading: int, made: Any, replaces: str | None) -> None:
    if connection.execute(select(records.c.id).where(records.c.hash == made.hash).limit(1)).first():
        raise Unclear("nothing changes: that record is there already")
    writer.record(made, document, reading, "corrected" if replaces else "hand", replaces)
    writer.finish()


def _article(connection: Connection, document: int) -> tuple[Row, int, str]:
    """The minutes of a document's current reading, its number, and the date of publication."""
    asked = select(readings.c.id, readings.c.published).where(readings.c.document_id == document, readings.c.current)
    row = connection.execute(asked).one()
    return whole.minutes(connection, row.id), row.id, row.published


def _blank(kind: str, span: Row) -> Row:
    """A record by hand of these words, its fields still empty."""
    if kind not in FIELDS:
        raise Unclear(f"no kind {kind!r}; known: {', '.join(FIELDS)}")
    body: Row = {"id": "h", **span} if kind in ("statements", "positions", "figures", "undertakings") else {"id": "h"}
    body |= {field: [] if field in SEVERAL else None for field in FIELDS[kind]}
    if kind in ("meetings", "acts"):
        body["evidence"] = span
    proof = {"words": {"spans": [span], "how": "quoted", "rule": BY_HAND}}
    return body | DEFAULTS.get(kind, {}) | {"in": None, "when": None, "rule": BY_HAND, "confidence": 1.0, "reasons": [BY_HAND], "proof": proof}


def _set(minutes: Row, kind: str, body: Row, field: str, words: str) -> None:
    """Set a field from words, with the proof that there is."""
    text = minutes["doc"]["text"]
    if field == "words" and "start" in body:
        body |= _find(text, words, body["start"])
        return
    if field not in FIELDS[kind]:
        raise Unclear(f"no field {field!r} in {kind}; known: {', '.join(FIELDS[kind])}, words")
    body[field] = _value(minutes, kind, body, field, words.strip())
    spans = [body[field]] if field in SPANS and body[field] else []
    body["proof"][field] = {"spans": spans, "how": "quoted" if spans else "default", "rule": BY_HAND}


def _value(minutes: Row, kind: str, body: Row, field: str, words: str) -> Any:
    if field in SEVERAL:
        return [_ref(minutes, part.strip()) for part in words.split(";") if part.strip()]
    if not words:
        return None
    if field in ONES:
        return _ref(minutes, words)
    if field in SPANS:
        near = body.get("start", (body.get("evidence") or {}).get("start", 0))
        return _find(minutes["doc"]["text"], words, near)
    if field in NUMBERS:
        return _number(words)
    if field == "heading":
        return words.lower() in ("yes", "true", "1", "evet", "e", "y")
    allowed = CHOICES.get((kind, field))
    if allowed and words not in allowed:
        raise Unclear(f"no {field} {words!r}; known: {', '.join(allowed)}")
    return words


def _number(words: str) -> Any:
    try:
        return number(Decimal(words.replace(" ", "")))
    except InvalidOperation:
        raise Unclear(f"{words!r} is no number; write it in digits, with a point before decimals (4500000000, 7.5)") from None


def _ref(minutes: Row, words: str) -> Any:
    """Who is meant: someone of the article by name or id, a state, or whoever the words describe."""
    told = key(words)
    for row in (*minutes["people"], *minutes["organisations"], *minutes["places"]):
        if words == row["id"] or told in (key(row["name"]), key(row["name"]).split(" ")[-1]):
            return row["id"]
    try:
        return code(words)
    except NotFound:
        return {"text": words}


def _find(text: str, words: str, near: int) -> Row:
    """Where words stand in a text: the place nearest to another."""
    places, at = [], text.find(words) if words else -1
    while at >= 0:
        places.append(at)
        at = text.find(words, at + 1)
    if not places:
        raise Unclear(f"the article has no words “{words}”; give them as they stand there")
    start = min(places, key=lambda place: abs(place - near))
    return {"start": start, "end": start + len(words)}


def told_words(told: Told, field: str) -> str:
    """What a field holds, in the words by which `correct` would set it."""
    value = told.body.get(field)
    if field == "words":
        return str(told.minutes["doc"]["text"])[told.body["start"] : told.body["end"]] if "start" in told.body else ""
    if field in SPANS:
        return told.said(field) or ""
    if field in ONES | SEVERAL:
        return "; ".join(told.names(field))
    return "" if value is None else str(value)


def queue(
    connection: Connection, pair: tuple[str, str] | None = None, kinds: Sequence[str] = (), since: str = "", doubtful: bool = True,
    limit: int = 1000, offset: int = 0, *, unsure: bool = False,
) -> list[int]:  # fmt: skip
    """The numbers of records that nobody has judged: the newest days first, the least sure first within each; unsure: the least sure of all."""
    order = [records.c.confidence, records.c.day.desc()] if unsure else [records.c.day.desc(), records.c.confidence]
    asked = _unjudged(select(records.c.id), pair, kinds, since, doubtful).order_by(*order, records.c.id)
    return list(connection.execute(asked.limit(limit).offset(offset)).scalars())


def waiting(connection: Connection, pair: tuple[str, str] | None, kinds: Sequence[str], since: str, doubtful: bool) -> int:
    """How many records nobody has judged."""
    return connection.execute(_unjudged(select(func.count()).select_from(records), pair, kinds, since, doubtful)).scalar() or 0


def _unjudged(chosen: Select[Any], pair: tuple[str, str] | None, kinds: Sequence[str], since: str, doubtful: bool) -> Select[Any]:
    statuses = ("shown", "doubtful") if doubtful else ("shown",)
    later = select(reviews.c.supersedes).where(reviews.c.supersedes.is_not(None))
    judged = select(reviews.c.target).where(reviews.c.verdict.not_in(("comment", "undo")), reviews.c.id.not_in(later))
    chosen = chosen.where(records.c.status.in_(statuses), records.c.made_by == "read", records.c.day >= since, records.c.hash.not_in(judged))
    if kinds:
        chosen = chosen.where(records.c.kind.in_(kinds))
    if pair:
        chosen = chosen.where(records.c.id.in_(select(ties.c.record_id).where(ties.c.a == pair[0], ties.c.b == pair[1])))
    return chosen


def last(connection: Connection, target: str) -> Told | None:
    """The newest record of this id."""
    ident = connection.execute(select(func.max(records.c.id)).where(records.c.hash == target)).scalar()
    return tell(connection, [ident])[0] if ident else None
