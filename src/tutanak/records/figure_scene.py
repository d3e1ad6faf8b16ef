"""What the figure grammar looks at: one article's tokens, sentences, times and quantities."""

from __future__ import annotations

from tutanak.mentions.model import Mentions, Quantity, When
from tutanak.records.figure_words import Words, words
from tutanak.spans import Span
from tutanak.text.layout import Layout


class Scene:
    """One article. places: the sentence of each token, those inside quotations by themselves. taken: tokens of times and quantities.
    quantities: those that are no part of a time. firsts: the first token of each time."""

    __slots__ = ("firsts", "layout", "mentions", "places", "quantities", "taken", "words")

    def __init__(self, layout: Layout, mentions: Mentions) -> None:
        self.layout = layout
        self.mentions = mentions
        self.words: Words = words()
        self.places = sentence_of(layout)
        self.firsts = [w.first for w in mentions.whens]
        times = [w for w in mentions.whens if w.kind != "duration"]
        self.taken = [False] * len(layout.tokens)
        self._mark(times)
        self.quantities: list[Quantity] = [_unowned(layout, q) for q in mentions.quantities if not _is_time(q, times)]

    def same_sentence(self, a: Span, b: Span) -> bool:
        return self.places[self.layout.token_at(a.start)] == self.places[self.layout.token_at(b.start)]

    def is_of_name(self, at: int) -> bool:
        """Is the token a part of a name of several words ("Batı" of "Batı Şeria'nın"), by itself no noun?"""
        mention = self.mentions.at(at)
        return mention is not None and mention.kind != "description" and mention.last - mention.first > 1

    def _mark(self, times: list[When]) -> None:
        for time in times:
            for at in range(time.first, time.last):
                self.taken[at] = True
        for quantity in self.mentions.quantities:
            for at in range(quantity.first, quantity.last):
                self.taken[at] = True


def _unowned(layout: Layout, quantity: Quantity) -> Quantity:
    """ "5 milyon ABD [doları] kredi": the ending that joins a currency to its state is nobody's, and no accusative."""
    if quantity.kind != "money" or not quantity.own:
        return quantity
    before, last = layout.tokens[quantity.core_last - 2], layout.tokens[quantity.core_last - 1]
    if not before.capital or before.kind != "word" or before.form.pos == "NUM":
        return quantity
    whole = quantity.case == "acc" and last.end == quantity.core.end
    told = quantity.again()
    told.own, told.case = False, "nom" if whole else quantity.case
    return told


def _is_time(quantity: Quantity, times: list[When]) -> bool:
    low, high = 0, len(times)
    while low < high:
        middle = (low + high) // 2
        if times[middle].span.end <= quantity.core.start:
            low = middle + 1
        else:
            high = middle
    if low == len(times) or not times[low].span.meets(quantity.core):
        return False
    return quantity.kind != "percent" or quantity.core.start >= times[low].span.start  # "yüzde [5-8 aralığında]": no December


def sentence_of(layout: Layout) -> list[int]:
    """A number for each token's sentence; sentences inside a quotation count by themselves."""
    places = [-1] * len(layout.tokens)
    for sentence in layout.sentences:
        places[sentence.first : sentence.last] = [sentence.index] * (sentence.last - sentence.first)
    number = len(layout.sentences)
    for quotation in layout.quotations:  # outer ones first
        for inner in layout.inner.get(quotation.index, ()):
            number += 1
            places[inner.first : inner.last] = [number] * (inner.last - inner.first)
    return places
