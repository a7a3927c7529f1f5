"""The real window on a real profile, as the program opens it, and ways to wait for what it paints."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QApplication
from roomwindow_waits import settle, wait_until

from controlroom.app import _application
from controlroom.mapview.room import MapRoom
from controlroom.mapview.tiles import StreetMap
from controlroom.places.atlas import Atlas
from controlroom.places.locator import AtlasFinder, AtlasLocator
from controlroom.store import Profile, open_profile
from controlroom.ui.context import Room
from controlroom.ui.keyboard.commands import CommandBook
from controlroom.ui.kit import theme
from controlroom.ui.kit.language import Language
from controlroom.ui.kit.look import look_from
from controlroom.ui.outside import Outside
from controlroom.ui.tasks import TaskRunner


def application() -> QApplication:
    """Qt, as the program starts it."""
    return _application()


class OpenRoom:
    """A window that is shown, with its profile and tasks."""

    def __init__(self, app: QApplication, folder: Path, *, has_map: bool) -> None:
        from controlroom.ui.frame.window import MainWindow

        self.app = app
        self.profile: Profile = open_profile(folder)
        self.tasks = TaskRunner(self.profile.writer, self.profile.reader, app)
        self.tasks.person = "asha"
        reader, atlas = self.profile.reader(), Atlas(folder / "places")
        look = look_from(reader.setting("look"), {"language": "en", "theme": "dark"})
        self.language = Language(app)
        self.language.use(look.language)
        room = self.room = Room(self.tasks, CommandBook(app), parent=app)
        room.locator, room.finder = AtlasLocator(atlas), AtlasFinder(atlas)
        room.tokens = theme.tokens_of(look.theme, look.scale)
        outside = Outside(
            map=MapRoom(),
            outlines=atlas.outlines,
            street_map=lambda: StreetMap.in_folder(folder / "streets"),
            import_places=lambda file: "",
            check_mailbox=lambda mailbox: "",
            use_mailbox=lambda mailbox: None,
        )
        self.window: Any = MainWindow(room, self.language, outside, look, None, has_mail=True)
        self.window.remembers = False
        if not has_map:
            self.window.map.start = lambda: None
        self.window.resize(1366, 768)
        self.profile.subscribe(self.tasks.publish)

    def show(self) -> None:
        """On the screen, with the first rows asked for."""
        self.window.show()
        self.window.begin()

    def close(self) -> None:
        """Everything ends."""
        self.window.map.stop()
        self.tasks.close()
        self.window.close()
        self.profile.close()


@contextmanager
def open_room(folder: Path, *, has_map: bool = False) -> Iterator[OpenRoom]:
    """The window with its first rows painted."""
    opened = OpenRoom(application(), folder, has_map=has_map)
    try:
        opened.show()
        wait_until(lambda: bool(opened.window.queue.is_loaded))
        settle(0.3)
        yield opened
    finally:
        opened.close()
