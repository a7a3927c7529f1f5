"""Mail from files: what a file is shows in its bytes, every mail is found once, a bad file stops nothing."""

import io
import json
import os
import socket
from collections.abc import Sequence
from pathlib import Path
from threading import Event

import pytest

from controlroom.casework.arriving.ports import RawMail
from controlroom.errors import BadInput, WorldFault
from controlroom.intake.sources.files import FolderSource, mails_in, split_mbox

ONE = b"From: a@example.org\nSubject: one\n\nhello\n"
TWO = b"From: a@example.org\nSubject: two\n\nhello\n\nFrom my heart\n"
MBOX = (
    b"From a@example.org Wed Jan 14 20:15:00 2026\n"
    + ONE
    + b"\nFrom a@example.org Wed Jan 14 20:15:00 2026\n"
    + TWO
    + b"\n"
)


def read(*paths: Path) -> tuple[list[bytes], list[str]]:
    troubles: list[BadInput] = []
    mails = [mail.raw for mail in mails_in(paths, troubles.append)]
    return mails, [str(trouble) for trouble in troubles]


def maildir(folder: Path) -> Path:
    for name in ("tmp", "new", "cur"):
        (folder / name).mkdir(parents=True)
    return folder


@pytest.mark.parametrize("line_end", [b"\n", b"\r\n"])
def test_that_an_mbox_is_split_at_its_from_lines_only(line_end: bytes) -> None:
    raw = MBOX.replace(b"\n", line_end)
    assert list(split_mbox(io.BytesIO(raw))) == [ONE.replace(b"\n", line_end), TWO.replace(b"\n", line_end)]


def test_that_a_from_line_without_a_date_counts_where_headers_follow() -> None:
    raw = b"From x\nSubject: one\n\nhello\n\nFrom y\nSubject: two\n\nhello\n\nFrom here on\nit is text\n"
    assert [mail.split(b"\n")[0] for mail in split_mbox(io.BytesIO(raw))] == [
        b"Subject: one",
        b"Subject: two",
    ]


def test_that_names_do_not_matter(tmp_path: Path) -> None:
    (tmp_path / "a.jpg").write_bytes(ONE)
    (tmp_path / "no suffix").write_bytes(MBOX)
    assert read(tmp_path) == ([ONE, ONE, TWO], [])


def test_that_a_folder_of_any_of_them_is_read(tmp_path: Path) -> None:
    box = maildir(tmp_path / "deep" / "box")
    (box / "new" / "1.a").write_bytes(ONE)
    (box / "cur" / "2.a:2,S").write_bytes(TWO)
    (box / "tmp" / "3.a").write_bytes(b"half")
    (box / "dovecot-uidlist").write_bytes(b"3 V1 N1")
    junk = maildir(box / ".Junk")
    (junk / "new" / "4.a").write_bytes(ONE)
    (tmp_path / "all.mbox").write_bytes(MBOX)
    (tmp_path / ".DS_Store").write_bytes(b"x")
    (tmp_path / "one.json").write_text(json.dumps({"a": 1}))
    (tmp_path / "loop").symlink_to(tmp_path)
    mails, troubles = read(tmp_path)
    assert sorted(mails) == sorted([ONE, TWO, ONE, TWO, ONE])
    assert troubles == []


def test_that_an_empty_file_is_a_mail_too(tmp_path: Path) -> None:
    (tmp_path / "empty.eml").write_bytes(b"")
    assert read(tmp_path / "empty.eml") == ([b""], [])


def test_that_a_missing_path_is_told_and_the_others_go_on(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(ONE)
    mails, troubles = read(tmp_path / "missing", tmp_path / "a")
    assert mails == [ONE]
    assert troubles == [f"There is no file or folder {tmp_path / 'missing'}."]


def test_that_an_unreadable_file_is_told_and_the_others_go_on(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "gone")
    (tmp_path / "b").write_bytes(ONE)
    mails, troubles = read(tmp_path)
    assert mails == [ONE]
    assert len(troubles) == 1
    assert str(tmp_path / "a") in troubles[0]


def test_that_what_is_no_file_is_passed_over(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with socket.socket(socket.AF_UNIX) as one:
        one.bind(str(tmp_path / "socket"))
        assert read(tmp_path) == ([], [])


class Shelf:
    """Only what a source calls."""

    def __init__(self) -> None:
        self.mails: list[bytes] = []

    def keep(self, mails: Sequence[RawMail]) -> int:
        self.mails += [mail.raw for mail in mails]
        return len(mails)


def fetch(source: FolderSource, shelf: Shelf) -> int:
    return sum(source.fetch(shelf, Event()))  # type: ignore[arg-type]


def test_that_a_watched_maildir_gives_each_mail_once_and_nothing_is_moved(tmp_path: Path) -> None:
    box = maildir(tmp_path / "box")
    (box / "new" / "1.a").write_bytes(ONE)
    source, shelf = FolderSource(box), Shelf()
    assert [fetch(source, shelf), fetch(source, shelf)] == [1, 0]
    (box / "new" / "1.a").rename(box / "cur" / "1.a:2,S")  # a mail program marks it as read
    (box / "new" / "2.a").write_bytes(TWO)
    assert fetch(source, shelf) == 1
    assert shelf.mails == [ONE, TWO]
    assert (box / "new" / "2.a").exists()


def test_that_a_file_that_is_still_written_to_is_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "a.eml"
    path.write_bytes(ONE[:10])

    class Writing(Event):
        def wait(self, timeout: float | None = None) -> bool:
            path.write_bytes(ONE)
            os.utime(path, (1, 1))
            return False

    source, shelf = FolderSource(tmp_path), Shelf()
    assert sum(source.fetch(shelf, Writing())) == 1  # type: ignore[arg-type]
    assert shelf.mails == [ONE]


def test_that_a_folder_that_is_not_there_is_a_fault_of_the_world(tmp_path: Path) -> None:
    with pytest.raises(WorldFault, match="is not there"):
        fetch(FolderSource(tmp_path / "gone"), Shelf())


def test_that_a_big_mbox_is_given_in_batches(tmp_path: Path) -> None:
    (tmp_path / "big").write_bytes(MBOX * 60)
    os.utime(tmp_path / "big", (1, 1))
    source, shelf = FolderSource(tmp_path), Shelf()
    assert list(source.fetch(shelf, Event())) == [50, 50, 20]  # type: ignore[arg-type]
    assert fetch(source, shelf) == 0


def test_that_a_from_line_with_nothing_after_it_is_a_row_too(tmp_path: Path) -> None:
    raw = b"From a@example.org Wed Jan 14 20:15:00 2026\n"
    (tmp_path / "cut").write_bytes(raw)
    assert read(tmp_path) == ([raw], [])


def test_that_an_mbox_without_empty_lines_or_with_a_mark_before_it_is_split(tmp_path: Path) -> None:
    line = b"From a@example.org Wed Jan 14 20:15:00 2026\n"
    (tmp_path / "close").write_bytes(line + ONE + line + TWO)
    (tmp_path / "marked").write_bytes(b"\xef\xbb\xbf\r\n" + line + ONE + b"\n" + line + TWO)
    assert read(tmp_path) == ([ONE, TWO, ONE, TWO], [])
    said = b"Subject: x\n\nhe wrote\n" + line + b"and no more\n"
    assert list(split_mbox(io.BytesIO(line + said))) == [said]
