"""The real mail server of the flow tests."""

from collections.abc import Iterator

import pytest
from dovecot import Dovecot


@pytest.fixture
def dovecot() -> Iterator[Dovecot]:
    """A fresh, empty, running server of this test's own; it takes less than a second."""
    server = Dovecot()
    try:
        server.start()
        yield server
    finally:
        server.remove()
