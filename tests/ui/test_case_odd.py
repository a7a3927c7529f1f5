"""Whatever a hostile desk or a later version writes into the events of a case, it can be opened."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.exceptions import capture_exceptions
from test_case_pane import Desk

from controlroom.casework.ports import NewEvent
from controlroom.domain.events import CASE, KINDS

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
NAMES = (
    *("text", "reason", "from", "to", "ref", "step", "facts", "not_reached", "source", "lat", "lon"),
    *("accuracy_m", "into", "other", "event", "number", "why", "category", "means", "field", "custodians"),
    *("entry", "phones", "mail", "result", "who", "item", "place", "district", "thana", "state", "force"),
    *("attachments", "subject", "sender", "authenticity", "template", "quarantined", "usernames"),
    *("fact", "value", "kind", "at", "due", "template", "contacts", "minor", "live", "person", "change"),
)
VALUES: tuple[Any, ...] = (
    *(None, 5, -1, 1e308, True, "", "x", [], [5], [None], [[1]], ["x", {}], {}, {"phones": 5}),
    *({"phones": [5, None, {}]}, {"a": {"b": []}}, "\u202e x", "9" * 400, "2026-13-45T99:99"),
)


@pytest.fixture
def desk(qapp: QApplication, profile: Path, qtbot: Any) -> Any:
    made = Desk(qapp, profile, qtbot)
    yield made
    made.tasks.close()
    made.profile.close()


def test_that_a_case_with_odd_events_can_be_opened(desk: Desk) -> None:
    faults: list[Any] = []
    desk.tasks.faulted.connect(faults.append)
    for value in VALUES:
        case = desk.alert()
        with desk.profile.writer.write(actor="n.singh") as tx:
            tx.append([NewEvent(CASE, case, kind, dict.fromkeys(NAMES, value)) for kind in KINDS])
        with capture_exceptions() as raised:
            desk.open(case)
            for name in desk.pane.tabs.pages:
                desk.pane.tabs.turn_to(name)
        assert (value, raised, faults) == (value, [], [])
