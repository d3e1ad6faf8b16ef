"""To whom it is done: the mention in one of the rule's cases, the owner of the noun in that case, or one that other words tell."""

from __future__ import annotations

import itertools
from typing import Final

from tutanak.languages import word_list
from tutanak.mentions import nationality, state_called
from tutanak.mentions.find import people_state
from tutanak.mentions.lexicon import turkish
from tutanak.mentions.model import Mention, Mentions, Organisation, Person, Place, State, Unnamed
from tutanak.records.act_meant import asked, crowd, of_forces, opening_crowd, qualifies
from tutanak.records.act_rows import row_at
from tutanak.records.act_scene import HOSTILE, Scene, actors, akin, hurt, in_phrase, is_outlet, must_be_passive, public
from tutanak.records.frames import CALLED, MARKS, Predicate, chain_end
from tutanak.records.grammar import ABOUT, AND, BECAUSE_OF, CLOSING, JOINING, LISTING, OBLIQUE
from tutanak.records.parties import (
    DELEGATES,
    ORIGIN,
    Party,
    behind_account,
    by_agent,
    clause_start,
    conjuncts_before,
    genitive,
    genitives,
    grammatical_subject,
    is_authority,
    is_home,
    is_nominalised,
    is_taker,
    part,
    shares,
)
from tutanak.spans import Span
from tutanak.text.casing import fold
from tutanak.text.layout import Layout, Sentence, Token

# In which he stands to whom an own deed is refused.
INNER: Final = ("dat", "abl", "ins")
# After these the noun belongs to something else.
FAR: Final = frozenset(("için", "üzerine", "rağmen", "dolayı", "nedeniyle", "göre", "kadar", "sonra", "önce", "ve"))


LISTED: Final = 14  # words back in which a clause stands that another is joined to
# The case that a word behind the name stands for.
BESIDE: Final = {"hakkında": "about", "hakkındaki": "about", "konusunda": "about", "nezdinde": "dat"}
ANY: Final = frozenset((("her", "türlü"), ("her", "bir"), ("herhangi", "bir"), ("başka", "bir")))
AS_TO: Final = frozenset(("konusunda", "yönünde", "yolunda", "hususunda", "gibi"))
PRESSED: Final = frozenset(("için", "yönünde", "konusunda"))
WILLED: Final = frozenset(("SUPPORT", "REJECT", "AGREE", "CONCEDE"))
AROUND: Final = frozenset((
    "çevresinde", "etrafında", "yakınında", "yakınlarında", "açıklarında", "sınırında", "kıyılarında", "karşısında", "civarında",
))  # fmt: skip
MANNERS: Final = word_list("acts", "manners")
FIRST: Final = 5  # words of him who opens the sentence
HOW: Final = 5  # words of manner at most
FRONTS: Final = AROUND | {"önünde", "önündeki"}
LASTING: Final = frozenset(("boyunca", "süresince", "itibarıyla", "itibaren"))
BEFORE_DOER: Final = frozenset(("ve", "sadece", "yalnızca", "yalnız"))
SERVING: Final = word_list("acts", "serving")
BECAUSE: Final = BECAUSE_OF | {"dolayı", "ötürü", "için"}
AIMED: Final = frozenset(("yönelik", "dönük"))  # behind what is struck: "X'in altyapısına yönelik geniş çaplı bir saldırı"
LEAVING: Final = word_list("acts", "leaving")
UNDONE: Final = word_list("acts", "undone")
NEXT_TO: Final = frozenset(("yakın", "komşu", "rağmen", "göre"))
HAD: Final = frozenset(("ait", "bağlı"))
TOWARDS: Final = ABOUT | {"karşı", "göre"}


def targets(scene: Scene, p: Predicate, sentence: Sentence, source: list[Party]) -> list[Party]:
    """The target, never an outlet: it only tells."""
    return [t for t in all_targets(scene, p, sentence, source) if not is_outlet(scene, t)]


def all_targets(scene: Scene, p: Predicate, sentence: Sentence, source: list[Party]) -> list[Party]:
    """The nearest mention in one of the rule's cases, or the owner of the noun in that case."""
    cases = [*p.frame.wants["to"], *(p.frame.wants["noun_to"] if is_named_deed(p) else ()), *(INNER if refuses_to_do(scene.layout, p) else ())]
    if "taken" in p.frame.wants and not p.form.negative and (offered := whose_offer(scene, p, sentence, source)):
        return offered
    if (p.passive and p.frame.wants.get("thing") and not p.form.negative) or is_any(scene.layout, p):
        return []
    if joined := joined_to_blow(scene, p, source):
        return joined
    if p.frame.wants["type"] == "ACCUSE" and (charged := charged_with(scene, p, sentence, source)):
        return charged
    if p.frame.wants.get("envoy") and (seat := seat_of_own(scene, p, sentence, source)):
        return seat
    clause = object_clause(scene.layout, p, sentence, cases)
    asks = p.frame.wants["type"] == "REQUEST"
    if asks and (opener := set_off_first(scene, p, sentence, source)):
        return opener
    if asks and p.form.negative and clause < 0:  # "Y'den destek istemedi" refuses nothing, "Y'nin projesini istemedi" does
        return [t for t in owner_of_object(scene, p, ["acc"], sentence, p.first) if all(not akin(t, s) for s in source)]
    if asks and p.first and scene.layout.tokens[p.first - 1].form.lemma in scene.rules.favours:
        whose = genitive(scene.layout, scene.mentions, sentence.first, p.first - 1, strict=True)
        found = [t for t in actors(scene, whose) if all(not akin(t, s) for s in source)]
        if found:
            return found  # "Y'nin desteğini istedi"
    if clause >= 0:
        addressee = scene.mentions.at(p.first - 1) if asks and "abl" in cases else None
        if addressee is not None and part(scene.layout, scene.mentions, addressee) == "abl":
            return [t for t in actors(scene, [addressee]) if all(not akin(t, s) for s in source)]  # "… vermesini X'ten | talep etti"
        first: list[Party] = []
        if asks and is_nobodys_doing(scene, clause, sentence, source):
            first = objects(scene, p, ["abl"], sentence, source, direct=True, first=True)
        found = first or of_clause(scene, p, clause, sentence, source) or recipient(scene, p, clause, source)
        return found or (objects(scene, p, cases, sentence, source, direct=True) if asks else [])
    if asks and "clause" in cases:
        return objects(scene, p, cases, sentence, source, direct=True)
    if thanked := is_thanked(scene, p, sentence):
        found = [t for t in actors(scene, thanked) if all(not akin(t, s) for s in source)]
        if found:
            return found
    if p.frame.wants.get("presses") and (pressed := pressed_to(scene, p)) >= 0:
        found = of_clause(scene, p, pressed, sentence, source)
        if found:
            return found
    if asks and p.form.verb_form and is_clause(scene.layout, p):
        found = [t for t in asked(scene, p, sentence) if all(not akin(t, s) for s in source)]
        if found:
            return found
    if p.frame.wants["type"] == "SANCTION" and (punished := punished_for(scene, p, sentence, source)):
        return punished
    if p.passive:
        return of_passive(scene, p, cases, sentence, source)
    direct = bool(p.frame.wants.get("direct")) or (p.frame.wants["type"] == "SUPPORT" and is_attribute(scene, p))
    return objects(scene, p, cases, sentence, source, direct=direct)


def set_off_first(scene: Scene, p: Predicate, sentence: Sentence, source: list[Party]) -> list[Party]:
    """Who is asked and opens the sentence, set off by a comma from what he is asked for ("Uluslararası topluma, Y'nin … | çağrıda bulunan")."""
    if not p.frame.wants.get("addressed") or p.form.negative or scene.layout.tokens[p.first - 1].form.case in p.frame.wants["to"]:
        return []  # "arabuluculara, … ve Y'ye | çağrıda bulunan"
    for token in scene.layout.tokens[sentence.first + 1 : min(sentence.first + FIRST, p.first)]:
        if token.text == ",":
            at = token.index - 1
            named = scene.mentions.at(at)
            if scene.layout.tokens[at].form.case not in p.frame.wants["to"]:
                return []
            found = actors(scene, [named]) if named is not None and named.actor and named.case in p.frame.wants["to"] else []
            return [t for t in found or opening_crowd(scene, sentence.first, at) if all(not akin(t, s) for s in source)]
    return []


def punished_for(scene: Scene, p: Predicate, sentence: Sentence, source: list[Party]) -> list[Party]:
    """Whose deed is the reason, where it stands right before ("X'in Y'ye saldırıları nedeniyle | yaptırım uyguladı"): Y suffered it."""
    at = p.first - 1
    if at - 2 <= sentence.first or scene.layout.tokens[at].low not in BECAUSE or scene.layout.tokens[at - 1].form.pos != "NOUN":
        return []
    found = genitive(scene.layout, scene.mentions, sentence.first, at - 1, strict=True)
    return [t for t in actors(scene, found) if all(not akin(t, s) for s in source)]


def is_clause(layout: Layout, p: Predicate) -> bool:
    """Does what another is to do stand right before ("çekilmesi | çağrısı yaptı")?"""
    if p.first > 1 and layout.tokens[p.first - 1].low in PRESSED:  # "çekilmesi | yönünde çağrı yaptı"
        return layout.tokens[p.first - 2].form.suffix == "ma" and bool(layout.tokens[p.first - 2].form.possessive)
    return p.first > 0 and layout.tokens[p.first - 1].form.suffix == "ma"


def pressed_to(scene: Scene, p: Predicate) -> int:
    """The verb of what he is pressed to do ("çekilmesi için (X'in) | baskı yaptığı"); -1 where it is not told."""
    at = p.first - 1
    doer = scene.mentions.at(at) if at > 0 else None
    at = doer.first - 1 if doer is not None and doer.case == "gen" else at
    told = at > 0 and scene.layout.tokens[at].low in PRESSED and scene.layout.tokens[at - 1].form.suffix == "ma"
    return at - 1 if told else -1


def is_nobodys_doing(scene: Scene, at: int, sentence: Sentence, source: list[Party]) -> bool:
    """Must it be done by nobody that the clause names ("X'ten, Y'nin görev süresini | uzatmasını istedi")? Then he who is asked must."""
    token = scene.layout.tokens[at]
    if must_be_passive(token):
        return True
    doing = actors(scene, genitive(scene.layout, scene.mentions, sentence.first, at, strict=True))
    return token.form.lemma not in LEAVING and all(any(akin(d, s) for s in source) for d in doing)


def is_attribute(scene: Scene, p: Predicate) -> bool:
    """Does it qualify the noun right behind it, which it is done to ("X'in destek verdiği | cephe")?"""
    return qualifies(scene, p) and scene.layout.tokens[p.last].kind == "word"


def charged_with(scene: Scene, p: Predicate, sentence: Sentence, source: list[Party]) -> list[Party]:
    """Who is charged with a deed told before the verb ("X'i, Y'yi desteklemekle | suçladı"): the first object, for the others are the deed's."""
    tokens, form = scene.layout.tokens, scene.layout.tokens[p.first - 1].form
    if p.first == 0 or form.suffix != "mak" or form.case != "ins" or p.passive:
        return []
    for mention in scene.mentions.within(sentence.first, p.first):
        if tokens[mention.first].speech == tokens[p.head].speech and mention.actor and part(scene.layout, scene.mentions, mention) == "acc":
            found = [t for t in actors(scene, and_then(scene, mention)) if all(not akin(t, s) for s in source)]
            if found:
                return found
    return []


def and_then(scene: Scene, mention: Mention) -> list[Mention]:
    """The mention and one that "ve" joins behind it with the same ending of its own ("X'i | ve Y'yi")."""
    tokens = scene.layout.tokens
    after = scene.mentions.at(mention.last + 1) if mention.last + 1 < len(tokens) and tokens[mention.last].low == "ve" else None
    return [mention, after] if after is not None and after.actor and after.case == mention.case else [mention]


def done_to_before(scene: Scene, first: int, case: str) -> list[Party]:
    """Those before token `first` to whom it is done too, each in the same case: "X'e, [Y'ye] ve | Z'ye saldırdı", "[X'lilere] ve | Y'lilere"."""
    tokens, found, joins = scene.layout.tokens, list[Party](), AND
    while case in OBLIQUE and first > 1 and tokens[first - 1].low in joins:
        party = told_in(scene, first - 2, case)
        if party is None:
            break
        found.insert(0, party)
        first, joins = scene.layout.token_at(party.span.start), LISTING
    return found


def told_in(scene: Scene, at: int, case: str) -> Party | None:
    """The actor or the people that ends with token `at` in this case."""
    mention, token = scene.mentions.at(at), scene.layout.tokens[at]
    if mention is not None and mention.actor:
        return next(iter(actors(scene, [mention])), None) if mention.last == at + 1 and mention.case == case else None
    code = people_state(token) if token.capital and any(form.case == case for form in token.forms) else None
    return Party(scene.states.of(code), token.span) if code is not None else None


def peoples_before(scene: Scene, first: int) -> list[Party]:
    """Peoples joined to what begins at token `first`, before one noun: "[Fransız] ve | İngiliz askerleri", "12 [Çadlı] ve 3 | Perulu asker"."""
    tokens, found, joins = scene.layout.tokens, list[Party](), AND
    while first > 2 and tokens[first - 1 - (tokens[first - 1].kind == "number")].low in joins:
        at = first - 2 - (tokens[first - 1].kind == "number")
        token, mention = tokens[at], scene.mentions.at(at)
        alone = token.capital and (mention is None or not mention.actor) and token.base_end == token.end and token.form.case in ("", "nom")
        code = (nationality(token) or people_state(token)) if alone else None
        if code is None:
            break
        found.insert(0, Party(scene.states.of(code), token.span))
        first, joins = at, LISTING
    return found


def seat_of_own(scene: Scene, p: Predicate, sentence: Sentence, source: list[Party]) -> list[Party]:
    """The state from which an envoy is called back, by the seat before his office ("Riga Büyükelçisi'ni geri çağırdı")."""
    tokens = scene.layout.tokens
    for at in range(p.first, max(sentence.first, p.first - 12), -1):
        if tokens[at].form.lemma in scene.rules.envoys and tokens[at].form.possessive.startswith("3"):
            seat = tokens[at - 1]
            code = turkish().capitals.get(fold(seat.text)) or nationality(seat, ("state",))
            found = [Party(scene.states.of(code), Span(seat.start, seat.base_end))] if code is not None and seat.base_end == seat.end else []
            return [t for t in found if all(not akin(t, s) for s in source)]
    return []


def joined_to_blow(scene: Scene, p: Predicate, source: list[Party]) -> list[Party]:
    """Who is struck by the blow whose noun his name is joined to ("Çad'ın | Nijer saldırısı")."""
    if p.form.verb_form or not p.frame.wants.get("joined") or p.first < 2 or not source:
        return []
    mention = scene.mentions.at(p.first - 1)
    if mention is None or mention.last != p.first or mention.case != "nom" or not isinstance(mention.entity, State | Place):
        return []
    if mention.first == 0 or scene.layout.tokens[mention.first - 1].end != source[-1].span.end + ending(scene.layout.tokens[mention.first - 1]):
        return []
    return [t for t in actors(scene, [mention]) if all(not akin(t, s) for s in source)]


def around_whom(scene: Scene, p: Predicate, sentence: Sentence, source: list[Party]) -> list[Party]:
    """Around whom forces move ("Tayvan çevresinde", "Togo sınırında", "Togo açıklarında")."""
    tokens = scene.layout.tokens
    for mention in reversed(scene.mentions.within(sentence.first, p.first)):
        words = tokens[mention.last - 1 : mention.last + 2]
        if any(t.low in AROUND for t in words) and mention.case != "dat" and not isinstance(mention.entity, Person):
            return [t for t in actors(scene, [mention]) if all(not akin(t, s) for s in source)]
    return []


def ending(token: Token) -> int:
    """How long the ending of a name is ("Çad'ın": 3)."""
    return token.end - token.base_end


def whose_offer(scene: Scene, p: Predicate, sentence: Sentence, source: list[Party]) -> list[Party]:
    """Who made the offer that is taken ("X'in hazırladığı | planı", "X tarafından sunulan | teklifi … kabul etti")."""
    tokens = scene.layout.tokens
    high = agent_start(scene.layout, scene.mentions, p, sentence) if p.passive else p.first
    for at in range(high - 1, max(sentence.first, high - 8), -1):
        form = tokens[at].form
        if form.lemma in scene.rules.offers and form.case in ("acc", "nom", "gen"):
            found = offered_by(scene, sentence, at)
            return [t for t in actors(scene, found) if all(not akin(t, s) for s in source)]
        if form.verb_form or tokens[at].text in (",", ";"):
            return []
    return []


def offered_by(scene: Scene, sentence: Sentence, noun: int) -> list[Mention]:
    """Who made the offer whose noun is token `noun`, by the participle before it, else by its owner."""
    layout = scene.layout
    for at in range(noun - 1, max(sentence.first, noun - 8), -1):
        form = layout.tokens[at].form
        if form.verb_form == "participle":
            if form.passive and form.suffix == "an":
                return by_agent(layout, scene.mentions, sentence.first, at)
            return genitive(layout, scene.mentions, sentence.first, at, strict=True) if form.suffix == "dik" else []
        if form.verb_form or layout.tokens[at].kind != "word":
            return []
    return []


def is_thanked(scene: Scene, p: Predicate, sentence: Sentence) -> list[Mention]:
    """Who is thanked for what he did to another ("X'e, Y'ye verdiği destekten dolayı | teşekkür etti"): the first in the dative."""
    if not scene.rules.thanks & {str(p.frame.wants["says"]).split()[0]} or scene.layout.tokens[p.first - 1].low not in BECAUSE:
        return []
    low = clause_start(scene.layout, scene.mentions, p, sentence.first, CLOSING)
    told = [m for m in scene.mentions.within(low, p.first) if part(scene.layout, scene.mentions, m) == "dat" and m.actor]
    doing = any(t.form.suffix in ("dik", "an") for t in scene.layout.tokens[told[0].last : p.first]) if told else False
    return conjuncts_before(scene.layout, scene.mentions, chain_end(scene.layout, scene.mentions, told[0]), low - 1) if doing else []


def is_any(layout: Layout, p: Predicate) -> bool:
    """Is the object nobody's in particular ("her türlü eylemi reddetti")?"""
    words = [t.low for t in layout.tokens[max(p.first - 3, 0) : p.first]]
    return p.frame.wants["type"] == "REJECT" and any(pair in ANY for pair in itertools.pairwise(words))


def is_named_deed(p: Predicate) -> bool:
    """Is it the verb's noun ("X'in Y'ye yönelik suçlamaları", "X'ten Y'ye suçlama")?"""
    return p.form.suffix == "ma" and "noun_to" in p.frame.wants and (p.form.number == "pl" or not p.form.possessive or p.form.case == "nom")


def of_passive(scene: Scene, p: Predicate, cases: list[str], sentence: Sentence, source: list[Party]) -> list[Party]:
    """To whom a passive does it: its subject where the active has an accusative, else as the active has it."""
    layout, mentions = scene.layout, scene.mentions
    if "acc" not in cases:
        attribute = p.participle and p.form.suffix == "an" and p.frame.wants["type"] == "AID"
        return objects(scene, p, cases if attribute else [*cases, "nom"], sentence, source)
    if is_nominalised(p):
        patient, subject = genitive(layout, mentions, sentence.first, p.first), "gen"
    else:
        patient, subject = in_phrase(layout, p, grammatical_subject(layout, mentions, p, sentence.first, sentence.last)), "nom"
    common = p.first > 0 and layout.tokens[p.first - 1].form.case == "gen" and mentions.at(p.first - 1) is None
    if behind := people_behind(scene, p):
        return [t for t in behind if all(not akin(t, s) for s in source)]
    if p.frame.wants.get("there") and subject == "gen" and common:
        return people(scene, p, sentence.first, source)  # "İran'daki protestocuların idam edilmesi"
    blame = p.frame.wants["type"] in ("ACCUSE", "REJECT")
    patient = [m for m in patient if not unknown(scene, m) and not (blame and hurt(scene, m))]
    found = [t for t in actors(scene, patient) if all(not akin(t, s) for s in source)]
    if not found and subject == "gen":
        found = [t for t in owner_of_object(scene, p, ["gen"], sentence, p.first) if all(not akin(t, s) for s in source)]
    if not found and subject == "nom":
        high = before_marks(layout, agent_start(layout, mentions, p, sentence))
        found = [t for t in owner_of_object(scene, p, ["nom"], sentence, high) if all(not akin(t, s) for s in source)]
    attribute = p.participle and p.form.suffix == "an"  # "Y tarafından onaylanan yasa": the name before is no subject of it
    return found or objects(scene, p, cases if attribute else [*cases, subject], sentence, source)


def people_behind(scene: Scene, p: Predicate) -> list[Party]:
    """Whose people are told of right behind the participle of what was done to them ("tutuklanan | iki Alman gazeteci")."""
    if not p.participle or p.form.suffix != "an" or p.reach > p.head or p.frame.wants["type"] not in HOSTILE | {"RETREAT", "CONCEDE"}:
        return []
    for token in scene.layout.tokens[p.last : p.last + 3]:
        if token.capital:
            code = people_named(scene.layout, token.index) if scene.mentions.at(token.index) is None else None
            return [Party(scene.states.of(code), token.span)] if code is not None else []
        if token.form.pos not in ("NUM", "ADJ", "DET"):
            return []
    return []


def before_marks(layout: Layout, at: int) -> int:
    """Where the words end before token `at`, marks left out."""
    while at > 0 and layout.tokens[at - 1].kind == "punct":
        at -= 1
    return at


def objects(
    scene: Scene, p: Predicate, cases: list[str], sentence: Sentence, source: list[Party], direct: bool = False, first: bool = False
) -> list[Party]:
    """The nearest actors (the first, where all others belong to what is asked) before the predicate that fit one of the cases and are not
    the source; else a people ("Rus diplomatları")."""
    layout, mentions = scene.layout, scene.mentions
    quote = layout.tokens[p.head].speech
    low = behind_account(layout, clause_start(layout, mentions, p, sentence.first, CLOSING), p.first)
    if p.frame.wants["type"] == "REQUEST" and crowd(scene, p, cases, low) > low:
        return []
    if first and source:
        low = min(low, before_clauses(layout, p, sentence, source[0]))
    if not p.form.verb_form and source and source[-1].span.start < layout.tokens[p.first].start:
        low = max(low, layout.token_at(source[-1].span.start))
    high = agent_start(layout, mentions, p, sentence) if p.passive else before_verdict(layout, p, low)
    while high > low and layout.tokens[high - 1].text in MARKS:
        high -= 1  # "iki diplomatı “istenmeyen kişi” ilan etti"
    behind = before_whence(scene, p, low) if p.frame.wants.get("from") and p.form.verb_form else high
    whose = [] if direct else owner_of_object(scene, p, cases, sentence, before_manner(layout, behind, low))
    if whose and all(not akin(t, s) for t in whose for s in source):
        return whose
    if not direct and "acc" in cases and (beside := people_beside(scene, p, source)):
        return beside
    told = mentions.within(low, high)
    clause = layout.tokens[p.first - 1] if p.first else None
    addressed = p.frame.wants.get("addressed") and clause is not None and (clause.form.suffix == "ma" or clause.low == "için")
    addressed = addressed or (p.frame.wants["type"] == "THREATEN" and clause is not None and clause.low in AS_TO)
    strict = bool(addressed) and "acc" in cases and any(part(layout, mentions, m) == "acc" for m in told)  # "X'i Y'yi tanımaya çağırdı"
    for mention in told if addressed or first else reversed(told):
        if mention.last > high or layout.tokens[mention.first].speech != quote:
            continue
        stands = part(layout, mentions, mention)
        if stands == "nom" and isinstance(mention.entity, Person) and "acc" not in p.frame.wants["to"] and "nom" in cases:
            continue  # "Sözcü X, Y tarafından saldırı düzenlendiğini …": he tells it
        if stands not in cases and high > 1 and is_told_claim(scene, high - 1):
            continue
        if stands not in cases and is_outer(layout, p, mention, source):
            continue
        if strict and stands not in cases:
            continue
        if (direct and stands not in cases) or not fits(scene, mention, stands, cases, p, high) or (p.frame.wants.get("thing") and stands in cases):
            continue
        if unknown(scene, mention):
            owner = mentions.at(mention.first - 1) if mention.first else None
            if owner is None or part(layout, mentions, owner) != "gen":
                continue
            mention = owner  # "Çad'ın Ankara Büyükelçisi"
        elif stands != "dat" and p.frame.wants["type"] in ("ACCUSE", "REJECT") and hurt(scene, mention):
            continue
        if mention.kind == "group" and any(akin(t, s) for t in actors(scene, [mention]) for s in source):
            continue  # "iki ülkenin zarar gördüğü iddialarını reddetti"
        if (member := whose_membership(scene, p, mention, source)) is not None:
            mention = member
        if first:
            mention = chain_end(layout, mentions, mention)
        row = conjuncts_before(layout, mentions, mention, sentence.first - 1)
        first_of_row = row[0].first
        others = (done_to_before(scene, first_of_row, row[-1].case) if stands in OBLIQUE else []) or peoples_before(scene, first_of_row)
        named = [*others, *actors(scene, row)]
        found = [t for t in named if all(not akin(t, s) for s in source)]
        if found and addressed and all(is_outlet(scene, t) for t in found):
            continue  # "Facebook’u ziyaretinde Facebook yönetimini … davet etti"
        if found or (named and stands in cases and ("acc" in cases or (stands == "dat" and p.frame.wants["type"] in ("AID", "REQUEST")))):
            return found  # an object of the source's own state: nobody else is meant
    return people_asked(scene, p, low, source) if direct else people(scene, p, low, source)


def before_whence(scene: Scene, p: Predicate, low: int) -> int:
    """Where the words begin that tell whence it came ("açıklamasına | X Bakanlığından sert (tepki geldi)"); else the predicate itself."""
    at = p.first
    while at - 1 > low and scene.layout.tokens[at - 1].form.pos == "ADJ" and scene.mentions.at(at - 1) is None:
        at -= 1
    named = scene.mentions.at(at - 1) if at else None
    return named.first if named is not None and part(scene.layout, scene.mentions, named) == "abl" and named.last == at else p.first


def before_clauses(layout: Layout, p: Predicate, sentence: Sentence, source: Party) -> int:
    """Where he who is asked may stand, before all clauses that tell what for: behind the doer, or where that is told elsewhere in the sentence."""
    begin = layout.token_at(source.span.start)
    return max(sentence.first, begin) if begin < p.first else sentence.first


def before_manner(layout: Layout, at: int, low: int) -> int:
    """Where the words begin that tell before token `at` how it is done ("saldırısını | en sert şekilde", "şiddetle"); else `at`."""
    tokens, first = layout.tokens, at
    if first - 1 > low and tokens[first - 1].low in MANNERS:
        first -= 1
        while first - 1 > low and at - first < HOW and is_degree(tokens[first - 1]):
            first -= 1
    return first


def is_degree(token: Token) -> bool:
    return token.form.pos in ("ADJ", "ADV", "DET") or token.low in ("en", "bir")


def is_outer(layout: Layout, p: Predicate, mention: Mention, source: list[Party]) -> bool:
    """Does a genitive stand before the doer's own ("Z'nin | Y'nin öneriyi reddetmesine ilişkin yaptığı")? It belongs to what follows."""
    nominal = p.form.verb_form == "verbal_noun" and bool(p.form.possessive) and not p.passive
    return nominal and bool(source) and layout.tokens[mention.last - 1].end < source[0].span.start < layout.tokens[p.first].start


def whose_membership(scene: Scene, p: Predicate, mention: Mention, source: list[Party]) -> Mention | None:
    """Whose it is to belong to the one named ("Türkiye'nin | AB üyeliğine"), if that is not the source."""
    owner = scene.mentions.at(mention.first - 1) if mention.first else None
    if owner is None or p.frame.wants["type"] not in WILLED or scene.layout.tokens[min(mention.last, p.first)].form.lemma != "üyelik":
        return None
    told = actors(scene, [owner])
    fit = part(scene.layout, scene.mentions, owner) == "gen" and told and not any(akin(t, s) for t in told for s in source)
    return owner if fit else None


def refuses_to_do(layout: Layout, p: Predicate) -> bool:
    """Is it an own deed that is refused ("Y'nin planına uymayı | reddetti")? To whom that is done he refuses it."""
    form = layout.tokens[p.first - 1].form if p.first else p.form
    return p.frame.wants["type"] == "REJECT" and form.suffix == "ma" and form.case == "acc" and not form.possessive and not form.passive


def before_verdict(layout: Layout, p: Predicate, low: int) -> int:
    """Where the object ends that is called something ("saldırısını “savaş suçu” olarak nitelendirdi"), or whose noun what it comes to
    parts from its verb: before that; else the predicate itself."""
    if refuses_to_do(layout, p):
        return p.first - 1
    if p.frame.wants.get("amount") and not any(t.capital for t in layout.tokens[p.begins : p.first]):
        return p.begins  # "Y'ye uyguladığı | vergiyi yüzde 20'ye çıkardı"
    if p.first == 0 or layout.tokens[p.first - 1].low not in CALLED:
        return p.first
    for at in range(p.first - 2, max(low, p.first - 10) - 1, -1):
        if any(f.case == "acc" and not f.verb_form for f in layout.tokens[at].forms):
            return at + 1
    return p.first


def owner_of_object(scene: Scene, p: Predicate, cases: list[str], sentence: Sentence, high: int) -> list[Party]:
    """Whose thing or deed is the object right before ("ABD'nin … çekilme yönündeki talebini", "İsrail'in … düzenlediği saldırıyı")."""
    if not high or not p.form.verb_form:
        return []
    head = scene.layout.tokens[high - 1]
    if head.form.verb_form or head.kind != "word" or not is_object(head, cases) or scene.mentions.at(head.index) is not None:
        return []
    inner = scene.mentions.at(high - 2) if high > 1 else None
    if inner is not None and isinstance(inner.entity, State) and head.form.lemma in scene.rules.victims:
        return []  # "X'in Y egemenliğini": Y's
    if is_home(head, inner):
        return []  # "X'in | ülkesini tehdit ettiğini": his who says so
    if is_told_claim(scene, head.index):
        return []
    if about := whose_matter(scene, p, head.index, sentence):
        return actors(scene, about)
    done = doing_of(scene.layout, head.index, sentence.first)
    if done < 0 and (head.form.possessive not in ("3sg", "3pl") or is_nobodys(head, cases)):
        return []
    blame = p.frame.wants["type"] in ("ACCUSE", "REJECT")
    low = first_had(scene.layout, head.index, sentence.first)
    found = genitive(scene.layout, scene.mentions, sentence.first, done if done >= 0 else low, strict=True)
    found = [m for m in found if not is_subject_before(scene.layout, m, head.index)]
    return actors(scene, [m for m in found if not (blame and hurt(scene, m))])


def is_subject_before(layout: Layout, owner: Mention, at: int) -> bool:
    """Is the genitive the subject of a clause that is joined to the one of the object at token `at` ("X'in … saldırdığını, | limanı vurduğunu")?"""
    told = [t for t in layout.tokens[owner.last : at - 1] if t.form.suffix in ("dik", "acak") and is_taker(t)]
    return any(layout.tokens[t.index + 1].low in (",", "ve") for t in told)


def first_had(layout: Layout, at: int, low: int) -> int:
    """The first of the things that are had together, the last of which is token `at` ("Y'nin | bütünlüğü, güvenliği ve istikrarını")."""
    tokens = layout.tokens
    for join in (at - 1, at - 2):
        if join - 1 > low and tokens[join].low in JOINING and is_had_thing(tokens[join - 1]):
            return first_had(layout, join - 1, low)
        if join <= low or tokens[join].form.case not in ("nom", "") or tokens[join].form.possessive or tokens[join].kind != "word":
            return at
    return at


def is_had_thing(token: Token) -> bool:
    return any(f.possessive == "3sg" and f.case in ("nom", "acc") and not f.verb_form for f in token.forms)


def whose_matter(scene: Scene, p: Predicate, head: int, sentence: Sentence) -> list[Mention]:
    """Whose deed it is that the thing refused is about ("X'in Y'ye müdahalesine ilişkin | kararı bloke etti")."""
    tokens = scene.layout.tokens
    if p.frame.wants["type"] not in ("REJECT", "ACCUSE") or head < 2 or tokens[head - 1].low not in ("ilişkin", "yönelik", "dair"):
        return []
    deed = tokens[head - 2].form
    if deed.case != "dat" or not deed.possessive.startswith("3") or deed.passive or tokens[head].form.possessive:
        return []
    return genitive(scene.layout, scene.mentions, sentence.first, head - 2, strict=True)


def is_nobodys(head: Token, cases: list[str]) -> bool:
    """Must the object be nobody's, for only its bare form stands in the case ("X'in | gemileri vurduğunu": X did; not "gemilerini")?"""
    fit = [form for form in head.forms if form.case in cases and not form.verb_form]
    return "acc" in cases and bool(fit) and not any(form.possessive for form in fit)


def is_told_claim(scene: Scene, at: int) -> bool:
    """Is it a claim that a clause tells ("Y'nin zarar gördüğü iddialarını"), whose subject claims nothing?"""
    noun, before = scene.layout.tokens[at].form, scene.layout.tokens[at - 1].form
    if noun.lemma not in scene.rules.claims:
        return False
    is_bare = any(f.case == "acc" and not f.possessive for f in scene.layout.tokens[at].forms)
    told = before.suffix in ("dik", "acak") and bool(before.possessive) and bool(noun.possessive)
    return told or (scene.layout.tokens[at - 1].low in ("yönündeki", "ilişkin", "dair", "şeklindeki") and is_bare)


def doing_of(layout: Layout, head: int, low: int) -> int:
    """The participle that tells whose deed a noun is ("düzenlediği hava saldırısını"): its index, else -1."""
    for at in range(head - 1, max(low, head - 4) - 1, -1):
        form = layout.tokens[at].form
        if form.suffix == "dik" and form.possessive in ("3sg", "3pl"):
            return at
        if form.suffix == "ki" and layout.tokens[head].low.startswith("iddia"):
            return -1  # "… yönündeki iddialarını": the clause is told, nobody's doing
        if layout.tokens[at].low == "yönündeki":
            continue
        if form.suffix == "ma" and form.case == "nom" and not form.possessive:
            continue  # "çıkardığı | tutuklama kararını"
        if form.verb_form or form.case not in ("nom", ""):
            return -1
    return -1


def unknown(scene: Scene, mention: Mention) -> bool:
    """A description of no known state ("Maslahatgüzarı"): its owner is the actor."""
    return isinstance(mention.entity, Unnamed) and not public(scene, mention.entity)


def object_clause(layout: Layout, p: Predicate, sentence: Sentence, cases: list[str]) -> int:
    """The -mA clause that is the object ("İran'ın durdurmasını istedi"): index of its verb, right before the predicate, else -1."""
    for at in range(p.first - 1, max(sentence.first, p.first - (6 if "clause" in cases else 3)) - 1, -1):
        form = layout.tokens[at].form
        if form.verb_form == "verbal_noun":
            fit = form.case in cases or ("clause" in cases and (form.case in ("acc", "nom", "loc") or not p.form.verb_form))
            return at if fit and form.suffix == "ma" and form.possessive.startswith("3") else -1
        if form.verb_form:
            return -1
    return -1


def of_clause(scene: Scene, p: Predicate, at: int, sentence: Sentence, source: list[Party]) -> list[Party]:
    """Whose doing is meant: the subject of the clause whose verb is token `at`; what must be done by nobody asks nobody."""
    said = bool(p.frame.wants.get("said"))
    if must_be_passive(scene.layout.tokens[at]) and said and (undone := who_is_undone(scene, at, sentence)):
        return [t for t in actors(scene, undone) if all(not akin(t, s) for s in source)]
    if must_be_passive(scene.layout.tokens[at]):
        active = joined_active(scene.layout, at, sentence.first)
        if active < 0 and said:
            return []
        at = active if active >= 0 else at
    for first in range(max(sentence.first, at - 7), at):  # "geri dönmesine ve kalmasına": one subject
        if is_taker(scene.layout.tokens[first]) and shares(scene.layout, first, at):
            at = first
            break
    found = by_agent(scene.layout, scene.mentions, sentence.first, at) if scene.layout.tokens[at].form.passive else []
    passive, asks = scene.layout.tokens[at].form.passive, p.frame.wants["type"] == "REQUEST"
    strict = (said and passive) or (asks and not passive and has_common_subject(scene, sentence.first, at))
    found = found or genitive(scene.layout, scene.mentions, sentence.first, at, strict=strict)
    if found and p.participle and must_be_passive(scene.layout.tokens[at]) and scene.layout.tokens[found[-1].last].text == ",":
        found = []  # "Y'nin, | X'in geçilmesine karşı çıkan Z'ye gideceği"
    if found and (is_patient_common(scene, at) or is_patient(scene, found[-1], at)):
        found = []
    found = found or of_relative(scene, sentence, at)
    found = [] if is_common_doer(scene, found, at) else found or of_forces(scene, sentence.first, at)
    between = scene.layout.tokens[found[-1].last : at] if found else []
    if between and between[0].text != "," and any(t.low == "için" for t in between):
        return []  # "X'in varlıklarının dondurulması için iş birliği yapılmasını istedi"
    if p.frame.wants["type"] in ("ACCUSE", "REJECT"):
        found = [m for m in found if not hurt(scene, m)]
    return [t for t in actors(scene, found) if all(not akin(t, s) for s in source)]


def who_is_undone(scene: Scene, at: int, sentence: Sentence) -> list[Mention]:
    """Who must be disarmed or driven out by nobody named ("X'in | silahsızlandırılması gerektiğini"): it is asked of him."""
    if not any(form.lemma in UNDONE for form in scene.layout.tokens[at].forms) and scene.layout.tokens[at - 1].form.lemma not in UNDONE:
        return []
    owner = genitive(scene.layout, scene.mentions, sentence.first, at, strict=True)
    first = scene.mentions.at(owner[0].first - 2) if len(owner) == 1 and owner[0].first > 1 else None
    if first is None or scene.layout.tokens[owner[0].first - 1].text != "/":
        return owner
    return [*conjuncts_before(scene.layout, scene.mentions, first, sentence.first - 1), *owner]  # "X ve Y/Z'nin"


def recipient(scene: Scene, p: Predicate, at: int, source: list[Party]) -> list[Party]:
    """To whom nobody named is to give what is refused ("Y'ye silah | verilmesine karşı çıktı")."""
    if p.frame.wants["type"] != "REJECT" or not scene.layout.tokens[at].form.passive:
        return []
    for mention in reversed(scene.mentions.within(max(at - LISTED, 0), at)):
        if mention.actor and part(scene.layout, scene.mentions, mention) == "dat" and scene.layout.tokens[mention.last].low not in TOWARDS | HAD:
            between = scene.layout.tokens[mention.last : at]
            told = [] if any(t.form.verb_form or t.low == "," for t in between) else actors(scene, [mention])
            return [t for t in told if all(not akin(t, s) for s in source)]
    return []


def has_common_subject(scene: Scene, low: int, at: int) -> bool:
    """Has the verb at token `at` a subject without a name ("toplumun, X'in eylemleri karşısında önlem | alması")?"""
    open_, _ = genitives(scene.layout, scene.mentions, max(low, at - 40), at, strict=True)
    return bool(open_) and open_[-1] is None


def joined_active(layout: Layout, at: int, low: int) -> int:
    """The clause that a passive one is joined to ("askerlerini | çekmesini ve kapıların açılmasını istedi"): index of its verb, else -1."""
    form = layout.tokens[at].form
    for first in range(at - 2, max(low, at - LISTED), -1):
        other = layout.tokens[first].form
        if other.verb_form in ("finite", "converb"):
            return -1
        alike = other.suffix == form.suffix and other.possessive.startswith("3") and other.case in (form.case, "nom")
        if alike and layout.tokens[first + 1].low in ("ve", ",", "ile") and not must_be_passive(layout.tokens[first]):
            return first
    return -1


def is_patient(scene: Scene, owner: Mention, at: int) -> bool:
    """Is he himself what nobody named is to do something to ("X'in terör örgütü olarak | tanınmasını", not "X'in saldırılarının durdurulmasını")?"""
    if not must_be_passive(scene.layout.tokens[at]) or owner.case != "gen":
        return False
    return not any(t.form.case == "gen" and t.form.possessive for t in scene.layout.tokens[owner.last : at])


def of_relative(scene: Scene, sentence: Sentence, at: int) -> list[Mention]:
    """Whose the relative clause inside is, where the verb at `at` has no other subject ("X'in işgal ettiği bölgelerden | çekilmesini")."""
    tokens = scene.layout.tokens
    for i in range(at - 1, max(sentence.first, at - LISTED), -1):
        form = tokens[i].form
        if form.suffix == "dik" and form.possessive == "3sg" and not form.passive:
            return genitive(scene.layout, scene.mentions, sentence.first, i, strict=True)
        if form.verb_form or form.case == "gen":
            return []
    return []


def is_patient_common(scene: Scene, at: int) -> bool:
    """Is what must be done to told right before a passive, nobody's ("adımların | atılması")?"""
    token, before = scene.layout.tokens[at], scene.layout.tokens[at - 1]
    return must_be_passive(token) and before.form.case == "gen" and not before.form.possessive and not before.capital


def is_common_doer(scene: Scene, found: list[Mention], at: int) -> bool:
    """Must somebody without a name do it ("X'in …; basının | buna dikkat etmesi gerektiğini"), whose genitive stands nearer?"""
    tokens = scene.layout.tokens
    for i in range(found[-1].last if found else at, at - 1):
        common = tokens[i].form.case == "gen" and not tokens[i].form.possessive and scene.mentions.at(i) is None and not tokens[i].form.verb_form
        if common and not any(tokens[k].form.possessive.startswith("3") and not tokens[k].form.verb_form for k in range(i + 1, min(i + 3, at))):
            return any(t.low == "," for t in tokens[found[-1].last : i])
    return False


def people(scene: Scene, p: Predicate, low: int, source: list[Party]) -> list[Party]:
    """The state of a people named right before the predicate."""
    for at in range(p.first - 1, max(low, p.first - (12 if p.passive else 8)) - 1, -1):
        token = scene.layout.tokens[at]
        if token.capital and scene.mentions.at(at) is None and not names_body(scene, at):
            owner = scene.layout.tokens[at + 1].form
            hurt_too = p.frame.wants["type"] in HOSTILE and owner.lemma not in DELEGATES and is_had_by_them(scene.layout, at + 2)
            may_be = owner.case != "gen" or "gen" in p.frame.wants["to"] or is_authority(owner) or hurt_too  # "Rum kesiminin tutumunu"
            code = people_named(scene.layout, at) if may_be else None
            if code is not None:
                party = Party(scene.states.of(code), token.span)
                if any(akin(party, s) for s in source) and p.passive and any(t.low == "tarafından" for t in scene.layout.tokens[at : p.first]):
                    continue  # "Yunan hava sahasının | Türk uçakları tarafından ihlal edildiği"
                if row := row_at(scene.layout, scene.states, at + 1, scene.rules.officers):
                    return [t for t in row if all(not akin(t, s) for s in source)]
                row = [*(done_to_before(scene, at, token.form.case) or peoples_before(scene, at)), party]
                return [t for t in row if all(not akin(t, s) for s in source)]
    return []


def people_beside(scene: Scene, p: Predicate, source: list[Party]) -> list[Party]:
    """The people that the word right before the predicate names as its object ("Y'yi itham ederken | Rumları övdü")."""
    token = scene.layout.tokens[p.first - 1]
    if p.first == 0 or not token.capital or all(f.case != "acc" for f in token.forms) or scene.mentions.at(token.index) is not None:
        return []
    code = people_state(token)
    party = Party(scene.states.of(code), token.span) if code is not None else None
    row = [*done_to_before(scene, token.index, "acc"), party] if party is not None else []
    return [t for t in row if all(not akin(t, s) for s in source)]


def names_body(scene: Scene, at: int) -> bool:
    """Is the people's name part of a body's ("Amerikan Ermeni | Ulusal Komitesi")?"""
    after = scene.layout.tokens[at + 1 : at + 3]
    return len(after) == 2 and all(t.capital and t.kind == "word" for t in after) and after[1].form.possessive == "3sg"


def is_had_by_them(layout: Layout, at: int) -> bool:
    """Have those people what is named next ("Rus esirlerin | kitaplarına el koydu")?"""
    return at < len(layout.tokens) and layout.tokens[at].form.possessive.startswith("3") and not layout.tokens[at].form.verb_form


def people_named(layout: Layout, at: int) -> str | None:
    """The state whose people the word names, with the word before it where both do ("Kıbrıs | Türk halkı")."""
    token, before = layout.tokens[at], layout.tokens[at - 1] if at else layout.tokens[at]
    both = state_called(f"{before.low} {fold(token.base)}", ("nation",)) if before.capital and at else None
    return both or nationality(token) or people_state(token)


def people_asked(scene: Scene, p: Predicate, low: int, source: list[Party]) -> list[Party]:
    """The state of whose people something is asked ("iki Fransız çalışandan ayrılmalarını istedi")."""
    if p.frame.wants["type"] != "REQUEST" or "abl" not in p.frame.wants["to"]:
        return []
    tokens = scene.layout.tokens
    for at in range(p.first - 1, max(low, p.first - 14) - 1, -1):
        code = nationality(tokens[at], ("nation",)) if tokens[at].capital and scene.mentions.at(at) is None else None
        if code is not None and any(t.form.case == "abl" for t in tokens[at + 1 : at + 4]):
            party = Party(scene.states.of(code), tokens[at].span)
            return [] if any(akin(party, s) for s in source) else [party]
    return []


def fits(scene: Scene, mention: Mention, stands: str, cases: list[str], p: Predicate, high: int) -> bool:
    """Does the mention, or the noun it belongs to, stand in one of the cases as an object of this predicate?"""
    layout = scene.layout
    if stands not in cases and mention.first and layout.tokens[mention.first - 1].text == "(" and layout.tokens[mention.last].text != ")":
        return False  # "(X saatiyle)", not "Birliğe (AB)"
    own = (layout.tokens[mention.last - 1].quote, layout.tokens[p.head].quote)
    between = [t for t in layout.tokens[mention.last : high] if t.quote in own]  # "X'e “…” sözleriyle tepki gösterdi"
    if stands == "loc" and "ki" in cases and layout.tokens[mention.last - 1].form.suffix == "ki":
        return True  # "X'teki sel nedeniyle başsağlığı diledi"
    if fits_by_type(layout, mention, str(p.frame.wants["type"]), high):
        return True
    if stands == "abl" and between and between[0].form.pos == "ADP":
        return False  # "X'ten sonra (vergileri artırdı)"
    if stands == "dat" and between and between[0].low in NEXT_TO:
        return False  # "X hükümetine yakın isimlerin"
    if stands == "dat" and between and between[0].low in TOWARDS | HAD and p.frame.wants["type"] == "REQUEST":
        return False  # "Gazze'ye yönelik ablukanın kaldırılması", "X'e ait mevzilerden uzak durmaları çağrısı"
    if stands in cases or (stands == "partner" and "ins" in cases):
        if p.frame.wants["type"] in ("REJECT", "ACCUSE") and stands == "dat" and any(is_plain(t, "dat") for t in between):
            return False  # "İran'a yaptırımlara karşı": the noun is the object
        if p.frame.wants["type"] == "REJECT" and any(t.form.verb_form == "verbal_noun" and t.form.case in cases for t in between):
            return False
        if p.frame.wants["type"] in ("AID", "SUPPORT") and between and between[0].low == "karşı":
            return False  # "Rusya'ya karşı": against whom, not to whom
        if p.frame.wants["type"] == "SUPPORT" and stands == "dat" and between and between[0].text == ",":
            return True  # "X'e, verdiği destek için teşekkür etti"
        if p.frame.wants["type"] == "REQUEST" and stands == "abl":
            return not any(takes_it(scene, between, i) for i in range(min(2, len(between))))  # "X'ten yıllardır süren yasağı kaldırmasını istedi"
        if p.frame.wants.get("addressed") and stands == "dat" and between and between[0].text == ",":
            return True  # "X'e, anlaşmadan doğan yükümlülüklerini yerine getirme çağrısında bulundu"
        if p.frame.wants.get("addressed") and stands == "dat":
            between = [t for t in between if t.form.suffix != "acak"]  # "X'e Y'yi durduracak adımlar atma çağrısında bulundu"
        return not any(takes_it(scene, between, i) for i in range(len(between)))
    if stands == "loc" and between and between[0].low in SERVING:
        return is_object(between[-1], cases)  # "Togo'nun Lima Büyükelçiliğinde görevli iki diplomatı"
    if p.frame.wants["type"] == "SANCTION" and len(between) > 1 and between[0].low in ORIGIN and is_object(between[1], cases):
        return True  # "X menşeli ürünlere"
    if stands == "dat" and between and between[0].low in ("ait", "bağlı"):
        return any(is_object(t, cases) for t in between[1:4])
    if stands == "dat" and len(between) > 1 and between[0].form.suffix == "an" and between[0].form.passive and is_object(between[-1], cases):
        return True  # "Ukrayna'ya ayrılan krediyi"
    if between and between[0].low in ("karşıtı", "yanlısı", "destekli"):
        return False  # "X karşıtı herhangi bir kararı"
    if between and between[0].low in FRONTS and p.frame.wants["type"] in WILLED:
        return False  # "X Büyükelçiliği önünde düzenlenen gösteriye"
    if stands == "nom" and between and between[0].low in ("ise", "da", "de"):
        return False  # "X ise Y'nin sivilleri …"
    if stands == "nom" and between and between[0].low == "için" and p.frame.wants["type"] == "AID":
        return True
    if between and between[0].low in BESIDE:
        return BESIDE[between[0].low] in cases  # "X hakkında tutuklama emri", "X nezdinde girişim"
    if stands in ("nom", "modifier") and between and is_force(scene, between[0]):
        return False  # "X topçuları, Y köyünü … hedef aldı": they do it
    if between and between[-1].form.suffix == "ki" and between[-1].form.lemma not in FAR and "loc" in cases and stands in ("modifier", "gen"):
        return True  # "Togo topraklarındaki (askerlerini)"
    if stands == "nom" and "acc" in cases and mention.kind == "description" and all(t.form.case == "abl" for t in between):
        return True  # "10 Rus diplomatı": its ending is the accusative's as well as the possessive's
    against = next((t.index for t in between if t.low == "karşı"), -1)
    if p.frame.wants["type"] == "REQUEST" and stands in ("gen", "modifier") and against > 0 and not layout.tokens[against - 1].capital:
        return False  # "X'in direncine karşı adımların atılması çağrısı"
    if p.frame.wants["type"] == "REJECT" and between and is_subject_matter(mention, stands, between):
        return False
    blamed = p.frame.wants["type"] in ("ACCUSE", "REJECT") or bool(p.frame.wants.get("future"))
    if blamed and (is_struck(between) or is_scene_of(scene, mention, stands, between)):
        return False
    tied = layout.tokens[mention.last - 1].form.suffix == "ki"
    return stands in ("gen", "modifier", "nom", "loc", "abl", "agent", "partner") and belongs(between, stands, cases, tied)


def is_force(scene: Scene, token: Token) -> bool:
    """Does the noun tell who strikes for a state ("X topçuları")?"""
    form = token.form
    return form.lemma in scene.rules.troops and form.number == "pl" and form.case == "nom"


def fits_by_type(layout: Layout, mention: Mention, kind: str, high: int) -> bool:
    """Is it told in a way that only deeds of its type have ("Y Büyükelçiliği nezdinde", "aralarında Y'nin de bulunduğu", "Y'dekiler için")?"""
    if kind == "PROTEST":
        return mention.last < len(layout.tokens) and layout.tokens[mention.last].low == "nezdinde"
    if kind == "SANCTION":
        behind = layout.tokens[mention.last : min(mention.last + 2, high)]
        from_there = mention.case == "abl" and any(t.form.lemma in ("gel", "et") and t.form.suffix == "an" for t in behind)
        return from_there or is_among(layout, mention, high)
    behind = layout.tokens[mention.last : high]
    if kind == "SUPPORT" and mention.case in ("loc", "gen") and not isinstance(mention.entity, Person):
        return any(t.low in AIMED and layout.tokens[t.index - 1].form.suffix == "ma" for t in behind)  # "Y'de barışın tesisine yönelik"
    return kind == "AID" and layout.tokens[mention.last - 1].form.suffix == "ki" and any(t.low == "için" for t in behind)


def is_among(layout: Layout, mention: Mention, high: int) -> bool:
    """Is it one of those upon whom it is laid ("Y Başbakanı'nın | da aralarında bulunduğu beş kişi")?"""
    behind = layout.tokens[mention.last : min(mention.last + 4, high)]
    if mention.case != "gen" or not any(t.form.lemma == "bulun" and t.form.suffix == "dik" for t in behind):
        return False
    return any(t.low == "aralarında" for t in layout.tokens[max(mention.first - 4, 0) : min(mention.last + 3, high)])


def is_subject_matter(mention: Mention, stands: str, between: list[Token]) -> bool:
    """Is it only what, or where, the thing refused is about ("Çad konusundaki tasarıyı", "Güvenlik Konseyi karar tasarısını")?"""
    if between[0].low in ("konusundaki", "hakkındaki", "üzerinde", "üzerindeki"):
        return True
    return stands in ("modifier", "nom") and isinstance(mention.entity, Organisation) and between[-1].form.lemma == "tasarı"


def is_struck(between: list[Token]) -> bool:
    """Is its thing what another's deed is aimed at ("Umman gemisine yönelik saldırıyı", "Umman bayraklı gemiye yapılan saldırıyı")?"""
    for token, after in itertools.pairwise(between[:8]):
        if token.form.case == "dat" and token.form.pos == "NOUN" and (after.low == "yönelik" or (after.form.suffix == "an" and after.form.passive)):
            return True
    return False


def is_scene_of(scene: Scene, mention: Mention, stands: str, between: list[Token]) -> bool:
    """Is it only where a blow fell ("Kahire'deki saldırıyı", "Kahire saldırısını", "Mısır'a yönelik saldırıyı")?"""
    struck = any(form.lemma in scene.rules.blows for token in between[-2:] for form in token.forms[:2] if not form.verb_form)
    if struck and any(t.form.case == "loc" and t.form.possessive and scene.mentions.at(t.index) is None for t in between[:2]):
        return True  # "Mısır kıyılarında … gemiye yapılan saldırıyı"
    return struck and (stands in ("loc", "dat") or (stands in ("modifier", "nom") and isinstance(mention.entity, Place)))


def is_plain(token: Token, case: str) -> bool:
    """A common noun in this case."""
    return token.form.case == case and token.form.pos == "NOUN" and not token.capital and not token.form.verb_form


def is_between(between: list[Token]) -> bool:
    """ "(Nijer) ile Çad arasındaki görüşmeleri"."""
    if between[0].low == "arasında" and any(t.form.verb_form == "participle" and t.form.passive for t in between[1:3]):
        return True  # "arasında imzalanan anlaşmayı"
    return between[0].low == "arasındaki" or (between[0].low == "ile" and any(t.low == "arasındaki" for t in between[:4]))


def is_far(token: Token, head: Token, stands: str) -> bool:
    """Does the word part the owner from the noun? Not the "ve" of two things had ("Nijer'in başkenti ve diğer kentlerine")."""
    both = token.low == "ve" and stands == "gen" and head.form.possessive in ("3sg", "3pl")
    return token.low in FAR and not both


def is_seat(between: list[Token], at: int) -> bool:
    """Is it a capital that its name follows ("Nijer'in | başkenti Niamey'de")?"""
    return between[at].form.lemma == "başkent" and at + 1 < len(between) and between[at + 1].capital


def joins_names(between: list[Token], at: int) -> bool:
    """Is it the "ve" of two names ("X'in Amasra | ve Bartın'daki üslerini")?"""
    return between[at].low == "ve" and 0 < at < len(between) - 1 and between[at - 1].capital and between[at + 1].capital


def is_subject_of(layout: Layout, token: Token) -> bool:
    """Is the clause only what it is about ("X'i saldırıların karşılıksız kalmayacağı | konusunda uyardı")?"""
    return bool(token.form.possessive) and token.index + 1 < len(layout.tokens) and layout.tokens[token.index + 1].low in AS_TO


def takes_it(scene: Scene, between: list[Token], at: int) -> bool:
    """Does the word between, a participle of its own doer and no name, take the object that stands before it?"""
    token = between[at]
    own = acts_on_its_own(token, is_last(between, at)) and not is_subject_of(scene.layout, token)
    return own and scene.mentions.at(token.index) is None  # "Birleşmiş Milletlere"


def is_last(between: list[Token], at: int) -> bool:
    """Does nothing but the words of its own noun follow ("uyguladığı | askeri destek yasağını")?"""
    return all(t.form.pos in ("NOUN", "ADJ") and t.form.case in ("nom", "") and not t.form.verb_form for t in between[at + 1 :])


def acts_on_its_own(token: Token, last: bool) -> bool:
    """An active participle takes the object before it, unless it tells the same doer's deed ("Suriye'ye uyguladığı ambargoyu kaldırdı")."""
    form = token.form
    dates = token.low in ("geçen", "gelecek", "geçtiğimiz")  # "X'i geçen hafta ziyaret etti"
    own = form.verb_form == "participle" and not form.passive and (form.lemma, form.suffix) != ("ol", "an")
    return own and not dates and not (last and form.suffix in ("dik", "acak"))


def agent_start(layout: Layout, mentions: Mentions, p: Predicate, sentence: Sentence) -> int:
    """Where "X tarafından" begins before a passive: its patient stands before that; else the predicate itself."""
    agents = by_agent(layout, mentions, sentence.first, p.first)
    if not agents and layout.tokens[p.first - 1].low == "tarafından" and p.first:
        return unnamed_agent(layout, mentions, sentence.first, p.first - 1)
    if not agents or any(m.last <= p.first for m in mentions.within(agents[-1].last, p.first)):
        return p.first
    return agents[0].first


def unnamed_agent(layout: Layout, mentions: Mentions, low: int, at: int) -> int:
    """Where the words begin that end with "tarafından" at token `at` ("X donanmasına ait | bir bot tarafından")."""
    first = at
    while first > low and layout.tokens[first - 1].form.case in ("nom", "") and layout.tokens[first - 1].kind != "punct":
        first -= 1
        if layout.tokens[first].low in ("ait", "bağlı") and (mention := mentions.at(first - 1)) is not None:
            return mention.first
    return first


def belongs(between: list[Token], stands: str, cases: list[str], tied: bool) -> bool:
    """Does the mention own or qualify the noun phrase in one of the cases ("Rusya'nın önerisini", "Suriye'deki hedefleri")?"""
    end = next((i for i, t in enumerate(between) if t.low in AIMED and stands == "gen"), len(between))
    while end > 1 and ((between[end - 1].capital and between[end - 1].form.case == "nom") or between[end - 1].low in BEFORE_DOER):
        end -= 1  # "X'in tasarısına | yalnızca Y ve Z destek verdi"
    while end > 1 and (between[end - 1].form.pos in ("ADV", "NUM", "ADJ") or between[end - 1].low in LASTING):
        end -= 1  # "X'in güneyine | gece boyunca 12 (hava saldırısı düzenledi)"
    reach = 6 if end and between[end - 1].form.case == "ins" and not between[end - 1].capital else 4  # "üslerini | füze ve topçu atışlarıyla"
    heads = [i for i in range(end - 1, max(-1, end - 1 - reach), -1) if is_object(between[i], cases)]
    heads = [i for i in heads if not is_seat(between, i)]
    had = [i for i in heads if between[i].form.possessive.startswith("3")] if stands == "gen" else []
    head = (had or heads or [-1])[0]  # "X'in gemisini | açık denizde vurdu": the ship
    if head < 0 or any(t.form.verb_form == "finite" for t in between[: head + 1]):
        return False
    if any(t.form.suffix == "mak" and t.form.case == "ins" for t in between):
        return False  # "Y'yi, X'in planını | engellemekle suçladı"
    if any(is_far(t, between[head], stands) and not joins_names(between, i) for i, t in enumerate(between[: head + 1])):
        return False
    relative = any(t.form.suffix == "dik" and t.form.possessive for t in between[max(0, head - 2) : head])
    if stands in ("loc", "abl") and any(t.form.case in ("loc", "abl", "gen") and not t.form.verb_form for t in between[:head]):
        return False  # "Mısır'da süren müzakerelerde Y'nin planını"
    if any(t.low in (",", ";") for t in between[: head + 1]) and not (stands == "gen" and relative):
        return False
    owned = between[head].form.possessive in ("3sg", "3pl")
    if stands == "modifier" and any(t.form.suffix == "an" and not t.form.passive for t in between[:head]):
        return False  # "Filistin topraklarını gasbedenlerin … kötüye gittiği"
    if stands == "gen":
        return owned or relative or between[0].form.suffix == "ki"
    if stands == "partner":
        return between[head].form.verb_form == "verbal_noun" or is_between(between) or head < 2
    return stands == "modifier" or (stands == "nom" and (owned or between[0].form.pos == "ADJ")) or tied or linked(between)


def is_object(token: Token, cases: list[str]) -> bool:
    """A noun in one of the cases, or what somebody does ("yer almasına karşı çıktı")."""
    form = token.form
    if form.verb_form:
        return form.verb_form == "verbal_noun" and form.suffix == "ma" and form.case in cases and not form.passive
    return any(f.case in cases and f.pos in ("NOUN", "PROPN") and not f.verb_form for f in token.forms)


def linked(between: list[Token]) -> bool:
    """Is it tied to the noun by "-deki" or a participle ("X tarafından düzenlenen saldırıyı")?"""
    return any(t.form.suffix == "ki" or t.form.verb_form == "participle" for t in between)
