"""An attached picture: blurred first; clear after the event that says who looked. Only pixels come here."""

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QImage, QKeyEvent, QPixmap
from PySide6.QtWidgets import QLabel, QWidget

from controlroom.casework import steps
from controlroom.casework.arriving.pictures import Picture, Pixels, ReadPicture
from controlroom.casework.queries import Reader
from controlroom.ui.case.kit import button
from controlroom.ui.context import Room
from controlroom.ui.kit.card import Card
from controlroom.ui.kit.fault_words import fault_text

SIDE = 640  # at most, in pixels of the design
SHADES = 6  # of a picture that is blurred more: so many pixels wide or high
WORDS = 230  # the height that title, buttons and margins take


class PictureCard(Card):
    """One picture at a time; F2 shows it clear, the next one is blurred again."""

    def __init__(
        self,
        room: Room,
        case_id: UUID,
        pictures: Sequence[Picture],
        read: ReadPicture,
        parent: QWidget,
    ) -> None:
        super().__init__(room, parent, icon="image", width=SIDE + 60)
        self._case_id, self._pictures, self._read = case_id, tuple(pictures), read
        self._at = 0
        self.is_clear = False
        self.view = QLabel(self)
        self.view.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._most = self._largest()
        self.view.setMinimumHeight(self._most.height() * 3 // 4)
        self.body.addWidget(self.view)
        self.reveal = button(self, "quiet")
        self.body.addWidget(self.reveal)
        self.reveal.clicked.connect(self.show_clear)
        self.reveal.setText(self.tr("Show it clear; the log says that you looked") + "  F2")
        self.go.setText(self.tr("Next picture"))
        self.go.setVisible(len(self._pictures) > 1)
        self.back.setText(self.tr("Back"))
        self._show(is_clear=False)

    def _largest(self) -> QSize:
        """What the screen leaves for the picture beside the words and buttons, also at 200 % text."""
        px, screen = self.room.tokens.px, self.screen().availableSize()
        return QSize(px(SIDE), px(SIDE * 3 // 4)).boundedTo(screen - QSize(px(60), px(WORDS)))

    @Slot()
    def submit(self) -> None:
        """The next one, blurred."""
        self._at = (self._at + 1) % len(self._pictures)
        self._show(is_clear=False)

    @Slot()
    def show_clear(self) -> None:
        """The event first, the thing second."""
        self.room.tasks.act(
            partial(steps.reveal, case_id=self._case_id, field="picture"), done=self._on_revealed
        )

    def _on_revealed(self, nothing: None) -> None:
        self._show(is_clear=True)

    def _show(self, *, is_clear: bool) -> None:
        picture = self._pictures[self._at]
        self.name_it(
            self.tr("Picture %1 of %2")
            .replace("%1", str(self._at + 1))
            .replace("%2", str(len(self._pictures)))
        )
        self.say(self.tr("A limited process reads it…"), "dim")
        self.view.clear()
        self.is_clear = False
        self.room.tasks.ask(
            partial(_mail, sha256=picture.mail), done=partial(self._on_mail, picture, is_clear)
        )

    def _on_mail(self, picture: Picture, is_clear: bool, raw: bytes | None) -> None:
        if raw is None:
            self.room.sharing.fetch_blob(picture.mail, done=partial(self._on_fetched, picture, is_clear))
        else:
            self._on_fetched(picture, is_clear, raw)

    def _on_fetched(self, picture: Picture, is_clear: bool, raw: bytes | None) -> None:
        if raw is None:
            self.say(self.tr("The mail is not on this desk, and the shared database cannot be asked."))
            return
        self.room.tasks.work(
            partial(self._read, raw, picture.which, not is_clear),
            done=partial(self._on_pixels, picture, is_clear),
            failed=self._on_failed,
        )

    def _on_pixels(self, picture: Picture, is_clear: bool, pixels: Pixels) -> None:
        if picture != self._pictures[self._at]:
            return
        line = pixels.width * 3
        image = QImage(pixels.data, pixels.width, pixels.height, line, QImage.Format.Format_RGB888)
        keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        shown = self._covered(image.copy(), is_clear=is_clear).scaled(self._most, keep, smooth)
        self.view.setPixmap(QPixmap.fromImage(shown))
        self.is_clear = is_clear
        self.reveal.setVisible(not is_clear)
        self.say("")

    def _covered(self, image: QImage, *, is_clear: bool) -> QImage:
        """As this person wants it: never in colour, and of what is blurred no more than shades."""
        if not self.room.state.blur.is_grey:
            return image
        if not is_clear:
            keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            image = image.scaled(SHADES, SHADES, keep, smooth)
        return image.convertToFormat(QImage.Format.Format_Grayscale8)

    def _on_failed(self, fault: Exception) -> None:
        self.say(fault_text(fault))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F2 and not self.is_clear:
            self.show_clear()
        else:
            super().keyPressEvent(event)


def _mail(reader: Reader, *, sha256: str) -> bytes | None:
    return reader.mail(sha256)
