"""Where a point is: with boundaries, without, and with some of them."""

import json
import math
import os
import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from controlroom.places.atlas import Atlas, District
from controlroom.places.nearby import Grid, distance_km

_BESIDE = Path(__file__).resolve().parents[3] / "shared" / "geo" / "up-districts-2019.topojson"
REAL = Path(os.environ.get("CONTROLROOM_TEST_BOUNDARIES", _BESIDE))
KM = 1 / 111.2  # degrees of latitude

# Three invented squares side by side, and one apart: (west, south, east, north)
SQUARES = {
    "Hardoi": (79.8, 27.0, 80.3, 27.6),
    "Sitapur": (80.3, 27.0, 80.8, 27.6),
    "Lucknow": (80.3, 26.5, 80.8, 27.0),
    "Ballia": (84.0, 25.6, 84.3, 25.9),
}


def square(west: float, south: float, east: float, north: float) -> list[list[list[float]]]:
    return [[[west, south], [east, south], [east, north], [west, north], [west, south]]]


def write_squares(path: Path, squares: dict[str, tuple[float, float, float, float]]) -> Path:
    features = [
        {
            "type": "Feature",
            "properties": {"district": name},
            "geometry": {"type": "Polygon", "coordinates": square(*box)},
        }
        for name, box in squares.items()
    ]
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Atlas:
    return Atlas(tmp_path_factory.mktemp("bare"))


@pytest.fixture(scope="module")
def some(tmp_path_factory: pytest.TempPathFactory) -> Atlas:
    folder = tmp_path_factory.mktemp("some")
    atlas = Atlas(folder)
    atlas.import_file(write_squares(folder / "squares.geojson", SQUARES))
    return atlas


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Atlas:
    if not REAL.is_file():
        pytest.skip(f"no boundary file for the check at {REAL} (CONTROLROOM_TEST_BOUNDARIES names another)")
    atlas = Atlas(tmp_path_factory.mktemp("real"))
    atlas.import_file(REAL)
    return atlas


def keys(districts: tuple[District, ...]) -> list[str]:
    return [district.key for district in districts]


def test_that_without_boundaries_a_district_is_a_guess_with_runners_up(bare: Atlas) -> None:
    found = bare.where(26.85, 80.95)
    assert found.district is not None and found.district.key == "lucknow"
    assert not found.sure and not found.outside and found.thana is None
    assert found.others and found.district not in found.others
    assert found.why == "nearest post offices"
    assert not bare.has_boundaries


@pytest.mark.parametrize("point", [(19.07, 72.88), (28.6, 70.0), (0.0, 0.0), (26.8, 88.0), (34.0, 80.0)])
def test_that_a_point_beyond_the_state_is_outside_for_certain(
    bare: Atlas, point: tuple[float, float]
) -> None:
    found = bare.where(*point)
    assert found.outside and found.sure and found.district is None and found.others == ()
    assert found.why == "outside Uttar Pradesh"


def test_that_a_point_among_another_states_offices_is_probably_outside(bare: Atlas) -> None:
    for point in ((25.6, 85.1 - 0.6), (24.58, 80.83), (26.22, 78.18)):  # Bihar, Satna, Gwalior
        found = bare.where(*point)
        assert found.outside and not found.sure and found.district is None, point


@given(st.floats(allow_nan=False, allow_infinity=False), st.floats(allow_nan=False, allow_infinity=False))
def test_that_any_two_numbers_have_an_answer(bare: Atlas, lat: float, lon: float) -> None:
    found = bare.where(lat, lon)
    assert found.outside == (found.district is None)


@given(st.floats(23.5, 30.8), st.floats(76.8, 85.0))
def test_that_any_point_of_the_region_has_an_answer(bare: Atlas, some: Atlas, lat: float, lon: float) -> None:
    for atlas in (bare, some):
        found = atlas.where(lat, lon)
        assert found.outside == (found.district is None)
        assert found.district not in found.others
        assert not (found.sure and found.others)


def test_that_what_is_no_number_is_outside(bare: Atlas) -> None:
    for bad in (math.nan, math.inf, -math.inf):
        assert bare.where(bad, 80.9).outside
        assert bare.where(26.8, bad).outside


def test_that_deep_inside_a_boundary_the_district_is_sure(some: Atlas) -> None:
    found = some.where(26.75, 80.55)
    assert found.district is not None and found.district.key == "lucknow"
    assert found.sure and found.others == () and found.why == "boundary"


def test_that_within_3_km_of_a_border_both_districts_are_named(some: Atlas) -> None:
    near = some.where(27.0 - 2.9 * KM, 80.55)
    assert near.district is not None and near.district.key == "lucknow"
    assert not near.sure and keys(near.others) == ["sitapur"] and near.why == "near a border"
    far = some.where(27.0 - 3.1 * KM, 80.55)
    assert far.sure and far.others == ()


def test_that_3_km_are_3_km_to_the_east_too(some: Atlas) -> None:
    east = KM / math.cos(math.radians(27.3))
    assert keys(some.where(27.3, 80.3 - 2.95 * east).others) == ["sitapur"]
    assert some.where(27.3, 80.3 - 3.05 * east).sure


def test_that_near_a_corner_all_neighbours_are_named_nearest_first(some: Atlas) -> None:
    found = some.where(27.0 + 1.0 * KM, 80.3 + 2.0 * KM)
    assert found.district is not None and found.district.key == "sitapur"
    assert keys(found.others) == ["lucknow", "hardoi"]


def test_that_near_a_border_to_no_known_district_nothing_is_sure(some: Atlas) -> None:
    found = some.where(25.75, 84.0 + 1.0 * KM)
    assert found.district is not None and found.district.key == "ballia"
    assert not found.sure and found.others == () and found.why == "near a border"


def test_that_beyond_the_imported_boundaries_the_others_are_guessed(some: Atlas) -> None:
    found = some.where(25.32, 82.98)
    assert found.district is not None and found.district.key == "varanasi"
    assert not found.sure and found.why == "nearest post offices"
    beside = some.where(27.0 + 1.0 * KM, 80.8 + 1.0 * KM)
    assert not {"sitapur", "lucknow"} & set(keys((beside.district,) if beside.district else ()))
    assert {"sitapur", "lucknow"} <= set(keys(beside.others))


def test_that_a_point_in_two_overlapping_boundaries_names_both(tmp_path: Path) -> None:
    atlas = Atlas(tmp_path)
    boxes = {"Hardoi": (79.8, 27.0, 80.4, 27.6), "Sitapur": (80.2, 27.0, 80.8, 27.6)}
    atlas.import_file(write_squares(tmp_path / "squares.json", boxes))
    found = atlas.where(27.3, 80.35)
    assert found.district is not None and not found.sure
    assert sorted(keys((found.district, *found.others))) == ["hardoi", "sitapur"]


def test_that_a_point_in_a_crack_between_two_boundaries_names_both(tmp_path: Path) -> None:
    atlas = Atlas(tmp_path)
    boxes = {"Hardoi": (79.8, 27.0, 80.2995, 27.6), "Sitapur": (80.3005, 27.0, 80.8, 27.6)}
    atlas.import_file(write_squares(tmp_path / "squares.json", boxes))
    found = atlas.where(27.3, 80.2999)
    assert found.district is not None and found.district.key == "hardoi"
    assert keys(found.others) == ["sitapur"] and not found.sure and not found.outside


def test_that_with_real_boundaries_every_headquarters_is_in_its_district(real: Atlas) -> None:
    for district in real.districts():
        found = real.where(district.hq_lat, district.hq_lon)
        assert found.district == district
        assert found.sure == (found.why == "boundary")


def test_that_with_real_boundaries_the_border_rule_holds(real: Atlas) -> None:
    rng = random.Random(7)
    whys = set()
    for _ in range(400):
        lat, lon = rng.uniform(23.9, 30.4), rng.uniform(77.1, 84.6)
        found = real.where(lat, lon)
        whys.add(found.why)
        if found.district is None or not found.sure:
            continue
        # Sure means: 2.8 km away in any direction the district is the same.
        for angle in range(0, 360, 30):
            up = 2.8 * KM * math.sin(math.radians(angle))
            across = 2.8 * KM * math.cos(math.radians(angle)) / math.cos(math.radians(lat))
            assert real.where(lat + up, lon + across).district == found.district
    assert whys == {"boundary", "near a border", "near the state's border", "outside Uttar Pradesh"}


def test_that_the_guess_names_the_right_district_for_about_8_points_in_10(bare: Atlas, real: Atlas) -> None:
    rng = random.Random(3)
    right = named = points = 0
    while points < 600:
        lat, lon = rng.uniform(23.9, 30.4), rng.uniform(77.1, 84.6)
        truth = real.where(lat, lon).district
        if truth is None:
            continue
        points += 1
        guess = bare.where(lat, lon)
        right += guess.district == truth
        named += truth in (guess.district, *guess.others)
    assert right / points > 0.72
    assert named / points > 0.93


def test_that_the_grid_finds_what_a_full_search_finds() -> None:
    rng = random.Random(5)
    points = [(rng.uniform(24, 30), rng.uniform(77, 84), number) for number in range(3000)]
    grid = Grid(points)
    assert len(grid) == 3000
    for _ in range(50):
        lat, lon = rng.uniform(24, 30), rng.uniform(77, 84)
        near = [item for _, item in grid.near(lat, lon, count=5, within_km=40.0)]
        full = sorted(points, key=lambda p: distance_km(lat, lon, p[0], p[1]))[:5]
        assert near == [item for _, _, item in full] or len(near) < 5


def test_that_distances_are_those_of_the_sphere() -> None:
    assert distance_km(26.85, 80.95, 26.85, 80.95) == 0
    assert distance_km(26.8467, 80.9462, 25.3176, 82.9739) == pytest.approx(264, abs=3)  # Lucknow, Varanasi
    assert distance_km(90, 0, -90, 0) == pytest.approx(math.pi * 6371, rel=0.001)
