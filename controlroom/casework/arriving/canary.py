"""The canary: a small test mail that says whether mails arrive at all. Made, recognised, missed. Any thread.

Its token is a time under an HMAC, so that nobody else's mail counts, and each token counts once.
"""

import hashlib
import hmac
import re
import secrets
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field, fields
from datetime import UTC, datetime, timedelta
from typing import Any, Final, NamedTuple

from controlroom.casework.arriving.ports import NO_CASE, CanaryStanding, KeptMail, ReadMail
from controlroom.casework.calling.callnow import IST
from controlroom.casework.handing.connectors import CHANGED, CHANGES, bare
from controlroom.casework.handing.ports import ConnectorSettings
from controlroom.casework.ports import NewEvent, Tx
from controlroom.casework.room.mailway import AGAIN, KIND, MailFault, not_back, not_sent
from controlroom.casework.room.roomset import say_to_room
from controlroom.domain.events import ROOM
from controlroom.errors import BadInput, Sentence

SETTING: Final = "canary"
VERDICT: Final = "canary_verdict"  # the setting that holds what the loop last found ill
NAME: Final = "Test mail"  # of its loop in the status strip, of its connector in the log
SUBJECT: Final = "Test mail of the control room: nothing to do"
PATIENCE: Final = timedelta(minutes=10)  # from one test mail that came back to the ring
FRESH: Final = timedelta(hours=24)  # a test mail that is older when it comes is a row; tokens are kept longer
SKEW: Final = timedelta(minutes=5)  # that another machine's clock may be ahead
SHORTEST_S, LONGEST_S, EVERY_S = 60, 480, 300
_LARGEST: Final = 65_536  # bytes: whatever relays put before it, it stays small
_TOKEN: Final = re.compile(rb"([0-9]{16})-([0-9a-f]{16})-([0-9a-f]{32})")
_HEADER: Final = re.compile(rb"[!-9;-~]+:|[ \t]")
_BARE: Final = re.compile(r"<?[^\s<>\"@]{1,64}@[^\s<>\"@]{1,255}>?")
_PLAIN_CODINGS: Final = ("", "7bit", "8bit", "binary", "quoted-printable")


@dataclass(frozen=True, slots=True)
class Canary:
    """How this profile tests the way of its mails. `key` is the HMAC's, in hex; in the encrypted store."""

    every_s: int = EVERY_S  # 0: none is sent; those on their way are still recognised
    server: str = ""
    to: str = ""
    sender: str = ""
    secret: str = field(default="", repr=False)
    ca_file: str = ""
    plain_loopback: bool = False
    key: str = field(default="", repr=False)

    @property
    def connector(self) -> ConnectorSettings:
        """The same as a way out of the room."""
        return ConnectorSettings(
            name=NAME,
            kind="smtp",
            to=self.to,
            server=self.server,
            sender=self.sender,
            secret=self.secret,
            ca_file=self.ca_file,
            plain_loopback=self.plain_loopback,
        )


def canary_in(value: Any) -> Canary | None:
    """What the setting "canary" holds."""
    if not isinstance(value, dict) or not value.get("key"):
        return None
    known = {one.name for one in fields(Canary)}
    return Canary(**{name: item for name, item in value.items() if name in known})


def new_key() -> str:
    """A key that nobody can guess, in hex."""
    return secrets.token_hex(32)


def set_canary(tx: Tx, canary: Canary) -> None:
    """Test the way of the mails from now on. Raises BadInput. The caller has tried the connector."""
    if not SHORTEST_S <= canary.every_s <= LONGEST_S:
        raise BadInput("A test mail is sent every 1 to 8 minutes.")
    if not re.fullmatch(r"[0-9a-f]{64,}", canary.key):
        raise BadInput("The key of the test mails is at least 64 hexadecimal digits.")
    known = canary_in(tx.setting(SETTING))
    if known is not None and bare(known.to) != bare(canary.to):
        _take_back(tx, known)
    tx.put_setting(SETTING, asdict(canary))
    tx.append([NewEvent(ROOM, CHANGES, CHANGED, _told(canary, "added"))])


def stop_canary(tx: Tx) -> None:
    """Send no more of them. Those on their way are recognised for a day."""
    known = canary_in(tx.setting(SETTING))
    if known is None or not known.every_s:
        raise BadInput("No test mails are sent.")
    tx.put_setting(SETTING, asdict(known) | {"every_s": 0, "secret": ""})
    _take_back(tx, known)
    tx.append([NewEvent(ROOM, CHANGES, CHANGED, _told(known, "removed"))])


def _told(canary: Canary, change: str) -> dict[str, str]:
    place = {"to": bare(canary.to), "server": bare(canary.server)}
    return {"change": change, "name": NAME, "kind": "smtp", **place}


# --- the mail ---------------------------------------------------------------------------------------------


def new_token(key: str, at: datetime) -> str:
    """Sixteen digits of microseconds, a number used once, and the HMAC of both."""
    said = f"{int(at.timestamp() * 1_000_000):016d}-{secrets.token_hex(8)}"
    return f"{said}-{_sealed(key, said.encode())}"


def _sealed(key: str, said: bytes) -> str:
    return hmac.new(bytes.fromhex(key), b"controlroom canary\0" + said, hashlib.sha256).hexdigest()[:32]


def sent_at(token: str) -> datetime:
    """When the mail of this token was made, aware UTC."""
    return datetime.fromtimestamp(int(token[:16]) / 1_000_000, UTC)


def compose(canary: Canary, token: str, sender: str) -> bytes:
    """The mail as it goes out: a body with nothing but the token."""
    from email.utils import format_datetime  # 8 ms: only who sends needs it

    headers = (
        f"From: {sender}",
        f"To: {canary.to}",
        f"Subject: {SUBJECT}",
        f"Date: {format_datetime(sent_at(token))}",
        f"Message-ID: <{token}@{sender.rpartition('@')[2]}>",
        "Auto-Submitted: auto-generated",
        "MIME-Version: 1.0",
        'Content-Type: text/plain; charset="us-ascii"',
        "Content-Transfer-Encoding: 7bit",
    )
    return "\r\n".join((*headers, "", token, "")).encode()


def token_in(raw: bytes, key: str) -> str:
    """The token of a mail that is a test mail and nothing else; "" for every other mail.

    Strict on purpose: one line that no relay writes, one word beside the token, and it is an alert as before.
    """
    if len(raw) > _LARGEST or SUBJECT.encode() not in raw:
        return ""
    head, _, body = raw.replace(b"\r\n", b"\n").partition(b"\n\n")
    found = _TOKEN.fullmatch(body.strip(b" \t\r\n"))
    if found is None or not all(_HEADER.match(line) for line in head.split(b"\n")):
        return ""
    said = found[1] + b"-" + found[2]
    if not hmac.compare_digest(_sealed(key, said), found[3].decode()) or not _is_plain(head):
        return ""
    return found[0].decode()


def _is_plain(head: bytes) -> bool:
    """Whether the headers that people are shown say what ours say, and it has no parts."""
    told: dict[str, list[str]] = {}
    unfolded = re.sub(rb"\n[ \t]+", b" ", head).decode("ascii", "replace")
    for line in unfolded.split("\n"):
        name, _, value = line.partition(":")
        told.setdefault(name.casefold(), []).append(value.strip())
    kinds = told.get("content-type", ["text/plain"])
    codings = told.get("content-transfer-encoding", [""])
    return (
        told.get("subject") == [SUBJECT]
        and len(told.get("from", ())) == 1
        and bool(_BARE.fullmatch(told["from"][0]))
        and len(kinds) == 1
        and bool(re.fullmatch(r"text/plain(?:;\s*(?:charset|format)=[^;]*)*", kinds[0], re.I))
        and len(codings) == 1
        and codings[0].casefold() in _PLAIN_CODINGS
        and "content-disposition" not in told
    )


def take_canary(tx: Tx, read: ReadMail, kept: KeptMail) -> bool:
    """Whether this mail was a test mail that counts: then it is no row. Everything else is one."""
    canary = canary_in(tx.setting(SETTING)) if SUBJECT.encode() in kept.raw else None
    token = token_in(kept.raw, canary.key) if canary is not None else ""
    if not token or read.text.strip() != token or read.attachments or read.quarantined:
        return False
    if not -SKEW <= tx.now() - sent_at(token) <= FRESH:
        return False
    if not tx.canary_back(token, sent_at(token), kept.sha256):
        return False  # it has come before: somebody sends it again
    tx.mail_became(read.sha256, NO_CASE)
    return True


# --- sending and missing ----------------------------------------------------------------------------------


def due(canary: Canary, standing: CanaryStanding, now: datetime) -> bool:
    """Whether the next is to be sent. Another machine's that came back counts like one of our own."""
    last = standing.last_sent
    return last is None or now - last >= timedelta(seconds=canary.every_s) or last - now > SKEW


def judge(
    standing: CanaryStanding, *, since: datetime, now: datetime, fault: str = ""
) -> tuple[str, Sentence]:
    """(state, sentence) for the strip. `since`: how long it has been looked; `fault`: why none went out."""
    back = standing.back
    is_overdue = now - max(back or since, since) >= PATIENCE
    missing = standing.missing
    if is_overdue and missing is not None:
        time = clock_text(missing, now)
        return "down", not_back(time)
    if is_overdue:
        return "down", not_sent(fault)
    if fault:
        return "late", Sentence("The test mail could not be sent. {fault}", fault=fault)
    if back is None or now - back >= PATIENCE:
        return "starting", Sentence("A test mail is on its way.")
    return "ok", Sentence("Mails arrive: the test mail of {time} came back.", time=clock_text(back, now))


def clock_text(moment: datetime, now: datetime) -> str:
    """The time in IST, with the day where that is not near."""
    is_near = abs(now - moment) < timedelta(hours=12)
    return f"{moment.astimezone(IST):{'%H:%M' if is_near else '%d.%m.%Y %H:%M'}} IST"


def note_verdict(tx: Tx, canary: Canary, text: Sentence, *, is_ill: bool) -> None:
    """Keep, for who asks without a window, that mails do not arrive or do again; and tell the room."""
    values = {name: str(value) for name, value in text.values.items()}
    told = {"template": text.template, "values": values, "since": tx.now().isoformat()}
    tx.put_setting(VERDICT, told if is_ill else None)
    body = {"what": "canary", "key": bare(canary.to), "is_ill": is_ill, "text": str(text), "values": values}
    say_to_room(tx, KIND, body)


def _take_back(tx: Tx, canary: Canary) -> None:
    """This mailbox is tested no more: no desk rings for it."""
    if tx.setting(VERDICT) is not None:
        note_verdict(tx, canary, Sentence("No test mails are sent."), is_ill=False)


class Told(NamedTuple):
    """What was said of the mailbox. `is_ill`: by this desk or the room; `is_enough`: by this desk, lately."""

    is_ill: bool
    is_enough: bool


def told_of(canary: Canary, verdict: Any, faults: Sequence[MailFault], now: datetime) -> Told:
    """From the setting "canary_verdict" and what the room's log holds to be ill."""
    is_ours = isinstance(verdict, dict)
    is_enough = is_ours and now - datetime.fromisoformat(verdict["since"]) < AGAIN
    return Told(is_ours or any(one.mailbox == bare(canary.to) for one in faults), is_enough)
