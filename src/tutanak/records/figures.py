"""Figures: the quantities that state a fact, with what they measure, in which period, which way, and whose they are.

The quantities come from the mentions floor; here is decided which of them count (no dates, ages, articles of law,
names), and what governs them: "İhracat geçen yıl yüzde 14, bu yıl yüzde 7'den fazla büyüdü" are two, with one measure.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import replace

from tutanak.mentions import people_word
from tutanak.mentions.model import Actor, Mentions, Proof, Proofs, Quantity, When
from tutanak.mentions.numeral_marks import is_whole
from tutanak.records.figure_heads import adjective, counted, singular
from tutanak.records.figure_nouns import behind, is_argument, measured_before, measured_behind, share_of, span
from tutanak.records.figure_words import Noun, Words, bare, is_noun, lemma_in, possessed, words
from tutanak.records.model import Figure, Statement
from tutanak.spans import Span
from tutanak.text.layout import Layout, Token

NEAR = 120  # tokens around an amount in which its period is looked for
AHEAD = 12  # tokens behind an amount in which its verb is looked for
RULE = "tr/figures:"
_COUNTED_KINDS = ("number", "count")
_MEASURED = ("percent", "money", "measure", "point", "multiple", "share")


_DEFINITE = ("son", "ilk", "diğer", "öteki", "öbür", "aynı")  # "son iki savaş": those that are known
PART = 6  # words between a part and its whole
LIST = 20  # amounts that one verb may end; a longer list is no sentence


class Change:
    """What governs an amount: token of the verb or noun of change, its direction, is the amount the level reached."""

    __slots__ = ("direction", "lemma", "level", "token")

    def __init__(self, token: int, lemma: str, direction: str, level: bool) -> None:
        self.token = token
        self.lemma = lemma
        self.direction = direction
        self.level = level


class Taker:
    """One article's figures in the making."""

    __slots__ = ("fallbacks", "figures", "firsts", "layout", "mentions", "nouns", "owners", "places", "quantities", "statements", "taken", "words")

    def __init__(self, layout: Layout, mentions: Mentions, statements: list[Statement]) -> None:
        self.layout = layout
        self.mentions = mentions
        self.statements = sorted(statements, key=_start_of)
        self.words: Words = words()
        self.figures: list[Figure] = []
        self.nouns: list[Noun | None] = []  # what each figure measures or counts, beside `figures`
        self.fallbacks: dict[int, str] = {}  # units of figures that the next of a list may replace
        self.taken = [False] * len(layout.tokens)  # tokens of times and quantities
        self.owners = _Owners(self.statements)
        self.places: list[int] = []  # the sentence of each token, those inside quotations by themselves
        self.quantities: list[Quantity] = []  # those that are no part of a time
        self.firsts = [w.first for w in mentions.whens]

    def run(self) -> list[Figure]:
        quantities = self.mentions.quantities
        if not quantities:
            return []
        self.places = sentence_of(self.layout)
        times = self._times()
        self._mark(times)
        self.quantities = [q for q in quantities if not self._is_time(q, times)]
        changes = [self._change(q, i) for i, q in enumerate(self.quantities)]
        for i, quantity in enumerate(self.quantities):
            self._take(quantity, self._shared(self.quantities, changes, i))
        self._lend_counts()
        self._lend_measures()
        return [f for f in self.figures if f.unit]

    def _times(self) -> list[When]:
        return [w for w in self.mentions.whens if w.kind != "duration"]

    def _mark(self, times: list[When]) -> None:
        for time in times:
            self.taken[time.first : time.last] = [True] * (time.last - time.first)
        for quantity in self.mentions.quantities:
            self.taken[quantity.first : quantity.last] = [True] * (quantity.last - quantity.first)

    def _is_time(self, quantity: Quantity, times: list[When]) -> bool:
        low, high = 0, len(times)
        while low < high:
            middle = (low + high) // 2
            if times[middle].span.end <= quantity.core.start:
                low = middle + 1
            else:
                high = middle
        return low < len(times) and times[low].span.meets(quantity.core)

    # ---- which count

    def _take(self, quantity: Quantity, change: Change | None) -> None:
        if quantity.kind == "ordinal" or self._names(quantity) or self._in_name(quantity):
            return
        if quantity.kind in _COUNTED_KINDS:
            self._take_count(quantity, change)
        elif quantity.kind == "duration":
            self._take_duration(quantity)
        elif quantity.kind != "multiple" or change is not None or quantity.case != "nom" or quantity.lik:
            self._take_measured(quantity, change)
        else:
            self._take_measured(quantity, None)

    def _names(self, quantity: Quantity) -> bool:
        """Does the number belong to a name, an age, a law, a clock: "497 sayılı karar", "saat 14.30", "5+1"?"""
        tokens = self.layout.tokens
        before, after = quantity.first - 1, quantity.core_last
        if after < len(tokens) and tokens[after].kind == "word" and lemma_in(tokens[after], self.words.none_before):
            return True
        if quantity.kind == "measure" and quantity.value == 1 and after < len(tokens) and tokens[after].form.lemma == "nokta":
            return True  # "bir dönüm noktası"
        if before >= 0 and tokens[before].low in ("birkaç", "kaç", "nice"):
            return True
        if before >= 0 and tokens[before].low == "yer" and tokens[quantity.first].low == "altı":
            return True  # "yer altı"
        if after < len(tokens) and tokens[quantity.first].low == "dört" and tokens[after].low == "bir":
            return True  # "dört bir yanda"
        if after < len(tokens) and tokens[quantity.first].low == "altı" and tokens[after].form.lemma == "çiz":
            return True  # "altı çizilen"
        if is_clock(self.layout.text, quantity.core) or (after < len(tokens) and tokens[after].low == "artı"):
            return True
        if before >= 0 and quantity.kind in _COUNTED_KINDS and bare(tokens[before].form) and lemma_in(tokens[before], self.words.none_behind):
            return True
        return self._joined(before, quantity.core.start, False) or self._joined(after, quantity.core.end, True)

    def _in_name(self, quantity: Quantity) -> bool:
        """ "Faysal bin Ferhan", "Kanal 13", "57357 Çocuk Kanser Hastanesi": a number within a name."""
        tokens, first = self.layout.tokens, quantity.first
        if quantity.kind not in _COUNTED_KINDS:
            return False
        if tokens[first].start < quantity.span.start and tokens[first].text[0].isalpha():
            return True  # "TRLG-230"
        mention = self.mentions.at(first)
        if mention is not None and mention.kind != "description" and mention.first < quantity.last < mention.last:
            return True
        following = tokens[quantity.last] if quantity.last < len(tokens) else None
        named = self.mentions.at(quantity.last)
        if (
            named is not None
            and named.kind in ("name", "place")
            and named.first == quantity.last
            and named.last - named.first > 1
            and quantity.value > 1000
        ):
            return True
        word = self.layout.low[quantity.core.start : quantity.core.end]
        if word == "yüz" and following is not None and possessed(following):
            return True  # "yüz nakli"
        if word in ("bin", "yüz") and following is not None and (following.capital or following.form.possessive):
            return True  # "Faysal bin Ferhan"
        before = tokens[first - 1] if first > 0 else None
        if before is None or not before.capital or before.kind != "word" or before.end != before.base_end or not _digits_only(word):
            return False
        started = first < 2 or self.places[first - 2] != self.places[first - 1] or tokens[first - 2].kind == "punct"
        return not started and before.form.case in ("", "nom") and not self.taken[first - 1] and self.mentions.at(first - 1) is None

    def _joined(self, at: int, edge: int, behind: bool) -> bool:
        """A sign that touches the number makes it part of something else."""
        tokens = self.layout.tokens
        if not 0 <= at < len(tokens) or tokens[at].kind != "punct" or tokens[at].text not in "+/:-–_#@&*=":
            return False
        return tokens[at].start == edge if behind else tokens[at].end == edge

    def _take_count(self, quantity: Quantity, change: Change | None) -> None:
        tokens = self.layout.tokens
        at = quantity.last
        if quantity.case == "nom" and not quantity.lik and self._goes_on(quantity):
            return
        if quantity.case == "dat" and self._up_to(quantity):
            quantity = _under(self.layout, quantity)
            at = quantity.last
        if self._looks_like_year(quantity) or quantity.value < 1 or not is_whole(quantity.value) or self._clock(quantity):
            return
        if self._take_part(quantity):
            return
        subject = self._counted_before(quantity)
        if subject is not None:
            self._add(quantity, subject, change, subject.lemma, None, 0.85)
            return
        following = tokens[at] if at < len(tokens) else None
        if quantity.value_to is not None and following is not None and following.low in ("arasında", "arası", "aralığında"):
            at += 1  # "15 ile 20 bin arasında [ev]"
            following = tokens[at] if at < len(tokens) else None
        if quantity.bound == "over" and following is not None and following.start < quantity.span.end:
            at += 1
        if quantity.lik and not (following is not None and is_noun(following)):
            return
        noun = counted(self.layout, self.words, at) if following is not None and self._counts_behind(quantity) else None
        if noun is None:
            self._add_open(quantity, change if change is not None and change.level else None)
            return
        if self._only_people(noun):
            self.fallbacks[len(self.figures)] = noun.lemma
        if not self._refers(quantity, noun):
            self._add(quantity, noun, None, noun.lemma, None, self._count_confidence(quantity, noun))

    def _only_people(self, noun: Noun) -> bool:
        """ "75 [Türk], 15 Iraklı çalışan": a people's word before the next number of a list."""
        tokens, at = self.layout.tokens, noun.head + 2
        return at < len(tokens) and tokens[at - 1].text in (",", "ve") and self.taken[at] and people_word(tokens[noun.head]) is not None

    # ---- parts of what is counted

    def _take_part(self, quantity: Quantity) -> bool:
        """ "546'sı çocuk olmak üzere 923 kişi", "2'si ağır 5 kişi", "18 yargıcından 9'u", "17 merkezin …, 14'ünün"."""
        if not quantity.own or quantity.value == 1 or quantity.bound not in ("exact", "about") or quantity.span.end > quantity.core.end:
            return False
        ahead = self._part_ahead(quantity)
        unit = ahead if ahead is not None else self._part_behind(quantity)
        if unit is None:
            return False
        self._add(quantity, None, None, unit, None, 0.75)
        self.figures[-1].role = "share"
        return True

    def _part_ahead(self, quantity: Quantity) -> str | None:
        """The unit of a part whose whole follows; "" where the whole lends it."""
        tokens, at = self.layout.tokens, quantity.last
        last = min(at + PART, len(tokens))
        end, several = at, 0
        while end < last and tokens[end].low != "olmak" and not self.taken[end] and self._lists(end):
            several += tokens[end].text in (",", "ve")
            end += 1
        if end == at or end >= len(tokens) or not (tokens[end].low == "olmak" or (self.taken[end] and tokens[end].sentence == tokens[at].sentence)):
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
        if before >= 0 and tokens[before].form.case in ("gen", "abl") and not lemma_in(tokens[before], self.words.counted_in):
            if tokens[before].form.pos == "PRON" or tokens[before].low.startswith("bunlar"):
                return next((f.unit for f in reversed(self.figures) if f.unit and f.measure is None), None)
            if is_noun(tokens[before]) and people_word(tokens[before]) is None and self.mentions.at(before) is None:
                return singular(tokens[before])
        for figure in reversed(self.figures[-LIST:]):
            at = self.layout.token_at(figure.span.start)
            if self.places[at] != self.places[quantity.first]:
                return None
            if figure.measure is None and figure.unit and figure.value > quantity.value and figure.proof["unit"].spans != figure.proof["value"].spans:
                return figure.unit
        return None

    def _up_to(self, quantity: Quantity) -> bool:
        """ "1,2 milyona kadar [göçmene]": a dative before "kadar" and what is counted."""
        tokens, at = self.layout.tokens, quantity.last
        if quantity.bound != "exact" or at + 1 >= len(tokens) or tokens[at].low != "kadar" or self._looks_like_year(quantity):
            return False
        noun = counted(self.layout, self.words, at + 1)
        return noun is not None and not tokens[at + 1].capital and self.layout.text[quantity.core.start].isdigit()

    def _take_duration(self, quantity: Quantity) -> None:
        """Durations are facts only where something has them: "10 günlük ateşkes", "görüşme 2 saat sürdü"."""
        following = self.layout.tokens[quantity.last] if quantity.last < len(self.layout.tokens) else None
        told = quantity.case == "nom" or quantity.bound != "exact"
        if told and not quantity.lik and following is not None and not self._goes_on(quantity) and lemma_in(following, self.words.lasting):
            self._take_lasting(quantity, following)
            return
        noun = measured_behind(self.layout, self.words, quantity) if quantity.lik and quantity.case == "nom" else None
        if noun is not None and (quantity.unit not in ("yıl", "sene") or self._is_term(noun)):
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

    def _is_term(self, noun: Noun) -> bool:
        """Years count where they were agreed or sentenced ("10 yıllık anlaşma"), not as an attribute ("24 yıllık tarihi")."""
        return any(lemma_in(self.layout.tokens[at], self.words.terms) for at in range(noun.first, noun.head + 1))

    def _counts_behind(self, quantity: Quantity) -> bool:
        """ "5'i", "12 bin 500'e": with a case of its own it counts nothing behind it, unless a bound stands between."""
        if quantity.span.end == quantity.core.end:
            return quantity.case == "nom" and not quantity.own
        return self.layout.tokens[quantity.last - 1].form.case != "dat"

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
        level = change is not None and change.level and at < len(tokens) and self.taken[at]  # "40'tan 95'e çıktı"
        if (quantity.case == "abl" and not level) or quantity.own or tokens[quantity.last - 1].form.possessive:
            return None  # "120 binden fazlası"
        return measured_before(self.layout, self.words, self.taken, quantity.first) if at < len(tokens) else None

    def _goes_on(self, quantity: Quantity) -> bool:
        """ "ikişer": a word of a number that goes on behind it."""
        end = quantity.core.end
        return quantity.span.end == end and self.layout.text[end : end + 1].isalpha()

    def _looks_like_year(self, quantity: Quantity) -> bool:
        words_ = self.layout.text[quantity.core.start : quantity.core.end]
        return len(words_) == 4 and words_.isdigit() and 1900 <= quantity.value <= 2100

    def _clock(self, quantity: Quantity) -> bool:
        """ "14.30'da"."""
        digits = self.layout.text[quantity.core.start : quantity.core.end]
        return len(digits) in (4, 5) and digits[-3] == "." and digits.replace(".", "").isdigit() and quantity.case in ("loc", "dat", "nom", "abl")

    def _counted_before(self, quantity: Quantity) -> Noun | None:
        """ "asker sayısının 12 bin 500'e": what is counted stands in front, as the number of something."""
        tokens = self.layout.tokens
        noun = measured_before(self.layout, self.words, self.taken, quantity.first)
        if noun is not None and noun.head > 0 and tokens[noun.head].low.startswith("kayb") and tokens[noun.head - 1].low == "can":
            return Noun(noun.first, noun.head, "kişi")
        if noun is None or noun.lemma not in self.words.counted_in or noun.head == 0:
            return None
        following = tokens[quantity.last] if quantity.last < len(tokens) else None
        if (
            quantity.case == "nom"
            and following is not None
            and following.kind == "word"
            and is_noun(following)
            and not lemma_in(following, self.words.carriers)
        ):
            return None
        counted_ = tokens[noun.head - 1]
        if counted_.form.pos in ("DET", "PRON") or counted_.kind != "word" or counted_.sentence != tokens[noun.head].sentence:
            return self._counted_earlier()  # "bu sayı"
        return Noun(min(noun.first, noun.head - 1), noun.head - 1, "kişi" if counted_.form.verb_form == "participle" else singular(counted_))

    def _counted_earlier(self) -> Noun | None:
        """ "bu sayının 191'e ulaştığı": what the figure before counted."""
        for earlier in reversed(self.nouns[-LIST:]):
            if earlier is not None:
                return Noun(earlier.first, earlier.head, earlier.lemma)
        return None

    def _refers(self, quantity: Quantity, noun: Noun) -> bool:
        """ "iki ülke", "her iki taraf" mean those two."""
        tokens = self.layout.tokens
        written = self.layout.text[quantity.core.start : quantity.core.end]
        before = tokens[quantity.first - 1].low if quantity.first > 0 else ""
        known = before in ("son", "ilk") or (before in _DEFINITE and not written.isdigit())
        if before in ("her", "bu", "söz", "o", "şu") or (known and quantity.value <= 3):
            return True
        if quantity.value == 1:
            return written != "1"
        named = self.mentions.at(quantity.last)
        if named is not None and named.kind in ("state", "place") and named.last > noun.head and people_word(tokens[noun.head]) is None:
            return True  # "86 milyon Türkiye"
        if quantity.value == 2 and named is not None and named.kind in ("state", "place", "name") and named.last > noun.head:
            return True
        small = quantity.value == 2 or (quantity.value == 3 and not written.isdigit())
        return (small and self._characterises(noun)) or (quantity.value <= 5 and self._apposed(noun))

    def _apposed(self, noun: Noun) -> bool:
        """ "iki nükleer güç olan Fransa ile Çin": their names follow."""
        tokens = self.layout.tokens
        following = tokens[noun.head + 1] if noun.head + 1 < len(tokens) else None
        head = tokens[noun.head].form
        return following is not None and following.low == "olan" and head.case in ("", "nom") and not head.possessive

    def _characterises(self, noun: Noun) -> bool:
        """ "iki kardeş halk": two that are known, not counted, but "adada iki ayrı halk var"."""
        tokens = self.layout.tokens
        if any(tokens[at].low in ("ayrı", "farklı", "yeni") for at in range(noun.first, noun.head)):
            return False
        sides = noun.first < noun.head and tokens[noun.first].form.lemma in self.words.sides  # "iki ülke ticareti"
        return sides or noun.lemma in self.words.referring

    def _count_confidence(self, quantity: Quantity, noun: Noun) -> float:
        written = self.layout.text[quantity.core.start : quantity.core.end]
        if noun.lemma in ("kez", "defa", "kere"):
            return 0.4
        if any(c.isdigit() for c in written) or quantity.value >= 10:
            return 0.9
        return 0.4 if noun.lemma in self.words.arranged else 0.65  # "üç temel unsur" arranges a speech, "iki gemi" counts

    def _take_measured(self, quantity: Quantity, change: Change | None) -> None:
        noun = measured_behind(self.layout, self.words, quantity)
        if noun is not None and change is not None and change.lemma not in self.words.nouns:
            change = None  # what the amount belongs to changes, not the amount
        if noun is None and quantity.own and quantity.kind in ("percent", "share"):
            noun = share_of(self.layout, self.taken, quantity.first)
        if noun is None and change is not None and self._modifies(change):
            noun = behind(self.layout, self.words, change.token + 1)
        if noun is None:
            noun = self._measured_before(quantity)
        measure = span(self.layout, noun) if noun is not None else self._inherited(quantity)
        if quantity.kind == "multiple" and noun is None and change is None:
            return
        sure = 0.92 if measure is not None else 0.8
        self._add(quantity, noun, change, quantity.unit, measure, 0.4 if self._figurative(quantity) else sure)

    def _figurative(self, quantity: Quantity) -> bool:
        """ "toprağımızın bir santimetresi", "bir kilometre taşı": one of a measure, in words."""
        one = quantity.value == 1 and quantity.bound == "exact" and quantity.kind in ("measure", "multiple") and not quantity.lik
        return one and self.layout.low.startswith("bir", quantity.core.start)

    def _modifies(self, change: Change) -> bool:
        """ "282 milyar dolara ulaşacak mal ihracatı": the verb of change stands before its subject."""
        form = self.layout.tokens[change.token].form
        return form.verb_form == "participle" and not form.possessive and form.case in ("", "nom") and change.token + 1 < len(self.layout.tokens)

    def _measured_before(self, quantity: Quantity) -> Noun | None:
        noun = measured_before(self.layout, self.words, self.taken, quantity.first)
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
        if place < len(tokens) and self.places[place] == self.places[quantity.first]:
            return earlier.measure
        return None

    # ---- what governs

    def _change(self, quantity: Quantity, place: int) -> Change | None:
        """The verb or noun of change behind an amount, in its clause."""
        tokens = self.layout.tokens
        quantities = self.quantities
        barrier = quantities[place + 1].first if place + 1 < len(quantities) else len(tokens)
        last = min(quantity.core_last + AHEAD, len(tokens))
        for at in range(quantity.core_last, last):
            token = tokens[at]
            if self.places[at] != self.places[quantity.first] or (token.kind == "punct" and token.text in ",;:.") or at >= barrier:
                return None
            change = self._change_at(token, at, quantity)
            if change is not None:
                return change
            if token.form.verb_form in ("finite", "converb") and token.form.pos == "VERB":
                return None
        return None

    def _change_at(self, token: Token, at: int, quantity: Quantity) -> Change | None:
        for form in token.forms:
            direction = self.words.nouns.get(form.lemma) if form.pos != "VERB" else None
            if direction is not None:
                return Change(at, form.lemma, direction, False)
            direction = self.words.changes.get(form.lemma) if form.pos == "VERB" else None
            if direction is not None:
                level = (
                    (quantity.case in ("dat", "abl") and quantity.bound == "exact")
                    or quantity.case == "dat"
                    or form.lemma in self.words.levels
                    or self._until(quantity)
                )
                if form.lemma in self.words.levels and not (quantity.case in ("dat", "abl") or self._until(quantity)):
                    return None
                return Change(at, form.lemma, direction, level)
        return None

    def _until(self, quantity: Quantity) -> bool:
        tokens, at = self.layout.tokens, quantity.core_last
        if at < len(tokens) and lemma_in(tokens[at], self.words.carriers) and tokens[at].form.case == "dat":
            return True  # "30 milyar dolar seviyesine yükseldi"
        return quantity.bound in ("over", "under", "about") and at < len(tokens) and tokens[quantity.last - 1].form.case == "dat"

    def _shared(self, quantities: list[Quantity], changes: list[Change | None], place: int) -> Change | None:
        """Ellipsis: the amounts of a list share the verb of the last ("geçen yıl yüzde 14, bu yıl yüzde 7'den fazla büyüdü")."""
        quantity = quantities[place]
        change = changes[place]
        far = min(len(quantities), place + LIST)
        while change is None and place + 1 < far:
            following = quantities[place + 1]
            gap = range(quantities[place].last, following.first)
            if following.kind != quantity.kind or following.unit != quantity.unit or self.places[following.first] != self.places[quantity.first]:
                return None
            if not all(self._may_stand_between(at) for at in gap) and not self._listed(gap, quantity, following):
                return None
            place += 1
            change = changes[place]
        return change

    def _listed(self, gap: range, quantity: Quantity, following: Quantity) -> bool:
        """ "asker sayısının 12 bin 500'e, polis sayısının ise bin 323'e": each with its own subject."""
        tokens = self.layout.tokens
        if len(gap) == 0 or tokens[gap[0]].text not in (",", "ve") or quantity.case != following.case:
            return False
        if quantity.case == "nom" and quantity.kind != "percent":
            return False
        return all(tokens[at].form.verb_form not in ("finite", "converb") for at in gap)

    def _may_stand_between(self, at: int) -> bool:
        token = self.layout.tokens[at]
        return self.taken[at] or token.text in (",", "ve", "ise", "de", "da") or token.form.pos in ("ADV", "CCONJ")

    # ---- the record

    def _add(self, quantity: Quantity, noun: Noun | None, change: Change | None, unit: str, measure: Span | None, confidence: float) -> None:
        statement = self._statement(quantity)
        argument = noun is None or quantity.kind not in _COUNTED_KINDS or is_argument(self.layout, self.words, noun)
        period = self._period(quantity, change) if argument else None
        figure = Figure(
            rule=RULE + (change.lemma if change is not None else quantity.kind), confidence=confidence, span=quantity.span, value=quantity.value,
            value_to=quantity.value_to, unit=unit, bound=quantity.bound, ucum=quantity.ucum, measure=measure, within=statement,
            direction=_direction(quantity, change), role=_role(quantity, change), period=period.span if period else None,
            when=period, claimed_by=statement.speakers if statement is not None else (),
        )  # fmt: skip
        figure.checks = self._checks(quantity, figure)
        figure.proof = _proofs(self.layout, quantity, figure, change, noun)
        self.figures.append(figure)
        self.nouns.append(noun)

    def _statement(self, quantity: Quantity) -> Statement | None:
        """The innermost statement whose words hold the amount."""
        return self.owners.get_at(quantity.core.start)

    def _period(self, quantity: Quantity, change: Change | None) -> When | None:
        """The nearest time before the amount in its sentence and quotation, else one behind it before its verb."""
        tokens = self.layout.tokens
        sentence, quote = self.places[quantity.first], tokens[quantity.first].quote
        best: When | None = None
        for when in self._times_of(sentence, quantity.first):
            if not self._adverbial(when):
                continue
            if tokens[when.first].quote != quote or self._compares(when):
                continue
            if when.span.end <= quantity.span.start:
                best = when
            elif best is None and change is not None and when.last <= change.token:
                return when
        return best

    def _adverbial(self, when: When) -> bool:
        """No attribute of another noun ("bugüne kadarki", "geçen ayki"), no name of an event ("11 Eylül"), no "5 yıl sonra"."""
        last = self.layout.tokens[when.last - 1]
        if (last.low.endswith(("ki", "kü")) and last.end == last.base_end) or last.low.endswith(("daki", "deki", "taki", "teki")):
            return False
        if when.kind == "duration" or (
            when.timex is not None and when.timex.startswith("P") and when.edtf is None and when.precision is None and last.low.startswith("sonra")
        ):
            return when.kind == "duration"
        return not (
            when.precision == "day"
            and when.kind == "date"
            and last.form.lemma in self.words.months
            and last.base_end == last.end
            and last.form.case in ("", "nom")
        )

    def _times_of(self, sentence: int, first: int) -> list[When]:
        """The times of a sentence near token `first`."""
        whens = self.mentions.whens
        low, high = bisect_left(self.firsts, first - NEAR), bisect_left(self.firsts, first + NEAR)
        return [w for w in whens[low:high] if self.places[w.first] == sentence and self._is_period(w)]

    def _is_period(self, when: When) -> bool:
        """Dates, periods, "yılda", "25 yılda"; no "2 yıl" by itself."""
        last = self.layout.tokens[when.last - 1]
        return when.kind in ("date", "period", "set") or (when.kind == "duration" and last.form.case == "loc")

    def _compares(self, when: When) -> bool:
        """ "geçen yılın aynı dönemine göre" is no period of the amount."""
        tokens, at = self.layout.tokens, when.last
        return at < len(tokens) and lemma_in(tokens[at], self.words.compared)

    def _checks(self, quantity: Quantity, figure: Figure) -> tuple[str, ...]:
        """What is missing to check it."""
        missing = []
        if figure.period is None:
            missing.append("no period")
        if quantity.kind in _MEASURED and figure.measure is None:
            missing.append("no measure")
        if quantity.kind in _MEASURED and not self._source(quantity):
            missing.append("no source series")
        if "currency" in quantity.assumed:
            missing.append("currency assumed")
        return tuple(missing)

    def _source(self, quantity: Quantity) -> bool:
        """Does the sentence name where the figure comes from ("TÜİK verilerine göre")?"""
        sentence = self.layout.tokens[quantity.first].sentence
        if sentence < 0:
            return False
        whole = self.layout.sentences[sentence]
        return any(lemma_in(self.layout.tokens[at], self.words.sources) for at in range(whole.first, min(whole.last, whole.first + 60)))

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
                and self._same_sentence(figure, following)
            ):
                figure.measure = following.measure
                figure.proof["measure"] = Proof((following.measure,), "quoted", figure.rule)

    def _lend_counts(self) -> None:
        """Bare numbers of a list take the noun of the next counted one; "120 binden fazlası" that of the one before."""
        following = ""
        tokens = self.layout.tokens
        for i in range(len(self.figures) - 1, -1, -1):
            figure = self.figures[i]
            if i in self.fallbacks:
                figure.unit = following if self._lends(i, following) else self.fallbacks[i]
            if figure.unit:
                following = figure.unit if figure.measure is None else ""
                continue
            previous = next(
                (f.unit for f in reversed(self.figures[max(i - 8, 0) : i]) if f.unit and f.measure is None and self._same_sentence(f, figure)), ""
            )
            listed = self.nouns[i] is None and i + 1 < len(self.figures) and self._same_sentence(figure, self.figures[i + 1])
            own = tokens[self.layout.token_at(figure.span.end - 1)] if figure.bound != "exact" else None
            figure.unit = (previous or following) if own is not None else (following if listed else "")

    def _lends(self, i: int, unit: str) -> bool:
        """Does the next figure of the list lend its unit: "24'ü balistik olmak üzere 28 füze", but "546'sı çocuk … 923 kişi"?"""
        if not unit or not unit[0].islower() or unit in ("kişi", "insan") or (i + 1 in self.fallbacks and self.figures[i].role == "share"):
            return False
        return self._same_sentence(self.figures[i], self.figures[i + 1])

    def _same_sentence(self, a: Figure, b: Figure) -> bool:
        return self.places[self.layout.token_at(a.span.start)] == self.places[self.layout.token_at(b.span.start)]


def sentence_of(layout: Layout) -> list[int]:
    """A number for each token's sentence; sentences inside a quotation count by themselves."""
    places = [token.sentence for token in layout.tokens]
    number = len(layout.sentences)
    for quotation in layout.quotations:  # outer ones first
        for inner in layout.inner.get(quotation.index, ()):
            number += 1
            places[inner.first : inner.last] = [number] * (inner.last - inner.first)
    return places


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


def _direction(quantity: Quantity, change: Change | None) -> str | None:
    """Which way it goes; the level it came from ("yüzde 5'ten") goes nowhere."""
    return None if change is None or (quantity.case == "abl" and change.level) else change.direction


def _role(quantity: Quantity, change: Change | None) -> str:
    if quantity.kind == "share":
        return "share"
    if change is not None:
        return "level" if change.level else "change"
    return "share" if quantity.kind == "percent" and quantity.case in ("acc", "dat", "loc", "abl", "gen", "nom") and _possessed(quantity) else "level"


def _possessed(quantity: Quantity) -> bool:
    return quantity.own


def _proofs(layout: Layout, quantity: Quantity, figure: Figure, change: Change | None, noun: Noun | None) -> Proofs:
    core = (quantity.core,)
    proof: Proofs = {
        "value": Proof(core, "derived", figure.rule),
        "unit": Proof((span(layout, noun),) if noun is not None and quantity.kind in _COUNTED_KINDS else core, "derived", figure.rule),
    }
    if figure.value_to is not None:
        proof["value_to"] = Proof(core, "derived", figure.rule)
    told = (layout.tokens[change.token].span,) if change is not None else core
    if figure.direction is not None:
        proof["direction"] = Proof(told, "derived", figure.rule)
    proof["role"] = Proof(told, "derived", figure.rule)
    if figure.measure is not None:
        proof["measure"] = Proof((figure.measure,), "quoted", figure.rule)
    if figure.period is not None:
        proof["period"] = Proof((figure.period,), "quoted", figure.rule)
    if figure.within is not None and figure.claimed_by:
        proof["claimed_by"] = _owner_proof(figure.within, figure.rule)
    return proof


def _under(layout: Layout, quantity: Quantity) -> Quantity:
    """The amount with "kadar" behind it, an upper bound."""
    at = quantity.last
    return replace(quantity, bound="under", span=Span(quantity.span.start, layout.tokens[at].end), last=at + 1, case="nom")


def _owner_proof(statement: Statement, rule: str) -> Proof:
    speaker = statement.proof.get("speaker")
    return Proof(speaker.spans, "derived", rule) if speaker is not None else Proof((statement.span,), "derived", rule)


def _digits_only(word: str) -> bool:
    """ "13", "3-18", "4.0"."""
    return word.replace("-", "").replace(".", "").isdigit()


def is_clock(text: str, core: Span) -> bool:
    """Is the number one side of a clock time ("21:13", "11:15’de")?"""
    before, after = text[max(0, core.start - 2) : core.start], text[core.end : core.end + 2]
    return (before[-1:] == ":" and before[:1].isdecimal()) or (after[:1] == ":" and after[1:].isdecimal())


def take(layout: Layout, mentions: Mentions, statements: list[Statement]) -> list[Figure]:
    """The figures of an article in text order, those in statements with their speaker as owner."""
    return Taker(layout, mentions, statements).run()


__all__ = ["Actor", "take"]
