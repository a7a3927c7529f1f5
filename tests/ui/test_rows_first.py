"""What has come is painted first: nobody asks the store something before the rows tell of it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from forms_house import ME, OTHER, House, steps, wait_for
from lock_house import Make, locked_house, windows_of

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def house(qapp: Any, profile: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[House]:
    yield from locked_house(qapp, profile, monkeypatch)


@pytest.fixture
def make_window(house: House, qapp: Any) -> Iterator[Make]:
    yield from windows_of(house, qapp)


def test_that_a_row_tells_who_took_a_case_over_before_anybody_asks_how_it_came(
    house: House, make_window: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = house.new_case()
    house.do(steps.claim_case, case, by=ME)
    queue = make_window().queue
    said: list[str] = []

    def owner() -> str:
        return str(queue.model.row_at(queue.model.position_of(case)).owner)

    def ask(query: Any, *, key: str = "", **more: Any) -> None:
        if key.startswith("claim"):
            said.append(f"asked when it was shown as {owner()}'s")
        asked(query, key=key, **more)

    asked = house.tasks.ask
    monkeypatch.setattr(house.tasks, "ask", ask)
    house.do(steps.claim_case, case, by=ME)  # known here as one that was claimed
    wait_for(lambda: bool(said))
    said.clear()
    house.tasks.changed.connect(lambda changes: said.append("all were told"))
    house.do(steps.claim_case, case, by=OTHER)
    wait_for(lambda: len(said) >= 2)
    assert said[:2] == ["all were told", f"asked when it was shown as {OTHER}'s"]
