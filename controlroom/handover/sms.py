"""sms-https: a short text through a gateway whose field names are settings."""

from typing import Final
from urllib.parse import urlencode
from uuid import UUID

import msgspec

from controlroom.casework.handing.message import Message
from controlroom.casework.handing.ports import ConnectorSettings, Receipt
from controlroom.errors import BadInput
from controlroom.handover.https import HttpsDoor, bearer

OPTIONS: Final = ("format", "phone-field", "text-field", "key-field", "token-header")  # and field.NAME
_TYPES: Final = {"json": "application/json", "form": "application/x-www-form-urlencoded"}


class SmsHttps:
    """Implements Connector. Options: format (json, form), phone-field, text-field, key-field, field.NAME."""

    is_outside, is_by_hand = True, False

    def __init__(self, settings: ConnectorSettings) -> None:
        self._settings, self._door = settings, HttpsDoor(settings)
        self._options = settings.options
        self._format = self._options.get("format", "json")
        if self._format not in _TYPES:
            raise BadInput("The format of an SMS gateway is json or form.")

    def compose(self, message: Message) -> bytes:
        """The gateway's own fields, with the text and whom it goes to."""
        fields = {
            name.removeprefix("field."): value
            for name, value in self._options.items()
            if name.startswith("field.")
        }
        if self._settings.phone:
            fields[self._options.get("phone-field", "to")] = self._settings.phone
        fields[self._options.get("text-field", "text")] = message.short
        fields[self._options.get("key-field", "id")] = str(message.letter)
        return msgspec.json.encode(fields) if self._format == "json" else urlencode(fields).encode()

    def send(self, payload: bytes, key: UUID) -> Receipt:
        """Post it. That the gateway has it is no word of the receiver."""
        self._door.post(payload, _TYPES[self._format], key, bearer(self._settings))
        return Receipt()

    def check(self) -> str:
        """Connect only."""
        return self._door.greet()
