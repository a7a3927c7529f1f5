"""The map in a real web engine: what is asked for is drawn, what is clicked comes back, nothing goes out."""

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from map_house import Ask, asker, click, make_case, map_pane, point_of, settle, square
from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from controlroom.casework.drawing import MapCandidate, UnplacedCase
from controlroom.mapview.room import MapRoom
from controlroom.ui.map.pane import MapPane

ExpectLog = Callable[[str], None]


@pytest.fixture
def pane(qtbot: Any) -> Iterator[MapPane]:
    yield from map_pane(qtbot)


@pytest.fixture
def ask(pane: MapPane, qtbot: Any) -> Ask:
    return asker(pane, qtbot)


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
    assert ask("Room.controls.listButton.innerText") == "No place yet 1"
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
    assert ask("[Room.controls.roughly.hidden, Room.controls.roughly.innerText]") == [
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


def test_that_what_stands_on_a_small_map_leaves_most_of_it_free(pane: MapPane, ask: Ask, qtbot: Any) -> None:
    pane.show_unplaced([UnplacedCase("u1", "2026-T1-0042", "k***n", "new", 1)])
    pane.show_outlines({"type": "FeatureCollection", "features": [square("a", 80, 26, approximate=True)]})
    pane.set_text_scale(2.0)
    covered = """(() => {
      const box = Room.map.getContainer().getBoundingClientRect();
      const names = ".room-corner button, .room-badge, .room-scale, .room-source";
      const glass = [...document.querySelectorAll(names)];
      const seen = glass.map((one) => one.getBoundingClientRect()).filter((one) => one.width);
      const apart = seen.every((a, i) => seen.slice(i + 1).every((b) => a.right <= b.left || b.right <= a.left
        || a.bottom <= b.top || b.bottom <= a.top));
      const inside = seen.every((a) => a.left >= 0 && a.right <= box.width && a.bottom <= box.height);
      const area = seen.reduce((sum, one) => sum + one.width * one.height, 0);
      return [apart, inside, area / (box.width * box.height)];
    })()"""
    for language in ("en", "hi"):
        pane.set_language(language)  # type: ignore[arg-type]
        for width in (280, 330, 500):
            pane.resize(width, 390)
            qtbot.waitUntil(lambda width=width: ask("innerWidth") == width // 2)
            settle(qtbot, pane)
            apart, inside, share = ask(covered)
            assert (apart, inside) == (True, True), (language, width)
            assert share < 0.16, (language, width, share)
    assert ask("[Room.controls.listButton.innerText, Room.controls.roughly.title.length > 5]") == [
        "? 1",
        True,
    ]


def test_that_the_language_changes_names_and_words_without_a_new_page(
    pane: MapPane, ask: Ask, qtbot: Any
) -> None:
    ask("window.same = 1")
    pane.set_language("hi")
    pane.set_theme("light", is_still=True)
    settle(qtbot, pane)
    assert ask("[Room.lang, Room.theme, Room.still, window.same]") == ["hi", "light", True, 1]
