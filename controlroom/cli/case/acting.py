"""A use case run on the case that is named, and the case as it stands after it."""

import argparse
from collections.abc import Callable, Sequence
from typing import Any
from uuid import UUID

from controlroom.casework.ports import Tx
from controlroom.cli.desk import case_id, opened, person
from controlroom.cli.language import say
from controlroom.cli.output import moment, plain, show
from controlroom.domain.events import Event
from controlroom.store import Profile

UseCase = Callable[[Tx, UUID], Any]


def act(options: argparse.Namespace, use_case: UseCase) -> None:
    """Run one use case on the case that is named, and print the case."""
    with opened(options) as profile:
        case = case_id(profile, options.number)
        with profile.writer.write(actor=person(options)) as tx:
            use_case(tx, case)
        print_case(profile, case, options)


def print_case(
    profile: Profile,
    case: UUID,
    options: argparse.Namespace,
    *,
    events: bool = False,
    more: dict[str, Any] | None = None,
) -> None:
    """The facts of a case, for a script or a person."""
    reader = profile.reader()
    found = reader.case_card(case) or {}
    found |= more or {}
    lines = [] if options.json else plain(found)
    if events:
        kept, refused = reader.events(case), reader.refused(case)
        found["events"] = [event_card(event) for event in kept]
        found["refused"] = [{**event_card(event), "why": why} for event, why in refused]
        if not options.json:
            lines += _time_line(kept, refused)
    show(found, is_json=options.json, lines=lines)


def _time_line(kept: Sequence[Event], refused: Sequence[tuple[Event, str]]) -> list[str]:
    """What happened, a line each; then what the shared database did not take."""
    from controlroom.wording.event_words import sentence

    told = [
        f"{moment(event.happened_at.isoformat())}  {event.actor or '-'}  {sentence(event)}" for event in kept
    ]
    return told + [say("refused ({why}): {what}", why=why, what=sentence(event)) for event, why in refused]


def event_card(event: Event) -> dict[str, Any]:
    """An event as scripts read it; `case_seq` is its number within the case."""
    return {
        "id": str(event.id),
        "kind": event.kind,
        "at": event.at.isoformat(),
        "happened_at": event.happened_at.isoformat(),
        "recorded_at": event.recorded_at.isoformat() if event.recorded_at else None,
        "actor": event.actor,
        "desk": event.desk,
        "seq": event.seq,
        "case_seq": event.stream_seq,
        "body": event.body,
    }
