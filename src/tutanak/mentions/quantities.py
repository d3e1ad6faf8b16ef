"""Amounts: a number with its unit, bound and range ("yüzde 7'den fazla", "4,5 milyar dolar", "10-15 bin kişi").

`find(layout)` gives every quantity of the text in order; whether one states a fact is the figure record's business
(records/figures.py): numbers within dates and names are found here too.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from mypy_extensions import mypyc_attr

from tutanak.languages import load
from tutanak.mentions import numerals, quantity_units
from tutanak.mentions.model import Quantity
from tutanak.mentions.numeral_marks import BARE_MARK, NUMBER, Mark, Stream, told
from tutanak.mentions.numeral_phrases import Phrase, Phrases
from tutanak.mentions.numerals import LEXICON, Numeral
from tutanak.mentions.quantity_units import Found
from tutanak.spans import stretch
from tutanak.text.layout import Layout

_PACK: Final = load("tr").section("quantities")
_PERCENT: Final = {entry["says"]: Decimal(entry["parts"]) for entry in _PACK["percent"]}
_BEFORE: Final = Phrases()
_AFTER: Final[dict[str, Phrases]] = {}
_CLOSERS: Final = Phrases()
_JOINERS: Final = {entry["says"]: bool(entry.get("closed")) for entry in _PACK["ranges"]}
_DASHES: Final = frozenset(_PACK["dashes"])
_BEHIND: Final = "geride"  # "8 milyar doları geride bıraktı"
_PARTICIPLES: Final = {(entry["says"], entry["case"]): (str(entry["bound"]), str(entry["negated"])) for entry in _PACK["participles"]}
_PLACED: Final = {entry["says"]: str(entry["bound"]) for entry in _PACK["placed"]}
_AGREED: Final = frozenset(_PACK["agreed"])
_PASSED: Final = frozenset(_PACK["passed"])
_PLURALS: Final = tuple(f"l{a}r{end}" for a in "ae" for end in ("", "ı", "i", "a", "e", "ın", "in", "dan", "den", "la", "le"))
_HUNDRED: Final = Decimal(100)
_ONE: Final = Decimal(1)
_WITH: Final = "ile"
_OPENERS: Final = ('"', "“", "(", "‘", "'")
_LIKE_ONE: Final = frozenset(_PACK["like_one"])
_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_HALF: Final = _PACK["half"][0]
_PLACES: Final = 10  # of a fraction without end


def _enter() -> None:
    LEXICON.enter(_HALF["says"], NUMBER)
    for says in (*_HALF["behind"], *_HALF["before"]):
        LEXICON.enter(says)
    for says in (*_PERCENT, *_JOINERS):
        if says[0].isalnum():
            LEXICON.enter(says)
    for entry in _PACK["before"]:
        _BEFORE.add(LEXICON, entry["says"], entry["bound"])
    for entry in _PACK["after"]:
        _AFTER.setdefault(entry["case"], Phrases()).add(LEXICON, entry["says"], entry["bound"])
    for says in _PACK["closers"]:
        _CLOSERS.add(LEXICON, says, "")


_enter()


@mypyc_attr(acyclic=True)
class Amount:
    """A quantity while it is put together: pieces [first, last) with bounds, [core_first, core_last) without.

    start, end: offsets with bound words; core_start, core_end: without; word_end: the core with its case ending.
    mark: the last piece of the core (its ending is the amount's case). numeral: the first number, upper: a range's second.
    part, parts: of a currency ("sent", 100), where the amount is told in it alone.
    """

    __slots__ = (
        "assumed", "bound", "core_end", "core_first", "core_last", "core_start", "end", "first", "kind", "last", "mark", "numeral", "part", "parts",
        "start", "ucum", "unit", "upper", "value", "value_to", "word_end",
    )  # fmt: skip

    def __init__(self, s: Stream, numeral: Numeral) -> None:
        self.numeral = numeral
        self.first = self.core_first = numeral.first
        self.last = self.core_last = numeral.last
        self.start = self.core_start = numeral.start(s)
        self.end = self.core_end = numeral.stem_end(s)
        self.word_end = numeral.end(s)
        self.value = numeral.value
        self.value_to: Decimal | None = None
        self.unit = ""
        self.ucum: str | None = None
        self.kind = "ordinal" if numeral.ordinal else "number"
        self.bound = "exact"
        self.mark = numeral.mark
        self.assumed: list[str] = []
        self.part = ""
        self.parts = _ONE
        self.upper: Numeral | None = None

    def reach(self, s: Stream, last: int, core_end: int, mark: Mark) -> None:
        """Let the core end with piece last-1, at offset core_end."""
        self.core_last = self.last = last
        self.core_end = self.end = core_end
        self.word_end = s.bare_end(last - 1)
        self.mark = mark

    def begin(self, s: Stream, first: int) -> None:
        """Let the core begin with piece `first`."""
        self.core_first = self.first = first
        self.core_start = self.start = s.start(first)


def amounts(s: Stream) -> list[Amount]:
    """All amounts of a stream in order, none overlapping."""
    found: list[Amount] = []
    free = 0
    for i in s.numbers:
        if i < free or (s.at(i + 1).role == "figure" and s.at(i + 2).stem == "/" and quantity_units.behind(s, i + 4) is not None):
            continue
        amount = _half(s, i, free) if s.mark(i).stem == _HALF["says"] else _amount(s, i, free)
        if amount is not None:
            if found:
                _inherit(found[-1], amount)
            free = amount.last
            if found and _spans(s, found[-1], amount):
                free = _until(s, found[-1], amount, BARE_MARK)
            elif found and (_either(s, found[-1], amount) or _between(s, found[-1], amount)):
                free = _until(s, found[-1], amount, amount.mark)
            else:
                found.append(amount)
    return found


def _amount(s: Stream, i: int, free: int) -> Amount | None:
    if s.mark(i).role == "sign":
        return None
    numeral = numerals.read(s, i)
    if numeral is None or _is_union(s, numeral):
        return None
    amount = Amount(s, numeral)
    if not numeral.ordinal:
        _percent(s, amount, free)
        _range(s, amount)
        _slashed(s, amount, free)
        _unit(s, amount, free)
        _fraction_of(s, amount)
    _signed(s, amount, free)
    _bounds(s, amount, free)
    if amount.kind == "number" and amount.bound == "exact" and amount.value_to is None and not numerals.usable(s, numeral):
        return None
    return amount


def _is_union(s: Stream, numeral: Numeral) -> bool:
    """ "ülkenin [birliği]", "[birim] fiyatı": words of their own that begin like a number; no "birimiz", "birlikte"."""
    mark, form = numeral.mark, s.tokens[numeral.first].form
    return mark.stem == "bir" and numeral.last - numeral.first == 1 and form.pos == "NOUN" and form.lemma in _LIKE_ONE


def _half(s: Stream, i: int, free: int) -> Amount | None:
    """ "nüfusun yarısı", "yarı yarıya azaldı"; not "gece yarısı", "ikinci yarısı", "yarısı kadar"."""
    mark, before = s.mark(i), s.at(i - 1)
    amount = Amount(s, Numeral(i, i + 1, Decimal(_HALF["percent"]), mark))
    amount.unit = "percent"
    if not mark.ending.length and s.at(i + 1).stem == mark.stem and s.at(i + 1).ending.case == "dat":
        amount.reach(s, i + 2, s.end(i + 1), BARE_MARK)
        amount.kind, amount.bound = "percent", "about"
        return amount
    told = before.kind == "break" or before.stem in _HALF["behind"] or before.ending.ordinal or s.at(i + 1).stem in _HALF["before"]
    if not (mark.ending.own and mark.ending.length > 1) or told:
        return None
    amount.kind = "share"
    amount.reach(s, i + 1, s.start(i) + mark.base + mark.ending.case_at, mark)
    _bounds(s, amount, free)
    return amount


def _signed(s: Stream, amount: Amount, free: int) -> None:
    sign = numerals.negative(s, amount.core_first)
    if sign >= free and sign >= 0 and (s.mark(sign).role == "sign" or amount.unit in ("°C", "°F", "degree")):
        amount.value = -amount.value
        amount.begin(s, sign)


def _percent(s: Stream, amount: Amount, free: int) -> None:
    """ "yüzde 14", "%14,5", "14%"."""
    before = amount.core_first - 1
    parts = _PERCENT.get(s.at(before).stem) if before >= free else None
    if parts is not None and s.start(amount.core_first) - s.end(before) <= 1:
        amount.begin(s, before)
    else:
        parts = _PERCENT.get(s.at(amount.core_last).stem) if s.touching(amount.core_last) else None
        if parts is None or s.at(amount.core_last).stem != "%":
            return
        amount.reach(s, amount.core_last + 1, s.end(amount.core_last), s.at(amount.core_last))
    amount.value /= parts
    amount.unit, amount.kind = "percent", "percent"


def _range(s: Stream, amount: Amount) -> None:
    """ "10-15 bin", "5 ila 7", "yüzde 3 ile 5 arasında": the second number lends the first its scale."""
    joint = s.at(amount.core_last)
    dashed = joint.stem in _DASHES and joint.kind == "sign"
    closed = _JOINERS.get(joint.stem)
    if (not dashed and closed is None) or amount.numeral.mark.ending.length or amount.value < 0:
        return
    second = amount.core_last + 1
    if s.at(second).stem in _PERCENT and amount.kind == "percent":
        second += 1
    upper = numerals.read(s, second)
    if upper is None or upper.ordinal or (dashed and not _dash_joins(s, amount, upper)):
        return
    lower, value_to = _lent(amount, upper)
    if lower >= value_to or (closed and not _is_closed(s, upper) and not (joint.stem == _WITH and _is_from_to(s, amount, upper))):
        return
    amount.value, amount.value_to, amount.bound, amount.upper = lower, value_to, "range", upper
    amount.reach(s, upper.last, upper.stem_end(s), upper.mark)


def _slashed(s: Stream, amount: Amount, free: int) -> None:
    """ "1/4 mil", "10 1/2 mil": a broken figure, where a unit stands behind it."""
    at = amount.core_last
    below = s.at(at + 1)
    if s.at(at).stem != "/" or not (s.touching(at) and s.touching(at + 1)) or not amount.numeral.plain or below.role != "figure" or not below.value:
        return
    if quantity_units.behind(s, at + 2) is None or amount.value >= 100 or below.value >= 100:
        return
    amount.value /= below.value
    amount.reach(s, at + 2, s.stem_end(at + 1), below)
    whole = s.at(amount.core_first - 1)
    if amount.core_first - 1 >= free and whole.role == "figure" and whole.value is not None and not s.touching(amount.core_first):
        amount.value += whole.value
        amount.begin(s, amount.core_first - 1)


def _dash_joins(s: Stream, amount: Amount, upper: Numeral) -> bool:
    """No phone number, no score of a match, no date: "1111-2222-3333"."""
    before, after = amount.core_first - 1, upper.last
    if s.at(before).stem in _DASHES or (s.at(after).stem in _DASHES and s.touching(after)):
        return False
    begins, touches = s.at(before).kind == "break", s.touching(amount.core_last)
    return touches == s.touching(amount.core_last + 1) or (touches and not begins and s.start(amount.core_last + 1) - s.end(amount.core_last) == 1)


def _lent(amount: Amount, upper: Numeral) -> tuple[Decimal, Decimal]:
    lower, value_to = amount.value, upper.value
    if amount.numeral.last - amount.numeral.first == 1 and lower < 1000 <= value_to and upper.last - upper.first > 1:
        scale = Decimal(1000)
        while scale * 1000 <= value_to:
            scale *= 1000
        if lower * scale < value_to:
            lower *= scale
    return lower, value_to


def _is_from_to(s: Stream, amount: Amount, upper: Numeral) -> bool:
    """ "20 ile 40 daire": two bare figures beside each other, what they count behind the second; no scores ("72-68 ile 80"), no years, no lists."""
    before, figures = s.at(amount.core_first - 1), amount.numeral.figures and upper.figures
    apart = before.kind == "break" or (before.kind == "sign" and before.stem not in _OPENERS) or before.counts
    if amount.kind != "number" or not figures or apart or amount.numeral.mark.digits.startswith("0") or upper.mark.ending.length:
        return False
    years = upper.plain and upper.mark.digits.isdigit() and _FIRST_YEAR <= upper.value <= _LAST_YEAR
    return not years and s.at(upper.last).kind not in ("break", "sign")


def _is_closed(s: Stream, upper: Numeral) -> bool:
    """Does "arasında" stand behind the second number, with its unit between them?"""
    unit = quantity_units.behind(s, upper.last)
    at = unit.last if unit else upper.last
    for j in range(at, at + 3):
        if _CLOSERS.match(s, j) is not None:
            return True
        if s.at(j).kind != "other":
            return False
    return False


def _unit(s: Stream, amount: Amount, free: int) -> None:
    """The unit behind the number, or the currency sign before it."""
    if amount.kind == "percent" and not amount.numeral.mark.ending.length and s.at(amount.core_last).stem == "puan":
        points = quantity_units.behind(s, amount.core_last)
        if points is not None and _near(s, amount.core_last):
            _measure(s, amount, points)  # "yüzde 0,2 puan"
        return
    if amount.kind == "percent" or amount.numeral.mark.ending.length:
        return
    unit = quantity_units.behind(s, amount.core_last)
    if unit is None and s.at(amount.core_last).stem == "-" and s.touching(amount.core_last) and s.touching(amount.core_last + 1):
        unit = quantity_units.behind(s, amount.core_last + 1)  # "16-bit"
        unit = unit if unit is not None and unit.unit.kind == "measure" else None
    if unit is None and s.at(amount.core_last).stem == "küsur":
        unit = quantity_units.behind(s, amount.core_last + 1)  # "18 bin küsur dolar"
        amount.bound = "over" if unit is not None else amount.bound
    if unit is not None and _near(s, amount.core_last):
        _measure(s, amount, unit)
        return
    sign = quantity_units.before(s, amount.core_first)
    if sign is not None and sign.first >= free:
        amount.begin(s, sign.first)
        amount.unit, amount.kind = sign.unit.code, "money"
        if sign.unit.assumed:
            amount.assumed.append("currency")


def _near(s: Stream, j: int) -> bool:
    return s.start(j) - s.end(j - 1) <= 2 and "\n" not in s.low[s.end(j - 1) : s.start(j)]


def _measure(s: Stream, amount: Amount, found: Found) -> None:
    unit = found.unit
    amount.unit, amount.ucum = unit.code, unit.ucum
    amount.kind = "money" if unit.kind == "part" else unit.kind
    if unit.kind == "part":
        amount.value /= unit.parts
        if amount.value_to is not None:
            amount.value_to /= unit.parts
        amount.part, amount.parts = found.mark.stem, unit.parts
    if unit.assumed:
        amount.assumed.append("currency")
    amount.reach(s, found.last, quantity_units.end(s, found), found.mark)
    _per_hour(s, amount)
    if found.mark.ending.length:
        return
    if unit.kind == "money":
        _add_parts(s, amount)
    elif unit.kind in ("measure", "duration"):
        _add_smaller(s, amount, found)


def _add_smaller(s: Stream, amount: Amount, found: Found) -> None:
    """ "12 yıl 6 ay", "12 ton 500 kilogram"."""
    part = quantity_units.smaller(s, found, amount.core_last) if amount.value == amount.value.to_integral_value() else None
    if part is not None:
        amount.value += part[0]
        amount.reach(s, part[1].last, quantity_units.end(s, part[1]), part[1].mark)


def _per_hour(s: Stream, amount: Amount) -> None:
    """ "saatte 120 kilometre": a speed."""
    before = s.at(amount.core_first - 1)
    if amount.unit in ("km", "mile") and before.stem == "saat" and before.ending.case == "loc" and not before.ending.own:
        amount.unit, amount.ucum = ("km/h", "km/h") if amount.unit == "km" else ("mph", "[mi_i]/h")
        amount.begin(s, amount.core_first - 1)


def _add_parts(s: Stream, amount: Amount) -> None:
    """ "3 dolar 50 sent"."""
    rest = numerals.read(s, amount.core_last)
    if rest is None or rest.ordinal:
        return
    part = quantity_units.behind(s, rest.last)
    if part is None or part.unit.kind != "part":
        return
    amount.value += rest.value / part.unit.parts
    amount.reach(s, part.last, quantity_units.end(s, part), part.mark)
    if s.at(part.last).role in ("digit", "figure"):
        _add_parts(s, amount)


def _fraction_of(s: Stream, amount: Amount) -> None:
    """ "üçte biri", "4'te 3'ü": a share, in percent."""
    mark = amount.numeral.mark
    if amount.kind != "number" or mark.ending.case != "loc" or mark.ending.own or not 2 <= amount.value <= 20 or amount.value % 1:
        return
    part = numerals.read(s, amount.core_last)
    if part is None or part.value >= amount.value or part.ordinal or (part.figures and not part.mark.ending.own):
        return
    amount.value = part.value * _HUNDRED / amount.value
    amount.unit, amount.kind = "percent", "share"
    amount.reach(s, part.last, part.end(s), part.mark)


def _bounds(s: Stream, amount: Amount, free: int) -> None:
    """The words that bound it, before and behind."""
    phrase = _BEFORE.match_before(s, amount.core_first)
    if phrase is not None and amount.core_first - len(phrase.words) >= free:
        amount.first = amount.core_first - len(phrase.words)
        amount.start = s.start(amount.first)
        amount.bound = _bound(amount, phrase.meaning)
    if amount.kind == "ordinal":
        return
    ending = amount.mark.ending
    phrases = _AFTER.get("acc" if ending.case == "nom" and ending.own else ending.case)
    behind = phrases.match(s, amount.core_last) if phrases is not None and not ending.lik and not _pronoun(s, amount) else None
    if behind is not None:
        _bound_behind(s, amount, behind)


def _pronoun(s: Stream, amount: Amount) -> bool:
    """ "ona yakın isimler", "onlardan fazla" are no numbers, "ona yakın isim" is: behind a number a noun stands in the singular."""
    if amount.mark.ending.plural and amount.mark.homograph and not amount.mark.set_off:
        return True
    if not amount.mark.homograph or amount.mark.set_off or amount.core_last - amount.core_first > 1 or amount.mark.stem != "on":
        return False
    place = amount.core_last + 1
    return s.low[s.start(place) : s.end(place)].endswith(_PLURALS) if place < len(s.pieces) else True


def _bound_behind(s: Stream, amount: Amount, phrase: Phrase) -> None:
    """Let the words of the phrase bound the amount: one that must have a case is whole with it ("üzerine"), another without ("yakınının")."""
    amount.bound = _bound(amount, phrase.meaning)
    amount.last = amount.core_last + len(phrase.words)
    mark = s.mark(amount.last - 1)
    amount.end = s.start(amount.last - 1) + mark.base + (mark.ending.length if phrase.cases[-1] or mark.ending.case == "loc" else 0)


def _bound(amount: Amount, bound: str) -> str:
    return "range" if amount.bound == "range" and bound == "about" else bound


def _inherit(earlier: Amount, amount: Amount) -> None:
    """ "yüzde 5'ten 7'ye", "5'ten 7 milyar dolara": of two levels side by side one may lend the other its unit."""
    if earlier.last != amount.core_first or earlier.mark.ending.case != "abl" or amount.mark.ending.case != "dat":
        return
    if amount.kind == "number" and earlier.kind in ("percent", "money", "measure"):
        amount.kind, amount.unit, amount.ucum = earlier.kind, earlier.unit, earlier.ucum
    elif earlier.kind == "number" and amount.kind in ("percent", "money", "measure"):
        earlier.kind, earlier.unit, earlier.ucum = amount.kind, amount.unit, amount.ucum
        if earlier.numeral.plain:
            earlier.value = _lent(earlier, amount.numeral)[0]


def _spans(s: Stream, earlier: Amount, amount: Amount) -> bool:
    """ "2 yıldan 6 yıla kadar", "20'den 600'e kadar": from one amount to another."""
    if earlier.last != amount.core_first or earlier.mark.ending.case != "abl" or amount.mark.ending.case != "dat" or amount.mark.ending.own:
        return False
    alike = (earlier.kind, earlier.unit) == (amount.kind, amount.unit) and earlier.kind != "ordinal" and earlier.bound == amount.bound == "exact"
    return alike and s.at(amount.last).stem == "kadar" and earlier.value < amount.value and not earlier.mark.ending.own


def _between(s: Stream, earlier: Amount, amount: Amount) -> bool:
    """ "3 bin metre ile 4 bin metre arasında", "5 milyar dolar ila 7 milyar dolar": the ends of a range, each with its unit."""
    closed = _JOINERS.get(s.at(earlier.last).stem)
    if closed is None or amount.first != earlier.last + 1 or earlier.mark.ending.length or not earlier.unit:
        return False
    alike = (earlier.kind, earlier.unit) == (amount.kind, amount.unit) and earlier.value_to is None and amount.value_to is None
    plain = earlier.bound == amount.bound == "exact" and earlier.value < amount.value
    return alike and plain and (not closed or _CLOSERS.match(s, amount.last) is not None)


def _either(s: Stream, earlier: Amount, amount: Amount) -> bool:
    """ "5 katı, 6 katı", "üç yıl, dört yıl": two amounts in a row, the second one more, tell about how much."""
    alike = (earlier.kind, earlier.unit) == (amount.kind, amount.unit) and earlier.kind in ("multiple", "duration")
    if not alike or earlier.value + 1 != amount.value or not earlier.bound == amount.bound == "exact":
        return False
    joined = s.at(earlier.last).stem == "," and amount.first == earlier.last + 1 and s.at(amount.last).stem != ","
    return joined and (earlier.mark.ending.case, earlier.mark.ending.lik) == (amount.mark.ending.case, amount.mark.ending.lik)


def _until(s: Stream, earlier: Amount, amount: Amount, mark: Mark) -> int:
    """Let the earlier amount be the whole range, with the ending of `mark`; the piece behind it."""
    earlier.value_to, earlier.bound, earlier.upper = amount.value, "range", amount.numeral
    last = amount.last + 1 if mark is BARE_MARK else amount.last
    earlier.reach(s, last, s.end(last - 1) if mark is BARE_MARK else amount.core_end, mark)
    return last


def _participle(layout: Layout, amount: Amount, s: Stream) -> None:
    """ "yüzde 30'unu aşmayan", "yüzde 40'a varan": a bound told by a participle behind the amount."""
    ending = amount.mark.ending
    if ending.case not in ("acc", "dat") or amount.bound not in ("exact", "about") or amount.last >= len(s.pieces):
        return
    place = s.token(amount.last)
    if place >= len(layout.tokens) or not layout.tokens[place].forms:
        return
    says, form = "", layout.tokens[place].form
    if layout.tokens[place].low == _BEHIND and place + 1 < len(layout.tokens) and layout.tokens[place + 1].forms:
        place, says = place + 1, _BEHIND + " "
        form = layout.tokens[place].form
    bounds = _PARTICIPLES.get((says + form.lemma, ending.case)) if form.pos == "VERB" else None
    attribute = form.verb_form == "participle" and form.suffix == "an" and form.case in ("", "nom")
    if bounds is None or (form.lemma == "var" and not attribute) or (attribute and _is_past(layout, place)):
        return
    amount.bound = bounds[1 if form.negative else 0]
    if not attribute or says:
        return
    amount.last += 1
    amount.end = layout.tokens[place].end


def _placed(layout: Layout, amount: Amount, s: Stream) -> None:
    """ "3 milyar dolar [üzerinde] yatırım": a bound without a genitive; no "fiyatın 3 dolar altında", no "3 milyar dolar üzerinde anlaştılar"."""
    if amount.kind != "money" or amount.mark.ending.length or amount.bound not in ("exact", "about") or amount.last != amount.core_last:
        return
    at, before, tokens = s.token(amount.last - 1) + 1, s.token(amount.first) - 1, layout.tokens
    bound = _PLACED.get(tokens[at].low) if at < len(tokens) else None
    if bound is None or amount.last >= len(s.pieces) or (before >= 0 and tokens[before].form.case in ("gen", "abl")):
        return
    if at + 1 < len(tokens) and tokens[at + 1].form.lemma in _AGREED:
        return
    amount.bound, amount.end, amount.last = bound, tokens[at].end, amount.last + 1


def _is_past(layout: Layout, place: int) -> bool:
    """ "geçen yıl": a time, no bound of the amount before it."""
    following = layout.tokens[place + 1] if place + 1 < len(layout.tokens) else None
    return layout.tokens[place].low == "geçen" and following is not None and following.form.lemma in _PASSED and not following.form.possessive


def find(layout: Layout) -> list[Quantity]:
    """All quantities of a text in order, bare numbers and ordinals too; they never overlap."""
    s = told(layout, LEXICON)
    found = amounts(s)
    for amount in found:
        _participle(layout, amount, s)
        _placed(layout, amount, s)
    return [_quantity(s, amount) for amount in found]


def tidy(value: Decimal) -> Decimal:
    """The number as a reader would write it: "4500000000", not "4500000000.0"; a third to ten places."""
    if value == value.to_integral_value():
        return Decimal(int(value))
    return round(value, _PLACES).normalize()


def _quantity(s: Stream, amount: Amount) -> Quantity:
    first, last = s.token(amount.first), s.token(amount.last - 1) + 1
    ending = amount.mark.ending
    core = stretch(amount.core_start, amount.core_end)
    whole = core if amount.start == amount.core_start and amount.end == amount.core_end else stretch(amount.start, amount.end)
    return Quantity(
        span=whole, core=core, first=first, last=last,
        value=_told(amount.value, amount.numeral.mark), value_to=tidy(amount.value_to) if amount.value_to is not None else None, unit=amount.unit,
        bound=amount.bound, kind=amount.kind, ucum=amount.ucum, assumed=tuple(amount.assumed),
        case=ending.case, lik=ending.lik, own=ending.own, core_last=s.token(amount.core_last - 1) + 1,
        scale=_scale(amount),
    )  # fmt: skip


def _told(value: Decimal, mark: Mark) -> Decimal:
    """The number as a reader would write it; what one word says is made tidy once."""
    if value is not mark.value:
        return tidy(value)
    if mark.tidy is None:
        mark.tidy = tidy(value)
    return mark.tidy


def _scale(amount: Amount) -> Decimal:
    """What the number counts by, by its last word: a milliard in "9 milyar dolar"."""
    mark = (amount.upper or amount.numeral).mark
    return mark.value if mark.role == "scale" and mark.value is not None else _ONE
