"""Whether anybody fetches the room's mail: a desk that fetches none itself knows when nobody does. Pure."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Final, NamedTuple
from uuid import UUID

from controlroom.errors import Sentence

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


class RoomMail(NamedTuple):
    """How the room's mail is (ok, starting, late, down), why, and when mail was fetched last (aware UTC)."""

    state: str
    text: Sentence
    last_success: datetime | None


def mail_of_room(intakes: Sequence[Intake]) -> RoomMail | None:
    """None where nobody has fetched mail for this room for half a day. Who ended is given a moment to begin
    anew."""
    if not intakes:
        return None
    at = max((one.last_success for one in intakes if one.last_success is not None), default=None)
    last = datetime.fromtimestamp(at / 1e6, UTC) if at is not None else None
    well, ill = _names(intakes, fetches=True), _names(intakes, fetches=False)
    if well and ill:
        text = Sentence("Mail is fetched by {names}, but not by {ill}: look there.", names=well, ill=ill)
        return RoomMail("late", text, last)
    if well and any(one.state == "late" and one.fetches for one in intakes):
        text = Sentence("Mail is fetched by {names}, but with some trouble: look there.", names=well)
        return RoomMail("late", text, last)
    if well:
        return RoomMail("ok", Sentence("Mail is fetched by {names}.", names=well), last)
    if all(one.is_lost for one in intakes):
        text = Sentence("Nobody fetches the room's mail: start the intake of {ill} again.", ill=ill)
        return RoomMail("down", text, last)
    return RoomMail("starting", Sentence("Mail is not fetched yet: {ill} is about to.", ill=ill), last)


def _names(intakes: Sequence[Intake], *, fetches: bool) -> str:
    """Of those who do, or do not: whoever fetches at one of two desks does."""
    does = {one.login for one in intakes if one.fetches}
    return ", ".join(sorted(does if fetches else {one.login for one in intakes} - does))
