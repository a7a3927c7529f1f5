"""Whether anybody fetches the room's mail: a desk that fetches none itself knows when nobody does. Pure."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Final, NamedTuple
from uuid import UUID

from controlroom.casework.ports import Health
from controlroom.errors import Sentence

ROOM_MAIL: Final = "Mail of the room"  # its health: of no loop, but what those who fetch it say
SILENT: Final = timedelta(seconds=35)  # of one that says every ten seconds how it is: it has ended, or died


class Intake(NamedTuple):
    """A program of the room that fetches mail, as it said itself. Microseconds, by the server's clock."""

    login: str
    desk: UUID
    state: str  # ok, starting, late, down, off
    last_success: int | None  # since 1970
    silent_us: int  # since it said so

    @property
    def fetches(self) -> bool:
        """Whether mail comes in by it, be it with some trouble."""
        return self.state in ("ok", "late") and not self.is_lost

    @property
    def is_lost(self) -> bool:
        """No mail comes in by it until somebody does something."""
        return self.state == "down" or self.silent_us > SILENT / timedelta(microseconds=1)


def mail_of_room(intakes: Sequence[Intake]) -> Health | None:
    """How the room's mail is; None where nobody has fetched any for half a day.

    Who ended is given a moment to begin anew.
    """
    if not intakes:
        return None
    at = max((one.last_success for one in intakes if one.last_success is not None), default=None)
    last = datetime.fromtimestamp(at / 1e6, UTC) if at is not None else None
    return Health(ROOM_MAIL, *_standing(intakes), last)


def _standing(intakes: Sequence[Intake]) -> tuple[str, Sentence]:
    well, ill = _names(intakes, fetches=True), _names(intakes, fetches=False)
    if well and ill:
        return "late", Sentence(
            "Mail is fetched by {names}, but not by {ill}: look there.", names=well, ill=ill
        )
    if well and any(one.state == "late" and one.fetches for one in intakes):
        return "late", Sentence("Mail is fetched by {names}, but with some trouble: look there.", names=well)
    if well:
        return "ok", Sentence("Mail is fetched by {names}.", names=well)
    if all(one.is_lost for one in intakes):
        return "down", Sentence("Nobody fetches the room's mail: start the intake of {ill} again.", ill=ill)
    return "starting", Sentence("Mail is not fetched yet: {ill} is about to.", ill=ill)


def _names(intakes: Sequence[Intake], *, fetches: bool) -> str:
    """Of those who do, or do not: whoever fetches at one of two desks does."""
    does = {one.login for one in intakes if one.fetches}
    return ", ".join(sorted(does if fetches else {one.login for one in intakes} - does))
