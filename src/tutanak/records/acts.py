"""Acts: who did what to whom, on the PLOVER types, each type between the same actors once.

Acts come from predicates of the pack (act_doers, act_targets, act_meant, act_layer), from what a speaker says of another's deeds
(act_charges), and from meetings, which are CONSULT (act_merge joins them).
"""

from __future__ import annotations

from typing import Final

from tutanak.languages import word_list
from tutanak.mentions.find import people_state
from tutanak.mentions.lexicon import unarmed
from tutanak.mentions.model import Mention, Mentions, Organisation, Place, proven
from tutanak.records.act_charges import by_charge, words_of_will
from tutanak.records.act_doers import doers
from tutanak.records.act_harms import is_harm
from tutanak.records.act_kinds import kind_of
from tutanak.records.act_layer import is_ready, layer
from tutanak.records.act_meant import meant, same_victim, shared_by_converb, struck
from tutanak.records.act_mediators import mediated
from tutanak.records.act_merge import merge
from tutanak.records.act_passives import is_text_told
from tutanak.records.act_pronouns import by_pronoun
from tutanak.records.act_scene import DONE, HOSTILE, PLANNED, Deed, Scene, actors, akin, as_actors, has_word, is_parties, public, rules
from tutanak.records.act_sides import counterpart, sides
from tutanak.records.act_targets import around_whom, targets
from tutanak.records.act_undertaken import by_undertaking, is_told
from tutanak.records.frames import CALLED, Predicate
from tutanak.records.model import Act, Meeting, Statement, Undertaking
from tutanak.records.parties import Party, around, by_agent, everywhere, follows, genitive, speaker, state_of
from tutanak.records.sphere import among_states, sides_of
from tutanak.text.casing import fold
from tutanak.text.layout import Layout, Sentence, Token

BLOWS: Final = frozenset(("ASSAULT", "COERCE"))  # what may strike several towns
EACH_OTHER: Final = frozenset(("birbir", "birbiri"))
BE: Final = frozenset(("ol", "bulun", "dur"))
# Deeds that are a threat when the doer announces them.
THREATENED: Final = frozenset(("ASSAULT", "COERCE", "SANCTION", "MOBILIZE"))
OWN_PEOPLE: Final = word_list("acts", "own_people")
STRIKING: Final = word_list("acts", "striking")
MADE_TO: Final = ("ettir", "verdir", "çektir")
LEAVING: Final = word_list("acts", "leaving")
THREATS: Final = frozenset(("tehdit",))
CONCERNING: Final = frozenset(("ilgili", "birlikte"))
ANNOUNCED: Final = 0.6  # how sure an encounter is an act that is only planned
# Types whose words may be those of a meeting ("kabul etti").
MEETING_LIKE: Final = frozenset(("CONCEDE", "REQUEST", "COOPERATE", "AGREE"))


def take(
    layout: Layout, mentions: Mentions, statements: list[Statement], meetings: list[Meeting], undertakings: list[Undertaking] | None = None
) -> list[Act]:
    """The main political acts of an article, each once, in text order of their first report."""
    meetings = [m for m in meetings if m.rule not in rules().signings]  # what is signed is an AGREE
    scene = Scene(layout, mentions, statements, meetings)
    deeds = [by_meeting(scene, m) for m in meetings]
    met = {m.evidence.end for m in meetings if m.status != "planned"}
    for predicate in everywhere(layout, scene.rules.frames):
        deed = by_predicate(scene, predicate) if not predicate.frame.wants.get("alone") else None
        deeds.extend(mutual(scene, predicate) if deed is None else ())
        if deed is not None and not (deed.evidence.end in met and deed.type in MEETING_LIKE):
            deeds.append(deed)
            scene.deeds.append(deed)
        charge = by_charge(scene, predicate) if predicate.frame.rule in scene.rules.charges else None
        if charge is not None and deed is not None and deed.layer == DONE:
            lay_to_doer(charge, deed)
        if charge is not None and not (deed is not None and deed.layer == DONE and is_same(deed, charge)):
            deeds.append(charge)
            scene.deeds.append(charge)
    scene.deeds.extend(deeds[: len(meetings)])
    signed = [deed for u in undertakings or () if (deed := by_undertaking(scene, u)) is not None and not is_told(deeds, deed)]
    told = [act(scene, deed) for deed in merge([*deeds, *words_of_will(scene), *mediated(scene), *signed])]
    return among_states(layout, mentions, told, is_between_states)


def is_between_states(found: Act) -> bool:
    """Is its source of one state or union, and its target of another?"""
    one, other = sides_of(found.source), sides_of(found.target)
    return bool(one) and bool(other) and one != other


def is_same(deed: Deed, charge: Deed) -> bool:
    """Does he who would charge another tell by the same words what he did himself ("X, Y'nin gemilerini vurduğunu açıkladı")?"""
    return any(akin(s, c) for s in deed.source for c in charge.source)


def lay_to_doer(charge: Deed, deed: Deed) -> None:
    """Charge who did what the same words tell, never the one who suffered it ("Y'ye ait araçların X'in tesisine saldırdığını söyleyen Z")."""
    if deed.type in HOSTILE and all(any(akin(t, c) for t in deed.target) for c in charge.target):
        charge.target = list(deed.source)


def by_predicate(scene: Scene, p: Predicate) -> Deed | None:
    """The act that a predicate reports, if its voice, polarity and parties allow one."""
    sentence = around(scene.layout, scene.layout.tokens[p.head])
    if not allowed(scene, p, sentence):
        return None
    source, target = both(scene, p, sentence)
    alone = source and not target and "single" in p.frame.wants
    if alone:
        target = around_whom(scene, p, sentence, source)
    if (
        not source
        or not target
        or is_by_unarmed(p, source)
        or is_others_will(scene, p, source)
        or blames_himself(scene, p, source)
        or is_harm(scene, p, target)
    ):
        return None
    kind = str(p.frame.wants["single"]) if alone else kind_of(scene, p, sentence)
    deed = Deed(kind, source, target, p.span(scene.layout), layer(scene, p, sentence), p.frame.rule)
    if deed.layer == PLANNED and (is_threat(scene, p, source) or is_threatened_with(scene, p, target)):
        deed = Deed("THREATEN", source, target, p.span(scene.layout), DONE, p.frame.rule)
    weigh(scene, p, deed)
    deed.town, deed.sentence = struck_town(scene, p, sentence, deed), sentence.first
    return deed


def is_by_unarmed(p: Predicate, source: list[Party]) -> bool:
    """Is it a blow that a firm or an outlet would have dealt, which is a figure of speech?"""
    return p.frame.wants["type"] == "ASSAULT" and any(isinstance(s.actor, Organisation) and fold(s.actor.name) in unarmed() for s in source)


def struck_town(scene: Scene, p: Predicate, sentence: Sentence, deed: Deed) -> str:
    """The name of the one town where a blow is told to have struck: that of its target, else the last named before it."""
    if deed.type not in BLOWS or len(deed.target) != 1:
        return ""
    named = scene.mentions.at(scene.layout.token_at(deed.target[0].span.start))
    if named is not None and isinstance(named.entity, Place):
        return named.entity.name
    near = [m.entity for m in scene.mentions.within(sentence.first, p.first) if is_town_of(scene, m, deed.target[0])]
    return near[-1].name if near and isinstance(near[-1], Place) else ""


def is_town_of(scene: Scene, mention: Mention, target: Party) -> bool:
    """May it be a town of the target's: none of another land, and none that is a land of its own?"""
    place, code = mention.entity, state_of(target.actor)
    return isinstance(place, Place) and place.name not in scene.rules.homes and (place.state is None or place.state == code)


def mutual(scene: Scene, p: Predicate) -> list[Deed]:
    """What two do to each other ("A ile B birbirini suçladı"): a deed of each."""
    sentence = around(scene.layout, scene.layout.tokens[p.head])
    if p.frame.wants.get("joint") or p.frame.wants.get("alone") or not has_word(scene.layout, EACH_OTHER, max(sentence.first, p.first - 2), p.first):
        return []
    told = layer(scene, p, sentence)
    source = doers(scene, p, sentence) if told == DONE and allowed(scene, p, sentence) else []
    if len(source) != 2 or akin(source[0], source[1]):
        return []
    kind, span = kind_of(scene, p, sentence), p.span(scene.layout)
    return [Deed(kind, [a], [b], span, told, p.frame.rule) for a, b in (source, source[::-1])]


def is_others_will(scene: Scene, p: Predicate, source: list[Party]) -> bool:
    """Does a speaker only claim what another is ready for ("X'in Y ile çalışmak istediğini söyledi")?"""
    said = scene.statements.at(scene.layout.tokens[p.head].start)
    if not p.frame.wants.get("willing") or said is None or said.mode != "indirect" or p.form.suffix != "mak":
        return False
    told = as_actors(scene, speaker(said))
    return bool(told) and not any(akin(s, t) for s in source for t in told)


def blames_himself(scene: Scene, p: Predicate, source: list[Party]) -> bool:
    """Would he who blames a deed be its doer ("X'in … tanımasını kınadığı")? Then it is another's."""
    said = scene.statements.at(scene.layout.tokens[p.head].start)
    if said is None or p.form.suffix != "ma" or not follows(scene.layout, p.last, scene.rules.blamed):
        return False
    return any(akin(s, t) for s in source for t in as_actors(scene, speaker(said)))


def is_threat(scene: Scene, p: Predicate, source: list[Party]) -> bool:
    """Does the speaker announce his own side's blow ("gemilerini vuracağız", "yaptırım uygulayacaklarını söyledi")?"""
    coming = p.form.tense == "fut" or p.form.suffix == "acak" or is_ready(scene, p, around(scene.layout, scene.layout.tokens[p.head]))
    coming = coming or will_have_to(scene.layout, p) or (p.form.tense == "aor" and p.form.person.startswith("1"))  # "vururuz"
    if p.frame.wants["type"] not in THREATENED or p.form.negative or not coming:
        return False
    said = scene.statements.at(scene.layout.tokens[p.head].start)
    return said is not None and any(akin(s, t) for s in source for t in as_actors(scene, speaker(said)))


def is_threatened_with(scene: Scene, p: Predicate, target: list[Party]) -> bool:
    """Is it what one named is threatened with ("Y'yi vurmakla | tehdit etti")?"""
    if p.form.suffix != "mak" or p.form.case != "ins" or not follows(scene.layout, p.last, THREATS):
        return False
    return p.frame.wants["type"] in THREATENED and all(t.how != "inferred" for t in target)


def will_have_to(layout: Layout, p: Predicate) -> bool:
    """ "vurmak | zorunda kalacağız"."""
    if p.form.suffix != "mak" or p.last + 1 >= len(layout.tokens) or layout.tokens[p.last].low not in ("zorunda", "mecburiyetinde"):
        return False
    verb = layout.tokens[p.last + 1].form
    return not verb.negative and (verb.tense == "fut" or verb.suffix == "acak")


def both(scene: Scene, p: Predicate, sentence: Sentence) -> tuple[list[Party], list[Party]]:
    """Source and target; no target is looked for where nobody does it."""
    wants = p.frame.wants
    if wants.get("swap"):
        return swapped(scene, p, sentence)
    source = doers(scene, p, sentence)
    if wants.get("joint"):
        source, target = sides(scene, p, sentence, source)
        return source, target or counterpart(scene, p, source) or shared_by_converb(scene, p, sentence, source)
    if not source:
        return [], []
    target = by_pronoun(scene, p, sentence, source) or targets(scene, p, sentence, source)
    if target and wants["type"] in BLOWS and not any(public(scene, t.actor) for t in target):
        return source, whose_land(scene, p, sentence, source) or target
    return source, target or meant(scene, p, sentence, source)


def whose_land(scene: Scene, p: Predicate, sentence: Sentence, source: list[Party]) -> list[Party]:
    """The state of those who are struck, told by a name of no state ("X'teki bir okulu havaya uçurdu"): where it is, or whom they struck before."""
    return struck(scene, p, sentence, source) or same_victim(scene, p, source)


def is_by_agent(layout: Layout, p: Predicate) -> bool:
    """Does "X tarafından" stand right before?"""
    return p.first > 0 and layout.tokens[p.first - 1].low == "tarafından"


def swapped(scene: Scene, p: Predicate, sentence: Sentence) -> tuple[list[Party], list[Party]]:
    """ "X'in kararı Y'nin tepkisini çekti": the owner of the noun does it to the subject."""
    by = by_agent(scene.layout, scene.mentions, sentence.first, p.first) if is_by_agent(scene.layout, p) else []
    found = by or genitive(scene.layout, scene.mentions, sentence.first, p.first, strict=True)
    if not found:
        return [], []
    source = actors(scene, found)
    before = scene.mentions.within(sentence.first, found[0].first)
    behind = scene.mentions.at(p.last) if p.participle and p.form.suffix == "an" and p.last < sentence.last else None
    named = [actors(scene, [m]) for m in ([behind] if behind is not None else before)]
    others = [told for told in named if told and not any(akin(t, s) for t in told for s in source)]
    return source, others[0] if others else [t for t in whose_people(scene, sentence.first, found[0].first) if not any(akin(t, s) for s in source)]


def whose_people(scene: Scene, low: int, high: int) -> list[Party]:
    """The state whose people the first word of a nation among tokens [low, high) names ("iki Fransız çalışan, …")."""
    for token in scene.layout.tokens[low:high]:
        code = people_state(token) if token.capital else None
        if code is not None:
            return [Party(scene.states.of(code), token.span)]
    return []


def allowed(scene: Scene, p: Predicate, sentence: Sentence) -> bool:
    """Has the frame the tense and the words that its rule asks for?"""
    wants, layout = p.frame.wants, scene.layout
    kind: str = wants["type"]
    if (p.form.possessive or p.form.person).startswith("2"):
        return False  # "verdiğiniz destek": the deed of who is spoken to
    if (wants.get("judges") and is_considered(layout, p)) or is_other_word(p):
        return False  # "ithalat kısıtlamalarının"
    if kind == "MOBILIZE" and p.first and layout.tokens[p.first - 1].form.suffix == "ma" and layout.tokens[p.first - 1].form.case == "dat":
        return False  # "durdurmaya sevk etti"
    if kind == "COOPERATE" and not wants.get("joint") and p.form.suffix == "dik" and p.participle and is_noun(layout, p.last):
        return False  # "ihraç ettiği malların"
    if is_ongoing(layout, p, sentence):
        return False  # "ziyaret etmekte olan": told of another by its encounter, or of nobody
    if p.participle and p.form.suffix == "dik" and is_left(layout, p, sentence):
        return False
    if layout.tokens[p.head].low.startswith(MADE_TO):
        return False  # "kabul ettiremeyeceği": another is to do it
    if kind in ("REQUEST", "THREATEN") and to_own_people(layout, p, sentence):
        return False
    if wants.get("future") and p.form.tense != "fut" and p.form.suffix != "acak":
        return False
    if wants.get("beside") and not is_beside_object(scene, p):
        return False
    if (wants.get("clausal") and not is_told_to(layout, p)) or (kind == "ACCUSE" and is_indictment(layout, p)):
        return False
    if wants.get("swap") and not layout.tokens[p.first].form.possessive and not is_by_agent(layout, p):
        return False  # "saldırıya uğradı": nobody's
    if wants.get("finite") and p.form.verb_form == "verbal_noun":
        return False  # "taşınması ve yüklenmesi"
    if not p.form.verb_form and (follows(layout, p.last, scene.rules.states_of) or is_means(scene, p)):
        return False  # "işgal altındaki", "hava saldırısıyla hedef aldı"
    if wants.get("said") and not p.form.verb_form and not p.form.copula and not follows(layout, p.last, BE) and not ends_clause(layout, p):
        return False  # "erişim şartları"
    if wants.get("joint") and p.first < p.head and not p.passive and layout.tokens[p.head - 1].form.case == "gen":
        return False  # "anlaşmanın sağladığı"
    if p.form.tense == "aor" and p.first == p.head and not p.converb and p.last < sentence.last - 1 and may_be_noun(layout.tokens[p.head]):
        return False  # "insanlığa karşı suçlar nedeniyle"
    return stands(scene, p) and asks(scene, p) and strikes(scene, p) and has_its_word(scene, p, sentence)


def may_be_noun(token: Token) -> bool:
    return any(f.pos == "NOUN" for f in token.forms)


def is_ongoing(layout: Layout, p: Predicate, sentence: Sentence) -> bool:
    """ "etmekte | olan"."""
    if p.last >= sentence.last or layout.tokens[p.last].form.lemma != "ol":
        return False
    return (p.form.suffix == "mak" and p.form.case == "loc") or layout.tokens[p.head].low.endswith(("makta", "mekte"))


def is_told_to(layout: Layout, p: Predicate) -> bool:
    """Is it said of what another is to do ("çekilmesini | söyledi", not "çekildiğini söyledi")?"""
    before = layout.tokens[p.first - 1].form if p.first else p.form
    return before.suffix == "ma" and before.case == "acc" and before.possessive.startswith("3")


def is_beside_object(scene: Scene, p: Predicate) -> bool:
    """Does the name of its object stand right before ("Y'yi | savundu", not "Y'nin haklı olduğunu savundu")?"""
    named = scene.mentions.at(p.first - 1) if p.first else None
    return named is not None and named.actor and named.case == "acc"


def is_indictment(layout: Layout, p: Predicate) -> bool:
    """Is it the charge upon which somebody is held ("casusluk suçlamasıyla | gözaltına aldı", not "suçlamasıyla ilgili")?"""
    return p.form.suffix == "ma" and p.form.case == "ins" and bool(p.form.possessive) and not follows(layout, p.last, CONCERNING)


def is_left(layout: Layout, p: Predicate, sentence: Sentence) -> bool:
    """Is it only told of what is left ("işgal ettiği | topraklardan çekileceğini")?"""
    for token in layout.tokens[p.last : min(sentence.last, p.last + 3)]:
        if token.form.case == "abl":
            after = layout.tokens[token.index + 1 : token.index + 4]
            return any(t.form.lemma in LEAVING for t in after)
    return False


def to_own_people(layout: Layout, p: Predicate, sentence: Sentence) -> bool:
    """Does a state ask or warn its own people ("vatandaşlarına … çağrısında bulundu"), whoever's country they are told of?"""
    for token in layout.tokens[max(sentence.first, p.first - 8) : p.first]:
        form = token.form
        if form.lemma in OWN_PEOPLE and form.case in ("dat", "acc", "abl") and form.possessive.startswith("3"):
            before = layout.tokens[token.index - 1] if token.index else token
            return not before.capital and before.form.case != "gen" and not (before.form.possessive and before.form.case == "nom")
    return False


def is_means(scene: Scene, p: Predicate) -> bool:
    """Is the blow told by its noun only how another verb does it ("hava saldırısıyla | vurdu")?"""
    if p.frame.wants["type"] != "ASSAULT" or p.form.case != "ins" or p.last >= len(scene.layout.tokens):
        return False
    after = scene.layout.tokens[p.last]
    return after.low == "hedef" or after.form.lemma in STRIKING


def stands(scene: Scene, p: Predicate) -> bool:
    """Is what tells a stance a predicate, and somebody's?"""
    wants, first = p.frame.wants, scene.layout.tokens[p.first]
    if wants.get("lasting") and first.form.case == "ins":
        return False  # "desteğiyle süren"
    if not wants.get("stance"):
        return True
    if (p.form.suffix == "an" and p.form.number == "pl") or first.low == "karşıya":
        return False  # "karşı olanların": whoever they are; "karşı karşıya olduğunu"
    told = bool(p.form.copula) and p.form.case != "dat"
    return bool(p.form.verb_form) or told or (wants["says"] == "karşı" and ends_sentence(scene.layout, p.last))


def ends_sentence(layout: Layout, at: int) -> bool:
    return at < len(layout.tokens) and layout.tokens[at].text == "."


def asks(scene: Scene, p: Predicate) -> bool:
    """Does a request ask another ("çalışmak istedi" and "kullanılması gereken ifadeler" do not)?"""
    wants = p.frame.wants
    if wants["type"] != "REQUEST":
        return True
    before = scene.layout.tokens[p.first - 1].form if p.first else None
    thing = before is not None and before.case == "gen" and before.pos == "NOUN" and not before.verb_form
    if thing and wants.get("said") and "clause" in wants["to"]:
        return False  # "X'in onayının | gerektiğini"
    if own_wish(scene.layout, p) or (wants.get("said") and p.participle and p.form.suffix == "an"):
        return False
    alone = p.first == p.head == p.reach
    told = follows(scene.layout, p.last, scene.rules.claims)  # "önerdiği | öne sürüldü"
    return told or not (alone and p.form.suffix == "dik" and p.form.case == "nom" and is_noun(scene.layout, p.last))  # "istediğimiz onay"


def ends_clause(layout: Layout, p: Predicate) -> bool:
    """Does a bare noun end its clause as its predicate ("açması şart.", "seçenekler masada.")?"""
    return p.form.case in ("nom", "loc") and not p.form.possessive and p.last < len(layout.tokens) and layout.tokens[p.last].text in (".", "!")


def is_other_word(p: Predicate) -> bool:
    """Is the verbal noun a word of its own ("ithalat kısıtlamalarının")?"""
    if p.first != p.head or p.form.suffix != "ma":
        return False
    return p.form.number == "pl" and "noun_to" not in p.frame.wants


def is_considered(layout: Layout, p: Predicate) -> bool:
    """Is it "kabul et" as "hold for" ("faaliyetleri hukuka aykırı kabul ediyor") or "admit"?"""
    before = layout.tokens[p.first - 1] if p.first else None
    if before is not None and before.low in CALLED:
        return True  # "işgal altındaki toprak olarak kabul ediyor"
    if before is not None and before.form.suffix == "dik" and before.form.case == "acc" and before.form.possessive:
        return True  # "gözaltına alındığını kabul etti": it admits it
    return before is not None and before.form.pos == "ADJ" and before.form.case in ("nom", "") and not before.form.verb_form


def is_noun(layout: Layout, at: int) -> bool:
    form = layout.tokens[at].form if at < len(layout.tokens) else None
    return form is not None and form.pos == "NOUN" and not form.verb_form and form.suffix != "ki"


def strikes(scene: Scene, p: Predicate) -> bool:
    """Is a blow one with arms, against a state ("ekonomik operasyon", "sınır anlaşmasını ihlal etti" are none)?"""
    if p.frame.wants["type"] != "ASSAULT" or not p.first:
        return True
    before, low = scene.layout.tokens[p.first - 1].form.lemma, scene.layout.tokens[p.first - 1].low
    return before not in scene.rules.unarmed and low not in scene.rules.unarmed and not ("of" in p.frame.wants and before in scene.rules.broken)


def has_its_word(scene: Scene, p: Predicate, sentence: Sentence) -> bool:
    of, unless = p.frame.wants.get("of"), p.frame.wants.get("unless")
    if unless is not None and has_word(scene.layout, unless, max(sentence.first, p.first - 12), p.first):
        return False
    if p.frame.wants.get("near"):
        before = scene.layout.tokens[p.first - 1].form if p.first else p.form
        return before.lemma in p.frame.wants["of"] and before.case in p.frame.wants["to"] and before.possessive.startswith("3")
    reach = 12 if p.passive or p.frame.wants.get("envoy") else 7 if p.frame.wants.get("joint") else 4
    if of is not None and p.frame.wants.get("willing") and not p.passive:
        near = scene.layout.tokens[max(sentence.first, p.first - reach) : p.head]
        return any(form.lemma in of and form.case == "acc" for token in near for form in token.forms)  # "ilişkilerini geliştirdi"
    return of is None or has_word(scene.layout, of, max(sentence.first, p.first - reach), p.head)


def own_wish(layout: Layout, p: Predicate) -> bool:
    """ "çalışmak istedi": who wants to do it himself asks nobody."""
    before = layout.tokens[p.first - 1].form if p.first else None
    return before is not None and before.suffix == "mak" and before.case == "nom"


def weigh(scene: Scene, p: Predicate, deed: Deed) -> None:
    """Lower the confidence where something is inferred, told in passing, or no actor among states."""
    token = scene.layout.tokens[p.head]
    deed.within = scene.statements.at(token.start)
    by_text = p.passive and is_text_told(scene, p, around(scene.layout, token))  # "açıklamada … çağrısı yapıldı": who issued it
    if any(s.how == "inferred" for s in deed.source) and token.end not in scene.cues and deed.within is None and not by_text:
        deed.doubt(0.6, "the doer is left out")
    own = [s.span for s in speaker(deed.within)]
    guessed = any(t.how == "inferred" and t.span not in own for t in deed.target)
    if guessed and not by_pronoun(scene, p, around(scene.layout, token), deed.source):
        deed.doubt(0.75, "a target from other words")
    if any(is_parties(scene, t) for t in (*deed.source, *deed.target)):
        deed.doubt(0.6, "parties without a name")
    if token.speech >= 0 and deed.type != "THREATEN":  # which is done by saying it
        deed.doubt(0.75, "said in a quotation")
    if not p.form.verb_form:
        deed.doubt(0.85, "told by a noun")
    if not all(public(scene, s.actor) for s in deed.source) or not all(public(scene, t.actor) for t in deed.target):
        deed.doubt(0.6, "an actor of no known state or body")


def leave_out_private(scene: Scene, told: list[Party]) -> list[Party]:
    """Who is there for no state or body ("eşi X", "iş insanı Y") does no act, where two sides are left without him."""
    acting = [t for t in told if public(scene, t.actor)]
    return acting if any(not akin(t, acting[0]) for t in acting) else told


def is_of_old(scene: Scene, meeting: Meeting) -> bool:
    """Had it been announced before what the article tells of ("görüşeceği | bildirilmişti")?"""
    sentence = around(scene.layout, scene.layout.tokens[scene.layout.token_at(meeting.evidence.start)])
    words = scene.layout.tokens[max(sentence.first, sentence.last - 3) : sentence.last]
    return any(t.form.verb_form == "finite" and t.form.tense == "evid" and t.form.copula == "past" for t in words)


def by_meeting(scene: Scene, meeting: Meeting) -> Deed:
    """A meeting is a CONSULT between the states of its participants."""
    told = leave_out_private(scene, as_actors(scene, [Party(a, meeting.evidence) for a in meeting.participants]))
    first = [t for t in told if akin(t, told[0])]
    rest = [t for t in told if not akin(t, told[0])]
    layer = DONE if meeting.status in ("held", "ongoing", "mentioned") else PLANNED
    deed = Deed("CONSULT", first, rest, meeting.evidence, layer, "tr/acts:" + meeting.kind)
    if meeting.status == "planned" and not is_of_old(scene, meeting):
        deed.confidence = ANNOUNCED
    deed.confidence = min(deed.confidence, meeting.confidence) if rest and not (meeting.at_home or meeting.idle) else 0.2
    deed.reasons.extend(meeting.reasons)
    deed.within, deed.meeting = meeting.within, meeting
    if not all(public(scene, t.actor) for t in told):
        deed.doubt(0.6, "an actor of no known state or body")
    return deed


def as_states(scene: Scene, told: list[Party]) -> list[Party]:
    """Several of one state act as that state ("Dışişleri Bakanı ve Cumhurbaşkanı ile görüştü")."""
    codes = [state_of(p.actor) for p in told]
    kept: list[Party] = []
    for at, (party, code) in enumerate(zip(told, codes, strict=True)):
        if code is None or codes.count(code) == 1:
            kept.append(party)
        elif codes.index(code) == at:
            kept.append(Party(scene.states.of(code), party.span, party.how))
    return kept


def act(scene: Scene, deed: Deed) -> Act:
    """The record, each field with its proof."""
    told = {"source": as_states(scene, deed.source), "target": as_states(scene, deed.target)}
    source, target = (tuple(p.actor for p in side) for side in told.values())
    record = Act(
        type=deed.type, source=source, target=target, evidence=deed.evidence, layer=deed.layer,
        rule=deed.rule, confidence=round(deed.confidence, 2), reasons=tuple(deed.reasons), within=deed.within,
    )  # fmt: skip
    record.proof["evidence"] = proven((deed.evidence,), "quoted", deed.rule)
    record.proof["type"] = record.proof["layer"] = proven((deed.evidence,), "derived", deed.rule)
    for name, side in told.items():
        if side:
            how = "inferred" if any(p.how == "inferred" for p in side) else "derived"
            record.proof[name] = proven(tuple(p.span for p in side), how, deed.rule)  # type: ignore[arg-type]
    return record
