"""Where mail comes from. A new source is one file here and one line in `source_of`."""

from collections.abc import Iterator
from pathlib import Path
from threading import Event
from typing import Protocol

from controlroom.casework.arriving.ports import MailShelf
from controlroom.intake.sources.files import FolderSource
from controlroom.intake.sources.imap import ImapSource
from controlroom.intake.sources.imap_settings import ImapSettings

__all__ = ["FolderSource", "ImapSettings", "ImapSource", "Source", "source_of"]


class Source(Protocol):
    """One place that mail comes to. Used from one thread; nothing there is ever changed or deleted."""

    @property
    def name(self) -> str:
        """What the status strip calls it."""

    @property
    def is_at_hand(self) -> bool:
        """Whether a look takes a moment only: then some mails are read while it lasts, and rows after it."""

    def fetch(self, shelf: MailShelf, stop: Event) -> Iterator[int]:
        """Look everywhere once; keep what is new, batch by batch, and give how many mails each batch held.
        Raises WorldFault when it can't be looked at."""

    def wait(self, stop: Event) -> None:
        """Return when something may be new, when it is time to look anyway, or at `stop`."""

    def close(self) -> None:
        """Let go of it."""


def source_of(where: ImapSettings | Path) -> Source:
    """The source for these settings, or for this folder."""
    return ImapSource(where) if isinstance(where, ImapSettings) else FolderSource(where)
