"""The two registers of a report.

The press leaves the subject out where it is plain: an active verb then has the last agent, a passive one the
declared source ("Bakanlıktan yapılan açıklamada … Açıklamada, … denildi").
"""

from __future__ import annotations

from typing import Final

from tutanak.mentions.model import Actor, Mention, Mentions, Organisation, Person, State, Unnamed
from tutanak.records.authorities import authority_in
from tutanak.records.grammar import CONCERNING
from tutanak.records.outlets import is_press, only_tells, outlets_in
from tutanak.records.reporting import cues, reporting
from tutanak.records.sources import source_at
from tutanak.records.subjects import common_subject, main_subject, officers_in
from tutanak.records.voices import NOBODY, SESSION, Voice, is_taken_up, is_text, sourced, voice
from tutanak.text.casing import fold
from tutanak.text.layout import Layout, Sentence


def source_in(layout: Layout, mentions: Mentions, low: int, high: int, quote: int = -1) -> Voice:
    """The declared source among tokens [low, high): whose text is spoken of there."""
    for at in range(low, high):
        token = layout.tokens[at]
        if token.quote == quote and is_text(token) and not is_topic(layout, at + 1):
            found = source_at(layout, mentions, at, low)
            if found:
                return found
    return NOBODY


def is_topic(layout: Layout, at: int) -> bool:
    """Is the text before token `at` only spoken about ("X'in açıklamaları ile ilgili olarak")?"""
    return any(t.low in CONCERNING for t in layout.tokens[at : at + 2])


def recalls_text(layout: Layout, low: int, high: int) -> bool:
    """Does a bare "açıklamada", "haberde" take up the text spoken of before?"""
    return any(is_taken_up(token) for token in layout.tokens[low:high])


def text_called(layout: Layout, mentions: Mentions, sentence: Sentence, called: str) -> Voice:
    """Whose the text is that a sentence calls so."""
    tokens = layout.tokens
    for token in reversed(tokens[sentence.first : sentence.last]):
        if token.form.lemma == called and token.quote < 0 and is_text(token):
            low = next((t.index for t in reversed(tokens[sentence.first : token.index]) if t.low == "göre"), sentence.first)
            return source_at(layout, mentions, token.index, low)
    return NOBODY


def recalls_news(layout: Layout, low: int, high: int) -> bool:
    """Is it news that is taken up ("Haberde, …"), which papers and agencies have?"""
    return any(t.form.lemma == "haber" and t.form.case == "loc" and t.quote < 0 for t in layout.tokens[low:high])


def recalls_charge(layout: Layout, sentence: Sentence) -> bool:
    """Is it a text that only bodies write ("Hazırlanan iddianamede, …")?"""
    return any(t.form.lemma in reporting().charges and t.form.case == "loc" and t.quote < 0 for t in layout.tokens[sentence.first : sentence.last])


TAKEN_UP: Final = "text taken up"  # how the owner of a text within another's report is known

RUNS_ON: Final = 4  # sentences over which a declared source is taken to hold on without being named again

LEDE: Final = 2  # paragraphs of a report's head, titles among them, whose source may follow

HEAD: Final = 5  # sentences of a head, in texts that have no paragraphs

TURNS: Final = ("bu arada", "öte yandan", "diğer yandan", "diğer taraftan", "öte taraftan")

LONGEST_HEADING: Final = 14  # words

REACH: Final = 6  # sentences over which a left-out subject looks back


def is_background(layout: Layout, sentence: Sentence) -> bool:
    """Does the sentence tell of what went before the report ("duyurmuştu")?"""
    verb = next((t.form for t in reversed(layout.tokens[sentence.first : sentence.last]) if t.form.verb_form == "finite"), None)
    return verb is not None and verb.tense == "evid" and verb.copula == "past"


def follows_heading(layout: Layout, sentence: Sentence) -> bool:
    """Does a heading stand right before, in a line of its own or in capitals, so that the sentence is a lede again?"""
    before = layout.sentences[sentence.index - 1] if sentence.index > 0 and sentence.quote < 0 else None
    if before is None or before.last - before.first > LONGEST_HEADING or layout.tokens[before.last - 1].kind == "punct":
        return False
    shouted = all(t.text.isupper() for t in layout.tokens[before.first : before.last] if t.kind == "word")
    return shouted or before.paragraph != sentence.paragraph


TOGETHER: Final = 2  # who act together and may be meant by words that name no speaker; of more none is


def is_several(actor: Actor) -> bool:
    """Are they people without a name, in the plural ("yetkililer", "Rus uzmanlar")?"""
    return isinstance(actor, Unnamed) and fold(actor.text).endswith(("ler", "lar", "leri", "ları"))


class Registers:
    """What a report takes as known while it is read: the last agent and the declared source, looked up when asked for."""

    __slots__ = ("crowds", "layout", "mentions", "outlets", "sessions", "sources", "spoken", "subjects")

    def __init__(self, layout: Layout, mentions: Mentions) -> None:
        self.layout = layout
        self.mentions = mentions
        self.outlets: list[Mention] | None = None  # looked for when first asked for
        self.sources: dict[int, Voice] = {}
        self.subjects: dict[int, Voice] = {}
        self.crowds: set[int] = set()  # sentences in which many act: none of them is meant later
        self.sessions: dict[int, Voice] = {}  # sentence -> those who met, of whose meeting it tells what was said there
        self.spoken: dict[int, list[Voice]] = {}  # sentence -> who spoke in it, the last one last

    def spoke(self, speaker: Voice, sentence: Sentence, passive: bool) -> None:
        """Remember who has just spoken, and whose text runs on."""
        if speaker.how == SESSION:
            self.sessions[sentence.index] = speaker
        if not speaker or speaker.how == SESSION:
            return
        register = Voice(speaker.actors, speaker.spans, TAKEN_UP if speaker.how == TAKEN_UP else "register", 0.75)
        self.spoken.setdefault(sentence.index, []).append(register)
        if (passive or isinstance(speaker.actors[0], Organisation)) and speaker.how != TAKEN_UP:
            self.sources[sentence.index] = register

    def informed(self, speaker: Voice, sentence: Sentence) -> None:
        """Remember of whom the report has what it goes on to tell ("kaynaklardan alınan bilgiye göre, …. …-diği belirtildi")."""
        if speaker.how != "according" or isinstance(speaker.actors[0], Person | State):
            return
        tokens = self.layout.tokens
        at = next((t.index for t in tokens[sentence.first + 1 : sentence.last] if t.low == "göre"), sentence.first) - 1
        if isinstance(speaker.actors[0], Organisation) or (at > sentence.first and (tokens[at].form.lemma == "bilgi" or is_text(tokens[at]))):
            self.sources[sentence.index] = Voice(speaker.actors, speaker.spans, "register", 0.75)

    def source_of(self, sentence: Sentence) -> Voice:
        """Whose text a sentence speaks of."""
        found = self.sources.get(sentence.index)
        if found is None:
            told = source_in(self.layout, self.mentions, sentence.first, sentence.last)
            found = self.sources[sentence.index] = (self.answerer(sentence) or told) if told else self.condemner(sentence)
        return found

    def answerer(self, sentence: Sentence) -> Voice:
        """The body that answers the words of others: its own are told next ("Bakanlık, X'in açıklamasına tepki gösterdi. Açıklamada, …")."""
        tokens = self.layout.tokens
        verb = next((t for t in reversed(tokens[sentence.first : sentence.last]) if t.form.verb_form == "finite"), None)
        if verb is None or verb.form.passive or verb.index <= sentence.first + 1:
            return NOBODY
        light = f"{tokens[verb.index - 1].form.lemma} {verb.form.lemma}"
        if verb.form.lemma not in reporting().answers and light not in reporting().answers:
            return NOBODY
        found = main_subject(self.layout, self.mentions, sentence.first, sentence.last, -1)
        return sourced(found) if found and isinstance(found[0].entity, Organisation | State) else NOBODY

    def condemner(self, sentence: Sentence) -> Voice:
        """The body that condemns or greets in a sentence: the text spoken of next is its own ("Bakanlık, saldırıyı kınadı. Açıklamada, …")."""
        done = next((t.form for t in reversed(self.layout.tokens[sentence.first : sentence.last]) if t.form.verb_form == "finite"), None)
        if done is None or done.passive or done.lemma not in reporting().deeds:
            return NOBODY
        found = main_subject(self.layout, self.mentions, sentence.first, sentence.last, -1)
        return sourced(found) if found and isinstance(found[0].entity, Organisation) else NOBODY

    def subject_of(self, sentence: Sentence) -> Voice:
        """Who acts in a sentence: the last who spoke, else the main subject."""
        spoken = self.spoken.get(sentence.index)
        if spoken:
            return spoken[-1]
        found = self.subjects.get(sentence.index)
        if found is None:
            subject = main_subject(self.layout, self.mentions, sentence.first, sentence.last, -1)
            told = voice(subject, "register", 0.7) if subject else officers_in(self.layout, self.mentions, sentence.first, sentence.last)
            if len(subject) > TOGETHER:
                told = NOBODY
                self.crowds.add(sentence.index)
            found = self.subjects[sentence.index] = told
        return found

    def agent(self, sentence: Sentence, reach: int) -> Voice:
        """The nearest agent among the sentences before this one."""
        spoken = self.spoken.get(sentence.index)
        if spoken:
            return spoken[-1]
        for index in range(sentence.index - 1, max(-1, sentence.index - 1 - reach), -1):
            found = self.subject_of(self.layout.sentences[index])
            if found or index in self.crowds:
                return found
        return NOBODY

    def dropped(self, sentence: Sentence) -> Voice:
        """The agent that a left-out subject means."""
        return self.agent(sentence, REACH)

    def declared(self, sentence: Sentence, standing: bool = False) -> Voice:
        """The source that a passive without one means: declared before, right after, or the agent whose report runs on.

        standing: is it told as something known ("… yaşadığı belirtiliyor")? That has a source only beside it.
        """
        recalled = recalls_text(self.layout, sentence.first, sentence.last)
        if recalled and recalls_news(self.layout, sentence.first, sentence.last):
            return self.outlet(sentence)
        if recalled and (own := self.taken_up(sentence)):
            return Voice(own.actors, own.spans, TAKEN_UP, 0.75)
        fresh = not recalled and follows_heading(self.layout, sentence)
        if fresh and (ahead := self.declared_after(sentence, 1)):
            return ahead
        if not recalled and (source := (self.running(sentence, 1) if standing else NOBODY) or self.beside(sentence)):
            return Voice(source.actors, source.spans, "declared", 0.7)
        if not recalled and not standing and self.turns(sentence):
            return NOBODY
        reach = 4 * RUNS_ON if recalled else 0 if standing else RUNS_ON
        source = self.running(sentence, reach, not recalled and is_background(self.layout, sentence))
        charged = recalls_charge(self.layout, sentence)
        if source and charged and isinstance(source.actors[0], Person):
            return NOBODY
        if source:
            return Voice(source.actors, source.spans, "declared", 0.75)
        if recalled and (agent := self.agent(sentence, 2)) and not (charged and isinstance(agent.actors[0], Person)):
            return Voice(agent.actors, agent.spans, "declared", 0.6)
        return self.declared_after(sentence) if sentence.paragraph <= LEDE and sentence.index <= HEAD else NOBODY

    def taken_up(self, sentence: Sentence) -> Voice:
        """Whose the text is that a sentence takes up by its name, where a paper's report tells of it ("Gazetenin haberine göre X,
        gönderdiği mektupta, …. Mektupta, …")."""
        called = next((t.form.lemma for t in self.layout.tokens[sentence.first : sentence.last] if is_taken_up(t)), "")
        for index in range(sentence.index - 1, max(-1, sentence.index - 1 - 4 * RUNS_ON), -1):
            before = self.layout.sentences[index]
            if told := self.source_of(before):
                own = text_called(self.layout, self.mentions, before, called) if self.is_of_press(told) else NOBODY
                return own if own.actors != told.actors else NOBODY
        return NOBODY

    def beside(self, sentence: Sentence) -> Voice:
        """The nameless sources who have just spoken, and go on ("Yerel kaynaklar …. Ayrıca … ifade ediliyor"): one of them in this paragraph only."""
        spoken = self.spoken.get(sentence.index - 1)
        if not spoken or not isinstance(spoken[-1].actors[0], Unnamed) or spoken[-1].how == TAKEN_UP:
            return NOBODY
        here = self.layout.sentences[sentence.index - 1].paragraph == sentence.paragraph
        opens = self.layout.low.startswith(TURNS, self.layout.tokens[sentence.first].start)
        return spoken[-1] if not opens and (here or is_several(spoken[-1].actors[0])) else NOBODY

    def turns(self, sentence: Sentence) -> bool:
        """Does a sentence turn to what others tell ("Öte yandan … iddia edildi"), where no passive before it hands its source on?"""
        if sentence.index == 0 or not self.layout.low.startswith(TURNS, self.layout.tokens[sentence.first].start):
            return False
        before = self.layout.sentences[sentence.index - 1]
        verb = next((t.form for t in reversed(self.layout.tokens[before.first : before.last]) if t.form.verb_form == "finite"), None)
        return verb is None or not verb.passive

    def declared_after(self, sentence: Sentence, reach: int = 2) -> Voice:
        """The source that the sentences right behind a lede give it."""
        recalled = is_background(self.layout, sentence)
        for ahead in self.layout.sentences[sentence.index + 1 : sentence.index + 1 + reach]:
            if is_background(self.layout, ahead) and not recalled:
                continue  # "X … sözü vermişti": no source of today's news
            found = self.source_of(ahead) or self.speaking(ahead)
            if found and not self.contrasts(found):
                return Voice(found.actors, found.spans, "declared after", 0.6)
        return NOBODY

    def outlet(self, sentence: Sentence) -> Voice:
        """Whose "haberde" is meant: the outlet named last, or the press whose report runs on; no minister, no diplomat has news."""
        source = self.running(sentence, 4 * RUNS_ON) or self.agent(sentence, RUNS_ON)
        if source and self.is_of_press(source):
            return Voice(source.actors, source.spans, "declared", 0.75)
        first = self.layout.sentences[max(0, sentence.index - 4 * RUNS_ON)].first
        named = [m for m in self.known_outlets() if first <= m.first < sentence.first]
        return voice(named[-1:], "declared", 0.7) if named else NOBODY

    def known_outlets(self) -> list[Mention]:
        """Where papers, agencies and stations are named."""
        if self.outlets is None:
            self.outlets = outlets_in(self.layout, self.mentions)
        return self.outlets

    def is_of_press(self, source: Voice) -> bool:
        """Are they all papers, agencies or stations?"""
        known = {m.entity for m in self.known_outlets()}
        return all(a in known or is_press(a) or only_tells(self.layout, a) for a in source.actors)

    def contrasts(self, found: Voice) -> bool:
        """Is it set against what went before ("Sözcü ise …"), and so not its source?"""
        behind = self.layout.token_at(found.spans[-1].end)
        return behind < len(self.layout.tokens) and self.layout.tokens[behind].low == "ise"

    def running(self, sentence: Sentence, reach: int, background: bool = False) -> Voice:
        """The source declared last, if not too long ago; background ("açıklanmıştı") has none of the report's own tense."""
        for index in range(sentence.index, max(-1, sentence.index - 1 - reach), -1):
            found = self.source_of(self.layout.sentences[index])
            if found:
                return NOBODY if background and not is_background(self.layout, self.layout.sentences[index]) else found
        return NOBODY

    def speaking(self, sentence: Sentence) -> Voice:
        """The authority or the main subject of a sentence that reports speech."""
        told = authority_in(self.layout, self.mentions, sentence.first, sentence.last)
        if told:
            return told
        if not any(c.speaks and c.claim != "dat" and not c.passive for c in cues(self.layout, sentence.first, sentence.last)):
            return NOBODY  # "Oslo'ya davet etti" says nothing; a passive has no speaker as its subject
        return sourced(main_subject(self.layout, self.mentions, sentence.first, sentence.last, -1)) or common_subject(
            self.layout, sentence.first, sentence.last, -1
        )
