"""What the case pane shows at one moment: the case as read, the time, and how much is revealed. Pure."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from controlroom.casework.checklists import CheckLists
from controlroom.casework.rows import CaseView
from controlroom.domain.case import Case
from controlroom.domain.events import Event
from controlroom.ui.case import ist, masks
from controlroom.ui.kit.district_names import DistrictNames

LATE_ENTRY = timedelta(seconds=60)  # beyond this the time on the ground and the time of entry are both told


@dataclass(frozen=True, slots=True)
class Sight:
    """Handed to the header and to every tab. Times are aware UTC."""

    view: CaseView
    now: datetime
    person: str
    language: str
    names: DistrictNames
    is_revealed: bool = False
    is_alone: bool = True  # there is no shared database: nothing is called not shared
    checklists: CheckLists = field(default_factory=CheckLists)
    why_not_next: str = ""  # why whoever reads does not take the next step
    has_words: bool = True  # whether the alert's own words may stand there once it is revealed

    @property
    def case(self) -> Case:
        """The case as its events tell it."""
        return self.view.case

    def value(self, field: str, value: str) -> str:
        """A fact as it may stand on the screen now."""
        if not self.is_revealed:
            return safe_text(masks.masked(field, value))
        return safe_text(masks.show_phone(value) if field == "phones" else value)

    def words(self, text: str) -> str:
        """Somebody's words, with what is known of the person masked."""
        return safe_text(text if self.is_revealed else masks.hide_known(text, self.case.facts))

    def clock(self, moment: datetime) -> str:
        """A time of day in IST, with its date where that is another day."""
        return ist.clock_text(moment, self.now)

    def district(self, key: str) -> str:
        """The name of a district in the language of the moment."""
        return self.names.name(key, self.language)


def is_late_entry(event: Event) -> bool:
    """Whether it was entered more than a minute after it was so."""
    return event.at - event.happened_at > LATE_ENTRY


def safe_text(text: str) -> str:
    """Signs that turn the order of letters or are no letters at all are named instead of obeyed."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(_safe_sign(sign) for sign in text)


_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u061c\u200e\u200f")


def _safe_sign(sign: str) -> str:
    if sign in _TURNING:
        return f"<U+{ord(sign):04X}>"
    if sign in "\n\t":
        return sign
    return "\ufffd" if ord(sign) < 0x20 or 0x7F <= ord(sign) < 0xA0 else sign
