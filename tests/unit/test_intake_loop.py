"""The intake loop on a shelf in memory: raw first, one bad mail stops nothing, and it says how it is."""

import hashlib
from collections import Counter, deque
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from threading import Event

import pytest
from fake_clock import FakeClock
from msgspec.structs import replace

from controlroom.casework.arriving.ports import KeptMail, RawMail, ReadMail
from controlroom.casework.ports import Health
from controlroom.errors import WorldFault
from controlroom.intake.limited.asked import Asked, with_clues
from controlroom.intake.limited.reader import Failed
from controlroom.intake.loop import IntakeLoop
from controlroom.intake.parsing.parse import Parsed, parse
from controlroom.intake.sift import Sift
from controlroom.intake.sources.faults import Refused


class Shelf:
    """MailShelf in memory."""

    def __init__(self) -> None:
        self.mails: dict[str, KeptMail] = {}
        self.rows: dict[str, ReadMail] = {}
        self.tries: Counter[str] = Counter()

    def keep(self, mails: Sequence[RawMail]) -> int:
        before = len(self.mails)
        for mail in mails:
            sha = hashlib.sha256(mail.raw).hexdigest()
            self.mails.setdefault(
                sha, KeptMail(sha, mail.raw, mail.account, mail.folder, None, datetime.now(UTC))
            )
        return len(self.mails) - before

    def waiting(self, limit: int, *, after: str = "") -> Sequence[KeptMail]:
        behind = list(self.mails)[list(self.mails).index(after) + 1 if after else 0 :]
        waiting = [replace(self.mails[sha], tries=self.tries[sha]) for sha in behind if sha not in self.rows]
        return waiting[:limit]

    def count_try(self, sha256: str) -> int:
        self.tries[sha256] += 1
        return self.tries[sha256]

    def seen_uids(self, account: str, folder: str, uidvalidity: int) -> tuple[int, frozenset[int]]:
        return 0, frozenset()

    def backlog(self) -> int:
        return len(self.mails) - len(self.rows)

    def raw(self, sha256: str) -> bytes | None:
        return self.mails[sha256].raw


class Source:
    """Gives the next of `rounds` at each look: mails, or a fault. Stops the loop at the end."""

    name = "Test"
    is_at_hand = False

    def __init__(self, *rounds: list[bytes] | Exception) -> None:
        self._rounds = list(rounds)

    def fetch(self, shelf: Shelf, stop: Event) -> Iterator[int]:
        now = self._rounds.pop(0) if self._rounds else []
        if not self._rounds:
            stop.set()
        if isinstance(now, Exception):
            raise now
        shelf.keep([RawMail(raw, "a", "INBOX") for raw in now])
        stop_was_set, _ = stop.is_set(), stop.clear()
        yield len(now)
        if stop_was_set:
            stop.set()

    def wait(self, stop: Event) -> None:
        """At once."""

    def close(self) -> None:
        """Nothing."""


class InProcess:
    """The reader without a child."""

    def __init__(self) -> None:
        self._asked: deque[Asked] = deque()

    def start(self) -> None:
        """Nothing."""

    @property
    def due(self) -> int:
        return len(self._asked)

    @property
    def has_enough(self) -> bool:
        return len(self._asked) >= 25

    def ask(self, mails: Sequence[Asked]) -> None:
        self._asked.extend(mails)

    def answer(self, patience: float) -> Parsed | Failed | None:
        asked = self._asked.popleft() if self._asked else None
        return with_clues(parse(asked.raw), asked) if asked else None

    def close(self) -> None:
        self._asked.clear()


class NoWait(Event):
    """Asked to wait, it does not."""

    def __init__(self) -> None:
        super().__init__()
        self.gaps: list[float] = []

    def wait(self, timeout: float | None = None) -> bool:
        self.gaps.append(timeout or 0.0)
        return self.is_set()


class Room:
    """One loop with everything around it."""

    def __init__(self, source: Source, clock: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self.shelf, self.said, self.stop = Shelf(), list[Health](), NoWait()
        self.faults: list[Exception] = []
        sift = Sift(InProcess())  # type: ignore[arg-type]
        self.loop = IntakeLoop(source, self.shelf, sift, self.take, self.said.append, now=clock)  # type: ignore[arg-type]

    def take(self, ready: Sequence[tuple[ReadMail, KeptMail]]) -> None:
        if self.faults:
            raise self.faults.pop(0)
        for read, kept in ready:
            self.shelf.rows[kept.sha256] = read

    def states(self) -> list[str]:
        return [health.state for health in self.said]


def mail(word: str) -> bytes:
    return f"From: a@example.org\r\nSubject: {word}\r\n\r\n98390 12345\r\n".encode()


def test_that_every_mail_becomes_a_row_once() -> None:
    room = Room(Source([mail("one"), mail("two"), mail("one")], [mail("two"), mail("three")]))
    room.loop.run(room.stop)
    assert [read.subject for read in room.shelf.rows.values()] == ["one", "two", "three"]
    assert set(room.shelf.tries.values()) == {1}
    assert (room.states()[0], room.states()[-2:]) == ("starting", ["ok", "off"])


def test_that_other_bytes_with_the_same_message_id_are_two_rows() -> None:
    room = Room(Source([b"Message-ID: <x@y>\r\n\r\n1", b"Message-ID: <x@y>\r\n\r\n2"]))
    room.loop.run_once()
    assert len(room.shelf.rows) == 2


def test_that_a_mail_on_its_third_try_is_quarantined_unread() -> None:
    room = Room(Source([mail("one"), mail("two")]))
    for raw in (mail("one"),):
        room.shelf.tries[hashlib.sha256(raw).hexdigest()] = 2
    room.loop.run_once()
    quarantined = {read.subject: read.quarantined for read in room.shelf.rows.values()}
    assert "ended twice" in quarantined["one"]
    assert quarantined["two"] == ""


def test_that_a_mail_that_ends_the_program_is_quarantined_and_those_after_it_are_read() -> None:
    class KilledError(BaseException):
        """The program dies here."""

    shelf, mails = Shelf(), [mail(f"n{number}") for number in range(40)]

    def run_once() -> None:
        room = Room(Source(mails))
        room.shelf = room.loop._shelf = shelf
        honest = room.loop._sift.understand

        def deadly(kept: KeptMail, parsed: Parsed | Failed) -> ReadMail:
            if kept.raw == mails[30]:
                raise KilledError
            return honest(kept, parsed)

        room.loop._sift.understand = deadly  # type: ignore[method-assign]
        room.loop.run_once()

    for _ in range(3):
        with pytest.raises(KilledError):
            run_once()
    run_once()
    assert len(shelf.rows) == 40
    assert [read.subject for read in shelf.rows.values() if read.quarantined] == ["n30"]


def test_that_a_mail_that_makes_no_row_stops_no_other(expect_log: Callable[[str], None]) -> None:
    expect_log("could not be made a row: ZeroDivisionError")
    room = Room(Source([mail("one"), mail("two")]))
    room.faults = [ZeroDivisionError()]
    room.loop.run_once()
    assert len(room.shelf.rows) == 2


def test_that_a_mail_of_which_nothing_can_be_made_is_kept_and_told(expect_log: Callable[[str], None]) -> None:
    expect_log("could not be made a row")
    room = Room(Source([mail("one")]))
    room.faults = [ZeroDivisionError() for _ in range(9)]
    health = room.loop.run_once()
    assert (health.state, health.backlog) == ("down", 1)


def test_that_a_full_disk_costs_no_mail_its_tries() -> None:
    room = Room(Source(*[[mail("one")]] * 6))
    room.faults = [WorldFault("The disk is full.") for _ in range(5)]
    room.loop.run(room.stop)
    (row,) = room.shelf.rows.values()
    assert row.quarantined == ""
    assert "down" in room.states()


def test_that_one_lost_connection_rings_nobody_and_two_do() -> None:
    gone = WorldFault("away")
    room = Room(Source(gone, [], gone, gone, gone, []))
    room.loop.run(room.stop)
    assert room.states() == ["starting", "late", "ok", "late", "down", "down", "ok", "off"]
    assert room.stop.gaps == [1.0, 1.0, 2.0, 5.0]


def test_that_a_refusal_rings_at_once() -> None:
    room = Room(Source(Refused("wrong password"), []))
    room.loop.run(room.stop)
    assert room.states()[:2] == ["starting", "down"]
    assert room.said[1].text == "wrong password"


def test_that_run_once_tells_what_the_world_did() -> None:
    room = Room(Source(WorldFault("away")))
    with pytest.raises(WorldFault, match="away"):
        room.loop.run_once()


def test_that_a_silent_mailbox_is_told(fake_clock: FakeClock) -> None:
    class Silent(Source):
        def wait(self, stop: Event) -> None:
            fake_clock.advance(timedelta(hours=13).total_seconds())

    room = Room(Silent([mail("one")], [], [], []), fake_clock)
    room.loop.run(room.stop)
    assert room.states() == ["starting", "ok", "ok", "late", "late", "off"]


def test_that_a_fault_of_ours_in_a_round_is_told_and_the_loop_goes_on(
    expect_log: Callable[[str], None],
) -> None:
    expect_log("a round of intake failed: KeyError in test_intake_loop.py")
    room = Room(Source(KeyError("x"), [mail("one")]))
    room.loop.run(room.stop)
    assert room.states() == ["starting", "late", "ok", "off"]
    assert len(room.shelf.rows) == 1


def test_that_rows_do_not_wait_for_a_mail_that_takes_long() -> None:
    rows_meanwhile: list[int] = []

    class Slow(InProcess):
        def answer(self, patience: float) -> Parsed | Failed | None:
            if self._asked[0].raw == mail("slow") and not rows_meanwhile[1:]:
                rows_meanwhile.append(len(room.shelf.rows))
                return None
            return super().answer(patience)

    mails = [mail(f"n{number}") for number in range(15)]
    room = Room(Source([*mails, mail("slow"), mail("last")]))
    room.loop._sift = Sift(Slow())  # type: ignore[arg-type]
    room.loop.run_once()
    assert rows_meanwhile == [9, 15]  # the first ones of a run go one by one
    assert len(room.shelf.rows) == 17


class AtHand(Source):
    """Its mails lie in two files beside one that can't be read."""

    is_at_hand = True

    def fetch(self, shelf: Shelf, stop: Event) -> Iterator[int]:
        self.rows_before = list[int]()
        for word in ("one", "two"):
            self.rows_before.append(len(shelf.rows))
            shelf.keep([RawMail(mail(f"{word} {count}"), "a", "INBOX") for count in range(50)])
            yield 50
        raise WorldFault("a third file can't be read")


def test_that_mails_left_to_the_child_while_more_are_fetched_are_rows_when_the_look_ends_ill() -> None:
    source = AtHand()
    room = Room(source)
    with pytest.raises(WorldFault, match="a third file"):
        room.loop.run_once()
    assert len(room.shelf.rows) == 100
    assert source.rows_before == [0, 40]
