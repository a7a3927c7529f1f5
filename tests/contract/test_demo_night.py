"""The invented night is as the help says: open cases in every state, and the rest closed."""

from pathlib import Path

import pytest

from controlroom import demo
from controlroom.domain.case import LADDER
from controlroom.places.atlas import Atlas
from controlroom.store import open_profile


def test_that_every_state_is_in_the_invented_night_and_the_rest_is_closed(
    profile: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(demo, "CLOSED_CASES", 60)
    opened = open_profile(profile)
    demo.fill(opened, Atlas(tmp_path / "no-places").districts())
    tallies = opened.reader().tallies()
    opened.close()
    assert (tallies.open, tallies.closed) == (demo.OPEN_CASES, 60)
    assert set(tallies.by_state) >= set(LADDER) - {"with the person"}
