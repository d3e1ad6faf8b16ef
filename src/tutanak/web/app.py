"""The app: a ledger, the routes, and what guards them."""

from __future__ import annotations

from pathlib import Path

from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles

from tutanak.ledger import Ledger, tracing
from tutanak.release import VERSION
from tutanak.web import actors, api, article, failing, finding, guarding, keeping, login, pair, reading, records, review, start, stories
from tutanak.web.drawing import Drawers
from tutanak.web.guarding import Guard
from tutanak.web.serving import spare_collector

STATIC = Path(__file__).parent / "static"
ROUTES = (start, pair, article, actors, records, stories, finding, review, reading, login)


RELATIONS = 16
"""Relations that are kept as they were told, each some megabytes: whoever looks at one asks for another part of it next."""


def create(ledger: Ledger | str, *, public: Guard | None = None, workers: int = 0) -> FastAPI:
    """The pages of a ledger, which must be there. public: how they are guarded where others than this machine may ask;
    workers: processes that draw pages beside this one.

    Raises LedgerError where the ledger cannot be opened.
    """
    app = plain(ledger if isinstance(ledger, Ledger) else Ledger(ledger, create=False))
    store = app.state.ledger.store
    drawers = Drawers(workers, drawer, store.url.render_as_string(hide_password=False)) if workers else None
    keeping.keep(app, app.state.ledger, drawers)
    guarding.protect(app, public)
    return app


def drawer(where: str) -> FastAPI:
    """The pages alone, for a process that draws them."""
    spare_collector()
    return plain(Ledger(where, create=False))


def plain(ledger: Ledger) -> FastAPI:
    """The pages without what is kept of them and what guards them."""
    app = FastAPI(title="tutanak", version=VERSION, openapi_url=None, docs_url=None, redoc_url=None, lifespan=keeping.lifespan)
    app.state.ledger, app.state.memory = ledger, tracing.Memory(RELATIONS)
    tracing.listen(ledger.store)
    app.state.desk = reading.Desk()
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    app.mount("/api/v1", api.create(ledger))
    for routes in ROUTES:
        app.include_router(routes.router)
    failing.prepare(app)
    return app
