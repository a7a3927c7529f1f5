"""One line for each receiver: is it there, did they answer, how long has nobody answered. Pure."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Final

from PySide6.QtCore import QCoreApplication

from controlroom.domain.case import HandOver
from controlroom.domain.clocks import WITHOUT_ANSWER, Clock
from controlroom.errors import Sentence
from controlroom.speech import sentence
from controlroom.ui.case import ist
from controlroom.ui.case.line import Line
from controlroom.ui.case.sight import Sight
from controlroom.ui.forms.words import receiver
from controlroom.wording import words

translate = QCoreApplication.translate
_TONES: Final = {"running": "moving", "late": "soon", "alarm": "act"}


def receiver_lines(sight: Sight) -> Sequence[Line]:
    """Who waits longest for an answer comes first; who has answered comes last."""
    running = sight.view.clocks
    lines = [_line(sight, at, one, running) for at, one in enumerate(sight.case.hand_overs)]
    order = {"act": 0, "soon": 1, "moving": 2}
    return sorted(lines, key=lambda line: order.get(line.tag_tone, 3))


def is_waiting(sight: Sight) -> bool:
    """Whether a clock runs for one of them: the lines change with each second."""
    return any(one.answered_at is None for one in sight.case.hand_overs)


def _line(sight: Sight, at: int, one: HandOver, running: Sequence[Clock]) -> Line:
    tag, tone = _standing(sight, one, running)
    return Line(
        key=f"receiver/{at}",
        lead=sight.clock(one.happened_at),
        title=translate("case", "To %1").replace("%1", receiver(one.to)),
        detail=sight.words("\n".join(filter(None, _details(sight, one)))),
        aside=one.actor,
        icon="paper-plane-tilt",
        tone=tone,
        tag=tag,
        tag_tone=tone,
        tip=ist.full_text(one.happened_at)
        + "\n"
        + translate("case", "Click or Enter keys in what they answer."),
        payload=("answer", one.to, one.ref),
    )


def _standing(sight: Sight, one: HandOver, running: Sequence[Clock]) -> tuple[str, str]:
    if one.answered_at is not None:
        return words.word(words.STATES, one.answer), words.role(words.STATES, one.answer)
    if one.failure:
        return translate("case", "not sent: %1").replace("%1", _failure(sight, one)), "act"
    clock = _clock_of(one, running)
    if not one.is_there:
        return translate("case", "being sent %1").replace("%1", _age(one.happened_at, sight.now)), _tone(
            clock, sight
        )
    if one.to in WITHOUT_ANSWER:
        return translate("case", "told"), "safe"
    since = one.sent_at or one.happened_at
    return translate("case", "no answer for %1").replace("%1", _age(since, sight.now)), _tone(clock, sight)


def _failure(sight: Sight, one: HandOver) -> str:
    """Why it was not sent, in the language of the moment: the event tells the sentence and its values."""
    for event in reversed(sight.view.events):
        body = event.body
        is_its_own = event.kind == "handover_failed" and body.get("letter") == one.letter
        if is_its_own and body.get("template") and isinstance(body.get("values"), Mapping):
            return sentence(Sentence(str(body["template"]), **body["values"]))
    return one.failure


def _clock_of(one: HandOver, running: Sequence[Clock]) -> Clock | None:
    since = {one.happened_at, one.sent_at}
    return next((clock for clock in running if clock.about == one.to and clock.started_at in since), None)


def _tone(clock: Clock | None, sight: Sight) -> str:
    """Grey where nobody waits any more: an officer is with the person, or the place was another."""
    return _TONES[clock.level(sight.now)] if clock is not None else "dim"


def _age(since: datetime, now: datetime) -> str:
    return ist.age_text(max(now, since) - since)


def _details(sight: Sight, one: HandOver) -> Sequence[str]:
    via = translate("case", "by %1").replace("%1", words.via(one.via)) if one.via else ""
    sent = translate("case", "sent %1").replace("%1", sight.clock(one.sent_at)) if one.sent_at else ""
    ref = translate("case", "their number: %1").replace("%1", one.ref) if one.ref else ""
    return (", ".join(filter(None, (via, sent))), ref)
