"""The app served by uvicorn, and opened in a browser where wanted."""

from __future__ import annotations

import gc
import threading
import webbrowser

import uvicorn
from fastapi import FastAPI

from tutanak import hugepages
from tutanak.ledger.measures import in_nominative, stems
from tutanak.web.speech import turkish_units

OFTEN = (300_000, 20, 100)
"""How many new objects there may be before the collector looks for cycles: a page makes a hundred thousand, and hardly a cycle; looking
through them while it is made took a tenth of its time."""


def serve(app: FastAPI, host: str, port: int, *, open_: bool = False) -> None:
    """Serve until it is broken off; open_: show the start page when the server stands."""
    server = uvicorn.Server(uvicorn.Config(app, host=host, port=port, log_level="warning", server_header=False))
    spare_collector()
    if open_:
        threading.Thread(target=_shown, args=(server, f"http://{host}:{port}/"), daemon=True).start()
    server.run()


def spare_collector() -> None:
    """Load what pages look up in languages, set it apart from garbage collection, which would look through it over and over, and put it together."""
    stems("ticaret hacmi")
    in_nominative("ihracatın")
    turkish_units()
    gc.collect()
    gc.freeze()
    gc.set_threshold(*OFTEN)
    hugepages.gather()


def _shown(server: uvicorn.Server, url: str) -> None:
    while not server.started and not server.should_exit:
        threading.Event().wait(0.05)
    if server.started:
        webbrowser.open(url)
