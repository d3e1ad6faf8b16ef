"""Names in a statement that concern nobody: where people meet, what is named after a town, whose clock it is."""

from __future__ import annotations

from typing import Final

from tutanak.mentions.model import Mention, Mentions, Organisation, Place
from tutanak.records.frames import chain_end
from tutanak.records.reporting import reporting
from tutanak.text.layout import Layout, Token

NEAR: Final = 8  # words in which the verb stands that a place belongs to


def is_clock(layout: Layout, mention: Mention) -> bool:
    """Does the name say whose time it is ("Türkiye saatiyle")?"""
    return mention.case == "nom" and mention.last < len(layout.tokens) and layout.tokens[mention.last].low.startswith("saati")


def is_venue(layout: Layout, mentions: Mentions, mention: Mention) -> bool:
    """Is a town only where they met ("Oslo ve Cenevre'de yapılan"), or what something is named after ("Kopenhag kriterleri")?"""
    if isinstance(mention.entity, Organisation):
        return names_text(layout, mention)
    if not isinstance(mention.entity, Place):
        return False
    mention = chain_end(layout, mentions, mention)
    if mention.last >= len(layout.tokens):
        return False
    form, words = layout.tokens[mention.last].form, reporting()
    if mention.case == "nom":
        return form.lemma in words.venues and form.possessive in ("3sg", "3pl")
    if mention.case != "loc":
        return False
    if layout.tokens[mention.last - 1].form.suffix == "ki":
        return heads_event(layout, mention.last)
    return is_where_they_met(layout, mention)


def names_text(layout: Layout, mention: Mention) -> bool:
    """Is a summit or a treaty only named after the body ("NATO Zirvesi'nde", "BM Şartı'nın ihlali")?"""
    if mention.case != "nom" or mention.last >= len(layout.tokens):
        return False
    after = layout.tokens[mention.last]
    return after.capital and after.form.possessive == "3sg" and (after.form.lemma in reporting().venues or after.form.lemma == "şart")


def heads_event(layout: Layout, at: int) -> bool:
    """Does the noun phrase that begins at token `at` name an event ("Cenevre'deki | son tur görüşmelerde")?"""
    for token in layout.tokens[at : at + 4]:
        if token.form.lemma in reporting().venues:
            return True
        if token.kind != "word" or token.form.verb_form or token.form.case not in ("nom", ""):
            return False
    return False


def is_where_they_met(layout: Layout, mention: Mention) -> bool:
    """Is the next verb one of meeting or holding, or one by which an event goes on ("görüşmelerin Viyana'da süreceğini")?"""
    words = reporting()
    for token in layout.tokens[mention.last : mention.last + NEAR]:
        if token.sentence != layout.tokens[mention.first].sentence or token.text in (";", ":"):
            return False
        if token.form.verb_form:
            if token.form.lemma in words.holding or f"{layout.tokens[token.index - 1].low} {token.form.lemma}" in words.talks:
                return True  # "Oslo'da bir araya geleceğini"
            return token.form.lemma in words.running and is_of_event(layout, mention, token)
    return False


def is_of_event(layout: Layout, mention: Mention, verb: Token) -> bool:
    """Is it an event that begins or goes on: as subject before the verb, or as head of the participle?"""
    low = max(mention.first - NEAR, layout.sentences[verb.sentence].first)
    subject = any(t.form.lemma in reporting().venues and t.form.case in ("nom", "gen") for t in layout.tokens[low : verb.index])
    return subject or (verb.form.suffix in ("an", "dik", "acak") and heads_event(layout, verb.index + 1))
