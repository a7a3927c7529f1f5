"""The next best step of finding: what was not tried yet, with the request ready to say, copy or send."""

from datetime import datetime
from functools import partial
from typing import ClassVar
from uuid import UUID

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout

from controlroom.casework import steps
from controlroom.casework.handing.asking import send_request, way_to_ask
from controlroom.casework.handing.connectors import SETTING, connectors_in
from controlroom.casework.handing.ports import ConnectorSettings
from controlroom.casework.handing.requests import Request, RequestWords
from controlroom.casework.ports import Tx
from controlroom.casework.queries import Reader
from controlroom.casework.rows import CaseView
from controlroom.domain.finding import Ask, next_asks
from controlroom.domain.triage import TRY_STATUS
from controlroom.ui.case.kit import Text, button
from controlroom.ui.case.masks import hide_known
from controlroom.ui.forms.base import Form, UseCase
from controlroom.ui.forms.choice import Choice
from controlroom.ui.forms.fields import ChipsField, FieldProblem, LineField, WhenField
from controlroom.ui.forms.words import translate
from controlroom.ui.kit.theme import Tokens
from controlroom.wording.find_words import ask_word, by_word, status_word, why_word

COPY_KEY = Qt.Key.Key_F6
OTHER_LANGUAGE_KEY = Qt.Key.Key_F7
SEND_KEY = Qt.Key.Key_F8


class AskForm(Form):
    """A digit for whom to ask, F6 copies the words, Enter notes that they were asked."""

    name: ClassVar[str] = "ask"

    def make_fields(self) -> None:
        self._asks: tuple[Ask, ...] = ()
        self._request: Request | None = None
        self._is_turned = False  # the words in the other language than the window's
        self.whom = ChipsField(self, "source", can_be_none=False)
        self.whom.edited.connect(self._show_request)
        self.why, self.to, self.text = Text(self), Text(self), Text(self, kind="raised")
        self._ways: tuple[ConnectorSettings, ...] = ()
        self._copy, self._turn, self._mail = (button(self, "quiet") for _ in range(3))
        self._mail.clicked.connect(self.send)
        self._copy.clicked.connect(self.copy)
        self._turn.clicked.connect(self.turn)
        self.status = ChipsField(self, "status", can_be_none=False)
        self.given_by = LineField(self, "given_by")
        self.words = LineField(self, "text")
        self.when = WhenField(self, "when", self.room.now())
        self.add(self.whom)
        line = QHBoxLayout()
        line.addWidget(self._copy)
        line.addWidget(self._turn)
        line.addWidget(self._mail)
        line.addStretch()
        for part in (self.why, self.to, self.text):
            self.body.addWidget(part)
        self.body.addLayout(line)
        for field in (self.status, self.given_by, self.words, self.when):
            self.add(field)

    def retranslate(self) -> None:
        super().retranslate()
        self.whom.name_it(translate("forms", "Not tried yet, the best first"))
        self._copy.setText(translate("forms", "Copy the words: F6"))
        self._turn.setText(translate("forms", "Other language: F7"))
        self._mail.setText(translate("forms", "Send by e-mail: F8"))
        self.status.name_it(translate("forms", "What came of it?"))
        self.status.offer([Choice(key, status_word(key)) for key in TRY_STATUS])
        self.given_by.name_it(translate("forms", "Who was asked? (a name, an office, a number)"))
        self.words.name_it(translate("forms", "In words (may stay empty)"))
        self.words.say_example(translate("forms", "STF answers in 20 minutes"))
        self.when.name_it(translate("forms", "When"))
        self.when.say_example(translate("forms", "now, or earlier: 02:14"))
        self._offer()

    def fill(self, view: CaseView | None) -> None:
        self._offer()
        self.whom.set_text(_key(self._asks[0]) if self._asks else "")
        self.status.set_text("asked")

    def begun(self) -> None:
        self._is_turned = False
        self._show_request()
        self.room.tasks.ask(_ways, done=self._on_ways, key="ways to ask")

    def _on_ways(self, ways: tuple[ConnectorSettings, ...]) -> None:
        self._ways = ways
        self._say()

    def refresh(self, view: CaseView) -> None:
        super().refresh(view)
        self._offer()

    def dress(self, tokens: Tokens) -> None:
        super().dress(tokens)
        self.why.dress(tokens, "dim", 12)
        self.to.dress(tokens, "text", 13, bold=True)
        self.text.dress(tokens, "text", 13)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == COPY_KEY:
            self.copy()
        elif event.key() == OTHER_LANGUAGE_KEY:
            self.turn()
        elif event.key() == SEND_KEY and not self._mail.isHidden():
            self.send()
        else:
            super().keyPressEvent(event)

    def _offer(self) -> None:
        """What is left to try; the best twelve have a key each."""
        self._asks = next_asks(self.view.case, self.room.now())[:12] if self.view else ()
        self.whom.offer([Choice(_key(ask), ask_word(ask)) for ask in self._asks])
        self._show_request()

    def _chosen(self) -> Ask | None:
        return next((ask for ask in self._asks if _key(ask) == self.whom.one()), None)

    @property
    def language(self) -> str:
        """In which the words stand."""
        window = "hi" if self.room.language == "hi" else "en"
        return window if not self._is_turned else "en" if window == "hi" else "hi"

    @Slot()
    def _show_request(self) -> None:
        """Worked out by a worker: an administrator's file may have changed."""
        ask = self._chosen()
        self._request = None
        self._mail.hide()
        for part in (self.why, self.to, self.text):
            part.put("")
        if ask is None or self.view is None:
            if self.view is not None and not self._asks:
                self.why.put(
                    translate("forms", "Everything that is known was tried. What else may lead there?")
                )
            return
        self.why.put(why_word(ask))
        source = self.room.requests or RequestWords()
        job = partial(source.request, self.view.case, ask, person=self.room.person)
        self.room.tasks.work(job, done=partial(self._on_request, self.case_id, _key(ask)))

    def _on_request(self, case_id: UUID | None, key: str, request: Request | None) -> None:
        if case_id == self.case_id and key == self.whom.one():
            self._request = request
            self._say()

    def _say(self) -> None:
        can_send = self._request is not None and way_to_ask(self._ways, self._request.source) is not None
        self._mail.setVisible(can_send and self.room.connector_of is not None)
        if self._request is None or self.view is None:
            return
        to = translate("forms", "%1, %2").replace("%2", by_word(self._request.by))
        self.to.put(to.replace("%1", self._request.to(self.language)))
        self.text.put(hide_known(self._request.text(self.language), self.view.case.facts))

    @Slot()
    def turn(self) -> None:
        """The words in the other language."""
        self._is_turned = not self._is_turned
        self._say()

    @Slot()
    def copy(self) -> None:
        """The words as they are, with what is masked on the screen: the event first, the clipboard second."""
        if self._request is None or self.case_id is None:
            return
        text = self._request.text(self.language)
        use_case = partial(steps.copy_out, case_id=self.case_id, field=f"request/{self._request.source}")
        self.room.tasks.act(use_case, done=partial(self._on_copied, text))

    @Slot()
    def send(self) -> None:
        """Into the outbox, and noted as asked; the form is done."""
        if self._request is None or self.case_id is None or self.room.connector_of is None or self.is_saving:
            return
        use_case = partial(
            send_request,
            case_id=self.case_id,
            request=self._request,
            language=self.language,
            connectors=self.room.connector_of,
        )
        self.save(use_case)

    def _on_copied(self, text: str, nothing: None) -> None:
        QGuiApplication.clipboard().setText(text)
        self.room.say(translate("forms", "Copied; the log says so."), "done")

    def use_case(self) -> UseCase:
        assert self.case_id is not None
        ask = self._chosen()
        if ask is None:
            raise FieldProblem("source", translate("forms", "Choose whom or what was asked."))
        source = "other" if ask.source == "candidate" else ask.source
        text = self.words.text().strip() or (ask.words if ask.source in ("candidate", "other") else "")
        return partial(
            _asked,
            case_id=self.case_id,
            source=source,
            status=self.status.one() or "asked",
            given_by=self.given_by.text().strip(),
            text=text,
            at=self.when.moment(),
        )


def _ways(reader: Reader) -> tuple[ConnectorSettings, ...]:
    return connectors_in(reader.setting(SETTING))


def _key(ask: Ask) -> str:
    return ask.source if ask.at < 0 else f"{ask.source}-{ask.at}"


def _asked(
    tx: Tx, *, case_id: UUID, source: str, status: str, given_by: str, text: str, at: datetime | None
) -> None:
    steps.try_location(tx, case_id, text=text, source=source, status=status, given_by=given_by, at=at)
