"""`controlroom server ...` as an administrator types it, on a database of the test's own."""

import io
import json
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any, NamedTuple

import psycopg
import pytest
from postgres import Database
from server_house import House, cloned

from controlroom.cli.main import run

PASSWORD = "Stone-barge-19"


class Said(NamedTuple):
    code: int
    value: Any
    text: str
    fault: str


Words = Callable[..., Said]


def words_of(
    request: pytest.FixtureRequest, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Words:
    """`controlroom server ...` on this test's own database: with a room in it where the test asks for one."""
    own: Database = request.getfixturevalue("room" if "room" in request.fixturenames else "database")

    def say(*typed: str, typed_in: str = "", dsn: str = own.admin_dsn, is_json: bool = True) -> Said:
        monkeypatch.setattr(sys, "stdin", io.StringIO(typed_in))
        more = ["--dsn", dsn, "--allow-plain-loopback"] if dsn else []
        code = run(["server", *typed, *more, *(["--json"] if is_json else [])])
        out, err = capfd.readouterr()
        return Said(code, json.loads(out) if is_json and out else None, out, err)

    return say


def opened_room(bare: House) -> Iterator[Database]:
    """A database in which `init --room lucknow` has run, with nobody in it yet."""
    before = frozenset(name for (name,) in bare.database.query("SELECT rolname FROM pg_roles"))
    with cloned(bare) as made:
        own = replace(made.database, roles_before=before)
        yield own
        own.drop()


def add(words: Words, name: str, role: str = "operator", password: str = PASSWORD, **more: Any) -> Said:
    return words("adduser", name, "--role", role, "--password-stdin", typed_in=f"{password}\n", **more)


def sign_in(database: Database, name: str, password: str = PASSWORD) -> psycopg.Connection[Any]:
    return psycopg.connect(database.dsn(name, password), autocommit=True)


def findings(words: Words, *states: str) -> dict[str, str]:
    """What the check found in these states: what, and what to do."""
    said = words("check")
    assert said.code == int(any(f["state"] == "bad" for f in said.value))
    return {f["what"]: f["do"] for f in said.value if f["state"] in (states or ("warn", "bad"))}
