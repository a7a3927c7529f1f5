"""A queue row made ready to be painted: every word looked up, shaped and elided once."""

from collections.abc import Callable, Iterable
from datetime import datetime
from uuid import UUID

import msgspec
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPixmap, QStaticText, QTextLayout

from controlroom.casework.room.sharing import Present
from controlroom.casework.rows import QueueRow
from controlroom.ui.kit import icons
from controlroom.ui.kit.theme import Tokens, font
from controlroom.ui.queue.shapes import shape
from controlroom.wording import words

MOST_PIECES = 8_000  # shaped texts that are kept
LATE_ROLE = {"running": "dim", "late": "soon", "alarm": "act"}


class Piece(msgspec.Struct, frozen=True):
    """A shaped text and its width in logical pixels."""

    text: QStaticText
    width: float
    rise: float  # from its top to its baseline: Devanagari stands higher than Latin


class Prepared(msgspec.Struct):
    """What the delegate paints of one row, at one width. Colours are those of the theme of the moment."""

    row: QueueRow
    width: int
    stripe: str
    mark: QPixmap
    platform: QPixmap | None
    category: Piece
    category_color: str
    number: Piece
    owner: Piece | None
    is_mine: bool
    others: Piece | None  # who else has it open
    is_typed_in: bool
    signs: tuple[QPixmap, ...]
    place: Piece
    place_color: str
    handle: Piece
    handle_x: float
    steps: dict[str, Piece]  # by level: the next step while it runs, the reason once it is late
    quarantined: bool


class Preparer:
    """Makes and keeps prepared rows; forgets them all when the look or the language changes."""

    def __init__(
        self,
        tokens: Tokens,
        person: Callable[[], str],
        district: Callable[[str], str],
        *,
        others: Callable[[UUID], tuple[Present, ...]] = lambda case_id: (),
        is_unshared: Callable[[UUID], bool] = lambda case_id: False,
    ) -> None:
        self._person, self._district = person, district
        self._others_in, self._is_unshared = others, is_unshared
        self._kept: dict[object, Prepared] = {}
        self.ratio = 1.0
        self.use(tokens)

    def use(self, tokens: Tokens) -> None:
        """Another look."""
        self.tokens = tokens
        self.plain = font(tokens, 13)
        self.small = font(tokens, 12)
        self.strong = font(tokens, 13, bold=True)
        self.digits = font(tokens, 13, bold=True, tabular=True)
        self.tiny = font(tokens, 11, bold=True)
        self._metrics = {id(one): QFontMetricsF(one) for one in self._fonts()}
        self._pieces: dict[tuple[str, int, float], Piece] = {}
        self._kept.clear()
        line = max(QFontMetricsF(one).height() for one in self._fonts())
        self.rise = max(QFontMetricsF(one).ascent() for one in self._fonts())
        self.line_height = max(line, tokens.px(19))
        self.row_height = round(2 * self.line_height + tokens.px(14))

    def _fonts(self) -> tuple[QFont, ...]:
        return (self.plain, self.small, self.strong, self.digits, self.tiny)

    def forget(self) -> None:
        """Another language."""
        self._kept.clear()

    def forget_cases(self, case_ids: Iterable[UUID]) -> None:
        """Somebody came or went, or something was shared."""
        for case_id in case_ids:
            self._kept.pop(case_id, None)

    def of(self, row: QueueRow, width: int) -> Prepared:
        """The row, ready to be painted at this width."""
        kept = self._kept.get(row.id)
        if kept is not None and kept.row is row and kept.width == width:
            return kept
        if len(self._kept) > 4_000:
            self._kept.clear()
        made = self._kept[row.id] = self._make(row, width)
        return made

    def age(self, text: str) -> Piece:
        """An age, ready to be painted."""
        return self._piece(text, self.digits)

    def _piece(self, text: str, face: QFont, most: float = 1e6) -> Piece:
        """Shaped once for all rows that say the same; a row that changes says most of it again."""
        key = (text, id(face), most)
        known = self._pieces.get(key)
        if known is None:
            if len(self._pieces) > MOST_PIECES:
                self._pieces.clear()
            known = self._pieces[key] = self._shaped(text, face, most)
        return known

    def _shaped(self, text: str, face: QFont, most: float) -> Piece:
        metrics = self._metrics[id(face)]
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, most) if most < 1e6 else text
        made = QStaticText(shown)
        made.setTextFormat(Qt.TextFormat.PlainText)
        made.prepare(font=face)
        return Piece(made, metrics.horizontalAdvance(shown), _rise(shown, face) if shown else 0.0)

    def _make(self, row: QueueRow, width: int) -> Prepared:
        t = self.tokens
        icon_size = t.px(16)
        stripe = t.color(self._role(row))
        is_mine = bool(row.owner) and row.owner == self._person()
        source = words.icon(words.PLATFORMS, row.platform) or words.icon(words.SOURCES, row.source)
        inner = width - t.px(42)
        steps = self._steps(row, min(inner * 0.6, max(t.px(60), inner - t.px(88))))
        signs = self._signs(row)
        category, number = self._first_line(row, signs, width)
        left = inner - max((piece.width for piece in steps.values()), default=0) - t.px(14)
        place, place_color = self._place(row)
        placed = self._piece(place, self.plain, max(t.px(60), left))
        handle = self._piece(row.handle, self.small)
        if placed.width + t.px(8) + handle.width > left:  # half of a masked name helps nobody
            handle = self._piece("", self.small)
        return Prepared(
            row=row,
            width=width,
            stripe=stripe,
            mark=shape(row.priority, stripe, t.px(12), self.ratio),
            platform=icons.pixmap(source, t.dim, icon_size, self.ratio) if source else None,
            category=category,
            category_color=self._category_color(row),
            number=number,
            owner=self._piece(initials(row.owner), self.tiny) if row.owner else None,
            is_mine=is_mine,
            others=self._others(row),
            is_typed_in=any(one.is_typing for one in self._others_in(row.id)),
            signs=tuple(icons.pixmap(name, t.color(role), icon_size, self.ratio) for name, role in signs),
            place=placed,
            place_color=place_color,
            handle=handle,
            handle_x=placed.width + t.px(8),
            steps=steps,
            quarantined=row.is_quarantined,
        )

    def _first_line(self, row: QueueRow, signs: list[tuple[str, str]], width: int) -> tuple[Piece, Piece]:
        """The category is cut where there is little room; the number is shown whole or not at all.

        Of the signs those go that find no room beside the age: the case says them all.
        """
        t = self.tokens
        age = self._metrics[id(self.digits)].horizontalAdvance("00:00:00")
        others = self._others(row)
        room = width - t.px(12 + 40 + 8 + 16) - age - (t.px(36) if row.owner else 0)
        room -= t.px(30) + round(others.width) if others else 0
        while signs and room < t.px(20 * len(signs) + 30):
            signs.pop()
        room -= t.px(20) * len(signs)
        category = self._piece(self._category(row), self.strong, max(0, room))
        number = self._piece(row.number.split("-", 1)[-1], self.small)
        if category.width + number.width + t.px(8) > room:
            number = self._piece("", self.small)
        return category, number

    def _role(self, row: QueueRow) -> str:
        """Once help is with the person, and when it is closed, a row is quiet: nobody has to run."""
        if not row.is_open:
            return "off"
        if row.is_exercise:
            return "follow"
        is_safe = row.state in ("with the person", "outcome", "in follow-up")
        return words.role(words.STATES, row.state) if is_safe else words.priority_role(row.priority)

    def _category(self, row: QueueRow) -> str:
        text = self._plain_category(row)
        if row.is_exercise:
            word = QCoreApplication.translate("QueueRow", "EXERCISE")
            return f"{word} · {text}"
        return text

    def _plain_category(self, row: QueueRow) -> str:
        if row.is_quarantined and not row.category:
            return QCoreApplication.translate("QueueRow", "Unreadable mail")
        if row.ring == "soft" and not row.category:
            return QCoreApplication.translate("QueueRow", "Mail without an alert")
        if row.state in ("new", "claimed") or row.is_open:
            return words.category(row.category)
        return f"{words.state(row.state)} · {words.category(row.category)}"

    def _category_color(self, row: QueueRow) -> str:
        t = self.tokens
        if not row.is_open or row.ring == "soft":
            return t.dim
        if self._role(row) in ("safe", "follow"):
            return t.text
        return t.act if row.category == "attempt" or row.is_quarantined else t.text

    def _place(self, row: QueueRow) -> tuple[str, str]:
        t = self.tokens
        name = self._district(row.district) if row.district else ""
        if name:
            return (f"{name}?" if row.is_guess else name), (t.dim if row.is_guess else t.text)
        if row.has_place:
            return QCoreApplication.translate("QueueRow", "On the map"), t.text
        return QCoreApplication.translate("QueueRow", "No place yet"), t.dim

    def _steps(self, row: QueueRow, most: float) -> dict[str, Piece]:
        if row.joined_into:
            text = QCoreApplication.translate("QueueRow", "joined into %1").replace("%1", row.joined_into)
            return {"running": self._piece(text, self.small, most)}
        if not row.is_open and not row.next_step:
            return {"running": self._piece("", self.small)}
        step = QCoreApplication.translate("QueueRow", "next: %1").replace(
            "%1", words.next_step(row.next_step)
        )
        made = {"running": self._piece(step if row.next_step else "", self.small, most)}
        if row.clock:
            made["late"] = made["alarm"] = self._piece(words.clock(row.clock), self.small, most)
        return made

    def _others(self, row: QueueRow) -> Piece | None:
        """Who else has it open: initials, and how many more."""
        others = self._others_in(row.id)
        if not others:
            return None
        text = initials(others[0].login) + (f" +{len(others) - 1}" if len(others) > 1 else "")
        return self._piece(text, self.tiny)

    def _signs(self, row: QueueRow) -> list[tuple[str, str]]:
        unshared = [("cloud-slash", "dim")] if self._is_unshared(row.id) else []
        return _signs(row) + unshared


def _rise(text: str, face: QFont) -> float:
    layout = QTextLayout(text, face)
    layout.beginLayout()
    line = layout.createLine()
    layout.endLayout()
    return line.ascent()


def _signs(row: QueueRow) -> list[tuple[str, str]]:
    signs = [("graduation-cap", "follow")] if row.is_exercise else []
    if row.is_quarantined:
        signs.append(("warning-octagon", "act"))
    if row.authenticity in ("unverified", "contradicts"):
        signs.append(
            (
                words.icon(words.AUTHENTICITY, row.authenticity),
                words.role(words.AUTHENTICITY, row.authenticity),
            )
        )
    if row.known and row.is_open:
        signs.append(("user-focus", "soon" if row.known == "alike" else "act"))
    if row.proposals and row.is_open:
        signs.append(("git-merge", "soon"))
    if row.review_due:
        signs.append(("users", "soon"))
    return signs


def initials(name: str) -> str:
    """ "A. Verma" gives AV; a login name gives its first two letters."""
    parts = [part for part in name.replace(".", " ").replace("_", " ").replace("-", " ").split() if part]
    if not parts:
        return ""
    letters = parts[0][:2] if len(parts) == 1 else parts[0][0] + parts[-1][0]
    return letters.upper()


def level_of(row: QueueRow, now: datetime) -> str:
    """running, late or alarm, as the most urgent clock of the row says."""
    if row.alarm_at is not None and now >= row.alarm_at:
        return "alarm"
    return "late" if row.due_at is not None and now >= row.due_at else "running"
