"""A person is found again by name in the real store: what is rare counts for more, a family is shown."""

from typing import Any
from uuid import UUID

from roominmemory import Open, act, add, case_of

from controlroom.casework import steps
from controlroom.clues.names import sought_keys
from controlroom.store import Profile
from controlroom.store.care.persons import persons_by_name


def saved(desk: Profile, name: str, **more: Any) -> UUID:
    case = add(desk, name=name, **more)
    act(desk, steps.record_outcome, case, facts=["reached", "alive"])
    return case


def names(desk: Profile, typed: str) -> list[str]:
    return [row.names[0] for row, _ in desk.care().named(typed)]


def test_that_a_name_is_found_in_the_other_script_by_initials_and_by_a_short_form(opening: Open) -> None:
    desk = opening("a")
    for name in ("Ram Kumar Verma", "Rajesh Gautam", "Sangita Devi"):
        saved(desk, name)
    assert names(desk, "वर्मा राम कुमार") == ["Ram Kumar Verma"]
    assert names(desk, "R. K. Verma") == ["Ram Kumar Verma"]
    assert names(desk, "Raju Gautam") == ["Rajesh Gautam"]
    assert names(desk, "Sunita Devi") == []


def test_that_a_search_by_name_says_why(opening: Open) -> None:
    desk = opening("a")
    saved(desk, "Ram Kumar Verma")
    [(row, why)] = desk.care().find("R. Verma")
    assert row.names == ("Ram Kumar Verma",)
    assert why == ("name:0.81", "initial:R=Ram", "same:Verma=Verma", "only:=Kumar")


def test_that_a_family_alone_is_shown_and_never_proposed(opening: Open) -> None:
    desk = opening("a")
    saved(desk, "Pooja Yadav")
    assert names(desk, "यादव") == ["Pooja Yadav"]
    assert case_of(desk, add(desk, name="Yadav")).known == ()
    for name in ("Ravindra Kumar Saini", "Shri Ram Prasad Singh Chauhan", "Mohd Irfan Ansari"):
        saved(desk, name)
    for typed, meant in (("सैनी", "Saini"), ("Chauhan", "Chauhan"), ("अंसारी", "Ansari")):
        assert [name.split()[-1] for name in names(desk, typed)] == [meant]
        assert case_of(desk, add(desk, name=typed)).known == ()
    assert names(desk, "Verma") == []


def test_that_a_given_name_counts_for_more_than_a_family_of_thousands(opening: Open) -> None:
    desk = opening("a")
    for given in ("Amit", "Bina", "Chhaya", "Deepak", "Ekta", "Farha", "Gopal", "Hema", "Indu"):
        saved(desk, f"{given} Yadav")
    saved(desk, "Sunita Devi")
    with desk.writer.write(actor="look") as tx:
        [first] = persons_by_name(tx.connection, sought_keys("Sunita Yadav"), 1)
    assert first.names == ("Sunita Devi",)
