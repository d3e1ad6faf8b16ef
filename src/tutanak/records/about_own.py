"""Does a content speak of its speaker's own side: "ülkemiz", "destekliyoruz"; in a report "ülkesinin", "-dıklarını"?"""

from __future__ import annotations

from typing import Final

from tutanak.languages import word_list
from tutanak.mentions.model import Mentions
from tutanak.records.grammar import AND, BUT
from tutanak.records.reporting import reporting
from tutanak.text.layout import Layout, Token

GOES_ON: Final = BUT | {",", ";", "ve", "veya", "da", "de", "ise"}
OWN: Final = word_list("reporting", "own")


NEAR: Final = 7  # words before "görüyoruz" among which stands what is seen


def own_words(layout: Layout, mentions: Mentions, mode: str, first: int, last: int) -> list[Token]:
    """The words of tokens [first, last) that speak of the speaker's own side."""
    words = layout.tokens[first:last]
    if mode == "direct":
        return [t for t in words if means_us(t) and is_common(layout, mentions, t) and not is_witness(layout, t)]
    found = [t for t in words if is_own_noun(layout, t, first) and is_common(layout, mentions, t)]
    return found + we_in(layout, mentions, words)


def is_common(layout: Layout, mentions: Mentions, token: Token) -> bool:
    """Is it no name: in lower case, or one that only opens its sentence ("Biz", "Ülkem")?"""
    return not token.capital or (token.form.pos != "PROPN" and mentions.at(token.index) is None and opens(layout, token))


def opens(layout: Layout, token: Token) -> bool:
    before = layout.tokens[token.index - 1] if token.index else None
    return before is None or before.sentence != token.sentence or before.kind == "punct"


def is_witness(layout: Layout, token: Token) -> bool:
    """Does it only say that something is seen or known, so that it speaks of that ("sözünü tutmadığını bir kez daha | görüyoruz")?"""
    if token.form.lemma not in reporting().witnessed:
        return False
    for seen in reversed(layout.tokens[max(token.index - NEAR, 0) : token.index]):
        form = seen.form
        if form.verb_form or form.case in ("acc", "dat", "gen"):
            return form.suffix in ("dik", "acak") and form.case == "acc"
    return False


def means_us(token: Token) -> bool:
    form = token.form
    if form.possessive == "1sg" or form.person == "1sg":
        return form.lemma in OWN
    return form.person == "1pl" or form.possessive == "1pl" or form.lemma == "biz"


def is_own_noun(layout: Layout, token: Token, first: int) -> bool:
    """ "ülkesinin"; "hükümetlerinin" with nobody before it who has it ("bölge ülkelerinin", "Kenya'nın hükümetlerinin")."""
    form = token.form
    if form.possessive not in ("3sg", "3pl") or form.verb_form or form.lemma not in OWN:
        return False
    if form.lemma == "ülke" and form.number != "pl" and form.possessive == "3sg":
        return True
    if form.lemma != "hükümet" and form.number != "pl" and form.possessive != "3pl":
        return False
    before = layout.tokens[token.index - 1]
    return token.index == first or before.text in GOES_ON or before.form.pos == "ADV" or bool(before.form.verb_form)


def own_holding(layout: Layout, first: int, last: int, organ: bool) -> Token | None:
    """What a speaker for a state calls their own, without an owner ("niyetlerinin olmadığını"), or they themselves; an organ its land too."""
    for token in layout.tokens[first:last]:
        if token.low == "kendilerinin" or (token.low.startswith("kendileri") and not are_others(layout, first, token.index)):
            return token
        if is_held(token, organ) and not is_owned(layout, first, token.index) and not has_subject(layout, first, token.index):
            return token
    return None


def are_others(layout: Layout, first: int, at: int) -> bool:
    """Do several stand before the word at token `at`, so that it may mean them ("mültecilerin kendilerini savunduğunu")?"""
    return any(t.form.number == "pl" and t.form.case in ("gen", "nom") and not t.form.verb_form and t.kind == "word" for t in layout.tokens[first:at])


def is_held(token: Token, organ: bool) -> bool:
    """Is it a possession of a state's organ, or what several mean or want ("hedefleri")?"""
    form = token.form
    if token.capital or form.possessive not in ("3sg", "3pl") or form.verb_form:
        return False
    if form.lemma in reporting().holdings:
        return organ
    return form.lemma in reporting().aims and form.number == "pl"


def is_owned(layout: Layout, first: int, at: int) -> bool:
    """Does an owner, one accused or the first word of a compound stand right before the noun at token `at`, past what describes it ("31")?"""
    for before in reversed(layout.tokens[first:at]):
        if before.form.pos not in ("ADJ", "NUM", "DET", "ADV") and before.form.suffix != "ki" and before.low != "kendi":
            return before.form.case in ("gen", "nom", "acc") and not before.form.verb_form and before.kind == "word"
    return False


def we_in(layout: Layout, mentions: Mentions, words: list[Token]) -> list[Token]:
    """The nominalised verbs whose subject is the speaker and his side ("gideceklerini"): those without a plural subject of their own.

    A subject serves the first verb behind it and those coordinated with that ("mültecilerin döndüklerini ve … beklediklerini"). What others are
    asked for they are to do ("sınırı açmalarını ve … göndermelerini | istedi").
    """
    found: list[Token] = []
    theirs, asked = False, is_asked_for(words[-1])
    for token in words:
        form = token.form
        if form.case == "gen" and form.verb_form == "":
            theirs = is_several(layout, mentions, token, words[0].index) and not is_owner(layout, token)
        elif form.verb_form in ("participle", "verbal_noun") and form.possessive.startswith("3"):
            others = theirs or (asked and form.suffix == "ma" and (token is words[-1] or goes_on(layout, token)))
            if form.possessive == "3pl" and not others and not token.capital and not is_witness(layout, token):
                found.append(token)
            theirs = theirs and (is_relative(layout, token) or goes_on(layout, token))
    return found


def is_asked_for(token: Token) -> bool:
    """Is it the deed that others are asked for ("sınırı | açmasını istedi", "açmaya çağırdı")?"""
    form = token.form
    return form.verb_form == "verbal_noun" and form.suffix in ("ma", "mak") and (form.possessive.startswith("3") or form.case == "dat")


def own_deed(layout: Layout, first: int, last: int) -> Token | None:
    """The verb of what a state or its organ says it does, wants or feels itself ("karar aldığını"), with nobody else as subject."""
    token = layout.tokens[last - 1]
    form, before = token.form, layout.tokens[max(last - 2, first)]
    if form.passive or form.suffix not in ("dik", "acak") or form.possessive != "3sg" or has_subject(layout, first, last - 1):
        return None
    if form.lemma in reporting().wills or f"{before.low} {form.lemma}" in reporting().wills:
        return token
    acting = any(t.form.case == "acc" and not t.form.verb_form for t in layout.tokens[first : last - 1]) or before.form.pos in ("ADJ", "ADV")
    return token if acting and form.lemma not in reporting().states else None


def has_subject(layout: Layout, first: int, last: int) -> bool:
    """Does a genitive among tokens [first, last) wait for the verb behind them? A nominalised verb takes the one nearest before it for itself."""
    waiting = 0
    for token in layout.tokens[first:last]:
        form = token.form
        if form.case == "gen" and not form.verb_form:
            waiting += is_set_off(layout, token) or not is_owner(layout, token)
        elif form.verb_form in ("participle", "verbal_noun") and form.possessive.startswith("3"):
            waiting -= waiting > 0 and not goes_on(layout, token)
            waiting += form.case in ("gen", "nom") and is_clause(layout, token)
    return waiting > 0


def is_set_off(layout: Layout, token: Token) -> bool:
    """Does a comma part it from what follows ("hükümetinin, ordu kademesine")?"""
    return layout.tokens[token.index + 1].text == ","


def is_clause(layout: Layout, token: Token) -> bool:
    """Is what the verb tells a subject itself ("ertelenmesi (gerektiğini)"), no word of a noun or a postposition behind it?"""
    return not is_relative(layout, token) and layout.tokens[token.index + 1].form.pos != "ADP"


def is_several(layout: Layout, mentions: Mentions, token: Token, first: int) -> bool:
    """Does a genitive name several ("mültecilerin", "iki ülkenin", "A ile B'nin")?"""
    if token.form.number == "pl":
        return True
    mention = mentions.at(token.index)
    if mention is None:
        return False
    joined = mention.first > first + 1 and layout.tokens[mention.first - 1].low in AND and mentions.at(mention.first - 2) is not None
    return len(mention.entities) > 1 or joined


def is_owner(layout: Layout, token: Token) -> bool:
    """Is the genitive only the owner of the noun behind it ("mültecilerin sorunlarını çözeceklerini")?"""
    for after in layout.tokens[token.index + 1 : token.index + 4]:
        if after.form.pos != "ADJ" or after.form.verb_form:
            return after.form.pos == "NOUN" and after.form.possessive.startswith("3") and not after.form.verb_form
    return False


def is_relative(layout: Layout, token: Token) -> bool:
    """Does the participle stand before its noun ("yaşadıkları kamplardan")?"""
    after = layout.tokens[token.index + 1] if token.index + 1 < len(layout.tokens) else None
    return token.form.case == "nom" and after is not None and after.kind == "word" and after.form.pos in ("NOUN", "ADJ", "PROPN")


def goes_on(layout: Layout, token: Token) -> bool:
    """Is a further verb of the same subject coordinated with this one?"""
    return token.index + 1 < len(layout.tokens) and layout.tokens[token.index + 1].text in GOES_ON
