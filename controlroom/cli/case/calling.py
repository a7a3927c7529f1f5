"""The word `case call`: whom to call and what to say; or what came of a call."""

import argparse
from functools import partial
from typing import Any

from controlroom.casework.calling import calls
from controlroom.casework.calling.callnow import CallNow, call_now
from controlroom.cli import labels
from controlroom.cli.case.acting import act
from controlroom.cli.desk import case_id, opened, when
from controlroom.cli.language import say
from controlroom.cli.output import show
from controlroom.domain.triage import CALL_RESULTS, REPORT_STEPS
from controlroom.errors import BadInput
from controlroom.speech import spoken


def add_options(parser: Any) -> None:
    """--to --who --phone --result --answer; without a result whom to call is printed."""
    parser.add_argument("--to", default="", help="the receiver that is called: 112, thana, district ...")
    parser.add_argument("--who", default="", help="who was called")
    parser.add_argument("--phone", default="")
    parser.add_argument("--result", default="", choices=("", *CALL_RESULTS), metavar="RESULT")
    parser.add_argument("--answer", default="", choices=("", *REPORT_STEPS), metavar="REPORT")
    parser.add_argument("--ref", default="", help="their event id or PRV")
    parser.add_argument("--text", default="", help="what was said, in a few words")
    parser.add_argument("--at", type=when, metavar="TIME")


def call(options: argparse.Namespace) -> None:
    """Log a call; without --result say whom to call, on which numbers, and what to say."""
    if not options.result:
        if options.who or options.phone or options.answer:
            raise BadInput("Say how the call went: --result with one of: " + ", ".join(CALL_RESULTS) + ".")
        _print_whom(options)
        return
    act(
        options,
        partial(
            calls.log_call,
            who=options.who,
            phone=options.phone,
            result=options.result,
            text=options.text,
            to=options.to,
            answer=options.answer,
            ref=options.ref,
            at=options.at,
        ),
    )


def _print_whom(options: argparse.Namespace) -> None:
    with opened(options) as profile:
        reader = profile.reader()
        view = reader.case_view(case_id(profile, options.number))
        assert view is not None
        found = call_now(view.case, view.clocks, reader.directory(), to=options.to)
    if not found.to:
        raise BadInput(
            "Nobody is to be called about {number} now; name one with --to.", number=view.case.number
        )
    show(_card(found), is_json=options.json, lines=_lines(found))


def _card(found: CallNow) -> dict[str, Any]:
    return {
        "to": found.to,
        "clock": found.clock,
        "ref": found.ref,
        "entries": [entry.told() for entry in found.entries],
        "script": {"en": found.script_en, "hi": found.script_hi},
    }


def _lines(found: CallNow) -> list[str]:
    numbers = [f"{entry.name(spoken())}: {' '.join(entry.phones)}" for entry in found.entries]
    scripts = (found.script_hi, found.script_en) if spoken() == "hi" else (found.script_en, found.script_hi)
    return [
        labels.value("to", found.to),
        *(numbers or [say("No number is in the directory.")]),
        "",
        *(("\n\n".join(scripts)).splitlines()),
    ]
