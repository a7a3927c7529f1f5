"""Garbage is collected on the Qt thread, whichever thread made it."""

import gc
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from controlroom.ui.collector import Collector


class Knot:
    """In a circle with itself; says on which thread it was freed."""

    freed: list[threading.Thread]

    def __init__(self, freed: list[threading.Thread]) -> None:
        self.myself, self.freed = self, freed

    def __del__(self) -> None:
        self.freed.append(threading.current_thread())


@pytest.fixture
def collector(qapp: QObject) -> Iterator[Collector]:
    made = Collector()
    made.take_over()
    yield made
    made.give_back()


def test_that_what_another_thread_throws_away_is_freed_on_the_qt_thread(
    collector: Collector, qtbot: QtBot
) -> None:
    freed: list[threading.Thread] = []

    def work() -> None:
        for _ in range(20_000):
            Knot(freed)

    worker = threading.Thread(target=work)
    worker.start()
    worker.join()
    assert freed == []
    qtbot.waitUntil(lambda: len(freed) == 20_000)
    assert set(freed) == {threading.main_thread()}


@pytest.mark.parametrize("was_on", [True, False])
def test_that_the_interpreter_does_afterwards_as_before(qapp: QObject, was_on: bool) -> None:
    assert not gc.isenabled(), "no test of the window may turn it on: a worker then frees widgets"
    (gc.enable if was_on else gc.disable)()
    collector = Collector()
    collector.take_over()
    assert not gc.isenabled()
    collector.give_back()
    is_on = gc.isenabled()
    gc.disable()
    assert is_on == was_on
