"""Who speaks: subjects, heads of participles, sources of passives, and the two registers of a report.

The press leaves the subject out where it is plain: an active verb then has the last agent, a passive one the
declared source ("Bakanlıktan yapılan açıklamada … Açıklamada, … denildi").
"""

from __future__ import annotations

from tutanak.mentions.model import Actor, Mention, Mentions, Organisation, Person, Place, State
from tutanak.records.frames import chain_end, conjunct, modified, role
from tutanak.records.reporting import Cue, reporting
from tutanak.spans import Span
from tutanak.text.layout import Layout, Sentence, Token


class Voice:
    """A speaker found: actors, the words that name them, how (subject, head, agent, source, register, ...) and how surely."""

    __slots__ = ("actors", "confidence", "how", "spans")

    def __init__(self, actors: tuple[Actor, ...], spans: tuple[Span, ...], how: str, confidence: float) -> None:
        self.actors = actors
        self.spans = spans
        self.how = how
        self.confidence = confidence

    def __bool__(self) -> bool:
        return bool(self.actors)


NOBODY = Voice((), (), "unknown", 0.0)


def voice(found: list[Mention], how: str, confidence: float) -> Voice:
    """A voice of the actors that these mentions name."""
    actors: list[Actor] = []
    for mention in found:
        for entity in mention.entities:
            if not isinstance(entity, Place) and entity not in actors:
                actors.append(entity)
    return Voice(tuple(actors), tuple(m.span for m in found), how, confidence)


def subjects(layout: Layout, mentions: Mentions, low: int, high: int, quote: int) -> list[Mention]:
    """Nominative actors among tokens [low, high) at one level of quotation, in text order."""
    return [
        m
        for m in mentions.within(low, high)
        if m.actor and m.last <= high and layout.tokens[m.first].quote == quote and role(layout, mentions, m) == "nom"
    ]


def announced(layout: Layout, mention: Mention) -> bool:
    """Is the name set off as a subject is: by a comma, "ise", "da", or the quotation that follows?"""
    at = mention.last
    return at < len(layout.tokens) and (layout.tokens[at].low in (",", ";", ":", "ise", "da", "de") or layout.tokens[at].kind == "punct")


def with_conjuncts(layout: Layout, mentions: Mentions, mention: Mention) -> list[Mention]:
    """The subject and the names coordinated with it."""
    chain = [mention]
    while (after := conjunct(layout, mentions, chain[-1])) is not None and len(chain) < 12:
        chain.append(after)
    return chain


def main_subject(layout: Layout, mentions: Mentions, low: int, high: int, quote: int) -> list[Mention]:
    """The subject of the main clause: the first name set off by a comma, else the first that can be one."""
    found = subjects(layout, mentions, low, high, quote)
    if not found:
        return []
    set_off = [m for m in found if announced(layout, chain_end(layout, mentions, m))]
    first = set_off[0] if set_off and (isinstance(found[0].entity, State) or found[0].kind == "group") else found[0]
    return with_conjuncts(layout, mentions, first)


def genitive_subject(layout: Layout, mentions: Mentions, low: int, high: int, quote: int) -> list[Mention]:
    """The subject of a nominalised clause: the first genitive actor before its predicate ("Putin'in … dediği")."""
    for mention in mentions.within(low, high):
        if mention.actor and layout.tokens[mention.first].quote == quote and role(layout, mentions, mention) == "gen":
            return with_conjuncts(layout, mentions, mention)
    return []


def is_text(token: Token) -> bool:
    """Does the word name an utterance or a text ("açıklama", "haber", "rapor")?"""
    texts = reporting().texts
    return token.kind == "word" and any(f.lemma in texts and f.pos == "NOUN" for f in token.forms)


def source_at(layout: Layout, mentions: Mentions, at: int, low: int) -> list[Mention]:
    """Whose text the text noun at token `at` is: possessor, compound, agent or origin before it."""
    quote = layout.tokens[at].quote
    for mention in reversed(mentions.within(max(low, at - 25), at)):
        if not mention.actor or layout.tokens[mention.first].quote != quote:
            continue
        part = role(layout, mentions, mention)
        between = layout.tokens[mention.last : at]
        if any(t.form.verb_form == "finite" for t in between):
            return []
        if owns(part, between, layout.tokens[at]):
            return with_conjuncts(layout, mentions, mention)
    return []


def owns(part: str, between: list[Token], text: Token) -> bool:
    """Does a mention in this role, with these words between, own the text ("X'ten yapılan açıklama", "X'in haberi")?"""
    relative = any(t.form.verb_form == "participle" for t in between)
    possessed = text.form.possessive in ("3sg", "3pl") or any(f.possessive in ("3sg", "3pl") for f in text.forms)
    if part in ("abl", "agent"):
        return relative or part == "agent"
    if part == "gen":
        return possessed or relative
    if part in ("modifier", "nom"):
        return possessed and len(between) <= 3 and all(t.form.case in ("nom", "gen", "abl", "") for t in between)
    return False


def source_in(layout: Layout, mentions: Mentions, low: int, high: int, quote: int = -1) -> list[Mention]:
    """The declared source among tokens [low, high): whose text is spoken of there."""
    for at in range(low, high):
        token = layout.tokens[at]
        if token.quote == quote and is_text(token):
            found = source_at(layout, mentions, at, low)
            if found:
                return found
    return []


class Registers:
    """What a report takes as known while it is read: the last agent and the declared source."""

    __slots__ = ("agent", "agent_sentence", "layout", "mentions", "source", "source_sentence", "sources")

    def __init__(self, layout: Layout, mentions: Mentions) -> None:
        self.layout = layout
        self.mentions = mentions
        self.agent: Voice = NOBODY
        self.agent_sentence = -99
        self.source: Voice = NOBODY
        self.source_sentence = -99
        self.sources: dict[int, list[Mention]] = {}

    def enter(self, sentence: Sentence) -> None:
        """Note what a sentence declares before its own cues are read."""
        found = self.source_of(sentence)
        if found:
            self.source = voice(found, "source", 0.8)
            self.source_sentence = sentence.index
        subject = main_subject(self.layout, self.mentions, sentence.first, sentence.last, -1)
        if subject:
            self.agent = voice(subject, "register", 0.7)
            self.agent_sentence = sentence.index

    def source_of(self, sentence: Sentence) -> list[Mention]:
        if sentence.index not in self.sources:
            self.sources[sentence.index] = source_in(self.layout, self.mentions, sentence.first, sentence.last)
        return self.sources[sentence.index]

    def spoke(self, speaker: Voice, sentence: Sentence, passive: bool) -> None:
        """Remember who has just spoken."""
        if not speaker:
            return
        register = Voice(speaker.actors, speaker.spans, "register", 0.75)
        self.agent, self.agent_sentence = register, sentence.index
        if passive or isinstance(speaker.actors[0], Organisation):
            self.source, self.source_sentence = register, sentence.index

    def dropped(self, sentence: Sentence) -> Voice:
        """The agent that a left-out subject means."""
        return self.agent if self.agent and sentence.index - self.agent_sentence <= 6 else NOBODY

    def declared(self, sentence: Sentence) -> Voice:
        """The source that a passive without one means: declared before, right after, or the agent whose report runs on."""
        if self.source:
            return Voice(self.source.actors, self.source.spans, "declared", 0.75)
        for ahead in self.layout.sentences[sentence.index + 1 : sentence.index + 3]:
            found = self.source_of(ahead)
            if found:
                return voice(found, "declared after", 0.65)
        if self.agent and sentence.index - self.agent_sentence <= 2:
            return Voice(self.agent.actors, self.agent.spans, "declared", 0.5)
        return NOBODY


def speaker_of(cue: Cue, registers: Registers, sentence: Sentence, low: int, segment: int, level: int = -1) -> Voice:
    """The speaker of a cue whose own words begin at token `segment`, in a sentence read from token `low`."""
    layout, mentions = registers.layout, registers.mentions
    if cue.predicate.passive:
        return passive_speaker(cue, registers, sentence, low, level)
    if cue.predicate.participle and cue.predicate.form.suffix in ("an", "mis", ""):
        heads = modified(layout, mentions, cue.last, sentence.last)
        if heads:
            return voice(heads, "head", 0.95)
        return registers.dropped(sentence)
    if cue.predicate.participle:
        found = genitive_subject(layout, mentions, low, cue.first, level)
        return voice(found, "genitive subject", 0.8) if found else NOBODY
    found = (
        main_subject(layout, mentions, segment, leading(layout, mentions, segment, cue.first), level)
        or main_subject(layout, mentions, low, cue.first, level)
        or main_subject(layout, mentions, cue.last, min(cue.last + 6, sentence.last), level)
    )
    return voice(found, "subject", 0.95) if found else registers.dropped(sentence)


def leading(layout: Layout, mentions: Mentions, segment: int, high: int) -> int:
    """Where the search for a segment's own leading subject ends: a few tokens after its start."""
    for mention in mentions.within(segment, min(segment + 4, high)):
        if announced(layout, chain_end(layout, mentions, mention)):
            return min(chain_end(layout, mentions, mention).last, high)
    return segment


def passive_speaker(cue: Cue, registers: Registers, sentence: Sentence, low: int, level: int) -> Voice:
    layout, mentions = registers.layout, registers.mentions
    for mention in reversed(mentions.within(low, cue.first)):
        if layout.tokens[mention.first].quote == level and mention.actor and role(layout, mentions, mention) == "agent":
            relative = any(t.form.verb_form in ("participle", "verbal_noun") for t in layout.tokens[mention.last : cue.first])
            if not relative:
                return voice(with_conjuncts(layout, mentions, mention), "agent", 0.9)
    found = source_in(layout, mentions, low, min(cue.last + 12, sentence.last), level)
    return voice(found, "source", 0.85) if found else registers.declared(sentence)


def is_same(actor: Actor, other: Actor) -> bool:
    return actor is other or (isinstance(actor, Person) and isinstance(other, Person) and actor.id == other.id)
