"""Every form about a person by the name of its command, and the key that opens it on the page."""

from typing import Final

from controlroom.casework.care.personpage import PersonPage
from controlroom.ui.forms.sheet import Sheet
from controlroom.ui.person.facts import FactsForm, FamilyForm, ReachForm
from controlroom.ui.person.files import JoinForm, SplitForm
from controlroom.ui.person.giving import ExportForm
from controlroom.ui.person.keeping import EraseForm, KeepForm
from controlroom.ui.person.plan_forms import EndForm, MoveForm, OwnerForm, PlanForm
from controlroom.ui.person.refer import ReferForm
from controlroom.ui.person.talk import ConsentForm, ContactForm, NoteForm

_ALL: Final[tuple[type[Sheet[PersonPage]], ...]] = (
    ContactForm,
    NoteForm,
    ConsentForm,
    ReferForm,
    ReachForm,
    FamilyForm,
    FactsForm,
    PlanForm,
    OwnerForm,
    MoveForm,
    EndForm,
    JoinForm,
    SplitForm,
    KeepForm,
    EraseForm,
    ExportForm,
)
FORMS: Final[dict[str, type[Sheet[PersonPage]]]] = {form.name: form for form in _ALL}
KEYS: Final[dict[str, str]] = {  # by key, not by letter: they are there in a Hindi layout too
    "C": "care_contact",
    "N": "care_note",
    "A": "care_consent",
    "S": "care_refer",
    "R": "care_reach",
    "F": "care_family",
    "W": "care_facts",
    "P": "care_plan",
    "O": "care_owner",
    "D": "care_move",
    "E": "care_end",
    "M": "care_join",
    "X": "care_split",
    "K": "care_keep",
    "Z": "care_erase",
    "G": "care_export",
}
LAST_OF_GROUP: Final = frozenset({"care_refer", "care_facts", "care_end", "care_split"})  # air behind it
