"""Parties that are named by those who stand for them: "Irak ve Fransa dışişleri bakanları", "NATO liderleri", "iş dünyası temsilcileri"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from tutanak.languages import word_list
from tutanak.mentions import nationality, state_called
from tutanak.mentions.model import Actor, Mention, Organisation, Person, State, Unnamed
from tutanak.records.grammar import LISTING
from tutanak.records.meeting_scene import Scene
from tutanak.records.parties import DELEGATES, MEMBERS, TIMES, Party, begins_event, conjuncts_before, follows, listed_name, stands_as
from tutanak.spans import Span
from tutanak.text.casing import fold
from tutanak.text.layout import Form, Layout, Token
from tutanak.text.nouns import LI

PEERS: Final = word_list("meetings", "peers")
OFFICIALS: Final = word_list("meetings", "officials")
RANKS: Final = word_list("meetings", "ranks")
# Before a group that says no more than that there were others.
SOME: Final = frozenset(("bazı", "kimi", "çeşitli", "birçok", "diğer", "çok"))
DEPUTY: Final = "yardımcı"
ENVOYS: Final = word_list("acts", "envoys")


@dataclass(frozen=True, slots=True)
class Delegates:
    """States or bodies named by their people; stands: the role of the people's noun, at token `head`."""

    actors: tuple[tuple[Actor, Span], ...]
    stands: str
    head: int

    @property
    def enough(self) -> bool:
        """Two states can meet, and the members of a body."""
        return len(self.actors) > 1 or any(isinstance(actor, Organisation) for actor, _ in self.actors)

    def parties(self) -> list[Party]:
        return [Party(actor, span) for actor, span in self.actors]


def delegates_before(scene: Scene, low: int, at: int, past_partners: bool = False) -> Delegates | None:
    """The nearest people's noun before token `at` (that is no partner, if one looks past them), with the states or body before it."""
    for i in range(at - 1, max(low, at - 12) - 1, -1):
        people = any(is_people(form) for form in scene.layout.tokens[i].forms)
        if (people and scene.mentions.at(i) is None) or are_nationals(scene, i) or are_deputies(scene, i):
            if is_society(scene, i - 1) or is_in_event(scene.layout, i):
                continue
            found = sent_by(scene, low, i)
            role = people_role(scene.layout, i)
            if found and not (past_partners and role == "partner"):
                return Delegates(tuple(found), role, i)
    return None


def is_in_event(layout: Layout, at: int) -> bool:
    """ "Türkiye, NATO Liderler | Zirvesi öncesinde": those after whom an event is named, nobody's."""
    token = layout.tokens[at]
    return token.capital and not token.form.possessive and begins_event(layout, at + 1)


def delegates_after(scene: Scene, at: int, high: int) -> Delegates | None:
    """The people's noun that heads the phrase behind a participle ("toplanacak NATO liderleri")."""
    for i in range(at, min(at + 6, high)):
        token = scene.layout.tokens[i]
        if is_people(token.form) and scene.mentions.at(i) is None:
            found = sent_by(scene, at, i)
            return Delegates(tuple(found), stands_as(scene.layout, i, token.form), i) if found else None
        if token.form.verb_form or token.kind == "punct":
            return None
    return None


def people_role(layout: Layout, at: int) -> str:
    """The role of a people's noun; set off by a comma it is a subject, whatever else its ending may be ("temsilcileri, …")."""
    token = layout.tokens[at]
    own = next(filter(is_people, token.forms), token.form)  # "Peru ve Şili özel temsilcileri" are theirs, no object
    role = stands_as(layout, at, token.form if token.form.possessive else own)
    set_off = role == "acc" and at + 1 < len(layout.tokens) and layout.tokens[at + 1].low == ","
    return "nom" if set_off and any(f.case == "nom" and f.possessive for f in token.forms) else role


def is_people(form: Form) -> bool:
    return form.possessive in ("3sg", "3pl") and form.lemma in DELEGATES


def are_deputies(scene: Scene, at: int) -> bool:
    """ "Peru ve Şili dışişleri bakan | yardımcıları"."""
    form = scene.layout.tokens[at].form
    if at == 0 or form.lemma != DEPUTY or not form.possessive.startswith("3"):
        return False
    return scene.layout.tokens[at - 1].form.lemma in DELEGATES and scene.mentions.at(at) is None


def are_nationals(scene: Scene, at: int) -> bool:
    """People of several states by their nationalities ("Amerikalı, Filistinli ve İsrailli yetkililer")."""
    token = scene.layout.tokens[at]
    several = token.form.number == "pl" or (token.form.possessive == "3pl" and token.form.lemma in PEERS)
    return several and (token.form.lemma in DELEGATES or token.form.lemma in PEERS) and len(sent_by(scene, max(0, at - 12), at)) > 1


def nationals(scene: Scene, low: int, at: int) -> list[Mention]:
    """The states of people told by their nationalities, between whom or with whom one meets ("Sırp ve Kosovalı yetkililer arasında")."""
    found = delegates_before(scene, low, at)
    if found is None or found.stands != "partner" or not are_nationals(scene, found.head):
        return []
    return [Mention(span, scene.layout.token_at(span.start), found.head + 1, (actor,), "state", "nom") for actor, span in found.actors]


def sent_by(scene: Scene, low: int, at: int) -> list[tuple[Actor, Span]]:
    """The states listed before a people's noun, in text order, or the body."""
    group = scene.mentions.at(at - 1) or scene.mentions.at(at - 2)
    if group is not None and group.kind == "group" and len(group.entities) > 1:
        return [(e, group.span) for e in group.entities if isinstance(e, State)]  # "iki ülkenin dışişleri bakanları"
    found: list[tuple[Actor, Span]] = whole_body(scene, at)
    if found:
        return found
    inside = False
    for i in range(at - 1, max(low, at - 40) - 1, -1):
        token = scene.layout.tokens[i]
        inside = token.text == ")" or (inside and scene.layout.tokens[i + 1].text != "(")
        if inside:
            continue  # "Almanya (5+1 ülkeleri) ile İran diplomatları"
        if found and token.form.lemma in MEMBERS:
            body = listed_name(scene.layout, scene.mentions, i + 1)
            return [(body.entity, body.span), *found] if body is not None and isinstance(body.entity, Organisation) else found
        pair = hyphened(scene, token)
        if len(pair) > 1 and not found:
            return pair
        if i + 1 < at and is_first_word(scene, i):
            continue  # "Suudi | Arabistan ve Katar bakanları"
        actor = actor_at(scene, token)
        if actor is not None:
            found.insert(0, (actor, Span(token.start, token.start + len(token.base)) if isinstance(actor, State) else body_span(actor, token)))
        elif not (token.low in LISTING if found else is_bare(token) or token.low == "ve" or token.form.suffix == "ki"):
            break  # ("Lübnan'ın Washington'daki büyükelçileri")
    return found


def is_first_word(scene: Scene, at: int) -> bool:
    """Does the word begin a state's name of two words ("Suudi | Arabistan")?"""
    return state_called(f"{scene.layout.tokens[at].low} {scene.layout.tokens[at + 1].low}", ("nation", "state")) is not None


def whole_body(scene: Scene, at: int) -> list[tuple[Actor, Span]]:
    """The body in the genitive whose people they are, or whose members' ("NATO'nun savunma bakanları", "AB üyesi ülkelerin bakanları")."""
    first = at
    while first > at - 3 and first > 0 and scene.mentions.at(first - 1) is None and is_bare(scene.layout.tokens[first - 1]):
        first -= 1
    body = scene.mentions.at(first - 1)
    owns = body is not None and body.case == "gen" and body.last == first and isinstance(body.entity, Organisation) and body.entity.state is None
    return [(body.entity, body.span)] if body is not None and owns and isinstance(body.entity, Organisation) else of_members(scene, 0, first)


def hyphened(scene: Scene, token: Token) -> list[tuple[Actor, Span]]:
    """ "Türk-Yunan dışişleri bakanları"."""
    parts = token.base.split("-") if token.capital and "-" in token.text else []
    codes = [state_called(fold(part), ("nation", "state")) for part in parts]
    return [(scene.states.of(code), token.span) for code in codes if code is not None] if None not in codes else []


def is_bare(token: Token) -> bool:
    return token.form.pos in ("NOUN", "ADJ", "PROPN") and token.form.case in ("nom", "")


def actor_at(scene: Scene, token: Token) -> Actor | None:
    """The state that the word names, or the body whose name begins with it."""
    if token.kind != "word":
        return None
    body = scene.bodies.get(token.start)
    if body is not None and body.state is None:
        return body  # "Türk Devletleri Teşkilatı | liderleri" are not Türkiye's
    before = scene.layout.tokens[token.index - 1].low if token.index > 0 else ""
    code = state_called(f"{before} {token.low}", ("nation", "state")) or nationality(token)  # "Kıbrıs Türk | lideri"
    return scene.states.of(code) if code is not None else body or scene.initials.get(token.base)


def body_span(body: Actor, token: Token) -> Span:
    return next((s for s in getattr(body, "mentions", ()) if s.start == token.start), token.span)


def partners(scene: Scene, start: int, low: int, at: int) -> list[Mention]:
    """Partners before token `at` named by their states or bodies alone ("Mısır ve Katar dışişleri bakanlarıyla"), or as a described group."""
    found = delegates_before(scene, low, at)
    told = [named_mention(scene, actor, span) for actor, span in found.actors] if found is not None and found.stands == "partner" else []
    return told if len(told) > 1 else company(scene, start, at) or told or guests(scene, start, low, at) or own_cabinet(scene, start, low, at)


def own_cabinet(scene: Scene, start: int, low: int, end: int) -> list[Mention]:
    """The cabinet with which its head meets, told by no name ("X, güvenlik kabinesiyle | toplantı yaptı"): of his state."""
    tokens = scene.layout.tokens
    for at in range(end - 1, max(start, end - 6) - 1, -1):
        words = next((n for n in scene.rules.cabinets if tokens[at].form.case == "ins" and ends_cabinet(tokens, at, n)), ())
        if words and scene.mentions.at(at) is None:
            span = Span(tokens[at + 1 - len(words)].start, tokens[at].end)
            heads = [m.entity.state for m in scene.mentions.within(low, at) if isinstance(m.entity, Person)]
            cabinet = Unnamed(" ".join(words), span, heads[-1] if heads else None)
            return [Mention(span, at + 1 - len(words), at + 1, (cabinet,), "description", "ins")]
    return []


def ends_cabinet(tokens: list[Token], at: int, words: tuple[str, ...]) -> bool:
    """Does the last word of a cabinet's name stand at token `at`, with its ending ("kabinesiyle"), behind the others?"""
    return tokens[at].low.startswith(words[-1]) and tuple(t.low for t in tokens[at + 1 - len(words) : at]) == words[:-1]


def envoys(scene: Scene, start: int, end: int, cases: list[str]) -> list[Mention]:
    """Those whose envoys one meets: several states, or a body ("Kenya ve Uganda büyükelçilerini", "AB üyesi ülkelerin büyükelçilerine")."""
    for at in range(end - 1, max(start, end - 6) - 1, -1):
        token = scene.layout.tokens[at]
        several = token.form.lemma in ENVOYS and "pl" in (token.form.number, token.form.possessive[1:]) and scene.mentions.at(at) is None
        if several and any(form.case in cases for form in token.forms):
            sent = sent_by(scene, start, at) or of_members(scene, start, at)
            whole = len(sent) > 1 or any(isinstance(actor, Organisation) for actor, _ in sent)
            return [named_mention(scene, actor, span) for actor, span in sent] if whole else []
    return []


def of_members(scene: Scene, low: int, at: int) -> list[tuple[Actor, Span]]:
    """The body whose members own the people's noun at token `at` ("AB'nin üyesi ülkelerin | büyükelçileri")."""
    owner = scene.layout.tokens[at - 1].form
    if at - 1 <= low or owner.lemma not in MEMBERS or owner.case != "gen":
        return []
    for token in reversed(scene.layout.tokens[max(low, at - 14) : at - 1]):
        if token.form.verb_form in ("finite", "converb"):
            break
        body = actor_at(scene, token)
        if isinstance(body, Organisation) and body.state is None:
            return [(body, body_span(body, token))]
    return []


def home_of(scene: Scene, low: int, at: int) -> list[Mention]:
    """The state that the delegation at token `at` comes from, told a few words before it ("Umman'dan, Iraklı bir iş insanları heyeti")."""
    for token in reversed(scene.layout.tokens[max(low, at - 5) : at]):
        mention = scene.mentions.at(token.index)
        if mention is not None and isinstance(mention.entity, State):
            return [mention] if mention.case in ("abl", "nom") else []
        code = nationality(token) if token.low.endswith(LI) else nationality(token, ("nation",))
        if code is not None:
            return [Mention(Span(token.start, token.start + len(token.base)), token.index, at + 1, (scene.states.of(code),), "state", "nom")]
        if token.kind == "number":
            continue  # "parlamenterlerden oluşan 16 kişilik | heyet"
        if token.form.lemma == "oluş":
            return made_of(scene, low, token.index)
        if token.form.verb_form or token.kind != "word":
            return came_from(scene, low, token.index)
    return []


def made_of(scene: Scene, low: int, at: int) -> list[Mention]:
    """The state of whose people the delegation is made ("Norveçli parlamenterlerden | oluşan heyet"); else that from which it came."""
    for token in reversed(scene.layout.tokens[max(low, at - 4) : at]):
        code = nationality(token) if token.low.endswith(LI) else nationality(token, ("nation",))
        if code is not None:
            return [Mention(Span(token.start, token.start + len(token.base)), token.index, at, (scene.states.of(code),), "state", "nom")]
    return came_from(scene, low, at)


def came_from(scene: Scene, low: int, at: int) -> list[Mention]:
    """The state from which the delegation is said to come in the words before ("ABD'den gelen, … oluşan heyetle")."""
    for mention in reversed(scene.mentions.within(max(low, at - 25), at)):
        if mention.case == "abl" and isinstance(mention.entity, State) and mention.last < len(scene.layout.tokens):
            comes = scene.layout.tokens[mention.last].form
            return [mention] if comes.lemma == "gel" and comes.suffix == "an" else []
    return []


def guests(scene: Scene, start: int, low: int, at: int) -> list[Mention]:
    """The state whose delegation is the partner ("Iraklı bir heyetle")."""
    for i in range(at - 1, max(start, at - 6) - 1, -1):
        form = scene.layout.tokens[i].form
        if form.lemma in scene.rules.delegations and with_whom(scene.layout, i, form):
            return leaders(scene, low, i) or home_of(scene, low, i)
    return []


def leaders(scene: Scene, low: int, at: int) -> list[Mention]:
    """Who leads the delegation at token `at`, and those joined to it ("X liderliğindeki heyet ve Y başkanlığındaki | heyetle")."""
    tokens = scene.layout.tokens
    found: list[Mention] = []
    for mention in reversed(scene.mentions.within(low, at)):
        behind = mention.last
        if not isinstance(mention.entity, Person) or not follows(scene.layout, behind, scene.rules.leads):
            continue
        if found and not any(t.low in LISTING for t in tokens[behind : found[0].first]):
            break
        if any(t.form.verb_form in ("finite", "converb") for t in tokens[behind:at]):
            break
        found.insert(0, mention)
    return found


def company(scene: Scene, start: int, end: int, case: str = "ins") -> list[Mention]:
    """A described group as partner or object, in its base form ("Türk iş dünyası temsilcileriyle"); a state's officials are the state."""
    layout = scene.layout
    for at in range(end - 1, max(start, end - 6) - 1, -1):
        form = layout.tokens[at].form
        stands = with_whom(layout, at, form) if case == "ins" else at == end - 1 and is_object(layout.tokens[at])
        if is_company(scene, at) and stands and scene.mentions.at(at) is None:
            whole = scene.mentions.at(at - 1) if form.lemma in MEMBERS else None
            if whole is not None and isinstance(whole.entity, Organisation) and whole.case == "nom":
                return [whole]  # "E3 ülkeleriyle"
            first = group_begin(layout, at, start)
            span = Span(layout.tokens[first].start, layout.tokens[at].end)
            last = plural(form) if "pl" in (form.number, form.possessive[1:]) else layout.tokens[at].base
            words = " ".join([*(t.text for t in layout.tokens[first:at]), last])
            among = named_among(scene, first)
            if among:
                return among
            state = officials(scene, first, at)
            group = Mention(span, first, at + 1, (state or Unnamed(words, span),), "state" if state is not None else "description", case)
            return [*joined_to(scene, first, start), group]
    return []


def is_society(scene: Scene, at: int) -> bool:
    """Are those before their representatives no organ of a state ("Türk iş dünyası | temsilcileri")?"""
    form = scene.layout.tokens[at].form
    return form.lemma in scene.rules.societies and form.possessive.startswith("3")


def is_object(token: Token) -> bool:
    return any(f.case == "acc" for f in token.forms)


def officials(scene: Scene, first: int, at: int) -> State | None:
    """The state whose officials are told by nothing but their nationality ("Bahreynli üst düzey | yetkililer")."""
    tokens = scene.layout.tokens
    code = nationality(tokens[first]) if tokens[first].low.endswith(LI) else nationality(tokens[first], ("nation",))
    bare = tokens[at].form.lemma in OFFICIALS and not tokens[at].form.possessive
    return scene.states.of(code) if code is not None and bare and all(t.form.pos == "ADJ" or t.low in RANKS for t in tokens[first + 1 : at]) else None


def named_among(scene: Scene, at: int) -> list[Mention]:
    """Those told by name in the clause before a group ("aralarında X'in de bulunduğu | muhalefetin temsilcileriyle")."""
    layout = scene.layout
    low = layout.sentences[layout.tokens[at].sentence].first
    at -= at > 0 and layout.tokens[at - 1].kind == "number"
    if at - 1 <= low or layout.tokens[at - 1].form.lemma not in ("bulun", "bul", "yer", "al") or layout.tokens[at - 1].form.suffix != "dik":
        return []
    begin = next((t.index for t in reversed(layout.tokens[low:at]) if t.low in scene.rules.among), -1)
    named = [m for m in scene.mentions.within(begin, at) if m.case == "gen" and m.actor] if begin >= 0 else []
    return conjuncts_before(layout, scene.mentions, named[-1], begin) if named else []


def group_begin(layout: Layout, at: int, start: int) -> int:
    """Where a described group begins: with its attributes and its owner ("ordunun birlik | komutanları")."""
    first = attributes(layout, at, start)
    if layout.tokens[at].form.possessive and first > start and is_owner(layout.tokens[first - 1]):
        first = attributes(layout, first - 1, start)
        return first - 1 if first > start and layout.tokens[first - 1].form.pos == "NUM" else first  # "iki sendikanın temsilcileri"
    return first


def attributes(layout: Layout, first: int, start: int) -> int:
    while first > start and is_attribute(layout.tokens[first - 1]) and not tells_day(layout.tokens[first - 1]):
        first -= 1
    if first - 1 > start and layout.tokens[first - 1].low == "ve" and nationality(layout.tokens[first]) and nationality(layout.tokens[first - 2]):
        first -= 2  # "Yunan ve Türk | iş dünyası"
    return first - 1 if first > start and layout.tokens[first - 1].low in SOME else first


def joined_to(scene: Scene, at: int, start: int) -> list[Mention]:
    """Those named before "ve" and a group at token `at` ("X ve Mısırlı yetkililerle")."""
    before = scene.mentions.at(at - 2) if at - 2 >= start and scene.layout.tokens[at - 1].low == "ve" else None
    if before is None or before.last != at - 1 or before.case != "nom" or not isinstance(before.entity, Person):
        return []
    return conjuncts_before(scene.layout, scene.mentions, before, start)


def is_company(scene: Scene, at: int) -> bool:
    """Are they several of those whom one meets: of a word of the list, or "iş insanları"?"""
    form = scene.layout.tokens[at].form
    if "pl" not in (form.number, form.possessive[1:]) and not is_counted(scene.layout, at):
        return False
    return form.lemma in scene.rules.companies or (form.lemma in ("insan", "adam", "kadın") and at > 0 and scene.layout.tokens[at - 1].low == "iş")


def is_counted(layout: Layout, at: int) -> bool:
    """ "40 eski milletvekili": several by the number before it."""
    return any(t.kind == "number" for t in layout.tokens[max(0, at - 3) : at])


def with_whom(layout: Layout, at: int, form: Form) -> bool:
    return form.case == "ins" or (form.case == "nom" and follows(layout, at + 1, frozenset(("ile",))))


def is_attribute(token: Token) -> bool:
    return token.kind == "word" and is_bare(token) and not token.form.verb_form


def tells_day(token: Token) -> bool:
    """ "salı günü | Norveç heyetiyle": the end of a time, no attribute."""
    return token.form.lemma in TIMES and bool(token.form.possessive)


def is_owner(token: Token) -> bool:
    """ "ABD savunma şirketlerinin | yöneticileri"."""
    return token.kind == "word" and token.form.case == "gen" and not token.capital


def plural(form: Form) -> str:
    """The plural of a noun without its case: "temsilciler", "temsilcileri"."""
    back = next((c in "aıou" for c in reversed(form.lemma) if c in "aıoueiöü"), False)
    ending = ("lar" if back else "ler") + (("ı" if back else "i") if form.possessive else "")
    return form.lemma + ending


def named_mention(scene: Scene, actor: Actor, span: Span) -> Mention:
    at = scene.layout.token_at(span.start)
    return scene.mentions.at(at) or Mention(span, at, at + 1, (actor,), "state", "nom")
