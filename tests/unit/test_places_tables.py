"""The built-in facts and the spellings of names."""

import json
import os
from pathlib import Path

import pytest

from controlroom.places.boundaries import boundaries_of
from controlroom.places.geojson import features_of
from controlroom.places.spelling import bones, letters, sound
from controlroom.places.tables import DistrictNames, districts_file, read_districts

_BESIDE = Path(__file__).resolve().parents[3] / "shared" / "geo" / "up-districts-2019.topojson"
REAL = Path(os.environ.get("CONTROLROOM_TEST_BOUNDARIES", _BESIDE))
NAMES = read_districts(districts_file())


def real_boundaries() -> Path:
    if not REAL.is_file():
        pytest.skip(f"no boundary file for the check at {REAL} (CONTROLROOM_TEST_BOUNDARIES names another)")
    return REAL


def test_that_there_are_75_districts_and_7_commissionerates() -> None:
    assert len(NAMES.all) == len(NAMES.by_key) == 75
    assert {d.key for d in NAMES.all if d.is_commissionerate} == {
        "lucknow", "kanpur-nagar", "gautam-buddh-nagar", "varanasi", "prayagraj", "agra", "ghaziabad",
    }  # fmt: skip
    assert [d.name_en for d in NAMES.all] == sorted(d.name_en for d in NAMES.all)


def test_that_each_name_of_each_district_names_that_district_alone() -> None:
    for district in NAMES.all:
        for name in (district.key, district.name_en, district.name_hi, *district.aliases):
            assert NAMES.named(name) is district, name


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Allahabad", "prayagraj"),
        ("इलाहाबाद", "prayagraj"),
        ("FAIZABAD", "ayodhya"),
        ("Kheri", "lakhimpur-kheri"),
        ("Mahrajganj", "maharajganj"),
        ("Bara Banki", "barabanki"),
        ("Budaun", "budaun"),
        ("अलीगढ", "aligarh"),  # without the dot below
        ("अलीगढ़", "aligarh"),
        ("हापुड", "hapur"),
        ("Gautam Budh Nagar", "gautam-buddh-nagar"),
        ("Lucknow District", "lucknow"),
        ("जिला लखनऊ", "lucknow"),
        ("  lucknow ", "lucknow"),
        ("SANT KABEER NAGAR", "sant-kabir-nagar"),
        ("KUSHI NAGAR", "kushinagar"),
        ("Gorakpur", "gorakhpur"),
    ],
)
def test_that_old_names_and_other_spellings_are_known(text: str, key: str) -> None:
    found = NAMES.named(text)
    assert found is not None and found.key == key


@pytest.mark.parametrize("text", ["", " ", "Patna", "दिल्ली", "Bhopal", "1", "district", "\u200d"])
def test_that_what_is_no_district_of_the_state_is_none(text: str) -> None:
    assert NAMES.named(text) is None


def test_that_a_name_sounds_the_same_in_both_scripts() -> None:
    for latin, hindi in (
        ("Chinhat", "चिनहट"),
        ("Gomti Nagar", "गोमती नगर"),
        ("Hazratganj", "हज़रतगंज"),
        ("Hazratganj", "हजरतगन्ज"),
        ("Malihabad", "मलीहाबाद"),
        ("Rampur", "रामपुर"),
        ("Baraut", "बड़ौत"),
    ):
        assert sound(letters(latin)) == sound(letters(hindi)), latin
    assert bones(sound(letters("Lakhnau"))) == bones(sound(letters("लखनऊ")))
    assert letters("क्\u200dष") == letters("क्ष")
    assert letters("सेक्टर १२") == "sektar12"


def test_that_every_headquarters_lies_in_its_own_district() -> None:
    file = features_of("real", json.loads(real_boundaries().read_bytes()))
    boundaries, _ = boundaries_of(file, NAMES)
    inside = {
        district.key
        for district in NAMES.all
        if boundaries.standing(district.hq_lat, district.hq_lon).inside == (district,)
    }
    assert inside == NAMES.by_key.keys()


def test_that_census_codes_agree_with_a_real_file() -> None:
    file = features_of("real", json.loads(real_boundaries().read_bytes()))
    for feature in file.features:
        by_code = NAMES.with_census_code(str(feature.properties["dt_code"]))
        assert by_code in (None, NAMES.named(str(feature.properties["district"])))


def test_that_two_districts_of_one_sound_are_not_taken_for_each_other() -> None:
    one, other = NAMES.all[0], NAMES.all[1]
    import dataclasses

    twins = DistrictNames(
        [
            (dataclasses.replace(one, name_en="Sitapur", name_hi="x", aliases=()), ""),
            (dataclasses.replace(other, name_en="Seetapur", name_hi="y", aliases=()), ""),
        ]
    )
    assert twins.named("Seetapoor") is None
