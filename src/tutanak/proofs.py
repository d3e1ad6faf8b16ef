"""Minutes checked against their own text: quoted words compared, derived values recomputed, inferred ones looked for in their spans."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from tutanak.article import Article, check
from tutanak.errors import InputError, VerifyError
from tutanak.exports.minutes import KINDS, SCHEMA
from tutanak.languages import load
from tutanak.reading import read_article
from tutanak.text.casing import fold

Row = dict[str, Any]

ENTITIES = ("people", "organisations", "places")
FIELDS: dict[str, tuple[str, ...]] = {  # what each kind claims beside its own words; a filled one has a proof
    "people": ("office", "state", "org"), "organisations": ("state",), "places": ("state",),
    "statements": ("speaker", "cue", "addressee", "about", "when"), "positions": ("force", "holder", "about"),
    "meetings": ("kind", "participants", "place", "occasion", "date", "status", "frequency"),
    "figures": ("value", "value_to", "unit", "direction", "role", "measure", "period", "claimed_by", "owner"),
    "undertakings": ("kind", "parties", "status", "proposer", "period"), "acts": ("type", "source", "target", "when"),
}  # fmt: skip
REFERENCES = (
    "speaker", "addressee", "about", "holder", "participants", "place", "claimed_by", "owner", "parties", "proposer", "source", "target", "state",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Tally:
    """How many proofs were checked, and those that failed, each in one line."""

    checked: int
    failures: tuple[str, ...]


def verify(minutes: Mapping[str, Any]) -> Tally:
    """Check every proof of one article's minutes (docs/schema.md). Raises VerifyError where there is nothing to check."""
    doc = minutes.get("doc")
    if minutes.get("schema") != SCHEMA or not isinstance(doc, dict) or not isinstance(doc.get("text"), str):
        raise VerifyError(f'no minutes: "schema": "{SCHEMA}" and "doc" with its text are wanted; write them with tutanak read --format jsonl')
    trial = Trial(dict(minutes))
    try:
        failures = tuple(trial.failures())
    except (KeyError, TypeError, AttributeError) as problem:
        raise VerifyError(f"no minutes in the shape of docs/schema.md: {type(problem).__name__}: {problem}") from None
    return Tally(trial.checked, failures)


class Trial:
    """One article's minutes on trial, beside a second reading of its text."""

    def __init__(self, minutes: Row) -> None:
        self.minutes = minutes
        self.doc: Row = minutes["doc"]
        self.text: str = self.doc["text"]
        self.checked = 0
        self.again: Row = {}
        self.names = _names(minutes)
        self.names_again: dict[str, str] = {}

    def failures(self) -> Iterator[str]:
        """Every proof that fails, and every claim without a proof."""
        yield from self._text()
        for kind in (*ENTITIES, *KINDS):
            for row in self.minutes[kind]:
                yield from self._row(kind, row)

    def _text(self) -> Iterator[str]:
        """The text is the one that was read; then read it again."""
        self.checked += 1
        if self.doc.get("sha256") != sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest():
            yield f"doc.sha256: the text is not the one that was read ({self.doc.get('sha256')})"
        try:
            check(self.text)
            given = Article(self.text, str(self.doc.get("id")), published=self.doc.get("published"))
            self.again = read_article(given, "tr").to_dict(all=True)
        except InputError as problem:
            raise VerifyError(f"the text cannot be read: {problem}") from None
        self.names_again = _names(self.again)

    def _row(self, kind: str, row: Row) -> Iterator[str]:
        outside = [s for s in _spans(row) if not 0 <= s["start"] < s["end"] <= len(self.text)]
        if outside:
            yield f"{row['id']}: a span outside the text: [{outside[0]['start']}, {outside[0]['end']})"
            return
        yield from self._strangers(row)
        for field in FIELDS[kind]:
            if row.get(field) not in (None, [], ""):
                yield from self._claim(kind, row, field)

    def _strangers(self, row: Row) -> Iterator[str]:
        """References that name nothing."""
        for field in REFERENCES:
            for ref in _listed(row.get(field)):
                if isinstance(ref, str) and ref not in self.names and ref not in _codes():
                    yield f"{row['id']}.{field}: {ref!r} is neither a state nor anyone in these minutes"

    def _claim(self, kind: str, row: Row, field: str) -> Iterator[str]:
        self.checked += 1
        proof = row.get("proof", {}).get(field)
        if proof is None:
            yield f"{row['id']}.{field}: no proof"
        elif proof["how"] == "quoted" and not self._named_by_id(row[field]):
            if not self._quoted(row[field], proof["spans"]):
                yield f"{row['id']}.{field}: quoted, but the words {self._words(proof['spans'])} are not {self._told(row[field])}"
        elif proof["how"] not in ("quoted", "inferred") or not self._named(row[field], proof["spans"]):
            yield from self._recomputed(kind, row, field, proof)

    def _named_by_id(self, value: Any) -> bool:
        """Is the value someone in these minutes, whose name may be quoted in another form (an acronym)?"""
        return isinstance(value, str) and value in self.names

    def _recomputed(self, kind: str, row: Row, field: str, proof: Row) -> Iterator[str]:
        """What the text gives for this field when it is read again."""
        same = [r for r in self.again[kind] if self._same_place(kind, r, row)]
        found = [_plain(r.get(field), self.names_again) for r in same]
        wanted = _plain(row[field], self.names)
        if wanted not in found:
            gives = f"{found[0]!r}" if found else "no such record"
            yield f"{row['id']}.{field}: {proof['how']} from {self._words(proof['spans'])}, which gives {gives}, not {wanted!r}"

    def _same_place(self, kind: str, again: Row, row: Row) -> bool:
        """Entities are the same by their name, records by their own words."""
        if kind in ENTITIES:
            return bool(again["name"] == row["name"])
        return _own(again) == _own(row)

    def _quoted(self, value: Any, spans: list[Row]) -> bool:
        """A span is among its proof's; words are those of the proof."""
        if isinstance(value, dict) and "start" in value:
            return any(s["start"] <= value["start"] and value["end"] <= s["end"] for s in spans)
        words = {self.text[s["start"] : s["end"]] for s in spans}
        return all(_plain(v, self.names) in words for v in _listed(value))

    def _named(self, value: Any, spans: list[Row]) -> bool:
        """Do the words name everyone that is claimed?"""
        words = " ".join(fold(self.text[s["start"] : s["end"]]) for s in spans)
        return bool(spans) and all(_called(_plain(ref, self.names), words) for ref in _listed(value))

    def _words(self, spans: list[Row]) -> str:
        return ", ".join(f"“{self.text[s['start'] : s['end']][:60]}”" for s in spans) or "no words"

    def _told(self, value: Any) -> str:
        if isinstance(value, dict) and "start" in value:
            return self._words([value])
        return repr(_plain(value, self.names))


def _names(minutes: Row) -> dict[str, str]:
    return {row["id"]: row["name"] for kind in ENTITIES for row in minutes[kind]}


def _codes() -> frozenset[str]:
    return frozenset(str(row["code"]) for row in load("tr").section("states"))


def _called(name: Any, words: str) -> bool:
    """Does some word of a name stand among the words?"""
    return any(part in words for part in fold(str(name)).split() if len(part) > 2)


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _plain(value: Any, names: Mapping[str, str]) -> Any:
    """A value free of local ids: names in their place, the order of several apart."""
    if isinstance(value, list):
        return sorted((_plain(v, names) for v in value), key=str)
    if isinstance(value, dict):
        return value.get("text") or ((value["start"], value.get("end")) if "start" in value else tuple(value.items()))
    return names.get(value, value) if isinstance(value, str) else value


def _own(row: Row) -> tuple[int, int]:
    """The words of a record itself."""
    place = row if "start" in row else row["evidence"]
    return place["start"], place["end"]


def _spans(value: Any) -> Iterator[Row]:
    """Every span in a record, however deep."""
    if isinstance(value, dict):
        if "start" in value and "end" in value:
            yield value
        for part in value.values():
            yield from _spans(part)
    elif isinstance(value, list):
        for part in value:
            yield from _spans(part)
