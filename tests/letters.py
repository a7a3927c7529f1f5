"""An invented case and the letters about it."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from controlroom.casework.handing.message import Envelope, Message, message_of
from controlroom.domain.case import Case
from controlroom.domain.events import Event, new_id
from controlroom.domain.fold import fold

T0 = datetime(2026, 1, 14, 20, 30, tzinfo=UTC)
CASE = UUID("01890000-0000-7000-8000-000000000001")
POST = "I have swallowed all the pills, goodbye everybody"
FACTS = {
    "phones": ["+919839012345"],
    "names": ["Ravi Kumar"],
    "account_urls": ["https://www.facebook.com/ravi.k.99"],
    "emails": ["ravi@example.org"],
    "ips": [{"ip": "192.0.2.7", "at": ""}],
}
STF = {"lat": 26.8467, "lon": 80.9462, "accuracy_m": 350, "source": "stf", "district": "Lucknow"}
FAR = {"lat": 26.4499, "lon": 80.3319, "accuracy_m": 5000, "source": "family", "text": "Kalyanpur, Kanpur"}


def told(kind: str, seconds: float = 0, *, actor: str = "asha", **body: Any) -> Event:
    at = T0 + timedelta(seconds=seconds)
    return Event(new_id(), "case", CASE, kind, 1, at, at, actor, "d", body, "case")


def case_of(*events: Event, exercise: bool = False) -> Case:
    """A case with an alert, and what more is told of it."""
    alert = told(
        "alert_received", number="2026-K7-0012", source="mail", text=POST, facts=FACTS, exercise=exercise
    )
    return fold(CASE, [alert, *events])


def message(
    *events: Event,
    receiver: str = "112",
    language: str = "en",
    exercise: bool = False,
    letter: UUID | None = None,
) -> Message:
    """The letter about such a case; with no events it has a place from the STF."""
    case = case_of(*(events or (told("place_found", 60, **STF),)), exercise=exercise)
    envelope = Envelope(letter or new_id(), receiver, language, T0 + timedelta(minutes=2), "0522-2724003")
    return message_of(case, envelope)
