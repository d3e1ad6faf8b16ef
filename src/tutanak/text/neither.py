""" "Ne … ne de …": what is told of neither is denied, though its verb has no negation ("ne saldırdı ne de tehdit etti")."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from tutanak.text.layout import SIGNS, Form, Layout, Token

NE: Final = SIGNS.of_words((), ("ne",))
ASKING: Final = frozenset(
    ("zaman", "kadar", "yazık", "var", "gibi", "ise", "olursa", "demek", "diye", "için", "mutlu", "oldu", "olacak", "tür", "derece", "denli", "biçim")
)
REACH: Final = 40  # words from one "ne" to the next, and from the last to its verb


def settle(layout: Layout) -> None:
    """Read the verbs of what is told of neither as negated, in the order of the text."""
    found = layout.bearing(NE)
    if len(found) < 2:
        return
    tokens = layout.tokens
    for at, again in pairwise(found):
        if is_pair(tokens, at, again):
            deny(tokens, at + 1, again, finite=True)
            last = again + 2
            deny(tokens, last, min(last + REACH, len(tokens)), finite=tokens[last].form.case == "nom" and has_no_verb(tokens, at, again))


def is_pair(tokens: list[Token], at: int, again: int) -> bool:
    """Do two "ne" belong together: in one sentence and quotation, the second with "de", neither of them a question?"""
    first, second = tokens[at], tokens[again]
    if again - at > REACH or again + 2 >= len(tokens) or first.sentence != second.sentence or first.quote != second.quote:
        return False
    return tokens[again + 1].low in ("de", "da") and tokens[again + 2].low != "olsa" and tokens[at + 1].low not in ASKING


def has_no_verb(tokens: list[Token], first: int, last: int) -> bool:
    return not any(t.form.verb_form == "finite" for t in tokens[first:last])


def deny(tokens: list[Token], first: int, last: int, finite: bool) -> None:
    """Negate the first verb of the tokens [first, last), a finite one or of any form; not beyond the sentence, nor in another quotation."""
    begin = tokens[first - 1]
    for token in tokens[first:last]:
        if token.sentence != begin.sentence:
            return
        if token.quote == begin.quote and (token.form.verb_form == "finite" or (token.form.verb_form and not finite)):
            token.take(tuple([negated(form) if form.verb_form else form for form in token.forms]))
            return


def negated(form: Form) -> Form:
    """The same reading, negated."""
    return Form(
        form.lemma, form.pos, form.number, form.case, form.possessive, form.person, form.verb_form, form.suffix, form.tense, form.copula,
        form.voice, True,
    )  # fmt: skip
