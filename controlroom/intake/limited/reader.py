"""The parent's end of the reading child: keeps one alive and supplied, kills it when it takes too long."""

import select
import socket
import subprocess
import time
from collections import deque
from collections.abc import Sequence
from typing import Final

import msgspec

from controlroom.config import child_command, child_environment
from controlroom.intake.limited.asked import Asked
from controlroom.intake.limited.child import SECONDS
from controlroom.intake.limited.frames import Closed, FrameReader, frame
from controlroom.intake.parsing.parse import Parsed

HIDDEN_WORD: Final = "__read-mail__"
_START_SECONDS: Final = 20.0
_ENOUGH: Final = 25  # mails that wait for the child: with so many it asks for no more
_ENOUGH_BYTES: Final = 2 << 20
_AT_ONCE: Final = 65_536  # bytes that are put together for one call of the system
_KEPT_BYTES: Final = 64 << 20  # that it need not ask the system for again with each mail
_decode_answer = msgspec.msgpack.Decoder(Parsed).decode
_encode = msgspec.msgpack.Encoder().encode


class Failed(msgspec.Struct, frozen=True):
    """A mail that the child did not survive; `why` ends the sentence "could not be read in full: ..."."""

    why: str


class ReaderChild:
    """A persistent child process that reads mail, in the order asked, while its parent does other things.

    Used from one thread at a time; `close` ends it. Neither side waits for the other to take something:
    here nothing is sent that the child has no room for, and what it says is taken first.
    """

    def __init__(self, command: Sequence[str] | None = None, *, seconds: float = SECONDS) -> None:
        self._command = list(command) if command is not None else child_command(HIDDEN_WORD)
        self._seconds = seconds
        self._process: subprocess.Popen[bytes] | None = None
        self._link: socket.socket | None = None
        self._frames: FrameReader | None = None
        self._is_fresh = True
        self._due: deque[Asked] = deque()  # asked and not answered, oldest first
        self._due_bytes = 0
        self._given = 0  # how many of these the child was given
        self._out = memoryview(b"")  # what of them it has not yet taken
        self._since = 0.0  # when the oldest was first waited for; 0: not yet
        self._is_alone = False  # the child broke at the oldest: it is read again with none behind it

    @property
    def pid(self) -> int | None:
        """The child's process id while it runs."""
        return self._process.pid if self._process and self._process.poll() is None else None

    @property
    def due(self) -> int:
        """How many mails were asked and not yet answered."""
        return len(self._due)

    @property
    def has_enough(self) -> bool:
        """Whether more mails would only lie in memory."""
        return len(self._due) >= _ENOUGH or self._due_bytes >= _ENOUGH_BYTES

    def start(self) -> None:
        """Start the child now, so that the first mail need not wait for it."""
        if self.pid is None and not self._due:
            self._start()

    def ask(self, mails: Sequence[Asked]) -> None:
        """Have these read, after those that were asked before. Does not wait."""
        self._due.extend(mails)
        self._due_bytes += sum(len(mail.raw) for mail in mails)
        self._give()

    def answer(self, patience: float | None = None) -> Parsed | Failed | None:
        """What is to be said of the oldest mail; None if that is not known within `patience` seconds.

        A mail that breaks the child is read once more, alone: was it this mail? One that holds it is not.
        """
        until = None if patience is None else time.monotonic() + patience
        while self._due:
            if self._process is None:
                self._start()
            try:
                answer = self._receive(until)
            except (Closed, OSError):
                answer = self._broken()
                if answer is None:
                    continue
            if answer is not None:
                self._is_alone, self._since = False, 0.0
                self._given -= self._given > 0
                self._due_bytes -= len(self._due.popleft().raw)
            return answer
        return None

    def close(self) -> None:
        """End the child. Nobody wants the answers that are due: none is taken for that to a later mail."""
        self._stop()
        self._due.clear()
        self._due_bytes, self._is_alone = 0, False

    def _receive(self, until: float | None) -> Parsed | Failed | None:
        """The next answer, waited for. Raises Closed or OSError where the child is gone."""
        assert self._frames is not None
        self._since = self._since or time.monotonic()
        self._give()
        while (body := self._frames.whole()) is None:
            limit = self._since + self._seconds + (_START_SECONDS if self._is_fresh else 0.0)
            due = limit if until is None else min(limit, until)
            if self._wait(due - time.monotonic()):
                self._frames.receive()
            elif time.monotonic() >= limit:
                self._stop()
                return Failed(self._too_long)
            elif time.monotonic() >= due:
                return None
            self._give()
        try:
            answer = _decode_answer(body)
        except (msgspec.MsgspecError, ValueError):
            self._stop()
            return Failed("reading it gave no sense")
        self._is_fresh = False
        return answer

    def _wait(self, seconds: float) -> bool:
        """Until the child has said something (True) or takes more, at most so long."""
        assert self._link is not None
        poll = select.poll()
        poll.register(self._link, select.POLLIN | (select.POLLOUT if self._out else 0))
        return any(event & ~select.POLLOUT for _, event in poll.poll(max(0.0, seconds) * 1000))

    def _give(self) -> None:
        """Send what the child has room for."""
        if self._link is None:
            return
        while self._out or self._given < (1 if self._is_alone else len(self._due)):
            if not self._out:
                self._out = memoryview(self._next_frames())
            try:
                taken = self._link.send(self._out)
            except BlockingIOError:
                return
            except OSError:  # it is gone; reading says so, after what it said before
                self._out = memoryview(b"")
                return
            self._out = self._out[taken:]
            self._since = time.monotonic() if self._since else 0.0  # it cannot have begun with it before

    def _next_frames(self) -> bytes:
        """Some mails that the child was not given yet, ready to be sent."""
        frames: list[bytes] = []
        size = 0
        last = 1 if self._is_alone else len(self._due)
        while self._given < last and size < _AT_ONCE:
            frames.append(frame(_encode(self._due[self._given])))
            size += len(frames[-1])
            self._given += 1
        return b"".join(frames)

    def _broken(self) -> Failed | None:
        """The child is gone. None where that may have another reason than this mail."""
        took = time.monotonic() - self._since
        self._stop()
        if took > self._seconds:
            return Failed(self._too_long)
        if self._is_alone:
            return Failed("the process that read it broke down")
        self._is_alone, self._since = True, 0.0
        return None

    @property
    def _too_long(self) -> str:
        return f"reading it took longer than {self._seconds:g} seconds"

    def _start(self) -> None:
        self._stop()
        ours, theirs = socket.socketpair()
        with theirs:
            self._process = subprocess.Popen(
                self._command,
                stdin=theirs.fileno(),
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                env=child_environment() | {"MALLOC_TRIM_THRESHOLD_": str(_KEPT_BYTES)},
            )
        ours.setblocking(False)
        self._link, self._frames, self._is_fresh = ours, FrameReader(ours), True

    def _stop(self) -> None:
        """End the child; what is due goes to the next one."""
        if self._link is not None:
            self._link.close()
        if self._process is not None:
            self._process.kill()
            self._process.wait()
        self._process = self._link = self._frames = None
        self._given, self._out = 0, memoryview(b"")
