"""Whether anybody fetches the room's mail, from what those say who do."""

from datetime import UTC, datetime
from uuid import UUID

import pytest

from controlroom.casework.room.fetching import Intake, mail_of_room

AT = 1_798_000_000_000_000


def of(login: str, state: str, silent_s: float = 3, at: int | None = AT, desk: int = 1) -> Intake:
    return Intake(login, UUID(int=desk), state, at, int(silent_s * 1e6))


WELL, WELL_TOO = of("mail-1", "ok"), of("mail-2", "ok", desk=2)


@pytest.mark.parametrize(
    ("intakes", "state", "said"),
    [
        ([WELL], "ok", "Mail is fetched by mail-1."),
        ([WELL, WELL_TOO], "ok", "Mail is fetched by mail-1, mail-2."),
        ([WELL, of("mail-1", "ok", 400, desk=9)], "ok", "Mail is fetched by mail-1."),
        ([WELL, of("mail-2", "ok", 36)], "late", "Mail is fetched by mail-1, but not by mail-2: look there."),
        ([WELL, of("mail-2", "down")], "late", "Mail is fetched by mail-1, but not by mail-2: look there."),
        ([WELL, of("mail-2", "off")], "late", "Mail is fetched by mail-1, but not by mail-2: look there."),
        ([of("mail-1", "ok", 34)], "ok", "Mail is fetched by mail-1."),
        (
            [of("mail-1", "ok", 36)],
            "down",
            "Nobody fetches the room's mail: start the intake of mail-1 again.",
        ),
        (
            [of("mail-1", "down")],
            "down",
            "Nobody fetches the room's mail: start the intake of mail-1 again.",
        ),
        ([of("mail-1", "off", 5)], "starting", "Mail is not fetched yet: mail-1 is about to."),
        (
            [of("mail-1", "off", 40)],
            "down",
            "Nobody fetches the room's mail: start the intake of mail-1 again.",
        ),
        (
            [of("mail-1", "down"), of("mail-2", "starting")],
            "starting",
            "Mail is not fetched yet: mail-1, mail-2 is about to.",
        ),
        ([of("mail-1", "late")], "late", "Mail is fetched by mail-1, but with some trouble: look there."),
    ],
)
def test_that_a_desk_knows_whether_anybody_fetches_the_mail(
    intakes: list[Intake], state: str, said: str
) -> None:
    told = mail_of_room(intakes)
    assert told is not None
    assert (told.state, told.text) == (state, said)
    assert told.last_success == datetime.fromtimestamp(AT / 1e6, UTC)


def test_that_a_room_without_an_intake_says_nothing_of_it() -> None:
    assert mail_of_room([]) is None
    never = mail_of_room([of("mail-1", "starting", at=None)])
    assert never is not None
    assert never.last_success is None
