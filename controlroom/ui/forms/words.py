"""Words of the forms that no other file has. Read anew at each call, so that a change of language shows."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from controlroom.domain.triage import RECEIVERS
from controlroom.errors import BadInput
from controlroom.ui.forms.choice import Choice
from controlroom.ui.kit.fault_words import fault_text
from controlroom.wording import words

translate = QCoreApplication.translate
_RECEIVERS: Final[Mapping[str, object]] = {
    "108": QT_TRANSLATE_NOOP("forms", "108 ambulance"),
    "other-state": QT_TRANSLATE_NOOP("forms", "Police of another state"),
    "family": QT_TRANSLATE_NOOP("forms", "Family"),
}
FACT_KINDS: Final[Mapping[str, object]] = {
    "phones": QT_TRANSLATE_NOOP("forms", "Phone"),
    "names": QT_TRANSLATE_NOOP("forms", "Name"),
    "account_urls": QT_TRANSLATE_NOOP("forms", "Account link"),
    "usernames": QT_TRANSLATE_NOOP("forms", "User name"),
    "emails": QT_TRANSLATE_NOOP("forms", "E-mail"),
    "pin_codes": QT_TRANSLATE_NOOP("forms", "PIN code"),
}
_PROBLEMS: Final = (
    QT_TRANSLATE_NOOP("forms", "That time is still to come. Type the time as it was, for example 02:14."),
    QT_TRANSLATE_NOOP(
        "forms", "That is no time. Type it like 02:14, 5m (minutes ago) or 23.11. 23:50, in IST."
    ),
    QT_TRANSLATE_NOOP("forms", "There is nothing written yet; type a few words."),
    QT_TRANSLATE_NOOP("forms", "Say in a few words why the two are the same."),
    QT_TRANSLATE_NOOP(
        "forms", "Say either what was found (reached, alive ...) or why the person was not reached."
    ),
    QT_TRANSLATE_NOOP("forms", "A person cannot be both alive and dead; leave one of the two out."),
    QT_TRANSLATE_NOOP("forms", "Type at least a link, a phone number or a few words about the alert."),
    QT_TRANSLATE_NOOP("forms", "That time is still to come; give the time when the alert came in."),
    QT_TRANSLATE_NOOP("forms", "The account is not a Facebook or Instagram link; paste the whole link."),
    QT_TRANSLATE_NOOP("forms", "That is not a phone number; type its ten digits, or + and the country code."),
    QT_TRANSLATE_NOOP(
        "forms", "The review needs a second person: somebody other than who recorded the outcome."
    ),
    QT_TRANSLATE_NOOP("forms", "There is no step on this case to take back."),
    QT_TRANSLATE_NOOP("forms", "This link does not say where: open it elsewhere and paste the coordinates."),
    QT_TRANSLATE_NOOP(
        "forms",
        "what3words cannot be looked up without their server: open it elsewhere and paste the coordinates.",
    ),
    QT_TRANSLATE_NOOP(
        "forms", "A short plus code needs a town or district beside it, or paste the whole code."
    ),
    QT_TRANSLATE_NOOP(
        "forms", "A short plus code repeats itself every hundred kilometres: is this the place?"
    ),
    QT_TRANSLATE_NOOP("forms", "Two different points stand in that: which one is meant?"),
    QT_TRANSLATE_NOOP("forms", "Latitude and longitude seem to be exchanged: is this the place?"),
    QT_TRANSLATE_NOOP(
        "forms", "Whole degrees are a hundred kilometres wide; give the digits behind the point."
    ),
    QT_TRANSLATE_NOOP("forms", "That point is not in India; check the two numbers."),
    QT_TRANSLATE_NOOP("forms", "South or west is far from here: is this the place?"),
    QT_TRANSLATE_NOOP("forms", "Which one is meant?"),
    QT_TRANSLATE_NOOP("forms", "What is said there does not lie together: which one is meant?"),
    QT_TRANSLATE_NOOP("forms", "Only a near spelling is known: is this the place?"),
    QT_TRANSLATE_NOOP("forms", "'{words}' is not known here: is this the place?"),
    QT_TRANSLATE_NOOP("forms", "PIN code {pin} is not known in Uttar Pradesh; check the six digits."),
    QT_TRANSLATE_NOOP(
        "forms", "That lies outside Uttar Pradesh, probably in {state}: ask the nodal officer there."
    ),
    QT_TRANSLATE_NOOP("forms", "No list has that thana; this is another place of the name: is it meant?"),
    QT_TRANSLATE_NOOP(
        "forms", "Many places are called so; name the district too. Is the one in {district} meant?"
    ),
    QT_TRANSLATE_NOOP("forms", "The words name another district than the point: which is meant?"),
    QT_TRANSLATE_NOOP("forms", "A road or a river is long: is this stretch of it meant?"),
    QT_TRANSLATE_NOOP("forms", "Villages of one name are many: is this the one?"),
    QT_TRANSLATE_NOOP(
        "forms", "That is long: give only where it is (coordinates, PIN code, thana, district)."
    ),
    QT_TRANSLATE_NOOP("forms", "There is no place {number}; the case has {count}."),
    QT_TRANSLATE_NOOP("forms", "Say in a few words why this place counts."),
    QT_TRANSLATE_NOOP("forms", "Say either the district or the other state whose case it is."),
    QT_TRANSLATE_NOOP("forms", "Say in a few words why it is theirs."),
    QT_TRANSLATE_NOOP("forms", "The last step is another one now: look again."),
    QT_TRANSLATE_NOOP("forms", "There is no such case on this desk; look at the number again."),
)


def problem_text(problem: BadInput) -> str:
    """The sentence of a problem, in the language of the moment: the forms' own words, else the window's."""
    sentence = translate("forms", problem.template)
    if sentence == problem.template:
        return fault_text(problem)
    return sentence.format(**problem.values) if problem.values else sentence


def receiver(key: str) -> str:
    """To whom a case is handed over."""
    source = _RECEIVERS.get(key)
    return translate("forms", str(source)) if source else words.connector(key)


def receivers() -> list[Choice]:
    """All of them, in the order of the check-list."""
    return [Choice(key, receiver(key)) for key in RECEIVERS]


def choices(table: Mapping[str, words.Look], *, but: tuple[str, ...] = ()) -> list[Choice]:
    """A table of words as things to choose from."""
    return [Choice(key, words.word(table, key)) for key in table if key and key not in but]


# The usual ones keep the first keys; what came later stands behind.
SOURCE_ORDER: Final = (
    "stf", "meta", "tower", "ip", "profile", "family", "landmark", "other", "subscriber", "friend",
    "number-plate", "caller",
)  # fmt: skip


def place_sources() -> list[Choice]:
    """Who may have named a place, each by one key."""
    return [Choice(key, words.place_source(key)) for key in SOURCE_ORDER]


def fact_kinds() -> list[Choice]:
    """What kinds of fact an operator may add."""
    return [Choice(kind, translate("forms", str(source))) for kind, source in FACT_KINDS.items()]
