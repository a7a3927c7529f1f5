"""case handover: a case to several at once. The window or `handover run` sends what goes by a connector."""

import argparse
from typing import Any
from uuid import UUID

from controlroom.casework.handing.connectors import SETTING, connectors_in
from controlroom.casework.handing.handovers import Target, hand_over_to
from controlroom.casework.handing.message import Message
from controlroom.casework.handing.ports import Connector, ConnectorSettings
from controlroom.casework.ports import Tx
from controlroom.cli.case.acting import print_case
from controlroom.cli.desk import case_id, opened, person, when
from controlroom.domain.triage import RECEIVERS
from controlroom.errors import BadInput
from controlroom.store import Profile


def add_options(parser: Any) -> None:
    """What `case handover` understands."""
    parser.add_argument("--to", nargs="+", required=True, metavar="CONNECTOR")
    parser.add_argument("--ref", default="", help="their own event id or name")
    parser.add_argument("--lang", choices=("hi", "en"), default="", help="other than the connector's own")
    parser.add_argument("--by-mouth", action="store_true", help="CONNECTOR may be any name: they were told")
    parser.add_argument("--at", type=when, metavar="TIME")


def hand_over(options: argparse.Namespace) -> None:
    """The case, and on paper what is to be read out over the telephone."""
    with opened(options) as profile:
        case = case_id(profile, options.number)
        _check_names(profile, options)
        with profile.writer.write(actor=person(options)) as tx:
            scripts = _to_each(tx, case, options)
        for message in scripts:
            if not options.json:
                print("\n".join(message.script), end="\n\n")
        print_case(profile, case, options)


def _to_each(tx: Tx, case: UUID, options: argparse.Namespace) -> list[Message]:
    targets = [Target(one, ref=options.ref, language=options.lang) for one in options.to]
    return hand_over_to(tx, case, targets, connectors=late_connector, at=options.at)


def late_connector(settings: ConnectorSettings) -> Connector:
    """A connector; what it needs is only loaded when there is one."""
    from controlroom.handover.registry import connector_of

    return connector_of(settings)


def _check_names(profile: Profile, options: argparse.Namespace) -> None:
    """Where connectors are set up, a slip of the key must not pass for somebody who was told by mouth."""
    known = [one.name for one in connectors_in(profile.reader().setting(SETTING))]
    if options.by_mouth or not known:
        return
    names = {name.casefold() for name in (*known, *RECEIVERS)}
    for one in options.to:
        if one.casefold() not in names:
            raise BadInput(
                "{name} is no connector of this desk ({known}) and no receiver ({receivers}); with --by-mouth"
                " it is somebody who was told.",
                name=one,
                known=", ".join(known),
                receivers=", ".join(RECEIVERS),
            )
