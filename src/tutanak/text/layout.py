"""What the text floor hands up: an article laid out in paragraphs, quotations, sentences and tokens.

Offsets are code points of the text exactly as it came. Tokens stand in one list; sentences and
quotations point into it by half-open ranges of indices.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Final

from mypy_extensions import i64, mypyc_attr

from tutanak.languages.variants import Variant
from tutanak.spans import Span, stretch

FEATURES: Final = ("number", "case", "possessive", "person", "verb_form", "suffix", "tense", "copula", "voice", "negative")


@mypyc_attr(acyclic=True)
class Form:
    """One reading of a word form. Empty strings where a feature does not apply.

    pos: UPOS of UD (NOUN PROPN VERB ADJ ADV PRON DET NUM CCONJ ADP AUX INTJ PUNCT X).
    lemma: as UD Turkish BOUN gives it; of a verb the bare root ("belirt", "de"), voice apart.
    number: sg pl. case: nom acc dat loc abl gen ins equ. possessive, person: 1sg 2sg 3sg 1pl 2pl 3pl.
    verb_form: finite participle converb verbal_noun; suffix then names the ending:
      an dik acak mis ar (participles), arak ip ken inca madan dikca ali (converbs), mak ma is (verbal nouns).
    tense: past evid prog aor fut cond nec imp opt; copula: past evid cond ("yapıyordu": prog + past).
    voice: "" or any of pass caus recp refl joined by "+". negative: -mA-, değil. traits: see `Signs`.
    """

    __slots__ = ("case", "copula", "lemma", "negative", "number", "person", "pos", "possessive", "suffix", "tense", "traits", "verb_form", "voice")

    def __init__(
        self, lemma: str, pos: str, number: str = "", case: str = "", possessive: str = "", person: str = "", verb_form: str = "",
        suffix: str = "", tense: str = "", copula: str = "", voice: str = "", negative: bool = False,
    ) -> None:  # fmt: skip
        self.lemma = lemma
        self.pos = pos
        self.number = number
        self.case = case
        self.possessive = possessive
        self.person = person
        self.verb_form = verb_form
        self.suffix = suffix
        self.tense = tense
        self.copula = copula
        self.voice = voice
        self.negative = negative
        self.traits: i64 = -1

    @property
    def passive(self) -> bool:
        return "pass" in self.voice

    def __repr__(self) -> str:
        told = [f"{name}={getattr(self, name)}" for name in FEATURES if getattr(self, name)]
        return f"<{self.lemma} {self.pos}{' ' + ' '.join(told) if told else ''}>"


@mypyc_attr(acyclic=True)
class Meant(Form):
    """A reading of a swapped word as the word that was meant (text.swaps).

    back: how many words right before it belong to it as well ("izah etti" for "açıkladı": 1).
    weight: how many bits the swap speaks for spinning.
    """

    __slots__ = ("back", "weight")

    back: int
    weight: float


def first_from(numbers: list[int], least: int) -> int:
    """Index of the first of these ascending numbers that is `least` or more: bisect_left, compiled with what calls it."""
    low: i64 = 0
    high: i64 = len(numbers)
    wanted: i64 = least
    while low < high:
        middle = (low + high) >> 1
        number: i64 = numbers[middle]
        if number < wanted:
            low = middle + 1
        else:
            high = middle
    return low


_places: Final = [0]
_NO_NOTES: Final[list[Any]] = []  # of most words
_NO_SIGNS: Final[list[int]] = []
_NOWHERE: Final[list[Any]] = []


def place_for_notes() -> int:
    """A place of its own in the notes of every word, for one kind of notes."""
    _places[0] += 1
    return _places[0] - 1


@mypyc_attr(acyclic=True)
class Doubt:
    """Two orders of a word's readings and the kind of rule that picks: `first` when the rule says yes (text.context)."""

    __slots__ = ("first", "kind", "second")

    def __init__(self, kind: int, first: tuple[Form, ...], second: tuple[Form, ...]) -> None:
        self.kind = kind
        self.first = first
        self.second = second


@mypyc_attr(acyclic=True)
class Word:
    """What is known of a string wherever it stands; kept as long as the string is remembered.

    text: the string, one object for all its places. low: folded. bare: low without its apostrophe suffix.
    base: where the name ends before that suffix. role: of a mark (text.morphology). capital: does it begin with one?
    upper: is it, without that suffix, all in capitals? alone: is a stretch between two spaces that reads like it this word and
    nothing else? notes: what the floors above found out about the word, each kind at its own place (`place_for_notes`), None
    where nothing is noted yet. signs: see `Signs`; bears: their numbers, the lowest first. sets: see `Sets`.
    """

    __slots__ = (
        "alone", "bare", "base", "bears", "capital", "doubt", "forms", "kind", "low", "notes", "role", "sets", "signs", "text", "upper", "version",
    )  # fmt: skip

    def __init__(
        self, text: str, low: str, kind: str, base: int, forms: tuple[Form, ...], role: int = 0, doubt: Doubt | None = None, small: bool = False
    ) -> None:
        self.text = text
        self.low = text if low == text else low  # one object where they are the same
        self.kind = kind
        self.base = base
        self.bare = self.low if base == len(text) else low[:base]
        self.forms = forms
        self.role = role
        self.doubt = doubt
        self.capital = not small and text[0].isupper()
        self.upper = not small and text[:base].isupper()
        self.alone = not role and text[-1] != "."
        self.notes = _NO_NOTES
        self.signs = 0
        self.bears = _NO_SIGNS
        self.version = -1
        self.sets: i64 = -1

    def note(self, place: int, what: Any) -> None:
        """Note at a place what was found out."""
        if len(self.notes) <= place:
            self.notes = [*self.notes, *[None] * (place + 1 - len(self.notes))]
        self.notes[place] = what


class Signs:
    """What the floors above look for in a text: each kind of words has a sign, one bit, that is found out once a word.

    So an article is looked through once for them all (`Layout.bearing`), and who looks for something visits the words that
    may be it, not every word. lemmas, bares: the signs of words by what they are forms of, and of words as they stand;
    starts: of words by what they begin with, each beside it, by its first two letters; readings: of words by the features of a reading.
    version: grows with every sign given out, so that a word studied before is looked at again.
    """

    __slots__ = ("asked", "bares", "capital_tests", "lemmas", "numbers", "of_traits", "readings", "starts", "tests", "version")

    def __init__(self) -> None:
        self.lemmas: dict[str, int] = {}
        self.bares: dict[str, int] = {}
        self.starts: dict[str, list[tuple[str, int]]] = {}
        self.numbers: dict[int, list[int]] = {0: _NO_SIGNS}  # of signs put together; many words bear the same
        self.tests: list[tuple[int, Callable[[Word], bool]]] = []
        self.capital_tests: list[tuple[int, Callable[[Word], bool]]] = []
        self.readings: list[tuple[int, Callable[[Form], bool]]] = []
        self.of_traits: dict[int, int] = {}  # signs by traits put together
        self.asked: i64 = 0
        self.version = 0

    def of_words(self, lemmas: Iterable[str], bares: Iterable[str] = (), test: Callable[[Word], bool] | None = None, capital: bool = False) -> int:
        """A new sign: of the words with one of these lemmas, of those that stand there just so, and of those that pass a test."""
        return self._also(self._next() if test is None else self.of_test(test, capital), lemmas, bares)

    def of_readings(self, test: Callable[[Form], bool], lemmas: Iterable[str] = (), bares: Iterable[str] = ()) -> int:
        """A new sign: of the words one of whose readings passes a test of its features (not of its lemma or part of speech), and of those named.

        At most thirty tests are taken; what they say of a reading is found out once for all readings that are alike in their features.
        """
        assert self.asked < _READINGS - 2, "a test of a reading more than its traits have bits for"
        sign = self._next()
        self.readings.append((sign, test))
        self.asked += 1
        return self._also(sign, lemmas, bares)

    def _also(self, sign: int, lemmas: Iterable[str], bares: Iterable[str]) -> int:
        for lemma in lemmas:
            self.lemmas[lemma] = self.lemmas.get(lemma, 0) | sign
        for bare in bares:
            self.bares[bare] = self.bares.get(bare, 0) | sign
        return sign

    def of_starts(self, starts: Iterable[str], lemmas: Iterable[str] = ()) -> int:
        """A new sign: of the words that begin with one of these, of two letters or more, and of those with one of these lemmas."""
        sign = self._also(self._next(), lemmas, ())
        for start in starts:
            self.starts.setdefault(start[:2], []).append((start, sign))
        return sign

    def of_test(self, test: Callable[[Word], bool], capital: bool = False) -> int:
        """A new sign: of the words that pass a test; capital: only those with a capital are put to it."""
        sign = self._next()
        (self.capital_tests if capital else self.tests).append((sign, test))
        return sign

    def _next(self) -> int:
        self.version += 1
        return 1 << (self.version - 1)

    def on(self, word: Word) -> int:
        """The signs that a word bears."""
        if word.version != self.version:
            self._put_on(word)
        return word.signs

    def traits(self, form: Form) -> i64:
        """Which of the tests of readings this one passes, a bit each, and above them how many it was put to."""
        traits = form.traits
        return traits if traits >> _READINGS == self.asked else self._put_traits(form)

    def _put_traits(self, form: Form) -> i64:
        traits: i64 = self.asked << _READINGS
        bit: i64 = 1
        for _, test in self.readings:
            if test(form):
                traits |= bit
            bit <<= 1
        form.traits = traits
        return traits

    def _by_traits(self, traits: int) -> int:
        """The signs of those readings whose traits are these."""
        signs = self.of_traits.get(traits)
        if signs is None:
            signs = 0
            for place, (sign, _) in enumerate(self.readings):
                signs |= sign if traits >> place & 1 else 0
            self.of_traits[traits] = signs
        return signs

    def _put_on(self, word: Word) -> None:
        signs = self.bares.get(word.bare, 0)
        lemma = ""
        traits: i64 = 0
        for form in word.forms:
            traits |= self.traits(form)
            if form.lemma is not lemma:  # most readings of a word share one
                lemma = form.lemma
                signs |= self.lemmas.get(lemma, 0)
        signs |= self._by_traits(traits)
        for start, sign in self.starts.get(word.low[:2], ()):
            if word.low.startswith(start):
                signs |= sign
        for sign, test in self.tests:
            if test(word):
                signs |= sign
        if word.capital:
            for sign, test in self.capital_tests:
                if test(word):
                    signs |= sign
        word.signs = signs
        bears = self.numbers.get(signs)
        if bears is None:
            bears = self.numbers[signs] = _numbers(signs)
        word.bears = bears
        word.version = self.version


_READINGS: Final[i64] = 32


def _numbers(signs: int) -> list[int]:
    """The numbers of the signs that are put together here: of each its one bit."""
    return [number for number in range(signs.bit_length()) if signs >> number & 1]


SIGNS: Final = Signs()


class Sets:
    """Small closed sets that rules ask for at nearly every word: to which of them a word belongs is found out once, a bit for each.

    Unlike `Signs` they say nothing of where in a text their words stand. low, text: the sets of words as they stand, folded and as written.
    """

    __slots__ = ("given", "low", "text")

    def __init__(self) -> None:
        self.low: dict[str, int] = {}
        self.text: dict[str, int] = {}
        self.given: i64 = 0

    def of(self, low: Iterable[str], text: Iterable[str] = ()) -> int:
        """A new set; at most forty are given out, for the rest of a word's bits tells how many it was asked for."""
        bit = 1 << self.given
        self.given += 1
        for known, words in ((self.low, low), (self.text, text)):
            for word in words:
                known[word] = known.get(word, 0) | bit
        return bit

    def on(self, word: Word) -> i64:
        """The sets of a word."""
        sets = word.sets
        return sets if sets >> _SETS == self.given else self._put_on(word)

    def _put_on(self, word: Word) -> i64:
        found: i64 = self.low.get(word.low, 0) | self.text.get(word.text, 0)
        word.sets = found | (self.given << _SETS)
        return word.sets


_SETS: Final[i64] = 40
SETS: Final = Sets()


@mypyc_attr(acyclic=True)
class Token:
    """A word, number or mark at [start, end).

    kind: word number punct (quotation marks are punct). base_end: where the name ends before an
    apostrophe suffix ("Putin’in": the n), else end. low: folded lower case, same length.
    forms: all readings, the likeliest in this context first: `form`. quote: index of the innermost
    quotation that holds it, or -1; speech: the same, but a few words in marks belong to the sentence around
    ("kınadığını"). index, sentence: places in Layout.tokens and Layout.sentences.
    word: what is known of its string; a swapped word has one of its own.
    """

    __slots__ = ("base_end", "capital", "end", "form", "forms", "index", "kind", "low", "quote", "sentence", "speech", "start", "text", "word")

    def __init__(self, word: Word, start: int, end: int) -> None:
        self.start = start
        self.end = end
        self.base_end = start + word.base
        self.index = -1
        self.quote = self.speech = -1
        self.sentence = -1
        self.read_as(word)

    def read_as(self, word: Word) -> None:
        """Take the word's spelling and readings."""
        self.word = word
        self.text = word.text
        self.low = word.low
        self.kind = word.kind
        self.capital = word.capital
        self.forms = word.forms
        self.form = word.forms[0]

    def take(self, forms: tuple[Form, ...]) -> None:
        """Take readings in the order that fits here."""
        self.forms = forms
        self.form = forms[0]

    @property
    def base(self) -> str:
        """The word without its apostrophe suffix."""
        return self.text[: self.base_end - self.start]

    @property
    def span(self) -> Span:
        return stretch(self.start, self.end)

    def __repr__(self) -> str:
        return f"{self.text}@{self.start}{self.form!r}"


@mypyc_attr(acyclic=True)
class Sentence:
    """Tokens [first, last) at [start, end). An outer sentence holds its quotations whole.

    quote: the quotation it stands in (inner sentences of a quotation of several), or -1.
    """

    __slots__ = ("end", "first", "index", "last", "paragraph", "quote", "start")

    def __init__(self, start: int, end: int, first: int, last: int, paragraph: int, quote: int = -1) -> None:
        self.start = start
        self.end = end
        self.first = first
        self.last = last
        self.paragraph = paragraph
        self.quote = quote
        self.index = -1

    @property
    def span(self) -> Span:
        return stretch(self.start, self.end)


@mypyc_attr(acyclic=True)
class Quotation:
    """Words between marks: [start, end) without the marks, [open, close) with them.

    first, last: its tokens, marks excluded. parent: index of the quotation around it, or -1.
    closed: False where the closing mark is missing and the paragraph's end closes it.
    """

    __slots__ = ("close", "closed", "end", "first", "index", "last", "open", "paragraph", "parent", "start")

    def __init__(self, start: int, end: int, open: int, close: int, first: int, last: int, paragraph: int, parent: int, closed: bool) -> None:
        self.start = start
        self.end = end
        self.open = open
        self.close = close
        self.first = first
        self.last = last
        self.paragraph = paragraph
        self.parent = parent
        self.closed = closed
        self.index = -1

    @property
    def span(self) -> Span:
        return stretch(self.start, self.end)


@mypyc_attr(acyclic=True)
class Swap:
    """A variant of the pack at tokens [first, last); others: what else the same words may stand for."""

    __slots__ = ("first", "last", "others", "variant")

    def __init__(self, variant: Variant, first: int, last: int) -> None:
        self.variant = variant
        self.first = first
        self.last = last
        self.others: list[Variant] = []

    def span(self, layout: Layout) -> Span:
        return stretch(layout.tokens[self.first].start, layout.tokens[self.last - 1].end)

    def __repr__(self) -> str:
        return f"<{self.variant!r} {self.first}-{self.last}>"


class Layout:
    """An article's text, laid out.

    low: the text folded by casing.fold (lower case, plain apostrophes; same length).
    sentences: outer sentences in order; a quotation never splits one.
    inner: quotation index -> the sentences inside it.
    swaps: synonyms put in by a machine; spin: how surely the article is spun, 0 to 1.
    """

    __slots__ = ("_bearing", "_version", "inner", "low", "paragraphs", "quotations", "sentences", "spin", "swaps", "text", "tokens")

    def __init__(
        self, text: str, low: str, paragraphs: list[Span], quotations: list[Quotation], sentences: list[Sentence],
        inner: dict[int, list[Sentence]], tokens: list[Token],
    ) -> None:  # fmt: skip
        self.text = text
        self.low = low
        self.paragraphs = paragraphs
        self.quotations = quotations
        self.sentences = sentences
        self.inner = inner
        self.tokens = tokens
        self.swaps: list[Swap] = []
        self.spin = 0.0
        self._bearing: list[list[int]] = []
        self._version = -1

    def token_at(self, offset: int) -> int:
        """Index of the first token that starts at `offset` or later."""
        tokens = self.tokens
        low: i64 = 0
        high: i64 = len(tokens)
        while low < high:
            middle = (low + high) >> 1
            if tokens[middle].start < offset:
                low = middle + 1
            else:
                high = middle
        return low

    def words(self, first: int, last: int) -> str:
        """The text from token `first` up to token `last` (exclusive)."""
        return self.text[self.tokens[first].start : self.tokens[last - 1].end]

    def told(self, first: int, last: int) -> Span:
        """The characters from token `first` up to token `last` (exclusive); where all of them lie in marks, those inside."""
        quote = self.tokens[last - 1].quote
        if quote >= 0 and self.tokens[first].start == self.quotations[quote].open:
            first = self.quotations[quote].first
        return Span(self.tokens[first].start, self.tokens[last - 1].end)

    def bearing(self, sign: int) -> list[int]:
        """Indices of the tokens whose word bears a sign, in order."""
        if self._version != SIGNS.version:
            self.look_through()
        number = sign.bit_length() - 1
        return self._bearing[number] if number < len(self._bearing) else []

    def bearing_among(self, sign: int, first: int, last: int) -> list[int]:
        """Those of them in [first, last)."""
        found = self.bearing(sign)
        if not found or found[-1] < first or found[0] >= last:
            return []
        low = high = first_from(found, first)
        while high < len(found) and found[high] < last:
            high += 1
        return found[low:high]

    def look_through(self) -> None:
        """Find the signs of all words; again where words were read anew or signs were given out since."""
        version = SIGNS.version
        found: list[list[Any]] = [_NOWHERE] * version  # most signs no word of an article bears
        places: list[Any] = list(range(len(self.tokens)))  # each number is made once, however many lists it stands in
        for at, token in enumerate(self.tokens):
            word = token.word
            if word.version != version:
                SIGNS.on(word)
            place = places[at]
            for number in word.bears:
                if found[number] is _NOWHERE:
                    found[number] = [place]
                else:
                    found[number].append(place)
        self._bearing = found
        self._version = SIGNS.version
