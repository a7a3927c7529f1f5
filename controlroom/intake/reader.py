"""The parent's end of the reading child: keeps one alive, gives it mails, kills it when it takes too long."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

import msgspec

from controlroom.intake.asked import Asked
from controlroom.intake.child import SECONDS
from controlroom.intake.frames import Closed, FrameReader, frame
from controlroom.intake.parse import Parsed

HIDDEN_WORD: Final = "__read-mail__"
_START_SECONDS: Final = 20.0
_BATCH: Final = 50
_BATCH_BYTES: Final = 2 << 20
_decode_answer = msgspec.msgpack.Decoder(Parsed).decode
_encode = msgspec.msgpack.Encoder().encode


class Failed(msgspec.Struct, frozen=True):
    """A mail that the child did not survive; `why` ends the sentence "could not be read in full: ..."."""

    why: str
    is_sudden: bool = False  # the child was gone, for this mail or for another reason


def child_command() -> list[str]:
    """How the child is started: the same program with a hidden word, frozen or not."""
    if getattr(sys, "frozen", False):
        return [sys.executable, HIDDEN_WORD]
    return [sys.executable, "-m", "controlroom", HIDDEN_WORD]


class ReaderChild:
    """A persistent child process that reads mail. Used from one thread at a time; `close` ends it."""

    def __init__(self, command: Sequence[str] | None = None, *, seconds: float = SECONDS) -> None:
        self._command = list(command) if command is not None else child_command()
        self._seconds = seconds
        self._process: subprocess.Popen[bytes] | None = None
        self._link: socket.socket | None = None
        self._frames: FrameReader | None = None
        self._is_fresh = True

    @property
    def pid(self) -> int | None:
        """The child's process id while it runs."""
        return self._process.pid if self._process and self._process.poll() is None else None

    def start(self) -> None:
        """Start the child now, so that the first mail need not wait for it."""
        if self._process is None or self._process.poll() is not None:
            self._start()

    def read(self, mails: Sequence[Asked]) -> Iterator[Parsed | Failed]:
        """One answer per mail, in order. While one is looked at here, the child reads the next."""
        at = 0
        while at < len(mails):
            batch = _batch(mails, at)
            for answer in self._read_batch(batch):
                at += 1
                if isinstance(answer, Failed) and answer.is_sudden:
                    yield next(self._read_batch(mails[at - 1 : at]))  # once more, alone: was it this mail?
                else:
                    yield answer

    def close(self) -> None:
        """End the child."""
        if self._link is not None:
            self._link.close()
        if self._process is not None:
            self._process.kill()
            self._process.wait()
        self._process = self._link = self._frames = None

    def _read_batch(self, batch: Sequence[Asked]) -> Iterator[Parsed | Failed]:
        """Answers for a beginning of the batch: all of it, or up to the one that broke the child."""
        lost = self._send(batch)
        if lost is not None:
            yield lost
            return
        due = len(batch)
        try:
            while due:
                answer = self._receive()
                due = 0 if isinstance(answer, Failed) else due - 1  # the rest goes to a new child
                yield answer
        finally:
            if due:  # nobody wants the other answers: they must not be taken for those of later mails
                self.close()

    def _send(self, batch: Sequence[Asked]) -> Failed | None:
        for _ in range(2):  # a child that died while idle is no fault of this mail
            self.start()
            assert self._link is not None
            try:
                self._link.settimeout(_START_SECONDS + self._seconds)
                self._link.sendall(frame(_encode(list(batch))))
                return None
            except OSError:
                self.close()
        return Failed("the process that reads mail does not take it")

    def _receive(self) -> Parsed | Failed:
        assert self._link is not None and self._frames is not None
        limit = self._seconds + (_START_SECONDS if self._is_fresh else 0.0)
        self._link.settimeout(limit)
        started = time.monotonic()
        try:
            answer = _decode_answer(self._frames.next())
        except TimeoutError:
            why = f"reading it took longer than {self._seconds:g} seconds"
        except (Closed, OSError):
            took = time.monotonic() - started
            if took <= self._seconds:
                self.close()
                return Failed("the process that read it broke down", is_sudden=True)
            why = f"reading it took longer than {self._seconds:g} seconds"
        except (msgspec.MsgspecError, ValueError):
            why = "reading it gave no sense"
        else:
            self._is_fresh = False
            return answer
        self.close()
        return Failed(why)

    def _start(self) -> None:
        self.close()
        ours, theirs = socket.socketpair()
        with theirs:
            self._process = subprocess.Popen(
                self._command,
                stdin=theirs.fileno(),
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                env=child_environment(),
            )
        self._link, self._frames, self._is_fresh = ours, FrameReader(ours), True


def _batch(mails: Sequence[Asked], start: int) -> Sequence[Asked]:
    size, end = 0, start
    while (
        end < len(mails)
        and end - start < _BATCH
        and (end == start or size + len(mails[end].raw) <= _BATCH_BYTES)
    ):
        size += len(mails[end].raw)
        end += 1
    return mails[start:end]


def child_environment() -> dict[str, str]:
    """Ours without the settings and secrets of the program, and able to find the program."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("CONTROLROOM_")}
    if not getattr(sys, "frozen", False):
        kept["PYTHONPATH"] = str(Path(__file__).resolve().parents[2])
    return kept
