"""audit export: a folder that proves a case without the program. The event first, the copy second."""

import argparse
import errno
import hashlib
import json
import platform
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any
from uuid import UUID

from controlroom.casework import steps
from controlroom.casework.room.evidence import room_line, signed_head, words_lines
from controlroom.casework.room.sharing import Seal
from controlroom.cli.desk import person
from controlroom.cli.shared.signing import signing_key
from controlroom.config import resources_dir
from controlroom.errors import BadInput, WorldFault
from controlroom.store import Profile
from controlroom.store.writer import IST

_CHUNK = 1_000
_ERASED = (
    "\n  इस केस के शब्द मिटा दिए गए हैं: उनकी कुंजी नष्ट कर दी गई और कोई उन्हें पढ़ नहीं सकता। शृंखला पूरी है।\n",
    "\n  The words of this case were ERASED: their key was destroyed, nobody can read them.\n",
)


@dataclass
class Evidence:
    """What is known of the case: its events as lines, and how they hang in the log."""

    lines: list[dict[str, Any]]
    source: str
    room: UUID
    head: tuple[int, bytes]
    chain: list[bytes] = field(
        default_factory=list
    )  # what every link from the case's first event on is made of
    before: bytes = b""


def export(profile: Profile, options: argparse.Namespace) -> dict[str, Any]:
    """Write the folder; gives what is in it. Raises BadInput or WorldFault, and leaves no half of it."""
    folder: Path = options.folder
    _demand_free(folder)
    number = options.number
    case = _here(profile, number)
    with profile.writer.write(actor=person(options)) as tx:
        steps.copy_out(tx, case, field="export")
        number = tx.number_of(case)
    is_alone = profile.replica.account() is None
    evidence = _of_desk(profile, case) if is_alone else _of_room(profile, case)
    seals, is_erased = profile.reader().seals(case)
    words = words_lines(evidence.lines, seals, is_erased=is_erased)
    mails, missing = _mails(profile, evidence.lines, words)
    files = _files(profile, evidence, mails) | _words_files(words, seals)
    made_at = datetime.now(IST)
    names = {"number": number, "made_at": f"{made_at:%d/%m/%Y %H:%M:%S}"}
    names |= dict(zip(("erased_hi", "erased_en"), _ERASED if is_erased else ("", ""), strict=True))
    files["README.txt"] = _filled("README.txt", names)
    files["certificate.txt"] = _filled(
        "certificate.txt", names | _fields(profile, evidence, files, person(options))
    )
    files["SHA256SUMS"] = _sums(files)
    _write(folder, files)
    return {
        "folder": str(folder),
        "files": sorted(files),
        "events": len(evidence.lines),
        "stubs": sum("stub" in line for line in evidence.lines),
        "mails": len(mails),
        "mails_missing": missing,
        "head": evidence.head[0],
        "words": "erased" if is_erased else "opened",
        "words_not_opened": sum(line["words"] is None for line in words),
    }


def _demand_free(folder: Path) -> None:
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise BadInput(
            "{folder} is there already and not an empty folder; nothing is overwritten, name another one.",
            folder=folder,
        )


def _here(profile: Profile, number: str) -> UUID:
    """The case, fetched from the room where this desk does not hold it."""
    found = profile.reader().case_id_of(number)
    if found is None and profile.replica.account() is not None:
        from controlroom.sync.elsewhere import OnServer

        found = OnServer(profile.replica).open_case(number)
    if found is None:
        raise BadInput("There is no case {number} on this desk; look at the number again.", number=number)
    return found


# --- where the events come from ---------------------------------------------------------------------------


def _of_desk(profile: Profile, case: UUID) -> Evidence:
    reader = profile.reader()
    source = f"desk {profile.mark}, which works alone"
    return Evidence(reader.desk_lines(case), source, UUID(profile.room), reader.desk_head())


def _of_room(profile: Profile, case: UUID) -> Evidence:
    """Everything shared first, so that the copy holds what this desk knows, and that it was made."""
    from controlroom.sync.audited import of_desk
    from controlroom.sync.loop import SyncLoop
    from controlroom.sync.verify import place_of

    replica = profile.replica
    account = replica.account()
    assert account is not None
    SyncLoop(replica).run_once(account, replica.password())
    with of_desk(account, replica.password(), replica.memory()) as log:
        head = log.end()
        rows = [row for row in _all_of(log, case) if row.seq <= head[0]]
        before = log.hashes_before([row.seq for row in rows])
        source = f"room {account.room_name}, shared database"
        found = Evidence(
            [room_line(row, before.get(row.seq, b"")) for row in rows], source, account.room, head
        )
        if rows:
            found.before = before.get(rows[0].seq, b"")
            found.chain = [place_of(row) for row in log.between(rows[0].seq - 1, head[0])]
    return found


def _all_of(log: Any, case: UUID) -> list[Any]:
    rows: list[Any] = []
    while page := log.stream(case, len(rows), _CHUNK):
        rows += page
    return rows


def _mails(
    profile: Profile, lines: Sequence[Mapping[str, Any]], words: Sequence[Mapping[str, Any]]
) -> tuple[list[tuple[bytes, str]], int]:
    """Each raw mail with what its signature said; and how many could not be had."""
    found: list[tuple[bytes, str]] = []
    missing = 0
    opened = {line["seq"]: line["words"] or {} for line in words}
    for line in lines:
        body = json.loads(line["body"]) if line.get("kind") == "alert_received" else {}
        body |= opened.get(line["seq"], {})
        if not body.get("mail"):
            continue
        raw = raw_mail(profile, str(body["mail"]))
        if raw is None:
            missing += 1
        elif raw not in [known for known, _ in found]:
            found.append((raw, _dkim(body.get("authenticity") or {})))
    return found, missing


def raw_mail(profile: Profile, sha256: str) -> bytes | None:
    """The bytes of a mail, from the room where they are not here; None where nobody has them unchanged."""
    raw = profile.reader().mail(sha256)
    if raw is None and profile.replica.account() is not None:
        from controlroom.sync.elsewhere import OnServer

        raw = OnServer(profile.replica).blob(sha256)
    return raw if raw is not None and hashlib.sha256(raw).hexdigest() == sha256 else None


def _dkim(said: Mapping[str, Any]) -> str:
    return "".join(f"{name}: {said.get(name) or '-'}\n" for name in ("label", "why", "key"))


# --- the files --------------------------------------------------------------------------------------------


def _files(profile: Profile, evidence: Evidence, mails: Sequence[tuple[bytes, str]]) -> dict[str, bytes]:
    files: dict[str, bytes] = {}
    for n, (raw, dkim) in enumerate(mails, start=1):
        files[f"mail-{n}.eml"] = raw
        files[f"mail-{n}.dkim.txt"] = dkim.encode()
    lines = (json.dumps(line, ensure_ascii=False) + "\n" for line in evidence.lines)
    files["events.jsonl"] = "".join(lines).encode()
    seq, hash_ = evidence.head
    proof: dict[str, Any] = {"room": str(evidence.room), "head": {"seq": seq, "hash": hash_.hex()}}
    if evidence.chain:
        files["chain.txt"] = "".join(f"{place.hex()}\n" for place in evidence.chain).encode()
        proof |= {"first": evidence.lines[0]["seq"], "before": evidence.before.hex()}
    proof["signed_head"] = signed_head(
        signing_key(profile), room=evidence.room, seq=seq, hash_=hash_, at=datetime.now(UTC)
    )
    files["proof.json"] = json.dumps(proof, indent=1).encode() + b"\n"
    files["check_export.py"] = _resource("check_export.py")
    return files


def _words_files(words: Sequence[Mapping[str, Any]], seals: Sequence[Seal]) -> dict[str, bytes]:
    """What lies sealed in the events, and the keys, so that anybody can see that it is what lies there."""
    keys = {str(seal.id): seal.key.hex() for seal in seals}
    lines = (json.dumps(line, ensure_ascii=False) + "\n" for line in words)
    return {
        "words.jsonl": "".join(lines).encode(),
        "keys.json": json.dumps(keys, indent=1).encode() + b"\n",
    }


def _fields(profile: Profile, evidence: Evidence, files: Mapping[str, bytes], who: str) -> dict[str, str]:
    node = uuid.getnode()
    return {
        "what": "raw mails, events with hashes, proof",
        "person": who,
        "device": platform.node() or "-",
        "system": f"{platform.system()} {platform.release()} {platform.machine()}",
        "mac": ":".join(f"{node >> shift & 255:02x}" for shift in range(40, -8, -8)),
        "desk": f"{profile.mark}, {profile.desk}",
        "software": f"controlroom {version('controlroom')}, Python {platform.python_version()}",
        "source": evidence.source,
        "head": f"{evidence.head[0]}, {evidence.head[1].hex()}",
        "hashes": _sums(files).decode().rstrip(),
    }


def _resource(name: str) -> bytes:
    return (resources_dir() / "evidence" / name).read_bytes()


def _filled(name: str, values: Mapping[str, str]) -> bytes:
    return _resource(name).decode().format(**values).encode()


def _sums(files: Mapping[str, bytes]) -> bytes:
    return "".join(f"{hashlib.sha256(files[name]).hexdigest()}  {name}\n" for name in sorted(files)).encode()


def _write(folder: Path, files: Mapping[str, bytes]) -> None:
    made: list[Path] = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, data in files.items():
            with (folder / name).open("xb") as file:
                made.append(folder / name)
                file.write(data)
    except OSError as fault:
        for path in made:
            path.unlink(missing_ok=True)
        if fault.errno == errno.ENOSPC:
            raise WorldFault(
                "The disk of {folder} is full; free some space and export again. Nothing was left there.",
                folder=folder,
            ) from fault
        raise WorldFault(
            "The folder {folder} cannot be written to ({reason}); name another one.",
            folder=folder,
            reason=fault.strerror,
        ) from fault
