"""The directory as a value: who is called for a place, what is found, what a table says."""

from datetime import date

import pytest

from controlroom.casework.calling.directory import Directory, Entry, directory_of, entry_from
from controlroom.casework.calling.directory_file import entries_of, table_of
from controlroom.casework.calling.directory_steps import day_of, phone_of, tidy
from controlroom.errors import BadInput

CHINHAT = Entry("t1", "thana", "PS Chinhat", "थाना चिनहट", "Lucknow", "Chinhat", phones=("05222700001",))
BABUPURWA = Entry("t2", "thana", "Babupurwa", "बाबूपुरवा", "Kanpur Nagar", phones=("05122700002",))
ROOM = Entry("c1", "control-room", "Lucknow control room", district="Lucknow", phones=("05222700000",))
CELL = Entry("c2", "cell", "Lucknow social media cell", district="Lucknow", phones=("05222700009",))
BIHAR = Entry("n1", "nodal", "Nodal officer Bihar", state="Bihar", phones=("06122200000",))
PATNA = Entry("n2", "control-room", "Patna control room", district="Patna", state="Bihar", phones=("100",))
UP112 = Entry("h1", "112", "UP-112", "यूपी-112", phones=("112",))
BOOK = Directory((CHINHAT, BABUPURWA, ROOM, CELL, BIHAR, PATNA, UP112))
NAMES = {"lucknow": "Lucknow", "लखनऊ": "Lucknow", "kanpur nagar": "Kanpur Nagar"}


def named(text: str) -> str | None:
    return NAMES.get(text.strip().casefold())


def keys(found: tuple[Entry, ...]) -> list[str]:
    return [one.key for one in found]


def test_that_a_thana_is_called_before_its_district_and_none_of_another_district() -> None:
    assert keys(BOOK.for_receiver("thana", district="Lucknow", thana="थाना चिनहट")) == ["t1", "c1"]
    assert keys(BOOK.for_receiver("thana", district="Kanpur Nagar", thana="Chinhat")) == []
    assert keys(BOOK.for_receiver("district", district="Lucknow")) == ["c1", "c2"]
    assert keys(BOOK.for_receiver("cell", district="Lucknow")) == ["c2", "c1"]


def test_that_another_state_has_its_nodal_officer_and_never_a_room_of_ours() -> None:
    assert keys(BOOK.for_receiver("other-state", state="bihar")) == ["n1"]
    assert keys(BOOK.for_receiver("other-state", state="Bihar", district="Patna")) == ["n1", "n2"]
    assert keys(BOOK.for_receiver("district", district="Patna")) == []
    assert keys(BOOK.for_receiver("other-state")) == []


def test_that_everybody_of_a_place_is_given_nearest_first() -> None:
    assert keys(BOOK.for_place(district="Lucknow", thana="Chinhat")) == ["t1", "c1", "c2", "h1"]


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("chin", ["t1"]),
        ("चिन", ["t1"]),
        ("thana luck", ["t1"]),
        ("लखनऊ", []),
        ("0522 270 0009", ["c2"]),
        ("inhat", []),
        ("", ["c1", "n2", "c2", "t2", "t1", "h1", "n1"]),
    ],
)
def test_that_words_in_either_script_and_numbers_in_groups_find(typed: str, wanted: list[str]) -> None:
    assert keys(BOOK.find(typed)) == wanted


def test_that_what_nobody_has_checked_for_long_is_stale() -> None:
    checked = entry_from("k", {"kind": "thana", "name_en": "A", "checked_on": "2026-08-31"})
    assert not checked.is_stale(date(2026, 11, 29))
    assert checked.is_stale(date(2026, 11, 30))
    assert not checked.is_stale(date(2026, 11, 30), 91)
    assert UP112.is_stale(date(2026, 11, 29))


def test_that_the_room_goes_over_what_came_with_the_program() -> None:
    edited = {"entry": {"kind": "112", "name_en": "UP-112 second line", "phones": ["112"]}}
    book = directory_of([("h1", edited), ("t1", {"entry": None})], [UP112, CHINHAT, ROOM])
    assert keys(book.entries) == ["c1", "h1"]
    assert book.entries[1].name("hi") == "UP-112 second line"


def test_that_a_table_comes_back_as_it_went_out() -> None:
    odd = Entry("x", "helpline", "=HELP()", "सहायता", phones=("+911234567", "112"), note="a, b\nc|d")
    tidied = [tidy(one) for one in (*BOOK.entries, odd)]
    assert entries_of(table_of(tidied), Directory(()), lambda text: text) == tidied
    assert ",'=HELP()," in table_of(tidied)


def test_that_an_entry_of_the_same_name_and_place_is_changed_not_doubled() -> None:
    [entry] = entries_of(
        "kind;name_hi;name_en;district;phones\nthana;;Chinhat;लखनऊ;०५२२ २७०००५५\n",
        Directory((Entry("t9", "thana", "Chinhat", "", "Lucknow", phones=("1234",)),)),
        named,
    )
    assert (entry.key, entry.phones, entry.district) == ("t9", ("05222700055",), "Lucknow")


def test_that_every_faulty_line_is_named_and_nothing_is_taken() -> None:
    text = (
        "kind,name_en,district,phones,checked_on,state\n"
        "thana,Chinhat,Lucknow,0522 2700001,,\n"
        "thana,Gomti Nagar,Luknow Rural,05222700003,,\n"
        "station,Alambagh,Lucknow,05222700004,,\n"
        "thana,Aminabad,Lucknow,,,\n"
        "thana,Cantt,Lucknow,12,,\n"
        "thana,Wazirganj,Lucknow,05222700005,31.02.2026,\n"
        "thana,PS Chinhat,Lucknow,05222700001,,\n"
        "nodal,Officer,,06122200000,,\n"
    )
    with pytest.raises(BadInput) as wrong:
        entries_of(text, Directory(()), named)
    said = str(wrong.value)
    assert said.startswith("Nothing was imported.")
    for line, what in ((3, "district"), (4, "kind"), (5, "phone"), (6, "'12'"), (7, "day"), (9, "state")):
        assert f"line {line}: " in said
        assert what in said.split(f"line {line}: ")[1].split("; line")[0]
    assert "line 8: " in said  # the same as line 2, by another spelling


@pytest.mark.parametrize(
    "text", ["", "kind,name_en,phones\n", "kind,phones\nthana,112\n", "kind,name_en,phones,x\n"]
)
def test_that_a_file_that_is_no_directory_is_told_apart(text: str) -> None:
    with pytest.raises(BadInput, match="heading"):
        entries_of(text, Directory(()), named)


def test_that_phones_and_days_are_understood_as_people_write_them() -> None:
    assert phone_of("+91 (522) 270-0001") == "+915222700001"
    assert phone_of("१८००-८९१-४४१६") == "18008914416"
    assert day_of("24.11.2026") == day_of("2026-11-24") == day_of("२४/११/२०२६") == date(2026, 11, 24)
    for bad in ("12", "call me", "1" * 16):
        with pytest.raises(BadInput):
            phone_of(bad)
