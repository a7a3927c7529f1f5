"""The steps of sync by themselves: what goes into a batch, what is published and how often, who is where."""

import threading
from collections.abc import Sequence
from typing import Any
from uuid import UUID, uuid4

import msgspec
import pytest

from controlroom.casework.room.sharing import Answer, Link, PendingEvent, Present
from controlroom.errors import WorldFault
from controlroom.sync import presence, standing
from controlroom.sync import push as push_module
from controlroom.sync.faults import MailKept
from controlroom.sync.presence import Presence
from controlroom.sync.push import BATCH_BYTES, BATCH_EVENTS, Pusher
from controlroom.sync.shared import Unfit
from controlroom.sync.standing import Standing
from controlroom.sync.wake import Ender, Waker


class Waiting:
    """As much of a replica as pushing needs."""

    def __init__(self, bodies: Sequence[str], kind: str = "note_added") -> None:
        self.events = [
            PendingEvent(uuid4(), "case", uuid4(), kind, 1, 1, 2, "asha", str(uuid4()), body)
            for body in bodies
        ]
        self.answers: list[Answer] = []

    def unsent_seals(self, limit: int) -> list[Any]:
        return []  # cases are not sealed

    def pending(self, limit: int) -> list[PendingEvent]:
        known = {answer.id for answer in self.answers}
        return [event for event in self.events if event.id not in known][:limit]

    def confirm(self, answers: Sequence[Answer]) -> None:
        self.answers += answers

    def blob(self, sha256: str) -> bytes | None:
        return None


class Room:
    """As much of the shared database."""

    def __init__(self, cannot_read: str = "never") -> None:
        self.batches: list[list[dict[str, Any]]] = []
        self.sizes: list[int] = []
        self._cannot_read = cannot_read

    def append(self, batch: bytes) -> list[Answer]:
        if self._cannot_read.encode() in batch:
            raise Unfit
        events = msgspec.json.decode(batch)
        self.batches.append(events)
        self.sizes.append(len(batch))
        return [Answer(UUID(event["id"]), "accepted", "", seq=n) for n, event in enumerate(events, 1)]


def push(waiting: Waiting, room: Room, kinds: Sequence[str] = ("note_added",)) -> Pusher:
    pusher = Pusher(waiting, room, kinds)  # type: ignore[arg-type]
    pusher.push(threading.Event())
    return pusher


def test_that_events_go_out_in_order_and_in_batches() -> None:
    waiting, room = Waiting([f'{{"n":{n}}}' for n in range(450)]), Room()
    assert push(waiting, room).pushed == 450
    assert [len(batch) for batch in room.batches] == [BATCH_EVENTS, BATCH_EVENTS, 50]
    assert [event["body"]["n"] for batch in room.batches for event in batch] == list(range(450))


@pytest.mark.timeout(20)
def test_that_what_was_answered_and_waits_all_the_same_is_asked_once_a_push(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    waiting, room = Waiting(['{"n":0}', '{"n":1}']), Room()
    stuck, other = waiting.events
    confirm = waiting.confirm
    monkeypatch.setattr(waiting, "confirm", lambda told: confirm([one for one in told if one.id != stuck.id]))
    push(waiting, room)
    assert [answer.id for answer in waiting.answers] == [other.id]
    assert [len(batch) for batch in room.batches] == [2]


def test_that_a_mail_that_the_server_will_not_keep_holds_up_its_own_case_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    waiting, room = Waiting(['{"mail":"ab"}', "{}", "{}"], "alert_received"), Room()
    alert, claim, other = waiting.events
    waiting.events[1] = claim._replace(stream_id=alert.stream_id, kind="note_added")
    monkeypatch.setattr(waiting, "blob", lambda sha: b"a mail")
    asked: list[bytes] = []

    def full(data: bytes) -> None:
        asked.append(data)
        raise MailKept("No more today.")

    room.put_blob = full  # type: ignore[attr-defined]
    pusher = push(waiting, room, ("note_added", "alert_received"))
    pusher.push(threading.Event())
    assert [answer.id for answer in waiting.answers] == [other.id]
    assert (str(pusher.kept), asked) == ("No more today.", [b"a mail"])  # once a minute, not at each push
    monkeypatch.setattr(push_module, "ASK_AGAIN_S", 0.0)
    room.put_blob = asked.append  # type: ignore[attr-defined]
    pusher.push(threading.Event())
    assert [answer.id for answer in waiting.answers] == [other.id, alert.id, claim.id]
    assert pusher.kept is None


class Early(Room):
    """Finds the clock ahead by which the first events were made; knows no case without its alert."""

    def __init__(self, early: int) -> None:
        super().__init__()
        self.early = early

    def append(self, batch: bytes) -> list[Answer]:
        answers = super().append(batch)
        told = zip(msgspec.json.decode(batch), answers, strict=True)
        return [self._answer(event["body"], answer) for event, answer in told]

    def _answer(self, body: dict[str, Any], answer: Answer) -> Answer:
        if body.get("n", self.early) < self.early:
            return Answer(answer.id, "refused", "the clock of the desk is ahead")
        if self.early and "behind" in body:
            return Answer(answer.id, "refused", "there is no such case")
        return answer


def test_that_events_of_a_clock_that_was_ahead_wait_with_what_follows_them_and_hold_up_nothing_else(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    bodies = [f'{{"n":{n}}}' for n in range(260)]
    waiting, room = Waiting([bodies[0], '{"behind":0}', *bodies[1:], '{"behind":259}']), Early(250)
    waiting.events[1] = waiting.events[1]._replace(stream_id=waiting.events[0].stream_id)
    waiting.events[-1] = waiting.events[-1]._replace(stream_id=waiting.events[2].stream_id)
    pusher = push(waiting, room)
    assert (pusher.pushed, pusher.refused, pusher.is_left) == (10, 0, True)
    pusher.push(threading.Event())
    assert pusher.pushed == 10
    room.early = 0
    monkeypatch.setattr(push_module, "ASK_AGAIN_S", 0.0)
    pusher.push(threading.Event())
    assert (pusher.pushed, pusher.refused, pusher.is_left) == (262, 0, False)


def test_that_what_is_refused_and_still_waits_is_asked_once_and_holds_up_nothing() -> None:
    waiting, room = Waiting([f'{{"n":{n}}}' for n in range(260)]), Early(0)
    taken = waiting.confirm
    waiting.confirm = lambda answers: taken([a for a in answers if a.verdict != "refused"])  # type: ignore[method-assign]
    for at in range(230):
        waiting.events[at] = waiting.events[at]._replace(body='{"behind":1}')
    room._answer = lambda body, answer: (  # type: ignore[method-assign]
        Answer(answer.id, "refused", "there is no such case") if "behind" in body else answer
    )
    pusher = push(waiting, room)
    assert (pusher.pushed, pusher.is_left) == (30, True)


def test_that_a_body_goes_out_letter_by_letter() -> None:
    sent: list[bytes] = []
    waiting, room = Waiting(['{"b" : 1.0,\t"a": "\\u0939"}']), Room()
    real = room.append
    room.append = lambda batch: (sent.append(batch), real(batch))[1]  # type: ignore[method-assign,func-returns-value]
    push(waiting, room)
    assert b'{"b" : 1.0,\t"a": "\\u0939"}' in sent[0]


def test_that_a_batch_is_never_too_large_and_a_large_event_goes_alone() -> None:
    room = Room()
    push(Waiting(['{"text":"' + "x" * 600_000 + '"}'] * 7), room)
    assert [len(batch) for batch in room.batches] == [3, 3, 1]
    assert max(room.sizes) <= BATCH_BYTES


def test_that_what_cannot_be_read_is_found_and_refused_alone() -> None:
    waiting, room = Waiting(['{"n":1}'] * 99 + ['{"n":"unreadable"}'] + ['{"n":1}'] * 99), Room("unreadable")
    pusher = push(waiting, room)
    assert (pusher.pushed, pusher.refused) == (198, 1)
    [refused] = [answer for answer in waiting.answers if answer.verdict == "refused"]
    assert refused.id == waiting.events[99].id


def test_that_a_narrow_kind_that_the_server_does_not_know_waits() -> None:
    waiting, room = Waiting(["{}"] * 300, kind="secret_revealed"), Room()
    waiting.events += Waiting(["{}"]).events
    assert push(waiting, room).pushed == 1
    assert len(waiting.pending(1000)) == 300
    assert push(waiting, room, ("secret_revealed",)).pushed == 300


def test_that_a_push_ends_with_the_program() -> None:
    waiting, stop = Waiting(["{}"] * 450), threading.Event()
    room = Room()
    real = room.append
    room.append = lambda batch: (stop.set(), real(batch))[1]  # type: ignore[method-assign,func-returns-value]
    Pusher(waiting, room, ("note_added",)).push(stop)  # type: ignore[arg-type]
    assert len(waiting.answers) == BATCH_EVENTS


# --- how it is --------------------------------------------------------------------------------------------


def test_that_news_is_told_at_once_and_what_only_ticks_seldom(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [100.0]
    monkeypatch.setattr(standing.time, "monotonic", lambda: now[0])
    told: list[Link] = []
    one = Standing(told.append)
    one.say(state="connected", seq=1)
    one.say(seq=2)
    one.say(seq=3, last_success=7)
    assert [link.seq for link in told] == [1]
    one.say(pending=1)
    assert (told[-1].pending, told[-1].seq) == (1, 3)
    now[0] += 1
    one.say(seq=4)
    assert told[-1].seq == 4
    since = told[-1].since
    one.say(state="connected", behind=1)
    assert told[-1].since == since
    one.fault("away", WorldFault("The {what} is away.", what="server"))
    assert told[-1].state == "away" and told[-1].fault == "The {what} is away."
    assert told[-1].fault_values == {"what": "server"} and told[-1].since != since


# --- who is where -----------------------------------------------------------------------------------------


class Signed:
    """As much of a session as presence needs."""

    def __init__(self) -> None:
        self.others: list[Present] = []
        self.said: list[tuple[UUID | None, bool]] = []

    def presence(self, case_id: UUID | None, *, is_typing: bool) -> list[Present]:
        self.said.append((case_id, is_typing))
        return list(self.others)


def test_that_presence_is_told_soon_after_a_change_and_seldom_without(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    now = [100.0]
    monkeypatch.setattr(presence.time, "monotonic", lambda: now[0])
    told: list[Sequence[Present]] = []
    here, session, case = Presence(told.append), Signed(), uuid4()
    session.others = [Present("ravi", uuid4(), case, True)]
    for _ in range(40):  # four seconds, typing on and off all the time
        here.beat(case, is_typing=len(session.said) % 2 == 0)
        here.exchange(session)  # type: ignore[arg-type]
        now[0] += 0.1
    assert 8 <= len(session.said) <= 11
    session.said.clear()
    for _ in range(40):
        here.exchange(session)  # type: ignore[arg-type]
        now[0] += 0.1
    assert 4 <= len(session.said) <= 6
    assert told == [session.others]
    here.gone()
    assert told[-1] == ()


def test_that_a_desk_without_a_window_is_nowhere() -> None:
    here, session = Presence(None), Signed()
    here.exchange(session)  # type: ignore[arg-type]
    assert session.said == [] and here.due_in() > 60


# --- waking -----------------------------------------------------------------------------------------------


def test_that_who_waits_is_woken_once_by_many_calls() -> None:
    waker = Waker()
    waker.wake()  # nobody waits yet
    waker.open()
    assert not waker.wait(0)
    waker.wake()  # by itself
    assert not waker.wait(0)
    others = threading.Thread(target=lambda: [waker.wake() for _ in range(10_000)])
    others.start()
    others.join()
    assert waker.wait(60)
    assert not waker.wait(0)
    waker.close()
    waker.wake()


def test_that_a_call_that_hangs_is_cut_when_the_program_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("controlroom.sync.wake.GRACE_S", 0.01)
    waker, stop, cut = Waker(), threading.Event(), threading.Event()
    waker.open()
    ender = Ender(stop, waker, cut.set)
    stop.set()
    assert waker.wait(60)
    assert cut.wait(60)
    ender.over()
    waker.close()
