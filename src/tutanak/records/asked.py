"""Who is asked, where he stands before what is asked: no part of it ("Bakan, | taraflara | ateşkese uyma çağrısında bulundu")."""

from __future__ import annotations

from typing import Final

from tutanak.mentions.model import Mentions, Place, State
from tutanak.records.grammar import OBLIQUE
from tutanak.records.reporting import Cue, reporting
from tutanak.text.layout import Layout, Token

LISTED: Final = 8  # words among which the next of several ends
FAR: Final = 12  # words before the head of who is asked ("barışın sağlanmasını destekleyen tüm | ülkelere")


def past_asked(layout: Layout, mentions: Mentions, cue: Cue, first: int, end: int) -> int:
    """The token behind whoever is asked, where he opens the clause [first, end); else `first`."""
    if not cue.asks or end - first < 3:
        return first
    head = asked_head(layout, mentions, cue, first, end)
    if head >= 0 and cue.asks != "acc" and layout.tokens[end - 1].form.passive and layout.tokens[head].form.lemma not in reporting().addressed:
        return first  # "İsrail'e baskı yapılması": the deed of others
    while 0 <= head < end - 3 and layout.tokens[head + 1].low in (",", "ve"):
        further = asked_head(layout, mentions, cue, head + 2, min(end, head + LISTED))
        if further < 0 or is_argument(layout, mentions, further, end):
            break
        head = further  # "ABD'den, arabuluculardan ve garantörlerden | …"
    if head < 0 or end - head < 3 or layout.tokens[head + 1].low == "ve" or is_argument(layout, mentions, head, end):
        return first
    return head + 1 + (layout.tokens[head + 1].low in (",", "da", "de"))


def asked_head(layout: Layout, mentions: Mentions, cue: Cue, first: int, end: int) -> int:
    """The last word of who is asked: actors or people in the case that the cue wants, with nothing before them but what tells who they are; or -1."""
    oblique = False  # does something hang there that a participle has yet to take?
    for token in layout.tokens[first : min(first + FAR, end - 2)]:
        if token.kind == "punct" or token.quote != layout.tokens[first].quote:
            return -1
        if is_asked(mentions, token, cue.asks) and not oblique:
            return token.index
        if mentions.at(token.index) is not None:
            oblique = oblique or token.form.case in OBLIQUE
            continue
        if token.form.verb_form == "participle" and token.form.suffix in ("an", "dik", "acak"):
            oblique = False
        elif token.form.verb_form in ("finite", "converb"):
            return -1
        oblique = oblique or token.form.case in OBLIQUE or token.form.pos == "ADP"
    return -1


def is_asked(mentions: Mentions, token: Token, case: str) -> bool:
    """Does an actor or a word for people end here in this case?"""
    mention = mentions.at(token.index)
    if mention is not None:
        return mention.last == token.index + 1 and mention.case == case and mention.actor and not isinstance(mention.entity, Place)
    people = token.form.lemma in reporting().speakers or token.form.lemma in reporting().addressed
    return people and token.form.case == case and not token.form.verb_form


def is_argument(layout: Layout, mentions: Mentions, head: int, end: int) -> bool:
    """Does the noun at `head` belong to what follows: to a postposition, a participle, or, a state's, to a deed of giving and going?"""
    after = layout.tokens[head + 1]
    if after.form.pos == "ADP" or after.low in reporting().concerning:
        return True
    if any(t.form.verb_form == "participle" and t.form.suffix in ("an", "dik") for t in layout.tokens[head + 1 : head + 4]):
        return True
    if any(t.form.suffix in ("dik", "acak") and t.form.possessive and t.form.case == "acc" for t in layout.tokens[head + 1 : end - 1]):
        return True  # "Husilere fırsat verdiğini ve … olmaları": another's clause begins with it
    mention = mentions.at(head)
    deed = layout.tokens[end - 1].form
    given = deed.lemma in reporting().given or (end - 2 > head and layout.tokens[end - 2].form.lemma in reporting().given)
    return mention is not None and isinstance(mention.entity, State) and given
