"""How long a person's data is kept: person retention|review|erase|export."""

import argparse
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, Final

from controlroom.casework.care import retention
from controlroom.casework.care.personexport import demand_free, exported, write_export
from controlroom.cli import labels
from controlroom.cli.care.named import person_named, write_listing
from controlroom.cli.care.plans import day
from controlroom.cli.desk import opened, person
from controlroom.cli.language import say
from controlroom.cli.output import show
from controlroom.domain.care.plans import IST
from controlroom.domain.care.retention import GROUNDS
from controlroom.domain.events import utc_now
from controlroom.errors import Sentence
from controlroom.store import Profile

REMAINS: Final = (
    Sentence("the events of the cases (alert, facts, notes on the case), on the server and on each desk"),
    Sentence("the mailbox that the alert came to"),
    Sentence("what was sent out: hand-overs, slips, exports"),
    Sentence("backups and their keys until they are destroyed"),
    Sentence("a desk that does not connect any more"),
)


def add_verbs(verb: Callable[..., Any], of_one: Callable[..., Any]) -> None:
    """The verbs under `person`."""
    listed = verb("retention", _retention, "whose data is to be looked at now", "--json")
    listed.add_argument(
        "--years", type=int, metavar="N", help="keep it so long after the last word, from now on"
    )
    review = of_one(
        "review",
        _review,
        "keep the data, or ask to erase it",
        "2026-K7-0012 --keep-until 2030-01-01 --reason 'a claim'",
    )
    choice = review.add_mutually_exclusive_group(required=True)
    choice.add_argument("--keep-until", type=day, metavar="DATE", help="looked at again on that day")
    choice.add_argument("--erase", choices=GROUNDS, metavar="GROUND", help=f"one of {', '.join(GROUNDS)}")
    review.add_argument("--reason", required=True, metavar="TEXT")
    of_one("erase", _erase, "the second supervisor: destroy the key of the data", "2026-K7-0012")
    export = of_one(
        "export", _export, "all that is known, into a folder", "2026-K7-0012 DIR --reason 'asked by letter'"
    )
    export.add_argument("folder", type=Path, metavar="DIR")
    export.add_argument("--reason", required=True, metavar="TEXT")
    export.add_argument("--notes", action="store_true", help="the counsellors' notes too: supervisors only")


def _retention(options: argparse.Namespace) -> None:
    with opened(options) as profile:
        if options.years is not None:
            with profile.writer.write(actor=person(options)) as tx:
                retention.set_years(tx, options.years)
        found = profile.care().for_review(utc_now())
        write_listing(profile, options, "retention", len(found))
    cards = [due_card(one) for one in found]
    lines = [
        f"{card['due']}  {', '.join(card['cases'])}  "
        + (say("a second person") if card["waits_for"] else labels.value("since_what", card["since_what"]))
        for card in cards
    ]
    show(cards, is_json=options.json, lines=lines or [say("Nobody's data is due for a review.")])


def due_card(one: retention.Due) -> dict[str, Any]:
    """Somebody whose data is to be looked at, as scripts read it: no name."""
    asked = one.person.erasure
    return {
        "id": str(one.person.id),
        "cases": [case.number for case in one.person.cases],
        "due": one.clock.due.isoformat(),
        "since": one.clock.since.isoformat(),
        "since_what": one.clock.what,
        "waits_for": "a second person" if asked else "",
        "asked_by": asked.actor if asked else "",
        "ground": asked.ground if asked else "",
    }


def _review(options: argparse.Namespace) -> None:
    until: date | None = options.keep_until
    with opened(options) as profile:
        found = person_named(profile, options.number)
        with profile.writer.write(actor=person(options)) as tx:
            if until is not None:
                retention.keep_person(tx, found.id, until=until, reason=options.reason)
            else:
                retention.ask_erasure(tx, found.id, ground=options.erase, reason=options.reason)
        _print_standing(profile, options)


def _print_standing(profile: Profile, options: argparse.Namespace) -> None:
    found = person_named(profile, options.number)
    clock, asked = profile.care().retention(found, utc_now()), found.erasure
    assert clock is not None
    show(
        {
            "id": str(found.id),
            "kept_until": clock.due.isoformat(),
            "due": clock.is_due,
            "erasure": {"ground": asked.ground, "by": asked.actor} if asked else None,
        },
        is_json=options.json,
    )


def _erase(options: argparse.Namespace) -> None:
    with opened(options) as profile:
        found = person_named(profile, options.number)
        with profile.writer.write(actor=person(options)) as tx:
            done = retention.erase_person(tx, found.id)
        is_shared = profile.replica.account() is not None
    told = {
        "id": str(found.id),
        "files": len(done.files),
        "cases": list(done.cases),
        "cases_left": list(done.left),
        "carried_out": Sentence("when the room has it") if is_shared else Sentence("here and now"),
        "remains": list(REMAINS),
    }
    show(told, is_json=options.json)


def _export(options: argparse.Namespace) -> None:
    demand_free(options.folder)
    with opened(options) as profile:
        found = person_named(profile, options.number)
        who = person(options)
        with profile.writer.write(actor=who) as tx:
            known = retention.say_export(tx, found.id, reason=options.reason, with_notes=options.notes)
        reader, care = profile.reader(), profile.care()
        cases = [card for one in known.cases if (card := reader.case_card(one.id))]
        told = exported(
            known,
            cases=cases,
            clock=care.retention(known, utc_now()),
            reason=options.reason,
            by=profile.login or who,
            with_notes=options.notes,
            now=utc_now(),
        )
        files = write_export(options.folder, told)
    show(
        {"folder": str(options.folder), "files": files, "cases": len(cases), "made": _now()},
        is_json=options.json,
    )


def _now() -> str:
    return utc_now().astimezone(IST).isoformat(timespec="seconds")
