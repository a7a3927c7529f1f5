"""The real mail server and the real shared database of the flow tests."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from dovecot import Dovecot
from postgres import Database, Pair, Postgres
from receivers import SmtpReceiver
from server_house import House, build, build_bare

from controlroom.store import Profile, open_profile


@pytest.fixture
def dovecot() -> Iterator[Dovecot]:
    """A fresh, empty, running server of this test's own; it takes less than a second."""
    server = Dovecot()
    try:
        server.start()
        yield server
    finally:
        server.remove()


@pytest.fixture
def desk(profile: Path) -> Iterator[Profile]:
    """A desk that is alone, on its open profile; a file that needs more of one makes its own."""
    opened = open_profile(profile)
    yield opened
    opened.close()


@pytest.fixture
def post(tmp_path: Path) -> Iterator[SmtpReceiver]:
    """Where the letters of this test go, over TLS."""
    made = SmtpReceiver(tmp_path / "there")
    yield made
    made.close()


@contextmanager
def _running() -> Iterator[Postgres]:
    server = Postgres()
    try:
        server.start()
        yield server
    finally:
        server.remove()


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[Postgres]:
    """The one that all tests share: leave it running, and make what you need in a database of your own."""
    with _running() as server:
        yield server


@pytest.fixture
def database(postgres_server: Postgres) -> Iterator[Database]:
    """A fresh, empty database on the shared server. The roles that the test makes go with it."""
    made = postgres_server.new_database()
    yield made
    made.drop()


@pytest.fixture(scope="session")
def house(postgres_server: Postgres) -> House:
    """A shared database with people of every role: only to be looked at; take a clone to change it."""
    return build(postgres_server)


@pytest.fixture(scope="session")
def bare(postgres_server: Postgres) -> House:
    """A shared database with a room in it and nobody yet: only to be cloned."""
    return build_bare(postgres_server)


@pytest.fixture
def pair() -> Iterator[Pair]:
    """A primary and its standby, this test's own: to be killed and promoted. Takes about a second."""
    with _running() as primary:
        yield Pair(primary, primary.standby())
