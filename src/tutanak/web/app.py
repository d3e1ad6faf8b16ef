"""The app: a ledger, the routes, and what guards them."""

from __future__ import annotations

from pathlib import Path

from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles

from tutanak.ledger import Ledger
from tutanak.release import VERSION
from tutanak.web import actors, api, article, failing, finding, guarding, keeping, login, pair, reading, records, review, start, stories
from tutanak.web.guarding import Guard

STATIC = Path(__file__).parent / "static"
ROUTES = (start, pair, article, actors, records, stories, finding, review, reading, login)


def create(ledger: Ledger | str, *, public: Guard | None = None) -> FastAPI:
    """The pages of a ledger, which must be there. public: how they are guarded where others than this machine may ask.

    Raises LedgerError where the ledger cannot be opened.
    """
    app = FastAPI(title="tutanak", version=VERSION, openapi_url=None, docs_url=None, redoc_url=None, lifespan=keeping.lifespan)
    app.state.ledger = ledger if isinstance(ledger, Ledger) else Ledger(ledger, create=False)
    app.state.desk = reading.Desk()
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    app.mount("/api/v1", api.create(app.state.ledger))
    for routes in ROUTES:
        app.include_router(routes.router)
    failing.prepare(app)
    keeping.keep(app, app.state.ledger)
    guarding.protect(app, public)
    return app
