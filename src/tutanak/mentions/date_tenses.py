"""What the words around a date say of its year: a date of no year lies ahead of what "will be" and behind what "was".

A date without a year is read as the one nearest to publication (`date_grammar`). Where the verb behind it says otherwise ("4 Eylül'de | yapılacak",
read in March), the other year is meant. What is counted from an event ("ölümünden bir gün önce") is not counted from publication.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from tutanak.languages import word_list
from tutanak.mentions import date_calendar as calendar
from tutanak.mentions.date_calendar import Stretch
from tutanak.mentions.date_grammar import Time
from tutanak.mentions.numeral_marks import Stream
from tutanak.text.layout import Form

EVENTS: Final = word_list("dates", "events")
PLANNED: Final = word_list("dates", "planned")
HELD: Final = word_list("dates", "held")
FAR: Final = timedelta(days=45)  # nearer than that, a plan may be told of a date that is over ("28 Şubat'ta yapılacağı açıklanmıştı", in March)
SOON: Final = timedelta(days=2)  # of a day after publication: its hour may be told in another zone
BEHIND: Final = 12  # words from a date to the verb that it goes with


def settle(s: Stream, time: Time, day: datetime | None) -> None:
    """Give a date of no year the year that its verb tells, and leave open what is counted from an event."""
    if time.head == "relative" and not time.loose:
        time.loose = is_after_event(s, time)
    elif day is not None and time.based and time.timex.startswith("XXXX-") and "W" not in time.timex and time.stretch is not None:
        time.stretch = told(s, time, time.stretch, day)


def is_after_event(s: Stream, time: Time) -> bool:
    """ "seçimden | üç ay önce", "ölümünden | bir gün önce"; not "kentten | iki gün önce ayrıldı", "bundan | iki gün önce"."""
    at = s.token(time.first)
    before = s.layout.tokens[at - 1] if at else None
    if (
        before is None
        or before.low == "ardından"
        or before.form.case != "abl"
        or before.base_end != before.end
        or before.sentence != s.layout.tokens[at].sentence
    ):
        return False
    form = before.form
    return form.verb_form == "verbal_noun" or (form.pos == "NOUN" and (form.possessive.startswith("3") or form.lemma in EVENTS))


def told(s: Stream, time: Time, stretch: Stretch, day: datetime) -> Stretch:
    """The stretch, or that of the year before or after where the verb behind it says so."""
    if stretch.start is None or stretch.end is None:
        return stretch
    begin, end = stretch.start.replace(tzinfo=None), stretch.end.replace(tzinfo=None)
    if begin > day + SOON and tense_behind(s, time) < 0:
        return moved(stretch, begin, end, -1)
    if end + FAR < day and tense_behind(s, time) > 0:
        return moved(stretch, begin, end, 1)
    return stretch


def moved(stretch: Stretch, begin: datetime, end: datetime, years: int) -> Stretch:
    start, stop = calendar.add(begin, years, "year"), calendar.add(end, years, "year")
    return Stretch(start, stop, stretch.grain) if start is not None and stop is not None else stretch


def tense_behind(s: Stream, time: Time) -> int:
    """1 where the first verb behind a time in the locative tells what will be, -1 where it tells what was, else 0."""
    if time.mark.ending.case != "loc" or time.mark.ending.ki:
        return 0
    tokens, at = s.layout.tokens, s.token(time.last - 1) + 1
    first = tokens[at - 1]
    for token in tokens[at : at + BEHIND]:
        if token.sentence != first.sentence or token.quote != first.quote:
            return 0
        if token.form.verb_form not in ("", "converb"):
            return tense_of(token.form)
    return 0


def tense_of(form: Form) -> int:
    """Of a clause that stands alone or before a noun; one told within another ("yapılacağını duyurdu") leaves open which of them the time is of."""
    if form.negative or form.copula or form.lemma in PLANNED:
        return 0
    if form.verb_form == "participle":
        if form.suffix == "acak":
            return 1 if form.case in ("", "nom") and not form.possessive else 0
        return -1 if form.suffix == "an" and form.passive and form.lemma not in HELD else 0
    return 0 if form.verb_form != "finite" else 1 if form.tense == "fut" else -1 if form.tense in ("past", "evid") else 0
