"""Direct speech: which quotations are statements, by which cue, and whose."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from tutanak.languages import word_list
from tutanak.mentions.model import Mention, Mentions, Person, State, Unnamed
from tutanak.records.authorities import authority, unknown_owner
from tutanak.records.excerpts import announced
from tutanak.records.frames import LIGHT, modified
from tutanak.records.grammar import ASKING, CONCERNING, FIRST_PERSON, OCCASION, TITLED, WE
from tutanak.records.openings import opening_subject, plain_head
from tutanak.records.registers import Registers
from tutanak.records.reporting import REPLIES, Cue, cues, reporting
from tutanak.records.sources import nearest
from tutanak.records.subjects import common_subject, genitive_subject, main_subject, one_of_many
from tutanak.records.tellers import speaker_of
from tutanak.records.unspoken import is_no_telling, names_thing
from tutanak.records.voices import NOBODY, Voice, phrase_start, voice, with_conjuncts
from tutanak.spans import Span
from tutanak.text.layout import SIGNS, Form, Layout, Quotation, Sentence, Token
from tutanak.text.quotations import OPENING_MARKS

COLON: Final = SIGNS.of_words((), (":",))
ABOUT_OR_FOR: Final = CONCERNING | {"için"}
PAUSES: Final = frozenset((",", ";"))  # between whose the words are and the words
APART_BY: Final = frozenset((",", "ise", "da", "de"))  # between who says it and the words
LISTS: Final = frozenset((",", "ve", ", ve", "ile", ";", "veya", ",ve"))
WRITTEN_ON: Final = word_list("reporting", "written_on")
FAR: Final = 1000  # words before what is given: anywhere in the sentence
NEAR: Final = 5
NAMING: Final = 3  # words within which a speech names whom it tells of
UTTERED: Final = 5  # words behind a speech noun in which the participle stands that tells who says it
TRAILING: Final = frozenset(("…", "..."))
WHOLE: Final = 6  # words: so many are more than a name
SHORT: Final = 20  # characters: less is no speech without marks
ITEMS: Final = ("-", "–", "—", "•", "*", "●", "▪")
SENTENCE_END: Final = frozenset((".", "!", "?", "…", "..."))


class Found:
    """A direct statement found: its words (a quotation, or a stretch without marks), the cue that carries it (or None), and the voice."""

    __slots__ = ("confidence", "cue", "how", "quotation", "span", "speaker")

    def __init__(self, quotation: Quotation | None, cue: Cue | None, speaker: Voice, confidence: float, how: str, span: Span | None = None) -> None:
        self.quotation = quotation
        self.span = span if span is not None else quotation.span if quotation is not None else Span(0, 0)
        self.cue = cue
        self.speaker = speaker
        self.confidence = confidence
        self.how = how


def words_in(layout: Layout, quotation: Quotation) -> list[Token]:
    return [t for t in layout.tokens[quotation.first : quotation.last] if t.kind != "punct"]


def last_word(layout: Layout, quotation: Quotation) -> Token | None:
    """The last of its words, if it has any."""
    for at in range(quotation.last - 1, quotation.first - 1, -1):
        if layout.tokens[at].kind != "punct":
            return layout.tokens[at]
    return None


def has_words(layout: Layout, quotation: Quotation, least: int) -> bool:
    """Has it so many words?"""
    for at in range(quotation.first, quotation.last):
        if layout.tokens[at].kind != "punct":
            least -= 1
            if least == 0:
                return True
    return False


def full_speech(layout: Layout, quotation: Quotation) -> bool:
    """Does the quotation hold speech, not a name, a title or a word in scare quotes?"""
    word = last_word(layout, quotation)
    if word is None:
        return False
    ended = layout.tokens[quotation.last - 1].text in SENTENCE_END
    told = layout.tokens[quotation.last - 1].text in ".!" and layout.tokens[quotation.first].capital and colon_before(layout, quotation)
    if told and has_words(layout, quotation, 2):
        return True  # "uyardı: “Dikkatli olun.”"
    if not has_words(layout, quotation, 2):
        return ended and word.form.person in FIRST_PERSON  # "Yanınızdayız."
    asks = word.form.tense == "imp" and word.form.person != "2sg"  # "Acı tecrübeler tekrarlanmasın"
    if (ended or asks) and has_words(layout, quotation, 3):
        return True
    return any((f.verb_form == "finite" and f.tense != "imp") or f.copula or f.lemma in ASKING for f in word.forms[:2])


def is_object(layout: Layout, quotation: Quotation) -> bool:
    """Is what stands in marks a noun phrase with a case, in them or behind them ("“Eylem Gündemi”ni paylaştı")?"""
    after = after_mark(layout, quotation)
    if layout.text[quotation.close : quotation.close + 1].islower() and not any(f.verb_form for f in layout.tokens[after].forms):
        return True
    if layout.tokens[quotation.last - 1].text in SENTENCE_END or (last := last_word(layout, quotation)) is None:
        return False
    governed = all(f.case in ("acc", "dat", "gen") and f.verb_form != "finite" and not f.copula for f in last.forms)
    return governed and (last.capital or not is_turned(layout, quotation))


def is_turned(layout: Layout, quotation: Quotation) -> bool:
    """Does the last sentence in marks have its verb before its object ("Kimse bilmiyor bunu")?"""
    for token in reversed(layout.tokens[quotation.first : quotation.last - 1]):
        if token.text in SENTENCE_END:
            return False
        if token.form.verb_form == "finite" and token.form.tense != "imp" and not token.capital:
            return True
    return False


def in_capitals(layout: Layout, quotation: Quotation) -> bool:
    """A line in capitals is a heading, wherever crawling has put it; one whose every word has one, where a paragraph runs on behind it."""
    if not has_words(layout, quotation, 2) or layout.text[quotation.start : quotation.end].isupper():
        return has_words(layout, quotation, 2)
    if layout.tokens[quotation.last - 1].text in SENTENCE_END:
        return False
    words = words_in(layout, quotation)
    titled = len(words) > 2 and all(t.capital for t in words if len(t.text) > 3)
    after = after_mark(layout, quotation)
    return titled and opens_paragraph(layout, quotation) and after < len(layout.tokens) and layout.tokens[after].capital


def nominalised(layout: Layout, quotation: Quotation) -> bool:
    """Do the marks hold a reported clause ("…sunduklarını"), which grammar makes indirect speech?"""
    word = last_word(layout, quotation)
    if word is None:
        return False
    form = word.form
    if form.copula:  # "…edememesidir" is a predicate
        return False
    return (form.verb_form == "participle" and form.suffix in ("dik", "acak") and bool(form.possessive)) or (
        form.verb_form == "verbal_noun" and form.suffix in ("ma", "is") and bool(form.possessive)
    )


def after_mark(layout: Layout, quotation: Quotation) -> int:
    """Index of the first token after the closing mark and a comma."""
    at = quotation.last
    while at < len(layout.tokens) and layout.tokens[at].start < quotation.close:
        at += 1
    return at


def cue_after(layout: Layout, mentions: Mentions, quotation: Quotation, cues: list[Cue], high: int) -> Cue | None:
    """The cue that takes the quotation before it ("“…” dedi", "“…” diyen X", "“…” sorusuna X, “…” cevabını verdi")."""
    at = after_mark(layout, quotation)
    for cue in cues:
        if cue.first < at or (cue.predicate.form.verb_form == "verbal_noun" and not is_saying(layout, cue)):
            continue
        if cue.last > high or not cue.speaks:
            return None
        return cue if links(layout, mentions, cue, at) else None
    return None


def is_saying(layout: Layout, cue: Cue) -> bool:
    """ "X'in “…” [demesi] tepki çekti", "X'in “…” diye [bağırması] üzerine": the deed of saying, with its owner."""
    answered = cue.last < len(layout.tokens) and layout.tokens[cue.last].low == "üzerine"  # "“…” hatırlatması | üzerine"
    says = cue.predicate.frame.head == "de" or answered or (cue.first > 0 and layout.tokens[cue.first - 1].low == "diye")
    after = layout.tokens[cue.last].form if cue.last < len(layout.tokens) else None
    called_for = after is not None and after.lemma in reporting().nouns and bool(after.possessive)  # "“…” demeleri | çağrısı": not said yet
    return says and not called_for and cue.predicate.form.suffix == "ma" and bool(cue.predicate.form.possessive)


def is_saying_deed(form: Form) -> bool:
    """Does the form name the deed of saying ("demesi", "demeleri")?"""
    return form.lemma == "de" and form.verb_form == "verbal_noun"


def links(layout: Layout, mentions: Mentions, cue: Cue, at: int) -> bool:
    """Do the words from `at` up to the cue leave the quotation as its object?"""
    gap = layout.tokens[at : cue.first]
    if any(t.quote != layout.tokens[cue.first].quote or t.low == "olarak" or t.low in OCCASION or t.low in TITLED for t in gap):
        return False
    linked = any(t.low in reporting().links for t in gap)
    if cue.quote == "no" or (cue.quote == "diye" and not linked):
        return False
    if cue.noun != "soru" and cue.predicate.frame.head != "sor" and any(t.form.lemma == "soru" and t.kind == "word" for t in gap):
        return False  # "“…” sorusuna şu yanıtı verdi": what was asked
    return not linked_to_other(gap) and heavy(mentions, gap) <= (2 if linked else 1)


def linked_to_other(gap: list[Token]) -> bool:
    """Does a clause or a deed of its own stand between mark and cue ("“X” bir eylem olduğunu söyledi", "“X” alma çağrısı yaptı")?"""
    if gap and gap[-1].form.verb_form == "verbal_noun" and gap[-1].form.suffix == "ma":
        return True
    return any(t.form.verb_form in ("participle", "verbal_noun") and t.form.possessive and t.low not in reporting().links for t in gap)


def heavy(mentions: Mentions, gap: list[Token]) -> int:
    """How many words of the gap are neither link, adverb, mark nor name."""
    light = reporting().unheavy
    return sum(1 for t in gap if t.kind == "word" and t.low not in light and t.form.pos != "ADV" and mentions.at(t.index) is None)


def colon_before(layout: Layout, quotation: Quotation) -> bool:
    """Does a colon introduce the quotation, or a semicolon that does not part it from its owner ("bir izleyicinin; “…” sorusu")?"""
    at = layout.token_at(quotation.open) - 1
    owned = at > 0 and layout.tokens[at].text == ";" and layout.tokens[at - 1].form.case == "gen"
    return at >= 0 and not owned and layout.tokens[at].text in (":", ";") and not layout.text[layout.tokens[at].end : quotation.open].strip()


def opens_paragraph(layout: Layout, quotation: Quotation) -> bool:
    paragraph = layout.paragraphs[quotation.paragraph]
    return not layout.text[paragraph.start : quotation.open].strip(" \t\u00a0-–—•")


def closing_paragraph(layout: Layout, quotation: Quotation) -> int:
    """The paragraph where the quotation closes: papers break one speech into several."""
    number = quotation.paragraph
    while layout.paragraphs[number].end < quotation.close and number + 1 < len(layout.paragraphs):
        number += 1
    return number


def fills_paragraph(layout: Layout, quotation: Quotation) -> bool:
    """Is the quotation the whole paragraph, but for marks?"""
    paragraph = layout.paragraphs[closing_paragraph(layout, quotation)]
    return opens_paragraph(layout, quotation) and not layout.text[quotation.close : paragraph.end].strip(" .,…!?-–—\t\u00a0")


def is_item(layout: Layout, paragraph: Span) -> bool:
    """Is the paragraph an item of a list, with a dash before it?"""
    return layout.text[paragraph.start : paragraph.end].lstrip()[:1] in ITEMS


def closes_speech(token: Token) -> bool:
    """May speech end with this word: a mark, or a verb that says something?"""
    return token.text == "," or token.text in SENTENCE_END or token.form.verb_form == "finite" or bool(token.form.copula)


class Direct:
    """Reads the quotations of an article in order."""

    def __init__(self, layout: Layout, mentions: Mentions, registers: Registers) -> None:
        self.layout = layout
        self.mentions = mentions
        self.registers = registers
        self.block: Found | None = None  # the speech that a colon opened and that may run on
        self.pending: tuple[Cue | None, Voice] | None = None  # a colon at the end of the sentence just read
        self.fresh = False  # is that colon still without any speech behind it?
        self.alone = False  # does a name alone stand before it?
        self.extracts = False  # does it give a text in extracts, one a paragraph?
        self.speech_end = -1  # where a speech without marks ends: what stands before is no narration

    def take(self, sentence: Sentence, quotations: list[Quotation], cues: list[Cue]) -> list[Found]:
        """The direct statements of one outer sentence."""
        found: list[Found] = []
        for statement in self.in_lists(quotations, [self.read(sentence, q, cues) for q in quotations]):
            if statement is not None:
                self.disown(statement)
                found.extend([statement, *self.nested(statement)])
        unmarked = self.unmarked(sentence, cues)
        if unmarked is not None:
            found.append(unmarked)
        self.close(sentence, quotations, cues)
        return found

    def disown(self, found: Found) -> None:
        """Words that open with the name of who spoke last are another's ("“Dahl, Kenya'nın …”"): nobody tells of himself so."""
        speaker, quotation = found.speaker, found.quotation
        if speaker.how != "register" or quotation is None or not isinstance(speaker.actors[0], Person):
            return
        opens = [m for m in self.mentions.within(quotation.first, min(quotation.first + NAMING, quotation.last)) if m.entity == speaker.actors[0]]
        ours = self.layout.tokens[quotation.first].form.lemma in WE  # "“Biz, Dahl ve Holm …”"
        if opens and opens[0].kind != "office" and not ours:
            found.speaker, found.confidence = NOBODY, 0.3 if found.cue is None else found.confidence

    def in_lists(self, quotations: list[Quotation], read: list[Found | None]) -> list[Found | None]:
        """Quotations that only "," and "ve" part have one cue ("“…”, “…” ve “…” dedi", "sıraladı: “…”, “…”")."""
        if len(read) < 2:
            return read
        for at in [*range(len(read) - 2, -1, -1), *range(1, len(read))]:
            told = read[at]
            if told is None or told.how == "no cue":
                read[at] = self.beside(quotations, read, at) or self.resumed(quotations, read, at) or told
        return read

    def resumed(self, quotations: list[Quotation], read: list[Found | None], at: int) -> Found | None:
        """The rest of what "dedi" cut ("“Bu saldırı” dedi (X), “cevapsız kalmayacak.”")."""
        cut = read[at - 1] if at else None
        if cut is None or cut.cue is None or cut.how != "cue after" or cut.cue.predicate.frame.head != "de" or not cut.cue.predicate.finite:
            return None
        between = self.layout.tokens[cut.cue.last : self.layout.token_at(quotations[at].open)]
        names = all(t.kind == "punct" or self.mentions.at(t.index) is not None for t in between)
        if not names or not between or between[-1].text != "," or not full_speech(self.layout, quotations[at]):
            return None
        return Found(quotations[at], cut.cue, cut.speaker, cut.confidence, "resumed")

    def beside(self, quotations: list[Quotation], read: list[Found | None], at: int) -> Found | None:
        """Quotation `at` with the cue behind the next one in its list, or before the one that it follows."""
        if not full_speech(self.layout, quotations[at]) or is_object(self.layout, quotations[at]):
            return None
        after = read[at + 1] if at + 1 < len(read) and self.listed(quotations[at], quotations[at + 1]) else None
        before = read[at - 1] if at and self.listed(quotations[at - 1], quotations[at]) else None
        if (gapped := self.gapped(quotations, read, at)) is not None:
            return gapped
        carried = after if after is not None and after.how in ("cue after", "in a list") else None
        carried = carried or (before if before is not None and before.how in ("colon before", "in a list") else None)
        if carried is None:
            return None
        return Found(quotations[at], carried.cue, carried.speaker, carried.confidence, "in a list")

    def gapped(self, quotations: list[Quotation], read: list[Found | None], at: int) -> Found | None:
        """The words of one before those of another, whose cue both have ("X “…”, Y ise “…” dedi")."""
        after = read[at + 1] if at + 1 < len(read) else None
        if after is None or after.cue is None or after.how not in ("cue after", "gapped") or self.own_clause(quotations[at + 1]) < 0:
            return None
        opening = self.layout.token_at(quotations[at].open)
        low = max(self.own_clause(quotations[at]), self.layout.sentences[self.layout.tokens[opening].sentence].first)
        subject = main_subject(self.layout, self.mentions, low, opening, -1)
        return Found(quotations[at], after.cue, voice(subject, "subject", 0.85), 0.85, "gapped") if subject else None

    def own_clause(self, quotation: Quotation) -> int:
        """Where the words begin that only name who says a quotation, behind another ("X “…”, | Y ise “…” dedi"); -1 where none do."""
        before, opening = quotation.index - 1, self.layout.token_at(quotation.open)
        while before >= 0 and self.layout.quotations[before].parent >= 0:
            before -= 1
        if before < 0 or self.layout.tokens[self.layout.quotations[before].first].sentence != self.layout.tokens[opening].sentence:
            return -1
        first, last = after_mark(self.layout, self.layout.quotations[before]), opening
        while last > first and self.layout.tokens[last - 1].low in APART_BY:
            last -= 1
        named = self.mentions.at(last - 1)
        alone = named is not None and named.actor and named.case == "nom" and named.last == last and self.layout.tokens[first].low in (",", "ve")
        verbs = any(t.form.verb_form and self.mentions.at(t.index) is None for t in self.layout.tokens[first:last])
        return first + 1 if alone and not verbs else -1

    def listed(self, one: Quotation, other: Quotation) -> bool:
        """Do only a comma or "ve" stand between the marks?"""
        return self.layout.text[one.close : other.open].strip(" \n\t\u00a0") in LISTS

    def nested(self, outer: Found) -> list[Found]:
        """Quotations inside a quotation with a cue and a named speaker of their own ("“… X bana ‘…’ dedi.”")."""
        if outer.quotation is None:
            return []
        level, found = outer.quotation.index, []
        inside = cues(self.layout, outer.quotation.first, outer.quotation.last, level)
        for quotation in self.layout.quotations[level + 1 :] if inside else []:
            if quotation.open >= outer.quotation.close:
                break
            cue = cue_after(self.layout, self.mentions, quotation, inside, outer.quotation.last) if quotation.parent == level else None
            if cue is None or cue.passive or cue.predicate.form.copula == "cond":
                continue
            if not full_speech(self.layout, quotation) and not (cue.predicate.finite and self.worthy(quotation, cue)):
                continue
            low = next((s.first for s in reversed(self.layout.inner.get(level, [])) if s.start <= quotation.open), outer.quotation.first)
            speaker = self.nested_speaker(outer, cue, low, self.layout.token_at(quotation.open))
            if speaker and cue.predicate.form.person in ("3sg", "3pl"):
                found.append(Found(quotation, cue, speaker, 0.85, "in a quotation"))
        return found

    def nested_speaker(self, outer: Found, cue: Cue, low: int, high: int) -> Voice:
        """Who is quoted in the words of another: a name, a state, people told by what they are."""
        level = self.layout.tokens[cue.first].quote
        named = main_subject(self.layout, self.mentions, low, high, level)
        if named:
            himself = set(named[0].entities) & set(outer.speaker.actors)
            return NOBODY if himself or named[0].kind == "group" else voice(named, "subject", 0.85)
        return common_subject(self.layout, low, high, level) or self.kin(low, high, level) or self.behind(cue)

    def behind(self, cue: Cue) -> Voice:
        """People who stand behind their cue ("‘Gel’ diyor | savcı.")."""
        if cue.last + 1 >= len(self.layout.tokens):
            return NOBODY
        token = self.layout.tokens[cue.last]
        people = token.form.lemma in reporting().speakers and token.form.case == "nom" and self.layout.tokens[cue.last + 1].kind == "punct"
        return Voice((Unnamed(token.text, token.span),), (token.span,), "description", 0.85) if people else NOBODY

    def kin(self, low: int, high: int, level: int) -> Voice:
        """People told by what they are, with those they speak to right behind them ("Babam | bize ‘…’ derdi")."""
        for token in self.layout.tokens[low : high - 1]:
            subject = token.quote == level and token.form.lemma in reporting().speakers and token.form.case == "nom" and not token.form.verb_form
            if subject and self.layout.tokens[token.index + 1].form.pos in ("PRON", "DET"):
                span = Span(self.layout.tokens[phrase_start(self.layout, token.index, low)].start, token.end)
                return Voice((Unnamed(span.of(self.layout.text), span),), (span,), "description", 0.85, token.index + 1)
        return NOBODY

    def unmarked(self, sentence: Sentence, cues: list[Cue]) -> Found | None:
        """Speech without marks: behind a colon to the paragraph's end ("şunları söyledi: …", "Bakan Ali Veli: …"), or paragraphs after it."""
        for at in self.layout.bearing_among(COLON, sentence.first + 1, sentence.last - 1):
            token = self.layout.tokens[at]
            if token.quote < 0 and self.may_announce(token) and (told := self.behind_colon(sentence, cues, at)):
                return told
        if self.pending is not None and self.runs_on(sentence, cues):
            cue, speaker = self.pending
            self.fresh = False
            return self.speech(sentence, cue, speaker, sentence.first, 0.65)
        return None

    def may_announce(self, colon: Token) -> bool:
        """Is it a colon before words, with a space or without ("söyledi:Kapı", "söyledi:- Kapı"), not one of a time or an address?"""
        behind = self.layout.text[colon.end]
        return behind.isspace() or behind.isupper() or behind in ITEMS

    def runs_on(self, sentence: Sentence, cues: list[Cue]) -> bool:
        """Does the paragraph that begins with this sentence go on with an announced speech: no quotation, no cue with a speaker of its own?"""
        paragraph = self.layout.paragraphs[sentence.paragraph]
        if sentence.start != self.layout.tokens[self.layout.token_at(paragraph.start)].start or not self.announces():
            return False
        if self.quoted_in(paragraph.start, paragraph.end) or self.is_short(paragraph) or self.names_speaker(sentence):
            return False
        if any(c.speaks and (c.predicate.finite or (self.extracts and self.is_tellers(c))) for c in cues):
            return False
        return self.fresh or self.extracts or is_item(self.layout, paragraph) or self.in_first_person(paragraph)

    def is_tellers(self, cue: Cue) -> bool:
        """Does a participle tell of one who says or wants something, as a report does ("… isteyen hükümet, …")?"""
        return cue.predicate.form.suffix == "an" and cue.last < len(self.layout.tokens) and self.layout.tokens[cue.last].form.case == "nom"

    def is_short(self, paragraph: Span) -> bool:
        """Is it too short for speech, but in a list?"""
        return paragraph.length < (SHORT if is_item(self.layout, paragraph) else 30)

    def in_first_person(self, paragraph: Span) -> bool:
        """Only a first person tells speech that goes on from narration ("imzaladığımız", "bize")."""
        first, last = self.layout.token_at(paragraph.start), self.layout.token_at(paragraph.end)
        return any(t.form.person in FIRST_PERSON or t.form.possessive in FIRST_PERSON or t.form.lemma in WE for t in self.layout.tokens[first:last])

    def names_speaker(self, sentence: Sentence) -> bool:
        """Nobody names himself in his own speech: a sentence that does is narration."""
        told = self.pending[1].actors if self.pending is not None else ()
        return any(entity in told for m in self.mentions.within(sentence.first, sentence.last) for entity in m.entities)

    def announces(self) -> bool:
        """Did the words before the colon announce speech, not a list?"""
        cue = self.pending[0] if self.pending is not None else None
        return self.extracts or self.alone or (cue is not None and cue.speaks and cue.quote != "no")

    def is_alone(self, sentence: Sentence, colon: int) -> bool:
        """Does a line hold only who speaks in the next ("Dışişleri Bakanı Ali Veli:")?"""
        mention = self.mentions.at(colon - 1)
        return mention is not None and mention.first == sentence.first and mention.last == colon and isinstance(mention.entity, Person)

    def quoted_in(self, low: int, high: int) -> bool:
        return any(q.parent < 0 and low <= q.open < high and full_speech(self.layout, q) for q in self.layout.quotations)

    def behind_colon(self, sentence: Sentence, cues: list[Cue], at: int) -> Found | None:
        paragraph = self.layout.paragraphs[sentence.paragraph]
        if self.quoted_in(self.layout.tokens[at].start, paragraph.end):
            return None
        end = at - (self.layout.tokens[at - 1].low == "ki")  # "dedi ki:"
        cue = next((c for c in cues if c.last == end and c.speaks and c.quote != "no"), None)
        if cue is not None:
            speaker = self.introducer(sentence, cue, at)
            self.pending = (cue, speaker)
            return self.speech(sentence, cue, speaker, at + 1, 0.75)
        if told := announced(self.layout, self.mentions, self.after_colon(sentence, at), at):
            self.pending, self.extracts = (None, told), True
            return self.speech(sentence, None, told, at + 1, 0.7)
        mention, token_end = self.mentions.at(at - 1), self.layout.tokens[at].end
        if mention is None or mention.first != sentence.first or mention.last != at or not mention.actor:
            return None
        if not self.in_first_person(Span(token_end, paragraph.end)) and (not isinstance(mention.entity, Person) or self.reports_of_him(cues, at + 1)):
            return None  # "Türkiye: 3 madalya"; a body that heads its line speaks as "biz"
        return self.speech(sentence, None, voice([mention], "subject", 0.9), at + 1, 0.7)

    def reports_of_him(self, cues: list[Cue], low: int) -> bool:
        """Does the narrator report what the one before the colon said, by a clause with its own subject ("Dahl: | köprünün kapanacağını söyledi")?"""
        cue = next((c for c in cues if c.first > low), None)
        if self.layout.tokens[low].form.case != "gen" or cue is None or not cue.speaks or cue.passive:
            return False
        return cue.predicate.converb or (cue.predicate.finite and cue.predicate.form.person == "3sg")

    def extract_end(self, sentence: Sentence, paragraph: Span) -> int:
        """Where the extracts of a text end within a paragraph: before who speaks them is named, or another speaks."""
        for number in range(sentence.index + 1, len(self.layout.sentences)):
            later = self.layout.sentences[number]
            if later.start >= paragraph.end:
                break
            if self.names_speaker(later) or self.quoted_in(later.start, later.end) or self.announces_other(later):
                return later.start
        return paragraph.end

    def announces_other(self, sentence: Sentence) -> bool:
        """Does a sentence announce another text?"""
        colons = self.layout.bearing_among(COLON, sentence.first + 1, sentence.last)
        return any(announced(self.layout, self.mentions, sentence.first, at) for at in colons)

    def after_colon(self, sentence: Sentence, at: int) -> int:
        """Where the words begin that end at the colon at token `at`: behind the colon before it, or with the sentence."""
        before = [c for c in self.layout.bearing_among(COLON, sentence.first, at) if self.layout.tokens[c].quote < 0]
        return before[-1] + 1 if before else sentence.first

    def speech(self, sentence: Sentence, cue: Cue | None, speaker: Voice, first: int, confidence: float) -> Found | None:
        """From token `first` to the end of the paragraph."""
        paragraph = self.layout.paragraphs[sentence.paragraph]
        item = self.layout.tokens[first].text in ITEMS and first + 1 < len(self.layout.tokens)
        start = self.layout.tokens[first + item].start
        end = self.extract_end(sentence, paragraph) if self.extracts else paragraph.end
        end = start + len(self.layout.text[start:end].rstrip())
        whole = self.layout.text[end - 1] in SENTENCE_END or is_item(self.layout, paragraph)  # a heading has no full stop
        if end - start < SHORT or not speaker or not whole:
            return None
        self.speech_end = end
        return Found(None, cue, speaker, confidence, "without marks", Span(start, end))

    def read(self, sentence: Sentence, quotation: Quotation, cues: list[Cue]) -> Found | None:
        if in_capitals(self.layout, quotation):
            return Found(quotation, None, NOBODY, 0.4, "heading")
        if is_object(self.layout, quotation):
            return None
        if not quotation.closed and (told := self.run_into(sentence, quotation)) is not None:
            return told
        cue = cue_after(self.layout, self.mentions, quotation, cues, sentence.last)
        if cue is not None and self.is_no_telling(quotation, cue, sentence.last):
            return None
        taken = cue is not None and not self.is_reported(quotation, cue) and not self.is_owned(sentence, quotation, cue)
        if cue is not None and taken and self.worthy(quotation, cue):
            return self.cued(sentence, quotation, cue, cues)
        if self.heads(quotation):
            return Found(quotation, None, NOBODY, 0.4, "heading")
        if not full_speech(self.layout, quotation):
            return None
        found = self.introduced(sentence, quotation, cues) or self.continued(quotation) or self.became(sentence, quotation)
        return found or self.noun_after(sentence, quotation, cues) or self.bare(sentence, quotation)

    def run_into(self, sentence: Sentence, quotation: Quotation) -> Found | None:
        """Speech whose closing mark is missing, with the cue that ends its paragraph ("“Hazırız. Bekliyoruz. | dedi.")."""
        inside = cues(self.layout, quotation.first, quotation.last, quotation.index)
        cue = inside[-1] if inside else None
        if cue is None or not cue.predicate.finite or not cue.speaks or cue.quote == "no" or cue.predicate.form.person != "3sg":
            return None
        tokens = self.layout.tokens
        end = cue.first - (tokens[cue.first - 1].low in reporting().links)
        marked = end - 1 > quotation.first and tokens[end - 1].text in ("’", "'", "”")  # closed by a mark of another kind
        end -= marked
        ends = all(t.kind == "punct" for t in tokens[cue.last : quotation.last]) and end - quotation.first >= 3
        if not ends or (cue.quote == "diye" and end == cue.first) or not (marked or closes_speech(tokens[end - 1])):
            return None
        subject = main_subject(self.layout, self.mentions, sentence.first, self.layout.token_at(quotation.open), -1)
        speaker = voice(subject, "subject", 0.8) if subject else NOBODY
        return Found(quotation, cue, speaker, 0.8, "cue after", Span(quotation.start, tokens[end - 1].end))

    def is_no_telling(self, quotation: Quotation, cue: Cue, high: int) -> bool:
        """Does nobody say the words: they are asked about or awaited, or a few of them are what a thing is called?"""
        called = names_thing(self.layout.tokens, cue, high) and not has_words(self.layout, quotation, WHOLE)
        return called or is_no_telling(self.layout.tokens, cue, high)

    def is_reported(self, quotation: Quotation, cue: Cue) -> bool:
        """Does grammar make the words in marks indirect speech, a clause or a deed that the cue takes?"""
        clause = bool(cue.takes or cue.predicate.frame.words) and nominalised(self.layout, quotation)
        return clause or self.is_call(quotation, cue) or self.is_name_given(quotation, cue)

    def is_name_given(self, quotation: Quotation, cue: Cue) -> bool:
        """Do the marks only hold what a thing is called ("ölümü “önlenebilir bir trajedi” şeklinde değerlendirdi")?"""
        if cue.claim != "olarak" or full_speech(self.layout, quotation):
            return False
        before = self.layout.tokens[self.layout.token_at(quotation.open) - 1].form
        return before.case == "acc" and before.number == "sg" and not before.verb_form

    def is_call(self, quotation: Quotation, cue: Cue) -> bool:
        """Do the marks hold only the deed that is called for ("“harekete geçme” çağrısında bulundu")?"""
        word = last_word(self.layout, quotation) if cue.of == "both" and cue.noun else None
        return word is not None and word.form.verb_form == "verbal_noun" and not word.form.copula

    def heads(self, quotation: Quotation) -> bool:
        """Is it a stand-alone line that repeats a quotation as a subheading (short, without a full stop)?"""
        last = self.layout.tokens[quotation.last - 1]
        open_end = last.text not in SENTENCE_END or (last.text in TRAILING and self.titled(quotation))
        if not open_end or self.pending is not None or not 2 <= len(words_in(self.layout, quotation)) <= 16:
            return False
        return fills_paragraph(self.layout, quotation)

    def titled(self, quotation: Quotation) -> bool:
        """Has every longer word a capital, as in headings ("Bizim Planımız Var...")?"""
        return all(t.capital for t in words_in(self.layout, quotation) if len(t.text) > 3)

    def worthy(self, quotation: Quotation, cue: Cue) -> bool:
        """Speech, or at least words directly said ("“Hayır” dedi")."""
        if full_speech(self.layout, quotation):
            return True
        words = words_in(self.layout, quotation)
        if words and cue.predicate.frame.head == "de" and not self.is_called_so(words, cue):
            return True
        if words and cue.noun in REPLIES:
            return True  # "“Hayır” yanıtını verdi"
        if len(words) == 1 and words[0].form.person in FIRST_PERSON and words[0].form.verb_form in ("", "finite"):
            return True  # "“Umutluyuz” mesajını verdi"
        return len(words) >= 3 or (len(words) == 2 and words[0].capital and words[1].kind == "word")  # "“Teşekkürler Türkiye” ifadesini"

    def is_called_so(self, words: list[Token], cue: Cue) -> bool:
        """Do a word or two only name somebody ("X'in “hayırsever” dediği işadamı")?"""
        form = cue.predicate.form
        after = self.layout.tokens[cue.last] if cue.last < len(self.layout.tokens) else None
        relative = form.suffix == "dik" and form.case == "nom" and after is not None and after.kind == "word" and not after.form.verb_form
        return len(words) <= 2 and relative

    def cued(self, sentence: Sentence, quotation: Quotation, cue: Cue, cues: list[Cue]) -> Found:
        segment = max((self.past(c, sentence) for c in cues if c.last <= self.layout.token_at(quotation.open)), default=sentence.first)
        noun = self.layout.tokens[after_mark(self.layout, quotation)]  # "X'in “…” sözlerini sordu": the words are X's
        reminds = cue.predicate.frame.head in reporting().reminds  # "X'in “…” ilkesini hatırlattı"
        owned = noun.index < cue.last and any((reminds or f.lemma in reporting().nouns) and f.possessive in ("3sg", "3pl") for f in noun.forms)
        told = cue.predicate.participle and cue.predicate.form.suffix == "dik"  # "X'in, “…” dediğini"
        opening = self.layout.token_at(quotation.open)
        owner = self.near_owner(sentence, opening) if owned or told else NOBODY
        owner = owner or (self.near_person(sentence, opening) if told else NOBODY)
        unknown = not owner and (owned or told) and self.near_unknown(sentence, opening)
        own = self.own_clause(quotation)
        speaker = owner or speaker_of(cue, self.registers, sentence, max(own, sentence.first), max(own, segment))
        speaker = NOBODY if unknown and speaker.how != "description" else speaker
        shouted = cue.noun == "slogan" or noun.form.lemma == "slogan"  # no person who spoke last shouts them
        speaker = NOBODY if shouted and speaker.how == "register" and not isinstance(speaker.actors[0], Unnamed) else speaker
        sourced = cue.passive and cue.predicate.frame.head != "sor" and cue.noun != "soru"  # a question counts, whoever asked it
        least = 0.45 if sourced or cue.predicate.participle else 0.55  # a passive without any source is no statement
        return Found(quotation, cue, speaker, min(0.98, least + (0.98 - least) * speaker.confidence), "cue after")

    def past(self, cue: Cue, sentence: Sentence) -> int:
        """The token behind a cue, and behind the noun that its participle stands before ("vurgulayan Filistinliler, |")."""
        if not (cue.predicate.participle and cue.predicate.form.suffix == "an" and not cue.passive):
            return cue.last
        return max(cue.last, plain_head(self.layout, cue.last, sentence.last).last)

    def introduced(self, sentence: Sentence, quotation: Quotation, cues: list[Cue]) -> Found | None:
        """A quotation that a colon introduces, in its own sentence or at the end of the one before."""
        opening = self.layout.token_at(quotation.open)
        if colon_before(self.layout, quotation) and opening > sentence.first:
            before = [c for c in cues if c.last <= opening]
            cue = before[-1] if before else None
            if cue is None and self.heads_line(sentence, quotation):
                return Found(quotation, None, self.introducer(sentence, None, opening), 0.7, "heading")
            found = Found(quotation, cue, self.introducer(sentence, cue, opening), 0.9, "colon before")
        elif self.pending is not None and opening <= sentence.first + 1:
            found = Found(quotation, self.pending[0], self.pending[1], 0.9, "colon before")
        else:
            return None
        if not found.speaker:
            found.confidence = 0.55
        self.block = found
        return found

    def heads_line(self, sentence: Sentence, quotation: Quotation) -> bool:
        """Is it a heading with its speaker ("Berg: “Kenya ile görüşmeliyiz”"): a line of its own, short, without a full stop?"""
        paragraph = self.layout.paragraphs[quotation.paragraph]
        short = self.layout.tokens[quotation.last - 1].text not in SENTENCE_END and not has_words(self.layout, quotation, 13)
        first = self.layout.token_at(paragraph.start)
        named = first == sentence.first and self.layout.token_at(quotation.open) - first <= 6
        return short and named and not self.layout.text[quotation.close : paragraph.end].strip()

    def introducer(self, sentence: Sentence, cue: Cue | None, opening: int) -> Voice:
        if cue is not None and cue.predicate.finite and cue.predicate.form.person in FIRST_PERSON:  # "önce X'in sözlerini aktaralım: “…”"
            owner = genitive_subject(self.layout, self.mentions, sentence.first, cue.last, -1)
            return voice(owner, "possessor", 0.8) if owner else NOBODY
        if cue is not None:
            segment = self.segment_of(cue, sentence)
            behind = self.teller_before(cue, segment)
            return speaker_of(cue, self.registers, sentence, max(behind, sentence.first), max(behind, segment))
        subject = main_subject(self.layout, self.mentions, sentence.first, opening, -1)
        if not subject and self.is_wording_of_thing(sentence, opening):
            return NOBODY
        if not subject:
            subject = genitive_subject(self.layout, self.mentions, max(sentence.first, opening - 12), opening, -1)
        if subject:
            return voice(subject, "subject", 0.8)
        told = opening_subject(self.layout, self.mentions, sentence.first, opening) or self.origin(sentence, opening)
        return told or self.registers.dropped(sentence)

    def is_wording_of_thing(self, sentence: Sentence, opening: int) -> bool:
        """Is it the wording of a thing ("şarkının | sözleri şöyle: “…”")?"""
        tokens = self.layout.tokens
        for at in range(max(sentence.first + 1, opening - 4), opening):
            form, owner = tokens[at].form, tokens[at - 1]
            if form.lemma in ("söz", "ad", "başlık") and form.case == "nom" and form.possessive.startswith("3"):
                return owner.form.case == "gen" and not owner.capital and owner.form.lemma not in reporting().speakers and owner.form.pos == "NOUN"
        return False

    def origin(self, sentence: Sentence, opening: int) -> Voice:
        """From whom the words come ("Dahl'dan Rusya'ya: “…”")."""
        first = next(iter(self.mentions.within(sentence.first, opening)), None)
        named = first is not None and first.actor and first.case == "abl" and first.first == sentence.first
        return voice([first], "source", 0.8) if first is not None and named else NOBODY

    def segment_of(self, cue: Cue, sentence: Sentence) -> int:
        """Where the clause of an introducing cue begins: after the quotation before it, or with the sentence."""
        closes = [q.close for q in self.layout.quotations if q.parent < 0 and sentence.start <= q.close <= self.layout.tokens[cue.first].start]
        return self.layout.token_at(closes[-1]) if closes else sentence.first

    def teller_before(self, cue: Cue, segment: int) -> int:
        """Behind an inner report whose teller goes on ("X geldiğinde … göreceğini ifade eden | Y, şöyle konuştu"); -1 for none."""
        for inner in reversed(cues(self.layout, segment, cue.first)):
            if inner.predicate.form.suffix == "an" and not inner.passive:
                heads = modified(self.layout, self.mentions, inner.last, cue.first)
                return inner.last if heads and heads[-1].case == "nom" else -1
        return -1

    def continued(self, quotation: Quotation) -> Found | None:
        """A paragraph in marks that carries the speech of the one before on."""
        block = self.block
        if block is None or block.quotation is None or not opens_paragraph(self.layout, quotation):
            return None
        between = range(closing_paragraph(self.layout, block.quotation) + 1, quotation.paragraph)
        if not all(self.is_subheading(number) for number in between):
            return None
        if quotation.paragraph == block.quotation.paragraph or (block.how == "continued" and not fills_paragraph(self.layout, block.quotation)):
            return None
        self.block = Found(quotation, block.cue, block.speaker, min(block.confidence, 0.85), "continued")
        return self.block

    def is_subheading(self, number: int) -> bool:
        """Is the paragraph a line in marks that only heads what follows?"""
        paragraph = self.layout.paragraphs[number]
        text = paragraph.of(self.layout.text).strip()
        return text[:1] in OPENING_MARKS and len(text.split()) <= 16 and text.rstrip("\"”’'»")[-1:] not in SENTENCE_END

    def became(self, sentence: Sentence, quotation: Quotation) -> Found | None:
        """Words that were somebody's answer ("X'in yanıtı, “…” oldu", "X'in yanıtı “…” şeklinde oldu")."""
        after = after_mark(self.layout, quotation)
        after += after < sentence.last and self.layout.tokens[after].low in reporting().links
        if after >= sentence.last or self.layout.tokens[after].form.lemma != "ol" or self.layout.tokens[after].form.verb_form != "finite":
            return None
        at = self.layout.token_at(quotation.open) - 1
        at -= at > sentence.first and self.layout.tokens[at].text in (",", ":")
        noun = self.layout.tokens[at]
        if at <= sentence.first or not any(f.lemma in reporting().nouns and f.possessive == "3sg" for f in noun.forms):
            return None
        found = nearest(self.layout, self.mentions, sentence.first, at, ("gen",), NEAR)
        return Found(quotation, None, voice(found, "possessor", 0.85), 0.85, "speech noun") if found else None

    def noun_after(self, sentence: Sentence, quotation: Quotation, cues: list[Cue]) -> Found | None:
        """ "X'in “…” sözleri", "“…” sorusuna": a speech noun right after the marks."""
        at = after_mark(self.layout, quotation)
        while at < sentence.last and (self.layout.tokens[at].low in reporting().links or self.layout.tokens[at].low == "bir"):
            at += 1
        if at >= sentence.last:
            return None
        token = self.layout.tokens[at]
        if not any(f.lemma in reporting().nouns and (f.possessive in ("3sg", "3pl") or f.lemma == "soru") for f in token.forms):
            return None
        low = max((c.last for c in cues if c.last <= self.layout.token_at(quotation.open)), default=sentence.first)
        speaker = self.owner(sentence, quotation, token, low) or self.utterer(sentence, token) or self.nameless(sentence, quotation, token, low)
        answered = token.index + 1 < sentence.last and self.layout.tokens[token.index + 1].low == "üzerine"
        asked = answered or any(f.lemma == "soru" for f in token.forms)  # a question is speech, whoever asked it
        return Found(quotation, None, speaker, 0.8 if speaker else 0.55 if asked else 0.4, "speech noun")

    def owner(self, sentence: Sentence, quotation: Quotation, noun: Token, low: int) -> Voice:
        """Whose words they are: the possessor's, or, as the means of a verb ("“…” sözleriyle doğruladı"), its subject's from token `low` on."""
        opening = self.layout.token_at(quotation.open)
        if near := self.near_owner(sentence, opening) or self.maker(sentence, opening):
            return near
        if self.near_unknown(sentence, opening):
            return unknown_owner(self.layout, self.mentions, sentence.first, opening, -1)
        owner = genitive_subject(self.layout, self.mentions, sentence.first, opening, -1)
        owner = [] if owner and self.told_before(owner[-1].last, opening) else owner
        if noun.form.lemma == "soru":
            return common_subject(self.layout, sentence.first, opening, -1, "gen")
        after = self.layout.tokens[noun.index + 1 : noun.index + 2]
        if after and after[0].form.lemma == "al":
            return self.giver(sentence, opening)
        if after and after[0].low == "üzerine":
            return self.heard(sentence, opening, owner)
        if (after and after[0].low == "ile") or any(f.case in ("ins", "acc") for f in noun.forms):
            subject = main_subject(self.layout, self.mentions, low, opening, -1)
            subject = subject or main_subject(self.layout, self.mentions, sentence.first, opening, -1)
            if subject:
                return NOBODY if self.is_of_others(noun, after) else voice(subject, "subject", 0.8)
            owned = any(f.case == "nom" and f.possessive for f in noun.forms) or self.concerns(opening)
            if not (owner and isinstance(owner[0].entity, Person) and owned):
                return NOBODY
        if owner:
            return voice(owner, "possessor", 0.7)
        return self.giver(sentence, opening, NEAR) if noun.form.case == "nom" and noun.form.possessive == "3sg" else NOBODY

    def told_before(self, low: int, high: int) -> bool:
        """Does a clause of the owner's end in what is told before the words ("Y'nin … bulunduğunu | anlatarak, “…” eleştirisi")?"""
        forms = [t.form for t in self.layout.tokens[low:high] if t.quote < 0]
        clause = next((n for n, f in enumerate(forms) if f.suffix in ("dik", "acak") and f.possessive and f.case), len(forms))
        return any(f.verb_form == "converb" for f in forms[clause:])

    def heard(self, sentence: Sentence, opening: int, owner: list[Mention]) -> Voice:
        """Whose words another answers ("bir gazetecinin, “…” sözleri üzerine"): one who asks, or the person who owns them."""
        asker = common_subject(self.layout, sentence.first, opening, -1, "gen") or self.one_who_asks(sentence, opening)
        named = bool(owner) and isinstance(owner[0].entity, Person) and not asker
        return voice(owner, "possessor", 0.7) if named else asker

    def one_who_asks(self, sentence: Sentence, opening: int) -> Voice:
        """One of many in the genitive with a clause of his own before the words ("Berg, bir gazetecinin | X'i hatırlatarak, “…” sözleri üzerine")."""
        tokens = self.layout.tokens
        for at in range(sentence.first + 1, opening - 1):
            form = tokens[at].form
            if tokens[at - 1].low == "bir" and form.case == "gen" and form.lemma in reporting().speakers and tokens[at].quote < 0:
                return one_of_many(self.layout, at - 1, at)
        return NOBODY

    def utterer(self, sentence: Sentence, noun: Token) -> Voice:
        """Who says them himself, behind the participle that tells so ("“…” sözlerini burada da tekrarlayan | X")."""
        if not any(f.case == "acc" for f in noun.forms):
            return NOBODY
        for token in self.layout.tokens[noun.index + 1 : min(noun.index + UTTERED, sentence.last)]:
            if token.kind == "punct":
                break
            if token.form.verb_form:
                says = token.form.suffix == "an" and self.layout.tokens[token.index - (token.form.lemma in LIGHT)].form.lemma in reporting().utters
                found = main_subject(self.layout, self.mentions, token.index + 1, sentence.last, -1) if says else []
                near = bool(found) and found[0].first <= token.index + 2
                return voice(found, "subject", 0.85) if near else NOBODY
        return NOBODY

    def nameless(self, sentence: Sentence, quotation: Quotation, noun: Token, low: int) -> Voice:
        """People without a name whose words they are: the subject of what is done with them ("Heyet, “…” çağrısıyla yola çıktı"), or an owner."""
        opening = self.layout.token_at(quotation.open)
        after = self.layout.tokens[noun.index + 1] if noun.index + 1 < sentence.last else noun
        means = any(f.case in ("ins", "acc") for f in noun.forms) or after.low == "ile"
        if noun.form.lemma == "soru" or after.form.lemma in reporting().denies or after.form.lemma == "al":  # who got an answer did not give it
            return NOBODY
        made = noun.form.case in ("nom", "acc") and after.form.verb_form == "finite" and not after.form.passive
        told = common_subject(self.layout, low, opening, -1) if means or made else NOBODY
        return told or common_subject(self.layout, sentence.first, opening, -1, "gen")

    def maker(self, sentence: Sentence, opening: int) -> Voice:
        """Who made the words, before the participle that ends at the marks ("X'in hesabından yaptığı “…” açıklamasını değerlendirdi")."""
        form = self.layout.tokens[opening - 1].form
        if opening - 1 <= sentence.first or form.suffix != "dik" or not form.possessive.startswith("3") or form.lemma not in reporting().light:
            return NOBODY
        found = nearest(self.layout, self.mentions, sentence.first, opening - 1, ("gen", "source"), FAR)
        return voice(found, "possessor", 0.85) if found else NOBODY

    def is_of_others(self, noun: Token, after: list[Token]) -> bool:
        """Are the words those that the subject denies ("“…” iddiasını yalanladı")?"""
        return noun.form.case == "acc" and bool(after) and after[0].form.lemma in reporting().denies

    def giver(self, sentence: Sentence, opening: int, reach: int = FAR) -> Voice:
        """From whom words come ("X, Y'den “…” güvencesini aldı", "Y'den “…” uyarısı …"): the nearest before them in the ablative."""
        tokens = self.layout.tokens
        for mention in reversed(self.mentions.within(max(sentence.first, opening - reach), opening)):
            if mention.actor and mention.case == "abl" and tokens[mention.first].quote < 0:
                return voice([mention], "giver", 0.75)
        return NOBODY

    def concerns(self, opening: int) -> bool:
        """ "X'in, baskına [ilişkin (olarak)], “…” sözleri": only what the words concern stands between the owner and the marks."""
        near = (t for t in reversed(self.layout.tokens[max(opening - 4, 0) : opening]) if t.kind == "word" and t.low != "olarak")
        return next(near, self.layout.tokens[0]).low in ABOUT_OR_FOR

    def is_owned(self, sentence: Sentence, quotation: Quotation, cue: Cue) -> bool:
        """Are they the words of another, which the cue only speaks of ("X'in “…” şeklindeki sözlerine dikkat çekti")?"""
        gap = self.layout.tokens[after_mark(self.layout, quotation) : cue.first]
        owned = [t.form for t in gap[1:] if t.form.possessive.startswith("3") and t.form.case in ("acc", "dat")]
        spoken = any(f.lemma in reporting().nouns for f in owned)
        return (spoken and bool(self.near_owner(sentence, self.layout.token_at(quotation.open)))) or self.is_answered(gap, cue)

    def is_answered(self, gap: list[Token], cue: Cue) -> bool:
        """Are they what the cue answers ("X'in Y'ye yönelik “…” açıklamasına | tepki gösterdi")?"""
        head = cue.predicate.frame.head
        if not {head, f"{cue.noun} {head}"} & reporting().answers:
            return False
        return any(f.lemma in reporting().nouns and f.possessive.startswith("3") and f.case == "dat" for t in gap for f in t.forms)

    def near_owner(self, sentence: Sentence, opening: int) -> Voice:
        """Who stands in the genitive right before the marks."""
        last = opening - (self.layout.tokens[opening - 1].text in PAUSES) if opening > sentence.first else opening
        near = self.mentions.at(last - 1) if last > sentence.first else None
        if near is None or not near.actor or near.case != "gen" or near.last != last:
            return NOBODY
        return voice(with_conjuncts(self.layout, self.mentions, near), "possessor", 0.85)

    def near_unknown(self, sentence: Sentence, opening: int) -> bool:
        """Does a name that the record does not know own the words ("Dahl, Bergenson'un “…” sözlerini anımsattı")?"""
        token = self.layout.tokens[opening - 1 - (self.layout.tokens[opening - 1].text == ",")]
        named = token.index > sentence.first and token.capital and token.form.case == "gen" and token.form.pos == "PROPN"
        return named and self.mentions.at(token.index) is None

    def near_person(self, sentence: Sentence, opening: int) -> Voice:
        """A nameless person in the genitive right before the marks ("yitiren babasının, “…” dediğini")."""
        last = opening - (self.layout.tokens[opening - 1].text in PAUSES) if opening > sentence.first else opening
        token = self.layout.tokens[last - 1]
        if last - 1 <= sentence.first or token.form.case != "gen" or token.form.lemma not in reporting().speakers or token.form.verb_form:
            return NOBODY
        return common_subject(self.layout, last - 1, last, -1, "gen")

    def bare(self, sentence: Sentence, quotation: Quotation) -> Found | None:
        """A quotation of whole sentences without a cue: the subject before it, or the agent, probably speaks."""
        owner = self.named_after(sentence)
        if owner:
            return Found(quotation, None, owner, 0.75, "named after")
        after = after_mark(self.layout, quotation)
        if after < sentence.last and (self.layout.tokens[after].low in WRITTEN_ON or is_saying_deed(self.layout.tokens[after].form)):
            return None  # "“…” yazılı pankartlar açtı", "“…” demeleri çağrısında bulundu"
        opening = self.layout.token_at(quotation.open)
        said = self.according(sentence, opening)
        if said and has_words(self.layout, quotation, 3):
            return Found(quotation, None, said, 0.8, "according")
        if self.layout.tokens[quotation.last - 1].text not in SENTENCE_END or not has_words(self.layout, quotation, 4):
            return None
        subject = main_subject(self.layout, self.mentions, sentence.first, opening, -1)
        speaker = voice(subject, "subject", 0.6) if subject else self.registers.dropped(sentence)
        speaker = NOBODY if speaker and not subject and isinstance(speaker.actors[0], State) else speaker  # a state has no voice of its own
        return Found(quotation, None, speaker, 0.55 if speaker else 0.3, "no cue")

    def named_after(self, sentence: Sentence) -> Voice:
        """Whose words the next sentence says they are ("Bu sözlerin sahibi X", "X bu sözlerle seslendi", "Bu sözler X'e ait")."""
        following = self.layout.sentences[sentence.index + 1] if sentence.index + 1 < len(self.layout.sentences) else None
        if following is None or following.paragraph > sentence.paragraph + 1:
            return NOBODY
        tokens = self.layout.tokens[following.first : following.last]
        if not any(a.low == "bu" and b.form.lemma in ("söz", "ifade") for a, b in pairwise(tokens)):
            return NOBODY
        found = [m for m in self.mentions.within(following.first, following.last) if isinstance(m.entity, Person) and m.case in ("nom", "dat", "gen")]
        return voice(found[:1], "declared after", 0.75) if found else NOBODY

    def according(self, sentence: Sentence, opening: int) -> Voice:
        """Who stands before "göre" right before the marks."""
        at = opening - 1
        while at > sentence.first and self.layout.tokens[at].text == ",":
            at -= 1
        return authority(self.layout, self.mentions, sentence.first, at) if at > sentence.first and self.layout.tokens[at].low == "göre" else NOBODY

    def close(self, sentence: Sentence, quotations: list[Quotation], cues: list[Cue]) -> None:
        """Note a colon that ends the sentence: what follows is speech."""
        last = self.layout.tokens[sentence.last - 1]
        if self.speech_end >= sentence.end and self.pending is not None:
            return  # the announced speech may run on in the next paragraph
        self.pending, self.extracts, self.alone = None, False, False
        if last.text == ":" and last.quote < 0:
            cue = cues[-1] if cues else None
            told = announced(self.layout, self.mentions, sentence.first, last.index)
            self.pending = (None if told else cue, told or self.introducer(sentence, cue, sentence.last))
            self.fresh, self.extracts = True, bool(told)
            self.alone = self.is_alone(sentence, last.index)
        elif not quotations:
            self.block = None
