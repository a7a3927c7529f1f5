"""What the room refused, what nobody can read, circles and fail-overs: nothing is lost, nothing stops."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import pytest
from roominmemory import NOW, Open, SharedRoom, act, add, case_of, pull, push, settle

from controlroom.casework import steps
from controlroom.casework.arriving import joins
from controlroom.casework.room.sharing import Answer, SharedEvent
from controlroom.casework.rows import QueueFilter
from controlroom.domain.case import Case
from controlroom.domain.events import new_id
from controlroom.store import Profile
from controlroom.store.projection import Projector

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


CASE = UUID(int=5)


def row(seq: int, place: int, body: str, *, kind: str = "alert_received", stream: UUID = CASE) -> SharedEvent:
    return SharedEvent(
        seq, new_id(), "case", stream, place, kind, 1, NOW, NOW, "eve", UUID(int=9), body, "case", NOW,
        "2026-0009" if place == 1 else "", b"s" * 16, b"d" * 32, b"h%d" % seq,
    )  # fmt: skip


ALERT = '{"number":"2026-E4-0001","text":"x","ring":"alert"}'


@pytest.mark.parametrize(
    "body",
    [
        '{"a":1e999}',
        '{"a":"\\ud800"}',
        "[1]",
        "nothing",
        "",
        '{"a":' * 3000 + "1" + "}" * 3000,
        '{"text":"y","a":' + "[" * 700 + "]" * 700 + "}",
    ],
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
    assert [note.text for note in case_of(a, CASE).notes] == ["heard"]
    assert a.replica.set_aside_count() == 1
    assert a.replica.cursor() == 3
    assert [seq for seq, _ in a.replica.hashes_below(9, 9)] == [3, 2, 1]


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("place_found", '{"lat":"north","lon":1}'),
        ("place_found", '{"lat":999,"lon":1}'),
        ("place_found", '{"lat":' + "9" * 400 + ',"lon":1}'),
        ("place_found", '{"lat":26,"lon":80,"accuracy_m":-1}'),
        ("place_found", '{"lat":26,"lon":80,"accuracy_m":"NaN"}'),
        ("place_found", '{"lat":26,"lon":80,"accuracy_m":1e300}'),
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
    clean = row(1, 1, ALERT), row(3, 2, '{"text":"heard"}', kind="note_added", stream=CASE)
    a.replica.land(clean)
    b = two[1]
    b.replica.land([clean[0], row(2, 2, body, kind=kind), clean[1]._replace(stream_seq=3)])
    found, expected = case_of(b, CASE), case_of(a, CASE)
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


def test_that_a_case_that_brings_us_down_is_set_aside_and_the_others_are_shown(
    two: tuple[Profile, Profile], monkeypatch: pytest.MonkeyPatch, expect_log: Callable[[str], None]
) -> None:
    a, _ = two
    whole = Projector.project

    def project(self: Projector, case: Case, kinds: frozenset[str], *, is_new: bool) -> None:
        if case.id == CASE:
            raise LookupError("a fault of ours")
        whole(self, case, kinds, is_new=is_new)

    monkeypatch.setattr(Projector, "project", project)
    expect_log("could not be laid down")
    others = [UUID(int=n) for n in (3, 4, 6, 7)]
    rows = [row(seq, 1, ALERT, stream=case) for seq, case in enumerate([*others[:2], CASE, *others[2:]], 1)]
    landed = a.replica.land(rows, cursor=5)
    assert (landed.set_aside, landed.gaps) == (1, ())
    assert {found.id for found in a.reader().queue(QueueFilter()).rows} == set(others)
    assert a.replica.held([CASE]) == [1]
    assert a.replica.cursor() == 5
    monkeypatch.undo()
    assert a.reader().check() == []


def test_that_a_kind_of_a_newer_version_is_kept_and_shown(two: tuple[Profile, Profile]) -> None:
    a, _ = two
    a.replica.land([row(1, 1, ALERT), row(2, 2, '{"height":30}', kind="drone_sent")])
    assert case_of(a, CASE).unknown_kinds == ("drone_sent",)
    assert a.reader().events(CASE)[1].body == {"height": 30}


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
    assert case_of(a, CASE).review_due
    a.replica.land([row(4, 4, review, kind="outcome_reviewed")._replace(actor="bilal")])
    assert not case_of(a, CASE).review_due


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


def test_that_a_join_is_void_by_the_number_it_was_given(
    two: tuple[Profile, Profile], room: SharedRoom
) -> None:
    a, b = two
    one, other = add(a), add(a)
    settle([a, b], room)
    act(a, joins.join_cases, one, other, reason="same")
    push(a, room)
    act(b, joins.join_cases, other, one, reason="same")
    settle([b, a], room)
    for desk in (a, b):
        assert case_of(desk, one).joined_into == other
        assert case_of(desk, other).joined_into is None
    act(a, joins.split_cases, one, other)
    settle([a, b], room)
    for desk in (a, b):  # what was void stays void
        assert case_of(desk, one).is_open
        assert case_of(desk, other).is_open
        assert case_of(desk, other).void_joins == case_of(a, other).void_joins != ()


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
    from controlroom.store.desk.keys import database_key

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
        "INSERT INTO events (id, stream, stream_id, pos, kind, version, happened_at, at, actor, desk,"
        " audience, body, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, x'00')",
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
    b.lock_window()
    settle([a], room)
    landing = threading.Thread(target=b.replica.land, args=(room.rows,), kwargs={"cursor": len(room.rows)})
    landing.start()
    begun, worst = time.perf_counter(), 0.0
    while landing.is_alive():
        start = time.perf_counter()
        act(b, steps.add_note, mine, text="typed")
        worst = max(worst, time.perf_counter() - start)
    landing.join()
    assert worst < max(
        1.5, (time.perf_counter() - begun) / 3
    )  # seconds: one slice of many, whatever else runs
    assert b.reader().counts()["cases"] == 301
