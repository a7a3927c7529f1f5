"""cap-https: a CAP 1.2 alert, posted."""

from uuid import UUID

from controlroom.casework.handing.message import Message
from controlroom.casework.handing.ports import ConnectorSettings, Receipt
from controlroom.handover.cap import cap_of
from controlroom.handover.https import HttpsDoor, bearer, receipt_of


class CapHttps:
    """Implements Connector."""

    is_outside, is_by_hand = True, False

    def __init__(self, settings: ConnectorSettings) -> None:
        self._settings, self._door = settings, HttpsDoor(settings)

    def compose(self, message: Message) -> bytes:
        """The alert."""
        return cap_of(message)

    def send(self, payload: bytes, key: UUID) -> Receipt:
        """Post it."""
        return receipt_of(self._door.post(payload, "application/cap+xml", key, bearer(self._settings)))

    def check(self) -> str:
        """Connect only."""
        return self._door.greet()
