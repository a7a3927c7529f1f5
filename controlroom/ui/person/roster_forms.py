"""Somebody on the roster, and when they are away."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from typing import ClassVar, Final
from uuid import UUID, uuid5

import msgspec
from PySide6.QtWidgets import QWidget

from controlroom.casework.care import counsellors
from controlroom.casework.care.roster import USUAL_MOST, Counsellor
from controlroom.casework.ports import Tx
from controlroom.domain.care.plans import Owner, day_in_india
from controlroom.domain.roomwide import stream_of
from controlroom.errors import BadInput
from controlroom.speech import translate
from controlroom.ui.case.kit import Text
from controlroom.ui.forms.choice import Choice
from controlroom.ui.forms.drafting import DraftForm, UseCase
from controlroom.ui.forms.fields import ChipsField, FieldProblem, LineField
from controlroom.ui.kit.district_names import DistrictNames, read_district_names
from controlroom.ui.kit.theme import Tokens
from controlroom.ui.person import words
from controlroom.ui.person.form import day_in
from controlroom.wording import care_words

MOST_COVERS: Final = 12


@dataclass(frozen=True, slots=True)
class RosterView:
    """One of the roster, or nobody yet; and the others."""

    one: Counsellor | None
    roster: Sequence[Counsellor]
    loads: Mapping[Owner, int]
    drafts: Mapping[str, str]
    now: datetime

    @property
    def subject_id(self) -> UUID:
        """Under which drafts are kept: the same for one login on every start."""
        return subject_of(self.one.key if self.one else "")


def subject_of(key: str) -> UUID:
    """Under which drafts about this counsellor are kept; "" for a new one."""
    return uuid5(stream_of("counsellor_changed"), key)


class RosterForm(DraftForm[RosterView]):
    """A form about one of the roster."""

    def news_since(self, before: RosterView | None, view: RosterView) -> str:
        if before is None or before.one == view.one:
            return ""
        return translate("person", "Somebody changed this entry meanwhile. What you typed stays.")

    def title(self) -> str:
        one = self.view.one if self.view else None
        return one.name if one else translate("person", "One more on the roster")


class CounsellorForm(RosterForm):
    """Login, name, languages, districts, hours, how many plans at most."""

    name: ClassVar[str] = "counsellor"

    def make_fields(self) -> None:
        self._districts = DistrictNames()
        self.room.tasks.work(read_district_names, done=self._on_districts)
        self.key, self.called = LineField(self, "key"), LineField(self, "called")
        self.kind = ChipsField(self, "kind", can_be_none=False)
        self.languages = ChipsField(self, "languages", many=True)
        self.districts = LineField(self, "districts")
        self.start, self.end = LineField(self, "hours_from"), LineField(self, "hours_to")
        self.most = LineField(self, "most")
        self.add_row(self.key, self.called)
        for chips in (self.kind, self.languages):
            self.add(chips)
        self.add(self.districts)
        self.add_row(self.start, self.end, self.most)

    def first(self) -> QWidget:
        return self.called if self.view is not None and self.view.one is not None else self.key

    def _on_districts(self, names: DistrictNames) -> None:
        self._districts = names

    def retranslate(self) -> None:
        super().retranslate()
        self.key.name_it(translate("person", "Login, or name in plans"))
        self.called.name_it(translate("person", "Name"))
        self.kind.name_it(translate("person", "Who that is"))
        self.kind.offer(words.choices(care_words.OWNERS))
        self.languages.name_it(translate("person", "Languages"))
        self.languages.offer(words.choices(care_words.LANGUAGES))
        self.districts.name_it(translate("person", "Districts, with commas (empty: every district)"))
        self.start.name_it(translate("person", "On duty from"))
        self.start.say_example("09:30")
        self.end.name_it(translate("person", "On duty until"))
        self.end.say_example("17:30")
        self.most.name_it(translate("person", "Plans at most"))

    def fill(self, view: RosterView | None) -> None:
        one = view.one if view else None
        self.key.editor.setReadOnly(one is not None)
        self.kind.set_text(one.kind if one else "counsellor")
        self.most.set_text(str(one.most if one else USUAL_MOST))
        if one is not None:
            self.key.set_text(one.key)
            self.called.set_text(one.name)
            self.languages.set_text(" ".join(one.languages))
            shown = (self._districts.name(name, self.room.language) for name in one.districts)
            self.districts.set_text(", ".join(shown))
            self.start.set_text(one.hours_from)
            self.end.set_text(one.hours_to)

    def use_case(self) -> UseCase:
        before = self.view.one if self.view else None
        most = self.most.text().strip()
        if not most.isdecimal():
            raise FieldProblem("most", translate("person", "A whole number of plans, for example 60."))
        told = Counsellor(
            key=self.key.text(),
            name=self.called.text(),
            kind=self.kind.one() or "counsellor",
            languages=self.languages.chosen(),
            districts=self._typed_districts(),
            hours_from=self.start.text().strip(),
            hours_to=self.end.text().strip(),
            most=int(most),
            away=before.away if before else (),
        )
        return partial(_save, one=told, is_new=before is None)

    def _typed_districts(self) -> tuple[str, ...]:
        found = []
        for name in filter(None, map(str.strip, self.districts.text().replace("،", ",").split(","))):
            english = self._districts.english(name)
            if english is None:
                text = translate("person", "No district is called %1; write it as on the map.")
                raise FieldProblem("districts", text.replace("%1", name))
            found.append(english)
        return tuple(dict.fromkeys(found))


def _save(tx: Tx, *, one: Counsellor, is_new: bool) -> str:
    known = {other.key: other for other in counsellors.roster(tx)}
    key = " ".join(one.key.split())
    if is_new and key in known:
        raise FieldProblem("key", translate("person", "There is one of this login already: change that one."))
    if not is_new and key in known:  # another desk may have entered an absence meanwhile
        one = msgspec.structs.replace(one, away=known[key].away)
    return counsellors.save_counsellor(tx, one).key


class AwayForm(RosterForm):
    """Away from the first to the last day; who covers."""

    name: ClassVar[str] = "away"

    def make_fields(self) -> None:
        self.first_day, self.last_day = LineField(self, "first"), LineField(self, "last")
        self.cover = ChipsField(self, "cover", can_be_none=False)
        self.plans = Text(self)
        self.body.addWidget(self.plans)
        self.add_row(self.first_day, self.last_day)
        self.add(self.cover)

    def retranslate(self) -> None:
        super().retranslate()
        self.first_day.name_it(translate("person", "Away from"))
        self.last_day.name_it(translate("person", "Until, that day included"))
        for line in (self.first_day, self.last_day):
            line.say_example("24.12.2026")
        self.cover.name_it(translate("person", "Who sees their plans meanwhile?"))
        self._offer()

    def dress(self, tokens: Tokens) -> None:
        super().dress(tokens)
        self.plans.dress(tokens, "dim", 13)

    def begun(self) -> None:
        self._offer()

    def _offer(self) -> None:
        view = self.view
        if view is None or view.one is None:
            return
        text = translate("person", "%1 running plans")
        self.plans.put(text.replace("%1", str(view.loads.get(view.one.owner, 0))))
        today = day_in_india(view.now)
        there = [one for one in view.roster if one.key != view.one.key and not one.cover_on(today)]
        there.sort(key=lambda one: (view.loads.get(one.owner, 0) / one.most, one.key))
        self.cover.offer(
            [
                Choice(
                    one.key.replace(" ", words.SPACE),
                    f"{one.name}  {view.loads.get(one.owner, 0)}/{one.most}",
                )
                for one in there[:MOST_COVERS]
            ]
        )

    def use_case(self) -> UseCase:
        first, last = day_in(self.first_day), day_in(self.last_day)
        for day, field in ((first, "first"), (last, "last")):
            if day is None:
                raise FieldProblem(field, translate("person", "Type the day, for example 24.11.2026."))
        if not self.cover.one():
            raise FieldProblem("cover", translate("person", "Choose who covers; add somebody first."))
        one = self.view.one if self.view else None
        if one is None or first is None or last is None:
            raise BadInput("There is no counsellor '{key}' on the roster.", key="")
        cover = self.cover.one().replace(words.SPACE, " ")
        return partial(_away, key=one.key, first=first, last=last, cover=cover)


def _away(tx: Tx, *, key: str, first: date, last: date, cover: str) -> str:
    return counsellors.set_away(tx, key, first=first, last=last, cover=cover).key
