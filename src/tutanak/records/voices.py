"""Voices: who speaks, and the words that name them; the shapes of names and phrases that the search for speakers rests on."""

from __future__ import annotations

from collections.abc import Container
from typing import Final

from tutanak.mentions import nationality
from tutanak.mentions.model import Actor, Mention, Mentions, Place
from tutanak.records.frames import conjunct
from tutanak.records.reporting import reporting
from tutanak.spans import Span
from tutanak.text.layout import Form, Layout, Token
from tutanak.text.morphology import MARKS


class Voice:
    """A speaker found: actors, the words that name them, how (subject, head, agent, source, register, ...) and how surely.

    last: index of the token after the name, where it stands in the sentence of the cue; else -1.
    """

    __slots__ = ("actors", "confidence", "how", "last", "spans")

    def __init__(self, actors: tuple[Actor, ...], spans: tuple[Span, ...], how: str, confidence: float, last: int = -1) -> None:
        self.last = last
        self.actors = actors
        self.spans = spans
        self.how = how
        self.confidence = confidence

    def __bool__(self) -> bool:
        return bool(self.actors)


NOBODY: Final = Voice((), (), "unknown", 0.0)

CALLED: Final = frozenset(("adlı", "isimli"))
KIND: Final = 3  # words that say what kind of body a name is, before the last of them
SESSION: Final = "session"  # how the speakers of what is stressed at a meeting are known


def voice(found: list[Mention], how: str, confidence: float) -> Voice:
    """A voice of the actors that these mentions name."""
    actors: list[Actor] = []
    for mention in found:
        for entity in mention.entities:
            if not isinstance(entity, Place) and entity not in actors:
                actors.append(entity)
    return Voice(tuple(actors), tuple(m.span for m in found), how, confidence, found[-1].last)


SET_OFF: Final = frozenset((",", ";", ":", "ise", "da", "de"))


def announced(layout: Layout, mention: Mention) -> bool:
    """Is the name set off as a subject is: by a comma, "ise", "da", or the quotation that follows?"""
    at = mention.last
    return at < len(layout.tokens) and (layout.tokens[at].low in SET_OFF or layout.tokens[at].text in MARKS)


def with_conjuncts(layout: Layout, mentions: Mentions, mention: Mention) -> list[Mention]:
    """The subject and the names coordinated with it."""
    chain = [mention]
    while (after := conjunct(layout, mentions, chain[-1])) is not None and len(chain) < 40:
        chain.append(after)
    return chain


def is_text(token: Token) -> bool:
    """Does the word name an utterance or a text ("açıklama", "haber", "rapor")?"""
    notes, place = token.word.notes, reporting().place
    answer: bool | None = notes[place] if place < len(notes) else None
    if answer is None:
        texts, papers = reporting().texts, reporting().papers
        others = (f for f in token.forms if f.pos == "NOUN" and not f.verb_form and f.possessive not in ("1sg", "2sg"))  # "bildirim" is no "my text"
        names = any(f.lemma in texts or (f.lemma in papers and f.case == "loc") for f in others)
        answer = token.kind == "word" and (names or any(is_deed_of_text(f) for f in token.forms))
        token.word.note(place, answer)
    return answer


def is_deed_of_text(form: Form) -> bool:
    """Does the form, read as a verbal noun, name a text ("değerlendirme|de")?"""
    return form.verb_form == "verbal_noun" and form.suffix == "ma" and form.lemma == "değerlendir" and form.case == "loc" and not form.possessive


def possessed(token: Token) -> bool:
    return any(f.possessive in ("3sg", "3pl") and not f.verb_form for f in token.forms)


def sourced(found: list[Mention]) -> Voice:
    return voice(found, "source", 0.85) if found else NOBODY


def stands_in(layout: Layout, making: int) -> bool:
    """Does the participle say where a text stands: "yer alan", "çıkan", "yayımlanan"?"""
    form = layout.tokens[making].form
    told = form.passive and "caus" not in form.voice  # a study "gerçekleştirilen" in a country is not its own
    return form.suffix == "an" and (layout.tokens[making - 1].low == "yer" or form.lemma == "çık" or told)


def is_taken_up(token: Token) -> bool:
    """Is it a text in the locative ("açıklamada")?"""
    return is_text(token) and token.quote < 0 and any(f.case == "loc" for f in token.forms)


def called(layout: Layout, first: int, at: int) -> Span | None:
    """What those are called who are told as no more than that ("“Kuzey Yolu” | adlı örgüt", "Kuzey Yolu | isimli site")."""
    call = next((t.index for t in layout.tokens[first:at] if t.low in CALLED), 0)
    return name_before(layout, call, first) if call > 0 else None


def past_called(layout: Layout, at: int, high: int) -> int:
    """Past what the name before token `at` is said to be ("Kıyı Araştırma Merkezi | adlı düşünce kuruluşu ise"), else `at`."""
    if at + 2 >= high or layout.tokens[at].low not in CALLED:
        return at
    for token in layout.tokens[at + 1 : min(at + 2 + KIND, high - 1)]:
        if token.kind != "word" or token.form.verb_form or token.form.case not in ("", "nom"):
            return at
        if token.form.possessive.startswith("3") or sets_off(layout.tokens[token.index + 1], token.quote):
            return token.index + 1
    return at


def name_before(layout: Layout, at: int, low: int) -> Span | None:
    """The name in marks, or in capitals, that ends right before token `at`."""
    before = layout.tokens[at - 1]
    if before.text in MARKS and at > 1 and layout.tokens[at - 2].quote >= 0:
        return layout.quotations[layout.tokens[at - 2].quote].span
    capitals = at
    while capitals > low and is_bare_name(layout.tokens[capitals - 1]):
        capitals -= 1
    return Span(layout.tokens[capitals].start, before.end) if capitals < at else None


def pair_start(layout: Layout, first: int, low: int, case: str) -> int:
    """Where two kinds of people begin that are told together ("onlarca hasta ve | yaralı"), else `first`."""
    other = layout.tokens[first - 2] if first - 2 >= low and layout.tokens[first - 1].low == "ve" else None
    paired = other is not None and case == "nom" and other.form.lemma in reporting().speakers and other.form.case == "nom"
    return phrase_start(layout, first - 2, low) if paired and other is not None and not other.form.verb_form else first


def genitive_base(token: Token) -> int:
    """Where a genitive ends without its ending ("gazeteci|nin", "muhabiri|nin", "bakanlar|ın")."""
    form = token.form
    return token.end - len("nin" if form.possessive or (form.number == "sg" and form.lemma[-1] in "aeıioöuü") else "in")


def hardened(words: str, lemma: str) -> str:
    """Words whose last one lost its case ending, with the consonant that it softened ("kalabalığ|a": "kalabalık")."""
    return words[:-1] + lemma[-1] if words[-1] in "ğbcd" and words.endswith(lemma[-3:-1] + words[-1]) else words


ANNOUNCES = frozenset(("şunları", "şunu", "şöyle"))


def sets_off(after: Token, quote: int) -> bool:
    """Does the token behind a noun show that it is a subject: a mark, "da", "ise", "şunları (da) söyledi"?"""
    return after.low in (",", "da", "de", "ise", "ayrıca") or after.low in ANNOUNCES or after.quote != quote or after.kind == "punct"


def is_bare_name(token: Token) -> bool:
    return token.capital and token.kind == "word" and token.form.case in ("nom", "")


def past_openers(layout: Layout, at: int, high: int) -> int:
    """After the words that tie a sentence to the one before ("Ancak |", "Buna karşın |")."""
    long_openers = reporting().long_openers
    if layout.tokens[at].low in reporting().long_opening and layout.low.startswith(long_openers, layout.tokens[at].start):
        opener = next(o for o in long_openers if layout.low.startswith(o, layout.tokens[at].start))
        at += opener.count(" ") + 1
    while at + 1 < high and layout.tokens[at].low in reporting().openers:
        at += 1
    return at if at < high else at - 1


def past_acronym(layout: Layout, at: int, low: int) -> int:
    """Before an acronym in brackets that ends before token `at` ("Birleşmiş Milletler | (BM) yetkilileri"), else `at`."""
    bracketed = at - 3 > low and layout.tokens[at - 1].text == ")" and layout.tokens[at - 3].text == "("
    return at - 3 if bracketed else at


def phrase_start(layout: Layout, at: int, low: int) -> int:
    """Where the noun phrase that ends at token `at` begins: adjectives, numbers, genitives and bare nouns belong to it."""
    quote = layout.tokens[at].quote
    while at > low and at - low < 40:
        at = past_acronym(layout, at, low)
        token = layout.tokens[at - 1]
        form = token.form
        named = token.capital and layout.tokens[at].capital and not token.text.isupper()  # "Birleşmiş Milletler"
        work = form.suffix == "ma" and form.case == "nom" and not form.possessive and bool(layout.tokens[at].form.possessive)  # "arama ekipleri"
        verbal = bool(form.verb_form) and not named and not work
        if names_paper(token, layout.tokens[at]):
            at -= 1
            continue
        if token.low == "ve" and at - 2 >= low and layout.tokens[at].capital and nationality(layout.tokens[at - 2], ("nation",)) is not None:
            at -= 2  # "Kenyalı ve Batılı | yetkililer"
            continue
        outside = token.kind == "punct" or token.quote != quote or verbal or token.low in ("ise", "da", "de")
        if outside or form.case in ("acc", "dat", "loc", "abl", "ins") or form.pos in ("ADV", "CCONJ", "ADP"):
            break
        if token.low in reporting().openers or tells_when(layout, token):
            break
        at -= 1
    return at


def tells_when(layout: Layout, token: Token) -> bool:
    """Does the noun only tell when ("geçen yıl | doktorlarına göre")?"""
    time = token.form.lemma in reporting().times and token.form.case == "nom" and not token.form.possessive
    return time and token.index > 0 and layout.tokens[token.index - 1].low in reporting().lately


def names_paper(token: Token, noun: Token) -> bool:
    """Is it a paper's name, whatever else the word may mean ("Sabah | gazetesi")?"""
    return token.capital and token.base_end == token.end and noun.form.possessive == "3sg" and noun.form.lemma in reporting().outlets


Ranges = list[tuple[int, int]]
"""Token ranges of what is said in a sentence."""


def verb_behind(layout: Layout, first: int, last: int, ranges: Ranges, known: Container[int] = ()) -> int:
    """The token of the first verb, or of `known` ones, behind the words [first, last) in their sentence, what is said passed over; or -1."""
    tokens, at = layout.tokens, last
    quote, high = tokens[first].quote, layout.sentences[tokens[first].sentence].last
    while at < high:
        past = next((b for a, b in ranges if a <= at < b and not a <= first < b), at)
        if past > at:
            at = past
            continue
        token = tokens[at]
        if token.quote == quote and (token.form.verb_form or at in known or token.low == "hitaben") and not is_text(token):
            return at
        at += 1
    return -1


MAKING: Final = 5  # words from the verb of making to the text that is made


def makes_text(layout: Layout, verb: int) -> bool:
    """ "yaptığı | yazılı açıklamada", "yapılan açıklamada"."""
    form = layout.tokens[verb].form
    if form.verb_form != "participle" or form.case not in ("", "nom") or not reporting().makes(form):
        return False
    text = next((t for t in layout.tokens[verb + 1 : verb + 1 + MAKING] if is_text(t)), None)
    return text is not None and is_setting(text)


def is_setting(token: Token) -> bool:
    """Is it where, or by what, something is said ("açıklamada", "mektupla")?"""
    return is_text(token) and token.form.case in ("loc", "ins")
