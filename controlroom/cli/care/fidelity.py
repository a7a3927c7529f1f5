"""Words for what was planned and done in the follow-up: report fidelity."""

import argparse
import sys
from pathlib import Path
from typing import Any

from controlroom.casework.care import fidelity, fidelitysheet
from controlroom.casework.care.fidelity import Fidelity, Tally
from controlroom.cli import labels
from controlroom.cli.care.named import write_listing
from controlroom.cli.desk import opened, when
from controlroom.cli.language import say
from controlroom.cli.output import show
from controlroom.domain.events import utc_now
from controlroom.errors import WorldFault
from controlroom.speech import sentence


def add_verb(verbs: Any, shared: argparse.ArgumentParser, day: Any) -> None:
    """report fidelity."""
    example = "Example: controlroom report fidelity --from 2026-09-01 --to 2026-11-30 --by district"
    made = verbs.add_parser(
        "fidelity",
        parents=[shared],
        help="follow-up as planned and as done, who was in danger again; both days inclusive, in IST",
        epilog=example,
    )
    made.add_argument("--from", dest="first", type=day, required=True, metavar="DATE")
    made.add_argument("--to", dest="last", type=day, required=True, metavar="DATE")
    made.add_argument("--by", choices=fidelity.BY, default="week")
    made.add_argument("--format", choices=("text", "csv"), default="text", help="csv hides small rows")
    made.add_argument("--lang", choices=("hi", "en"), default="en", help="of the csv")
    made.add_argument("--at", type=when, metavar="TIME", help="as it stood then")
    made.add_argument("file", nargs="?", type=Path, metavar="FILE", help="where to; else it is printed")
    made.set_defaults(run=_fidelity)


def _fidelity(options: argparse.Namespace) -> None:
    with opened(options) as profile:
        found = fidelity.fidelity_of(
            profile.care(), first=options.first, last=options.last, now=options.at or utc_now(), by=options.by
        )
        write_listing(profile, options, "fidelity", len(found.groups))
        note = fidelity.NOTE if profile.login else ""
    told = fidelitysheet.card(found) | ({"note": note} if note else {})
    if options.format == "csv":
        _put(fidelitysheet.as_csv(found, options.lang), options, told)
    else:
        lines = [*_lines(found), *([sentence(note)] if note else [])]
        if options.file:
            _put("\n".join(lines) + "\n", options, told)
        else:
            show(told, is_json=options.json, lines=lines)


def _lines(found: Fidelity) -> list[str]:
    first, last = f"{found.first:%d.%m.%Y}", f"{found.last:%d.%m.%Y}"
    told = [say("Follow-up from {first} to {last}, both included, IST", first=first, last=last)]
    told += [_line(say("all contacts"), found.total)]
    told += [_line(say("window {name}", name=labels.label(name)), tally) for name, tally in found.windows]
    for name, tally in found.groups:
        shown = labels.value(found.by, name) or "-"
        told.append(_line(f"{labels.label(found.by)} {shown}", tally))
    told += [
        say("in danger again within {days} days: {again} of {of} people", **one._asdict())
        for one in found.again
    ]
    told.append(say("plans that began: {count}", count=found.plans))
    return [*told, say("reached beside the plan: {count}", count=found.extra)]


def _line(name: str, tally: Tally) -> str:
    told = [
        say("reached {reached} of {planned}", reached=tally.reached, planned=tally.planned),
        say("in time {count}", count=tally.in_window),
        *([say("still open {count}", count=tally.open)] if tally.open else []),
        say("{count} people", count=tally.people),
    ]
    return f"{name}: {', '.join(told)}"


def _put(text: str, options: argparse.Namespace, told: dict[str, Any]) -> None:
    """Into the file that was named, or out."""
    if options.file is None:
        if options.json:
            show(told, is_json=True)
        else:
            sys.stdout.write(text)
        return
    try:
        options.file.write_text(
            text, encoding="utf-8-sig" if options.format == "csv" else "utf-8", newline=""
        )
    except OSError as fault:
        raise WorldFault("{file} cannot be written: {why}.", file=options.file, why=fault.strerror) from fault
    show({"file": str(options.file)}, is_json=options.json)
