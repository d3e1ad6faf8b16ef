"""The commands of the pages: a ledger in a browser, and the same pages without a server."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tutanak.cli_ask import opened
from tutanak.terminal import counted, ledger_option, libraries, say

if TYPE_CHECKING:
    from tutanak.web.guarding import Guard

SERVE_HELP = """Open a ledger in a browser: relations at a glance, every value in its source.

The pages are served on this machine alone; end with Ctrl-C. They work without JavaScript, in Turkish and English, and everything
a page shows is also at its address with .json or .csv; /api/v1 answers programs (its description: /api/v1/openapi.json).

With --public others may ask as well, once they have logged in: with the password in TUTANAK_PASSWORD (or its argon2 hash), or the
token in TUTANAK_TOKEN, which programs send as "Authorization: Bearer TOKEN". Put a server that speaks HTTPS before it.

Where many ask and there are cores for it, --workers lets so many processes draw pages; each takes memory of its own.

\b
Examples:
  tutanak serve
  tutanak serve --ledger minutes.db --port 8000 --open
  tutanak demo --ledger try.db && tutanak serve --ledger try.db --open
  tutanak serve --workers 4
  TUTANAK_PASSWORD='a long sentence' tutanak serve --public --host-name minutes.example.org
"""
LOOPBACK = ("127.0.0.1", "localhost", "::1")


@click.command(help=SERVE_HELP, short_help="Open a ledger in a browser.")
@ledger_option
@click.option("--host", default="127.0.0.1", show_default=True, metavar="ADDRESS", help="Address to listen at.")
@click.option("--port", default=8470, show_default=True, type=click.IntRange(0, 65535), help="Port to listen at.")
@click.option("--open", "open_", is_flag=True, help="Show the start page in a browser.")
@click.option("--public", is_flag=True, help="Let others in, by a password or token.")
@click.option("--host-name", "names", multiple=True, metavar="NAME", help="A name by which others ask for the pages; may be given again.")
@click.option("--workers", default=0, show_default=True, type=click.IntRange(0, 64), help="Processes that draw pages beside the server.")
def serve(ledger: str, host: str, port: int, open_: bool, public: bool, names: tuple[str, ...], workers: int) -> None:
    if host not in LOOPBACK and not public:
        raise click.UsageError(f"at {host} others than this machine may ask: say so with --public")
    with opened(ledger) as book, libraries("web"):
        from tutanak.web.app import create
        from tutanak.web.serving import serve as run

        app = create(book, public=_guard(names) if public else None, workers=workers)
        say(f"{ledger}: http://{f'[{host}]' if ':' in host else host}:{port}/ (Ctrl-C ends)")
        run(app, host, port, open_=open_)


def _guard(names: tuple[str, ...]) -> Guard:
    """Who is let in: what lets one in stands in the environment, where other users of this machine do not see it."""
    from tutanak.errors import Unguarded
    from tutanak.web.guarding import Guard

    try:
        return Guard.of(os.environ.get("TUTANAK_PASSWORD", ""), os.environ.get("TUTANAK_TOKEN", ""), names)
    except Unguarded as problem:
        raise click.UsageError(f"--public: {problem} (TUTANAK_PASSWORD, TUTANAK_TOKEN)") from None


SITE_HELP = """Write the pages of a ledger into files, to be read without a server.

\b
Examples:
  tutanak site build out/
  tutanak site build out/ --ledger minutes.db
"""


@click.group(help=SITE_HELP, short_help="The pages in files, without a server.")
def site() -> None:
    """The pages in files."""


@site.command("build", short_help="Write the pages of a ledger into a folder.")
@click.argument("out", type=click.Path(file_okay=False, path_type=Path))
@ledger_option
def build_(out: Path, ledger: str) -> None:
    """Write the same pages that `tutanak serve` shows into OUT, in Turkish and English, with their values as JSON and CSV beside them.

    The copy needs no server: open OUT/index.html, or put the folder on any host. Left out are search, filters, review and reading
    here. A copy that is there already is replaced when the new one is whole. It holds the articles' texts, which belong to their
    publishers: think before you publish it.

    \b
    Examples:
      tutanak site build out/
    """
    with opened(ledger) as book, libraries("web"), counted("pages", 0) as step:
        from tutanak.web.site import build

        written = build(book, out, step)
    say(f"{out}: {sum(written.values())} files, {written.get('pair', 0)} of pairs, {written.get('article', 0)} of articles")


COMMANDS = (serve, site)
