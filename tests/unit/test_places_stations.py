"""Importing the station master: every spelling of a CSV, and each fault with its line."""

import json
import shutil
from pathlib import Path

import pytest

from controlroom.errors import BadInput
from controlroom.places.atlas import Atlas, Thana

HEADER = "code,name_en,name_hi,district,lat,lon"
ROWS = (
    "9001,Chinhat,चिनहट,Lucknow,26.8740,81.0380",
    "9002,Hazratganj,हज़रतगंज,लखनऊ,26.8500,80.9460",
    "9003,Naini,नैनी,Allahabad,25.3900,81.8700",
)


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The post offices, built once for all tests here."""
    folder = tmp_path_factory.mktemp("cache")
    Atlas(folder).find("x")
    return folder / "offices.json"


@pytest.fixture
def atlas(tmp_path: Path, cache: Path) -> Atlas:
    (tmp_path / "places").mkdir()
    shutil.copy(cache, tmp_path / "places")
    return Atlas(tmp_path / "places")


def table(*rows: str, header: str = HEADER) -> str:
    return "\n".join((header, *rows)) + "\n"


def write(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    path = folder / "stations.csv"
    path.write_bytes(text.encode(encoding))
    return path


def refused(atlas: Atlas, path: Path) -> str:
    before = atlas.stations()
    with pytest.raises(BadInput) as caught:
        atlas.import_file(path)
    assert atlas.stations() == before
    text = str(caught.value)
    assert "\n" not in text and text.endswith(".") and path.name in text
    return text


def test_that_a_list_is_read(atlas: Atlas, tmp_path: Path) -> None:
    done = atlas.import_file(write(tmp_path, table(*ROWS)))
    assert (done.districts, done.stations, done.notes) == (0, 3, ())
    assert atlas.stations()[0] == Thana("9001", "Chinhat", "चिनहट", "lucknow", 26.874, 81.038)
    assert [station.district for station in atlas.stations()] == ["lucknow", "lucknow", "prayagraj"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_that_encoding_and_delimiter_do_not_matter(
    atlas: Atlas, tmp_path: Path, encoding: str, delimiter: str
) -> None:
    text = table(*ROWS).replace(",", delimiter).replace("\n", "\r\n")
    assert atlas.import_file(write(tmp_path, text, encoding)).stations == 3
    assert atlas.stations()[1].name_hi == "हज़रतगंज"


def test_that_columns_come_in_any_order_with_others_between(atlas: Atlas, tmp_path: Path) -> None:
    text = table(
        "x,81.0380,26.8740,Lucknow,चिनहट,Chinhat,9001", header=" Zone ,LON,Lat,District,name_hi,name_en,Code"
    )
    atlas.import_file(write(tmp_path, text))
    assert atlas.stations() == (Thana("9001", "Chinhat", "चिनहट", "lucknow", 26.874, 81.038),)


def test_that_quotes_blank_lines_and_trailing_commas_do_no_harm(atlas: Atlas, tmp_path: Path) -> None:
    text = table('9001,"Chinhat, East",,Lucknow,26.8740,81.0380,,', "", ",,,,,", ROWS[1])
    atlas.import_file(write(tmp_path, text))
    first, _ = atlas.stations()
    assert (first.name_en, first.name_hi) == ("Chinhat, East", "Chinhat, East")


def test_that_an_import_takes_the_place_of_the_one_before(atlas: Atlas, tmp_path: Path) -> None:
    atlas.import_file(write(tmp_path, table(*ROWS)))
    atlas.import_file(write(tmp_path, table(ROWS[2])))
    assert [station.code for station in atlas.stations()] == ["9003"]


FAULTS = [
    (
        table(*ROWS, header=HEADER.replace("lat", "latitude")),
        "line 1: missing: lat; found: code,",
    ),
    (table(*ROWS, header=HEADER.replace("lat", "latitude")), "latitude"),
    (
        table(*ROWS, header="a,b"),
        "missing: code, name_en, name_hi, district, lat, lon; found: a, b",
    ),
    (table(*ROWS, header=HEADER + ",code"), "the column code stands there twice"),
    (table(), "a header but no stations"),
    ("", "is empty"),
    (table("9001,Chinhat,चिनहट,Lucknow,26.87"), "line 2: 5 cells where 6 are wanted"),
    (table("9001,Chinhat,East,चिनहट,Lucknow,26.87,81.03"), "line 2: 7 cells where 6 are wanted"),
    (table("9001,,चिनहट,Lucknow,26.87,81.03"), "line 2: name_en is empty"),
    (table(",Chinhat,चिनहट,Lucknow,26.87,81.03"), "line 2: code is empty"),
    (table(ROWS[0], "9002,X,X,Patna,26.87,81.03"), "line 3: 'Patna' is not a district of Uttar Pradesh"),
    (table("9001,Chinhat,चिनहट,Lucknow,north,81.03"), "line 2: lat 'north', lon '81.03' are not decimal"),
    (table("9001,Chinhat,चिनहट,Lucknow,81.03,26.87"), "line 2: lat and lon are exchanged (81.03, 26.87)"),
    (table("9001,Chinhat,चिनहट,Lucknow,0,0"), "line 2: 0, 0 lies outside Uttar Pradesh"),
    (table("9001,Chinhat,चिनहट,Lucknow,nan,inf"), "line 2: nan, inf lies outside"),
    (table(ROWS[0], ROWS[1], ROWS[0]), "line 4: code 9001 stands in line 2 already"),
    (table(f"9001,{'x' * 200_000},चिनहट,Lucknow,26.87,81.03"), "line 2: this is not a table"),
    ('code,name_en\n"unclosed', "line 1: missing"),
]


@pytest.mark.parametrize(("text", "words"), FAULTS)
def test_that_each_fault_has_its_sentence_and_line(
    atlas: Atlas, tmp_path: Path, text: str, words: str
) -> None:
    assert words in refused(atlas, write(tmp_path, text))


def test_that_lines_are_those_of_the_file(atlas: Atlas, tmp_path: Path) -> None:
    text = table('9001,"Chin\nhat",चिनहट,Lucknow,26.87,81.03', "", "9002,X,X,Patna,26.87,81.03")
    assert "line 5: 'Patna'" in refused(atlas, write(tmp_path, text))


def test_that_ten_faults_are_shown_and_the_others_counted(atlas: Atlas, tmp_path: Path) -> None:
    rows = [f"{number},X,X,Patna,26.87,81.03" for number in range(25)]
    said = refused(atlas, write(tmp_path, table(*rows)))
    assert said.count("line ") == 10 and said.endswith("; and 15 more.")
    ten = refused(atlas, write(tmp_path, table(*rows[:10])))
    assert ten.count("line ") == 10 and "more" not in ten


def test_that_a_table_of_something_else_is_refused(atlas: Atlas, tmp_path: Path) -> None:
    rows = [f"{number},X,X,Lucknow,26.87,81.03" for number in range(20_100)]
    assert "Choose the right file" in refused(atlas, write(tmp_path, table(*rows)))


def test_that_text_that_is_not_unicode_is_told_by_line(atlas: Atlas, tmp_path: Path) -> None:
    path = tmp_path / "stations.csv"
    path.write_bytes(table(ROWS[0]).encode() + "9002,Caf\u00e9,x,Lucknow,26.8,81.0".encode("latin-1"))
    assert "line 3: the text is not UTF-8" in refused(atlas, path)


def test_that_the_nearest_station_of_the_district_is_named_as_a_guess(atlas: Atlas, tmp_path: Path) -> None:
    atlas.import_file(write(tmp_path, table(*ROWS)))
    found = atlas.where(26.873, 81.03)
    assert found.thana is not None and found.thana.code == "9001"
    assert not found.is_thana_sure and found.why == "nearest post offices; thana: nearest station"
    elsewhere = atlas.where(25.32, 82.98)
    assert elsewhere.thana is None and elsewhere.why == "nearest post offices"


def test_that_a_station_of_the_next_district_is_not_named(atlas: Atlas, tmp_path: Path) -> None:
    box = [[80.3, 26.5], [80.8, 26.5], [80.8, 27.0], [80.3, 27.0], [80.3, 26.5]]
    shape = {"type": "Polygon", "coordinates": [box]}
    path = tmp_path / "map.json"
    path.write_text(json.dumps({"type": "Feature", "properties": {"name": "Lucknow"}, "geometry": shape}))
    atlas.import_file(path)
    rows = (
        "1,Near,X,Sitapur,26.99,80.75",
        "2,Own,X,Lucknow,26.55,80.35",
        "3,Stray,X,Lucknow,27.40,80.50",
        "4,Edge,X,Lucknow,27.01,80.50",
    )
    done = atlas.import_file(write(tmp_path, table(*rows)))
    assert done.notes == ("Stations outside their district's boundary, please check: Stray (3, Lucknow).",)
    found = atlas.where(26.95, 80.75)
    assert found.sure and found.why == "boundary; thana: nearest station"
    assert found.thana is not None and found.thana.code == "4"
    assert any("Stray" in note for note in atlas.import_file(path).notes)
