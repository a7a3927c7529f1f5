"""A case tells who else is in it, what is not shared, what was refused, which join is void, who was first."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from forms_house import ME, OTHER, House, type_in, wait_for
from frame_rows import NOW, make_row

from controlroom.casework import steps
from controlroom.casework.arriving import joins
from controlroom.casework.ports import Changes
from controlroom.casework.room.sharing import Link, Present
from controlroom.casework.rows import CaseView
from controlroom.config import resources_dir
from controlroom.domain.events import Event, new_id
from controlroom.ui.case.again import form_of, typed_in
from controlroom.ui.case.header import own_number
from controlroom.ui.case.log_tab import log_lines
from controlroom.ui.case.pane import CasePane
from controlroom.ui.case.sight import Sight
from controlroom.ui.context import Room
from controlroom.ui.forms.steps import NoteForm
from controlroom.ui.kit.district_names import DistrictNames
from controlroom.ui.kit.theme import DARK
from controlroom.ui.queue.pane import QueuePane
from controlroom.ui.queue.prepared import Preparer
from controlroom.ui.shared.claims import ClaimWatch, lost_claim, lost_text
from controlroom.ui.shared.refusal_words import _WHY, refusal
from controlroom.ui.shared.sharing_words import people_text
from controlroom.ui.shared.whereabouts import TYPING_FOR, Whereabouts

AWAY = Link("away", login=ME, pending=1)


@pytest.fixture
def house(qapp: Any, profile: Path) -> Any:
    made = House(qapp, profile)
    yield made
    made.close()


def somebody(case_id: UUID | None, login: str = OTHER, *, is_typing: bool = False) -> Present:
    return Present(login, uuid4(), case_id, is_typing)


def sight(view: CaseView, *, is_alone: bool = False) -> Sight:
    now = max(event.at for event in view.events)
    return Sight(view, now, ME, "en", DistrictNames(), True, is_alone)


# --- presence ---------------------------------------------------------------------------------------------


def test_that_who_types_is_named_first_and_nobody_twice(room: Room) -> None:
    case_id = uuid4()
    room.sharing.show_present(
        [
            somebody(case_id, "a"),
            somebody(case_id, "b"),
            somebody(case_id, "b", is_typing=True),
            somebody(None),
        ]
    )
    others = room.sharing.others_in(case_id)
    assert [one.login for one in others] == ["b", "a"]
    assert people_text(others) == "b is typing here; a has it open"
    assert people_text([somebody(case_id, name) for name in "abcde"]) == "a, b, c +2 has it open"
    room.sharing.show_present([])
    assert room.sharing.others_in(case_id) == ()


def test_that_only_the_rows_where_somebody_came_or_went_are_drawn_anew(room: Room, qtbot: Any) -> None:
    one, two = uuid4(), uuid4()
    room.sharing.show_present([somebody(one), somebody(two)])
    with qtbot.waitSignal(room.sharing.people_moved) as told:
        room.sharing.show_present([replace_desk(room, one), somebody(two, "c")])
    assert told.args == [frozenset({two})]


def replace_desk(room: Room, case_id: UUID) -> Present:
    return room.sharing.others_in(case_id)[0]


def test_that_a_queue_row_shows_who_else_is_in_the_case(qapp: Any) -> None:
    row = make_row(3)
    people = [somebody(row.id, "s.khan"), somebody(row.id, "r.yadav")]
    preparer = Preparer(
        DARK, lambda: "op", str, others=lambda case_id: tuple(people), is_unshared=lambda _: True
    )
    prepared = preparer.of(row, 350)
    assert prepared.others is not None
    assert prepared.others.text.text() == "SK +1"
    assert not prepared.is_typed_in
    plain = Preparer(DARK, lambda: "op", str).of(row, 350)
    assert plain.others is None
    assert len(prepared.signs) == len(plain.signs) + 1  # the cloud that is struck through
    people[:] = [somebody(row.id, is_typing=True)]
    assert preparer.of(row, 350) is prepared
    preparer.forget_cases([row.id])
    assert preparer.of(row, 350).is_typed_in


def test_that_the_tip_of_a_row_says_what_its_marks_mean(room: Room, qtbot: Any) -> None:
    pane = QueuePane(room, DistrictNames())
    qtbot.addWidget(pane)
    row = make_row(0)
    assert pane.model.tip(row.id) == ""
    room.sharing.show_present([somebody(row.id)])
    room.sharing._on_unshared([row.id])
    assert f"{OTHER} has it open" in pane.model.tip(row.id)
    assert "Not shared yet" in pane.model.tip(row.id)


def test_that_the_desk_tells_which_case_is_open_and_who_types(house: House) -> None:
    case = house.new_case()
    beats: list[tuple[UUID | None, bool]] = []
    house.room.sharing.beat = lambda case_id, is_typing: beats.append((case_id, is_typing))
    pane = CasePane(house.room, house.window)
    house.room.case_selected.connect(pane.show_case)
    now = [house.room.now()]
    house.room._clock = lambda: now[0]
    told = Whereabouts(house.room, pane.stage, house.window)
    house.room.select(case)
    assert beats == [(case, False)]
    wait_for(lambda: pane.view is not None)
    pane.step("note")
    form = pane.stage.form
    assert isinstance(form, NoteForm)
    type_in(form.words.editor, "called")
    assert beats[-1] == (case, True)
    assert len(beats) == 2  # not one for each key
    now[0] += TYPING_FOR
    house.room.tick.emit(now[0])
    assert beats[-1] == (case, False)
    told.hide(True)
    assert beats[-1] == (None, False)


def test_that_the_head_of_the_case_says_who_else_is_in_it(house: House) -> None:
    case = house.new_case()
    pane = CasePane(house.room, house.window)
    pane.show_case(case)
    wait_for(lambda: pane.view is not None)
    assert pane.header.people.text == ""
    house.room.sharing.show_present([somebody(case, is_typing=True)])
    assert pane.header.people.text == f"{OTHER} is typing here"
    house.room.sharing.show_present([])
    assert pane.header.people.isHidden()


# --- what is not shared, what was refused -----------------------------------------------------------------


def test_that_what_waits_bears_a_mark_in_the_time_line(house: House) -> None:
    case = house.new_case()
    house.do(steps.add_note, case, text="called the mother")
    view = house.view(case)
    assert view.pending == {event.id for event in view.events}
    assert {line.mark for line in log_lines(sight(view))} == {"cloud-slash"}
    assert all("Not shared yet" in line.tip for line in log_lines(sight(view)))
    assert {line.mark for line in log_lines(sight(view, is_alone=True))} == {""}
    shared = replace(view, pending=frozenset())
    assert {line.mark for line in log_lines(sight(shared))} == {""}


def refused_view(house: House, case: UUID, why: str) -> tuple[CaseView, Event]:
    house.do(steps.add_note, case, text="the neighbour has a key")
    house.do(steps.claim_case, case)
    view = house.view(case)
    note = next(event for event in view.events if event.kind == "note_added")
    rest = tuple(event for event in view.events if event is not note)
    return replace(view, events=rest, refused=((note, why),)), note


def test_that_the_reasons_of_the_server_are_said_plainly() -> None:
    steps_of_it = (resources_dir() / "server").glob("*.sql")
    server = "\n".join(step.read_text(encoding="utf-8") for step in steps_of_it)
    assert all(f"'{why}'" in server for why in _WHY)
    assert refusal("the role may not append this kind").endswith(
        "your role may not do this; ask somebody whose role may."
    )
    assert refusal("something newer").endswith(": something newer")


def test_that_a_refused_step_stands_where_it_was_made_with_the_reason(house: House) -> None:
    view, note = refused_view(house, house.new_case(), "not for your role")
    lines = log_lines(sight(view))
    assert [line.title for line in lines][:2] == ["Claimed", "Note: the neighbour has a key"]
    assert lines[1].is_struck
    assert lines[1].tag == "Refused by the shared database: not for your role"
    assert lines[1].payload == ("again", note)


def test_that_a_refused_step_is_done_again_from_what_was_typed(house: House) -> None:
    case = house.new_case()
    view, note = refused_view(house, case, "")
    pane = CasePane(house.room, house.window)
    pane.show_case(case)
    wait_for(lambda: pane.view is not None)
    pane.shown.take(view)
    assert "Refused steps of yours: 1" in pane.header.banners.refused.text
    pane.show()
    pane.tabs.turn_to("log")
    line = next(line for line in pane.log.list.lines._lines if line.payload)
    pane.log.picked.emit(line)
    form = pane.stage.form
    assert isinstance(form, NoteForm)
    assert form.words.text() == "the neighbour has a key"
    form.submit()
    wait_for(lambda: sum(event.kind == "note_added" for event in house.view(case).events) == 2)
    wait_for(lambda: pane.stage.form is None)
    done_again = replace(house.view(case), refused=((note, ""),))
    pane.shown.take(done_again)
    assert pane.header.banners.refused.text == ""


def test_that_what_is_typed_already_is_not_written_over(house: House) -> None:
    case = house.new_case()
    view, note = refused_view(house, case, "")
    pane = CasePane(house.room, house.window)
    pane.show_case(case)
    wait_for(lambda: pane.view is not None)
    pane.shown.take(view)
    pane.step("note")
    form = pane.stage.form
    assert isinstance(form, NoteForm)
    type_in(form.words.editor, "something newer")
    pane.picks.do_again(note)
    assert form.words.text() == "something newer"


@pytest.mark.parametrize(
    ("kind", "body", "form", "typed"),
    [
        (
            "place_found",
            {"lat": 26.8, "lon": 80.9, "accuracy_m": 350.2, "source": "stf"},
            "place",
            {"text": "26.8, 80.9", "accuracy": "350", "source": "stf"},
        ),
        ("handed_over", {"to": "112", "ref": "P26"}, "handover", {"to": "112", "ref-112": "P26"}),
        ("outcome_recorded", {"facts": ["reached", "alive"]}, "outcome", {"facts": "reached alive"}),
        (
            "fact_added",
            {"facts": {"phones": ["+919839012345"]}},
            "fact",
            {"kind": "phones", "value": "+919839012345"},
        ),
        (
            "case_triaged",
            {"category": "attempt", "minor": True, "live": False},
            "triage",
            {"category": "attempt", "marks": "minor"},
        ),
        ("case_opened", {}, "", {}),
    ],
)
def test_that_a_refused_step_knows_its_form(kind: str, body: Any, form: str, typed: dict[str, str]) -> None:
    event = Event(new_id(), "case", uuid4(), kind, 1, NOW, NOW, ME, "d", body, "case")
    assert form_of(event) == form
    assert {name: text for name, text in typed_in(event).items() if text} == typed


def test_that_a_step_on_the_ground_keeps_its_time_when_it_is_done_again() -> None:
    then = NOW - timedelta(minutes=9)
    event = Event(
        new_id(), "case", uuid4(), "report_received", 1, then, NOW, ME, "d", {"step": "en-route"}, "case"
    )
    assert typed_in(event) == {"step": "en-route", "when": "15.01.2026 01:51:00"}


def test_that_a_join_that_does_not_count_says_so(house: House) -> None:
    one, two = house.new_case(), house.new_case("phone 98390 54321, Neha")
    house.do(joins.join_cases, one, other=two, reason="same phone")
    view = house.view(one)
    assert not any("does not count" in line.detail for line in log_lines(sight(view)))
    void = replace(view, case=replace(view.case, joined_into=None, joined_into_number=""))
    line = next(line for line in log_lines(sight(void)) if line.title.startswith("Joined into"))
    assert line.is_struck
    assert "does not count" in line.detail
    house.do(joins.split_cases, one, other=two)
    assert not any("does not count" in line.detail for line in log_lines(sight(house.view(one))))


def test_that_the_number_of_the_room_stands_beside_the_one_it_replaced() -> None:
    assert own_number("2026-000412", ("2026-K7-0012", "2026-000412")) == "was 2026-K7-0012"
    assert own_number("2026-K7-0012", ("2026-K7-0012",)) == ""


# --- two at once ------------------------------------------------------------------------------------------


def claimed_twice(house: House, case: UUID) -> CaseView:
    """Both claimed while neither knew of the other; the order gave it to the other."""
    house.do(steps.claim_case, case, by=OTHER)
    view = house.view(case)
    theirs = next(event for event in view.events if event.kind == "case_claimed")
    mine = theirs._replace(id=new_id(), actor=ME, stream_seq=(theirs.stream_seq or 0) + 1)
    return replace(view, events=(*view.events, mine))


def test_that_who_claimed_second_is_told_who_was_before(house: House) -> None:
    view = claimed_twice(house, house.new_case())
    lost = lost_claim(view, ME)
    assert lost is not None
    assert lost_text(lost, "01:12") == f"Taken by {OTHER} at 01:12, before you."
    assert lost_claim(view, OTHER) is None
    pane = CasePane(house.room, house.window)
    pane.shown.case_id = view.case.id
    pane.shown.take(view)
    assert "before you" in pane.header.banners.taken.text


def test_that_who_holds_it_is_told_that_another_claimed_it_too(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = claimed_twice(house, house.new_case())
    house.tasks.person = OTHER
    said: list[tuple[str, str]] = []
    house.room.said.connect(lambda text, level: said.append((text, level)))
    watch = ClaimWatch(house.room, house.window)
    monkeypatch.setattr("controlroom.ui.shared.claims._view", read_as(view))
    claims = tuple(event for event in view.events if event.kind == "case_claimed")
    watch.on_changes(Changes(cases=frozenset({view.case.id}), events=claims))
    wait_for(lambda: bool(said))
    text = f"{view.case.number}: {ME} claimed it at the same time; you hold it."
    assert said == [(text, "warning")]  # for as long as the other is told


def test_that_nobody_is_told_of_a_case_that_was_taken_over_knowingly(house: House) -> None:
    case = house.new_case()
    house.do(steps.claim_case, case, by=ME)
    house.do(steps.claim_case, case, by=OTHER)
    assert lost_claim(house.view(case), ME) is None
    house.do(steps.release_case, case, by=OTHER)
    assert lost_claim(house.view(case), ME) is None
    house.do(steps.claim_case, case, by=ME)
    house.do(steps.release_case, case, by=ME)
    house.do(steps.claim_case, case, by=OTHER)
    assert lost_claim(house.view(case), ME) is None  # it was let go before


def test_that_a_claim_from_elsewhere_is_told_at_once_and_once(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = house.new_case()
    said: list[tuple[str, str]] = []
    house.room.said.connect(lambda text, level: said.append((text, level)))
    watch = ClaimWatch(house.room, house.window)
    view = claimed_twice(house, case)
    claims = tuple(event for event in view.events if event.kind == "case_claimed")
    monkeypatch.setattr("controlroom.ui.shared.claims._view", read_as(view))
    watch.on_changes(Changes(cases=frozenset({case}), events=claims[:1]))  # not ours: nobody is told
    for _ in range(2):
        watch.on_changes(Changes(cases=frozenset({case}), events=claims))
        wait_for(lambda: bool(said))
    assert len(said) == 1
    assert said[0][1] == "warning"
    assert said[0][0].startswith(f"{view.case.number}: Taken by {OTHER}")


def read_as(view: CaseView) -> Callable[..., CaseView]:
    return lambda reader, *, case_id, person: view


def test_that_what_lands_from_another_desk_is_told_to_who_types_and_takes_nothing(house: House) -> None:
    case = house.new_case()
    pane = CasePane(house.room, house.window)
    house.tasks.changed.connect(pane.on_changes)
    house.profile.subscribe(house.tasks.publish)
    pane.show_case(case)
    wait_for(lambda: pane.view is not None)
    pane.step("note")
    form = pane.stage.form
    assert isinstance(form, NoteForm)
    type_in(form.words.editor, "half a sent")
    house.do(steps.claim_case, case, by=OTHER)
    wait_for(lambda: OTHER in form.news.text())
    assert form.words.text() == "half a sent"
    assert "Claimed" in form.news.text()
