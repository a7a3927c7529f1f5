"""A person: any order of arrival is one person, joined and split files lose nothing, notes move nothing."""

import random
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from controlroom.domain.care.personfold import fold_person, linked_files
from controlroom.domain.care.plans import Contact, contact_state, day_in_india, standing_of
from controlroom.domain.care.referralfold import ASKING
from controlroom.domain.events import KINDS, PERSON, Event, IdClock, audience_of

T0 = datetime(2026, 1, 14, 20, 30, tzinfo=UTC)  # 15 January in India
FILES = [UUID(int=n) for n in (1, 2, 3)]
PLANS = [str(UUID(int=n)) for n in (11, 12)]
CASES = [str(UUID(int=n)) for n in (21, 22)]
_ids = IdClock()
CONTACTS = [{"key": "1w", "due": "2026-01-22"}, {"key": "2w", "due": "2026-01-29"}]

_plan = st.sampled_from(PLANS)
_referral = st.sampled_from([str(UUID(int=n)) for n in (31, 32)])
_letter = st.sampled_from([str(UUID(int=n)) for n in (41, 42)])
_owner = st.fixed_dictionaries({"kind": st.just("counsellor"), "name": st.sampled_from(["meera", "irfan"])})
_name = st.sampled_from(["Ravi Kumar", "रवि कुमार", "R. Kumar"])
BODIES = {
    "person_opened": st.fixed_dictionaries(
        {"case": st.sampled_from(CASES), "names": st.lists(_name, max_size=2)}
    ),
    "person_told": st.fixed_dictionaries(
        {
            "names": st.lists(_name, max_size=2),
            "helps": st.lists(st.text(max_size=4), max_size=2),  # as it stood before there was `care_told`
            "minor": st.booleans(),
        }
    ),
    "care_told": st.fixed_dictionaries(
        {
            "helps": st.lists(st.text(max_size=4), max_size=2),
            "language": st.sampled_from(["hi", "ur"]),
            "kin": st.lists(
                st.fixed_dictionaries({"name": st.sampled_from(["Asha", "Om"]), "guardian": st.booleans()}),
                max_size=2,
                unique_by=lambda one: one["name"],
            ),
        }
    ),
    "person_untold": st.fixed_dictionaries({"field": st.sampled_from(["names", "helps"]), "value": _name}),
    "care_untold": st.fixed_dictionaries({"field": st.sampled_from(["helps", "kin"]), "value": _name}),
    "reason_told": st.fixed_dictionaries(
        {"plan": _plan, "of": st.sampled_from(["plan_ended", "contact_moved"]), "reason": st.just("to Pune")}
    ),
    "case_linked": st.fixed_dictionaries({"case": st.sampled_from(CASES), "number": st.just("2026-K7-0001")}),
    "persons_joined": st.fixed_dictionaries({"other": st.sampled_from([str(one) for one in FILES])}),
    "persons_split": st.fixed_dictionaries({"other": st.sampled_from([str(one) for one in FILES])}),
    "plan_started": st.fixed_dictionaries(
        {
            "plan": _plan,
            "template": st.just("who-bic"),
            "start": st.just("2026-01-15"),
            "owner": _owner,
            "contacts": st.just(CONTACTS),
        }
    ),
    "plan_handed_on": st.fixed_dictionaries({"plan": _plan, "owner": _owner}),
    "plan_ended": st.fixed_dictionaries({"plan": _plan, "end": st.sampled_from(["completed", "moved"])}),
    "contact_tried": st.fixed_dictionaries(
        {
            "plan": _plan,
            "contact": st.sampled_from(["1w", "2w", "9w"]),
            "result": st.sampled_from(["reached", "no-answer", "no such result"]),
        }
    ),
    "contact_moved": st.fixed_dictionaries(
        {
            "plan": _plan,
            "contact": st.sampled_from(["1w", "2w"]),
            "due": st.sampled_from(["2026-01-20", "2026-02-30"]),
        }
    ),
    "contact_noted": st.fixed_dictionaries({"text": st.text(min_size=1, max_size=4)}),
    "consent_given": st.just({"what": "follow-up"}),
    "consent_withdrawn": st.just({"what": "follow-up"}),
    "referral_made": st.fixed_dictionaries(
        {
            "referral": _referral,
            "service": st.just("hospital"),
            "entry": st.just("x"),
            "name": st.just("KGMU"),
            "basis": st.sampled_from(["consent", "danger"]),
            "by": st.sampled_from(["mail", "phone"]),
            "hours": st.sampled_from([24, 0]),
            "letter": _letter,
        }
    ),
    "referral_repeated": st.fixed_dictionaries(
        {"referral": _referral, "by": st.just("mail"), "hours": st.just(24), "letter": _letter}
    ),
    "referral_answered": st.fixed_dictionaries(
        {"referral": _referral, "step": st.sampled_from(["acknowledged", "declined", "?"])}
    ),
    "referral_ended": st.fixed_dictionaries({"referral": _referral, "end": st.just("seen")}),
    "referral_explained": st.fixed_dictionaries({"referral": _referral, "text": st.text(max_size=3)}),
    "danger_stated": st.fixed_dictionaries({"referral": _referral}),
    "reminder_made": st.fixed_dictionaries(
        {
            "reminder": _letter,
            "plan": _plan,
            "contact": st.just("1w"),
            "stage": st.just("due"),
            "by": st.just("sms"),
            "hours": st.just(24),
            "letter": _letter,
        }
    ),
    "reminder_answered": st.fixed_dictionaries({"reminder": _letter, "step": st.just("done")}),
    "letter_sent": st.fixed_dictionaries({"letter": _letter}),
    "letter_failed": st.fixed_dictionaries({"letter": _letter, "why": st.just("refused")}),
    "a_kind_of_next_year": st.just({"who": "knows"}),
}


@st.composite
def stories(draw: st.DrawFn) -> list[Event]:
    """Events of three files of one person: some confirmed, some pending, some taken back."""
    events: list[Event] = []
    count, confirmed = draw(st.integers(1, 16)), draw(st.integers(0, 16))
    for n in range(count):
        kind = draw(st.sampled_from([*BODIES, "event_undone"]))
        if kind == "event_undone" and not events:
            continue
        body = (
            {"event": str(draw(st.sampled_from(events)).id)} if kind == "event_undone" else draw(BODIES[kind])
        )
        at = T0 + timedelta(minutes=n)
        happened = at - timedelta(hours=draw(st.integers(0, 400)))
        file, actor = draw(st.sampled_from(FILES)), draw(st.sampled_from(["asha", "meera"]))
        event = Event(_ids.next(), "person", file, kind, 1, happened, at, actor, "d", body, audience_of(kind))
        events.append(event._replace(seq=n + 1 if n < confirmed else None))
    return events


@given(stories(), st.randoms(use_true_random=False))
def test_that_any_order_of_arrival_folds_to_the_same_person(story: list[Event], rng: random.Random) -> None:
    shuffled = story + rng.sample(story, len(story) // 2)
    rng.shuffle(shuffled)
    assert fold_person(FILES[0], shuffled) == fold_person(FILES[0], story)


@given(stories())
def test_that_no_attempt_and_no_note_is_lost_or_doubled(story: list[Event]) -> None:
    undone = {event.body["event"] for event in story if event.kind == "event_undone"}
    person = fold_person(FILES[0], story)
    if any(event.kind == "event_undone" and str(event.id) in undone for event in story):
        return  # an undo of an undo: what stands is told by the fold of cases' own tests
    stands = [event for event in story if str(event.id) not in undone]
    tried = [e.id for e in stands if e.kind == "contact_tried" and e.body["result"] != "no such result"]
    assert sorted(one.id for one in person.attempts) == sorted(tried)
    assert len(person.notes) == sum(event.kind == "contact_noted" for event in stands)
    assert len(person.unknown_kinds) == sum(event.kind == "a_kind_of_next_year" for event in stands)
    asked = [e for e in story if e.kind in ASKING and e not in stands]  # what has left stays
    assert person.event_count == len(stands) + len(asked)


@given(stories())
def test_that_what_fewer_people_read_moves_no_plan_and_no_case(story: list[Event]) -> None:
    person = fold_person(FILES[0], story)
    others = fold_person(FILES[0], [event for event in story if event.audience == "case"])
    for name in (
        "names",
        "is_minor",
        "cases",
        "consents",
        "links",
        "loose",
        "last_contact",
        "referrals",
        "reminders",
        "referrals",
        "reminders",
    ):
        assert getattr(person, name) == getattr(others, name)
    assert [plan._replace(end_reason="") for plan in person.plans] == list(others.plans)
    assert (others.notes, others.kin, others.language) == ((), (), "")


@given(stories())
def test_that_at_most_one_plan_runs(story: list[Event]) -> None:
    plans = fold_person(FILES[0], story).plans
    assert sum(plan.is_running for plan in plans) <= 1
    assert all(plan.is_running or plan.end or plan.replaced_by for plan in plans)


@given(stories())
def test_that_each_file_by_itself_holds_what_was_told_to_it(story: list[Event]) -> None:
    whole = fold_person(FILES[0], story)
    parts = [fold_person(file, [event for event in story if event.stream_id == file]) for file in FILES]
    if any(event.kind == "event_undone" for event in story):
        return  # an undo may stand in another file here, which no desk would write
    assert sum(part.event_count for part in parts) == whole.event_count
    assert sorted(note.id for part in parts for note in part.notes) == sorted(n.id for n in whole.notes)
    kept = {attempt.id for part in parts for attempt in part.attempts}
    assert kept == {attempt.id for attempt in whole.attempts}


def told(kind: str, hour: float, *, file: UUID = FILES[0], **body: object) -> Event:
    at = T0 + timedelta(hours=hour)
    return Event(_ids.next(), "person", file, kind, 1, at, at, "meera", "d", body, audience_of(kind))


def started(hour: float, plan: str = PLANS[0], **more: object) -> Event:
    owner = {"kind": "counsellor", "name": "meera"}
    body = {"plan": plan, "template": "who-bic", "start": "2026-01-15", "owner": owner, "contacts": CONTACTS}
    return told("plan_started", hour, **{**body, **more})


def links_of(events: Iterable[Event]) -> frozenset[frozenset[UUID]]:
    """The joins that stand among the events of one file."""
    return frozenset(fold_person(UUID(int=0), events).links)


def test_that_joins_have_no_direction_and_close_no_circle() -> None:
    a, b, c = FILES
    story = [told("persons_joined", 1, file=a, other=str(b)), told("persons_joined", 2, file=a, other=str(b))]
    assert links_of(story) == {frozenset({a, b})}
    assert linked_files(links_of(story), b) == {a, b}
    both = [*story, told("persons_joined", 3, file=b, other=str(c))]
    assert linked_files(links_of(both), a) == {a, b, c}
    apart = [*both, told("persons_split", 4, file=a, other=str(b))]
    assert linked_files(links_of(apart), a) == {a}
    assert linked_files(links_of(apart), c) == {b, c}
    for file, other in ((a, a), (b, a)):  # with itself, or told where its split would not be seen
        assert links_of([told("persons_joined", 1, file=file, other=str(other))]) == frozenset()


def test_that_a_new_start_replaces_the_plan_that_runs_and_keeps_its_contacts() -> None:
    story = [started(0), told("contact_tried", 30, plan=PLANS[0], contact="1w", result="reached")]
    again = fold_person(FILES[0], [*story, started(40, PLANS[1])])
    first, second = again.plans
    assert (first.is_running, second.is_running, str(first.replaced_by)) == (False, True, PLANS[1])
    assert first.contacts[0].is_made
    assert again.last_contact == (T0 + timedelta(hours=30), "meera")


def test_that_a_try_of_a_plan_that_was_taken_back_is_kept() -> None:
    plan, tried = started(0), told("contact_tried", 30, plan=PLANS[0], contact="1w", result="reached")
    undo = told("event_undone", 31, event=str(plan.id))
    person = fold_person(FILES[0], [plan, tried, undo])
    assert (person.plans, [one.id for one in person.loose]) == ((), [tried.id])
    assert person.last_contact is not None


def test_that_a_contact_is_owed_until_a_later_one_is_made() -> None:
    begun = started(0)
    tried = told("contact_tried", 24 * 15, plan=PLANS[0], contact="2w", result="reached")
    plan = fold_person(FILES[0], [begun]).plans[0]
    night = datetime(2026, 1, 29, 19, 0, tzinfo=UTC)  # 00:30 on the 30th in India
    assert [contact_state(plan, one, night) for one in plan.contacts] == ["overdue", "overdue"]
    assert standing_of(plan, night).overdue == (date(2026, 1, 22), date(2026, 1, 29))
    before = night - timedelta(hours=1)
    assert [contact_state(plan, one, before) for one in plan.contacts] == ["overdue", "due"]
    assert standing_of(plan, before).is_due_today
    made = fold_person(FILES[0], [begun, tried]).plans[0]
    assert [contact_state(made, one, night) for one in made.contacts] == ["missed", "made"]
    assert standing_of(made, night).overdue == ()


def test_that_the_first_contact_is_due_after_a_day_and_late_after_three() -> None:
    plan = fold_person(FILES[0], [started(0)]).plans[0]
    found = [standing_of(plan, T0 + timedelta(hours=hours)).first for hours in (1, 24, 72, 73)]
    assert found == ["early", "due", "due", "late"]


def test_that_an_ended_plan_owes_nothing() -> None:
    ended = [started(0), told("plan_ended", 5, plan=PLANS[0], end="moved", reason="to Nagpur")]
    plan = fold_person(FILES[0], ended).plans[0]
    late = T0 + timedelta(days=90)
    assert (plan.end, plan.end_reason, plan.ended_at) == ("moved", "to Nagpur", T0 + timedelta(hours=5))
    assert standing_of(plan, late) == ((), False, None, "")
    assert {contact_state(plan, one, late) for one in plan.contacts} == {"let-go"}


def test_that_a_body_nobody_can_use_stops_nobody() -> None:
    odd = [
        told(kind, 1, plan=7, contacts="x", kin=3, what=None, other="?")
        for kind in KINDS
        if kind != "person_erased"
    ]
    person = fold_person(FILES[0], [*odd, told("person_told", 2, names=["Ravi"])])
    assert person.first_name == "Ravi"
    assert "plan_started" in person.unreadable


def test_that_an_extra_contact_finds_its_place_among_the_planned() -> None:
    begun = started(0)
    tried = told("contact_tried", 40, plan=PLANS[0], contact="x1", extra="2026-01-17", result="reached")
    plan = fold_person(FILES[0], [begun, tried]).plans[0]
    assert [(one.key, one.is_made) for one in plan.contacts] == [("x1", True), ("1w", False), ("2w", False)]
    assert plan.owed == (Contact("1w", date(2026, 1, 22), date(2026, 1, 22)), plan.contacts[2])
    assert day_in_india(T0) == date(2026, 1, 15)


def test_that_the_rooms_order_counts_and_not_when_a_desk_made_it() -> None:
    """What a desk wrote first, and the room took last, is the last word; what is pending comes behind."""

    def told(language: str, seq: int | None) -> Event:
        body = {"language": language}
        kind = "care_told"
        return Event(
            _ids.next(), PERSON, FILES[0], kind, 1, T0, T0, "asha", "d", body, audience_of(kind), seq=seq
        )

    first, second, pending = told("hi", 9), told("ur", 8), told("en", None)
    assert fold_person(FILES[0], [first, second]).language == "hi"
    assert fold_person(FILES[0], [pending, second, first]).language == "en"
