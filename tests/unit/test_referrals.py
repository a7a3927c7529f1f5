"""The rules of referrals and reminders: who is covered, what is late, what is told, what an answer says."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from controlroom.casework.care.caremessage import NEEDS, Told, referral_message, reminder_message
from controlroom.clues.careanswers import read_district_answer, read_service_answer
from controlroom.domain.care.person import Kin, Person
from controlroom.domain.care.personfold import fold_person
from controlroom.domain.care.referrals import (
    ANSWER_HOURS,
    FIRST,
    REASONS,
    SERVICES,
    Answer,
    Asked,
    Referral,
    covers,
    hours_from,
    referral_standing,
    stage_of,
)
from controlroom.domain.events import PERSON, Event, IdClock, audience_of

T0 = datetime(2026, 1, 14, 20, 30, tzinfo=UTC)
FILE = UUID(int=1)
NOBODY = "+919839099999"


def referral(*answers: tuple[str, float], **more: object) -> Referral:
    asked = Asked("", T0, "phone", "", 24, "meera")
    said = tuple(
        Answer(UUID(int=n), step, "", "phone", "", T0 + timedelta(hours=hours), "meera")
        for n, (step, hours) in enumerate(answers)
    )
    one = Referral(
        UUID(int=2), FILE, "hospital", "x", "KGMU", "2026-1", None, "consent", None, (asked,), said
    )
    return one._replace(**more)  # type: ignore[arg-type]


def state(one: Referral, hours: float, *, agreed: bool = True) -> str:
    return referral_standing(one, is_agreed=agreed, now=T0 + timedelta(hours=hours)).state


def test_that_what_has_no_answer_in_its_time_is_overdue_and_nothing_else_is() -> None:
    assert [state(referral(), hours) for hours in (0, 24, 24.01)] == ["waiting", "waiting", "overdue"]
    assert state(referral(("acknowledged", 3)), 99) == "acknowledged"
    assert state(referral(("acknowledged", 3), ("declined", 5)), 99) == "declined"
    assert state(referral(("acknowledged", 3)), 99, agreed=False) == "withdrawn"
    assert state(referral(end="seen"), 99, agreed=False) == "over"


def test_that_a_second_asking_waits_anew_and_an_answer_from_before_does_not_count() -> None:
    again = Asked("", T0 + timedelta(hours=30), "phone", "", 24, "meera")
    one = referral(("declined", 5))
    twice = one._replace(asked=(*one.asked, again))
    assert [state(twice, hours) for hours in (31, 54, 54.1)] == ["waiting", "waiting", "overdue"]
    assert state(twice._replace(asked=twice.asked[::-1]), 31) == "waiting"  # whatever came over first


def test_that_danger_to_life_needs_a_supervisor_and_then_no_consent() -> None:
    assert state(referral(basis="danger"), 1, agreed=False) == "withdrawn"  # nobody has stated it
    assert state(referral(basis="danger", vouched_by="sunita"), 1, agreed=False) == "waiting"


@pytest.mark.parametrize(
    ("what", "services"),
    [
        ("referral", set(SERVICES)),
        ("Referral to Tele-MANAS", {"tele-manas"}),
        ("referral 181", {"181"}),
        ("Tele-MANAS", {"tele-manas"}),
        ("DMHP", {"dmhp"}),
        ("NGO", {"ngo"}),
        ("follow-up", set()),
        ("family", set()),
        ("", set()),
    ],
)
def test_that_a_consent_covers_what_was_agreed_to_and_no_more(what: str, services: set[str]) -> None:
    assert {service for service in SERVICES if covers(what, service)} == services


@given(st.dictionaries(st.sampled_from([*SERVICES, "x"]), st.one_of(st.integers(), st.text(), st.none())))
def test_that_hours_of_another_version_leave_usable_ones(told: dict[str, object]) -> None:
    hours = hours_from(told)
    assert set(hours) == {*ANSWER_HOURS, "reminder"}
    assert all(1 <= count <= 720 for count in hours.values())


def test_that_a_contact_has_a_stage_from_its_day_on() -> None:
    days = [
        stage_of(date(2026, 1, 15), date(2026, 1, 15) + timedelta(days=n)) for n in (-1, 0, 2, 3, 6, 7, 99)
    ]
    assert days == ["", "due", "due", "late", "late", "very-late", "very-late"]


# --- what is told -------------------------------------------------------------------------------------------


def person(**more: object) -> Person:
    made = Person(FILE, names=("Ravi Kumar Verma",), phones=("+919839012345", NOBODY), district="Lucknow")
    made.accounts, made.helps, made.avoid = (
        ("https://www.facebook.com/ravi.k.99",),
        ("his sister",),
        ("debts",),
    )
    made.never_call, made.safe_from, made.safe_to, made.language = (NOBODY, "Om"), "18:00", "20:00", "hi"
    made.kin = (Kin("Om", "father", NOBODY, is_guardian=True), Kin("Sita Devi", "mother", "+919839055555"))
    for name, value in more.items():
        setattr(made, name, value)
    return made


TOLD = Told(UUID(int=9), FILE, "2026-K7-0012", "en", T0, T0 + timedelta(hours=24), "0522-2724003")


@pytest.mark.parametrize("service", SERVICES)
@pytest.mark.parametrize("reason", REASONS)
def test_that_a_service_is_told_no_more_than_it_needs(service: str, reason: str) -> None:
    message = referral_message(person(), service, reason, TOLD, in_danger=False)
    text = "\n".join((message.title, *message.lines, *message.script))
    assert "Ravi" in text and "98390 12345" in text and "18:00 to 20:00" in text
    for kept_back in ("facebook", "his sister", "debts", "99999", "Om", "Sita", "suicidal"):
        assert kept_back not in text
    assert ("Verma" in text) == ("name" in NEEDS[service])
    assert ("suicide" in text) == (reason == "crisis" and "reason" in NEEDS[service])


def test_that_for_a_child_the_guardian_is_spoken_with_unless_nobody_may_call_them() -> None:
    child = person(is_minor=True)
    barred = referral_message(child, "1098", "child", TOLD, in_danger=False).text
    assert "Om" not in barred
    child.never_call = ()
    told = referral_message(child, "1098", "child", TOLD, in_danger=False).text
    assert "speak with the guardian: Om, father" in told and "98390 12345" not in told


@pytest.mark.parametrize("language", ["en", "hi"])
@pytest.mark.parametrize("contact", ["1w", FIRST])
def test_that_a_district_reads_a_first_name_and_a_number_alone(contact: str, language: str) -> None:
    told = Told(UUID(int=9), FILE, "2026-K7-0012", language, T0, T0)
    message = reminder_message(
        "Ravi", contact, date(2026, 1, 15), told, district="Lucknow", by_guardian=False
    )
    assert "Ravi" in message.text and "2026-K7-0012" in message.text and "15.01.2026" in message.text
    assert "Ravi" not in message.short and "2026-K7-0012" in message.short
    assert not message.is_urgent


# --- what they answer ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Received, thank you.", "acknowledged"),
        ("We will call her tomorrow", "acknowledged"),
        ("Appointment given for Monday 10 am", "acknowledged"),
        ("पावती", "acknowledged"),
        ("मिल गया, कल बात करेंगे", "acknowledged"),
        ("We cannot take this case, no bed", "declined"),
        ("Declined: not our district", "declined"),
        ("हम यह केस नहीं ले सकते", "declined"),
        ("स्वीकार नहीं है", "declined"),
        ("Received, but we cannot take it", "unclear"),
        ("Not received the attachment", "unclear"),
        ("Who is this?", "unclear"),
        ("Have you received consent?", "unclear"),
        ("", "unclear"),
    ],
)
def test_that_an_answer_of_a_service_is_read_or_left_to_a_person(text: str, said: str) -> None:
    assert read_service_answer(text) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Done", "done"),
        ("SI Verma visited him today", "done"),
        ("spoke with her, she is well", "done"),
        ("बात हो गई", "done"),
        ("Acknowledged. Will be done tomorrow", "acknowledged"),
        ("मिल गया", "acknowledged"),
        ("Not done yet", "unclear"),
        ("We could not visit, house locked", "unclear"),
        ("बात नहीं हो पाई", "unclear"),
        ("Is it done by you?", "unclear"),
        ("", "unclear"),
    ],
)
def test_that_what_a_district_has_not_done_is_never_done(text: str, said: str) -> None:
    assert read_district_answer(text) == said


def test_that_an_answer_that_is_keyed_in_late_does_not_take_the_place_of_a_later_one() -> None:
    """By the time at which it was said, whatever order the room took the events in."""
    ids, asked = (
        IdClock(),
        {"referral": str(UUID(int=2)), "service": "hospital", "entry": "x", "name": "KGMU"},
    )
    asked |= {"basis": "danger", "by": "phone", "hours": 24}

    def told(kind: str, after: float, **body: object) -> Event:
        at, said = T0 + timedelta(hours=9), T0 + timedelta(hours=after)
        return Event(ids.next(), PERSON, FILE, kind, 1, said, at, "m", "d", body, audience_of(kind))

    made = told("referral_made", 0, **asked)
    yes = told("referral_answered", 2, referral=asked["referral"], step="acknowledged")
    no = told("referral_answered", 5, referral=asked["referral"], step="declined")
    for order in ([made, yes, no], [made, no, yes]):
        [one] = fold_person(FILE, order, is_ordered=True).referrals
        assert one.answer == "declined"
