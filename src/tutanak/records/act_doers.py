"""Who does it: agent of a passive, subject, owner of a noun, speaker, or who is left out."""

from __future__ import annotations

from typing import Final

from tutanak.languages import word_list
from tutanak.mentions import nationality
from tutanak.mentions.model import Actor, Mention, Organisation, Place, State
from tutanak.records.act_layer import begins, is_decided, is_owned_decision
from tutanak.records.act_passives import of_passive, whence
from tutanak.records.act_rows import row_before
from tutanak.records.act_scene import HOSTILE, Scene, actors, akin, as_actors, in_phrase, is_outlet, seated
from tutanak.records.act_targets import owner_of_object
from tutanak.records.frames import Predicate, chain_end
from tutanak.records.grammar import AND, CLOSING
from tutanak.records.model import Statement
from tutanak.records.parties import (
    AUTHORITIES,
    DELEGATES,
    Party,
    clause_start,
    clause_subject,
    conjuncts_before,
    genitive,
    grammatical_subject,
    is_authority,
    is_nominalised,
    is_object_relative,
    left_out,
    nominative,
    part,
    parties,
    row_before_object,
    set_against,
    speaker,
    state_of,
)
from tutanak.text.layout import Layout, Sentence, Token

POINTING: Final = word_list("acts", "pointing")
JOINED: Final = 10  # words within which a participle stands that is joined to another
GROUND: Final = word_list("acts", "ground")
LANDS: Final = word_list("acts", "lands")
WRONGS: Final = word_list("acts", "wrongs")
TURNED_DOWN: Final = word_list("acts", "turned_down")
FORCES: Final = tuple(word_list("positions", "forces"))


def doers(scene: Scene, p: Predicate, sentence: Sentence) -> list[Party]:
    """The source, with those told beside it ("X'in yanı sıra Y"), never an outlet: it only tells."""
    found = all_doers(scene, p, sentence)
    return [t for t in [*besides(scene, found, sentence), *found] if not is_outlet(scene, t)]


def besides(scene: Scene, found: list[Party], sentence: Sentence) -> list[Party]:
    """Those beside whom the first is told: "X ve Y'nin yanı sıra Z"."""
    mention = scene.mentions.at(scene.layout.token_at(found[0].span.start)) if found else None
    if mention is None or mention.first - sentence.first < 3 or scene.layout.tokens[mention.first - 1].low not in ("sıra", "yanısıra"):
        return []
    owner = scene.mentions.at(mention.first - (3 if scene.layout.tokens[mention.first - 1].low == "sıra" else 2))
    if owner is None or owner.case != "gen" or not owner.actor:
        return []
    told = actors(scene, conjuncts_before(scene.layout, scene.mentions, owner, sentence.first - 1))
    return [t for t in told if all(not akin(t, f) for f in found)]


def all_doers(scene: Scene, p: Predicate, sentence: Sentence) -> list[Party]:
    """The source: agent of a passive, subject, owner of a noun, speaker of a first person or of the statement it announces, or left out."""
    token = scene.layout.tokens[p.head]
    said = scene.statements.at(token.start)
    if p.frame.wants.get("said"):
        return as_actors(scene, speaker(said))
    announced = scene.cues.get(token.end)
    if announced is not None and announced.speakers and not (p.frame.wants.get("clausal") and is_nominalised(p)):
        return as_actors(scene, speaker(announced))
    if p.frame.wants.get("stance"):
        return who_stands(scene, p, sentence, said)
    if p.passive:
        return of_passive(scene, p, sentence) or beside_behind(scene, p)
    if not p.form.verb_form:
        return owners(scene, p, sentence)
    if p.frame.wants.get("from"):
        return actors(scene, whence(scene, p, sentence))
    if "noun_to" in p.frame.wants and p.form.suffix == "ma" and (sent := whence(scene, p, sentence)):
        return actors(scene, sent)
    if goes_on(scene, p):
        return beside_noun(scene, p) or actors(scene, genitive(scene.layout, scene.mentions, sentence.first, p.first, strict=True))
    if going_on := of_going_on(scene, p, sentence):
        return actors(scene, going_on)
    if is_nominalised(p):
        if said is not None and p.form.possessive.startswith("1"):
            return as_actors(scene, speaker(said))
        found = of_clause(scene, p, sentence, said)
        return of_another(scene, p, found, said) or found
    return of_verb(scene, p, sentence, said)


def of_clause(scene: Scene, p: Predicate, sentence: Sentence, said: Statement | None) -> list[Party]:
    """The subject of a nominalised verb; the speaker, where the one genitive owns the object ("X, Y'nin planını kabul etmediğini açıkladı")."""
    if is_thanked_for(scene, p):
        return actors(scene, genitive(scene.layout, scene.mentions, sentence.first, p.first, strict=True))
    low = sentence.first if said is None else max(sentence.first, scene.layout.token_at(said.span.start))
    if against := set_against(scene.layout, scene.mentions, low, p.first):
        return actors(scene, against)
    direct = p.frame.wants["type"] not in HOSTILE | {"COOPERATE"} and "acc" in p.frame.wants["to"]  # "Rus askerlerinin adımını kınadığını"
    if (not direct or is_armed(scene, p)) and (acting := forces(scene, p, sentence, "gen")):
        return acting
    if (things := belonging(scene, p, sentence)) and is_open_to(scene, p, things[0]):
        return actors(scene, things)
    found = as_actors(scene, clause_subject(scene.layout, scene.mentions, p, sentence.first, said))
    if said is not None and said.mode == "indirect" and said.speakers and is_ones(scene, p, found):
        found = as_actors(scene, speaker(said)) if is_alone(scene, p, found[0], said) else []
    if p.frame.wants.get("named") and any(f.how == "inferred" for f in found):
        return []  # "bu durumun hayatlarını tehdit ettiğini": nobody tells of his own
    if found and is_set_off(scene, p, found[-1]):
        return []
    if sharing := of_clause_before(scene, p, found, said):
        return sharing
    own = said is not None and said.mode == "indirect" and p.form.suffix != "ma" and "acc" in p.frame.wants["to"]
    of_one = own and is_of_one(scene, p, said)
    told = as_actors(scene, speaker(said)) if own else []
    owner = owner_of_object(scene, p, ["acc"], sentence, p.first) if told and found else []
    if owner and told and all(akin(f, told[0]) for f in found) and not akin(told[0], owner[0]) and is_laid_to(scene, p, said):
        return owner  # "X, Y'nin sevkiyatını engellediğine dikkat çekti": Y did
    if of_one and owner and not akin(told[0], owner[0]):
        return [f for f in found if not akin(f, told[0])]  # "Y'nin depolarını vurduğunu": Y did, or whoever it was it is not told
    others = owner and told and not akin(told[0], owner[0]) and not is_claimed(scene, said)
    return told if others and all(any(akin(f, o) for o in owner) for f in found) else found


def of_another(scene: Scene, p: Predicate, found: list[Party], said: Statement | None) -> list[Party]:
    """The other state of a clause, where an officer tells a blow to his own that else he had dealt ("Y'nin X gemilerine el koyduğunu")."""
    if said is None or not found or p.form.suffix != "dik" or not is_of_one(scene, p, said):
        return []
    told = as_actors(scene, speaker(said))
    if any(said.span.start <= f.span.start < said.span.end or not akin(f, told[0]) for f in found):
        return []
    first = scene.layout.token_at(said.span.start)
    around_it = [m for m in scene.mentions.within(first, p.first) if m.actor]
    own = [m for m in around_it if any(akin(q, told[0]) for q in parties([m]))]
    others = [m for m in around_it if m.case == "gen" and m not in own]
    if len(others) != 1 or not isinstance(others[0].entity, State | Organisation) or is_owner_of_place(scene, others[0]):
        return []
    if any(m.case == "gen" for m in own):
        return []  # "X'in, Y'nin gemilerini vurduğunu"
    struck = bool(own) or names_own(scene, first, p.first, told[0]) or does_by_thing(scene, others[0], p.first)
    return actors(scene, others) if struck else []


def is_owner_of_place(scene: Scene, owner: Mention) -> bool:
    """Does the genitive only tell where ("Y'nin | güneyinde")?"""
    form = scene.layout.tokens[owner.last].form
    return form.possessive.startswith("3") and form.case in ("loc", "dat", "abl")


def does_by_thing(scene: Scene, owner: Mention, high: int) -> bool:
    """Is what it owns the subject ("Y'nin saldırılarının | … engellediğini")?"""
    return any(t.form.case == "gen" and t.form.possessive.startswith("3") for t in scene.layout.tokens[owner.last : min(owner.last + 4, high)])


def names_own(scene: Scene, first: int, last: int, teller: Party) -> bool:
    """Are people of the teller's state named there ("Kenyalı askerleri")?"""
    home = state_of(teller.actor)
    return home is not None and any(t.capital and nationality(t, ("nation",)) == home for t in scene.layout.tokens[first:last])


def is_of_one(scene: Scene, p: Predicate, said: Statement | None) -> bool:
    """Is it a hostile deed of one, where an officer, an office or a text tells it, that would say "vurduklarını" of its own side?"""
    told = speaker(said) if said is not None and said.mode == "indirect" else []
    if said is None or not told or p.frame.wants["type"] not in HOSTILE or p.form.possessive != "3sg":
        return False
    by_text = said.cue is not None and scene.layout.tokens[scene.layout.token_at(said.cue.start)].form.passive
    teller = told[0].actor
    return by_text or not (isinstance(teller, State) or is_force(teller))


def is_force(actor: Actor) -> bool:
    """Is it an army or another force, of which the deed may be its own ("X ordusu, … vurduğunu açıkladı")?"""
    return isinstance(actor, Organisation) and actor.name.split()[-1].startswith(FORCES)


def of_clause_before(scene: Scene, p: Predicate, found: list[Party], said: Statement | None) -> list[Party]:
    """The subject of what it was done with, where an officer tells it ("X'in | kullandığı silahlarla limanı vurduğunu söyledi")."""
    told = as_actors(scene, speaker(said))
    if said is None or not is_of_one(scene, p, said) or p.form.suffix != "dik" or not all(any(akin(f, t) for t in told) for f in found):
        return []
    tokens = scene.layout.tokens
    for at in range(p.first - 1, scene.layout.token_at(said.span.start), -1):
        if tokens[at].form.suffix == "dik" and tokens[at].form.possessive == "3sg" and tokens[at + 1].form.case in ("ins", "loc"):
            return actors(scene, genitive(scene.layout, scene.mentions, scene.layout.token_at(said.span.start), at, strict=True))
    return []


def is_ones(scene: Scene, p: Predicate, found: list[Party]) -> bool:
    """Is one state told as the subject of a verb of many ("Y'nin üç gemisini … vurduklarını")? It only owns what they struck."""
    if p.form.possessive != "3pl" or len(found) != 1 or found[0].how == "inferred" or not is_one(found[0].actor):
        return False
    mention = scene.mentions.at(scene.layout.token_at(found[0].span.start))
    near = scene.layout.tokens[mention.last - 1 : mention.last + 2] if mention is not None else []
    return bool(near) and near[0].form.case == "gen" and not any(t.form.number == "pl" and t.form.case == "gen" for t in near)


def is_one(actor: Actor) -> bool:
    """Is it a state, or a body that is no group of people ("Husiler", "X ordusu")?"""
    if not isinstance(actor, Organisation):
        return isinstance(actor, State)
    return not actor.name.endswith(("ler", "lar")) and not actor.name.split()[-1].startswith(tuple(DELEGATES | AUTHORITIES))


def is_alone(scene: Scene, p: Predicate, owner: Party, said: Statement) -> bool:
    """Is the owner the only genitive of what is said, so that nobody else does it ("X ve hükümetin … verdiklerini")?"""
    mention = scene.mentions.at(scene.layout.token_at(owner.span.start))
    around_it = scene.layout.tokens[scene.layout.token_at(said.span.start) : p.first]
    others = [t for t in around_it if t.form.case == "gen" and not t.form.possessive and scene.mentions.at(t.index) is not mention]
    return all(mention is not None and owns_name(scene, mention, t) for t in others)


def owns_name(scene: Scene, owner: Mention, last: Token) -> bool:
    """Does the owner only tell whose the one is whose name ends in another genitive ("Çad'ın petrol şirketi | Petro'nun")?"""
    named = scene.mentions.at(last.index)
    between = scene.layout.tokens[owner.last : named.first] if named is not None else []
    had = bool(between) and any(f.possessive == "3sg" and f.case == "nom" for f in between[-1].forms)
    return had and all(t.form.case in ("nom", "") and not t.form.verb_form for t in between[:-1])


def is_thanked_for(scene: Scene, p: Predicate) -> bool:
    """Is it what another is thanked for ("X'e verdiği destekten dolayı teşekkür etti")? He who thanks did not do it."""
    return p.reach > p.head and any(t.form.lemma in scene.rules.thanks for t in scene.layout.tokens[p.reach + 1 : p.reach + 4])


def is_set_off(scene: Scene, p: Predicate, owner: Party) -> bool:
    """Does the genitive wait for the main verb ("X'in, Y'ye, | işgal ettiği adadan çekilmesini önerdiği")?"""
    if not is_object_relative(p) or p.form.case != "nom" or p.reach != p.head:
        return False
    after = scene.layout.tokens[p.last] if p.last < len(scene.layout.tokens) else None
    if after is not None and (after.form.verb_form == "finite" or after.low in scene.rules.claims):
        return False  # "X'in, Y'ye ateşkesi önerdiği | öne sürüldü"
    at = scene.layout.token_at(owner.span.end - 1) + 1
    if "dat" not in p.frame.wants["to"] and any(m.case == "dat" and isinstance(m.entity, State) for m in scene.mentions.within(at, p.first)):
        return True  # "X'in Y'ye | işgal ettiği bölgelerden çekilmesi …": Y did
    while at < p.first and scene.layout.tokens[at].form.lemma in DELEGATES:
        at += 1
    return at < p.first - 1 and scene.layout.tokens[at].text == ","


def of_verb(scene: Scene, p: Predicate, sentence: Sentence, said: Statement | None) -> list[Party]:
    """The subject of a verb, the speaker of its first person, or the subject that its sentence leaves out."""
    if (p.form.person or p.form.possessive).startswith("1") or shares_person(scene, p, sentence):
        return as_actors(scene, speaker(said))
    if behind := of_issued(scene, p, sentence) or whose_deed(scene, p, sentence):
        return actors(scene, behind)
    if among := named_among(scene, p, sentence):
        return actors(scene, among)
    if officers := of_officers(scene, p, sentence):
        return officers
    if p.form.suffix == "ma" and is_decided(scene.layout, p) and is_owned_decision(scene.layout, p):
        return actors(scene, genitive(scene.layout, scene.mentions, sentence.first, p.first, strict=True))
    if "acc" in p.frame.wants["to"] and (row := row_before_object(scene.layout, scene.mentions, p, sentence.first)):
        return actors(scene, row)
    found = of_readiness(scene, p, sentence) or subject(scene, p, sentence)
    inner = genitive(scene.layout, scene.mentions, sentence.first, p.first, strict=True) if p.converb and is_under_clause(scene, p, sentence) else []
    owner = owner_of_object(scene, p, list(p.frame.wants["to"]), sentence, p.first) if inner else []
    inner = [m for m in inner if all(o.span.start != m.span.start for o in owner)]  # "X, Y'nin kararını kınayarak"
    if inner and (not found or inner[0].first > found[0].first):
        return actors(scene, inner)  # "X'in ateş açarak … öldürmesine"
    found = found or belonging(scene, p, sentence)
    if found:
        return actors(scene, found)
    if own := forces(scene, p, sentence) or of_seated(scene, p, sentence):
        return own
    above = scene.layout.tokens[p.last : p.last + 3]
    if said is not None and p.form.verb_form == "verbal_noun" and any(t.form.person.startswith("1") for t in above):
        return as_actors(scene, speaker(said))  # "derinleştirmeye kararlıyız"
    in_speech = scene.layout.tokens[p.head].speech >= 0 or (said is not None and said.mode == "direct")
    if in_speech or p.participle or opens_with_common(scene, sentence):
        return []
    return as_actors(scene, parties(left_out(scene.layout, scene.mentions, sentence), "inferred"))


def of_seated(scene: Scene, p: Predicate, sentence: Sentence) -> list[Party]:
    """The government that opens the sentence by its place ("Gazze'deki hükümet(in medya ofisi), … kınadı")."""
    opener = scene.mentions.at(sentence.first)
    if opener is None or opener.last + 1 >= p.first or (state := seated(scene, opener.last)) is None:
        return []
    words = scene.layout.tokens[opener.last : min(opener.last + 4, p.first)]
    last = next((t for t in words if t.form.case == "nom" and (t is words[0] or t.form.possessive == "3sg")), None)
    return [Party(state, opener.span)] if last is not None and scene.layout.tokens[last.index + 1].text == "," else []


def shares_person(scene: Scene, p: Predicate, sentence: Sentence) -> bool:
    """Does a verb without a person of its own share that of the next ("teşekkür ediyor, | başarılar diliyoruz")?"""
    tokens = scene.layout.tokens
    if p.form.tense not in ("prog", "aor") or not p.finite or p.form.person != "3sg":
        return False
    if p.last >= len(tokens) or tokens[p.last].low not in (",", "ve"):
        return False
    after = next((t.form for t in tokens[p.last + 1 : min(sentence.last, p.last + 16)] if t.form.verb_form == "finite"), None)
    return after is not None and after.person.startswith("1")


def opens_with_common(scene: Scene, sentence: Sentence) -> bool:
    """Has the sentence a subject without a name ("Seçmen, … reddetti", "Uzmanlar ise …"), so that none is left out?"""
    tokens, form = scene.layout.tokens, scene.layout.tokens[sentence.first].form
    if form.pos != "NOUN" or form.case != "nom" or form.verb_form or scene.mentions.at(sentence.first) is not None:
        return False
    return sentence.first + 1 < len(tokens) and tokens[sentence.first + 1].low in (",", "ise", "da", "de")


def is_under_clause(scene: Scene, p: Predicate, sentence: Sentence) -> bool:
    """Does a nominalised verb follow that has the converb's subject ("X'in ateş açarak | öldürmesine")?"""
    for token in scene.layout.tokens[p.last : min(sentence.last, p.last + 30)]:
        if token.form.verb_form in ("finite", "converb"):
            return False
        if token.form.suffix in ("dik", "acak", "ma") and token.form.possessive.startswith("3"):
            return True
    return False


def subject(scene: Scene, p: Predicate, sentence: Sentence) -> list[Mention]:
    """The subject; behind a participle all of a row that one ending closes ("saldırı düzenleyen X, Y ve Z'nin")."""
    found = in_phrase(scene.layout, p, grammatical_subject(scene.layout, scene.mentions, p, sentence.first, sentence.last))
    if opener := before_row(scene, p, sentence, found):
        return [opener]
    if not p.participle or p.form.suffix != "an" or len(found) != 1 or found[0].first < p.last or not isinstance(found[0].entity, State):
        return found
    after = scene.layout.tokens[found[0].last] if found[0].last < len(scene.layout.tokens) else None
    if after is not None and after.form.lemma in GROUND:
        return []  # "köye saldıran, | X topraklarını gasbeden bir Y'li": no land does it
    row = conjuncts_before(scene.layout, scene.mentions, chain_end(scene.layout, scene.mentions, found[0]), found[0].first - 1)
    closed = len(row) > 1 and row[0] is found[0] and row[-1].case in ("gen", "acc", "dat")
    return row if closed else found


def before_row(scene: Scene, p: Predicate, sentence: Sentence, found: list[Mention]) -> Mention | None:
    """Who opens the sentence before a row of states that is no subject ("X, | Y, Z ve W bakanlarının kararını kınadı")."""
    tokens, opener = scene.layout.tokens, scene.mentions.at(sentence.first)
    if not found or opener is None or not opener.actor or opener is found[0] or found[0].last >= min(p.first, len(tokens)):
        return None
    if tokens[found[0].last].text != ",":
        return None
    for token in tokens[found[0].last : p.first]:
        if token.form.lemma in scene.rules.officers and token.form.number == "pl" and token.form.case != "nom" and token.form.possessive:
            row = row_before(scene.layout, scene.states, sentence.first, token.index)
            return opener if any(party.span.start == found[0].span.start for party in row) else None
    return None


def of_officers(scene: Scene, p: Predicate, sentence: Sentence) -> list[Party]:
    """The states whose officers together are the subject ("Mısır, Ürdün ve Katar dışişleri bakanları, … kınadı")."""
    tokens = scene.layout.tokens
    for at in range(sentence.first + 2, p.first - 1):
        form = tokens[at].form
        several = form.lemma in scene.rules.officers and form.number == "pl" and bool(form.possessive) and form.case == "nom"
        if several and (tokens[at + 1].low in (",", "ise", "da", "de") or tokens[at + 1].form.case in ("dat", "acc", "loc", "abl", "ins")):
            return row_before(scene.layout, scene.states, sentence.first, at)
    return []


def of_issued(scene: Scene, p: Predicate, sentence: Sentence) -> list[Mention]:
    """Who issues the text that does it ("X, Y'yi kınayan bir açıklama yayımladı")."""
    if not p.participle or p.form.suffix != "an" or p.passive:
        return []
    for token in scene.layout.tokens[p.last : p.last + 4]:
        if token.form.verb_form or token.kind != "word":
            return []
        if token.form.lemma in scene.rules.texts and is_refused(scene, token.index + 1):
            return []
        if token.form.lemma in scene.rules.texts:
            return nominative(scene.layout, scene.mentions, sentence.first, p.first) if token.form.case in ("nom", "acc") else []
    return []


def is_refused(scene: Scene, at: int) -> bool:
    """Does the verb at token `at` tell that the text was not made one's own ("bildiriyi | imzalamadı", "kararı | veto etti")?"""
    for token in scene.layout.tokens[at : at + 2]:
        if token.form.verb_form:
            return token.form.negative or token.form.lemma in TURNED_DOWN
        if token.low in TURNED_DOWN:
            return True
    return False


def named_among(scene: Scene, p: Predicate, sentence: Sentence) -> list[Mention]:
    """Who is one of those who do it ("X'i kınayan | ülkeler arasında Y de var", "Y, X'i kınayan | ülkelere katıldı")."""
    tokens = scene.layout.tokens
    if not p.participle or p.form.suffix != "an" or p.passive or p.last + 1 >= sentence.last or tokens[p.last].form.number != "pl":
        return []
    crowd, after = tokens[p.last].form, tokens[p.last + 1]
    if crowd.lemma not in scene.rules.crowds:
        return []
    if after.low == "arasında":
        told = [m for m in scene.mentions.within(p.last + 2, sentence.last) if m.actor and m.case == "nom"][:1]
        denied = any(t.low == "yok" or (t.form.verb_form == "finite" and t.form.negative) for t in tokens[p.last + 2 : sentence.last])
        return conjuncts_before(scene.layout, scene.mentions, chain_end(scene.layout, scene.mentions, told[0]), p.last) if told and not denied else []
    joined = crowd.case == "dat" and after.form.lemma == "katıl" and bool(after.form.verb_form) and not after.form.negative
    return nominative(scene.layout, scene.mentions, sentence.first, p.first) if joined else []


def whose_deed(scene: Scene, p: Predicate, sentence: Sentence) -> list[Mention]:
    """Whose deed or words do it, told behind ("X'in, Y'yi hedef alan | hava saldırılarını", "X'in Y'yi hedef alan | açıklamaları")."""
    if not p.participle or p.form.suffix != "an" or p.passive:
        return []
    first = behind_participles(scene.layout, p)
    for token in scene.layout.tokens[first : first + 4]:
        form = token.form
        if form.lemma in scene.rules.blows or form.lemma in scene.rules.made:
            owned = any(f.possessive.startswith("3") for f in token.forms)
            return genitive(scene.layout, scene.mentions, sentence.first, p.first, strict=True) if owned else []
        if form.verb_form or token.kind != "word" or form.case not in ("nom", ""):
            return []
    return []


def behind_participles(layout: Layout, p: Predicate) -> int:
    """Where the words begin behind the last participle that is joined to it ("X'i hedef alan, Y'yi destekleyen | açıklamaları")."""
    if p.last >= len(layout.tokens) or layout.tokens[p.last].low not in (",", "ve"):
        return p.last
    for token in layout.tokens[p.last + 1 : p.last + JOINED]:
        form = token.form
        if form.suffix == "an" and form.case == "nom":
            return token.index + 1
        if form.verb_form or form.case == "gen":
            return p.last
    return p.last


def is_claimed(scene: Scene, said: Statement | None) -> bool:
    """Is it a claim about another ("iddia etti", "dikkat çekti")?"""
    if said is None or said.cue is None:
        return False
    first = scene.layout.token_at(said.cue.start)
    return is_pointed_at(scene, said) or any(t.low in scene.rules.claims for t in scene.layout.tokens[first : first + 2])


def is_laid_to(scene: Scene, p: Predicate, said: Statement | None) -> bool:
    """Is the deed another's: pointed at, or a wrong that nobody claims of himself ("Y'nin hava sahasını ihlal ettiğini iddia etti")?"""
    wrong = p.frame.wants["says"].split()[0] in WRONGS and p.frame.wants["type"] in HOSTILE
    return is_pointed_at(scene, said) or (wrong and is_claimed(scene, said))


def is_pointed_at(scene: Scene, said: Statement | None) -> bool:
    """Does the speaker point at the deed of another ("dikkat çekti", "işaret etti")?"""
    if said is None or said.cue is None:
        return False
    first = scene.layout.token_at(said.cue.start)
    return any(t.low in POINTING for t in scene.layout.tokens[first : first + 2])


def belonging(scene: Scene, p: Predicate, sentence: Sentence) -> list[Mention]:
    """Whose things do it ("Ukrayna'ya ait insansız hava araçları … vurdu")."""
    for mention in scene.mentions.within(sentence.first, p.first):
        if mention.case == "dat" and scene.layout.tokens[mention.last].low in ("ait", "bağlı"):
            near = scene.layout.tokens[mention.last + 1 : min(mention.last + 6, p.first)]
            one = bool(near) and near[0].low == "bir" and len(near) > 1
            head = near[1] if one and near[1].capital else next((t for t in near if t.form.number == "pl" or t.form.possessive), None)
            case = "gen" if is_nominalised(p) else "nom"
            has_object = "acc" in p.frame.wants.get("to", ())
            may_be = head is not None and not has_object and is_open_to(scene, p, mention)  # "araçları": theirs, or an object
            set_off = head is not None and case == "nom" and scene.layout.tokens[head.index + 1].text == ","
            return [mention] if head is not None and any(f.case == case for f in head.forms[: 4 if set_off else 2 if may_be else 1]) else []
    return []


def is_open_to(scene: Scene, p: Predicate, owner: Mention) -> bool:
    """Does no other verb stand between, whose subject the owner's things may be?"""
    return not any(t.form.verb_form in ("participle", "finite", "converb") for t in scene.layout.tokens[owner.last + 1 : p.first])


def forces(scene: Scene, p: Predicate, sentence: Sentence, case: str = "nom") -> list[Party]:
    """Whose forces or firms open the clause as its subject ("Fransız askerleri … ayrıldı"), the speaker's own ("askerlerimiz")."""
    low = clause_start(scene.layout, scene.mentions, p, sentence.first, CLOSING)
    said = scene.statements.at(scene.layout.tokens[p.head].start)
    low = max(low, scene.layout.token_at(said.span.start)) if said is not None else low
    for token in scene.layout.tokens[low : min(low + 3, p.first)]:
        if case == "gen" and token.form.case == "gen" and people_at(scene, token) is None:
            return []  # "Yemen'in, Umman askerlerinin dönmesine izin vermediğini"
        if said is not None and token.form.possessive == "1pl" and token.form.case == case and token.form.pos == "NOUN":
            return as_actors(scene, speaker(said))
        party = people_at(scene, token)
        if party is not None:
            row, last = peoples_from(scene, token.index, party)
            head = next((t.form for t in scene.layout.tokens[last : last + 3] if acts_for(scene, p, t)), None)
            return row if head is not None and head.case == case else []
    return []


def peoples_from(scene: Scene, at: int, first: Party) -> tuple[list[Party], int]:
    """The peoples in a row from token `at` on, before the noun that all have, and where the row ends ("Fransız ve İngiliz | uçakları")."""
    tokens, row, last = scene.layout.tokens, [first], at + 1
    while last + 1 < len(tokens) and (tokens[last].low in AND or (tokens[last].text == "," and nationality(tokens[last - 1], ("nation",)))):
        party = people_at(scene, tokens[last + 1])
        if party is None or (tokens[last].text == "," and not nationality(tokens[last + 1], ("nation",))):
            break
        row.append(party)
        last += 2
    return row, last


def is_armed(scene: Scene, p: Predicate) -> bool:
    """Do forces do right before it what may be done with arms ("gemilerinin | ülkesini hedef aldığını"), nobody's object between?"""
    if "armed" not in p.frame.wants or p.first < 2:
        return False
    thing, doer = scene.layout.tokens[p.first - 1].form, scene.layout.tokens[p.first - 2].form
    return thing.lemma in LANDS and doer.case == "gen" and doer.lemma in scene.rules.troops


def people_at(scene: Scene, token: Token) -> Party | None:
    """The state whose people or name the token is ("Fransız", "Fransa")."""
    mention = scene.mentions.at(token.index)
    if mention is None:
        code = nationality(token) if token.capital else None
        return Party(scene.states.of(code), token.span) if code is not None else None
    return Party(mention.entity, mention.span) if isinstance(mention.entity, State) and mention.case == "nom" else None


def acts_for(scene: Scene, p: Predicate, token: Token) -> bool:
    """Does the noun tell who acts for a state: its soldiers and officers, in trade and in works its firms?"""
    lemma = token.form.lemma
    if lemma in DELEGATES or is_authority(token.form) or (lemma in scene.rules.troops and token.form.number == "pl"):
        return True
    return p.frame.wants["type"] == "COOPERATE" and lemma in scene.rules.firms


def of_going_on(scene: Scene, p: Predicate, sentence: Sentence) -> list[Mention]:
    """Who goes on with it where that is a reported clause ("X'in Y'nin bütünlüğünü desteklemeyi | sürdürdüğünü")."""
    above = begins(scene.layout, p)
    if above is None or above.suffix not in ("dik", "acak") or above.possessive != "3sg" or p.last >= len(scene.layout.tokens):
        return []
    verb = p.last if scene.layout.tokens[p.last].form.verb_form else p.last + 1
    return genitive(scene.layout, scene.mentions, sentence.first, verb, strict=True)


def goes_on(scene: Scene, p: Predicate) -> bool:
    """Is it the deed that goes on by itself ("Y'de X saldırılarının | devam ettiğine"): its owner does it?"""
    force = p.frame.wants["type"] in ("ASSAULT", "COERCE")
    return force and str(p.frame.wants["says"]).endswith("devam et") and scene.layout.tokens[p.first].form.case != "dat"


def of_readiness(scene: Scene, p: Predicate, sentence: Sentence) -> list[Mention]:
    """Who is ready where that is a reported clause ("X'in çalışmaya hazır olduğunu")."""
    if p.form.verb_form != "verbal_noun" or p.last >= sentence.last:
        return []
    reach = 6 if scene.layout.tokens[p.last].low == "ve" else 3  # "yardım etmeye | ve ekonomik ortaklığa hazır olduğunu"
    for at in range(p.last, min(p.last + reach, sentence.last)):
        form = scene.layout.tokens[at].form
        if form.suffix == "dik" and form.possessive == "3sg":
            return genitive(scene.layout, scene.mentions, sentence.first, p.first, strict=True)
    return []


def who_stands(scene: Scene, p: Predicate, sentence: Sentence, said: Statement | None) -> list[Party]:
    """Whose stance it is: the speaker's where he tells his own, else the subject's ("Fas, Senegal'in yanında olduğunu açıkladı")."""
    ours = scene.layout.tokens[p.first].form.possessive if p.first < p.head else ""  # "desteğimizin tam olduğunu"
    own = (p.form.person or p.form.possessive or ours).startswith("1") or ours.startswith("1") or (said is not None and said.mode == "indirect")
    if said is not None and own:
        owner = whose_stance(scene, p, sentence) if said.mode == "indirect" else []
        return owner or as_actors(scene, speaker(said))
    if not p.form.verb_form:
        return []
    if p.form.verb_form != "finite" and is_things(scene, p):
        return []
    found = nominative(scene.layout, scene.mentions, sentence.first, p.first)
    if not found and p.frame.wants.get("lasting"):
        found = genitive(scene.layout, scene.mentions, sentence.first, p.first, strict=True)
    return actors(scene, found)


def is_things(scene: Scene, p: Predicate) -> bool:
    """Is it a thing of which the stance is told ("bu anlaşmanın | X'e karşı olduğuna")?"""
    before = next((m for m in reversed(scene.mentions.within(max(p.first - 5, 0), p.first))), None)
    owner = scene.layout.tokens[before.first - 1] if before is not None and before.first else None
    return owner is not None and owner.form.case == "gen" and scene.mentions.at(owner.index) is None


def whose_stance(scene: Scene, p: Predicate, sentence: Sentence) -> list[Party]:
    """Who has what is told to go on, where a reported clause names him ("Kenya'nın desteğinin süreceğini söyledi")."""
    noun = scene.layout.tokens[p.first].form
    if p.first == p.head or noun.verb_form or noun.possessive != "3sg" or not p.frame.wants.get("lasting"):
        return []
    return actors(scene, genitive(scene.layout, scene.mentions, sentence.first, p.first, strict=True))


def heads_line(layout: Layout, p: Predicate, sentence: Sentence) -> bool:
    """Does the noun end a line without a verb, as headlines do ("Türkiye'den Yunanistan'a tepki")?"""
    return all(t.kind == "punct" for t in layout.tokens[p.last : sentence.last])


def owners(scene: Scene, p: Predicate, sentence: Sentence) -> list[Party]:
    """Whose deed a noun tells: its genitive, or "X'ten Y'ye çağrı"."""
    layout, mentions = scene.layout, scene.mentions
    if layout.tokens[p.head].form.possessive.startswith("1"):
        return as_actors(scene, speaker(scene.statements.at(layout.tokens[p.head].start)))  # "beklentimiz"
    owned = any(f.possessive in ("3sg", "3pl") for f in layout.tokens[p.head].forms)
    blow = owned and (p.frame.wants["type"] == "ASSAULT" or bool(p.frame.wants.get("joined")))
    if blow and (owner := whose_blow(scene, p)):
        return actors(scene, [owner])
    if blow and (beside := beside_noun(scene, p)):
        return beside  # "X'in, Rus saldırılarına karşı": no other's
    if blow and p.first and layout.tokens[p.first - 1].low == "bu" and any(f.case == "acc" and not f.possessive for f in layout.tokens[p.head].forms):
        return []  # "X'in bu saldırıları kınadığı"
    found = genitive(layout, mentions, max(sentence.first, p.first - 25), p.first, strict=True) if owned and not is_event(scene, p) else []
    found = asked_to_stop(scene, p, nearer(scene, p, found)) if blow else found
    if not found and p.frame.wants.get("from") and heads_line(layout, p, sentence):
        found = whence(scene, p, sentence)
    if not found and is_own_object(scene, p, sentence):
        found = nominative(layout, mentions, sentence.first, p.first)
    return actors(scene, found)


def is_own_object(scene: Scene, p: Predicate, sentence: Sentence) -> bool:
    """Is it the subject's own, an object that nobody else has ("X, Y'ye yönelik | eleştirilerini dile getirdi")?"""
    form, tokens = p.form, scene.layout.tokens
    if p.frame.wants["type"] == "ASSAULT" or form.possessive != "3sg" or form.case != "acc":
        return False  # "saldırılarını askıya aldı"
    if any(f.case == "acc" and not f.possessive for f in tokens[p.head].forms):
        return False
    if any(t.form.case == "gen" or t.form.verb_form for t in tokens[sentence.first : p.first] if t.speech == tokens[p.head].speech):
        return False
    verb = next((t.form for t in tokens[p.last : sentence.last] if t.form.verb_form), None)
    return verb is not None and verb.verb_form == "finite" and not verb.passive and not verb.negative


def whose_blow(scene: Scene, p: Predicate) -> Mention | None:
    """Whose blow it is where its noun is joined to the one struck ("Çad'ın | Nijer saldırısı"), the owner right before that."""
    struck = scene.mentions.at(p.first - 1) if p.first > 1 and p.frame.wants.get("joined") else None
    if struck is None or struck.last != p.first or struck.case != "nom" or not isinstance(struck.entity, State | Place):
        return None
    owner = scene.mentions.at(struck.first - 1) if struck.first else None
    return owner if owner is not None and owner.actor and part(scene.layout, scene.mentions, owner) == "gen" else None


def nearer(scene: Scene, p: Predicate, found: list[Mention]) -> list[Mention]:
    """The owner; one set off by a comma waits for the verb where another owner stands between ("X'in, Y hükümetinin işlediği suçların")."""
    tokens = scene.layout.tokens
    if not found or found[-1].last >= p.first or tokens[found[-1].last].low != ",":
        return found
    between = [m for m in scene.mentions.within(found[-1].last, p.first) if m.actor and part(scene.layout, scene.mentions, m) == "gen"]
    between = [m for m in between if tokens[m.last].form.suffix != "ki"]  # "Y'nin | kuzeyindeki üssü hedef alan saldırılarına": Y's place
    return between[-1:] or found


def asked_to_stop(scene: Scene, p: Predicate, found: list[Mention]) -> list[Mention]:
    """The owner; where the noun may be an object, he in the ablative whom another asks ("X'in Y'den … saldırıları durdurmasını istemesi")."""
    if not found or not any(f.case == "acc" and not f.possessive for f in scene.layout.tokens[p.head].forms):
        return found
    asked = [m for m in scene.mentions.within(found[-1].last, p.first) if m.actor and m.case == "abl"]
    return asked[-1:] or found


def beside_behind(scene: Scene, p: Predicate) -> list[Party]:
    """Whose name or people stands beside the noun of a blow told behind its participle ("düzenlenen | Rus hava saldırısında")."""
    if p.frame.wants["type"] != "ASSAULT" or not p.participle:
        return []
    for at in range(p.reach - 1, p.head, -1):
        token = scene.layout.tokens[at]
        if party := people_at(scene, token):
            return [party]
        if token.kind != "word" or token.form.case not in ("nom", "") or token.form.verb_form:
            return []
    return []


def is_event(scene: Scene, p: Predicate) -> bool:
    """Is it the name of an event ("Mavi Marmara saldırısı", "11 Eylül saldırıları"), whose doer is no owner?"""
    before = scene.layout.tokens[p.first - 1] if p.first else None
    if before is not None and before.capital and scene.layout.tokens[p.head].capital and p.frame.wants["says"] == "harekat":
        return True  # "Akdeniz Kalkanı Harekatı"
    if before is None or not before.capital or before.base_end != before.end:
        return False
    return scene.mentions.at(p.first - 1) is None and nationality(before) is None


def beside_noun(scene: Scene, p: Predicate) -> list[Party]:
    """ "İsrail saldırıları", "Rus bombardımanı": the name or the people right before the noun, an adjective between ("Rus hava saldırıları")."""
    if is_event(scene, p):
        return []
    for at in range(p.first - 1, max(p.first - 4, -1), -1):
        token, mention = scene.layout.tokens[at], scene.mentions.at(at)
        if token.text in (",", ";", ":", "("):
            return []
        if mention is not None:
            return actors(scene, [mention]) if mention.case == "nom" and not isinstance(mention.entity, Place) else []
        code = nationality(token) if token.capital else None
        if code is not None:
            return [Party(scene.states.of(code), token.span)]
        if token.form.case not in ("nom", "") or token.form.verb_form:
            return []
    return []
