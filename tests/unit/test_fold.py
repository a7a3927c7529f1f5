"""The fold: any order of arrival gives the same case, no step is lost, and an undo takes back exactly one."""

import random
from datetime import UTC, datetime, timedelta
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from controlroom.domain.case import LADDER, RANK, Case
from controlroom.domain.clocks import clocks
from controlroom.domain.events import KINDS, Event, IdClock, audience_of
from controlroom.domain.fold import advance, fold, last_step, undone_ids

T0 = datetime(2026, 1, 14, 20, 30, tzinfo=UTC)
CASE = UUID(int=1)
OTHERS = [UUID(int=n) for n in (2, 3)]
REPORTS = ("acknowledged", "en-route", "at-scene", "with-person", "not-at-place")
_ids = IdClock()

BODIES = {
    "alert_received": st.fixed_dictionaries(
        {
            "number": st.sampled_from(["2026-K7-0001", "2026-B2-0004"]),
            "mail": st.sampled_from(["", "aa", "bb"]),
            "source": st.just("mail"),
            "text": st.text(max_size=5),
            "facts": st.fixed_dictionaries(
                {
                    "phones": st.lists(st.sampled_from(["+919839012345", "+919839012346"]), max_size=2),
                    "points": st.lists(st.just({"lat": 26.8, "lon": 80.9}), max_size=1),
                }
            ),
        }
    ),
    "join_proposed": st.fixed_dictionaries(
        {"other": st.sampled_from([str(o) for o in OTHERS]), "number": st.just("n"), "why": st.just(["p"])}
    ),
    "join_declined": st.fixed_dictionaries({"other": st.sampled_from([str(o) for o in OTHERS])}),
    "person_proposed": st.fixed_dictionaries(
        {"person": st.sampled_from([str(o) for o in OTHERS]), "why": st.just(["p"]), "sure": st.booleans()}
    ),
    "person_confirmed": st.fixed_dictionaries({"person": st.sampled_from([str(o) for o in OTHERS])}),
    "person_declined": st.fixed_dictionaries({"person": st.sampled_from([str(o) for o in OTHERS])}),
    "case_triaged": st.fixed_dictionaries({"category": st.sampled_from(["attempt", "unclear"])}),
    "location_tried": st.fixed_dictionaries({"text": st.text(max_size=5)}),
    "place_found": st.fixed_dictionaries(
        {"lat": st.floats(-90, 90), "lon": st.floats(-180, 180), "source": st.just("stf")}
    ),
    "fact_added": st.just({"facts": {"phones": ["+919839012399"]}}),
    "note_added": st.fixed_dictionaries({"text": st.text(min_size=1, max_size=5)}),
    "handed_over": st.fixed_dictionaries({"to": st.sampled_from(["112", "thana"])}),
    "report_received": st.fixed_dictionaries({"step": st.sampled_from(REPORTS)}),
    "place_chosen": st.just({"lat": 26.8, "lon": 80.9, "source": "other", "reason": "nearer"}),
    "jurisdiction_set": st.just({"district": "Lucknow", "thana": "Chinhat", "force": "district"}),
    "check_done": st.fixed_dictionaries({"item": st.sampled_from(["a", "b"])}),
    "handover_sent": st.just({"letter": "1"}),
    "handover_failed": st.just({"letter": "1", "why": "refused"}),
    "call_logged": st.just({"who": "thana", "phone": "112", "result": "no-answer"}),
    "outcome_recorded": st.sampled_from([{"facts": ["reached", "alive"]}, {"not_reached": "moved"}]),
    "case_joined": st.fixed_dictionaries(
        {"into": st.sampled_from([str(o) for o in OTHERS]), "number": st.just("n")}
    ),
    "case_absorbed": st.fixed_dictionaries(
        {"other": st.sampled_from([str(o) for o in OTHERS]), "number": st.just("n")}
    ),
    "a_kind_of_next_year": st.just({"who": "knows"}),
}
_NAMES = (
    "number",
    "mail",
    "facts",
    "other",
    "into",
    "lat",
    "lon",
    "step",
    "event",
    "text",
    "category",
    "why",
    "person",
)
_SCRAP = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=3)
PLAIN = [name for name in KINDS if name not in BODIES and name != "event_undone"]


@st.composite
def stories(draw: st.DrawFn) -> list[Event]:
    """Events of one case: some confirmed, some pending, entered late or early, some taken back."""
    events: list[Event] = []
    promised: list[UUID] = []  # taken back, and still to come
    count, confirmed = draw(st.integers(1, 14)), draw(st.integers(0, 14))
    for n in range(count):
        kind = draw(st.sampled_from([*BODIES, *PLAIN, "event_undone"]))
        if kind == "event_undone":
            if not events:
                continue
            if n < confirmed and draw(st.booleans()):  # the room took it before what it takes back
                promised.append(_ids.next())
            body = {"event": str(promised[-1] if promised else draw(st.sampled_from(events)).id)}
        else:
            body = draw(BODIES.get(kind, st.just({})))
        at = T0 + timedelta(seconds=n)
        happened = at - timedelta(seconds=draw(st.integers(0, 600)))
        actor = draw(st.sampled_from(["asha", "bilal"]))
        position = n + 1 if n < confirmed else None
        is_promised = bool(promised) and position is not None and kind != "event_undone"
        id_ = promised.pop() if is_promised else _ids.next()
        event = Event(id_, "case", CASE, kind, 1, happened, at, actor, "desk", body, audience_of(kind))
        events.append(event._replace(stream_seq=position, seq=position))
    return events


@given(stories(), st.randoms(use_true_random=False))
def test_that_any_order_of_arrival_folds_to_the_same_case(story: list[Event], rng: random.Random) -> None:
    shuffled = story + rng.sample(story, len(story) // 2)  # some arrive twice
    rng.shuffle(shuffled)
    assert fold(CASE, shuffled) == fold(CASE, story)


@given(stories())
def test_that_going_on_from_a_case_equals_folding_all(story: list[Event]) -> None:
    case = fold(CASE, [])
    for n, event in enumerate(story):
        after = advance(case, event)
        whole = fold(CASE, story[: n + 1])
        assert after is None or after == whole
        case = whole


@given(stories())
def test_that_no_step_is_lost(story: list[Event]) -> None:
    case, undone = fold(CASE, story), undone_ids(story)
    stands = [event for event in story if event.id not in undone]
    assert case.event_count == len(stands)
    assert len(case.notes) == sum(event.kind == "note_added" for event in stands)
    assert len(case.reports) == sum(event.kind == "report_received" for event in stands)
    assert len(case.hand_overs) == sum(event.kind == "handed_over" for event in stands)
    placed = sum(event.kind == "place_found" for event in stands)
    assert sum(not place.from_alert for place in case.places) == placed
    assert len(case.unknown_kinds) == sum(event.kind == "a_kind_of_next_year" for event in stands)


@given(stories())
def test_that_what_only_auditors_read_moves_no_state_owner_or_clock(story: list[Event]) -> None:
    case = fold(CASE, story)
    open_to_all = fold(CASE, [event for event in story if event.audience != "audit"])
    assert (case.state, case.owner, clocks(case)) == (
        open_to_all.state,
        open_to_all.owner,
        clocks(open_to_all),
    )


@given(stories())
def test_that_undoing_the_last_step_gives_the_case_without_it(story: list[Event]) -> None:
    story = [event for event in story if event.kind != "event_undone"]
    step = last_step(story)
    if step is None:
        return
    undo = step._replace(id=_ids.next(), kind="event_undone", body={"event": str(step.id)}, stream_seq=None)
    undone = fold(CASE, [*story, undo])
    without = fold(CASE, [event for event in story if event.id != step.id])
    for name in ("state", "owner", "places", "facts", "reports", "notes", "category", "steps"):
        assert getattr(undone, name) == getattr(without, name)


def told(kind: str, minute: float, *, entered: float | None = None, **body: object) -> Event:
    happened = T0 + timedelta(minutes=minute)
    at = T0 + timedelta(minutes=minute if entered is None else entered)
    return Event(_ids.next(), "case", CASE, kind, 1, happened, at, "asha", "d", body, audience_of(kind))


def test_that_a_case_does_not_go_on_by_what_was_taken_back_before_it_came() -> None:
    alert, place = told("alert_received", 0, number="n"), told("place_found", 1, lat=26.8, lon=80.9)
    undo = told("event_undone", 2, event=str(place.id))
    room = [event._replace(stream_seq=n, seq=n) for n, event in enumerate((alert, undo, place), 1)]
    early = fold(CASE, room[:2])
    assert advance(early, room[2]) is None
    assert fold(CASE, room).state == "new"
    report, again = (told("report_received", n, step="acknowledged", mail="ab") for n in (1, 3))
    one_back = fold(CASE, [alert, report, told("event_undone", 2, event=str(report.id))])
    assert advance(one_back, again) is None  # the same e-mail
    claim = told("case_claimed", 1)
    plain = fold(CASE, [alert, claim, told("event_undone", 2, event=str(claim.id))])
    assert advance(plain, again) is not None


def state(*events: Event) -> str:
    return fold(CASE, events).state


def test_that_the_ladder_is_climbed_rung_by_rung() -> None:
    story = [told("alert_received", 0, number="n")]
    seen = [state(*story)]
    for event in (
        told("case_claimed", 1),
        told("location_tried", 2, text="STF asked"),
        told("place_found", 3, lat=26.8, lon=80.9),
        told("handed_over", 4, to="112"),
        told("report_received", 5, step="acknowledged"),
        told("report_received", 6, step="en-route"),
        told("report_received", 7, step="at-scene"),
        told("report_received", 8, step="with-person"),
        told("outcome_recorded", 9, facts=["reached", "alive"]),
        told("follow_up_started", 10),
        told("case_closed", 11),
    ):
        story.append(event)
        seen.append(state(*story))
    assert seen == list(LADDER)


def test_that_a_late_report_does_not_pull_the_case_back() -> None:
    story = [told("case_claimed", 1), told("report_received", 8, step="with-person")]
    late = told("report_received", 6, entered=12, step="en-route")
    assert state(*story, late) == "with the person"


def test_that_not_at_the_place_goes_back_to_locating_also_when_told_late() -> None:
    story = [told("case_claimed", 1), told("report_received", 7, step="at-scene")]
    assert state(*story, told("report_received", 9, step="not-at-place")) == "locating"
    found = told("report_received", 12, step="with-person")
    assert (
        state(*story, found, told("report_received", 9, entered=20, step="not-at-place")) == "with the person"
    )


def test_that_of_two_claims_at_once_the_first_in_the_order_holds() -> None:
    mine, theirs = told("case_claimed", 1), told("case_claimed", 1)._replace(actor="ravi")
    assert fold(CASE, [mine, theirs]).owner == "asha"
    assert fold(CASE, [theirs._replace(stream_seq=1), mine]).owner == "ravi"
    over = told("case_claimed", 2, **{"from": "asha"})._replace(actor="ravi")
    assert fold(CASE, [mine, over]).owner == "ravi"
    third = told("case_claimed", 2, **{"from": "asha"})._replace(actor="sunita")
    assert fold(CASE, [mine, over, third]).owner == "ravi"  # who was named does not hold it any more
    assert fold(CASE, [mine, told("case_released", 2), theirs._replace(id=_ids.next())]).owner == "ravi"


def test_that_a_released_case_is_new_again_and_a_located_one_keeps_its_place() -> None:
    claimed = told("case_claimed", 1)
    assert state(claimed, told("case_released", 2)) == "new"
    located = (claimed, told("place_found", 2, lat=1, lon=1), told("case_released", 3))
    assert fold(CASE, located).state == "located"
    assert fold(CASE, located).owner == ""


def test_that_reopening_gives_back_the_state_before_the_close() -> None:
    story = (told("case_claimed", 1), told("place_found", 2, lat=1, lon=1), told("case_closed", 3))
    assert state(*story, told("case_reopened", 4)) == "located"


def test_that_one_mail_taken_in_twice_is_one_alert_with_both_numbers() -> None:
    first = told("alert_received", 0, number="2026-K7-0001", mail="aa", text="x")
    second = told("alert_received", 1, number="2026-B2-0009", mail="aa", text="x")
    case = fold(CASE, [first, second])
    assert len(case.alerts) == 1
    assert case.numbers == ("2026-K7-0001", "2026-B2-0009")
    assert case.number == "2026-K7-0001"


def test_that_the_rooms_number_goes_before_the_desks() -> None:
    first = told("alert_received", 0, number="2026-K7-0001")._replace(number="2026-0042")
    case = fold(CASE, [first, told("note_added", 1, text="x")])
    assert (case.number, case.numbers) == ("2026-0042", ("2026-K7-0001", "2026-0042"))
    assert advance(Case(CASE), first) == fold(CASE, [first])


def test_that_an_event_nobody_can_use_leaves_nothing_behind_but_its_name() -> None:
    alert, note = told("alert_received", 0, number="n"), told("note_added", 3, text="x")
    half = told("place_found", 1, lat=26.8, lon=80.9, accuracy_m="wide")
    whole, without = fold(CASE, [alert, half, note]), fold(CASE, [alert, note])
    assert whole.unreadable == ("place_found",)
    assert (whole.places, whole.state, whole.notes) == (without.places, without.state, without.notes)
    before = fold(CASE, [alert])
    after = advance(before, half)
    assert after is not None
    assert after == fold(CASE, [alert, half])
    assert before == fold(CASE, [alert])


@given(stories(), st.integers(0, 13), st.recursive(_SCRAP, lambda inner: st.lists(inner, max_size=2)))
def test_that_no_body_stops_the_fold(story: list[Event], at: int, scrap: object) -> None:
    broken = story[at % len(story)]
    for body in (scrap, dict.fromkeys(_NAMES, scrap), {"facts": {"points": [scrap], "ips": [scrap]}}):
        bad = [event._replace(body=body) if event is broken else event for event in story]
        case = fold(CASE, bad)
        assert len(case.unreadable) <= 1
        assert case.event_count >= len(story) - sum(event.kind == "event_undone" for event in story)


def test_that_an_alert_cannot_be_taken_back() -> None:
    alert = told("alert_received", 0, number="n")
    case = fold(CASE, [alert, told("event_undone", 1, event=str(alert.id))])
    assert len(case.alerts) == 1


def test_that_who_recorded_the_outcome_cannot_review_it() -> None:
    story = [told("alert_received", 0), told("outcome_recorded", 1, not_reached="moved")]
    own = told("outcome_reviewed", 2, text="fine")
    assert fold(CASE, [*story, own]).review_due
    assert not fold(CASE, [*story, own, own._replace(id=_ids.next(), actor="bilal")]).review_due
    closed = [told("alert_received", 0), told("case_closed", 1, reason="x")]
    assert fold(CASE, [*closed, told("outcome_reviewed", 2)]).review_due
    assert not fold(CASE, [*closed, told("outcome_reviewed", 2)._replace(actor="bilal")]).review_due


def test_that_a_void_join_is_shown_and_moves_nothing() -> None:
    alert, join = told("alert_received", 0), told("case_joined", 1, into=str(OTHERS[0]), number="n2")
    absorbed = told("case_absorbed", 2, other=str(OTHERS[1]), number="n3", facts={"phones": ["1"]})
    case = fold(CASE, [alert, join, absorbed], {join.id, absorbed.id})
    assert (case.is_open, case.joined_into, case.absorbed, case.facts.phones) == (True, None, (), ())
    assert case.void_joins == ((OTHERS[0], "n2"), (OTHERS[1], "n3"))


def test_that_ids_rise_within_a_process() -> None:
    ids = [_ids.next() for _ in range(5000)]
    assert ids == sorted(ids)
    assert len(set(ids)) == 5000
    assert {one.version for one in ids} == {7}


def test_that_every_rung_has_one_rank() -> None:
    assert sorted(RANK.values()) == list(range(len(LADDER)))
