"""Mail from an IMAP server: TLS from the first byte, every folder, nothing there is ever changed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from threading import Event
from time import monotonic
from typing import Final

from controlroom.casework.arriving.ports import MailShelf, RawMail
from controlroom.errors import WorldFault
from controlroom.intake.sources.imap_link import ImapLink, Listed, Selected
from controlroom.intake.sources.imap_settings import ImapSettings
from controlroom.log import fail_point

POLL: Final = 30.0  # seconds between two looks at all folders
RECONCILE: Final = 15 * 60.0
RECONCILE_DAYS: Final = 7
_BATCH: Final = 50
_BATCH_BYTES: Final = 8 << 20
_RECONCILE_MOST: Final = 500
_SHORT_TOLD_AFTER: Final = 30.0
_SHORT_KEPT_AFTER: Final = (
    300.0  # seconds after which a body that stays short is a row too, besides being fetched on
)


@dataclass(slots=True)
class _Folder:
    """What is known of one folder under one UIDVALIDITY. Every UID up to `high` is kept or gone."""

    uidvalidity: int
    high: int
    looked_at: Selected | None = None
    kept: set[int] = field(default_factory=set)
    compared: set[int] = field(
        default_factory=set
    )  # kept in this session, so that a reconcile need not fetch it


@dataclass(slots=True)
class _Short:
    """A body that came shorter than the server says it is."""

    since: float
    is_kept: bool = False


class ImapSource:
    """One account. One connection: IDLE on the inbox between the looks at all folders."""

    def __init__(self, settings: ImapSettings, *, poll: float = POLL, reconcile: float = RECONCILE) -> None:
        self._settings, self._poll, self._reconcile = settings, poll, reconcile
        self._link: ImapLink | None = None
        self._folders: dict[str, _Folder] = {}
        self._short: dict[tuple[str, int, int], _Short] = {}
        self._looked_at = -1e9
        self._reconciled_at = monotonic()

    @property
    def name(self) -> str:
        """What the status strip calls it."""
        return f"Mail {self._settings.host}"

    @property
    def is_at_hand(self) -> bool:
        """A server may be silent until the deadline."""
        return False

    def fetch(self, shelf: MailShelf, stop: Event) -> Iterator[int]:
        """The inbox always, every folder when its time has come. Raises WorldFault (or Refused)."""
        link = self._connected()
        is_all = monotonic() - self._looked_at >= self._poll - 1
        names = link.folders() if is_all else ["INBOX"]
        for name in names:
            yield from self._look(link, name, shelf, stop)
            if stop.is_set():
                return
        if is_all:
            self._looked_at = monotonic()
        if monotonic() - self._reconciled_at >= self._reconcile:
            for name in names:
                yield from self._compare(link, name, shelf, stop)
            self._reconciled_at = monotonic()
        if self._short:
            self._looked_at = -1e9  # the next round asks again, everywhere
            if any(monotonic() - short.since > _SHORT_TOLD_AFTER for short in self._short.values()):
                raise WorldFault("The mail server gives only the beginning of a mail; it is asked again.")

    def wait(self, stop: Event) -> None:
        """IDLE on the inbox until the server says something or it is time to look everywhere."""
        link = self._connected()
        if self._short:
            stop.wait(2.0)
            return
        left = self._looked_at + self._poll - monotonic()
        if left > 0:
            link.examine("INBOX")
            if self._is_behind(link):
                return
            link.idle(stop, left)

    def close(self) -> None:
        """Leave the server."""
        if self._link is not None:
            self._link.close()
            self._link = None
        self._looked_at = -1e9

    def _connected(self) -> ImapLink:
        if self._link is None:
            self._link = ImapLink(self._settings)
        return self._link

    def _is_behind(self, link: ImapLink) -> bool:
        """Did a mail come between the look at the inbox and now?"""
        known = self._folders.get("INBOX")
        return known is None or known.looked_at != link.state

    def _look(self, link: ImapLink, name: str, shelf: MailShelf, stop: Event) -> Iterator[int]:
        state = link.examine(name)
        if state is None:
            return  # gone since it was listed, or not ours to read
        folder = self._folder(name, state.uidvalidity, shelf)
        folder.looked_at = state
        if not state.exists or (state.uidnext and state.uidnext <= folder.high + 1):
            return
        listed = [one for one in link.list_above(folder.high) if one.uid not in folder.kept]
        yield from self._keep(link, name, folder, listed, shelf, stop)
        if all(one.uid in folder.kept for one in listed):
            folder.high = max([folder.high, state.uidnext - 1, *(one.uid for one in listed), *folder.kept])
            folder.kept.clear()

    def _folder(self, name: str, uidvalidity: int, shelf: MailShelf) -> _Folder:
        known = self._folders.get(name)
        if known is None or known.uidvalidity != uidvalidity:
            high, kept = shelf.seen_uids(self._settings.account, name, uidvalidity)
            known = self._folders[name] = _Folder(uidvalidity, high, kept=set(kept))
        return known

    def _compare(self, link: ImapLink, name: str, shelf: MailShelf, stop: Event) -> Iterator[int]:
        """Fetch again what came in the last days, once a session: same bytes join by themselves."""
        state = link.examine(name)
        if state is None or not state.exists:
            return
        folder = self._folder(name, state.uidvalidity, shelf)
        since = datetime.now(UTC) - timedelta(days=RECONCILE_DAYS)
        uids = [uid for uid in link.uids_since(since) if uid not in folder.compared][-_RECONCILE_MOST:]
        yield from self._keep(link, name, folder, link.list_these(uids), shelf, stop)

    def _keep(
        self,
        link: ImapLink,
        name: str,
        folder: _Folder,
        listed: Sequence[Listed],
        shelf: MailShelf,
        stop: Event,
    ) -> Iterator[int]:
        for batch in _batches(listed):
            mails = [
                mail
                for uid, raw in link.fetch([one.uid for one in batch])
                for mail in self._checked(name, folder, {one.uid: one for one in batch}, uid, raw)
            ]
            fail_point("after-fetch")
            if mails:
                shelf.keep(mails)
                done = {mail.uid for mail in mails if mail.uid is not None}
                folder.kept |= done
                folder.compared |= done
                yield len(mails)
            if stop.is_set():
                return

    def _checked(
        self, name: str, folder: _Folder, batch: dict[int, Listed], uid: int, raw: bytes
    ) -> Iterator[RawMail]:
        """The mail, if all of it came. A short body is asked for again; one that stays short is a row
        in the end, without a bookmark, so that it is still asked for."""
        one = batch.get(uid)
        if one is None:
            return
        key = (name, folder.uidvalidity, uid)
        mail = RawMail(raw, self._settings.account, name, folder.uidvalidity, uid, one.internal_date)
        if raw and len(raw) >= one.size:
            self._short.pop(key, None)
            yield mail
            return
        if not raw and not one.size and key in self._short:  # said twice: it is empty
            del self._short[key]
            yield mail
            return
        short = self._short.setdefault(key, _Short(monotonic()))
        if raw and not short.is_kept and monotonic() - short.since > _SHORT_KEPT_AFTER:
            short.is_kept = True
            yield RawMail(raw, self._settings.account, name, None, None, one.internal_date)


def _batches(listed: Sequence[Listed]) -> Iterator[list[Listed]]:
    """Fifty a FETCH, fewer where they are big."""
    batch: list[Listed] = []
    size = 0
    for one in sorted(listed, key=lambda one: one.uid):
        if batch and (len(batch) >= _BATCH or size + one.size > _BATCH_BYTES):
            yield batch
            batch, size = [], 0
        batch.append(one)
        size += one.size
    if batch:
        yield batch
