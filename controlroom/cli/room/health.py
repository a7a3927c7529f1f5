"""Words about the program itself: doctor, status, mend."""

import argparse
import os
import shutil
import sys
from collections.abc import Iterator
from typing import Any, NamedTuple

from controlroom.cli import labels
from controlroom.cli.desk import atlas_of, opened, profile_folder
from controlroom.cli.language import say
from controlroom.cli.output import show
from controlroom.cli.room.canary import canary_card
from controlroom.cli.shared import sharing
from controlroom.errors import ControlRoomError, Sentence
from controlroom.places.atlas import Atlas
from controlroom.speech import sentence
from controlroom.store import Profile, mend_profile

_ENOUGH_BYTES = 500_000_000


class Finding(NamedTuple):
    """What was looked at, how it is, and whether that is ok, bad, or only to be noted."""

    what: str
    text: str
    state: str = "ok"


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
    findings: list[Finding] = []
    try:
        with opened(options) as profile:
            findings += _of_the_store(profile)
            findings += _of_places(atlas_of(profile.folder))
            free = shutil.disk_usage(profile.folder).free
            state = "ok" if free > _ENOUGH_BYTES else "bad"
            findings.append(Finding("disk", Sentence("{size} MB free", size=free // 1_000_000), state))
    except ControlRoomError as fault:
        findings.append(Finding("store", fault.sentence, "bad"))
    findings.append(Finding("python", sys.version.split()[0]))
    if not os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY") and sys.platform == "linux":
        text = Sentence("none here: the window needs one, the command line does not")
        findings.append(Finding("display", text, "note"))
    cards = [{"what": one.what, "state": one.state, "text": one.text} for one in findings]
    show(cards, is_json=options.json, lines=[_line(**card) for card in cards])
    return int(any(one.state == "bad" for one in findings))


def _of_the_store(profile: Profile) -> Iterator[Finding]:
    """Whether it is whole, and how mail comes into it."""
    reader = profile.reader()
    problems = reader.check()
    whole = "; ".join(problems) or Sentence("opens, is whole, its chain fits")
    yield Finding("store", whole, "bad" if problems else "ok")
    waiting = reader.counts()["waiting"]
    kept = Sentence("{count} kept mails are not yet rows", count=waiting)
    yield Finding("mail", kept, "note" if waiting else "ok")
    if reader.setting("mailbox") is not None:
        yield Finding("mailbox", Sentence("set up"))
    else:
        yield Finding("mailbox", Sentence("no mailbox is set up yet"), "note")
    canary = canary_card(profile)
    state = "bad" if canary["ill"] else "ok" if canary["last_back"] and canary["on"] else "note"
    yield Finding("test_mail", canary["text"], state)


def _of_places(atlas: Atlas) -> Iterator[Finding]:
    if atlas.has_boundaries:
        yield Finding("boundaries", Sentence("imported"))
    else:
        text = Sentence("none: districts are guesses until they are imported")
        yield Finding("boundaries", text, "note")
    for fault in atlas.faults():
        yield Finding("places", fault.sentence, "bad")


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
