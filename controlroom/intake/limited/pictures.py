"""The parent's end of the picture child: a mail goes in, checked pixels come out, or a plain sentence."""

import subprocess
from collections.abc import Sequence
from typing import Final

from controlroom.casework.arriving.pictures import Pixels
from controlroom.config import child_command, child_environment
from controlroom.errors import WorldFault
from controlroom.intake.limited.picturechild import HEAD, MARK, MOST_SIDE, SECONDS

HIDDEN_WORD: Final = "__read-picture__"
_START_SECONDS: Final = 20.0
_NOT_SHOWN: Final = (
    "This picture cannot be shown: it is broken, too large, or of a kind that is not read here."
)


def read_picture(
    raw: bytes,
    which: int,
    *,
    is_blurred: bool,
    command: Sequence[str] | None = None,
    seconds: float = SECONDS + _START_SECONDS,
) -> Pixels:
    """The pixels of one attached picture of a mail. Slow: never on the Qt thread. Raises WorldFault."""
    words = [*(command or child_command(HIDDEN_WORD)), str(which), "blurred" if is_blurred else "clear"]
    try:
        done = subprocess.run(
            words,
            input=raw,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=seconds,
            env=child_environment(),
            check=False,
        )
    except (subprocess.TimeoutExpired, OSError) as fault:
        raise WorldFault(_NOT_SHOWN) from fault
    return _checked(done.stdout if done.returncode == 0 else b"")


def _checked(answer: bytes) -> Pixels:
    """The child read what a stranger sent: its answer is looked at like any other."""
    if len(answer) < HEAD.size:
        raise WorldFault(_NOT_SHOWN)
    mark, width, height = HEAD.unpack(answer[: HEAD.size])
    data = answer[HEAD.size :]
    is_right = mark == MARK and 0 < width <= MOST_SIDE and 0 < height <= MOST_SIDE
    if not is_right or len(data) != width * height * 3:
        raise WorldFault(_NOT_SHOWN)
    return Pixels(width, height, data)
