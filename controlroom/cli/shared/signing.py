"""audit head, audit check-head: heads of the log, signed by a key that never is on the server."""

import argparse
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import msgspec

from controlroom.casework.room.evidence import checked_head, new_key, signed_head
from controlroom.cli.desk import opened, person
from controlroom.cli.output import show
from controlroom.errors import BadInput, WorldFault
from controlroom.store import Profile
from controlroom.store.desk.keys import keep_secret, kept_secret

_NAME = "audit-key"


def signing_key(profile: Profile) -> bytes:
    """This profile's key, made at first use: in the desktop's secret store, else in the encrypted profile."""
    kept = profile.reader().setting(_NAME) or kept_secret(profile.folder, _NAME)
    if kept:
        return bytes.fromhex(kept)
    key = new_key()
    if not keep_secret(profile.folder, _NAME, key.hex()):
        with profile.writer.write(actor="") as tx:
            tx.put_setting(_NAME, key.hex())
    return key


def add_verbs(verbs: Any, shared: argparse.ArgumentParser) -> None:
    """head, check-head."""
    head = verbs.add_parser(
        "head",
        parents=[shared],
        help="the head of the log, to be printed or kept elsewhere",
        epilog="Example: controlroom audit head --sign --json > head.json",
    )
    head.add_argument("--sign", action="store_true", help="with this profile's key, made at first use")
    head.set_defaults(run=_head)
    check = verbs.add_parser(
        "check-head",
        parents=[shared],
        help="does the log still contain what this head says",
        epilog="Example: controlroom audit check-head head.json",
    )
    check.add_argument("file", type=Path, metavar="FILE", help="what head --sign --json printed")
    check.set_defaults(run=_check)


def _head(options: argparse.Namespace) -> None:
    with opened(options) as profile:
        person(options)
        room, (seq, hash_) = UUID(profile.room), _end(profile)
        now = datetime.now(UTC)
        if options.sign:
            told = signed_head(signing_key(profile), room=room, seq=seq, hash_=hash_, at=now)
        else:
            told = {"room": str(room), "seq": seq, "hash": hash_.hex(), "at": now.isoformat()}
    show(told, is_json=options.json)


def _check(options: argparse.Namespace) -> int:
    try:
        head = msgspec.json.decode(options.file.read_bytes())
    except OSError as fault:
        raise WorldFault(
            "The file {file} cannot be read ({reason}).", file=options.file, reason=fault.strerror
        ) from fault
    except msgspec.DecodeError as wrong:
        raise BadInput(
            "That is no signed head; it is what this prints: controlroom audit head --sign --json"
        ) from wrong
    room, seq, hash_ = checked_head(head)
    with opened(options) as profile:
        if room != UUID(profile.room):
            raise BadInput("This head is of another room than this profile's; use a profile of that room.")
        is_ok = seq == 0 or _hash_at(profile, seq) == hash_
    show({"room": str(room), "seq": seq, "ok": is_ok, "key": head["key"]}, is_json=options.json)
    return 0 if is_ok else 1


def _end(profile: Profile) -> tuple[int, bytes]:
    account = profile.replica.account()
    if account is None:
        return profile.reader().desk_head()
    from controlroom.sync.audited import of_desk

    with of_desk(account, profile.replica.password(), profile.replica.memory()) as log:
        return log.end()


def _hash_at(profile: Profile, seq: int) -> bytes | None:
    account = profile.replica.account()
    if account is None:
        return profile.reader().hash_at(seq)
    from controlroom.sync.audited import of_desk

    with of_desk(account, profile.replica.password(), profile.replica.memory()) as log:
        return log.hashes([seq]).get(seq)
