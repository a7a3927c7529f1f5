"""Prepared statements on one connection, by parts of the driver: its cursor takes as long as the server."""

from collections.abc import Callable, Sequence
from typing import Any
from uuid import UUID

from psycopg import abc, generators
from psycopg.adapt import Transformer
from psycopg.errors import error_from_result
from psycopg.pq import ExecStatus, Format
from psycopg.pq.abc import PGresult

from controlroom.sync.connection import Connection

Value = None | str | bytes | int | UUID | Sequence[UUID] | Sequence[int]
_DONE = (ExecStatus.TUPLES_OK, ExecStatus.COMMAND_OK)


class Calls:
    """Each statement is prepared when it is asked for first; its parameters are $1, $2 ..."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._prepared: dict[str, tuple[bytes, abc.Transformer]] = {}

    def rows(
        self, statement: str, values: Sequence[Value] = (), make: Callable[[Any], Any] = tuple
    ) -> list[Any]:
        """What the server answers, each row `make` of its tuple. Raises psycopg.Error."""
        name, loads = self._prepared.get(statement) or self._prepare(statement)
        told, formats = zip(*map(_told, values), strict=True) if values else ((), ())
        self._connection.pgconn.send_query_prepared(name, told, formats, Format.BINARY)
        result = self._result()
        loads.set_pgresult(result)
        try:
            return loads.load_rows(0, result.ntuples, make)
        finally:
            loads.set_pgresult(None)  # a page may hold megabytes

    def _prepare(self, statement: str) -> tuple[bytes, abc.Transformer]:
        name = b"call_%d" % len(self._prepared)
        self._connection.pgconn.send_prepare(name, statement.encode())
        self._result()
        return self._prepared.setdefault(statement, (name, Transformer(self._connection)))

    def _result(self) -> PGresult:
        result: PGresult
        result, *_ = self._connection.wait(generators.execute(self._connection.pgconn))
        if result.status not in _DONE:
            raise error_from_result(result)
        return result


def _told(value: Value) -> tuple[bytes | None, Format]:
    """A parameter as the server reads it. Text goes with its length: no byte of it is taken for its end."""
    return _AS.get(type(value), _array)(value)


def _array(values: Sequence[UUID] | Sequence[int]) -> tuple[bytes, Format]:
    ids = [value.hex if isinstance(value, UUID) else str(value) for value in values]
    return f"{{{','.join(ids)}}}".encode(), Format.TEXT


_AS: dict[type, Callable[[Any], tuple[bytes | None, Format]]] = {
    type(None): lambda _: (None, Format.BINARY),
    bytes: lambda value: (value, Format.BINARY),
    str: lambda value: (value.encode(), Format.BINARY),
    UUID: lambda value: (value.bytes, Format.BINARY),
    int: lambda value: (b"%d" % value, Format.TEXT),
    bool: lambda value: (b"%d" % value, Format.TEXT),
}
