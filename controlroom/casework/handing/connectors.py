"""The ways out of the room that a desk knows: added, listed, removed. Kept in the encrypted store."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, fields
from typing import Any, Final

from controlroom.casework.handing.ports import ConnectorSettings
from controlroom.casework.ports import NewEvent, Tx
from controlroom.domain.case import Case
from controlroom.domain.events import ROOM
from controlroom.domain.roomwide import stream_of
from controlroom.domain.triage import RECEIVERS
from controlroom.errors import BadInput
from controlroom.texts import LANGUAGES

KINDS: Final = ("smtp", "eido-https", "cap-https", "cap-folder", "sms-https", "slip", "phone")
SETTING: Final = "connectors"
CALLBACK: Final = "callback"
CHANGED: Final = "connector_changed"
CHANGES: Final = stream_of(CHANGED)
_NAMES = frozenset(field.name for field in fields(ConnectorSettings))


def connectors_in(value: Any) -> tuple[ConnectorSettings, ...]:
    """What the setting "connectors" holds, in the order in which they were added."""
    return tuple(
        ConnectorSettings(**{name: item for name, item in one.items() if name in _NAMES})
        for one in value or ()
    )


def connector_named(value: Any, name: str) -> ConnectorSettings:
    """The one of this name. Raises BadInput where there is none."""
    known = connectors_in(value)
    for one in known:
        if one.name.casefold() == name.casefold():
            return one
    raise BadInput(
        "There is no connector {name} on this desk; it has: {known}.",
        name=name,
        known=", ".join(one.name for one in known) or "-",
    )


def add_connector(tx: Tx, new: ConnectorSettings) -> None:
    """Keep one more way out. The caller has made sure that its kind can use these settings."""
    known = connectors_in(tx.setting(SETTING))
    if not new.name or new.name.split() != [new.name] or len(new.name) > 60:
        raise BadInput("Give the connector a short name without blanks, for example lucknow-mail.")
    if any(one.name.casefold() == new.name.casefold() for one in known):
        raise BadInput(
            "There is a connector {name} already; remove it first, or take another name.", name=new.name
        )
    if new.receiver and new.receiver not in RECEIVERS:
        raise BadInput(
            "'{value}' is no receiver; it is one of: {allowed}.",
            value=new.receiver,
            allowed=", ".join(RECEIVERS),
        )
    if new.language not in LANGUAGES:
        raise BadInput("The language of a connector is hi or en.")
    _keep(tx, (*known, new))
    _note(tx, "added", new)


def remove_connector(tx: Tx, name: str) -> None:
    """Forget a way out, and its secrets. Not while something waits for it."""
    known = connectors_in(tx.setting(SETTING))
    gone = connector_named(tx.setting(SETTING), name)
    if waiting := tx.letters_of(gone.name):
        raise BadInput(
            "Some still wait to go by {name} ({count}); send them first, or take the hand-overs back.",
            count=waiting,
            name=gone.name,
        )
    _keep(tx, [one for one in known if one != gone])
    _note(tx, "removed", gone)


def _note(tx: Tx, change: str, one: ConnectorSettings) -> None:
    """Who opened or closed a way out of the room, and which, stays in the log; no secret does."""
    kept = ("name", "kind", "to", "receiver", "district", "server", "phone")
    told = {name: value for name, value in shown(one).items() if name in kept and value}
    body = told | {name: bare(str(told[name])) for name in ("to", "server") if name in told}
    tx.append([NewEvent(ROOM, CHANGES, CHANGED, {"change": change, **body})])


def bare(address: str) -> str:
    """An address without what may be secret in it: of the web the host alone, of mail no password."""
    web = re.match(r"(https?://)(?:[^/?#]*@)?([^/?#]*)", address, re.I)
    return web[1] + web[2] if web else re.sub(r"(://[^:/@]*):[^/]*@", r"\1@", address)


def _keep(tx: Tx, all_of_them: Sequence[ConnectorSettings]) -> None:
    tx.put_setting(SETTING, [asdict(one) for one in all_of_them])


def shown(one: ConnectorSettings) -> Mapping[str, Any]:
    """What may be printed of a connector: never its secret."""
    return {
        "name": one.name,
        "kind": one.kind,
        "to": one.to,
        "receiver": one.receiver,
        "district": one.district,
        "language": one.language,
        "server": one.server,
        "phone": one.phone,
        "has_secret": bool(one.secret),
        "plain_loopback": one.plain_loopback,
    }


def fits(one: ConnectorSettings, case: Case) -> bool:
    """Whether it reaches somebody for this case: of district offices only the case's own."""
    return not one.district or one.district == case.district


def first_choice(known: Sequence[ConnectorSettings], case: Case) -> tuple[str, ...]:
    """Whom a case goes to first, in parallel: UP-112 and the district, by every connector that reaches
    them; by word of mouth where none does. Names of connectors and keys of receivers."""
    told = {one.to for one in case.hand_overs}
    chosen: list[str] = []
    for receiver in ("112", "district"):
        if receiver in told:
            continue
        ways = [one.name for one in known if one.receiver == receiver and fits(one, case)]
        chosen += ways or [receiver]
    return tuple(chosen)
