"""Words for what the room answers for: report figures, report fidelity."""

import argparse
from datetime import date
from typing import Any

from controlroom.casework import figures
from controlroom.cli.care import fidelity
from controlroom.cli.desk import opened
from controlroom.cli.language import say
from controlroom.cli.output import show
from controlroom.domain.events import utc_now


def add_words(words: Any, shared: argparse.ArgumentParser) -> None:
    """report figures|fidelity."""
    report = words.add_parser(
        "report",
        parents=[shared],
        help="figures of some days",
        epilog="Example: controlroom report figures --from 2024-09-01 --to 2024-09-07",
    )
    verbs = report.add_subparsers(title="verbs", metavar="VERB", required=True)
    made = verbs.add_parser(
        "figures",
        parents=[shared],
        help="alerts, reached, saved and the minutes it took; both days inclusive, in IST",
        epilog="Example: controlroom report figures --from 2024-09-01 --to 2024-09-07 --json",
    )
    made.add_argument("--from", dest="first", type=day, required=True, metavar="DATE")
    made.add_argument("--to", dest="last", type=day, required=True, metavar="DATE")
    made.set_defaults(run=_figures)
    fidelity.add_verb(verbs, shared, day)


def day(text: str) -> date:
    """A day typed as 2024-09-30."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(
            say("'{text}' is not a day; write it like 2024-09-30", text=text)
        ) from None


def _figures(options: argparse.Namespace) -> None:
    with opened(options) as profile:
        found = figures.figures_of(profile.reader(), first=options.first, last=options.last)
        told = figures.card(found)
        if profile.login:
            now = utc_now()
            is_whole = options.first >= figures.held_since(now)
            told |= {"is_whole": is_whole, "note": figures.note_of(options.first, now)}
        show(told, is_json=options.json)
