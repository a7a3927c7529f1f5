"""What is not on this desk and the server has: old cases, search, raw mails. Any thread; may be slow."""

import hashlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from threading import Event
from uuid import UUID

from controlroom.casework.room.sharing import Replica
from controlroom.clues.folding import fold_text, words_of
from controlroom.sync.hosts import connect
from controlroom.sync.pull import Puller
from controlroom.sync.session import login_of
from controlroom.sync.shared import Shared

MOST_WORDS = 12


class OnServer:
    """Implements casework's `Elsewhere`: a short line of its own for each question.

    Raises WorldFault or BadInput where the server cannot be asked; a desk that is alone knows no elsewhere.
    """

    def __init__(self, replica: Replica) -> None:
        self._replica = replica

    def open_case(self, number_or_id: str) -> UUID | None:
        """Fetch a case whole, by any of its numbers or its id; None where the server has none."""
        with self._line() as shared:
            if shared is None:
                return None
            found = _as_id(number_or_id) or shared.case_of_number(number_or_id.strip().upper())
            if found is None:
                return None
            self._fetch(shared, [found])
        return found if self._replica.held([found])[0] else None

    def search(self, text: str, limit: int = 50) -> Sequence[tuple[UUID, str]]:
        """(case id, queue line as JSON) of cases on the server, newest first."""
        words = words_of(fold_text(text))[:MOST_WORDS]
        with self._line() as shared:
            return shared.search(words, limit) if shared is not None and words else ()

    def fetch_found(self, text: str, limit: int = 50) -> None:
        """Bring here what the search finds."""
        words = words_of(fold_text(text))[:MOST_WORDS]
        with self._line() as shared:
            if shared is not None and words:
                self._fetch(shared, [case for case, _ in shared.search(words, limit)])

    def blob(self, sha256: str) -> bytes | None:
        """Bytes of a mail or file, kept here from then on."""
        kept = self._replica.blob(sha256)
        if kept is not None:
            return kept
        with self._line() as shared:
            data = shared.blob(sha256) if shared is not None else None
        if data is None or hashlib.sha256(data).hexdigest() != sha256:
            return None
        self._replica.keep_blob(data)
        return data

    def _fetch(self, shared: Shared, cases: Sequence[UUID]) -> int:
        return Puller(self._replica, shared).fetch(cases, Event())

    @contextmanager
    def _line(self) -> Iterator[Shared | None]:
        account = self._replica.account()
        if account is None:
            yield None
            return
        shared, _ = connect(login_of(account, self._replica.password()), self._replica.memory())
        try:
            yield shared
        finally:
            shared.close()


def _as_id(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
