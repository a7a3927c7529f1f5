"""Whose a point is: districts within its circle, zones, railway police, other states."""

import json
from pathlib import Path

import pytest

from controlroom.places.atlas import Atlas
from controlroom.places.locator import AtlasGround

STATIONS = Path(__file__).resolve().parents[1] / "data" / "places" / "stations.csv"
# Two invented squares that touch at 81.05 east: (west, south, east, north)
SQUARES = {"Lucknow": (80.6, 26.6, 81.05, 27.1), "Barabanki": (81.05, 26.6, 81.6, 27.1)}
KM_EAST = 1 / (111.2 * 0.893)  # degrees of longitude at 26.8 north


@pytest.fixture(scope="module")
def ground(tmp_path_factory: pytest.TempPathFactory) -> AtlasGround:
    folder = tmp_path_factory.mktemp("ground")
    features = [
        {
            "type": "Feature",
            "properties": {"district": name},
            "geometry": {"type": "Polygon", "coordinates": [[[w, s], [e, s], [e, n], [w, n], [w, s]]]},
        }
        for name, (w, s, e, n) in SQUARES.items()
    ]
    file = folder / "squares.geojson"
    file.write_text(json.dumps({"type": "FeatureCollection", "features": features}), encoding="utf-8")
    atlas = Atlas(folder / "places")
    atlas.import_file(file)
    atlas.import_file(STATIONS)
    return AtlasGround(atlas)


def test_that_deep_inside_one_district_is_named_and_certain(ground: AtlasGround) -> None:
    found = ground.around(26.85, 80.95, 350.0)
    assert (found.districts, found.is_sure) == (("Lucknow",), True)
    assert (found.thana, found.zone) == ("Hazratganj", "Central")
    assert found.commissionerates == {"Lucknow"}


@pytest.mark.parametrize("km", [1.0, 2.5])
def test_that_within_three_kilometres_of_a_border_both_are_named(ground: AtlasGround, km: float) -> None:
    found = ground.around(26.85, 81.05 - km * KM_EAST, 100.0)
    assert found.districts == ("Lucknow", "Barabanki")
    assert not found.is_sure
    assert ground.around(26.85, 81.05 - 5 * KM_EAST, 100.0).districts == ("Lucknow",)


def test_that_a_wide_circle_names_every_district_it_reaches(ground: AtlasGround) -> None:
    far = 81.05 - 10 * KM_EAST
    assert ground.around(26.85, far, 500.0).districts == ("Lucknow",)
    wide = ground.around(26.85, far, 15_000.0)
    assert wide.districts[:2] == ("Lucknow", "Barabanki")
    assert not wide.is_sure


def test_that_the_railway_police_are_named_and_are_nobodys_thana(ground: AtlasGround) -> None:
    at_charbagh = ground.around(26.8320, 80.9212, 200.0)
    assert (at_charbagh.grp, at_charbagh.station) == ("GRP Charbagh", "Lucknow Charbagh")
    assert "GRP" not in at_charbagh.thana
    assert ground.around(26.95, 80.75, 200.0).station == ""


@pytest.mark.parametrize(
    ("lat", "lon", "state"),
    [
        (25.594, 85.138, "Bihar"),
        (28.614, 77.209, "Delhi"),
        (24.601, 80.832, "Madhya Pradesh"),
        (30.317, 78.032, "Uttarakhand"),
        (28.459, 77.027, "Haryana"),
        (26.912, 75.787, "Rajasthan"),
        (23.344, 85.310, "Jharkhand"),
        (12.972, 77.595, "Karnataka"),
        (22.573, 88.364, "West Bengal"),
    ],
)
def test_that_outside_the_likeliest_state_comes_first(
    ground: AtlasGround, lat: float, lon: float, state: str
) -> None:
    found = ground.around(lat, lon, 500.0)
    assert found.is_outside
    assert found.states[0] == state


def test_that_outside_india_no_state_is_invented(ground: AtlasGround) -> None:
    assert ground.around(51.5, -0.1, 500.0).states == ()
    assert ground.around(27.717, 85.324, 500.0).states == ()  # Kathmandu
