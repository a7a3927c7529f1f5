"""Words about staying in touch: plan show|make|end|..., contact add, board."""

import argparse
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

from controlroom.casework.calling.directory_steps import day_of
from controlroom.casework.care import followup
from controlroom.casework.care.calendarfile import calendar_of
from controlroom.casework.care.careboard import Board, board_card, board_of
from controlroom.casework.care.personcards import plan_card
from controlroom.casework.ports import Tx
from controlroom.cli import labels
from controlroom.cli.care import reminders
from controlroom.cli.care.named import add_owner, on_person, owner_given, person_named, write_listing
from controlroom.cli.desk import case_id, opened, person, when
from controlroom.cli.language import say
from controlroom.cli.output import show
from controlroom.domain.care.plans import CHANNELS, ENDS, NEXT_STEPS, RESULTS
from controlroom.domain.events import utc_now
from controlroom.errors import BadInput, ControlRoomError, WorldFault
from controlroom.store import Profile
from controlroom.texts import LANGUAGES


def add_words(words: Any, shared: argparse.ArgumentParser) -> None:
    """plan, contact and board."""
    noun = words.add_parser(
        "plan",
        parents=[shared],
        help="the follow-up plan of a person",
        epilog="Example: controlroom plan show 2026-K7-0012 --json",
    )
    verbs = noun.add_subparsers(title="verbs", metavar="VERB", required=True)

    def verb(name: str, run: Any, help_: str, example: str) -> Any:
        parser = verbs.add_parser(
            name, parents=[shared], help=help_, epilog=f"Example: controlroom plan {name} {example}"
        )
        parser.add_argument("number", metavar="NUMBER", help="of a case of theirs, or their id")
        parser.set_defaults(run=run)
        return parser

    verb("show", _show, "its contacts and what came of them", "2026-K7-0012 --json")
    make = verb("make", _make, "begin one, or begin anew", "2026-K7-0012 --template close")
    make.add_argument("--template", default="", metavar="KEY")
    make.add_argument("--start", type=day, metavar="DATE", help="the day from which the gaps are counted")
    make.add_argument("--why", default="", metavar="TEXT")
    add_owner(make)
    end = verb(
        "end", _end, "nobody keeps in touch by it any more", "2026-K7-0012 --end moved --reason 'to Pune'"
    )
    end.add_argument("--end", choices=ENDS, default="")
    end.add_argument("--reason", default="", metavar="TEXT")
    end.add_argument("--at", type=when, metavar="TIME")
    hand = verb("hand-on", _hand_on, "to another owner", "2026-K7-0012 --owner meera --reason 'on leave'")
    add_owner(hand)
    hand.add_argument("--reason", default="", metavar="TEXT")
    move = verb("move", _move, "a contact to another day", "2026-K7-0012 --due 2026-12-07 --to 2026-12-09")
    move.add_argument("--due", type=day, required=True, metavar="DATE")
    move.add_argument("--to", type=day, required=True, metavar="DATE")
    move.add_argument("--reason", required=True, metavar="TEXT")
    _add_calendar(verbs, shared)
    _add_contact(words, shared)
    _add_board(words, shared)


def _add_calendar(verbs: Any, shared: argparse.ArgumentParser) -> None:
    ics = verbs.add_parser(
        "calendar",
        parents=[shared],
        help="what one owner still has to do, as a calendar file without any name",
        epilog="Example: controlroom plan calendar meera meera.ics --lang en",
    )
    ics.add_argument("owner", metavar="OWNER")
    ics.add_argument("file", type=Path, metavar="FILE")
    ics.add_argument("--lang", choices=LANGUAGES, default="hi")
    ics.set_defaults(run=_calendar)


def _add_board(words: Any, shared: argparse.ArgumentParser) -> None:
    board = words.add_parser(
        "board",
        parents=[shared],
        help="who is to be spoken with today, who is overdue",
        epilog="Example: controlroom board --owner meera",
    )
    board.add_argument("--owner", default="", metavar="NAME")
    board.add_argument("--district", default="")
    board.add_argument("--at", type=when, metavar="TIME", help="as it stands then")
    board.set_defaults(run=_board)
    reminders.add_verbs(board, shared)


def _add_contact(words: Any, shared: argparse.ArgumentParser) -> None:
    noun = words.add_parser(
        "contact",
        parents=[shared],
        help="what came of a contact",
        epilog="Example: controlroom contact add 2026-K7-0012 --result no-answer",
    )
    add = noun.add_subparsers(title="verbs", metavar="VERB", required=True).add_parser(
        "add",
        parents=[shared],
        help="a try to reach the person",
        epilog="Example: controlroom contact add 2026-K7-0012 --due 2026-12-07 --result reached --minutes 12",
    )
    add.add_argument("number", metavar="NUMBER", help="of a case of theirs, or their id")
    add.add_argument("--result", required=True, choices=RESULTS)
    add.add_argument("--due", type=day, metavar="DATE", help="which contact; else the last that is due")
    add.add_argument("--extra", action="store_true", help="one beside the plan, on --due or today")
    add.add_argument("--channel", choices=CHANNELS, default="phone")
    add.add_argument("--minutes", type=int, default=0)
    add.add_argument("--next", choices=NEXT_STEPS[1:], default="")
    add.add_argument("--next-on", type=day, metavar="DATE")
    add.add_argument("--note", default="", metavar="TEXT", help="for counsellors and supervisors only")
    add.add_argument("--mood", choices=followup.MOODS[1:], default="")
    add.add_argument("--risk", choices=followup.RISKS[1:], default="")
    add.add_argument("--at", type=when, metavar="TIME")
    add.set_defaults(run=_try)


def day(text: str) -> date:
    try:
        found = day_of(text)
    except ControlRoomError as wrong:
        raise argparse.ArgumentTypeError(str(wrong)) from wrong
    if found is None:
        raise argparse.ArgumentTypeError("a day is missing; write it like 2026-11-24")
    return found


def _print(profile: Profile, person_id: UUID, options: argparse.Namespace) -> None:
    found = profile.care().person(person_id)
    plan = found and (found.plan or next(reversed(found.plans), None))
    if not plan:
        raise BadInput("There is no follow-up plan for {number}.", number=options.number)
    card = plan_card(plan, utc_now())
    lines = [
        say(
            "{template} from {day}, {owner}: {state}",
            template=card["template"],
            day=card["started"],
            owner=card["owner"]["name"],
            state=labels.value("plan", card["state"]),
        ),
        *(
            f"{one['due']}  {labels.value('state', one['state'])}  {_tries(one)}".rstrip()
            for one in card["contacts"]
        ),
    ]
    show(card, is_json=options.json, lines=lines)


def _tries(contact: dict[str, Any]) -> str:
    return ", ".join(labels.value("result", attempt["result"]) for attempt in contact["attempts"])


def _act(options: argparse.Namespace, use_case: Callable[[Tx, UUID], Any]) -> None:
    on_person(options, use_case, _print)


def _show(options: argparse.Namespace) -> None:
    with opened(options) as profile:
        _print(profile, person_named(profile, options.number).id, options)


def _make(options: argparse.Namespace) -> None:
    with opened(options) as profile:
        case = case_id(profile, options.number)
        with profile.writer.write(actor=person(options)) as tx:
            followup.make_plan(
                tx,
                case,
                template=options.template,
                start=options.start,
                owner=owner_given(options),
                why=options.why,
            )
        found = profile.care().person_of_case(case)
        assert found is not None
        _print(profile, found.id, options)


def _end(options: argparse.Namespace) -> None:
    end, reason = options.end, options.reason
    if not end and reason in ENDS:
        end = reason
    if not end:
        raise BadInput("Say how the plan ends: --end {allowed}", allowed=", ".join(ENDS))
    _act(options, lambda tx, one: followup.end_plan(tx, one, end=end, reason=reason, at=options.at))


def _hand_on(options: argparse.Namespace) -> None:
    owner = owner_given(options)
    if owner is None:
        raise BadInput("Say who keeps in touch: --owner NAME")
    _act(options, lambda tx, one: followup.hand_on(tx, one, owner=owner, reason=options.reason))


def _move(options: argparse.Namespace) -> None:
    given = {"due": options.due, "to": options.to, "reason": options.reason}
    _act(options, lambda tx, one: followup.move_contact(tx, one, **given))


def _try(options: argparse.Namespace) -> None:
    given = {
        "result": options.result,
        "due": options.due,
        "is_extra": options.extra,
        "channel": options.channel,
        "minutes": options.minutes,
        "next_step": options.next,
        "next_on": options.next_on,
        "note": options.note,
        "mood": options.mood,
        "risk": options.risk,
        "at": options.at,
    }
    _act(options, lambda tx, one: followup.try_contact(tx, one, **given))


def _board(options: argparse.Namespace) -> None:
    now = options.at or utc_now()
    with opened(options) as profile:
        care = profile.care()
        board = board_of(
            care.board(now), care.counsellors(), now, keeper=options.owner, district=options.district
        )
        write_listing(profile, options, "board", sum(map(len, board)))
    show(board_card(board, now), is_json=options.json, lines=_lines(board) or [say("Nothing is due.")])


def _calendar(options: argparse.Namespace) -> None:
    with opened(options) as profile:
        rows = [row for row in profile.care().running() if row.owner == options.owner]
        if not rows:
            raise BadInput("No plan of {owner} runs; look at the name on the board.", owner=options.owner)
        write_listing(profile, options, "calendar", len(rows))
    text = calendar_of(rows, options.owner, utc_now(), language=options.lang)
    try:
        options.file.write_bytes(text)
    except OSError as fault:
        raise WorldFault("{file} cannot be written: {why}.", file=options.file, why=fault.strerror) from fault
    show({"plans": len(rows), "file": str(options.file)}, is_json=options.json)


def _lines(board: Board) -> list[str]:
    told = [f"{say('overdue since {day}', day=line.since)}  {_line(line)}" for line in board.overdue]
    told += [f"{say('due today')}  {_line(line)}" for line in board.due_today]
    return told + [f"{_first(line.standing.first)}  {_line(line)}" for line in board.first]


def _first(standing: str) -> str:
    return say("first contact late") if standing == "late" else say("first contact due")


def _line(line: Any) -> str:
    row = line.row
    district = labels.value("district", row.district)
    return "  ".join(filter(None, (row.number, row.first_name, district, line.keeper)))
