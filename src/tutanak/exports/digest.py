"""Minutes put in the order a person reads them: the relation first, then who, who met, who said what, and the rest.

A digest knows nothing of terminals or pages: lines of runs, each run naming the claim it shows ("f1.measure"),
by which a page can light up the characters that prove it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from tutanak.exports.minutes import EXPERIMENTAL
from tutanak.exports.relation import Actors, Pair, relation
from tutanak.exports.words import label, state_name
from tutanak.text import lay_out
from tutanak.text.nouns import nominative

Row = dict[str, Any]

SIGNS = {"over": "> ", "under": "< ", "about": "≈ ", "exact": "", "range": ""}
SOFTENED = "bcdğ"
"""Letters that p, ç, t and k become before a vowel."""
LEADING = 5
"""Figures that the relation is led by."""
ARROWS = {"up": "▲ ", "down": "▼ ", None: ""}


class Run(NamedTuple):
    """Words of one look. style: name value quote dim mark warn or none; key: the claim they show."""

    words: str
    style: str = ""
    key: str = ""


class Line(NamedTuple):
    """A line of minutes: what it is about, and what is said of it."""

    head: tuple[Run, ...]
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """The lines of one kind. kind: as the schema names it."""

    kind: str
    title: str
    lines: list[Line]
    experimental: bool = False


@dataclass(frozen=True, slots=True)
class Digest:
    """An article's minutes in reading order."""

    title: str
    pair: str
    sections: list[Section]
    notes: list[str]


class Teller:
    """Tells the minutes of one article in one language."""

    def __init__(self, minutes: Row, lang: str) -> None:
        self.minutes = minutes
        self.lang = lang
        self.text: str = minutes["doc"]["text"]
        self.names = {r["id"]: r["name"] for kind in ("people", "organisations", "places") for r in minutes[kind]}
        self.actors = Actors(minutes)

    def label(self, word: str) -> str:
        return label(word, self.lang)

    def words(self, span: Row | None) -> str:
        """The characters of a span on one line."""
        return " ".join(self.text[span["start"] : span["end"]].split()) if span else ""

    def called(self, span: Row) -> str:
        """The words of a name; one that ends within a word whose last letter its ending softened, as it stands alone ("desteğ|in": "destek")."""
        end = next((n for n in range(span["end"], len(self.text)) if not self.text[n].isalpha()), len(self.text))
        if end == span["end"] or self.text[span["end"] - 1] not in SOFTENED:
            return self.words(span)
        whole = self.words({"start": span["start"], "end": end})
        return nominative(whole, lay_out(whole).tokens[-1])

    def name(self, ref: Any) -> str:
        """A reference as a person would write it."""
        if ref is None:
            return self.label("unknown")
        if isinstance(ref, list):
            return ", ".join(self.name(r) for r in ref)
        if isinstance(ref, dict):
            return str(ref["text"])
        return self.names.get(ref) or state_name(ref, self.lang)

    def codes(self, refs: Any) -> str:
        """References as short as they go: states by their codes."""
        return ", ".join(self.actors.of(refs))


def digest(minutes: Row, lang: str) -> Digest:
    """The digest of one article's minutes. lang: tr or en."""
    tell, pair = Teller(minutes, lang), relation(minutes)
    sections = [Section("relation", tell.label("relation"), list(_lead(tell, pair)))]
    for kind, line in LINES.items():
        lines = [line(tell, row) for row in minutes[kind]]
        sections.append(Section(kind, tell.label(kind), lines, kind in EXPERIMENTAL))
    sections.append(Section("topics", tell.label("topics"), _topics(tell)))
    sections.append(Section("findings", tell.label("findings"), list(_findings(tell))))
    title = minutes["doc"]["title"] or minutes["doc"]["url"] or tell.label("minutes")
    return Digest(title, "–".join(pair) if pair else "", [s for s in sections if s.lines], list(_notes(tell)))


def _lead(tell: Teller, pair: Pair | None) -> Iterator[Line]:
    """The relation and what the article says of it at once: who met where, levels and aims named, figures."""
    if pair is None:
        yield Line((), (Run(tell.label("no pair"), "dim"),))
        return
    yield Line((Run("–".join(pair), "value"),), (Run(" – ".join(state_name(p, tell.lang) for p in pair), "name"),))
    rows = tell.minutes
    for m in rows["meetings"]:
        if m["status"] != "mentioned" and len(set(tell.actors.of(m["participants"])) & set(pair)) == 2:
            yield Line((Run(tell.label(m["kind"]), "dim"),), _meeting_runs(tell, m))
    for p in rows["positions"]:
        if p["force"] in ("level", "aim") and set(tell.actors.of(p["holder"])) & set(pair):
            yield Line((Run(tell.label(p["force"]), "dim"),), _position_runs(tell, p))
    yield from _figures_named(tell, rows["figures"])


def _figures_named(tell: Teller, figures: list[Row]) -> Iterator[Line]:
    """The first figures, each that reads alike once."""
    told: set[str] = set()
    for f in figures:
        counted = () if f["measure"] else (Run(f" · {_value(tell, f)}", "dim", f"{f['id']}.value"),)  # "24" alone tells nothing
        runs = (_amount(tell, f), *counted, *_measured(tell, f))
        words = "".join(run.words for run in runs)
        if words not in told:
            yield Line((Run(tell.label("figure"), "dim"),), runs)
        told.add(words)
        if len(told) == LEADING:
            return


def _person(tell: Teller, p: Row) -> Line:
    whose = state_name(p["state"], tell.lang) if p["state"] else ""
    org = tell.name(p["org"]) if p["org"] else ""
    runs = [Run(p["office"] or "–", "", f"{p['id']}.office")]
    runs += [Run(f" · {words}", "dim", f"{p['id']}.{field}") for words, field in ((whose, "state"), (org, "org")) if words]
    return Line((Run(p["name"], "name", p["id"]),), tuple(runs))


def _body(tell: Teller, o: Row) -> Line:
    return Line((Run(o["name"], "name", o["id"]),), (Run(state_name(o["state"], tell.lang), "dim", f"{o['id']}.state"),) if o["state"] else ())


def _meeting(tell: Teller, m: Row) -> Line:
    status = Run(f" {tell.label(m['status'])}", "dim", f"{m['id']}.status")
    return Line((Run(tell.label(m["kind"]), "value", m["id"]), status), _meeting_runs(tell, m))


def _meeting_runs(tell: Teller, m: Row) -> tuple[Run, ...]:
    ident = m["id"]
    runs = [Run(tell.name(m["participants"]), "name", f"{ident}.participants")]
    parts = ((tell.name(m["place"]) if m["place"] else "", "place"), (tell.words(m["occasion"]), "occasion"), (tell.words(m["date"]), "date"),
             (tell.words(m["frequency"]), "frequency"))  # fmt: skip
    runs += [Run(f" · {words}", "", f"{ident}.{field}") for words, field in parts if words]
    return (*runs, Run(f" · “{tell.words(m['evidence'])}”", "dim", f"{ident}.evidence"))


def _statement(tell: Teller, s: Row) -> Line:
    ident, said = s["id"], tell.words(s)
    runs = [Run(f"“{said}”" if s["mode"] == "direct" else f"… {said}", "quote" if s["mode"] == "direct" else "", ident)]
    if s["cue"] and s["cue"]["start"] < s["start"]:
        runs.insert(0, Run(f"{tell.words(s['cue'])}: ", "dim", f"{ident}.cue"))  # "X'e göre", "X şunları söyledi"
    elif s["cue"]:
        runs.append(Run(f" {tell.words(s['cue'])}", "dim", f"{ident}.cue"))
    runs += _moment(tell, s)
    if s["addressee"]:
        runs.append(Run(f" · {tell.label('to')}: {tell.name(s['addressee'])}", "dim", f"{ident}.addressee"))
    if s["about"]:
        runs.append(Run(f" → {tell.codes(s['about']) or tell.name(s['about'])}", "mark", f"{ident}.about"))
    if s["heading"]:
        runs.append(Run(f" [{tell.label('heading')}]", "warn"))
    return Line((Run(tell.name(s["speaker"]), "name", f"{ident}.speaker"),), tuple(runs))


def _figure(tell: Teller, f: Row) -> Line:
    ident = f["id"]
    runs = [Run(_value(tell, f), "dim", f"{ident}.value"), *_measured(tell, f)]
    if f["claimed_by"]:
        runs.append(Run(f" · {tell.name(f['claimed_by'])}", "dim", f"{ident}.claimed_by"))
    if f.get("owner"):
        runs.append(Run(f" · {tell.label('owner')}: {state_name(f['owner'], tell.lang)}", "dim", f"{ident}.owner"))
    if f["checks"]:
        runs.append(Run(f" · {tell.label('missing')}: {', '.join(tell.label(c) for c in f['checks'])}", "warn"))
    return Line((_amount(tell, f),), tuple(runs))


def _amount(tell: Teller, f: Row) -> Run:
    return Run(f"{ARROWS[f['direction']]}{tell.words(f)}", "value", f["id"])


def _value(tell: Teller, f: Row) -> str:
    unit = "%" if f["unit"] == "percent" else f["unit"]
    upper = f"–{_digits(f['value_to'], tell.lang)}" if f["value_to"] is not None else ""
    return f"{SIGNS.get(f['bound'], '')}{_digits(f['value'], tell.lang)}{upper} {unit}"


def _digits(value: float | str, lang: str) -> str:
    told = f"{value:,}" if not isinstance(value, str) else value
    return told.translate(str.maketrans(",.", ".,")) if lang == "tr" else told


def _measured(tell: Teller, f: Row) -> Iterator[Run]:
    for field in ("measure", "period"):
        if f[field]:
            yield Run(f" · {tell.words(f[field])}", "", f"{f['id']}.{field}")


def _undertaking(tell: Teller, u: Row) -> Line:
    ident, status = u["id"], tell.label(u["status"]) if u["status"] else ""
    runs = [Run(tell.called(u), "", ident)]
    parts = ((tell.codes(u["parties"]), "parties"), (status, "status"), (tell.name(u["proposer"]) if u["proposer"] else "", "proposer"),
             (tell.words(u["period"]), "period"))  # fmt: skip
    runs += [Run(f" · {words}", "dim", f"{ident}.{field}") for words, field in parts if words]
    return Line((Run(tell.label(u["kind"]), "value", f"{ident}.kind"),), tuple(runs))


def _position(tell: Teller, p: Row) -> Line:
    return Line((Run(tell.label(p["force"]), "value", f"{p['id']}.force"),), _position_runs(tell, p))


def _position_runs(tell: Teller, p: Row) -> tuple[Run, ...]:
    ident, about = p["id"], f" → {tell.codes(p['about'])}" if p["about"] else ""
    holder = Run(f" · {tell.name(p['holder'])}", "name", f"{ident}.holder")
    return (Run(f"“{tell.words(p)}”", "quote", ident), holder, Run(about, "mark", f"{ident}.about"))


def _act(tell: Teller, a: Row) -> Line:
    ident = a["id"]
    source, target = (tell.codes(a[side]) or tell.name(a[side]) for side in ("source", "target"))
    runs = (Run(source, "name", f"{ident}.source"), Run(" → ", "dim"), Run(target, "name", f"{ident}.target"),
            Run(f" · “{tell.words(a['evidence'])}”", "dim", ident))  # fmt: skip
    layer = () if a["layer"] == "done" else (Run(f" [{tell.label(a['layer'])}]", "warn"),)
    return Line((Run(tell.label(a["type"]), "value", f"{ident}.type"),), (*runs, *_moment(tell, a), *layer))


def _moment(tell: Teller, row: Row) -> tuple[Run, ...]:
    """When it was, in the words of the text and as they are resolved."""
    if not row["when"]:
        return ()
    words, day = tell.words(row["proof"]["when"]["spans"][0]), row["when"]["edtf"]
    return (Run(f" · {words}" if words == day else f" · {words} ({day})", "dim", f"{row['id']}.when"),)


def _topics(tell: Teller) -> list[Line]:
    topics = [tell.label("topic people" if t == "people" else t) for t in tell.minutes["topics"]]
    return [Line((), (Run(", ".join(topics)),))] if topics else []


def _findings(tell: Teller) -> Iterator[Line]:
    """A line for each kind of finding, with what was seen and, in brackets, what was meant."""
    runs: dict[str, list[Run]] = {}
    for number, f in enumerate(tell.minutes["findings"], 1):
        meant = f" ({f['meant']})" if f["meant"] else ""
        comma = ", " if f["kind"] in runs else ""
        runs.setdefault(f["kind"], []).append(Run(f"{comma}“{tell.words(f)}”{meant}", "", f"n{number}"))
    for kind, told in runs.items():
        yield Line((Run(tell.label(kind), "warn"),), tuple(told))


def _notes(tell: Teller) -> Iterator[str]:
    withheld: Row = tell.minutes.get("withheld") or {}
    if withheld:
        yield ", ".join(f"{n} {tell.label(kind)}" for kind, n in withheld.items()) + f": {tell.label('withheld')}"
    if tell.minutes.get("spin", 0) >= 0.5:
        yield tell.label("spun")


LINES: dict[str, Callable[[Teller, Row], Line]] = {
    "people": _person, "organisations": _body, "places": _body, "meetings": _meeting, "statements": _statement,
    "figures": _figure, "undertakings": _undertaking, "positions": _position, "acts": _act,
}  # fmt: skip


def lights(minutes: Row) -> dict[str, list[tuple[int, int]]]:
    """The characters behind each claim: {"f1": its own words, "f1.measure": those of its proof}."""
    found: dict[str, list[tuple[int, int]]] = {}
    for kind in (*LINES, "findings"):
        for number, row in enumerate(minutes[kind], 1):
            found.update(_lit(row, row.get("id") or f"n{number}"))
    return found


def _lit(row: Row, ident: str) -> Iterable[tuple[str, list[tuple[int, int]]]]:
    own = row.get("mentions") or ([row] if "start" in row else [row["evidence"]] if row.get("evidence") else [])
    yield ident, [(s["start"], s["end"]) for s in own]
    for field, value in row.items():
        if isinstance(value, dict) and "start" in value:
            yield f"{ident}.{field}", [(value["start"], value["end"])]
    for field, proof in row.get("proof", {}).items():
        if proof["spans"]:
            yield f"{ident}.{field}", [(s["start"], s["end"]) for s in proof["spans"]]
