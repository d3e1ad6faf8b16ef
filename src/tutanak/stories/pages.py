"""Answers about stories put in the order a person reads them, as the answers of a ledger are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from tutanak.exports.digest import Digest, Line, Run, Section
from tutanak.exports.words import label
from tutanak.ledger.pages import SHORT, Sources, measure_lines, paged, record_line
from tutanak.ledger.telling import Told
from tutanak.stories.drifting import Drift
from tutanak.stories.quoting import Quotation, Variant
from tutanak.stories.telling import Member, Story
from tutanak.stories.versions import Version
from tutanak.stories.wording import Wording

SHA = 12
"""Characters of an article's sha256 that are shown; `tutanak story` takes any beginning that only one has."""


SPUN = {"spun": "spun copy", "first": "earliest", None: "earliest"}
"""Relations and wordings that have another word on pages."""


def stories_page(stories: Sequence[Story], lang: str) -> Digest:
    """A list of stories."""
    lines = [line for story in stories for line in _listed(story, lang)]
    return paged(label("stories", lang), [Section("stories", f"{label('stories', lang)} ({len(stories)})", lines)], Sources(), lang)


def _listed(story: Story, lang: str) -> Iterator[Line]:
    head = (Run(story.members[0].source.sha256[:SHA], "value"),)
    yield Line(head, (Run(story.title, "name"), Run(f" · {len(story.members)} {label('articles', lang)}", "dim")))
    for member in story.members:
        yield Line((), (Run("  "), *_member(member, lang)))


def _member(member: Member, lang: str) -> tuple[Run, ...]:
    how = label(SPUN.get(member.relation) or str(member.relation), lang)
    return (Run(how, "warn" if member.relation == "spun" else "value"), Run(f" {member.source.words}"), Run(f" {member.source.sha256[:SHA]}", "dim"))


def story_page(story: Story, lang: str) -> Digest:
    """One story in full."""
    sources = Sources()
    of = {member.source.sha256: member.source for member in story.members}
    swaps = [line for sha, found in story.swaps.items() for line in _swap_lines(sources.note(of[sha]) if sha in of else Run(sha[:SHA]), found)]
    background = [Line((), (Run(c.words), Run(f" {c.sha256[:SHA]}", "dim"))) for c in story.background]
    sections = [
        Section("articles", label("articles", lang), [Line((sources.note(m.source),), _member(m, lang)) for m in story.members]),
        Section("spin", label("spin", lang), swaps),
        Section("measures", label("measures", lang), [line for m in story.measures for line in measure_lines(m, sources, lang)]),
        Section("records", label("records", lang), [_said(first, again, sources, lang) for first, again in story.records]),
        Section("heading_drift", label("heading_drift", lang), [_drift_line(drift, sources) for drift in story.drifts]),
        Section("background", label("shares_background", lang), background),
    ]
    return paged(story.title, sections, sources, lang)


def _swap_lines(note: Run, swaps: Iterable[Wording]) -> Iterator[Line]:
    runs = [run for swap in swaps for run in (Run(swap.new, "mark"), Run(f" [{swap.old}]", "dim"), Run("; "))]
    if runs:
        yield Line((note,), tuple(runs[:-1]))


def _drift_line(drift: Drift, sources: Sources) -> Line:
    """A heading with what differs marked, the body's words behind it in brackets."""
    note = sources.note(drift.told.source)
    return Line((note,), (*_marked(drift.words, drift.differences), Run(f" ← {drift.body} "), Run(drift.told.id[:SHORT], "dim")))


def _said(first: Told, again: Sequence[Told], sources: Sources, lang: str) -> Line:
    line = record_line(first, sources, lang)
    return Line(line.head, (*line.runs, *(run for told in again for run in (Run(" "), sources.note(told.source)))))


def quotations_page(quotations: Sequence[Quotation], lang: str) -> Digest:
    """Quotations in all their wordings."""
    sources = Sources()
    sections = [
        Section("quotation", _title(q), [_wording(v, q, sources, lang) for v in q.variants]) for q in quotations
    ]  # fmt: skip
    return paged(label("quotations", lang), sections, sources, lang)


def _title(quotation: Quotation) -> str:
    told = quotation.variants[0].told
    return f"{', '.join(told.names('speaker')) or '–'}  {told.id[:SHORT]}"


def _wording(variant: Variant, quotation: Quotation, sources: Sources, lang: str) -> Line:
    told = variant.told
    full = (Run(f" {label('fullest', lang)}", "value"),) if told.id == quotation.fullest else ()
    head = (Run(told.day or label("undated", lang), "dim"), Run(f" {label(SPUN.get(variant.how) or variant.how, lang)}", "value"))
    runs = _marked(told.words, variant.differences)
    return Line(head, (*runs, *full, Run(f" {told.id[:SHORT]} ", "dim"), sources.note(told.source)))


def _marked(words: str, differences: Iterable[Wording]) -> Iterator[Run]:
    """A wording with what differs marked: words of its own stand out, those that it lacks stand in brackets."""
    at = 0
    for d in differences:
        if d.new_span.start > at:
            yield Run(words[at : d.new_span.start], "quote")
        if d.new:
            yield Run(d.new, "mark")
        if d.old:
            yield Run(f" [{d.old}]" if d.new else f"[{d.old}] ", "dim")
        at = d.new_span.end
    yield Run(words[at:], "quote")


def versions_page(versions: Sequence[Version], url: str, lang: str) -> Digest:
    """The texts of an address, each with what it changed."""
    sources = Sources()
    sections = [Section("version", _version_title(n, v, lang), list(_version_lines(v, sources, lang))) for n, v in enumerate(versions, 1)]
    return paged(url, sections, sources, lang)


def _version_title(number: int, version: Version, lang: str) -> str:
    told = " · ".join(part for part in (version.source.title, (version.source.published or version.fetched or "")[:10]) if part)
    return f"{number}. {told} ({version.kept} {label('kept', lang)})" if number > 1 else f"1. {told}"


def _version_lines(version: Version, sources: Sources, lang: str) -> Iterator[Line]:
    yield Line((sources.note(version.source),), (Run(version.source.sha256[:SHA], "dim"),))
    for name, found in (("withdrawn", version.withdrawn), ("added", version.added)):
        for told in found:
            line = record_line(told, sources, lang)
            yield Line((Run(label(name, lang), "warn"),), (*line.head, Run(" "), *line.runs))
    for was, now in version.changed:
        before, after = record_line(was, sources, lang), record_line(now, sources, lang)
        yield Line((Run(label("changed", lang), "warn"),), (*before.head, Run(" "), *before.runs, Run(" → "), *after.runs))
