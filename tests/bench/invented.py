"""Invented alerts: texts in English and Hindi, and the events of a case."""

import random
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from controlroom.casework.arriving.alerts import facts_of
from controlroom.clues.read import read_clues

HANDLE = "qqhandleqxyz"  # stands for the user name in a pattern
PHONE = "9000000001"
PLACES = (
    ("Lucknow", 26.8467, 80.9462),
    ("Kanpur Nagar", 26.4499, 80.3319),
    ("Varanasi", 25.3176, 82.9739),
    ("Prayagraj", 25.4358, 81.8463),
    ("Gorakhpur", 26.7606, 83.3732),
    ("Agra", 27.1767, 78.0081),
    ("Meerut", 28.9845, 77.7064),
    ("Jhansi", 25.4484, 78.5685),
)
_ENGLISH = (
    "I cannot go on any more, nobody will miss me",
    "this is my last post, please look after my mother",
    "after the exam result there is nothing left for me",
    "goodbye everyone, I have taken the tablets",
    "they will find me near the railway bridge tonight",
    "I am standing on the roof and I am not afraid",
    "the loan people call every day, I end it today",
    "she married today, I have no reason to live",
)
_HINDI = (
    "अब और नहीं जी सकता, मुझे माफ कर देना",
    "माँ मेरा ध्यान मत रखना, यह मेरी आखिरी पोस्ट है",
    "आज रात सब खत्म हो जाएगा",
    "कोई मदद नहीं करता, मैं थक गया हूँ",
    "परीक्षा में फेल हो गया, घर नहीं जाऊंगा",
)
_COMMON = ("please", "help", "urgent", "welfare", "check", "person", "risk", "account", "family", "police")
RARE = {"gomtipul": 1500, "नदी": 1200}  # word: it stands in one pattern of so many


def alert_text(rng: random.Random, *, handle: str = HANDLE, phone: str = PHONE) -> str:
    """What an alert of Meta's says, more or less: a post, an account, a number, a place."""
    place, lat, lon = rng.choice(PLACES)
    lines = [
        "A user of our service may be at risk of suicide or self injury.",
        f"Profile: https://www.instagram.com/{handle}",
        f"Username: {handle}",
        f"Phone number: +91 {phone[:5]} {phone[5:]}",
        f"Post: {rng.choice(_ENGLISH)}. {' '.join(rng.sample(_COMMON, 3))}",
    ]
    if rng.random() < 0.5:
        lines.append(f"पोस्ट: {rng.choice(_HINDI)}")
    if rng.random() < 0.4:
        lines.append(f"Last known: {lat + rng.uniform(-0.2, 0.2):.5f}, {lon + rng.uniform(-0.2, 0.2):.5f}")
    if rng.random() < 0.4:
        lines.append(f"IP address 103.{rng.randrange(256)}.{rng.randrange(256)}.7, near {place}, PIN 226010")
    return "\n".join(lines)


def alert_body(rng: random.Random, *, number: str, handle: str, phone: str, more: str = "") -> dict[str, Any]:
    """The body of `alert_received`, with the facts that the real recognisers find."""
    text = alert_text(rng, handle=handle, phone=phone) + (f"\n{more}" if more else "")
    facts = facts_of(read_clues(text, received_at=datetime(2025, 6, 1, tzinfo=UTC)), source="meta")
    for point in facts.get("points", ()):
        point["district"], point["is_guess"] = rng.choice(PLACES)[0], True
    return {
        "number": number,
        "source": "mail",
        "subject": f"Suicide alert: {rng.choice(('imminent harm', 'self injury', 'welfare check'))}",
        "sender": "Alerts <alerts@meta.example>",
        "text": text,
        "template": "bench",
        "authenticity": {"label": "unverified", "why": "", "key": ""},
        "quarantined": "",
        "ring": "alert",
        "attachments": [],
        "facts": facts,
        "district_hint": rng.choice(PLACES)[0] if rng.random() < 0.5 else "",
    }


def story(rng: random.Random, alert: Mapping[str, Any], *, length: int) -> list[tuple[str, dict[str, Any]]]:
    """A case from the alert to its close, as (kind, body), cut to its first `length` events."""
    place, lat, lon = rng.choice(PLACES)
    point = {"lat": lat, "lon": lon, "accuracy_m": 350.0, "source": "stf", "text": "STF", "district": place}
    told: list[tuple[str, dict[str, Any]]] = [
        ("alert_received", dict(alert)),
        ("case_claimed", {}),
        ("case_triaged", {"category": rng.choice(("attempt", "imminent", "ideation")), "means": "tablets"}),
        ("location_tried", {"text": "asked the STF for the number"}),
        ("place_found", {**point, "is_guess": False}),
        ("note_added", {"text": "the brother was called, he is on his way"}),
        ("handed_over", {"to": "112", "ref": f"P{rng.randrange(10**9)}"}),
        ("report_received", {"step": "acknowledged", "from": "PRV 0123"}),
        ("report_received", {"step": "at-scene", "from": "PRV 0123"}),
        ("report_received", {"step": "with-person", "from": "PRV 0123"}),
        ("outcome_recorded", {"facts": ["reached", "alive"], "not_reached": ""}),
        ("case_closed", {"reason": ""}),
    ]
    return told[:length]
