"""Map: the first 10,000 points, and one more on them, beside bare Leaflet circle markers on one canvas."""

import json
import random
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial

from measure import Line, Lines, Options, percentile
from PySide6.QtCore import QEventLoop, QTimer, QUrl
from PySide6.QtWebEngineWidgets import QWebEngineView
from roomwindow import application
from roomwindow_waits import WAIT_S, settle, wait_until

from controlroom.casework.drawing import MapCase
from controlroom.config import resources_dir
from controlroom.mapview.room import MapRoom
from controlroom.ui.map.pane import MapPane
from controlroom.ui.map.scheme import register_scheme

POINTS = 10_000
_PAGE = """<!doctype html><div id=m style="position:fixed;inset:0"></div><script src="leaflet.js"></script>
<script>
const map = L.map('m', {preferCanvas: true}).setView([26.85, 80.9], 7), canvas = L.canvas().addTo(map);
function draw(points) {
  for (const p of points) L.circleMarker(p, {renderer: canvas, radius: 6}).addTo(map);
  requestAnimationFrame(() => requestAnimationFrame(() => { document.title = 'drawn ' + points.length; }));
}
document.title = 'ready';
</script>"""


def run(options: Options) -> Iterator[Lines]:
    """First draw and one more, each from Python's call to the paint that the page tells of."""
    register_scheme()  # once, before the first web engine: the raw page's own
    application()
    rng = random.Random(9)
    points = [(rng.uniform(24, 30), rng.uniform(77, 84)) for _ in range(POINTS)]
    raw = _raw(points)
    pane = MapPane(MapRoom())
    pane.resize(900, 700)
    pane.show()
    pane.start()
    wait_until(lambda: pane.is_drawn)
    settle(0.5)
    first = _timed(lambda: pane.show_cases([_case(at, *p) for at, p in enumerate(points)]), pane)
    yield {"map, first 10000 points": _first(first, raw)}
    more = []
    for at in range(options.rounds(30)):
        settle(0.3)
        case = _case(POINTS + at, rng.uniform(24, 30), rng.uniform(77, 84))
        more.append(_timed(partial(pane.change_cases, [case]), pane))
    late = percentile(more, 0.95)
    yield {
        "map, one more on 10000": Line(
            ours=late,
            raw=None,
            ratio=None,
            budget="p95 <= 20 ms",
            within=late <= 20,
            unit="ms",
            how="one new case on 10,000, from the call in Python until it is painted; p95",
            more={"median_ms": percentile(more, 0.5)},
        )
    }
    pane.stop()


def _first(ours: float, raw: float) -> Line:
    return Line(
        ours=ours,
        raw=raw,
        ratio=ours / raw,
        budget="<= 1.5x raw",
        within=ours <= 1.5 * raw,
        unit="ms",
        how="10,000 cases given to the map pane until all are painted; raw: the same points"
        " as circle markers on one canvas of a bare Leaflet page, by one call; each once",
    )


def _case(at: int, lat: float, lon: float) -> MapCase:
    return MapCase(
        id=str(at),
        number=f"2026-AA-{at:04d}",
        label=f"a***{at % 1000}",
        state="new",
        priority=1 + at % 4,
        lat=lat,
        lon=lon,
        accuracy_m=None,
        is_guess=False,
        source="stf",
        late=False,
    )


def _timed(call: Callable[[], object], pane: MapPane) -> float:
    """Milliseconds until the pane says that all is painted: looked at when it says so, not now and then."""
    loop, late = QEventLoop(), QTimer(singleShot=True, interval=WAIT_S * 1000)
    ends: list[float] = []
    told = pane.drawn.connect(lambda: (ends.append(time.perf_counter()), loop.quit()))
    late.timeout.connect(loop.quit)
    late.start()
    started = time.perf_counter()
    call()
    loop.exec()
    pane.drawn.disconnect(told)
    if not ends:
        raise TimeoutError(f"not painted after {WAIT_S} s")
    return (ends[0] - started) * 1000


def _raw(points: Sequence[tuple[float, float]]) -> float:
    view = QWebEngineView()
    view.resize(900, 700)
    view.show()
    base = QUrl.fromLocalFile(str(resources_dir() / "web" / "node_modules" / "leaflet" / "dist") + "/")
    view.setHtml(_PAGE, base)
    wait_until(lambda: view.title() == "ready")
    settle(0.5)
    started = time.perf_counter()
    view.page().runJavaScript(f"draw({json.dumps(points)})")
    wait_until(lambda: view.title() == f"drawn {len(points)}")
    took = (time.perf_counter() - started) * 1000
    view.close()
    return took
