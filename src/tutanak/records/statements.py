"""Statements: speech, writing and posts that the article reports, direct and indirect, in text order."""

from __future__ import annotations

from typing import Final

from tutanak.mentions.model import Actor, Mentions, Proof, proven
from tutanak.records import about, addressees
from tutanak.records.descriptions import complete
from tutanak.records.headings import mark_headings
from tutanak.records.model import Statement
from tutanak.records.quoted import COLON, Direct, Found
from tutanak.records.registers import Registers
from tutanak.records.reported import ACCORDING, Indirect, Reported
from tutanak.records.reporting import Cue, cues, reporting
from tutanak.records.voices import Voice
from tutanak.spans import Span
from tutanak.text.layout import Layout, Quotation, Sentence

NO_QUOTATIONS: Final[list[Quotation]] = []
DERIVED: Final = frozenset(("subject", "head", "genitive subject", "agent", "possessor", "according", "source"))


def take(layout: Layout, mentions: Mentions) -> list[Statement]:
    """All statements of the article, in the order of their first characters."""
    registers = Registers(layout, mentions)
    direct = Direct(layout, mentions, registers)
    indirect = Indirect(layout, mentions, registers)
    statements: list[Statement] = []
    quotations = outer_quotations(layout)
    for sentence in layout.sentences:
        statements.extend(read_sentence(layout, sentence, quotations.get(sentence.index, NO_QUOTATIONS), direct, indirect, registers))
    statements.sort(key=lambda s: (s.span.start, -s.span.end))
    complete(layout, mentions, statements)
    mark_headings(layout, statements)
    addressees.fill(layout, mentions, statements)
    about.fill(layout, mentions, statements)
    return statements


def outer_quotations(layout: Layout) -> dict[int, list[Quotation]]:
    """Sentence index -> the quotations that stand in it, outside other quotations."""
    found: dict[int, list[Quotation]] = {}
    for quotation in layout.quotations:
        if quotation.parent < 0 and quotation.last > quotation.first:
            found.setdefault(layout.tokens[quotation.first].sentence, []).append(quotation)
    return found


def read_sentence(
    layout: Layout, sentence: Sentence, quotations: list[Quotation], direct: Direct, indirect: Indirect, registers: Registers
) -> list[Statement]:
    if sentence.start < direct.speech_end and direct.speech_end >= sentence.end:
        return []
    found = cues(layout, sentence.first, sentence.last)
    if not found and not quotations and direct.pending is None and not layout.bearing_among(COLON, sentence.first, sentence.last):
        direct.close(sentence, quotations, found)
        if layout.bearing_among(ACCORDING, sentence.first, sentence.last) or layout.bearing_among(reporting().owned, sentence.first, sentence.last):
            owned = indirect.take(sentence, found, set())
            for told in (r for r in owned if r.how != "counted"):
                registers.informed(told.speaker, sentence)
                registers.spoke(told.speaker, sentence, False)
            return [indirect_statement(r) for r in owned]
        return []
    spoken = direct.take(sentence, quotations, found)
    used = {f.cue.predicate.head for f in spoken if f.cue is not None and f.how == "cue after"}
    unmarked = [f.span for f in spoken if f.how == "without marks"]  # what is reported within a speech is a part of it
    reported = [r for r in indirect.take(sentence, found, used) if not any(span.holds(r.span) for span in unmarked)]
    note_speakers(sentence, spoken, reported, registers)
    return [direct_statement(layout, f) for f in spoken] + [indirect_statement(r) for r in reported]


def note_speakers(sentence: Sentence, spoken: list[Found], reported: list[Reported], registers: Registers) -> None:
    if not spoken and not reported:
        return
    everyone: list[Found | Reported] = [*(r for r in reported if r.how != "counted"), *spoken]
    if len(everyone) > 1:
        everyone.sort(key=lambda found: found.speaker.how != "according")  # "X'in haberine göre Y, …-diğini söyledi": Y goes on
    for found in everyone:
        cue: Cue | None = found.cue
        registers.informed(found.speaker, sentence)
        if found.how != "embedded":
            registers.spoke(found.speaker, sentence, cue is not None and cue.predicate.passive)


def speaker_proof(speaker: Voice) -> Proof:
    return proven(speaker.spans, "derived" if speaker.how in DERIVED else "inferred", speaker.how)


def direct_statement(layout: Layout, found: Found) -> Statement:
    cue = found.cue.span(layout) if found.cue is not None else None
    rule = found.cue.predicate.frame.rule if found.cue is not None else f"tr/quotation:{found.how}"
    made = statement("direct", found.span, found.speaker, cue, found.confidence, rule, found.how)
    made.heading = found.how == "heading"
    return made


def indirect_statement(found: Reported) -> Statement:
    return statement("indirect", found.span, found.speaker, found.cue_span, found.confidence, found.rule, found.how)


def statement(mode: str, span: Span, speaker: Voice, cue: Span | None, confidence: float, rule: str, how: str) -> Statement:
    """A statement with the proofs of its filled fields."""
    proof = {"content": proven((span,), "quoted", how)}
    if cue is not None:
        proof["cue"] = proven((cue,), "quoted", rule)
    if speaker:
        proof["speaker"] = speaker_proof(speaker)
    actors: tuple[Actor, ...] = speaker.actors
    reasons = (how, f"speaker: {speaker.how}")
    return Statement(mode=mode, span=span, speakers=actors, cue=cue, rule=rule, confidence=round(confidence, 3), reasons=reasons, proof=proof)
