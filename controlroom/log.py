"""Logging without anything personal in it, and the fail points that tests switch on."""

import logging
import os
import signal
import sys
from pathlib import Path

_spec = os.environ.get("CONTROLROOM_FAIL_POINT", "")
_counts: dict[str, int] = {}

FAIL_POINTS = (
    "after-fetch",
    "after-keep",
    "before-take",
    "in-transaction",
    "before-commit",
    "after-commit",
    "after-take",
)
SYNC_FAIL_POINTS = ("after-push", "before-land", "after-land")
HANDOVER_FAIL_POINTS = ("before-send", "half-sent", "given-over", "before-commit", "after-commit")


def logger(name: str) -> logging.Logger:
    """The logger of one room of the house."""
    return logging.getLogger(f"controlroom.{name}")


def set_up(folder: Path | None = None, *, verbose: bool = False) -> None:
    """Log to standard error, and to `folder/controlroom.log` where given. Messages hold no data."""
    handlers: list[logging.Handler] = [logging.StreamHandler(sys.stderr)]
    if folder is not None:
        handlers.append(logging.FileHandler(folder / "controlroom.log", encoding="utf-8", delay=True))
    logging.basicConfig(
        level=logging.INFO if verbose else logging.WARNING,
        format="%(asctime)s %(levelname)s %(name)s: %(message)s",
        handlers=handlers,
        force=True,
    )


def where(fault: BaseException) -> str:
    """The kind of a fault and the line it came from; never its text, which may hold what was typed."""
    trace = fault.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    code = trace.tb_frame.f_code if trace is not None else None
    return (
        f"{type(fault).__name__} in {Path(code.co_filename).name}:{trace.tb_lineno}"
        if code and trace
        else "?"
    )


def fail_point(name: str) -> None:
    """Die here as by a power cut, if CONTROLROOM_FAIL_POINT says `name` or `name:3` (the third)."""
    if not _spec:
        return
    wanted, _, nth = _spec.partition(":")
    if wanted != name:
        return
    _counts[name] = _counts.get(name, 0) + 1
    if _counts[name] >= int(nth or 1):
        os.kill(os.getpid(), signal.SIGKILL)
