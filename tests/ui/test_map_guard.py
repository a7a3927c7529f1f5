"""The page of the map cannot be left, reaches nothing outside, and comes back when it breaks off."""

import json
import os
import re
import signal
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from map_house import Ask, asker, make_case, map_pane, settle
from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QTest

from controlroom.mapview.room import MapRoom
from controlroom.ui.map.pane import MapPane

ExpectLog = Callable[[str], None]


@pytest.fixture
def pane(qtbot: Any) -> Iterator[MapPane]:
    yield from map_pane(qtbot)


@pytest.fixture
def ask(pane: MapPane, qtbot: Any) -> Ask:
    return asker(pane, qtbot)


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
