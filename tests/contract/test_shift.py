"""The people who work the shift: taken over without a gap, what they saw, a word for supervisors only."""

import json
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest
from roominmemory import Open, SharedRoom, pull, push

from controlroom.casework import steps
from controlroom.casework.arriving import alerts
from controlroom.casework.room import roomset
from controlroom.casework.shift import incidents, relief
from controlroom.casework.shift.blurring import choose_blur
from controlroom.casework.shift.breaks import set_break_limits
from controlroom.cli.main import run
from controlroom.domain.events import utc_now
from controlroom.domain.shift.blur import Blur
from controlroom.errors import BadInput
from controlroom.store import Profile

SECRET = "Unsagbar schwere Nacht"


def new_case(desk: Profile, actor: str, *, category: str = "attempt") -> UUID:
    with desk.writer.write(actor=actor) as tx:
        case = alerts.add_alert(tx, source="phone", text="goodbye", phone="98390 12345")
        steps.claim_case(tx, case)
        steps.triage_case(tx, case, category=category)
    return case


def ask(desk: Profile, person: str) -> None:
    with desk.writer.write(actor=person) as tx:
        relief.ask_relief(tx, person)


def take(desk: Profile, by: str, person: str) -> tuple[str, ...]:
    cases = relief.held_by(desk.reader(), person)
    with desk.writer.write(actor=by) as tx:
        return relief.take_over(tx, person, cases)


def owner(desk: Profile, case: UUID) -> str:
    view = desk.reader().case_view(case)
    assert view is not None
    return view.case.owner


def asking(desk: Profile) -> list[str]:
    return [one.person for one in desk.reader().shift().reliefs()]


def test_that_a_room_sets_from_how_much_on_a_break_is_proposed_and_every_desk_knows(
    two: tuple[Profile, Profile], room: SharedRoom
) -> None:
    here, there = two
    new_case(here, "asha")
    with here.writer.write(actor="admin") as tx:
        with pytest.raises(BadInput, match="from 1 to 100"):
            set_break_limits(tx, {"attempts": 0})
        with pytest.raises(BadInput, match="not a limit"):
            set_break_limits(tx, {"sleep": 3})
        set_break_limits(tx, {"attempts": 1})
        set_break_limits(tx, {"hours": 6})
    push(here, room)
    pull(there, room)
    assert here.reader().shift().break_limits() == there.reader().shift().break_limits() == (12, 4, 1, 6)


def test_that_what_is_offered_stays_owned_and_on_its_clocks_until_somebody_takes_it(opening: Open) -> None:
    desk = opening("a")
    cases = [new_case(desk, "asha"), new_case(desk, "asha")]
    clocks = [desk.reader().case_view(case).clocks for case in cases]
    ask(desk, "asha")
    ask(desk, "asha")  # a second press is no second event
    assert asking(desk) == ["asha"]
    assert [owner(desk, case) for case in cases] == ["asha", "asha"]
    assert [desk.reader().case_view(case).clocks for case in cases] == clocks
    with pytest.raises(BadInput, match="somebody else"):
        take(desk, "asha", "asha")
    assert len(take(desk, "bilal", "asha")) == 2
    assert [owner(desk, case) for case in cases] == ["bilal", "bilal"]
    assert [desk.reader().case_view(case).clocks for case in cases] == clocks
    assert asking(desk) == []
    with pytest.raises(BadInput, match="does not ask"):
        take(desk, "chandan", "asha")


def test_that_who_stays_keeps_everything(opening: Open) -> None:
    desk, case = opening("a"), None
    case = new_case(desk, "asha")
    ask(desk, "asha")
    with desk.writer.write(actor="asha") as tx:
        relief.stay(tx, "asha")
    assert (asking(desk), owner(desk, case)) == ([], "asha")


def test_that_of_two_who_take_at_once_one_has_it_on_every_desk(
    two: tuple[Profile, Profile], room: SharedRoom
) -> None:
    first, second = two
    case = new_case(first, "asha")
    ask(first, "asha")
    push(first, room)
    pull(second, room)
    take(second, "bilal", "asha")
    with first.writer.write(actor="asha") as tx:  # the same login at the other desk had gone on meanwhile
        relief.stay(tx, "asha")
        steps.add_note(tx, case, text="still here")
    push(second, room)
    pull(first, room)
    push(first, room)
    pull(second, room)
    assert owner(first, case) == owner(second, case) == "bilal"
    assert asking(first) == asking(second) == []


def test_that_what_somebody_saw_is_counted_once_a_case_from_when_they_came_on_duty(opening: Open) -> None:
    desk = opening("a")
    before = new_case(desk, "asha", category="ideation")
    with desk.writer.write(actor="asha") as tx:
        tx.set_now(utc_now() - timedelta(hours=3))
        steps.reveal(tx, before, field="all")
        tx.set_now(utc_now() - timedelta(hours=2))
        roomset.go_on_duty(tx, "asha")
    one, two, drill = new_case(desk, "asha"), new_case(desk, "bilal"), None
    with desk.writer.write(actor="asha") as tx:
        for field in ("all", "text", "phones", "picture", "picture"):
            steps.reveal(tx, one, field=field)
        steps.reveal(tx, two, field="mail")
        drill = alerts.add_alert(tx, source="phone", text="drill", exercise=True)
        steps.claim_case(tx, drill)
        steps.triage_case(tx, drill, category="attempt")
        steps.record_outcome(tx, one, facts=["reached", "died"])
    asha, bilal = desk.reader().shift().exposures(["bilal", "asha"], utc_now())
    assert (asha.person, asha.words, asha.pictures, asha.attempts, asha.deaths) == ("asha", 2, 2, 1, 1)
    assert (bilal.person, bilal.words, bilal.pictures, bilal.attempts, bilal.deaths) == ("bilal", 0, 0, 1, 0)


def test_that_a_choice_goes_with_the_person_and_nobody_makes_it_for_them(
    two: tuple[Profile, Profile], room: SharedRoom
) -> None:
    first, second = two
    with first.writer.write(actor="asha") as tx:
        choose_blur(tx, "asha", words="apart")
        assert choose_blur(tx, "asha", pictures="grey") == Blur("grey", "apart")
        choose_blur(tx, "bilal", pictures="grey")
        with pytest.raises(BadInput, match="one of"):
            choose_blur(tx, "asha", words="never")
    push(first, room)
    pull(second, room)
    shift = second.reader().shift()
    assert (shift.blur("asha"), shift.blur("bilal"), shift.blur("new")) == (
        Blur("grey", "apart"),
        Blur(),
        Blur(),
    )


def test_that_a_word_to_the_supervisor_is_read_by_them_and_its_author_alone(
    opening: Open, capfd: pytest.CaptureFixture[str]
) -> None:
    desk = opening("a")
    case = new_case(desk, "asha")
    with desk.writer.write(actor="asha") as tx:
        incidents.write_note(tx, text=SECRET, number=tx.number_of(case), wish="talk")
        with pytest.raises(BadInput, match="nothing written"):
            incidents.write_note(tx, text=" ")
        roomset.go_on_duty(tx, "chief", role="supervisor")
        roomset.go_on_duty(tx, "bilal")
    read = {name: desk.reader().shift().incident_notes(name) for name in ("asha", "bilal", "chief")}
    assert [len(notes) for notes in read.values()] == [1, 0, 1]
    assert (read["chief"][0].text, read["chief"][0].actor, read["chief"][0].wish) == (SECRET, "asha", "talk")
    assert not any("incident" in event.kind for event in desk.reader().case_view(case).events)
    folder = str(desk.folder)
    for name, count in (("bilal", 0), ("chief", 1)):
        assert run(["--profile", folder, "--as", name, "shift", "notes", "--json"]) == 0
        told = capfd.readouterr().out
        assert (len(json.loads(told)), SECRET in told) == (count, bool(count))


def test_that_the_words_of_the_shift_do_what_the_window_does(
    profile: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    def said(person: str, *words: str) -> object:
        assert run(["--profile", str(profile), "--as", person, *words, "--json"]) == 0
        return json.loads(capfd.readouterr().out)

    number = said("asha", "alert", "add", "--source", "phone", "--text", "goodbye")["number"]  # type: ignore[index]
    said("asha", "case", "claim", number)
    assert said("asha", "shift", "ask")[0]["cases"] == 1  # type: ignore[index]
    assert said("bilal", "shift", "take", "asha") == {"taken": [number]}
    assert said("asha", "shift", "sight", "--words", "apart") == {"pictures": "blurred", "words": "apart"}
    assert said("bilal", "shift", "sight") == {"pictures": "blurred", "words": "together"}
    said("bilal", "duty", "on", "bilal")
    said("chief", "duty", "on", "chief", "--role", "supervisor")
    assert [one["person"] for one in said("asha", "shift", "show")["people"]] == ["asha"]  # type: ignore[index]
    seen = said("chief", "shift", "show")["people"]  # type: ignore[index]
    assert [one["person"] for one in seen] == ["bilal", "chief"]
    assert run(["--profile", str(profile), "--as", "asha", "shift", "stay"]) == 2
