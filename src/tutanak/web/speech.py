"""How pages speak: labels, days and numbers in Turkish and English, by the rules of CLDR."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache, lru_cache
from typing import Any

from babel import Locale
from babel.dates import format_date, format_skeleton
from babel.numbers import format_decimal, get_currency_name, is_currency

from tutanak.exports.words import label, state_name
from tutanak.languages import load
from tutanak.languages.rules import rules
from tutanak.text.casing import lower
from tutanak.web.wording import WORDING

LANGUAGES = ("tr", "en")
SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))


MANY = 1 << 14
"""Days, numbers and units in words that are kept, of both languages: a page has some hundreds, and the next one mostly the same."""


@cache
def _locale(lang: str) -> Locale:
    return Locale("tr") if lang == "tr" else Locale("en", "GB")


@dataclass(frozen=True)
class Speech:
    """One language of the pages: tr or en."""

    lang: str = "tr"

    @property
    def locale(self) -> Locale:
        return _locale(self.lang)

    def __call__(self, word: str, **values: Any) -> str:
        """A label; {name} in it stands for a value."""
        known = WORDING.get(word)
        told = known[self.lang == "tr"] if known else label(word, self.lang)
        return told.format(**values) if values else told

    def one(self, kind: str) -> str:
        """A kind of record in the singular."""
        return self({"meetings": "meeting", "people": "person", "organisations": "organisation"}.get(kind, kind.removesuffix("s")))

    def inside(self, words: str) -> str:
        """A label as it stands within a sentence, by the rules of its language: "Açıklamalar" → "açıklamalar"."""
        return lower(words) if self.lang == "tr" else words.lower()

    def state(self, code: str) -> str:
        """The usual name of a state; a body stands under its own."""
        return state_name(code, self.lang)

    def many(self, n: int, kind: str) -> str:
        """How many records of a kind: Turkish counts in the singular."""
        return f"{self.number(n)} {self.inside(self(kind)) if n != 1 and self.lang == 'en' else self.one(kind)}"

    def field(self, name: str) -> str:
        """A field of a record; one without a label stands for itself."""
        return self(f"field {name}") if f"field {name}" in WORDING else name.replace("_", " ")

    def topic(self, topic: str) -> str:
        return self("topic people" if topic == "people" else topic)

    def heading(self, words: str) -> str:
        """Words with a capital at their beginning, by the rules of the language."""
        first = words[:1]
        return ({"i": "İ", "ı": "I"}.get(first) or first.upper() if self.lang == "tr" else first.upper()) + words[1:]

    def pair(self, pair: tuple[str, str]) -> str:
        return " – ".join(map(self.state, pair))

    def day(self, told: str | None, *, short: bool = False) -> str:
        """An ISO day, month or year in words: "13 Ekim 2022"; what is none stays as it is."""
        return self._day(told or "", short)

    @lru_cache(MANY)  # noqa: B019
    def _day(self, told: str, short: bool) -> str:
        parts = told[:10].split("-")
        try:
            year, month, day = (*map(int, parts), 0, 0)[:3]
            return self._dated(year, month, day, short)
        except ValueError:
            return told or self("undated")

    def _dated(self, year: int, month: int, day: int, short: bool) -> str:
        if not month:
            return str(year)
        if not day:
            return str(format_skeleton("yMMM" if short else "yMMMM", date(year, month, 1), locale=self.locale))
        return format_date(date(year, month, day), "medium" if short else "long", locale=self.locale)

    def month(self, told: str) -> str:
        """The month of an ISO month in short letters: "Eki"."""
        return str(format_skeleton("MMM", date(2000, int(told[5:7]), 1), locale=self.locale))

    def period(self, edtf: str | None) -> str:
        """An EDTF period in words: "2030", "Ocak 2032 – Haziran 2032"."""
        first, slash, last = (edtf or "").partition("/")
        return f"{self.day(first, short=True)} – {self.day(last, short=True)}" if slash else self.day(first, short=True) if first else ""

    def number(self, value: Any) -> str:
        """A number with the marks of the language, all its digits kept."""
        return self._number(str(value))

    @lru_cache(MANY)  # noqa: B019
    def _number(self, told: str) -> str:
        return format_decimal(Decimal(told), format="#,##0.################", locale=self.locale)

    def count(self, n: int, word: str) -> str:
        """How many of something: "1 article", "12 articles"."""
        return f"{self.number(n)} {self(word if n != 1 else f'{word} one')}"

    def share(self, part: float) -> str:
        """A part of one as a percentage without decimals."""
        return self._percent(self.number(round(100 * part)))

    def _percent(self, told: str) -> str:
        return f"%{told}" if self.lang == "tr" else f"{told}%"

    def amount(self, value: Any, unit: str, to: Any = None) -> str:
        """A value with its unit as a person writes it: "4,5 milyar dolar", "%14"."""
        told = self.scaled(value) + (f"–{self.scaled(to)}" if to is not None else "")
        return self._percent(told) if unit == "percent" else f"{told} {self.unit(unit)}".strip()

    def scaled(self, value: Any) -> str:
        """A number with its thousands of millions in words, where that says the same."""
        exact = Decimal(str(value))
        for scale, name in SCALES:
            small = exact / scale
            if abs(exact) >= scale and small == round(small, 3):
                return f"{self.number(small.normalize())} {self(name)}"
        return self.number(exact)

    @lru_cache(MANY)  # noqa: B019
    def unit(self, unit: str) -> str:
        """A unit by name: currencies from CLDR, others from the language pack."""
        if is_currency(unit):
            return get_currency_name(unit, count=2, locale=self.locale)
        return turkish_units().get(unit, unit) if self.lang == "tr" else unit.replace("_", " ")


@cache
def turkish_units() -> dict[str, str]:
    """The Turkish names of units, as the language pack has them."""
    found: dict[str, str] = {}
    for rule in rules(load("tr")):
        if rule.section == "units" and rule.entry.get("says"):
            found.setdefault(str(rule.entry["unit"]), str(rule.entry["says"][0]))
    return found
