"""Sources: whose the text is that a sentence speaks of ("Bakanlıktan yapılan açıklamada")."""

from __future__ import annotations

from typing import Final

from tutanak.mentions.endings import softened
from tutanak.mentions.model import Actor, Mention, Mentions, Organisation, Person, State, Unnamed
from tutanak.records.frames import chain_start, role
from tutanak.records.outlets import is_account, is_outlet, is_platform
from tutanak.records.possessors import owned_speaker
from tutanak.records.reporting import reporting
from tutanak.records.subjects import common_subject, described_agent, main_subject, officers_end, officers_in
from tutanak.records.voices import (
    NOBODY,
    Voice,
    genitive_base,
    hardened,
    is_bare_name,
    name_before,
    past_acronym,
    phrase_start,
    possessed,
    sourced,
    stands_in,
    with_conjuncts,
)
from tutanak.spans import Span
from tutanak.text.casing import fold
from tutanak.text.layout import Layout, Token
from tutanak.text.morphology import MARKS
from tutanak.text.nouns import LIK, own_end


def source_at(layout: Layout, mentions: Mentions, at: int, low: int) -> Voice:
    """Whose text the text noun at token `at` is: agent or origin of its making, possessor, or first part of a compound."""
    if layout.tokens[at].form.lemma == "haber" and (press := press_of(layout, mentions, at, low)):
        return press
    if is_spoken_of(layout, at):
        return NOBODY
    making = making_before(layout, at, low)
    if making >= 0:
        return sourced(first_part(layout, mentions, making, at)) or maker(layout, mentions, low, making)
    if at - 2 >= low and layout.tokens[at - 1].low == "imzalı":
        return signer_at(layout, mentions, low, at - 2)
    making = made_after(layout, at)
    if making >= 0:
        return made_by(layout, mentions, low, at, layout.tokens[making].form.passive)
    if not possessed(layout.tokens[at]):
        return NOBODY
    if at > low and mentions.at(at - 1) is None and (named_owner(layout.tokens[at - 1]) or names_office(layout.tokens[at - 1])):
        owner = layout.tokens[at - 1]
        span = Span(owner.start, owner.base_end)
        return Voice((Unnamed(span.of(layout.text), span),), (span,), "source", 0.7)
    before = mentions.at(at - 1) if at > low else None
    if before is not None and before.last == at and before.actor and before.case == "nom":
        return sourced(with_conjuncts(layout, mentions, before))
    owners = joint_owners(layout, mentions, low, at) or nearest(layout, mentions, low, at, ("gen",), 25)
    if not owners:
        return his_peoples(layout, mentions, low, at)
    news = layout.tokens[at].form.lemma == "haber" and bool(owners) and isinstance(owners[0].entity, State)
    return NOBODY if news else sourced(owners)  # "İsrail'in saldırı haberleri": papers have news, states are in them


def first_part(layout: Layout, mentions: Mentions, making: int, at: int) -> list[Mention]:
    """Whose the text is by the first part of its name, wherever it was printed ("televizyonda yayımlanan | Kenya Sağlık Bakanlığı açıklamasında")."""
    body = mentions.at(at - 1) if at - 1 > making else None
    owns = body is not None and body.first > making and body.last == at and body.case == "nom" and isinstance(body.entity, Organisation)
    return [body] if body is not None and owns and possessed(layout.tokens[at]) else []


def is_spoken_of(layout: Layout, at: int) -> bool:
    """Do others speak of the text ("yayımlanan bildirinin önemli olduğu", not "raporunun sonuç bölümünde")?"""
    if not all(form.case == "gen" for form in layout.tokens[at].forms):
        return False
    part = next((t.form for t in layout.tokens[at + 1 : at + 4] if t.form.case != "nom" or t.form.possessive), None)
    return part is None or part.case != "loc"


NEAR_ACCOUNT: Final = 14  # words before the text that came from an account among which its owner stands

RESTING: Final = 20  # words before "dayandırdığı haberde"

NEWS: Final = 7  # words before "haberde" among which stands whose it is


def press_of(layout: Layout, mentions: Mentions, at: int, low: int) -> Voice:
    """The outlet or press whose news the word at token `at` is ("Kenya basınında çıkan haberde", "ordu radyosunun haberinde")."""
    level = layout.tokens[at].quote
    rests = layout.tokens[at - 1].form if at > low else None
    rests_on = rests is not None and rests.lemma in ("dayandır", "dayan") and rests.suffix == "dik"  # "gazetesinin 8 kaynağa dayandırdığı haberine"
    for token in reversed(layout.tokens[max(low, at - (RESTING if rests_on else NEWS)) : at]):
        other = mentions.at(token.index) if not is_press_noun(token) else None
        if token.kind == "punct" or token.quote != level or (other is not None and not (rests_on and is_rested_on(layout, other, at))):
            return NOBODY
        if is_press_noun(token) and holds_news(layout, token, at):
            bare = past_acronym(layout, token.index, low)  # "X (Y) gazetesinin"
            marked = layout.tokens[token.index - 1].text in MARKS  # "“X” sitesinin haberi"
            known = mentions.at(token.index - 2 if marked else token.index if bare == token.index else bare - 1)
            found = sourced([known]) if known is not None and known.actor else described_press(layout, token, low)
            return Voice(found.actors, found.spans, found.how, found.confidence, at + 1)
    return NOBODY


def is_rested_on(layout: Layout, mention: Mention, at: int) -> bool:
    """Is it one on whose words the news before token `at` rests, and not its writer ("muhabiri X'in | bir kaynağa dayandırdığı haberine")?"""
    return mention.case != "gen" or spent(layout, mention.last, at - 1)


def is_press_noun(token: Token) -> bool:
    return any(f.lemma in reporting().outlets or f.lemma in reporting().press for f in token.forms[:2]) and not token.form.verb_form


def holds_news(layout: Layout, token: Token, at: int) -> bool:
    """Does the press word own the news, or does it stand there ("basınındaki haberde", "gazetede yer alan haberde", "medyaya yansıyan haberde")?"""
    if token.form.case == "gen" or token.low.endswith("ki"):
        return not any(t.form.verb_form for t in layout.tokens[token.index + 1 : at]) or token.form.case == "gen"
    stands = layout.tokens[at - 1].form
    shown = stands.suffix == "an" and (stands.lemma in ("çık", "yansı", "yayımlan", "yayınlan", "geç") or stands_in(layout, at - 1))
    return shown and token.form.case in ("loc", "dat", "abl")


def described_press(layout: Layout, token: Token, low: int) -> Voice:
    end = own_end(token) if not token.low.endswith("ki") else token.end - len("ndaki" if token.form.possessive else "daki")
    span = Span(layout.tokens[phrase_start(layout, token.index, low)].start, end)
    return Voice((Unnamed(span.of(layout.text), span),), (span,), "source", 0.8)


def joint_owners(layout: Layout, mentions: Mentions, low: int, high: int) -> list[Mention]:
    """States or bodies in one list that owns what stands before token `high` ("A, B ve C'nin yayımladığı", "A ve B'nin ortak açıklaması")."""
    found = nearest(layout, mentions, low, high, ("gen",), 12)
    if not found or isinstance(found[0].entity, Person) or not any(t.low == "ortak" for t in layout.tokens[found[-1].last : high + 1]):
        return []
    chain = [found[0]]
    while chain[0].first - 1 > low and layout.tokens[chain[0].first - 1].low in ("ve", ","):
        before = mentions.at(chain[0].first - 2)
        if before is None or before.last != chain[0].first - 1 or before.case != "nom" or isinstance(before.entity, Person):
            break
        chain.insert(0, before)
    return [*chain, *found[1:]]


def named_owner(token: Token) -> bool:
    """A capitalised genitive that is nobody known to the article ("DPA’nın haberinde")."""
    return token.capital and token.base_end < token.end and token.form.case == "gen"


def names_office(token: Token) -> bool:
    """A body called by the office that it is, as owner of a text ("Cumhurbaşkanlığı | açıklamasında")?"""
    return token.capital and token.form.case in ("nom", "") and token.base_end == token.end and token.low.endswith(OFFICES)


def maker(layout: Layout, mentions: Mentions, low: int, making: int) -> Voice:
    """Who made the text: "X'ten yapılan", "X'te yer alan", "X'in yayımladığı", "X, … yaptığı açıklamada"."""
    if stands_in(layout, making) and (sender := sender_before(layout, mentions, low, making)):
        return sender
    if stands_in(layout, making) and (held := nearest(layout, mentions, low, making, ("loc",), 8)):
        return sourced(held)
    if stands_in(layout, making) and (holder := nameless_holder(layout, mentions, low, making)):
        return holder
    if stands_in(layout, making) and (outlet := unnamed_outlet(layout, mentions, low, making)):
        return outlet
    if layout.tokens[making].form.lemma in ("taşı", "imzala"):
        return signers(layout, mentions, low, making)
    if layout.tokens[making].form.passive or layout.tokens[making].form.lemma == "gel":
        if unknown := unknown_agent(layout, mentions, low, making):
            return unknown
        known = sourced(issuer(layout, mentions, low, making))
        known = known or account_owner(layout, mentions, low, making) or nameless_holder(layout, mentions, low, making)
        known = known or unnamed_origin(layout, mentions, low, making)
        return known or described_agent(layout, low, making, layout.tokens[making].quote)
    quote = layout.tokens[making].quote
    subject = main_subject(layout, mentions, low, making, quote)
    if layout.tokens[making].form.suffix == "dik" and (joint := joint_owners(layout, mentions, low, making)):
        return sourced(joint)
    if not subject and (officers := officers_before(layout, low, making)):
        return officers
    if layout.tokens[making].form.suffix == "dik" and not subject:
        named = sourced(nearest(layout, mentions, low, making, ("gen",), 12)) or common_subject(layout, low, making, quote)
        return named or unnamed_maker(layout, low, making)
    return sourced(subject)


def signers(layout: Layout, mentions: Mentions, low: int, making: int) -> Voice:
    """Whose signature a text bears ("eski subayların imzasını taşıyan | mektupta", "X'in imzaladığı")."""
    signed = layout.tokens[making - 1] if making > low else layout.tokens[making]
    at = making - (signed.form.lemma == "imza")
    if layout.tokens[making].form.lemma == "taşı" and at == making:
        return NOBODY
    if layout.tokens[making].form.suffix == "an" and at == making:
        return sourced(issuer(layout, mentions, low, making)) or described_agent(layout, low, making, layout.tokens[making].quote)
    return sourced(nearest(layout, mentions, low, at, ("gen",), 4)) or unnamed_maker(layout, low, at)


def signer_at(layout: Layout, mentions: Mentions, low: int, at: int) -> Voice:
    """Who has signed a text, by the name that ends with token `at` ("Berit Holm | imzalı genelgede")."""
    known = mentions.at(at)
    if known is not None:
        return sourced([known] if known.actor and known.last == at + 1 else [])
    first = at
    while first > low and is_bare_name(layout.tokens[first - 1]) and mentions.at(first - 1) is None:
        first -= 1
    if first == at or not is_bare_name(layout.tokens[at]):
        return NOBODY
    span = Span(layout.tokens[first].start, layout.tokens[at].end)
    return Voice((Unnamed(span.of(layout.text), span),), (span,), "source", 0.75)


def officers_before(layout: Layout, low: int, making: int) -> Voice:
    """Officers of several states whose text it is ("Norveç ve Danimarka dışişleri bakanları yaptıkları … açıklamada")."""
    for at in range(low, making):
        end = officers_end(layout, at) if layout.tokens[at].capital else -1
        if 0 < end <= making <= end + 3 and not any(t.kind == "punct" or t.form.case == "gen" for t in layout.tokens[end:making]):
            span = Span(layout.tokens[at].start, layout.tokens[end - 1].end)
            return Voice((Unnamed(span.of(layout.text), span),), (span,), "source", 0.8)
    return NOBODY


def unknown_agent(layout: Layout, mentions: Mentions, low: int, making: int) -> Voice:
    """A body nobody knows that lets a text out ("İngiltere Deniz Ticaret Operasyonları (UKMTO) tarafından | yapılan")."""
    by = next((t.index for t in layout.tokens[max(low, making - 3) : making] if t.low == "tarafından"), -1)
    at = by - 1
    if at > low and layout.tokens[at].text == ")":
        at = next((t.index for t in reversed(layout.tokens[max(low, at - 4) : at]) if t.text == "("), low) - 1
    if at < low or by < 0 or not layout.tokens[at].capital or mentions.at(at) is not None:
        return NOBODY
    span = Span(layout.tokens[phrase_start(layout, at, low)].start, layout.tokens[at].end)
    return Voice((Unnamed(span.of(layout.text), span),), (span,), "source", 0.75)


def account_owner(layout: Layout, mentions: Mentions, low: int, making: int) -> Voice:
    """A body nobody knows whose account the text comes from ("KENCOM'un, ABD merkezli X şirketinin platformundaki hesabından | yapılan")."""
    tokens = layout.tokens
    if not any(t.form.lemma == "hesap" and t.form.case == "abl" for t in tokens[max(low, making - 3) : making]):
        return NOBODY
    for token in reversed(tokens[max(low, making - NEAR_ACCOUNT) : making]):
        if mentions.at(token.index) is None and (named_owner(token) or (token.capital and is_holder(layout, token.index))):
            span = Span(tokens[capitals_start(layout, mentions, token.index, low)].start, token.base_end)
            return Voice((Unnamed(span.of(layout.text), span),), (span,), "source", 0.75)
    return NOBODY


def nameless_holder(layout: Layout, mentions: Mentions, low: int, making: int) -> Voice:
    """A body without a name on whose page or account the text stands ("kulübün internet sitesinde | yer alan", "Şirketin hesabından | yapılan")."""
    for token in reversed(layout.tokens[max(low, making - NEAR_ACCOUNT) : making]):
        form = token.form
        plain = form.case == "gen" and not form.possessive and form.lemma in reporting().alone and not form.verb_form
        if plain and token.quote == layout.tokens[making].quote and is_account(layout, token.index + 1):
            named = last_called(mentions, form.lemma, token.index)
            span = Span(layout.tokens[phrase_start(layout, token.index, low)].start, genitive_base(token))
            told: Actor = named if named is not None else Unnamed(hardened(span.of(layout.text), form.lemma), span)
            return Voice((told,), (span,), "source", 0.75)
    return NOBODY


def last_called(mentions: Mentions, noun: str, high: int) -> Organisation | None:
    """The body named last before token `high` whose name says that it is one ("Kulüp": "Nordstad Kulübü")."""
    stems = (noun, softened(noun))
    for mention in reversed(mentions.within(0, high)):
        body = mention.entity
        if isinstance(body, Organisation) and any(word.startswith(stems) for word in fold(body.name).split()):
            return body
    return None


def sender_before(layout: Layout, mentions: Mentions, low: int, making: int) -> Voice:
    """Who sent a text of which it is told besides where it stands ("X'ten borsaya gönderilen ve | platformda yer alan")."""
    for token in layout.tokens[max(low, making - NEAR_ACCOUNT) : making - 1]:
        sent = token.form.suffix == "an" and token.form.passive and reporting().makes(token.form)
        if sent and layout.tokens[token.index + 1].low == "ve":
            return sourced(nearest(layout, mentions, low, token.index, ("abl", "agent", "source"), 12))
    return NOBODY


def capitals_start(layout: Layout, mentions: Mentions, at: int, low: int) -> int:
    """Where the capitals begin that nobody knows and that end with token `at`."""
    while at > low and is_bare_name(layout.tokens[at - 1]) and mentions.at(at - 1) is None:
        at -= 1
    return at


ABLATIVES: Final = frozenset(("den", "dan", "nden", "ndan"))  # behind a mark that closes a name


def unnamed_origin(layout: Layout, mentions: Mentions, low: int, making: int) -> Voice:
    """A body that the article does not name in full: "Valilikten gelen", "Genelkurmay’dan (konuyla ilgili) yapılan"."""
    for token in reversed(layout.tokens[max(low, making - 6) : making]):
        if token.low.startswith("taraf"):
            break  # "… tarafından yapılan": somebody's
        if token.low in ABLATIVES and (named := name_before(layout, token.index, token.index)) is not None:
            return Voice((Unnamed(named.of(layout.text), named),), (named,), "source", 0.75)
        if token.form.case == "abl" and not token.form.verb_form and mentions.at(token.index) is None:
            return body_at(layout, mentions, low, token)
    return NOBODY


def body_at(layout: Layout, mentions: Mentions, low: int, token: Token) -> Voice:
    """The body that a token in the ablative names, or whose office it is ("SMDK basın ofisinden", "BM Sözcülüğünden")."""
    if token.form.possessive == "3sg":
        owner = next((m for m in reversed(mentions.within(max(low, token.index - 3), token.index)) if m.actor and m.case in ("nom", "gen")), None)
        if owner is not None and isinstance(owner.entity, Person) and owner.case == "gen" and token.form.lemma in reporting().speakers:
            span = Span(owner.span.start, own_end(token))  # "Dahl'ın | ailesinden"
            return Voice((Unnamed(span.of(layout.text), span),), (span,), "source", 0.75)
        held = owner is not None and owner.kind == "office" and owner.last == token.index  # "Genel Sekreter | Sözcülüğü'nden": a body
        if owner is not None and not held and not isinstance(owner.entity, State):
            return sourced([owner])
    own = token.base_end if token.base_end < token.end else token.end - (4 if token.form.possessive == "3sg" else 3)
    office = token.low[: own - token.start].endswith(OFFICES) or fold(token.form.lemma) in reporting().speakers
    owned = bool(token.form.possessive) and layout.tokens[token.index - 1].capital  # "Kuzey Hava Yollarından"
    named = token.capital and (own == token.base_end or owned)
    if not office and not named:
        return NOBODY
    span = Span(layout.tokens[phrase_start(layout, token.index, low)].start, own)
    return Voice((Unnamed(span.of(layout.text), span),), (span,), "source", 0.75)


def unnamed_maker(layout: Layout, low: int, making: int) -> Voice:
    """Who makes the text, right before the participle and without a name ("araştırma kuruluşlarının yayımladığı")."""
    token = layout.tokens[making - 1]
    if making <= low or token.form.case != "gen" or token.form.lemma not in reporting().speakers:
        return NOBODY
    span = Span(layout.tokens[phrase_start(layout, making - 1, low)].start, genitive_base(token))
    return Voice((Unnamed(span.of(layout.text), span),), (span,), "source", 0.75)


def his_peoples(layout: Layout, mentions: Mentions, low: int, at: int) -> Voice:
    """Those whose text it is, told by whose they are ("Dahl'ın avukatlarının yazılı | açıklamasında")."""
    while at - 1 > low and layout.tokens[at - 1].form.pos == "ADJ" and not layout.tokens[at - 1].form.possessive:
        at -= 1
    theirs = layout.tokens[at - 1]
    owner = mentions.at(at - 2) if at - 2 >= low else None
    if owner is None or owner.last != at - 1 or owner.case != "gen" or not isinstance(owner.entity, Person):
        return NOBODY
    if theirs.form.case != "gen" or not theirs.form.possessive.startswith("3") or theirs.form.lemma not in reporting().speakers:
        return NOBODY
    span = Span(owner.span.start, genitive_base(theirs))
    return Voice((Unnamed(span.of(layout.text), span),), (span,), "source", 0.75)


def unnamed_outlet(layout: Layout, mentions: Mentions, low: int, making: int) -> Voice:
    """A name in the locative right before what is published in it, known to nobody ("Nordposten'de yayımlanan")."""
    token = layout.tokens[making - 1]
    if making <= low or not token.capital or token.form.case != "loc" or token.base_end == token.end or mentions.at(making - 1) is not None:
        return NOBODY
    if any(when.span.start <= token.start < when.span.end for when in mentions.whens):
        return NOBODY  # "2 Ağustos'ta | yapılan açıklamada"
    span = Span(token.start, token.base_end)
    return Voice((Unnamed(span.of(layout.text), span),), (span,), "source", 0.7)


def made_after(layout: Layout, at: int) -> int:
    """Index of the verb of making after a text noun ("açıklama yaptı", "rapor yayımlandı"), or -1."""
    after = layout.tokens[at + 1] if at + 1 < len(layout.tokens) else None
    if after is None or not after.form.verb_form or not reporting().makes(after.form) or after.form.negative:
        return -1  # "açıklama yapılmadı": there is none
    return at + 1


def made_by(layout: Layout, mentions: Mentions, low: int, at: int, passive: bool) -> Voice:
    """Who makes the text in "X açıklama yaptı", "X'ten açıklama yapıldı"."""
    if passive:
        return sourced(nearest(layout, mentions, low, at, ("abl", "agent", "source"), 25))
    quote = layout.tokens[at].quote
    found = sourced(main_subject(layout, mentions, low, at, quote)) or common_subject(layout, low, at, quote)
    return found or officers_in(layout, mentions, low, at) or owned_makers(layout, mentions, low, at)


def owned_makers(layout: Layout, mentions: Mentions, low: int, high: int) -> Voice:
    """Who makes a text, told by whose he is, without a comma ("Dahl'ın avukatları | yazılı bir açıklama yaptı")."""
    for owner in mentions.within(low, high):
        at = owned_speaker(layout, owner, high) if isinstance(owner.entity, Person) else -1
        if at >= 0 and layout.tokens[at].form.case == "nom":
            span = Span(owner.span.start, layout.tokens[at].end)
            return Voice((Unnamed(span.of(layout.text), span),), (span,), "source", 0.75, at + 1)
    return NOBODY


def making_before(layout: Layout, at: int, low: int) -> int:
    """Index of the participle of making before a text noun ("yapılan yazılı açıklama"), or -1."""
    level = layout.tokens[at].quote
    words = 0
    for index in range(at - 1, max(low, at - 40) - 1, -1):
        token = layout.tokens[index]
        if token.quote != level or token.text in "\"“”'‘’«»":
            continue
        words += token.low != "başlıklı"  # "yapılan “…” başlıklı açıklama"
        if token.kind != "word" or words > 4:
            return -1
        form = token.form
        if form.verb_form == "participle":
            return index if reporting().makes(form) and not is_given_room(layout, index) else -1
    return -1


def is_given_room(layout: Layout, at: int) -> bool:
    """Does the participle only say what a text holds ("X'in görüşlerine | yer verilen açıklamada"), not who made it?"""
    return layout.tokens[at].form.lemma == "ver" and at > 0 and layout.tokens[at - 1].low == "yer"


def nearest(layout: Layout, mentions: Mentions, low: int, high: int, roles: tuple[str, ...], reach: int) -> list[Mention]:
    """The nearest actor before token `high` in one of these roles that no other noun has taken; whose account it is, not on what platform."""
    quote, platform = layout.tokens[high].quote, False
    for mention in reversed(mentions.within(max(low, high - reach), high)):
        if not mention.actor or layout.tokens[mention.first].quote != quote:
            continue
        if is_platform(mention):
            platform = True
            continue
        part = role(layout, mentions, mention)
        if part == "gen" and "source" in roles and (platform or is_account(layout, mention.last)):
            part = "source"
        elif part == "gen" and "loc" in roles and is_on_page(layout, mention.last):
            part = "loc"
        elif "source" in roles and is_holder(layout, mention.last - 1):
            part = "source"
        if part == "abl" and is_clauses_own(layout, mention.last):
            continue
        if part in roles and not (part == "gen" and not is_outlet(layout, mention) and spent(layout, mention.last, high)):
            return with_conjuncts(layout, mentions, chain_start(layout, mentions, mention))
    return []


def is_clauses_own(layout: Layout, at: int) -> bool:
    """Does the ablative go with a participle that stands for a noun ("X'ten | beklenenlerin yazıldığı", "X'ten | istendiğini")?"""
    form = layout.tokens[at].form
    return form.verb_form == "participle" and form.case not in ("", "nom")


def is_on_page(layout: Layout, at: int) -> bool:
    """ "X'in | internet sitesinde", "X'in | hesabında": the owner speaks on it."""
    return any(f.lemma in reporting().accounts and f.case == "loc" for t in layout.tokens[at : at + 3] for f in t.forms[:2])


def is_holder(layout: Layout, at: int) -> bool:
    """Is the word at token `at` that to which an account belongs ("X'e ait hesaptan")?"""
    return layout.tokens[at].form.case == "dat" and at + 1 < len(layout.tokens) and layout.tokens[at + 1].low == "ait"


def issuer(layout: Layout, mentions: Mentions, low: int, making: int) -> list[Mention]:
    """Who issues a text that was made: the agent, whatever platform it is let out on ("X Bakanlığınca, Y şirketinin ağından | yapılan")."""
    agent = nearest(layout, mentions, low, making, ("agent",), 20)
    if agent and all(t.form.verb_form in ("", "verbal_noun") for t in layout.tokens[agent[-1].last : making]):
        return agent
    return nearest(layout, mentions, low, making, ("abl", "agent", "source"), 12)


def spent(layout: Layout, low: int, high: int) -> bool:
    """Has a genitive been taken by a possessed noun or a clause before token `high` ("İsrail'in saldırılarına ilişkin … haber")?"""
    before = layout.tokens[high - 1].form
    if layout.tokens[low].text == "," or (before.suffix == "dik" and before.lemma in reporting().rests):
        return False  # "X'in yetkililerine dayandırdığı | haberinde": it is the subject of what tells the text
    waiting = 0  # genitives between, which what is possessed takes first ("X'in olağanüstü halin kaldırılmasına … açıklaması")
    level = layout.tokens[low - 1].quote if low else -1
    for token in layout.tokens[low:high]:
        form = token.form
        if token.quote != level or form.lemma == "kendi":
            continue
        if low < token.index and form.possessive and is_names_own(layout.tokens[token.index - 1], token):
            waiting += form.case == "gen"
            continue
        if form.possessive in ("3sg", "3pl") and not (form.verb_form == "participle" and form.lemma in reporting().rests):
            if not waiting:
                return True
            waiting -= not is_relative(layout, token)
        waiting += form.case == "gen"
    return False


def is_relative(layout: Layout, token: Token) -> bool:
    """Does the participle stand before a noun of its own, so that its subject may go on ("ordusunun | işgal ettiği alanlardan çekilmesi")?"""
    after = layout.tokens[token.index + 1].form if token.index + 1 < len(layout.tokens) else token.form
    return token.form.verb_form == "participle" and token.form.case == "nom" and after.pos in ("NOUN", "ADJ") and not after.verb_form


def is_names_own(before: Token, token: Token) -> bool:
    """Is the possessor in the name itself ("Hürmüz | Boğazı'nın", "İsrail | ordusunun")?"""
    if not before.capital or before.base_end < before.end:
        return False
    return (before.form.pos == "PROPN" and before.form.case == "nom") or (token.capital and token.base_end < token.end)


def waiting_owner(layout: Layout, mentions: Mentions, low: int, high: int) -> list[Mention]:
    """The last genitive before token `high` that nothing has taken: the subject of what follows ("Y'nin … belirtmesine karşılık X'in …")."""
    for mention in reversed(mentions.within(low, high)):
        if mention.actor and role(layout, mentions, mention) == "gen" and not spent(layout, mention.last, high):
            return with_conjuncts(layout, mentions, mention)
    return []


OFFICES: Final = (*LIK, "lığı", "liği", "luğu", "lüğü")
