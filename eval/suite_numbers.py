"""Numbers, ordinals, percent, money, measures and number ranges in the shape of the outside suites."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any, Final

import suite_ranges
from suite_wide import Wide, wide
from tutanak.languages import load
from tutanak.mentions import numerals, quantities
from tutanak.mentions.numeral_marks import Stream, stream
from tutanak.mentions.numeral_phrases import Phrases
from tutanak.mentions.numerals import LEXICON
from tutanak.mentions.quantities import Amount
from tutanak.text import lay_out

Entity = dict[str, Any]

_POWER: Final = re.compile(r"(?<![\w,.])-?\d+(?:,\d+)?(?:e[+-]?\d+|\^[+-]?\d+)(?!\w)", re.IGNORECASE)
_ENGLISH: Final = {
    "km": "kilometer", "m": "meter", "cm": "centimeter", "mm": "millimeter", "um": "micrometer", "nm": "nanometer", "pm": "picometer",
    "dm": "decimeter", "dam": "decameter", "hm": "hectometer", "mile": "mile", "inch": "inch", "foot": "foot", "yard": "yard",
    "km2": "square kilometer", "m2": "square meter", "cm2": "square centimeter", "mm2": "square millimeter", "dm2": "square decimeter",
    "dam2": "square decameter", "hm2": "square hectometer", "ha": "hectare", "dekar": "decare", "acre": "acre", "dönüm": "acre",
    "m3": "cubic meter", "foot3": "cubic foot", "l": "liter", "ml": "milliliter", "cl": "centiliter", "hl": "hectoliter", "gallon": "gallon",
    "barrel": "barrel", "kg": "kilogram", "g": "gram", "mg": "milligram", "t": "ton", "lb": "pound", "oz": "ounce", "°C": "c", "°F": "f",
    "degree": "degree", "bit": "bit", "byte": "byte", "kB": "kilobyte", "MB": "megabyte", "GB": "gigabyte", "TB": "terabyte", "Mb": "megabit",
    "Gb": "gigabit", "km/h": "kilometer per hour", "saniye": "second", "dakika": "minute", "saat": "hour", "gün": "day", "hafta": "week",
    "ay": "month", "yıl": "year", "sene": "year",
}  # fmt: skip
_TEMPERATURES: Final = ("°C", "°F", "degree")
_AGES: Final = ("gün", "hafta", "ay", "yıl", "sene")
_RELATIVE: Final = Phrases()
for _entry in load("tr").section("numerals")["relative_ordinals"]:
    _RELATIVE.add(LEXICON, _entry["says"], _entry["means"])
LEXICON.enter("yaş")


def entities(text: str, group: str, model: str) -> list[Entity]:
    """The entities of one group in a text. model: which of the suites of measures (Age, Temperature, else all others)."""
    s = stream(lay_out(text), LEXICON)
    if group == "number":
        return _numbers(text, s)
    if group == "ordinal":
        return _ordinals(s)
    if group == "numberrange":
        return suite_ranges.entities(s)
    amounts = quantities.amounts(s)
    if group == "percent":
        return [_entity(a.core_start, a.core_end, "percent", _told(a.value)) for a in amounts if a.kind == "percent"]
    if group == "money":
        return [_money(a) for a in amounts if a.kind == "money"]
    return _measures(s, amounts, model)


def _entity(start: int, end: int, kind: str, value: str, unit: str | None = None) -> Entity:
    row: Entity = {"start": start, "end": end, "kind": kind, "value": value}
    return row if unit is None else {**row, "unit": unit}


def _told(value: Decimal) -> str:
    return format(value, "f") if abs(value) > Decimal("1e-12") or value == 0 else repr(float(value))


def _numbers(text: str, s: Stream) -> list[Entity]:
    found = [_power(m) for m in _POWER.finditer(text)]
    taken = [(e["start"], e["end"]) for e in found]
    free = 0
    for i in s.numbers:
        if i < free:
            continue
        number = wide(s, i)
        if number is None:
            continue
        free = number.last
        if not any(number.start(s) < end and start < number.end(s) for start, end in taken) and _alone(s, number):
            found.append(_entity(number.start(s), number.number_end(s), "number", _told(number.value)))
    return sorted(found, key=lambda e: int(e["start"]))


def _power(match: re.Match[str]) -> Entity:
    base, sign, exponent = re.split(r"([eE^])", match.group().replace(",", "."))
    value = float(base) * 10 ** int(exponent) if sign in "eE" else (-1 if base[0] == "-" else 1) * abs(float(base)) ** int(exponent)
    return _entity(match.start(), match.end(), "number", repr(value))


def _alone(s: Stream, number: Wide) -> bool:
    """No ordinal word ("birinci") and no letters that touch it ("10.000tl")."""
    if number.mark.ending.ordinal:
        return False
    return not (s.touching(number.last) and s.at(number.last).kind in ("word", "other") and s.at(number.last - 1).role == "figure")


def _ordinals(s: Stream) -> list[Entity]:
    found: list[Entity] = []
    i = 0
    while i < len(s.pieces):
        phrase = _RELATIVE.match(s, i)
        if phrase is not None and len(phrase.words) == 1 and s.at(i).ending.case == "abl":
            phrase = None
        numeral = numerals.read(s, i) if s.at(i).role in ("digit", "ten", "hundred", "scale", "figure", "fused") else None
        if phrase is not None:
            last = i + len(phrase.words)
            found.append(
                _entity(s.start(i), s.stem_end(last - 1) if s.at(last - 1).ending.case == "acc" else s.bare_end(last - 1), "ordinal", phrase.meaning)
            )
            i = last
        elif numeral is not None and numeral.ordinal:
            found.append(_ordinal(s, i, numeral))
            i = numeral.last
        else:
            i = numeral.last if numeral is not None else i + 1
    return found


def _ordinal(s: Stream, i: int, numeral: numerals.Numeral) -> Entity:
    mark, start = numeral.mark, s.start(i)
    end = s.end(numeral.last - 1)
    if mark.ending.ordinal:
        end = s.start(numeral.last - 1) + mark.base + (1 if mark.set_off else 0) + mark.ending.ordinal_length
    if s.at(i - 1).stem == "son" and s.at(i - 1).ending.case == "abl":
        return _entity(s.start(i - 1), end, "ordinal", f"end-{numeral.value - 1}")
    return _entity(start, end, "ordinal", _told(numeral.value))


def _money(amount: Amount) -> Entity:
    end = amount.word_end if amount.word_end > amount.core_end else amount.core_end
    if amount.part:
        unit = "KURUS" if amount.part == "kuruş" else "CENT"
        return _entity(amount.core_start, end, "money", _told(amount.value * amount.parts), unit)
    return _entity(amount.core_start, end, "money", _told(amount.value), amount.unit)


def _measures(s: Stream, amounts: list[Amount], model: str) -> list[Entity]:
    if model == "AgeModel":
        return [_measure(s, a) for a in amounts if a.unit in _AGES and (a.mark.ending.lik or _compared(s, a))] + _years_old(s)
    if model == "TemperatureModel":
        return [_measure(s, a) for a in amounts if a.unit in _TEMPERATURES] + _bare_temperatures(s, amounts)
    return [_measure(s, a) for a in amounts if a.kind == "measure"]


def _compared(s: Stream, amount: Amount) -> bool:
    return amount.mark.ending.case == "abl" and s.at(amount.core_last).stem in ("daha", "küçük", "büyük")


def _measure(s: Stream, amount: Amount) -> Entity:
    start = amount.core_start
    value = amount.value
    if amount.upper is not None:
        start, value = amount.upper.start(s), amount.value_to or value
    words = s.low[start : amount.core_end]
    unit = "metric ton" if "metrik" in words else _ENGLISH.get(amount.unit, amount.unit)
    return _entity(start, max(amount.word_end, amount.core_end), "quantity", _told(value), unit)


def _years_old(s: Stream) -> list[Entity]:
    """ "29 yaşındayım"."""
    found = []
    free = 0
    for i in s.numbers:
        numeral = numerals.read(s, i) if i >= free else None
        free = numeral.last if numeral is not None else free
        if numeral is not None and s.at(numeral.last).stem == "yaş":
            found.append(_entity(numeral.start(s), s.bare_end(numeral.last), "quantity", _told(numeral.value), "year"))
    return found


def _bare_temperatures(s: Stream, amounts: list[Amount]) -> list[Entity]:
    """ "fahrenhayta çevir": a unit asked for without a value."""
    taken = {i for a in amounts for i in range(a.core_first, a.core_last)}
    units = {"santigrat": "c", "fahrenhayt": "f", "celsius": "c", "fahrenheit": "f"}
    rows = [(i, units[mark.stem]) for i, mark in enumerate(piece.mark for piece in s.pieces) if mark.stem in units and i not in taken]
    return [{"start": s.start(i), "end": s.bare_end(i), "kind": "quantity", "values": [f"|{unit}"]} for i, unit in rows]
