"""When something was said or done, where the words of its own clause tell ("X, dün yaptığı açıklamada, …", "Y'yi 3 Mayıs'ta vurdu")."""

from __future__ import annotations

from typing import Final

from tutanak.languages import word_list
from tutanak.mentions.model import Mentions, When, proven
from tutanak.records.model import Act, Meeting, Record, Statement
from tutanak.records.voices import Ranges, is_setting, makes_text, verb_behind
from tutanak.text.layout import Layout

NEAR: Final = 600  # characters from a time to a quotation that stands between it and its verb
AROUND: Final = word_list("dates", "around")


def of_statements(layout: Layout, mentions: Mentions, statements: list[Statement]) -> None:
    """Note when the statements were made."""
    said: dict[int, list[Statement]] = {}
    for statement in statements:
        if statement.cue is not None and not statement.heading:
            said.setdefault(layout.tokens[layout.token_at(statement.cue.start)].sentence, []).append(statement)
    for when in mentions.whens:
        told = said.get(layout.tokens[when.first].sentence) if is_day(layout, when) else None
        if told:
            settle(layout, when, told)


def settle(layout: Layout, when: When, told: list[Statement]) -> None:
    """Give the time to those of a sentence's statements whose cue it goes with, or whose text was made then."""
    ranges = ranges_of(layout, told)
    verb = verb_behind(layout, when.first, when.last, ranges)
    made = is_of_text(layout, when) or (verb >= 0 and makes_text(layout, verb))
    for statement, content in zip(told, ranges, strict=True):
        cue = statement.cue
        if cue is None or statement.when is not None or content[0] <= when.first < content[1]:
            continue
        own = cue.start <= layout.tokens[verb].start < cue.end if verb >= 0 else False
        if (own and when.last != content[0]) or (made and layout.tokens[when.first].end <= cue.start and is_own_text(layout, statement, verb)):
            note(statement, when)


def is_own_text(layout: Layout, statement: Statement, verb: int) -> bool:
    """Is the text that of its speaker, who is not named behind it ("Y'nin dün yaptığı açıklamayı değerlendiren | X")?"""
    spans = statement.proof["speaker"].spans if "speaker" in statement.proof else ()
    return verb < 0 or not any(span.start > layout.tokens[verb].end for span in spans)


def of_acts(layout: Layout, mentions: Mentions, acts: list[Act], statements: list[Statement], met: list[Meeting]) -> None:
    """Note when the deeds were done: as the meeting that one is, else as its clause says."""
    days = {meeting.evidence: meeting.when for meeting in met}
    waiting: dict[int, list[Act]] = {}
    for act in acts:
        if (day := days.get(act.evidence)) is not None:
            note(act, day)
        else:
            waiting.setdefault(layout.tokens[layout.token_at(act.evidence.start)].sentence, []).append(act)
    for when in mentions.whens:
        done = waiting.get(layout.tokens[when.first].sentence) if is_day(layout, when) else None
        if done:
            verb = verb_behind(layout, when.first, when.last, ranges_of(layout, statements_at(statements, when)))
            for act in done:
                if verb >= 0 and act.when is None and tells_deed(layout, act, verb) and not (act.layer == "done" and when.ahead):
                    note(act, when)


def statements_at(statements: list[Statement], when: When) -> list[Statement]:
    """The statements that begin behind a time, near enough to stand between it and its verb."""
    return [s for s in statements if s.mode == "direct" and when.span.end <= s.span.start < when.span.end + NEAR]


def tells_deed(layout: Layout, act: Act, verb: int) -> bool:
    """Is the verb the deed's own, or the participle right before the noun that names it ("dün düzenlediği | saldırıda")?"""
    token = layout.tokens[verb]
    if act.evidence.start <= token.start < act.evidence.end:
        return True
    first = layout.token_at(act.evidence.start)
    before = verb < first <= verb + 2 and token.form.verb_form == "participle" and token.form.case in ("", "nom")
    return before and not layout.tokens[first].form.verb_form


def ranges_of(layout: Layout, statements: list[Statement]) -> Ranges:
    return [(layout.token_at(s.span.start), layout.token_at(s.span.end)) for s in statements]


def is_day(layout: Layout, when: When) -> bool:
    """Is it a resolved day, month or year that stands by itself, and bounds nothing?"""
    if when.kind not in ("date", "period") or when.edtf is None or ".." in when.edtf:
        return False
    after = layout.tokens[when.last] if when.last < len(layout.tokens) else None
    return after is None or (after.form.pos != "ADP" and after.low not in AROUND)


def is_of_text(layout: Layout, when: When) -> bool:
    """ "dünkü | açıklamasında"."""
    after = layout.tokens[when.last] if when.last < len(layout.tokens) else None
    return after is not None and layout.tokens[when.last - 1].low.endswith(("ki", "kü")) and is_setting(after)


def note(record: Record, when: When) -> None:
    record.when = when
    record.proof["when"] = proven((when.span,), "derived", "the time of its clause")
