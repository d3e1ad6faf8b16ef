"""The addresses of the pages: stable, in plain letters, each made and read in one place."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote, urlencode

from tutanak.ledger.naming import key

BODY = "|body"
"""How the keys of bodies end."""

SHORT = 12
"""Characters of an article's sha256 in an address."""


def pair(one: str, other: str) -> str:
    """The page of two states or bodies: /pair/az-ru."""
    return f"/pair/{slug(one)}-{slug(other)}"


def slug(actor: str) -> str:
    """A state or body in plain letters: "az", "gumruk_birligi"."""
    return quote(key(actor).replace(" ", "_"))


def article(sha256: str, record: str = "") -> str:
    """The page of an article, at one of its records."""
    return f"/article/{sha256[:SHORT]}" + (f"?record={record}#r-{record}" if record else "")


def record(ident: str) -> str:
    return f"/record/{ident}"


def actor(known: str) -> str:
    """The page of a person or body, by the key under which the ledger knows it ("elcin nazarov", "nato|body")."""
    kind = "organisation" if known.endswith(BODY) else "person"
    return f"/{kind}/{quote(known.removesuffix(BODY).replace(' ', '-').replace('|', '~'), safe='~-')}"


def actor_key(kind: str, told: str) -> str:
    """The key that an address names."""
    return told.replace("~", "|").replace("-", " ") + (BODY if kind == "organisation" else "")


def undertaking(ident: str) -> str:
    """The page of an undertaking, by any record that tells of it."""
    return f"/undertaking/{ident}"


def story(sha256: str) -> str:
    return f"/story/{sha256[:SHORT]}"


def form(path: str, suffix: str, query: str = "") -> str:
    """The same page as JSON or CSV."""
    return f"{'/start' if path == '/' else path}{suffix}" + (f"?{query}" if query else "")


def asked(path: str, told: Mapping[str, Any], **changed: Any) -> str:
    """An address with these questions; what is empty is left out."""
    rows = {name: value for name, value in {**told, **changed}.items() if value not in ("", None, (), [], 0)}
    return path + (f"?{urlencode(rows, doseq=True)}" if rows else "")


def turned(request: Any, lang: str) -> str:
    """The same page in another language."""
    return str(request.url.path) + "?" + urlencode([*((n, v) for n, v in request.query_params.multi_items() if n != "lang"), ("lang", lang)])


def outside(url: str | None) -> str:
    """The address of a page of the web, as far as it is one: what a report says of itself is never run."""
    return url if url and url.startswith(("https://", "http://")) else ""
