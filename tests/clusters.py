"""A PostgreSQL cluster of the tests' own: on loopback, in a temporary folder, gone when the tests end."""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

SPEEDY = ("fsync=off", "synchronous_commit=off", "full_page_writes=off",
          "unix_socket_directories=", "listen_addresses=127.0.0.1", "max_connections=40")  # fmt: skip


def programs() -> Path | None:
    """The folder of initdb and postgres, where PostgreSQL is installed."""
    known = [*sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True), *(Path(p).parent for p in [shutil.which("initdb")] if p)]
    return next((folder for folder in known if (folder / "initdb").exists() and (folder / "postgres").exists()), None)


def _user() -> dict[str, int | str]:
    """PostgreSQL refuses to run as root: then it runs as its own user, or as nobody."""
    if os.geteuid():
        return {}
    names = {entry.pw_name for entry in pwd.getpwall()}
    account = pwd.getpwnam("postgres" if "postgres" in names else "nobody")
    return {"user": account.pw_uid, "group": account.pw_gid}


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def cluster(bin: Path, options: tuple[str, ...] = SPEEDY) -> Iterator[str]:
    """A running server; gives the URL of its first database."""
    folder = Path(tempfile.mkdtemp(prefix="tutanak-pg-"))
    user = _user()
    if user:
        os.chown(folder, int(user["user"]), int(user["group"]))
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.STDOUT, "cwd": "/", **user}
    made = [bin / "initdb", "-D", folder / "at", "-A", "trust", "-U", "tutanak", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync"]
    subprocess.run(made, check=True, **quiet)  # type: ignore[call-overload]
    port = _free_port()
    told = [part for option in options for part in ("-c", option)]
    server = subprocess.Popen([bin / "postgres", "-D", folder / "at", "-p", str(port), *told], **quiet)  # type: ignore[call-overload]
    try:
        _wait(port, server)
        yield f"postgresql://tutanak@127.0.0.1:{port}/postgres"
    finally:
        server.terminate()
        try:
            server.wait(20)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()
        shutil.rmtree(folder, ignore_errors=True)


def _wait(port: int, server: subprocess.Popen[bytes]) -> None:
    import psycopg

    for _ in range(200):
        if server.poll() is not None:
            raise RuntimeError(f"postgres ended with status {server.returncode}")
        try:
            psycopg.connect(f"host=127.0.0.1 port={port} user=tutanak dbname=postgres", connect_timeout=2).close()
        except psycopg.OperationalError:
            time.sleep(0.05)
        else:
            return
    raise RuntimeError("postgres did not answer within ten seconds")
