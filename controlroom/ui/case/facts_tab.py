"""The Facts tab: what is known of the person, each with where it came from and when."""

from collections.abc import Iterator
from typing import Final
from uuid import UUID

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication
from PySide6.QtWidgets import QWidget

from controlroom.ui.case import ist
from controlroom.ui.case.line import Line
from controlroom.ui.case.origins import Origin, origins
from controlroom.ui.case.sight import Sight
from controlroom.ui.case.tab import LinesTab
from controlroom.ui.case.verdict import verdict
from controlroom.ui.kit.theme import Tokens
from controlroom.wording import words
from controlroom.wording.shared_kinds import kinds_shared

translate = QCoreApplication.translate
_FIELDS: Final = (
    ("names", QT_TRANSLATE_NOOP("case", "Name")),
    ("usernames", QT_TRANSLATE_NOOP("case", "User name")),
    ("phones", QT_TRANSLATE_NOOP("case", "Phone")),
    ("account_urls", QT_TRANSLATE_NOOP("case", "Link")),
    ("emails", QT_TRANSLATE_NOOP("case", "E-mail")),
    ("ips", QT_TRANSLATE_NOOP("case", "IP address")),
    ("pin_codes", QT_TRANSLATE_NOOP("case", "PIN code")),
    ("times", QT_TRANSLATE_NOOP("case", "Time named")),
)


class FactsTab(LinesTab):
    """A click or Enter copies; an earlier case is opened."""

    def __init__(self, parent: QWidget, tokens: Tokens) -> None:
        super().__init__(parent, tokens, title_size=15)
        self._reveal = self.add_step("reveal", "eye")
        self._add = self.add_step("fact", "plus-circle")
        self._checks = self.add_step("checks", "check-square")
        self._key = ""

    def show_key(self, key: str) -> None:
        """The key that reveals, as it is set."""
        self._key = key

    def retranslate(self) -> None:
        self._reveal.setText(translate("case", "Reveal  %1").replace("%1", self._key))
        self._add.setText(translate("case", "Add a fact"))
        self._checks.setText(translate("case", "Check-list"))

    def show_sight(self, sight: Sight) -> None:
        self._reveal.setVisible(not sight.is_revealed)
        self.note.put(translate("case", "Revealed to you; noted in the log") if sight.is_revealed else "")
        self.show_lines(
            list(fact_lines(sight)),
            translate("case", "Nothing is known of the person yet. Read the mail, or add a fact."),
        )


def fact_lines(sight: Sight) -> Iterator[Line]:
    """Who, how to reach them, where they may be, and what else the alert says."""
    yield from _arrivals(sight)
    known = origins(sight.view.events, sight.view.undone)
    facts = sight.case.facts
    for field, label in _FIELDS:
        shown_label = translate("case", str(label))
        for at, value in enumerate(getattr(facts, field)):
            raw = value.ip if field == "ips" else value
            yield _fact(sight, field, raw, shown_label if at == 0 else "", known.get((field, raw)), value)
    yield from _judged(sight)
    yield from _speaking(sight)
    yield from _checks(sight)
    yield from _related(sight)


def _fact(sight: Sight, field: str, raw: str, label: str, origin: Origin | None, value: object) -> Line:
    title = _named_time(sight, raw) if field == "times" else sight.value(field, raw)
    seen = str(getattr(value, "at", "") or "")
    detail = translate("case", "seen %1").replace("%1", _named_time(sight, seen)) if seen else ""
    return Line(
        key=f"{field}/{raw}",
        lead=label,
        title=title,
        detail=detail,
        aside=_aside(sight, origin),
        tip=_tip(origin),
        payload=("copy", field, raw),
    )


def _named_time(sight: Sight, iso: str) -> str:
    from datetime import datetime

    try:
        moment = datetime.fromisoformat(iso)
    except ValueError:
        return iso
    return f"{sight.clock(moment)} IST" if moment.tzinfo else iso


def how_text(origin: Origin) -> str:
    """Where a value came from, in words."""
    if origin.how == "typed":
        return origin.actor
    if origin.how == "joined":
        return origin.number
    return words.source(origin.how)


def _aside(sight: Sight, origin: Origin | None) -> str:
    return f"{how_text(origin)}  {sight.clock(origin.at)}" if origin else ""


def _tip(origin: Origin | None) -> str:
    copies = translate("case", "Click or Enter copies it; the log says so.")
    if origin is None:
        return copies
    source = {
        "typed": translate("case", "Found out by %1").replace("%1", origin.actor),
        "joined": translate("case", "From case %1, which was joined into this one").replace(
            "%1", origin.number
        ),
    }.get(origin.how, words.source(origin.how))
    form = [translate("case", "Form of mail: %1").replace("%1", origin.template)] if origin.template else []
    return "\n".join([source, *form, ist.full_text(origin.at), copies])


def _judged(sight: Sight) -> Iterator[Line]:
    case = sight.case
    if case.district:
        guess = case.place is None or case.place.is_guess or not case.place.district
        yield Line(
            key="district",
            lead=translate("case", "District"),
            title=sight.district(case.district),
            tag=translate("case", "a guess") if guess else "",
            tag_tone="soon",
            payload=("copy", "district", case.district),
        )
    yield from _hints(sight)
    if case.means:
        yield Line("means", translate("case", "Means"), sight.words(case.means))
    marks = [(case.is_minor, translate("case", "under 18")), (case.is_live, translate("case", "live video"))]
    told = [word for is_so, word in marks if is_so]
    if told:
        yield Line("marks", translate("case", "Also"), ", ".join(told), tone="act")
    ended = [*case.outcome_facts, *([case.not_reached] if case.not_reached else [])]
    if ended:
        text, role = verdict(case)
        title = ", ".join(map(words.outcome, ended))
        yield Line("ended", translate("case", "How it ended"), title, tag=text, tag_tone=role)
    if case.close_reason:
        label = translate("case", "To be closed") if case.is_closing else translate("case", "Closed")
        yield Line("closed", label, sight.words(case.close_reason))


def _hints(sight: Sight) -> Iterator[Line]:
    """What the words of the alert hint at, with those words; who reads them decides."""
    by_kind: dict[str, dict[str, str]] = {}
    for hint in sight.case.hints:
        by_kind.setdefault(hint.kind, {}).setdefault(hint.words.casefold(), hint.words)
    for at, (kind, told) in enumerate(by_kind.items()):
        yield Line(
            key=f"hint/{kind}",
            lead=translate("case", "Hints") if at == 0 else "",
            title=words.hint(kind),
            detail="  ".join(sight.words(f"\u201c{one}\u201d") for one in told.values()),
            tone=words.role(words.HINTS, kind),
            tag=translate("case", "found by a list of words, not clinical") if at == 0 else "",
        )


def _checks(sight: Sight) -> Iterator[Line]:
    """What is to be done on a case of this kind, and what is."""
    case = sight.case
    if case.ring == "soft" or case.is_closing or not case.is_open:
        return
    for at, item in enumerate(sight.checklists.of(case)):
        is_done = item.key in case.checks
        yield Line(
            key=f"check/{item.key}",
            lead=translate("case", "Check-list") if at == 0 else "",
            title=item.text(sight.language),
            icon="check-square" if is_done else "square",
            tag=translate("case", "done") if is_done else "",
            tag_tone="safe",
            tone="dim",
            is_dim=is_done,
        )


def _speaking(sight: Sight) -> Iterator[Line]:
    """The way to the cards, while somebody may have to speak."""
    if sight.case.ring == "soft" or not sight.case.is_open:
        return
    yield Line(
        key="speak",
        lead=translate("case", "How to speak"),
        title=translate("case", "To the person, to the family; the law"),
        tone="focus",
        tip=translate("case", "Click or Enter opens it."),
        payload=("step", "speak"),
    )


def _arrivals(sight: Sight) -> Iterator[Line]:
    """When and how it came in, where that was more than once; the clock runs from the first."""
    arrivals = sight.case.arrivals
    first = translate("case", "the clock runs from here")
    for at, came in enumerate(arrivals if len(arrivals) > 1 else ()):
        yield Line(
            key=f"arrival/{came.number}/{came.at.isoformat()}",
            lead=translate("case", "Came in") if at == 0 else "",
            title=f"{sight.clock(came.at)}  {words.source(came.source)}",
            aside=came.number,
            tip=f"{ist.full_text(came.at)}\n{first}" if at == 0 else ist.full_text(came.at),
        )


def _related(sight: Sight) -> Iterator[Line]:
    for at, (other, number) in enumerate(sight.case.absorbed):
        yield _other_case(other, number, translate("case", "Joined") if at == 0 else "", "")
    gone = {other for other, _ in sight.case.absorbed}
    rest = [known for known in sight.view.related if known[0] not in gone]
    for at, (other, number, why) in enumerate(rest):
        same = translate("case", "same %1").replace("%1", ", ".join(kinds_shared(why)))
        yield _other_case(other, number, translate("case", "Other cases") if at == 0 else "", same)


def _other_case(other: UUID, number: str, label: str, why: str) -> Line:
    return Line(
        key=f"case/{other}",
        lead=label,
        title=number,
        detail=why,
        tone="focus",
        tip=translate("case", "Click or Enter opens it."),
        payload=("open", other, number),
    )
