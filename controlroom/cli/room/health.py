"""Words about the program itself: doctor, status, mend."""

import argparse
import os
import shutil
import sys
from typing import Any

from controlroom.cli import labels
from controlroom.cli.desk import atlas_of, opened, profile_folder
from controlroom.cli.language import say
from controlroom.cli.output import show
from controlroom.cli.room.canary import canary_card
from controlroom.cli.shared import sharing
from controlroom.errors import ControlRoomError, Sentence
from controlroom.speech import sentence
from controlroom.store import mend_profile

_ENOUGH_BYTES = 500_000_000


def add_words(words: Any, shared: argparse.ArgumentParser) -> None:
    """doctor, status, mend."""
    doctor = words.add_parser(
        "doctor",
        parents=[shared],
        help="what is wrong here, and what to do",
        epilog="Example: controlroom doctor",
    )
    doctor.set_defaults(run=_doctor)
    status = words.add_parser(
        "status", parents=[shared], help="how much there is", epilog="Example: controlroom status --json"
    )
    status.set_defaults(run=_status)
    mend = words.add_parser(
        "mend",
        parents=[shared],
        help="make a damaged database anew of what can be read of it",
        description="Close the window and every other word on this profile first. The damaged one is kept.",
        epilog="Example: controlroom mend",
    )
    mend.set_defaults(run=_mend)


def _doctor(options: argparse.Namespace) -> int:
    findings: list[dict[str, str]] = []

    def find(what: str, text: str, state: str = "ok") -> None:
        findings.append({"what": what, "state": state, "text": text})

    try:
        with opened(options) as profile:
            problems = profile.reader().check()
            find(
                "store",
                "; ".join(problems) or Sentence("opens, is whole, its chain fits"),
                "bad" if problems else "ok",
            )
            counts = profile.reader().counts()
            waiting = counts["waiting"]
            find(
                "mail",
                Sentence("{count} kept mails are not yet rows", count=waiting),
                "note" if waiting else "ok",
            )
            has_mailbox = profile.reader().setting("mailbox") is not None
            find(
                "mailbox",
                Sentence("set up") if has_mailbox else Sentence("no mailbox is set up yet"),
                "ok" if has_mailbox else "note",
            )
            canary = canary_card(profile)
            state = "bad" if canary["ill"] else "ok" if canary["last_back"] or not canary["on"] else "note"
            find("test_mail", canary["text"], state if canary["on"] or canary["ill"] else "note")
            atlas = atlas_of(profile.folder)
            find(
                "boundaries",
                Sentence("imported")
                if atlas.has_boundaries
                else Sentence("none: districts are guesses until they are imported"),
                "ok" if atlas.has_boundaries else "note",
            )
            for fault in atlas.faults():
                find("places", fault.sentence, "bad")
            free = shutil.disk_usage(profile.folder).free
            find(
                "disk",
                Sentence("{size} MB free", size=free // 1_000_000),
                "ok" if free > _ENOUGH_BYTES else "bad",
            )
    except ControlRoomError as fault:
        find("store", fault.sentence, "bad")
    find("python", sys.version.split()[0])
    if not os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY") and sys.platform == "linux":
        find("display", Sentence("none here: the window needs one, the command line does not"), "note")
    show(findings, is_json=options.json, lines=[_line(**finding) for finding in findings])
    return int(any(finding["state"] == "bad" for finding in findings))


def _line(*, what: str, state: str, text: str) -> str:
    return f"{labels.value('finding', state):4}  {labels.label(what)}: {sentence(text)}"


def _mend(options: argparse.Namespace) -> None:
    folder = profile_folder(options)
    made = mend_profile(folder)
    lost = ", ".join(
        say("{count} or more of {table}", count=count, table=table) for table, count in made.lost.items()
    )
    show(
        {"kept": made.kept, "lost": made.lost, "damaged": str(folder / made.damaged)},
        is_json=options.json,
        lines=[
            say("Lost: {what}.", what=lost) if lost else say("Nothing is lost."),
            say("The damaged database lies in {folder}.", folder=folder / made.damaged),
        ],
    )


def _status(options: argparse.Namespace) -> None:
    with opened(options) as profile:
        reader = profile.reader()
        tallies = reader.tallies()
        found = {
            **sharing.standing(profile),
            "desk": profile.desk,
            "mark": profile.mark,
            **reader.counts(),
            "open": tallies.open,
            "closed": tallies.closed,
            "unclaimed": tallies.unclaimed,
            "canary": canary_card(profile),
        }
    show(found, is_json=options.json)
