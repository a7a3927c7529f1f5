"""Makes the three tones beside it: `python resources/sounds/make.py`. Standard library only."""

import math
import struct
import wave
from collections.abc import Sequence
from pathlib import Path

RATE = 22_050
Note = tuple[float, float, float]  # start and length in seconds, frequency in hertz

URGENT: Sequence[Note] = tuple((0.0 + 0.16 * at, 0.13, (880.0, 1245.0)[at % 2]) for at in range(6))
ALERT: Sequence[Note] = ((0.0, 0.28, 587.3), (0.3, 0.5, 784.0))
SOFT: Sequence[Note] = ((0.0, 0.7, 329.6),)


def tone(notes: Sequence[Note], *, edge: float, overtones: Sequence[float], loud: float) -> bytes:
    """16-bit samples. `edge` is the share of a note that fades; overtones make it sharp or round."""
    end = max(start + length for start, length, _ in notes) + 0.05
    samples = [0.0] * round(end * RATE)
    for start, length, pitch in notes:
        first, count = round(start * RATE), round(length * RATE)
        for at in range(count):
            part = at / count
            swell = min(1.0, part / 0.03, (1 - part) / edge)
            wave_form = sum(
                share * math.sin(2 * math.pi * pitch * (n + 1) * at / RATE)
                for n, share in enumerate(overtones)
            )
            samples[first + at] += loud * swell * wave_form / sum(overtones)
    return b"".join(struct.pack("<h", round(32_000 * max(-1.0, min(1.0, value)))) for value in samples)


TONES = {
    "urgent": tone(URGENT, edge=0.1, overtones=(1.0, 0.5, 0.35), loud=0.95),
    "alert": tone(ALERT, edge=0.6, overtones=(1.0, 0.25), loud=0.8),
    "soft": tone(SOFT, edge=0.95, overtones=(1.0,), loud=0.4),
}


def write(folder: Path) -> None:
    """Write the tones as mono WAV files."""
    for name, samples in TONES.items():
        with wave.open(str(folder / f"{name}.wav"), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(RATE)
            file.writeframes(samples)


if __name__ == "__main__":
    write(Path(__file__).parent)
