"""What one asks for by a noun that is one's own ("Kenya'nın ordunun çekilmesi yönündeki talebi"), wherever it stands in a sentence."""

from __future__ import annotations

from typing import Final

from tutanak.languages import word_list
from tutanak.mentions.model import Mention, Mentions
from tutanak.records.frames import MARKS
from tutanak.records.position_clauses import Clause, Verdict
from tutanak.records.position_sides import is_owner
from tutanak.text.layout import SIGNS, Form, Layout, Sentence, Token

ASKED: Final = word_list("positions", "asked_for")
ASKED_FOR: Final = SIGNS.of_words(ASKED)
ASKING: Final = word_list("positions", "asking")
BEARING: Final = word_list("positions", "bearing")
NEAR: Final = 2  # words before the one named in which another stands in the genitive, who may be the one that asks
RULE: Final = "tr/positions:asked_for"


class Asked:
    """What is asked for: its words [first, last), and who asks."""

    __slots__ = ("first", "holder", "last", "verdict")

    def __init__(self, first: int, last: int, holder: Mention) -> None:
        self.first = first
        self.last = last
        self.holder = holder
        self.verdict = Verdict("demand", RULE, 0.65, last - 1, last, True, "noun")


def asked_in(layout: Layout, mentions: Mentions, sentence: Sentence) -> list[Asked]:
    """What is asked for by nouns of those named in a sentence, not by what they say ("… çağrısı yaptı")."""
    found: list[Asked] = []
    for at in layout.bearing_among(ASKED_FOR, sentence.first + 2, sentence.last - 1):
        token = layout.tokens[at]
        if token.form.lemma in ASKED and token.form.possessive.startswith("3") and token.quote < 0 and not is_said(layout.tokens[at + 1].form):
            asked = asked_at(layout, mentions, sentence.first, at)
            if asked is not None:
                found.append(asked)
    return found


def is_said(after: Form) -> bool:
    """Does a verb that tells of saying stand right behind ("çağrısı | yaptı", "talebinde bulundu")?"""
    return after.verb_form != "" and after.lemma in ASKING


def asked_at(layout: Layout, mentions: Mentions, low: int, noun: int) -> Asked | None:
    """The deed right before the noun at token `noun`, and whose it is: those named before whatever does or undergoes it."""
    tokens = layout.tokens
    deed = noun - 2 if tokens[noun - 1].form.lemma in BEARING else noun - 1
    if tokens[deed].text in MARKS:
        deed -= 1
    form = tokens[deed].form
    if deed <= low or form.verb_form != "verbal_noun" or form.suffix != "ma" or form.case != "nom":
        return None
    holder = who_asks(tokens, mentions, low, deed)
    if holder is None:
        return None
    first = holder.last
    while first < deed and tokens[first].kind == "punct":
        first += 1
    return Asked(first, noun + 1, holder) if first < deed else None


def who_asks(tokens: list[Token], mentions: Mentions, low: int, deed: int) -> Mention | None:
    """Who is named in the genitive and owns nothing before the deed; of several, the one before its doer."""
    named = [m for m in mentions.within(low, deed) if m.actor and m.case == "gen" and not is_owner(tokens, m, Clause(m.first, deed + 1, deed))]
    if not named or any(breaks_off(token) for token in tokens[named[-1].last : deed]):
        return None
    if len(named) == 1:
        return None if any(t.form.case == "gen" for t in tokens[max(named[0].first - NEAR, low) : named[0].first]) else named[0]
    done = tokens[deed].form.possessive != "" and not tokens[deed].form.passive
    return named[-2] if done else named[-1]


def breaks_off(token: Token) -> bool:
    """Does another clause, or another of whom something comes ("Rasmussen'den gelen"), stand between?"""
    return token.form.verb_form in ("finite", "converb") or (token.form.case == "abl" and token.capital)
