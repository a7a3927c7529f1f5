"""Every form by the name of the command that opens it."""

from controlroom.casework.rows import CaseView
from controlroom.ui.forms.alert import AlertForm
from controlroom.ui.forms.asking import AskForm
from controlroom.ui.forms.call import CallForm
from controlroom.ui.forms.checks import ChecksForm
from controlroom.ui.forms.choosing import ChooseForm, WhoseForm
from controlroom.ui.forms.ground import OutcomeForm, ReportForm
from controlroom.ui.forms.hand_over import HandOverForm
from controlroom.ui.forms.place import PlaceForm
from controlroom.ui.forms.release import ReleaseForm
from controlroom.ui.forms.review import ReviewForm
from controlroom.ui.forms.sheet import Sheet
from controlroom.ui.forms.speaking import SpeakForm
from controlroom.ui.forms.split import SplitForm
from controlroom.ui.forms.steps import CloseForm, FactForm, JoinForm, NoteForm, ReopenForm, TriageForm
from controlroom.ui.forms.tried import TriedForm
from controlroom.ui.forms.undo import UndoForm

_ALL: tuple[type[Sheet[CaseView]], ...] = (
    TriageForm,
    ChecksForm,
    PlaceForm,
    TriedForm,
    AskForm,
    ChooseForm,
    WhoseForm,
    HandOverForm,
    CallForm,
    SpeakForm,
    ReportForm,
    OutcomeForm,
    ReviewForm,
    NoteForm,
    FactForm,
    JoinForm,
    SplitForm,
    CloseForm,
    ReopenForm,
    ReleaseForm,
    UndoForm,
    AlertForm,
)
FORMS: dict[str, type[Sheet[CaseView]]] = {form.name: form for form in _ALL}
