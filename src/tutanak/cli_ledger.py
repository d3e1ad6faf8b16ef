"""The commands that tend a ledger: review, check a claim, forget, keep it in order, and one to try."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tutanak.cli_ask import FORMATS, KINDS, answer, days, format_option, lang, opened, since, write
from tutanak.cli_ingest import opened as opened_or_made
from tutanak.cli_ingest import tell_balance
from tutanak.terminal import FAILED, SOME_FAILED, colour, counted, ledger_option, libraries, locale, reviewer_option, say, width

if TYPE_CHECKING:
    from tutanak.ledger import Ledger
    from tutanak.ledger.telling import Told

REVIEW_HELP = """Judge records one after the other: the newest first, those that nobody has judged.

\b
Keys:
  a accept   x reject   e edit a field   n add a missed record   c comment
  space skip   - back to the one before   q end
A correction never overwrites: it supersedes. Ended, the review goes on next time where it stopped.

\b
Examples:
  tutanak review
  tutanak review AZ RU --kind figures --reviewer Ayşe
"""

CHECK_HELP = """Hold a claim in words against the ledger: figures on the same measure, pair and period, and the same words said before.

For a text put through a machine that swaps synonyms, the phrases to search for are told with the words that were meant.

\b
Examples:
  tutanak check "Rusya ile Azerbaycan arasındaki ticaret hacmi geçen yıl yüzde 14 büyüdü." --published 2022-10-13
  cat claim.txt | tutanak check -
"""

FORGET_HELP = """Take a person out of a ledger: their records go, their name is blanked in the texts, a tombstone keeps it so.

PERSON is the whole name, as `tutanak person` shows it. This cannot be undone.

\b
Examples:
  tutanak forget "Ali Veli" --why "asked for it" --yes
"""

DEMO_HELP = """Make a ledger of short invented reports and show the sheet of a pair: what tutanak is for, in a minute.

All persons and events in it are invented (CC0). Where the ledger is there already it is only shown.

\b
Examples:
  tutanak demo
  tutanak demo --ledger try.db && tutanak undertakings --ledger try.db
"""

LEDGER_HELP = """Keep a ledger in order.

\b
Examples:
  tutanak ledger info
  tutanak ledger check --ledger minutes.db
  tutanak ledger backup minutes-copy.db
"""


@click.command(help=REVIEW_HELP, short_help="Judge records one after the other.")
@click.argument("states", nargs=-1, metavar="[A B]")
@ledger_option
@reviewer_option
@click.option("--kind", "kinds", type=click.Choice(KINDS), multiple=True, help="Only records of this kind; may be given again.")
@since
@click.option("--sure", is_flag=True, help="Leave out records below the default confidence.")
@lang
def review(states: tuple[str, ...], ledger: str, reviewer: str, kinds: tuple[str, ...], since: str, sure: bool, lang: str | None) -> None:
    if len(states) not in (0, 2):
        raise click.UsageError("a pair is of two: tutanak review AZ RU")
    with opened(ledger) as book:
        waiting = book.queue(*states, kinds=kinds, doubtful=not sure, **days({"since": since}))
        done = Reviewing(book, reviewer, lang or locale()).go(waiting)
    say(f"{done} judged, {len(waiting) - done} left")


class Reviewing:
    """A reviewer at work: one record after the other, one key each."""

    def __init__(self, book: Ledger, reviewer: str, lang: str) -> None:
        self.book = book
        self.reviewer = reviewer
        self.lang = lang

    def go(self, waiting: list[Told]) -> int:
        """Show each record and do as the keys say; returns how many were judged."""
        judged: set[int] = set()
        at = 0
        while at < len(waiting):
            self._show(waiting[at], at, len(waiting))
            step = self._key(waiting[at])
            if step is None:
                break
            if step == "judged":
                judged.add(at)
            at = max(at - 1, 0) if step == "back" else at if step == "again" else at + 1
        return len(judged)

    def _show(self, told: Told, at: int, of: int) -> None:
        from tutanak.exports import Style
        from tutanak.exports.text import laid_out
        from tutanak.ledger.pages import shown_page

        write([f"\n{at + 1}/{of}\n", laid_out(shown_page(self.book.show(told.id), self.lang), Style(self.lang, colour(None), width(None)))])

    def _key(self, told: Told) -> str | None:
        """What a key does: "judged", "skip", "back", "again", or None at the end."""
        doing: dict[str, Callable[[Told], str]] = {
            "a": lambda t: self._judge(t, "accept"), "x": lambda t: self._judge(t, "reject"), "e": self._edit, "n": self._note, "c": self._comment,
            " ": lambda _: "skip", "-": lambda _: "back",
        }  # fmt: skip
        click.echo("a accept · x reject · e edit · n new · c comment · space skip · - back · q end ", nl=False, err=True)
        try:
            key = click.getchar()
        except (EOFError, KeyboardInterrupt):
            key = "q"
        click.echo(key.strip() or "skip", err=True)
        if key in ("q", "\x03", "\x04", ""):
            return None
        return self._doing(doing.get(key.lower()), told)

    def _doing(self, action: Callable[[Told], str] | None, told: Told) -> str:
        from tutanak.errors import TutanakError

        try:
            return action(told) if action else "again"
        except TutanakError as problem:
            say(str(problem))
            return "again"

    def _judge(self, told: Told, verdict: str) -> str:
        self.book.review(told.id, verdict, self.reviewer)
        return "judged"

    def _comment(self, told: Told) -> str:
        self.book.review(told.id, "comment", self.reviewer, why=_asked("comment"))
        return "again"

    def _edit(self, told: Told) -> str:
        from tutanak.ledger.reviewing import FIELDS

        field = _asked(f"field ({', '.join(FIELDS[told.kind])}, words)")
        self.book.review(told.id, "correct", self.reviewer, fields={field: _asked(field)})
        return "judged"

    def _note(self, told: Told) -> str:
        from tutanak.ledger.reviewing import NEEDED

        kind = _asked(f"kind ({', '.join(NEEDED)})")
        words = _asked("its words, as they stand in the article")
        fields = {name: _asked(name) for name in NEEDED.get(kind, ())}
        ident = self.book.note(told.source.sha256, kind, words, fields, self.reviewer)
        say(f"added {ident}")
        return "again"


def _asked(what: str) -> str:
    return str(click.prompt(what, default="", show_default=False, err=True))


@click.command(help=CHECK_HELP, short_help="Hold a claim in words against the ledger.")
@click.argument("claim")
@ledger_option
@click.option("--published", metavar="DATE", help="When the claim was made (ISO date), to resolve “geçen yıl”.")
@click.option("--limit", default=10, show_default=True, type=click.IntRange(1), help="Records shown beside each figure.")
@format_option(*FORMATS)
@lang
def check(claim: str, ledger: str, published: str | None, limit: int, format_: str, lang: str | None) -> None:
    words = sys.stdin.read() if claim == "-" else claim
    with opened(ledger) as book:
        checked = book.check(words.strip(), published=published, limit=limit)
    from tutanak.ledger.pages import checked_page

    answer(checked.to_dict(), lambda lang: checked_page(checked, lang), format_, lang)


@click.command(help=FORGET_HELP, short_help="Take a person out of a ledger.")
@click.argument("person")
@ledger_option
@reviewer_option
@click.option("--why", default="", metavar="WORDS", help="The reason; kept with the tombstone.")
@click.option("--yes", is_flag=True, help="Do not ask first.")
def forget(person: str, ledger: str, reviewer: str, why: str, yes: bool) -> None:
    with opened(ledger) as book:
        if not yes:
            named = book.person(person, limit=1).actor
            click.confirm(f"Forget {named.name} ({named.mentions} mentions)? This cannot be undone", abort=True, err=True)
        gone = book.forget(person, reviewer, why=why)
    say(f"forgotten: {gone.records} records gone, the name blanked in {gone.documents} articles; backups made before still hold it")


@click.command(help=DEMO_HELP, short_help="A ledger of invented reports, to try.")
@click.option("--ledger", "ledger", metavar="LEDGER", default="demo.db", show_default=True, help="Where it is made.")
@click.option("--pair", "pair_", nargs=2, default=("AZ", "RU"), metavar="A B", show_default="AZ RU", help="Whose sheet is shown.")
@lang
def demo(ledger: str, pair_: tuple[str, str], lang: str | None) -> None:
    with libraries("ledger"):
        from tutanak.ledger import Ledger
        from tutanak.ledger.demo import fill
        from tutanak.ledger.pages import sheet_page

    with Ledger(ledger) as book:
        balance = fill(book)
        sheet = book.pair(*pair_, limit=12)
    answer(sheet.to_dict(), lambda lang: sheet_page(sheet, lang), "text", lang)
    say(f"{balance.read} invented reports in {ledger}; go on with `tutanak undertakings --ledger {ledger}`, `search`, `person Nazarov`")


@click.group(help=LEDGER_HELP, short_help="Keep a ledger in order.")
def ledger() -> None:
    pass


@ledger.command("info", short_help="What a ledger holds.")
@ledger_option
@format_option("text", "json")
def info_(ledger: str, format_: str) -> None:
    """Say what a ledger holds, in numbers.

    \b
    Examples:
      tutanak ledger info
    """
    with opened(ledger) as book:
        facts = book.facts()
    if format_ == "json":
        from tutanak.exports.minutes import dumped

        write([dumped(facts, indent=True)])
    else:
        write(f"{name:24}{'–' if value is None else value}\n" for name, value in facts.items())


@ledger.command("check", short_help="Is all well with a ledger?")
@ledger_option
def check_ledger(ledger: str) -> None:
    """Check that every text is the one that came, every reading whole, every record counts as what it should. Exit status 1 if not.

    \b
    Examples:
      tutanak ledger check
    """
    with opened(ledger) as book:
        wrong = book.audit()
    write(f"{line}\n" for line in wrong)
    say(f"{len(wrong)} faults" if wrong else "all is well")
    if wrong:
        sys.exit(FAILED)


@ledger.command("backup", short_help="Copy a ledger as it is now.")
@click.argument("path", type=click.Path(path_type=Path))
@ledger_option
def backup(path: Path, ledger: str) -> None:
    """Copy a ledger into a new file, also while others write to it.

    \b
    Examples:
      tutanak ledger backup minutes-2022-10-13.db
    """
    with opened(ledger) as book:
        book.backup(path)
    say(f"a copy lies in {path}")


@ledger.command("upgrade", short_help="Bring an older ledger to the newest shape.")
@ledger_option
def upgrade(ledger: str) -> None:
    """Bring a ledger that an older tutanak made to the newest shape; a backup of the old one is kept beside it.

    \b
    Examples:
      tutanak ledger upgrade --ledger minutes.db
    """
    with libraries("ledger"):
        from tutanak.ledger.store import HEAD, Store

    store = Store(ledger, create=False, older=True)
    before = store.revision()
    kept = store.upgrade()
    say(f"{store.name}: is of the newest shape already" if before == HEAD else f"{store.name}: brought from {before} to {HEAD}")
    if kept:
        say(f"the old one lies in {kept}")


@ledger.command("reread", short_help="Read the texts anew with this version of the reader.")
@ledger_option
@click.option("--dry-run", is_flag=True, help="Say what would change, and change nothing.")
def reread(ledger: str, dry_run: bool) -> None:
    """Read anew what this version of the reader has not read yet. Old readings are kept; what changed is said, a line a text.

    \b
    Examples:
      tutanak ledger reread --dry-run
    """
    seen = changed = failed = 0
    with opened(ledger) as book:

        def told() -> Iterator[str]:
            nonlocal seen, changed, failed
            for found in book.reread(dry=dry_run):
                seen, changed, failed = seen + 1, changed + found.any, failed + bool(found.problem)
                if found.problem or found.any:
                    yield f"{found.sha256[:12]}  {found.problem or f'+{len(found.added)} -{len(found.withdrawn)}'}  {found.title or ''}\n"

        write(told())
    say(f"{seen} texts read anew{' (nothing was kept)' if dry_run else ''}: {changed} changed, {failed} failed")
    if failed:
        sys.exit(SOME_FAILED)


@ledger.command("load", short_help="Enter the shards of an archive.")
@click.argument("out", type=click.Path(exists=True, file_okay=False, path_type=Path))
@ledger_option
def load_(out: Path, ledger: str) -> None:
    """Enter what `tutanak archive` wrote into OUT. What the ledger holds already stays as it is: a run that was cut is simply repeated.

    \b
    Examples:
      tutanak archive news/ minutes/ && tutanak ledger load minutes/
    """
    with opened_or_made(ledger) as book:
        from tutanak.batch.loading import BATCH, load
        from tutanak.ledger.beside import take_turns

        take_turns()
        with book.begin(f"ledger load {out}"[:500], batch=BATCH) as run, counted("entering", 0) as step:
            load(run, out, step)
    tell_balance(run)


COMMANDS: tuple[Any, ...] = (review, check, forget, demo, ledger)
