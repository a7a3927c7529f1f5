"""From the start of the program to an open profile: the passphrase is asked for, a fault said plainly."""

from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

from controlroom.errors import BadInput, ControlRoomError, Damaged
from controlroom.speech import sentence
from controlroom.store import Profile, is_damage_seen, mend_profile, open_profile

if TYPE_CHECKING:
    from controlroom.ui.kit.look import Look


class Opening:
    """The profile on its way: opened on a thread of its own while Qt and the window are loaded."""

    def __init__(self, folder: Path, *, is_demo: bool) -> None:
        self._folder, self._is_demo = folder, is_demo
        self._typed = ""
        self._is_asked = False
        self._worker = ThreadPoolExecutor(1, "opening")
        self._coming: Future[Profile] = self._worker.submit(self._open)

    def end(self, look: "Look", *, is_seen: bool) -> Profile | None:
        """The profile; what must be asked for that is asked in a window. None: given up, and said why."""
        self._look = look
        with self._worker:
            while True:
                try:
                    opened = self._coming.result()
                    if not (is_seen and is_damage_seen(self._folder) and self._shall_mend(opened)):
                        return opened
                except Damaged as fault:
                    if not is_seen or not self._shall_mend(None):
                        say_fault(fault, look, is_seen=is_seen)
                        return None
                except ControlRoomError as fault:
                    is_wrong = isinstance(fault, BadInput)
                    if not is_seen or not self._is_asked or (self._typed and not is_wrong):
                        say_fault(fault, look, is_seen=is_seen)
                        return None
                    if not self._ask(sentence(fault) if is_wrong and self._typed else ""):
                        return None
                    self._coming = self._worker.submit(self._open)

    def _shall_mend(self, opened: Profile | None) -> bool:
        """Asks, and has it mended; the profile is on its way again then."""
        from controlroom.ui.door.opening import Busy, mending_notice

        if not mending_notice(self._look, can_open=opened is not None).exec():
            return False
        if opened is not None:
            opened.close()
        self._coming = self._worker.submit(self._mend)
        Busy(self._look, self._coming.done).exec()
        return True

    def _mend(self) -> Profile:
        """On the thread."""
        mend_profile(self._folder, self._answer)
        return self._open()

    def _ask(self, problem: str) -> bool:
        """In a window; False: given up."""
        from controlroom.ui.door.opening import PassphraseQuestion

        is_new = not (self._folder / "room.db").exists()
        question = PassphraseQuestion(self._look, is_new=is_new, problem=problem)
        is_typed = bool(question.exec())
        self._typed = question.typed
        return is_typed

    def _open(self) -> Profile:
        """On the thread."""
        return self._open_demo() if self._is_demo else self._open_own()

    def _open_own(self) -> Profile:
        self._is_asked = False
        return open_profile(self._folder, self._answer)

    def _open_demo(self) -> Profile:
        """Filled before the window comes, so that it opens on the night as it is."""
        from controlroom.demo import PASSPHRASE, clear, fill
        from controlroom.places.atlas import Atlas

        clear(self._folder)
        self._typed = PASSPHRASE
        opened = self._open_own()
        fill(opened, Atlas(self._folder / "places").districts())
        return opened

    def _answer(self) -> str | None:
        self._is_asked = True
        return self._typed or None


def say_fault(fault: ControlRoomError, look: "Look", *, is_seen: bool) -> int:
    """One plain sentence: in a small window, or to whoever started a program that nobody sees."""
    from controlroom.ui.door.opening import Notice

    if not is_seen:
        raise fault
    Notice(look, sentence(fault)).exec()
    return 1
