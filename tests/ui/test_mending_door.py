"""At the door of a damaged profile: it offers to mend it, opens it as it is, or says why it can't be."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from controlroom.casework.arriving import alerts
from controlroom.doorstep import Opening
from controlroom.errors import BadInput
from controlroom.speech import sentence
from controlroom.store import Profile, is_damage_seen, open_profile
from controlroom.store.database import DATABASE
from controlroom.store.desk.checkup import note_damage
from controlroom.ui.door.opening import PassphraseQuestion
from controlroom.ui.kit import theme
from controlroom.ui.kit.language import Language
from controlroom.ui.kit.look import DOOR, Look, door_look, door_text

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def desk(profile: Path) -> Path:
    opened = open_profile(profile)
    with opened.writer.write(actor="asha") as tx:
        alerts.add_alert(tx, source="phone", text="says goodbye")
    opened.close()
    return profile


@contextmanager
def pressing(*buttons: str) -> Iterator[list[str]]:
    """Presses the first of these buttons that each window has; gives what the windows said."""
    said: list[str] = []

    def look() -> None:
        window = QApplication.activeModalWidget()
        if window is not None:
            said.append(" ".join(label.text() for label in window.findChildren(QLabel)))
            for press in _presses(window, buttons)[:1]:
                press()

    timer = QTimer(interval=20)
    timer.timeout.connect(look)
    timer.start()
    yield said
    timer.stop()


def _presses(window: QWidget, names: tuple[str, ...]) -> list[Callable[[], None]]:
    found = {button.text(): button.click for button in window.findChildren(QPushButton)}
    return [found[name] for name in names if name in found]


def opened_at(desk: Path) -> Profile | None:
    return Opening(desk, is_demo=False).end(Look(), is_seen=True)


def test_that_a_damaged_profile_is_mended_at_the_door(desk: Path, qapp: QApplication) -> None:
    note_damage(desk)
    with pressing("Mend it now") as said:
        opened = opened_at(desk)
    assert opened is not None
    assert opened.reader().tallies().open == 1
    opened.close()
    assert "cannot be read" in said[0]
    assert not is_damage_seen(desk)
    assert len(list(desk.glob(f"damaged-*/{DATABASE}"))) == 1


def test_that_it_may_be_opened_as_it_is(desk: Path, qapp: QApplication) -> None:
    note_damage(desk)
    with pressing("Open it as it is"):
        opened = opened_at(desk)
    assert opened is not None
    opened.close()
    assert is_damage_seen(desk)
    assert not list(desk.glob("damaged-*"))


def test_that_it_is_said_where_nothing_can_be_read(desk: Path, qapp: QApplication) -> None:
    with (desk / DATABASE).open("r+b") as file:
        file.seek(100)
        file.write(bytes(64))
    with pressing("Mend it now", "Close") as said:
        assert opened_at(desk) is None
    assert "Nothing in this database can be read" in said[-1]


def test_that_the_door_looks_and_speaks_like_the_last_window(desk: Path, qapp: QApplication) -> None:
    (desk / DOOR).write_bytes(door_text(Look("hi", "light", 1.5)))
    look = door_look(desk, {})
    assert (look.language, look.theme, look.scale) == ("hi", "light", 1.5)
    note_damage(desk)
    language = Language(qapp)
    language.use(look.language)
    try:
        with pressing("ऐसे ही खोलें") as said:
            opened = Opening(desk, is_demo=False).end(look, is_seen=True)
    finally:
        language.use("en")
        theme.apply(qapp, "dark")
    assert opened is not None
    opened.close()
    assert not re.search("[A-Za-z]", "".join(said))


def test_that_a_passphrase_that_is_wrong_is_said_in_hindi(desk: Path, qapp: QApplication) -> None:
    language = Language(qapp)
    language.use("hi")
    try:
        wrong = BadInput("The passphrase is wrong; try again, nothing was changed.")
        question = PassphraseQuestion(Look("hi"), is_new=False, problem=sentence(wrong))
        said = " ".join(label.text() for label in question.findChildren(QLabel))
    finally:
        language.use("en")
    assert not re.search("[A-Za-z]", said), said


@pytest.mark.parametrize("kept", [b"", b"[]", b'{"language": 3, "scale": "x"}', b"\xff"])
def test_that_a_door_file_that_cannot_be_read_is_no_hindrance(kept: bytes, tmp_path: Path) -> None:
    (tmp_path / DOOR).write_bytes(kept)
    assert door_look(tmp_path, {"language": "en"}) == Look()
