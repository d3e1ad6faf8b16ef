"""Words that need their neighbours to be read: each doubt is weighed by one small rule, from left to right.

A word's doubt is found once, when it is studied: of which kind it is, and its readings in both orders. In a text
the rule of that kind looks at the words beside it and picks an order.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from tutanak.text.layout import Doubt, Form, Token

Forms = tuple[Form, ...]
_NOMINAL: Final = frozenset(["NOUN", "PROPN"])
_CLAUSE_END: Final = frozenset(
    ["diye", "ve", "ama", "ancak", "fakat", "mi", "mı", "mu", "mü", "ki", "veya", "çünkü", "de", "da", "dedi", "diyen", "diyerek", "derken"]
)
_GOVERNS: Final[dict[str, str]] = {"önce": "abl", "sonra": "abl", "başka": "abl", "doğru": "dat", "karşı": "dat", "rağmen": "dat"}
_OF_DEEDS: Final = frozenset(  # govern the ablative of a deed, which reads like "without doing it"
    ["sorumlu", "kaynaklanan", "kaynaklı", "dolayı", "ötürü", "yana", "memnun", "mahrum", "yoksun", "sonra", "itibaren", "beri"]
)
_PASSED: Final = frozenset(["ADJ", "DET", "NUM", "ADV"])  # what may stand between an owner and what it owns
_RANKING: Final = frozenset(("üst", "düzey"))  # nouns that tell of what rank somebody is, as an adjective does: "bakanlığın üst düzey bir danışmanı"
_OWNED, _OBJECT, _FINITE, _PARTICIPLE, _PLAIN = 1, 2, 4, 8, 16  # kinds of readings
_NEAR: Final = 6  # tokens to look back
_LARGE: Final = frozenset(("milyon", "milyar", "trilyon"))  # counts what follows; "kırk (yarar)" may be how it is done
_CLOSERS: Final = frozenset("”’»'\"")
_OPENERS: Final = frozenset("“„«‘'\"(")


# KINDS OF DOUBT


def doubt_of(low: str, forms: Forms, capital: bool) -> Doubt | None:
    """What is doubtful about a word, if anything."""
    if len(forms) < 2:
        return None
    first = forms[0]
    if low in _GOVERNS and any(f.pos == "ADP" for f in forms):
        return Doubt(0, _front(forms, [f for f in forms if f.pos == "ADP"]), _back(forms, [f for f in forms if f.pos == "ADP"]))
    if first.pos in ("DET", "PRON") and low in ("bu", "şu", "o"):
        determiners = [f for f in forms if f.pos == "DET"]
        return Doubt(1, _front(forms, determiners), _back(forms, determiners))
    if capital and first.tense in ("aor", "imp", "past", "opt") and not first.voice and any(f.pos == "PROPN" for f in forms):
        names = [f for f in forms if f.pos == "PROPN"]
        return Doubt(2, _front(forms, names), forms)
    if first.tense == "prog" and low.endswith(("mekte", "makta")):
        nouns = [f for f in forms if f.pos == "NOUN" and f.case == "loc" and not f.suffix]
        return Doubt(4, forms, _front(forms, nouns)) if nouns else None  # "yemekte bir araya geldi"
    if first.suffix == "madan":
        return Doubt(7, _front(forms, [f for f in forms if f.suffix == "ma" and f.case == "abl"]), forms)
    kinds = 0
    for form in forms:
        kinds |= _kinds(form)
    found = _owned_or_object(forms) if kinds & _OBJECT and kinds & _OWNED else None
    if found is None and kinds & _PARTICIPLE:
        found = _finite_or_participle(forms) if kinds & _FINITE else None
        if found is None and kinds & _PLAIN:
            found = _doer_or_participle(forms, capital)
    return found


def _kinds(form: Form) -> int:
    """What may be in doubt against another reading: for most words no two are, which is told at once."""
    kinds = _OWNED if form.possessive else _OBJECT if form.case == "acc" else 0
    if not form.suffix and form.pos == "NOUN":
        kinds |= _PLAIN
    if form.verb_form == "participle":
        kinds |= _PARTICIPLE
    elif form.verb_form == "finite":
        kinds |= _FINITE
    return kinds


def _owned_or_object(forms: Forms) -> Doubt | None:
    """bakanı: his minister, or the minister as object; ülkeleri: his, their, or as object."""
    owned = [f for f in forms if f.pos in _NOMINAL and f.possessive in ("3sg", "3pl") and f.case == "nom" and not f.copula]
    objects = [f for f in forms if f.case == "acc" and not f.possessive and f.lemma in {o.lemma for o in owned}]
    if not owned or not objects or forms[0] not in (owned[0], objects[0]):
        return None
    return Doubt(3, _front(forms, owned), _front(forms, objects))


def _finite_or_participle(forms: Forms) -> Doubt | None:
    """yapacak, yapmış, yapar: a predicate, or before its noun."""
    finite = [f for f in forms if f.verb_form == "finite" and f.person == "3sg" and not f.copula]
    participles = [f for f in forms if f.verb_form == "participle" and f.suffix in ("acak", "mis", "ar") and not f.possessive and f.case == "nom"]
    if not finite or not participles:
        return None
    if forms[0].pos == "NOUN" and not forms[0].verb_form:
        return Doubt(6, _front(forms, finite), forms)
    if forms[0].verb_form not in ("finite", "participle"):
        return None
    return Doubt(4, _front(forms, finite), _front(forms, participles))


def _doer_or_participle(forms: Forms, capital: bool) -> Doubt | None:
    """bakan: a minister, or who looks; a complement in a case before it tells."""
    participles = [f for f in forms if f.suffix == "an" and f.verb_form == "participle"]
    nouns = [f for f in forms if f.pos == "NOUN" and f.suffix == ""]
    if not participles or not nouns or forms[0] not in (participles[0], nouns[0]):
        return None
    return Doubt(5, _front(forms, participles), _front(forms, nouns) if capital else forms)


def _front(forms: Forms, chosen: list[Form]) -> Forms:
    return (*chosen, *[f for f in forms if f not in chosen])


def _back(forms: Forms, chosen: list[Form]) -> Forms:
    return (*[f for f in forms if f not in chosen], *chosen)


# RULES


def _governs(tokens: list[Token], at: int) -> bool:
    """bundan önce, Rusya'ya karşı: a postposition stands behind its case."""
    return at > 0 and tokens[at - 1].form.case == _GOVERNS[tokens[at].low]


def _determines(tokens: list[Token], at: int) -> bool:
    """bu karar: a noun or what may stand before one follows."""
    if at + 1 >= len(tokens):
        return False
    after = tokens[at + 1]
    form = after.form
    if tokens[at].low == "o" and after.capital:
        return False
    return form.pos in ("NOUN", "ADJ", "NUM", "PROPN") or form.verb_form in ("participle", "verbal_noun")


def _names(tokens: list[Token], at: int) -> bool:
    """Hulusi Akar: a capital inside the sentence is no predicate's."""
    return at > 0 and tokens[at - 1].kind == "word"


def _is_owned(tokens: list[Token], at: int) -> bool:
    """A noun or a genitive before it makes it owned; an adjective, a determiner or nothing leaves it an object."""
    before = _before_bracket(tokens, at - 1)
    if before < 0 or tokens[before].kind == "number":
        return False
    token = tokens[before]
    form = token.form
    if form.pos == "CCONJ" or token.text == ",":
        return _is_like(tokens, before - 1)
    if token.capital and tokens[at].capital and token.kind == "word":
        return not form.case or form.case in ("nom", "gen")
    if form.case == "gen" or form.suffix == "ki":
        return True
    if form.case == "nom" and (form.pos in _NOMINAL or form.verb_form == "verbal_noun"):
        return True
    return _has_owner(tokens, before, at)


def _before_bracket(tokens: list[Token], place: int) -> int:
    """The token before a bracket that closes at `place`: Avrupa Birliği (AB) Konseyi."""
    if place < 0 or tokens[place].text != ")":
        return place
    for back in range(place - 1, max(place - _NEAR, -1), -1):
        if tokens[back].text == "(":
            return back - 1
    return place


def _has_owner(tokens: list[Token], before: int, at: int) -> bool:
    """İsrail'in yeni planı: a genitive farther left, past adjectives; not where the genitive does what a clause says."""
    for place in range(before, max(before - _NEAR, -1), -1):
        form = tokens[place].form
        if form.case == "gen":
            return at + 1 >= len(tokens) or not (tokens[at + 1].form.verb_form and tokens[at + 1].form.possessive)
        if form.pos not in _PASSED and form.verb_form != "participle" and tokens[place].low not in _RANKING:
            return False
    return False


def _is_like(tokens: list[Token], at: int) -> bool:
    """Of two joined words the second is what the first is."""
    return at >= 0 and tokens[at].form.case == "nom" and bool(tokens[at].form.possessive)


def _ends_clause(tokens: list[Token], at: int) -> bool:
    """A predicate stands before a mark, a conjunction or the end."""
    if at + 1 >= len(tokens):
        return True
    after = tokens[at + 1]
    if after.kind == "punct":
        return after.text not in _OPENERS or after.start == tokens[at].end
    return after.low in _CLAUSE_END


def _ends_sentence(tokens: list[Token], at: int) -> bool:
    """gelecek: the future, unless the sentence ends with it and no large number counts it ("Hedefimiz 5 milyar | dolar.")."""
    if at and tokens[at - 1].low in _LARGE:
        return False
    if at + 1 >= len(tokens):
        return True
    after = tokens[at + 1]
    return after.text[0] in ".!?…" or (after.text in _CLOSERS and after.start == tokens[at].end)


def _has_complement(tokens: list[Token], at: int) -> bool:
    """duruma bakan, yer alan: what a verb takes stands before a participle."""
    if at == 0 or tokens[at].capital:
        return False
    form = tokens[at - 1].form
    if form.case in ("dat", "acc", "abl", "loc", "ins"):
        return form.suffix != "ki"
    return tokens[at].form.pos == "VERB" and form.pos == "NOUN"


def _takes_ablative(tokens: list[Token], at: int) -> bool:
    """genişlemeden sorumlu: the deed in the ablative, not "without widening"."""
    return at + 1 < len(tokens) and tokens[at + 1].low in _OF_DEEDS


Rule = Callable[[list[Token], int], bool]
RULES: Final[tuple[Rule, ...]] = (_governs, _determines, _names, _is_owned, _ends_clause, _has_complement, _ends_sentence, _takes_ablative)


def settle(tokens: list[Token], doubts: list[tuple[int, Doubt]]) -> None:
    """Put each doubtful token's readings in the order that its neighbours speak for."""
    for place, doubt in doubts:
        tokens[place].take(doubt.first if RULES[doubt.kind](tokens, place) else doubt.second)
