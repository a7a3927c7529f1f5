"""Mail that lies in files: a Maildir, a folder of mails, an mbox, a folder of any of them. Only read."""

import json
import re
import stat
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from threading import Event
from time import time
from typing import BinaryIO, Final

from controlroom.casework.arriving.ports import MailShelf, RawMail
from controlroom.errors import BadInput, WorldFault
from controlroom.log import fail_point

_BATCH: Final = 50
_BATCH_BYTES: Final = 8 << 20
_POLL: Final = 1.0
_SETTLED: Final = 1.0  # seconds: a younger file in a plain folder may still be written
_ASCTIME: Final = re.compile(rb"^From .*\b\d{1,2}:\d{2}(?::\d{2})?\b")
_MBOX: Final = re.compile(rb"(?:\xef\xbb\xbf)?[\r\n]*(?=From )")
# so exact that it needs no empty line before it
_FULL: Final = re.compile(
    rb"^From \S.* (?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) [A-Z][a-z]{2}"
    rb" [ \d]\d \d{2}:\d{2}:\d{2} \d{4}(?: [+-]\d{4})?\s*$"
)
_HEADER: Final = re.compile(rb"^>?[!-9;-~]{1,100}[ \t]*:|^>?From ")

Trouble = Callable[[BadInput], None]


def mails_in(paths: Iterable[Path], on_trouble: Trouble) -> Iterator[RawMail]:
    """Every mail in these files and folders. What can't be read is told, and the others go on."""
    for path in paths:
        if not path.exists():
            on_trouble(BadInput("There is no file or folder {path}.", path=path))
            continue
        for file in files_in(path, on_trouble):
            yield from mails_of_file(file, on_trouble, is_named=file == path)


def files_in(path: Path, on_trouble: Trouble) -> Iterator[Path]:
    """The files that may hold mail, in order of their names; of a Maildir what is in `new` and `cur`."""
    if not path.is_dir():
        yield path
        return
    try:
        entries = sorted(path.iterdir())
    except OSError as fault:
        on_trouble(BadInput("The folder {path} can't be read: {value}.", path=path, value=_reason(fault)))
        return
    is_maildir = (path / "cur").is_dir() and (path / "new").is_dir()
    for entry in entries:
        if entry.is_dir():
            if not entry.is_symlink() and not (is_maildir and entry.name == "tmp"):
                yield from files_in(entry, on_trouble)
        elif not is_maildir and not entry.name.startswith(".") and _is_file(entry):
            yield entry


def mails_of_file(path: Path, on_trouble: Trouble, *, is_named: bool = False) -> Iterator[RawMail]:
    """The mails in one file: an mbox where it begins with "From ", else one. JSON beside mails is none."""
    try:
        with path.open("rb") as file:
            begin = _MBOX.match(file.read(64))
            if begin:
                file.seek(begin.end())
                is_empty = True
                for raw in split_mbox(file):
                    is_empty = False
                    yield RawMail(raw, "files", str(path))
                if not is_empty:
                    return
            file.seek(0)  # one mail; or From_ lines with nothing between them, which are a row too
            raw = file.read()
    except OSError as fault:
        on_trouble(BadInput("The file {path} can't be read: {value}.", path=path, value=_reason(fault)))
        return
    if is_named or not _is_json(raw):
        yield RawMail(raw, "files", str(path))


def split_mbox(file: BinaryIO) -> Iterator[bytes]:
    """The mails of an mbox, one at a time, as they stand between its From_ lines."""
    mail: list[bytes] = []
    separator = b""
    after_blank = was_blank = True
    for line in file:
        if separator:  # whether it is one shows in the line after it
            if _HEADER.match(line) or (was_blank and _ASCTIME.match(separator)):
                yield from _finished(mail)
                mail = []
            else:
                mail.append(separator)
            separator, after_blank = b"", False
        if line.startswith(b"From ") and (after_blank or _FULL.match(line)):
            separator, was_blank = line, after_blank
            continue
        mail.append(line)
        after_blank = line in (b"\n", b"\r\n")
    if separator and not _ASCTIME.match(separator):
        mail.append(separator)
    yield from _finished(mail)


def _finished(mail: list[bytes]) -> Iterator[bytes]:
    """Without the one empty line that an mbox puts after each mail."""
    if len(mail) > 1 and mail[-1] in (b"\n", b"\r\n"):
        mail = mail[:-1]
    if mail:
        yield b"".join(mail)


def _is_json(raw: bytes) -> bool:
    if raw[:1] not in (b"{", b"["):
        return False
    try:
        json.loads(raw)
    except (ValueError, RecursionError):
        return False
    return True


def _is_file(path: Path) -> bool:
    try:
        return stat.S_ISREG(path.stat().st_mode)
    except OSError:
        return True  # reading it will say what is wrong


def _reason(fault: OSError) -> str:
    return fault.strerror or type(fault).__name__


class FolderSource:
    """A folder that mail is put into: looked at every second. Nothing is moved or deleted."""

    def __init__(self, folder: Path, *, name: str = "") -> None:
        self._folder = folder
        self._name = name or f"Folder {folder.name}"
        self._seen: dict[str, tuple[int, int]] = {}
        self.troubles: list[str] = []

    @property
    def name(self) -> str:
        """What the status strip calls it."""
        return self._name

    @property
    def is_at_hand(self) -> bool:
        """A disk keeps nobody waiting for long."""
        return True

    def fetch(self, shelf: MailShelf, stop: Event) -> Iterator[int]:
        """Keep what is new or has grown. Raises WorldFault when the folder is not there."""
        if not self._folder.is_dir():
            raise WorldFault(
                "The mail folder {_folder} is not there; make it, or name another one.", _folder=self._folder
            )
        self.troubles = []
        for batch, marks in self._batches(stop):
            fail_point("after-fetch")
            shelf.keep(batch)
            self._seen |= marks
            yield len(batch)
        if self.troubles:
            raise WorldFault(self.troubles[0])

    def wait(self, stop: Event) -> None:
        """A second, or until `stop`."""
        stop.wait(_POLL)

    def close(self) -> None:
        """Nothing is held open."""

    def _batches(self, stop: Event) -> Iterator[tuple[list[RawMail], dict[str, tuple[int, int]]]]:
        """Some mails at a time, with the marks of the files that are whole in what was given so far."""
        batch: list[RawMail] = []
        marks: dict[str, tuple[int, int]] = {}
        size = 0
        for path, key, mark in self._fresh(stop):
            for mail in mails_of_file(path, self._tell):
                batch.append(mail)
                size += len(mail.raw)
                if len(batch) >= _BATCH or size >= _BATCH_BYTES:
                    yield batch, marks
                    batch, marks, size = [], {}, 0
            if stop.is_set():
                return
            marks[key] = mark
        if batch:
            yield batch, marks
        self._seen |= marks

    def _fresh(self, stop: Event) -> Iterator[tuple[Path, str, tuple[int, int]]]:
        for path in files_in(self._folder, self._tell):
            in_maildir = path.parent.name in ("new", "cur")
            # in a Maildir only the part before the flags names a mail, and a file is whole when it appears
            key = path.name.partition(":2,")[0] if in_maildir else str(path)
            try:
                mark = _mark(path)
                if self._seen.get(key) == mark:
                    continue
                if not in_maildir:
                    mark = _settled(path, mark, stop)
            except OSError:
                continue  # moved on by another program: seen in the next round
            yield path, key, mark

    def _tell(self, trouble: BadInput) -> None:
        self.troubles.append(str(trouble))


def _mark(path: Path) -> tuple[int, int]:
    state = path.stat()
    return state.st_size, state.st_mtime_ns


def _settled(path: Path, mark: tuple[int, int], stop: Event) -> tuple[int, int]:
    """The mark of the file once nobody has written to it for a moment; one of the future as it is."""
    while 0 <= time() - mark[1] / 1e9 < _SETTLED and not stop.is_set():
        stop.wait(_SETTLED / 4)
        mark = _mark(path)
    return mark
