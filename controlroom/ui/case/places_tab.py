"""The Places tab: every place that was named and every try that found none, newest first."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from controlroom.domain.case import RANK, Place, Try
from controlroom.domain.finding import next_asks, remarks
from controlroom.ui.case import ist
from controlroom.ui.case.line import Line
from controlroom.ui.case.sight import Sight
from controlroom.ui.case.tab import LinesTab
from controlroom.ui.kit.theme import Tokens
from controlroom.wording import words
from controlroom.wording.find_words import ask_word, odd_word, why_word

translate = QCoreApplication.translate


class PlacesTab(LinesTab):
    """A click or Enter copies the coordinates."""

    def __init__(self, parent: QWidget, tokens: Tokens) -> None:
        super().__init__(parent, tokens)
        self._whose = self.add_step("whose", "shield")
        self._choose = self.add_step("choose", "map-pin-line")
        self._tried = self.add_step("tried", "crosshair")
        self._place = self.add_step("place", "map-pin")

    def retranslate(self) -> None:
        self._whose.setText(translate("case", "Whose?"))
        self._choose.setText(translate("case", "Which counts?"))
        self._tried.setText(translate("case", "Tried"))
        self._place.setText(translate("case", "Place"))

    def show_sight(self, sight: Sight) -> None:
        self.show_lines(
            [*next_line(sight), *whose_line(sight), *place_lines(sight)],
            translate(
                "case", "No place yet. Ask the STF for one; P enters it. A try without a place counts too."
            ),
        )


def next_line(sight: Sight) -> Sequence[Line]:
    """The next best step of finding, while the person is not found."""
    case = sight.case
    if RANK[case.state] >= RANK["with the person"] or case.category == "not-suicide":
        return []
    asks = next_asks(case, sight.now)
    if not asks or (case.place is not None and not case.place.is_refuted and not case.place.is_guess):
        return []
    more = ", ".join(ask_word(ask) for ask in asks[1:5])
    then = translate("case", "then: %1").replace("%1", more) if more else ""
    return [
        Line(
            key="next",
            lead=translate("case", "Next"),
            title=translate("case", "Ask: %1").replace("%1", ask_word(asks[0])),
            detail="\n".join(filter(None, (sight.words(why_word(asks[0])), then))),
            icon="phone-outgoing",
            tone="soon",
            tip=translate("case", "Click, Enter or A opens the words to ask with."),
            payload=("step", "ask"),
        )
    ]


def whose_line(sight: Sight) -> Sequence[Line]:
    """Whose case it is, once a person has decided."""
    found = sight.case.jurisdiction
    if found is None:
        return []
    where = sight.district(found.district or found.state)
    return [
        Line(
            key="whose",
            lead=translate("case", "Whose"),
            title=", ".join(filter(None, (found.thana, where, words.force(found.force)))),
            detail=sight.words(found.reason),
            aside=found.actor,
            icon=words.icon(words.FORCES, found.force) or "shield",
            tone="safe",
            payload=("step", "whose"),
        )
    ]


def place_lines(sight: Sight) -> Sequence[Line]:
    """Newest first; the one that counts is marked."""
    case = sight.case
    current = case.place
    odd: dict[int, list[str]] = {}
    for remark in remarks(case, sight.now):
        odd.setdefault(remark.at, []).append(odd_word(remark))
    dated = [
        (
            place.happened_at,
            at,
            _place_line(sight, at, place, is_current=place is current, odd=odd.get(at, [])),
        )
        for at, place in enumerate(case.places)
    ]
    dated += [(tried.at, at, _try_line(sight, at, tried)) for at, tried in enumerate(case.tries)]
    return [line for _, _, line in sorted(dated, key=lambda one: one[:2], reverse=True)]


def _place_line(sight: Sight, at: int, place: Place, *, is_current: bool, odd: Sequence[str]) -> Line:
    spot = f"{place.lat:.5f}, {place.lon:.5f}"
    where = [sight.district(place.district), spot] if place.district else [spot]
    marks = []
    if is_current:
        marks.append(translate("case", "counts now"))
    if place.is_refuted:
        marks.append(translate("case", "was looked at: not there"))
    if place.is_candidate and not is_current:
        marks.append(translate("case", "candidate"))
    if place.is_guess:
        marks.append(translate("case", "a guess"))
    if place.from_alert:
        marks.append(translate("case", "named in the alert"))
    return Line(
        key=f"place/{at}",
        lead=sight.clock(place.happened_at),
        title="  ".join(filter(None, (words.place_source(place.source), reach_text(place.accuracy_m)))),
        detail="\n".join(
            filter(
                None,
                (
                    sight.words(place.text),
                    " - ".join(where),
                    *_about(sight, place, is_current=is_current),
                    "; ".join(odd),
                ),
            )
        ),
        aside="" if place.from_alert else place.actor,
        icon=words.icon(words.PLACE_SOURCES, place.source) or "map-pin",
        tone="safe" if is_current else "dim",
        tag=", ".join(marks),
        tag_tone=_tag_tone(place, is_current=is_current),
        is_struck=place.is_refuted and not is_current,
        is_dim=not is_current,
        tip=f"{ist.full_text(place.happened_at)}\n"
        + translate("case", "Click or Enter copies the coordinates; the log says so."),
        payload=("copy", "place", spot),
    )


def _about(sight: Sight, place: Place, *, is_current: bool) -> Sequence[str]:
    """Who gave it, whose place it is where that is not the person's, and why it was chosen."""
    given = (
        translate("case", "given by %1").replace("%1", sight.words(place.given_by)) if place.given_by else ""
    )
    whose = "" if place.whose == "person" else words.whose(place.whose)
    choice = sight.case.choice
    why = (
        translate("case", "chosen: %1").replace("%1", sight.words(choice.reason))
        if choice and choice.reason
        else ""
    )
    return [", ".join(filter(None, (given, whose))), why if is_current else ""]


def _tag_tone(place: Place, *, is_current: bool) -> str:
    if place.is_refuted:
        return "act"
    if place.is_guess:
        return "soon"
    return "safe" if is_current else "dim"


def _try_line(sight: Sight, at: int, tried: Try) -> Line:
    return Line(
        key=f"try/{at}",
        lead=sight.clock(tried.at),
        title=sight.words(_what(tried)) or "-",
        detail=translate("case", "given by %1").replace("%1", sight.words(tried.given_by))
        if tried.given_by
        else "",
        tag=_outcome_of(tried),
        aside=tried.actor,
        icon="crosshair",
        is_dim=True,
        tip=ist.full_text(tried.at),
    )


def _what(tried: Try) -> str:
    """Its source, unless the words say it."""
    source = words.place_source(tried.source) if tried.source else ""
    return tried.text if source and source in tried.text else ": ".join(filter(None, (source, tried.text)))


def _outcome_of(tried: Try) -> str:
    return (
        translate("case", "asked, no answer yet")
        if tried.status == "asked"
        else translate("case", "tried, no place")
    )


def reach_text(accuracy_m: float | None) -> str:
    """The radius as people say it; what nobody said is said."""
    if accuracy_m is None:
        return translate("case", "accuracy unknown")
    if accuracy_m >= 1000:
        return f"± {accuracy_m / 1000:.1f} km".replace(".0 km", " km")
    return f"± {round(accuracy_m)} m"
