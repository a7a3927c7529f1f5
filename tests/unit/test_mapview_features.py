"""What goes to the map page and what may come back."""

import json
from datetime import UTC, datetime, timedelta
from math import inf, nan
from types import SimpleNamespace
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from controlroom.casework.drawing import MapCandidate, MapCase, PageMessage, UnplacedCase
from controlroom.domain.case import LADDER
from controlroom.errors import BadInput
from controlroom.mapview.features import (
    encode_candidates,
    encode_cases,
    encode_unplaced,
    read_message,
    state_group,
)
from controlroom.mapview.room import MapRoom

CASE = MapCase("id", "2026-T1-0001", "r***h_k", "locating", 2, 26.85, 80.95, 350.0, True, "STF", False)


def test_that_a_case_becomes_one_row_in_the_order_the_page_reads() -> None:
    assert json.loads(encode_cases([CASE])) == [
        ["id", "2026-T1-0001", "r***h_k", "soon", 2, 26.85, 80.95, 350.0, True, False, "STF"]
    ]


def test_that_the_rows_have_no_needless_characters() -> None:
    assert " " not in encode_cases([CASE, CASE])


@pytest.mark.parametrize(
    ("lat", "lon"), [(nan, 80), (26, nan), (inf, 80), (91, 80), (-91, 80), (26, 181), (26, -181)]
)
def test_that_a_place_outside_the_world_is_a_fault_of_ours(lat: float, lon: float) -> None:
    with pytest.raises(ValueError, match="outside the world"):
        encode_cases([replace(CASE, lat=lat, lon=lon)])


@pytest.mark.parametrize("accuracy", [nan, inf, -1.0])
def test_that_an_accuracy_that_is_no_length_is_a_fault_of_ours(accuracy: float) -> None:
    with pytest.raises(ValueError, match="no length"):
        encode_candidates([MapCandidate("STF 02:11", 26.0, 80.0, accuracy, False)])


@given(st.text(max_size=60), st.text(max_size=60))
def test_that_any_label_arrives_as_it_was(label: str, source: str) -> None:
    (row,) = json.loads(encode_cases([replace(CASE, label=label, source=source)]))
    assert (row[2], row[10]) == (label, source)


def test_that_every_state_of_the_ladder_has_a_look_of_its_own_group() -> None:
    groups = [state_group(state) for state in LADDER]
    assert groups == ["act", *["soon"] * 3, *["moving"] * 4, *["safe"] * 2, "follow", "off"]


def test_that_an_unknown_state_is_drawn_quietly() -> None:
    assert state_group("something of next year") == "off"


def test_that_a_case_without_a_place_is_listed_with_its_group() -> None:
    rows = encode_unplaced([UnplacedCase("u", "2026-T1-0002", "k***", "handed over", 1)])
    assert json.loads(rows) == [["u", "2026-T1-0002", "k***", "moving", 1]]


def test_that_rows_of_the_store_are_parted_by_whether_they_have_a_place() -> None:
    now = datetime(2026, 1, 14, 20, 30, tzinfo=UTC)
    row = SimpleNamespace(
        id=UUID(int=7), number="2026-T1-0001", handle="r***", state="new", priority=1, lat=26.0, lon=80.0,
        accuracy_m=None, is_guess=False, source="meta", alarm_at=now - timedelta(seconds=1),
    )  # fmt: skip
    in_time = SimpleNamespace(**{**vars(row), "id": UUID(int=8), "alarm_at": now + timedelta(seconds=1)})
    nowhere = SimpleNamespace(**{**vars(row), "id": UUID(int=9), "lat": None, "lon": None})
    placed, unplaced = MapRoom().sort_out([row, in_time, nowhere], now)
    assert [(case.id, case.late) for case in placed] == [(str(UUID(int=7)), True), (str(UUID(int=8)), False)]
    assert [case.id for case in unplaced] == [str(UUID(int=9))]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ('{"t":"ready"}', PageMessage("ready")),
        ('{"t":"drew","rev":4,"cases":2}', PageMessage("drew", revision=4, cases=2)),
        ('{"t":"case","id":"x"}', PageMessage("case", case_id="x")),
        ('{"t":"place","lat":26,"lon":80.5}', PageMessage("place", place=(26.0, 80.5))),
        ('{"t":"no-place"}', PageMessage("place")),
    ],
)
def test_that_the_page_is_understood(text: str, meant: PageMessage) -> None:
    assert read_message(text) == meant


@pytest.mark.parametrize(
    "text",
    [
        "",
        "null",
        "[]",
        '{"t":"other"}',
        '{"t":"case"}',
        '{"t":"case","id":7}',
        '{"t":"case","id":"x","more":1}',
        '{"t":"place","lat":"26","lon":80}',
        '{"t":"place","lat":96,"lon":80}',
        '{"t":"place","lat":26,"lon":-180.5}',
        '{"t":"drew","rev":1.5,"cases":1}',
        '{"t":"ready"}' + " " * 5000,
        '{"t":"case","id":"\ud800"}',
    ],
)
def test_that_anything_else_from_the_page_is_bad_input(text: str) -> None:
    with pytest.raises(BadInput):
        read_message(text)


@given(st.text(max_size=200))
def test_that_no_text_from_the_page_breaks_the_reader(text: str) -> None:
    try:
        read_message(text)
    except BadInput as wrong:
        assert str(wrong).endswith(".")
