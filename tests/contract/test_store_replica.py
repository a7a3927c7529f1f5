"""The desk's store as a replica: what it gives the room, and in which order it tells what came."""

import json
from threading import Event
from typing import Any
from uuid import UUID

import pytest
from roominmemory import Open, SharedRoom, account, act, add, case_of, connect, pull, push, seqs, settle

from controlroom.casework import steps
from controlroom.casework.arriving import alerts
from controlroom.casework.ports import Changes
from controlroom.casework.room.sharing import Memory, SharedEvent
from controlroom.casework.rows import QueueFilter
from controlroom.cli.main import run
from controlroom.errors import BadInput
from controlroom.store import Profile
from controlroom.sync.pull import Puller

# --- what is made here ------------------------------------------------------------------------------------


def other_than(desk: Profile) -> str:
    """A mark that this desk has not given itself by chance."""
    return "Z9" if desk.mark != "Z9" else "Y9"


def test_that_a_desk_that_is_alone_counts_for_itself(opening: Open) -> None:
    desk = opening("a")
    case = add(desk)
    act(desk, steps.claim_case, case)
    events = desk.reader().events(case)
    assert [event.stream_seq for event in events] == [1, 2]
    assert [event.seq for event in events] == [1, 2]
    assert all(event.recorded_at == event.at for event in events)
    assert desk.replica.account() is None
    assert desk.replica.pending_count() == 2


def test_that_what_was_made_alone_becomes_the_logins(opening: Open, room: SharedRoom) -> None:
    desk = opening("a")
    case = add(desk)
    act(desk, steps.claim_case, case, actor="Asha")
    before = case_of(desk, case)
    connect(desk, "op1")
    assert {event.actor for event in desk.replica.pending(9)} == {"op1"}
    assert case_of(desk, case).owner == "op1"
    assert [event.body["entered_as"] for event in desk.reader().events(case)] == ["local", "Asha"]
    first = [*desk.replica.pending(9)]
    assert first == [*desk.replica.pending(9)]
    push(desk, room)
    after = case_of(desk, case)
    assert desk.replica.pending_count() == 0
    assert after.number == "2026-0001"
    assert after.numbers == (before.number, "2026-0001")
    assert desk.reader().case_id_of(before.number) == desk.reader().case_id_of("2026-0001") == case
    [said, _] = [event.body for event in desk.reader().events(case)]
    clear = {name: value for name, value in json.loads(first[0].body).items() if not name.startswith("seal")}
    assert clear.items() < said.items() and "text" in said and "text" not in clear
    assert desk.reader().first_broken() is None
    assert desk.reader().check() == []


def test_that_a_mark_that_another_desk_has_is_given_up_and_the_old_number_found(
    opening: Open, room: SharedRoom
) -> None:
    desk = opening("a")
    case = add(desk)
    old, mark = case_of(desk, case).number, other_than(desk)
    connect(desk, "op1", mark=mark)
    assert desk.mark == mark
    new = case_of(desk, case).number
    assert new == f"{old[:5]}{mark}{old[7:]}"
    assert desk.reader().case_id_of(old) == desk.reader().case_id_of(new) == case
    assert [row.id for row in desk.reader().queue(QueueFilter(view="all", text=old)).rows] == [case]
    second = case_of(desk, add(desk)).number
    assert second.endswith(f"-{mark}-0002")
    settle([desk], room)
    assert {row.body and old in row.body for row in room.rows} == {False}


def test_that_nul_is_not_stored_and_not_sent(opening: Open) -> None:
    desk = opening("a")
    case = add(desk)
    act(desk, steps.add_note, case, text="a\0b \\u0000 c")
    assert case_of(desk, case).notes[0].text == "ab \\u0000 c"
    connect(desk, "op1")
    assert all("\0" not in event.body for event in desk.replica.pending(9))
    assert desk.reader().events(case)[1].body["text"] == "ab \\u0000 c"


def test_that_a_profile_belongs_to_one_login(opening: Open) -> None:
    desk = opening("a")
    connect(desk, "op1")
    connect(desk, "op1")
    with pytest.raises(BadInput, match="belongs to op1"):
        connect(desk, "op2")
    assert desk.login == "op1"
    assert desk.room == str(account("op1").room)


def test_that_who_acts_at_a_connected_desk_is_its_login(opening: Open) -> None:
    desk = opening("a")
    connect(desk, "op1")
    case = add(desk)
    act(desk, steps.claim_case, case, actor="intake")
    [_, claimed] = desk.reader().events(case)
    assert (claimed.actor, claimed.body) == ("op1", {"entered_as": "intake"})
    assert {event.actor for event in desk.replica.pending(9)} == {"op1"}


def test_that_account_password_tokens_and_memory_are_kept(opening: Open) -> None:
    desk = opening("a")
    replica = desk.replica
    token, following = replica.tokens()
    assert replica.tokens() == (token, following)
    replica.use_token(following)
    assert replica.tokens()[0] == following
    assert replica.tokens()[1] not in (token, following)
    assert replica.password() is None
    replica.keep_password("s3cret")
    connect(desk, "op1")
    replica.remember(Memory(5, 2, 9, b"\1\2"))
    replica.flushed(7)
    sha = replica.keep_blob(b"mail")
    desk.close()
    again = opening("a")
    assert again.replica.account() == account("op1")
    assert again.replica.password() == "s3cret"
    assert again.replica.memory() == Memory(5, 2, 9, b"\1\2")
    assert again.replica.flushed_seq() == 7
    assert again.replica.blob(sha) == b"mail"
    assert again.replica.desk() == UUID(again.desk)


# --- order and numbers ------------------------------------------------------------------------------------


def test_that_what_others_did_comes_before_what_is_pending_here(
    two: tuple[Profile, Profile], room: SharedRoom
) -> None:
    a, b = two
    case = add(a)
    settle([a, b], room)
    act(b, steps.triage_case, case, category="attempt")
    act(a, steps.triage_case, case, category="unclear")
    assert seqs(a, case) == [1, None]
    assert case_of(a, case).category == "unclear"
    push(b, room)
    pull(a, room)
    assert seqs(a, case) == [1, 2, None]
    assert [event.actor for event in a.reader().events(case)] == ["asha", "bilal", "asha"]
    pending = a.reader().events(case)[-1]
    assert (pending.seq, pending.recorded_at, pending.number) == (None, None, "")
    settle([a, b], room)
    assert seqs(a, case) == seqs(b, case) == [1, 2, 3]
    assert case_of(a, case) == case_of(b, case)
    assert case_of(b, case).category == "unclear"
    assert case_of(b, case).number == "2026-0001"


def test_that_a_row_behind_a_gap_waits_for_the_whole_case(
    two: tuple[Profile, Profile], room: SharedRoom
) -> None:
    a, b = two
    case = add(a)
    act(a, steps.claim_case, case)
    push(a, room)
    act(a, steps.add_note, case, text="later")
    push(a, room)
    b.replica.keep_seals([*room.seals.values()])
    landed = b.replica.land(room.rows[2:], cursor=3)
    assert landed.gaps == (case,)
    assert b.reader().case_view(case) is None
    assert b.replica.held([case]) == [0]
    assert b.replica.land([]).gaps == (case,)  # also after a restart
    assert b.replica.land(room.pull_streams([case], [0], 99)).gaps == ()
    assert case_of(b, case) == case_of(a, case)
    assert b.replica.held([case]) == [3]
    assert b.replica.cursor() == 3
    assert b.replica.memory().hash == room.rows[-1].hash


def test_that_a_gap_that_the_answer_to_a_push_closes_is_asked_for_once_more_and_never_again(
    two: tuple[Profile, Profile], room: SharedRoom
) -> None:
    a, b = two
    case = add(a)
    settle([a, b], room)
    act(b, steps.add_note, case, text="one")
    act(b, steps.add_note, case, text="two")
    push(b, room, is_answer_lost=True)
    assert b.replica.land(room.rows[-1:], cursor=len(room.rows)).gaps == (case,)
    push(b, room)
    assert seqs(b, case) == [1, 2, 3]

    class Asked:
        def pull_streams(self, places: dict[UUID, int], most: int) -> list[SharedEvent]:
            return room.pull_streams(list(places), list(places.values()), most)

    Puller(b.replica, Asked()).fill_gaps(Event())  # type: ignore[arg-type]
    assert b.replica.land(()).gaps == ()


def test_that_a_lost_answer_doubles_nothing(two: tuple[Profile, Profile], room: SharedRoom) -> None:
    a, b = two
    case = add(a)
    act(a, steps.look_at, case)
    push(a, room, is_answer_lost=True)
    assert a.replica.pending_count() == 2
    pull(a, room)
    assert a.replica.pending_count() == 1  # its own audit event came back as a stub
    assert a.replica.held([case]) == [2]
    push(a, room)
    assert a.replica.pending_count() == 0
    assert seqs(a, case) == [1, 2]
    assert a.replica.hashes_below(99, 9) == [(2, room.rows[1].hash), (1, room.rows[0].hash)]
    pull(b, room)
    assert b.replica.held([case]) == [2]
    assert seqs(b, case) == [1]
    assert case_of(b, case).notes == ()


def test_that_pages_may_come_twice_and_one_by_one(two: tuple[Profile, Profile], room: SharedRoom) -> None:
    a, b = two
    case = add(a)
    for n in range(5):
        act(a, steps.add_note, case, text=f"note {n}")
    push(a, room)
    b.replica.keep_seals([*room.seals.values()])
    for row in room.rows:
        b.replica.land([row], cursor=row.seq)
        b.replica.land([row], cursor=row.seq)
    assert case_of(b, case) == case_of(a, case)
    assert b.reader().counts()["events"] == 6
    assert b.reader().first_broken() is None


def test_that_the_others_are_told_and_hear_the_alert(two: tuple[Profile, Profile], room: SharedRoom) -> None:
    a, b = two
    heard: list[Changes] = []
    b.subscribe(heard.append)
    case, done = add(a), add(a)
    act(a, steps.triage_case, done, category="not-suicide")
    act(a, steps.close_case, done, reason="prank")
    push(a, room)
    pull(b, room)
    assert {c for changes in heard for c in changes.new_alerts} == {case}
    assert {c for changes in heard for c in changes.cases} == {case, done}
    assert sum(len(changes.events) for changes in heard) == 4
    heard.clear()
    a_heard: list[Changes] = []
    a.subscribe(a_heard.append)
    act(a, steps.claim_case, case)
    a_heard.clear()
    push(a, room)
    assert {c for changes in a_heard for c in changes.cases} == {case}


def test_that_the_row_comes_with_the_news_of_few_cases_and_of_many_none_does(
    two: tuple[Profile, Profile], room: SharedRoom
) -> None:
    a, b = two
    heard: list[Changes] = []
    b.subscribe(heard.append)
    a.subscribe(heard.append)
    case = add(a)
    act(a, steps.claim_case, case)
    assert heard[-1].rows == tuple(a.reader().rows([case]))
    push(a, room)
    heard.clear()
    pull(b, room)
    assert [row for changes in heard for row in changes.rows] == b.reader().rows([case])
    with a.writer.write(actor="op1") as tx:
        many = [alerts.add_alert(tx, source="phone", text="on the bridge") for _ in range(9)]
    assert (heard[-1].cases, heard[-1].rows) == (frozenset(many), ())


def test_that_only_what_the_room_has_too_does_not_wait_for_the_disk(
    two: tuple[Profile, Profile], room: SharedRoom
) -> None:
    a, b = two
    waits: list[int] = []
    told = b.writer.told

    def look(*news: Any) -> None:
        waits.extend(*b._gate.raw.execute("PRAGMA synchronous"))  # 2: each commit waits; 1: it does not
        told(*news)

    b.writer.told = look
    case = add(a)
    push(a, room)
    add(b)
    pull(b, room)
    act(b, steps.claim_case, case)
    push(b, room)
    assert waits == [2, 1, 2, 1]


def test_that_another_process_sees_that_a_number_was_given(opening: Open, room: SharedRoom) -> None:
    import threading

    window, word = opening("a"), opening("a")
    connect(word, "op1")
    case = add(word)
    heard = threading.Event()
    window.subscribe(lambda changes: heard.set() if case in changes.cases else None)
    with window.writer.write(actor="op1") as tx:
        assert tx.number_of(case).endswith("-0001")
        steps.add_note(tx, case, text="held in memory")
    heard.clear()
    push(word, room)
    assert heard.wait(60)
    with window.writer.write(actor="op1") as tx:
        assert tx.number_of(case) == "2026-0001"


def test_that_a_mail_that_came_over_is_not_taken_in_again(two: tuple[Profile, Profile]) -> None:
    a, b = two
    room = SharedRoom()
    raw = b"the same bytes"
    cases = {_take(a, raw)}
    push(a, room)
    pull(b, room)
    cases.add(_take(b, raw))
    assert len(cases) == 1
    assert b.replica.pending_count() == 0
    assert b.shelf.backlog() == 0


def test_that_one_mail_taken_in_by_two_that_were_alone_is_one_alert(opening: Open, room: SharedRoom) -> None:
    a, b = opening("a"), opening("b")
    raw = b"the same bytes"
    case = _take(a, raw)
    assert _take(b, raw) == case
    connect(a, "asha")
    connect(b, "bilal", mark=other_than(a))
    settle([b, a], room)
    assert len(room.rows) == 2
    assert case_of(a, case) == case_of(b, case)
    assert len(case_of(a, case).alerts) == 1
    assert len(case_of(a, case).numbers) == 3


def test_that_one_answer_taken_in_by_two_that_were_alone_is_one_report(
    opening: Open, room: SharedRoom
) -> None:
    a, b = opening("a"), opening("b")
    told = {"step": "acknowledged", "from": "pcr@up.example", "via": "mail", "mail": "ab" * 32}
    for desk in (a, b):
        case = _take(desk, b"the same bytes")
        with desk.writer.write(actor="intake", is_person=False) as tx:
            steps.say(tx, case, "report_received", told)
            steps.say(tx, case, "report_received", told | {"mail": "", "via": "phone"})
    connect(a, "asha")
    connect(b, "bilal", mark=other_than(a))
    settle([b, a], room)
    assert case_of(a, case) == case_of(b, case)
    assert sorted(one.via for one in case_of(a, case).reports) == ["mail", "phone", "phone"]
    with a.writer.write(actor="asha") as tx:
        mailed = next(one for one in tx.events(case) if one.body.get("via") == "mail")
        steps.say(tx, case, "event_undone", {"event": str(mailed.id)})
    assert [one.via for one in case_of(a, case).reports] == ["phone", "phone"], "both copies are taken back"


def _take(desk: Profile, raw: bytes) -> UUID:
    from controlroom.casework.arriving.ports import Authenticity, RawMail, ReadMail
    from controlroom.clues.read import read_clues

    desk.shelf.keep([RawMail(raw, "m", "INBOX")])
    [kept] = desk.shelf.waiting(9)
    told = read_clues("call 98390 12345")
    read = ReadMail(kept.sha256, "s", "f", None, "text", told, "", Authenticity("unverified", ""), "", True)
    with desk.writer.write(actor="intake") as tx:
        return alerts.take_mail(tx, read, kept)


def test_that_a_word_acts_as_the_login_and_for_nobody_else(
    opening: Open, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = opening("a")
    case = add(desk)
    connect(desk, "op1")
    words = ["--profile", str(desk.folder), "case", "claim", case_of(desk, case).number]
    assert run([*words[:2], "--as", "op2", *words[2:]]) == 2
    assert capfd.readouterr().err.strip() == (
        "This profile belongs to op1 in the shared room; op2 needs a profile of their own."
    )
    monkeypatch.setenv("CONTROLROOM_PERSON", "op2")
    assert run(words) == 2
    monkeypatch.delenv("CONTROLROOM_PERSON")
    assert run(words) == 0
    assert case_of(desk, case).owner == "op1"
    assert run([*words[:3], "show", words[4], "--json"]) == 0
    assert json.loads(capfd.readouterr().out.splitlines()[-1])["refused"] == []
