"""Records as lines whose names lead to the pages of those who bear them."""

from __future__ import annotations

from dataclasses import dataclass

from tutanak.exports.digest import Run
from tutanak.ledger.telling import Standing, Told
from tutanak.web import paths
from tutanak.web.speech import Speech

LISTED = 300
"""Characters of a record's words that a list shows."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of one look; href: where they lead, if anywhere; key: the claim that they show ("f1.measure")."""

    words: str
    style: str = ""
    href: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A record as pages show it: who or how much first, then what is said of it. called: its kind in words."""

    told: Told
    head: tuple[Piece, ...]
    rest: tuple[Piece, ...]
    against: tuple[str, ...] = ()
    called: str = ""

    @property
    def kind(self) -> str:
        return self.told.kind


def row(told: Told, speech: Speech, against: tuple[str, ...] = (), most: int = 0) -> Row:
    """A record for a page. against: ids of records that disagree with it; most: characters of its words, where they are cut."""
    line = told.line(speech.lang)
    rest = [_cut(_calm(run), told, most) for run in line.runs if run.key != f"{told.body['id']}.value"]
    head = tuple(run._replace(words=run.words.lstrip()) for run in line.head[1:]) if told.kind == "meetings" else line.head
    called = speech(told.body["kind"]) if told.kind == "meetings" else speech.one(told.kind)
    return Row(told, _pieces(told, head), _pieces(told, rest), against, called)


def _calm(run: Run) -> Run:
    """What is missing to check a figure is no alarm."""
    return run._replace(style="check") if run.style == "warn" and run.words.startswith(" · ") else run


def _cut(run: Run, told: Told, most: int) -> Run:
    """The beginning of words that are too long for a list; the whole stands in the article, a step away."""
    if not most or run.key != told.body["id"] or len(run.words) <= most:
        return run
    kept = run.words[:most].rsplit(" ", 1)[0]
    return run._replace(words=kept + ("…”" if run.words.endswith("”") else "…"))


def rows(told: list[Told] | tuple[Told, ...], speech: Speech) -> list[Row]:
    """Records for a list."""
    return [row(t, speech, most=LISTED) for t in told]


def _pieces(told: Told, runs: tuple[Run, ...] | list[Run]) -> tuple[Piece, ...]:
    return tuple(piece for run in runs for piece in _named(told, run))


def _named(told: Told, run: Run) -> list[Piece]:
    """A run cut into its names, each with its page; where they are not its whole words the run stays as it is."""
    standing = told.roles.get(run.key.rpartition(".")[2], ()) if run.key else ()
    before = " · " if run.words.startswith(" · ") else ""
    if not standing or before + ", ".join(s.name for s in standing) != run.words:
        return [Piece(run.words, run.style, key=run.key)]
    found = [Piece(before, "dim")] if before else []
    for n, who in enumerate(standing):
        found += [Piece(", ")] if n else []
        found.append(Piece(who.name, run.style, href(who), run.key))
    return found


def href(who: Standing) -> str:
    """The page of someone who stands in a role."""
    return paths.actor(who.actor) if who.actor else ""
