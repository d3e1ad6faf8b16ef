"""To whom it is done: the mention in one of the rule's cases, the owner of the noun in that case, or one that other words tell."""

from __future__ import annotations

from tutanak.mentions import nationality
from tutanak.mentions.model import Mention, Place, State, Unnamed
from tutanak.records.act_scene import Scene, actors, akin
from tutanak.records.frames import Predicate
from tutanak.records.parties import ENDS, Party, clause_start, conjuncts_before, genitive, grammatical_subject, part
from tutanak.spans import Span
from tutanak.text.layout import Layout, Sentence, Token

# After these the noun belongs to something else.
FAR = frozenset(("için", "üzerine", "rağmen", "dolayı", "nedeniyle", "göre", "kadar", "sonra", "önce", "ve"))


def targets(scene: Scene, p: Predicate, sentence: Sentence, source: list[Party]) -> list[Party]:
    """The target: the nearest mention in one of the rule's cases, or the owner of the noun in that case."""
    cases = list(p.frame.wants["to"])
    if p.passive and p.frame.wants.get("thing"):
        return []
    if p.passive:
        patient = grammatical_subject(scene.layout, scene.mentions, p, sentence.first, sentence.last) if "acc" in cases else []
        return actors(scene, patient) or objects(scene, p, [*cases, "nom"], sentence, source)
    return objects(scene, p, cases, sentence, source)


def objects(scene: Scene, p: Predicate, cases: list[str], sentence: Sentence, source: list[Party]) -> list[Party]:
    """The nearest actors before the predicate that fit one of the cases and are not the source; else a people ("Rus diplomatları")."""
    layout, mentions = scene.layout, scene.mentions
    quote = layout.tokens[p.head].quote
    low = clause_start(layout, mentions, p, sentence.first, ENDS)
    if p.frame.wants["type"] == "REQUEST":
        low = max(low, crowd(scene, p, cases, low))
    if not p.form.verb_form and source:
        low = max(low, layout.token_at(source[-1].span.start))
    for mention in reversed(mentions.within(low, p.first)):
        if mention.last > p.first or layout.tokens[mention.first].quote != quote:
            continue
        stands = part(layout, mentions, mention)
        if not fits(layout, mention, stands, cases, p) or (p.frame.wants.get("thing") and stands in cases):
            continue
        found = actors(scene, conjuncts_before(layout, mentions, mention, sentence.first - 1))
        found = [t for t in found if all(not akin(t, s) for s in source)]
        if found:
            return found
    return people(scene, p, low, source)


def crowd(scene: Scene, p: Predicate, cases: list[str], low: int) -> int:
    """Where a request names a crowd as its target ("uluslararası topluma", "tüm ülkelere"): nobody before it is asked."""
    for at in range(p.first - 1, low - 1, -1):
        form = scene.layout.tokens[at].form
        if form.lemma in scene.rules.crowds and form.case in cases:
            return at
    return low


def of_clause(scene: Scene, p: Predicate, sentence: Sentence, source: list[Party]) -> list[Party]:
    """Who is to do it: the subject of the -mA clause that is the object ("İran'ın durdurmasını istedi")."""
    if "clause" not in p.frame.wants["to"]:
        return []
    layout, mentions = scene.layout, scene.mentions
    for at in range(p.first - 1, max(sentence.first, p.first - 6) - 1, -1):
        form = layout.tokens[at].form
        if form.verb_form == "verbal_noun" and form.case in ("acc", "nom") and form.possessive:
            found = actors(scene, genitive(layout, mentions, sentence.first, at))
            return [t for t in found if all(not akin(t, s) for s in source)]
    return []


def people(scene: Scene, p: Predicate, low: int, source: list[Party]) -> list[Party]:
    """The state of a people named right before the predicate."""
    for at in range(p.first - 1, max(low, p.first - 8) - 1, -1):
        token = scene.layout.tokens[at]
        if token.capital and scene.mentions.at(at) is None:
            code = nationality(token)
            if code is not None:
                party = Party(scene.states.of(code), token.span)
                return [] if any(akin(party, s) for s in source) else [party]
    return []


def fits(layout: Layout, mention: Mention, stands: str, cases: list[str], p: Predicate) -> bool:
    """Does the mention, or the noun it belongs to, stand in one of the cases as an object of this predicate?"""
    between = layout.tokens[mention.last : p.first]
    if stands in cases or (stands == "partner" and "ins" in cases):
        if p.frame.wants["type"] == "REJECT" and any(t.form.verb_form == "verbal_noun" and t.form.case in cases for t in between):
            return False
        return not any(t.form.verb_form == "participle" and not t.form.passive for t in between)
    if stands == "nom" and not between and "acc" in cases and mention.kind == "description":
        return True  # "10 Rus diplomatı": its ending is the accusative's as well as the possessive's
    return stands in ("gen", "modifier", "nom", "loc", "abl", "agent") and belongs(between, stands, cases)


def belongs(between: list[Token], stands: str, cases: list[str]) -> bool:
    """Does the mention own or qualify the noun phrase in one of the cases ("Rusya'nın önerisini", "Suriye'deki hedefleri")?"""
    head = next((i for i in range(len(between) - 1, max(-1, len(between) - 5), -1) if is_object(between[i], cases)), -1)
    if head < 0 or any(t.low in (",", ";") or t.low in FAR or t.form.verb_form == "finite" for t in between[: head + 1]):
        return False
    owned = between[head].form.possessive in ("3sg", "3pl")
    if stands == "gen":
        return owned
    return stands == "modifier" or (stands == "nom" and (owned or between[0].form.pos == "ADJ")) or linked(between)


def is_object(token: Token, cases: list[str]) -> bool:
    """A noun in one of the cases, or what somebody does ("yer almasına karşı çıktı")."""
    form = token.form
    if form.verb_form:
        return form.verb_form == "verbal_noun" and form.suffix == "ma" and form.case in cases and not form.passive
    return form.case in cases and form.pos in ("NOUN", "PROPN")


def linked(between: list[Token]) -> bool:
    """Is it tied to the noun by "-deki" or a participle ("X tarafından düzenlenen saldırıyı")?"""
    return any(t.form.suffix == "ki" or t.form.verb_form == "participle" for t in between)


def meant(scene: Scene, p: Predicate, sentence: Sentence, source: list[Party]) -> list[Party]:
    """A target that the clause does not name: who did what "this" recalls, whose deed is asked for, or where the blow falls."""
    kind = p.frame.wants["type"]
    found: list[Party] = []
    if kind in ("ACCUSE", "REJECT"):
        found = recalled(scene, p, sentence)
    elif kind == "REQUEST":
        found = asked(scene, p, sentence) or asked_crowd(scene, p, sentence)
    elif kind == "ASSAULT" and not p.form.verb_form:
        found = struck(scene, p, sentence)
    return [t for t in found if all(not akin(t, s) for s in source)]


def recalled(scene: Scene, p: Predicate, sentence: Sentence) -> list[Party]:
    """The doer of the last deed, where "söz konusu" or "bu" recalls it."""
    before = scene.layout.tokens[max(sentence.first, p.first - 4) : p.first]
    if not scene.deeds or not any(t.low in scene.rules.recalls for t in before):
        return []
    return [Party(t.actor, t.span, "inferred") for t in scene.deeds[-1].source]


def asked(scene: Scene, p: Predicate, sentence: Sentence) -> list[Party]:
    """Whose deed is asked for: the first genitive of the clauses before ("X'in çekilmesi, Y'nin açılması çağrısı yapıldı")."""
    layout, mentions = scene.layout, scene.mentions
    quote = layout.tokens[p.head].quote
    low = clause_start(layout, mentions, p, sentence.first, ENDS)
    for mention in mentions.within(max(low, crowd(scene, p, ["dat", "abl", "acc"], low)), p.first):
        if layout.tokens[mention.first].quote == quote and mention.actor and part(layout, mentions, mention) == "gen":
            return actors(scene, [mention])
    return []


def asked_crowd(scene: Scene, p: Predicate, sentence: Sentence) -> list[Party]:
    """A crowd that is asked, in its base form ("uluslararası toplum", "tüm ülkeler")."""
    layout = scene.layout
    low = clause_start(layout, scene.mentions, p, sentence.first, ENDS)
    at = crowd(scene, p, list(p.frame.wants["to"]), low)
    form = layout.tokens[at].form
    if form.lemma not in scene.rules.crowds or at == p.first:
        return []
    first = at - 1 if at > low and layout.tokens[at - 1].form.pos in ("ADJ", "DET") else at
    plural = ("lar" if "lar" in layout.tokens[at].low else "ler") if form.number == "pl" else ""
    words = " ".join([*(t.text for t in layout.tokens[first:at]), form.lemma + plural])
    span = Span(layout.tokens[first].start, layout.tokens[at].end)
    return [Party(Unnamed(words, span), span)]


def struck(scene: Scene, p: Predicate, sentence: Sentence) -> list[Party]:
    """The state of the place around the word ("İsrail'in saldırısı sonucu Gazze'de yaralanan")."""
    for mention in scene.mentions.within(max(sentence.first, p.first - 12), min(sentence.last, p.last + 5)):
        if mention.case in ("loc", "dat") and isinstance(mention.entity, Place | State):
            return [Party(t.actor, t.span, "inferred") for t in actors(scene, [mention])]
    return []
