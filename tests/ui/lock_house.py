"""A desk alone whose window locks: its people, their PINs, its windows."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from forms_house import House, wait_for
from PySide6.QtWidgets import QApplication, QDialog

from controlroom.casework.room import people
from controlroom.mapview.room import MapRoom
from controlroom.ui.door.lock_page import LockPage
from controlroom.ui.frame.window import MainWindow
from controlroom.ui.kit.language import Language
from controlroom.ui.kit.look import Look
from controlroom.ui.outside import Outside

PIN, OTHER_PIN = "25801379", "7413"  # long: not in a digest by chance


def locked_house(qapp: Any, profile: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[House]:
    monkeypatch.setattr("getpass.getuser", lambda: "nobody")  # ME is named at the start
    made = House(qapp, profile)
    made.profile.subscribe(made.tasks.publish)
    yield made
    made.close()


Make = Callable[..., MainWindow]


def windows_of(house: House, qapp: QApplication) -> Iterator[Make]:
    made: list[MainWindow] = []

    def make_window(**more: Any) -> MainWindow:
        outside = Outside(
            map=MapRoom(),
            outlines=dict,
            street_map=lambda: None,
            import_places=str,
            check_mailbox=str,
            use_mailbox=lambda mailbox: None,
            **more,
        )
        window = MainWindow(house.room, Language(qapp), outside, Look(), {"kind": "folder"}, has_mail=True)
        window.map_feed.begin = lambda: None  # type: ignore[method-assign]
        window.ringer.start = lambda: None  # type: ignore[method-assign]
        made.append(window)
        window.show()
        window.begin()
        wait_for(lambda: window.queue.is_loaded)
        wait_for(lambda: not window._commands.lock._unknown)
        return window

    yield make_window
    for window in made:
        window.close()
        window.deleteLater()


def lock_of(window: MainWindow) -> Any:
    return window._commands.lock


def page_of(window: MainWindow) -> LockPage:
    page = lock_of(window)._page
    assert isinstance(page, LockPage)
    return page


def give_pin(house: House, name: str, pin: str) -> None:
    with house.profile.writer.write(actor=name) as tx:
        kept = people.pins_from(house.profile.reader().setting("pins"))
        people.keep_pins(tx, pins={**kept, name: people.make_secret(pin)})


def dialog(kind: type[QDialog]) -> Any:
    wait_for(lambda: isinstance(QApplication.activeModalWidget(), kind))
    return QApplication.activeModalWidget()


def changes_of(house: House) -> list[dict[str, Any]]:
    from controlroom.store.eventlog import events_after

    with house.profile.reader()._connection() as connection:
        return [dict(e.body) for _, e in events_after(connection, 0) if e.kind == "person_changed"]
