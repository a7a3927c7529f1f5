"""A person's data carried out on lawful request: the event first, the files second."""

from functools import partial
from pathlib import Path
from typing import ClassVar
from uuid import UUID

from PySide6.QtCore import Slot

from controlroom.casework.care import retention
from controlroom.casework.care.personexport import demand_free, exported, write_export
from controlroom.casework.ports import Tx
from controlroom.casework.queries import Reader
from controlroom.domain.care.person import Person
from controlroom.domain.events import utc_now
from controlroom.speech import translate
from controlroom.ui.forms.choice import Choice
from controlroom.ui.forms.drafting import UseCase
from controlroom.ui.forms.fields import ChipsField, FieldProblem, LineField
from controlroom.ui.person.keeping import KeepingForm

NOTES = "notes"


class ExportForm(KeepingForm):
    """Why, where to, and whether with the counsellors' notes, which a supervisor alone may carry out."""

    name: ClassVar[str] = "care_export"

    def make_fields(self) -> None:
        super().make_fields()
        self.reason, self.folder = LineField(self, "reason"), LineField(self, "folder")
        self.more = ChipsField(self, "more", many=True)
        for field in (self.reason, self.folder, self.more):
            self.add(field)
        self.saved.connect(self._on_said)

    def retranslate(self) -> None:
        super().retranslate()
        self._save.setText(translate("person", "Export"))
        self.reason.name_it(translate("person", "Who asks, and by what right"))
        self.reason.say_example(translate("person", "Her own letter of 12 May; order of the court, number"))
        self.folder.name_it(translate("person", "Into which folder (made anew, or empty)"))
        self.more.name_it(translate("person", "Only where it was asked for, and by a supervisor"))
        self.more.offer([Choice(NOTES, translate("person", "With the counsellors' notes"))])

    def begun(self) -> None:
        super().begun()
        if not self.folder.text():
            number = self.person.cases[-1].number if self.person.cases else str(self.person_id)[:8]
            self.folder.set_text(str(Path.home() / f"person-{number}"))

    def use_case(self) -> UseCase:
        person = self.person_id
        if not self.reason.text().strip():
            raise FieldProblem("reason", translate("person", "Say in a few words why."))
        folder = self._folder()
        demand_free(folder)
        self._job = partial(
            _write, folder=folder, reason=self.reason.text().strip(), with_notes=NOTES in self.more.chosen()
        )
        said = partial(_say, person=person, reason=self.reason.text().strip())
        return partial(said, with_notes=NOTES in self.more.chosen())

    def _folder(self) -> Path:
        text = self.folder.text().strip()
        if not text:
            raise FieldProblem("folder", translate("person", "Name a folder."))
        return Path(text).expanduser()

    @Slot(object)
    def _on_said(self, answer: object) -> None:
        assert isinstance(answer, Person)
        job = partial(self._job, person=answer, by=self.room.person)
        self.room.tasks.ask(job, done=self._on_written)

    def _on_written(self, folder: Path) -> None:
        text = translate("person", "The data lies in %1: readable by you alone.")
        self.room.said.emit(text.replace("%1", str(folder)), "done")


def _say(tx: Tx, *, person: UUID, reason: str, with_notes: bool) -> Person:
    return retention.say_export(tx, person, reason=reason, with_notes=with_notes)


def _write(reader: Reader, *, person: Person, by: str, folder: Path, reason: str, with_notes: bool) -> Path:
    """By the thread that reads: never on the main one."""
    now = utc_now()
    told = exported(
        person,
        cases=[card for one in person.cases if (card := reader.case_card(one.id))],
        clock=reader.care().retention(person, now),
        reason=reason,
        by=by,
        with_notes=with_notes,
        now=now,
    )
    write_export(folder, told)
    return folder
