"""Words that bring alerts in: alert add, import, intake."""

import argparse
from typing import Any

from controlroom.casework.arriving import alerts
from controlroom.cli.case.acting import print_case
from controlroom.cli.desk import atlas_of, opened, person, when
from controlroom.cli.room import mail
from controlroom.places.locator import AtlasLocator


def add_words(words: Any, shared: argparse.ArgumentParser) -> None:
    """alert add; import and intake."""
    alert = words.add_parser(
        "alert",
        parents=[shared],
        help="an alert by voice or hand",
        epilog="Example: controlroom alert add --source phone --text 'Meta rang' --phone 9839012345",
    )
    add = alert.add_subparsers(title="verbs", metavar="VERB", required=True).add_parser(
        "add",
        parents=[shared],
        help="enter one",
        epilog="Example: controlroom alert add --source citizen --text 'video, ticket 77' --account URL",
    )
    add.add_argument("--source", required=True, choices=alerts.SOURCES)
    add.add_argument("--text", required=True)
    add.add_argument("--account", default="", metavar="URL")
    add.add_argument("--phone", default="", metavar="P")
    add.add_argument("--name", default="")
    add.add_argument("--exercise", action="store_true", help="invented, for a training night")
    add.add_argument("--at", type=when, metavar="TIME", help="when it came in, if earlier than now")
    add.set_defaults(run=_add)
    mail.add_words(words, shared)


def _add(options: argparse.Namespace) -> None:
    with opened(options) as profile:
        locator = AtlasLocator(atlas_of(profile.folder))
        with profile.writer.write(actor=person(options)) as tx:
            case = alerts.add_alert(
                tx,
                source=options.source,
                text=options.text,
                account=options.account,
                phone=options.phone,
                name=options.name,
                at=options.at,
                exercise=options.exercise,
                locator=locator,
            )
        print_case(profile, case, options)
