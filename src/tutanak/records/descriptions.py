"""Descriptions: the whole phrase that tells of a speaker without a name ("Petersen'in sözcüsü", "sürece yakın bir kaynak")."""

from __future__ import annotations

from typing import Final

from tutanak.mentions import nationality, people_word
from tutanak.mentions.model import Actor, Mentions, Organisation, Unnamed, proven
from tutanak.records.model import Statement
from tutanak.records.reporting import reporting
from tutanak.records.voices import CALLED, is_bare_name, past_acronym, past_openers, phrase_start, tells_when
from tutanak.spans import Span
from tutanak.text.layout import Layout, Token
from tutanak.text.morphology import MARKS

MODIFIERS: Final = 6  # steps to the left at most: what stands before a noun is never longer in a report
ARGUMENTS: Final = 8  # words that a participle before the noun may have for itself
ACRONYM: Final = 5  # letters at most
APOSTROPHES: Final = "'’‘"
NO_ARGUMENTS: Final = frozenset(("da", "de", "ise"))
PAUSES: Final = frozenset((",", ";", ":", ".", "…", "-", "–", "—", "•"))


def complete(layout: Layout, mentions: Mentions, statements: list[Statement]) -> None:
    """Give each speaker without a name the whole phrase that tells of him, the same one wherever he speaks."""
    told = {actor.span: actor for s in statements for actor in s.speakers if isinstance(actor, Unnamed)}
    if not told:
        return
    cues = frozenset(layout.token_at(s.cue.start) for s in statements if s.cue is not None)
    wholes = {span: Phrase(layout, mentions, cues, frozenset(told)).whole(actor) for span, actor in told.items()}
    for statement in statements:
        if any(isinstance(actor, Unnamed) for actor in statement.speakers):
            rewrite(statement, wholes)


def rewrite(statement: Statement, wholes: dict[Span, Unnamed]) -> None:
    """Put the whole phrases in the place of the speakers' words, and of their proof."""
    actors: tuple[Actor, ...] = tuple(wholes[a.span] if isinstance(a, Unnamed) else a for a in statement.speakers)
    statement.speakers = actors
    proof = statement.proof["speaker"]
    spans = tuple(wholes[span].span if span in wholes else span for span in proof.spans)
    statement.proof["speaker"] = proven(spans, proof.how, proof.rule)


class Phrase:
    """How far to the left the phrase of one speaker reaches.

    cues: the words by which the article's statements are told, which are no part of who tells them; others: the words of the speakers themselves.
    """

    def __init__(self, layout: Layout, mentions: Mentions, cues: frozenset[int], others: frozenset[Span]) -> None:
        self.layout = layout
        self.tokens = layout.tokens
        self.mentions = mentions
        self.cues = cues
        self.others = others

    def whole(self, told: Unnamed) -> Unnamed:
        """The actor with all the words that tell who he is; the same object where there are no more."""
        first, last = self.layout.token_at(told.span.start), self.layout.token_at(told.span.end) - 1
        if self.tokens[first].start != told.span.start or last < first:
            return told
        low = self.layout.sentences[self.tokens[last].sentence].first
        start = self.name_start(first, last, low) if self.is_name(first, last) else self.start(first, last, low)
        open_mark = told.text[-1] in APOSTROPHES and not any(mark in told.text[:-1] for mark in APOSTROPHES)  # "Medya Ofisi|'nden"
        words = told.text[:-1] if open_mark else told.text
        span = Span(self.tokens[start].start, told.span.end - open_mark)
        if span == told.span:
            return told
        more = self.layout.text[span.start : told.span.start] if start < first else ""
        return Unnamed(more + words[max(0, span.start - told.span.start) :], span, told.state)

    def is_name(self, first: int, last: int) -> bool:
        """Is it a name, if not one that the article introduces ("Holdinge bağlı | Kıyı Maden"), and no office that somebody has?"""
        words = self.tokens[first + (first < last and self.tokens[first].low in reporting().bound) : last + 1]
        return all(t.capital for t in words) and people_word(words[-1]) is None and not any(f.possessive.startswith("3") for f in words[-1].forms)

    def name_start(self, first: int, last: int, low: int) -> int:
        """Where a name begins: behind what ties it to another, and with the capitals before it ("Yapı | Kredi")."""
        if first < last and self.tokens[first].low in reporting().bound:
            return first + 1
        while first > low and is_bare_name(before := self.tokens[first - 1]) and not is_shouted(before) and before.low not in reporting().openers:
            first -= 1
        return first

    def start(self, first: int, last: int, low: int) -> int:
        """Index of the token with which the phrase begins whose known words are [first, last]."""
        for _ in range(MODIFIERS):
            before = self.before(first, last, low) if first > low else first
            if before == first:
                break
            first = before
        return past_openers(self.layout, first, last + 1) if first == low else first

    def before(self, first: int, last: int, low: int) -> int:
        """Where the modifier right before token `first` begins, or `first` where none stands there."""
        token = self.tokens[past_acronym(self.layout, first, low) - 1]
        if token.text in MARKS:
            return self.title_start(first, last)
        if token.kind == "punct" or token.quote != self.tokens[first].quote:
            return first
        if token.low == "ve":
            return self.pair_start(first, last, low)
        if is_counting(token) or (token.low in reporting().roughly and self.tokens[first].form.pos == "NUM"):
            return first - 1
        if first == last and self.is_half(token, self.tokens[first]):
            return self.half_start(token.index, low)
        if token.low in reporting().linked_adjectives:
            return self.half_start(first - 2, low) if first - 2 >= low and is_noun(self.tokens[first - 2]) else first
        if self.is_plain(token, self.tokens[first], low):
            return first - 1
        if self.owns(token, last) or self.is_bound(token, self.tokens[first]) or token.form.suffix == "ki":
            return self.noun_start(first - 1, low)
        return self.participle_start(first, last, low)

    def is_plain(self, token: Token, noun: Token, low: int) -> bool:
        """Is it an adjective, a number or "bir" before the phrase?"""
        form = token.form
        told = form.pos in ("ADJ", "DET", "NUM") and form.case in ("nom", "") and not form.possessive and ":" not in token.text
        opens = noun.capital and noun.form.pos == "ADJ" and noun.form.lemma[0].islower()  # "… yüksek | Yerel kaynaklar": a dot is missing
        first = token.index == low or self.tokens[token.index - 1].kind == "punct"
        known = first or not token.capital or nationality(token) is not None or token.base_end < token.end or form.pos != "ADJ"
        return told and known and not opens and token.low not in reporting().openers and noun.low not in CALLED

    def title_start(self, first: int, last: int) -> int:
        """Where the title in marks begins that names a paper or a text ("“Liman” | gazetesi", "“Kıyı Ekonomisi” | raporu")."""
        inner, noun = self.tokens[first - 2], self.tokens[last]
        titled = self.tokens[first].low in CALLED or noun.form.lemma in reporting().outlets or noun.form.lemma in reporting().titled
        if inner.quote < 0 or noun.quote >= 0 or not titled or not noun.form.possessive.startswith("3"):
            return first
        return self.layout.token_at(self.layout.quotations[inner.quote].span.start) - 1

    def is_half(self, token: Token, head: Token) -> bool:
        """Is the noun the first half of a compound whose second half alone was taken for the speaker ("politika | yorumcuları")?"""
        if not any(f.possessive.startswith("3") for f in head.forms):
            return False
        if token.index + 1 < head.index:  # "İhracatçılar Meclisi (TİM) | Başkanı"
            return self.mentions.at(token.index) is not None
        return is_noun(token) and (token.capital or token.form.number != "pl") and not tells_when(self.layout, token)

    def half_start(self, at: int, low: int) -> int:
        """Where the name or noun begins that ends with token `at` and is half of a compound ("King's College | araştırmacıları")."""
        mention = self.mentions.at(at)
        if mention is not None:
            return mention.first
        while at > low and self.tokens[at].capital and is_bare_name(self.tokens[at - 1]):
            at -= 1
        return at

    def owns(self, token: Token, last: int) -> bool:
        """Does the genitive before the phrase own who speaks ("Petersen'in | sözcüsü")?"""
        owned = any(f.possessive in ("3sg", "3pl") for f in self.tokens[last].forms)
        return owned and token.form.case == "gen" and not token.form.verb_form

    def is_bound(self, token: Token, bound: Token) -> bool:
        """Does the word before an adjective tell to whom it ties the speaker ("sürece | yakın bir kaynak", "bakanlıktan | bir yetkili")?"""
        if token.form.case == "dat":
            return bound.low in reporting().bound
        return token.form.case == "abl" and token.form.pos in ("NOUN", "PROPN") and (bound.low == "bir" or bound.low in reporting().unsaid)

    def noun_start(self, at: int, low: int) -> int:
        """Where the phrase of the noun at token `at` begins: the whole name, where it ends one."""
        mention = self.mentions.at(at)
        return phrase_start(self.layout, mention.first, low) if mention is not None else phrase_start(self.layout, at, low)

    def pair_start(self, first: int, last: int, low: int) -> int:
        """Where those begin who speak together with these ("bazı siyasetçiler ve | spor yorumcuları")."""
        other = self.tokens[first - 2] if first - 2 >= low else None
        if other is None or any(span.end == other.end for span in self.others) or isinstance(self.named(other), Organisation):
            return first
        many = other.form.number == self.tokens[last].form.number == "pl" and other.form.case == "nom" and not other.form.verb_form
        return self.noun_start(first - 2, low) if many and other.form.lemma in reporting().speakers else first

    def named(self, token: Token) -> object:
        mention = self.mentions.at(token.index)
        return mention.entity if mention is not None else None

    def participle_start(self, first: int, last: int, low: int) -> int:
        """Where the clause of a participle begins that tells who speaks and not what he says ("gösteriye katılan | onlarca öğrenci")."""
        participle = self.tokens[first - 1]
        if participle.form.suffix != "an" or participle.form.verb_form != "participle" or self.carries(participle):
            return first
        at = past_acronym(self.layout, participle.index, low)
        while at > low and participle.index - at <= ARGUMENTS and self.may_belong(self.tokens[at - 1]):
            at = past_acronym(self.layout, at - 1, low)
        owner = self.owner(at, participle.index)
        if owner >= 0:  # "dünyanın | önde gelen basın kuruluşları"
            return owner + 1 if self.owns(self.tokens[owner], last) and owner + 1 < participle.index else first
        whole = (at == low or self.tokens[at - 1].text in PAUSES) and self.tokens[at].low != "tarafından"
        return past_openers(self.layout, at, participle.index) if whole and at < participle.index else first

    def owner(self, at: int, high: int) -> int:
        """Index of the genitive among tokens [at, high) that owns none of them, so that it is of what follows; else -1."""
        owner = next((t.index for t in reversed(self.tokens[at:high]) if t.form.case == "gen"), -1)
        owns = any(t.form.possessive.startswith("3") for t in self.tokens[owner + 1 : high])
        return -1 if owns else owner

    def carries(self, participle: Token) -> bool:
        """Is the participle, or the word it makes a verb with, the cue of a statement?"""
        return bool(self.cues & {participle.index, participle.index - 1, participle.index - 2})

    def may_belong(self, token: Token) -> bool:
        verbal = token.form.verb_form not in ("", "verbal_noun")
        return token.kind != "punct" and not verbal and token.form.pos not in ("CCONJ", "ADP") and token.low not in NO_ARGUMENTS


def is_shouted(token: Token) -> bool:
    """Is it a word of a headline, in capitals throughout, and no acronym?"""
    return token.text.isupper() and len(token.text) > ACRONYM


def is_counting(token: Token) -> bool:
    """Does the word say how many they are, loosely ("onlarca", "yüzlerce")?"""
    return any(f.pos == "NUM" and f.case == "equ" for f in token.forms)


def is_noun(token: Token) -> bool:
    form = token.form
    return form.pos in ("NOUN", "PROPN") and form.case == "nom" and not form.possessive and not form.verb_form
