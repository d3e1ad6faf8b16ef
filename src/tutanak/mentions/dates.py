"""Dates, periods and durations, resolved to EDTF against the day of publication.

`find(layout, published)` gives them in text order. Nothing is guessed from today's date: what is told relative to a
publication date that is not known keeps its form in `timex` and has neither `edtf` nor `source`.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, Final

from tutanak.mentions import date_calendar as calendar
from tutanak.mentions import date_tenses
from tutanak.mentions.date_grammar import Grammar, Time
from tutanak.mentions.model import When
from tutanak.mentions.numeral_marks import Stream, told
from tutanak.mentions.numerals import LEXICON
from tutanak.spans import MADE, stretch
from tutanak.text.layout import Layout

NEWS: Final = timedelta(days=3)  # what is older is no news
DAY: Final = timedelta(days=1)
_WHEN: Final[Any] = When


def find(layout: Layout, published: str | None) -> list[When]:
    """All times of a text; `published` is an ISO date or time, or None. They never overlap."""
    s, day = told(layout, LEXICON), _moment(published)
    found = times(s, day)
    for time in found:
        date_tenses.settle(s, time, day)
    return [_when(s, time, day) for time in found]


def times(s: Stream, reference: datetime | None, wide: bool = False) -> list[Time]:
    """All times of a stream; `wide` takes in what only a calendar's user says ("Mayıs" alone, "2017" alone)."""
    grammar = Grammar(s, reference, wide)
    found: list[Time] = []
    free = 0
    for i in s.times:
        if i < free:
            continue
        time = grammar.at(i)
        if time is not None:
            found.append(time)
            free = time.last
    return found


def _moment(published: str | None) -> datetime | None:
    if not published:
        return None
    try:
        return datetime.fromisoformat(published.replace("/", "-").replace("Z", "+00:00")).replace(tzinfo=None)
    except ValueError:
        return None


def _is_gone(time: Time, day: datetime | None) -> bool:
    end = time.stretch.end if time.stretch is not None else None
    return day is not None and end is not None and _plain(end) < day - NEWS


def _is_ahead(time: Time, day: datetime | None) -> bool:
    start = time.stretch.start if time.stretch is not None else None
    return day is not None and start is not None and _plain(start) > day + DAY


def _plain(moment: datetime) -> datetime:
    """The moment without a zone, as most have none."""
    return moment if moment.tzinfo is None else moment.replace(tzinfo=None)


def _when(s: Stream, time: Time, day: datetime | None) -> When:
    resolved = time.stretch is not None and not time.loose
    span = stretch(s.start(time.first), s.end(time.last - 1))
    source = ("published" if time.based else "text") if resolved else None
    edtf, precision = (calendar.edtf(time.stretch), time.stretch.grain) if time.stretch is not None and resolved else (None, None)
    gone, ahead = resolved and _is_gone(time, day), resolved and _is_ahead(time, day)
    fields = (span, s.token(time.first), s.token(time.last - 1) + 1, time.kind, edtf, precision, source, time.timex or None, gone, ahead)
    made: When = MADE(_WHEN, fields)  # as `proven` makes a proof
    return made
