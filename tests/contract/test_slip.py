"""The slip on paper: it keeps what every connector promises, reads well, and goes to a printer."""

import re
import zlib
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path

import pytest
from connector_contract import InAFolder
from letters import message
from receivers import FolderReceiver, Receiver

from controlroom.casework.handing.ports import Connector
from controlroom.domain.events import new_id
from controlroom.errors import WorldFault
from controlroom.handover.registry import connector_of
from controlroom.handover.slip import slip_pdf


def sizes_on(pdf: bytes) -> Iterator[float]:
    """The size of each text that is drawn, in points, as a reader of the page finds it."""
    [page] = [
        text
        for found in re.finditer(rb"stream\r?\n(.*?)\r?\nendstream", pdf, re.S)
        if found[1][:1] == b"x" and b" Tf" in (text := zlib.decompressobj().decompress(found[1]))
    ]
    bare = re.sub(rb"\((?:\\.|[^\\()])*\)", b"()", page, flags=re.S)
    size, kept = 0.0, list[float]()
    for word in re.finditer(rb"/F\d+ ([\d.]+) Tf|\bT[jJ]\b|(?<!\S)[qQ](?!\S)", bare):
        if word[1]:
            size = float(word[1])
        elif word[0] == b"q":
            kept.append(size)
        elif word[0] == b"Q":
            size = kept.pop()
        else:
            yield size


_LPSTAT = """#!/bin/sh
case "$*" in
  -d) echo "system default destination: desk" ;;
  "-p desk") echo "printer desk is idle.  enabled since Mon Nov 30 01:43:37 2026" ;;
  "-p paused") echo "printer paused disabled since Mon Nov 30 01:43:30 2026 -"; echo "	Paused" ;;
  *) echo "lpstat: Invalid destination name in list \\"$2\\"." >&2; exit 1 ;;
esac
"""


class TestSlip(InAFolder):
    def receiver(self, folder: Path) -> Receiver:
        return FolderReceiver(folder, "slip")

    def test_that_hindi_is_shaped_and_the_number_is_in_the_name(
        self, other: Receiver, connector: Connector
    ) -> None:
        letter = message(language="hi")
        connector.send(connector.compose(letter), letter.letter)
        [(name, data)] = self.counted(other).items()
        assert name.startswith("slip-2026-K7-0012-") and data.startswith(b"%PDF-")
        assert b"NotoSansDevanagari" in data

    def test_that_each_line_is_in_its_own_size_whatever_stands_above_it(self) -> None:
        long = "थाना चिनहट, लखनऊ, गोमती नगर के पास " * 3 + "Lucknow PRV 1234 near the station " * 5
        for lines in (["लखनऊ, थाना चिनहट", "Lucknow, thana Chinhat"], [long, "PRV 1234"], ["x", "y"]):
            at = "2026-11-30T01:00:00+00:00"
            made = slip_pdf(
                {
                    "number": "N",
                    "language": "hi",
                    "exercise": False,
                    "at": at,
                    "title": "सहायता",
                    "lines": lines,
                }
            )
            sizes = list(sizes_on(made))
            assert sizes[0] == 24 and sizes[-1] == 10
            assert set(sizes[1:-1]) == {15, 12}, lines

    @pytest.mark.parametrize(
        ("printer", "said", "is_printed"),
        [
            ("desk", "", True),
            ("default", "", True),
            ("paused", "is stopped", False),
            ("other", "knows no printer", False),
        ],
    )
    def test_that_what_the_system_says_of_a_printer_is_heeded(
        self, other: Receiver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, printer: str, said: str,
        is_printed: bool,
    ) -> None:  # fmt: skip
        """The two programs answer in the words of CUPS 2.4, as it was tried by hand."""
        programs = tmp_path / "programs"
        programs.mkdir()
        for name, script in (("lpstat", _LPSTAT), ("lp", f'#!/bin/sh\necho "$@" >> {tmp_path}/printed\n')):
            (programs / name).write_text(script)
            (programs / name).chmod(0o755)
        monkeypatch.setenv("PATH", f"{programs}:/usr/bin:/bin")
        connector = connector_of(other.settings(options={"printer": printer}))
        if said:
            with pytest.raises(WorldFault, match=said):
                connector.check()
        else:
            connector.check()
        if printer != "other":
            with nullcontext() if is_printed else pytest.raises(WorldFault, match="lies in its folder"):
                connector.send(connector.compose(message()), new_id())
        assert (tmp_path / "printed").exists() is is_printed

    def test_that_a_printer_that_is_not_there_is_told_and_the_paper_kept(self, other: Receiver) -> None:
        connector = connector_of(other.settings(options={"printer": "no-such-printer"}))
        letter = message()
        with pytest.raises(WorldFault, match="printer no-such-printer did not take it"):
            connector.send(connector.compose(letter), letter.letter)
        assert len(self.counted(other)) == 1
