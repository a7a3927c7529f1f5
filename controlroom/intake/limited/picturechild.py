"""The picture child: one attached picture of one mail to plain pixels, in a limited process that then ends.

Started by a hidden word with (which picture, blurred or clear); the mail is its input, the pixels its output.
"""

import io
import signal
import struct
import sys
from typing import Final

SECONDS: Final = 8
MOST_SIDE: Final = 1600  # pixels of what is shown
MOST_PIXELS: Final = 40_000_000  # of what was sent: more is a bomb
FORMATS: Final = ("JPEG", "PNG", "GIF", "WEBP", "BMP", "MPO")
HEAD: Final = struct.Struct("!4sII")
MARK: Final = b"RGB8"
BLURRED_SIDE, BLUR = 48, 2  # so few pixels are left before it is blurred that nothing can be made out


def serve(which: int, *, is_blurred: bool) -> int:
    """Read a mail from standard input, write one picture's pixels to standard output. 1: it is none."""
    from PIL import Image, ImageFilter, ImageOps  # every decoder is loaded before the limits

    from controlroom.intake.limited.child import limit_self
    from controlroom.intake.parsing.mime import take_apart
    from controlroom.intake.parsing.parse import upright
    from controlroom.intake.parsing.transfer import undo

    Image.preinit()
    Image.init()
    raw = sys.stdin.buffer.read()
    limit_self()
    signal.alarm(SECONDS + 1)
    Image.MAX_IMAGE_PIXELS = MOST_PIXELS
    parts = [part for part in take_apart(upright(raw)).parts if part.type.startswith("image/")]
    if not 0 <= which < len(parts):
        return 1
    data, _ = undo(parts[which].body(), parts[which].encoding)
    try:
        with Image.open(io.BytesIO(data), formats=FORMATS) as opened:
            if opened.width * opened.height > MOST_PIXELS:
                return 1
            opened.draft("RGB", (MOST_SIDE, MOST_SIDE))
            picture = ImageOps.exif_transpose(opened).convert("RGB")
    except (OSError, ValueError, SyntaxError, MemoryError, Image.DecompressionBombError, struct.error):
        return 1
    picture.thumbnail((MOST_SIDE, MOST_SIDE))
    if is_blurred:
        size = picture.size
        picture.thumbnail((BLURRED_SIDE, BLURRED_SIDE))
        picture = picture.filter(ImageFilter.GaussianBlur(BLUR)).resize(size, Image.Resampling.BILINEAR)
    out = sys.stdout.buffer
    out.write(HEAD.pack(MARK, picture.width, picture.height))
    out.write(picture.tobytes())
    out.flush()
    return 0
