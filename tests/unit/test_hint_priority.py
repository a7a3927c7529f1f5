"""A hint raises an alert that nobody has read, and never lowers a priority: any story, any order."""

from datetime import UTC, datetime
from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st

from controlroom.domain.events import Event, audience_of, new_id
from controlroom.domain.fold import fold
from controlroom.domain.triage import CATEGORIES, priority_of

NOON = datetime(2026, 11, 29, 6, 30, tzinfo=UTC)


@st.composite
def _stories(draw: st.DrawFn) -> tuple[dict[str, object], list[tuple[str, dict[str, object]]]]:
    alert = {"number": "n", "ring": draw(st.sampled_from(["alert", "soft"])), "exercise": draw(st.booleans())}
    triage = st.fixed_dictionaries(
        {"category": st.sampled_from(CATEGORIES)}, optional={"minor": st.booleans(), "live": st.booleans()}
    )
    steps = st.one_of(
        st.tuples(st.just("case_triaged"), triage),
        st.tuples(st.just("case_claimed"), st.just({})),
        st.tuples(st.just("case_closed"), st.just({"reason": "r"})),
    )
    return alert, draw(st.lists(steps, max_size=4))


@settings(max_examples=300, deadline=None)
@given(
    _stories(),
    st.lists(
        st.sampled_from(
            ["means", "live", "now", "goodbye", "place", "wish", "minor", "posted", "of a newer desk"]
        )
    ),
)
def test_that_hints_never_lower_a_priority(
    story: tuple[dict[str, object], list[tuple[str, dict[str, object]]]], found: list[str]
) -> None:
    alert, steps = story
    hints = [{"kind": kind, "words": "w"} for kind in found]

    def told(body: dict[str, object]) -> int:
        events = [("alert_received", body), *steps]
        return priority_of(fold(UUID(int=1), [_event(kind, one) for kind, one in events]))

    assert told(alert | {"hints": hints}) <= told(alert)


def test_that_a_hint_raises_an_alert_that_nobody_has_read() -> None:
    def told(*hints: str) -> int:
        body = {"number": "n", "hints": [{"kind": kind, "words": "w"} for kind in hints]}
        return priority_of(fold(UUID(int=1), [_event("alert_received", body)]))

    assert (told(), told("wish"), told("means"), told("place")) == (2, 2, 1, 1)


def _event(kind: str, body: dict[str, object]) -> Event:
    return Event(new_id(), "case", UUID(int=1), kind, 1, NOON, NOON, "asha", "d", body, audience_of(kind))
