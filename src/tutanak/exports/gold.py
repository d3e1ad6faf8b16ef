"""What people reviewed, as gold: the articles, their records written with strings of the text, and the same compiled to spans.

Only articles count of which every record that is shown was accepted, corrected or added by somebody: anything less would
mark as wrong what nobody looked at. So corrections become tests.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tutanak.exports.cast import Cast, kept, place_of
from tutanak.exports.codes import is_state
from tutanak.exports.minutes import KINDS, SCHEMA, dumped
from tutanak.exports.package import replaced

Row = dict[str, Any]

MARK = "gold.jsonl"
LETTERS = {"statements": "s", "meetings": "m", "figures": "f", "undertakings": "u", "acts": "a", "positions": "q"}
NAMED = (("people", "p", ("office", "state", "org")), ("organisations", "o", ("state",)), ("places", "l", ("state",)))


@dataclass(slots=True)
class Counted:
    """How many articles became gold, and how many were looked at only in part."""

    whole: int = 0
    partly: int = 0


def write(minutes: Iterable[Row], folder: Path, *, words: bool = True) -> Counted:
    """Write articles.jsonl, annotations/ID.json and gold.jsonl into a folder; without words gold.jsonl alone, its texts left out."""
    counted = Counted()
    with replaced(folder, MARK) as fresh, (fresh / MARK).open("wb") as compiled, (fresh / "articles.jsonl").open("wb") as articles:
        (fresh / "annotations").mkdir()
        for cast in map(Cast, reviewed(minutes, counted)):
            compiled.write(dumped(compile(cast, words=words)))
            if words:
                articles.write(dumped(_article(cast)))
                (fresh / "annotations" / f"{ident(cast)}.json").write_bytes(dumped(annotation(cast), indent=True))
    return counted


def reviewed(minutes: Iterable[Row], counted: Counted) -> Iterator[Row]:
    """The articles that somebody looked at whole."""
    for row in minutes:
        decided = [_decided(record) for kind in KINDS for record in row[kind]]
        if decided and all(decided):
            counted.whole += 1
            yield row
        else:
            counted.partly += any(decided)


def _decided(record: Row) -> bool:
    """Did somebody accept this record, or write it?"""
    return kept(record, "verdict") in ("accept", "correct") or kept(record, "made_by") not in (None, "read")


def ident(cast: Cast) -> str:
    """The id of an article, as a file can be named."""
    return re.sub(r"[^\w.-]", "_", cast.doc["id"])


def _article(cast: Cast) -> Row:
    return {"id": ident(cast), **{name: cast.doc[name] for name in ("title", "published", "url", "outlet", "text")}}


# strings of the text


def annotation(cast: Cast) -> Row:
    """The records of an article, written with strings that stand in it."""
    told: Row = {}
    for kind, _letter, names in NAMED:
        told[kind] = [{"name": row["name"], **_facts(cast, row, names)} for row in cast.minutes[kind]]
    told |= {kind: [_STRINGS[kind](cast, row) for row in cast.minutes[kind]] for kind in _STRINGS}
    return {**told, "topics": cast.minutes["topics"]}


def _facts(cast: Cast, row: Row, names: tuple[str, ...]) -> Row:
    return {name: _name(cast, row[name]) if name == "org" else row[name] for name in names}


def string(text: str, span: Row | None) -> Any:
    """The words of a span; with the number of their occurrence where it is not the first."""
    if span is None:
        return None
    words = text[span["start"] : span["end"]]
    count, at = 1, text.find(words)
    while at != span["start"]:
        count, at = count + 1, text.find(words, at + 1)
    return words if count == 1 else {"s": words, "n": count}


def _own(cast: Cast, row: Row) -> Any:
    return string(cast.text, place_of(row))


def _name(cast: Cast, ref: Any) -> str | None:
    """A reference as gold writes it: a name, the code of a state, or the words for an actor without a name; joint actors as "A, B ve C"."""
    if not isinstance(ref, list):
        return None if ref is None else _one_name(cast, ref)
    names = [_one_name(cast, one) for one in ref if one is not None]
    return " ve ".join(part for part in (", ".join(names[:-1]), *names[-1:]) if part) or None


def _one_name(cast: Cast, ref: Any) -> str:
    if isinstance(ref, dict):
        return str(ref["text"])
    if ref in cast.places:
        return str(cast.places[ref]["name"])
    return str(ref) if is_state(ref) else cast.of(ref)[0].name


def _names(cast: Cast, refs: list[Any]) -> list[str | None]:
    return [_name(cast, ref) for ref in refs]


def _statement(cast: Cast, row: Row) -> Row:
    told = {
        "mode": row["mode"], "content": _own(cast, row), "speaker": _name(cast, row["speaker"]), "cue": string(cast.text, row["cue"]),
        "addressee": _name(cast, row["addressee"]), "about": _names(cast, row["about"]),
    }  # fmt: skip
    return {**told, "heading": True} if row["heading"] else told


def _position(cast: Cast, row: Row) -> Row:
    return {"content": _own(cast, row), "force": row["force"], "holder": _name(cast, row["holder"]), "about": _names(cast, row["about"])}


def _meeting(cast: Cast, row: Row) -> Row:
    spans = {name: string(cast.text, row[name]) for name in ("occasion", "date", "evidence")}
    return {
        "kind": row["kind"], "participants": _names(cast, row["participants"]), "place": _name(cast, row["place"]), "status": row["status"], **spans,
    }  # fmt: skip


def _figure(cast: Cast, row: Row) -> Row:
    told = {name: row[name] for name in ("value", "value_to", "unit", "bound", "direction", "role")}
    spans = {name: string(cast.text, row[name]) for name in ("measure", "period")}
    return {"amount": _own(cast, row), **told, **spans, "claimed_by": _name(cast, row["claimed_by"])}


def _undertaking(cast: Cast, row: Row) -> Row:
    return {"name": _own(cast, row), "kind": row["kind"], "parties": _names(cast, row["parties"]), "status": row["status"]}


def _act(cast: Cast, row: Row) -> Row:
    evidence = string(cast.text, row["evidence"])
    return {"type": row["type"], "source": _names(cast, row["source"]), "target": _names(cast, row["target"]), "evidence": evidence}


_STRINGS: dict[str, Callable[[Cast, Row], Row]] = {
    "statements": _statement, "meetings": _meeting, "figures": _figure, "undertakings": _undertaking, "acts": _act, "positions": _position,
}  # fmt: skip


# spans


def compile(cast: Cast, *, words: bool) -> Row:
    """The same as spans of the text, in the shape of docs/schema.md."""
    known: dict[str, str] = {}
    told: Row = {"schema": SCHEMA, "doc": _head(cast, words)}
    for kind, letter, names in NAMED:
        told[kind] = []
        for n, row in enumerate(cast.minutes[kind], 1):
            known.setdefault(row["name"], f"{letter}{n}")
            told[kind].append({"id": f"{letter}{n}", "name": row["name"], **_facts(cast, row, names), "mentions": []})
    for kind, letter in LETTERS.items():
        told[kind] = [{"id": f"{letter}{n}", **_spans(cast, kind, row, known)} for n, row in enumerate(cast.minutes[kind], 1)]
    return {**told, "topics": cast.minutes["topics"]}


def _head(cast: Cast, words: bool) -> Row:
    head = {"id": ident(cast), **{name: cast.doc[name] for name in ("title", "url", "published", "language")}}
    return {**head, "text": cast.text} if words else {**head, "text": None, "sha256": cast.doc["sha256"]}


SPANS = ("cue", "occasion", "date", "evidence", "measure", "period")
REFS = ("speaker", "addressee", "holder", "place", "claimed_by", "about", "participants", "parties", "source", "target")
LEFT = ("amount", "content", "name")
"""Fields of an annotation that say where the record itself stands."""


def _spans(cast: Cast, kind: str, row: Row, known: dict[str, str]) -> Row:
    """A record with the fields of its annotation, each as a span or a reference."""
    strings = _STRINGS[kind](cast, row)
    told = {name: value for name, value in strings.items() if name not in LEFT}
    told |= {name: _ref(value, known) for name, value in told.items() if name in REFS} | {name: row[name] for name in told if name in SPANS}
    if kind == "statements":
        told["heading"] = row["heading"]
    if kind == "figures":
        told |= {name: None if row[name] is None else float(row[name]) for name in ("value", "value_to")}
    return {**place_of(row), **told} if any(name in strings for name in LEFT) else told


def _ref(value: Any, known: dict[str, str]) -> Any:
    if isinstance(value, list):
        return [_ref(v, known) for v in value]
    return value if value is None else known.get(value) or (value if is_state(value) else {"text": value})
