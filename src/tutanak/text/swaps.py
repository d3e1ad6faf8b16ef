"""Words that a machine swapped for synonyms: found, weighed, and read as the words that were meant.

A swap that any writer may choose ("sene") says little, one that no writer makes ("6. Tepesi", "tabirlerini
kullandı") much: `Variant.weight` holds how many bits each speaks for spinning, counted in ordinary news.

Reading a swapped word as the one that was meant gives its token a further form: the text, its offsets and all that
is quoted from it stay as they came, while every rule that names the usual word finds it. In an article that is spun
as a whole that goes for all swaps, in any other for those that no writer makes.
"""

from __future__ import annotations

from math import exp
from typing import Final

from tutanak.languages.variants import Variant, variants
from tutanak.text.layout import Form, Layout, Swap, Token

STRONG: Final = 4.0  # bits: a swap that counts in any article; weaker ones only where the article as a whole is spun
SPUN: Final = 0.5  # the score from which an article counts as spun
AGAIN: Final = 0.25  # of its weight counts when a swap comes again: a writer's habit repeats itself too
PRIOR: Final = 8.0  # bits that an article must bring before it is as likely spun as not, whatever its length
PER_WORD: Final = 0.03  # bits a word: long articles hold more words that happen to be on the list
SLOPE: Final = 0.5  # how fast the score rises with further bits


def settle(layout: Layout) -> None:
    """Find the swaps of a layout, score it, and read the swapped words as those that were meant."""
    found = swaps(layout)
    layout.spin = score(found, len(layout.tokens))
    least = 0.0 if layout.spin >= SPUN else STRONG
    layout.swaps = [s for s in found if s.variant.weight >= least]
    for swap in layout.swaps:
        _reread(layout.tokens, swap)


def score(found: list[Swap], length: int) -> float:
    """How surely an article of `length` tokens with these swaps is spun, 0 to 1."""
    if not found:
        return 0.0
    seen: set[str] = set()
    bits = -PRIOR - PER_WORD * length
    for swap in found:
        says = swap.variant.rule
        bits += swap.variant.weight * (AGAIN if says in seen else 1.0)
        seen.add(says)
    return 1.0 / (1.0 + exp(-SLOPE * max(-60.0, min(60.0, bits))))


# FINDING


def swaps(layout: Layout) -> list[Swap]:
    """All swaps of the pack, at each place the longest and most telling, in text order; they never overlap."""
    by_key = variants().by_key
    tokens = layout.tokens
    found: list[Swap] = []
    end = 0
    for at, token in enumerate(tokens):
        candidates = by_key.get(token.forms[0].lemma)
        if candidates is not None:
            swap = _at(tokens, at, candidates, end)
            if swap is not None:
                found.append(swap)
                end = swap.last
    return found


def _at(tokens: list[Token], at: int, candidates: list[Variant], low: int) -> Swap | None:
    """The first candidates whose key word is token `at`, all of their words from token `low` on."""
    found: Swap | None = None
    for variant in candidates:
        first = at - variant.key
        last = first + len(variant.says)
        if first < low or last > len(tokens) or not _stands(tokens, first, variant):
            continue
        if found is None:
            found = Swap(variant, first, last)
        elif first == found.first and last == found.last:
            found.others.append(variant)
    return found


def _stands(tokens: list[Token], first: int, variant: Variant) -> bool:
    """Do the words of the variant stand at `first`, with what it needs around them?"""
    for i, word in enumerate(variant.says):
        if i != variant.key and not _is(tokens[first + i], word):
            return False
    last = first + len(variant.says)
    if not variant.bound:
        return True
    return _ends(tokens[last - 1], variant) and _beside(tokens, first - 1, variant.left) and _beside(tokens, last, variant.right)


def _is(token: Token, word: str) -> bool:
    return token.low == word or any(form.lemma == word for form in token.forms)


def _ends(token: Token, variant: Variant) -> bool:
    form = token.forms[0]
    return (not variant.cases or form.case in variant.cases) and (not variant.possessive or form.possessive == variant.possessive)


def _beside(tokens: list[Token], at: int, wanted: frozenset[str]) -> bool:
    """Is token `at` one of the wanted lemmas, or of a wanted kind?"""
    if not wanted:
        return True
    if not 0 <= at < len(tokens):
        return False
    token = tokens[at]
    return any(form.lemma in wanted for form in token.forms) or token.low in wanted or _kind(tokens, at) in wanted


def _kind(tokens: list[Token], at: int) -> str:
    """ORDINAL, NUMBER, NAME, PARTICIPLE or nothing."""
    token = tokens[at]
    if token.low.endswith(".") and at and (len(token.low) > 1 or tokens[at - 1].kind == "number"):
        return "ORDINAL"
    if token.kind == "number" or token.form.pos == "NUM":
        return "NUMBER"
    if token.form.verb_form == "participle":
        return "PARTICIPLE"
    return "NAME" if token.kind == "word" and token.capital and at and tokens[at - 1].sentence == token.sentence else ""


# READING AS MEANT


def _reread(tokens: list[Token], swap: Swap) -> None:
    """Give the swapped tokens the readings of what was meant: word by word, or the last word as a single one."""
    for variant in reversed([swap.variant, *swap.others]):
        meant = variant.meant.split()
        if len(meant) == len(variant.says):
            for i, word in enumerate(meant):
                if word != variant.says[i]:
                    _add(tokens[swap.first + i], variant, variant.says[i], word)
        elif len(meant) == 1:
            _add(tokens[swap.last - 1], variant, variant.says[-1], meant[0])


def _add(token: Token, variant: Variant, says: str, meant: str) -> None:
    """A reading with the meant lemma and the ending that stands there; before the others where the swap is plain."""
    like = next((form for form in token.forms if form.lemma == says), token.forms[0])
    form = Form(
        meant, variant.pos or like.pos, like.number, like.case, like.possessive, like.person, like.verb_form,
        like.suffix, like.tense, like.copula, like.voice, like.negative,
    )  # fmt: skip
    token.forms = (form, *token.forms) if variant.weight >= 1.0 else (token.forms[0], form, *token.forms[1:])
    if variant.low and token.low.startswith(says):
        token.low = meant + token.low[len(says) :]
