"""From the hand-over to the other side and back into the case: the use case, the outbox and the loop."""

import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from time import monotonic
from uuid import UUID

import pytest
from receivers import FolderReceiver, HttpsReceiver, Receiver, SmtpReceiver

from controlroom.casework import steps
from controlroom.casework.arriving import alerts
from controlroom.casework.handing.connectors import add_connector, connectors_in, remove_connector
from controlroom.casework.handing.handovers import (
    Target,
    confirm_alert,
    hand_over_to,
    record_sent,
    stop_sending,
    try_now,
)
from controlroom.casework.handing.message import Message
from controlroom.casework.handing.ports import ConnectorSettings, Receipt
from controlroom.casework.ports import Health
from controlroom.domain.case import Case
from controlroom.errors import BadInput
from controlroom.handover.loop import SendingLoop, Sent
from controlroom.handover.registry import connector_of
from controlroom.sendingroom import sending_loop
from controlroom.store import Profile, open_profile


class Desk:
    """A profile with a case that has a place, and what a person does there."""

    def __init__(self, profile: Profile) -> None:
        self.profile = profile
        self.health: list[Health] = []
        self.case = self.new_case()

    def new_case(self, *, exercise: bool = False) -> UUID:
        with self.profile.writer.write(actor="asha") as tx:
            case = alerts.add_alert(
                tx, source="phone", text="phone 98390 12345", name="Ravi Kumar", exercise=exercise
            )
            steps.claim_case(tx, case)
            steps.place_case(
                tx, case, lat=26.8467, lon=80.9462, accuracy_m=350, source="stf", district="Lucknow"
            )
        return case

    def add(self, *ways: ConnectorSettings) -> None:
        with self.profile.writer.write(actor="asha") as tx:
            for way in ways:
                add_connector(tx, way)

    def hand_over(self, *to: str, case: UUID | None = None, actor: str = "asha") -> list[Message]:
        with self.profile.writer.write(actor=actor) as tx:
            targets = [Target(one) for one in to]
            return hand_over_to(tx, case or self.case, targets, connectors=connector_of)

    def loop(self) -> SendingLoop:
        return sending_loop(self.profile, self.health.append)

    def send(self) -> Sent:
        return self.loop().run_once()

    def now_is(self, case: UUID | None = None) -> Case:
        view = self.profile.reader().case_view(case or self.case)
        assert view is not None
        return view.case

    def kinds(self, case: UUID | None = None) -> list[str]:
        return [event.kind for event in self.profile.reader().events(case or self.case)]


@pytest.fixture
def desk(profile: Path) -> Iterator[Desk]:
    opened = open_profile(profile)
    yield Desk(opened)
    opened.close()


Make = Callable[..., Receiver]


@pytest.fixture
def make(tmp_path: Path) -> Iterator[Make]:
    """Real receivers, closed at the end."""
    made: list[Receiver] = []

    def one(kind: str) -> Receiver:
        folder = tmp_path / f"there-{len(made)}"
        if kind == "smtp":
            made.append(SmtpReceiver(folder))
        elif kind.endswith("https"):
            made.append(HttpsReceiver(folder, kind))
        else:
            made.append(FolderReceiver(folder, kind))
        return made[-1]

    yield one
    for receiver in made:
        receiver.close()


def until(is_so: Callable[[], bool], seconds: float = 60) -> None:
    end = monotonic() + seconds
    while not is_so():
        assert monotonic() < end, "it did not come"
        threading.Event().wait(0.02)


def test_that_a_case_goes_to_all_in_parallel_and_answers_come_back(desk: Desk, make: Make) -> None:
    eido, mail, folder = make("eido-https"), make("smtp"), make("cap-folder")
    eido.reply = b'{"eventId": "P26112900123"}'
    desk.add(eido.settings("up112"), mail.settings("lucknow"), folder.settings("thana-file"))
    desk.add(ConnectorSettings("dial", "phone", "108", "108", language="en"))
    scripts = desk.hand_over("up112", "lucknow", "thana-file", "dial", "family")
    assert [one.receiver for one in scripts] == ["108"]
    assert [one.to for one in desk.now_is().hand_overs] == ["112", "district", "thana", "108", "family"]
    sent = desk.send()
    assert (sent.sent, sent.failed, sent.waiting) == (3, 0, 0)
    assert len(eido.incidents) == len(mail.incidents) == 1
    up112, district, *_ = desk.now_is().hand_overs
    assert (up112.answer, up112.ref) == ("acknowledged", "P26112900123")
    assert district.sent_at is not None and district.answer == ""
    assert desk.send() == Sent()
    assert desk.now_is().owner == "asha"


def test_that_a_receiver_that_is_away_holds_up_nobody(desk: Desk, make: Make) -> None:
    away, slow, well = make("eido-https"), make("cap-https"), make("cap-folder")
    desk.add(away.settings("a"), slow.settings("b"), well.settings("c"))
    away.go_away()
    slow.misbehave("slow")
    desk.hand_over("a", "b", "c")
    sent = desk.send()
    assert (sent.sent, sent.failed, sent.waiting) == (1, 2, 2)
    first, second, third = desk.now_is().hand_overs
    assert "closed or refused" in first.failure and "did not answer within" in second.failure
    assert third.sent_at is not None
    assert desk.health[-1].state == "late" and desk.health[-1].backlog == 2
    assert desk.send().sent == 1  # the slow one has it already and counts it once
    assert len(slow.incidents) == 1 and len(slow.tries) == 2 and len(set(slow.tries)) == 1


def test_that_a_reason_is_told_once_and_not_at_every_try(desk: Desk, make: Make) -> None:
    away = make("eido-https")
    desk.add(away.settings("a"))
    away.go_away()
    desk.hand_over("a")
    for _ in range(3):
        desk.send()
    assert desk.kinds().count("handover_failed") == 1


def test_that_the_loop_sends_by_itself_and_tries_again_after_the_gap(desk: Desk, make: Make) -> None:
    other = make("eido-https")
    desk.add(other.settings("a"))
    other.misbehave("refuse")
    loop, stop = desk.loop(), threading.Event()
    thread = threading.Thread(target=loop.run, args=(stop,))
    thread.start()
    try:
        desk.hand_over("a")
        loop.wake()
        until(lambda: desk.now_is().hand_overs[0].failure != "")
        [letter] = desk.profile.outbox.waiting()
        with desk.profile.writer.write(actor="asha") as tx:
            try_now(tx, [letter.id])  # else two seconds
        loop.wake()
        until(lambda: desk.now_is().hand_overs[0].sent_at is not None)
        until(lambda: desk.health[-1].state == "ok")
    finally:
        stop.set()
        loop.wake()
        thread.join()
    assert len(other.incidents) == 1
    assert desk.health[-1].state == "off"


def test_that_two_senders_at_once_send_each_letter_once(desk: Desk, make: Make) -> None:
    other = make("eido-https")
    desk.add(other.settings("a"))
    for _ in range(6):
        desk.hand_over("a", case=desk.new_case())
    loops = [threading.Thread(target=desk.send) for _ in range(3)]
    for thread in loops:
        thread.start()
    for thread in loops:
        thread.join()
    assert len(other.tries) == len(other.incidents) == 6


def test_that_an_exercise_is_never_sent_outside(desk: Desk, make: Make, tmp_path: Path) -> None:
    other, paper = make("eido-https"), make("slip")
    desk.add(other.settings("a"), paper.settings("paper"))
    drill = desk.new_case(exercise=True)
    desk.hand_over("a", "paper", case=drill)
    assert desk.send().sent == 1  # the slip, which says so
    assert other.tries == []
    assert [one.is_there for one in desk.now_is(drill).hand_overs] == [True, True]


def test_that_the_loop_itself_stops_what_became_an_exercise(desk: Desk, make: Make) -> None:
    other = make("eido-https")
    desk.add(other.settings("a"))
    desk.hand_over("a")
    with desk.profile.writer.write(actor="asha") as tx:
        steps.say(tx, desk.case, "alert_received", {"source": "phone", "exercise": True, "text": "a drill"})
    sent = desk.send()
    assert (sent.sent, sent.failed, sent.waiting) == (0, 0, 0)
    assert other.tries == []
    assert desk.now_is().hand_overs[0].failure == "An exercise is never sent outside."


def test_that_what_was_taken_back_in_time_does_not_go(desk: Desk, make: Make) -> None:
    other = make("eido-https")
    desk.add(other.settings("a"))
    desk.hand_over("a")
    with desk.profile.writer.write(actor="asha") as tx:
        steps.undo_last(tx, desk.case)
    assert desk.send() == Sent()
    assert other.tries == []


def test_that_what_goes_nowhere_can_be_stopped_whatever_was_done_since(desk: Desk, make: Make) -> None:
    away, well = make("eido-https"), make("cap-folder")
    desk.add(away.settings("a"), well.settings("b"))
    away.go_away()
    desk.hand_over("a", "b")
    desk.send()
    with desk.profile.writer.write(actor="asha") as tx:
        steps.take_report(tx, desk.case, step="acknowledged", to="thana")
        letters = [UUID(one.letter) for one in desk.now_is().hand_overs]
        assert stop_sending(tx, desk.case, letters, reason="wrong address") == 1  # the other has gone
    assert [one.connector for one in desk.now_is().hand_overs] == ["b"]
    assert desk.profile.outbox.waiting() == []
    view = desk.profile.reader().case_view(desk.case)
    assert view is not None and all(clock.name != "sent" for clock in view.clocks)
    assert desk.send() == Sent()


def test_that_what_was_stopped_on_its_way_and_left_all_the_same_is_known(desk: Desk, make: Make) -> None:
    desk.add(make("cap-folder").settings("a"))
    desk.hand_over("a")
    [letter] = desk.profile.outbox.waiting()
    with desk.profile.writer.write(actor="asha") as tx:
        assert stop_sending(tx, desk.case, [letter.id], reason="wrong address") == 1
    with desk.profile.writer.write(actor="sending", is_person=False) as tx:  # it was under way by then
        assert record_sent(tx, letter, "a", Receipt()) is True
        assert record_sent(tx, letter, "a", Receipt()) is False
        kinds = [event.kind for event in tx.events(desk.case)]
    assert kinds.count("handover_sent") == 1


def test_that_a_mail_that_contradicts_itself_needs_a_second_person(desk: Desk, make: Make) -> None:
    folder = make("cap-folder")
    desk.add(folder.settings("a"))
    with desk.profile.writer.write(actor="intake") as tx:
        doubt = {"label": "contradicts", "why": "another sender"}
        steps.say(tx, desk.case, "alert_received", {"source": "mail", "authenticity": doubt})
    with pytest.raises(BadInput, match="second person"):
        desk.hand_over("a")
    with desk.profile.writer.write(actor="asha") as tx:
        confirm_alert(tx, desk.case)
    with pytest.raises(BadInput, match="second person"):
        desk.hand_over("a", "112")
    assert desk.now_is().hand_overs == ()
    with desk.profile.writer.write(actor="bilal") as tx:
        confirm_alert(tx, desk.case)
    desk.hand_over("a")
    assert desk.send().sent == 1


def test_that_a_late_letter_is_shown_and_its_clock_rings(desk: Desk, make: Make) -> None:
    away = make("eido-https")
    desk.add(away.settings("a"))
    away.go_away()
    desk.hand_over("a")
    desk.send()
    view = desk.profile.reader().case_view(desk.case)
    assert view is not None
    clock = next(clock for clock in view.clocks if clock.name == "sent")
    assert (clock.alarm_at - clock.started_at).total_seconds() == 60
    late = desk.loop()
    late._now = lambda: clock.alarm_at + timedelta(seconds=1)  # type: ignore[method-assign]
    late.run_once()
    assert desk.health[-1].state == "down"


def test_that_a_connector_that_letters_wait_for_is_not_removed(desk: Desk, make: Make) -> None:
    away = make("eido-https")
    desk.add(away.settings("a"))
    away.go_away()
    desk.hand_over("a")
    with pytest.raises(BadInput, match="still wait"), desk.profile.writer.write(actor="asha") as tx:
        remove_connector(tx, "a")
    with pytest.raises(BadInput, match="already"):
        desk.add(away.settings("A"))
    with desk.profile.writer.write(actor="asha") as tx:
        tx.drop_letter(desk.profile.outbox.waiting()[0].id)
        remove_connector(tx, "A")
    assert connectors_in(desk.profile.reader().setting("connectors")) == ()


def test_that_a_letter_whose_connector_cannot_be_used_says_so(desk: Desk, make: Make) -> None:
    folder = make("cap-folder")
    desk.add(folder.settings("a"))
    desk.hand_over("a")
    with desk.profile.writer.write(actor="asha") as tx:
        tx.put_setting("connectors", [])
    assert desk.send().failed == 1
    assert "not there any more" in desk.now_is().hand_overs[0].failure


def test_that_a_password_is_nowhere_in_the_profile_or_the_events(desk: Desk, make: Make) -> None:
    mail = make("smtp")
    desk.add(replace(mail.settings("a"), secret="swordfish-1234"))
    desk.hand_over("a")
    desk.send()
    assert "swordfish" not in str(desk.profile.reader().events(desk.case))
    for file in desk.profile.folder.rglob("*"):
        if file.is_file():
            assert b"swordfish" not in file.read_bytes()
