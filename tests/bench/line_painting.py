"""Painting the queue: a repaint, and a row on top, beside a C++ model with the default delegate."""

import random
import statistics
import time
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from uuid import UUID

from leanqt import cpp_table
from measure import Line, Lines, Options, say
from msgspec.structs import replace
from PySide6.QtCore import QModelIndex, QSize, Qt
from PySide6.QtGui import QImage, QStandardItem
from PySide6.QtWidgets import QTableView
from roomwindow import application
from roomwindow_waits import settle
from seed import profile_of

from controlroom.casework.rows import QueueFilter, QueueRow
from controlroom.store import open_profile
from controlroom.ui.kit.theme import DARK
from controlroom.ui.queue.model import QueueModel
from controlroom.ui.queue.prepared import Preparer
from controlroom.ui.queue.view import QueueView

SIZE = QSize(460, 900)
SMALL = 10_000


def run(options: Options) -> Iterator[Lines]:
    """One line a size, and the largest beside 10,000."""
    application()
    repaints: dict[int, float] = {}
    inserts: dict[int, float] = {}
    sample = _sample()
    for rows in sorted({SMALL, *options.cases}):
        say(f"   {rows:,} rows")
        painted, inserted = _at(rows, sample, options)
        repaints[rows], inserts[rows] = painted.ours, inserted.ours
        yield {
            f"painting, repaint, {rows} rows": painted,
            f"painting, insert on top, {rows} rows": inserted,
        }
    for name, found in (("repaint", repaints), ("insert on top", inserts)):
        yield {f"painting, {name}, largest to 10k": _to_small(found)}


def _sample() -> list[QueueRow]:
    """Rows as the store gives them."""
    profile = open_profile(profile_of(1_000))
    reader = profile.reader()
    rows = [*reader.queue(QueueFilter(view="open"), limit=500).rows]
    rows += reader.queue(QueueFilter(view="closed", sort="newest"), limit=500).rows
    profile.close()
    return rows


def _at(count: int, sample: Sequence[QueueRow], options: Options) -> tuple[Line, Line]:
    rng = random.Random(5)
    rows = [_like(sample[at % len(sample)], rng) for at in range(count)]
    model = QueueModel()
    ours = QueueView(model, Preparer(DARK, lambda: "asha", str))
    ours.resize(SIZE)
    model.replace(rows)
    raw = cpp_table(count, [_texts(row) for row in sample])
    raw.resize(SIZE)
    for view in (ours, raw):
        view.show()
    settle(0.3)
    painted = _compare(lambda: _paint(ours), lambda: _paint(raw), options)
    inserted = _compare(
        lambda: _put_on_top(ours, model, _like(rows[0], rng)),
        lambda: _raw_on_top(raw, _texts(rows[0])),
        options,
    )
    shown = SIZE.height() // ours.row_height
    raw_shown = SIZE.height() // max(1, raw.rowHeight(0))
    for view in (ours, raw):
        view.close()
        view.deleteLater()
    how = f"{count:,} rows loaded, {SIZE.width()}x{SIZE.height()}: ours {shown} rows of two lines; raw: a C++"
    how += f" QStandardItemModel with the default delegate, {raw_shown} rows of six columns"
    return _line(painted, f"a repaint of the viewport; {how}"), _line(
        inserted, f"a row on top, painted; {how}"
    )


def _like(row: QueueRow, rng: random.Random) -> QueueRow:
    return replace(row, id=UUID(int=rng.getrandbits(128)))


def _texts(row: QueueRow) -> list[str]:
    age = f"{(datetime.now(UTC) - row.received_at).seconds // 60}:00"
    return [row.number, age, row.category, row.district, row.handle, row.next_step]


def _compare(ours: object, raw: object, options: Options) -> tuple[float, float, float]:
    mine, theirs = [], []
    for turn in range(options.rounds(60) + 3):
        pair = (ours(), raw()) if turn % 2 else (raw(), ours())[::-1]  # type: ignore[operator]
        if turn >= 3:
            mine.append(pair[0])
            theirs.append(pair[1])
    ratio = statistics.median(one / other for one, other in zip(mine, theirs, strict=True))
    return statistics.median(mine), statistics.median(theirs), ratio


def _paint(view: QueueView | QTableView) -> float:
    """Milliseconds of one whole paint of the viewport."""
    image = QImage(view.viewport().size(), QImage.Format.Format_RGB32)
    started = time.perf_counter()
    view.viewport().render(image)
    return (time.perf_counter() - started) * 1000


def _put_on_top(view: QueueView, model: QueueModel, row: QueueRow) -> float:
    started = time.perf_counter()
    model.put_above([row])
    view.updateGeometries()
    return (time.perf_counter() - started) * 1000 + _paint(view)


def _raw_on_top(view: QTableView, texts: Sequence[str]) -> float:
    model = view.model()
    started = time.perf_counter()
    model.insertRow(0, [QStandardItem(text) for text in texts])  # type: ignore[call-overload]
    view.updateGeometry()
    assert model.index(0, 0, QModelIndex()).data(Qt.ItemDataRole.DisplayRole) == texts[0]
    return (time.perf_counter() - started) * 1000 + _paint(view)


def _line(found: tuple[float, float, float], how: str) -> Line:
    ours, raw, ratio = found
    return Line(
        ours=ours, raw=raw, ratio=ratio, budget="<= raw", within=ratio <= 1, unit="ms", how=f"{how}; median"
    )


def _to_small(found: dict[int, float]) -> Line:
    largest = max(found)
    ratio = found[largest] / found[SMALL]
    return Line(
        ours=found[largest],
        raw=found[SMALL],
        ratio=ratio,
        budget="<= 1.3x that of 10,000 rows",
        within=ratio <= 1.3,
        unit="ms",
        how=f"{largest:,} rows loaded, beside {SMALL:,}",
    )
