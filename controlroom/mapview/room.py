"""The map's room as one object, for `app.py` to hand to the window: the window imports nothing from here."""

from collections.abc import Sequence
from datetime import datetime

from controlroom.casework.drawing import MapCandidate, MapCase, PageMessage, UnplacedCase
from controlroom.casework.rows import MapRow
from controlroom.mapview import features
from controlroom.mapview.apart import page_made_apart


class MapRoom:
    """Page and messages of the map. Stateless; the page is built on whichever thread asks first."""

    def page(self, title: str) -> str:
        """The map page; takes half a second the first time, so never on the Qt thread."""
        return page_made_apart(title)

    def sort_out(self, rows: Sequence[MapRow], now: datetime) -> tuple[list[MapCase], list[UnplacedCase]]:
        """Rows of the store as cases for the map, and those that have no place yet. `now` is aware."""
        placed = [_placed(row, now) for row in rows if row.lat is not None and row.lon is not None]
        unplaced = [
            UnplacedCase(str(row.id), row.number, row.handle, row.state, row.priority)
            for row in rows
            if row.lat is None or row.lon is None
        ]
        return placed, unplaced

    def encode_cases(self, cases: Sequence[MapCase]) -> str:
        """See `features.encode_cases`."""
        return features.encode_cases(cases)

    def encode_candidates(self, candidates: Sequence[MapCandidate]) -> str:
        """See `features.encode_candidates`."""
        return features.encode_candidates(candidates)

    def encode_unplaced(self, cases: Sequence[UnplacedCase]) -> str:
        """See `features.encode_unplaced`."""
        return features.encode_unplaced(cases)

    def read_message(self, text: str) -> PageMessage:
        """See `features.read_message`."""
        return features.read_message(text)


def _placed(row: MapRow, now: datetime) -> MapCase:
    assert row.lat is not None and row.lon is not None
    return MapCase(
        id=str(row.id),
        number=row.number,
        label=row.handle,
        state=row.state,
        priority=row.priority,
        lat=row.lat,
        lon=row.lon,
        accuracy_m=row.accuracy_m,
        is_guess=row.is_guess,
        source=row.source,
        late=row.alarm_at is not None and row.alarm_at <= now,
    )
