"""Names of events, and the parties that they name: "Türkiye-Macaristan Yatırım Forumu", "Davutoğlu-Downer görüşmesi"."""

from __future__ import annotations

from typing import Final

from tutanak.mentions import state_called
from tutanak.mentions.endings import CASES
from tutanak.mentions.model import Mention, Organisation, State
from tutanak.records.frames import Predicate
from tutanak.records.meeting_scene import Scene
from tutanak.spans import Span
from tutanak.text.casing import fold
from tutanak.text.layout import Form, Layout, Quotation, Token

LONGEST: Final = 12  # words of an event's name
INSIDE: Final = frozenset(("ve", "üçlü", "ikili", "iş", "dörtlü", "(", ")"))


def unmarked(layout: Layout, predicate: Predicate) -> Predicate:
    """An event's name in marks ("“… Forumu”nun yapılması") as a noun of the sentence around it."""
    marks = title_marks(layout, predicate)
    if marks is None:
        return predicate
    close = marks.last
    ending = layout.tokens[close + 1] if close + 1 < len(layout.tokens) else None
    case = CASES.get(ending.low.strip("'’")) if ending is not None and ending.start == layout.tokens[close].end else None
    form = Form(predicate.form.lemma, "NOUN", predicate.form.number, case or "nom", predicate.form.possessive)
    return Predicate(predicate.frame, marks.first - 1, close + 1 if case else close, form)


def title_marks(layout: Layout, predicate: Predicate) -> Quotation | None:
    """The marks around a name that ends with the predicate's noun, if they hold no more than a name."""
    quote = layout.tokens[predicate.head].quote
    if quote < 0:
        return None
    marks = layout.quotations[quote]
    if marks.last != predicate.head + 1 or marks.last - marks.first > LONGEST or marks.first == 0 or not marks.closed:
        return None
    return marks if not any(t.form.verb_form == "finite" for t in layout.tokens[marks.first : marks.last]) else None


def named_states(scene: Scene, low: int, last: int) -> list[Mention]:
    """States joined by hyphens in the name that ends before token `last`."""
    layout = scene.layout
    at = last - 1
    while at >= low and at > last - LONGEST and layout.tokens[at].low in ('"', "“", "”"):
        at -= 1
    while at >= low and at > last - LONGEST:
        token = layout.tokens[at]
        if "-" in token.base and token.capital:
            return hyphened_states(scene, at)
        inside = token.capital or token.low in INSIDE or is_ordinal(layout, at)
        if not inside or (token.form.case not in ("nom", "") and token.base_end != token.end):
            return []
        at -= 1
    return []


def is_ordinal(layout: Layout, at: int) -> bool:
    """ "9. Üçlü Toplantısı"."""
    return layout.tokens[at].kind == "number" or (layout.tokens[at].low == "." and layout.tokens[at - 1].kind == "number")


def hyphened_states(scene: Scene, at: int) -> list[Mention]:
    """ "Güney Kore-Suudi Arabistan", "Rusya-NATO": states or bodies, each part alone, or a state with the words beside it."""
    tokens = scene.layout.tokens
    parts = tokens[at].base.split("-")
    before = [" ".join(t.low for t in tokens[max(0, at - n) : at]) + " " for n in (1, 2)]
    after = [" " + " ".join(t.low for t in tokens[at + 1 : at + 1 + n]) for n in (1, 2)]
    found = [
        called(scene, part, before if i == 0 else [], after if i == len(parts) - 1 else []) for i, part in enumerate(parts)
    ]  # fmt: skip
    actors = [actor for actor in found if actor is not None]
    enough = len(parts) > 1 and len(actors) == len(parts) and any(isinstance(actor, State) for actor in actors)
    return [named_part(actor, tokens[at], at) for actor in actors] if enough else []


def called(scene: Scene, part: str, before: list[str], after: list[str]) -> State | Organisation | None:
    word = fold(part)
    words = [word, *(b + word for b in before), *(word + a for a in after)]
    code = next((code for w in words if (code := state_called(w)) is not None), None)
    return scene.states.of(code) if code is not None else scene.initials.get(part)


def named_part(actor: State | Organisation, token: Token, at: int) -> Mention:
    kind = "state" if isinstance(actor, State) else "name"
    return Mention(Span(token.start, token.start + len(token.base)), at, at + 1, (actor,), kind, "nom")


def hyphened_people(scene: Scene, at: int) -> list[Mention]:
    """Two people in one word ("Davutoğlu-Downer görüşmesi")."""
    token = scene.layout.tokens[at] if at >= 0 else None
    if token is None or not token.capital or "-" not in token.text or scene.mentions.at(at) is not None:
        return []
    found = [scene.surnames.get(word) for word in token.base.split("-")]
    return [Mention(token.span, at, at + 1, (person,), "name", "nom") for person in found if person is not None] if None not in found else []
