"""The commands of the pages: a ledger in a browser, and the same pages without a server."""

from __future__ import annotations

import click

from tutanak.cli_ask import opened
from tutanak.terminal import ledger_option, libraries, say

SERVE_HELP = """Open a ledger in a browser: relations at a glance, every value in its source.

The pages are served on this machine alone; end with Ctrl-C. They work without JavaScript, in Turkish and English, and everything
a page shows is also at its address with .json or .csv.

\b
Examples:
  tutanak serve
  tutanak serve --ledger minutes.db --port 8000 --open
  tutanak demo --ledger try.db && tutanak serve --ledger try.db --open
"""


@click.command(help=SERVE_HELP, short_help="Open a ledger in a browser.")
@ledger_option
@click.option("--host", default="127.0.0.1", show_default=True, metavar="ADDRESS", help="Address to listen at.")
@click.option("--port", default=8470, show_default=True, type=click.IntRange(0, 65535), help="Port to listen at.")
@click.option("--open", "open_", is_flag=True, help="Show the start page in a browser.")
def serve(ledger: str, host: str, port: int, open_: bool) -> None:
    with opened(ledger) as book, libraries("web"):
        from tutanak.web.app import create
        from tutanak.web.serving import serve as run

        say(f"{ledger}: http://{host}:{port}/ (Ctrl-C ends)")
        run(create(book), host, port, open_=open_)


COMMANDS = (serve,)
