"""The map in a real web engine: made, asked, clicked; and cases to draw."""

import json
from collections.abc import Callable, Iterator
from typing import Any

from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from controlroom.casework.drawing import MapCase
from controlroom.mapview.room import MapRoom
from controlroom.ui.map.pane import MapPane

Ask = Callable[[str], Any]


def make_case(number: int, **changes: Any) -> MapCase:
    case = MapCase(
        id=f"case-{number}",
        number=f"2026-T1-{number:04d}",
        label="r***h_k",
        state="locating",
        priority=3,
        lat=26.0 + (number % 97) * 0.02,
        lon=80.0 + (number % 89) * 0.02,
        accuracy_m=350.0,
        is_guess=False,
        source="STF",
        late=False,
    )
    return replace(case, **changes)


def map_pane(qtbot: Any) -> Iterator[MapPane]:
    """The map in a real web engine, ready."""
    pane = MapPane(MapRoom())
    qtbot.addWidget(pane)
    pane.resize(800, 600)
    pane.show()
    with qtbot.waitSignal(pane.ready):
        pane.start()
    yield pane
    pane.stop()


def asker(pane: MapPane, qtbot: Any) -> Ask:
    """Asks the page for the value of a script."""

    def ask(script: str) -> Any:
        answers: list[Any] = []
        assert pane.view is not None
        pane.view.ask(f"JSON.stringify({script})", answers.append)
        qtbot.waitUntil(lambda: bool(answers))
        return json.loads(answers[0]) if answers[0] else None

    return ask


def settle(qtbot: Any, pane: MapPane) -> None:
    qtbot.waitUntil(lambda: pane.is_drawn)


def point_of(ask: Ask, case_id: str) -> QPoint:
    mark = f"Room.marks.byId.get({json.dumps(case_id)})"
    x, y = ask(f"(p => [p.x, p.y])(Room.map.latLngToContainerPoint({mark}._latlng))")
    return QPoint(round(x), round(y))


def click(pane: MapPane, point: QPoint) -> None:
    assert pane.view is not None
    QTest.mouseClick(pane.view.focusProxy(), Qt.MouseButton.LeftButton, pos=point)


def square(key: str, lon: float, lat: float, *, approximate: bool = False) -> dict[str, Any]:
    ring = [[lon, lat], [lon + 1, lat], [lon + 1, lat + 1], [lon, lat + 1], [lon, lat]]
    return {
        "type": "Feature",
        "geometry": {"type": "Polygon", "coordinates": [ring]},
        "properties": {"key": key, "en": f"Name {key}", "hi": "लखनऊ", "approximate": approximate},
    }
