"""What somebody waits for at the keys: from the key press to the painted answer, beside the lean client."""

import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any
from uuid import UUID

from leanqt import LeanWindow
from measure import Line, Lines, Options, percentile, say
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from rawstore import raw_table
from roomwindow import open_room
from roomwindow_waits import PaintWatch, settle, wait_until
from seed import copied, empty_profile, profile_of

from controlroom.casework import steps
from controlroom.casework.arriving import alerts
from controlroom.casework.arriving.ports import Authenticity, KeptMail, ReadMail
from controlroom.clues.read import read_clues

PROMISED_MS = 100
NOTES = 400  # of the long time line
LINES = 3_000  # of the big mail
Key, Modifier = Qt.Key, Qt.KeyboardModifier
Painted = Callable[[], float]


def run(options: Options) -> Iterator[Lines]:
    """Each wait at each size."""
    for cases in options.cases:
        say(f"   {cases:,} cases")
        with copied(profile_of(cases)) as folder, empty_profile() as bare:
            yield from _at(folder, bare, cases, options)


def _at(folder: Path, bare: Path, cases: int, options: Options) -> Iterator[Lines]:
    with open_room(folder) as room, raw_table(bare) as connection:
        hand = _Hand(room)
        lean = LeanWindow(connection, room.window.queue.view.size())
        room.window.activateWindow()
        settle(1.0)
        for name in _Hand.WAITS:
            mine, theirs = [], []
            for turn in range(options.rounds(24) + 1):
                took = getattr(hand, name)()
                if turn:  # the first one loads what it needs
                    mine.append(took)
                    theirs.append(lean.one())
            yield {f"wait, {name.replace('_', ' ')}, {cases} cases": _line(mine, theirs)}
        lean.close()


def _line(mine: list[float], theirs: list[float]) -> Line:
    late = percentile(mine, 0.95)
    return Line(
        ours=late,
        raw=percentile(theirs, 0.95),
        ratio=percentile(mine, 0.5) / percentile(theirs, 0.5),
        budget=f"p95 <= {PROMISED_MS} ms",
        within=late <= PROMISED_MS,
        unit="ms",
        how="key press to painted answer in the real window (p95; ratio of medians); raw: a lean Qt client"
        " that inserts, commits, paints a row, by turns",
        more={"median_ms": percentile(mine, 0.5), "raw_median_ms": percentile(theirs, 0.5)},
    )


class _Hand:
    """Each method brings about one wait and gives its milliseconds; all that leads to it is outside."""

    WAITS = (
        "open_view", "search_as_typed", "command_line", "directory", "open_long_case", "open_big_mail",
        "reveal", "undo", "place_by_point", "place_by_name", "switch_language",
    )  # fmt: skip

    def __init__(self, room: Any) -> None:
        self._room, self._window = room, room.window
        self._queue, self._pane = room.window.queue, room.window.case
        self._long, self._big = _long_case(room.profile), _big_mail(room.profile)
        self._other = self._queue.model.row_at(0).id
        self._turn = 0

    def open_view(self) -> float:
        self._queue.show_view("closed")
        wait_until(lambda: self._queue._shown.view == "closed" and self._is_listed())
        settle(0.1)
        return self._timed(
            lambda: self._press(Key.Key_3, Modifier.ControlModifier),
            self._queue.view.viewport(),
            self._is_open,
        )

    def _is_open(self) -> bool:
        rows = self._queue.model
        return (
            self._queue._shown.view != "closed" and rows.rowCount() > 0 and rows.row_at(0).state != "closed"
        )

    def _is_listed(self) -> bool:
        return self._queue.model.rowCount() > 0 and self._queue.model.row_at(0).state == "closed"

    def search_as_typed(self) -> float:
        """The first letter, which finds the most."""
        field, model = self._queue.head.search, self._queue.model
        field.setFocus()
        before = [model.row_at(at).id for at in range(min(5, model.rowCount()))]
        took = self._timed(
            lambda: QTest.keyClick(field, Key.Key_9),
            self._queue.view.viewport(),
            lambda: before != [model.row_at(at).id for at in range(min(5, model.rowCount()))],
        )
        field.clear()
        self._queue.focus_rows()
        settle(0.2)
        return took

    def command_line(self) -> float:
        took = self._timed(
            lambda: self._press(Key.Key_K, Modifier.ControlModifier),
            self._window,
            lambda: self._window.overlays._palette is not None and self._window.overlays._palette.isVisible(),
        )
        QTest.keyClick(self._window.overlays._palette.field, Key.Key_Escape)
        settle(0.1)
        return took

    def directory(self) -> float:
        started = time.perf_counter()
        self._press(Key.Key_D, Modifier.ControlModifier)
        wait_until(lambda: (opened := _directory()) is not None and opened.model.rowCount() > 0)
        took = (time.perf_counter() - started) * 1000
        _directory().close()
        settle(0.2)
        return took

    def open_long_case(self) -> float:
        self._show(self._other, "log")
        return self._timed(
            lambda: self._room.room.select(self._long), self._pane, lambda: self._is_here(self._long)
        )

    def open_big_mail(self) -> float:
        self._show(self._other, "mail")
        return self._timed(
            lambda: self._room.room.select(self._big), self._pane, lambda: self._is_here(self._big)
        )

    def reveal(self) -> float:
        self._show(self._other, "facts")
        self._show(self._big, "facts")
        return self._timed(lambda: self._press(Key.Key_F2), self._pane, lambda: self._pane.shown.is_revealed)

    def undo(self) -> float:
        self._show(self._big, "facts")
        if not self._owner():
            self._press(Key.Key_C)
            wait_until(lambda: self._owner() == "asha")
        settle(0.2)
        self._press(Key.Key_Z, Modifier.ControlModifier)
        wait_until(lambda: self._pane.stage.name == "undo")
        settle(0.1)
        return self._timed(lambda: self._press(Key.Key_Return), self._pane, lambda: self._owner() == "")

    def place_by_point(self) -> float:
        self._turn += 1
        return self._place(f"26.8{self._turn % 90 + 10}, 80.9462")

    def place_by_name(self) -> float:
        return self._place("Rampur")

    def _place(self, text: str) -> float:
        self._show(self._big, "facts")
        self._press(Key.Key_P)
        wait_until(lambda: self._pane.stage.name == "place" and not self._pane.stage.form.is_looking)
        form = self._pane.stage.form
        form.where.editor.selectAll()
        QTest.keyClicks(form.where.editor, text[:-1])
        wait_until(lambda: not form.is_looking and bool(form.rows._rows))
        settle(0.1)
        key = text[-1]
        took = self._timed(
            lambda: QTest.keyClicks(form.where.editor, key),
            form.rows._rows[0],
            lambda: not form.is_looking and bool(form.rows.spots),
        )
        self._pane.stage.close_form()
        settle(0.1)
        return took

    def switch_language(self) -> float:
        before = self._room.room.language
        took = self._timed(
            self._window.appearance.switch_language, self._window, lambda: self._room.room.language != before
        )
        settle(0.3)
        return took

    # --- what leads to it ---------------------------------------------------------------------------------

    def _timed(self, act: Callable[[], object], widget: Any, is_so: Callable[[], bool]) -> float:
        watch = PaintWatch(widget, is_so)
        watch.again()
        started = time.perf_counter()
        act()
        painted = watch.wait(20)
        widget.removeEventFilter(watch)
        watch.deleteLater()
        return (painted - started) * 1000

    def _press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Modifier.NoModifier) -> None:
        QTest.keyClick(self._window.windowHandle(), key, modifier)

    def _show(self, case: UUID, tab: str) -> None:
        self._room.room.select(case)
        wait_until(lambda: self._is_here(case))
        self._pane.tabs.turn_to(tab)
        self._pane.setFocus()
        settle(0.2)

    def _is_here(self, case: UUID) -> bool:
        return self._pane.view is not None and self._pane.view.case.id == case

    def _owner(self) -> str:
        return str(self._pane.view.case.owner) if self._pane.view is not None else ""


def _directory() -> Any:
    from controlroom.ui.directory.window import DirectoryWindow

    opened = [one for one in QApplication.topLevelWidgets() if isinstance(one, DirectoryWindow)]
    return next((one for one in opened if one.isVisible()), None)


def _long_case(profile: Any) -> UUID:
    with profile.writer.write(actor="s.khan") as tx:
        case = alerts.add_alert(tx, source="phone", text="rings from 98390 12345")
        steps.claim_case(tx, case)
        for at in range(NOTES):
            steps.add_note(tx, case, text=f"the brother was called again, {at}")
    return case


def _big_mail(profile: Any) -> UUID:
    lines = (f"{at} she wrote once more that nobody should look for her" for at in range(LINES))
    raw = ("Subject: help\r\n\r\n" + "\n".join(lines)).encode()
    text, sha = raw.decode(), sha256(raw).hexdigest()
    now = datetime.now(UTC)
    read = ReadMail(
        sha256=sha, subject="help", sender="report@example.com", sent_at=None, text=text,
        clues=read_clues(text), template="", authenticity=Authenticity("unverified", "no signature"),
        quarantined="", is_alert=True, attachments=(),
    )  # fmt: skip
    with profile.writer.write(actor="intake", is_person=False) as tx:
        tx.put_blob(raw)
        return alerts.take_mail(tx, read, KeptMail(sha, raw, "desk", "INBOX", now, now))
