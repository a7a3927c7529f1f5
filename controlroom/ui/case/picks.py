"""What a picked line of the case does: another case is opened, a value copied, a refused step done again."""

from collections.abc import Mapping
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication

from controlroom.casework import steps
from controlroom.casework.queries import Reader
from controlroom.domain.events import Event
from controlroom.ui.case.again import form_of, typed_in
from controlroom.ui.case.line import Line
from controlroom.ui.case.mail_text import raw_head
from controlroom.ui.case.shown import ShownCase
from controlroom.ui.case.stage import Stage
from controlroom.ui.forms.base import Form


class Picks(QObject):
    """Of one pane. What leaves the program or is masked is an event first, then the thing."""

    step_wanted = Signal(str)
    headers_read = Signal(str)

    def __init__(self, shown: ShownCase, stage: Stage, pane: QObject) -> None:
        super().__init__(pane)
        self._shown, self._stage = shown, stage
        self._room, self._tasks = shown.room, shown.room.tasks

    @Slot(object)
    def on_line(self, line: Line) -> None:
        """A click or Enter on a line."""
        payload: tuple[Any, ...] | None = line.payload
        if payload is None or self._shown.case_id is None or self._room.held.has_just_saved:
            return
        if payload[0] == "open":
            self._room.select(payload[1])
        elif payload[0] == "step":
            self.step_wanted.emit(payload[1])
        elif payload[0] == "again":
            self.do_again(payload[1])
        elif payload[0] == "answer":
            self._key_in("report", {"to": payload[1], "ref": payload[2]})
        elif payload[0] == "copy":
            _, field, value = payload
            use_case = partial(steps.copy_out, case_id=self._shown.case_id, field=field)
            self._tasks.act(use_case, done=partial(self._on_copied, value))

    def do_again(self, event: Event) -> None:
        """A refused step: its form with what was typed, unless something is typed there already."""
        name = form_of(event)
        if name and self._shown.view is not None:
            self._key_in(name, typed_in(event))

    def _key_in(self, name: str, texts: Mapping[str, str]) -> None:
        """Open a form with this in its fields, but over nothing that is typed there already."""
        self.step_wanted.emit(name)
        form = self._stage.form
        if not isinstance(form, Form) or form.name != name:
            return
        for field, text in texts.items():
            if field in form.fields and text and not form.fields[field].text():
                form.fields[field].set_text(text)
                form.touch(field)

    def _on_copied(self, value: str, nothing: None) -> None:
        QGuiApplication.clipboard().setText(value)
        self._room.say(self.tr("Copied; the log says so."), "done")

    @Slot(str)
    def on_headers_wanted(self, sha256: str) -> None:
        """The head of the mail names people: shown to whom the case is revealed."""
        case_id = self._shown.case_id
        if case_id is None:
            return
        if self._shown.has_words:
            self._ask_headers(case_id, sha256)
            return
        use_case = partial(steps.reveal, case_id=case_id, field="all")
        self._tasks.act(use_case, done=partial(self._on_may_see_headers, case_id, sha256))

    def _on_may_see_headers(self, case_id: UUID, sha256: str, nothing: None) -> None:
        self._shown.reveal_words(case_id)
        self._ask_headers(case_id, sha256)

    def _ask_headers(self, case_id: UUID, sha256: str) -> None:
        query = partial(_mail, sha256=sha256)
        self._tasks.ask(query, done=partial(self._on_mail, case_id, sha256), key="raw mail")

    def _on_mail(self, case_id: UUID, sha256: str, mail: bytes | None) -> None:
        if mail is None:  # another desk took it in: fetched when it is opened
            self._room.sharing.fetch_blob(sha256, done=partial(self._on_headers, case_id))
        else:
            self._on_headers(case_id, mail)

    def _on_headers(self, case_id: UUID, mail: bytes | None) -> None:
        if case_id == self._shown.case_id and self._shown.has_words:
            self.headers_read.emit(raw_head(mail))


def _mail(reader: Reader, *, sha256: str) -> bytes | None:
    return reader.mail(sha256)
