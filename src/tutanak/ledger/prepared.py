"""Questions that are put over and over: built and compiled once for each database, and answered as plain rows.

To build a question, to find it among those compiled and to write out a place for each of five hundred numbers took longer than the
database took to answer it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from threading import Lock
from typing import Any

import orjson
from sqlalchemy import ARRAY, Boolean, Column, ColumnElement, Connection, Dialect, Select, bindparam
from sqlalchemy.ext.compiler import compiles


class Among(ColumnElement[bool]):
    """Is a column one of the values of a list, however long? The list is one value, so that the question is the same for all lists."""

    inherit_cache = False
    type = Boolean()
    _is_implicitly_boolean = True  # else SQLite is asked for "… IN (…) = 1", for which it uses no index

    def __init__(self, column: Column[Any], name: str) -> None:
        self.column = column
        self.bound = bindparam(name, type_=ARRAY(column.type))


@compiles(Among, "sqlite")
def _listed(told: Among, compiler: Any, **how: Any) -> str:
    return f"{compiler.process(told.column, **how)} IN (SELECT value FROM json_each({compiler.process(told.bound, **how)}))"


@compiles(Among, "postgresql")
def _arrayed(told: Among, compiler: Any, **how: Any) -> str:
    return f"{compiler.process(told.column, **how)} = ANY ({compiler.process(told.bound, **how)})"


def apart(column: Column[int]) -> ColumnElement[int]:
    """A column by which two tables are joined, of which one is confined to a list: else SQLite confines both, and goes through the list
    anew for each of its rows."""
    return column + 0


class Prepared:
    """A question with places for values. make: builds it, when it is first put."""

    def __init__(self, make: Callable[[], Select[Any]]) -> None:
        self._make = make
        self._lock = Lock()
        self._compiled: dict[str, tuple[str, dict[str, Any], tuple[str, ...] | None]] = {}

    def rows(self, connection: Connection, **values: Any) -> Sequence[Any]:
        """The answers, all at once. Raises KeyError for a value that has no place."""
        statement, own, places = self._compiled.get(connection.dialect.name) or self._compile(connection.dialect)
        listed = _as_text if connection.dialect.name == "sqlite" else _as_it_is
        given = {**own, **{name: listed(value) if own[name] is None else value for name, value in values.items()}}
        return connection.exec_driver_sql(statement, tuple(map(given.__getitem__, places)) if places is not None else given).all()

    def _compile(self, dialect: Dialect) -> tuple[str, dict[str, Any], tuple[str, ...] | None]:
        with self._lock:
            told = self._make().compile(dialect=dialect, compile_kwargs={"render_postcompile": True})
        places: Any = getattr(told, "positiontup", None)
        self._compiled[dialect.name] = told.string, dict(told.params), tuple(places) if places is not None else None
        return self._compiled[dialect.name]


def _as_text(value: Any) -> Any:
    return orjson.dumps(value).decode() if isinstance(value, list | tuple) else value


def _as_it_is(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value
