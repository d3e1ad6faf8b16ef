"""Topics: what an article treats, by a lexicon of words that weigh for a topic."""

from __future__ import annotations

from functools import cache
from typing import Final

from mypy_extensions import mypyc_attr

from tutanak.languages import Pack, load
from tutanak.mentions.model import Mention, Mentions, State
from tutanak.records.frames import has_lemma
from tutanak.records.grammar import CUTTING, LISTING
from tutanak.text.layout import SIGNS, Layout, Token, place_for_notes

SECTION: Final = "topics"
_LONGEST_LEAD: Final = 1000  # characters; some papers print a report as one paragraph
_LONGEST_LIST: Final = 24  # words
_SHORT: Final = 2000  # characters: each thousand more asks for more of a topic that it treats, and no longer so behind _LONG
_LONG: Final = 6000


@mypyc_attr(acyclic=True)
class Word:
    """An entry of the lexicon: `before` must stand right before the token that it is found at."""

    __slots__ = ("before", "key", "says", "topic", "weight")

    def __init__(self, says: str, topic: str, weight: float) -> None:
        self.says = says
        self.before: tuple[str, ...] = tuple(says.split()[:-1])
        self.topic = topic
        self.key = topic + says
        self.weight = weight


class Lexicon:
    """Words by the lemma of their last word; the entries of each word met are noted with it."""

    __slots__ = ("alone", "asks", "by_lemma", "fielding", "formula", "lead", "least", "listed", "longer", "most", "named", "place", "sign", "works")

    def __init__(self, pack: Pack) -> None:
        section = pack.section(SECTION)
        self.least = float(section["least"])
        self.longer = float(section["longer"])
        self.lead = float(section["lead"])
        self.most = float(section["most"])
        self.alone = float(section["alone"])
        self.listed = float(section["listed"])
        self.named = float(section["named"])
        self.formula: frozenset[str] = frozenset(section["formula"])
        self.works: frozenset[str] = frozenset(section["works"])
        self.asks: dict[str, float] = {topic: float(times) for topic, times in section["asks"].items()}
        self.by_lemma: dict[str, list[Word]] = {}
        self.place = place_for_notes()
        for topic, words in section["words"].items():
            for says, weight in words.items():
                self.by_lemma.setdefault(says.split()[-1], []).append(Word(says, topic, float(weight)))
        self.sign = SIGNS.of_words(self.by_lemma, self.by_lemma)
        self.fielding = SIGNS.of_words(section["fields"], section["fields"])

    def look_up(self, token: Token) -> tuple[Word, ...]:
        """The entries that may end with this token."""
        forms = token.forms[:1] if token.capital and token.forms[0].pos == "PROPN" else token.forms  # "Selim" is no flood
        lemmas = dict.fromkeys([token.word.bare, *[form.lemma for form in forms]])
        found = tuple([word for lemma in lemmas for word in self.by_lemma.get(lemma, ())])
        token.word.note(self.place, found)
        return found


@cache
def lexicon() -> Lexicon:
    return Lexicon(load("tr"))


def stands_before(tokens: list[Token], words: tuple[str, ...], at: int) -> bool:
    """Do the words stand right before token `at`, by lemma, or as a name's bare form ("AB'ye" for "ab")?"""
    for word in reversed(words):
        at -= 1
        if at < 0 or not (tokens[at].word.bare == word or has_lemma(tokens[at], word)):
            return False
    return True


class Scale:
    """Weighs the words of an article; one word counts `most` times at most."""

    __slots__ = ("known", "spent", "weights")

    def __init__(self, known: Lexicon) -> None:
        self.known = known
        self.spent: dict[str, float] = {}
        self.weights: dict[str, float] = {}

    def add(self, word: Word, share: float) -> None:
        key = word.key
        spent = self.spent.get(key, 0.0)
        rest = self.known.most - spent
        if share > rest:
            share = rest
        if share > 0:
            self.spent[key] = spent + share
            self.weights[word.topic] = self.weights.get(word.topic, 0.0) + share * word.weight


def asked(layout: Layout, known: Lexicon) -> float:
    """What a topic must weigh: a long article touches upon many things that it does not treat."""
    return known.least + known.longer * max(min(len(layout.text), _LONG) - _SHORT, 0) / 1000


def names(layout: Layout, mention: Mention | None, works: frozenset[str]) -> bool:
    """Is this what a person (by office too), a body or a place is called? "Sağlık Bakanı" and "Şifa Hastanesi" tell little of health; works do."""
    return mention is not None and not isinstance(mention.entity, State) and layout.tokens[mention.last - 1].form.lemma not in works


def weigh(layout: Layout, mentions: Mentions, known: Lexicon) -> dict[str, float]:
    """The weight of each topic over the article; the first paragraph counts more, so does what a list names as a field; names count less."""
    tokens, place = layout.tokens, known.place
    lead_end = min(layout.paragraphs[0].end, _LONGEST_LEAD) if layout.paragraphs else 0
    fields = listed(layout, known)
    scale = Scale(known)
    for at in layout.bearing(known.sign):
        token = tokens[at]
        notes = token.word.notes
        entries: tuple[Word, ...] | None = notes[place] if place < len(notes) else None
        if entries is None:
            entries = known.look_up(token)
        share = (known.lead if token.start < lead_end else 1.0) * (known.listed if at in fields else 1.0)
        if entries and names(layout, mentions.at(at), known.works):
            share *= known.named
        for word in entries:
            if not word.before or stands_before(tokens, word.before, at):
                scale.add(word, share)
    return scale.weights


def listed(layout: Layout, known: Lexicon) -> set[int]:
    """The places of words in lists of fields: "enerji, tarım ve sağlık alanlarında", "turizm ve ticaret gibi birçok konuda"."""
    found: set[int] = set()
    for at in layout.bearing(known.fielding):
        first = list_begin(layout.tokens, at)
        if first < at and not any(token.low in known.formula for token in layout.tokens[first:at]):
            found.update(range(first, at))
    return found


def list_begin(tokens: list[Token], at: int) -> int:
    """Where the list begins that ends before the word `at` ("alanlarında"): behind a verb or the sentence's start; `at` where there is no list."""
    k, joined = at, False
    while k > 0 and at - k < _LONGEST_LIST and tokens[k - 1].sentence == tokens[at].sentence:
        token = tokens[k - 1]
        if token.form.verb_form in CUTTING or (token.kind == "punct" and token.text != ","):
            break
        joined = joined or token.text in LISTING
        k -= 1
    return k if joined else at


def take(layout: Layout, mentions: Mentions) -> list[str]:
    """The topics of an article, the weightiest first (names of GUIDELINES' list); the likeliest where none is sure, "other" where no word tells."""
    known = lexicon()
    weights, least = weigh(layout, mentions, known), asked(layout, known)
    ranked = sorted(weights, key=lambda topic: (-weights[topic], topic))
    held = [topic for topic in ranked if weights[topic] >= least * known.asks.get(topic, 1.0)]
    if not held:
        held = [topic for topic in ranked[:1] if weights[topic] >= known.alone]
    return held or ["other"]
