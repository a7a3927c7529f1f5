"""Branches: where the person was looked for and is, and whose case that makes it."""

from collections.abc import Mapping
from typing import Any, Final

from controlroom.domain.branches.told import Told, walk
from controlroom.domain.case import Case, Choice, Jurisdiction, Place, Try
from controlroom.domain.events import Event
from controlroom.domain.sealed import SEALED

_made = tuple.__new__  # a NamedTuple's own is written in Python, and three times as slow


HALF_WAY_ROUND_M: Final = 20_040_000.0  # no accuracy is wider; the map draws none that is no length


def tried(case: Case, event: Event | Told, body: Mapping[str, Any]) -> None:
    names = ("text", "source", "status", "given_by")
    text, source, status, given_by = [str(body.get(name) or "") for name in names]
    case.tries += (_made(Try, (text, event.happened_at, event.actor, source, status, given_by)),)
    for more in body.get("also") or ():
        also = ("", event.happened_at, event.actor, str(more["source"]), str(more.get("status") or ""), "")
        case.tries += (_made(Try, also),)
    walk(case, event, "locating")


def placed(case: Case, event: Event | Told, body: Mapping[str, Any]) -> None:
    """A new place counts from now on, unless it is kept as a candidate beside another."""
    if SEALED in body:
        _placed_somewhere(case, event, body)
        return
    place = place_in(event, body, from_alert=False)
    case.places += (place,)
    if not place.is_candidate:
        case.choice = None
        walk(case, event, "located")


def _placed_somewhere(case: Case, event: Event | Told, body: Mapping[str, Any]) -> None:
    """Where it is cannot be read; that it was found, and in which district, can."""
    if not body.get("is_candidate"):
        case.district_hint = str(body.get("district") or "") or case.district_hint
        walk(case, event, "located")


def chosen(case: Case, event: Event | Told, body: Mapping[str, Any]) -> None:
    """The place is told by its value: two desks may have numbered theirs in different order."""
    if SEALED in body:
        _placed_somewhere(case, event, body)
        return
    told = (float(body["lat"]), float(body["lon"]), str(body["source"]))
    found = [at for at, place in enumerate(case.places) if (place.lat, place.lon, place.source) == told]
    if found:  # else the place was taken back on another desk
        case.choice = Choice(found[-1], str(body.get("reason") or ""), event.happened_at, event.actor)
        walk(case, event, "located")


def jurisdiction(case: Case, event: Event | Told, body: Mapping[str, Any]) -> None:
    district, thana, force, state, reason = (
        str(body.get(name) or "") for name in ("district", "thana", "force", "state", "reason")
    )
    case.jurisdiction = Jurisdiction(district, thana, force or "district", state, reason, event.actor)


def place_in(event: Event | Told, body: Mapping[str, Any], *, from_alert: bool) -> Place:
    lat, lon, accuracy = float(body["lat"]), float(body["lon"]), body.get("accuracy_m")
    if not (-90 <= lat <= 90 and -180 <= lon <= 180):
        raise ValueError("no such place on Earth")
    if accuracy is not None and not 0 <= (accuracy := float(accuracy)) <= HALF_WAY_ROUND_M:
        raise ValueError("no such length on Earth")
    place = (
        lat,
        lon,
        accuracy,
        str(body.get("source") or "other"),
        str(body.get("text") or ""),
        event.happened_at,
        event.actor,
        str(body.get("district") or ""),
        bool(body.get("is_guess")),
        from_alert,
        str(body.get("given_by") or ""),
        str(body.get("whose") or "person"),
        bool(body.get("is_candidate")),
        False,
    )
    return _made(Place, place)


def refute(case: Case) -> None:
    """Somebody was at the place that counts and the person was not there."""
    place = case.place
    if place is not None:
        at = next(at for at, one in enumerate(case.places) if one is place)
        case.places = (*case.places[:at], place._replace(is_refuted=True), *case.places[at + 1 :])
