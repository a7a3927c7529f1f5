"""A locked window shows nothing of any case, silences nothing, and opens again for who belongs there."""

import json
from collections.abc import Iterator
from pathlib import Path
from time import monotonic
from typing import Any
from uuid import uuid4

import pytest
from forms_house import ME, OTHER, House, type_in, wait_for
from lock_house import (
    OTHER_PIN,
    PIN,
    Make,
    changes_of,
    dialog,
    give_pin,
    lock_of,
    locked_house,
    page_of,
    windows_of,
)
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from controlroom import sync
from controlroom.casework.room.sharing import Account, Link
from controlroom.store.desk import identity
from controlroom.ui.door.person_form import PersonForm
from controlroom.ui.forms.steps import NoteForm
from controlroom.ui.ringing.frame import Frame
from controlroom.ui.shared.shared_desk import DISABLED, OUT

# no_qt_log: these start the whole window, see ui/quiet.py
pytestmark = [pytest.mark.timeout(120), pytest.mark.no_qt_log]


@pytest.fixture
def house(qapp: Any, profile: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[House]:
    yield from locked_house(qapp, profile, monkeypatch)


@pytest.fixture
def make(house: House, qapp: QApplication) -> Iterator[Make]:
    yield from windows_of(house, qapp)


def seen() -> set[QWidget]:
    """What can be seen, in whichever window."""
    tops = {top for top in QApplication.topLevelWidgets() if top.isVisible()}
    return tops | {child for top in tops for child in top.findChildren(QWidget) if child.isVisible()}


# --- what is hidden, what goes on -------------------------------------------------------------------------


def test_that_a_locked_window_shows_nothing_of_any_case(house: House, make: Make) -> None:
    case = house.new_case("phone 98390 12345, Ravi will not answer")
    window = make()
    window.docks.all["case"].setFloating(True)
    house.room.select(case)
    wait_for(lambda: window.case.view is not None)
    window.case.step("reveal")
    wait_for(lambda: window.case.shown.is_revealed)
    window._commands.change_keys()
    assert len([one for one in seen() if one.isWindow() and one is not house.window]) == 3
    window.room.book.run("lock")
    page = page_of(window)
    left = {one for one in seen() if one not in (window, house.window) and not isinstance(one, Frame)}
    assert left == {page, *(one for one in page.findChildren(QWidget) if one.isVisible())}
    assert not window.case.shown.is_revealed
    page.submit()
    assert not lock_of(window).is_locked  # no PIN is set: as until now
    assert window.docks.all["case"].isVisible()
    assert window.docks.all["case"].isFloating()
    assert window.strip.isVisible()
    assert QApplication.activeModalWidget() is not None  # the form is there again
    QApplication.activeModalWidget().close()
    window.docks.all["case"].setFloating(False)


def test_that_text_grows_on_the_lock_and_on_the_map_too(make: Make) -> None:
    window = make()
    window.room.book.run("lock")
    grown: list[float] = []
    window.map.set_text_scale = grown.append  # type: ignore[method-assign]
    window.room.book.run("bigger")
    assert grown == [1.1]
    window.room.book.run("smaller")


def test_that_a_menu_of_a_menu_goes_with_the_lock(house: House, make: Make) -> None:
    window = make()
    outer = QMenu(window)
    inner = outer.addMenu("more")
    inner.addAction("Ravi")
    for menu in (outer, inner):
        menu.popup(window.mapToGlobal(window.rect().center()))
    assert QApplication.activePopupWidget() is inner
    window.room.book.run("lock")
    assert not outer.isVisible()
    assert not inner.isVisible()


def test_that_a_locked_window_does_nothing_for_any_key(house: House, make: Make) -> None:
    house.new_case()
    window = make()
    window.room.book.run("lock")
    for key in ("claim", "palette", "alert", "mute", "person", "settings", "sign_out", "lock", "pin"):
        assert not window.room.book.run(key)
    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_C, Qt.KeyboardModifier.NoModifier, "c")
    assert not window.keys.press(event)
    assert window.room.book.run("language")
    assert window.room.book.run("language")
    page_of(window).submit()
    assert window.room.book.run("down")


def test_that_an_alert_rings_and_is_told_while_it_is_locked(house: House, make: Make) -> None:
    window = make()
    rung: list[str] = []
    window.ringer.rang.connect(rung.append)
    window.room.book.run("lock")
    page = page_of(window)
    assert page.alert.text() == ""
    house.new_case("phone 98390 12345, Ravi will not answer")
    wait_for(lambda: page.alert.text() == "A new alert: unlock to see it")
    wait_for(lambda: bool(rung))
    assert "Ravi" not in " ".join(label.text() for label in page.findChildren(type(page.title)))
    assert window.ringer.is_due
    page.submit()
    assert window.ringer.is_due
    window.room.book.run("lock")
    assert page_of(window).alert.text() == "Alerts that nobody has claimed: 1"


def test_that_it_locks_by_itself_after_idle_minutes(house: House, make: Make) -> None:
    window = make()
    lock = lock_of(window)
    assert lock.minutes == 10
    window.keys.touched_at = monotonic() - 10 * 60 + 30
    lock._on_tick(None)
    assert not lock.is_locked
    window.keys.touched_at = monotonic() - 10 * 60
    lock._on_tick(None)
    assert lock.is_locked
    page_of(window).submit()
    lock._on_tick(None)
    assert not lock.is_locked  # to unlock it is a touch
    window._commands.door.lock_minutes = 0
    window.keys.touched_at = 0
    lock._on_tick(None)
    assert not lock.is_locked


def test_that_keys_and_the_mouse_keep_it_open(house: House, make: Make) -> None:
    window = make()
    handle = window.windowHandle()
    for kind in (QEvent.Type.KeyPress, QEvent.Type.MouseMove, QEvent.Type.Wheel):
        window.keys.touched_at, before = 0, monotonic()
        window.keys.eventFilter(handle, QEvent(kind))
        assert window.keys.touched_at >= before
    window.keys.touched_at = 0
    window.keys.eventFilter(handle, QEvent(QEvent.Type.Expose))
    assert window.keys.touched_at == 0


# --- the change of shift ----------------------------------------------------------------------------------


def test_that_another_person_takes_over_and_nothing_falls_silent_or_is_lost(house: House, make: Make) -> None:
    give_pin(house, ME, PIN)
    give_pin(house, OTHER, OTHER_PIN)
    case = house.new_case()
    window = make()
    house.room.select(case)
    wait_for(lambda: window.case.view is not None)
    window.case.step("note")
    form = window.case.stage.form
    assert isinstance(form, NoteForm)
    type_in(form.words.editor, "half a sent")
    wait_for(lambda: window.ringer.is_due)
    window.room.book.run("lock")
    page_of(window)._other.click()
    who = dialog(PersonForm)
    assert not who.name.isEditable()  # nobody comes in by a name alone
    who.name.setCurrentText(OTHER)
    who.pin.setText(OTHER_PIN)
    who.submit()
    wait_for(lambda: not lock_of(window).is_locked)
    assert house.room.person == OTHER
    assert window.ringer.is_due
    assert window.case.stage.form is None
    wait_for(lambda: house.draft(f"{case}/note.text") is not None)
    draft = house.draft(f"{case}/note.text")
    assert draft is not None
    assert (draft.person, draft.text) == (ME, "half a sent")
    wait_for(lambda: {"person": OTHER, "change": "sat-down"} in changes_of(house))


# --- at a desk of the shared room -------------------------------------------------------------------------


def test_that_the_password_unlocks_a_desk_of_the_shared_room(house: House, make: Make) -> None:
    house.room.sharing.show_link(Link("connected", login=ME))
    window = make(is_password=lambda typed: typed == "correct horse")
    window.room.book.run("lock")
    page = page_of(window)
    assert page._other.text() == "Sign in again…"  # nobody else can act at this desk
    page.pin.setText("wrong")
    page.submit()
    wait_for(lambda: "not right" in page.answer.text())
    wait_for(lambda: window._commands.door.wait_s(ME) == 0)
    page.pin.setText("correct horse")
    page._on_edited()
    page.submit()
    wait_for(lambda: not lock_of(window).is_locked)


def test_that_who_signs_out_leaves_a_locked_window_that_rings(house: House, make: Make) -> None:
    house.new_case()
    house.room.sharing.show_link(Link("connected", login=ME))
    out: list[str] = []
    window = make(sign_in=lambda typed: None, send_pending=lambda: 0, sign_out=lambda: out.append("out"))
    wait_for(lambda: window.ringer.is_due)
    window.room.book.run("sign_out")
    form = QApplication.activeModalWidget()
    wait_for(lambda: form.go.isEnabled())
    form.submit()
    wait_for(lambda: lock_of(window).is_locked)
    assert out == ["out"]
    assert window.ringer.is_due
    page = page_of(window)
    assert page.pin.isHidden()
    page.submit()
    sign_in = QApplication.activeModalWidget()
    assert lock_of(window).is_locked
    for field, text in ((sign_in.address, "db1.example.in"), (sign_in.login, ME), (sign_in.password, "x")):
        field.setText(text)
    sign_in.submit()
    wait_for(lambda: not lock_of(window).is_locked)


def test_that_a_window_comes_up_locked_where_nobody_is_signed_in(house: House, make: Make) -> None:
    with house.profile.writer.write(actor=ME) as tx:
        identity.keep_account(tx.connection, Account("host=db1", ME, uuid4(), "lucknow", ("operator",), ()))
    house.new_case()
    window = make(is_signed_out=True, sign_in=lambda typed: None, is_password=lambda typed: True)
    assert lock_of(window).is_locked
    assert page_of(window).pin.isHidden()
    house.room.sharing.show_link(Link("away", login=ME, fault="The database cannot be reached."))
    assert lock_of(window).is_locked
    page_of(window).submit()
    sign_in = QApplication.activeModalWidget()
    for field, text in ((sign_in.address, "db1.example.in"), (sign_in.login, ME), (sign_in.password, "x")):
        field.setText(text)
    sign_in.submit()
    wait_for(lambda: not lock_of(window).is_locked)


@pytest.mark.parametrize("fault", OUT)
def test_that_who_is_disabled_is_out_at_once_though_the_password_was_right(
    house: House, make: Make, fault: str
) -> None:
    house.room.sharing.show_link(Link("connected", login=ME))
    window = make(is_password=lambda typed: True, sign_in=lambda typed: None)
    window.room.book.run("lock")
    house.room.sharing.show_link(Link("away", login=ME, fault=fault, fault_values={"user": ME}))
    page = page_of(window)
    assert page.pin.isHidden()
    why = f"The login {ME} was disabled; ask the administrator."
    assert page.answer.text() == (why if fault == DISABLED else "")
    page.submit()
    assert lock_of(window).is_locked
    QApplication.activeModalWidget().reject()
    lock_of(window).unlock()
    house.room.sharing.show_link(Link("away", login=ME, fault="The database cannot be reached."))
    assert not lock_of(window).is_locked
    house.room.sharing.show_link(Link("refused", fault=fault))
    assert lock_of(window).is_locked


def test_that_the_sentences_of_who_is_out_are_those_of_sync() -> None:
    files = sorted(Path(sync.__file__).parent.glob("*.py"))
    told = "".join(file.read_text(encoding="utf-8") for file in files)
    assert all(f'"{sentence}"' in told for sentence in OUT)


def test_that_the_door_is_told_how_the_window_looks(make: Make) -> None:
    kept: list[bytes] = []
    window = make(keep_door=kept.append)
    window.appearance.switch_language()
    wait_for(lambda: bool(kept) and json.loads(kept[-1])["language"] == "hi")
    window.appearance.switch_language()
    window.appearance.scale_by(0.5)
    wait_for(lambda: json.loads(kept[-1]) == {"language": "en", "theme": "dark", "scale": 1.5})
    window.appearance.scale_by(-0.5)
