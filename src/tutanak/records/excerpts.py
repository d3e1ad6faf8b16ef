"""Speech in extracts: a line names a text and gives what it holds, with no verb of saying ("X'in konuşmasından satır başları:")."""

from __future__ import annotations

from typing import Final

from tutanak.mentions.model import Mentions, Organisation
from tutanak.records.reporting import reporting
from tutanak.records.sources import nearest, source_at
from tutanak.records.voices import NOBODY, Voice, voice
from tutanak.text.layout import Form, Layout, Token

WITHIN: Final = 6  # words before an extract among which the text stands that it is of
OWNER: Final = 14  # words before a text among which its owner stands
SO: Final = frozenset(("şöyle", "şunlar", "şu", "şekilde", "ise", "özetle", "da", "de", "aynen"))
WHOLE: Final = frozenset(("metin", "özet"))  # "konuşmasının tam metni"
SHOWN: Final = frozenset(("öne çık", "plana çık", "dikkat çek"))
PARTS: Final = ("abl", "gen", "loc")  # "konuşmasından", "açıklamasının", "sözlerinde"


def announced(layout: Layout, mentions: Mentions, low: int, colon: int) -> Voice:
    """Whose text the words from `low` up to a colon announce in extracts or whole; nobody's where they announce none."""
    at = text_announced(layout, low, colon)
    if at <= low:
        return NOBODY
    owners = nearest(layout, mentions, low, at, ("gen",), OWNER)
    if owners:
        return voice(owners, "possessor", 0.85)
    bodies = [m for m in mentions.within(max(low, at - WITHIN), at) if isinstance(m.entity, Organisation)]
    if bodies and layout.tokens[bodies[-1].last - 1].form.suffix == "ki":
        return voice(bodies[-1:], "possessor", 0.8)  # "Dışişleri Bakanlığı'ndaki ilk analizde"
    unknown = any(t.form.case == "gen" for t in layout.tokens[low:at])
    return NOBODY if unknown else source_at(layout, mentions, at, low)


def text_announced(layout: Layout, low: int, colon: int) -> int:
    """The token of the text that is given behind the colon, -1 for none."""
    if colon < 2:
        return -1
    at = colon - 1 - (layout.tokens[colon - 1].form.lemma == "ol" and layout.tokens[colon - 2].low in SO)  # "yanıtı şöyle | oldu"
    while at > low and layout.tokens[at].low in SO:
        at -= 1
    token = layout.tokens[at]
    given = token.form.possessive.startswith("3") or layout.tokens[at - 1].form.suffix == "dik"  # "verdiği mesajlar"
    if given and token.form.case == "nom" and noun_of(token, token.form) in reporting().uttered:
        return at
    return text_before(layout, low, at) if is_shown(layout, at) or is_extract(layout, at) else -1


def is_shown(layout: Layout, at: int) -> bool:
    """Do some points of a text come to the fore there ("şu noktalar ön plana çıktı:")?"""
    verb, before = layout.tokens[at].form, layout.tokens[at - 1].low
    return verb.verb_form == "finite" and f"{before} {verb.lemma}" in SHOWN and any(t.low == "şu" for t in layout.tokens[max(at - WITHIN, 0) : at])


def is_extract(layout: Layout, at: int) -> bool:
    """Does the word name parts of a text ("satır başları", "öne çıkanlar", "önemli noktalar")?"""
    token, before = layout.tokens[at], layout.tokens[at - 1].low
    if any(f"{before} {token.low}".startswith(words) for words in ("satır başlar", "öne çıkan")) or token.low.startswith("satırbaş"):
        return True
    several = token.form.number == "pl" or token.form.lemma in WHOLE
    return token.form.lemma in reporting().extracts and several and token.form.case == "nom"


def text_before(layout: Layout, low: int, at: int) -> int:
    """The text that an extract at token `at` is of, a few words before it."""
    return next((t.index for t in reversed(layout.tokens[max(low, at - WITHIN) : at]) if is_uttered(t)), -1)


def is_uttered(token: Token) -> bool:
    """Does the word name an utterance of which something is given ("konuşmasından", "açıklamalarının", "analizinde")?"""
    return any(f.case in PARTS and noun_of(token, f) in reporting().uttered for f in token.forms)


def noun_of(token: Token, form: Form) -> str:
    """The noun that a form is of, a verbal noun with its ending ("konuşma|sından")."""
    return token.low[: len(form.lemma) + 2] if form.suffix == "ma" else form.lemma
