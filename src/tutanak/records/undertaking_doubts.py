"""How sure it is that a name is an undertaking's: proper names and names with a status most, plurals of any kind least."""

from __future__ import annotations

from typing import Final

from tutanak.records.frames import MARKS
from tutanak.records.undertaking_fates import DESPITE, ENDING, WORKS, Told
from tutanak.records.undertaking_names import is_possessed
from tutanak.records.undertaking_words import Name, grammar
from tutanak.text.layout import Form, Token

STAYING: Final = ("sanction", "body", "aid")  # kinds of which a participle before them tells that they are there ("kurulan komisyon")


def confidence_of(tokens: list[Token], name: Name, told: Told | None, proper: bool) -> float:
    """How sure: proper names and names with a status most, plurals of any kind ("stratejik projeler") least."""
    wants = name.frame.wants
    if (wants.get("laid") and not is_laid(tokens, name)) or (wants.get("upon") and not is_upon(tokens, name)):
        return 0.3
    if is_reached(tokens, name, told) or is_made(tokens, name, told):
        return 0.6 if name.modifiers else 0.5
    before = told is not None and told.last <= name.first and name.kind not in STAYING and not is_to_be_built(tokens, name, told)
    if before or (told is not None and told.predicate is None and told.status == "proposed"):
        told = None  # what stands before a name, or is only talked of, makes it no surer
    if is_framing(name, told, proper):
        return 0.4
    if not wants.get("bare") and name.modifiers == 0 and not name.widened:
        if told is not None and told.rule == DESPITE:
            return 0.5
        return 0.5 if (told is not None and is_said(tokens, name, told)) or is_described(tokens, name) else 0.3
    if lacks(tokens, name, told, proper) or is_rare(tokens, name, told, proper):
        return 0.4
    idle = wants.get("active") and told is None and not proper and name.modifiers < 2
    if idle and not is_called(tokens, name) and not is_joint(tokens, name, proper):
        return 0.35
    return 0.75 if proper or told is not None else 0.6


def is_to_be_built(tokens: list[Token], name: Name, told: Told) -> bool:
    """Does a participle right before a work tell that it is to be built ("inşa edilecek | nükleer santral")?"""
    if name.kind != "project" or told.status != "planned" or told.last < name.first - 1:
        return False
    lemma = tokens[told.first].form.lemma
    return lemma in grammar().founding or (lemma == "et" and tokens[told.first - 1].form.lemma in grammar().works)


def is_framing(name: Name, told: Told | None, proper: bool) -> bool:
    """Is all that is told of a thing without a name a word behind it ("boru hattı | üzerinden", "ateşkes | kapsamında")?"""
    plain = not proper and name.modifiers == 0 and not name.widened and bool(name.frame.wants.get("active"))
    set_by = told is not None and told.predicate is None and told.first >= name.last and not told.made and told.rule != DESPITE
    return plain and told is not None and set_by and told.rule != WORKS


def lacks(tokens: list[Token], name: Name, told: Told | None, proper: bool) -> bool:
    """Does it lack what its row wants of it: that it is reached, owned, aimed at someone, or no place and no word on another thing?"""
    wants, head = name.frame.wants, tokens[name.last - 1]
    if wants.get("force") and is_there(tokens, name, told):
        return True
    if wants.get("founded") and not is_founded(told) and not (name.kind == "body" and is_between(tokens, name)):
        return True
    if wants.get("arms"):
        return not any(is_arm(token) for token in tokens[name.first : name.last - 1])
    if name.kind == "aid" and (is_means(tokens, name, told) or (name.last < len(tokens) and tokens[name.last].low in grammar().during)):
        return True
    common = name.kind == "aid" or (name.kind == "project" and not (wants.get("bare") or head.capital))  # "toplam proje portföyü"
    if common and not (told is not None and told.first == name.last) and is_first_of_compound(tokens, name):
        return True
    if wants.get("reached"):
        return not proper and not (told is not None and told.first <= name.last) and not is_owned(tokens, name)
    if wants.get("owned") is True:
        return not (name.widened and is_possessed(head))
    if wants.get("aimed"):
        someones = is_possessed(head) or (told is not None and head.form.case in ("acc", "gen"))  # "Kenya'ya desteği", "desteğin süreceği"
        return not (name.widened and someones and name.modifiers < 3)
    return (bool(wants.get("place")) and head.form.case == "loc") or (not wants.get("bare") and is_said_of(tokens, name))


def is_means(tokens: list[Token], name: Name, told: Told | None) -> bool:
    """Is it only by what something is done ("buhar makinesi | yardımıyla")?"""
    head, after = tokens[name.last - 1], tokens[name.last].low if name.last < len(tokens) else ""
    return told is None and is_possessed(head) and tokens[name.last - 2].form.pos == "NOUN" and (head.form.case == "ins" or after == "ile")


def is_founded(told: Told | None) -> bool:
    """Is it told that it is set up, opened or moved ("yeni bir büyükelçilik | açacak")?"""
    return told is not None and any(told.rule.endswith(f":{verb}") for verb in grammar().founding)


def is_between(tokens: list[Token], name: Name) -> bool:
    """Do those between whom a body is begin its name ("Kenya-Uganda Konseyi")?"""
    first = tokens[name.first]
    return first.capital and "-" in first.text[1:-1]


def is_there(tokens: list[Token], name: Name, told: Told | None) -> bool:
    """Is it a force of the United Nations of which no verb tells that it is set up?"""
    return tokens[name.first].low in grammar().unions and (told is None or told.predicate is None)


def is_upon(tokens: list[Token], name: Name) -> bool:
    """Is it said that it lies upon a state or its goods ("Kenya'ya yönelik …", "tarım ürünlerine yönelik …")?"""
    first = tokens[name.first]
    whole = tokens[name.first : name.last - 1]
    return name.widened and ((first.capital and first.base_end < first.end) or any(t.form.lemma in grammar().goods for t in whole))


def is_arm(token: Token) -> bool:
    """Is it a weapon, by its noun or by a letter and a number ("F-16")?"""
    numbered = token.text[0].isupper() and "-" in token.text and token.text[-1].isdigit()
    return numbered or token.low in grammar().arms or token.form.lemma in grammar().arms


def is_laid(tokens: list[Token], name: Name) -> bool:
    """Do the words tell whose measure it is, of what kind, or that it is laid upon one ("ABD'nin ablukası", "deniz ablukası", "abluka uyguluyor")?"""
    if name.modifiers and is_owned(tokens, name):
        return True
    if any(t.form.verb_form and t.form.lemma in grammar().laying for t in tokens[max(name.first - 1, 0) : name.last + 1]):
        return True
    return any(is_owned_by(tokens, name, at) for at in range(max(name.first - 5, 0), name.last - 1) if tokens[at].form.case == "gen")


def is_first_of_compound(tokens: list[Token], name: Name) -> bool:
    """Is it but the first part of another thing's name ("yardım | gemileri")?"""
    head, after = tokens[name.last - 1], tokens[name.last].form if name.last < len(tokens) else None
    bare = head.form.case in ("", "nom") and not head.form.possessive and head.form.number != "pl"
    return bare and after is not None and after.possessive.startswith("3") and not after.verb_form and after.pos == "NOUN"


def is_rare(tokens: list[Token], name: Name, told: Told | None, proper: bool) -> bool:
    """Is it mostly a thing of its own, and no verb beside it makes it an undertaking; or a plural that does not tell which?"""
    near = told is not None and told.first <= name.last + 1 and not told.hoped
    beside = near or (told is not None and name.kind == "body" and told.first <= name.last + 1)
    wished = name.kind == "aid" and told is not None and told.status in ("planned", "proposed")
    wished = wished and told is not None and told.predicate is not None and told.predicate.form.verb_form == "verbal_noun"
    if name.frame.wants.get("rare") and (not beside or wished) and not is_joint(tokens, name, proper):
        return True
    if name.frame.wants.get("rare") and name.frame.wants["kind"] == "body" and tokens[name.last - 1].form.number == "pl" and not proper:
        return True  # "çağrı merkezleri kurdu"
    done = told is not None and (told.predicate is not None or told.first < name.last)
    plain = (near and done and name.kind in ("sanction", "agreement")) or (told is not None and told.rule == WORKS)
    return is_vague(tokens, name, proper) and not plain


def is_reached(tokens: list[Token], name: Name, told: Told | None) -> bool:
    """Does a participle right before an agreement say that it is made or in force ("varılan mutabakat", "yürürlüğe giren anlaşma")?"""
    shown = not name.frame.wants.get("rare") or bool(name.frame.wants.get("made"))
    made = told is not None and told.made and name.kind == "agreement" and shown
    return made and (tokens[name.last - 1].form.number != "pl" or tokens[name.first - 1].form.suffix == "dik")


def is_described(tokens: list[Token], name: Name) -> bool:
    """Is it an agreement of which a participle right before it tells what stands in it ("çekilmeyi öngören | anlaşma")?"""
    word = tokens[name.first - 1].form if name.first > 0 else None
    described = word is not None and word.suffix == "an" and word.lemma in grammar().holding
    return described and name.kind == "agreement" and tokens[name.last - 1].form.number != "pl"


def is_made(tokens: list[Token], name: Name, told: Told | None) -> bool:
    """Does a participle right before an offer tell of it ("üzerinde uzlaşılan öneriler", "masaya sunulan teklif")?"""
    return told is not None and told.last == name.first and tokens[name.last - 1].form.lemma in grammar().offers


def is_owned(tokens: list[Token], name: Name) -> bool:
    """Is it a compound with the noun before its head ("ateşkes mutabakatı")?"""
    return tokens[name.last - 1].form.possessive.startswith("3") and tokens[name.last - 2].form.pos in ("NOUN", "PROPN")


def is_said(tokens: list[Token], name: Name, told: Told) -> bool:
    """Do the words right behind a head that stands alone tell what becomes of it ("anlaşmaya varıldı", not "anlaşmaya varılan şartlar")?"""
    wants, head = name.frame.wants, tokens[name.last - 1].form
    if name.kind == "agreement" and is_far_off(told, head):
        return True
    if told.first > name.last + 1 or name.kind == "aid":
        return False
    if head.lemma in grammar().offers:
        return told.predicate is not None and name.first > 0 and tokens[name.first - 1].low == "yönündeki"
    if wants.get("reached"):
        return told.status == "in_force" or (has_partner(tokens, name.first) and not tells_of_another(tokens, told))
    if name.kind != "agreement" or wants.get("rare") or head.number == "pl":
        made = ("signed", "agreed") if name.kind == "agreement" else ("signed",)
        return not told.hoped and (told.status in made or told.status in ("in_force", "proposed"))
    if told.status in ENDING or (head.case == "dat" and tells_of_another(tokens, told)):
        return False
    found = told.predicate
    open_yet = told.hoped and found is not None and found.form.verb_form == "verbal_noun" and found.form.case == "gen"
    return not open_yet or has_partner(tokens, name.first)


def is_far_off(told: Told, head: Form) -> bool:
    """Is it the subject of which a verb at the end of the sentence tells that it was signed ("anlaşma, … dün | imzalandı")?"""
    found = told.predicate
    signed = found is not None and found.finite and found.passive and told.status == "signed"
    return signed and head.case == "nom" and head.number != "pl"


def has_partner(tokens: list[Token], first: int) -> bool:
    """Is it said right before token `first` with whom ("Uganda ile bir | anlaşmaya varılmasının önemi")?"""
    at = first - 2 if first > 1 and tokens[first - 1].low in ("bir", "de", "da") else first - 1
    return at >= 0 and (tokens[at].low == "ile" or tokens[at].form.case == "ins")


def tells_of_another(tokens: list[Token], told: Told) -> bool:
    """Is the predicate the participle of a noun behind it ("anlaşmaya | varılan şartlar", "varamadıkları konular")?"""
    found = told.predicate
    if found is None or not found.participle or found.form.case not in ("", "nom") or found.last >= len(tokens):
        return False
    last = found.last + 1 if tokens[found.last].text in MARKS and found.last + 1 < len(tokens) else found.last
    after = tokens[last].form
    return after.pos in ("NOUN", "PROPN", "ADJ") and not after.verb_form


def is_joint(tokens: list[Token], name: Name, proper: bool) -> bool:
    """Is it a body of several sides without a name but theirs ("ortak komisyon", "Kenya-Uganda Komitesi", not "Olimpiyat Komitesi")?"""
    if name.kind != "body":
        return False
    return is_between(tokens, name) or (not proper and any(t.low in grammar().joint for t in tokens[name.first : name.last - 1]))


def is_said_of(tokens: list[Token], name: Name) -> bool:
    """Does it only say what another thing is ("bunun bir birlik projesi | olması", "bu önemli bir proje.")?"""
    after = tokens[name.last].form if name.last < len(tokens) else None
    head = tokens[name.last - 1]
    if name.last < len(tokens) and tokens[name.last].text == "." and not head.capital and head.form.case == "nom":
        return not is_possessed(head) or any(t.low == "bir" for t in tokens[max(name.first - 1, 0) : name.last - 1])
    return after is not None and after.lemma == "ol" and after.suffix in ("ma", "dik") and head.form.case in ("", "nom") and not head.capital


def is_called(tokens: list[Token], name: Name) -> bool:
    """Do the places it joins begin it ("Kisumu-Jinja petrol hattı"), or those it is laid upon ("Uganda'ya yaptırımlar"); or is it someone's?"""
    first = tokens[name.first]
    if name.frame.wants.get("going"):
        return first.capital or (name.first > 0 and tokens[name.first - 1].capital and tokens[name.first - 1].low.endswith("ki"))
    if name.kind == "sanction":
        several = bool(name.modifiers) and tokens[name.last - 1].form.number == "pl"  # "ağır yaptırımlar"
        laid = first.capital and (first.form.case == "dat" or is_owned_by(tokens, name, name.first))
        owned = name.first > 0 and tokens[name.first - 1].form.case == "gen" and is_owned_by(tokens, name, name.first - 1)
        return several or laid or owned
    return first.capital and "-" in first.text


def is_owned_by(tokens: list[Token], name: Name, at: int) -> bool:
    """Does a proper name own it at token `at` ("ABD yaptırımları", "Kenya'nın yeni yaptırımları")?"""
    owns = at >= 0 and tokens[at].capital and tokens[at].form.case in ("nom", "gen")
    return owns and is_possessed(tokens[name.last - 1])


def is_vague(tokens: list[Token], name: Name, proper: bool) -> bool:
    """A plural without a noun of its own before it."""
    head = tokens[name.last - 1].form
    if name.kind == "sanction" and (name.modifiers or is_called(tokens, name)):
        return False  # "Kenya'ya yönelik yaptırımlar", "ağır yaptırımlar"
    if (name.frame.words and name.kind in ("body", "sanction")) or name.frame.wants.get("several"):
        return False  # "teknik komiteler", "kısıtlayıcı tedbirler"
    if name.widened and name.kind in ("plan", "aid"):
        return False  # "arabulucuların sunduğu öneriler", "Kenya'ya gönderilen yardımlar"
    return head.number == "pl" and not proper and (name.last - name.first < 2 or tokens[name.last - 2].form.pos not in ("NOUN", "PROPN"))
