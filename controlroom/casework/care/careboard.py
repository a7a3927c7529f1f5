"""The board of the follow-up: what is due today, what is overdue, whose first contact is not made. Pure."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

from controlroom.casework.care.personcards import BoardRow, row_standing
from controlroom.casework.care.roster import Counsellor
from controlroom.domain.care.plans import Owner, Standing, day_in_india


class BoardLine(NamedTuple):
    """A row and how it stands. `keeper`: the owner, or who covers for them today."""

    row: BoardRow
    standing: Standing
    keeper: str

    @property
    def since(self) -> date | None:
        """The day from which on somebody should have spoken with the person."""
        return self.standing.overdue[0] if self.standing.overdue else None


class Board(NamedTuple):
    """A plan stands in one list for its days: overdue, else due today; and it may stand in `first` too."""

    overdue: tuple[BoardLine, ...]
    due_today: tuple[BoardLine, ...]
    first: tuple[BoardLine, ...]  # no first contact 24 h after the rescue; late ones in front

    @property
    def in_one_list(self) -> tuple[BoardLine, ...]:
        """Overdue, then due today, then those whose first contact is not made; each once."""
        return tuple({line.row.plan: line for line in (*self.overdue, *self.due_today, *self.first)}.values())

    @property
    def by_keeper(self) -> Counter[str]:
        """How many plans of this board each has to see to."""
        return Counter(line.keeper for line in self.in_one_list)

    @property
    def by_district(self) -> Counter[str]:
        """The same by district, in English."""
        return Counter(line.row.district for line in self.in_one_list)


def board_of(
    rows: Iterable[BoardRow],
    roster: Sequence[Counsellor],
    now: datetime,
    *,
    keeper: str = "",
    district: str = "",
) -> Board:
    """The board now (aware), of one keeper or district where that is asked."""
    today = day_in_india(now)
    covers = {one.owner: one.cover_on(today) for one in roster}
    lines = [
        BoardLine(row, row_standing(row, now), covers.get(owner) or row.owner)
        for row in rows
        if district in ("", row.district)
        for owner in (Owner(row.owner_kind, row.owner),)
    ]
    if keeper:
        lines = [line for line in lines if keeper in (line.keeper, line.row.owner)]
    lines.sort(key=lambda line: (line.since or today, line.row.started_at, line.row.plan))
    return Board(
        overdue=tuple(line for line in lines if line.standing.overdue),
        due_today=tuple(line for line in lines if line.standing.is_due_today and not line.standing.overdue),
        first=tuple(
            sorted(
                (line for line in lines if line.standing.first in ("due", "late")),
                key=lambda line: line.row.started_at,
            )
        ),
    )


def line_card(line: BoardLine, now: datetime) -> dict[str, Any]:
    """A line as scripts read it: a first name and a case number, no more of the person."""
    row = line.row
    return {
        "number": row.number,
        "first_name": row.first_name,
        "minor": row.is_minor,
        "path": row.path,
        "district": row.district,
        "owner": {"kind": row.owner_kind, "name": row.owner},
        "keeper": line.keeper,
        "overdue": [day.isoformat() for day in line.standing.overdue],
        "days": (day_in_india(now) - line.since).days if line.since else 0,
        "due_today": line.standing.is_due_today,
        "first": line.standing.first,
        "started_at": row.started_at.isoformat(),
        "tries": row.tries,
        "last_result": row.last_result,
        "next": row.next_step,
        "next_on": row.next_on.isoformat() if row.next_on else None,
        "channel": row.channel,
        "safe_hours": [row.safe_from, row.safe_to] if row.safe_from or row.safe_to else None,
    }


def board_card(board: Board, now: datetime) -> dict[str, Any]:
    """The board as scripts read it."""
    lists = {"overdue": board.overdue, "due_today": board.due_today, "first": board.first}
    return {
        "at": now.isoformat(),
        "day": day_in_india(now).isoformat(),
        **{name: [line_card(line, now) for line in lines] for name, lines in lists.items()},
        "by_keeper": dict(board.by_keeper.most_common()),
        "by_district": dict(board.by_district.most_common()),
    }
