"""cap-folder: a CAP 1.2 alert as a file in a folder that the other side watches."""

from uuid import UUID

from controlroom.casework.handing.message import Message
from controlroom.casework.handing.ports import ConnectorSettings, Receipt
from controlroom.handover.cap import cap_of
from controlroom.handover.folders import check_folder, folder_of, put_whole


class CapFolder:
    """Implements Connector."""

    is_outside, is_by_hand = True, False

    def __init__(self, settings: ConnectorSettings) -> None:
        self._folder = folder_of(settings.to)

    def compose(self, message: Message) -> bytes:
        """The alert."""
        return cap_of(message)

    def send(self, payload: bytes, key: UUID) -> Receipt:
        """One file a letter, however often it is tried."""
        put_whole(self._folder, f"{key}.xml", payload)
        return Receipt()

    def check(self) -> str:
        """Write and remove an empty file."""
        return check_folder(self._folder)
