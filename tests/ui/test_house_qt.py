"""The Qt that is installed keeps its references: some releases lose one to None at every void call."""

import sys

from PySide6.QtCore import QObject, qVersion


def test_that_void_calls_keep_the_reference_to_none(qapp: object) -> None:
    item = QObject()
    before = sys.getrefcount(None)
    for _ in range(20_000):
        item.setObjectName("x")
    assert sys.getrefcount(None) > before - 1_000, f"Qt {qVersion()} loses references to None"
