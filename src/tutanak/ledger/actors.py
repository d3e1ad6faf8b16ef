"""Who the forms of all articles stand for: "Aliyev", "İlham Aliyev" and "Azerbaycan Cumhurbaşkanı" as one person.

The rules see forms alone, not the order in which articles came, so that the same articles give the same people:

1. A name of several words is one person, in whatever article; "Tayyip Erdoğan" is the one "… Tayyip Erdoğan" there is.
2. A single word is the one person of that surname (or first name) and state, or of that surname and office, or who is named
   so much more often than all others that only that one can be meant; else a person of its own.
3. An office without a name is whoever held it in that state nearest to that month, within two years.
4. A body is its name and state, or the one body that articles call by that acronym.

What people decided (merge, split) comes last and wins.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Text, and_, bindparam, delete, exists, func, insert, or_, select, update

from tutanak.ledger.naming import key as plain
from tutanak.ledger.naming import same_office
from tutanak.ledger.tables import actors, forms, mentions, reviews

OUTWEIGHS = 5
"""How often one must be named for each time that others of the same surname are, to be meant by the surname alone."""

FAR = 24
"""Months beyond which whoever held an office is no longer taken for its holder."""


@dataclass(frozen=True, slots=True)
class Named:
    """A form as the ledger has it."""

    id: int
    kind: str
    name: str
    key: str
    state: str
    office_key: str
    month: str
    count: int
    aliases: tuple[str, ...] = ()
    actor: int | None = None

    @property
    def words(self) -> list[str]:
        return self.key.split()


@dataclass(slots=True)
class Someone:
    """A person or body with the forms that stand for it."""

    key: str
    forms: list[Named]

    @property
    def name(self) -> str:
        """The name of several words that most mentions have, not in capitals where there is another; of equals the fullest."""
        uses: Counter[str] = Counter()
        for form in self.forms:
            uses[form.name] += form.count
        return max(uses, key=lambda n: (bool(n), len(n.split()) > 1, not n.isupper(), uses[n], len(n), n))

    @property
    def state(self) -> str:
        """That of most mentions; with an office it weighs more than without."""
        weights: Counter[str] = Counter()
        for form in self.forms:
            if form.state:
                weights[form.state] += form.count * (3 if form.office_key else 1) + 1
        return min(weights, key=lambda s: (-weights[s], s)) if weights else ""


def resolve(connection: Connection, new: Sequence[int]) -> None:
    """Bring the actors behind these forms, and behind those they could be mistaken for, up to date."""
    if not new:
        return
    fresh = [f for start in range(0, len(new), 500) for f in _named(connection, forms.c.id.in_(new[start : start + 500]))]
    _assign(connection, people(_cluster(connection, [f for f in fresh if f.kind == "person" and f.key])))
    _assign(connection, bodies(_bodies(connection, [f for f in fresh if f.kind == "organisation"])))


def _named(connection: Connection, *which: Any) -> list[Named]:
    asked = select(forms).where(*which).order_by(forms.c.id)
    return [
        Named(r.id, r.kind, r.name, r.key, r.state, r.office_key, r.month, r._mapping["count"], tuple(r.aliases), r.actor_id)
        for r in connection.execute(asked)
    ]  # fmt: skip


def _cluster(connection: Connection, fresh: Sequence[Named]) -> list[Named]:
    """All forms that share a first or last name with these."""
    ends = sorted({word for form in fresh for word in (form.words[0], form.words[-1])})
    found: dict[int, Named] = {}
    for start in range(0, len(ends), 100):
        some = ends[start : start + 100]
        firsts = [and_(forms.c.key >= f"{word} ", forms.c.key < f"{word}!") for word in some]
        found |= {f.id: f for f in _named(connection, forms.c.kind == "person", or_(forms.c.surname.in_(some), *firsts), forms.c.key != "")}
    return list(found.values())


def people(named: Sequence[Named]) -> list[Someone]:
    """The persons behind forms that share names. Pure, and blind to the order of the forms."""
    full = _full([form for form in named if len(form.words) > 1])
    by_end: dict[str, list[Someone]] = defaultdict(list)
    by_first: dict[str, list[Someone]] = defaultdict(list)
    for someone in full:
        by_end[someone.key.split()[-1]].append(someone)
        by_first[someone.key.split()[0]].append(someone)
    alone: dict[str, Someone] = {}
    singles = [form for form in named if len(form.words) == 1]
    for form, meant in [(form, _one(form, by_end[form.key]) or _one(form, by_first[form.key])) for form in singles]:
        key = f"{form.key}|{form.state}"
        (meant or alone.setdefault(key, Someone(key, []))).forms.append(form)
    return [*full, *alone.values()]


def _full(named: Sequence[Named]) -> list[Someone]:
    """One person for each name of several words; a shorter one is that which it is a part of, if only one is."""
    by_key: dict[str, list[Named]] = defaultdict(list)
    for form in named:
        by_key[form.key].append(form)
    found = {key: Someone(key, group) for key, group in by_key.items()}
    by_end: dict[str, list[str]] = defaultdict(list)
    for key in sorted(found, key=lambda k: (-len(k.split()), k)):
        wider = [k for k in by_end[key.split()[-1]] if _part(key, k)]
        if len(wider) == 1:
            found[wider[0]].forms += found.pop(key).forms
        else:
            by_end[key.split()[-1]].append(key)
    return [Someone(plain(someone.name), someone.forms) for someone in found.values()]


def _part(short: str, long: str) -> bool:
    """Are the words of one name among those of a longer one with the same surname, in order?"""
    ours, theirs = short.split(), long.split()
    words = iter(theirs)
    return len(ours) < len(theirs) and ours[-1] == theirs[-1] and all(word in words for word in ours)


def _one(form: Named, candidates: Sequence[Someone]) -> Someone | None:
    """The one candidate that a single name can mean, by its state, else by its office."""
    there = [s for s in candidates if not form.state or not s.state or form.state in {f.state for f in s.forms if len(f.words) > 1}]
    if len(there) != 1 and form.office_key:  # the reader takes an office without a state for Türkiye's: then the office tells more
        there = there or list(candidates)
        there = [s for s in there if any(same_office(f.office_key) == same_office(form.office_key) for f in s.forms)]
    if len(there) > 1:
        there = _outweighing(there)
    return there[0] if len(there) == 1 else None


def _outweighing(candidates: Sequence[Someone]) -> list[Someone]:
    """The candidate that is named far more often than the others together, if there is one."""
    named = [sum(form.count for form in s.forms if len(form.words) > 1) for s in candidates]
    return [s for s, n in zip(candidates, named, strict=True) if n > OUTWEIGHS * (sum(named) - n)]


def _bodies(connection: Connection, fresh: Sequence[Named]) -> list[Named]:
    """All forms of bodies that these could be: of the same name, or of the name that an acronym stands for."""
    keys = {form.key for form in fresh}
    short = {key for key in keys if " " not in key}
    aliases = {alias for form in fresh for alias in form.aliases if " " not in alias}
    longer = [f for f in _named(connection, forms.c.kind == "organisation", forms.c.aliases.cast(Text) != "[]") if short & set(f.aliases)]
    wanted = keys | aliases | {f.key for f in longer}
    rivals = [f for f in _named(connection, forms.c.kind == "organisation", forms.c.aliases.cast(Text) != "[]") if aliases & set(f.aliases)]
    wanted |= {f.key for f in rivals}
    return _named(connection, forms.c.kind == "organisation", forms.c.key.in_(sorted(wanted)))


def bodies(named: Sequence[Named]) -> list[Someone]:
    """The bodies behind forms. Pure, and blind to the order of the forms."""
    states: dict[str, set[str]] = defaultdict(set)
    called: dict[str, set[str]] = defaultdict(set)
    for form in named:
        states[form.key] |= {form.state} - {""}
        for alias in form.aliases:
            called[alias] |= {form.key} - {alias}
    found: dict[str, Someone] = {}
    for form in named:
        key = next(iter(called[form.key])) if " " not in form.key and len(called[form.key]) == 1 else form.key
        state = form.state or (next(iter(states[key])) if len(states[key]) == 1 else "")
        found.setdefault(f"{key}|{state}|body", Someone(f"{key}|{state}|body", [])).forms.append(form)
    return list(found.values())


def _assign(connection: Connection, found: Iterable[Someone]) -> None:
    """Tie forms to their actors, after what people decided."""
    someones = list(_decided(connection, found))
    if not someones:
        return
    ids = _ensured(connection, someones)
    before = [form.actor for someone in someones for form in someone.forms if form.actor is not None]
    told: list[dict[str, Any]] = [{"form": form.id, "actor": ids[someone.key]} for someone in someones for form in someone.forms]
    connection.execute(update(forms).where(forms.c.id == bindparam("form")).values(actor_id=bindparam("actor")), told)
    gone = sorted(set(before) - set(ids.values()))
    if gone:
        connection.execute(delete(actors).where(actors.c.id.in_(gone), ~exists().where(forms.c.actor_id == actors.c.id)))


def _decided(connection: Connection, found: Iterable[Someone]) -> Iterator[Someone]:
    """Persons and bodies after merges and splits by hand."""
    into, apart = decisions(connection)
    merged: dict[str, Someone] = {}
    for someone in found:
        decided = next((k for k in (someone.key, *sorted({f.key for f in someone.forms})) if k in into), someone.key)
        for form in someone.forms:
            own = f"{form.key}|{form.state}|{form.office_key}|apart"
            key = own if own in apart else decided
            seen: set[str] = set()
            while key in into and key not in seen:
                seen.add(key)
                key = into[key]
            merged.setdefault(key, Someone(key, [])).forms.append(form)
    yield from merged.values()


def decisions(connection: Connection) -> tuple[dict[str, str], set[str]]:
    """Merges (a key into another) and forms that stand apart, as reviewers last said."""
    into: dict[str, str] = {}
    apart: set[str] = set()
    asked = select(reviews.c.target, reviews.c.verdict, reviews.c.change).where(reviews.c.verdict.in_(("merge", "split", "unmerge", "unsplit")))
    for target, verdict, change in connection.execute(asked.order_by(reviews.c.id)):
        if verdict == "merge":
            into[target] = change["into"]
        elif verdict == "split":
            apart.add(change["form"])
        elif verdict == "unmerge":
            into.pop(target, None)
        else:
            apart.discard(change["form"])
    return into, apart


def _ensured(connection: Connection, someones: Sequence[Someone]) -> dict[str, int]:
    """The ids of actors, made where they are missing, their names and states brought up to date."""
    keys = [s.key for s in someones]
    ids = {row.key: row.id for row in connection.execute(select(actors.c.key, actors.c.id).where(actors.c.key.in_(keys)))}
    nobody = (connection.execute(select(func.max(actors.c.id))).scalar() or 0) + 1
    rows = [_row(s) for s in someones]
    new = [{"id": nobody + n, **row} for n, row in enumerate(row for row in rows if row["key"] not in ids)]
    if new:
        connection.execute(insert(actors), new)
    old = [{"which": row["key"], "called": row["name"], "whose": row["state"], "plain": row["folded"]} for row in rows if row["key"] in ids]
    if old:
        told: dict[str, Any] = {"name": bindparam("called"), "state": bindparam("whose"), "folded": bindparam("plain")}
        connection.execute(update(actors).where(actors.c.key == bindparam("which")).values(**told), old)
    return ids | {row["key"]: row["id"] for row in new}


def _row(someone: Someone) -> dict[str, Any]:
    """All names of someone stand in `folded`, by which they are found."""
    called = sorted({f.key for f in someone.forms} | {alias for f in someone.forms for alias in f.aliases})
    return {"kind": someone.forms[0].kind, "key": someone.key, "name": someone.name, "state": someone.state, "folded": "|".join(called)}


def hold(connection: Connection, offices: Iterable[tuple[str, str]]) -> None:
    """Tie offices that stand alone to whoever held them, for each of these states and offices."""
    wanted = {(state, same_office(office)) for state, office in offices if state and office}
    if not wanted:
        return
    alone: dict[tuple[str, str], list[Named]] = defaultdict(list)
    for form in _named(connection, forms.c.kind == "person", forms.c.key == "", forms.c.state.in_(sorted({state for state, _ in wanted}))):
        alone[form.state, same_office(form.office_key)].append(form)
    for state, office in sorted(wanted & set(alone)):
        held = holders(connection, state, office)
        told: list[dict[str, Any]] = [{"form": form.id, "actor": holder(form.month, held)} for form in alone[state, office]]
        connection.execute(update(forms).where(forms.c.id == bindparam("form")).values(actor_id=bindparam("actor")), told)


def holders(connection: Connection, state: str, office: str) -> dict[int, tuple[str, str]]:
    """Who held an office of a state, by all articles: from which month to which."""
    asked = (
        select(forms.c.actor_id, forms.c.office_key, func.min(mentions.c.day), func.max(mentions.c.day))
        .join(mentions, mentions.c.form_id == forms.c.id)
        .where(forms.c.kind == "person", forms.c.key != "", forms.c.state == state, forms.c.office_key != "", mentions.c.day != "")
        .group_by(forms.c.actor_id, forms.c.office_key)
    )  # fmt: skip
    found: dict[int, tuple[str, str]] = {}
    for actor, told, first, last in connection.execute(asked):
        if same_office(told) == office and actor is not None:
            known = found.get(actor, (first, last))
            found[actor] = min(first, known[0]), max(last, known[1])
    return found


def holder(month: str, held: dict[int, tuple[str, str]]) -> int | None:
    """The one who held an office nearest to a month; nobody where two did, or all long before or after."""
    if not month:
        return next(iter(held)) if len(held) == 1 else None
    away = sorted((_months(month, first, last), actor) for actor, (first, last) in held.items())
    if not away or away[0][0] > FAR or (len(away) > 1 and away[1][0] == away[0][0]):
        return None
    return away[0][1]


def _months(month: str, first: str, last: str) -> int:
    """How many months lie between a month and a stretch of days; none where it lies within."""
    at, begin, end = _month(month), _month(first), _month(last)
    return max(begin - at, at - end, 0)


def _month(day: str) -> int:
    return int(day[:4]) * 12 + int(day[5:7] or 1)
