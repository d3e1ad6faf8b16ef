"""Answers of a ledger put in the order a person reads them: sections of lines, as the minutes of one article are.

Sources are numbered in the order in which they are cited, and stand at the end.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from tutanak.exports.digest import Digest, Line, Run, Section
from tutanak.exports.words import label, state_name
from tutanak.ledger.asking import TIMELINE, Share, Sheet
from tutanak.ledger.checking import Checked
from tutanak.ledger.checking import Held as Beside
from tutanak.ledger.fates import Fate
from tutanak.ledger.measures import Measure
from tutanak.ledger.news import News
from tutanak.ledger.people import Held, Portrait
from tutanak.ledger.search import Hit
from tutanak.ledger.showing import Claim, Review, Shown
from tutanak.ledger.telling import Cited, Told

SHORT = 8
"""Characters of an id that are shown; `tutanak show` takes any beginning that only one record has."""

FATES, MEASURES = 25, 12
"""How many undertakings and measures a page of a pair shows."""

ONE = {"meetings": "meeting", "statements": "statement", "figures": "figure", "undertakings": "undertaking", "positions": "position", "acts": "act"}


class Sources:
    """Numbers sources as they are cited."""

    def __init__(self) -> None:
        self.cited: dict[str, Cited] = {}

    def note(self, source: Cited) -> Run:
        """The number of a source, which it gets when it is first cited."""
        self.cited.setdefault(source.sha256, source)
        return Run(str(list(self.cited).index(source.sha256) + 1), "note")

    def section(self, lang: str) -> Section:
        lines = [Line((Run(str(n), "note"),), (Run(source.words),)) for n, source in enumerate(self.cited.values(), 1)]
        return Section("sources", label("sources", lang), lines)


def sheet_page(sheet: Sheet, lang: str) -> Digest:
    """The page of a pair."""
    sources = Sources()
    told = ", ".join(f"{n} {label(kind, lang)}" for kind, n in sheet.total.items())
    counted = sum(sheet.total.get(kind, 0) for kind in sheet.asked.kinds or TIMELINE)
    page = f"{sheet.asked.offset + 1}-{sheet.asked.offset + len(sheet.timeline)} {label('of', lang)} {counted}"
    sections = [
        Section("relation", label("relation", lang), [Line((Run("–".join(sheet.pair), "value"),), (Run(told or label("no records", lang)),))]),
        Section("fates", label("fates", lang), [fate_line(f, sources, lang) for f in _followed(sheet.fates)]),
        Section("measures", label("measures", lang), [line for m in _telling(sheet.measures) for line in measure_lines(m, sources, lang)]),
        Section("balance", label("balance", lang), [share_line(s, lang) for s in sheet.shares]),
        Section("timeline", f"{label('timeline', lang)} ({page})", [record_line(t, sources, lang) for t in sheet.timeline]),
    ]
    page_ = paged(" – ".join(state_name(s, lang) for s in sheet.pair), sections, sources, lang)
    return replace(page_, notes=list(_left_out(sheet, lang)))


def _left_out(sheet: Sheet, lang: str) -> Iterator[str]:
    """What a page for people leaves out."""
    for kind, told, most in (("fates", sheet.fates, FATES), ("measures", sheet.measures, MEASURES)):
        if len(told) > most:
            yield f"{label(kind, lang)}: {most} {label('of', lang)} {len(told)} ({label('all of them', lang)})"


def _followed(fates: Sequence[Fate]) -> list[Fate]:
    """The undertakings that a page shows: those whose status was told, then the newest."""
    return sorted(fates, key=lambda f: f.status is None)[:FATES]


def _telling(measures: Sequence[Measure]) -> list[Measure]:
    """The measures that a page shows: those with disagreements, then those with several figures, then the newest."""
    return sorted(measures, key=lambda m: (not m.disagreements, len(m.figures) < 2))[:MEASURES]


def paged(title: str, sections: Iterable[Section], sources: Sources, lang: str) -> Digest:
    """A page of sections that are not empty, the sources last."""
    return Digest(title, "", [s for s in (*sections, sources.section(lang)) if s.lines], [])


def record_line(told: Told, sources: Sources, lang: str) -> Line:
    """A record with its day and kind, its words and its source."""
    line = told.line(lang)
    head = (Run(told.day or label("undated", lang), "dim"), Run(f" {label(ONE[told.kind], lang)}", "value"))
    gap = (Run(" · "),) if line.head and line.runs else ()
    return Line(head, (*line.head, *gap, *line.runs, *marks(told, lang), *reference(told, sources)))


def marks(told: Told, lang: str) -> tuple[Run, ...]:
    """What a reader must know before trusting a record: that it is doubtful, corrected, made by hand."""
    words = [label(told.status, lang)] if told.status != "shown" else []
    words += [label("by hand", lang)] if told.made_by != "read" else []
    again = (Run(f" ×{told.again + 1}", "dim"),) if told.again else ()
    return (*again, *(Run(f" [{w}]", "warn") for w in words))


def reference(told: Told, sources: Sources) -> tuple[Run, ...]:
    return (Run(f" {told.id[:SHORT]} ", "dim"), sources.note(told.source))


def measure_lines(measure: Measure, sources: Sources, lang: str) -> Iterator[Line]:
    """A measure, then its figures, oldest first; those that cannot both be true name each other."""
    against: dict[str, list[str]] = {}
    for one, other in measure.disagreements:
        against.setdefault(one, []).append(other)
        against.setdefault(other, []).append(one)
    yield Line((), (Run(measure.words, "name"),))
    for figure in measure.figures:
        line = figure.line(lang)
        parted = [Run(f" ≠ {label('disagrees', lang)} {', '.join(i[:SHORT] for i in against[figure.id])}", "warn")] if figure.id in against else []
        when = (Run(f" ({figure.edtf})", "dim"),) if figure.edtf else ()
        runs = (*line.head, Run(" · "), *line.runs, *when, *parted, *marks(figure, lang), *reference(figure, sources))
        yield Line((Run(figure.day or label("undated", lang), "dim"),), runs)


def fate_line(fate: Fate, sources: Sources, lang: str) -> Line:
    """An undertaking, and each turn it took with its day and source."""
    runs = [Run(fate.words, "name"), Run(f" · {', '.join(fate.parties)}" if fate.parties else "", "dim"), Run(": ")]
    for n, step in enumerate(fate.turns()):
        status = step.body["status"]
        runs += [Run(" → ")] if n else []
        runs += [Run(label(status, lang) if status else label("mentioned", lang), "value"), Run(f" {step.day or label('undated', lang)}")]
        runs += reference(step, sources)
    return Line((Run(label(fate.kind, lang), "value"),), tuple(runs))


def share_line(share: Share, lang: str) -> Line:
    said = f"{share.statements} {label('statements said', lang)}, {share.words} {label('words said', lang)}"
    days = f" · {share.first[:10]} – {share.last[:10]}" if share.first != share.last else f" · {share.last[:10]}"
    name = state_name(share.name, lang) if share.name == share.state else share.name
    return Line((Run(share.state or "–", "value"),), (Run(name, "name"), Run(f" · {said}"), Run(days if share.last else "", "dim")))


def record_lines(told: Sequence[Told], sources: Sources, lang: str) -> list[Line]:
    return [record_line(t, sources, lang) for t in told]


def fates_page(fates: Sequence[Fate], lang: str) -> Digest:
    """Undertakings and what became of them."""
    sources = Sources()
    lines = [fate_line(fate, sources, lang) for fate in fates]
    return paged(label("fates", lang), [Section("fates", f"{label('fates', lang)} ({len(lines)})", lines)], sources, lang)


def portrait_page(portrait: Portrait, lang: str) -> Digest:
    """The page of a person or body."""
    sources, actor = Sources(), portrait.actor
    partners = ", ".join(f"{state_name(code, lang)} {n}" for code, n in portrait.partners.items())
    others = [Line((Run(o.name, "name"),), (Run(f"{o.state or '–'} · {o.mentions}", "dim"),)) for o in portrait.others]
    sections = [
        Section("offices", label("offices", lang), [_held(h, sources, lang) for h in portrait.offices]),
        Section("called", label("called", lang), [Line((), (Run(" · ".join(portrait.forms)),))]),
        Section("states", label("states", lang), [Line((), (Run(partners),))] if partners else []),
        Section("statements", label("statements", lang), record_lines(portrait.said, sources, lang)),
        Section("others", label("others", lang), others),
    ]
    title = f"{actor.name} · {state_name(actor.state, lang)}" if actor.state else actor.name
    return paged(f"{title}  [{actor.key}]", sections, sources, lang)


def _held(held: Held, sources: Sources, lang: str) -> Line:
    days = f"{held.first or label('undated', lang)} – {held.last}" if held.first != held.last else held.first or label("undated", lang)
    whose = f" · {state_name(held.state, lang)}" if held.state else ""
    runs = (Run(held.office, "name"), Run(whose), Run(f" · {held.articles} {label('articles', lang)} ", "dim"), sources.note(held.source))
    return Line((Run(days, "dim"),), (*runs, *(() if held.latest == held.source else (Run(" "), sources.note(held.latest)))))


def news_page(news: News, lang: str) -> Digest:
    """The digest of some days."""
    sources = Sources()
    pairs = [Line((Run(f"{a}–{b}", "value"),), (Run(f"{state_name(a, lang)} – {state_name(b, lang)} · {n}"),)) for a, b, n in news.pairs]
    sections = [
        Section("relation", label("new pairs", lang), pairs),
        Section("meetings", label("meetings", lang), record_lines(news.meetings, sources, lang)),
        Section("fates", label("fates", lang), [fate_line(f, sources, lang) for f in news.fates]),
        Section("measures", label("measures", lang), [line for m in news.measures for line in measure_lines(m, sources, lang)]),
    ]
    days = f"{news.since} – {news.until}" if news.until else f"{news.since} –"
    return paged(f"{days} · {news.articles} {label('articles', lang)}", sections, sources, lang)


def shown_page(shown: Shown, lang: str) -> Digest:
    """One record in full."""
    sources, told = Sources(), shown.told
    text, span, context = shown.text, shown.span, shown.context
    before, after = ("…" if context.start else ""), ("…" if context.end < len(text) else "")
    parts = (
        Run(before + _flat(text[context.start : span.start]), "dim"), Run(_flat(text[span.start : span.end]), "quote"),
        Run(_flat(text[span.end : context.end]) + after, "dim"),
    )  # fmt: skip
    history = [Line((Run(at[:10], "dim"),), (Run(f"tutanak {engine} · {pack}"),)) for engine, pack, at in shown.readings]
    history += [_review(r) for r in shown.reviews]
    sections = [
        Section("record", label("record", lang), [record_line(told, sources, lang)]),
        Section("text", f"{label('context', lang)} [{span.start}, {span.end})", [Line((), parts)]),
        Section("proofs", f"{label('proofs', lang)} · {told.rule} · {told.confidence:.2f}", [_claim(c) for c in shown.claims]),
        Section("history", label("history", lang), history),
        Section("kin", label("replaced", lang), record_lines(shown.kin, sources, lang)),
    ]
    return paged(told.id, sections, sources, lang)


def _claim(claim: Claim) -> Line:
    words = " + ".join(f"“{w}”" for w in claim.words)
    return Line((Run(claim.field, "dim"),), (Run(claim.value, "value"), Run(f" · {claim.how}: {words}" if words else f" · {claim.how}"),
                                             Run(f" · {claim.rule}", "dim")))  # fmt: skip


def _review(review: Review) -> Line:
    why = f" · {review.why}" if review.why else ""
    change = f" · {review.change}" if review.change else ""
    return Line((Run(review.at[:10], "dim"),), (Run(review.verdict, "value"), Run(f" · {review.reviewer}{why}{change}")))


def _flat(words: str) -> str:
    return words.replace("\n", " ").replace("\r", " ")


def hits_page(question: str, hits: Sequence[Hit], lang: str) -> Digest:
    """What a search found, the hits marked."""
    lines = [Line((Run((hit.published or label("undated", lang))[:10], "dim"),), tuple(_hit(hit))) for hit in hits]
    return Digest(f"{question} · {len(lines)}", "", [Section("hits", label("hits" if lines else "no hits", lang), lines)], [])


def _hit(hit: Hit) -> Iterator[Run]:
    told = ", ".join(part for part in (hit.title, hit.outlet, hit.url) if part) or hit.sha256[:12]
    yield Run(told, "name")
    yield Run("\n")
    place = hit.around.start
    for span in (s for s in hit.spans if hit.around.holds(s)):
        if span.start >= place:
            yield Run(_flat(hit.text[place : span.start]))
            yield Run(_flat(span.of(hit.text)), "value")
            place = span.end
    yield Run(_flat(hit.text[place : hit.around.end]))
    if hit.records:
        yield Run(f" {' '.join(i[:SHORT] for i in hit.records[:6])}", "dim")


def checked_page(checked: Checked, lang: str) -> Digest:
    """What the ledger says to a claim."""
    sources = Sources()
    title = label("same measure", lang)
    sections = [Section("measures", f"{title}: {c.words}", [_beside(h, sources, lang) for h in c.beside]) for c in checked.figures]
    sections.append(Section("hits", label("same words", lang), [
        Line((Run((hit.published or label("undated", lang))[:10], "dim"),), tuple(_hit(hit))) for hit in checked.said
    ]))  # fmt: skip
    sections.append(Section("phrases", label("search phrases", lang), [Line((), (Run(phrase),)) for phrase in checked.phrases]))
    pair = f"{'–'.join(checked.pair)} · " if checked.pair else ""
    return paged(f"{pair}{checked.claim}", sections, sources, lang)


def _beside(held: Beside, sources: Sources, lang: str) -> Line:
    line = record_line(held.figure, sources, lang)
    return Line((Run(label(held.verdict, lang), "value" if held.verdict == "agrees" else "warn"),), (Run(f"{held.figure.day} "), *line.runs))
