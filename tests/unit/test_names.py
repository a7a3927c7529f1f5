"""Is it one name? By sound, initials, order, short forms; and why, as data."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from controlroom.clues.names import MOST, PROPOSED, SHOWN, Reason, alike, name_keys, sought_keys
from controlroom.clues.names.written import names_in

SAID = "Ram राम R. K आर. Kumar कु० Devi देवी Md मो० Verma s/o पुत्र urf उर्फ जी"
PIECES = st.sampled_from([*"@()/.-_x7क़्ं", *SAID.split()])
ANY_TEXT = st.one_of(st.text(max_size=40), st.lists(PIECES, max_size=12).map(" ".join))


def hows(a: str, b: str) -> set[str]:
    return {reason.how for reason in alike(a, b).reasons}


def test_that_no_name_is_certain() -> None:
    assert alike("राम कुमार वर्मा", "राम कुमार वर्मा").score == MOST < 1


@pytest.mark.parametrize("text", ["", "  ", "123", "@", "s/o", "🙂", "\0", "()", "श्री"])
def test_that_what_names_nobody_is_like_nobody(text: str) -> None:
    assert alike(text, "Ram Kumar Verma").score == 0
    assert alike(text, "").reasons == ()


def test_that_the_reason_names_the_pieces_as_they_were_written() -> None:
    found = alike("R. Verma", "वर्मा रामू")
    assert Reason("sound", "Verma", "वर्मा") in found.reasons
    assert Reason("initial", "R", "रामू") in found.reasons
    assert Reason("order") in found.reasons


@pytest.mark.parametrize(
    ("a", "b", "how"),
    [
        ("Shivani Rawat", "शिवानी रावत", "sound"),
        ("R. K. Verma", "Ram Kumar Verma", "initial"),
        ("आर. के. वर्मा", "Ram Kumar Verma", "initial"),
        ("Verma Ram Kumar", "Ram Kumar Verma", "order"),
        ("Ramkumar Verma", "Ram Kumar Verma", "joined"),
        ("Raju Yadav", "Rajesh Yadav", "short"),
        ("Raju @ Rajesh Yadav", "राजेश यादव", "same"),
        ("Rajesh s/o Ram Lal", "राजेश पुत्र रामलाल", "kin"),
        ("Geeta w/o Suresh Pal", "गीता पति सुरेश पाल", "kin"),
        ("जगदीश प्रजापति", "Jagdish Prajapati", "same"),  # no husband in it
        ("Rajesh Yadav", "Rajesh", "only"),
    ],
)
def test_that_one_name_is_proposed_with_its_reason(a: str, b: str, how: str) -> None:
    assert alike(a, b).score >= PROPOSED
    assert how in hows(a, b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Sunita", "Sangita"),
        ("Ram Kumar", "Raj Kumar"),
        ("Rakesh Yadav", "Mukesh Yadav"),
        ("Priya", "Priyanka"),
        ("Sunita Devi", "Anita Devi"),
        ("Suresh Kumar", "Ramesh Kumar s/o Suresh Kumar"),
        ("Ramesh s/o Mahesh", "Ramesh s/o Dinesh"),
        ("Rakesh (brother of Anil Yadav)", "Anil Yadav"),
    ],
)
def test_that_another_name_is_not_proposed(a: str, b: str) -> None:
    assert alike(a, b).score < PROPOSED


@pytest.mark.parametrize(
    ("kept", "sought"),
    [
        ("Ram Kumar Verma", "R. K. Verma"),
        ("R. K. Verma", "Ram Kumar Verma"),
        ("राम कुमार वर्मा", "Ramkumar"),
        ("Rajesh Yadav", "Raju"),
        ("मो० इरफान", "Irfan"),
        ("Sunita Devi", "सुनीता"),
    ],
)
def test_that_a_known_name_is_found_by_its_keys(kept: str, sought: str) -> None:
    assert name_keys(kept) & sought_keys(sought)


def test_that_keys_are_few() -> None:
    assert len(name_keys("Mohammad Abdul Rahman Khan alias Guddu")) <= 30
    assert name_keys("") == frozenset()


@given(ANY_TEXT, ANY_TEXT)
def test_that_any_two_texts_are_compared_the_same_from_either_side(a: str, b: str) -> None:
    one, other = alike(a, b), alike(b, a)
    assert one.score == pytest.approx(other.score)
    assert 0 <= one.score <= MOST


@given(ANY_TEXT)
def test_that_whatever_names_somebody_is_found_by_itself(text: str) -> None:
    assert bool(sought_keys(text) & name_keys(text)) == (alike(text, text).score > 0)


@pytest.mark.parametrize("text", ["Ram " * 10_000, "क" * 50_000, "ab cd ef@" * 30_000, "s/o " * 20_000])
def test_that_of_a_very_long_text_only_so_much_is_read(text: str) -> None:
    taken = names_in(text)
    assert len(taken.names) <= 4
    assert all(len(name.pieces) <= 6 for name in taken.names)
    assert len(name_keys(text)) <= 100


def test_that_a_family_name_alone_is_shown_and_never_proposed() -> None:
    assert SHOWN <= alike("Yadav", "Pooja Yadav").score < PROPOSED
