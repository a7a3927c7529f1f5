"""What a person may do with the directory: one function a step. It is the room's: every desk gets it."""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any, Final

from controlroom.casework.calling.directory import KINDS, Entry, today_in_india
from controlroom.casework.ports import NewEvent, Tx
from controlroom.clues.folding import plain_digits
from controlroom.domain.events import ROOM, new_id
from controlroom.domain.roomwide import stream_of
from controlroom.errors import BadInput

_KIND: Final = "directory_changed"
_PHONE = re.compile(r"\+?\d{3,15}")
_MAIL = re.compile(r"[^@\s,;]+@[^@\s,;]+\.[^@\s,;]+")
MOST_TEXT: Final = 500


def new_key() -> str:
    """The key of an entry that is not there yet."""
    return new_id().hex


def save_entry(tx: Tx, entry: Entry) -> Entry:
    """Add it, or write over the one with its key. Gives it as it is kept. Raises BadInput."""
    kept = tidy(entry)
    if kept.checked_on is not None and kept.checked_on > today_in_india(tx.now()):
        raise BadInput("The day on which it was checked is still to come; give the day of the last call.")
    before = tx.directory().get(kept.key)
    if before != kept:
        _say(tx, kept, "edited" if before else "added")
    return kept


def save_all(tx: Tx, entries: Iterable[Entry]) -> int:
    """All of these, which come from a file. Gives how many were new or other than before."""
    known, count = tx.directory(), 0
    for entry in entries:
        kept = tidy(entry)
        before = known.get(kept.key)
        if before is None or replace(before, is_built_in=False) != kept:
            _say(tx, kept, "imported")
            count += 1
    return count


def remove_entry(tx: Tx, key: str) -> Entry:
    """Take it out; its history stays in the log."""
    entry = the_entry(tx, key)
    body = {"key": key, "change": "removed", "name": entry.name("en"), "entry": None}
    tx.append([NewEvent(ROOM, stream_of(_KIND), _KIND, body)])
    return entry


def mark_checked(tx: Tx, key: str) -> Entry:
    """Somebody called today and it is right."""
    entry = replace(the_entry(tx, key), checked_on=today_in_india(tx.now()), is_built_in=False)
    _say(tx, entry, "checked")
    return entry


def the_entry(tx: Tx, key: str) -> Entry:
    """The entry of this key, or a plain sentence."""
    entry = tx.directory().get(key)
    if entry is None:
        raise BadInput("There is no such entry in the directory; look for it again.")
    return entry


def _say(tx: Tx, entry: Entry, change: str) -> None:
    told: dict[str, Any] = entry.told()
    del told["key"], told["is_built_in"]
    body = {"key": entry.key, "change": change, "entry": told}
    tx.append([NewEvent(ROOM, stream_of(_KIND), _KIND, body)])


def tidy(entry: Entry) -> Entry:
    """As it may be kept. Raises BadInput with one plain sentence."""
    texts = (entry.name_en, entry.name_hi, entry.district, entry.thana, entry.state, entry.hours, entry.note)
    if any(len(text) > MOST_TEXT for text in texts):
        raise BadInput("One of the texts is longer than {most} characters; shorten it.", most=MOST_TEXT)
    if entry.kind not in KINDS:
        raise BadInput(
            "'{value}' is not a kind of entry; it is one of: {allowed}.",
            value=entry.kind,
            allowed=", ".join(KINDS),
        )
    if not (entry.name_en.strip() or entry.name_hi.strip()):
        raise BadInput("An entry needs a name, in English or Hindi.")
    if entry.kind == "nodal" and not entry.state.strip():
        raise BadInput("A nodal officer needs the state.")
    phones = tuple(dict.fromkeys(map(phone_of, filter(str.strip, entry.phones))))
    if not phones and not entry.email.strip():
        raise BadInput("An entry needs a phone number or an e-mail address.")
    return replace(
        entry,
        name_en=_plain(entry.name_en),
        name_hi=_plain(entry.name_hi),
        district=_plain(entry.district),
        thana=_plain(entry.thana),
        state=_plain(entry.state),
        phones=phones,
        email=_mail_of(entry.email),
        hours=_plain(entry.hours),
        languages=tuple(filter(None, map(_plain, entry.languages))),
        note=_plain(entry.note),
        is_built_in=False,
    )


def phone_of(text: str) -> str:
    """A number as it is dialled: digits of any script, a plus in front at most. Raises BadInput."""
    number = re.sub(r"[\s().\-/\u2010-\u2015]+", "", plain_digits(text))
    if not _PHONE.fullmatch(number):
        raise BadInput(
            "'{value}' is not a phone number; type its digits, with + and the country code or without.",
            value=text.strip()[:40],
        )
    return number


def _mail_of(text: str) -> str:
    address = text.strip()
    if address and not _MAIL.fullmatch(address):
        raise BadInput("'{value}' is not an e-mail address.", value=address[:60])
    return address


def _plain(text: str) -> str:
    return " ".join(text.split())


def day_of(text: str) -> date | None:
    """A day as people write it: 2026-11-24, 24.11.2026, 24/11/2026; None for nothing. Raises BadInput."""
    plain = plain_digits(text.strip())
    if not plain:
        return None
    found = re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", plain)
    parts = found.groups() if found else None
    if parts is None and (found := re.fullmatch(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})", plain)):
        parts = found.groups()[::-1]
    try:
        if parts is not None:
            return date(*map(int, parts))
    except ValueError:
        pass
    raise BadInput("'{value}' is not a day; write it like 24.11.2026 or 2026-11-24.", value=text.strip()[:40])
