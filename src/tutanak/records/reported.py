"""Indirect speech: the clause that a cue reports, from its first word to its nominalised predicate."""

from __future__ import annotations

from typing import Final

from tutanak.languages import word_list
from tutanak.mentions.model import Mention, Mentions, Organisation, Person, State
from tutanak.records.asked import past_asked
from tutanak.records.authorities import authority, counter, unknown_owner
from tutanak.records.frames import CALLED, modified, role
from tutanak.records.grammar import ABOUT, IN_THE_MATTER, LINKING, OCCASION, TITLED
from tutanak.records.openings import is_mute, plain_head
from tutanak.records.quoted import nominalised
from tutanak.records.registers import RUNS_ON, Registers
from tutanak.records.reporting import Cue, reporting
from tutanak.records.sources import spent, waiting_owner
from tutanak.records.subjects import agent_end, common_subject, genitive_subject, main_subject, one_of_many, own_subject
from tutanak.records.tellers import head_before, speaker_of, stands_alone
from tutanak.records.told_when import past_time
from tutanak.records.unspoken import is_unspoken, keeps_name
from tutanak.records.voices import NOBODY, SET_OFF, Voice, is_text, past_called, voice
from tutanak.spans import Span
from tutanak.text.layout import SIGNS, Form, Layout, Quotation, Sentence, Token
from tutanak.text.nouns import is_bare

# How many words may stand between the reported clause and its cue ("…olduğunu bir kez daha gazetecilere söyledi").
REACH: Final = 7
GUESSED: Final = frozenset(("register", "declared", "declared after"))
ACCUSATIVES: Final = ("ni ", "nı ", "nu ", "nü ")
SELF: Final = frozenset(("kendini", "kendisini", "kendilerini"))
TELLING: Final = word_list("reporting", "telling")
DONE_FIRST: Final = frozenset(("arak", "ip"))
ACCORDING: Final = SIGNS.of_words((), ("göre",))


class Reported:
    """An indirect statement found."""

    __slots__ = ("confidence", "cue", "cue_span", "how", "rule", "span", "speaker")

    def __init__(self, span: Span, cue: Cue | None, cue_span: Span, speaker: Voice, confidence: float, how: str, rule: str) -> None:
        self.span = span
        self.cue = cue
        self.cue_span = cue_span
        self.speaker = speaker
        self.confidence = confidence
        self.how = how
        self.rule = rule


def clause_form(token: Token) -> Form | None:
    """The reading under which the token is the predicate of a reported clause, if it has one."""
    for form in token.forms[:4]:
        if form.pos == "NOUN" and not form.verb_form and form.lemma[-2:] in ("ma", "me", "ış", "iş", "uş", "üş"):
            return None  # a noun of its own ("buluşma", "görüşme")
        if form.verb_form == "participle" and form.suffix in ("dik", "acak") and form.possessive:
            return form
        if form.verb_form == "verbal_noun" and form.suffix in ("ma", "is") and form.case:
            return form
    return None


def is_own_speech(token: Token) -> bool:
    """Is it a speech noun with an owner, in every reading ("açıklamasına", not "sözü")?"""
    told = [f for f in token.forms if f.lemma in reporting().nouns and f.lemma not in ("soru", "haber", "bilgi")]
    return bool(told) and all(f.possessive.startswith("3") for f in told)


def taken(cue: Cue, form: Form) -> bool:
    """Does the cue take a clause in this case? A passive has as its subject (nominative) what its active has as object."""
    if cue.of != "both" and (cue.of == "deed") != (form.verb_form == "verbal_noun"):
        return False
    if form.case == "acc" and cue.predicate.passive and cue.predicate.form.suffix == "dik":
        return False  # "geldiğini ve … kabul edildiğini söyledi": a passive has no object
    if form.case == "gen" and form.possessive and cue.in_text:
        return "acc" in cue.takes  # "geldiğinin vurgulandığı açıklama": the subject of a passive in a relative clause
    if form.case in cue.takes:
        return bool(form.possessive) or cue.noun != "" or cue.predicate.passive or (cue.own and form.suffix == "ma")
    if form.case == "nom" and form.possessive and cue.predicate.passive:
        return "acc" in cue.takes
    return form.case == "nom" and cue.noun != "" and form.verb_form == "verbal_noun"


SESSIONS: Final = word_list("reporting", "sessions")
FOR: Final = IN_THE_MATTER | {"için", "yönelik"}
MATTER: Final = frozenset(("ilişkin", "dair", "ilgili", "hakkında"))
ASKED: Final = "soru"  # what is answered ("bir soru üzerine", "soruya")
UPON: Final = "üzerine"
ACCOUNT: Final = "hesap"  # where somebody posts


# May the word end what frames speech (`Indirect.frames_speech`): in the locative, or as what it is about, answers, or where it is posted?
FRAMING: Final = SIGNS.of_readings(lambda form: form.case == "loc", (ACCOUNT, ASKED), (UPON, *MATTER))
HAVING: Final = frozenset(("sahip", "ait"))  # what they stand before is as one that a participle does: "bayrak taşıyan ve güce | sahip uydunun"
MOUTH: Final = frozenset(("aracılığıyla", "vasıtasıyla"))
ABROAD: Final = frozenset(("iddia", "haber"))  # what goes round of somebody ("X'in … bozduğu iddiası"), as long as he is not told to say it
FAR: Final = 8  # words behind a participle among which stands who it is told of
FEW: Final = 4  # words in marks that are no speech of their own


class Indirect:
    """Reads the reported clauses of an article's outer sentences."""

    def __init__(self, layout: Layout, mentions: Mentions, registers: Registers) -> None:
        self.layout = layout
        self.mentions = mentions
        self.registers = registers
        self.words = reporting()
        self.heads: set[int] = set()  # of the cues in the sentence that is read

    def take(self, sentence: Sentence, cues: list[Cue], used: set[int]) -> list[Reported]:
        """The indirect statements of one outer sentence; `used`: heads of cues that already carry a quotation."""
        found: list[Reported] = []
        segment = sentence.first
        self.heads = {c.predicate.head for c in cues if c.speaks}
        for cue in cues:
            reported = None if cue.predicate.head in used else self.read(sentence, cue, segment)
            if reported is not None:
                found.append(reported)
            if cue.speaks or cue.predicate.participle:
                segment = self.after(cue, sentence, segment, reported is not None or cue.predicate.head in used)
        if not any(r.speaker.how == "according" for r in found):
            found.extend(self.according(sentence) or ([] if found else self.counted(sentence)))
        found.extend(self.nominal(sentence, cues))
        return found

    def after(self, cue: Cue, sentence: Sentence, segment: int, told: bool) -> int:
        """Where the next segment begins: after the cue, and after the speaker that its participle stands before."""
        if told and cue.in_text:
            return self.skip(self.text_noun(cue.last, sentence.last), sentence.last)
        if cue.predicate.participle and cue.predicate.form.suffix not in ("an", "mis"):
            return segment
        if cue.predicate.participle:
            return self.after_participle(cue, sentence, segment, told)
        if cue.predicate.form.verb_form == "verbal_noun" and (self.subject_waits(segment, cue.first) or self.runs_through(cue, segment, sentence)):
            return segment
        if not told and cue.predicate.converb and not cue.takes and self.subject_waits(segment, cue.first):
            return segment  # "X'in, … telefonda konuşarak, | tebrik ettiği"
        if told and cue.predicate.converb and self.is_shared(cue, sentence):
            return segment  # "X'in “… olmadığını” söyleyerek kınadığını | öne süren Y"
        if not told and cue.predicate.converb and cue.noun and waiting_owner(self.layout, self.mentions, segment, cue.first):
            return segment  # "İran'ın tutarsız açıklamalar yaparak | … davrandığını"
        if not told and cue.predicate.converb and self.topic_waits(segment, cue.first):
            return segment  # "sorunun yerleşimciler değil, Y'ye işaret ederek | Z olduğunu"
        return self.skip(cue.last, sentence.last) if told or cue.predicate.converb else segment

    def is_shared(self, cue: Cue, sentence: Sentence) -> bool:
        """Does a converb stand right before the nominalised verb whose subject it shares, so that both are told together?"""
        after = self.layout.tokens[cue.last].form if cue.last < sentence.last else None
        return after is not None and after.suffix in ("dik", "acak") and bool(after.possessive) and after.case == "acc"

    def topic_waits(self, low: int, high: int) -> bool:
        """Does a thing in the genitive, that no noun has taken, wait for its verb behind an inner report?"""
        tokens = self.layout.tokens
        owners = (t for t in tokens[low:high] if t.form.case == "gen" and t.quote < 0 and not t.form.verb_form)
        waiting = (t.index for t in owners if self.mentions.at(t.index) is None)
        return any(not spent(self.layout, at + 1, high) for at in waiting)

    def subject_waits(self, low: int, high: int) -> bool:
        """Does a genitive set off before an inner report wait for its own verb ("işbirliğinin, X'in … açıklamasından sonra | başladığına")?"""
        tokens = self.layout.tokens
        return any(tokens[at].form.case == "gen" and tokens[at].quote < 0 and tokens[at + 1].text == "," for at in range(low, high - 1))

    def runs_through(self, cue: Cue, segment: int, sentence: Sentence) -> bool:
        """Does what somebody says begin before an inner report ("… aktaran yetkili, | X'in … söylemesinin ardından … beklendiğini ifade etti")?"""
        if any(t.text == "," for t in self.layout.tokens[cue.last : cue.last + 2]):
            return False
        if segment > sentence.first and head_before(self.layout, self.mentions, segment, sentence.first):
            return True
        first = next(iter(self.mentions.within(segment, cue.first)), None)
        return first is not None and first.actor and role(self.layout, self.mentions, first) == "nom" and self.layout.tokens[first.last].text == ","

    def after_participle(self, cue: Cue, sentence: Sentence, segment: int, told: bool) -> int:
        if told and cue.last < len(self.layout.tokens) and self.layout.tokens[cue.last].low == "ve":
            return cue.last  # "… belirten ve … savunan X"
        heads = modified(self.layout, self.mentions, cue.last, sentence.last)
        if heads and self.joins_report(cue, heads[0].first):
            return cue.last  # "Oslo'da konuşan ve | … belirten X"
        if heads and heads[-1].case not in ("nom", "gen") and self.subject_waits(segment, cue.first):
            return segment  # "Y'nin, … düzenleyeceğini açıklayan Z'ye | nota verdiğini"
        if heads and heads[-1].case != "gen" and not cue.predicate.passive:
            return self.skip(heads[-1].last, sentence.last)
        if cue.predicate.passive:
            past = max(self.text_noun(cue.last, sentence.last), self.scene_end(cue.last, sentence.last))
            return self.skip(past, sentence.last) if told or past > cue.last else segment  # "öne sürülen gemilere saldırdıklarını"
        described = plain_head(self.layout, cue.last, sentence.last) if told else NOBODY
        if told and not described and cue.last < sentence.last - 1 and stands_alone(self.layout, cue.last):
            return cue.last + 1
        return self.skip(described.last, sentence.last) if described else cue.last if told else segment

    def joins_report(self, cue: Cue, high: int) -> bool:
        """Is another participle that reports joined by "ve" to this one, before the one both tell of?"""
        tokens = self.layout.tokens
        joined = cue.last < high and tokens[cue.last].low == "ve" and not cue.predicate.passive
        told = [t.index for t in tokens[cue.last : high] if t.form.suffix == "an"] if joined else []
        return bool(told) and told[0] in self.heads  # not "değerlendiren ve | raporlayan bir sistem kurduklarını söyleyen X"

    def scene_end(self, at: int, high: int) -> int:
        """After the scene that a participle stands before, set off ("düzenlendiği belirtilen saldırıda, |"), else `at`."""
        for token in self.layout.tokens[at : min(at + 5, high - 1)]:
            if token.form.case == "loc":
                return token.index + 1 if self.layout.tokens[token.index + 1].text == "," else at
            if token.form.suffix in ("dik", "acak") and self.layout.tokens[token.index + 1].form.verb_form == "participle":
                break  # "… tankın vurulduğu aktarılan açıklamada": another clause
        return at

    def text_noun(self, at: int, high: int) -> int:
        """After "belirtilen açıklamada,": past the text noun."""
        for token in self.layout.tokens[at : min(at + 6, high)]:
            if is_text(token) or (token.form.case == "loc" and token.form.lemma in SESSIONS):
                return token.index + 1
            if token.form.case not in ("", "nom") or token.form.pos == "ADP":
                break  # "öne sürülen fotoğraflarla ilgili açıklama": it stands before the photographs
        return at

    def skip(self, at: int, high: int) -> int:
        tokens = self.layout.tokens
        while at < high:
            if tokens[at].text == "(":
                at = self.past_bracket(at, high)
            elif tokens[at].low in self.words.openers or (tokens[at].text == ":" and tokens[at].quote < 0):  # "Dahl: | …-diğini belirterek"
                at += 1
            elif tokens[at].low in self.words.long_opening and self.layout.low.startswith(self.words.long_openers, tokens[at].start):
                opener = next(o for o in self.words.long_openers if self.layout.low.startswith(o, tokens[at].start))
                at += opener.count(" ") + 1
            else:
                break
        return at

    def past_bracket(self, at: int, high: int) -> int:
        """After "(CENTCOM)": an acronym behind a name is no part of what is said."""
        for index in range(at + 1, min(at + 5, high)):
            if self.layout.tokens[index].text == ")":
                return index + 1
        return at + 1

    # the clause

    def read(self, sentence: Sentence, cue: Cue, segment: int) -> Reported | None:
        if not cue.speaks or (cue.predicate.passive and cue.predicate.form.suffix == "an" and not self.told_in_text(cue, sentence)):
            return None
        if self.passes_on(cue, sentence) or keeps_name(self.layout.tokens, cue.predicate):
            return None
        cue.in_text = self.tells_text(cue, sentence)
        end = self.clause_end(cue, segment)
        if end < 0:
            return self.claim(sentence, cue, segment)
        if owned := self.given_place(cue, segment, end):
            return owned
        embedded = cue.predicate.form.suffix in ("dik", "ma") and not cue.tells_before
        if embedded and is_unspoken(self.layout.tokens, cue, sentence.last):
            return None
        if embedded and not cue.in_text:
            return self.embedded(sentence, cue, segment, end)
        speaker = speaker_of(cue, self.registers, sentence, sentence.first, segment)
        own = self.past_joined(cue, self.past_break(self.past_done(cue, self.past_speaker(segment, end, speaker), end), end), end)
        inner = self.inner_subject(own, end, speaker)
        first = inner or self.start(own, end)
        if self.tells_nothing(cue, segment, first, end, speaker):
            return None
        return self.reported(cue, inner or past_time(self.layout, self.mentions, cue, speaker, first, end), end, speaker, "clause")

    def tells_nothing(self, cue: Cue, segment: int, first: int, end: int, speaker: Voice) -> bool:
        """Is it no report: what somebody lived, what a law or a process shows, a slip of the pen whose speaker could only be guessed?"""
        guessed = speaker.how in GUESSED
        if speaker.how == "description" and cue.shows and not self.may_show(speaker):
            return True
        if guessed and self.is_slip(cue, clause_form(self.layout.tokens[end - 1]), self.layout.tokens[end]):
            return True
        beyond = min(end, segment + 8) if guessed else first
        return self.lived(cue, first, end) or (not cue.passive and is_mute(self.layout, segment, max(first, beyond)))

    def inner_subject(self, at: int, end: int, speaker: Voice) -> int:
        """Where another stands whose words are told on, before what frames them ("RİA, | X'in gazeteye verdiği demeçte, … açıkladığını duyurdu")."""
        if end - 1 not in self.heads or speaker.how not in ("subject", "head", "description", "register"):
            return 0
        first = self.start(at, end)
        named = [m for m in self.mentions.within(at, first) if m.case == "gen" and m.actor and not set(m.entities) & set(speaker.actors)]
        told = bool(named) and self.makes_frame(named[-1].last, first)
        return named[-1].first if told else 0

    def makes_frame(self, low: int, high: int) -> bool:
        """Does one in the genitive only make the text or the occasion that frames what is said ("verdiği demeçte,", "düzenlediği toplantıda,")?"""
        owned = [t.form for t in self.layout.tokens[low:high] if t.form.possessive.startswith("3")]
        return any(f.suffix == "dik" and (self.words.makes(f) or f.lemma == "katıl") for f in owned)

    def may_show(self, speaker: Voice) -> bool:
        """May what is described speak, as reports and people do ("rapor, …-diğini ortaya koydu"), not a process that shows something?"""
        token = self.layout.tokens[self.layout.token_at(speaker.spans[0].end) - 1]
        return is_text(token) or token.form.lemma in self.words.speakers or token.form.lemma in self.words.documents or token.capital

    def past_done(self, cue: Cue, at: int, end: int) -> int:
        """After what the speaker had done before saying it ("daveti reddetmiş ve | …-diğini söylemişti")."""
        told = cue.predicate.form
        if told.tense != "evid" or told.copula != "past":
            return at
        for index in range(end - 2, at, -1):
            token = self.layout.tokens[index]
            if token.form.tense == "evid" and token.form.verb_form == "finite" and token.quote < 0:
                return index + 2 if self.layout.tokens[index + 1].low in ("ve", ",") else at
        return at

    def passes_on(self, cue: Cue, sentence: Sentence) -> bool:
        """ "CNN, X'in … olduğu yönündeki sözlerine yer verdi": the words are X's, who owns them (`owned_clause`)."""
        place = cue.first - 1
        given = bool(cue.noun) and (cue.predicate.frame.words[-1:] == ("yer",) or cue.predicate.frame.head == "aktar")
        return given and self.layout.tokens[place].low in LINKING and self.owned_clause(sentence, place, place + 1) is not None

    def given_place(self, cue: Cue, segment: int, end: int) -> Reported | None:
        """ "Haberde, X'in, … olduğu ifadesine yer verildi": a report that gives the words of another, who is set off with his own genitive."""
        if not cue.noun or cue.predicate.frame.words[-1:] != ("yer",) or end != cue.first or not cue.predicate.passive:
            return None
        if cue.noun in self.words.findings:
            return None  # "Haberde, X'in, … olduğu değerlendirmesine yer verildi": the paper's own
        owner = self.set_off(self.start(segment, end), end)
        return self.reported(cue, self.start(self.skip(owner.last, end), end), end, owner, "embedded") if owner else None

    def tells_text(self, cue: Cue, sentence: Sentence) -> bool:
        """Is it a passive in a relative clause, of the text that tells it ("olduğunun vurgulandığı açıklamada")?"""
        if not cue.passive or cue.predicate.form.suffix != "dik" or not cue.predicate.participle:
            return False
        at = self.text_noun(cue.last, sentence.last)
        return at > cue.last and not any(t.form.verb_form for t in self.layout.tokens[cue.last : at - 1])

    def lived(self, cue: Cue, first: int, end: int) -> bool:
        """ "yaşadıklarını anlattı": a free relative names what is told, it is not the telling."""
        form = clause_form(self.layout.tokens[end - 1])
        if form is None or form.lemma not in self.words.lived or cue.predicate.frame.head not in TELLING:
            return False
        felt = self.layout.tokens[end - 2].form  # "endişe duyduklarını": a state told, not what was heard
        return end - first <= 4 and not (felt.pos == "NOUN" and felt.case == "nom" and not felt.verb_form)

    def past_speaker(self, segment: int, end: int, speaker: Voice) -> int:
        """The clause of a subject that stands before it begins after that subject."""
        if speaker.how in ("subject", "description", "register") and segment < speaker.last < end:
            return past_called(self.layout, speaker.last, end)
        if speaker.how == "agent" and segment < speaker.last < end and speaker.spans[0].start <= self.layout.tokens[self.skip(segment, end)].start:
            return speaker.last + (self.layout.tokens[speaker.last].low == "tarafından")
        if speaker.how == "source" and segment < speaker.last < end and self.closes_source(speaker.last):
            return speaker.last  # "Kremlin'den, | …-ceği açıklaması geldi"
        source = next((i for i in self.layout.bearing_among(ACCORDING, segment, end) if self.layout.tokens[i].low == "göre"), segment - 1)
        if speaker.how == "according" or (speaker.how == "head" and self.text_opens(segment, source)):
            return source + 1
        return self.past_other(segment, end, speaker) if speaker.how in ("head", "description") else segment

    def closes_source(self, at: int) -> bool:
        """Is the source set off there, or do a text or circles in the locative end it ("Kenya basınındaki haberde | …")?"""
        before = self.layout.tokens[at - 1]
        return self.layout.tokens[at].text == "," or (before.form.case == "loc" and (is_text(before) or before.form.lemma in self.words.circles))

    def past_joined(self, cue: Cue, at: int, end: int) -> int:
        """Past another participle that the cue, one too, is joined to ("toplantıya katılan ve | …-diğini belirten X"): both tell who speaks."""
        form = cue.predicate.form
        if form.suffix != "an" or form.case != "nom" or form.number == "pl" or cue.passive:
            return at
        told = [t for t in self.layout.tokens[at : end - 1] if t.quote < 0 and (t.form.suffix == "an" or t.form.verb_form == "finite")]
        last = told[-1] if told else None
        if (
            last is None
            or last.form.suffix != "an"
            or last.form.passive
            or last.form.case != "nom"
            or last.form.possessive
            or last.form.number == "pl"
        ):
            return at  # "yurtta üretilen ve …e sahip uydunun": no one who speaks
        joined = self.layout.tokens[last.index + 1].low == "ve" and not any(t.low in HAVING for t in self.layout.tokens[last.index + 2 : end])
        return last.index + 2 if joined else at

    def past_break(self, at: int, end: int) -> int:
        """Past a clause of its own that a semicolon closes ("X, … geri adım attı; | …-diğini söyledi")."""
        tokens = self.layout.tokens
        ended = [t.index for t in tokens[at + 1 : end] if t.text == ";" and t.quote == tokens[at].quote]
        closed = bool(ended) and any(f.verb_form == "finite" for f in tokens[ended[-1] - 1].forms) and ended[-1] + 2 < end
        return ended[-1] + 1 if closed else at

    def text_opens(self, segment: int, source: int) -> bool:
        """Does a text that is the source of the whole stand before "göre," ("X'in haberine göre, …-diğini söyleyen Y")?"""
        return source > segment and self.layout.tokens[source + 1].text == "," and is_text(self.layout.tokens[source - 1])

    def past_other(self, segment: int, end: int, speaker: Voice) -> int:
        """After the subject of the main clause, where another tells what is told ("(Oslo'da) Putin, | …-diğini anımsatan gazeteciye").

        A body or a state is that where the other one is no subject himself ("Kenya, | …-diğini söyleyen Dahl'ı kınadı").
        """
        acted_on = speaker.last > end and self.layout.tokens[speaker.last - 1].form.case not in ("nom", "")
        near = self.mentions.within(segment, min(segment + 6, end))
        first = next((m for m in near if isinstance(m.entity, Person) or (acted_on and m.actor and m.case == "nom")), None)
        if first is None or first.case != "nom" or first.last >= end or not self.is_scene(segment, first.first):
            return segment
        listed = self.mentions.at(first.last + 1)
        return first.last if self.layout.tokens[first.last].text == "," and (listed is None or listed.case != "nom") else segment

    def is_scene(self, low: int, high: int) -> bool:
        """Do the words before the subject only say where or when ("Norveç'te", "dün")?"""
        return all(t.form.case == "loc" or t.form.pos == "ADV" or t.text == "," for t in self.layout.tokens[low:high])

    def told_in_text(self, cue: Cue, sentence: Sentence) -> bool:
        """Does a passive participle stand before the text that tells it ("belirtilen açıklamada"), not before any noun ("öne sürülen gemi")?"""
        return self.text_noun(cue.last, sentence.last) > cue.last

    def reported(self, cue: Cue, first: int, end: int, speaker: Voice, how: str) -> Reported | None:
        if not speaker or end - first < 2 or (speaker.how in GUESSED and not cue.guess) or self.tells_of_himself(cue, first, end, speaker):
            return None
        span = self.layout.told(past_asked(self.layout, self.mentions, cue, first, end), end)
        confidence = min(0.97, 0.5 + 0.47 * speaker.confidence) * (1.0 if how == "clause" else 0.85)
        if speaker.how in GUESSED and (how == "claim" or not (cue.strong or cue.noun)):
            confidence *= 0.6  # "değerlendiriliyor", "öngörüyor": without a speaker at hand these report nobody's words
        return Reported(span, cue, cue.span(self.layout), speaker, confidence, how, cue.predicate.frame.rule)

    def tells_of_himself(self, cue: Cue, first: int, end: int, speaker: Voice) -> bool:
        """Is the one who is taken as the source named in what is told ("Putin'in, X'i eleştirdiği belirtildi")? Then others tell it.

        A name that opens it may be its subject all the same ("| Putin ve ekibi, … söyledi").
        """
        if speaker.how not in GUESSED or not isinstance(speaker.actors[0], Person):
            return False
        owner = genitive_subject(self.layout, self.mentions, first, end, -1) if cue.passive else []
        if owner and owner[0].entity == speaker.actors[0] and not spent(self.layout, owner[0].last, end - 1):
            return True
        named = self.named_in(speaker.actors[0], first, end)
        return any(cue.passive or m.first > first or m.case != "nom" for m in named)

    def named_in(self, person: Person, first: int, end: int) -> list[Mention]:
        """Where somebody is named in a clause, what it quotes aside."""
        tokens = self.layout.tokens
        found = [m for m in self.mentions.within(first, end) if m.entity == person and m.kind != "office"]
        return [m for m in found if tokens[m.first].quote == tokens[end - 1].quote]

    def clause_end(self, cue: Cue, segment: int) -> int:
        """Index after the nominalised predicate that the cue takes, or -1."""
        budget = REACH
        at = cue.first - 1
        while at >= segment and budget > 0:
            token = self.layout.tokens[at]
            if token.quote >= 0:
                at, budget = self.over_quotation(token, cue, segment)
                if budget == 0:
                    return at
                continue
            form = clause_form(token) if self.mentions.at(at) is None else None
            if form is not None and self.takes(cue, form, at) and not (form.case == "nom" and self.qualifies(at, cue)):
                return at + 1
            if token.form.verb_form in ("finite", "converb") or token.text in (":", ";") or self.tells_apart(token):
                return -1
            if token.kind == "word" and token.low not in self.words.thin:
                budget -= 1 if self.mentions.at(at) is None else 0
            at -= 1
        return -1

    def qualifies(self, at: int, cue: Cue) -> bool:
        """Does the participle qualify a noun in the genitive before the cue ("itirazlarının dile getirildiği | bir mektubun yazıldığı")?"""
        following = next((t for t in self.layout.tokens[at + 1 : min(at + 3, cue.first)] if t.low != "bir"), None)
        if following is None or following.form.lemma in self.words.facts:
            return False
        return following.form.pos == "NOUN" and following.form.case == "gen"

    def tells_apart(self, token: Token) -> bool:
        """Does another reported deed end here ("… vurguladığı ve | bağlılığını teyit ettiği aktarıldı")?"""
        form = token.form
        return form.verb_form == "participle" and form.case == "nom" and bool(form.possessive) and self.layout.tokens[token.index + 1].low == "ve"

    def over_quotation(self, token: Token, cue: Cue, segment: int) -> tuple[int, int]:
        """Step over a quotation, or end the clause at it where its last word is the nominalised predicate."""
        quotation = self.layout.quotations[token.quote]
        while quotation.parent >= 0:
            quotation = self.layout.quotations[quotation.parent]
        if nominalised(self.layout, quotation):
            last = self.layout.tokens[quotation.last - 1]
            form = clause_form(last)
            if form is not None and (taken(cue, form) or cue.noun or (self.ends_behind(quotation) and "acc" in cue.takes)):
                return quotation.last, 0
        return max(quotation.first - 1, segment - 1), 3

    def ends_behind(self, quotation: Quotation) -> bool:
        """Does the accusative of a clause in marks stand behind them ("“…gelip gelmediği”ni sordu")?"""
        return self.layout.low.startswith(ACCUSATIVES, quotation.close)

    def takes(self, cue: Cue, form: Form, at: int) -> bool:
        """Does the cue take the clause that ends at token `at`, by its case or by "yönünde", "şeklinde"?"""
        after = self.layout.tokens[at + 1]
        if self.hangs_on_noun(cue, form, at) or (form.verb_form == "verbal_noun" and cue.bids and not self.stands_at(cue, at)):
            return False
        if self.states_fact(cue, form, after) or self.states_claim(cue, form, after) or self.is_slip(cue, form, after) or self.is_seen(cue, form, at):
            return True
        if form.case == "nom" and form.verb_form == "participle" and not self.hangs(at, cue, form):
            return False
        if form.case == "nom" and form.verb_form == "verbal_noun" and (form.suffix == "is" or not self.stands_at(cue, at)):
            return False  # "açış konuşması" is a compound
        if taken(cue, form) or (form.case == "dat" and after.low in ABOUT):
            return True  # "izleyeceğine dair güvence verdi"
        return form.case == "nom" and bool(form.possessive) and self.ties(after, cue) and after.index < cue.first

    def is_seen(self, cue: Cue, form: Form, at: int) -> bool:
        """Is it somebody's deed that is pointed to right before the cue ("toplantının arifesinde gerçekleşmesine dikkat çekti")?"""
        if cue.takes != ("dat",) or not cue.strong or form.suffix != "ma" or form.case != "dat" or at + 1 != cue.first:
            return False
        owned = form.possessive == "3sg" and form.number == "sg"
        return owned and any(t.form.case == "gen" and t.quote < 0 for t in self.layout.tokens[max(at - REACH, 0) : at])

    def is_slip(self, cue: Cue, form: Form | None, after: Token) -> bool:
        """Has an active cue right behind the clause lost its accusative ("… düzenlediği kaydetti")?"""
        if form is None:
            return False
        told = cue.strong and not cue.passive and not cue.noun and cue.predicate.finite and "acc" in cue.takes and after.index == cue.first
        return told and form.case == "nom" and form.possessive == "3sg" and form.suffix in ("dik", "acak")

    def states_fact(self, cue: Cue, form: Form, after: Token) -> bool:
        """Does the clause hang on a fact that the cue takes ("… olabileceği ihtimaline dikkat çekti", "… olduğu gerçeğinin altını çizdi")?"""
        noun = after.form
        weighed = cue.predicate.frame.head == "değerlendir"  # "vurulduğu ihtimalini değerlendiriyor"
        if weighed or noun.lemma not in self.words.facts or noun.possessive != "3sg" or noun.case not in cue.takes or after.index >= cue.first:
            return False
        return form.case == "nom" and form.verb_form == "participle" and bool(form.possessive)

    def states_claim(self, cue: Cue, form: Form, after: Token) -> bool:
        """Does the clause hang on a claim that the cue says is true ("… kullandığı iddialarını doğruladı")?"""
        claimed = after.form.lemma in self.words.findings and after.form.possessive.startswith("3") and after.form.case == "acc"
        return cue.confirms and claimed and after.index + 1 == cue.first and form.case == "nom" and form.verb_form == "participle"

    def ties(self, after: Token, cue: Cue) -> bool:
        """Does the word behind a clause tie it to the cue ("yönünde", of a warning "konusunda")?"""
        return after.low in self.words.links or (after.low in IN_THE_MATTER and cue.warns)

    def hangs_on_noun(self, cue: Cue, form: Form, at: int) -> bool:
        """Does the clause that ends at token `at` belong to a noun before the cue ("… yönündeki haberleri reddetti", "…olduğuna dair iddialara")?"""
        after = self.layout.tokens[at + 1]
        if after.index >= cue.first:
            return False
        if form.case == "gen" and cue.noun:  # "…yapıldığının bilgisini verdi", not "kurtuluşunun yıl dönümünde konuşma yaptı"
            return form.suffix == "is" or cue.first - at > 3
        if after.low in ABOUT and form.case == "dat":
            return not ((cue.pledges or (cue.judges and form.verb_form == "participle")) and self.stands_at(cue, at + 1))
        between = self.layout.tokens[after.index + 1 : cue.first]
        return after.low in LINKING and any(t.form.pos in ("NOUN", "PROPN") for t in between)

    def stands_at(self, cue: Cue, at: int) -> bool:
        """Does a nominative verbal noun stand right before the cue, adjectives, "yönünde", "için" aside (not "temizleme çalışmaları")?"""
        between = self.layout.tokens[at + 1 : cue.first]
        told = [t for t in between if not (cue.warns and self.mentions.at(t.index) is not None)]  # "girmemesi için | X'i uyardı"
        return all(t.kind == "punct" or t.low in self.words.thin or self.ties(t, cue) or t.form.pos in ("ADJ", "ADV", "ADP") for t in told)

    def hangs(self, at: int, cue: Cue, form: Form) -> bool:
        """Does a nominative participle at token `at` hang on the cue, not on a noun after it ("yaptığı açıklamada", "bulunduğu ülkeler")?"""
        after = self.layout.tokens[at + 1]
        if after.low in IN_THE_MATTER:
            return cue.warns and after.index < cue.first  # "nasıl çalıştığı konusunda bilgi verildi" tells nothing
        if cue.noun and self.hangs_on_text(at, cue, form):
            return False
        by = self.mentions.at(after.index) if cue.passive else None
        if by is not None and role(self.layout, self.mentions, by) == "agent":
            return True  # "…olduğu X tarafından açıklandı"
        if cue.passive and agent_end(self.layout, after.index, cue.first, -1) >= after.index:
            return True  # "…olduğu Amerikalı yetkililerce doğrulandı"
        if after.index >= cue.first or self.ties(after, cue) or after.low in self.words.thin:
            return True
        if cue.predicate.frame.head == "gel":
            return False  # "istifa ettiği haberinin ardından X'ten yorum geldi"
        if after.form.case in ("loc", "dat", "abl"):
            return cue.passive  # "yapıldığı yetkililere bildirildi"; "yaptığı ziyaretlere ilişkin bilgi verdi" speaks of the visits
        return after.text in (",", '"', "”", "’") or after.form.pos in ("ADV", "CCONJ")

    def hangs_on_text(self, at: int, cue: Cue, form: Form) -> bool:
        """Does the participle at token `at` only tell what was done with the text that the cue's noun names ("verdiği bilgiyi aktardı")?"""
        after = self.layout.tokens[at + 1]
        comes = form.lemma == "gel" and self.layout.tokens[at - 1].form.case == "dat"  # "bir araya geldikleri bilgisini", not "gelen haberleri"
        compound = after.index == cue.first and after.form.possessive == "3sg" and self.has_object(at)  # "gözaltına aldığı bilgisi"
        if form.lemma in self.words.making and not form.passive and not comes and not compound:
            return True
        if (is_text(after) and cue.first != after.index) or after.text == ",":
            return True  # "görüştüğü, Y'ye de destek mesajı gönderdiği": what is told stands right before its noun
        return cue.noun == "bilgi" and after.index == cue.first and after.form.number == "pl"  # "edindiği bilgileri aktardı"

    def has_object(self, at: int) -> bool:
        """Does a noun stand right before the predicate at token `at`, so that it is no text that is made ("zemin hazırladığı uyarısı")?"""
        form = self.layout.tokens[at - 1].form
        return form.pos == "NOUN" and form.case in ("nom", "dat", "acc") and form.lemma not in self.words.times and not form.verb_form

    def start(self, segment: int, end: int) -> int:
        """The first token of the clause: after the words that frame the speech."""
        at = self.past_means(self.past_mouth(self.skip(segment, end), end), end)
        for _ in range(3):
            moved = self.past_frame(at, end)
            if not moved:
                break
            at = self.skip(moved, end)
        return at

    def past_mouth(self, at: int, end: int) -> int:
        """After the one by whose mouth it is said ("Sözcüsü X aracılığıyla, | …-diğini açıkladı")."""
        for mention in self.mentions.within(at, min(at + 8, end)):
            if isinstance(mention.entity, Person) and mention.last + 1 < end and self.layout.tokens[mention.last].low in MOUTH:
                return self.skip(mention.last + 1, end)
        return at

    def past_means(self, at: int, end: int) -> int:
        """After words by means of which it is said ("“…” sözleri ile | …-ceğini vurguladı")."""
        quotation = self.opened(at)
        if quotation is None or quotation.last + 2 >= end:
            return at
        noun, after = self.layout.tokens[quotation.last + 1], self.layout.tokens[quotation.last + 2]
        if not any(f.lemma in self.words.nouns and f.possessive for f in noun.forms):
            return at
        if after.low == "ile":
            return self.skip(after.index + 1, end)
        return self.skip(after.index, end) if noun.form.case == "ins" else at

    def opened(self, at: int) -> Quotation | None:
        """The quotation that opens at token `at`."""
        inner = self.layout.tokens[at + 1].quote if at + 1 < len(self.layout.tokens) else -1
        return self.layout.quotations[inner] if inner >= 0 and self.layout.quotations[inner].open == self.layout.tokens[at].start else None

    def past_frame(self, at: int, end: int) -> int:
        """After words that frame the speech: "yaptığı açıklamada,", "… toplantısında konuşan"."""
        for index in range(at, min(end - 1, at + 30)):
            token = self.layout.tokens[index]
            if token.quote >= 0 and self.is_told(token.quote):
                return 0
            if token.quote < 0 and token.form.verb_form == "finite" and token.form.tense != "imp":
                after, tense = self.layout.tokens[index + 1].low, token.form.tense
                done = (after == "," and tense in ("past", "evid", "prog")) or (after == "ve" and tense in ("past", "prog"))
                return index + 2 if done else 0
            if (SIGNS.on(token.word) & FRAMING and self.frames_speech(token, at)) or self.is_deed(token, at):
                return 0 if self.waits(at, token) else index + 1
            if token.form.suffix in DONE_FIRST and self.is_done_first(token, at, end):
                return index + 1
        return 0

    def is_done_first(self, token: Token, low: int, end: int) -> bool:
        """Does who speaks do it before, for what is told has a subject of its own behind it ("Kenya'yı ziyaret ederek | ateşkesin …-diğini")?

        A subject stands before its converbs, so that one behind the converb is not its own. What is done by nobody named may be done so
        ("yarayı açarak | cismin çıkarıldığını"), unless a mark sets the converb off.
        """
        tokens = self.layout.tokens
        if token.form.lemma == "ol" or token.form.passive or token.index + 3 > end:
            return False  # "sonuç olarak", "dosya incelenerek"
        deed, set_off = tokens[end - 1].form, tokens[token.index + 1].text == ","
        if not deed.possessive.startswith("3") or (deed.passive and deed.suffix != "ma" and not set_off):
            return False
        first = token.index + 1 + set_off
        owner = own_subject(self.layout, first, end - 1)
        form = tokens[owner].form
        if form.case != "gen" or form.verb_form or tokens[owner].quote != token.quote or spent(self.layout, owner + 1, end - 1):
            return False
        return not any(t.form.case == "gen" and not spent(self.layout, t.index + 1, token.index) for t in tokens[low : token.index])

    def waits(self, at: int, token: Token) -> bool:
        """Does a subject in the genitive stand before the frame ("Bakan Berg'in görüşmede, … vurguladığı")?"""
        tokens = self.layout.tokens
        if token.form.case != "loc" or token.form.possessive:
            return False
        named = [m for m in self.mentions.within(at, token.index) if m.actor and m.case == "gen" and tokens[m.first].quote < 0]
        return bool(named) and not any(t.form.possessive.startswith("3") for t in tokens[named[-1].last : token.index])

    def is_told(self, quote: int) -> bool:
        """Is the quotation speech, not a word or two in marks that stand in a frame ("“alçakça” saldırısının kınandığı açıklamada")?"""
        quotation = self.layout.quotations[quote]
        words = self.layout.tokens[quotation.first : quotation.last]
        after = self.layout.tokens[quotation.last + 1] if quotation.last + 1 < len(self.layout.tokens) else None
        if after is not None and (after.low in TITLED or after.low in OCCASION):
            return False  # "“…” başlıklı haberinde", "“… Haftası” dolayısıyla yaptığı açıklamada"
        if nominalised(self.layout, quotation) and self.layout.text[quotation.close : quotation.close + 1].isalpha():
            return False  # "“… nasıl bir aday umduğu”na dair soruya"
        return len(words) > FEW or any(t.form.verb_form == "finite" for t in words)

    def is_deed(self, token: Token, low: int) -> bool:
        """Is something else done first ("saldırı kınanarak, | …"), by the speaker and nobody named in the genitive ("kararı kınayarak, | …")?"""
        if token.form.suffix == "madan" and self.layout.tokens[token.index + 1 : token.index + 2] and self.layout.tokens[token.index + 1].text == ",":
            return not any(t.form.case == "gen" and self.mentions.at(t.index) is not None for t in self.layout.tokens[low : token.index])
        if token.form.suffix not in ("arak", "ken"):
            return False
        word = self.layout.tokens[token.index - 1] if token.form.lemma == "et" and token.index > low else token
        refers = token.form.lemma == "bulun" and token.index > low and self.layout.tokens[token.index - 1].low == "atıfta"
        meanwhile = token.form.suffix == "ken" and self.layout.tokens[token.index + 1].text == ","  # "X'e teşekkür ederken, | …"
        if (token.form.suffix != "arak" and not meanwhile) or not (refers or word.form.lemma in self.words.deeds):
            return False
        owners = [t.index for t in self.layout.tokens[low : token.index] if t.form.case == "gen" and self.mentions.at(t.index) is not None]
        return token.form.passive or all(spent(self.layout, at + 1, token.index) for at in owners)

    def frames_speech(self, token: Token, low: int) -> bool:
        """Is this the locative speech noun that ends a frame ("yaptığı açıklamada", "konuşmasında"), or what it answers ("bir soru üzerine")?"""
        if self.is_answered(token, low) or self.is_part_of_text(token, low) or self.is_matter(token, low):
            return True
        if not any(f.case == "loc" and (f.lemma in self.words.settings or f.verb_form == "verbal_noun") for f in token.forms[:3]):
            return False
        after = self.layout.tokens[token.index + 1]
        if after.form.lemma == "bulun" or after.low == "yer" or token.form.suffix == "ki":
            return False  # "çağrısında bulunan", "mektupta yer alan", "bildirideki"
        bare = token.form.lemma in self.words.bare_settings or (token.form.lemma == "konuş" and token.form.suffix == "ma")
        if token.index == low and bare and after.kind == "word":
            return True  # "Haberde | X'in … istediği belirtildi"
        if after.text == "," or (after.low in ("ise", "ayrıca", "da", "de") and bare):
            return True
        return self.frames_without_mark(token, low, bare)

    def is_matter(self, token: Token, low: int) -> bool:
        """Is it the matter that something is said on, set off ("saldırıya ilişkin, | …", "konuyla ilgili, | …")?"""
        return token.low in MATTER and token.index > low and self.layout.tokens[token.index + 1].text == ","

    def is_answered(self, token: Token, low: int) -> bool:
        """Is it what is answered, or where somebody posts ("bir soru üzerine", "ilişkin soruya, | …", "medya hesabından | …")?"""
        if token.low == UPON and token.index > low:
            return self.layout.tokens[token.index - 1].form.lemma == ASKED and token.index - low < 14
        if token.form.lemma == ACCOUNT and token.form.case == "abl":
            return True
        return token.form.lemma == ASKED and token.form.case == "dat" and self.layout.tokens[token.index + 1].low in SET_OFF

    def frames_without_mark(self, token: Token, low: int, bare: bool) -> bool:
        """Does the locative noun frame speech though no mark sets it off ("yaptığı açıklamada | …", "düzenlediği basın toplantısında | …")?"""
        among = reversed(self.layout.tokens[low : token.index])
        before = next((t for t in among if t.form.pos not in ("ADJ", "ADV", "DET") or t.form.verb_form), None)
        if before is not None and is_bare(before.form) and self.is_occasion(token, low):
            return True  # "düzenlediği basın toplantısında | X'in … söyledi"
        low = self.printed(token, low)
        apart = before is None or not before.form.verb_form or before.form.suffix == "ki"
        if bare and token.form.possessive == "3sg" and apart and token.index - low < 8:
            forms = [t.form for t in self.layout.tokens[low : token.index]]
            return not any(f.verb_form and f.suffix != "ki" for f in forms)  # "X'in ortak açıklamasında | …", "açılışındaki konuşmasında"
        return before is not None and before.form.verb_form == "participle" and (bare or self.is_occasion(token, low))

    def printed(self, token: Token, low: int) -> int:
        """Where the body begins whose text it is, behind where it was printed ("televizyonda yayımlanan | X Bakanlığı açıklamasında"), else `low`."""
        body = self.mentions.at(token.index - 1) if token.index > low else None
        if body is None or body.first <= low or body.last != token.index or not isinstance(body.entity, Organisation):
            return low
        return body.first if self.layout.tokens[body.first - 1].form.suffix == "an" else low

    def is_occasion(self, token: Token, low: int) -> bool:
        """Is it what the speaker himself held or took part in ("düzenlediği basın toplantısında", "katıldığı programda")?"""
        shown = token.form.lemma == "toplantı" and self.layout.tokens[token.index - 1].low == "basın"
        if not shown and token.form.lemma not in self.words.shows:
            return False
        for before in reversed(self.layout.tokens[max(low, token.index - 4) : token.index]):
            form = before.form
            if form.verb_form:
                return form.suffix == "dik" and form.possessive.startswith("3") and form.case == "nom" and not form.passive
            if form.pos not in ("ADJ", "ADV", "DET", "NOUN", "PROPN") or form.case not in ("nom", "") or form.possessive:
                return False
        return False

    def is_part_of_text(self, token: Token, low: int) -> bool:
        """Is it the part of a text in which something stands ("raporunun sonuç bölümünde", "konuşmasının devamında")?"""
        form = token.form
        if form.case != "loc" or not form.possessive or form.lemma not in self.words.sections:
            return False
        owners = [t for t in self.layout.tokens[low : token.index] if t.form.case == "gen"]
        told = len(owners) == 1 and owners[0].index >= token.index - 3
        return told and (is_text(owners[0]) or (owners[0].form.lemma == "konuş" and owners[0].form.suffix == "ma"))

    # clauses inside clauses, claims, "göre"

    def nominal(self, sentence: Sentence, cues: list[Cue]) -> list[Reported]:
        """ "X'in, … olduğu (yönündeki) açıklaması": a clause that hangs on a speech noun, with its owner as speaker."""
        found: list[Reported] = []
        for at in self.layout.bearing_among(self.words.owned, sentence.first + 2, sentence.last - 1):
            token = self.layout.tokens[at]
            if token.quote >= 0:
                continue
            linked = token.low in LINKING
            if linked or (is_own_speech(token) and not any(c.noun and c.first <= at < c.last for c in cues)):
                reported = self.owned_clause(sentence, at, at + linked)
                if reported is not None:
                    found.append(reported)
        return found

    def owned_clause(self, sentence: Sentence, at: int, noun_at: int) -> Reported | None:
        """The clause that ends before token `at`, of the noun at `noun_at`."""
        tokens = self.layout.tokens
        before = self.last_word(at - 1)
        form, noun = clause_form(before), tokens[noun_at]
        if form is None or form.case != "nom" or not any(f.lemma in reporting().nouns and f.possessive.startswith("3") for f in noun.forms):
            return None
        if any(f.case == "acc" and not f.possessive for f in noun.forms):
            return None  # "… olduğu yönündeki eleştirileri reddetti": those of others
        if noun_at == at and (form.verb_form != "participle" or (form.lemma in self.words.light and not form.passive)):
            return None  # "X'in verdiği sözünü"
        owner = genitive_subject(self.layout, self.mentions, sentence.first, at - 1, -1)
        opening = self.layout.token_at(self.layout.quotations[before.quote].open) if before.quote >= 0 else at - 1
        if not owner or spent(self.layout, owner[-1].last, max(opening, owner[-1].last)):
            return None
        speaker = voice(owner, "possessor", 0.75)
        first = self.skip(owner[-1].last, at)
        if first >= at or (noun.form.lemma in ABROAD and self.is_of_clause(owner[-1].last, at)):
            return None
        cue = Span(tokens[at].start, noun.end)
        return Reported(self.layout.told(first, before.index + 1), None, cue, speaker, 0.7, "nominal", f"tr/reporting:{noun.form.lemma}")

    def is_of_clause(self, first: int, end: int) -> bool:
        """Is the genitive before token `first` the subject of the clause that ends at `end`, for want of a mark or of another one?"""
        tokens = self.layout.tokens
        return tokens[first].text != "," and not any(t.form.case == "gen" and t.quote < 0 for t in tokens[first:end])

    def embedded(self, sentence: Sentence, cue: Cue, segment: int, end: int) -> Reported | None:
        """ "Washington'ın … çekilmesini talep ettiği": the genitive subject speaks; in a relative clause, the main subject may."""
        form = cue.predicate.form
        linked = any(t.low in self.words.links for t in self.layout.tokens[end : cue.first])
        wish = cue.predicate.frame.head in ("iste", "ilet")
        if (wish and not self.is_told_on(cue)) or (form.verb_form == "verbal_noun" and linked):
            return None
        low = self.start(segment, end)
        first = NOBODY if self.is_inner(cue) else self.set_off(low, end)
        if first and not self.owner_before(low, first):
            return self.reported(cue, self.start(self.skip(first.last, end), end), end, first, "embedded")
        framer = self.framer(segment, low)
        owner = genitive_subject(self.layout, self.mentions, low, end, -1)
        if asker := self.asker(sentence, cue, low):
            return self.reported(cue, self.start(asker.last, end), end, asker, "embedded")
        owner = [] if framer and owner and spent(self.layout, owner[-1].last, end) else owner
        asked = bool(owner) and self.asks_another(cue, owner[-1].last, end)
        found_out = cue.predicate.passive and self.layout.tokens[end - 1].form.case == "gen"  # "X'in ihlal ettiğinin | tespit edildiği"
        if owner and ((self.is_deed_of(owner[-1].last, end) and not asked) or self.outnumbered(owner, form) or found_out):
            return None
        if not owner and form.case == "nom" and self.relative(cue, sentence):
            owner = main_subject(self.layout, self.mentions, sentence.first, end, -1)
        if wish and (not owner or self.tells_more(owner[-1].last, end)):
            return None
        carried = NOBODY if owner else self.carried(sentence, segment) or framer
        if carried:
            return self.reported(cue, low, end, carried, "embedded")
        if not owner or not low < owner[-1].last < end:
            return None
        speaker = voice(owner, "genitive subject", 0.8)
        return self.reported(cue, self.start(self.skip(owner[-1].last, end), end), end, speaker, "embedded")

    def asks_another(self, cue: Cue, low: int, end: int) -> bool:
        """Does who wants something ask another for it, or bid him do it ("X'in Y'den gelmesini istediğini", "X'in ona gelmesini söylediğini")?"""
        asked = [t for t in self.layout.tokens[low:end] if t.form.case == ("dat" if cue.bids else "abl") and t.quote < 0]
        if cue.bids:
            return any(t.form.pos == "PRON" or t.low.startswith("kendi") or self.mentions.at(t.index) is not None for t in asked)
        return cue.predicate.frame.head in ("iste", "ilet") and bool(asked)

    def is_told_on(self, cue: Cue) -> bool:
        """Is what somebody wants or lets know told on by another ("X'in … istediğini | belirtti", "… ilettiği | öne sürüldü")?"""
        form = cue.predicate.form
        if form.suffix != "dik" or not form.possessive.startswith("3"):
            return False
        return form.case == "acc" or (form.case == "nom" and cue.last < len(self.layout.tokens) and self.layout.tokens[cue.last].form.passive)

    def tells_more(self, low: int, end: int) -> bool:
        """Does another told clause, or words in marks, stand before the one that ends at token `end`?"""
        told = self.layout.tokens[low : end - 1]
        clause = any(t.form.suffix in ("dik", "acak") and t.form.case == "acc" and t.form.possessive for t in told)
        return clause or any(t.quote >= 0 and self.is_told(t.quote) for t in told)

    def asker(self, sentence: Sentence, cue: Cue, low: int) -> Voice:
        """One of many who asks or reminds, without a comma ("Bir gazetecinin | … olup olmadığını sorması üzerine")."""
        tokens = self.layout.tokens
        if low != sentence.first or tokens[low].low != "bir" or cue.predicate.form.suffix != "ma":
            return NOBODY
        for token in tokens[low + 1 : low + 4]:
            if token.form.lemma in self.words.speakers and token.form.case == "gen" and token.form.number == "sg":
                return one_of_many(self.layout, low, token.index)
        return NOBODY

    def carried(self, sentence: Sentence, segment: int) -> Voice:
        """Whose genitive stands before a converb that shares it with what follows ("X'in, Y'ye değinerek, | … vurguladığı kaydedildi")."""
        tokens = self.layout.tokens
        at = segment - 1 - (tokens[segment - 1].text == ",")
        if at <= sentence.first or tokens[at].form.suffix not in ("arak", "ip") or tokens[at].quote >= 0:
            return NOBODY
        owner = waiting_owner(self.layout, self.mentions, sentence.first, at)
        return voice(owner, "genitive subject", 0.75) if owner else NOBODY

    def framer(self, segment: int, low: int) -> Voice:
        """Who made what frames an inner report, and told it ("X'in gazeteye verdiği demeçte, | … açıkladığını")."""
        named = [m for m in self.mentions.within(segment, low) if m.case == "gen" and m.actor]
        return voice(named[-1:], "genitive subject", 0.75) if named and self.makes_frame(named[-1].last, low) else NOBODY

    def is_inner(self, cue: Cue) -> bool:
        """Is what is reported the object of another nominalised verb right behind it ("X'in, Y'nin … | söylediğini hatırlatması")?"""
        after = self.layout.tokens[cue.last].form if cue.last < len(self.layout.tokens) else None
        return after is not None and after.verb_form in ("participle", "verbal_noun") and bool(after.possessive)

    def outnumbered(self, owner: list[Mention], form: Form) -> bool:
        """Does the verb speak of several where the genitive is of one ("X'in karşılaştığı zorlukları … kabul ettiklerini")?"""
        alone = len(owner) == 1 and owner[0].case == "gen"  # not "Hamas ve Filistinli grupların"
        return alone and form.possessive == "3pl" and self.layout.tokens[owner[0].last - 1].form.number == "sg"

    def owner_before(self, low: int, first: Voice) -> bool:
        """Does another genitive, taken by nothing yet, stand before the one set off ("Mısır'ın ayrıca, İsrail'in, … söylediği")?"""
        at = self.layout.token_at(first.spans[0].start)
        owner = genitive_subject(self.layout, self.mentions, low, at, -1) if at > low else []
        return bool(owner) and not spent(self.layout, owner[-1].last, at)

    def set_off(self, low: int, end: int) -> Voice:
        """A name in the genitive set off by a comma, known to the article or not ("Dava Dairesinin, X'in … gerektiğini yinelediğini"), or people."""
        tokens = self.layout.tokens
        for at in range(low, end - 2):
            if (tokens[at + 1].text != "," and self.opened(at + 1) is None) or tokens[at].quote >= 0:
                continue
            people = common_subject(self.layout, low, at + 1, -1, "gen") if not tokens[at].capital else NOBODY
            if people and not genitive_subject(self.layout, self.mentions, low, self.layout.token_at(people.spans[0].start), -1):
                return people
            if tokens[at].capital and any(f.case == "gen" for f in tokens[at].forms):
                known = self.mentions.at(at)
                if known is not None:
                    return voice([known], "genitive subject", 0.85) if known.actor and known.case == "gen" else NOBODY
                return unknown_owner(self.layout, self.mentions, low, at + 1, -1)
        return NOBODY

    def is_deed_of(self, first: int, end: int) -> bool:
        """Is the genitive before token `first` the subject of the deed ("Peru'nun olmasını", "durması gerektiğini"), for want of another?"""
        needed = end - 2 if self.layout.tokens[end - 1].form.lemma == "gerek" and end - 2 >= first else -1
        form = clause_form(self.layout.tokens[end - 1]) if needed < 0 else self.layout.tokens[needed].form
        if form is None or form.verb_form != "verbal_noun" or (needed >= 0 and form.passive):
            return False
        return not any(t.form.case == "gen" and t.quote < 0 for t in self.layout.tokens[first:end])

    def relative(self, cue: Cue, sentence: Sentence) -> bool:
        """Does the participle stand before the noun that it modifies ("açıkladığı büyükelçiler")?"""
        after = self.layout.tokens[cue.last] if cue.last < sentence.last else None
        return after is not None and after.kind == "word" and after.form.pos in ("NOUN", "PROPN", "ADJ") and not after.form.verb_form

    def claim(self, sentence: Sentence, cue: Cue, segment: int) -> Reported | None:
        """A claim without a full clause: "X'i … olarak nitelendirdi", "…-makla suçladı", "… çağrısında bulundu"."""
        before = self.asked_deed(cue, segment) or (self.last_word(cue.first - 1) if cue.first > segment else None)
        if before is None or not self.claims(cue, before, segment):
            return None
        if cue.predicate.form.suffix in ("dik", "ma") and not cue.tells_before:
            return self.inner_claim(cue, segment, before)
        if cue.claim == "olarak" and any(t.low in SELF and t.quote < 0 for t in self.layout.tokens[max(segment, cue.first - 8) : cue.first]):
            return None  # "kendilerini … olarak tanımlayan": a name taken
        speaker = speaker_of(cue, self.registers, sentence, sentence.first, segment)
        first = self.start(self.past_deeds(self.past_speaker(segment, cue.first, speaker), cue.first), cue.first)
        first = self.called_in_marks(cue, before, first)
        if cue.first - first < 2:
            return None
        return self.reported(cue, first, before.index + 1, speaker, "claim")

    def inner_claim(self, cue: Cue, segment: int, before: Token) -> Reported | None:
        """A claim that another tells on ("Y'nin, X'i … olarak nitelendirdiğini | söyledi"); a state that only judges makes none."""
        form = cue.predicate.form
        told = form.suffix == "dik" and (form.case != "nom" or self.layout.tokens[min(cue.last, len(self.layout.tokens) - 1)].form.passive)
        owner = genitive_subject(self.layout, self.mentions, self.start(segment, cue.first), cue.first, -1) if told and not cue.passive else []
        if not owner or owner[-1].last + 1 >= cue.first or spent(self.layout, owner[-1].last, cue.first):
            return None
        if isinstance(owner[0].entity, State) and cue.predicate.frame.head == "değerlendir":
            return None
        first = self.called_in_marks(cue, before, self.start(self.skip(owner[-1].last, cue.first), cue.first))
        return self.reported(cue, first, before.index + 1, voice(owner, "genitive subject", 0.8), "embedded")

    def called_in_marks(self, cue: Cue, before: Token, first: int) -> int:
        """Where the thing in marks begins that is called for ("X'e | “koşulsuz teslimiyet” çağrısında bulundu"), else `first`."""
        thing = cue.noun == "çağrı" and before.quote >= 0 and not before.form.verb_form
        return max(first, self.layout.token_at(self.layout.quotations[before.quote].open)) if thing else first

    def asked_deed(self, cue: Cue, segment: int) -> Token | None:
        """What a call is for, whoever it is made to ("açılması için (Oslo'ya) çağrıda bulundu", "açmaya yönelik çağrıda bulunan")."""
        if cue.noun != "çağrı":
            return None
        for token in reversed(self.layout.tokens[max(segment, cue.first - 5) : cue.first]):
            if token.form.verb_form or token.text in (",", ";", ":"):
                return None
            if token.low in FOR and token.index > segment:
                deed = self.layout.tokens[token.index - 1]
                return deed if any(f.verb_form == "verbal_noun" for f in deed.forms[:3]) else None
        return None

    def past_deeds(self, at: int, high: int) -> int:
        """After what the speaker did before claiming it ("kararı kınadı ve | …-makla suçladı")."""
        done = [t.index for t in self.layout.tokens[at : high - 1] if t.form.verb_form == "finite" and t.quote < 0]
        return done[-1] + 1 if done else at

    def last_word(self, at: int) -> Token:
        """The token at `at`, or the last word of the quotation whose mark stands there."""
        token = self.layout.tokens[at]
        inner = self.layout.tokens[at - 1]
        return inner if token.kind == "punct" and at > 0 and inner.quote >= 0 else token

    def claims(self, cue: Cue, before: Token, segment: int) -> bool:
        if cue.claim == "olarak" and cue.quote == "no" and before.low == "diye":
            return True
        if cue.claim == "olarak":
            return before.low in CALLED or any(t.low in CALLED for t in self.layout.tokens[max(segment, cue.first - 4) : cue.first])
        if cue.claim:
            return any(f.verb_form == "verbal_noun" and f.case == cue.claim for f in before.forms[:3])
        if cue.noun == "çağrı" and self.is_called_for(cue, before, segment):
            return True
        return cue.noun in ("çağrı", "uyarı", "öneri", "teklif", "talep") and before.form.verb_form == "verbal_noun"

    def is_called_for(self, cue: Cue, before: Token, segment: int) -> bool:
        """Is it a thing, in two words at least, that is called for ("toplumsal uzlaşma çağrısı yaptı")?"""
        form, noun = before.form, self.layout.tokens[cue.first].form
        if cue.predicate.form.suffix == "an" and not cue.passive and not modified(self.layout, self.mentions, cue.last, cue.last + FAR):
            return False  # "şiddet çağrısında bulunan siyasetçilere karşı": whoever does so
        if not noun.possessive.startswith("3") or form.pos != "NOUN" or form.case != "nom" or form.possessive or form.verb_form:
            return False
        among = self.layout.tokens[before.index - 1]
        if among.kind != "word" or among.form.pos not in ("ADJ", "NOUN", "ADP") or among.form.possessive or among.low in self.words.openers:
            return False
        return before.index > segment + 1 and self.mentions.at(before.index) is None and self.mentions.at(among.index) is None

    def according(self, sentence: Sentence) -> list[Reported]:
        """ "X'e göre, …": the rest of the sentence is what X says."""
        tokens = self.layout.tokens
        for at in self.layout.bearing_among(ACCORDING, sentence.first + 1, sentence.last):
            if tokens[at].low == "göre" and tokens[at].quote < 0:
                speaker = authority(self.layout, self.mentions, sentence.first, at) or self.known_text(sentence, at)
                if speaker:
                    return self.rest(sentence, at, speaker)
        return []

    def counted(self, sentence: Sentence) -> list[Reported]:
        """ "X'in verilerine göre, …": what a body has counted is its own to tell, where the sentence tells it of nobody else."""
        told = self.layout.bearing_among(ACCORDING, sentence.first + 2, sentence.last)
        at = next((i for i in told if self.layout.tokens[i].low == "göre" and self.layout.tokens[i].quote < 0), 0)
        speaker = counter(self.layout, self.mentions, sentence.first, at - 1) if at else NOBODY
        counted = self.rest(sentence, at, speaker) if speaker else []
        for reported in counted:
            reported.how = "counted"
        return counted

    def known_text(self, sentence: Sentence, at: int) -> Voice:
        """Whose text a bare "Habere göre" takes up."""
        if at - 1 != sentence.first:
            return NOBODY
        if self.layout.tokens[at - 1].low == "buna":
            return self.registers.source_of(self.layout.sentences[sentence.index - 1]) if sentence.index else NOBODY
        if self.layout.tokens[at - 1].form.lemma == "iddia":
            return self.registers.running(sentence, RUNS_ON)
        if self.layout.tokens[at - 1].form.lemma in self.words.outlets:
            return self.registers.outlet(sentence)  # "Ajansa göre"
        return self.registers.declared(sentence) if is_text(self.layout.tokens[at - 1]) else NOBODY

    def rest(self, sentence: Sentence, at: int, speaker: Voice) -> list[Reported]:
        tokens = self.layout.tokens
        first, last = self.skip(at + 1, sentence.last), sentence.last
        while last > first and tokens[last - 1].kind == "punct":
            last -= 1
        opened = self.opened(first)
        if last - first < 3 or (opened is not None and (opened.last + 1 >= last or self.is_told(opened.index))):
            return []  # "göre “…”" is direct, "göre “Barış Ödülü” bu yıl …" is not
        confidence = 0.5 + 0.4 * speaker.confidence
        span = Span(tokens[first].start, tokens[last - 1].end)
        return [Reported(span, None, tokens[at].span, speaker, confidence, "according", "tr/reporting:göre")]
