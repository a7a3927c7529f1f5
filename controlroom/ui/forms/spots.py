"""The places that a text may mean, one below the other; none is chosen until somebody chooses it."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from controlroom.errors import BadInput
from controlroom.ui.case.kit import tip
from controlroom.ui.forms.finder import Spot, Spots
from controlroom.ui.forms.words import translate
from controlroom.ui.kit.theme import Tokens, font, mixed


class _Row(QPushButton):
    """A row of two lines; what is too long for the width ends in dots, and stands in the tip."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.lines: tuple[str, ...] = ()
        self.setAutoDefault(False)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def put(self, *lines: str) -> None:
        """These lines, as far as there is room."""
        self.lines = lines
        self.setAccessibleName(", ".join(lines))
        self.setToolTip(tip("\n".join(lines)))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        metrics, room = self.fontMetrics(), max(40, self.width() - 2 * self.fontMetrics().height())
        fitted = (metrics.elidedText(line, Qt.TextElideMode.ElideRight, room) for line in self.lines)
        text = "\n".join(fitted).replace("&", "&&")
        if text != self.text():
            self.setText(text)


class SpotRows(QWidget):
    """One stop of the Tab key: digits and arrows choose, Enter goes on, Up from the first goes back."""

    chosen = Signal()
    entered = Signal()
    went_back = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._rows: list[_Row] = []
        self._spots: Spots | None = None
        self._at = -1
        self._language = "en"
        self._tokens: Tokens | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)

    @property
    def spots(self) -> tuple[Spot, ...]:
        """What there is to choose from."""
        return self._spots.spots if self._spots else ()

    @property
    def doubt(self) -> BadInput | None:
        """Why it is asked back, or None where it is certain."""
        return self._spots.doubt if self._spots else None

    @property
    def state(self) -> str:
        """Where it lies outside Uttar Pradesh, probably."""
        return self._spots.state if self._spots else ""

    @property
    def spot(self) -> Spot | None:
        """The one that is chosen."""
        return self.spots[self._at] if 0 <= self._at < len(self.spots) else None

    def offer(self, spots: Spots | None) -> None:
        """These, none of them chosen."""
        self._spots, self._at = spots, -1
        self.retranslate(self._language)

    def wait(self) -> None:
        """Something else is typed: what was offered stands in grey until the answer, not to be chosen."""
        self._spots, self._at = None, -1
        for row in self._rows:
            row.setEnabled(False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._mark()

    def choose(self, at: int) -> None:
        """The one in this row."""
        if 0 <= at < len(self.spots):
            self._at = at
            self._mark()
            self.chosen.emit()

    def district_name(self, english: str) -> str:
        """The name of a district in the language of the moment."""
        return self._spots.names.name(english, self._language) if self._spots else english

    def texts(self) -> list[str]:
        """What stands in the rows."""
        return [" ".join(" ".join(row.lines).split()) for row in self._rows if not row.isHidden()]

    def retranslate(self, language: str) -> None:
        """In the language of the moment."""
        self._language = language
        while len(self._rows) < len(self.spots):
            self._rows.append(self._new_row())
        for at, row in enumerate(self._rows):
            row.setVisible(at < len(self.spots))
            row.setEnabled(True)
            if at < len(self.spots):
                spot = self.spots[at]
                row.put(f"{at + 1}   {self._name_text(spot)}", f"      {self.district_text(spot)}")
        self.setVisible(bool(self.spots))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if self.spots else Qt.FocusPolicy.NoFocus)
        self._mark()

    def dress(self, tokens: Tokens) -> None:
        """Another look."""
        self._tokens = tokens
        self.setFont(font(tokens, 13, tabular=True))
        self._dress_rows()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif Qt.Key.Key_1 <= key <= Qt.Key.Key_9:
            self.choose(key - Qt.Key.Key_1)
        elif key == Qt.Key.Key_Down:
            self.choose(min(self._at + 1, len(self.spots) - 1))
        elif key == Qt.Key.Key_Up and self._at <= 0:
            self.went_back.emit()
        elif key == Qt.Key.Key_Up:
            self.choose(self._at - 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._dress_rows()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._dress_rows()

    def _dress_rows(self) -> None:
        """While nothing is chosen, the rows are a shade stronger where the digits are theirs."""
        tokens = self._tokens
        if tokens is None:
            return
        edge = tokens.dim if self.hasFocus() and self.spot is None else tokens.line
        chosen = mixed(tokens.focus, tokens.panel, 0.22)
        sheet = (
            f"QPushButton {{ text-align: left; padding: {tokens.px(6)}px {tokens.px(10)}px;"
            f" color: {tokens.text}; background: {tokens.raised}; border: 1px solid {edge};"
            f" border-radius: {tokens.px(6)}px; }}"
            f"QPushButton:disabled {{ color: {tokens.off}; }}"
            f"QPushButton:hover {{ border: 1px solid {tokens.dim}; }}"
            f"QPushButton:checked {{ background: {chosen}; border: 1px solid {tokens.focus}; }}"
        )
        if sheet != self.styleSheet():
            self.setStyleSheet(sheet)

    def _new_row(self) -> _Row:
        row = _Row(self)
        row.clicked.connect(self._on_clicked)
        self._column.addWidget(row)
        return row

    def _mark(self) -> None:
        for at, row in enumerate(self._rows):
            row.setChecked(at == self._at)
        self._dress_rows()

    @Slot()
    def _on_clicked(self) -> None:
        row = self.sender()
        assert isinstance(row, _Row)
        self.choose(self._rows.index(row))
        self.setFocus(Qt.FocusReason.MouseFocusReason)

    def _name_text(self, spot: Spot) -> str:
        """Name, kind, and the district that its own list gives it."""
        name = spot.name_hi if self._language == "hi" and spot.name_hi else spot.name_en
        point = f"{spot.lat:.5f}, {spot.lon:.5f}"
        parts = [point if spot.kind in ("point", "alert", "pick") else name, kind_word(spot.kind)]
        if spot.named_district not in ("", spot.district):
            parts.append(self.district_name(spot.named_district))
        if not spot.is_exact:
            parts.append(translate("forms", "near spelling"))
        return "  ·  ".join(part for part in parts if part)

    def _state_name(self, states: str) -> str:
        """One state, or the two that are likeliest, in the language of the moment."""
        return " / ".join(self.district_name(each) for each in states.split(" / "))

    def district_text(self, spot: Spot) -> str:
        """ "Lucknow", "Lucknow (guess: or Barabanki)", or that nobody knows."""
        if state := spot.state or (self.state if not spot.named_district else ""):
            text = translate("forms", "outside Uttar Pradesh, probably %1")
            return text.replace("%1", self._state_name(state))
        if not spot.district:
            return translate("forms", "district not known")
        district = self.district_name(spot.district)
        if not spot.is_guess:
            return district
        if not spot.others:
            return translate("forms", "%1 (guess)").replace("%1", district)
        others = ", ".join(self.district_name(name) for name in spot.others)
        text = translate("forms", "%1 (guess: or %2)")
        return text.replace("%2", others).replace("%1", district)


def kind_word(kind: str) -> str:
    """What kind of place it is."""
    return {
        "alert": translate("forms", "as the alert says"),
        "pick": translate("forms", "picked on the map"),
        "district": translate("forms", "whole district"),
        "thana": translate("forms", "thana"),
        "pin": translate("forms", "PIN code"),
        "tehsil": translate("forms", "tehsil"),
        "town": translate("forms", "town"),
        "city": translate("forms", "city"),
        "railway station": translate("forms", "railway station"),
        "post office": translate("forms", "post office"),
    }.get(kind, "")
