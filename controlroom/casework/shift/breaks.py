"""From how much on the room proposes a break: set for every desk."""

from collections.abc import Mapping
from typing import Final

from controlroom.casework.choices import one_of
from controlroom.casework.ports import Tx
from controlroom.casework.room.roomset import set_room
from controlroom.domain.shift.exposure import MOST, BreakLimits, is_limit, limits_from
from controlroom.errors import BadInput

BREAKS: Final = "break_limits"


def set_break_limits(tx: Tx, changes: Mapping[str, int]) -> BreakLimits:
    """Other limits for the whole room. Gives all of them. Raises BadInput."""
    for name, value in changes.items():
        one_of(name, BreakLimits._fields, "limit")
        if not is_limit(value):
            raise BadInput("A limit for breaks is from 1 to {most}.", most=MOST)
    after = limits_from((tx.room_word("room_set", BREAKS) or {}).get("value"))._replace(**changes)
    set_room(tx, BREAKS, after._asdict())
    return after
