"""What was understood of a text, while it is typed."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from controlroom.ui.case import ist
from controlroom.ui.case.kit import FlowBox, Text
from controlroom.ui.case.masks import show_phone
from controlroom.ui.forms.words import translate
from controlroom.ui.kit.district_names import DistrictNames
from controlroom.ui.kit.theme import Tokens, font
from controlroom.wording import words

if TYPE_CHECKING:
    from controlroom.clues.read import Clues

MOST = 14  # chips; a long paste must not push the fields out of sight
LONGEST = 44


@dataclass(frozen=True, slots=True)
class Understood:
    """Clues, the district (in English) that each PIN code probably lies in, and the names of districts."""

    clues: "Clues"
    names: DistrictNames
    pins: tuple[tuple[str, str], ...] = ()


class ClueChips(QWidget):
    """Quiet tags in the order of use: account, phone, place."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._tags: list[Text] = []
        self._shown: Understood | None = None
        self._language = "en"
        self.hint = Text(self)
        self.box = FlowBox(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.hint)
        column.addWidget(self.box)

    def texts(self) -> list[str]:
        """What stands on the tags."""
        return [tag.text() for tag in self._tags if not tag.isHidden()]

    def show_clues(self, understood: Understood | None) -> None:
        """These; None while there is nothing to read."""
        self._shown = understood
        self.retranslate()

    def retranslate(self, language: str = "") -> None:
        """In the language of the moment."""
        self._language = language or self._language
        found = list(_tags(self._shown, self._language)) if self._shown else []
        if self._shown is None:
            self.hint.put(translate("forms", "What is understood shows here while you type."))
        elif not found:
            text = translate("forms", "No link, number or place seen in it yet; it is kept as words.")
            self.hint.put(text)
        else:
            self.hint.put("")
        more = len(found) - MOST
        found = found[:MOST] + ([f"+{more}"] if more > 0 else [])
        while len(self._tags) < len(found):
            tag = Text(self.box, wrap=False)
            tag.setProperty("clue", True)
            self._tags.append(tag)
            self.box.flow.addWidget(tag)
        for at, tag in enumerate(self._tags):
            tag.put(found[at] if at < len(found) else "")
        self.box.setVisible(bool(found))
        self.box.updateGeometry()

    def dress(self, tokens: Tokens) -> None:
        """Another look."""
        self.hint.dress(tokens, "dim", 12)
        self.box.setFont(font(tokens, 12, tabular=True))
        self.box.setStyleSheet(
            f"QLabel {{ color: {tokens.text}; background: {tokens.raised}; border: 1px solid {tokens.line};"
            f" border-radius: {tokens.px(6)}px; font-size: {tokens.px(12)}px;"
            f" padding: {tokens.px(2)}px {tokens.px(8)}px; }}"
        )


def _tags(understood: Understood, language: str) -> Iterator[str]:
    clues = understood.clues
    if clues.platform:
        yield words.platform(clues.platform)
    for url in clues.account_urls:
        yield _short(url.partition("://")[2] or url)
    for name in clues.usernames:
        yield _short(translate("forms", "user %1").replace("%1", name))
    for phone in clues.phones:
        yield translate("forms", "phone %1").replace("%1", show_phone(phone))
    for address in clues.emails:
        yield _short(address)
    for point in clues.points:
        yield f"{point.lat:.5f}, {point.lon:.5f}"
    for pin, district in understood.pins:
        text = translate("forms", "PIN %1").replace("%1", pin)
        yield f"{text}, {understood.names.name(district, language)}" if district else text
    for seen in clues.ips:
        yield seen.ip
    for moment in clues.times:
        yield ist.full_text(moment)


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
