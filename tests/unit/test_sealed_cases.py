"""What stays in clear of a case is enough for its state, its times and its figures, and holds no words."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from controlroom.casework import figures
from controlroom.casework.cards import card, queue_row, search_words, shared_facts
from controlroom.domain.case import Case
from controlroom.domain.events import CASE, KINDS, Event, IdClock, audience_of
from controlroom.domain.fold import advance, fold
from controlroom.domain.sealed import SEALED, clear_of

T0 = datetime(2026, 1, 14, 20, 30, tzinfo=UTC)
OTHER, LETTER, PERSON = str(UUID(int=2)), str(UUID(int=3)), str(UUID(int=4))
WORD = "Wolkenkuckuck"
POINT = {"lat": 26.5, "lon": 80.5, "text": WORD, "source": "meta", "district": "Lucknow"}
FACTS = {"names": [WORD], "phones": ["+919839055512"], "usernames": [WORD], "points": [POINT]}
_ids = IdClock()
STORY: tuple[tuple[str, dict[str, Any]], ...] = (
    (
        "alert_received",
        {"number": "2026-K7-0001", "source": "mail", "mail": "ab" * 32, "text": WORD, "subject": WORD}
        | {"sender": WORD, "facts": FACTS, "hints": [{"kind": "now", "words": WORD}], "ring": "alert"}
        | {"quarantined": WORD, "district": "Lucknow", "authenticity": {"label": "verified", "why": WORD}},
    ),
    ("join_proposed", {"other": OTHER, "number": "2026-K7-0002", "why": [WORD]}),
    ("join_declined", {"other": OTHER, "number": "2026-K7-0002"}),
    ("person_proposed", {"person": PERSON, "why": [WORD], "sure": True}),
    ("person_confirmed", {"person": PERSON}),
    ("case_claimed", {"entered_as": "asha"}),
    ("case_triaged", {"category": "attempt", "means": WORD, "live": True}),
    ("fact_added", {"facts": FACTS}),
    ("location_tried", {"text": WORD, "source": "stf", "given_by": WORD, "also": [{"source": "ip"}]}),
    ("place_found", {"lat": 26.9, "lon": 80.9, "text": WORD, "source": "stf", "district": "Unnao"}),
    ("place_chosen", {"lat": 26.9, "lon": 80.9, "source": "stf", "reason": WORD, "district": "Unnao"}),
    ("note_added", {"text": WORD}),
    ("check_done", {"item": "stf-asked", "text": WORD}),
    ("handed_over", {"to": "112", "ref": WORD, "text": WORD, "letter": LETTER, "connector": "mail"}),
    ("handed_over", {"to": f"uncle {WORD}", "ref": WORD}),
    ("handover_failed", {"letter": LETTER, "to": "112", "why": WORD}),
    ("handover_sent", {"letter": LETTER, "to": "112"}),
    ("call_logged", {"who": WORD, "phone": "1", "result": "answered", "text": WORD, "to": WORD}),
    ("report_received", {"step": "acknowledged", "from": WORD, "letter": LETTER, "text": WORD}),
    ("report_received", {"step": "with-person", "from": WORD, "to": "112", "ref": WORD}),
    (
        "case_absorbed",
        {"other": OTHER, "number": "2026-K7-0002", "reason": WORD, "facts": FACTS}
        | {"arrivals": [{"number": "2026-K7-0002", "source": "phone", "at": T0.isoformat()}]},
    ),
    ("outcome_recorded", {"facts": ["reached", "hospital"], "text": WORD}),
    ("outcome_reviewed", {"text": WORD}),
    ("case_closed", {"reason": WORD}),
    ("case_reopened", {"reason": WORD}),
    ("follow_up_started", {}),
    ("follow_up_ended", {"end": "not-needed", "reason": WORD}),
    ("case_closed", {"reason": WORD}),
    ("something_newer", {"text": WORD, "number": WORD, "to": WORD}),
    ("secret_revealed", {"field": "names"}),
)


def events(story: Any = STORY) -> list[Event]:
    times = [T0 + timedelta(minutes=3 * n) for n in range(len(story))]
    return [
        Event(_ids.next(), CASE, UUID(int=1), kind, 1, at, at, "asha", "d", body, audience_of(kind), n, n)
        for n, ((kind, body), at) in enumerate(zip(story, times, strict=True), start=1)
    ]


def without_words(told: list[Event], sealed: str) -> list[Event]:
    return [
        one._replace(body=clear if len(clear) == len(one.body) else clear | {SEALED: sealed})
        for one in told
        if (clear := clear_of(CASE, one.kind, one.body)) is not None
    ]


def left(case: Case) -> tuple[Any, ...]:
    """What must be the same."""
    counted = figures.count([case], first=date(2026, 1, 1), last=date(2026, 12, 31))
    times = (case.received_at, case.opened_at, case.claimed_at, case.outcome_at, case.last_at, case.walked)
    kept = (case.number, case.numbers, case.state, case.owner, case.district, case.category, case.is_live)
    ways = [(one.letter, one.via, one.sent_at, one.happened_at) for one in case.hand_overs]
    answers = [(one.answer, one.answered_at) for one in case.hand_overs]
    said = [(one.step, one.happened_at, one.is_out_of_order) for one in case.reports]
    ended = (case.outcome_facts, case.not_reached, case.reviewed_by, case.review_due, case.is_closing)
    joined = (case.absorbed, case.brought, case.joined_into, case.void_joins, len(case.proposals))
    return counted, times, kept, ways, answers, said, ended, joined, case.checks, len(case.calls)


@pytest.mark.parametrize("sealed", ["", "AAAA"])
def test_that_a_case_without_its_words_has_the_same_state_times_outcome_and_figures(sealed: str) -> None:
    whole = fold(UUID(int=1), events())
    shut = fold(UUID(int=1), without_words(events(), sealed))
    assert left(whole) == left(shut)
    assert not shut.unreadable and (shut.sealed > 20, shut.is_erased) == (True, not sealed)
    assert (whole.sealed, whole.is_erased) == (0, False)
    shown = f"{shut}{card(shut)}{queue_row(shut)}{search_words(shut)}{shared_facts(shut)}"
    assert WORD not in shown and "9839055512" not in shown and "26.9" not in shown


def test_that_a_case_goes_on_step_by_step_as_it_folds_at_once() -> None:
    shut = without_words(events(), "AAAA")
    case: Case | None = fold(UUID(int=1), shut[:1])
    for event in shut[1:]:
        case = advance(case, event) if case else None
    assert case == fold(UUID(int=1), shut)


def test_that_no_words_stand_in_what_stays_in_clear() -> None:
    for one in events():
        assert WORD not in str(clear_of(CASE, one.kind, one.body)), one.kind


def test_that_every_field_of_a_kind_that_nobody_named_is_sealed() -> None:
    for kind in (*KINDS, "something_newer"):
        if kind != "person_erased":
            assert clear_of(CASE, kind, {"said": WORD, "text": WORD, "entered_as": "asha"}) == {
                "entered_as": "asha"
            }, kind
