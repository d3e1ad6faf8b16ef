"""Minutes as tables: one for each kind of record, beside documents, people and organisations. What is written, and the codebook, follow from here.

A column says its name, type, meaning, and how its cell is taken from a record. Columns of `words` are the article's own: left out by --no-text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Literal

from tutanak.exports.cast import Actor, Cast, day_of, digest_of, kept, place_of
from tutanak.exports.codes import alpha3, cow

Row = dict[str, Any]
Kind = Literal["string", "integer", "number", "boolean", "date"]
Cell = Callable[[Cast, Row], Any]


@dataclass(frozen=True, slots=True)
class Column:
    """One column. words: its cells are the article's own words; values: all there can be."""

    name: str
    type: Kind
    told: str
    cell: Cell
    values: tuple[str, ...] = ()
    words: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """One table. key: the column that names a row; rows: what it takes from an article's minutes."""

    name: str
    told: str
    key: str
    columns: tuple[Column, ...]
    rows: Callable[[Cast], Iterator[Row]]

    def cells(self, cast: Cast, row: Row) -> list[Any]:
        return [column.cell(cast, row) for column in self.columns]


def joined(values: Any) -> str | None:
    """Several values in one cell, by semicolons."""
    told = [str(v) for v in values if v is not None]
    return "; ".join(told) or None


def text(name: str, told: str, cell: Cell, values: tuple[str, ...] = (), *, words: bool = False) -> Column:
    return Column(name, "string", told, cell, values, words)


def field(name: str, told: str, values: tuple[str, ...] = ()) -> Column:
    """A column that is a field of the record."""
    return text(name, told, lambda _cast, row: row[name], values)


def quoted(name: str, told: str) -> Column:
    """The words of a span, which are the article's own."""
    return text(name, told, lambda cast, row: cast.words(row[name]), words=True)


def codes(prefix: str, told: str, take: Callable[[Cast, Row], list[str]]) -> tuple[Column, ...]:
    """States, as ISO alpha-2, alpha-3 and numbers of the Correlates of War project; bodies that are no states stand under their names."""
    return (
        text(f"{prefix}_states", f"{told}: ISO 3166-1 alpha-2 codes (XK Kosovo, XN KKTC), names of bodies", lambda c, r: joined(take(c, r))),
        text(f"{prefix}_iso3", f"{told}: ISO 3166-1 alpha-3 codes", lambda c, r: joined(alpha3(s) for s in take(c, r))),
        text(f"{prefix}_cow", f"{told}: numbers of the Correlates of War project", lambda c, r: joined(cow(s) for s in take(c, r))),
    )


def party(name: str, told: str) -> tuple[Column, ...]:
    """The actors of one role: names, offices, kinds, states."""

    def actors(cast: Cast, row: Row) -> list[Actor]:
        return cast.of(row[name])

    return (
        text(name, f"{told}: names", lambda c, r: joined(a.name for a in actors(c, r))),
        text(f"{name}_id", f"{told}: ids, the same in all articles of a ledger", lambda c, r: joined(a.key for a in actors(c, r))),
        text(f"{name}_office", f"{told}: offices", lambda c, r: joined(a.office for a in actors(c, r))),
        *codes(name, told, lambda c, r: c.sides(r[name])),
    )


ABOUT = codes("about", "what it is about", lambda c, r: c.sides(r["about"]))
FIRST = (
    text("id", "the record: a hash of its content", lambda c, r: c.ident(r)),
    text("document", "the article: key of the table documents (sha256 of its text)", lambda c, _r: c.doc["sha256"]),
    text("outlet", "who published the article", lambda c, _r: c.doc["outlet"]),
    text("published", "when the article was published: ISO date or time, as given", lambda c, _r: c.doc["published"]),
    text("url", "the address of the article", lambda c, _r: c.doc["url"]),
    text("day", "when it happened, or, for what is said and counted, the day of publication: YYYY, YYYY-MM or YYYY-MM-DD",
         lambda c, r: day_of(r, c.doc)),
    text("date", "when, as the text says it: EDTF; empty where it does not say", lambda _c, r: r["when"] and r["when"]["edtf"]),
    text("date_precision", "how exact `date` is", lambda _c, r: r["when"] and r["when"]["precision"]),
    text("date_source", "text: a date that stands there; published: told relative to the day of publication",
         lambda _c, r: r["when"] and r["when"]["source"], ("text", "published")),
)  # fmt: skip
LAST = (
    text("within", "the statement in whose words it stands: key of the table statements; empty: the narrator says it", lambda c, r: _within(c, r)),
    Column("start", "integer", "first character in the text (Unicode code points from 0)", lambda _c, r: place_of(r)["start"]),
    Column("end", "integer", "character after the last", lambda _c, r: place_of(r)["end"]),
    text("words", "the words that carry it", lambda c, r: c.words(place_of(r)), words=True),
    text("words_sha256", "hash of these words, by which they are known again", lambda c, r: r.get("words_sha256") or digest_of(c.words(place_of(r)))),
    text("rule", "the rule that made it (tutanak rules)", lambda _c, r: r["rule"]),
    Column("confidence", "number", "0 to 1; records below 0.5 are shown only when asked for", lambda _c, r: r["confidence"]),
    text("made_by", "read: by the program; else by whom", lambda _c, r: kept(r, "made_by") or "read"),
    text("standing", "shown, or doubtful: below the default confidence", lambda _c, r: kept(r, "standing") or _standing(r), ("shown", "doubtful")),
)  # fmt: skip


def _standing(row: Row) -> str:
    return "shown" if row["confidence"] >= 0.5 else "doubtful"


def _within(cast: Cast, row: Row) -> str | None:
    found = cast.within(row)
    return cast.ident(found[1]) if found else None


def _repeats(cast: Cast, row: Row) -> str | None:
    found = cast.of_id(row["repeats"])
    return cast.ident(found) if found else None


def _of(kind: str) -> Callable[[Cast], Iterator[Row]]:
    return lambda cast: iter(cast.minutes[kind])


def records(name: str, told: str, *columns: Column) -> Table:
    """The table of a kind of record."""
    return Table(name, told, "id", (*FIRST, *columns, *LAST), _of(name))


FORCES = ("level", "aim", "intention", "expectation", "demand", "support", "opposition")
STEPS = ("signed", "agreed", "in_force", "ongoing", "planned", "proposed", "rejected", "suspended")
TYPES = (
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION",
    "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip

STATEMENTS = records(
    "statements", "Speech, writing or a post: who said it, to whom, about whom.",
    field("mode", "direct: in quotation marks or a block of speech; indirect: reported", ("direct", "indirect")),
    *party("speaker", "who speaks"), *party("addressee", "who is spoken to"), *ABOUT,
    quoted("cue", "the words that report it"),
    Column("heading", "boolean", "a line that repeats a quotation as a heading", lambda _c, r: r["heading"]),
    text("repeats", "the statement that a heading repeats: key of this table", _repeats),
)  # fmt: skip
POSITIONS = records(
    "positions", "Stances that actors declare.", field("force", "what kind of stance", FORCES), *party("holder", "whose stance it is"), *ABOUT
)
MEETINGS = records(
    "meetings", "Encounters: who met whom, where, when, on what occasion.",
    field("kind", "what kind of encounter", ("meeting", "call", "visit", "summit", "talks", "ceremony")),
    field("status", "whether it took place", ("held", "ongoing", "planned", "cancelled", "mentioned")),
    *party("participants", "who met"),
    text("place", "where", lambda c, r: c.place(r["place"])[0]),
    *codes("place", "the state in which the place lies", lambda c, r: [s for s in [c.place(r["place"])[1]] if s]),
    quoted("occasion", "on what occasion"), quoted("frequency", "how often"),
    text("date_words", "the words of the date", lambda c, r: c.words(r["date"]), words=True),
)  # fmt: skip
FIGURES = records(
    "figures", "Quantities that state a fact.",
    Column("value", "number", "the number", lambda _c, r: r["value"]),
    Column("value_to", "number", "the upper end of a range", lambda _c, r: r["value_to"]),
    field("unit", "percent, point, ISO 4217 codes of currencies, km, kg ...; else the counted noun (kat of a multiple, as it is written)"),
    field("ucum", "the UCUM code of the unit, where there is one"),
    field("bound", "how exact it is", ("exact", "over", "under", "about", "range")), field("direction", "growth or fall", ("up", "down")),
    field("role", "a level, a change of one, or a share", ("level", "change", "share")),
    quoted("measure", "what is counted"), quoted("period", "for which time"), *party("claimed_by", "who claims it"),
    text("owner", "whose it is by a first person possessor, the speaker's state: ISO 3166-1 alpha-2", lambda _c, r: r.get("owner")),
    text("checks", "what is missing to check it", lambda _c, r: joined(r["checks"])),
)  # fmt: skip
UNDERTAKINGS = records(
    "undertakings", "What states made or discuss: agreements, projects, plans, bodies, aid, sanctions.",
    field("kind", "what it is", ("agreement", "project", "plan", "body", "aid", "sanction")), field("status", "how far it has come", STEPS),
    *party("parties", "between whom"), *party("proposer", "who proposed it"),
    quoted("period", "for which time"), quoted("evidence", "the words that say how far"),
)  # fmt: skip
ACTS = records(
    "acts", "Who did what to whom, on the PLOVER types.", field("type", "the PLOVER type", TYPES),
    field("layer", "whether it was done", ("done", "planned", "demanded", "denied")), *party("source", "who did it"), *party("target", "to whom"),
)  # fmt: skip

DOCUMENTS = Table(
    "documents", "The articles: where they stood, and what they are about.", "sha256",
    (
        text("sha256", "hash of the text", lambda c, _r: c.doc["sha256"]),
        text("id", "the article's id where it came from", lambda c, _r: c.doc["id"]),
        text("title", "title", lambda c, _r: c.doc["title"]), text("url", "address", lambda c, _r: c.doc["url"]),
        text("outlet", "who published it", lambda c, _r: c.doc["outlet"]), text("author", "who wrote it", lambda c, _r: c.doc.get("author")),
        text("published", "when: ISO date or time, as given", lambda c, _r: c.doc["published"]),
        text("language", "language", lambda c, _r: c.doc["language"]),
        text("topics", "topics, out of the list in docs/schema.md", lambda c, _r: joined(c.minutes["topics"])),
        *codes("named", "states named", lambda c, _r: [s["id"] for s in c.minutes["states"]]),
        Column("spin", "number", "0 to 1: how much the text looks put through a machine that swaps synonyms", lambda c, _r: c.minutes["spin"]),
        text("text", "the whole text", lambda c, _r: c.doc["text"], words=True),
    ),
    lambda cast: iter([cast.doc]),
)  # fmt: skip


def _named(kind: str, told: str, *more: Column) -> Table:
    one = "a person" if kind == "people" else "a body"
    return Table(
        kind, told, "id",
        (
            text("id", f"{one}, in this article", lambda c, r: f"{c.doc['sha256'][:12]}-{r['id']}"),
            text("document", "the article: key of the table documents", lambda c, _r: c.doc["sha256"]),
            text("actor", f"{one}, the same in all articles of a ledger", lambda c, r: c.of(r["id"])[0].key),
            field("name", "the fullest name that the article gives"), *more, *codes("of", "whose", lambda _c, r: [r["state"]] if r["state"] else []),
            Column("mentions", "integer", "how often the article names it", lambda _c, r: len(r["mentions"])),
        ),
        _of(kind),
    )  # fmt: skip


PEOPLE = _named("people", "People as articles name them, with their offices.", field("office", "office, as written"))
ORGANISATIONS = _named("organisations", "Bodies as articles name them.")

TABLES = (DOCUMENTS, STATEMENTS, POSITIONS, MEETINGS, FIGURES, UNDERTAKINGS, ACTS, PEOPLE, ORGANISATIONS)


def facts(cast: Cast, kind: str, row: Row) -> Row:
    """What a record of a kind says, by the names of its columns; what is not known is left out, and so is what all kinds share."""
    own = next(t for t in TABLES if t.name == kind).columns[len(FIRST) : -len(LAST)]
    return {c.name: value for c in own if (value := c.cell(cast, row)) is not None}


def columns(table: Table, *, words: bool) -> tuple[Column, ...]:
    """The columns of a table, with the article's words or without."""
    return table.columns if words else tuple(c for c in table.columns if not c.words)
