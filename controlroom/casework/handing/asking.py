"""Sending the request for a place by e-mail: by the connector that bears the name of its source."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Final
from uuid import UUID

from controlroom.casework.handing.connectors import CALLBACK, SETTING, connectors_in
from controlroom.casework.handing.handovers import EXERCISE, Connectors
from controlroom.casework.handing.message import Envelope, message_of
from controlroom.casework.handing.ports import ConnectorSettings
from controlroom.casework.handing.requests import Request
from controlroom.casework.ports import Tx
from controlroom.casework.steps import open_case, say
from controlroom.domain.events import new_id
from controlroom.errors import BadInput

BY_MAIL: Final = "smtp"


def way_to_ask(known: Sequence[ConnectorSettings], source: str) -> ConnectorSettings | None:
    """The e-mail connector that is named like the source ("stf", "meta", "subscriber")."""
    ways = (one for one in known if one.kind == BY_MAIL and one.name.casefold() == source)
    return next(ways, None)


def send_request(
    tx: Tx,
    case_id: UUID,
    *,
    request: Request,
    language: str,
    connectors: Connectors,
    at: datetime | None = None,
) -> None:
    """Into the outbox, with the event that says who was asked; the sending loop does the rest."""
    case = open_case(tx, case_id)
    way = way_to_ask(connectors_in(tx.setting(SETTING)), request.source)
    if way is None:
        raise BadInput(
            "There is no e-mail connector named {name}; add one, or copy the words.", name=request.source
        )
    connector = connectors(way)
    if case.is_exercise and connector.is_outside:
        raise BadInput(EXERCISE)
    letter = new_id()
    envelope = Envelope(letter, way.to_whom, language, tx.now(), str(tx.setting(CALLBACK) or ""))
    title, *lines = request.text(language).splitlines()
    message = replace(message_of(case, envelope), title=title, lines=tuple(lines), script=(), short="")
    body = {"text": way.to, "source": request.source, "status": "asked", "letter": str(letter)}
    say(tx, case_id, "copied_out", {"field": f"request/{request.source}"})
    say(tx, case_id, "location_tried", body | {"given_by": request.to(language)}, at)
    tx.put_letter(letter, case_id, way.name, connector.compose(message))
