"""The name of an undertaking: the head of a noun phrase (from the pack) and what stands before it as its modifiers."""

from __future__ import annotations

from typing import Final

from tutanak.mentions.lexicon import listed_bodies
from tutanak.mentions.model import Mentions, Organisation, Person, Place, State
from tutanak.records.frames import GAP, MARKS, Frame, match_at
from tutanak.records.grammar import AGAINST, BETWEEN, TITLED
from tutanak.records.parties import stem
from tutanak.records.reporting import reporting
from tutanak.records.undertaking_words import Grammar, Name, grammar
from tutanak.text.casing import fold
from tutanak.text.layout import Form, Layout, Token
from tutanak.text.nouns import LIK

LONGEST: Final = 7  # words before the head
FIELDS: Final = frozenset(("hususunda", "ilişkin", "dair", "yönelik", "konusunda", "konusundaki", "alanında"))  # before a name, what it is about
JOINING: Final = frozenset(("ile", "ve", "için", "dair", "ilişkin"))  # small words of a title
WHOLE: Final = 24  # words before the head of a name that stands alone in marks
GENITIVE: Final = ("nın", "nin", "nun", "nün", "ın", "in", "un", "ün")  # endings that stand behind marks
ONES: Final = ("bir", "ilk")  # before one of several
PERCENT: Final = ("yüzde", "%")
COUNTED: Final = ("li", "lı", "lu", "lü")  # "iki devletli"
THERE: Final = ("daki", "deki", "taki", "teki")
QUANTIFIERS: Final = frozenset(("bazı", "çeşitli", "tüm", "bütün", "birçok"))
DEEDS: Final = ("plan", "project", "body", "agreement")  # kinds that are called by the deed they are for


def modifies(known: Grammar, mentions: Mentions, tokens: list[Token], at: int, proper: bool) -> bool:
    """May token `at` stand inside a name, before its head?"""
    token = tokens[at]
    if at and tokens[at - 1].text in MARKS and tokens[at - 1].end == token.start and (token.low in GAP or token.low in GENITIVE):
        return False  # "“Kurul”nun | tarihi bir anlaşma"
    if token.kind == "number":
        return token.base_end == token.end or token.low.endswith(LIK)
    if token.low in PERCENT:
        return at + 1 < len(tokens) and tokens[at + 1].kind == "number"
    if token.kind != "word" or token.low in known.outside or token.low.endswith(("ki", "daki", "deki")):
        return False
    if token.base_end < token.end and not (token.low.endswith(LIK) and tokens[at - 1].form.pos == "NUM"):
        return False  # "16 milyar euro’luk" tells how large it is
    form = nominative(token) if proper else of_compound(tokens, at) or attributive(token)
    if form.pos in ("VERB", "AUX", "ADV", "PRON", "DET", "ADP", "CCONJ") and token.low != "bir":
        return form.verb_form == "verbal_noun" and form.case in ("", "nom")
    if form.case not in ("", "nom") or form.person.startswith(("1", "2")) or form.possessive[:1] in ("1", "2"):
        return False
    if form.lemma in known.outside:
        return False
    mention = mentions.at(at)
    return proper or mention is None or "-" in token.text or isinstance(mention.entity, Organisation | Place)


def is_written_large(token: Token) -> bool:
    """Is it a word of a name: a capital, a number, or behind an article ("el-Şeyh")?"""
    article = token.text.find("-") in (2, 3) and token.text[:1].islower()
    return token.capital or token.kind == "number" or (article and token.text.partition("-")[2][:1].isupper())


def of_compound(tokens: list[Token], at: int) -> Form | None:
    """The reading as the first part of a compound that a possessed noun ends ("hava | taşımacılığı | anlaşması"), if it may be one."""
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if tokens[at].form.case != "acc" or after is None or not any(f.possessive.startswith("3") for f in after.forms) or after.form.verb_form:
        return None
    return next((f for f in tokens[at].forms if f.case == "nom" and f.possessive == "3sg" and f.pos == "NOUN" and not f.verb_form), None)


def attributive(token: Token) -> Form:
    """The reading as an adjective of what may be an adverb as well ("serbest", "yeni")."""
    if token.form.pos != "ADV":
        return token.form
    return next((form for form in token.forms if form.pos == "ADJ"), token.form)


def nominative(token: Token) -> Form:
    """The reading as a nominative where there is one ("Yolu" of "Kalkınma Yolu Projesi")."""
    for form in token.forms:
        if form.case == "nom" and not form.verb_form:
            return form
    return token.form


def leftmost(known: Grammar, layout: Layout, mentions: Mentions, first: int, proper: bool, head: int = -1) -> int:
    """Where the name that has its head's first word at `first` begins; head: its last, if it is the whole name of one."""
    tokens = layout.tokens
    low = max(first - LONGEST, layout.sentences[tokens[first].sentence].first)
    quote = tokens[first].quote
    at = whole_in_marks(layout, first) if tokens[first].quote >= 0 else in_marks(tokens, first)
    if at < first:
        return at
    while at > low and tokens[at - 1].quote == quote:
        if proper and at - 2 > low and tokens[at - 1].capital and tokens[at - 1].low in FIELDS and tokens[at - 2].capital:
            at -= 2  # "… Sınırlandırılmasına İlişkin | Mutabakat Muhtırası"
            at = title_start(known, layout, mentions, at, low - LONGEST)
            break
        if proper and tokens[at - 1].low == ")" and at - 3 > low and tokens[at - 3].low == "(":
            at -= 3
        elif tokens[at - 1].low == "ve" and proper and at - 1 > low and joins(known, tokens[at - 2]):
            at -= 2
        elif proper and (opens(layout, at - 1) or is_partner(mentions, tokens, at - 1)):
            break
        elif proper and is_owner_within(tokens, at - 1):
            at -= 1
        elif at > 1 and (tokens[at - 1].low == tokens[at - 2].low or (tokens[at].low == "bir" and is_doer(tokens[at - 1]))):
            break  # "yavaş yavaş | reform", "taraflar | bir anlaşma"
        elif not proper and (tells_another(tokens, at - 1, first) or is_subject(tokens, at - 1, head) or is_apart(tokens, at - 1, first, head)):
            break
        elif modifies(known, mentions, tokens, at - 1, proper) and (not proper or is_written_large(tokens[at - 1])):
            at -= 1
        else:
            break
    at = praised_before(tokens, called_before(tokens, at))
    if not proper and head >= 0:
        at = with_taken(known, layout, mentions, titled_before(tokens, at), first)
    return with_joined(known, mentions, tokens, at, first) if not proper and head < 0 else at


def is_partner(mentions: Mentions, tokens: list[Token], at: int) -> bool:
    """Is it the second of two states that do it together ("Kenya ile | Uganda Serbest Ticaret Anlaşması imzaladı")?"""
    return at > 1 and tokens[at - 1].low == "ile" and "-" not in tokens[at].text and is_state(mentions, at) and mentions.at(at - 2) is not None


def titled_before(tokens: list[Token], at: int) -> int:
    """Where a name in marks begins that stands before the first of several words ("“Mavi Yol” | doğal gaz boru hattı"), else `at`."""
    begins = in_marks(tokens, at)
    named = all(t.capital or t.kind == "number" or t.low in JOINING for t in tokens[begins + 1 : at - 1])
    return begins if named else at


def with_taken(known: Grammar, layout: Layout, mentions: Mentions, at: int, first: int) -> int:
    """Where what it is done to begins that a name needs whose first word is a deed done to it ("suçluların | iadesi anlaşması"), else `at`."""
    tokens, begins = layout.tokens, at
    while begins < min(at + 2, first) and attributive(tokens[begins]).pos == "ADJ":
        begins += 1
    if at < 2 or begins >= first or not is_taking(tokens, begins) or not is_taking_end(mentions, tokens, at - 1):
        return at
    return leftmost(known, layout, mentions, at - 1, False)


def is_taking(tokens: list[Token], at: int) -> bool:
    """Is it a noun of someone's that is first of a compound ("iadesi | anlaşması")?"""
    form = tokens[at].form
    taking = form.pos == "NOUN" and form.possessive == "3sg" and form.case == "nom" and not form.verb_form
    return taking and at + 1 < len(tokens) and is_possessed(tokens[at + 1])


def is_taking_end(mentions: Mentions, tokens: list[Token], at: int) -> bool:
    """Is it a common noun in the genitive?"""
    form = tokens[at].form
    return form.case == "gen" and form.pos == "NOUN" and not tokens[at].capital and mentions.at(at) is None


def is_subject(tokens: list[Token], at: int, head: int) -> bool:
    """Is it a noun before an adjective, of a head that is no compound or one of several that act ("iki ülke | ortak tatbikat yapacak")?"""
    if head <= at + 1 or tokens[at].capital or tokens[at].low.endswith(LIK):
        return False
    counted = at > 0 and tokens[at - 1].form.pos == "NUM"
    if is_possessed(tokens[head]) and not (counted or is_doer(tokens[at])):
        return False
    return tokens[at].form.pos == "NOUN" and not tokens[at].form.possessive and attributive(tokens[at + 1]).pos == "ADJ"


def is_apart(tokens: list[Token], at: int, first: int, head: int) -> bool:
    """Is it a noun in the plural or a name, which no head without a possessive takes before it ("ülkeler | anlaşmayı", "Altan | yardım istedi")?"""
    if head < 0 or is_possessed(tokens[head]) or tokens[at].low.endswith(LIK):
        return False
    form, after = attributive(tokens[at]), tokens[at + 1]
    named = form.pos in ("NOUN", "PROPN") and tokens[at].capital and (at + 1 == first or after.low == "bir" or tokens[min(at + 2, head)].low == "bir")
    return named or (is_doer(tokens[at]) and not after.form.possessive)


def with_joined(known: Grammar, mentions: Mentions, tokens: list[Token], at: int, first: int) -> int:
    """Where another word begins that ve joins to the first of those before the head ("nükleer silah | ve füze programları"), else `at`."""
    if at < 2 or at >= first or tokens[at - 1].low != "ve" or not is_alike(mentions, tokens, at - 2, at):
        return at
    if not modifies(known, mentions, tokens, at - 2, False):
        return at
    if tokens[at - 2].form.lemma in known.heads.by_head or (at > 2 and tokens[at - 3].text == ","):
        return at  # "ateşkes ve | çerçeve anlaşması", "üretim, yatırım ve | enerji projeleri"
    begins = at - 2
    while begins > 0 and begins > at - 4 and attributive(tokens[begins - 1]).pos == "ADJ" and modifies(known, mentions, tokens, begins - 1, False):
        begins -= 1
    return begins


def is_alike(mentions: Mentions, tokens: list[Token], at: int, other: int) -> bool:
    """Are both nouns, or both adjectives, without an ending, and both written alike?"""
    form, like = attributive(tokens[at]), attributive(tokens[other])
    plain = form.case in ("", "nom") and not form.possessive and form.number != "pl" and not form.verb_form and mentions.at(at) is None
    alike = form.pos == like.pos and tokens[at].capital == tokens[other].capital
    return plain and alike and form.pos in ("NOUN", "ADJ") and tokens[at].kind == "word"


def title_start(known: Grammar, layout: Layout, mentions: Mentions, at: int, low: int) -> int:
    """Where a title begins whose words stand before token `at` too ("Sınır Kapısı Üzerinden Demir Yolu ve | Kara Yolu …")."""
    tokens, quote = layout.tokens, layout.tokens[at].quote
    while at > max(low, 0):
        if is_title_word(layout, mentions, at - 1, quote):
            at -= 1
        elif at > 1 and tokens[at - 1].low == "ve" and joins(known, tokens[at - 2]) and is_title_word(layout, mentions, at - 2, quote):
            at -= 2
        else:
            break
    return at


def joins(known: Grammar, token: Token) -> bool:
    """Is it a word of a name that goes on behind "ve" ("Kuşak | ve Yol Girişimi"), not the end of another ("Su Anlaşması | ve Göç Anlaşması")?"""
    ended = is_possessed(token) and token.form.lemma in known.heads.by_head
    return token.capital and token.form.case in ("", "nom") and not ended


def is_owner_within(tokens: list[Token], at: int) -> bool:
    """Is it a capital noun of things done to in a title ("1974 | Kuvvetlerin Ayrıştırılması Anlaşması")?"""
    token, after = tokens[at], tokens[at + 1]
    several = any(form.case == "gen" and form.number == "pl" and form.pos == "NOUN" for form in token.forms)
    return several and token.capital and token.base_end == token.end and after.capital and after.form.suffix == "ma" and bool(after.form.possessive)


def praised_before(tokens: list[Token], at: int) -> int:
    """Where one word in marks begins that qualifies what begins at token `at` ("“tarihi” bir | anlaşma"), else `at`."""
    one = at - 1 if tokens[at].low != "bir" else at
    if one < 3 or tokens[one].low != "bir" or tokens[one - 1].text not in MARKS or tokens[one - 3].text not in MARKS:
        return at
    return one - 3 if attributive(tokens[one - 2]).pos == "ADJ" else at


def tells_another(tokens: list[Token], at: int, first: int) -> bool:
    """Is it a noun beside a name ("rakip proje | Lamu-Kisumu boru hattı"), or do they act of whom it tells ("başkanları | ortak bildiri")?"""
    form, after = tokens[at].form, tokens[at + 1]
    plain = not tokens[at].capital and form.pos == "NOUN" and not form.possessive and not tokens[at].low.endswith(LIK)
    beside = after.capital and plain  # not "20 maddelik | Lamu planı"
    return beside or (is_doer(tokens[at]) and form.possessive.startswith("3") and not is_possessed(tokens[first]))


def is_doer(token: Token) -> bool:
    """Is it a noun in the plural, which tells of no thing behind it?"""
    return token.form.pos == "NOUN" and token.form.number == "pl"


def called_before(tokens: list[Token], at: int) -> int:
    """Where a name in marks begins by which the thing is called whose words begin at token `at` ("“Nehir Yolu” | adlı proje"), else `at`."""
    if at < 3 or tokens[at].low not in TITLED or tokens[at - 1].text not in MARKS or tokens[at - 2].quote < 0:
        return at
    begins = at - 2
    while begins > 0 and tokens[begins - 1].quote == tokens[at - 2].quote and tokens[begins - 1].text not in MARKS:
        begins -= 1
    return begins if tokens[begins].capital and at - begins < WHOLE else at


def is_title_word(layout: Layout, mentions: Mentions, at: int, quote: int) -> bool:
    """May token `at` stand in a title before its "İlişkin": a capital, behind those between whom it is, opening no sentence?"""
    token, mention = layout.tokens[at], mentions.at(at)
    owner = mention is not None and mention.last == at + 1 and token.base_end < token.end
    within = token.capital and token.kind == "word" and token.quote == quote and token.low != "arasında"
    return within and not owner and at != layout.sentences[token.sentence].first


def opens(layout: Layout, at: int) -> bool:
    """Does token `at` open the sentence with a word that is no part of a name ("Burada | Orta Koridor")?"""
    form = attributive(layout.tokens[at])
    aside = form.pos in ("ADV", "CCONJ", "PRON", "ADP") or (form.pos == "NOUN" and form.case in ("loc", "abl", "dat"))
    begins = at == layout.sentences[layout.tokens[at].sentence].first or (at > 0 and layout.tokens[at - 1].text in MARKS)
    return aside and begins


def in_marks(tokens: list[Token], first: int) -> int:
    """Where a name in marks of its own right before token `first` begins ("“Hicaz Demir Yolu” | projesi"); else `first`."""
    inside = tokens[first - 2].quote if first > 2 and tokens[first - 1].kind == "punct" else -1
    if inside < 0 or inside == tokens[first].quote:
        return first
    at = first - 2
    while at > 0 and tokens[at - 1].quote == inside and tokens[at - 1].kind != "punct":
        at -= 1
    titled = first - at < WHOLE and all(t.capital or t.low in JOINING for t in tokens[at : first - 1])
    short = (first - at <= LONGEST or titled) and tokens[at].capital and tokens[at - 1].kind == "punct"
    return at - 1 if short and not tokens[first - 2].form.verb_form else first  # with the mark that opens it


def whole_in_marks(layout: Layout, first: int) -> int:
    """Where the marks open that hold nothing but the name, its head's first word at `first` ("“X ile Y Arasında … | Anlaşması”nı"); else `first`."""
    tokens, inside = layout.tokens, layout.tokens[first].quote
    last = first
    while last + 1 < len(tokens) and tokens[last + 1].quote == inside and last < first + 2:
        last += 1
    if tokens[last].text in MARKS:
        last -= 1
    if (last + 1 < len(tokens) and tokens[last + 1].quote == inside and tokens[last + 1].text not in MARKS) or not tokens[last].capital:
        return first
    at = first
    while at > 0 and tokens[at - 1].quote == inside and tokens[at - 1].text not in MARKS and first - at < WHOLE:
        at -= 1
    held = tokens[at:first]
    told = any(t.form.verb_form in ("finite", "converb") or (t.kind == "punct" and t.text not in ("-", "–", ",")) for t in held)
    return at if len(held) > 1 and held[0].capital and not told and first - at < WHOLE else first


def trimmed(tokens: list[Token], first: int, head: int) -> int:
    """Without the determiner at the front, nor a possessive that has lost its possessor."""
    while first < head and tokens[first].low in ("bir", "birinci", "ikinci") and not (tokens[first].capital and tokens[first + 1].capital):
        first += 1
    return first


def name_at(known: Grammar, layout: Layout, mentions: Mentions, at: int) -> Name | None:
    """The name whose head is token `at`, if it is one."""
    found = match_at(layout, known.heads, at, layout.sentences[layout.tokens[at].sentence].first if layout.tokens[at].sentence >= 0 else 0)
    if found is None:
        return None
    tokens, wants = layout.tokens, found.frame.wants
    proper = tokens[at].capital and tokens[found.first].capital
    marked = wants.get("capital") != "head" and in_marks(tokens, found.first) != found.first
    if wants.get("capital") and not marked and not (proper and follows_title(tokens, at)):
        return None
    if wants.get("capital") == "head" and not is_possessed(tokens[at]):
        return None  # "Disiplin Şart"
    if (wants.get("one") and tokens[at].form.number == "pl") or is_union(mentions, at, str(wants["kind"])):
        return None
    if wants.get("verbal") and not is_deed(tokens, at, found.frame.words):
        return None
    if tokens[at].text.isupper() or is_light(tokens, at) or (at > 0 and tokens[at - 1].low in wants.get("never", ())):
        return None
    first = trimmed(tokens, leftmost(known, layout, mentions, found.first, proper, at), found.first)
    if not proper and not is_possessed(tokens[at]):
        first = behind_body(mentions, first, found.first)
    joined = first if proper else with_joined(known, mentions, tokens, first, found.first + min(len(found.frame.words), 1))
    wide = widened(known, layout, mentions, joined, at, found.frame)
    begins, wide = wide, first if wide == joined else wide  # what is joined tells it from no other
    if wide == found.first and wants.get("ours"):
        begins = with_whose(mentions, tokens, wide, at)
    telling = wide < first or begins < wide
    kind = str(wants["kind"] if proper or "small" not in wants else wants["small"])
    if wide == found.first and str(wants["kind"]) == "agreement" and not wants.get("short"):
        begins = matter_start(known, layout, mentions, begins)  # it tells it from no other
    if not telling and not proper and begins == found.first and (kind == "project" or not wants.get("bare")):
        begins = with_aim(layout, mentions, begins)
    if wants.get("sited"):
        begins = with_site(mentions, tokens, begins)
        telling = telling or begins < wide
    begins = whole_front(layout, mentions, begins, first)
    shared = kind == "project"  # "ortak füze kalkanı" is the shield
    told = [n for n in range(wide, at + 1) if tells_apart(known, tokens, n) and not (shared and tokens[n].low == "ortak")]
    told += field_before(known, layout, mentions, wide, kind)
    key = frozenset(called(mentions, tokens, n) for n in told)
    fresh = any(token.low in ONES for token in tokens[max(first - 1, 0) : found.first])
    return Name(found.frame, begins, at + 1, modifiers(known, tokens, wide, found.first), key, telling, fresh, kind)


def whole_front(layout: Layout, mentions: Mentions, begins: int, first: int) -> int:
    """Where a name begins that would begin inside a phrase: with the whole of it, or without all before token `first` where that is too long."""
    mention = mentions.at(begins)
    if mention is not None and mention.first < begins and mention.kind == "name" and isinstance(mention.entity, Organisation):
        return mention.first  # "Gazze Yönetimi | Ulusal Komitesi"
    low = max(begins - LONGEST, layout.sentences[layout.tokens[begins].sentence].first)
    at = begins
    while (further := phrase_before(layout, mentions, at, first)) < at:
        if further < low:
            return max(first, begins)
        at = further
    return at


def phrase_before(layout: Layout, mentions: Mentions, at: int, first: int) -> int:
    """One step back in the phrase in which token `at` stands, or `at` where it begins one; before `first` stands what the name is about."""
    tokens = layout.tokens
    before = tokens[at - 1]
    if at < 2 or before.quote != tokens[at].quote:
        return at
    if before.form.pos == "NUM" and tokens[at].low.endswith(COUNTED):
        listed = tokens[at - 2].text == "," and tokens[at - 3].low.endswith(COUNTED)  # "iki toplumlu, | iki kesimli"
        return at if listed else at - 1  # "iki | devletli"
    if at >= first:
        return at
    if before.low in QUANTIFIERS or (before.form.pos == "NUM" and before.base_end == before.end):
        return at - 1
    if before.low.endswith(THERE) and before.low not in BETWEEN and before.base_end == before.end and is_bare(layout, mentions, at - 2):
        return at - 2  # "sağlık alanındaki | işbirliğine"
    if before.form.case == "gen" and before.form.pos == "NOUN" and mentions.at(at - 1) is None and is_had_next(tokens, mentions, at, first):
        return owner_start(layout, mentions, at - 1)  # "ateşkesin | ikinci aşamasının"
    joined = before.low in ("ve", "veya") and is_coordinate(layout, mentions, at - 2, first)
    return deed_start(layout, mentions, at - 2) if joined and tokens[at - 2].form.verb_form else at - 2 if joined else at


def is_had_next(tokens: list[Token], mentions: Mentions, at: int, first: int) -> bool:
    """Is the next thing with an ending, from token `at` on, one that another has ("ikinci | aşamasının", not "Kenya'nın imarı")?"""
    ended = next((t for t in tokens[at:first] if t.form.case not in ("", "nom") or t.form.possessive), None)
    return ended is not None and ended.form.possessive.startswith("3") and not ended.form.verb_form and mentions.at(ended.index) is None


def is_coordinate(layout: Layout, mentions: Mentions, at: int, first: int) -> bool:
    """Does "ve" join the word at `at` to one behind it of its kind ("taşınması ve | yüklenmesine ilişkin", "Kenya ve | Uganda'nın ortak olması")?"""
    form, after = layout.tokens[at].form, layout.tokens[at + 2].form
    if form.verb_form == "verbal_noun" and form.possessive and form.case in ("nom", ""):
        return after.verb_form == "verbal_noun" and after.possessive == form.possessive and at + 2 < first
    return is_state(mentions, at) and form.case in ("nom", "") and is_state(mentions, at + 2) and after.case == "gen"


def field_before(known: Grammar, layout: Layout, mentions: Mentions, first: int, kind: str) -> list[int]:
    """The words of the field of an agreement that stands before the participle right before it ("enerji alanında varılan | anlaşma")."""
    tokens = layout.tokens
    if kind != "agreement" or first < 3 or tokens[first - 1].form.verb_form != "participle" or tokens[first - 2].low not in FIELDS:
        return []
    wide = leftmost(known, layout, mentions, first - 3, False)
    return [n for n in range(wide, first - 2) if tokens[n].kind == "word" and not tokens[n].form.verb_form]


def is_deed(tokens: list[Token], at: int, words: tuple[str, ...]) -> bool:
    """Is it a verbal noun that names a thing: several, or someone's with a noun before it ("kısıtlamalar", "F-16 satılması", not "kısıtlamaya")?

    words: those its frame has before it, on which the deed may be done ("vizelerin kaldırılması"), or which tell how ("direkt uçuşlar").
    """
    form, before = tokens[at].form, attributive(tokens[at - 1]) if at else None
    if words and (form.suffix == "is" or is_done_to(tokens, at)):
        return True
    bare = before is not None and before.case in ("", "nom") and not before.verb_form and before.pos in ("NOUN", "PROPN", "ADJ")
    several = form.number == "pl" or form.possessive == "3pl"
    return form.suffix == "ma" and not form.negative and (several or (bare and form.possessive.startswith("3")))


def is_done_to(tokens: list[Token], at: int) -> bool:
    """Is it a deed that is done to what stands in the genitive right before it ("vizelerin | kaldırılması")?"""
    form = tokens[at].form
    return form.suffix == "ma" and not form.negative and form.possessive == "3sg" and tokens[at - 1].form.case == "gen"


def behind_body(mentions: Mentions, first: int, head: int) -> int:
    """Behind a body that stands before it, for its compound would be possessed ("Kenya Partisi | anlaşmaları eleştirdi")."""
    mention = mentions.at(first)
    return mention.last if mention is not None and mention.last <= head and isinstance(mention.entity, Organisation) else first


def follows_title(tokens: list[Token], at: int) -> bool:
    """Does a word of a name stand before token `at`, an acronym in brackets between them or not ("Latin Amerika (LA) | Stratejisi")?"""
    before = at - 4 if at > 3 and tokens[at - 1].text == ")" and tokens[at - 3].text == "(" else at - 1
    return before >= 0 and tokens[before].capital


def tells_apart(known: Grammar, tokens: list[Token], at: int) -> bool:
    """Is it one of the words that tell a name from others: no filler, of numbers only a measure ("15 | maddelik plan", "2 | bin megavatlık")?"""
    if tokens[at].kind == "word":
        return tokens[at].low not in known.empty
    return tokens[at].kind == "number" and any(token.low.endswith(LIK) for token in tokens[at + 1 : at + 3])


def called(mentions: Mentions, tokens: list[Token], at: int) -> str:
    """The word by which it is known: a state's by its code ("Tahran'a" is "İran'a")."""
    mention = mentions.at(at)
    if mention is not None and isinstance(mention.entity, State):
        return mention.entity.id
    return grammar().alike.get(tokens[at].form.lemma, tokens[at].form.lemma)


def is_union(mentions: Mentions, at: int, kind: str) -> bool:
    """Is it a body of the closed set ("Körfez İşbirliği Konseyi"), which no two states make?"""
    mention = mentions.at(at)
    return kind == "body" and mention is not None and isinstance(mention.entity, Organisation) and fold(mention.entity.name) in listed_bodies()


def is_light(tokens: list[Token], at: int) -> bool:
    """Is it half of a light verb ("boykot edilmesi")?"""
    after = tokens[at + 1].form.lemma if at + 1 < len(tokens) else ""
    return after in ("et", "eyle") or (after == "yap" and tokens[at].low == "plan")  # "uzun süredir plan yapıyor"


def widened(known: Grammar, layout: Layout, mentions: Mentions, first: int, head: int, frame: Frame) -> int:
    """With its field ("turizm alanında …", "sevkiyata ilişkin …") or, of a sanction, its target ("İran'a yönelik ambargo")."""
    tokens, kind = layout.tokens, str(frame.wants["kind"])
    if kind == "agreement" and first > 3 and tokens[first - 1].low == "bir" and tokens[first - 2].low in FIELDS:
        wide = widened(known, layout, mentions, first - 1, head, frame)  # "açılmasına ilişkin | bir anlaşma"
        return wide if wide < first - 1 else first
    if first < 2 or frame.wants.get("short"):
        return first
    word, before = tokens[first - 1], tokens[first - 2]
    if kind == "sanction" and first > 2 and before.low in AGAINST and (word.form.pos == "DET" or is_laying(known, word)):
        if is_laying(known, word) and frame.head not in known.measures and modifiers(known, tokens, first, head):
            return first  # "İran'a yönelik uygulanan | deniz ablukası"
        return widened(known, layout, mentions, first - 1, head, frame)  # "Kenya'ya yönelik bazı | yaptırımlar", "… uygulanan | …"
    if frame.wants.get("owned") and with_owner(mentions, tokens, first) < first:
        return with_owner(mentions, tokens, first)
    if frame.wants.get("given"):
        return with_taker(mentions, tokens, first, bool(frame.wants.get("aimed")))
    if tokens[first].form.lemma in known.offers:
        return with_maker(tokens, first)
    if kind in DEEDS or frame.head in known.offers:
        purpose = deed_before(tokens, first, frame)
        if purpose is not None:
            return purpose_start(layout, mentions, purpose.index, first)
    if kind == "sanction" and word.capital and word.form.case in ("nom", "dat") and is_state(mentions, first - 1):
        return first - 1  # "İran'a yaptırımlar", "ABD yaptırımları"
    if frame.head in known.measures and is_target(mentions, first - 1, word) and not is_laid_by(known, tokens, head):
        return whole(layout, leftmost(known, layout, mentions, first - 1, False), first)  # "Kenya ürünlerine | yaptırımlar"
    if word.low in ("alanında", "alanlarında") or (word.low == "konusundaki" and kind == "agreement"):
        return leftmost(known, layout, mentions, first - 1, False)
    if kind == "agreement" and word.low == "ilgili" and before.low == "ile" and first > 3 and tokens[first - 3].form.verb_form == "verbal_noun":
        return deed_start(layout, mentions, first - 3)  # "üs kurulması ile ilgili | anlaşma"
    if word.low in ("konusunda", "hususunda") and kind == "agreement" and before.form.verb_form == "verbal_noun":
        return deed_start(layout, mentions, first - 2)
    upon = before.capital or ((frame.head in known.measures or not frame.wants.get("bare")) and is_target(mentions, first - 2, before))
    aimed = kind == "sanction" and upon and word.low in AGAINST
    deed = kind == "agreement" and word.low == "yönelik"
    if before.form.case != "dat" or not (aimed or deed or word.low in ("ilişkin", "dair")):
        return first
    if kind == "plan" and (is_told_apart(known, tokens, first, head, frame) or not (before.form.verb_form or before.capital)):
        return first  # "Kenya'ya ilişkin | 15 maddelik plan", "hususlara ilişkin | takvim"
    if before.form.verb_form:
        return first if frame.wants.get("bare") else whole(layout, deed_start(layout, mentions, first - 2), first)
    wide = leftmost(known, layout, mentions, first - 2, False)
    return wide if aimed and is_possessed(tokens[head]) else whole(layout, wide, first)  # "Kenya'nın | Lamu'ya yönelik ablukası"


def with_aim(layout: Layout, mentions: Mentions, first: int) -> int:
    """Where what it will do stands before one without a name ("kentleri birbirine bağlayacak | metro hattı"), else `first`."""
    tokens, at = layout.tokens, first - 1
    if at > 0 and tokens[at].low == "bir":
        at -= 1
    form = tokens[at].form if at > 0 else None
    if form is None or form.suffix != "acak" or form.verb_form != "participle" or form.possessive or form.passive or form.lemma in ("ol", "et"):
        return first
    aim = tokens[at - 1].form
    if aim.suffix == "ma" and aim.case == "acc" and aim.possessive:
        return deed_start(layout, mentions, at - 1)  # "sınırın açılmasını | sağlayacak"
    begins = purpose_start(layout, mentions, at, at)
    return begins if begins < at else first


def matter_start(known: Grammar, layout: Layout, mentions: Mentions, first: int) -> int:
    """Where what it is about stands before one without a name ("suçluların iadesine ilişkin | anlaşma"), else `first`."""
    tokens, at = layout.tokens, first - 2
    if at < 1 or tokens[at].form.verb_form or tokens[at].kind != "word":
        return first
    about = tokens[at + 1].low in ("konusunda", "hususunda") or (tokens[at + 1].low in ("ilişkin", "dair") and tokens[at].form.case == "dat")
    wide = leftmost(known, layout, mentions, at, False) if about else first
    if wide < 1 or wide == first or tokens[wide - 1].text in MARKS:
        return first
    owned = is_possessed(tokens[at]) and tokens[wide - 1].form.case == "gen" and tokens[wide - 1].form.pos == "NOUN"
    return leftmost(known, layout, mentions, wide - 1, False) if owned else wide


def is_told_apart(known: Grammar, tokens: list[Token], first: int, head: int, frame: Frame) -> bool:
    """Do its own words tell which it is, what it is about left aside ("15 maddelik plan", "yol haritası")?"""
    return bool(frame.wants.get("bare")) or any(tells_apart(known, tokens, n) for n in range(first, head))


def is_laying(known: Grammar, token: Token) -> bool:
    """Is it a passive participle of what is laid upon someone ("uygulanan")?"""
    return token.form.suffix == "an" and token.form.passive and token.form.lemma in known.laying


def is_laid_by(known: Grammar, tokens: list[Token], head: int) -> bool:
    """Does a verb right behind the head tell upon whom it lays it ("ürünlere | ek vergiler koydu")?"""
    return head + 1 < len(tokens) and tokens[head + 1].form.lemma in known.laying and tokens[head + 1].form.verb_form != ""


def is_target(mentions: Mentions, at: int, token: Token) -> bool:
    """Is it a common noun in the dative?"""
    return mentions.at(at) is None and token.form.case == "dat" and token.form.pos == "NOUN" and not token.form.verb_form and not token.capital


def deed_before(tokens: list[Token], first: int, frame: Frame) -> Token | None:
    """The verbal noun within what is named from token `first` that tells what it is for ("tepelerin geri | verilmesi önerisi")."""
    last = next((t.index for t in tokens[first : first + 4] if t.form.lemma == frame.head), first)
    return next((t for t in reversed(tokens[first:last]) if t.form.suffix == "ma" and t.form.verb_form and t.form.case in ("", "nom")), None)


def purpose_start(layout: Layout, mentions: Mentions, at: int, first: int) -> int:
    """Where the deed of the verbal noun at token `at` begins: with its doer if that is its own ("tepelerin geri | verilmesi"), else its object."""
    tokens = layout.tokens
    if tokens[at].form.possessive:
        begins = min(first, deed_start(layout, mentions, at))
        aim = begins > 0 and is_target(mentions, begins - 1, tokens[begins - 1]) and tokens[begins - 1].form.lemma not in reporting().speakers
        return object_start(layout, begins - 1, layout.sentences[tokens[at].sentence].first) if aim else begins
    begins, found, low = first, first, max(first - LONGEST, layout.sentences[tokens[at].sentence].first)
    while begins > low and tokens[begins - 1].quote == tokens[at].quote and is_object(tokens[begins - 1]):
        direct = is_direct(tokens[begins - 1])
        begins = object_start(layout, begins - 1, low)
        found = begins if direct else found  # an aim alone may be that of the verb behind ("bakana | çekilme planını anlattı")
    return found


def is_object(token: Token) -> bool:
    """Is it a noun in the case of an object, an aim or a means, or a time or manner before it ("iki yıl içinde", "tümüyle")?"""
    form = token.form
    if token.kind != "word" or form.verb_form:
        return False
    if token.low in ("içinde", "birbirine") or form.pos == "ADV" or is_direct(token):
        return True
    return form.case in ("dat", "ins") and form.pos in ("NOUN", "PROPN")


def is_direct(token: Token) -> bool:
    """May it be a noun in the accusative ("göçmenleri", which may be someone's as well)?"""
    return token.form.case in ("acc", "nom") and any(f.case == "acc" and f.pos in ("NOUN", "PROPN") and not f.verb_form for f in token.forms)


def object_start(layout: Layout, at: int, low: int) -> int:
    """Where the object that ends at token `at` begins: with what qualifies it, and whose it is ("halkın geçim | kaynaklarını")."""
    tokens, begins = layout.tokens, at
    while begins > low and attributive(tokens[begins - 1]).pos in ("ADJ", "NOUN", "NUM") and tokens[begins - 1].base_end == tokens[begins - 1].end:
        form = attributive(tokens[begins - 1])
        if form.verb_form or form.case not in ("", "nom") or is_direct(tokens[begins - 1]):
            break
        begins -= 1
    owned = begins > low and tokens[begins - 1].form.case == "gen" and is_possessed(tokens[at]) and not tokens[begins - 1].capital
    return begins - 1 if owned else begins


def with_owner(mentions: Mentions, tokens: list[Token], first: int) -> int:
    """Where the place stands before it whose it is ("Güney Kenya'nın | yeniden imarı"), else `first`."""
    mention = mentions.at(first - 1)
    owner = mention is not None and isinstance(mention.entity, State | Place) and tokens[first - 1].form.case == "gen"
    return mention.first if mention is not None and owner else first


def with_taker(mentions: Mentions, tokens: list[Token], first: int, aimed: bool) -> int:
    """Where whom an aid is given to stands before it ("Kenya'ya gönderilen | yardımlar", "Kenya'ya | desteği"), else `first`."""
    word = tokens[first - 1]
    given = (aimed and word.low == "yönelik") or (word.form.verb_form == "participle" and stem(word.form) in grammar().giving)
    whom = first - 2 if given else first - 1
    return whom if (given or aimed) and tokens[whom].form.case == "dat" and is_in_place(mentions, whom) else first


def is_in_place(mentions: Mentions, at: int) -> bool:
    """Does token `at` name a state or a place?"""
    mention = mentions.at(at)
    return mention is not None and isinstance(mention.entity, State | Place)


def with_maker(tokens: list[Token], first: int) -> int:
    """Where who has made an offer stands before it ("arabulucuların sunduğu | öneriler"), else `first`."""
    made = tokens[first - 1].form.suffix == "dik" and tokens[first - 1].form.lemma in grammar().before
    maker = tokens[first - 2]
    return first - 2 if made and maker.form.case == "gen" and not maker.capital else first


def with_whose(mentions: Mentions, tokens: list[Token], first: int, head: int) -> int:
    """Where whose it is stands before a plan without a name ("Kenya'nın Lamu konusundaki | önerisi"), else `first`."""
    if not is_possessed(tokens[head]) or tokens[head].form.number == "pl":
        return first
    last = first - 1
    if last > 3 and tokens[last].low in ("konusundaki", "alanındaki"):
        while last > first - LONGEST and last > 0 and tokens[last].form.case != "gen":
            last -= 1
    mention = mentions.at(last)
    named = tokens[last].form.case == "gen" and tokens[last].base_end < tokens[last].end  # not "Savunma Bakanının | önerisi"
    owner = mention is not None and mention.last == last + 1 and isinstance(mention.entity, State | Person)
    return mention.first if mention is not None and owner and named else first


def with_site(mentions: Mentions, tokens: list[Token], first: int) -> int:
    """Where the place stands before it where it is to be ("Uganda'da | yeni bir büyükelçilik"), else `first`."""
    last = first - 1
    while last > 0 and tokens[last].low in ("bir", "yeni"):
        last -= 1
    mention = mentions.at(last)
    return mention.first if mention is not None and tokens[last].form.case == "loc" and is_in_place(mentions, last) else first


def is_state(mentions: Mentions, at: int) -> bool:
    mention = mentions.at(at)
    return mention is not None and isinstance(mention.entity, State)


def whole(layout: Layout, wide: int, first: int) -> int:
    """Where the field begins, if it is all there: not what belongs to an owner before it ("ateşkesin | ikinci aşamasına ilişkin plan")."""
    return first if wide > 0 and layout.tokens[wide - 1].form.case == "gen" else wide


def deed_start(layout: Layout, mentions: Mentions, at: int) -> int:
    """Where the clause of the verbal noun at token `at` begins ("uçakların satın alınması | konusunda anlaşma"), its subject included."""
    for n in range(at - 1, max(at - 8, 0), -1):
        token = layout.tokens[n]
        if in_brackets(layout.tokens, n) or is_within_deed(layout.tokens, n, at):
            continue  # "Komitesinin (JETCO) kurulması"
        if token.form.case == "gen":
            mention = mentions.at(n)
            return mention.first if mention is not None and mention.first < n else owner_start(layout, mentions, n)
        if token.kind == "punct" or token.low == "için" or token.form.verb_form in ("finite", "converb", "participle"):
            break
    while at > 1 and "pass" in layout.tokens[at].form.voice and is_bare(layout, mentions, at - 1):
        at -= 1  # "askeri üs | kurulması"
    return at


def owner_start(layout: Layout, mentions: Mentions, at: int) -> int:
    """Where the noun begins that ends in the genitive at token `at`: with the words of its compound ("deniz yetki | alanlarının")."""
    tokens, owned = layout.tokens, bool(layout.tokens[at].form.possessive)
    form = tokens[at - 1].form
    if at == 0 or (is_state(mentions, at - 1) and not owned):  # "Kenya ve Uganda | göçmenlerin"
        return at
    if form.case not in ("nom", "") or form.pos not in ("NOUN", "ADJ", "PROPN") or form.verb_form:
        return at
    wide = owned and at > 2 and all(is_bare(layout, mentions, n) for n in (at - 2, at - 1)) and tokens[at - 3].form.pos != "NUM"
    return at - 2 if wide else at - 1


def is_within_deed(tokens: list[Token], at: int, deed: int) -> bool:
    """Does the participle at token `at` tell of an object of the deed that is done ("ürettiği | malları satmasına ilişkin")?"""
    return tokens[at].form.verb_form == "participle" and not tokens[deed].form.passive and is_direct(tokens[at + 1])


def is_bare(layout: Layout, mentions: Mentions, at: int) -> bool:
    """Is token `at` a common noun or adjective without an ending?"""
    token, form = layout.tokens[at], attributive(layout.tokens[at])
    common = token.kind == "word" and not token.capital and mentions.at(at) is None and form.pos in ("NOUN", "ADJ")
    return common and form.case in ("", "nom") and not form.verb_form


def in_brackets(tokens: list[Token], at: int) -> bool:
    """Is it an acronym in brackets, or one of them?"""
    near = [t.text for t in tokens[max(at - 2, 0) : at + 3]]
    return tokens[at].text in ("(", ")") or ("(" in near and ")" in near and tokens[at].text.isupper())


def modifiers(known: Grammar, tokens: list[Token], first: int, head: int) -> int:
    """How many words make the name more than its head; numbers and words like "bir" and "yeni" do not tell which."""
    return sum(t.kind == "word" and t.low not in known.empty for t in tokens[first:head])


def is_compound(tokens: list[Token], name: Name) -> bool:
    """Is what reads as an accusative the head of a compound ("demir yolu hattı")?"""
    head, before = tokens[name.last - 1], tokens[name.last - 2] if name.last - 2 >= name.first else None
    if before is None or before.form.pos != "NOUN" or head.form.case != "acc" or head.form.possessive:
        return False
    return any(f.possessive.startswith("3") and f.case == "nom" for f in head.forms)


def is_possessed(token: Token) -> bool:
    """May the word be someone's?"""
    return any(form.possessive.startswith("3") for form in token.forms)
