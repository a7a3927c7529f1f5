"""Words about the whole room: room limits, duty, exercise."""

import argparse
import signal
from dataclasses import asdict
from threading import Event
from typing import Any

from controlroom.casework.room import exercises, roomset
from controlroom.cli import labels
from controlroom.cli.desk import opened, person
from controlroom.cli.language import say
from controlroom.cli.output import moment, show
from controlroom.domain.clocks import LIMIT_NAMES
from controlroom.domain.exercise import Exercise
from controlroom.domain.shift.duty import ROLES, OnDuty
from controlroom.errors import BadInput
from controlroom.store import Profile


def add_words(words: Any, shared: argparse.ArgumentParser) -> None:
    """room limits; duty on|off|show; exercise start|end|show|alert."""
    room = words.add_parser(
        "room",
        parents=[shared],
        help="what all desks of the room share",
        epilog="Example: controlroom room limits --acknowledged 180",
    )
    limits = room.add_subparsers(title="verbs", metavar="VERB", required=True).add_parser(
        "limits",
        parents=[shared],
        help="how long each stretch may take, in seconds; without an option they are shown",
        epilog="Example: controlroom room limits --claim 60 --with-person 900 --with-person-alarm 1200",
    )
    for name in LIMIT_NAMES:
        limits.add_argument(f"--{name.replace('_', '-')}", dest=name, type=float, metavar="SECONDS")
    limits.add_argument(
        "--directory-days", type=int, metavar="DAYS", help="how long a check of a directory entry holds"
    )
    limits.set_defaults(run=_limits)
    _add_duty(words, shared)
    _add_exercise(words, shared)


def _add_duty(words: Any, shared: argparse.ArgumentParser) -> None:
    duty = words.add_parser(
        "duty",
        parents=[shared],
        help="who is on duty, and so hears what rings",
        epilog="Example: controlroom duty on 'A. Verma' --role supervisor",
    )
    verbs = duty.add_subparsers(title="verbs", metavar="VERB", required=True)
    for name, run, help_ in (("on", _duty_on, "sits in the room from now on"), ("off", _duty_off, "goes")):
        verb = verbs.add_parser(
            name, parents=[shared], help=help_, epilog=f"Example: controlroom duty {name} 'A. Verma'"
        )
        verb.add_argument("who", nargs="?", default="", metavar="PERSON", help="you, if nobody is named")
        if name == "on":
            verb.add_argument("--role", choices=ROLES, default="operator")
        verb.set_defaults(run=run)
    shown = verbs.add_parser(
        "show", parents=[shared], help="who is on duty now", epilog="Example: controlroom duty show --json"
    )
    shown.set_defaults(run=_duty_show)


def _add_exercise(words: Any, shared: argparse.ArgumentParser) -> None:
    exercise = words.add_parser(
        "exercise",
        parents=[shared],
        help="a training night beside the real one",
        epilog="Example: controlroom exercise start --people asha bilal --every 120",
    )
    verbs = exercise.add_subparsers(title="verbs", metavar="VERB", required=True)
    start = verbs.add_parser(
        "start",
        parents=[shared],
        help="begin one",
        epilog="Example: controlroom exercise start --name 'New operators' --people asha --every 60",
    )
    start.add_argument("--name", default="")
    start.add_argument("--people", nargs="+", default=[], metavar="PERSON", help="who takes part; else you")
    start.add_argument("--every", type=float, default=120, metavar="SECONDS", help="between two alerts")
    start.add_argument("--stay", action="store_true", help="feed it from here until Ctrl+C")
    start.set_defaults(run=_exercise_start)
    for name, run, help_ in (
        ("end", _exercise_end, "end it, and close what is left of it"),
        ("show", _exercise_show, "whether one runs"),
        ("alert", _exercise_alert, "one invented alert at once"),
    ):
        verb = verbs.add_parser(
            name, parents=[shared], help=help_, epilog=f"Example: controlroom exercise {name}"
        )
        verb.set_defaults(run=run)


def _limits(options: argparse.Namespace) -> None:
    given = {name: getattr(options, name) for name in LIMIT_NAMES}
    changes = {name: value for name, value in given.items() if value is not None}
    with opened(options) as profile:
        if changes or options.directory_days is not None:
            with profile.writer.write(actor=person(options)) as tx:
                if changes:
                    roomset.set_limits(tx, changes)
                if options.directory_days is not None:
                    roomset.set_stale_days(tx, options.directory_days)
        days = roomset.stale_days_from(profile.reader().room_setting(roomset.DIRECTORY_DAYS))
        show(asdict(profile.writer.limits) | {roomset.DIRECTORY_DAYS: days}, is_json=options.json)


def _duty_on(options: argparse.Namespace) -> None:
    with opened(options) as profile:
        with profile.writer.write(actor=person(options)) as tx:
            roomset.go_on_duty(tx, options.who or person(options), role=options.role)
        _print_duty(profile, options)


def _duty_off(options: argparse.Namespace) -> None:
    with opened(options) as profile:
        with profile.writer.write(actor=person(options)) as tx:
            roomset.go_off_duty(tx, options.who or person(options))
        _print_duty(profile, options)


def _duty_show(options: argparse.Namespace) -> None:
    with opened(options) as profile:
        _print_duty(profile, options)


def _print_duty(profile: Profile, options: argparse.Namespace) -> None:
    found = profile.reader().duty()
    cards = [duty_card(one) for one in found]
    lines = [_duty_line(one) for one in cards]
    show(cards, is_json=options.json, lines=lines or [say("Nobody is on duty: every desk rings.")])


def _duty_line(one: dict[str, str]) -> str:
    since = say("since {time}", time=moment(one["since"]))
    return "  ".join(
        (one["person"], labels.value("role", one["role"]), since, labels.value("sound", one["sound"]))
    )


def duty_card(one: OnDuty) -> dict[str, str]:
    """Somebody on duty, as scripts read it."""
    return {"person": one.person, "role": one.role, "since": one.since.isoformat(), "sound": one.sound}


def _exercise_start(options: argparse.Namespace) -> None:
    with opened(options) as profile:
        running = profile.reader().exercise()
        with profile.writer.write(actor=person(options)) as tx:
            exercises.start_exercise(
                tx, running, name=options.name, people=options.people, every_s=options.every
            )
        _print_exercise(profile, options)
        if options.stay:
            _feed(profile)


def _feed(profile: Profile) -> None:
    """Until the program is told to end; a window that is open feeds it by itself."""
    from controlroom.exercising import exercise_loop

    stop = Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    exercise_loop(profile, _running(profile)).run(stop)


def _running(profile: Profile) -> Exercise:
    exercise = profile.reader().exercise()
    if exercise is None:
        raise BadInput("No exercise runs now; begin one with: controlroom exercise start")
    return exercise


def _exercise_end(options: argparse.Namespace) -> None:
    with opened(options) as profile:
        reader = profile.reader()
        running, cases = reader.exercise(), reader.open_exercises()
        with profile.writer.write(actor=person(options)) as tx:
            closed = exercises.end_exercise(tx, running, cases)
    show({"running": False, "closed": closed}, is_json=options.json)


def _exercise_show(options: argparse.Namespace) -> None:
    with opened(options) as profile:
        _print_exercise(profile, options)


def _exercise_alert(options: argparse.Namespace) -> None:
    from controlroom.exercising import one_alert

    with opened(options) as profile:
        one_alert(profile, _running(profile))
        _print_exercise(profile, options)


def _print_exercise(profile: Profile, options: argparse.Namespace) -> None:
    reader = profile.reader()
    running = reader.exercise()
    card: dict[str, Any] = {"running": running is not None, "open_cases": len(reader.open_exercises())}
    if running is not None:
        card |= {"name": running.name, "began": running.began.isoformat(), "by": running.by}
        card |= {"people": list(running.people), "every_s": running.every_s}
    show(card, is_json=options.json)
