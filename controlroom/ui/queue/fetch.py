"""What the queue shows at the moment, and how a reader is asked for it. Runs on the reader threads."""

from typing import Any, Final

import msgspec

from controlroom.casework.queries import Reader
from controlroom.casework.rows import QueueFilter, QueuePage, QueueRow

PAGE: Final = 200
MOST_OF_GROUP: Final = 500  # of one rung; a group is shown in one piece
VIEWS: Final = ("new", "mine", "open", "closed", "all", "unplaced", "review")


class Shown(msgspec.Struct, frozen=True):
    """One list: a view, or the rungs of a number in the top strip, or what a search finds."""

    view: str = "open"
    states: tuple[str, ...] = ()
    text: str = ""
    person: str = ""

    @property
    def has_order(self) -> bool:
        """Whether the list is ordered by urgency, so that rows move in it."""
        return not self.text and self.view not in ("closed", "all")

    def filter(self, state: str = "") -> QueueFilter:
        """As the reader understands it."""
        view = "open" if self.view == "unplaced" else self.view
        sort = "urgent" if self.has_order else "newest"
        return QueueFilter(view=view, person=self.person, state=state, sort=sort, text=self.text)


def fetch(reader: Reader, shown: Shown, after: tuple[Any, ...] | None, limit: int) -> QueuePage:
    """A page of the list that is shown."""
    if shown.text:
        return reader.queue(shown.filter(), after=after, limit=limit)
    if shown.states:
        return _group(reader, shown)
    if shown.view == "unplaced":
        return _unplaced(reader)
    return reader.queue(shown.filter(), after=after, limit=limit)


def _group(reader: Reader, shown: Shown) -> QueuePage:
    rows: list[QueueRow] = []
    for state in shown.states:
        rows += reader.queue(shown.filter(state), limit=MOST_OF_GROUP).rows
    rows.sort(key=lambda row: (row.priority, row.received_at))
    return QueuePage(tuple(rows), None, len(rows))


def _unplaced(reader: Reader) -> QueuePage:
    ids = [row.id for row in reader.map_rows() if row.lat is None]
    rows = tuple(reader.rows(ids[: 2 * MOST_OF_GROUP]))
    return QueuePage(rows, None, len(ids))
