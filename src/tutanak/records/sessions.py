"""What is said at a meeting by those who meet: "Görüşmede, … gerektiği vurgulandı", "… gerektiği vurgulanan toplantıda".

The press tells in the passive what was stressed where people met; whose words they are stands in the sentence that tells who met.
What is only made known of the meeting ("… sürdüğü belirtildi") is the words of the report's source, if it has one.
"""

from __future__ import annotations

from typing import Final

from tutanak.languages import word_list
from tutanak.mentions.model import Mention, Mentions, Organisation, Person, State
from tutanak.records.frames import role
from tutanak.records.registers import Registers
from tutanak.records.reporting import Cue
from tutanak.records.subjects import main_subject
from tutanak.records.voices import NOBODY, SESSION, Voice, is_text, voice, with_conjuncts
from tutanak.text.layout import Layout, Sentence, Token

SESSIONS: Final = word_list("reporting", "sessions")
STRESSING: Final = word_list("reporting", "stressing")
HELD: Final = word_list("reporting", "convened")
BACK: Final = 8  # sentences in which is looked for who met
RUNS: Final = 2  # sentences over which what is stressed runs on without a word for the meeting
FRAME: Final = 30  # words from where the sentence begins among which the meeting stands


def at_session(cue: Cue, registers: Registers, sentence: Sentence) -> Voice:
    """Who met, where the cue tells what they stressed."""
    if not is_stressed(cue) or cue.predicate.form.tense in ("aor", "prog"):
        return NOBODY
    here = session_in(registers.layout, cue, sentence) is not None
    return who_met(registers, sentence) if here else runs_on(registers, sentence)


def is_stressed(cue: Cue) -> bool:
    """Does it tell what is laid stress on or called for, not what is made known ("belirtildi")?"""
    frame = cue.predicate.frame
    return (frame.words[-1] if frame.words else frame.head) in STRESSING or cue.noun in STRESSING


def session_in(layout: Layout, cue: Cue, sentence: Sentence) -> Token | None:
    """The word for the meeting at which something is said: in the frame before it, or behind the cue's participle."""
    words = layout.tokens[sentence.first : min(sentence.first + FRAME, sentence.last)]
    if any(is_text(t) and t.quote < 0 and any(f.case == "loc" for f in t.forms) for t in words):
        return None  # "Açıklamada, görüşmede … vurgulandı": the text's
    behind = layout.tokens[cue.last : min(cue.last + 3, sentence.last)] if cue.predicate.participle else []
    for token in behind:
        if is_session(layout, token):
            return token
    framing = (t for t in words if t.index < cue.first and is_session(layout, t) and opens_frame(layout, t, sentence.first))
    return next(framing, None)


def is_session(layout: Layout, token: Token) -> bool:
    form = token.form
    stands = form.lemma in SESSIONS and form.case == "loc" and form.suffix != "ki" and token.quote < 0 and not token.capital
    opening = form.lemma in SESSIONS and form.case == "loc" and token.index == layout.sentences[token.sentence].first
    return (stands or opening) and layout.tokens[token.index - 1].low != "basın"


def opens_frame(layout: Layout, token: Token, low: int) -> bool:
    """Does the meeting open the sentence ("Görüşmede (ayrıca), …"), or is it set off behind what tells of it ("… düzenlenen toplantıda, …")?"""
    if token.index == low:
        return True
    return layout.tokens[token.index + 1].text == "," and not any(t.form.verb_form == "finite" for t in layout.tokens[low : token.index])


def who_met(registers: Registers, sentence: Sentence) -> Voice:
    """Those of whom the nearest sentence before tells that they met."""
    layout, mentions = registers.layout, registers.mentions
    for index in range(sentence.index - 1, max(-1, sentence.index - 1 - BACK), -1):
        if met := meeting_of(layout, mentions, layout.sentences[index]):
            return voice(met, SESSION, 0.75)
    return NOBODY


def meeting_of(layout: Layout, mentions: Mentions, sentence: Sentence) -> list[Mention]:
    """Who met by a sentence: its subject and with whom ("X, Y ile görüştü"), two together ("X ile Y bir araya geldi"), or a body that sat."""
    verb = next((t for t in reversed(layout.tokens[sentence.first : sentence.last]) if t.form.verb_form == "finite"), None)
    if verb is None or verb.form.tense not in ("past", "evid") or verb.form.copula or not is_of_meeting(layout, verb):
        return []
    subject = main_subject(layout, mentions, sentence.first, verb.index, -1)
    among = mentions.within(sentence.first, verb.index)
    met = [m for m in among if m.actor and role(layout, mentions, m) == "partner" and m not in subject]
    partners = [p for m in met[-1:] for p in with_conjuncts(layout, mentions, m)]
    both = [m for m in (*subject, *partners) if not isinstance(m.entity, Organisation)]
    if len({e for m in both for e in m.entities}) > 1 and all(isinstance(m.entity, Person | State) for m in both):
        return both
    sat = verb.form.lemma.startswith("topla") and len(subject) == 1 and isinstance(subject[0].entity, Organisation)
    return subject if sat else []


def is_of_meeting(layout: Layout, verb: Token) -> bool:
    """Is it a verb of meeting, or one that holds a meeting ("görüşme gerçekleştirdi")?"""
    before = layout.tokens[verb.index - 1]
    return verb.form.lemma in HELD or f"{before.low} {verb.form.lemma}" in HELD or (before.form.lemma in SESSIONS and not before.form.possessive)


def runs_on(registers: Registers, sentence: Sentence) -> Voice:
    """Those who met, where what they stressed was told just before."""
    for index in range(sentence.index, max(-1, sentence.index - 1 - RUNS), -1):
        if met := registers.sessions.get(index):
            return met
    return NOBODY
