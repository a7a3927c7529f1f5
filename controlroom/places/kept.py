"""Files in the profile's places folder: written whole or not at all, and checked when they are read."""

import hashlib
import json
import os
import tempfile
from pathlib import Path

from controlroom.errors import WorldFault

_FORMAT = 1
Body = dict[str, object]


def write_atomically(path: Path, content: bytes) -> None:
    """Temporary file, fsync, rename: after a crash the old file or the new one is there, whole."""
    temporary: str | None = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.stem}-", suffix=".new")
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).replace(path)
        _sync_folder(path.parent)
    except OSError as fault:
        if temporary is not None:
            Path(temporary).unlink(missing_ok=True)
        reason = fault.strerror or "unknown reason"
        raise WorldFault(
            "The places folder cannot be written ({reason}); free space or mend its rights, then try again.",
            reason=reason,
        ) from fault


def write_kept(path: Path, body: Body) -> None:
    """Compact JSON with its own SHA-256."""
    text = _compact(body)
    whole = {"format": _FORMAT, "sha256": _digest(text), "body": body}
    write_atomically(path, _compact(whole).encode())


def read_kept(path: Path) -> Body | None:
    """What `write_kept` wrote; None where there is no file; WorldFault where it is damaged or newer."""
    try:
        whole = json.loads(path.read_bytes())
    except FileNotFoundError:
        return None
    except OSError as fault:
        raise WorldFault(
            "{value} cannot be read ({strerror}); mend the file's rights.",
            value=_what(path),
            strerror=fault.strerror,
        ) from fault
    except (ValueError, RecursionError) as fault:
        raise _damaged(path) from fault
    if not isinstance(whole, dict) or not isinstance(whole.get("body"), dict):
        raise _damaged(path)
    if whole.get("format") != _FORMAT:
        raise WorldFault(
            "{value} was written by another version; import the official file again.", value=_what(path)
        )
    body: Body = whole["body"]
    if _digest(_compact(body)) != whole.get("sha256"):
        raise _damaged(path)
    return body


def _damaged(path: Path) -> WorldFault:
    return WorldFault(
        "{value} is damaged and is not used; import the official file again (built-in facts go on).",
        value=_what(path),
    )


def _what(path: Path) -> str:
    return f"The kept file {path.name} of the places"


def _compact(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _sync_folder(folder: Path) -> None:
    if os.name != "posix":
        return  # only POSIX lets a folder be opened and synced
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
