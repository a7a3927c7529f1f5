"""Call them now: who is late, the numbers, what to say; how it went and what they say by one key each."""

from functools import partial
from typing import Any, ClassVar
from uuid import UUID

from PySide6.QtCore import Slot

from controlroom.casework.calling.callnow import CallNow, call_now
from controlroom.casework.calling.calls import log_call
from controlroom.casework.calling.directory import Directory, Entry, today_in_india
from controlroom.casework.ports import Tx
from controlroom.casework.rows import CaseView
from controlroom.ui.case.kit import Text
from controlroom.ui.forms.base import Form, UseCase
from controlroom.ui.forms.choice import Choice
from controlroom.ui.forms.fields import ChipsField, Field, FieldProblem, LineField, need
from controlroom.ui.forms.words import choices, receiver, translate
from controlroom.ui.kit.theme import Tokens
from controlroom.wording import words

NOBODY: tuple[Entry, ...] = ()
_TO = ("112", "district", "thana", "1090", "108", "grp", "stf", "other-state", "family")


class CallForm(Form):
    """F9, then a digit: what came of it. A call that was answered asks for what they say, again one digit."""

    name: ClassVar[str] = "call"

    def make_fields(self) -> None:
        self.why, self.numbers, self.script = Text(self), Text(self), Text(self)
        self.to = ChipsField(self, "to", can_be_none=False)
        self.number = ChipsField(self, "number")
        self.phone = LineField(self, "phone")
        self.result = ChipsField(self, "result", can_be_none=False)
        self.answer = ChipsField(self, "answer")
        self.ref, self.text_ = LineField(self, "ref"), LineField(self, "text")
        self.call: CallNow | None = None
        self._directory: Directory | None = None
        for part in (self.why, self.numbers, self.script):
            self.body.addWidget(part)
        for field in (self.result, self.answer, self.ref, self.text_, self.number, self.phone, self.to):
            self.add(field)
        self.to.edited.connect(self._on_to)
        self.number.edited.connect(self._on_number)
        self.result.edited.connect(self._on_result)
        self.answer.edited.connect(self._on_answer)

    def retranslate(self) -> None:
        super().retranslate()
        self._keys.put(translate("forms", "A digit says how it went; Esc goes back"))
        self.to.name_it(translate("forms", "Who is called?"))
        self.number.name_it(translate("forms", "Which number?"))
        self.phone.name_it(translate("forms", "Number that was dialled"))
        self.result.name_it(translate("forms", "How did the call go?"))
        self.result.offer(choices(words.CALL_RESULTS))
        self.answer.name_it(translate("forms", "What do they say?"))
        self.answer.offer(choices(words.REPORTS))
        self.ref.name_it(translate("forms", "Their event id or PRV"))
        self.text_.name_it(translate("forms", "In a few words (may stay empty)"))
        self._show_call()

    def dress(self, tokens: Tokens) -> None:
        super().dress(tokens)
        self.why.dress(tokens, "soon", 13, bold=True)
        self.numbers.dress(tokens, "text", 15, bold=True)
        self.script.dress(tokens, "text", 13)

    def first(self) -> Field:
        return self.result

    def begun(self) -> None:
        self.call = self._entry = self._directory = None
        self._show_call()
        self.room.state.with_directory(self._on_directory)

    def refresh(self, view: CaseView) -> None:
        super().refresh(view)
        self._read(self.call.to if self.call else "")

    def forget(self) -> None:
        super().forget()
        self.call = None

    def use_case(self) -> UseCase:
        assert self.case_id is not None
        result = need(self.result, "1-5")
        phone = self.phone.text().strip()
        entry = self._chosen()
        to = self.call.to if self.call else ""
        who = entry.name("en") if entry else receiver(to) if to else ""
        if not who and not phone:
            raise FieldProblem("phone", translate("forms", "Say who was called, or the number."))
        return partial(
            _log,
            case_id=self.case_id,
            who=who,
            phone=phone,
            result=result,
            text=self.text_.text().strip(),
            to=to if to == "stf" or self._has_it(to) else "",
            answer=self.answer.one() if result == "answered" else "",
            ref=self.ref.text().strip(),
            entry=entry.key if entry else "",
        )

    def ring_up(self, entry: Entry) -> None:
        """This entry of the directory, whoever is late."""
        self._entry = entry
        self.phone.set_text("")
        self._read("")

    # --- who ----------------------------------------------------------------------------------------------

    _entry: Entry | None = None  # called though no hand-over names them

    def _on_directory(self, directory: Directory) -> None:
        self._directory = directory
        self._read("")

    def _read(self, to: str) -> None:
        if self.view is None or self._directory is None:
            return
        view = self.view
        self.call = call_now(view.case, view.clocks, self._directory, to=to)
        if self._entry is not None and not to:
            self.call = self.call._replace(entries=(self._entry,), to="", clock="")
        self._show_call()
        if not self.phone.text():
            self._pick(0)

    def _has_it(self, to: str) -> bool:
        return self.view is not None and any(one.to == to for one in self.view.case.hand_overs)

    def _show_call(self) -> None:
        call = self.call
        told = dict.fromkeys(one.to for one in self.view.case.hand_overs) if self.view else {}
        keys = list(dict.fromkeys([*told, *([call.to] if call and call.to else []), *_TO]))
        self.to.offer([Choice(key, receiver(key)) for key in keys])
        self.to.set_text(call.to if call else "")
        self.to.setVisible(self._entry is None)
        self.why.put(self._why())
        entries = call.entries if call else NOBODY
        self.numbers.put("\n".join(map(self._entry_line, entries)) or self._no_number())
        offers = [Choice(f"{at}", phone) for at, (_, phone) in enumerate(self._phones())]
        self.number.offer(offers)
        self.number.setVisible(len(offers) > 1)
        said = (call.script(self.room.language), self._how()) if call else ()
        self.script.put("\n".join(filter(None, said)))
        self.script.setVisible(bool(self.script.text()))
        is_answered = self.result.one() == "answered"
        for field in (self.answer, self.ref):
            field.setVisible(is_answered)

    def _how(self) -> str:
        """To the family nobody should speak without the card at hand."""
        if self.call is None or self.call.to != "family":
            return ""
        key = self.room.book.key_text("speak")
        return translate("forms", "How to speak to them: %1").replace("%1", key)

    def _why(self) -> str:
        call = self.call
        if call is None or self.view is None:
            return ""
        if self._entry is not None:
            return self._entry.name(self.room.language)
        if not call.to:
            return translate("forms", "Nobody is late. Choose whom to call.")
        reason = words.clock(call.clock) if call.clock else ""
        who = receiver(call.to)
        ref = f" ({call.ref})" if call.ref else ""
        return f"{who}{ref}: {reason}" if reason else f"{who}{ref}"

    def _no_number(self) -> str:
        if self.call is None or not (self.call.to or self._entry):
            return ""
        return translate("forms", "No number is in the directory: type the one that you dial.")

    def _entry_line(self, entry: Entry) -> str:
        line = f"{entry.name(self.room.language)}: {', '.join(entry.phones)}"
        if entry.hours:
            line += f"  ({entry.hours})"
        if entry.is_stale(today_in_india(self.room.now())):
            line += "  · " + translate("forms", "check before use")
        return line

    def _phones(self) -> list[tuple[Entry, str]]:
        entries = self.call.entries if self.call else NOBODY
        return [(entry, phone) for entry in entries for phone in entry.phones][:9]

    def _pick(self, at: int) -> None:
        phones = self._phones()
        if at < len(phones):
            self.number.set_text(str(at))
            self.phone.set_text(phones[at][1])

    def _chosen(self) -> Entry | None:
        """The entry whose number stands in the field."""
        typed = self.phone.text().strip()
        return next((entry for entry, phone in self._phones() if phone == typed), None)

    # --- one key ------------------------------------------------------------------------------------------

    @Slot()
    def _on_to(self) -> None:
        self.phone.set_text("")
        self._read(self.to.one())

    @Slot()
    def _on_number(self) -> None:
        chosen = self.number.one()
        if chosen:
            self._pick(int(chosen))

    @Slot()
    def _on_result(self) -> None:
        result = self.result.one()
        self._show_call()
        if result == "answered":
            self.answer.setFocus()
        elif result:
            self.submit()

    @Slot()
    def _on_answer(self) -> None:
        if self.answer.one():
            self.submit()


def _log(tx: Tx, *, case_id: UUID, **told: Any) -> None:
    log_call(tx, case_id, **told)
