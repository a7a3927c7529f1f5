"""The desk's store as a replica: what it pushes, what it lays down, and that all desks end in the same cases."""

import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from sharedroom import NOW, SharedRoom, account, connect, pull, push, settle

from controlroom.casework import alerts, joins, steps
from controlroom.casework.ports import Changes
from controlroom.casework.queries import QueueFilter
from controlroom.casework.sharing import Answer, Memory, SharedEvent
from controlroom.domain.case import Case
from controlroom.domain.events import new_id
from controlroom.errors import BadInput
from controlroom.store import Profile, open_profile

Open = Callable[[str], Profile]


@pytest.fixture
def opening(tmp_path: Path, profile: Path) -> Iterator[Open]:
    held: list[Profile] = []

    def make(name: str) -> Profile:
        held.append(open_profile(tmp_path / name))
        return held[-1]

    yield make
    for one in held:
        one.close()


@pytest.fixture
def room() -> SharedRoom:
    return SharedRoom()


@pytest.fixture
def two(opening: Open) -> tuple[Profile, Profile]:
    first, second = opening("a"), opening("b")
    connect(first, "asha")
    connect(second, "bilal")
    return first, second


def add(desk: Profile, text: str = "goodbye", **more: object) -> UUID:
    with desk.writer.write(actor=desk.login or "local") as tx:
        return alerts.add_alert(tx, source="phone", text=text, **more)


def act(desk: Profile, use_case: object, *args: object, actor: str = "", **more: object) -> object:
    with desk.writer.write(actor=actor or desk.login or "local") as tx:
        return use_case(tx, *args, **more)


def case_of(desk: Profile, case_id: UUID) -> Case:
    view = desk.reader().case_view(case_id)
    assert view is not None
    return view.case


def seqs(desk: Profile, case_id: UUID) -> list[int | None]:
    return [event.stream_seq for event in desk.reader().events(case_id)]


# --- what is made here ------------------------------------------------------------------------------------


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
    assert [event.body for event in desk.reader().events(case)][0] == json.loads(first[0].body)
    assert desk.reader().first_broken() is None
    assert desk.reader().check() == []


def test_that_a_mark_that_another_desk_has_is_given_up_and_the_old_number_found(
    opening: Open, room: SharedRoom
) -> None:
    desk = opening("a")
    case = add(desk)
    old = case_of(desk, case).number
    connect(desk, "op1", mark="Z9")
    assert desk.mark == "Z9"
    new = case_of(desk, case).number
    assert new == f"{old[:5]}Z9{old[7:]}"
    assert desk.reader().case_id_of(old) == desk.reader().case_id_of(new) == case
    assert [row.id for row in desk.reader().queue(QueueFilter(view="all", text=old)).rows] == [case]
    second = case_of(desk, add(desk)).number
    assert second.endswith("-Z9-0002")
    settle([desk], room)
    assert {row.body and old in row.body for row in room.rows} == {False}


def test_that_nul_is_not_stored_and_not_sent(opening: Open) -> None:
    desk = opening("a")
    case = add(desk)
    act(desk, steps.add_note, case, text="a\0b \\u0000 c")
    assert case_of(desk, case).notes[0].text == "ab \\u0000 c"
    connect(desk, "op1")
    assert all("\0" not in event.body for event in desk.replica.pending(9))
    assert '"ab \\\\u0000 c"' in desk.replica.pending(9)[1].body


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
    act(b, steps.claim_case, case)
    act(a, steps.claim_case, case)
    assert seqs(a, case) == [1, None]
    assert case_of(a, case).owner == "asha"
    push(b, room)
    pull(a, room)
    assert seqs(a, case) == [1, 2, None]
    assert [event.actor for event in a.reader().events(case)] == ["asha", "bilal", "asha"]
    pending = a.reader().events(case)[-1]
    assert (pending.seq, pending.recorded_at, pending.number) == (None, None, "")
    settle([a, b], room)
    assert seqs(a, case) == seqs(b, case) == [1, 2, 3]
    assert case_of(a, case) == case_of(b, case)
    assert case_of(b, case).owner == "asha"
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
    act(a, steps.close_case, done, reason="prank")
    push(a, room)
    pull(b, room)
    assert {c for changes in heard for c in changes.new_alerts} == {case}
    assert {c for changes in heard for c in changes.cases} == {case, done}
    assert sum(len(changes.events) for changes in heard) == 3
    heard.clear()
    a_heard: list[Changes] = []
    a.subscribe(a_heard.append)
    act(a, steps.claim_case, case)
    a_heard.clear()
    push(a, room)
    assert {c for changes in a_heard for c in changes.cases} == {case}


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
    assert heard.wait(2)
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
    connect(b, "bilal", mark="Z9" if a.mark != "Z9" else "Y9")
    settle([b, a], room)
    assert len(room.rows) == 2
    assert case_of(a, case) == case_of(b, case)
    assert len(case_of(a, case).alerts) == 1
    assert len(case_of(a, case).numbers) == 3


def _take(desk: Profile, raw: bytes) -> UUID:
    from controlroom.casework.ports import Authenticity, RawMail, ReadMail
    from controlroom.clues.read import read_clues

    desk.shelf.keep([RawMail(raw, "m", "INBOX")])
    [kept] = desk.shelf.waiting(9)
    told = read_clues("call 98390 12345")
    read = ReadMail(kept.sha256, "s", "f", None, "text", told, "", Authenticity("unverified", ""), "", True)
    with desk.writer.write(actor="intake") as tx:
        return alerts.take_mail(tx, read, kept)


# --- refusals ---------------------------------------------------------------------------------------------


def test_that_a_refused_step_leaves_the_case_shows_and_gives_its_words_back(
    two: tuple[Profile, Profile], room: SharedRoom
) -> None:
    a, b = two
    case = add(a)
    settle([a], room)
    room.refuse["note_added"] = "the role may not append this kind"
    act(a, steps.add_note, case, text="what I typed")
    act(a, steps.claim_case, case)
    assert len(case_of(a, case).notes) == 1
    settle([a, b], room)
    view = a.reader().case_view(case, person="asha")
    assert view is not None
    assert view.case == case_of(b, case)
    assert view.case.notes == ()
    [(event, why)] = view.refused
    assert (event.kind, why) == ("note_added", "the role may not append this kind")
    assert view.drafts == {"note.text": "what I typed"}
    assert a.replica.pending_count() == 0
    assert a.replica.refused_count() == 1
    assert a.reader().first_broken() is None


def test_that_words_given_back_stand_beside_what_was_typed_since(
    two: tuple[Profile, Profile], room: SharedRoom
) -> None:
    a, _ = two
    case = add(a)
    settle([a], room)
    act(a, steps.add_note, case, text="first")
    room.refuse["note_added"] = "no"
    with a.writer.write(actor="asha") as tx:
        tx.save_draft(f"{case}/note.text", "half a sen")
    settle([a], room)
    view = a.reader().case_view(case, person="asha")
    assert view is not None
    assert view.drafts == {"note.text": "half a sen\nfirst"}


def test_that_a_refused_alert_stays_a_row(two: tuple[Profile, Profile], room: SharedRoom) -> None:
    a, _ = two
    room.refuse["alert_received"] = "the mail was not uploaded"
    case = add(a)
    settle([a], room)
    view = a.reader().case_view(case)
    assert view is not None
    assert view.row.is_open
    assert [why for _, why in view.refused] == ["the mail was not uploaded"]
    assert a.replica.pending_count() == 0


def test_that_an_event_from_a_clock_that_is_ahead_waits(
    two: tuple[Profile, Profile], room: SharedRoom
) -> None:
    a, _ = two
    room.refuse["alert_received"] = "the clock of the desk is ahead"
    case = add(a)
    push(a, room)
    assert a.replica.pending_count() == 1
    room.refuse.clear()
    push(a, room)
    assert case_of(a, case).number == "2026-0001"


def test_that_an_id_that_is_anothers_is_said(two: tuple[Profile, Profile]) -> None:
    a, _ = two
    case = add(a)
    [event] = a.replica.pending(9)
    a.replica.confirm([Answer(event.id, "conflict", "another event has this id")])
    view = a.reader().case_view(case)
    assert view is not None
    assert [why for _, why in view.refused] == ["another event has this id"]


# --- what comes from elsewhere may be anything ------------------------------------------------------------


def row(
    seq: int, place: int, body: str, *, kind: str = "alert_received", stream: UUID = UUID(int=5)
) -> SharedEvent:
    return SharedEvent(
        seq, new_id(), "case", stream, place, kind, 1, NOW, NOW, "eve", UUID(int=9), body, "case", NOW,
        "2026-0009" if place == 1 else "", b"s" * 16, b"d" * 32, b"h%d" % seq,
    )  # fmt: skip


ALERT = '{"number":"2026-E4-0001","text":"x","ring":"alert"}'


@pytest.mark.parametrize(
    "body",
    ['{"a":1e999}', '{"a":"\\ud800"}', "[1]", "nothing", "", '{"a":' * 3000 + "1" + "}" * 3000],
)
def test_that_what_cannot_be_read_is_set_aside_and_blocks_nothing(
    two: tuple[Profile, Profile], body: str
) -> None:
    a, _ = two
    rows = [
        row(1, 1, ALERT),
        row(2, 2, body, kind="note_added"),
        row(3, 3, '{"text":"heard"}', kind="note_added"),
    ]
    landed = a.replica.land(rows, cursor=3)
    assert (landed.set_aside, landed.gaps) == (1, ())
    assert [note.text for note in case_of(a, UUID(int=5)).notes] == ["heard"]
    assert a.replica.set_aside_count() == 1
    assert a.replica.cursor() == 3
    assert [seq for seq, _ in a.replica.hashes_below(9, 9)] == [3, 2, 1]


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("place_found", '{"lat":"north","lon":1}'),
        ("place_found", '{"lat":999,"lon":1}'),
        ("place_found", '{"lat":' + "9" * 400 + ',"lon":1}'),
        ("note_added", "{}"),
        ("event_undone", '{"event":7}'),
        ("join_proposed", '{"other":5}'),
        ("fact_added", '{"facts":{"phones":7}}'),
        ("fact_added", '{"facts":[1]}'),
        ("case_triaged", '{"category":"doom"}'),
        ("outcome_recorded", '{"facts":3}'),
        ("case_joined", '{"into":[],"number":1}'),
        ("case_absorbed", '{"other":{},"number":1}'),
        ("alert_received", '{"facts":{"points":[{"lat":1}]}}'),
    ],
)
def test_that_a_body_nobody_can_use_folds_to_nothing_and_is_named(
    two: tuple[Profile, Profile], kind: str, body: str
) -> None:
    a, _ = two
    clean = row(1, 1, ALERT), row(3, 2, '{"text":"heard"}', kind="note_added", stream=UUID(int=5))
    a.replica.land(clean)
    b = two[1]
    b.replica.land([clean[0], row(2, 2, body, kind=kind), clean[1]._replace(stream_seq=3)])
    found, expected = case_of(b, UUID(int=5)), case_of(a, UUID(int=5))
    assert found.unreadable == (kind,)
    found.unreadable, found.event_count = (), expected.event_count
    assert found == expected


def test_that_an_alert_nobody_can_read_is_a_row_that_rings(two: tuple[Profile, Profile]) -> None:
    a, _ = two
    a.replica.land([row(1, 1, '{"facts":7}')])
    [found] = a.reader().queue(QueueFilter()).rows
    assert (found.number, found.ring, found.is_open) == ("2026-0009", "alert", True)


def test_that_two_events_with_one_id_do_not_meet(two: tuple[Profile, Profile]) -> None:
    a, _ = two
    mine = add(a)
    [pending] = a.replica.pending(9)
    forged = row(1, 1, ALERT)._replace(id=pending.id)
    assert a.replica.land([forged, row(2, 1, ALERT, stream=UUID(int=6))], cursor=2).set_aside == 1
    assert case_of(a, UUID(int=6)).number == "2026-0009"
    assert a.replica.pending_count() == 1
    assert a.reader().case_view(mine) is not None


def test_that_a_kind_of_a_newer_version_is_kept_and_shown(two: tuple[Profile, Profile]) -> None:
    a, _ = two
    a.replica.land([row(1, 1, ALERT), row(2, 2, '{"height":30}', kind="drone_sent")])
    assert case_of(a, UUID(int=5)).unknown_kinds == ("drone_sent",)
    assert a.reader().events(UUID(int=5))[1].body == {"height": 30}


def test_that_a_stub_gives_way_when_it_may_be_read(two: tuple[Profile, Profile], room: SharedRoom) -> None:
    a, b = two
    case = add(a)
    settle([a], room)
    act(a, steps.add_note, case, text="secret")
    act(a, steps.add_note, case, text="open")
    push(a, room)
    hidden = room.rows[1]
    room.rows[1] = hidden._replace(audience="audit")
    pull(b, room)
    assert [note.text for note in case_of(b, case).notes] == ["open"]
    b.replica.land([hidden])
    assert case_of(b, case) == case_of(a, case)
    assert [seq for seq, _ in b.replica.hashes_below(9, 9)] == [3, 2, 1]


def test_that_nobody_reviews_their_own_outcome(two: tuple[Profile, Profile]) -> None:
    a, _ = two
    outcome, review = '{"facts":[],"not_reached":"moved"}', '{"text":"fine"}'
    rows = [
        row(1, 1, ALERT),
        row(2, 2, outcome, kind="outcome_recorded"),
        row(3, 3, review, kind="outcome_reviewed"),
    ]
    a.replica.land(rows)
    assert case_of(a, UUID(int=5)).review_due
    a.replica.land([row(4, 4, review, kind="outcome_reviewed")._replace(actor="bilal")])
    assert not case_of(a, UUID(int=5)).review_due


# --- circles and fail-overs -------------------------------------------------------------------------------


def test_that_two_joins_in_a_circle_are_void_alike_on_both_desks(
    two: tuple[Profile, Profile], room: SharedRoom
) -> None:
    a, b = two
    one, other = add(a), add(a)
    settle([a, b], room)
    act(a, joins.join_cases, one, other, reason="same")
    act(b, joins.join_cases, other, one, reason="same")
    push(b, room)
    pull(a, room)
    early = case_of(a, one), case_of(a, other)
    assert early[1].joined_into == one
    assert early[0].joined_into is None
    settle([a, b], room)
    for case in (one, other):
        assert case_of(a, case) == case_of(b, case)
    kept, gone = case_of(a, one), case_of(a, other)
    assert (kept.is_open, kept.joined_into, [c for c, _ in kept.absorbed]) == (True, None, [other])
    assert (gone.joined_into, gone.absorbed) == (one, ())
    assert [c for c, _ in kept.void_joins] == [other]
    assert [c for c, _ in gone.void_joins] == [one]
    rows = {row.id: row.joined_into for row in b.reader().queue(QueueFilter(view="all")).rows}
    assert rows == {one: "", other: kept.number}


def test_that_what_a_fail_over_lost_is_pending_again_and_sent_once(
    two: tuple[Profile, Profile], room: SharedRoom
) -> None:
    a, b = two
    case = add(a)
    settle([a, b], room)
    act(a, steps.claim_case, case)
    act(b, steps.add_note, case, text="b's")
    second = add(a)
    settle([a, b], room)
    whole = case_of(a, case)
    room.lose_after(1)
    assert a.replica.forget_after(1) == 2
    assert b.replica.forget_after(1) == 1
    assert a.replica.cursor() == 1
    assert a.replica.memory().seq == 1
    assert a.replica.memory().hash == room.rows[0].hash
    assert a.replica.held([case, second]) == [1, 0]
    assert case_of(a, case).owner == "asha"
    assert len(case_of(a, case).notes) == 1
    room.numbers = 40
    act(b, steps.add_note, second, text="on a case the room lost")
    settle([b, a, b], room)
    assert case_of(a, case) == case_of(b, case)
    assert case_of(a, case).notes[0].text == whole.notes[0].text
    assert case_of(a, second) == case_of(b, second)
    assert case_of(a, second).number == "2026-0041"
    assert len(case_of(a, second).notes) == 1
    assert a.replica.pending_count() == b.replica.pending_count() == 0
    assert a.reader().check() == b.reader().check() == []


def test_that_a_profile_of_before_opens_with_all_it_had(opening: Open, profile: Path, tmp_path: Path) -> None:
    from controlroom.store import migrations
    from controlroom.store.database import connect as raw_connect
    from controlroom.store.keys import database_key

    folder = tmp_path / "old"
    folder.mkdir()
    connection = raw_connect(folder, database_key(folder), read_only=False)
    connection.execute("BEGIN")
    for script in migrations.STEPS[:4]:
        for statement in migrations._statements(script):
            connection.execute(statement)
    connection.execute("PRAGMA user_version = 4")
    connection.execute("COMMIT")
    when = int(datetime.now(UTC).timestamp() * 1e6)
    told = (
        UUID(int=1).bytes,
        "case",
        UUID(int=2).bytes,
        1,
        "alert_received",
        1,
        when,
        when,
        "asha",
        "d",
        "case",
    )
    connection.execute(
        "INSERT INTO events (id, stream, stream_id, pos, kind, version, happened_at, at, actor, desk, audience,"
        " body, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, x'00')",
        (*told, '{"number":"2026-K7-0001"}'),
    )
    connection.close()
    desk = opening("old")
    [event] = desk.reader().events(UUID(int=2))
    assert (event.stream_seq, event.body["number"]) == (1, "2026-K7-0001")
    with desk.writer.write(actor="asha") as tx:
        steps.add_note(tx, UUID(int=2), text="on")
    assert case_of(desk, UUID(int=2)).notes[0].text == "on"


def test_that_a_person_never_waits_long_for_a_page(two: tuple[Profile, Profile], room: SharedRoom) -> None:
    import threading
    import time

    a, b = two
    for n in range(300):
        add(a, f"alert {n}", phone=f"98390{n:05d}")
    mine = add(b)
    settle([a], room)
    landing = threading.Thread(target=b.replica.land, args=(room.rows,), kwargs={"cursor": len(room.rows)})
    landing.start()
    worst = timedelta()
    while landing.is_alive():
        start = time.perf_counter()
        act(b, steps.add_note, mine, text="typed")
        worst = max(worst, timedelta(seconds=time.perf_counter() - start))
    landing.join()
    assert worst < timedelta(milliseconds=250)  # one slice, on a machine that others use too
    assert b.reader().counts()["cases"] == 301
