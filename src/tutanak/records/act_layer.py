"""When and whether: an act is done, planned, demanded or denied, by its own form and by the verb above it."""

from __future__ import annotations

from typing import Final

from tutanak.languages import word_list
from tutanak.mentions.model import Place
from tutanak.records.act_scene import DEMANDED, DENIED, DONE, PLANNED, Scene, as_actors
from tutanak.records.frames import Predicate
from tutanak.records.grammar import ABOUT, ASKING, BECAUSE_OF, JOINING, LINKING, NONE, NOT, UNTIL, is_able
from tutanak.records.parties import follows, genitive, is_object_relative, is_prevented, is_unsure, key, next_verb, speaker, state_of, verb_words
from tutanak.text.layout import Form, Layout, Sentence

# "uygulama kararı aldı": as good as done.
DECIDED, TAKEN = frozenset(("karar",)), frozenset(("al",))
# Deeds done by speaking: a clause behind their converb is what is said on.
SAID: Final = frozenset(("ACCUSE", "REQUEST", "REJECT", "SUPPORT", "THREATEN", "PROTEST"))
GIVEN: Final = frozenset(("AID", "RETREAT", "CONCEDE"))  # done for another by announcing it
ABOUT_IT: Final = ABOUT | LINKING
JOINED: Final = 14  # words within which a verbal noun stands that is joined to another
BIDDING: Final = word_list("acts", "bidding")
POSSIBLE: Final = word_list("meetings", "possible")
WHY: Final = frozenset(("neden", "niçin", "niye"))
MAY_NOT: Final = ("mayabil", "meyebil")


def layer(scene: Scene, p: Predicate, sentence: Sentence) -> str:
    """done, planned, demanded or denied, by tense, mood, polarity and the verb above."""
    form, wants = p.form, p.frame.wants
    if not form.verb_form and is_absent(scene.layout, p, sentence):
        return DENIED
    if is_open(scene, p, sentence):
        return PLANNED
    if (wants.get("willing") or wants["type"] in ("AID", "SUPPORT")) and is_ready(scene, p, sentence):
        return DONE
    if form.suffix == "acak" and is_promise(p) and is_pledged(scene, p):
        return DONE
    if (wants.get("willing") or wants["type"] in ("AID", "SUPPORT")) and form.tense == "fut" and form.person.startswith("1") and not form.negative:
        return DONE  # "destekleyeceğiz"
    if wants.get("only"):
        return PLANNED
    if (form.negative and not p.frame.wants.get("negated")) or follows(scene.layout, p.last, NOT) or is_forbidden(scene.layout, p):
        return DENIED
    if any(able in scene.layout.tokens[p.head].low for able in MAY_NOT):
        return PLANNED  # "sıcak bakmayabileceğini"
    if wants.get("future") or ((wants.get("lasting") or refuses(p)) and (form.tense == "fut" or form.suffix == "acak")):
        return DONE
    if form.verb_form == "finite":
        may = is_able(scene.layout.tokens[p.head].low) and not (wants["type"] in ("AID", "SUPPORT") and form.person.startswith("1"))
        return PLANNED if form.tense == "aor" and (may or wants["type"] == "RETREAT") else finite_layer(form)
    if form.suffix in ("acak", "madan") or (form.suffix == "an" and form.case == "dat" and follows(scene.layout, p.last, UNTIL)):
        return PLANNED
    if form.verb_form == "converb":
        return converb_layer(scene, p, sentence)
    return above_layer(scene, p, sentence)


def is_ready(scene: Scene, p: Predicate, sentence: Sentence) -> bool:
    """Is readiness told of it ("çalışmaya hazırız", "geliştirmek istediklerini")?"""
    if p.form.verb_form != "verbal_noun" or p.form.possessive or p.form.negative or p.form.number == "pl":
        return False
    tokens, first = scene.layout.tokens, behind_joined(scene.layout, p, sentence)
    for at in range(first, min(sentence.last, first + 4)):
        form = tokens[at].form
        if form.lemma in scene.rules.ready:
            return not form.negative and not follows(scene.layout, at + 1, NOT | NONE) and not is_past_wish(form)
    return False


def is_past_wish(form: Form) -> bool:
    """Was it only wished ("göndermek | istedi, istiyordu (ama …)")?"""
    past = form.tense in ("past", "evid") or form.copula in ("past", "evid")
    return form.lemma == "iste" and form.verb_form == "finite" and past


def behind_joined(layout: Layout, p: Predicate, sentence: Sentence) -> int:
    """Where the words begin behind the last verbal noun joined to it by the same ending ("desteklemeye, yanında durmaya | devam edecek")."""
    last = p.last
    if last >= sentence.last or layout.tokens[last].low not in JOINING:
        return last
    for token in layout.tokens[last + 1 : min(sentence.last, last + JOINED)]:
        form = token.form
        if form.suffix == p.form.suffix and form.case == p.form.case and not form.possessive:
            return token.index + 1
        if form.verb_form in ("finite", "converb"):
            return last
    return last


def is_promise(p: Predicate) -> bool:
    """May it be promised: aid, a retreat, or what many will do together or for another ("destekleyeceklerini", "işbirliğinin sürdürüleceği")?"""
    wants = p.frame.wants
    own = p.form.possessive == "3pl"
    return wants["type"] in GIVEN or (wants["type"] == "SUPPORT" and own) or bool(wants.get("willing") and (own or p.passive))


def is_pledged(scene: Scene, p: Predicate) -> bool:
    """Does the giver himself announce it ("yardım yapacaklarını bildirdi", "X'in yanında olacaklarını söyledi")?"""
    said = scene.statements.at(scene.layout.tokens[p.head].start)
    able = "bilece" in scene.layout.tokens[p.head].low
    if said is None or said.mode != "indirect" or said.cue is None or p.form.negative or able:
        return False
    doers = genitive(scene.layout, scene.mentions, scene.layout.token_at(said.span.start), p.first, strict=True)
    if p.frame.wants["type"] == "RETREAT" and p.form.possessive != "3pl":
        return all(t.form.case != "gen" for t in scene.layout.tokens[scene.layout.token_at(said.span.start) : p.first])
    doers = [] if "gen" in p.frame.wants["to"] and p.form.possessive == "3pl" else doers
    own = [key(t.actor) for t in as_actors(scene, speaker(said))]
    states = [state_of(t.actor) for t in as_actors(scene, speaker(said))]
    return all(key(m.entity) in own or state_of(m.entity) in states for m in doers if not isinstance(m.entity, Place))


def is_open(scene: Scene, p: Predicate, sentence: Sentence) -> bool:
    """Is it only asked about, or possible ("olası bir saldırısı")?"""
    layout, before = scene.layout, scene.layout.tokens[max(sentence.first, p.first - 3) : p.first]
    asked = layout.tokens[sentence.last - 1].text == "?"
    if is_supposed(layout, p) or is_either(layout, p, sentence):
        return True
    open_yet = p.finite and ((asked and not is_why(scene, p, sentence)) or follows(layout, p.last, ASKING))
    if p.form.suffix == "ma" and asked and any(t.low in ASKING for t in layout.tokens[p.last : sentence.last]):
        return True  # "saldırmasına neden olur mu?"
    return open_yet or (not p.form.verb_form and any(t.low in POSSIBLE for t in before))


def is_forbidden(layout: Layout, p: Predicate) -> bool:
    """ "saldırmasına | izin verilmedi"."""
    words = layout.tokens[p.last : p.last + 3]
    if p.form.suffix != "ma" or p.form.case != "dat" or not words or words[0].low != "izin":
        return False
    return any(t.form.lemma == "ver" and t.form.negative for t in words)


def is_supposed(layout: Layout, p: Predicate) -> bool:
    """May it have been, or was it asked whether, or only as if ("saldırmış olabilir, olsaydı", "saldırıp saldırmadığı", "saldırmışçasına")?"""
    form = p.form
    if form.suffix == "casina":
        return True
    after = layout.tokens[p.last] if p.last < len(layout.tokens) else None
    if after is None:
        return False
    if form.suffix == "ip":
        return after.form.lemma == form.lemma and after.form.negative
    may = is_able(after.low) or after.form.tense == "cond" or after.form.copula == "cond"
    return form.suffix == "mis" and after.form.lemma == "ol" and may


def is_either(layout: Layout, p: Predicate, sentence: Sentence) -> bool:
    """Is it one of two, told by "ya … ya da …"?"""
    words = [t.low for t in layout.tokens[sentence.first : sentence.last]]
    if "ya" not in words:
        return False
    first = words.index("ya")
    again = next((n for n in range(first + 1, len(words) - 1) if words[n] == "ya" and words[n + 1] in ("da", "de")), -1)
    return again > 0 and words[first + 1] not in ("da", "de") and p.first >= sentence.first + first


def is_why(scene: Scene, p: Predicate, sentence: Sentence) -> bool:
    """Is only asked why or when one did it to another who is named ("X, Y'ye | niçin saldırdı?"): then it was done."""
    if p.form.tense not in ("past", "prog", "evid") or p.form.copula == "cond" or len(scene.mentions.within(sentence.first, p.first)) < 2:
        return False
    words = [t.low for t in scene.layout.tokens[sentence.first : p.first]]
    return any(word in WHY or words[n : n + 2] == ["ne", "zaman"] for n, word in enumerate(words))


def is_absent(layout: Layout, p: Predicate, sentence: Sentence) -> bool:
    """Is there nothing of what the noun tells ("saldırısıyla bir ilgisi bulunmuyor", "desteği yok")?"""
    after = layout.tokens[p.last : min(sentence.last, p.last + 4)]
    if after and (after[0].form.pos == "ADP" or after[0].low in BECAUSE_OF):
        return False  # "ablukası nedeniyle … kalmadı"
    return any(t.low in ("yok", "değil", "yoktur") or (t.form.verb_form == "finite" and t.form.negative) for t in after)


def refuses(p: Predicate) -> bool:
    """Is it a refusal? It is made when it is announced ("reddedecek")."""
    wants = p.frame.wants
    return bool(wants.get("negated", wants["type"]) == "REJECT") if p.form.negative else bool(wants["type"] == "REJECT")


def converb_layer(scene: Scene, p: Predicate, sentence: Sentence) -> str:
    """A converb takes its layer from the verb above it."""
    above = next_verb(scene.layout, scene.mentions, p.head, sentence.last, 30)
    if above >= 0 and above + 1 < sentence.last and scene.layout.tokens[above + 1].low == "üzere":
        above = next_verb(scene.layout, scene.mentions, above, sentence.last, 30)  # "alarak sorgulanmak üzere | götürdü"
    if above < 0 or p.form.suffix not in ("ip", "arak"):
        return DONE
    form = scene.layout.tokens[above].form
    if form.verb_form == "finite":
        return PLANNED if form.tense == "aor" and is_able(scene.layout.tokens[above].low) else finite_layer(form)
    if p.frame.wants["type"] in SAID:
        return DONE  # "çağrıda bulunarak, yolun açılması gerektiğini söyledi"
    if form.suffix == "ma" and form.possessive and any(t.form.case == "gen" for t in scene.layout.tokens[p.last : above]):
        beyond = next_verb(scene.layout, scene.mentions, above, sentence.last, 6)
        return to_come(scene.layout.tokens[beyond].form) if beyond >= 0 else DONE  # "mektup göndererek toplantının ertelenmesini istedi"
    if form.suffix == "ma" and form.possessive:
        return DEMANDED if is_wished(scene, above, sentence) else DONE
    return PLANNED if form.suffix in ("acak", "mak", "ma") else DONE


def is_wished(scene: Scene, above: int, sentence: Sentence) -> bool:
    """Does the next verb wish what the nominalised verb at `above` tells ("ateş açarak ilerlemesini istedi")?"""
    at = next_verb(scene.layout, scene.mentions, above, sentence.last, 6)
    words = verb_words(scene.layout, at) if at >= 0 else ""
    return at >= 0 and (words in scene.rules.wished or scene.layout.tokens[at].form.lemma in scene.rules.wished)


def finite_layer(form: Form) -> str:
    if form.tense in ("nec", "imp", "opt"):
        return DEMANDED
    return PLANNED if form.tense in ("fut", "cond") or form.copula == "cond" else DONE


def is_decided(layout: Layout, p: Predicate) -> bool:
    """ "uygulama kararı aldı", "X'in uygulama kararı"."""
    return follows(layout, p.last, DECIDED) and (follows(layout, p.last + 1, TAKEN) or is_owned_decision(layout, p))


def is_resolved(layout: Layout, p: Predicate) -> bool:
    """Is it resolved that it be done ("dondurulmasına | karar verdi", "dondurulmasını | kararlaştırdı")?"""
    if p.form.suffix != "ma" or not p.form.possessive.startswith("3") or p.form.negative or p.last + 1 >= len(layout.tokens):
        return False
    after, verb = layout.tokens[p.last].form, layout.tokens[p.last + 1].form
    if p.form.case == "acc":
        return after.lemma == "kararlaş" and bool(after.verb_form) and not after.negative
    return (
        p.form.case == "dat" and after.lemma == "karar" and verb.lemma == "ver" and bool(verb.verb_form) and not verb.negative and verb.tense != "fut"
    )


def is_owned_decision(layout: Layout, p: Predicate) -> bool:
    """Is it somebody's decision, told by its noun ("X'in yaptırım uygulama | kararı")?"""
    bare = p.form.suffix == "ma" and not p.form.possessive
    return bare and follows(layout, p.last, DECIDED) and layout.tokens[p.last].form.possessive == "3sg" and not follows(layout, p.last + 1, TAKEN)


def no_fact(layout: Layout, p: Predicate) -> bool:
    """A verbal noun of nobody's ("saldırmak", "yaptırım uygulama") tells no deed, unless it is decided ("uygulama kararı aldı")."""
    return p.form.suffix == "mak" or (p.form.suffix == "ma" and not p.form.possessive and not is_decided(layout, p))


def is_answered(scene: Scene, p: Predicate, sentence: Sentence) -> bool:
    """Does the verb above answer what has been done ("desteklemesini memnuniyetle karşıladı", "tanımasına tepki gösterdi")?"""
    at = next_verb(scene.layout, scene.mentions, p.head, sentence.last, 6)
    return at >= 0 and (verb_words(scene.layout, at) in scene.rules.answers or scene.layout.tokens[at].form.lemma in scene.rules.answers)


def is_rumoured(scene: Scene, p: Predicate) -> bool:
    """Is it a claim or a charge of others that the sentence speaks of ("desteklediğine yönelik iddia", "vurduğu | suçlamasını")?"""
    words = scene.layout.tokens[p.last : p.last + 2]
    if not words or words[0].low not in ABOUT_IT:
        return is_claim(scene, words[0].form) and bool(words[0].form.possessive) if words else False
    return len(words) > 1 and is_claim(scene, words[1].form)


def is_claim(scene: Scene, form: Form) -> bool:
    """Does the noun tell of a claim or a charge ("iddia", "suçlama")?"""
    return form.lemma in scene.rules.claims or form.lemma in scene.rules.reasons


def is_unsaid(layout: Layout, p: Predicate, sentence: Sentence) -> bool:
    """Can it not be said ("anlaştıklarını henüz | söyleyemeyeceğini")?"""
    for token in layout.tokens[p.last : min(sentence.last, p.last + 3)]:
        if token.form.lemma == "söyle":
            return token.form.negative and "eme" in token.low
        if token.form.pos != "ADV":
            return False
    return False


def is_feared(scene: Scene, p: Predicate, sentence: Sentence) -> bool:
    """Is it only feared or likely ("saldırması ve krizi tetikleyeceği | endişesiyle")?"""
    for token in scene.layout.tokens[p.last : min(sentence.last, p.last + 8)]:
        if token.form.lemma in scene.rules.feared and token.form.possessive.startswith("3"):
            return True
        if token.form.verb_form in ("finite", "converb"):
            return False
    return False


def would_be(scene: Scene, p: Predicate, sentence: Sentence) -> bool:
    """Is it the subject of what would be ("saldırmasının | hata olacağını", "uygulaması savaş ilanı sayılacak")?"""
    tokens, form = scene.layout.tokens, p.form
    if not form.possessive.startswith("3") or form.case not in ("nom", "gen") or p.last >= len(tokens) or tokens[p.last].form.pos == "ADP":
        return False
    if form.case == "gen" and tokens[p.last].form.possessive:
        return False  # "uygulamasının sonuçları"
    at = next_verb(scene.layout, scene.mentions, p.head, sentence.last, 8)
    if at < 0 or any(t.kind == "punct" or follows(scene.layout, t.index, scene.rules.after) for t in tokens[p.last : at]):
        return False
    above = tokens[at].form
    return above.suffix == "acak" or (above.verb_form == "finite" and above.tense in ("fut", "aor") and not above.copula)


def has_happened(scene: Scene, p: Predicate) -> bool:
    """Is it told to have happened ("çekilmesi tamamlandı")?"""
    after = scene.layout.tokens[p.last].form if p.last < len(scene.layout.tokens) else None
    if after is None or p.form.case != "nom" or after.lemma not in scene.rules.happened or not after.verb_form or after.negative:
        return False
    return after.tense not in ("fut", "nec", "cond") and after.suffix not in ("acak", "ma", "mak")


def begins(layout: Layout, p: Predicate) -> Form | None:
    """The verb that tells that it is begun or goes on ("ihraç etmeye | başladı", "saldırmayı sürdürdüğünü"), if one does."""
    if p.form.suffix != "ma" or p.form.case not in ("dat", "acc") or p.form.possessive or p.form.negative or p.last >= len(layout.tokens):
        return None
    if p.form.case == "acc":
        after = layout.tokens[p.last].form
        return after if after.lemma == "sürdür" and after.verb_form else None
    light = layout.tokens[p.last].low == "devam"
    verb = layout.tokens[p.last + light].form if p.last + light < len(layout.tokens) else None
    return verb if verb is not None and verb.verb_form and verb.lemma == ("et" if light else "başla") else None


def to_come(form: Form) -> str:
    """done, unless the verb is to come, denied or a bare noun."""
    if form.verb_form == "finite":
        return DENIED if form.negative else finite_layer(form)
    return DENIED if form.negative else PLANNED if form.suffix in ("acak", "mak", "ma", "madan", "an") else DONE


def is_how(layout: Layout, p: Predicate, sentence: Sentence) -> bool:
    """Is it told as that by which something came about ("X'in çekilmesiyle sınır belirlendi")?"""
    form, last = p.form, layout.tokens[sentence.last - 2].form if sentence.last - sentence.first > 1 else p.form
    return form.suffix == "ma" and form.case == "ins" and form.possessive.startswith("3") and not form.negative and last.tense in ("past", "evid")


def above_layer(scene: Scene, p: Predicate, sentence: Sentence) -> str:
    """What the words after a nominalised act say of it ("saldırması halinde", "saldırmasını istedi", "suçladığını yalanladı")."""
    layout, rules = scene.layout, scene.rules
    verbal = p.form.verb_form == "verbal_noun"
    if verbal and (begun := begins(layout, p)) is not None:
        return to_come(begun)
    if verbal and is_owned_decision(layout, p):
        return DONE
    if verbal and (follows(layout, p.last, rules.if_words) or no_fact(layout, p)):
        return PLANNED
    if verbal and p.form.case == "acc" and follows(layout, p.last, BIDDING):
        return DEMANDED
    if verbal and p.form.possessive and is_prevented(scene.layout, p.last):
        return DENIED
    if verbal and p.form.possessive and p.form.case == "nom" and is_unsure(layout, p.last):
        return PLANNED
    known = follows(layout, p.last, scene.rules.after) or is_answered(scene, p, sentence) or is_decided(layout, p) or has_happened(scene, p)
    known = known or is_resolved(layout, p) or is_how(layout, p, sentence)
    if verbal and ((p.frame.wants["type"] in scene.rules.hoped and not known) or is_feared(scene, p, sentence) or would_be(scene, p, sentence)):
        return PLANNED
    if p.form.suffix == "dik" and (is_rumoured(scene, p) or is_unsaid(layout, p, sentence)):
        return PLANNED
    for at in range(p.last, min(sentence.last, p.last + 30)):
        words, token = verb_words(layout, at), layout.tokens[at]
        if token.speech != layout.tokens[p.head].speech:
            break
        if at == p.last + 1 and layout.tokens[p.last].low == "ve" and token.form.suffix == p.form.suffix:
            continue  # "kınadığı ve | reddettiği"
        if verbal and token.form.lemma in rules.answers:
            return DONE
        if (verbal or is_object_relative(p)) and (words in rules.denied or token.form.lemma in rules.denied):
            return DENIED
        if verbal and (words in rules.wished or token.form.lemma in rules.wished):
            return DEMANDED
        if token.form.verb_form == "finite" or (token.form.verb_form and not verbal):
            break
        if token.form.verb_form == "converb" and p.form.case == "acc":
            break  # "uğramasını gerekçe göstererek | geri çağırdı"
    return DONE
