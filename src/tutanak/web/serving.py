"""The app served by uvicorn, and opened in a browser where wanted."""

from __future__ import annotations

import threading
import webbrowser

import uvicorn
from fastapi import FastAPI


def serve(app: FastAPI, host: str, port: int, *, open_: bool = False) -> None:
    """Serve until it is broken off; open_: show the start page when the server stands."""
    server = uvicorn.Server(uvicorn.Config(app, host=host, port=port, log_level="warning", server_header=False))
    if open_:
        threading.Thread(target=_shown, args=(server, f"http://{host}:{port}/"), daemon=True).start()
    server.run()


def _shown(server: uvicorn.Server, url: str) -> None:
    while not server.started and not server.should_exit:
        threading.Event().wait(0.05)
    if server.started:
        webbrowser.open(url)
