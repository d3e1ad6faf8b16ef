"""Figures: the quantities that state a fact, with what they measure, in which period, which way, and whose they are.

The quantities come from the mentions floor; here is decided which of them count (no dates, ages, articles of law,
names), and what governs them: "İhracat geçen yıl yüzde 14, bu yıl yüzde 7'den fazla büyüdü" are two, with one measure.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import Final

from tutanak.languages import word_list
from tutanak.mentions import people_word
from tutanak.mentions.model import Actor, Mentions, Quantity, proven
from tutanak.mentions.numeral_marks import is_whole
from tutanak.records.figure_brackets import told_again
from tutanak.records.figure_changes import (
    LIST,
    PASSING,
    PLACED,
    Change,
    added,
    ahead_in_list,
    counted_level,
    drawn,
    governs,
    is_goal,
    modifies,
    shared,
    told_change,
)
from tutanak.records.figure_claims import checks, direction, owner, proofs, role
from tutanak.records.figure_clauses import first_of_clause
from tutanak.records.figure_counts import (
    compares,
    confidence_of,
    counts_behind,
    only_people,
    part_by_bound,
    part_whole,
    refers,
    refers_back,
    together,
    told_span,
    under,
    up_to,
    up_to_amount,
    with_unit,
)
from tutanak.records.figure_durations import lasting
from tutanak.records.figure_ellipsis import complete
from tutanak.records.figure_exclusions import COUNTED, clock, figurative, goes_on, in_name, is_magnitude, looks_like_year, names
from tutanak.records.figure_heads import adjective, counted, singular, term
from tutanak.records.figure_joined import first_of_list, first_of_relation
from tutanak.records.figure_nouns import (
    behind,
    changed_in,
    foreseen,
    is_argument,
    measured_before,
    measured_behind,
    noun_phrase,
    part_of,
    share_of,
    span,
    told_behind,
)
from tutanak.records.figure_numbers import labelled, number_of, numbered, reached
from tutanak.records.figure_parts import is_part, stake_in, whole_of
from tutanak.records.figure_periods import is_open, period_of
from tutanak.records.figure_rankings import follows, goes_on_ranking, ranked
from tutanak.records.figure_rates import rate_of
from tutanak.records.figure_scene import Scene
from tutanak.records.figure_words import Noun, bare, is_noun, lemma_in, possessed
from tutanak.records.model import Figure, Statement
from tutanak.spans import Span
from tutanak.text.layout import Form, Layout, Token

RULE: Final = "tr/figures:"
LENGTHS: Final = ("km", "m", "cm", "mm", "mile", "nautical mile", "foot", "yard")
SUMMED: Final = 6  # parts of one sum
INCLUDED: Final = 12  # words between a part and the "olmak üzere" behind it
SWELLS: Final = word_list("figures", "swells")
SPENT: Final = 8  # tokens behind an amount in which its verb is looked for
DAYS: Final = word_list("figures", "days")
POLL: Final = 40  # tokens around an amount in which a poll is told of
POLLS: Final = word_list("figures", "polls")
POLLED: Final = ("oy", "destek")
PERIODS: Final = word_list("figures", "periods")
NEARBY: Final = 5  # tokens of an amount and the converb that tells of it
PART: Final = 6  # words between a part and its whole
AGO: Final = ("önce", "evvel", "sonra", "boyunca", "içinde")
AGAINST: Final = ("karşısında", "karşı")
QUOTES: Final = ('"', "“", "”", "‘", "’", "'")


class Taker:
    """One article's figures in the making."""

    __slots__ = ("fallbacks", "figures", "layout", "lengths", "listed", "nouns", "owners", "pieces", "place", "scene", "words")

    def __init__(self, layout: Layout, mentions: Mentions, statements: list[Statement]) -> None:
        self.scene = Scene(layout, mentions)
        self.scene.quantities = complete(self.scene)
        self.layout = layout
        self.words = self.scene.words
        self.figures: list[Figure] = []
        self.nouns: list[Noun | None] = []  # what each figure measures or counts, beside `figures`
        self.lengths: list[bool] = []  # is it a duration, whose unit no number beside it borrows?
        self.pieces: list[int] = []  # places of the figures that are parts of what is counted
        self.place = 0  # of the quantity in question among the scene's
        self.listed: tuple[int, Noun] | None = None  # the last number of a list of names: where it ends, what it counts
        self.fallbacks: dict[int, str] = {}  # units of figures that the next of a list may replace
        self.owners = _Owners(sorted(statements, key=_start_of))

    def run(self) -> list[Figure]:
        quantities = self.scene.quantities
        changes = self._changes()
        for i, quantity in enumerate(quantities):
            self.place = i
            if self._is_article(quantity) and not is_magnitude(self.scene, quantity):
                continue  # most numbers: told before the long questions
            self._take(quantity, shared(self.scene, changes, i) or ahead_in_list(self.scene, changes, i))
        self._lend_counts()
        self._lend_measures()
        self._count_pieces()
        return [f for f in self.figures if f.unit]

    def _changes(self) -> list[Change | None]:
        """What governs each quantity; of a "bir" only a number before it would want to know, to share its verb."""
        found: list[Change | None] = []
        counting = False
        for i, quantity in enumerate(self.scene.quantities):
            article = self._is_article(quantity)
            found.append(None if article and not counting else governs(self.scene, quantity, i) or drawn(self.scene, i))
            counting = counting or (quantity.kind == "number" and not article)
        return found

    # ---- which count

    def _take(self, quantity: Quantity, change: Change | None) -> None:
        if self._is_not_even(quantity):
            quantity = quantity.again()
            quantity.bound = "under"
        if quantity.kind == "ordinal" or self._take_numbered(quantity) or names(self.scene, quantity) or in_name(self.scene, quantity):
            return
        if quantity.kind == "number" and is_magnitude(self.scene, quantity):
            noun = self._shaken(quantity)
            self._add(quantity, noun, None, "büyüklük", span(self.layout, noun) if noun is not None else None, 0.7)
        elif quantity.kind in COUNTED:
            self._take_count(quantity, change)
        elif quantity.kind == "duration":
            self._take_duration(quantity, change)
        elif quantity.kind != "multiple" or change is not None or quantity.case != "nom" or quantity.lik:
            self._take_measured(quantity, change)
        else:
            self._take_measured(quantity, None)

    def _take_numbered(self, quantity: Quantity) -> bool:
        """ "asker sayısı şöyle: Litvanya [23.000], Letonya [17.500]", "Kayıtlı seçmen: [141.479]"."""
        told = quantity.kind in COUNTED and quantity.case == "nom" and self._in_digits(quantity) and not clock(self.scene, quantity)
        noun = numbered(self.scene, quantity, self.listed) if told else None
        self.listed = (quantity.last, noun) if noun is not None else None
        noun = noun or (labelled(self.scene, quantity) if told else None)
        if noun is not None:
            self._add(quantity, noun, None, noun.lemma, None, 0.85)
        return noun is not None

    def _is_not_even(self, quantity: Quantity) -> bool:
        """ "bu sayı yüz bin [bile değil]": less than so many."""
        tokens, at = self.layout.tokens, quantity.last
        return at + 1 < len(tokens) and tokens[at].low == "bile" and tokens[at + 1].form.lemma == "değil" and quantity.bound == "exact"

    def _shaken(self, quantity: Quantity) -> Noun | None:
        """ "7,2 büyüklüğünde [deprem]", "7,2 büyüklüğünde meydana gelen [deprem]", "[Deprem] 7,2 büyüklüğünde meydana geldi"."""
        tokens, at = self.layout.tokens, quantity.last + 1
        at += at < len(tokens) and self.scene.taken[at]
        if at + 1 < len(tokens) and tokens[at].low == "meydana":
            return behind(self.layout, self.words, at + 2) if tokens[at + 1].low == "gelen" else measured_before(self.scene, quantity.first)
        return behind(self.layout, self.words, at)

    def _is_article(self, quantity: Quantity) -> bool:
        """ "bir": no count."""
        return quantity.kind == "number" and quantity.case == "nom" and quantity.value == 1 and not self._in_digits(quantity)

    def _in_digits(self, quantity: Quantity) -> bool:
        return self.layout.text[quantity.core.start].isdigit()

    def _take_count(self, quantity: Quantity, change: Change | None) -> None:
        if quantity.case == "nom" and not quantity.lik and not quantity.own and goes_on(self.scene, quantity):
            return
        if quantity.case == "dat" and up_to(self.scene, quantity):
            quantity = under(self.layout, quantity)
        if quantity.value == 1 and not self._in_digits(quantity) and not (quantity.own and self._ends_parts(quantity)):
            return  # "bir"
        if looks_like_year(self.scene, quantity) or clock(self.scene, quantity):
            return
        if quantity.value < 1 or not is_whole(quantity.value):
            self._take_level(quantity, change)  # "bu oran 4,5'e geriledi"
            return
        if self._take_part(quantity) or self._take_fold(quantity) or self._take_against(quantity):
            return
        subject = reached(self.scene, quantity) or number_of(self.scene, quantity, self._counted_earlier())
        if subject is not None:
            self._add(quantity, subject, change, subject.lemma, self._mass(quantity, subject), 0.85)
        else:
            self._take_counted(quantity, change)

    def _take_fold(self, quantity: Quantity) -> bool:
        """ "ihracatı ikiye [katladı]": so many times as large."""
        tokens, at = self.layout.tokens, quantity.last
        form = tokens[at].form if at < len(tokens) and quantity.case == "dat" and quantity.bound in ("exact", "range") else None
        if form is None or form.pos != "VERB" or form.lemma not in ("katla", "katlan"):
            return False
        noun = measured_before(self.scene, quantity.first)
        if noun is not None:
            self._add(quantity, noun, Change(at, "katla", "up", False), "kat", span(self.layout, noun), 0.85)
        return True

    def _take_against(self, quantity: Quantity) -> bool:
        """ "karar 12'ye [karşı 142 oyla] alındı": those against are counted as those for it."""
        tokens, at = self.layout.tokens, quantity.last
        if quantity.case != "dat" or at + 1 >= len(tokens) or tokens[at].low != "karşı":
            return False
        other = next((q for q in self.scene.quantities[self.place + 1 : self.place + 2] if q.first == at + 1 and q.kind in COUNTED), None)
        noun = counted(self.layout, self.words, other.last) if other is not None and other.last < len(tokens) else None
        if noun is not None:
            self._add(quantity, None, None, noun.lemma, None, 0.75)
        return noun is not None

    def _mass(self, quantity: Quantity, subject: Noun) -> Span | None:
        """ "[ülkenin nüfusu] 85 milyon", "bu sayı 80 milyona indi": what is measured though it is counted."""
        if self.nouns and self.nouns[-1] is not None and self.nouns[-1].head == subject.head:
            return self.figures[-1].measure
        told = self.layout.tokens[quantity.last - 1].form.verb_form != "participle"  # "nüfusu 300 bini aşan ada"
        return span(self.layout, subject) if told and subject.lemma in self.words.masses else None

    def _take_counted(self, quantity: Quantity, change: Change | None) -> None:
        """What stands behind the number, or, with nothing there, a level without a noun of its own."""
        tokens, at = self.layout.tokens, self._counted_from(quantity)
        if at >= len(tokens) or (quantity.lik and not is_noun(tokens[at])):
            return
        noun = counted(self.layout, self.words, at) if counts_behind(self.scene, quantity) else None
        noun = None if noun is not None and noun.lemma in ("olan", "değişen") else noun  # "kimi zaman üç olan bu düğmeler"
        if noun is None and self._take_level(quantity, change):
            return
        if noun is None:
            self._add_open(quantity, change if change is not None and (change.level or self._is_of_mass(quantity)) else None)
            return
        if refers(self.scene, quantity, noun) or self._is_since(noun) or self._take_piece(quantity, noun) or self._places(quantity, noun):
            return
        if only_people(self.scene, noun):
            self.fallbacks[len(self.figures)] = noun.lemma
        change = added(self.scene, noun) or counted_level(self.scene, quantity, noun)
        noun = together(self.scene, quantity, noun)
        quantity = with_unit(self.layout, quantity, noun)
        self._add(quantity, noun, change, term(self.layout, noun), None, confidence_of(self.scene, quantity, noun))

    def _places(self, quantity: Quantity, noun: Noun) -> bool:
        """ "3 işlem gününde", "51 seviyesine geriledi": a time in which something was, a level without a unit."""
        form = self.layout.tokens[noun.head].form
        if noun.lemma in DAYS and noun.head > quantity.last:
            return form.case in ("loc", "abl")
        if noun.lemma == "ara" and noun.head == quantity.last:
            return True  # "1990 ile 95 arasında"
        if quantity.last + 1 >= len(self.layout.tokens):
            return False
        level = self.layout.tokens[quantity.last].form  # "dolar endeksi 99 seviyelerinde kalmaya devam ediyor"
        told = self.layout.tokens[quantity.last + 1].form.verb_form == "participle"  # "6 milyar düzeyinde bulunan nüfus"
        return level.lemma in self.words.levels_of and quantity.last <= noun.head and level.possessive.startswith("3") and not told

    def _is_since(self, noun: Noun) -> bool:
        """ "12 çeyrektir büyüyor", "iki sezon önce": for how long or when, no amount."""
        token = self.layout.tokens[noun.head]
        if token.form.lemma in PERIODS and self.layout.tokens[min(noun.head + 1, len(self.layout.tokens) - 1)].low in AGO:
            return True
        return token.form.lemma in PERIODS and token.form.copula == "gen" and token.form.case in ("", "nom")

    def _is_of_mass(self, quantity: Quantity) -> bool:
        """ "[istihdam] 12 bin düştü"."""
        noun = measured_before(self.scene, quantity.first)
        return noun is not None and noun.lemma in self.words.masses

    def _take_level(self, quantity: Quantity, change: Change | None) -> bool:
        """The level reached of what the figure before tells: "40 sandalyeden [31'e] düştü", "bu rakamın [20 milyara] ulaşması"."""
        if not self.figures or change is None or not change.level:
            return False
        earlier, noun = self.figures[-1], self.nouns[-1]
        if noun is not None and noun.head + 1 == quantity.first and self.layout.tokens[noun.head].form.case == "abl":
            self._add(quantity, noun, change, earlier.unit, None, 0.8)
            return True
        subject = measured_before(self.scene, quantity.first)
        meant = refers_back(self.scene, quantity) or (subject is not None and subject.lemma in self.words.anaphors)
        if not meant or earlier.measure is None:
            return False
        self._add(quantity, None, change, earlier.unit, earlier.measure, 0.7)
        return True

    def _counted_from(self, quantity: Quantity) -> int:
        """The token where what is counted begins: "15 ile 20 bin arasında [ev]", "9 "evet" [oyu]"."""
        tokens, at = self.layout.tokens, quantity.last
        if at + 3 < len(tokens) and tokens[at].text in QUOTES and tokens[at + 2].text in QUOTES:
            return at + 3
        if quantity.value_to is not None and at < len(tokens) and tokens[at].low in ("arasında", "arası", "aralığında"):
            at += 1
        if quantity.case == "nom" and at + 1 < len(tokens) and tokens[at].low in ("de", "da") and is_noun(tokens[at + 1]):
            return at + 1  # "iki de sivil"
        return at + 1 if quantity.bound == "over" and at < len(tokens) and tokens[at].start < quantity.span.end else at

    # ---- parts of what is counted

    def _take_part(self, quantity: Quantity) -> bool:
        """ "312'si öğrenci olmak üzere 718 kişi", "2'si ağır 5 kişi", "16 üyesinden 7'si", "19 okulun …, 13'ünün"."""
        piece = self._is_piece(quantity) or part_by_bound(self.layout, quantity)
        bounded = quantity.span.end > quantity.core.end  # no "en az 20'si kadın"
        if quantity.own and quantity.first > 0 and self.layout.tokens[quantity.first - 1].low == "her":
            return True  # "her ikisini" refers
        one_of_them = quantity.value == 1 and self.layout.text[quantity.core.start] != "1"  # "katılanlardan biri"
        if not (quantity.own or piece) or (bounded and not piece) or (one_of_them and not self._ends_parts(quantity)):
            return False
        ahead = self._part_ahead(quantity) if not piece else None
        unit = ahead if ahead is not None else self._part_behind(quantity, bounded)
        if unit is None:
            return False
        of_sum = bool(self.figures) and self._of_a_sum(quantity)
        self._add(quantity, None, None, unit, None, 0.75)
        if not bounded or self.layout.tokens[quantity.first - 1].form.case in ("gen", "abl"):
            self.figures[-1].role = "share"  # while the list is read
            self.pieces += [len(self.figures) - 1] if not of_sum else []
        return True

    def _ends_parts(self, quantity: Quantity) -> bool:
        """ "13'ünün Hint, [birinin] Yemenli olduğu": one more of a list of parts."""
        last = len(self.figures) - 1
        if last not in self.pieces:
            return False
        told = self.layout.tokens[self.layout.token_at(self.figures[last].span.end) : quantity.first]
        listed = bool(told) and told[-1].text in (",", "ve") and len(told) <= PART
        return listed and self.scene.same_sentence(self.figures[last].span, quantity.span)

    def _of_a_sum(self, quantity: Quantity) -> bool:
        """ "88 milyon lirasını …, 4 milyonunu": a part of money told just before."""
        last = self.figures[-1]
        money = last.measure is not None and last.unit.isupper() and len(last.unit) == 3
        return money and quantity.value >= 1000 and self.scene.same_sentence(last.span, quantity.span)

    def _take_piece(self, quantity: Quantity, noun: Noun) -> bool:
        """ "20 milyar avronun 2 milyarlık [bölümü]": a part of the money told just before."""
        whole = self.figures[-1] if self.figures and quantity.lik and noun.lemma in self.words.parts else None
        if whole is None or not (whole.unit.isupper() and whole.value > quantity.value >= 1000):
            return False
        if not self.scene.same_sentence(whole.span, quantity.span):
            return False
        self._add(quantity, None, None, whole.unit, whole.measure, 0.8)
        self.figures[-1].role = "share"
        return True

    def _is_piece(self, quantity: Quantity) -> bool:
        """ "İHA'lardan 45 [tanesini]"."""
        following = self.layout.tokens[quantity.last] if quantity.last < len(self.layout.tokens) else None
        return following is not None and following.form.lemma in ("tane", "adet") and possessed(following)

    def _part_ahead(self, quantity: Quantity) -> str | None:
        """The unit of a part whose whole follows; "" where the whole lends it."""
        tokens, at = self.layout.tokens, quantity.last
        last = min(at + PART, len(tokens))
        end, several = at, 0
        if at >= len(tokens):
            return None
        if self._is_included(at):
            return ""
        if not (is_noun(tokens[at]) or adjective(tokens[at]) or self._may_be_staff(tokens[at])):
            return None
        while end < last and tokens[end].low != "olmak" and not self.scene.taken[end] and self._lists(end):
            several += tokens[end].text in (",", "ve")
            end += 1
        if end == at or end >= len(tokens) or tokens[end].sentence != tokens[at].sentence:
            return None
        if tokens[end].low != "olmak" and not self.scene.taken[end]:
            return self._predicate(at) if end == at + 1 and self._is_predicate(at) else None
        own_last = end - 1 - (tokens[end - 1].low == "toplam" and end - at > 1)
        closed = tokens[own_last].text in (",", "ve")
        head = tokens[own_last - 1] if closed else tokens[own_last]
        if tokens[end].low != "olmak" and not closed and head.form.case not in ("", "nom"):
            return "" if self._begins_whole(quantity, end) else None
        aside = head.low in self.words.adjectival or head.low in self.words.degrees  # "18'i [iç], 25'i dış hat olmak üzere 43 nokta"
        own = (is_noun(head) and not adjective(head) and not aside) or (closed and head.form.lemma in self.words.people) or self._may_be_staff(head)
        if own and several == closed and head.form.case in ("", "nom"):
            whole = part_whole(self.scene, quantity) if closed and head.form.lemma not in self.words.people else None
            if whole is not None:
                return whole  # "öğrencilerden 45'i mühendislik, 33'ü hukuk"
            if closed and head.form.pos == "PROPN":
                return self._part_behind(quantity, False) or ""  # "9 üyesi var; 3'ü Sırp, 3'ü Hırvat"
            self.fallbacks[len(self.figures)] = singular(head)
        elif closed or aside:
            return self._part_behind(quantity, False) or ""  # "52'si kalemini, 29'u defterini, …"
        return ""

    def _begins_whole(self, quantity: Quantity, at: int) -> bool:
        """ "12'si spor camiasından [40] kişi", "7'si yoğun bakımda [44] hasta", but "öğrenciden 80'inin üniversiteye yerleşmesiyle yüzde 75"."""
        whole = next((q for q in self.scene.quantities[self.place + 1 : self.place + 3] if q.first == at), None)
        larger = whole is not None and whole.kind in COUNTED and whole.value > quantity.value
        before = self.layout.tokens[at - 1 - (self.layout.tokens[at - 1].low == "toplam")]
        return larger and quantity.case in ("nom", "acc") and before.form.case in ("abl", "loc")

    def _is_included(self, at: int) -> bool:
        """ "1'i daha önce aldığı yaradan [olmak üzere] 4 genç": far ahead, no verb and no other number between."""
        tokens = self.layout.tokens
        for j in range(at, min(at + INCLUDED, len(tokens) - 2)):
            if tokens[j].low == "olmak" and tokens[j + 1].low == "üzere":
                return j > at + PART or not (is_noun(tokens[j - 1]) and tokens[j - 1].form.case in ("", "nom"))
            number = tokens[j].kind == "number" or tokens[j].form.pos == "NUM"
            if number or tokens[j].form.verb_form in ("finite", "converb") or tokens[j].sentence != tokens[at].sentence:
                return False
        return False

    def _is_predicate(self, at: int) -> bool:
        """ "4'ü [çocuk].", "300'ü [kadın] olan": the people that a part is."""
        token, following = self.layout.tokens[at], self.layout.tokens[at + 1]
        people = token.form.lemma in self.words.people or lemma_in(token, self.words.persons)
        return people and (following.kind == "punct" or following.form.lemma == "ol")

    def _predicate(self, at: int) -> str:
        self.fallbacks[len(self.figures)] = singular(self.layout.tokens[at])
        return ""

    def _lists(self, at: int) -> bool:
        token = self.layout.tokens[at]
        return is_noun(token) or adjective(token) or token.text in (",", "ve") or self._may_be_staff(token)

    def _may_be_staff(self, token: Token) -> bool:
        """ "4'ü [bakan]": people by a word that is first read as a participle."""
        return token.form.verb_form == "participle" and lemma_in(token, self.words.staff)

    def _part_behind(self, quantity: Quantity, bounded: bool) -> str | None:
        """The unit of a part whose whole stands before it in the sentence; one with a bound may be as large as the whole."""
        tokens, before = self.layout.tokens, quantity.first - 1
        before -= before > 0 and (tokens[before].low in ("da", "de", "ise") or tokens[before].low in self.words.only)
        following = tokens[quantity.last] if quantity.last < len(tokens) else None
        if following is not None and lemma_in(following, self.words.reaching) and not following.form.passive:
            return None  # "1 milyonu aştı", but "ikisi yakalandı"
        if self.figures and self._of_a_sum(quantity):
            return self.figures[-1].unit
        if before >= 0 and tokens[before].form.case in ("gen", "abl") and not lemma_in(tokens[before], self.words.counted_in):
            if tokens[before].form.pos == "PRON" or tokens[before].low.startswith("bunlar"):
                return next((f.unit for f in reversed(self.figures[-LIST:]) if f.unit and f.measure is None), None)
            if is_noun(tokens[before]) and people_word(tokens[before]) is None and self.scene.mentions.at(before) is None:
                return singular(tokens[before])
            if tokens[before].form.verb_form == "participle" and tokens[before].form.number == "pl":
                return "kişi"  # "ölenlerin 21'inin …"
            if tokens[before].form.number == "pl" and people_word(tokens[before]) is not None:
                return singular(tokens[before])  # "Kenyalılardan 13'ü"
        for figure in reversed(self.figures[-LIST:]):
            at = self.layout.token_at(figure.span.start)
            if self.scene.places[at] != self.scene.places[quantity.first]:
                return figure.unit if self._goes_on_from(figure, at, quantity) else None
            part = figure.role == "share" and not figure.unit.isupper()
            if figure.measure is None and figure.unit and (figure.value > quantity.value or bounded or part) and (part or self._counts(figure)):
                return figure.unit
        return None

    def _goes_on_from(self, whole: Figure, at: int, quantity: Quantity) -> bool:
        """ "Ülkede 700 bin sığınmacı var. [210 bini] kampta.": a part that begins the sentence behind that of its whole."""
        places, first = self.scene.places, quantity.first
        begins = first > 0 and places[first - 1] == places[at] and places[first] - places[at] == 1
        return begins and whole is self.figures[-1] and whole.measure is None and whole.value > quantity.value and self._counts(whole)

    def _counts(self, figure: Figure) -> bool:
        """Has it a noun of its own, not a unit in the amount?"""
        return figure.proof["unit"].spans != figure.proof["value"].spans

    def _take_duration(self, quantity: Quantity, change: Change | None) -> None:
        """Durations are facts only where something has them: "10 günlük ateşkes", "görüşme 2 saat sürdü"."""
        found = lasting(self.scene, quantity, change)
        if found is not None:
            measure = span(self.layout, found.noun) if found.noun is not None else None
            self._add(found.quantity, found.noun, found.change, quantity.unit, measure, found.confidence)

    def _add_open(self, quantity: Quantity, change: Change | None) -> None:
        """A bare number may lend its noun from the next of a list ("2005'te 9, 2007'de 11 görevli") or the one before."""
        tokens, at = self.layout.tokens, self._counted_from(quantity)
        bounded = quantity.bound in ("over", "under", "about") and quantity.span.end > quantity.core.end
        listed = at < len(tokens) and tokens[at].low in (",", "ve", "olmak") and quantity.case == "nom"
        if quantity.value == 1 and self.layout.text[quantity.core.start] != "1":
            return
        subject = self._subject(quantity, change) if bounded or change is not None else None
        if subject is not None:
            self._add(quantity, subject, change, subject.lemma, span(self.layout, subject), 0.6)
        elif bounded or listed:
            self._add(quantity, None, change, "", None, 0.6)

    def _subject(self, quantity: Quantity, change: Change | None) -> Noun | None:
        """ "toplam istihdamın 32 milyon 700 bin sınırına geldiğini": what a number without a noun of its own measures."""
        tokens, at = self.layout.tokens, quantity.last
        level = change is not None and change.level and at < len(tokens) and self.scene.taken[at]  # "40'tan 95'e çıktı"
        if (quantity.case == "abl" and not level) or quantity.own or (tokens[quantity.last - 1].form.possessive and quantity.bound != "about"):
            return None  # "120 binden fazlası"
        noun = measured_before(self.scene, quantity.first) if at < len(tokens) else None
        return noun if noun is None or not (noun.lemma in self.words.counted_in or noun.lemma in self.words.anaphors) else None

    def _counted_earlier(self) -> Noun | None:
        """ "bu sayının 191'e ulaştığı": what the figure before counted."""
        if self.figures and self.figures[-1].measure is not None and self.figures[-1].unit not in self.words.masses:
            return None
        for earlier in reversed(self.nouns[-LIST:]):
            if earlier is not None:
                return Noun(earlier.first, earlier.head, earlier.lemma)
        return None

    def _take_sum_part(self, quantity: Quantity) -> bool:
        """ "ihracatın 3 milyar doları", "bunun 107 bin varili", "sahaya yüzde 15 ortak": a share of what was told."""
        whole = whole_of(self.scene, quantity) or stake_in(self.scene, quantity)
        listed = whole is None and self._lists_parts(quantity)
        if whole is None and not listed:
            return False
        told = listed or (whole is not None and self.layout.tokens[whole.head].form.pos == "PRON")
        measure = self._told_before(quantity) if told or whole is None else span(self.layout, whole)
        self._add(quantity, None, None, quantity.unit, measure, 0.9)
        self.figures[-1].role = "share"
        return True

    def _lists_parts(self, quantity: Quantity) -> bool:
        """Does the amount go on a list of parts: "133 bin varili kuzeyden, [107 bin varili] güneyden"?"""
        last = self.figures[-1] if self.figures else None
        same = last is not None and last.role == "share" and last.unit == quantity.unit
        return same and last is not None and is_part(self.scene, quantity) and self.scene.same_sentence(last.span, quantity.span)

    def _told_before(self, quantity: Quantity) -> Span | None:
        """The measure of the amount of the same unit just before, here or in the sentence before."""
        last = self.figures[-1] if self.figures else None
        if last is None or last.unit != quantity.unit:
            return None
        tokens = self.layout.tokens
        gap = tokens[quantity.first].sentence - tokens[self.layout.token_at(last.span.start)].sentence
        return last.measure if gap in (0, 1) else None

    def _take_sum(self, quantity: Quantity) -> bool:
        """ "hacim, 17 milyar doları ihracat olmak üzere [20 milyar dolar]": the whole of the parts told before, of what they are parts."""
        tokens, at = self.layout.tokens, quantity.first - 1
        at -= at > 0 and tokens[at].low == "toplam"
        if at < 1 or tokens[at].low != "üzere" or tokens[at - 1].low != "olmak":
            return False
        parts = [f for f in self.figures[-SUMMED:] if f.unit == quantity.unit and f.role != "change"]
        parts = [f for f in parts if self.scene.same_sentence(f.span, quantity.core) and f.value < quantity.value]
        whole = sum(f.value for f in parts) == quantity.value
        for part in parts:
            part.role = "share" if whole or self._is_owned(part) else part.role
        if not parts or parts[0].measure is None or measured_behind(self.layout, self.words, quantity) is not None:
            return False
        self._add(quantity, None, None, quantity.unit, parts[0].measure, 0.85)
        return True

    def _is_owned(self, part: Figure) -> bool:
        """ "17 milyar dolar[ı] ihracat": the ending behind the amount is a possessive."""
        return next((q.own for q in self.scene.quantities[: self.place] if q.span.start == part.span.start), False)

    def _take_measured(self, quantity: Quantity, change: Change | None) -> None:
        if self._take_again(quantity) or (change is None and (self._take_sum_part(quantity) or self._take_sum(quantity))):
            return
        if quantity.kind in ("money", "measure") and up_to_amount(self.scene, quantity):
            quantity = under(self.layout, quantity)
        if change is None and self._take_portion(quantity):
            return
        share = self._is_share(quantity)
        change = None if share else change or self._added_to(quantity)
        noun = measured_behind(self.layout, self.words, quantity) or self._shared_behind(quantity, change) or self._costs(quantity)
        noun = noun or foreseen(self.scene, quantity) or self._starting(quantity)
        noun = self._compared_with(quantity, change) or noun
        if change is not None and is_goal(self.scene, quantity):
            noun = self._measured_before(quantity, change) or noun
            change = change if noun is None or noun.head < quantity.first else None
        ahead = noun is not None and noun.head > quantity.first
        reached = change is not None and change.level and quantity.lik
        carrier = self.layout.tokens[noun.first].form if reached and noun is not None and ahead else None
        if carrier is not None and carrier.case == "dat" and carrier.lemma in self.words.carriers:
            noun = self._measured_before(quantity, change) or noun  # "ticaret hacmi 5 milyar dolarlık seviyeye ulaştı"
        elif noun is not None and ahead and change is not None and not reached and change.lemma not in self.words.nouns and change.token != noun.head:
            change = None  # what the amount belongs to changes, not the amount
        if noun is None and (quantity.own or part_by_bound(self.layout, quantity)) and quantity.kind in ("percent", "share", "multiple"):
            noun = self._whole_of_share(quantity, change)
        if noun is None and change is None and quantity.own and quantity.kind in ("percent", "share"):
            noun = self._whole_behind(quantity)
        if noun is None and change is not None and modifies(self.scene, change) and not self._has_object(quantity):
            noun = self._changed_behind(change)
        place = self.layout.token_at(self.figures[-1].span.start) if self.figures else -1
        if noun is None and change is None and place >= 0 and self._goes_on(quantity, place):
            self._add(quantity, None, None, quantity.unit, self.figures[-1].measure, 0.9)
            self._like_last()
            return
        noun = noun or ranked(self.scene, quantity) or self._changed_in(quantity, change) or self._measured_before(quantity, change)
        noun = noun or told_behind(self.scene, quantity) or self._gaining(quantity, change)
        change = change or (told_change(self.scene, noun) if quantity.kind == "percent" and not share else None)
        noun = None if noun is not None and change is not None and self._is_farther(noun, quantity, change) else noun
        named = self._polled(quantity, noun) if change is None and quantity.kind == "percent" else None
        noun = named or noun
        if noun is None and quantity.unit in LENGTHS and change is not None and change.lemma == "ulaş":
            change = None  # "12 kilometre derinliğe kadar ulaştı"
        measure = self._told(noun, quantity) if noun is not None else self._inherited(quantity, change) or self._growth(quantity, change)
        if quantity.kind == "multiple" and noun is None and change is None and not compares(self.scene, quantity):
            return
        sure = 0.92 if measure is not None else 0.8
        self._add(quantity, noun, change, quantity.unit, measure, 0.4 if figurative(self.scene, quantity) else sure)
        if named is not None and self._is_of_poll(quantity):
            self.figures[-1].role = "share"

    def _added_to(self, quantity: Quantity) -> Change | None:
        """ "[ekonomiye] 4 milyar dolar ekleyecek": what comes to a level that there was."""
        tokens, at, before = self.layout.tokens, quantity.last, self.layout.tokens[max(quantity.first - 1, 0)]
        form = tokens[at].form if at < len(tokens) else None
        if form is None or form.pos != "VERB" or form.verb_form == "verbal_noun" or quantity.kind != "money" or quantity.case != "nom":
            return None
        way = self.words.additions.get(form.lemma)
        added = before.form.case == "dat" and is_noun(before) and not before.capital
        return Change(at, form.lemma, way, False) if way is not None and added else None

    def _is_farther(self, noun: Noun, quantity: Quantity, change: Change) -> bool:
        """ "Bakan, [üretimi] bu yıl iki katına, 2028'de 4 katına çıkaracaklarını": does the amount before, which goes the same way to a level,
        measure something nearer than this?"""
        last = self.figures[-1] if self.figures else None
        if (
            last is None
            or not change.level
            or last.role != "level"
            or last.direction != change.direction
            or last.measure is None
            or last.unit != quantity.unit
            or noun.head >= quantity.first
        ):
            return False
        nearer = last.measure.end <= last.span.start and self.layout.tokens[noun.head].end <= last.measure.start
        return nearer and self.scene.same_sentence(last.span, quantity.span)

    def _polled(self, quantity: Quantity, noun: Noun | None) -> Noun | None:
        """ "[Yeşil Yol] yüzde 4, [Mavi Ay] yüzde 2 destek aldı": whose votes or support they are, by a name right before."""
        tokens, at = self.layout.tokens, quantity.last
        given = at < len(tokens) and (tokens[at].low in (",", "ve", "ile") or lemma_in(tokens[at], (*POLLED, "kal")))
        if not given or quantity.case not in ("nom", "loc") or (noun is not None and noun.head < quantity.first - 1):
            return None
        if noun is not None and noun.head > quantity.first and noun.lemma not in POLLED:
            return None
        first = last = quantity.first - 1
        while first >= 0 and self._is_named(first):
            first -= 1
        named = self.scene.mentions.at(last) if last >= 0 else None
        land = named is not None and named.kind in ("state", "place")
        return None if first == last or land else Noun(first + 1, last, tokens[last].low)

    def _is_of_poll(self, quantity: Quantity) -> bool:
        """Does the sentence, or the one before it, tell of votes or of a poll?"""
        tokens, first = self.layout.tokens, max(quantity.first - POLL, 0)
        near = (token for token in tokens[first : quantity.last + POLL] if 0 <= tokens[quantity.first].sentence - token.sentence < 2)
        return any(lemma_in(token, POLLS) for token in near)

    def _is_named(self, at: int) -> bool:
        """A word in a capital letter, without an ending behind an apostrophe."""
        token = self.layout.tokens[at]
        own = token.kind == "word" and token.capital and token.base_end == token.end and not self.scene.taken[at]
        begins = at == 0 or self.scene.places[at - 1] != self.scene.places[at]
        return (
            own
            and token.form.case in ("", "nom", "acc")
            and (token.form.pos == "PROPN" or not begins)
            and self.scene.places[at] == self.scene.places[at + 1]
        )

    def _take_again(self, quantity: Quantity) -> bool:
        """ "3 milyar dolara [(120 milyar lira)] yükseldi": what is said of an amount is said of it in another unit."""
        if not self.figures or not told_again(self.scene, self.place):
            return False
        earlier = self.figures[-1]
        if earlier.span.start != self.scene.quantities[self.place - 1].span.start:
            return False
        self._add(quantity, None, None, quantity.unit, earlier.measure, 0.9)
        self._like_last()
        figure = self.figures[-1]
        figure.period, figure.when = earlier.period, earlier.when
        if figure.period is not None:
            figure.proof["period"] = earlier.proof["period"]
        return True

    def _told(self, noun: Noun, quantity: Quantity) -> Span:
        """The words of what is measured, with what is joined to it and the clause that tells which: "[yurt dışında kullanılan oyların] yüzde 5'i"."""
        measure = span(self.layout, noun)
        if noun.head > quantity.first:
            return measure
        first = min(first_of_list(self.scene, noun), first_of_relation(self.scene, noun))
        whole = Noun(first, noun.head, noun.lemma)
        return Span(self.layout.tokens[first_of_clause(self.scene, whole)].start, measure.end)

    def _compared_with(self, quantity: Quantity, change: Change | None) -> Noun | None:
        """ "ihracat [beklentilerin] yüzde 4 altında kaldı": what an amount is above or below; only a possessed noun makes a compound."""
        if change is None or not change.lemma.startswith(PLACED) or change.lemma not in self.words.comparisons:
            return None
        tokens, head = self.layout.tokens, quantity.first - 1
        if tokens[head].form.possessive:
            return noun_phrase(self.layout, self.scene.taken, head)
        first = head - (head > 0 and adjective(tokens[head - 1]) and bare(tokens[head - 1].form))
        return Noun(first, head, singular(tokens[head]))

    def _starting(self, quantity: Quantity) -> Noun | None:
        """ "2,7 lira düzeyinde başlayan [dolar]", "3 bin dolardan işlem gören [altın]"."""
        tokens, at = self.layout.tokens, quantity.core_last
        at += at < len(tokens) and lemma_in(tokens[at], self.words.carriers) and tokens[at].form.case in ("loc", "abl")
        if (at == quantity.core_last and quantity.case != "abl") or at + 1 >= len(tokens):
            return None
        at += tokens[at].low == "işlem"
        form = tokens[at].form
        starts = form.verb_form == "participle" and form.suffix == "an" and form.lemma in ("başla", "gör", "seyret", "bulun", "gerçekleş", "kal")
        return behind(self.layout, self.words, at + 1) if starts and at + 1 < len(tokens) else None

    def _gaining(self, quantity: Quantity, change: Change | None) -> Noun | None:
        """ "[Lira], kararın ardından yüzde 3 değer kaybetti", "[Türkiye] bu yıl yüzde 5 büyüdü": a name right before, or before a comma."""
        if change is None or quantity.kind != "percent" or not (change.lemma in SWELLS or change.lemma.startswith("değer ")):
            return None
        if self._growth(quantity, change) is not None:
            return None  # "yüzde 5 büyüme kaydetti"
        tokens, first, at = self.layout.tokens, quantity.first, quantity.first - 1
        while at >= 0 and (self.scene.taken[at] or tokens[at].low in ("ise", "de", "da")):
            at -= 1
        if at > 1 and tokens[at].low in AGAINST and is_noun(tokens[at - 2]) and bare(tokens[at - 2].form) and tokens[at - 2].form.pos == "NOUN":
            return noun_phrase(self.layout, self.scene.taken, at - 2)  # "[lira] dolar karşısında yüzde 1 değer kaybetti"
        subject = tokens[at].form.pos == "PROPN" and tokens[at].form.case in ("", "nom", "gen") if at >= 0 else False
        if subject and self.scene.places[at] == self.scene.places[first]:
            mention = self.scene.mentions.at(at)
            return Noun(mention.first if mention is not None and mention.last == at + 1 else at, at, tokens[at].low)
        while first > 0 and self.scene.places[first - 1] == self.scene.places[quantity.first]:
            first -= 1
        comma = next((at for at in range(first + 1, min(first + 4, quantity.first)) if tokens[at].text == ","), first)
        named = comma > first and all(token.capital and bare(token.form) for token in tokens[first:comma])
        return Noun(first, comma - 1, tokens[comma - 1].low) if named else None

    def _has_object(self, quantity: Quantity) -> bool:
        """ "[kotaları] yüzde 40 indiren ülke", "[hızı] 159 kilometreye ulaşan rüzgar": what is changed stands right before the amount."""
        before = self.layout.tokens[quantity.first - 1] if quantity.first > 0 else None
        if before is None or self.scene.taken[before.index] or not (is_noun(before) or before.form.suffix == "arak"):
            return False
        if before.form.suffix == "arak" and before.form.lemma in self.words.changes and self._is_of_subject(before.index):
            return True  # "[ihracatı] yüzde 21 artarak 3 milyon dolara ulaşan ürün"
        if before.form.case != "acc" and not (before.form.possessive == "3sg" and before.form.case == "nom"):
            return False
        return self.scene.places[before.index] == self.scene.places[quantity.first]

    def _is_of_subject(self, at: int) -> bool:
        """Does the converb at the token tell of what the figure just before it measures, a noun that somebody has?"""
        last = self.figures[-1] if self.figures else None
        if last is None or last.measure is None or last.measure.end > last.span.start:
            return False
        told, behind_ = self.layout.token_at(last.span.start), self.layout.token_at(last.measure.end)
        noun = self.layout.tokens[max(behind_ - 1, 0)]
        return 0 < at - told <= NEARBY and told - behind_ <= 1 and self.scene.places[told] == self.scene.places[at] and possessed(noun)

    def _take_portion(self, quantity: Quantity) -> bool:
        """ "[borcun] 850 milyon dolarlık kısmı": a part that is called so."""
        whole = part_of(self.scene, quantity)
        if whole is None:
            return False
        self._add(quantity, None, None, quantity.unit, span(self.layout, whole), 0.9)
        self.figures[-1].role = "share"
        return True

    def _growth(self, quantity: Quantity, change: Change | None) -> Span | None:
        """ "yüzde 5 [büyüme] kaydetti": growth is measured by itself where nothing else is named."""
        if change is None or quantity.kind not in ("percent", "money", "point") or change.lemma not in self.words.growth:
            return None
        token = self.layout.tokens[change.token]
        return token.span if is_noun(token) and not token.form.possessive else None

    def _is_share(self, quantity: Quantity) -> bool:
        """ "yüzde 4'lük büyümenin [yüzde 3'ü]": a percentage of a genitive goes neither up nor down."""
        tokens, at = self.layout.tokens, quantity.last
        if quantity.kind != "percent" or not quantity.own or quantity.case not in ("", "nom", "acc", "gen") or not quantity.first:
            return False
        if tokens[quantity.first - 1].form.case != "gen" or quantity.span.end != quantity.core.end:
            return False
        return at >= len(tokens) or not lemma_in(tokens[at], self.words.reaching)

    def _shared_behind(self, quantity: Quantity, change: Change | None) -> Noun | None:
        """ "okullara 10 milyon lira, hastanelere 20 milyon lira [destek]": what the last of a list is of, where each goes to somebody."""
        tokens, listed = self.layout.tokens, quantity
        if change is not None or quantity.kind not in ("money", "measure") or not self._is_given(quantity):
            return None
        for following in self.scene.quantities[self.place + 1 : self.place + LIST]:
            joined = listed.last < len(tokens) and tokens[listed.last].text in (",", "ve")
            same = following.kind == quantity.kind and following.unit == quantity.unit and self._is_given(following)
            if not joined or not same or self.scene.places[following.first] != self.scene.places[quantity.first]:
                return None
            noun = measured_behind(self.layout, self.words, following)
            if noun is not None:
                return noun
            listed = following
        return None

    def _costs(self, quantity: Quantity) -> Noun | None:
        """ "1,5 milyar dolara mal olacak [projenin]"."""
        tokens, at = self.layout.tokens, quantity.last
        if quantity.case != "dat" or at + 2 >= len(tokens) or tokens[at].low != "mal" or tokens[at + 1].form.verb_form != "participle":
            return None
        form = tokens[at + 1].form
        return behind(self.layout, self.words, at + 2) if form.suffix in ("an", "mis", "acak") and not form.possessive else None

    def _is_given(self, quantity: Quantity) -> bool:
        """Does the amount go to what stands right before it, or come from a name there ("okullara 10 milyon lira", "Fransa 8 milyar avro")?"""
        at = quantity.first - 1
        at -= at > 0 and self.layout.tokens[at].low in ("ise", "de", "da", "toplam")
        if at < 0:
            return False
        token = self.layout.tokens[at]
        return self.scene.taken[at] or (token.kind == "word" and (token.form.case in ("dat", "loc", "gen") or token.form.pos == "PROPN"))

    def _whole_of_share(self, quantity: Quantity, change: Change | None) -> Noun | None:
        """ "[nüfusun] yüzde 30'u", but "[yakıtın], savaş öncesi düzeylerin yüzde 14'üne gerilediği", "[harcamaların] gelirin yüzde 5'ine çıkması"."""
        noun = share_of(self.layout, self.scene.taken, quantity.first)
        if noun is None or change is None or not change.level:
            return noun
        reached = quantity.case == "dat" or (quantity.case == "acc" and change.lemma in PASSING)
        owner = self.layout.tokens[noun.first - 1].form if noun.first > 0 else None
        if owner is not None and reached and self._is_brought(noun.first - 1):
            return noun_phrase(self.layout, self.scene.taken, noun.first - 1)
        if noun.lemma not in self.words.carriers and (owner is None or owner.case != "gen"):
            return noun
        return measured_before(self.scene, noun.first) or noun

    def _is_brought(self, at: int) -> bool:
        """ "[savunma harcamalarını] milli gelirin yüzde 5'ine çıkarmak": is it itself what reaches a share of something else?"""
        token = self.layout.tokens[at]
        if self.scene.taken[at] or self.scene.places[at] != self.scene.places[at + 1] or not is_noun(token) or self.scene.is_of_name(at):
            return False
        return token.form.case == "acc" or (token.form.case in ("", "nom") and token.form.possessive.startswith("3"))

    def _whole_behind(self, quantity: Quantity) -> Noun | None:
        """ "yüzde 98'i Müslüman olan [Türkiye]": the whole of a share that is told by what the share is."""
        tokens, first = self.layout.tokens, quantity.last + 1
        at = next((j for j in range(first, min(first + 3, len(tokens) - 1)) if tokens[j].low == "olan"), -1)
        alone = at > 0 and all(tokens[j].kind == "word" and tokens[j].form.case in ("", "nom") for j in range(first - 1, at))
        before = tokens[max(quantity.first - 1, 0)].form
        if not alone or before.case == "gen" or before.possessive:
            return None
        owner = tokens[at + 1]
        return Noun(at + 1, at + 1, owner.low) if owner.capital and owner.form.case == "gen" else behind(self.layout, self.words, at + 1)

    def _changed_in(self, quantity: Quantity, change: Change | None) -> Noun | None:
        """What a noun of change is about, in the locative: "ölümlerde yüzde 3 azalma"."""
        if change is None:
            return None
        done = self.layout.tokens[change.token].form.verb_form != "verbal_noun"
        if change.lemma not in self.words.nouns and (done or (quantity.lik and change.level)):
            return None
        return changed_in(self.scene, quantity)

    def _goes_on(self, quantity: Quantity, place: int) -> bool:
        """Is it the next of a ranking or of the shares of one whole ("bu sektörü yüzde 87 ile çimento izledi", "yüzde 22'sini oluşturan")?"""
        last = self.figures[-1]
        if last.unit != quantity.unit or last.measure is None:
            return False
        whose = self.layout.tokens[max(quantity.first - 1, 0)].form.case == "gen"
        share = quantity.kind == "percent" and quantity.own and quantity.case in ("", "nom", "acc") and last.role == "share" and not whose
        if goes_on_ranking(self.scene, quantity, place):
            return True
        return follows(self.scene, quantity, place) or (share and self.scene.same_sentence(last.span, quantity.span))

    def _like_last(self) -> None:
        """The figure just added says the same of its amount as the one before it: its direction and role."""
        earlier, figure = self.figures[-2:]
        figure.direction, figure.role = earlier.direction, earlier.role
        if figure.direction is not None:
            figure.proof["direction"] = proven(earlier.proof["direction"].spans, "inferred", figure.rule)

    def _changed_behind(self, change: Change) -> Noun | None:
        """ "282 milyar dolara ulaşacak [mal ihracatı]", but "gelmiş durumda"."""
        at = change.token + 1
        owner = self.layout.tokens[at]
        noun = behind(self.layout, self.words, at + (owner.low == "bir" or (owner.capital and owner.form.case == "gen")))
        if noun is None or noun.lemma in self.words.adverbial or noun.lemma.startswith("ol"):
            return None  # "gelmiş durumda", "ulaşmış olması"
        return noun

    def _measured_before(self, quantity: Quantity, change: Change | None) -> Noun | None:
        before = self.layout.tokens[max(quantity.first - 1, 0)]
        cut = change is not None and change.lemma in ("indirim", "kesinti", "artırım") and before.form.lemma in self.words.prices
        added_to = change is not None and change.lemma in self.words.additions  # "[ekonomiye] 4 milyar dolar ekledi"
        if before.form.case == "dat" and (cut or added_to or (change is not None and change.lemma == "zam")):
            return noun_phrase(self.layout, self.scene.taken, quantity.first - 1)  # "[asgari ücrete] yüzde 30 zam"
        noun = measured_before(self.scene, quantity.first)
        if noun is None or self._refers_back(noun) or self._does(quantity, noun, change):
            return None
        if quantity.unit not in LENGTHS or (change is not None and change.lemma != "ulaş"):
            return noun
        behind_ = self.layout.tokens[min(quantity.core_last, len(self.layout.tokens) - 1)]
        far = lemma_in(behind_, self.words.distances) or noun.lemma not in self.words.dimensions
        return None if far else noun

    def _refers_back(self, noun: Noun) -> bool:
        """ "rakam", "bu oran", but "katılanların milli gelire [oranı]"."""
        if noun.lemma not in self.words.anaphors or noun.first != noun.head:
            return False
        token, before = self.layout.tokens[noun.head], self.layout.tokens[noun.head - 1]
        return not any(form.possessive.startswith("3") for form in token.forms) or before.low in ("bu", "konusu", "o")

    def _does(self, quantity: Quantity, noun: Noun, change: Change | None) -> bool:
        """ "[şirket] 5 milyon dolar ödedi": who does something with an amount, but "şirket yüzde 5 büyüdü"."""
        form = self.layout.tokens[noun.head].form
        if quantity.kind == "money" and change is None and self._is_seized(quantity):
            return True
        if form.case == "gen":
            return change is None and not form.possessive and self._is_spent(quantity, form)  # "[hükümetin] 3 milyar dolar ayırdığını"
        if form.case not in ("", "nom") or (form.lemma not in self.words.doers and not self._is_spent(quantity, form)):
            return False
        if change is None:
            return quantity.kind != "percent"  # "parti yüzde 34 oy aldı"
        return change.lemma in self.words.nouns or self.layout.tokens[change.token].form.verb_form == "verbal_noun"

    def _is_spent(self, quantity: Quantity, form: Form) -> bool:
        """ "gezginler 90 avro [ödedi]": the first verb behind the amount."""
        if form.possessive or quantity.kind != "money":
            return False
        for token in self.layout.tokens[quantity.last : quantity.last + SPENT]:
            if token.form.pos == "VERB" or self.scene.places[token.index] != self.scene.places[quantity.first]:
                return lemma_in(token, self.words.spending)
        return False

    def _is_seized(self, quantity: Quantity) -> bool:
        """ "3 milyar dolara [el koyduğunu]": what was seized is the amount itself."""
        tokens, at = self.layout.tokens, quantity.last
        return quantity.case == "dat" and at + 1 < len(tokens) and tokens[at].low == "el" and tokens[at + 1].form.lemma in ("koy", "koyul", "kon")

    def _inherited(self, quantity: Quantity, change: Change | None) -> Span | None:
        """ "bu rakam 16,4 milyar dolara yükseldi", the second of a list: the measure of the figure before in the sentence."""
        if not self.figures:
            return None
        earlier = self.figures[-1]
        tokens = self.layout.tokens
        place = self.layout.token_at(earlier.span.start)
        if place >= len(tokens):
            return None
        same = self.scene.places[place] == self.scene.places[quantity.first] or follows(self.scene, quantity, place)
        meant = same or self._is_meant(quantity, place)
        return earlier.measure if meant or self._is_rest(quantity, place) or self._reaches_on(quantity, change, place) else None

    def _is_meant(self, quantity: Quantity, place: int) -> bool:
        """ "… payı yüzde 26. [Bu rakam] 2002'de yüzde 11'di. Hedefimiz [bu rakamı] yüzde 35'e çıkarmak." """
        tokens = self.layout.tokens
        near = tokens[quantity.first].sentence == tokens[place].sentence or self.scene.places[quantity.first] - self.scene.places[place] == 1
        if self.figures[-1].unit != quantity.unit or not near:
            return False
        noun = measured_before(self.scene, quantity.first)
        return noun is not None and self._refers_back(noun) and self.layout.tokens[noun.head - 1].low in ("bu", "konusu")

    def _reaches_on(self, quantity: Quantity, change: Change | None, place: int) -> bool:
        """ "İhracat 36 milyon dolardı. [Bu yıl 33 milyon dolara] geriledi.": a level that nothing in its own sentence reaches."""
        places, first = self.scene.places, quantity.first
        level = change.level if change is not None else self._stands(quantity)
        if not level or self.figures[-1].unit != quantity.unit:
            return False
        while first > 0 and places[first - 1] == places[quantity.first] and (self._is_no_word(first - 1) or self._is_loose(first - 1)):
            first -= 1
        return first > 0 and places[first - 1] == places[place]

    def _stands(self, quantity: Quantity) -> bool:
        """ "Bu yıl ise 3 milyar dolar [oldu].", "… 3 milyar dolar [olarak] gerçekleşti": an amount that stands by itself."""
        after = self.layout.tokens[quantity.last] if quantity.last < len(self.layout.tokens) else None
        if after is None or quantity.kind == "percent":
            return False
        return after.low == "olarak" or (after.form.lemma == "ol" and after.form.verb_form == "finite")

    def _is_loose(self, at: int) -> bool:
        token = self.layout.tokens[at]
        return token.form.pos in ("ADV", "CCONJ") or token.low in ("ise", "bu", "aynı") or token.form.lemma in self.words.anaphors

    def _is_rest(self, quantity: Quantity, place: int) -> bool:
        """ "Geliri 400 dolardı. [Bugün 11 bin dolar.]": a sentence of a time and an amount goes on with what was told before."""
        places, first, last = self.scene.places, quantity.first, quantity.last
        while first > 0 and places[first - 1] == places[quantity.first] and self._is_no_word(first - 1):
            first -= 1
        while last < len(places) and places[last] == places[quantity.first] and self._is_no_word(last):
            last += 1
        whole = first > 0 and places[first - 1] == places[place] and (last == len(places) or places[last] != places[quantity.first])
        return whole and self.figures[-1].unit == quantity.unit

    def _is_no_word(self, at: int) -> bool:
        return self.scene.taken[at] or self.layout.tokens[at].kind == "punct"

    # ---- the record

    def _add(self, quantity: Quantity, noun: Noun | None, change: Change | None, unit: str, measure: Span | None, confidence: float) -> None:
        statement = self._statement(quantity)
        argument = noun is None or quantity.kind not in COUNTED or noun.head < quantity.first or is_argument(self.layout, self.words, noun)
        placed = not (noun is not None and self._only_describes(quantity, noun))
        counted_noun = noun if quantity.kind in COUNTED and noun is not None and noun.head >= quantity.last else None
        told = period_of(self.scene, quantity, change, self._told_from(statement), counted_noun) if placed else None
        told = told if argument or (told is not None and is_open(self.layout.tokens, told)) else None
        period = told if told is not None or not (argument and placed) else rate_of(self.scene, quantity, measure)
        figure = Figure(
            rule=RULE + (change.lemma if change is not None else quantity.kind), confidence=confidence, span=told_span(self.layout, quantity),
            value=quantity.value, value_to=quantity.value_to, unit=unit, bound=quantity.bound, ucum=quantity.ucum, measure=measure, within=statement,
            direction=direction(quantity, change), role=role(self.scene, quantity, change, noun), period=period.span if period else None,
            when=period, claimed_by=statement.speakers if statement is not None else (),
        )  # fmt: skip
        figure.checks = checks(self.scene, quantity, figure)
        figure.proof = proofs(self.layout, quantity, figure, change, noun)
        whose = owner(self.scene, quantity, figure)
        if whose is not None:
            figure.owner, figure.proof["owner"] = whose
        self.figures.append(figure)
        self.nouns.append(noun)
        self.lengths.append(quantity.kind == "duration")

    def _only_describes(self, quantity: Quantity, noun: Noun) -> bool:
        """ "10 milyar dolarlık hedef", "35 bin nüfuslu ada": what holds at any time."""
        goal = quantity.lik and noun.lemma in self.words.goals
        return goal or self.words.partitioned.get(self.layout.tokens[noun.head].low, "-") != "-"

    def _told_from(self, statement: Statement | None) -> int:
        """Where a reported clause begins; 0 for one by "göre", which may stand behind its own time."""
        if statement is None or statement.mode != "indirect" or statement.cue is None:
            return 0
        return 0 if self.layout.low[statement.cue.start : statement.cue.end] == "göre" else statement.span.start

    def _statement(self, quantity: Quantity) -> Statement | None:
        """The innermost statement whose words hold the amount."""
        return self.owners.get_at(quantity.core.start)

    def _lend_measures(self) -> None:
        """ "yüzde 4,5 artışla 2,5 milyar dolarlık ihracat": the change and the level it led to measure the same."""
        tokens = self.layout.tokens
        for figure, following in zip(self.figures, self.figures[1:], strict=False):
            at = self.layout.token_at(figure.span.end)
            if (
                figure.role == "change"
                and figure.measure is None
                and not self._counts(figure)
                and following.measure is not None
                and at < len(tokens)
                and self.scene.same_sentence(figure.span, following.span)
            ):
                figure.measure = following.measure
                figure.proof["measure"] = proven((following.measure,), "quoted", figure.rule)

    def _count_pieces(self) -> None:
        """ "[4'ü] çocuk 9 kişi": a part that is counted is a number of its own; a share is a part of an amount."""
        for i in self.pieces:
            self.figures[i].role = "level"

    def _lend_counts(self) -> None:
        """Bare numbers of a list take the noun of the next counted one; "120 binden fazlası" that of the one before."""
        following = ""
        for i in range(len(self.figures) - 1, -1, -1):
            figure = self.figures[i]
            if i in self.fallbacks:
                figure.unit = following if self._lends(i, following) else self.fallbacks[i]
            if figure.unit:
                following = figure.unit if self._lends_on(i) else ""
                continue
            listed = self.nouns[i] is None and i + 1 < len(self.figures) and self.scene.same_sentence(figure.span, self.figures[i + 1].span)
            figure.unit = (self._counted_just_before(i) or following) if figure.bound != "exact" else (following if listed else "")

    def _lends_on(self, i: int) -> bool:
        """May figure `i` lend its unit to bare numbers beside it?"""
        return self.figures[i].measure is None and not self.lengths[i]

    def _counted_just_before(self, i: int) -> str:
        """The unit of the last count before figure `i` in its sentence."""
        own = self.figures[i].span
        near = (self.figures[j] for j in range(i - 1, max(i - 9, -1), -1) if not self.lengths[j])
        return next((f.unit for f in near if f.unit and f.measure is None and self.scene.same_sentence(f.span, own)), "")

    def _lends(self, i: int, unit: str) -> bool:
        """Does the next figure of the list lend its unit: "21'i seyir olmak üzere 26 füze", but "312'si öğrenci … 718 kişi"?"""
        own = self.fallbacks[i]
        if not unit or not unit[0].islower() or unit in ("kişi", "insan") or own in self.words.people or own in self.words.staff:
            return False
        if i + 1 in self.fallbacks and self.figures[i].role == "share":
            return False
        if own[0].islower() and self._are_people(unit) and self.figures[i + 1].role != "share":
            return False  # "27'si mühendis olmak üzere 400 personel"
        return self.scene.same_sentence(self.figures[i].span, self.figures[i + 1].span)

    def _are_people(self, unit: str) -> bool:
        return unit in self.words.people or unit in self.words.staff


class _Owners:
    """Statements by place, the innermost first."""

    __slots__ = ("starts", "statements")

    def __init__(self, statements: list[Statement]) -> None:
        self.statements = statements
        self.starts = [s.span.start for s in statements]

    def get_at(self, offset: int) -> Statement | None:
        """Of the last few statements that begin before `offset` the shortest that reaches it."""
        best: Statement | None = None
        last = bisect_right(self.starts, offset)
        for statement in self.statements[max(last - 40, 0) : last]:
            if offset < statement.span.end and (best is None or statement.span.length <= best.span.length):
                best = statement
        return best


def _start_of(statement: Statement) -> int:
    return statement.span.start


def take(layout: Layout, mentions: Mentions, statements: list[Statement]) -> list[Figure]:
    """The figures of an article in text order, those in statements with their speaker as owner."""
    return Taker(layout, mentions, statements).run() if mentions.quantities else []


__all__ = ["Actor", "take"]
