"""Dates as pages, feeds and tables write them, in Turkish or English, made ISO: "5 Mart 2024 Salı 10:30", "05.03.2024", RFC 822, ISO 8601.

A time in UTC is told as Istanbul's clock had it: it is from the day there that "dün" counts. What is no date gives None, never a guess.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from functools import cache

from tutanak.languages import load
from tutanak.text.casing import fold

_ENGLISH = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ASCII = str.maketrans("çğıöşüâîû", "cgiosuaiu", "\u0307")
_LONGEST = 200  # characters in which a date is looked for

_CLOCK = r"(?:\D{0,12}?\b(?P<hour>[01]?\d|2[0-3])[:.](?P<minute>[0-5]\d)(?::[0-5]\d)?\b)?"
_ZONE = r"(?:\s*(?P<zone>gmt|utc|z\b|[+-]\d\d:?\d\d))?"
_NAMED = re.compile(rf"\b(?P<day>\d{{1,2}})[\s.,/-]{{1,2}}(?P<month>[^\W\d_]{{3,9}})[\s.,/-]{{1,3}}(?P<year>\d{{4}})\b{_CLOCK}{_ZONE}")
_MONTH_FIRST = re.compile(rf"\b(?P<month>[^\W\d_]{{3,9}})\.? (?P<day>\d{{1,2}}), (?P<year>\d{{4}})\b{_CLOCK}{_ZONE}")
_NUMBERS = re.compile(rf"\b(?P<day>\d{{1,2}})(?P<mark>[./-])(?P<month>\d{{1,2}})(?P=mark)(?P<year>\d{{4}})\b{_CLOCK}{_ZONE}")
_HOURS = r"[T ]\d\d:\d\d(?::\d\d(?:[.,]\d+)?)?(?: ?(?:Z|[+-]\d\d(?::?\d\d)?))?"
_ISO = re.compile(rf"\b\d{{4}}-\d\d-\d\d(?:{_HOURS})?\b|\b(?:19|20)\d\d/\d\d/\d\d\b", re.IGNORECASE)
_IN_PATH = re.compile(r"/((?:19|20)\d\d)[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?=\D|$)")


def iso(words: str, today: datetime | None = None) -> str | None:
    """The ISO date or time that words give, the first in them; None where there is none, or none that can be (before 1900, after tomorrow)."""
    words = words[:_LONGEST].strip()
    moments = (way(words) for way in (_as_iso, _as_named, _as_numbers))
    return next((told for moment in moments if moment and (told := _told(*moment, today))), None)


def in_path(url: str, today: datetime | None = None) -> str | None:
    """The date that an address holds: /2024/03/05/, /20240305."""
    found = _IN_PATH.search(url)
    return iso("-".join(found.groups()), today) if found else None


def later(one: str, other: str) -> bool:
    """Is one ISO time after the other? A time without a zone is Istanbul's."""
    return _instant(one) > _instant(other)


def _instant(told: str) -> datetime:
    moment = datetime.fromisoformat(told)
    return moment if moment.tzinfo else moment.replace(tzinfo=_istanbul())


Moment = tuple[datetime, bool]
"""A time, and whether its hours were given."""


def _told(moment: datetime, timed: bool, today: datetime | None) -> str | None:
    latest = (today or datetime.now(UTC)).replace(tzinfo=None) + timedelta(days=2)
    if not datetime(1900, 1, 1) <= moment.replace(tzinfo=None) <= latest:
        return None
    if not timed:
        return moment.date().isoformat()
    if moment.tzinfo is not None and not moment.utcoffset():
        moment = moment.astimezone(_istanbul())
    return moment.isoformat(timespec="minutes" if not moment.second else "seconds")


@cache
def _istanbul() -> tzinfo:
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        return ZoneInfo("Europe/Istanbul")
    except ZoneInfoNotFoundError:
        return timezone(timedelta(hours=3))


def _as_iso(words: str) -> Moment | None:
    found = _ISO.search(words)
    if not found:
        return None
    told = found.group().replace("/", "-").replace(",", ".").upper()
    told = re.sub(r"(\.\d{6})\d+", r"\1", re.sub(r" (?=[+-])|(?<=\d) (?=Z)", "", told))
    try:
        return datetime.fromisoformat(told).replace(microsecond=0), len(told) > 10
    except ValueError:
        return None


def _as_named(words: str) -> Moment | None:
    for pattern in (_NAMED, _MONTH_FIRST):
        for found in pattern.finditer(_simple(words)):
            month = months().get(found["month"][:3])
            if month and (moment := _made(found, month)):
                return moment
    return None


def _as_numbers(words: str) -> Moment | None:
    found = _NUMBERS.search(_simple(words))
    return _made(found, int(found["month"])) if found else None


def _made(found: re.Match[str], month: int) -> Moment | None:
    timed = found["hour"] is not None
    try:
        moment = datetime(int(found["year"]), month, int(found["day"]), int(found["hour"] or 0), int(found["minute"] or 0))
    except ValueError:
        return None
    return moment.replace(tzinfo=_zone(found["zone"])) if timed else moment, timed


def _zone(words: str | None) -> tzinfo | None:
    if not words:
        return None
    if words[0] not in "+-":
        return UTC
    minutes = int(words[1:3]) * 60 + int(words[-2:])
    return timezone(timedelta(minutes=minutes if words[0] == "+" else -minutes)) if minutes < 1440 else None


def _simple(words: str) -> str:
    return fold(words).translate(_ASCII)


@cache
def months() -> dict[str, int]:
    """The first three letters of the months, in Turkish (the pack's) and English, without marks."""
    turkish = {_simple(entry["says"])[:3]: int(entry["value"]) for entry in load("tr").section("dates")["months"]}
    return {name: i for i, name in enumerate(_ENGLISH, 1)} | turkish
