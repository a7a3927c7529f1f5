"""Twenty invented alerts, from mail files to "with the person", by key events alone in the real window."""

from collections.abc import Callable, Iterator
from email.message import EmailMessage
from pathlib import Path
from statistics import median
from time import monotonic
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from window_house import Key, Story, click, run, type_in

from controlroom.domain.triage import priority_of
from controlroom.store import Profile, open_profile
from controlroom.ui.frame.window import MainWindow

# no_qt_log: Qt's sound speaks from threads, and a message handler in Python can stop the program for ever
pytestmark = [pytest.mark.timeout(240), pytest.mark.no_qt_log]
ALERTS = 20
MOST_STROKES = 12  # from claim to handed over, beside typed facts
PLACES = ("26.8467, 80.9462", "26.4499, 80.3319", "25.3176, 82.9739", "26.7606, 83.3732")
POSTS = (
    "Alvida, maine zeher kha liya hai",
    "I am standing on the bridge",
    "मुझे माफ कर देना माँ",
    "she wrote a long text",
)


def mail(at: int) -> bytes:
    made = EmailMessage()
    made["From"], made["To"] = "Meta <alerts@safety.example>", "smc@police.example"
    made["Subject"] = f"Imminent risk {at}"
    place = f"Last known location: {PLACES[at % 4]}, accuracy 200 m\n" if at % 2 else ""
    made.set_content(
        f"Profile name: Person {at}\nProfile: https://www.instagram.com/person.{at:02d}\n"
        f"Phone: +91 98390 {12000 + at}\n{place}Post: {POSTS[at % 4]}\n"
    )
    return made.as_bytes()


@pytest.fixture
def desk(profile: Path, tmp_path: Path) -> Iterator[Profile]:
    """A desk whose mail comes from a Maildir that holds the alerts already."""
    new = tmp_path / "Maildir" / "new"
    for folder in (new, tmp_path / "Maildir" / "cur", tmp_path / "Maildir" / "tmp"):
        folder.mkdir(parents=True)
    for at in range(ALERTS):
        (new / f"{1768400000 + at}.M{at}P1.desk").write_bytes(mail(at))
    opened = open_profile(profile)
    with opened.writer.write(actor="asha") as tx:
        tx.put_setting("mailbox", {"kind": "folder", "folder": str(tmp_path / "Maildir")})
    yield opened
    opened.close()


class Hand:
    """Presses keys, counts them, and measures how long each answer of the program took."""

    def __init__(self) -> None:
        self.strokes, self.waits, self._since = 0, list[tuple[float, str]](), 0.0

    def press(self, *keys: Key) -> None:
        for key in keys:
            click(key)
        self.strokes += len(keys)
        self._since = monotonic()

    def type_fact(self, text: str) -> None:
        type_in(text)
        self._since = monotonic()

    def until(self, what: str, is_so: Callable[[], object]) -> Callable[[], object]:
        def look() -> bool:
            if not is_so():
                return False
            self.waits.append((monotonic() - self._since, what))
            return True

        return look


def test_that_twenty_alerts_are_brought_to_with_the_person_by_keys(
    qapp: QApplication, desk: Profile, capsys: pytest.CaptureFixture[str]
) -> None:
    hand, counted, order = Hand(), list[int](), list[int]()

    named = list[str]()

    def tell(window: MainWindow) -> Story:
        by_name = window.room.finder.understand
        window.room.finder.understand = lambda text: (named.append(text), by_name(text))[1]
        yield lambda: window.queue.view.model().rowCount() == ALERTS
        click(Key.Key_1, Qt.KeyboardModifier.ControlModifier)  # what nobody has claimed
        for _ in range(ALERTS):
            yield from _to_the_top(window)
            order.append(priority_of(window.case.view.case))
            yield from _bring(window, hand, counted)

    run(qapp, desk, tell)
    cards = desk.reader().cards(is_all=True)
    assert [card["state"] for card in cards] == ["with the person"] * ALERTS
    assert max(counted) <= MOST_STROKES, counted
    assert order == sorted(order), "the most urgent come first"
    assert not set(named).intersection(PLACES), "a point waits for no name"
    waits = sorted(wait for wait, _ in hand.waits)
    by_name = {name: [wait for wait, one in hand.waits if one == name] for _, name in hand.waits}
    slowest = ", ".join(
        f"{name} {1000 * median(those):.0f}/{1000 * max(those):.0f}" for name, those in by_name.items()
    )
    with capsys.disabled():
        print(
            f"\nstrokes from claim to handed over: {min(counted)} to {max(counted)}; waits: median"
            f" {1000 * median(waits):.0f} ms, 95 % {1000 * waits[len(waits) * 95 // 100]:.0f} ms;"
            f" median and longest in ms: {slowest}"
        )


def _to_the_top(window: MainWindow) -> Story:
    """The first row that nobody has claimed."""
    before = window.room.selected
    click(Key.Key_Home)
    yield lambda: before is None or not window.queue.model.holds(before)
    click(Key.Key_J)
    yield lambda: window.room.selected not in (None, before)
    yield lambda: window.case is not None and _case(window) is not None and _case(window).owner == ""


def _case(window: MainWindow) -> Any:
    view = window.case.view
    return view.case if view is not None and view.case.id == window.room.selected else None


def _bring(window: MainWindow, hand: Hand, counted: list[int]) -> Story:
    """One alert: claim, triage, place, hand over; then what the ground says."""
    stage = window.case.stage

    def is_in(state: str) -> Callable[[], bool]:
        return lambda: _case(window) is not None and _case(window).state == state and stage.form is None

    def form(name: str) -> Callable[[], bool]:
        return lambda: stage.name == name and stage.form.isVisible()

    hand.strokes, chosen = 0, window.room.selected
    hand.press(Key.Key_C)
    yield hand.until("claim", lambda: _case(window).owner == "asha")
    hand.press(Key.Key_F5)  # what is next: triage
    yield hand.until("form", form("triage"))
    hand.press(Key.Key_1, Key.Key_Return)
    yield hand.until("triage", lambda: _case(window).category == "attempt" and stage.form is None)
    hand.press(Key.Key_F5)  # the place
    yield hand.until("form", form("place"))
    yield lambda: not stage.form.is_looking
    if not stage.form.rows.spots:
        hand.type_fact(PLACES[0])  # as the STF says it
        yield hand.until("look up", lambda: stage.form.rows.spots and not stage.form.is_looking)
        hand.press(Key.Key_Return)
        yield hand.until("choose", lambda: stage.form.rows.spot is not None)
        hand.press(Key.Key_1, Key.Key_Return)  # who says so: the STF
    else:
        hand.press(Key.Key_Down, Key.Key_Return)
    yield hand.until("place", is_in("located"))
    hand.press(Key.Key_F5)
    yield hand.until("form", form("handover"))
    hand.press(Key.Key_Return)
    yield hand.until("hand over", is_in("handed over"))
    counted.append(hand.strokes)
    for _ in range(4):  # acknowledged, en route, at scene, with the person: each is proposed
        assert window.room.selected == chosen, "the selection is kept"
        before = _case(window).state
        hand.press(Key.Key_R)
        yield hand.until("form", form("report"))
        hand.press(Key.Key_Return)
        yield hand.until("report", lambda before=before: _case(window).state != before and stage.form is None)
    yield is_in("with the person")
    assert window.room.selected == chosen, "the selection is kept"
