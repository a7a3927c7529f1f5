"""Who sits at a desk without a shared database: PINs as salted verifiers, and the wait after a wrong one."""

import hashlib
import hmac
import secrets
import unicodedata
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any, Final
from uuid import UUID

from controlroom.casework.ports import NewEvent, Tx
from controlroom.domain.events import ROOM
from controlroom.errors import BadInput

SETTING: Final = "pins"
LEAST, MOST = 4, 64
_COST: Final = (1 << 15, 8, 1)  # 32 MiB, about a tenth of a second
LONGEST_WAIT_S: Final = 300
_RUNS: Final = "01234567890 09876543210 qwertyuiop asdfghjkl zxcvbnm abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True)
class Secret:
    """What is kept of a PIN; how many tries in a row were wrong, and when the next may come (micros)."""

    salt: str
    digest: str
    cost: tuple[int, int, int] = _COST
    wrong: int = 0
    not_before: int = 0


Pins = Mapping[str, Secret]


def clean_pin(typed: str) -> str:
    """The PIN as it is meant, in whichever script. Raises BadInput for one that is guessed at once."""
    pin = _folded(typed)
    if len(pin) < LEAST:
        raise BadInput("A PIN has at least {least} digits or letters.", least=LEAST)
    if len(pin) > MOST:
        raise BadInput("A PIN has at most {most} digits or letters.", most=MOST)
    if len(set(pin)) == 1 or pin.casefold() in _RUNS:
        raise BadInput("That PIN is guessed at the first try; take one that is no row of neighbours.")
    return pin


def make_secret(pin: str) -> Secret:
    """A verifier for this PIN. Takes a tenth of a second: never on the Qt thread, nor in a transaction."""
    salt = secrets.token_bytes(16)
    return Secret(salt.hex(), _digest(pin, salt, _COST).hex())


def fits(secret: Secret, typed: str) -> bool:
    """Whether that is the PIN. Takes a tenth of a second."""
    digest = _digest(_folded(typed), bytes.fromhex(secret.salt), secret.cost)
    return hmac.compare_digest(digest, bytes.fromhex(secret.digest))


def wait_s(secret: Secret, now: datetime) -> int:
    """How many seconds until the next try; a clock that was set back cannot lock anybody out."""
    left = datetime.fromtimestamp(secret.not_before / 1e6, UTC) - now
    seconds = max(0, -(-left // timedelta(seconds=1)))
    return seconds if seconds <= _wait(secret.wrong) else 0


def after_wrong(secret: Secret, now: datetime) -> Secret:
    """One more wrong try: each makes the next wait longer."""
    wrong = secret.wrong + 1
    until = now + timedelta(seconds=_wait(wrong))
    return replace(secret, wrong=wrong, not_before=round(until.timestamp() * 1e6))


def after_right(secret: Secret) -> Secret:
    """The wrong tries are forgotten."""
    return replace(secret, wrong=0, not_before=0)


def pins_from(kept: Any) -> Pins:
    """As the settings keep them; what cannot be read is no PIN of anybody."""
    found = {}
    for name, one in kept.items() if isinstance(kept, dict) else ():
        n, r, p = one["cost"]
        found[str(name)] = Secret(one["salt"], one["digest"], (n, r, p), one["wrong"], one["not_before"])
    return found


def keep_pins(tx: Tx, *, pins: Pins) -> None:
    """Write them down."""
    tx.put_setting(SETTING, {name: asdict(secret) for name, secret in pins.items()})


def set_pin(tx: Tx, *, room: UUID, pins: Pins, name: str, change: str, by: str = "") -> None:
    """`pins` hold the new one of `name`. `change`: set, changed, or reset, which `by` has confirmed."""
    if change == "reset" and by in ("", name):
        raise BadInput("A forgotten PIN is set anew by a second person, with their own PIN.")
    keep_pins(tx, pins=pins)
    body = {"person": name, "change": f"pin-{change}"} | ({"by": by} if by else {})
    tx.append([NewEvent(ROOM, room, "person_changed", body)])


def sat_down(tx: Tx, *, room: UUID, name: str) -> None:
    """From now on `name` acts at this desk."""
    tx.append([NewEvent(ROOM, room, "person_changed", {"person": name, "change": "sat-down"})])


def put_out(tx: Tx, *, room: UUID, name: str) -> None:
    """This login may not sign in any more: a laptop was lost, or somebody has left."""
    tx.append([NewEvent(ROOM, room, "person_changed", {"person": name, "change": "put-out"})])


def _wait(wrong: int) -> int:
    """0, 1, 2, 4, 8 ... seconds."""
    return min(LONGEST_WAIT_S, 1 << (wrong - 1)) if wrong else 0


def _folded(typed: str) -> str:
    text = unicodedata.normalize("NFKC", typed).strip()
    return "".join(str(unicodedata.decimal(sign)) if sign.isdecimal() else sign for sign in text)


def _digest(pin: str, salt: bytes, cost: tuple[int, int, int]) -> bytes:
    n, r, p = cost
    return hashlib.scrypt(pin.encode(), salt=salt, n=n, r=r, p=p, maxmem=256 * n * r, dklen=32)
