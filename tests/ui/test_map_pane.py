"""The map in a real web engine: what is asked for is drawn, what is clicked comes back, nothing goes out."""

import json
import os
import re
import signal
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtTest import QTest

from controlroom.casework.drawing import MapCandidate, MapCase, UnplacedCase
from controlroom.mapview.room import MapRoom
from controlroom.ui.map.pane import MapPane
from controlroom.ui.map.scheme import register_scheme

register_scheme()  # while tests are being collected there is no QApplication yet

# what Qt itself says on a machine without a graphics card
NO_CARD = (
    "This plugin does not support",
    "RHI",
    "QRhiGles2",
    "QVulkanInstance",
    "Vulkan",
    "GPUInfo",
    "Sandbox",
)
pytestmark = pytest.mark.qt_log_ignore(*NO_CARD, extend=True)

Ask = Callable[[str], Any]
ExpectLog = Callable[[str], None]


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


@pytest.fixture
def pane(qtbot: Any) -> Iterator[MapPane]:
    pane = MapPane(MapRoom())
    qtbot.addWidget(pane)
    pane.resize(800, 600)
    pane.show()
    with qtbot.waitSignal(pane.ready):
        pane.start()
    yield pane
    pane.stop()


@pytest.fixture
def ask(pane: MapPane, qtbot: Any) -> Ask:
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


def test_that_as_many_marks_are_drawn_as_cases_given(pane: MapPane, ask: Ask, qtbot: Any) -> None:
    pane.show_cases([make_case(number) for number in range(1200)])
    settle(qtbot, pane)
    assert ask("Room.marks.byId.size") == 1200
    assert ask("Room.map.hasLayer(Room.marks.byId.get('case-1199'))") is True
    assert ask("document.querySelectorAll('.leaflet-marks-pane canvas').length") == 1


def test_that_what_was_asked_before_the_start_is_drawn_after_it(qtbot: Any) -> None:
    pane = MapPane(MapRoom())
    qtbot.addWidget(pane)
    pane.show()
    pane.show_cases([make_case(1)])
    pane.show_outlines({"type": "FeatureCollection", "features": [square("a", 80, 26)]})
    pane.start()
    settle(qtbot, pane)
    answers: list[Any] = []
    assert pane.view is not None
    pane.view.ask("Room.marks.byId.size * 100 + Room.districts.all.length", answers.append)
    qtbot.waitUntil(lambda: answers == [101])
    pane.stop()


def test_that_only_differences_are_sent(
    pane: MapPane, ask: Ask, qtbot: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    cases = [make_case(number) for number in range(20)]
    pane.show_cases(cases)
    settle(qtbot, pane)
    sent: list[dict[str, Any]] = []
    assert pane.view is not None
    tell = pane.view.tell
    monkeypatch.setattr(pane.view, "tell", lambda text: (sent.append(json.loads(text)), tell(text)))
    moved = make_case(3, lat=27.5, state="with the person")
    pane.show_cases([*[make_case(number) for number in range(3)], moved, *cases[5:]])
    settle(qtbot, pane)
    (message,) = sent
    assert [row[0] for row in message["rows"]] == ["case-3"]
    assert message["gone"] == ["case-4"]
    assert ask("Room.marks.byId.size") == 19
    assert ask("[Room.marks.byId.get('case-3')._latlng.lat, Room.marks.byId.get('case-3').row[3]]") == [
        27.5,
        "safe",
    ]


def test_that_one_changed_case_leaves_the_others(pane: MapPane, ask: Ask, qtbot: Any) -> None:
    pane.show_cases([make_case(number) for number in range(10)])
    settle(qtbot, pane)
    pane.change_cases([make_case(4, late=True), make_case(11)], gone=["case-0"])
    settle(qtbot, pane)
    assert ask("[Room.marks.byId.size, Room.marks.byId.get('case-4').row[9]]") == [10, True]


def test_that_a_click_on_a_mark_names_its_case(pane: MapPane, ask: Ask, qtbot: Any) -> None:
    pane.show_cases([make_case(7, lat=27.0, lon=81.0), make_case(8, lat=25.0, lon=83.0)])
    settle(qtbot, pane)
    with qtbot.waitSignal(pane.case_chosen) as chosen:
        click(pane, point_of(ask, "case-7"))
    assert chosen.args == ["case-7"]


def test_that_a_selection_from_outside_is_marked_and_brought_into_view(
    pane: MapPane, ask: Ask, qtbot: Any
) -> None:
    pane.show_cases([make_case(1), make_case(2, lat=12.9, lon=77.6)])
    pane.select("case-2", centre=True)
    settle(qtbot, pane)
    assert ask("Room.marks.chosen") == "case-2"
    assert ask("Room.map.getBounds().contains(Room.marks.byId.get('case-2')._latlng)") is True
    pane.select(None)
    settle(qtbot, pane)
    assert ask("Room.marks.chosen") is None


def test_that_the_pulse_stands_on_the_selected_case_and_only_where_motion_is_wanted(
    pane: MapPane, ask: Ask, qtbot: Any
) -> None:
    pane.show_cases([make_case(1), make_case(2, lat=27.1, lon=82.0)])
    pane.set_theme("dark", is_still=True)
    pane.select("case-1")
    settle(qtbot, pane)
    assert ask("Room.controls.pulse.hidden") is True
    pane.set_theme("dark")
    pane.select("case-2")
    settle(qtbot, pane)
    x, y = ask("(b => [b.x, b.y])(Room.controls.pulse.getBoundingClientRect())")
    there = point_of(ask, "case-2")
    assert (x, y) == pytest.approx((there.x(), there.y()), abs=1.5)


def test_that_the_next_click_gives_the_place_while_picking(pane: MapPane, ask: Ask, qtbot: Any) -> None:
    pane.pick_place()
    settle(qtbot, pane)
    lat, lon = ask("(p => [p.lat, p.lng])(Room.map.containerPointToLatLng([300, 200]))")
    with qtbot.waitSignal(pane.place_picked) as picked:
        click(pane, QPoint(300, 200))
    assert picked.args == pytest.approx([lat, lon], abs=0.05)
    assert not pane.is_picking


def test_that_escape_gives_up_picking_and_the_next_click_is_no_place(pane: MapPane, qtbot: Any) -> None:
    pane.pick_place()
    settle(qtbot, pane)
    with qtbot.waitSignal(pane.pick_cancelled):
        QTest.keyClick(pane, Qt.Key.Key_Escape)
    settle(qtbot, pane)
    with qtbot.assertNotEmitted(pane.place_picked, wait=300):
        click(pane, QPoint(300, 200))


def test_that_keys_pan_zoom_and_pick(pane: MapPane, ask: Ask, qtbot: Any) -> None:
    assert pane.view is not None
    page = pane.view.focusProxy()
    pane.view.setFocus()
    qtbot.waitUntil(lambda: ask("document.activeElement.id") == "map_room")
    zoom, lon = ask("[Room.map.getZoom(), Room.map.getCenter().lng]")
    QTest.keyClick(page, Qt.Key.Key_Plus)
    qtbot.waitUntil(lambda: ask("Room.map.getZoom()") > zoom)
    QTest.keyClick(page, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: ask("Room.map.getCenter().lng") > lon)
    pane.pick_place()
    settle(qtbot, pane)
    with qtbot.waitSignal(pane.place_picked):
        QTest.keyClick(page, Qt.Key.Key_Return)


def test_that_ten_thousand_cases_are_drawn_singly_and_more_in_cells(
    pane: MapPane, ask: Ask, qtbot: Any
) -> None:
    cases = [make_case(number) for number in range(10_001)]
    pane.show_cases(cases[:-1])
    settle(qtbot, pane)
    assert ask("[Room.marks.byId.size, Room.marks.clustered, Room.marks.cells.length]") == [10_000, False, 0]
    pane.show_cases(cases)
    settle(qtbot, pane)
    size, cells = ask("[Room.marks.byId.size, Room.marks.cells.length]")
    shown = ask("Room.marks.cells.reduce((n, cell) => n + cell.marks.length, 0)")
    assert size == 10_001
    assert 0 < cells < 500
    assert 9_000 < shown <= 10_001


CELLS = "[...Room.marks.grid.all()].map((cell) => [cell.key, cell.marks.length]).sort((a, b) => a[0] - b[0])"


def test_that_cells_keep_count_of_what_comes_moves_and_goes(pane: MapPane, ask: Ask, qtbot: Any) -> None:
    cases = [make_case(number) for number in range(10_100)]
    pane.show_cases(cases)
    settle(qtbot, pane)
    before = ask(CELLS)
    moved = replace(cases[5], lat=29.9, lon=77.5)
    pane.change_cases([make_case(20_000), moved], [cases[7].id, cases[8].id])
    settle(qtbot, pane)
    kept = ask(CELLS)
    assert ask("Room.marks.byId.size") == 10_099
    assert kept != before
    recounted = f"(Room.marks.grid.origin = null, Room.marks.grid.follow(Room.marks.byId), {CELLS})"
    assert ask(recounted) == kept
    closer = f"(Room.map.setZoom(Room.map.getZoom() + 1, {{animate: false}}), Room.marks.repaint(), {CELLS})"
    ask(closer)
    qtbot.waitUntil(lambda: ask(CELLS) != kept)
    closer_cells = ask(CELLS)
    assert sum(count for _, count in closer_cells) == 10_099
    assert ask(recounted) == closer_cells


HOSTILE = [
    "</script><script>window.broken=1</script>",
    "<img src=x onerror=window.broken=1>",
    "\"'`\\u2028\\",
    "‮evil‬ עברית",
    "र*** श***",
    "line\u2028break\u0000",
]


@pytest.mark.parametrize("label", HOSTILE)
def test_that_a_hostile_label_is_shown_as_the_text_it_is(
    pane: MapPane, ask: Ask, qtbot: Any, label: str
) -> None:
    pane.show_cases([replace(make_case(1), label=label, number=label, source=label, id=label)])
    pane.show_candidates([MapCandidate(label, 26.0, 80.0, 500.0, True)])
    pane.show_unplaced([UnplacedCase(label, label, label, "new", 1)])
    pane.select(label)
    settle(qtbot, pane)
    assert ask("Room.marks.byId.values().next().value.row[2]") == label
    ask("Room.controls.point(Room.marks.byId.values().next().value, {x: 50, y: 50})")
    assert label in ask("Room.controls.note.textContent")
    assert ask("Room.controls.list.querySelector('b').textContent") == label
    assert ask(
        "[typeof window.broken, document.querySelectorAll('.room-glass img, .room-glass script').length]"
    ) == [
        "undefined",
        0,
    ]
    assert pane.view is not None
    assert pane.view.guard.count == 0


def test_that_cases_without_a_place_are_listed_and_can_be_chosen(pane: MapPane, ask: Ask, qtbot: Any) -> None:
    pane.show_unplaced([UnplacedCase("u1", "2026-T1-0042", "k***n", "new", 1)])
    settle(qtbot, pane)
    assert ask("Room.controls.listButton.textContent") == "No place yet 1"
    with qtbot.waitSignal(pane.case_chosen) as chosen:
        ask("Room.controls.list.querySelector('button').click()")
    assert chosen.args == ["u1"]


def test_that_districts_are_shaded_by_their_open_cases(pane: MapPane, ask: Ask, qtbot: Any) -> None:
    pane.show_outlines({"type": "FeatureCollection", "features": [square("a", 80, 26), square("b", 82, 26)]})
    pane.show_cases(
        [make_case(n, lat=26.5, lon=80.5) for n in range(6)]
        + [make_case(9, lat=26.5, lon=82.5, state="closed")]
    )
    settle(qtbot, pane)
    qtbot.waitUntil(lambda: ask("[...Room.districts.load]") == [["a", 6]])
    assert ask("Room.districts.approximate") is False


def test_that_approximate_districts_are_dashed_and_said_to_be_so(pane: MapPane, ask: Ask, qtbot: Any) -> None:
    pane.show_outlines({"type": "FeatureCollection", "features": [square("a", 80, 26, approximate=True)]})
    settle(qtbot, pane)
    assert ask("[Room.controls.roughly.hidden, Room.controls.roughly.textContent]") == [
        False,
        "approximate districts",
    ]
    assert ask("Room.districts.layers[1].getLayers()[0].options.dashArray") == "4 4"


def test_that_the_whole_state_stays_in_view_until_somebody_moves_the_map(
    pane: MapPane, ask: Ask, qtbot: Any
) -> None:
    pane.show_outlines({"type": "FeatureCollection", "features": [square("a", 78, 24), square("b", 83, 29)]})
    settle(qtbot, pane)
    whole = "Room.map.getBounds().contains(Room.districts.bounds())"
    assert ask(whole) is True
    zoom = ask("Room.map.getZoom()")
    pane.resize(500, 400)
    qtbot.waitUntil(lambda: ask(f"Room.map.getZoom() < {zoom} && {whole}") is True)


def test_that_larger_text_makes_everything_on_the_map_larger(pane: MapPane, ask: Ask, qtbot: Any) -> None:
    pane.show_cases([make_case(1)])
    settle(qtbot, pane)
    pane.set_text_scale(2.0)
    sizes = "[window.devicePixelRatio, Room.ratio, document.documentElement.clientWidth]"
    qtbot.waitUntil(lambda: ask(sizes) == [2, 2, 400])


def test_that_the_language_changes_names_and_words_without_a_new_page(
    pane: MapPane, ask: Ask, qtbot: Any
) -> None:
    ask("window.same = 1")
    pane.set_language("hi")
    pane.set_theme("light", is_still=True)
    settle(qtbot, pane)
    assert ask("[Room.lang, Room.theme, Room.still, window.same]") == ["hi", "light", True, 1]


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1:9/", "https://127.0.0.1:9/", "qrc:/x.js", "room://elsewhere/x", "room://map/x"]
)
def test_that_the_page_cannot_be_left_and_each_try_is_counted(
    pane: MapPane, ask: Ask, qtbot: Any, expect_log: ExpectLog, url: str
) -> None:
    expect_log("outside the room")
    with qtbot.waitSignal(pane.refused) as refused:
        ask(f"void (location.href = {json.dumps(url)})")
    assert refused.args == [1]
    assert ask("[location.href, typeof Room]") == ["room://map/", "object"]


@pytest.mark.parametrize(
    "url", ["file:///etc/hostname", "data:text/html,x", "mailto:a@b.c", "javascript:alert(1)"]
)
def test_that_what_chromium_stops_by_itself_is_not_opened_elsewhere(
    pane: MapPane, ask: Ask, qtbot: Any, monkeypatch: pytest.MonkeyPatch, url: str
) -> None:
    ask(f"void (location.href = {json.dumps(url)})")
    qtbot.wait(300)
    assert ask("[location.href, typeof Room]") == ["room://map/", "object"]


def test_that_an_emptied_page_gives_way_to_the_button(
    pane: MapPane, ask: Ask, qtbot: Any, expect_log: ExpectLog
) -> None:
    expect_log("outside the room")
    expect_log("process ended")
    assert pane.view is not None
    pane.view.ask("location.href = 'about:blank'", lambda _answer: None)
    qtbot.waitUntil(pane.placeholder.button.isVisible)


class PageWithoutPolicy(MapRoom):
    """As if the page's own policy were forgotten: the guard behind it must be enough."""

    def page(self, title: str) -> str:
        return re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", super().page(title))


@pytest.mark.parametrize(
    "script",
    [
        "void (new Image().src = 'http://127.0.0.1:9/x.png')",
        "void fetch('https://127.0.0.1:9/').catch(() => 0)",
        "void fetch('room://elsewhere/x').catch(() => 0)",
        "void new WebSocket('ws://127.0.0.1:9/')",
        "void document.body.appendChild(Object.assign(document.createElement('iframe'), {src: 'http://127.0.0.1:9/'}))",
        "void document.head.appendChild(Object.assign(document.createElement('script'), {src: 'http://127.0.0.1:9/'}))",
    ],
)
def test_that_the_guard_refuses_and_counts_even_without_the_pages_policy(
    qtbot: Any, expect_log: ExpectLog, script: str
) -> None:
    expect_log("outside the room")
    pane = MapPane(PageWithoutPolicy())
    qtbot.addWidget(pane)
    pane.show()
    with qtbot.waitSignal(pane.ready):
        pane.start()
    assert pane.view is not None
    with qtbot.waitSignal(pane.refused):
        pane.view.ask(script, lambda _answer: None)
    pane.stop()


@pytest.mark.parametrize(
    "script",
    [
        "new Image().src = 'http://127.0.0.1:9/x.png'",
        "fetch('http://127.0.0.1:9/').catch(() => 0)",
        "fetch('file:///etc/hostname').catch(() => 0)",
        "new WebSocket('ws://127.0.0.1:9/')",
        "navigator.sendBeacon('http://127.0.0.1:9/', 'x')",
        "document.body.appendChild(Object.assign(document.createElement('iframe'), {src: 'http://127.0.0.1:9/'}))",
    ],
)
def test_that_the_page_cannot_reach_the_network_by_script(
    pane: MapPane, ask: Ask, qtbot: Any, script: str
) -> None:
    ask("void (window.stopped = [])")
    ask("void document.addEventListener('securitypolicyviolation', e => stopped.push(e.blockedURI))")
    assert pane.view is not None
    pane.view.ask(script, lambda _answer: None)
    view = pane.view
    qtbot.waitUntil(lambda: view.guard.count > 0 or bool(ask("window.stopped")))


@pytest.mark.parametrize(
    "path", ["assets/../../web/package.json", "assets/%2e%2e/package.json", "../etc/hostname", "assets/", "x"]
)
def test_that_only_the_listed_files_are_served(pane: MapPane, ask: Ask, qtbot: Any, path: str) -> None:
    ask(f"void fetch('room://map/{path}').then(a => window.got = a.status, () => window.got = 'no')")
    qtbot.waitUntil(lambda: ask("window.got ?? null") is not None)
    assert ask("window.got") in ("no", 404)


def test_that_code_in_the_page_itself_may_not_be_made_from_text(pane: MapPane, ask: Ask) -> None:
    assert ask("(() => { try { return (0, eval)('1') } catch (e) { return e.name } })()") == "EvalError"
    ask("document.body.setAttribute('onclick', 'window.broken = 1')")
    ask("document.body.click()")
    assert ask("typeof window.broken") == "undefined"


def test_that_nonsense_from_the_page_changes_nothing(
    pane: MapPane, qtbot: Any, expect_log: ExpectLog
) -> None:
    expect_log("not understood")
    assert pane.view is not None
    with (
        qtbot.assertNotEmitted(pane.case_chosen, wait=100),
        qtbot.assertNotEmitted(pane.place_picked, wait=100),
    ):
        for text in (
            "",
            "{}",
            '{"t":"case"}',
            '{"t":"case","id":5}',
            '{"t":"place","lat":1,"lon":2}',
            "x" * 9999,
        ):
            pane.view.heard.emit(text)


def test_that_a_crashed_page_can_be_loaded_again_with_everything_on_it(
    pane: MapPane, qtbot: Any, ask: Ask, expect_log: ExpectLog
) -> None:
    expect_log("process ended")
    pane.show_cases([make_case(1), make_case(2)])
    pane.select("case-2")
    settle(qtbot, pane)
    assert pane.view is not None
    os.kill(pane.view.page().renderProcessPid(), signal.SIGKILL)
    button = pane.placeholder.button
    qtbot.waitUntil(button.isVisible)
    with qtbot.waitSignal(pane.drawn):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert ask("[Room.marks.byId.size, Room.marks.chosen]") == [2, "case-2"]


def test_that_a_missing_file_of_the_page_is_one_plain_sentence(
    qtbot: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Any
) -> None:
    monkeypatch.setattr("controlroom.ui.map.assets.resources_dir", lambda: tmp_path)
    pane = MapPane(MapRoom())
    qtbot.addWidget(pane)
    pane.show()
    pane.start()
    text = pane.placeholder.text
    qtbot.waitUntil(lambda: "missing" in text.text())
    assert pane.view is None
    assert pane.placeholder.button.isVisible()
    pane.stop()


def test_that_the_profile_keeps_nothing(pane: MapPane) -> None:
    assert pane.view is not None
    profile = pane.view.page().profile()
    assert profile.isOffTheRecord()
    assert pane.view.page().url() == QUrl("room://map/")
