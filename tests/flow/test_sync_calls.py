"""Prepared calls: what goes over the line comes back as it was, and what cannot go is refused."""

from collections.abc import Iterator
from uuid import UUID

import psycopg
import pytest
from postgres import Database

from controlroom.sync.calls import Calls, Value
from controlroom.sync.connection import Connection, open_connection

IDS = (UUID(int=1), UUID("0190f3a5-7c3e-7d11-8f7e-ffffffffffff"))


@pytest.fixture
def connection(database: Database) -> Iterator[Connection]:
    opened = open_connection(database.admin_dsn, plain_loopback=True)
    yield opened
    opened.close()


@pytest.mark.parametrize(
    ("sort", "value"),
    [
        ("text", 'it\'s "मदद" \\ , {}'),
        ("text", ""),
        ("text", None),
        ("bytea", b"\0 and \xff"),
        ("bigint", -(1 << 62)),
        ("boolean", True),
        ("uuid", IDS[1]),
        ("uuid[]", list(IDS)),
        ("bigint[]", [1 << 40, -1]),
        ("bigint[]", []),
    ],
)
def test_that_a_value_comes_back_as_it_was_given(connection: Connection, sort: str, value: Value) -> None:
    assert Calls(connection).rows(f"SELECT $1::{sort}, 7", (value,)) == [(value, 7)]


def test_that_text_is_the_same_whatever_the_address_says_of_its_encoding(database: Database) -> None:
    address = f"{database.admin_dsn}&client_encoding=latin1"
    with open_connection(address, plain_loopback=True) as connection:
        assert Calls(connection).rows("SELECT $1::text, length($1)", ("मदद",)) == [("मदद", 3)]


def test_that_text_is_not_cut_at_a_byte_of_zero(connection: Connection) -> None:
    calls = Calls(connection)
    with pytest.raises(psycopg.DataError):
        calls.rows("SELECT $1::text", ("the rest \0 would be lost",))
    assert calls.rows("SELECT $1::text", ("all of it",)) == [("all of it",)]


def test_that_a_statement_is_prepared_once_and_a_wrong_one_not_at_all(connection: Connection) -> None:
    calls = Calls(connection)
    for number in range(3):
        assert calls.rows("SELECT $1::int", (number,)) == [(number,)]
    with pytest.raises(psycopg.errors.UndefinedTable):
        calls.rows("SELECT * FROM nowhere")
    [[many]] = connection.execute("SELECT count(*) FROM pg_prepared_statements")
    assert many == 1


def test_that_an_error_of_the_server_bears_its_state(connection: Connection) -> None:
    with pytest.raises(psycopg.errors.DivisionByZero) as told:
        Calls(connection).rows("SELECT 1 / $1::int", (0,))
    assert told.value.sqlstate == "22012"
