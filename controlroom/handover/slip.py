"""slip: the letter as a PDF with Hindi shaped right, into a folder; printed where a printer is named."""

import os
import shutil
import subprocess
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any, Final
from uuid import UUID

import msgspec

from controlroom.casework.handing.message import IST, Message
from controlroom.casework.handing.ports import ConnectorSettings, Receipt
from controlroom.config import resources_dir
from controlroom.errors import WorldFault
from controlroom.handover.folders import check_folder, folder_of, put_whole
from controlroom.texts import texts

_FOLDERS: Final = ("/usr/share/fonts/truetype/noto", "/usr/share/fonts/noto", "C:/Windows/Fonts")
_FACES: Final = {
    ("latin", ""): ("NotoSans-Regular.ttf",),
    ("latin", "B"): ("NotoSans-Bold.ttf",),
    ("hindi", ""): ("NotoSansDevanagari-Regular.ttf",),
    ("hindi", "B"): ("NotoSansDevanagari-Bold.ttf",),
}
_PRINT_SECONDS: Final = 15
_NOT_READY: Final = {
    "unknown": "The system knows no printer {printer}; add it there, or name another one.",
    "stopped": "The printer {printer} is stopped; start it, or slips only go into the folder.",
}


class Slip:
    """Implements Connector. `to` is the folder; the option printer names a printer, or "default"."""

    is_outside, is_by_hand = False, False  # paper in this room: an exercise is marked on it

    def __init__(self, settings: ConnectorSettings) -> None:
        self._folder, self._printer = folder_of(settings.to), settings.options.get("printer", "")

    def compose(self, message: Message) -> bytes:
        """What stands on the paper; drawing it takes too long for the one writer."""
        return msgspec.json.encode(
            {
                "number": message.number,
                "language": message.language,
                "exercise": message.is_exercise,
                "at": message.written_at.isoformat(),
                "title": message.title,
                "lines": message.lines,
            }
        )

    def send(self, payload: bytes, key: UUID) -> Receipt:
        """One file a letter, however often it is tried."""
        told = msgspec.json.decode(payload)
        name = f"slip-{told['number']}-{str(key)[-12:]}.pdf"
        target = self._folder / name
        if not target.exists():
            put_whole(self._folder, name, slip_pdf(told))
        if self._printer:
            _print(target, self._printer)
        return Receipt()

    def check(self) -> str:
        """The folder, the faces and the printer's program."""
        for style in ("", "B"):
            face("hindi", style)
        if self._printer and shutil.which("lp") is None:
            raise WorldFault("There is no program lp here to print with; slips go into the folder only.")
        if self._printer and (state := _state_of(self._printer)) not in ("ready", "unsaid"):
            raise WorldFault(_NOT_READY[state], printer=self._printer)
        return check_folder(self._folder)


def slip_pdf(told: dict[str, Any]) -> bytes:
    """The paper: number and title large, an exercise marked at head and foot. Same text, same bytes."""
    at, say = datetime.fromisoformat(told["at"]), texts(told["language"])
    pdf = _paper()
    pdf.set_creation_date(at)
    pdf.set_title(told["number"])
    pdf.set_margins(18, 16, 18)
    for script, style in _FACES:
        pdf.add_font(script, style, face(script, style))
    pdf.set_fallback_fonts(["hindi"])
    pdf.set_text_shaping(use_shaping_engine=True)
    pdf.add_page()
    if told["exercise"]:
        _paragraph(pdf, say("EXERCISE, NOT REAL"), 22, "B")
    _paragraph(pdf, told["number"], 24, "B")
    _paragraph(pdf, told["title"], 15, "B")
    for line in told["lines"]:
        _paragraph(pdf, line, 12)
    _paragraph(pdf, at.astimezone(IST).strftime("%d.%m.%Y %H:%M IST"), 10)
    if told["exercise"]:
        _paragraph(pdf, say("EXERCISE, NOT REAL"), 22, "B")
    return bytes(pdf.output())


def _paper() -> Any:
    """An A4 paper on which each line says its own face."""
    from fpdf import FPDF

    class Paper(FPDF):
        """WORKAROUND(fpdf2 2.8): after signs of another face the page is left with the face before them."""

        def _render_styled_text_line(self, *told: Any, **more: Any) -> Any:
            self.current_font_is_set_on_page = False
            return super()._render_styled_text_line(*told, **more)

    return Paper(format="A4")


def _paragraph(pdf: Any, text: str, size: float, style: str = "") -> None:
    """One paragraph; signs that the first face lacks come from the other."""
    pdf.set_font("latin", style, size)
    pdf.multi_cell(0, size * 0.55, text, align="L", new_x="LMARGIN", new_y="NEXT")
    pdf.ln(size * 0.22)


@cache
def face(script: str, style: str) -> Path:
    """The file of a face: what the program brings along, else the system's. Raises WorldFault."""
    for folder in (resources_dir() / "fonts", *map(Path, _FOLDERS)):
        for name in _FACES[script, style]:
            if (folder / name).is_file():
                return folder / name
    raise WorldFault("The typeface Noto Sans Devanagari is not installed: install fonts-noto-core.")


def _state_of(printer: str) -> str:
    """ready, stopped, unknown; or unsaid, where the system's own program can't tell."""
    name: str | None = printer
    if printer == "default":
        named = _asked("-d")
        name = named and named.partition(":")[2].strip()
    told = _asked("-p", name) if name else name
    if told is None:
        return "unsaid"
    if not told.startswith("printer "):
        return "unknown"
    return "stopped" if " disabled since " in told.splitlines()[0] else "ready"


def _asked(*words: str) -> str | None:
    """What lpstat says, in English: "" where it knows no such printer, None where it can't be asked."""
    english = {**os.environ, "LC_ALL": "C"}
    try:
        done = subprocess.run(
            ["lpstat", *words],
            capture_output=True,
            text=True,
            env=english,
            timeout=_PRINT_SECONDS,
            check=False,
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout


def _print(file: Path, printer: str) -> None:
    """Not into the queue of a printer that is stopped: the slip would wait there, and count as given."""
    if _state_of(printer) == "stopped":
        raise WorldFault(
            "The slip lies in its folder, but the printer {printer} is stopped; start it, it is tried again.",
            printer=printer,
        )
    to = [] if printer == "default" else ["-d", printer]
    try:
        subprocess.run(
            ["lp", *to, "-t", file.stem, str(file)],
            check=True,
            capture_output=True,
            timeout=_PRINT_SECONDS,
        )
    except (OSError, subprocess.SubprocessError) as fault:
        raise WorldFault(
            "The slip lies in its folder, but the printer {printer} did not take it; it is tried again.",
            printer=printer,
        ) from fault
