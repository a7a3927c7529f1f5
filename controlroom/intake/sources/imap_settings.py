"""Where a mailbox is and how it is entered, from an address like imaps://user@host:993."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from controlroom.errors import BadInput


@dataclass(frozen=True, slots=True)
class ImapSettings:
    """Where the mailbox is. `password` is asked for at each login and never stored here."""

    host: str
    user: str
    password: Callable[[], str]
    port: int = 993
    ca_file: Path | None = None  # PEM; None: the authorities of the system
    deadline: float = (
        10.0  # seconds that any command may be silent: two of them are still told within a minute
    )

    @classmethod
    def from_url(cls, url: str, password: Callable[[], str], ca_file: Path | None = None) -> "ImapSettings":
        """From imaps://user@host:port. Raises BadInput."""
        try:
            parts = urlsplit(url)
            port = parts.port or 993
        except ValueError as wrong:
            raise BadInput("{url} is not an address like imaps://user@host:993.", url=url) from wrong
        if parts.scheme == "imap":
            raise BadInput("Only imaps:// is spoken: the password must not cross the network in the clear.")
        if parts.scheme != "imaps" or not parts.hostname or not parts.username:
            raise BadInput("The mailbox needs an address like imaps://user@host:993.")
        return cls(parts.hostname, unquote(parts.username), password, port, ca_file)

    @property
    def account(self) -> str:
        """What the account is called on the shelf."""
        return f"{self.user}@{self.host}"
