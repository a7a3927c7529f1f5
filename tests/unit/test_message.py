"""What a receiver is told: how sure the place is, what they need and no more, in both languages."""

import re

import pytest
from letters import FAR, POST, STF, message, told

from controlroom.domain.triage import RECEIVERS

BLAMING = re.compile(r"\b(victim|accused|commit\w*|offen[cd]\w*)\b|अभियुक्त|आरोपी|अपराध|पीड़ित", re.I)


@pytest.mark.parametrize("language", ["en", "hi"])
@pytest.mark.parametrize("receiver", [*RECEIVERS, "lucknow-mail"])
def test_that_every_letter_says_the_number_and_whom_to_call_and_blames_nobody(
    receiver: str, language: str
) -> None:
    letter = message(receiver=receiver, language=language)
    for text in (letter.text, letter.short, "\n".join(letter.script)):
        assert "2026-K7-0012" in text and "0522-2724003" in text
        assert not BLAMING.search(text)
        assert POST not in text and "pills" not in text
        assert "192.0.2.7" not in text and "ravi@example.org" not in text
        assert "{" not in text


def test_that_a_receiver_gets_what_it_needs_and_no_more() -> None:
    police, ambulance, family = (message(receiver=one).text for one in ("112", "108", "family"))
    assert "Ravi Kumar" in police and "+91 98390 12345" in police and "facebook.com/ravi.k.99" in police
    assert "+91 98390 12345" in ambulance and "facebook" not in ambulance
    assert "98390" not in family and "facebook" not in family
    short = message().short
    assert "Ravi" not in short and "facebook" not in short and "98390" in short
    assert len(short) <= 320


def test_that_a_letter_says_how_sure_the_place_is() -> None:
    sure = message().text
    assert "within 350 m. Source: STF, from the phone, 15.01.2026 02:01 IST." in sure
    assert "GUESS" not in sure
    assert "District Lucknow." in sure
    wide = message(told("place_found", 60, **(STF | {"accuracy_m": 8000, "is_guess": True}))).text
    assert "within 8 km" in wide and "circle is wide" in wide
    assert (
        "District probably Lucknow." in wide and "GUESS" not in wide
    )  # the district is guessed, not the place
    silent = message(told("place_found", 60, **(STF | {"accuracy_m": None}))).text
    assert "nobody has said how exact" in silent
    owners = message(told("place_found", 60, **(STF | {"whose": "phone-owner"}))).text
    assert "owner of the phone, who may be somebody else" in owners


def test_that_places_that_conflict_are_both_told_and_the_refuted_one_as_such() -> None:
    other = told("place_found", 30, **FAR)
    both = message(other, told("place_found", 60, **STF)).text
    assert "Another source names another place: Kalyanpur, Kanpur" in both and "75.3 km away" in both
    near = message(told("place_found", 30, **(STF | {"lat": 26.8470})), told("place_found", 60, **STF)).text
    assert "Another source" not in near
    gone = message(
        other, told("report_received", 50, step="not-at-place"), told("place_found", 60, **STF)
    ).text
    assert "Not found at: Kalyanpur, Kanpur" in gone


def test_that_a_place_of_the_alert_is_a_guess_until_a_person_takes_it_for_right() -> None:
    points = {"points": [{"lat": 26.9, "lon": 80.9, "accuracy_m": 20, "source": "meta"}]}
    fresh = told("alert_received", 1, source="mail", mail="ab", facts=points)
    assert "GUESS" in message(fresh).text and "(guess)" in message(fresh).short
    chosen = told("place_chosen", 2, lat=26.9, lon=80.9, source="meta", reason="the family says so")
    assert "GUESS" not in message(fresh, chosen).text


def test_that_a_letter_without_a_place_says_so() -> None:
    letter = message(told("case_claimed"))
    assert "Place: not known yet." in letter.text and "Place: not known yet." in letter.short


def test_that_an_exercise_is_marked_on_everything() -> None:
    for language, word in (("en", "EXERCISE"), ("hi", "अभ्यास")):
        letter = message(exercise=True, language=language)
        assert all(word in text for text in (letter.title, letter.short, "\n".join(letter.script)))
