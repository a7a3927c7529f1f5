"""A form inside the case pane."""

from controlroom.casework.rows import CaseView
from controlroom.domain.events import KINDS, Event
from controlroom.domain.fold import order_key
from controlroom.ui.case.masks import hide_known
from controlroom.ui.forms.drafting import DRAFT_MS, DraftForm, UseCase
from controlroom.ui.forms.words import translate
from controlroom.wording import event_words

__all__ = ["DRAFT_MS", "Form", "UseCase", "news_of"]


class Form(DraftForm[CaseView]):
    """One inline form about a case. Main thread."""

    def news_since(self, before: CaseView | None, view: CaseView) -> str:
        return news_of(before, view, self.room.person)


def news_of(before: CaseView | None, view: CaseView, person: str) -> str:
    """What somebody else did to the case since `before`, in one sentence; "" where nothing is new."""
    if before is None or before.case.id != view.case.id:
        return ""
    known = {event.id for event in before.events}
    fresh = [
        event for event in view.events if event.id not in known and event.actor != person and _is_told(event)
    ]
    if not fresh:
        return ""
    newest = max(fresh, key=order_key)
    text = translate("forms", "%1 changed this case meanwhile: %2. What you typed stays.")
    what = hide_known(event_words.sentence(newest), view.case.facts)
    return text.replace("%2", what).replace("%1", newest.actor)


def _is_told(event: Event) -> bool:
    return event.kind not in KINDS or KINDS[event.kind].audience != "audit"
