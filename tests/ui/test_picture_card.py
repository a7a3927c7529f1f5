"""An attached picture in the window: blurred until the log says who looked."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from forms_house import ME, House, press, wait_for
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from controlroom.casework.arriving.pictures import Picture, Pixels, pictures_of
from controlroom.casework.ports import NewEvent
from controlroom.domain.events import CASE, new_id
from controlroom.domain.shift.blur import Blur
from controlroom.errors import WorldFault
from controlroom.ui.case.picture_card import PictureCard
from controlroom.ui.kit import theme


@pytest.fixture
def house(qapp: QApplication, profile: Path) -> Iterator[House]:
    made = House(qapp, profile)
    yield made
    made.close()


def test_that_a_picture_is_clear_only_after_the_event(house: House) -> None:
    case, asked = new_id(), list[tuple[bytes, int, bool]]()
    images = [{"name": f"{n}.png", "type": "image/png", "size": 9} for n in "ab"]
    with house.profile.writer.write(actor=ME) as tx:
        sha = tx.put_blob(b"the mail")
        body = {"number": tx.next_number(), "mail": sha, "attachments": images, "ring": "alert"}
        tx.append([NewEvent(CASE, case, "alert_received", body)])

    def read(raw: bytes, which: int, is_blurred: bool) -> Pixels:
        asked.append((raw, which, is_blurred))
        if which == 1:
            raise WorldFault("This picture cannot be shown: it is broken.")
        return Pixels(2, 1, bytes(6))

    card = PictureCard(house.room, case, pictures_of(house.view(case).events), read, house.window)
    card.open()
    wait_for(lambda: not card.view.pixmap().isNull())
    assert asked == [(b"the mail", 0, True)]
    assert not card.is_clear
    press(card, Qt.Key.Key_F2)
    wait_for(lambda: card.is_clear)
    assert asked[-1] == (b"the mail", 0, False)
    revealed = [event for event in house.view(case).events if event.kind == "secret_revealed"]
    assert [event.body for event in revealed] == [{"field": "picture"}]
    card.submit()
    wait_for(lambda: "broken" in card.answer.text())
    assert asked[-1] == (b"the mail", 1, True)  # the next one is blurred again
    assert card.view.pixmap().isNull()


def test_that_who_wants_it_grey_never_sees_colour_and_of_a_blurred_one_only_shades(house: House) -> None:
    red = bytes((250, 30, 30, 30, 30, 250) * 32) * 64  # thin stripes, 64 pixels wide and high
    card = PictureCard(
        house.room,
        house.new_case("x"),
        [Picture("0" * 64, 0, "a.png", 9)],
        lambda *a: Pixels(1, 1, b"abc"),
        house.window,
    )

    def shown(*, is_clear: bool) -> tuple[bool, int]:
        card._on_pixels(card._pictures[0], is_clear, Pixels(64, 64, red))
        image = card.view.pixmap().toImage()
        row = [image.pixelColor(x, image.height() // 2) for x in range(image.width())]
        steps = [abs(a.value() - b.value()) for a, b in pairwise(row)]
        return any(color.saturation() > 20 for color in row), max(steps)

    assert shown(is_clear=True)[0], "in colour, as most want it"
    house.room.state.blur = Blur("grey")
    is_coloured, clear = shown(is_clear=True)
    assert not is_coloured and clear > 5
    is_coloured, covered = shown(is_clear=False)
    assert not is_coloured and covered < clear
    card.reject()


def test_that_the_card_fits_the_screen_at_double_text(house: House) -> None:
    house.room.tokens = theme.tokens_of("dark", 2.0)
    case = house.new_case("says goodbye")
    pictures = [Picture("0" * 64, 0, "story.png", 9)]
    card = PictureCard(house.room, case, pictures, lambda *asked: Pixels(2, 1, bytes(6)), house.window)
    card._on_pixels(pictures[0], False, Pixels(900, 1200, bytes(3 * 900 * 1200)))
    room = card.screen().availableSize()
    needed = card.sizeHint()
    assert needed.height() <= room.height()
    assert needed.width() <= room.width()
    card.reject()
