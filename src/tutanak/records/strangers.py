"""Subjects that nobody introduced: a people, some of many, an unknown body or name. They speak themselves, whoever spoke before them."""

from __future__ import annotations

from typing import Final

from tutanak.mentions import people_word
from tutanak.mentions.model import Mentions, Unnamed
from tutanak.records.reporting import reporting
from tutanak.records.voices import NOBODY, SET_OFF, Voice, is_bare_name, phrase_start
from tutanak.spans import Span
from tutanak.text.layout import Layout, Token
from tutanak.text.morphology import MARKS

MANY: Final = frozenset(("birçok", "pekçok", "çok", "sayıda", "bazı", "kimi"))
EVEN: Final = frozenset(("dahi", "bile"))
OWNER: Final = 3  # words before a part among which its whole stands


def stranger(layout: Layout, mentions: Mentions, low: int, high: int, level: int) -> Voice:
    """The last subject among tokens [low, high) that is nobody known, set off as one ("katılanların yüzde 46'sı, …", "bazılarıysa …")."""
    for token in reversed(layout.tokens[low:high]):
        if token.quote == level and is_set_off(layout, token) and may_lead(token) and mentions.at(token.index) in (None, people_at(mentions, token)):
            first = subject_start(layout, mentions, token, low)
            if first >= 0:
                return described(layout, first, token)
    return several_at(layout, low, high)


def described(layout: Layout, first: int, last: Token) -> Voice:
    end = last.end - len("sa") - last.low.endswith("ysa") if last.form.copula == "cond" else last.end
    span = Span(layout.tokens[first].start, end)
    return Voice((Unnamed(span.of(layout.text), span),), (span,), "description", 0.7, last.index + 1)


def is_set_off(layout: Layout, token: Token) -> bool:
    after = layout.tokens[token.index + 1] if token.index + 1 < len(layout.tokens) else token
    return after.low in SET_OFF or after.low in EVEN or after.text in MARKS or token.form.copula == "cond"


def may_lead(token: Token) -> bool:
    """Can the word be a subject: a nominative in one of its readings?"""
    return token.kind != "punct" and any(f.case in ("nom", "") and not f.verb_form for f in token.forms)


def people_at(mentions: Mentions, token: Token) -> object:
    """The mention of a people at the token, which names its state and is no actor ("Filistinliler")."""
    mention = mentions.at(token.index)
    return mention if mention is not None and not mention.actor and mention.first == token.index else None


def subject_start(layout: Layout, mentions: Mentions, token: Token, low: int) -> int:
    """Where the subject that ends with the token begins, or -1 where it is none of those that speak without a name."""
    if is_share(layout, token, low):
        return share_start(layout, token, low)
    if is_people(layout, token):
        return token.index - is_counted(layout, token)
    if is_some(token) or is_part(layout, token, low):
        return phrase_start(layout, token.index, low)
    return name_start(layout, mentions, token, low)


def name_start(layout: Layout, mentions: Mentions, token: Token, low: int) -> int:
    """Where an unknown name of two to four words begins that ends with the token: a body's, or behind other words anybody's; else -1."""
    first = token.index
    while first > low and is_nameless(mentions, layout.tokens[first - 1]) and is_bare_name(layout.tokens[first - 1]):
        first -= 1
    if not 1 <= token.index - first <= 3 or not token.capital or mentions.at(token.index) is not None:
        return -1
    if any(f.possessive == "3sg" and f.case == "nom" for f in token.forms):
        return first
    shouted = any(t.text.isupper() for t in layout.tokens[first : token.index + 1])
    told = first > low or token.index - first > 1  # "Kabine Başsekreteri Kaori Mori “…” dedi"
    return first if told and is_bare_name(token) and not shouted else -1


def is_nameless(mentions: Mentions, token: Token) -> bool:
    return token.capital and mentions.at(token.index) is None


def is_people(layout: Layout, token: Token) -> bool:
    """ "Filistinliler, …", "onlarca Filistinli, …": several of a people, or so many."""
    if not token.capital or people_word(token) is None:
        return False
    return is_counted(layout, token) or token.low.endswith(("ler", "lar"))


def is_counted(layout: Layout, token: Token) -> bool:
    before = layout.tokens[token.index - 1] if token.index else token
    return before.form.pos in ("NUM", "ADV") or before.low in ("bir", "çok", "sayıda")


def is_some(token: Token) -> bool:
    """ "Bazıları ise …", "kimileriyse …", "çoğu, …"."""
    some = (f for f in token.forms if f.lemma in reporting().some)
    return token.form.case != "gen" and any(f.possessive.startswith("3") or f.pos in ("PRON", "DET") for f in some)


def is_share(layout: Layout, token: Token, low: int) -> bool:
    """ "katılanların yüzde 46'sı, …", "seçmenlerin üçte ikisi, …"."""
    return _of_hundred(layout, token, low) >= 0 and any(f.possessive == "3sg" for f in token.forms)


def _of_hundred(layout: Layout, token: Token, low: int) -> int:
    """Index of the word that tells of how many parts ("[yüzde] 46'sı", "[üçte] ikisi"), or -1."""
    if token.form.pos != "NUM":
        return -1
    before = layout.tokens[max(low, token.index - 2) : token.index]
    return next((t.index for t in before if t.form.pos == "NUM" and t.form.case == "loc" and t.kind == "word"), -1)


def share_start(layout: Layout, token: Token, low: int) -> int:
    """Where a share begins, with the whole that it is of ("[ankete katılanların] yüzde 46'sı")."""
    at = _of_hundred(layout, token, low)
    whole = at > low and layout.tokens[at - 1].form.case == "gen"
    start = phrase_start(layout, at - 1, low) if whole else at
    asked = start > low and layout.tokens[start].form.suffix == "an" and layout.tokens[start - 1].form.case == "dat"
    return start - asked  # "ankete | katılanların"


def is_part(layout: Layout, token: Token, low: int) -> bool:
    """ "toplumun büyük bölümü, …": a part with its whole before it."""
    if not any(f.lemma in reporting().parts and f.possessive == "3sg" for f in token.forms):
        return False
    return any(t.form.case == "gen" for t in layout.tokens[max(low, token.index - OWNER) : token.index])


def several_at(layout: Layout, low: int, high: int) -> Voice:
    """People who open the clause without a mark ("Protestocuların liderleri …", "Yardım yetkilileri daha önce …", "kurtulanların çoğu …")."""
    while low + 1 < high and layout.tokens[low].form.case == "loc" and layout.tokens[low].kind == "word":
        low += 1  # "Ülkede | birçok kişi …"
    for token in layout.tokens[low + 1 : min(low + 8, high)]:
        several = is_theirs(layout, token) or is_many(layout, token) or (is_some(token) and is_part_of(layout, token))
        if several and phrase_start(layout, token.index, low) == low:
            return described(layout, low, token)
        if is_share_of(layout, token, low):
            return described(layout, low, token)
    return NOBODY


def is_share_of(layout: Layout, token: Token, low: int) -> bool:
    """Is it a part, as a subject, of a whole that begins at token `low` ("Nüfusun yüzde 92'si | krizden bu yana …", "Halkın yarısı | …")?"""
    if is_share(layout, token, low):
        at = _of_hundred(layout, token, low)
        return at > low and layout.tokens[at - 1].form.case == "gen" and share_start(layout, token, low) == low
    return token.form.case == "nom" and is_part(layout, token, low) and phrase_start(layout, token.index, low) == low


def is_many(layout: Layout, token: Token) -> bool:
    """Are they many, or some, before what they tell of another ("birçok kişi | X'in …")?"""
    form, before = token.form, layout.tokens[token.index - 1]
    if form.lemma not in reporting().speakers or form.case != "nom" or form.possessive or form.verb_form:
        return False
    after = layout.tokens[token.index + 1] if token.index + 1 < len(layout.tokens) else token
    return before.low in MANY and after.form.case == "gen"


def is_part_of(layout: Layout, token: Token) -> bool:
    return layout.tokens[token.index - 1].form.case == "gen"


def is_theirs(layout: Layout, token: Token) -> bool:
    """Are they somebody's people, as a subject: behind their owner, or before a word of time?"""
    form, before = token.form, layout.tokens[token.index - 1].form
    if form.lemma not in reporting().speakers or not any(f.case == "nom" and f.number == "pl" and f.possessive == "3sg" for f in token.forms):
        return False
    owned = before.case == "gen" and before.number == "pl" and form.case == "nom"
    after = layout.tokens[token.index + 1]
    return owned or after.form.pos == "ADV" or after.form.lemma in reporting().times or after.low == "daha"
