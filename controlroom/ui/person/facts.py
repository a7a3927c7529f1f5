"""Who somebody is, how they are reached and what helps, and who is around them."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import ClassVar
from uuid import UUID

from PySide6.QtCore import Slot

from controlroom.casework.care import persons
from controlroom.casework.care.personpage import PersonPage
from controlroom.casework.ports import Tx
from controlroom.speech import translate
from controlroom.ui.forms.choice import Choice
from controlroom.ui.forms.drafting import UseCase
from controlroom.ui.forms.fields import ChipsField, FieldProblem, LineField
from controlroom.ui.forms.words import translate as form_words
from controlroom.ui.kit.district_names import DistrictNames, read_district_names
from controlroom.ui.person import words
from controlroom.ui.person.form import PersonForm
from controlroom.wording import care_words


class FactsForm(PersonForm):
    """A further name in either script, account, phone; under 18; district. What stands there stays."""

    name: ClassVar[str] = "care_facts"

    def make_fields(self) -> None:
        self.names = LineField(self, "names")
        self.phones, self.emails = LineField(self, "phones"), LineField(self, "emails")
        self.accounts, self.usernames = LineField(self, "accounts"), LineField(self, "usernames")
        self.minor = ChipsField(self, "minor", can_be_none=False)
        self.district = LineField(self, "district")
        self._districts = DistrictNames()
        self.room.tasks.work(read_district_names, done=self._on_districts)
        self.add(self.names)
        self.add_row(self.phones, self.emails)
        self.add_row(self.accounts, self.usernames)
        self.add_row(self.minor, self.district)

    def _on_districts(self, names: DistrictNames) -> None:
        self._districts = names

    def retranslate(self) -> None:
        super().retranslate()
        self.names.name_it(translate("person", "Another name, or the same in the other script"))
        self.names.say_example("रविन्द्र कुमार")
        self.phones.name_it(translate("person", "Phone"))
        self.phones.say_example("98390 12345")
        self.emails.name_it(translate("person", "E-mail"))
        self.accounts.name_it(translate("person", "Account (the whole link)"))
        self.accounts.say_example("facebook.com/…")
        self.usernames.name_it(translate("person", "User name"))
        self.minor.name_it(translate("person", "Age"))
        ages = (("no", translate("person", "18 or older")), ("yes", translate("person", "Under 18")))
        self.minor.offer([Choice(key, word) for key, word in ages])
        self.district.name_it(translate("person", "District"))

    def fill(self, view: PersonPage | None) -> None:
        if view is not None:
            self.minor.set_text("yes" if view.person.is_minor else "no")
            name = self._districts.name(view.person.district, self.room.language)
            self.district.set_text(name)

    def use_case(self) -> UseCase:
        fields = (self.names, self.phones, self.emails, self.accounts, self.usernames)
        lists = {field.name: [field.text()] for field in fields if field.text().strip()}
        typed = self.district.text().strip()
        district = (self._districts.english(typed) or "") if typed else ""
        if typed and not district and typed != self.person.district:
            text = translate("person", "No district is called so; write it as on the map.")
            raise FieldProblem("district", text)
        return partial(
            _tell,
            person_id=self.person_id,
            lists=lists,
            words={"district": district or typed},
            minor=self.minor.one() == "yes",
        )


def _tell(
    tx: Tx,
    *,
    person_id: UUID,
    lists: Mapping[str, Sequence[str]],
    words: Mapping[str, str],
    minor: bool | None = None,
    kin: Sequence[Mapping[str, object]] = (),
) -> None:
    persons.tell_of_person(tx, person_id, lists=lists, words=words, kin=kin, minor=minor)


class ReachForm(PersonForm):
    """Language, channel, safe hours; what helps, what to avoid, who must not be called."""

    name: ClassVar[str] = "care_reach"

    def make_fields(self) -> None:
        self.channel = ChipsField(self, "channel")
        self.start, self.end = LineField(self, "safe_from"), LineField(self, "safe_to")
        self.language = ChipsField(self, "language")
        self.helps, self.avoid = LineField(self, "helps"), LineField(self, "avoid")
        self.never_call = LineField(self, "never_call")
        self.add(self.channel)
        self.add_row(self.start, self.end)
        self.add(self.language)
        for field in (self.helps, self.avoid, self.never_call):
            self.add(field)

    def retranslate(self) -> None:
        super().retranslate()
        self.channel.name_it(translate("person", "How they want to be reached"))
        self.channel.offer(words.choices(care_words.CHANNELS))
        self.start.name_it(translate("person", "Safe from"))
        self.start.say_example("18:30")
        self.end.name_it(translate("person", "Safe until"))
        self.end.say_example("21:00")
        self.language.name_it(translate("person", "Language"))
        self.language.offer(words.choices(care_words.LANGUAGES))
        self.helps.name_it(translate("person", "What helps (one more)"))
        self.helps.say_example(translate("person", "her brother; walking; music in the evening"))
        self.avoid.name_it(translate("person", "What to avoid (one more)"))
        self.avoid.say_example(translate("person", "speaking of the examination"))
        self.never_call.name_it(translate("person", "Who must never be called (one more)"))
        self.never_call.say_example(translate("person", "the uncle; a number"))

    def fill(self, view: PersonPage | None) -> None:
        if view is not None:
            person = view.person
            self.channel.set_text(person.channel)
            self.language.set_text(person.language)
            self.start.set_text(person.safe_from)
            self.end.set_text(person.safe_to)

    def use_case(self) -> UseCase:
        lists = {one.name: [one.text()] for one in (self.helps, self.avoid, self.never_call)}
        told = {
            "channel": self.channel.one(),
            "language": self.language.one(),
            "safe_from": self.start.text(),
            "safe_to": self.end.text(),
        }
        return partial(_tell, person_id=self.person_id, lists=lists, words=told)


class FamilyForm(PersonForm):
    """Somebody of the family or a friend, with the relation; the guardian where the person is under 18."""

    name: ClassVar[str] = "care_family"

    def make_fields(self) -> None:
        self.who, self.usual = LineField(self, "who"), ChipsField(self, "usual")
        self.relation, self.phone = LineField(self, "relation"), LineField(self, "phone")
        self.guardian = ChipsField(self, "guardian")
        self.usual.edited.connect(self._on_usual)
        self.add(self.who)
        self.add(self.usual)
        self.add_row(self.relation, self.phone)
        self.add(self.guardian)

    def retranslate(self) -> None:
        super().retranslate()
        self.who.name_it(translate("person", "Name, or what they are called"))
        self.usual.name_it(translate("person", "Relation"))
        self.usual.offer([Choice(str(at), word) for at, word in enumerate(_relations())])
        self.relation.name_it(translate("person", "In other words"))
        self.phone.name_it(translate("person", "Phone"))
        self.phone.say_example("98390 12345")
        self.guardian.name_it(translate("person", "For a child"))
        self.guardian.offer([Choice("yes", translate("person", "Guardian: the contacts speak to them"))])

    @Slot()
    def _on_usual(self) -> None:
        if self.usual.one():
            self.relation.set_text(_relations()[int(self.usual.one())])
            self.touch("relation")

    def use_case(self) -> UseCase:
        if not self.who.text().strip():
            text = form_words("forms", "There is nothing written yet; type a few words.")
            raise FieldProblem("who", text)
        kin = {
            "name": self.who.text(),
            "relation": self.relation.text(),
            "phone": self.phone.text(),
            "guardian": bool(self.guardian.one()),
        }
        return partial(_tell, person_id=self.person_id, lists={}, words={}, kin=[kin])


def _relations() -> tuple[str, ...]:
    return (
        translate("person", "mother"),
        translate("person", "father"),
        translate("person", "husband"),
        translate("person", "wife"),
        translate("person", "brother"),
        translate("person", "sister"),
        translate("person", "son"),
        translate("person", "daughter"),
        translate("person", "friend"),
        translate("person", "teacher"),
    )
