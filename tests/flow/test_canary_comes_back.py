"""The test mail on its whole way: SMTP with TLS, delivery into Dovecot, IMAP; and broken at each of them."""

import json
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from canary_house import MailServer, mailbox_of, relayed
from dovecot import Dovecot
from fake_clock import FakeClock
from receivers import PASSWORD

from controlroom.casework.arriving.canary import (
    Canary,
    canary_in,
    compose,
    new_key,
    new_token,
    set_canary,
    stop_canary,
)
from controlroom.casework.ports import Health
from controlroom.casework.room.mailway import AGAIN
from controlroom.cli.main import run
from controlroom.cli.room.canary import canary_card
from controlroom.handover.canary import CanaryLoop
from controlroom.mailroom import intake_loop, source_from
from controlroom.sendingroom import canary_loop
from controlroom.store import open_profile


class Desk:
    """A profile, its mailbox, its test mails, and a clock that is put forward."""

    def __init__(self, folder: Path, dovecot: Dovecot, post: MailServer, clock: FakeClock) -> None:
        self.profile, self.dovecot, self.post, self.clock = open_profile(folder), dovecot, post, clock
        self.profile.clock._wall = lambda: clock.time.timestamp()
        self.told: list[Health] = []
        self.taken = 0
        self.canaries: CanaryLoop = canary_loop(self.profile, self.told.append)
        self.intake = intake_loop(self.profile, source_from(mailbox_of(dovecot)), lambda health: None)

    def begin(self, *, key: str = "") -> None:
        one = self.post.settings()
        way = Canary(300, one.server, "alerts@police.example", one.sender, PASSWORD, one.ca_file)
        with self.profile.writer.write(actor="asha") as tx:
            set_canary(
                tx, Canary(**{name: getattr(way, name) for name in FIELDS} | {"key": key or new_key()})
            )

    def take_in(self) -> bool:
        """One round of the intake, with a connection of its own; False where it failed."""
        self.intake._source.close()
        self.taken = len(self.post.incidents)
        return self.intake._round(Event())

    def close(self) -> None:
        self.intake._source.close()
        self.intake._sift.close()
        self.profile.close()

    def minutes(self, count: int, *, has_imap: bool = True) -> Health:
        """Minute by minute: a look at the test mails, then, where one went out, at the mailbox."""
        health: Health | None = None
        for _ in range(count):
            self.clock.advance(60)
            self.canaries.run_once()
            if has_imap and len(self.post.incidents) > self.taken:
                self.take_in()
            health = self.canaries.run_once()
        assert health is not None
        return health

    def rows(self) -> list[dict[str, Any]]:
        return self.profile.reader().cards(is_all=True)

    def log(self) -> list[bool]:
        """What the room's log says: that it was ill, that it was not."""
        with self.profile.writer.write(actor="asha") as tx:
            found = tx.connection.execute(
                "SELECT body FROM events WHERE kind = 'intake_faulted' ORDER BY lsn"
            )
            return [json.loads(body)["is_ill"] for (body,) in found]


FIELDS = ("every_s", "server", "to", "sender", "secret", "ca_file")


@pytest.fixture
def desk(profile: Path, tmp_path: Path, dovecot: Dovecot, fake_clock: FakeClock) -> Iterator[Desk]:
    post = MailServer(tmp_path / "smtp", dovecot)
    made = Desk(profile, dovecot, post, fake_clock)
    try:
        yield made
    finally:
        made.close()
        post.close()


def test_that_test_mails_come_back_and_are_no_rows(desk: Desk) -> None:
    assert desk.canaries.run_once() is None, "off until somebody sets it up"
    desk.begin()
    assert desk.minutes(11).state == "ok"
    assert (len(desk.post.tries), desk.rows(), desk.log()) == (3, [], [])
    assert desk.profile.reader().counts()["mails"] == 3, "raw first, as everything"
    desk.post.folder = "Junk"
    assert desk.minutes(11).state == "ok"
    desk.dovecot.deliver(b"From: a@b.example\nSubject: alert\n\nhttps://www.facebook.com/ravi.k.7\n")
    desk.take_in()
    assert [row["account_urls"] for row in desk.rows()] == [["https://www.facebook.com/ravi.k.7"]]


@pytest.mark.parametrize("broken", ["smtp", "delivery", "imap"])
def test_that_a_broken_way_rings_within_ten_minutes_and_mends_by_itself(desk: Desk, broken: str) -> None:
    desk.begin()
    desk.minutes(1)
    last = desk.clock.time
    break_at(desk, broken)
    while desk.clock.time - last < timedelta(minutes=10):
        assert not any(health.state == "down" for health in desk.told), f"{desk.clock.time - last}"
        health = look(desk, broken)
    assert desk.clock.time - last == timedelta(minutes=10)
    assert health.state == "down", "it rings"
    assert desk.told[-1].text.startswith(
        "Whether mails arrive is not known: no test mail could be sent. localhost refused"
        if broken == "smtp"
        else "Mails are not arriving: the test mail of 02:06 IST has not come back."
    )
    assert said(desk, "doctor")["test_mail"] == ("bad", str(health.text))
    mend_at(desk, broken)
    assert desk.minutes(6).state == "ok"
    assert desk.log() == [True, False]
    assert not canary_card(desk.profile)["ill"]
    assert desk.rows() == [], "also those that come late are no rows"


def test_that_the_room_is_told_by_mailbox_again_after_hours_and_not_after_it_was_switched_off(
    desk: Desk,
) -> None:
    desk.begin()
    desk.minutes(1)
    desk.post.delivers = False
    assert desk.minutes(11).state == "down"
    [fault] = desk.profile.reader().mail_faults()
    assert fault.mailbox == "alerts@police.example"
    assert fault.text.startswith("Mails are not arriving: the test mail of ")
    desk.minutes(30)
    assert desk.log() == [True], "said once"
    desk.clock.advance(AGAIN.total_seconds())
    desk.minutes(12)
    assert desk.log() == [True, True], "the other desks hear that it still is so"
    with desk.profile.writer.write(actor="asha") as tx:
        stop_canary(tx)
    assert desk.profile.reader().mail_faults() == ()
    assert desk.log() == [True, True, False]


def break_at(desk: Desk, broken: str) -> None:
    desk.post.delivers = broken != "delivery"
    if broken == "imap":
        desk.dovecot.stop()
        assert not desk.take_in()


def look(desk: Desk, broken: str) -> Health:
    if broken == "smtp":
        desk.post.misbehave("refuse")
    return desk.minutes(1, has_imap=broken != "imap")


def mend_at(desk: Desk, broken: str) -> None:
    desk.post.delivers = True
    desk.post.misbehave("")
    if broken == "imap":
        desk.dovecot.start()


def said(desk: Desk, *words: str) -> dict[str, tuple[str, str]]:
    """The findings of `doctor`, by another program's eyes: it reads what the store holds."""
    import io
    from contextlib import redirect_stdout

    out = io.TextIOWrapper(io.BytesIO(), "utf-8")
    with redirect_stdout(out):
        run(["--profile", str(desk.profile.folder), *words, "--json"])
    out.seek(0)
    return {one["what"]: (one["state"], one["text"]) for one in json.loads(out.read())}


def test_that_no_other_mail_counts_and_each_of_them_is_a_row(desk: Desk) -> None:
    key = new_key()
    desk.begin(key=key)
    canary = canary_in(desk.profile.reader().setting("canary"))
    assert canary is not None
    now, sender = desk.clock.time, "room@hq.example"
    desk.minutes(1)
    sent = desk.post.tries[0]
    fresh = [compose(canary, new_token(key, now), sender) for _ in range(4)]
    strangers: list[Callable[[], bytes]] = [
        lambda: relayed(sent, by="again"),  # the one that came, once more
        lambda: compose(canary, new_token(new_key(), now), sender),  # another's key
        lambda: compose(canary, new_token(key, now - timedelta(hours=25)), sender),  # an old one kept back
        lambda: compose(canary, new_token(key, now + timedelta(hours=1)), sender),  # one for later
        lambda: fresh[0] + b"https://www.facebook.com/ravi.k.7\n",
        lambda: fresh[1].replace(b"nothing to do", b"nothing to do, but Ravi says goodbye"),
        lambda: fresh[2].replace(b"text/plain", b"multipart/mixed; boundary=x"),
        lambda: fresh[3].replace(b"From: room@hq.example", b"From: Ravi says goodbye <room@hq.example>"),
    ]
    for make in strangers:
        desk.dovecot.deliver(make())
    desk.take_in()
    assert len(desk.rows()) == len(strangers)
    assert desk.profile.reader().canaries().last_sent == now + timedelta(minutes=1)


def test_that_bytes_go_after_a_day_and_nothing_is_fetched_again(desk: Desk) -> None:
    desk.begin()
    desk.minutes(7)
    desk.clock.advance(24 * 3600)
    desk.minutes(1)
    with desk.profile.writer.write(actor="asha") as tx:
        held = tx.connection.execute("SELECT count(*) FROM blobs").fetchone()[0]
    assert (held, desk.profile.reader().counts()["mails"]) == (1, 3), "the two of yesterday have lost theirs"
    desk.dovecot.change_uidvalidity()
    desk.take_in()
    with desk.profile.writer.write(actor="asha") as tx:
        assert tx.connection.execute("SELECT count(*) FROM blobs").fetchone()[0] == held
    assert desk.rows() == []


def test_that_of_two_machines_with_one_key_one_sends_and_both_see_it(
    desk: Desk, tmp_path: Path, fake_clock: FakeClock
) -> None:
    key = new_key()
    other = Desk(tmp_path / "other", desk.dovecot, desk.post, fake_clock)
    for one in (desk, other):
        one.begin(key=key)
    desk.canaries.run_once()
    for _ in range(4):
        fake_clock.advance(180)
        for one in (desk, other):
            one.take_in()
            one.canaries.run_once()
    assert (desk.told[-1].state, other.told[-1].state) == ("ok", "ok")
    sent = len(desk.post.tries)
    assert sent == 3
    assert desk.rows() == other.rows() == []
    with desk.profile.writer.write(actor="asha") as tx:  # the one is switched off: the other goes on
        stop_canary(tx)
    for _ in range(2):
        fake_clock.advance(300)
        for one in (other, desk):
            one.canaries.run_once()
            one.take_in()
    assert (len(desk.post.tries), other.told[-1].state) == (sent + 2, "ok")
    assert desk.rows() == []
    other.close()


def test_that_it_is_set_and_shown_by_words(desk: Desk, capfd: pytest.CaptureFixture[str]) -> None:
    way = desk.post.settings()
    words = ["--profile", str(desk.profile.folder), "--as", "asha", "intake", "canary", "--json"]

    def say(*more: str) -> dict[str, Any]:
        assert run([*words, *more]) == 0
        out, err = capfd.readouterr()
        assert PASSWORD not in out + err
        return dict(json.loads(out))

    assert say()["text"] == "No test mails are sent."
    server = way.server.replace("room@", f"room:{PASSWORD}@")
    set_up = ("--every", "2m", "--smtp", server, "--to", "alerts@police.example", "--ca-file", way.ca_file)
    key_file = desk.profile.folder / "canary.key"
    shown = say(*set_up, "--key-file", str(key_file))
    assert (shown["on"], shown["every_s"], shown["server"]) == (True, 120, way.server)
    assert key_file.stat().st_mode & 0o777 == 0o600
    assert desk.minutes(3).state == "ok"
    assert str(say()["text"]).endswith("02:03 IST came back.")
    assert say("--every", "3m")["to"] == "alerts@police.example", "what is not said stays"
    assert not say("--off")["on"]
    for wrong in (("--every", "9m"), ("--smtp", "mail.example"), ("--connector", "none")):
        assert run([*words, *wrong]) == 2
    assert desk.canaries.run_once() is None
