"""Persons and plans in the real store: in step with the log, on every desk the same, nothing lost."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from earlier import before_places
from fake_clock import FakeClock
from roominmemory import Open, SharedRoom, act, add, case_of, pull, push, settle

from controlroom.casework import steps
from controlroom.casework.arriving.joins import join_cases
from controlroom.casework.care import followup, knownpersons, persons
from controlroom.casework.ports import NewEvent
from controlroom.domain import events
from controlroom.domain.care.person import Person
from controlroom.domain.care.plans import Owner
from controlroom.domain.events import PERSON
from controlroom.errors import BadInput
from controlroom.store import Profile, open_profile
from controlroom.store.care.persons import TABLES
from controlroom.store.care.seals import Seals

PHONE = "98390 12345"


def saved(desk: Profile, **more: Any) -> UUID:
    case = add(desk, **{"phone": PHONE, "name": "Ravindra Kumar", **more})
    act(desk, steps.record_outcome, case, facts=["reached", "alive"])
    return case


def person_of(desk: Profile, case: UUID) -> Person:
    found = desk.care().person_of_case(case)
    assert found is not None
    return found


def rows(desk: Profile) -> dict[str, list[Any]]:
    names = ("person_files", "person_links", "persons", "person_keys", "person_cases", "running_plans")
    with desk.writer.write(actor="look") as tx:
        return {name: sorted(tx.connection.execute(f"SELECT * FROM {name}")) for name in names}


def test_that_whoever_is_saved_has_a_file_and_a_plan_and_nobody_else_has(opening: Open) -> None:
    desk = opening("a")
    person = person_of(desk, saved(desk))
    assert (person.first_name, person.phones) == ("Ravindra", ("+919839012345",))
    assert person.plan is not None and len(person.plan.contacts) == 9
    for facts in (["reached"], ["reached", "prank"], ["died"]):
        other = add(desk, phone="98390 54321")
        act(desk, steps.record_outcome, other, facts=facts)
        assert desk.care().person_of_case(other) is None


def test_that_an_outcome_told_anew_or_taken_back_ends_the_plan_it_made(opening: Open) -> None:
    desk = opening("a")
    case = saved(desk)
    act(desk, steps.record_outcome, case, facts=["reached", "prank"])
    assert [(plan.end, plan.end_reason) for plan in person_of(desk, case).plans] == [("not-needed", "prank")]
    act(desk, steps.record_outcome, case, facts=["reached", "alive"])
    assert person_of(desk, case).plan is not None
    act(desk, steps.undo_last, case)
    assert person_of(desk, case).plan is None
    act(desk, steps.record_outcome, case, facts=["reached", "alive"])
    again = person_of(desk, case)
    act(desk, followup.try_contact, again.id, result="no-answer")
    assert case_of(desk, case).state == "in follow-up"
    act(desk, steps.record_outcome, case, facts=["died"])
    assert person_of(desk, case).plans[-1].end == "died"


def test_that_a_profile_from_before_has_its_rows_when_it_is_opened(
    opening: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = opening("a")
    monkeypatch.setattr(Seals, "sealed", lambda self, *of, kind, audience, body: body)
    case = saved(desk)  # what was said then lies open, and is read as it stands
    kept = rows(desk)
    with desk._gate.transaction(is_person=True) as raw:
        for line in TABLES.split(";"):
            if line.strip().startswith("CREATE TABLE"):
                raw.execute(f"DROP TABLE {line.split()[2]}")
        before_places(raw)
        later = "care_waits canaries care_reviews person_seals erased seals_wanted emptied"
        for table in later.split():
            raw.execute(f"DROP TABLE {table}")
        for index in ("cases_review", "events_watched", "events_reviews"):
            raw.execute(f"DROP INDEX {index}")
        raw.execute("CREATE INDEX events_pending_of ON events (stream_id)")
        raw.execute("PRAGMA user_version = 7")
    desk.close()
    again = open_profile(tmp_path / "a")
    try:
        assert rows(again) == kept
        assert person_of(again, case).plan is not None
    finally:
        again.close()


def test_that_two_desks_that_end_one_rescue_alone_make_one_plan(
    two: tuple[Profile, Profile], room: SharedRoom
) -> None:
    first, second = two
    case = add(first, phone=PHONE)
    settle([first, second], room)
    for desk in two:
        act(desk, steps.record_outcome, case, facts=["reached", "alive"])
    settle([first, second], room)
    assert person_of(first, case) == person_of(second, case)
    assert [plan.is_running for plan in person_of(first, case).plans] == [True]
    assert rows(first) == rows(second)


def test_that_two_owners_who_change_one_plan_alone_come_to_one_result_and_lose_nothing(
    two: tuple[Profile, Profile], room: SharedRoom
) -> None:
    first, second = two
    case = saved(first)
    settle([first, second], room)
    person = person_of(first, case).id
    act(first, followup.hand_on, person, owner=Owner("counsellor", "meera"))
    act(first, followup.try_contact, person, result="reached", minutes=7)
    act(second, followup.try_contact, person, result="no-answer")
    act(second, followup.hand_on, person, owner=Owner("ngo", "Sahara"))
    act(second, followup.end_plan, person, end="moved", reason="to Pune")
    act(first, persons.tell_of_person, person, lists={"helps": ["music"]}, words={"language": "hi"})
    act(second, persons.tell_of_person, person, lists={"helps": ["her brother"]}, words={"language": "ur"})
    settle([first, second], room)
    found, other = person_of(first, case), person_of(second, case)
    assert found == other
    assert rows(first) == rows(second)
    assert sorted(one.result for one in found.attempts) == ["no-answer", "reached"]
    assert set(found.helps) == {"music", "her brother"}
    assert found.plans[0].end == "moved"
    assert {owner for owner, _ in found.plans[0].owners} >= {
        Owner("counsellor", "meera"), Owner("ngo", "Sahara"),
    }  # fmt: skip


def test_that_files_joined_on_two_desks_are_one_person_and_a_split_gives_both_back(
    two: tuple[Profile, Profile], room: SharedRoom
) -> None:
    first, second = two
    one, other = saved(first), saved(second, phone="98390 54321", name="रवि")
    settle([first, second], room)
    before = [person_of(first, case) for case in (one, other)]
    act(first, persons.join_persons, before[0].id, before[1].id, reason="the same mother")
    act(second, persons.join_persons, before[1].id, before[0].id, reason="his own word")
    settle([first, second], room)
    joined = person_of(first, one)
    assert joined == person_of(second, other)
    assert set(joined.phones) == {"+919839012345", "+919839054321"}
    assert [plan.is_running for plan in joined.plans].count(True) == 1
    act(second, followup.try_contact, joined.id, result="reached")
    act(second, persons.split_persons, joined.id, persons.person_of_case(other), reason="two men")
    settle([first, second], room)
    after = [person_of(first, case) for case in (one, other)]
    assert rows(first) == rows(second)
    assert [one.phones for one in after] == [one.phones for one in before]
    assert all(person.plan is not None for person in after)
    assert sum(len(person.attempts) for person in after) == 1


def test_that_what_the_room_refuses_leaves_no_row(two: tuple[Profile, Profile], room: SharedRoom) -> None:
    first, _ = two
    room.refuse["plan_started"] = "the role may not append this kind"
    case = saved(first)
    assert len(rows(first)["running_plans"]) == 1
    settle([first], room)
    assert person_of(first, case).plan is None
    assert rows(first)["running_plans"] == []


def test_that_numbers_that_a_fail_over_took_back_leave_the_person_as_it_was(
    two: tuple[Profile, Profile], room: SharedRoom
) -> None:
    first, second = two
    case = saved(first)
    settle([first, second], room)
    kept = person_of(first, case)
    room.lose_after(1)
    first.replica.forget_after(1)
    assert person_of(first, case) == kept
    settle([first, second], room)
    assert person_of(first, case).plans == kept.plans


def test_that_an_operators_desk_holds_not_a_word_of_a_note(
    two: tuple[Profile, Profile], room: SharedRoom, tmp_path: Path
) -> None:
    operator, counsellor = two  # the accounts of both say operator: the counsellor's is made wider here
    account = counsellor.replica.account()
    assert account is not None
    counsellor.replica.set_account(
        replace(account, audiences=("case", "room", "counsel", "care")), mark=counsellor.mark
    )
    room.hidden = ("audit", "counsel")
    case = saved(operator)
    settle([operator, counsellor], room)
    person = person_of(counsellor, case).id
    act(counsellor, followup.try_contact, person, result="reached", note="Unsagbares Geheimnis", risk="some")
    settle([operator, counsellor], room)
    assert [note.text for note in person_of(counsellor, case).notes] == ["Unsagbares Geheimnis"]
    there = person_of(operator, case)
    assert there.notes == ()
    assert len(there.attempts) == 1
    with operator.writer.write(actor="look") as tx:
        names = [
            row[0] for row in tx.connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        ]
        text = "\n".join(str(tx.connection.execute(f'SELECT * FROM "{name}"').fetchall()) for name in names)
    assert "contact_tried" in text
    assert "Geheimnis" not in text
    assert operator.reader().cards(is_all=True, text="Geheimnis") == []
    with pytest.raises(BadInput, match="counsellors' and supervisors'"):
        act(operator, followup.try_contact, person, result="reached", note="mine")
    assert len(person_of(operator, case).attempts) == 1, "a refused note takes the whole step back"


def test_that_an_auditors_desk_holds_not_a_word_of_what_is_for_those_who_keep_in_touch(
    two: tuple[Profile, Profile], room: SharedRoom
) -> None:
    auditor, operator = two
    account = auditor.replica.account()
    assert account is not None
    case = saved(operator)
    file = persons.person_of_case(case)
    told = {"helps": ["Geheimnis A"], "avoid": ["Geheimnis B"], "never_call": ["Geheimnis C"]}
    kin = [{"name": "Geheimnis D", "relation": "Geheimnis E", "phone": "+919839000000"}]
    act(operator, persons.tell_of_person, file, lists=told, words={"safe_from": "18:30"}, kin=kin)
    act(operator, persons.take_from_person, file, field="avoid", value="Geheimnis B")
    due = next(iter(person_of(operator, case).plans[0].contacts)).due
    act(operator, followup.move_contact, file, due=due, to=due + timedelta(days=1), reason="Geheimnis F")
    act(operator, followup.end_plan, file, end="moved", reason="Geheimnis G")
    auditor.replica.set_account(replace(account, audiences=("case", "room")), mark=auditor.mark)
    room.hidden = ("audit", "counsel", "care")
    settle([operator], room)
    settle([auditor], room)
    there, here = person_of(auditor, case), person_of(operator, case)
    assert (there.names, there.plans[0].end) == (here.names, "moved"), "what is to be done is the same"
    assert (there.helps, there.kin, there.safe_from, there.plans[0].end_reason) == ((), (), "", "")
    assert (len(here.kin), here.plans[0].end_reason) == (1, "Geheimnis G")
    with auditor.writer.write(actor="look") as tx:
        tables = [
            row[0] for row in tx.connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        ]
        text = "\n".join(str(tx.connection.execute(f'SELECT * FROM "{name}"').fetchall()) for name in tables)
    assert "plan_ended" in text
    assert "Geheimnis" not in text
    with pytest.raises(BadInput, match="those who keep in touch"):
        act(auditor, persons.tell_of_person, file, lists={"helps": ["x"]}, words={})


def test_that_a_kind_of_a_newer_program_is_kept_shown_and_passed_on(
    two: tuple[Profile, Profile], room: SharedRoom, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = two
    case = saved(first)
    newer = {**events.KINDS, "bond_of_next_year": events.Kind("bond_of_next_year")}
    with monkeypatch.context() as patched:
        patched.setattr("controlroom.store.eventlog.KINDS", newer)
        with first.writer.write(actor=first.login) as tx:
            tx.append([NewEvent(PERSON, persons.person_of_case(case), "bond_of_next_year", {"a": 1})])
    settle([first, second], room)
    assert person_of(second, case).unknown_kinds == ("bond_of_next_year",)
    assert rows(first) == rows(second)


# --- a new alert about somebody who is known -----------------------------------------------------------


def test_that_a_new_alert_of_the_same_phone_says_so_at_once_and_is_more_urgent(opening: Open) -> None:
    desk = opening("a")
    first = saved(desk)
    plain = add(desk, text="a post", phone="98390 99999")
    again = add(desk, text="a post", phone=PHONE)
    person = person_of(desk, first)
    [known] = case_of(desk, again).known
    assert (known.person, known.why, known.is_sure) == (person.id, ("+919839012345",), True)
    urgent, usual = desk.reader().rows([again])[0], desk.reader().rows([plain])[0]
    assert (urgent.known, urgent.priority) == ("sure", usual.priority - 1)
    act(desk, followup.try_contact, person.id, result="reached")
    act(desk, knownpersons.confirm_person, again, person.id)
    after = person_of(desk, again)
    assert [case.id for case in after.cases] == [first, again]
    assert [plan.is_running for plan in after.plans] == [False, True]
    assert after.plans[1].owner == after.plans[0].owner
    assert desk.reader().rows([again])[0].known == "confirmed"
    act(desk, steps.undo_last, again)
    back = person_of(desk, first)
    assert ([case.id for case in back.cases], back.plan and back.plan.id) == ([first], person.plan.id)
    assert desk.reader().rows([again])[0].known == "sure"


def test_that_a_name_in_another_script_is_proposed_only_and_declined_for_good(opening: Open) -> None:
    desk = opening("a")
    first = saved(desk)
    again = add(desk, name="रविन्द्र कुमार")
    [known] = case_of(desk, again).known
    assert (known.is_sure, known.why) == (False, ("name:Ravindra Kumar", "how:sound", "how:same"))
    usual = desk.reader().rows([add(desk, name="Sunita Devi")])[0]
    assert usual.known == ""
    assert desk.reader().rows([again])[0].priority == usual.priority
    act(desk, knownpersons.decline_person, again, person_of(desk, first).id)
    act(desk, steps.add_fact, again, kind="names", value="Ravindra Kumar")
    assert case_of(desk, again).known == ()


def test_that_an_offices_number_is_nobodys_own(opening: Open) -> None:
    desk = opening("a")
    for n in range(4):
        saved(desk, phone="0522 2700000", name=f"Person{n}")
    assert case_of(desk, add(desk, phone="0522 2700000")).known == ()


def test_that_what_a_fact_or_a_join_brings_is_looked_up_too(opening: Open) -> None:
    desk = opening("a")
    saved(desk)
    case, call = add(desk), add(desk)
    act(desk, steps.add_fact, case, kind="phones", value="+919839012345")
    assert [known.is_sure for known in case_of(desk, case).known] == [True]
    act(desk, join_cases, case, call, reason="one call")
    assert [known.is_sure for known in case_of(desk, call).known] == [True]


# --- contacts -------------------------------------------------------------------------------------------


def test_that_a_plan_whose_last_contact_is_made_is_completed_by_itself(opening: Open) -> None:
    desk, clock = opening("a"), FakeClock()
    desk.writer._clock = clock
    case = saved(desk)
    person = person_of(desk, case)
    for contact in person.plan.contacts:
        clock.time += timedelta(days=200)
        act(desk, followup.try_contact, person.id, result="reached", due=contact.due)
    ended = person_of(desk, case)
    assert (ended.plan, ended.plans[0].end) == (None, "completed")
    with pytest.raises(BadInput, match="No follow-up plan runs"):
        act(desk, followup.try_contact, person.id, result="reached")


def test_that_the_first_talk_is_beside_the_plan_and_a_try_goes_to_the_contact_that_is_due(
    opening: Open,
) -> None:
    desk, clock = opening("a"), FakeClock()
    desk.writer._clock = clock
    case = saved(desk)
    person = person_of(desk, case).id
    clock.time += timedelta(hours=30)
    keys = [act(desk, followup.try_contact, person, result=r).key for r in ("no-answer", "reached")]
    clock.time += timedelta(days=5)
    keys.append(act(desk, followup.try_contact, person, result="hospital").key)
    clock.time += timedelta(days=12)
    keys.append(act(desk, followup.try_contact, person, result="reached").key)
    assert keys == ["x1", "x1", "1w", "2w"]
    day = person_of(desk, case).plan.contacts[4].due
    act(desk, followup.move_contact, person, due=day, to=day + timedelta(days=2), reason="exam")
    moved = next(one for one in person_of(desk, case).plan.contacts if one.planned == day)
    assert moved.due == day + timedelta(days=2)
    with pytest.raises(BadInput, match="else it is an extra one"):
        act(desk, followup.try_contact, person, result="reached", due=day + timedelta(days=1))


def test_that_consent_and_its_withdrawal_are_kept_in_order(opening: Open) -> None:
    desk = opening("a")
    person = person_of(desk, saved(desk)).id
    with pytest.raises(BadInput, match="nothing to withdraw"):
        act(desk, followup.say_consent, person, what="follow-up", is_given=False)
    for is_given in (True, False):
        act(desk, followup.say_consent, person, what="follow-up", is_given=is_given, by="mother")
    found = desk.care().person(person)
    assert found is not None
    assert found.consents_to("follow-up") is False
    assert [one.is_given for one in found.consents] == [True, False]


def test_that_rows_pulled_in_halves_are_as_rows_pulled_at_once(
    two: tuple[Profile, Profile], room: SharedRoom
) -> None:
    first, second = two
    case = saved(first)
    person = person_of(first, case).id
    for result in ("no-answer", "reached", "refused"):
        act(first, followup.try_contact, person, result=result)
    while push(first, room):
        pass
    while pull(second, room, most=1):
        pass
    assert rows(first) == rows(second)
