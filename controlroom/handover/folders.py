"""A file put into a folder whole or not at all, under a name made from its key: a retry is the same file."""

import os
from pathlib import Path

from controlroom.errors import BadInput, WorldFault
from controlroom.log import fail_point


def folder_of(to: str) -> Path:
    """The folder that a connector names. Raises BadInput."""
    if not to.strip():
        raise BadInput("Name the folder that the files go into.")
    return Path(to).expanduser().absolute()


def make_folder(folder: Path) -> None:
    """When it is named for the first time; later a folder that is gone may be a disk that is not there."""
    try:
        folder.mkdir(exist_ok=True)
    except OSError as fault:
        raise WorldFault(
            "The folder {folder} cannot be made ({reason}); make it, or name another.",
            folder=folder,
            reason=fault.strerror,
        ) from fault


def put_whole(folder: Path, name: str, data: bytes) -> Path:
    """Write it beside first; who looks into the folder sees the whole file or none. Raises WorldFault."""
    target, beside = folder / name, folder / f".{name}.part"
    try:
        with beside.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        fail_point("half-sent")
        beside.replace(target)
        _settle(folder)
    except OSError as fault:
        raise WorldFault(
            "The folder {folder} cannot be written ({reason}); look at it, it is tried again.",
            folder=folder,
            reason=fault.strerror,
        ) from fault
    return target


def _settle(folder: Path) -> None:
    """The name itself is on disk, too, before anybody is told so."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def check_folder(folder: Path) -> str:
    """Whether files can be put there. Raises WorldFault."""
    probe = folder / ".controlroom-check"
    try:
        probe.write_bytes(b"")
        probe.unlink()
    except OSError as fault:
        raise WorldFault(
            "The folder {folder} cannot be written ({reason}); look at it, it is tried again.",
            folder=folder,
            reason=fault.strerror,
        ) from fault
    return f"{folder} can be written."
