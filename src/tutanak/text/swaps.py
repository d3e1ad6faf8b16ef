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

from tutanak.languages.variants import LEAST, Variant, Variants, variants
from tutanak.text.layout import SIGNS, Form, Layout, Meant, Swap, Token, Word

STRONG: Final = 6.0  # bits: a swap that counts in any article; weaker ones only where the article as a whole is spun
PLAIN: Final = 1.0  # bits: from here on, the word that was meant is the likelier reading in a spun article
NAMED: Final = 2.0  # bits: a weaker swap may be a part of a name
SPUN: Final = 0.5  # the score from which an article counts as spun
PRIOR: Final = 80.0  # squared bits that an article must bring before it is as likely spun as not, whatever its length
PER_WORD: Final = 0.4  # squared bits a word: long articles hold more words that happen to be on the list
SLOPE: Final = 0.05  # how fast the score rises with further squared bits
CAUSED: Final = "+"  # after a verb's root: its causative
NOUNS: Final = frozenset(("ma", "is"))  # verbal nouns that dictionaries list as nouns
HARMONY: Final = {"a": "aı", "ı": "aı", "o": "au", "u": "au", "e": "ei", "i": "ei", "ö": "eü", "ü": "eü"}
_NONE: Final[list[Variant]] = []  # of most words


def settle(layout: Layout) -> None:
    """Find the swaps of a layout, score it, and read the swapped words as those that were meant."""
    found = swaps(layout)
    layout.spin = score(found, len(layout.tokens))
    spun = layout.spin >= SPUN
    least = LEAST if spun else STRONG
    layout.swaps = [s for s in found if s.variant.weight >= least]
    for swap in layout.swaps:
        _reread(layout.tokens, swap, spun)
    if layout.swaps:
        layout.look_through()


def score(found: list[Swap], length: int) -> float:
    """How surely an article of `length` tokens with these swaps is spun, 0 to 1.

    Bits are squared, for ordinary prose of an old-fashioned writer brings many weak swaps and no strong ones, and
    each swap counts once: a writer's habit repeats itself too.
    """
    if not found:
        return 0.0
    seen: set[str] = set()
    margin = -PRIOR - PER_WORD * length
    for swap in found:
        rule = swap.variant.rule
        if rule not in seen:
            margin += swap.variant.weight * swap.variant.weight
            seen.add(rule)
    return 1.0 / (1.0 + exp(-SLOPE * max(-5000.0, min(5000.0, margin))))


# FINDING


def swaps(layout: Layout, known: Variants | None = None) -> list[Swap]:
    """All swaps of the pack (or of `known`), at each place the longest and most telling, in text order; they never overlap."""
    known = known or variants()
    if not known.sign:
        known.sign = SIGNS.of_readings(_is_derived, known.by_key, known.by_key)
    tokens = layout.tokens
    found: list[Swap] = []
    for at in layout.bearing(known.sign):
        token = tokens[at]
        candidates = known.by_key.get(token.low) or _of_form(token.form, known.by_key)
        swap = _at(tokens, at, candidates) if candidates else None
        if swap is not None and not _named(token, swap):
            _enter(found, swap)
    return found


def _is_derived(form: Form) -> bool:
    """May the word be a swap as a causative or a noun made of a verb?"""
    return form.suffix in NOUNS or "caus" in form.voice


def _of_form(form: Form, by_key: dict[str, list[Variant]]) -> list[Variant]:
    """By how a form reads: as a causative, as a noun made of a verb, by its lemma."""
    candidates: list[Variant] | None = None
    if form.voice and "caus" in form.voice:
        candidates = by_key.get(form.lemma + CAUSED)
    elif form.suffix in NOUNS:
        candidates = by_key.get(noun_of(form))
    return by_key.get(form.lemma, _NONE) if candidates is None else candidates


def _named(token: Token, swap: Swap) -> bool:
    """Is a weak swap part of a name ("Türk Devletleri'nin")?"""
    return swap.variant.weight < NAMED and token.capital and (token.base_end < token.end or token.form.pos == "PROPN")


def noun_of(form: Form) -> str:
    """A verbal noun as dictionaries have it ("konuş" → "konuşma", "yüksel" → "yükseliş")."""
    for letter in reversed(form.lemma):
        if letter in HARMONY:
            return f"{form.lemma}m{HARMONY[letter][0]}" if form.suffix == "ma" else f"{form.lemma}{HARMONY[letter][1]}ş"
    return form.lemma


def _enter(found: list[Swap], swap: Swap) -> None:
    """Add a swap, in place of shorter ones that it holds; nothing where a longer one holds its words."""
    while found and found[-1].last > swap.first:
        if found[-1].last - found[-1].first >= swap.last - swap.first:
            return
        found.pop()
    found.append(swap)


def _at(tokens: list[Token], at: int, candidates: list[Variant]) -> Swap | None:
    """The first candidates whose key word is token `at`: the longest, and what else the same words may stand for."""
    found: Swap | None = None
    for variant in candidates:
        first = at - variant.key
        last = first + len(variant.says)
        if first < 0 or last > len(tokens) or not _stands(tokens, first, variant):
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
    if variant.unlike and first > 0 and tokens[first - 1].form.case in variant.unlike:
        return False
    return _ends(tokens[last - 1], variant) and _beside(tokens, first - 1, variant.left) and _beside(tokens, last, variant.right)


def _is(token: Token, word: str) -> bool:
    if word.endswith(CAUSED):
        return any(form.lemma == word[:-1] and "caus" in form.voice for form in token.forms)
    return token.low == word or any(form.lemma == word for form in token.forms)


def _ends(token: Token, variant: Variant) -> bool:
    form = token.form
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
    inside = at > 0 and tokens[at - 1].sentence == token.sentence
    return "NAME" if token.form.pos == "PROPN" or (inside and token.kind == "word" and token.capital) else ""


# READING AS MEANT


def _reread(tokens: list[Token], swap: Swap, spun: bool) -> None:
    """Give the swapped tokens the readings of what was meant: word by word, or the last word as a single one."""
    for variant in reversed([swap.variant, *swap.others]):
        meant = variant.meant.split()
        if len(meant) == len(variant.says):
            for i, word in enumerate(meant):
                if word != variant.says[i]:
                    pos = variant.pos if i == len(meant) - 1 else ""
                    _add(tokens[swap.first + i], variant, variant.says[i], word, pos, 0, spun)
        elif len(meant) == 1:
            _add(tokens[swap.last - 1], variant, variant.says[-1], meant[0], variant.pos, len(variant.says) - 1, spun)


def _add(token: Token, variant: Variant, says: str, meant: str, pos: str, back: int, spun: bool) -> None:
    """A reading with the meant lemma and the ending that stands there; before the others where the article is spun and the swap plain."""
    root = says.removesuffix(CAUSED)
    like = next((form for form in token.forms if form.lemma == root), token.form)
    voice = like.voice if root == says else "+".join(v for v in like.voice.split("+") if v != "caus")
    noun = pos == "NOUN"  # a verbal noun that stands for a noun is one
    form = Meant(
        meant, pos or like.pos, like.number, like.case, like.possessive, like.person, "" if noun else like.verb_form,
        "" if noun and like.suffix in NOUNS else like.suffix, like.tense, like.copula, "" if noun else voice, like.negative,
    )  # fmt: skip
    form.back, form.weight = back, variant.weight
    new = (form, _as_noun(form)) if form.suffix in NOUNS and not form.negative and not back else (form,)
    forms = (*new, *token.forms) if spun and variant.weight >= PLAIN else (token.form, *new, *token.forms[1:])
    low = meant + token.low[len(says) :] if variant.low and token.low.startswith(says) else token.low
    token.read_as(Word(token.text, low, token.kind, token.base_end - token.start, forms))


def _as_noun(form: Meant) -> Meant:
    """A verbal noun as the noun that dictionaries list: "yorumlamasında" is meant as a form of "değerlendirme" too."""
    noun = Meant(noun_of(form), "NOUN", form.number, form.case, form.possessive, form.person)
    noun.back, noun.weight = 0, form.weight
    return noun
