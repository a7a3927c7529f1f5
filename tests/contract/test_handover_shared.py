"""A hand-over at a desk of a room: the desk that wrote it sends it, server or not; every desk sees it."""

from pathlib import Path

from receivers import FolderReceiver
from roominmemory import SharedRoom, act, add, case_of, settle

from controlroom.casework.handing.connectors import add_connector
from controlroom.casework.handing.handovers import Target, hand_over_to
from controlroom.handover.registry import connector_of
from controlroom.sendingroom import sending_loop
from controlroom.store import Profile


def test_that_only_the_desk_that_wrote_a_letter_sends_it_and_waits_for_no_server(
    two: tuple[Profile, Profile], room: SharedRoom, tmp_path: Path
) -> None:
    a, b = two
    other = FolderReceiver(tmp_path / "there")
    case = add(a)
    settle([a, b], room)
    for desk in two:  # both know the way
        with desk.writer.write(actor="") as tx:
            add_connector(tx, other.settings("up112", receiver="112"))
    act(a, hand_over_to, case, [Target("up112")], connectors=connector_of)
    settle([a, b], room)
    assert case_of(b, case).hand_overs[0].letter != ""
    assert sending_loop(b, lambda health: None).run_once().sent == 0  # it has the event, not the letter
    assert b.outbox.waiting() == []
    act(a, hand_over_to, case, [Target("up112")], connectors=connector_of)  # and this one while alone
    assert sending_loop(a, lambda health: None).run_once().sent == 2
    assert a.replica.pending_count() > 0
    settle([a, b], room)
    assert [one.sent_at is not None for one in case_of(b, case).hand_overs] == [True, True]
    assert case_of(a, case) == case_of(b, case)
    other.look()
    assert len(other.incidents) == 2
    sent = [event for event in b.reader().events(case) if event.kind == "handover_sent"]
    assert {event.actor for event in sent} == {"asha"}
