"""Outlets: papers, agencies, stations and platforms, and when they only pass on what others say."""

from __future__ import annotations

from functools import lru_cache

from tutanak.mentions import nationality
from tutanak.mentions.model import Actor, Mention, Mentions, Organisation, State, Unnamed
from tutanak.records.reporting import reporting
from tutanak.records.voices import NOBODY, Voice
from tutanak.spans import Span
from tutanak.text.casing import fold
from tutanak.text.layout import Form, Layout


def is_platform(mention: Mention) -> bool:
    """Is it where people post, and not who posts ("ABD merkezli X şirketinin platformundaki hesabından")?"""
    return isinstance(mention.entity, Organisation) and fold(mention.entity.name) in reporting().platforms


def is_outlet(layout: Layout, mention: Mention) -> bool:
    """Is it a newspaper, an agency, a station: reports are its own ("X gazetesinin … haberinde")?"""
    last = layout.tokens[mention.last - 1 : mention.last + 1]
    return any(f.lemma in reporting().outlets for t in last for f in t.forms[:2])


def is_account(layout: Layout, at: int) -> bool:
    """ "X'in (sosyal medya) hesabından", "X'in sözcüsü tarafından": the owner speaks through it."""
    if layout.tokens[at].text == "(":
        at += 3  # "X'in (ABC) hesabından"
    return any(f.lemma in reporting().accounts for t in layout.tokens[at : at + 3] for f in t.forms[:2])


def outlets_in(layout: Layout, mentions: Mentions) -> list[Mention]:
    """Where papers, agencies and stations are named: known ones, and those that a word beside them calls so at least once."""
    called = {m.entity for m in mentions.all if isinstance(m.entity, Organisation) and (is_called_outlet(layout, m) or is_known_outlet(m.entity))}
    return [m for m in mentions.all if m.actor and m.entity in called]


def is_called_outlet(layout: Layout, mention: Mention) -> bool:
    """Does a word right before or behind the name say that it is an outlet ("resmi ajansı X", "X gazetesi")?"""
    before = layout.tokens[mention.first - 1] if mention.first else None
    return is_outlet(layout, mention) or (before is not None and any(f.lemma in reporting().outlets for f in before.forms[:2]))


def is_known_outlet(body: Organisation) -> bool:
    """Is it one of the list, or called so by its name? An agency may be of other things ("Atom Enerjisi Ajansı")."""
    return is_outlets_name(body.name)


@lru_cache(maxsize=4096)
def is_outlets_name(name: str) -> bool:
    name = fold(name)
    last = name.split()[-1]
    named = last.startswith(reporting().press) and (not last.startswith("ajans") or "haber" in name)
    return named or name in reporting().outlet_names


def only_tells(layout: Layout, actor: Actor) -> bool:
    """Is it an outlet ("The Times gazetesi", "Kenya basını"), known or called so where it is named? It tells of what others do and want."""
    if isinstance(actor, Unnamed):
        word = fold(actor.text.split()[-1])
        return word.startswith(tuple(reporting().outlets)) and not word.startswith("gazeteci")
    return isinstance(actor, Organisation) and (is_known_outlet(actor) or any(is_called_so(layout, span) for span in actor.mentions))


def is_called_so(layout: Layout, span: Span) -> bool:
    """Does the word right before or behind a name say that it is an outlet ("ajansı X", "X gazetesi"), or that it has news ("X'in haberinde")?"""
    first, last = layout.token_at(span.start), layout.token_at(span.end)
    if first > 0 and any(f.case == "nom" and says_outlet(f) for f in layout.tokens[first - 1].forms[:2]):
        return True
    if last >= len(layout.tokens):
        return False
    behind = layout.tokens[last].forms[:2]
    return any(says_outlet(f) or (f.lemma == "haber" and f.possessive == "3sg" and f.case in ("loc", "dat")) for f in behind)


def says_outlet(form: Form) -> bool:
    return form.possessive == "3sg" and form.lemma in reporting().outlets  # "AB'ye sitem" is no "site"


def is_press(actor: Actor) -> bool:
    """Is it an outlet or a press that the article gives no more than a description of ("Kenya basını", "Nordposten")?"""
    words = actor.text.split() if isinstance(actor, Unnamed) else []
    last = fold(words[-1]) if words else ""
    if not words or last.startswith(reporting().press):
        return bool(words)
    people = last.removesuffix("lar").removesuffix("ler") in reporting().speakers  # "Kaynaklar" that open a sentence
    return not people and all(word[0].isupper() for word in words)


def nations_press(layout: Layout, mentions: Mentions, low: int, at: int) -> Voice:
    """A nation's press, whose or in which the text is ("Kenya basınında çıkan haberlere göre", "Macar basınının haberine göre")."""
    for noun in reversed(layout.tokens[max(low + 1, at - 12) : at]):
        owner, before = mentions.at(noun.index - 1), layout.tokens[noun.index - 1]
        named = nationality(before) is not None or (owner is not None and isinstance(owner.entity, State))
        if named and noun.form.lemma in ("basın", "medya") and noun.low.endswith(("nda", "nde", "nın", "nin")):
            span = Span(owner.span.start if owner is not None else before.start, noun.end - len("nda"))
            return Voice((Unnamed(span.of(layout.text), span),), (span,), "according", 0.75)
    return NOBODY
