"""When something was said: a time right behind who says it, which is no part of what is told."""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

from tutanak.mentions.model import Mentions
from tutanak.records.grammar import PAST
from tutanak.records.reporting import Cue
from tutanak.records.subjects import own_subject
from tutanak.records.voices import Voice
from tutanak.text.layout import Layout, Token

GONE: Final = PAST | {"dün", "evvelki"}  # first words of a time before today
BARE_TIMES: Final = frozenset(("dün", "günü", "akşamı", "gecesi", "sabahı", "gece", "akşam", "sabah", "hafta", "ay", "yıl", "gün"))

BEHIND: Final = frozenset((",", "da", "de", "ise", "sabah", "akşam", "gece"))


def past_time(layout: Layout, mentions: Mentions, cue: Cue, speaker: Voice, first: int, end: int) -> int:
    """Past the time at which what [first, end) holds was said ("Dahl dün | Kenya'nın sınırı açmasını istedi"), else `first`.

    It is that of the telling where the cue looks back ("… istemişti"), where what is told lies ahead of it, or where nothing parts it from
    who says it and what is told has a subject of its own.
    """
    after = time_end(layout, mentions, first)
    if after < 0 or after + 2 > end or not cue.predicate.finite or layout.tokens[first].quote >= 0:
        return first
    told, deed = cue.predicate.form, layout.tokens[end - 1].form
    gone, set_off = layout.tokens[first].low in GONE, layout.tokens[first - 1].text == ","
    looks_back = told.tense == "evid" and told.copula == "past" and (gone or not set_off)
    ahead = gone and deed.suffix in ("acak", "ma")
    beside = gone and speaker.last == first and has_own_subject(layout, after, end)
    return after if (looks_back or ahead or beside) and not is_inside(layout, after, end) else first


def time_end(layout: Layout, mentions: Mentions, at: int) -> int:
    """The token behind the time that begins at token `at`, and behind what sets it off; -1 where none stands there by itself."""
    whens = mentions.whens
    found = bisect_left(whens, at, key=lambda when: when.first)
    if found == len(whens) or whens[found].first != at or whens[found].kind == "duration":
        return -1
    last = whens[found].last
    if not ends_in_itself(layout.tokens[last - 1]):
        return -1
    while last < len(layout.tokens) and layout.tokens[last].low in BEHIND:
        last += 1
    return last


def ends_in_itself(token: Token) -> bool:
    """Does the time end in itself, and not begin something named by it ("29 Ekim | resepsiyonuna")?"""
    return token.low in BARE_TIMES or token.form.case == "loc"


def has_own_subject(layout: Layout, first: int, end: int) -> bool:
    form = layout.tokens[own_subject(layout, first, end - 1)].form
    return form.case == "gen" and not form.verb_form


def is_inside(layout: Layout, first: int, end: int) -> bool:
    """Is the time that of a participle, before whose noun it stands ("dün | kabul edilen yasanın …-diğini")?"""
    for token in layout.tokens[first : end - 1]:
        form = token.form
        if form.case == "gen" and not form.verb_form and not form.possessive:
            return False
        if form.verb_form and form.suffix != "ma":
            return form.verb_form == "participle" and token.index + 1 < end
    return False
