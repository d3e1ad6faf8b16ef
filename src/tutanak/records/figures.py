"""Figures: the quantities that state a fact, with what they measure, in which period, which way, and whose they are.

The quantities come from the mentions floor; here is decided which of them count (no dates, ages, articles of law,
names), and what governs them: "İhracat geçen yıl yüzde 14, bu yıl yüzde 7'den fazla büyüdü" are two, with one measure.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import Final

from tutanak.mentions import people_word
from tutanak.mentions.model import Actor, Mentions, Proof, Quantity
from tutanak.mentions.numeral_marks import is_whole
from tutanak.records.figure_changes import LIST, Change, governs, modifies, shared
from tutanak.records.figure_claims import checks, direction, owner, proofs, role
from tutanak.records.figure_counts import confidence_of, counts_behind, is_term, only_people, refers, talked, under, up_to
from tutanak.records.figure_exclusions import COUNTED, clock, figurative, goes_on, in_name, looks_like_year, names
from tutanak.records.figure_heads import adjective, counted, singular
from tutanak.records.figure_nouns import behind, is_argument, measured_before, measured_behind, share_of, span
from tutanak.records.figure_periods import period_of
from tutanak.records.figure_scene import Scene
from tutanak.records.figure_words import Noun, is_noun, lemma_in, possessed
from tutanak.records.model import Figure, Statement
from tutanak.spans import Span
from tutanak.text.layout import Layout, Token

RULE: Final = "tr/figures:"
PART: Final = 6  # words between a part and its whole


class Taker:
    """One article's figures in the making."""

    __slots__ = ("fallbacks", "figures", "layout", "nouns", "owners", "scene", "words")

    def __init__(self, layout: Layout, mentions: Mentions, statements: list[Statement]) -> None:
        self.scene = Scene(layout, mentions)
        self.layout = layout
        self.words = self.scene.words
        self.figures: list[Figure] = []
        self.nouns: list[Noun | None] = []  # what each figure measures or counts, beside `figures`
        self.fallbacks: dict[int, str] = {}  # units of figures that the next of a list may replace
        self.owners = _Owners(sorted(statements, key=_start_of))

    def run(self) -> list[Figure]:
        quantities = self.scene.quantities
        changes = [governs(self.scene, q, i) for i, q in enumerate(quantities)]
        for i, quantity in enumerate(quantities):
            self._take(quantity, shared(self.scene, changes, i))
        self._lend_counts()
        self._lend_measures()
        return [f for f in self.figures if f.unit]

    # ---- which count

    def _take(self, quantity: Quantity, change: Change | None) -> None:
        if quantity.kind == "ordinal" or names(self.scene, quantity) or in_name(self.scene, quantity):
            return
        if quantity.kind in COUNTED:
            self._take_count(quantity, change)
        elif quantity.kind == "duration":
            self._take_duration(quantity)
        elif quantity.kind != "multiple" or change is not None or quantity.case != "nom" or quantity.lik:
            self._take_measured(quantity, change)
        else:
            self._take_measured(quantity, None)

    def _take_count(self, quantity: Quantity, change: Change | None) -> None:
        if quantity.case == "nom" and not quantity.lik and goes_on(self.scene, quantity):
            return
        if quantity.case == "dat" and up_to(self.scene, quantity):
            quantity = under(self.layout, quantity)
        if quantity.value == 1 and not self.layout.text[quantity.core.start].isdigit():
            return  # "bir"
        if looks_like_year(self.scene, quantity) or quantity.value < 1 or not is_whole(quantity.value) or clock(self.scene, quantity):
            return
        if self._take_part(quantity):
            return
        subject = self._counted_before(quantity) or self._reached(quantity)
        if subject is not None:
            self._add(quantity, subject, change, subject.lemma, None, 0.85)
        else:
            self._take_counted(quantity, change)

    def _take_counted(self, quantity: Quantity, change: Change | None) -> None:
        """What stands behind the number, or, with nothing there, a level without a noun of its own."""
        tokens, at = self.layout.tokens, self._counted_from(quantity)
        if at >= len(tokens) or (quantity.lik and not is_noun(tokens[at])):
            return
        noun = counted(self.layout, self.words, at) if counts_behind(self.scene, quantity) else None
        if noun is None:
            self._add_open(quantity, change if change is not None and change.level else None)
            return
        if refers(self.scene, quantity, noun):
            return
        if only_people(self.scene, noun):
            self.fallbacks[len(self.figures)] = noun.lemma
        self._add(quantity, noun, None, noun.lemma, None, confidence_of(self.scene, quantity, noun))

    def _counted_from(self, quantity: Quantity) -> int:
        """The token where what is counted begins: "15 ile 20 bin arasında [ev]"."""
        tokens, at = self.layout.tokens, quantity.last
        if quantity.value_to is not None and at < len(tokens) and tokens[at].low in ("arasında", "arası", "aralığında"):
            at += 1
        return at + 1 if quantity.bound == "over" and at < len(tokens) and tokens[at].start < quantity.span.end else at

    # ---- parts of what is counted

    def _take_part(self, quantity: Quantity) -> bool:
        """ "312'si öğrenci olmak üzere 718 kişi", "2'si ağır 5 kişi", "16 üyesinden 7'si", "19 okulun …, 13'ünün"."""
        piece = self._is_piece(quantity)
        bounded = quantity.bound not in ("exact", "about") or quantity.span.end > quantity.core.end
        one_of_them = quantity.value == 1 and self.layout.text[quantity.core.start] != "1"  # "katılanlardan biri"
        if not (quantity.own or piece) or bounded or one_of_them:
            return False
        ahead = self._part_ahead(quantity) if not piece else None
        unit = ahead if ahead is not None else self._part_behind(quantity)
        if unit is None:
            return False
        self._add(quantity, None, None, unit, None, 0.75)
        self.figures[-1].role = "share"
        return True

    def _of_a_sum(self, quantity: Quantity) -> bool:
        """ "88 milyon lirasını …, 4 milyonunu": a part of money told just before."""
        last = self.figures[-1]
        money = last.measure is not None and last.unit.isupper() and len(last.unit) == 3
        return money and quantity.value >= 1000 and self.scene.same_sentence(last.span, quantity.span)

    def _is_piece(self, quantity: Quantity) -> bool:
        """ "İHA'lardan 45 [tanesini]"."""
        following = self.layout.tokens[quantity.last] if quantity.last < len(self.layout.tokens) else None
        return following is not None and following.form.lemma in ("tane", "adet") and possessed(following)

    def _part_ahead(self, quantity: Quantity) -> str | None:
        """The unit of a part whose whole follows; "" where the whole lends it."""
        tokens, at = self.layout.tokens, quantity.last
        last = min(at + PART, len(tokens))
        end, several = at, 0
        if at >= len(tokens) or not (is_noun(tokens[at]) or adjective(tokens[at])):
            return None
        while end < last and tokens[end].low != "olmak" and not self.scene.taken[end] and self._lists(end):
            several += tokens[end].text in (",", "ve")
            end += 1
        if (
            end == at
            or end >= len(tokens)
            or tokens[end].sentence != tokens[at].sentence
            or not (tokens[end].low == "olmak" or self.scene.taken[end])
        ):
            return None
        closed = tokens[end - 1].text in (",", "ve")
        head = tokens[end - 2] if closed else tokens[end - 1]
        if is_noun(head) and not adjective(head) and several == closed:
            self.fallbacks[len(self.figures)] = singular(head)
        return ""

    def _lists(self, at: int) -> bool:
        token = self.layout.tokens[at]
        return is_noun(token) or adjective(token) or token.text in (",", "ve")

    def _part_behind(self, quantity: Quantity) -> str | None:
        """The unit of a part whose whole stands before it in the sentence."""
        tokens, before = self.layout.tokens, quantity.first - 1
        following = tokens[quantity.last] if quantity.last < len(tokens) else None
        if following is not None and lemma_in(following, self.words.reaching):
            return None  # "1 milyonu aştı"
        if self.figures and self._of_a_sum(quantity):
            return self.figures[-1].unit
        if before >= 0 and tokens[before].form.case in ("gen", "abl") and not lemma_in(tokens[before], self.words.counted_in):
            if tokens[before].form.pos == "PRON" or tokens[before].low.startswith("bunlar"):
                return next((f.unit for f in reversed(self.figures[-LIST:]) if f.unit and f.measure is None), None)
            if is_noun(tokens[before]) and people_word(tokens[before]) is None and self.scene.mentions.at(before) is None:
                return singular(tokens[before])
        for figure in reversed(self.figures[-LIST:]):
            at = self.layout.token_at(figure.span.start)
            if self.scene.places[at] != self.scene.places[quantity.first]:
                return None
            if figure.measure is None and figure.unit and figure.value > quantity.value and figure.proof["unit"].spans != figure.proof["value"].spans:
                return figure.unit
        return None

    def _take_duration(self, quantity: Quantity) -> None:
        """Durations are facts only where something has them: "10 günlük ateşkes", "görüşme 2 saat sürdü"."""
        following = self.layout.tokens[quantity.last] if quantity.last < len(self.layout.tokens) else None
        told = quantity.case == "nom" or quantity.bound != "exact"
        if told and not quantity.lik and following is not None and not goes_on(self.scene, quantity) and lemma_in(following, self.words.lasting):
            self._take_lasting(quantity, following)
            return
        if talked(self.scene, quantity):
            self._add(quantity, None, None, quantity.unit, None, 0.6)
            return
        noun = measured_behind(self.layout, self.words, quantity) if quantity.lik and quantity.case == "nom" else None
        if noun is not None and (quantity.unit not in ("yıl", "sene") or is_term(self.scene, noun)):
            self._add(quantity, noun, None, quantity.unit, span(self.layout, noun), 0.7)

    def _take_lasting(self, quantity: Quantity, following: Token) -> None:
        if following.low.startswith("süreli") or following.form.verb_form == "participle":
            noun = behind(self.layout, self.words, quantity.last + 1)
        elif following.form.pos == "VERB":
            noun = self._measured_before(quantity)
        else:
            direct = following.form.case in ("", "nom", "dat", "acc") and not following.low.endswith("dir")
            noun = Noun(quantity.last, quantity.last, singular(following)) if direct else None
        if noun is not None:
            self._add(quantity, noun, None, quantity.unit, span(self.layout, noun), 0.7)

    def _add_open(self, quantity: Quantity, change: Change | None) -> None:
        """A bare number may lend its noun from the next of a list ("2005'te 9, 2007'de 11 görevli") or the one before."""
        tokens, at = self.layout.tokens, quantity.last
        bounded = quantity.bound in ("over", "under", "about") and quantity.span.end > quantity.core.end
        listed = at < len(tokens) and tokens[at].text in (",", "ve") and quantity.case == "nom"
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
        noun = measured_before(self.layout, self.words, self.scene.taken, quantity.first) if at < len(tokens) else None
        return noun if noun is None or noun.lemma not in self.words.counted_in else None

    def _counted_before(self, quantity: Quantity) -> Noun | None:
        """ "asker sayısının 12 bin 500'e": what is counted stands in front, as the number of something."""
        tokens = self.layout.tokens
        noun = measured_before(self.layout, self.words, self.scene.taken, quantity.first)
        if noun is not None and noun.head > 0 and tokens[noun.head].low.startswith("kayb") and tokens[noun.head - 1].low == "can":
            return Noun(noun.first, noun.head, "kişi")
        if noun is None or noun.lemma not in self.words.counted_in or self._counts_of_itself(quantity):
            return None
        counted_ = tokens[noun.head - 1] if noun.head > 0 else None
        if counted_ is None or counted_.kind != "word" or counted_.sentence != tokens[noun.head].sentence or not _owns(counted_):
            return self._counted_after(quantity) or self._counted_earlier()  # "bu sayı"
        return Noun(min(noun.first, noun.head - 1), noun.head - 1, "kişi" if counted_.form.verb_form == "participle" else singular(counted_))

    def _reached(self, quantity: Quantity) -> Noun | None:
        """ "ihlallerin 138'i bulduğu", "ölenlerin 300'ü aştığı": those that reach a number stand before it, in the genitive plural."""
        tokens, before = self.layout.tokens, quantity.first - 1
        following = tokens[quantity.last] if quantity.last < len(tokens) else None
        if before < 0 or not quantity.own or following is None or not lemma_in(following, self.words.reaching):
            return None
        whose = tokens[before]
        if whose.form.case != "gen" or whose.form.number != "pl" or not (is_noun(whose) or whose.form.verb_form == "participle"):
            return None
        return Noun(before, before, "kişi" if whose.form.verb_form == "participle" else singular(whose))

    def _counts_of_itself(self, quantity: Quantity) -> bool:
        """Has the number a noun of its own behind it?"""
        following = self.layout.tokens[quantity.last] if quantity.last < len(self.layout.tokens) else None
        if quantity.case != "nom" or following is None or following.kind != "word":
            return False
        return is_noun(following) and not lemma_in(following, self.words.carriers)

    def _counted_after(self, quantity: Quantity) -> Noun | None:
        """ "sayıları 16 bine çıkan [askerler]": whose number it is stands behind the participle."""
        tokens, at = self.layout.tokens, quantity.last
        if at + 1 >= len(tokens) or tokens[at].form.verb_form != "participle" or tokens[at].form.suffix != "an":
            return None
        return counted(self.layout, self.words, at + 1)

    def _counted_earlier(self) -> Noun | None:
        """ "bu sayının 191'e ulaştığı": what the figure before counted."""
        for earlier in reversed(self.nouns[-LIST:]):
            if earlier is not None:
                return Noun(earlier.first, earlier.head, earlier.lemma)
        return None

    def _take_measured(self, quantity: Quantity, change: Change | None) -> None:
        noun = measured_behind(self.layout, self.words, quantity)
        if noun is not None and change is not None and change.lemma not in self.words.nouns:
            change = None  # what the amount belongs to changes, not the amount
        if noun is None and quantity.own and quantity.kind in ("percent", "share"):
            noun = share_of(self.layout, self.scene.taken, quantity.first)
        if noun is None and change is not None and modifies(self.scene, change):
            noun = behind(self.layout, self.words, change.token + 1)
        if noun is None:
            noun = self._measured_before(quantity)
        measure = span(self.layout, noun) if noun is not None else self._inherited(quantity)
        if quantity.kind == "multiple" and noun is None and change is None:
            return
        sure = 0.92 if measure is not None else 0.8
        self._add(quantity, noun, change, quantity.unit, measure, 0.4 if figurative(self.scene, quantity) else sure)

    def _measured_before(self, quantity: Quantity) -> Noun | None:
        noun = measured_before(self.layout, self.words, self.scene.taken, quantity.first)
        if noun is not None and noun.lemma in self.words.anaphors and noun.first == noun.head:
            return None
        return noun

    def _inherited(self, quantity: Quantity) -> Span | None:
        """ "bu rakam 16,4 milyar dolara yükseldi", the second of a list: the measure of the figure before in the sentence."""
        if not self.figures:
            return None
        earlier = self.figures[-1]
        tokens = self.layout.tokens
        place = self.layout.token_at(earlier.span.start)
        if place < len(tokens) and self.scene.places[place] == self.scene.places[quantity.first]:
            return earlier.measure
        return None

    # ---- what governs

    # ---- the record

    def _add(self, quantity: Quantity, noun: Noun | None, change: Change | None, unit: str, measure: Span | None, confidence: float) -> None:
        statement = self._statement(quantity)
        argument = noun is None or quantity.kind not in COUNTED or is_argument(self.layout, self.words, noun)
        period = period_of(self.scene, quantity, change) if argument else None
        figure = Figure(
            rule=RULE + (change.lemma if change is not None else quantity.kind), confidence=confidence, span=quantity.span, value=quantity.value,
            value_to=quantity.value_to, unit=unit, bound=quantity.bound, ucum=quantity.ucum, measure=measure, within=statement,
            direction=direction(quantity, change), role=role(quantity, change), period=period.span if period else None,
            when=period, claimed_by=statement.speakers if statement is not None else (),
        )  # fmt: skip
        figure.checks = checks(self.scene, quantity, figure)
        figure.proof = proofs(self.layout, quantity, figure, change, noun)
        whose = owner(self.scene, quantity, figure)
        if whose is not None:
            figure.owner, figure.proof["owner"] = whose
        self.figures.append(figure)
        self.nouns.append(noun)

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
                and following.measure is not None
                and at < len(tokens)
                and self.scene.same_sentence(figure.span, following.span)
            ):
                figure.measure = following.measure
                figure.proof["measure"] = Proof((following.measure,), "quoted", figure.rule)

    def _lend_counts(self) -> None:
        """Bare numbers of a list take the noun of the next counted one; "120 binden fazlası" that of the one before."""
        following = ""
        for i in range(len(self.figures) - 1, -1, -1):
            figure = self.figures[i]
            if i in self.fallbacks:
                figure.unit = following if self._lends(i, following) else self.fallbacks[i]
            if figure.unit:
                following = figure.unit if figure.measure is None else ""
                continue
            listed = self.nouns[i] is None and i + 1 < len(self.figures) and self.scene.same_sentence(figure.span, self.figures[i + 1].span)
            figure.unit = (self._counted_just_before(i) or following) if figure.bound != "exact" else (following if listed else "")

    def _counted_just_before(self, i: int) -> str:
        """The unit of the last count before figure `i` in its sentence."""
        own = self.figures[i].span
        near = reversed(self.figures[max(i - 8, 0) : i])
        return next((f.unit for f in near if f.unit and f.measure is None and self.scene.same_sentence(f.span, own)), "")

    def _lends(self, i: int, unit: str) -> bool:
        """Does the next figure of the list lend its unit: "21'i seyir olmak üzere 26 füze", but "312'si öğrenci … 718 kişi"?"""
        if not unit or not unit[0].islower() or unit in ("kişi", "insan") or (i + 1 in self.fallbacks and self.figures[i].role == "share"):
            return False
        return self.scene.same_sentence(self.figures[i].span, self.figures[i + 1].span)


def _owns(token: Token) -> bool:
    """May it be that whose number is told: "asker sayısı", "yakalananların sayısı", not "bu sayı", "son dönemde sayıları"?"""
    return token.form.pos not in ("DET", "PRON") and token.form.case in ("", "nom", "gen")


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
