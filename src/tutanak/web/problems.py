"""What goes wrong, told to programs: application/problem+json (RFC 9457)."""

from __future__ import annotations

from collections.abc import Sequence
from http import HTTPStatus
from typing import Any

from fastapi import Response

from tutanak.exports.minutes import dumped

MEDIA = "application/problem+json"

Row = dict[str, Any]


def answer(status: int, detail: str, instance: str, errors: Sequence[Row] = ()) -> Response:
    """A problem. detail: what is wrong this time; instance: the path that was asked; errors: single parameters, each with its place."""
    told: Row = {"type": "about:blank", "title": HTTPStatus(status).phrase, "status": status, "detail": detail, "instance": instance}
    return Response(dumped({**told, "errors": list(errors)} if errors else told), status, media_type=MEDIA)
