"""Two files, one person? The two side by side with the reason; and taken apart again without loss."""

from collections.abc import Sequence
from functools import partial
from typing import ClassVar
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QGridLayout, QWidget

from controlroom.casework.care import persons
from controlroom.casework.care.masking import first_of
from controlroom.casework.care.personcards import PersonRow
from controlroom.casework.care.personpage import PersonPage, as_masked
from controlroom.casework.care.persons import person_of_case
from controlroom.casework.ports import Tx
from controlroom.casework.queries import Reader
from controlroom.domain.care.person import Person
from controlroom.errors import BadInput
from controlroom.speech import translate
from controlroom.ui.case import ist
from controlroom.ui.case.kit import Text
from controlroom.ui.case.known_person import how_alike
from controlroom.ui.case.sight import safe_text
from controlroom.ui.forms.choice import Choice
from controlroom.ui.forms.drafting import UseCase
from controlroom.ui.forms.fields import ChipsField, FieldProblem, LineField
from controlroom.ui.forms.words import translate as form_words
from controlroom.ui.kit.theme import Tokens
from controlroom.ui.person.form import PersonForm
from controlroom.wording.shared_kinds import kinds_shared

MOST_SPLIT = 9


class JoinForm(PersonForm):
    """Another file is the same person: what each says stands side by side, masked as the page is."""

    name: ClassVar[str] = "care_join"

    def make_fields(self) -> None:
        self.other: Person | None = None
        self.who, self.number = ChipsField(self, "who"), LineField(self, "number")
        self.sides = SideBySide(self)
        self.reason = LineField(self, "reason")
        self.who.edited.connect(self._on_who)
        self.number.edited.connect(self._read)
        self.add(self.who)
        self.add(self.number)
        self.body.addWidget(self.sides)
        self.add(self.reason)

    def retranslate(self) -> None:
        super().retranslate()
        self._save.setText(translate("person", "They are one person"))
        self.who.name_it(translate("person", "With whom?"))
        self.reason.name_it(form_words("forms", "Why are they the same?"))
        self.reason.say_example(translate("person", "the same mother; the same phone"))
        self._offer()

    def dress(self, tokens: Tokens) -> None:
        super().dress(tokens)
        self.sides.dress(tokens)

    def begun(self) -> None:
        self._offer()
        self._read()

    def refresh(self, view: PersonPage) -> None:
        super().refresh(view)
        self._offer()
        self._read()

    def choose(self, other: UUID) -> None:
        """This one is laid beside, with the reason of the proposal."""
        self.who.set_text(str(other))
        self._on_who()

    def _offer(self) -> None:
        found = self.view.alike if self.view else ()
        self.who.offer([Choice(str(row.id), _called(row)) for row, _ in found])
        self.who.setVisible(bool(found))
        other = translate("person", "Or by the number of a case of theirs")
        self.number.name_it(other if found else translate("person", "The number of a case of theirs"))

    @Slot()
    def _on_who(self) -> None:
        chosen = self._proposed()
        if chosen is not None:
            self.number.set_text(chosen[0].numbers[-1] if chosen[0].numbers else "")
            self.reason.set_text(why_alike(chosen[1]))
            self.touch("number")
            self.touch("reason")
        self._read()

    def _proposed(self) -> tuple[PersonRow, tuple[str, ...]] | None:
        found = self.view.alike if self.view else ()
        return next((one for one in found if str(one[0].id) == self.who.one()), None)

    @Slot()
    def _read(self) -> None:
        chosen = self._proposed()
        query = partial(_other, person_id=chosen[0].id if chosen else None, number=self.number.text().strip())
        self.room.tasks.ask(query, done=self._on_other, key="care-join")

    def _on_other(self, other: Person | None) -> None:
        if self.view is None:
            return
        self.other = other if other is not None and other.id != self.view.person.id else None
        self.sides.show_two(self.view.person, self.other)

    def use_case(self) -> UseCase:
        if self.other is None:
            text = translate("person", "Choose who it is, or type the number of a case of theirs.")
            raise FieldProblem("number", text)
        if not self.reason.text().strip():
            text = form_words("forms", "Say in a few words why the two are the same.")
            raise FieldProblem("reason", text)
        return partial(_join, one=self.person_id, other=self.other.id, reason=self.reason.text())


def _join(tx: Tx, *, one: UUID, other: UUID, reason: str) -> UUID:
    return persons.join_persons(tx, one, other, reason=reason).id


def _other(reader: Reader, *, person_id: UUID | None, number: str) -> Person | None:
    if person_id is not None:
        return reader.care().person(person_id)
    case = reader.case_id_of(number) if number else None
    return reader.care().person_of_case(case) if case else None


def _called(row: PersonRow) -> str:
    name = first_of(row.names[0]) if row.names else "-"
    return safe_text("  ".join(filter(None, (name, *row.numbers[-1:]))))


def why_alike(why: Sequence[str]) -> str:
    """The reason of a proposal, without a name: the same phone; a name like it (by an initial)."""
    shared = kinds_shared(one for one in why if not _is_of_name(one))
    if shared:
        return form_words("forms", "same: %1").replace("%1", ", ".join(shared))
    hows = [f"how:{one.partition(':')[0]}" for one in why if "=" in one]
    return translate("person", "a name like it%1").replace("%1", how_alike(hows))


def _is_of_name(why: str) -> bool:
    return why.startswith("name:") or ("=" in why and "://" not in why)


class SideBySide(QWidget):
    """What two files say, one line for each thing that either knows; what both say is marked."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._tokens: Tokens | None = None
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(2, 1)
        self._cells: list[Text] = []
        self.hide()

    @property
    def told(self) -> list[str]:
        """What stands in it, cell by cell."""
        return [cell.text() for cell in self._cells if not cell.isHidden()]

    def dress(self, tokens: Tokens) -> None:
        """Another look."""
        self._tokens = tokens
        self._grid.setHorizontalSpacing(tokens.px(12))
        self._grid.setVerticalSpacing(tokens.px(4))

    def show_two(self, one: Person, other: Person | None) -> None:
        """These two; nothing where there is no other."""
        rows = two_rows(one, other) if other is not None else []
        self.setVisible(bool(rows))
        while len(self._cells) < 3 * len(rows):
            at = len(self._cells)
            cell = Text(self, wrap=at % 3 > 0)  # what it is stands whole
            self._cells.append(cell)
            self._grid.addWidget(cell, at // 3, at % 3)
        for at, cell in enumerate(self._cells):
            text, role = _cell(rows, at)
            cell.setVisible(bool(at < 3 * len(rows)))
            cell.setText(text)
            if self._tokens is not None:
                cell.dress(self._tokens, role, 13 if at % 3 else 12, bold=at in (1, 2))


def _cell(rows: Sequence[tuple[str, str, str]], at: int) -> tuple[str, str]:
    if at >= 3 * len(rows):
        return "", "dim"
    row = rows[at // 3]
    is_same = at // 3 > 0 and row[1] == row[2] != "-"
    return row[at % 3], "dim" if at % 3 == 0 else "safe" if is_same else "text"


def two_rows(one: Person, other: Person) -> list[tuple[str, str, str]]:
    """Head, then (what, of the one, of the other), masked; without what neither knows."""
    a, b = as_masked(one), as_masked(other)
    told = [(translate("person", "Case"), _numbers(a), _numbers(b))]
    for label, field in (
        (translate("person", "Names"), "names"),
        (translate("person", "Phone"), "phones"),
        (translate("person", "Accounts"), "accounts"),
        (translate("person", "User names"), "usernames"),
        (translate("person", "E-mail"), "emails"),
    ):
        told.append((label, _marked(one, other, a, field), _marked(other, one, b, field)))
    told.append((translate("person", "District"), one.district, other.district))
    told.append((translate("person", "Family"), _kin(a), _kin(b)))
    last = translate("person", "Last contact")
    told.append((last, _last(one), _last(other)))
    return [(label, x or "-", y or "-") for label, x, y in told if x or y]


def _numbers(person: Person) -> str:
    return ", ".join(case.number for case in person.cases)


def _marked(one: Person, other: Person, shown: Person, field: str) -> str:
    """The values of one; what the other has too ends in a sign of equality."""
    theirs = set(getattr(other, field))
    pairs = zip(getattr(one, field), getattr(shown, field), strict=True)
    return safe_text("\n".join(f"{text} =" if raw in theirs else text for raw, text in pairs))


def _kin(person: Person) -> str:
    return safe_text(", ".join(" ".join(filter(None, (one.name, one.relation))) for one in person.kin))


def _last(person: Person) -> str:
    last = person.last_contact
    return f"{last[0].astimezone(ist.IST):%d.%m.%Y} {last[1]}" if last else ""


class SplitForm(PersonForm):
    """One of the joined files is somebody else after all."""

    name: ClassVar[str] = "care_split"

    def make_fields(self) -> None:
        self.file = ChipsField(self, "file", can_be_none=False)
        self.reason = LineField(self, "reason")
        self.add(self.file)
        self.add(self.reason)

    def retranslate(self) -> None:
        super().retranslate()
        self._save.setText(form_words("forms", "Take them apart"))
        self.file.name_it(translate("person", "Which file is somebody else?"))
        self.reason.name_it(form_words("forms", "Why? (may stay empty)"))
        self._offer()

    def fill(self, view: PersonPage | None) -> None:
        self._offer()

    def _offer(self) -> None:
        person = self.view.person if self.view else None
        self.file.offer([Choice(str(one), name) for one, name in files_of(person)] if person else [])

    def use_case(self) -> UseCase:
        if len(self.person.files) < 2:
            raise BadInput(translate("person", "This person has one file: there is nothing to take apart."))
        if not self.file.one():
            raise FieldProblem("file", translate("person", "Choose the file that is to go its own way."))
        file = UUID(self.file.one())
        return partial(_split, person_id=self.person_id, file=file, reason=self.reason.text())


def files_of(person: Person) -> list[tuple[UUID, str]]:
    """The files that were joined, each by the case that opened it."""
    numbers = {person_of_case(case.id): case.number for case in person.cases}
    told = [(file, numbers.get(file) or str(file)[:8]) for file in person.files]
    return told[:MOST_SPLIT] if len(told) > 1 else []


def _split(tx: Tx, *, person_id: UUID, file: UUID, reason: str) -> UUID:
    kept, _ = persons.split_persons(tx, person_id, file, reason=reason)
    return kept.id
