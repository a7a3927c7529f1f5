"""Finding a place by what somebody typed, and the outlines that the map draws."""

import json
import math
import os
import random
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import Point, shape
from shapely.geometry.base import BaseGeometry

from controlroom.places.atlas import Atlas, Found
from controlroom.places.outlines import rough_cells
from controlroom.places.tables import districts_file, read_districts

_BESIDE = Path(__file__).resolve().parents[3] / "shared" / "geo" / "up-districts-2019.topojson"
REAL = Path(os.environ.get("CONTROLROOM_TEST_BOUNDARIES", _BESIDE))
STATIONS = """code,name_en,name_hi,district,lat,lon
9001,Chinhat,चिनहट,Lucknow,26.8740,81.0380
9002,Hazratganj,हज़रतगंज,Lucknow,26.8500,80.9460
9003,Kotwali Nagar,कोतवाली नगर,Gonda,27.1330,81.9610
9004,Kotwali Nagar,कोतवाली नगर,Sitapur,27.5680,80.6820
9005,Baraut,बड़ौत,Baghpat,29.1000,77.2600
"""


@pytest.fixture(scope="module")
def atlas(tmp_path_factory: pytest.TempPathFactory) -> Atlas:
    folder = tmp_path_factory.mktemp("find")
    (folder / "list.csv").write_text(STATIONS, encoding="utf-8")
    atlas = Atlas(folder)
    atlas.import_file(folder / "list.csv")
    return atlas


def first(atlas: Atlas, text: str) -> Found:
    return atlas.find(text)[0]


@pytest.mark.parametrize("text", ["226010", "226 010", "२२६०१०", "PIN 226010", "पिन 226010", "226010."])
def test_that_a_pin_code_is_found_however_it_is_typed(atlas: Atlas, text: str) -> None:
    found = first(atlas, text)
    assert (found.kind, found.name_en, found.district, found.score) == ("pin", "226010", "lucknow", 1.0)
    assert abs(found.lat - 26.86) < 0.05 and abs(found.lon - 81.0) < 0.05
    assert 2_000 <= found.accuracy_m < 20_000


def test_that_an_unknown_pin_and_a_longer_number_find_no_pin(atlas: Atlas) -> None:
    for text in ("999999", "2260101", "9839226010", "110001"):
        assert all(found.kind != "pin" for found in atlas.find(text)), text


def test_that_a_begun_pin_lists_those_that_begin_so(atlas: Atlas) -> None:
    codes = [found.name_en for found in atlas.find("2260", 5)]
    assert codes == ["226001", "226002", "226003", "226004", "226005"]


@pytest.mark.parametrize(
    ("text", "kind", "name", "district"),
    [
        ("Prayagraj", "district", "Prayagraj", "prayagraj"),
        ("इलाहाबाद", "district", "Prayagraj", "prayagraj"),
        ("allahabad", "district", "Prayagraj", "prayagraj"),
        ("Faizabad", "district", "Ayodhya", "ayodhya"),
        ("लखनऊ", "district", "Lucknow", "lucknow"),
        ("luckn", "district", "Lucknow", "lucknow"),
        ("Lucnkow", "district", "Lucknow", "lucknow"),
        ("Chinhat", "thana", "Chinhat", "lucknow"),
        ("चिनहट", "thana", "Chinhat", "lucknow"),
        ("chinhut", "thana", "Chinhat", "lucknow"),
        ("9001", "thana", "Chinhat", "lucknow"),
        ("थाना चिनहट, लखनऊ", "thana", "Chinhat", "lucknow"),
        ("PS Hazratganj Lucknow", "thana", "Hazratganj", "lucknow"),
        ("हजरतगंज", "thana", "Hazratganj", "lucknow"),
        ("Hazratgunj", "thana", "Hazratganj", "lucknow"),
        ("Kotwali Nagar Gonda", "thana", "Kotwali Nagar", "gonda"),
        ("सीतापुर कोतवाली नगर", "thana", "Kotwali Nagar", "sitapur"),
        ("बड़ौत", "thana", "Baraut", "baghpat"),
        ("Gomti Nagar", "post office", "Gomti Nagar", "lucknow"),
        ("गोमती नगर लखनऊ", "post office", "Gomti Nagar", "lucknow"),
        ("naini allahabad", "post office", "Naini", "prayagraj"),
        ("Bakshi ka talab", "post office", "Bakshi Ka Talab", "lucknow"),
        ("मोहनलालगंज", "post office", "Mohanlalganj", "lucknow"),
    ],
)
def test_that_a_name_is_found_in_either_script_and_near_spelling(
    atlas: Atlas, text: str, kind: str, name: str, district: str
) -> None:
    found = first(atlas, text)
    assert (found.kind, found.name_en, found.district) == (kind, name, district)


def test_that_a_thana_goes_before_a_post_office_of_its_name(atlas: Atlas) -> None:
    kinds = [found.kind for found in atlas.find("Chinhat") if found.name_en == "Chinhat"]
    assert kinds == ["thana", "post office"]


def test_that_a_pin_beside_a_name_says_which_of_that_name(atlas: Atlas) -> None:
    pin, place, *rest = atlas.find("Kotwali Nagar 271001")  # Gonda
    assert (pin.kind, pin.district) == ("pin", "gonda")
    assert (place.name_en, place.district) == ("Kotwali Nagar", "gonda")
    assert all(found.score < place.score for found in rest)


def test_that_results_are_ranked_limited_and_without_repeats(atlas: Atlas) -> None:
    found = atlas.find("nagar", 40)
    assert len(found) == 40 and len(set(found)) == 40
    assert [each.score for each in found] == sorted((each.score for each in found), reverse=True)
    assert atlas.find("nagar", 3) == found[:3]
    assert atlas.find("nagar", 0) == atlas.find("nagar", -1) == ()


def test_that_a_name_without_hindi_is_given_in_english(atlas: Atlas) -> None:
    office = first(atlas, "Gomti Nagar")
    assert office.name_hi == office.name_en
    assert first(atlas, "Chinhat").name_hi == "चिनहट"


@pytest.mark.parametrize("text", ["", " ", "!!!", "।", "\u200d", "qqqqqqqqqq", "zxzxzxzxwv", "عربي"])
def test_that_nothing_is_found_where_there_is_nothing(atlas: Atlas, text: str) -> None:
    assert atlas.find(text) == ()


@given(st.text(max_size=60))
def test_that_any_text_has_an_answer(atlas: Atlas, text: str) -> None:
    for found in atlas.find(text):
        assert 0 <= found.score <= 1 and found.accuracy_m > 0
        assert atlas.district(found.district) is not None


def test_that_finding_is_quick(atlas: Atlas) -> None:
    atlas.find("x")
    typed = (
        "a",
        "na",
        "Chinhat",
        "गोमती नगर लखनऊ",
        "nagar",
        "Mohanlalgunj thana Lucknow",
        "226010",
        "x" * 500,
    )
    took = []
    for text in typed:
        took.append(min(_seconds(atlas, text) for _ in range(3)))
    assert max(took) < 0.2, dict(zip(typed, took, strict=True))


def _seconds(atlas: Atlas, text: str) -> float:
    started = time.thread_time()
    atlas.find(text)
    return time.thread_time() - started


# --- outlines -----------------------------------------------------------------------------------------------


def drawn(atlas: Atlas) -> tuple[dict[str, BaseGeometry], set[bool], int]:
    outlines = atlas.outlines()
    text = json.dumps(outlines, ensure_ascii=False, separators=(",", ":"))
    features = json.loads(text)["features"]
    assert json.loads(text)["type"] == "FeatureCollection"
    for feature in features:
        assert feature["properties"].keys() == {"key", "en", "hi", "hq", "approximate"}
    shapes = {feature["properties"]["key"]: shape(feature["geometry"]) for feature in features}
    return shapes, {feature["properties"]["approximate"] for feature in features}, len(text.encode())


def test_that_without_boundaries_the_outlines_are_rough_and_say_so(atlas: Atlas) -> None:
    shapes, approximate, size = drawn(atlas)
    assert len(shapes) == 75 and approximate == {True} and size < 150_000
    for district in atlas.districts():
        inside = [
            key for key, each in shapes.items() if each.contains(Point(district.hq_lon, district.hq_lat))
        ]
        assert inside == [district.key]
    cells = list(shapes.values())
    overlap = sum(one.intersection(other).area for one in cells[:10] for other in cells if other is not one)
    assert overlap < 0.01
    assert atlas.outlines() is atlas.outlines()


def test_that_the_rough_outlines_that_come_along_are_those_of_the_table(atlas: Atlas) -> None:
    """After a change of the districts the file is made anew: it holds what `rough_cells` gives, as JSON."""
    shapes, _, _ = drawn(atlas)
    made = rough_cells(read_districts(districts_file()))
    assert shapes.keys() == made.keys()
    for key, rings in made.items():
        fresh = shape({"type": "MultiPolygon", "coordinates": rings})
        assert fresh.symmetric_difference(shapes[key]).area < 1e-6, key


def test_that_imported_outlines_are_drawn_as_they_are_with_less_detail(tmp_path: Path) -> None:
    if not REAL.is_file():
        pytest.skip(f"no boundary file for the check at {REAL} (CONTROLROOM_TEST_BOUNDARIES names another)")
    atlas = Atlas(tmp_path)
    atlas.import_file(REAL)
    shapes, approximate, size = drawn(atlas)
    assert len(shapes) == 75 and approximate == {False} and size < 150_000
    assert all(each.is_valid or each.buffer(0).area > 0 for each in shapes.values())
    for district in atlas.districts():
        away = shapes[district.key].buffer(0).distance(Point(district.hq_lon, district.hq_lat))
        assert away < 0.01, district.key


def test_that_hundreds_of_islands_and_a_ragged_border_fit_the_map(tmp_path: Path) -> None:
    rng = random.Random(2)

    def blob(lon: float, lat: float, radius: float, points: int) -> list[list[float]]:
        angles = [2 * math.pi * n / points for n in range(points)]
        reach = [radius * rng.uniform(0.8, 1.0) for _ in angles]
        ring = [[lon + r * math.cos(a), lat + r * math.sin(a)] for a, r in zip(angles, reach, strict=True)]
        return [*ring, ring[0]]

    parts = [[blob(80.94, 26.85, 0.3, 20_000)]]
    parts += [[blob(80.0 + n % 40 * 0.01, 26.2 + n // 40 * 0.01, 0.004, 30)] for n in range(800)]
    value = {
        "type": "Feature",
        "properties": {"name": "Lucknow"},
        "geometry": {"type": "MultiPolygon", "coordinates": parts},
    }
    (tmp_path / "map.json").write_text(json.dumps(value))
    atlas = Atlas(tmp_path)
    atlas.import_file(tmp_path / "map.json")
    _, _, size = drawn(atlas)
    assert size < 150_000


def test_that_with_boundaries_a_districts_circle_holds_all_of_it(tmp_path: Path) -> None:
    box = [[80.5, 26.5], [81.3, 26.5], [81.3, 27.1], [80.5, 27.1], [80.5, 26.5]]
    value = {
        "type": "Feature",
        "properties": {"name": "Lucknow"},
        "geometry": {"type": "Polygon", "coordinates": [box]},
    }
    (tmp_path / "map.json").write_text(json.dumps(value))
    atlas = Atlas(tmp_path)
    assert first(atlas, "Lucknow").accuracy_m == 45_000
    atlas.import_file(tmp_path / "map.json")
    assert first(atlas, "Lucknow").accuracy_m == pytest.approx(57_500, abs=1500)
