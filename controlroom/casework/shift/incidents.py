"""What somebody wants their supervisor to know after a hard case. Only supervisors read it, and who wrote it.

It stands in a stream of the room, apart from the case: no time line, export or search of a case shows it. Its
words lie under the key of the case that it names, so that an erasure takes them, too.
"""

from typing import Final

from controlroom.casework.choices import one_of
from controlroom.casework.ports import NewEvent, Tx
from controlroom.domain.events import ROOM
from controlroom.domain.roomwide import stream_of
from controlroom.domain.shift.incidents import INCIDENT_NOTED, WISHES
from controlroom.errors import BadInput

MOST_TEXT: Final = 4_000


def write_note(tx: Tx, *, text: str, number: str = "", wish: str = "") -> None:
    """A word to the supervisor. Raises BadInput for an empty one."""
    one_of(wish, WISHES, "wish")
    if not (text.strip() or wish):
        raise BadInput("There is nothing written yet; type a few words.")
    if len(text) > MOST_TEXT:
        raise BadInput("The note is longer than {most} characters; shorten it.", most=MOST_TEXT)
    body = {"text": text.strip(), "number": number.strip(), "wish": wish, "case": _case_of(tx, number)}
    tx.append(
        [
            NewEvent(
                ROOM,
                stream_of(INCIDENT_NOTED),
                INCIDENT_NOTED,
                {name: value for name, value in body.items() if value},
            )
        ]
    )


def _case_of(tx: Tx, number: str) -> str:
    """Its id, "" where it is not here or has no key any more: what is typed is kept all the same."""
    case_id = tx.case_id_of(number.strip()) if number.strip() else None
    case = tx.case(case_id) if case_id is not None else None
    return str(case_id) if case is not None and not case.is_erased else ""


def look_at_notes(tx: Tx, *, count: int) -> None:
    """Somebody is about to read so many: the event first, the thing second. It stands in their own stream."""
    tx.append(
        [NewEvent(ROOM, stream_of(INCIDENT_NOTED), "list_read", {"what": "incident notes", "count": count})]
    )
