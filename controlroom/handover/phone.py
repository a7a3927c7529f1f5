"""phone: nothing is sent; the script stands on the screen, and what they answer is keyed in."""

from uuid import UUID

from controlroom.casework.handing.message import Message
from controlroom.casework.handing.ports import ConnectorSettings, Receipt


class Phone:
    """Implements Connector."""

    is_outside, is_by_hand = True, True

    def __init__(self, settings: ConnectorSettings) -> None:
        self._settings = settings

    def compose(self, message: Message) -> bytes:
        """What is read out, as UTF-8 text."""
        return "\n".join(message.script).encode()

    def send(self, payload: bytes, key: UUID) -> Receipt:
        """A person has done it when this is asked."""
        return Receipt()

    def check(self) -> str:
        """Only whether there is a number to dial."""
        return f"Dial {self._settings.to}."
