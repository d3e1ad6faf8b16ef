"""Who did what is told in the passive: "X tarafından", the text in which it stands, or who states it."""

from __future__ import annotations

from typing import Final

from tutanak.mentions import nationality
from tutanak.mentions.lexicon import turkish
from tutanak.mentions.model import Mention, Organisation, Person, Place, State, Unnamed
from tutanak.records.act_layer import is_resolved
from tutanak.records.act_scene import Scene, actors, as_actors
from tutanak.records.frames import Predicate
from tutanak.records.grammar import UNTIL
from tutanak.records.parties import Party, by_agent, conjuncts_before, genitive, nominative, part, speaker, state_of
from tutanak.spans import Span
from tutanak.text.casing import fold
from tutanak.text.layout import Form, Layout, Sentence

# Types of which an unnamed issuer of a text is the doer, and those done by stating them in the passive.
BY_WORDS: Final = frozenset(("ACCUSE", "REQUEST", "REJECT", "SUPPORT", "THREATEN"))
# Types whose doer a passive may tell by whence it came ("X'ten gönderilen").
SENT: Final = frozenset(("AID", "MOBILIZE", "CONSULT", "ACCUSE", "REQUEST", "THREATEN", "PROTEST", "COOPERATE"))
STATED: Final = frozenset(("ACCUSE", "REQUEST"))
DECLARED: Final = frozenset(("ACCUSE", "REQUEST", "PROTEST"))  # done by a text of its own words ("… protesto edilmiştir")
IMPOSED: Final = frozenset(("SANCTION", "COERCE"))  # announced in the passive by who will deal them
GIVEN: Final = frozenset(("AID", "PROTEST"))  # given in the passive by whence it came ("Y'ye X'ten nota verildi")


def of_passive(scene: Scene, p: Predicate, sentence: Sentence) -> list[Party]:
    """Who did what is told in the passive: "X tarafından", "X'ten gönderilen", or who issued the text that does it."""
    layout, mentions = scene.layout, scene.mentions
    if p.frame.wants.get("host") and (seat := seat_of_envoy(scene, p, sentence)):
        return seat
    found = by_agent(layout, mentions, sentence.first, p.head) or (host(scene, p) if p.frame.wants.get("host") else [])
    if not found or any(t.low == "tarafından" for t in layout.tokens[found[-1].last + 2 : p.head]):
        found = []  # by another, without a name
        if people := by_people(scene, p, sentence):
            return people
    if not found and p.participle and p.frame.wants["type"] in SENT:
        found = whence(scene, p, sentence)
    if not found and p.finite and p.frame.wants["type"] in GIVEN:
        found = [m for m in whence(scene, p, sentence) if m.actor]
    if not found and p.first and is_doing(layout.tokens[p.first - 1].form):
        return actors(scene, genitive(layout, mentions, sentence.first, p.first - 1, strict=True))
    if not found and is_resolved(scene.layout, p):
        return decider(scene, p, sentence)
    if not found and is_own_decision(scene, p):
        if is_ordered(scene, p):
            return actors(scene, nominative(layout, mentions, sentence.first, p.first))
        return actors(scene, genitive(layout, mentions, sentence.first, p.first, strict=True)[:1])
    if not found and (things := whose_things(scene, p, sentence)):
        return actors(scene, things)
    if not found and any(t.low == "tarafından" for t in layout.tokens[max(sentence.first, p.first - 15) : p.first]):
        return []  # by somebody without a name
    found = found or (whose_land(scene, p, sentence) if p.frame.wants.get("there") else [])
    return actors(scene, found) or as_actors(scene, issuer(scene, p, sentence) or who_states(scene, p))


def is_senders(envoy: Mention | None, host_of: Mention) -> bool:
    """Has the ministry no state of its own but, by the words before it, that of the envoy?"""
    code = state_of(host_of.entity)
    return code is None or (envoy is not None and code == state_of(envoy.entity))


def whose_land(scene: Scene, p: Predicate, sentence: Sentence) -> list[Mention]:
    """Where somebody is held ("Y'de tutuklandı"): the state there holds him."""
    for mention in reversed(scene.mentions.within(max(sentence.first, p.first - 4), p.first)):
        if part(scene.layout, scene.mentions, mention) == "loc":
            return [mention] if isinstance(mention.entity, Place | State) else []
    return []


def who_states(scene: Scene, p: Predicate) -> list[Party]:
    """The body that states in the passive what it does by saying so ("Bakanlık, kararın kınandığını bildirdi")."""
    said, kind = scene.statements.at(scene.layout.tokens[p.head].start), p.frame.wants["type"]
    if said is None:
        return []
    told = speaker(said)
    if p.frame.wants.get("armed", kind) == "ASSAULT":
        return as_actors(scene, told) if said.mode == "indirect" and p.form.suffix == "dik" and tells_own_blows(scene, p, told) else []
    if said.mode == "direct" and not (kind in DECLARED and p.finite and (p.form.copula == "gen" or p.form.tense == "evid")):
        return []
    told_by = told[0].actor if told else None
    if isinstance(told_by, Person) and told_by.state is None and told_by.org is not None and kind == "SANCTION" and p.form.suffix == "dik":
        return as_actors(scene, told)  # "(AB Yüksek Temsilcisi) X, … listeye eklendiğini"
    organ = isinstance(told_by, Organisation | State)
    own = kind == "PROTEST" or (kind == "SANCTION" and (organ or "ins" in p.frame.wants["to"]))
    if said.mode == "indirect" and ((own and p.form.suffix == "dik") or (kind in IMPOSED and p.form.suffix == "acak")):
        return [t for t in as_actors(scene, told) if state_of(t.actor) is not None]  # "Y ile ilişkilerin kesildiğini", "Y'ye yaptırım uygulanacağını"
    if said.mode == "indirect" and (p.form.suffix != "dik" or kind not in STATED):
        return []
    return [t for t in told if isinstance(t.actor, Organisation | State)]


def tells_own_blows(scene: Scene, p: Predicate, told: list[Party]) -> bool:
    """Do those who fight tell what they struck ("X ordusu, Y'nin limanlarının vurulduğunu bildirdi"): another state is named, not their own?"""
    states = {state_of(t.actor) for t in told if isinstance(t.actor, Organisation) and is_military(scene, t.actor)}
    said = scene.statements.at(scene.layout.tokens[p.head].start)
    if said is None or len(states) != 1 or None in states:
        return False
    low = scene.layout.token_at(said.span.start)
    own = any(t.form.lemma == "ülke" for t in scene.layout.tokens[low : p.first])
    struck = {state_of(m.entity) or (m.entity.state if isinstance(m.entity, Place) else None) for m in scene.mentions.within(low, p.first)}
    return not own and bool(struck - {None}) and not struck & states


def is_military(scene: Scene, body: Organisation) -> bool:
    """Does the body fight or command those who do?"""
    name = fold(body.name)
    return any(word in name for word in scene.rules.military)


def seat_of_envoy(scene: Scene, p: Predicate, sentence: Sentence) -> list[Party]:
    """The state to which an envoy is sent, by the capital before his office: it calls him in ("Y'nin Riga Büyükelçisi bakanlığa çağrıldı")."""
    tokens = scene.layout.tokens
    for at in range(p.first - 1, max(sentence.first, p.first - 14), -1):
        if tokens[at].form.lemma in scene.rules.envoys and tokens[at].form.possessive == "3sg":
            code, host_of = turkish().capitals.get(fold(tokens[at - 1].text)), scene.mentions.at(p.first)
            if host_of is not None and not is_senders(scene.mentions.at(at), host_of):
                return []  # "Nijer Dışişleri Bakanlığına": the ministry is named as its own state's
            return [Party(scene.states.of(code), Span(tokens[at - 1].start, tokens[at - 1].end))] if code is not None else []
    return []


def is_doing(form: Form) -> bool:
    """Does the participle tell whose the thing is that something is done with ("X'in uyguladığı | yaptırımlar uzatıldı")?"""
    return form.suffix == "dik" and form.possessive.startswith("3") and not form.passive


def decider(scene: Scene, p: Predicate, sentence: Sentence) -> list[Party]:
    """Who decides that it is done ("X, Y'nin varlıklarının dondurulmasına | karar verdi"): the subject, or who tells it of himself."""
    found = genitive(scene.layout, scene.mentions, sentence.first, p.first, strict=True)[:1] if is_nominal(scene.layout, p.last + 1) else []
    found = [m for m in found if m.first == sentence.first]  # "X'in, Y'nin … dondurulmasına karar verdiği"
    found = found or nominative(scene.layout, scene.mentions, sentence.first, p.first)
    said = scene.statements.at(scene.layout.tokens[p.head].start)
    return actors(scene, found) or as_actors(scene, speaker(said))


def is_nominal(layout: Layout, at: int) -> bool:
    """Is the verb at a token a clause of another ("karar verdiğini")?"""
    return at < len(layout.tokens) and layout.tokens[at].form.suffix in ("dik", "ma")


def is_own_decision(scene: Scene, p: Predicate) -> bool:
    """Is it what somebody decides ("X'in, Y mallarına tarife uygulanması | kararı")?"""
    after = scene.layout.tokens[p.last].form if p.last < len(scene.layout.tokens) else p.form
    return p.form.suffix == "ma" and p.form.case == "nom" and after.lemma in scene.rules.orders and after.possessive.startswith("3")


def is_ordered(scene: Scene, p: Predicate) -> bool:
    """Does the subject order it ("X, Y mallarına el konulması | talimatını verdi")?"""
    verb = scene.layout.tokens[p.last + 1].form if p.last + 1 < len(scene.layout.tokens) else p.form
    return verb.lemma in scene.rules.ordering and bool(verb.verb_form) and not verb.passive


def whose_things(scene: Scene, p: Predicate, sentence: Sentence) -> list[Mention]:
    """Whose things it is done by ("X ordusuna ait bir uçak tarafından")."""
    tokens = scene.layout.tokens
    at = next((t.index for t in reversed(tokens[max(sentence.first, p.first - 8) : p.first]) if t.low == "tarafından"), 0)
    for word in reversed(tokens[max(sentence.first, at - 6) : at]):
        if word.low in ("ait", "bağlı"):
            mention = scene.mentions.at(word.index - 1) or scene.mentions.at(word.index - 2)
            owns = mention is not None and mention.actor and part(scene.layout, scene.mentions, mention) == "dat"
            return [mention] if mention is not None and owns else []
    return []


def by_people(scene: Scene, p: Predicate, sentence: Sentence) -> list[Party]:
    """Whose people it is done by ("Ermeni askerler tarafından")."""
    tokens = scene.layout.tokens
    at = next((t.index for t in reversed(tokens[max(sentence.first, p.first - 8) : p.first]) if t.low == "tarafından"), 0)
    for token in reversed(tokens[max(sentence.first, at - 4) : at]):
        if token.capital and (code := nationality(token)) is not None and tokens[at - 1].form.number == "pl":
            return [Party(scene.states.of(code), token.span)]
        if token.form.verb_form or token.kind != "word" or token.form.case not in ("nom", ""):
            return []
    return []


def host(scene: Scene, p: Predicate) -> list[Mention]:
    """The ministry that calls somebody in ("İran Dışişleri Bakanlığına çağrıldı")."""
    mention = scene.mentions.at(p.first)
    return [mention] if mention is not None and mention.case == "dat" and mention.actor and state_of(mention.entity) else []


def whence(scene: Scene, p: Predicate, sentence: Sentence) -> list[Mention]:
    """The nearest "X'ten" before the predicate, no verb between."""
    layout = scene.layout
    within = scene.mentions.within(p.first + 1, p.head) if p.frame.wants.get("from") and p.first < p.head else []
    if named := [m for m in within if part(layout, scene.mentions, m) == "abl"]:
        return named[-1:]  # "tepki X'ten geldi"
    for mention in reversed(scene.mentions.within(max(sentence.first, p.first - 12), p.first)):
        if layout.tokens[mention.first].speech == layout.tokens[p.head].speech and part(layout, scene.mentions, mention) == "abl":
            between = layout.tokens[mention.last : p.first]
            own = [t for t in between if t.quote == layout.tokens[p.head].quote]
            if any(t.low in UNTIL for t in own[1:]):
                return []  # "X'ten Y'ye kadar gelen talepler"
            return [] if any(t.form.verb_form or t.low in (",", ";") for t in own) else [mention]
    return []


def issuer(scene: Scene, p: Predicate, sentence: Sentence) -> list[Party]:
    """Who speaks through the text of the sentence ("açıklamada … çağrısı yapıldı"): the speaker of the statement nearest before."""
    layout = scene.layout
    if p.form.suffix == "ma" and p.form.possessive:
        return []  # "planın | reddedilmesinin": another's deed, of which the text speaks
    if p.frame.wants["type"] not in BY_WORDS or "armed" in p.frame.wants or layout.tokens[p.head].speech >= 0 or not is_text_told(scene, p, sentence):
        return []
    if named := of_text(scene, sentence, p.first):
        return [Party(m.entity, m.span) for m in named if isinstance(m.entity, Organisation | Person | State | Unnamed)]
    said = scene.statements.before(layout.tokens[sentence.last - 1].end)
    return speaker(said) if said is not None and said.span.end > layout.tokens[sentence.first].start - 1500 else []


def of_text(scene: Scene, sentence: Sentence, high: int) -> list[Mention]:
    """Who issued the text that opens the sentence ("Dışişleri Bakanlığından yapılan açıklamada")."""
    for at in range(sentence.first + 2, min(high, sentence.first + 14)):
        token = scene.layout.tokens[at]
        if token.form.lemma in scene.rules.texts and token.form.case == "loc":
            return issued_by(scene, sentence.first, at)
    return []


def issued_by(scene: Scene, low: int, at: int) -> list[Mention]:
    """Who issued the text that is token `at`: "X'ten yapılan (yazılı) açıklamada", "X tarafından yapılan", "X'in açıklamasında"."""
    made = any(t.form.verb_form == "participle" and t.form.passive for t in scene.layout.tokens[max(low, at - 3) : at])
    wanted = ("abl", "agent") if made else ("gen",) if scene.layout.tokens[at].form.possessive.startswith("3") else ()
    found = [m for m in scene.mentions.within(low, at) if m.actor and part(scene.layout, scene.mentions, m) in wanted]
    return conjuncts_before(scene.layout, scene.mentions, found[-1], low - 1) if found else []


def is_text_told(scene: Scene, p: Predicate, sentence: Sentence) -> bool:
    """Does the sentence say that a text does it: "açıklamada …" before, or behind a participle ("çağrıda bulunulan açıklamada")?"""
    tokens = [*scene.layout.tokens[sentence.first : p.first], *scene.layout.tokens[p.last : p.last + 2]]
    return any(t.form.lemma in scene.rules.texts and t.form.case == "loc" for t in tokens)
