"""Both sides of a relation: "ülkelerimiz", "ikili ilişkiler", "iki ülke", "ele aldık"; and whom leaders address with "siz"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import Final

from tutanak.languages import word_list
from tutanak.mentions.model import Mention, Mentions, Person, State
from tutanak.records.about_own import OWN
from tutanak.records.grammar import BETWEEN
from tutanak.records.reporting import reporting
from tutanak.text.layout import SIGNS, Layout, Token

NEAR: Final = 12  # words before talks among which those stand who have them
LEDE: Final = 3  # sentences that tell who meets whom
COMMON: Final = ("hükümetlerarası", "hükümetler arası")  # what two governments have together: a committee of both
COMMON_FIRST: Final = "hükümetler"
MUTUAL: Final = word_list("reporting", "mutual")
YOU: Final = "siz"
EACH_OTHER: Final = "birbiri"
TO_ALL: Final = frozenset(("bil", "gör", "hatırla"))  # "bildiğiniz üzere", "gördüğünüz gibi"
ACCORDS: Final = word_list("reporting", "accords")
TALKS: Final = ACCORDS | {"görüşme"}


def partner_of(layout: Layout, mentions: Mentions, own: str, order: list[str]) -> str | None:
    """The other side: the state of the first officer from abroad in the lede, else the one most often named."""
    last = layout.sentences[min(LEDE, len(layout.sentences)) - 1].last
    for mention in mentions.within(0, last):
        person = mention.entity
        if isinstance(person, Person) and person.office is not None and person.state not in (None, own) and person.state in order:
            return person.state
    return next((code for code in order if code != own), None)


@cache
def sided() -> int:
    """The sign of words that may speak of both sides."""
    return SIGNS.of_starts((COMMON_FIRST,), reporting().shared | MUTUAL | OWN)


def tells_of_both(layout: Layout, first: int, last: int, mode: str) -> Token | None:
    """The word of tokens [first, last) that speaks of both sides of a relation."""
    for at in layout.bearing_among(sided(), first, last):
        token = layout.tokens[at]
        if layout.low.startswith(COMMON, token.start):
            return token
        after = layout.tokens[token.index + 1] if token.index + 1 < len(layout.tokens) else token
        if is_ours(token) if mode == "direct" else token.form.lemma in MUTUAL and after.form.lemma in reporting().shared:
            return token
    return None


def is_ours(token: Token) -> bool:
    """Is it what two sides share ("ilişkilerimiz"), or what each has of its own, in the plural ("halklarımız")?"""
    form = token.form
    if form.lemma in reporting().shared and form.possessive == "1pl":
        return form.number == "pl" or form.lemma not in OWN
    return form.lemma in MUTUAL


def spoken_to_one(words: Sequence[Token]) -> Token | None:
    """The first word by which somebody is spoken to ("size", "desteğiniz"); none where many are ("sizlere", "birbirinizi")."""
    if any((t.form.lemma == YOU and t.form.number == "pl") or (t.form.lemma == EACH_OTHER and t.form.possessive == "2pl") for t in words):
        return None
    return next((token for token in words if speaks_to(token)), None)


def speaks_to(token: Token) -> bool:
    """Does "siz", or its ending, speak to somebody, not to all who hear it ("giderseniz", "biliyorsunuz")?"""
    form = token.form
    if form.lemma == YOU:
        return True
    if "2pl" not in (form.possessive, form.person) or form.lemma in TO_ALL:
        return False
    return "cond" not in (form.tense, form.copula) and form.tense != "imp" and (form.tense != "aor" or form.copula == "past")


def is_you(token: Token) -> bool:
    """Does it speak of what is between the speaker and the one spoken to ("sizinle", "size")?"""
    return token.form.lemma == YOU and token.form.case in ("ins", "gen", "dat")


def is_yours(token: Token) -> bool:
    """Does it name the side of the one spoken to ("hükümetiniz", "ülkenizin")?"""
    return token.form.possessive == "2pl" and token.form.lemma in OWN


def dealt_with(layout: Layout, words: Sequence[Token]) -> Token | None:
    """The verb of what two sides do together, with nobody named with whom ("enerji konusunu ele aldık", "… değerlendirdiklerini")."""
    for token in words:
        form = token.form
        ours = form.person == "1pl" and form.tense in ("past", "evid")
        theirs = form.possessive == "3pl" and form.suffix == "dik" and form.case in ("acc", "gen", "dat")
        if (ours or theirs) and not form.negative and is_joint(layout, token):
            return token
    return None


def is_joint(layout: Layout, token: Token) -> bool:
    joint = reporting().joint
    if token.form.lemma in joint:
        return True
    return token.index > 0 and f"{layout.tokens[token.index - 1].low} {token.form.lemma}" in joint


def related_to(layout: Layout, mentions: Mentions, first: int, last: int) -> Token | None:
    """The relation with sides named, whose other side is the speaker's own ("Kenya ve Çad ile ilişkilerin geliştiğini")."""
    before: Mention | None = None
    for mention in mentions.within(first, last):
        if before is not None and before.case in ("nom", "gen") and before.actor and not is_row(layout, before, mention):
            return None  # "Kenya'nın Çad ile ilişkileri", "Kenya, Çad ile görüştü"
        with_it = mention.case == "ins" or (mention.last < last and layout.tokens[mention.last].low == "ile")
        if with_it and len(mention.entities) == 1 and (relation := relation_behind(layout, mentions, mention, last)) is not None:
            return relation
        before = mention
    return None


def is_row(layout: Layout, before: Mention, mention: Mention) -> bool:
    """Do two stand side by side in a row ("Kenya ve Çad ile", "Kenya, Çad ve Gana ile")? A subject that a comma sets off does not."""
    if before.case != "nom" or mention.first - before.last != 1:
        return False
    behind = layout.tokens[mention.last].low if mention.last < len(layout.tokens) else ""
    return layout.tokens[before.last].low == "ve" or (layout.tokens[before.last].low == "," and behind in (",", "ve"))


def talks_in(words: Sequence[Token]) -> Token | None:
    """The talks or the accord spoken of as known, which one side has with the other ("görüşmelerin sürdüğünü", "mutabakatı ihlal ettiğini")."""
    if any(token.low in BETWEEN for token in words):
        return None
    for token in words:
        form = token.form
        owned = all(f.possessive for f in token.forms[:2])  # "mutabakatı" may be an object as well
        if form.lemma in TALKS and not form.verb_form and not owned and (form.number == "pl" or form.lemma in ACCORDS):
            return token
    return None


@cache
def talking() -> int:
    """The sign of words for talks and accords."""
    return SIGNS.of_words(TALKS | {"anlaşma"}, ())


def parties(layout: Layout, mentions: Mentions) -> set[frozenset[str]]:
    """The pairs of states of whose talks or accords the article tells somewhere, with no third ("X ile Y arasındaki müzakereler")."""
    near = (states_before(layout, mentions, at) for at in layout.bearing_among(talking(), 0, len(layout.tokens)))
    return {codes for codes in near if len(codes) == 2}


def states_before(layout: Layout, mentions: Mentions, at: int) -> frozenset[str]:
    """The states that are named in the sentence right before token `at`."""
    low = max(layout.sentences[layout.tokens[at].sentence].first, at - NEAR)
    return frozenset(m.entity.id for m in mentions.within(low, at) if isinstance(m.entity, State) and m.kind == "state" and len(m.entities) == 1)


def relation_behind(layout: Layout, mentions: Mentions, mention: Mention, last: int) -> Token | None:
    """The relation spoken of behind "X ile", unless another is named there ("X ile Y arasında")."""
    for token in layout.tokens[mention.last : min(mention.last + 7, last)]:
        other = mentions.at(token.index)
        if other is not None and other.actor:
            return None
        if token.form.lemma in reporting().relations and not token.form.verb_form:
            return token
        if token.form.case == "gen":
            return None  # "hükümetle isyancıların görüşmesi"
    return None


def with_whom(layout: Layout, mentions: Mentions, first: int, last: int) -> bool:
    """Is somebody named with whom it was done ("Kenya ile ele aldık", "mevkidaşımla")?"""
    named = mentions.within(first, last)
    return any(m.case == "ins" or (m.last < last and layout.tokens[m.last].low == "ile") for m in named)


def is_told_of(mentions: Mentions, own: str, first: int, last: int) -> bool:
    """Is the speaker's own state named as the matter, so that it is not two sides that are meant ("AB'nin Türkiye'ye etkisini ele aldıklarını")?"""
    return any(isinstance(m.entity, State) and m.entity.id == own and m.kind == "state" for m in mentions.within(first, last))


def two_in_view(mentions: Mentions, group: Mention, first: int) -> bool:
    """Does the content name two states with one another before "iki ülke", which then means these ("X ile Y'nin … iki ülkenin")?"""
    before = [m for m in mentions.within(first, group.first) if isinstance(m.entity, State) and m.kind != "group"]
    return any(b.first - a.last <= 1 and a.entity is not b.entity for a, b in pairwise(before))


def are_other_sides(layout: Layout, group: Mention) -> bool:
    """Are "taraflar" others than the two in view: all who are concerned, those of one country, those who do something to others?"""
    if group.first < 2 or not layout.tokens[group.last - 1].low.startswith("taraf"):
        return False
    before = layout.tokens[group.first - 1]
    if before.form.suffix == "ki" or before.low in reporting().sorts:
        return True
    return before.form.suffix == "an" and layout.tokens[group.first - 2].form.case in ("nom", "acc")  # "silah veren", but "çatışan taraflar"
