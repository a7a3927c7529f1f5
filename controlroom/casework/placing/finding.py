"""Use cases of finding: which place counts, and whose case it is. A person decides; the reason is kept."""

from datetime import datetime
from uuid import UUID

from controlroom.casework.ports import Tx
from controlroom.casework.steps import open_case, say
from controlroom.domain.triage import FORCES
from controlroom.errors import BadInput


def choose_place(tx: Tx, case_id: UUID, *, at: int, reason: str, when: datetime | None = None) -> None:
    """The place at this index (0 the first) counts from now on. `when` is aware UTC."""
    case = open_case(tx, case_id)
    if not 0 <= at < len(case.places):
        raise BadInput(
            "There is no place {number}; the case has {count}.", number=at + 1, count=len(case.places)
        )
    if not reason.strip():
        raise BadInput("Say in a few words why this place counts.")
    place = case.places[at]
    body = {"lat": place.lat, "lon": place.lon, "source": place.source, "reason": reason.strip()}
    body |= {"district": place.district}  # the place itself lies sealed
    say(tx, case_id, "place_chosen", body, when)


def set_jurisdiction(
    tx: Tx,
    case_id: UUID,
    *,
    district: str = "",
    thana: str = "",
    force: str = "district",
    state: str = "",
    reason: str,
    at: datetime | None = None,
) -> None:
    """Whose case it is. District and state in English; another state has no district of ours."""
    open_case(tx, case_id)
    if force not in FORCES:
        raise BadInput(
            "'{value}' is no police force we know; it is one of: {allowed}.",
            value=force,
            allowed=", ".join(FORCES),
        )
    if bool(district.strip()) == bool(state.strip()):
        raise BadInput("Say either the district or the other state whose case it is.")
    if not reason.strip():
        raise BadInput("Say in a few words why it is theirs.")
    body = {
        "district": district.strip(),
        "thana": thana.strip(),
        "force": "other-state" if state.strip() else force,
        "state": state.strip(),
        "reason": reason.strip(),
    }
    say(tx, case_id, "jurisdiction_set", body, at)
