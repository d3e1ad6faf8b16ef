"""Addressees: to whom something is said, where its own sentence tells ("X, | Y'ye …-diğini söyledi", "gazetecilere yaptığı açıklamada")."""

from __future__ import annotations

from typing import Final

from mypy_extensions import mypyc_attr

from tutanak.languages import word_list
from tutanak.mentions.model import Actor, Mention, Mentions, Organisation, Person, Place, Unnamed, proven
from tutanak.records.about_both import YOU
from tutanak.records.frames import chain_end, chain_start, role
from tutanak.records.model import Meeting, Statement
from tutanak.records.outlets import is_known_outlet
from tutanak.records.reporting import Cue, cues, reporting
from tutanak.records.subjects import SUBJECT, is_beside, own_subject
from tutanak.records.voices import Ranges, hardened, is_text, makes_text, phrase_start, verb_behind
from tutanak.spans import Span
from tutanak.text.layout import Layout, Sentence, Token
from tutanak.text.nouns import own_end

HEARING: Final = word_list("reporting", "hearing")
CONVEYING: Final = word_list("reporting", "conveying")
AGAINST: Final = word_list("reporting", "against")
REPORTERS: Final = word_list("reporting", "reporters")
PAIRED: Final = word_list("reporting", "paired")
HEARD: Final = frozenset(("dat", "abl", "acc", "gen"))  # cases in which whoever hears it may stand
WHEN: Final = frozenset(("sonrası", "öncesi", "sırasında"))  # behind these a new phrase begins
FRONT: Final = 12  # words of a sentence among which stands at what meeting it was said


@mypyc_attr(acyclic=True)
class Hearer:
    """Who may be spoken to: tokens [first, last), who it is, the words that name him, their case.

    governor: the token of the verb that he goes with, or -1.
    """

    __slots__ = ("actor", "case", "first", "governor", "last", "span")

    def __init__(self, actor: Actor, span: Span, first: int, last: int, case: str) -> None:
        self.actor = actor
        self.span = span
        self.first = first
        self.last = last
        self.case = case
        self.governor = -1


def fill(layout: Layout, mentions: Mentions, statements: list[Statement]) -> None:
    """Fill in to whom the statements are said, each from the sentence in which its cue stands, else from a scene right before."""
    told: dict[int, list[Statement]] = {}
    for statement in statements:
        if statement.cue is not None and not statement.heading:
            told.setdefault(layout.tokens[layout.token_at(statement.cue.start)].sentence, []).append(statement)
    for index, said in told.items():
        found = hearers(layout, mentions, layout.sentences[index])
        if found:
            settle(layout, layout.sentences[index], said, found)
        if index > 0 and index - 1 not in told:
            take_scene(layout, mentions, layout.sentences[index - 1], said)


def settle(layout: Layout, sentence: Sentence, said: list[Statement], found: list[Hearer]) -> None:
    """Give each statement of a sentence its hearer."""
    ranges = [(layout.token_at(s.span.start), layout.token_at(s.span.end)) for s in said]
    known = {cue.predicate.head: cue for cue in cues(layout, sentence.first, sentence.last)}
    for hearer in found:
        hearer.governor = governor(layout, hearer, ranges, known)
    for statement, content in zip(said, ranges, strict=True):
        cue = cue_of(layout, statement, known)
        heard = next((h for h in found if hears(layout, h, statement, content, cue)), None)
        heard = heard or next((h for h in found if is_spoken_to(layout, h, statement, content)), None)
        if heard is not None:
            statement.addressee = heard.actor
            statement.proof["addressee"] = proven((heard.span,), "derived", heard.case)
            if content[0] <= heard.first < content[1]:
                tell_behind(layout, statement, heard)


def tell_behind(layout: Layout, statement: Statement, hearer: Hearer) -> None:
    """What is told begins behind whoever hears it ("AA muhabirine, | köprünün kapanacağını"), unless others hear it too."""
    first = hearer.last + (layout.tokens[hearer.last].text == ",")
    end = layout.token_at(statement.span.end)
    if layout.tokens[own_subject(layout, first, end)].form.case == hearer.case:
        return  # "elçilerden, | arabuluculardan ve …"
    statement.span = layout.told(first, end)
    statement.proof["content"] = proven((statement.span,), "quoted", statement.proof["content"].rule)


def cue_of(layout: Layout, statement: Statement, known: dict[int, Cue]) -> Cue | None:
    """The cue of a statement, by its last word."""
    if statement.cue is None:
        return None
    first, last = layout.token_at(statement.cue.start), layout.token_at(statement.cue.end)
    return next((known[at] for at in range(last - 1, first - 1, -1) if at in known), None)


def infer(layout: Layout, statements: list[Statement], met: list[Meeting]) -> None:
    """What is told to have been said at a meeting of two ("X, görüşmede, …") is said to the other one."""
    for statement in statements:
        if statement.addressee is not None and is_supposed(statement) and not have_met(statement, met):
            statement.addressee = None
            del statement.proof["addressee"]
        if statement.addressee is not None or statement.cue is None or statement.heading or len(statement.speakers) != 1:
            continue
        stage = session_of(layout, statement)
        meeting = last_met(met, statement.speakers[0], statement) if stage is not None else None
        if stage is not None and meeting is not None:
            other = meeting.participants[meeting.participants[0] is statement.speakers[0]]
            statement.addressee = other
            statement.proof["addressee"] = proven((stage.span, meeting.evidence, *named_in(other)), "inferred", "the other one at the meeting")


def is_supposed(statement: Statement) -> bool:
    """Does nothing but "siz" tell to whom it is said (`about.address`)?"""
    return statement.proof["addressee"].rule == YOU


def have_met(statement: Statement, met: list[Meeting]) -> bool:
    """Is the speaker told to meet or to call him?"""
    return any(statement.addressee in m.participants and any(s in m.participants for s in statement.speakers) for m in met)


def session_of(layout: Layout, statement: Statement) -> Token | None:
    """The word that sets what is said at a meeting told before ("görüşmede"), near the front of its sentence."""
    assert statement.cue is not None  # told apart in `infer`
    sentence = layout.sentences[layout.tokens[layout.token_at(statement.cue.start)].sentence]
    high = min(layout.token_at(statement.cue.start), layout.token_at(statement.span.start), sentence.first + FRONT)
    return next((t for t in layout.tokens[sentence.first : high] if is_session(layout, t)), None)


def is_session(layout: Layout, token: Token) -> bool:
    """Is it the meeting told before, in the locative, with nothing that tells another ("görüşmede", not "basın görüşmesinde")?"""
    form = token.form
    if form.case != "loc" or form.possessive or form.number == "pl" or form.suffix == "ki" or form.lemma not in PAIRED:
        return False
    before = layout.tokens[token.index - 1] if token.index else None
    return before is None or before.text == "," or before.low in ("ikili", "söz") or before.kind == "punct" or before.capital


def last_met(met: list[Meeting], speaker: Actor, statement: Statement) -> Meeting | None:
    """The meeting of the speaker with one other that was told last before he speaks."""
    own = [m for m in met if speaker in m.participants and m.evidence.start < statement.span.start and m.status in ("held", "ongoing")]
    last = max(own, key=lambda m: m.evidence.start, default=None)
    return last if last is not None and len(last.participants) == 2 else None


def named_in(actor: Actor) -> tuple[Span, ...]:
    """Where somebody is named first."""
    return tuple(actor.mentions[:1]) if not isinstance(actor, Unnamed) else (actor.span,)


# WHO MAY BE SPOKEN TO


def hearers(layout: Layout, mentions: Mentions, sentence: Sentence) -> list[Hearer]:
    """Actors and people in a case in which one is spoken to, in text order."""
    found: list[Hearer] = []
    for token in layout.tokens[sentence.first : sentence.last]:
        mention = mentions.at(token.index)
        if mention is None:
            if token.form.case in HEARD and is_people(token):
                found.append(people(layout, mentions, token, sentence.first))
        elif mention.last == token.index + 1 and mention.actor and not isinstance(mention.entity, Place):
            case = role(layout, mentions, mention)
            if case in HEARD and chain_end(layout, mentions, mention) is mention:
                found.append(named(layout, mentions, mention, case))
    return found


def is_people(token: Token) -> bool:
    """Is it a common noun for people who may be spoken to ("gazetecilere", "halkına")?"""
    form = token.form
    return not form.verb_form and form.pos == "NOUN" and (form.lemma in reporting().speakers or form.lemma in reporting().addressed)


def people(layout: Layout, mentions: Mentions, token: Token, low: int) -> Hearer:
    """People without a name, told by their whole phrase."""
    first = people_start(layout, mentions, token, low)
    span = Span(layout.tokens[first].start, own_end(token))
    return Hearer(Unnamed(hardened(span.of(layout.text), token.form.lemma), span), span, first, token.index + 1, token.form.case)


def people_start(layout: Layout, mentions: Mentions, token: Token, low: int) -> int:
    """Where their phrase begins: behind a subject and what tells when ("Holten | gazeteye", "görüşme sonrası | gazetecilere")."""
    first = phrase_start(layout, token.index, low)
    for before in layout.tokens[first : token.index]:
        mention = mentions.at(before.index)
        subject = mention is not None and isinstance(mention.entity, Person) and mention.case == "nom"
        if subject or before.form.lemma in reporting().times or before.low in WHEN:
            first = before.index + 1
    return first


def named(layout: Layout, mentions: Mentions, mention: Mention, case: str) -> Hearer:
    """An actor by his name; several who are spoken to together are told in the words of the text."""
    start = chain_start(layout, mentions, mention)
    if start is mention and len(mention.entities) == 1:
        entity = mention.entity
        assert not isinstance(entity, Place)  # told apart in `hearers`
        return Hearer(entity, mention.span, mention.first, mention.last, case)
    span = Span(start.span.start, mention.span.end)
    return Hearer(Unnamed(span.of(layout.text), span), span, start.first, mention.last, case)


# THE VERB HE GOES WITH


def governor(layout: Layout, hearer: Hearer, ranges: Ranges, known: dict[int, Cue]) -> int:
    """The token of the first verb behind him; -1 where a postposition or a noun takes him first."""
    if hearer.last < len(layout.tokens) and is_concerned(layout.tokens[hearer.last]):
        return -1
    return verb_behind(layout, hearer.first, hearer.last, ranges, known)


def is_concerned(after: Token) -> bool:
    """Does the word behind him say that it is about him ("Kenya'ya | yönelik", "Odinga'ya | göre")?"""
    return (after.form.pos == "ADP" or after.low in reporting().concerning) and after.low != "hitaben"


def is_free(layout: Layout, hearer: Hearer, at: int, content: tuple[int, int]) -> bool:
    """Does no noun stand before the verb at token `at` that he may go with ("Kenya'ya | desteğini yineleyerek")?"""
    quote = layout.tokens[hearer.first].quote
    between = [t for t in layout.tokens[hearer.last : at] if t.quote == quote and not content[0] <= t.index < content[1]]
    return not any(takes_one(t) for t in between)


def takes_one(token: Token) -> bool:
    form = token.form
    return form.pos == "NOUN" and not token.capital and form.case in ("nom", "acc") and form.lemma not in reporting().times


# WHETHER HE IS SPOKEN TO


def hears(layout: Layout, hearer: Hearer, statement: Statement, content: tuple[int, int], cue: Cue | None) -> bool:
    """Is he in the case that the cue gives to whoever hears it?"""
    if cue is None or hearer.actor in statement.speakers or hearer.case != hearing_case(cue):
        return False
    if content[0] <= hearer.first < content[1]:
        return statement.mode == "indirect" and opens(layout, hearer, content, cue)
    if hearer.last == content[0] and statement.mode == "indirect" and not conveys(cue):
        return False  # "Meclis'e | sevk edileceği belirtildi"
    return cue.first <= hearer.governor < cue.last and is_free(layout, hearer, cue.first, content)


def conveys(cue: Cue) -> bool:
    """Is it a cue that asks somebody or lets him know?"""
    return cue.asks != "" or cue.noun != "" or cue.predicate.frame.head in CONVEYING


def hearing_case(cue: Cue) -> str:
    """The case of whoever hears what the cue reports; nothing where its dative is what it is about ("köprüye dikkat çekti")."""
    if cue.asks:
        return cue.asks
    written = cue.predicate.frame.head == "yaz"  # "22 yaşındaki oyuncuya talip olduğunu yazdı"
    about = ("dat" in cue.takes and not cue.pledges) or cue.claim != "" or cue.noun in AGAINST or written
    return "" if about else "dat"


def opens(layout: Layout, hearer: Hearer, content: tuple[int, int], cue: Cue) -> bool:
    """Does he stand before all that is said, set off or before its own subject ("Odinga'ya, …", "Odinga'ya | köprünün kapanacağını")?"""
    conveyed = cue.asks or cue.predicate.frame.head in CONVEYING or is_press(layout.tokens[hearer.last - 1]) or is_listening(hearer)
    front = layout.tokens[content[0] : hearer.first]
    if (
        hearer.last >= content[1]
        or is_concerned(layout.tokens[hearer.last])
        or not conveyed
        or len(front) > SUBJECT
        or not all(is_beside(t) for t in front)
    ):
        return False
    after, deed = layout.tokens[own_subject(layout, hearer.last, content[1])], layout.tokens[content[1] - 1].form
    if deed.lemma in reporting().given or deed.lemma in CONVEYING or (hearer.case == "abl" and deed.lemma == "al"):
        return False  # "orduya, yola çıkma talimatı verdiğini söyledi", "ordudan, söz alınmasını istedi"
    return after.low == "," or (after.form.case == "gen" and (cue.asks != "" or isinstance(hearer.actor, Person) or is_listening(hearer)))


def is_spoken_to(layout: Layout, hearer: Hearer, statement: Statement, content: tuple[int, int]) -> bool:
    """Is he spoken to by all that the sentence goes on to tell: an interviewer, an audience, who has asked?"""
    cue, at = statement.cue, hearer.governor
    if cue is None or at < 0 or hearer.actor in statement.speakers or content[0] <= hearer.first < content[1] or layout.tokens[at].end > cue.end:
        return False
    if hearer.case == "gen":
        return is_asker(layout, hearer)
    if hearer.case != "dat" or layout.tokens[at].form.case not in ("", "nom"):
        return False
    behind = any(span.end > layout.tokens[at].end for span in statement.proof["speaker"].spans) if "speaker" in statement.proof else False
    if is_addressing(layout, hearer):
        if layout.tokens[at].form.verb_form == "converb":
            return is_free_of_verbs(layout, at + 1, cue.start, content)
        return behind or layout.tokens[at].form.suffix != "an"  # "AA'ya konuşan | X"
    return is_making(layout, hearer) and not behind  # "X, gazetecilere yaptığı | açıklamada"


def is_free_of_verbs(layout: Layout, first: int, end: int, content: tuple[int, int]) -> bool:
    """Does no other verb stand from token `first` to the cue that begins at offset `end`, what is said left aside?"""
    tokens = layout.tokens
    return not any(t.form.verb_form and t.quote < 0 and not content[0] <= t.index < content[1] for t in tokens[first : layout.token_at(end)])


def is_addressing(layout: Layout, hearer: Hearer) -> bool:
    """ "AA'ya konuşan", "halka seslenerek", "Reuters'a açıklamada bulunan"."""
    verb, before = layout.tokens[hearer.governor], layout.tokens[hearer.governor - 1]
    if verb.low == "hitaben" or verb.form.lemma in HEARING:
        return True
    if before.form.lemma in HEARING:
        return hearer.last == before.index  # "milletvekillerine | hitap eden"
    return is_text(before) and verb.form.lemma in reporting().light and not any(takes_one(t) for t in layout.tokens[hearer.last : before.index])


def is_making(layout: Layout, hearer: Hearer) -> bool:
    """ "gazetecilere yaptığı | yazılı açıklamada", "Odinga'ya gönderdiği mektupta"."""
    return makes_text(layout, hearer.governor) and not any(takes_one(t) for t in layout.tokens[hearer.last : hearer.governor])


def is_asker(layout: Layout, hearer: Hearer) -> bool:
    """ "gazetecilerin | konuya ilişkin sorularını yanıtlayan", "bir gazetecinin “…” | şeklindeki sorusuna …"."""
    quote = layout.tokens[hearer.first].quote
    between = (t for t in layout.tokens[hearer.last : hearer.governor + 1] if t.quote == quote and t.low not in reporting().links)
    asked = next((t for t in between if t.form.possessive.startswith("3") or t.form.case == "gen"), None)
    return asked is not None and asked.form.lemma == "soru"


def is_listening(hearer: Hearer) -> bool:
    """Is it an outlet known by its name, which is told things ("BBC'ye | köprünün kapanacağını ifade etti")?"""
    return isinstance(hearer.actor, Organisation) and hearer.case == "dat" and is_known_outlet(hearer.actor)


def is_press(token: Token) -> bool:
    """Is it a reporter or the press ("AA muhabirine, …")?"""
    return token.form.lemma in REPORTERS


# A SCENE RIGHT BEFORE


def take_scene(layout: Layout, mentions: Mentions, scene: Sentence, said: list[Statement]) -> None:
    """To whom a speaker turned in the sentence before ("Bakan X, mültecilere seslendi. X, “…” dedi")."""
    waiting = [s for s in said if s.addressee is None and any(stands_in(scene, actor) for actor in s.speakers)]
    if not waiting:
        return
    for hearer in hearers(layout, mentions, scene):
        hearer.governor = governor(layout, hearer, [], {})
        if hearer.governor >= 0 and is_turned_to(layout, hearer):
            for statement in waiting:
                if hearer.actor not in statement.speakers:
                    statement.addressee = hearer.actor
                    statement.proof["addressee"] = proven((hearer.span,), "inferred", "the sentence before")
            return


def is_turned_to(layout: Layout, hearer: Hearer) -> bool:
    """Does the sentence's own verb say that somebody speaks to him or answers him ("seslendi", "sorularını yanıtladı")?"""
    form = layout.tokens[hearer.governor].form
    if form.verb_form != "finite" or form.negative or form.tense not in ("past", "evid", "prog"):
        return False
    return is_asker(layout, hearer) if hearer.case == "gen" else hearer.case == "dat" and is_addressing(layout, hearer)


def stands_in(sentence: Sentence, actor: Actor) -> bool:
    """Is somebody named in a sentence?"""
    return isinstance(actor, Person) and any(sentence.start <= span.start < sentence.end for span in actor.mentions)
