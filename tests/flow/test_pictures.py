"""Attached pictures: pixels from a limited process, blurred first; a hostile one costs nothing but itself."""

import io
import struct
import subprocess
import sys
import zlib
from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path

import pytest
from PIL import Image

from controlroom.casework.arriving.pictures import pictures_of
from controlroom.domain.events import Event, new_id, utc_now
from controlroom.errors import WorldFault
from controlroom.intake.limited.picturechild import MOST_SIDE
from controlroom.intake.limited.pictures import read_picture
from controlroom.intake.parsing.parse import parse


def picture(kind: str, size: tuple[int, int] = (64, 48), colour: str = "red") -> bytes:
    out = io.BytesIO()
    half = Image.new("RGB", size, colour)
    half.paste("white", (size[0] // 2, 0, *size))
    half.save(out, kind)
    return out.getvalue()


def bomb() -> bytes:
    """A PNG of a few hundred bytes that says it has four thousand million pixels."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", 65_000, 65_000, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(bytes(1 << 16)))


def mail(*parts: tuple[bytes, str, str]) -> bytes:
    made = EmailMessage()
    made["Subject"], made["From"] = "Imminent risk", "a@b.example"
    made.set_content("see the pictures")
    for data, kind, name in parts:
        made.add_attachment(data, maintype="image", subtype=kind, filename=name)
    made.add_attachment(b"a,b", maintype="text", subtype="csv", filename="list.csv")
    return made.as_bytes()


RAW = mail((picture("PNG"), "png", "one.png"), (picture("JPEG", (4000, 100)), "jpeg", "two.jpg"))


def test_that_a_picture_becomes_plain_pixels_no_larger_than_is_shown() -> None:
    first = read_picture(RAW, 0, is_blurred=False)
    assert (first.width, first.height, len(first.data)) == (64, 48, 64 * 48 * 3)
    assert first.data[:3] == b"\xff\x00\x00"
    assert first.data[63 * 3 : 64 * 3] == b"\xff\xff\xff"
    second = read_picture(RAW, 1, is_blurred=False)
    assert (second.width, second.height) == (MOST_SIDE, MOST_SIDE // 40)


def test_that_blurred_means_that_the_clear_pixels_never_leave_the_child() -> None:
    text = Image.new("L", (600, 400), 255)
    for x in range(0, 600, 4):
        text.paste(0, (x, 0, x + 2, 400))
    out = io.BytesIO()
    text.save(out, "PNG")
    shown = read_picture(mail((out.getvalue(), "png", "fine.png")), 0, is_blurred=True)
    assert (shown.width, shown.height) == (600, 400)
    assert max(shown.data) - min(shown.data) < 40  # of 255: the stripes are gone


@pytest.mark.parametrize(
    "data",
    [b"", b"no picture at all", picture("PNG")[:60], bomb(), b"<svg xmlns='http://www.w3.org/2000/svg'/>"],
)
def test_that_what_is_no_picture_is_said_plainly(data: bytes) -> None:
    with pytest.raises(WorldFault, match="cannot be shown"):
        read_picture(mail((data, "png", "x.png")), 0, is_blurred=False)


def test_that_a_picture_that_is_not_there_is_said_plainly() -> None:
    with pytest.raises(WorldFault):
        read_picture(RAW, 7, is_blurred=True)


HOSTILE = """
import os, sys
sys.stdin.buffer.read()
what = {what!r}
if what == "hang":
    import time; time.sleep(60)
if what == "lie":
    sys.stdout.buffer.write(b"RGB8" + (5000).to_bytes(4, "big") + (5000).to_bytes(4, "big") + b"x" * 100)
if what == "short":
    sys.stdout.buffer.write(b"RGB8" + (10).to_bytes(4, "big") + (10).to_bytes(4, "big") + b"x" * 100)
if what == "crash":
    os.kill(os.getpid(), 11)
"""


@pytest.mark.parametrize("what", ["hang", "lie", "short", "crash"])
def test_that_a_child_that_was_taken_over_cannot_pass_anything_but_pixels(what: str) -> None:
    command = [sys.executable, "-c", HOSTILE.format(what=what)]
    with pytest.raises(WorldFault):
        read_picture(RAW, 0, is_blurred=False, command=command, seconds=1.5)


def test_that_the_limits_hold_in_the_child(tmp_path: Path) -> None:
    probe = (
        "from controlroom.intake.limited import picturechild\n"
        "from controlroom.intake.parsing import mime\n"
        "def hostile(raw):\n"
        "    bytes(2 << 30)\n"
        "mime.take_apart = hostile\n"
        "import sys; sys.exit(picturechild.serve(0, is_blurred=False))\n"
    )
    done = subprocess.run([sys.executable, "-c", probe], input=RAW, capture_output=True, timeout=60)
    assert b"MemoryError" in done.stderr
    assert done.stdout == b""


@pytest.fixture
def events() -> Iterator[list[Event]]:
    attachments = [{"name": n, "type": t, "size": s} for n, t, s in parse(RAW).attachments]
    body = {"mail": "ab" * 32, "attachments": attachments}
    now = utc_now()
    yield [Event(new_id(), "case", new_id(), "alert_received", 1, now, now, "intake", "d", body, "case")]


def test_that_the_window_and_the_child_count_the_pictures_alike(events: list[Event]) -> None:
    assert [(one.which, one.name) for one in pictures_of(events)] == [(0, "one.png"), (1, "two.jpg")]
