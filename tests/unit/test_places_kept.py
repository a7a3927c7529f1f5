"""What was imported: kept whole, read on the next start, seen by other windows, and harmless when damaged."""

import json
import os
import shutil
import threading
import time
from pathlib import Path
from typing import Any

import pytest

from controlroom.errors import WorldFault
from controlroom.places import kept, offices
from controlroom.places.atlas import Atlas
from controlroom.places.kept import read_kept, write_atomically, write_kept
from controlroom.places.tables import districts_file, read_districts

NAMES = read_districts(districts_file())
STATIONS = "code,name_en,name_hi,district,lat,lon\n9001,Chinhat,चिनहट,Lucknow,26.8740,81.0380\n"
BOX = [[80.3, 26.5], [80.8, 26.5], [80.8, 27.0], [80.3, 27.0], [80.3, 26.5]]
SQUARE = {
    "type": "Feature",
    "properties": {"name": "Lucknow"},
    "geometry": {"type": "Polygon", "coordinates": [BOX]},
}


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The post offices, built once for all tests here."""
    folder = tmp_path_factory.mktemp("cache")
    offices.load_offices(folder, NAMES)
    return folder / "offices.json"


@pytest.fixture
def folder(tmp_path: Path, cache: Path) -> Path:
    """A folder whose places already hold the cache of the post offices."""
    (tmp_path / "places").mkdir()
    shutil.copy(cache, tmp_path / "places")
    return tmp_path


def filled(folder: Path) -> Path:
    """A places folder with one boundary and one station."""
    (folder / "map.json").write_text(json.dumps(SQUARE), encoding="utf-8")
    (folder / "list.csv").write_text(STATIONS, encoding="utf-8")
    places = folder / "places"
    atlas = Atlas(places)
    atlas.import_file(folder / "map.json")
    atlas.import_file(folder / "list.csv")
    return places


def test_that_making_an_atlas_reads_and_writes_nothing(tmp_path: Path) -> None:
    Atlas(tmp_path / "places")
    assert not (tmp_path / "places").exists()


def test_that_what_was_imported_is_there_on_the_next_start(folder: Path) -> None:
    atlas = Atlas(filled(folder))
    assert atlas.has_boundaries and [station.code for station in atlas.stations()] == ["9001"]
    assert atlas.where(26.75, 80.55).sure
    assert atlas.faults() == ()


def test_that_an_import_beside_an_open_window_is_seen_by_it(folder: Path) -> None:
    window = Atlas(folder / "places")
    assert not window.has_boundaries and window.stations() == ()
    assert window.find("Chinhat")[0].kind == "post office"
    outlines = window.outlines()
    filled(folder)
    assert window.has_boundaries and len(window.stations()) == 1
    assert window.find("Chinhat")[0].kind == "thana"
    assert window.outlines() is not outlines


DAMAGES = [
    b"",
    b"{",
    b"null",
    b"[]",
    b'{"format":1}',
    b"\xff\xfe\x00",
    b'{"format":1,"body":{},"sha256":"0"}',
]


@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.parametrize("name", ["boundaries.json", "stations.json"])
def test_that_a_damaged_file_is_said_and_all_else_goes_on(folder: Path, name: str, damage: bytes) -> None:
    places = filled(folder)
    (places / name).write_bytes(damage)
    atlas = Atlas(places)
    assert [str(fault) for fault in atlas.faults()] == [
        f"The kept file {name} of the places is damaged and is not used; "
        "import the official file again (built-in facts go on)."
    ]
    assert atlas.where(26.85, 80.95).district is not None
    assert atlas.find("Chinhat")
    assert atlas.has_boundaries == (name == "stations.json")
    filled(folder)
    assert atlas.faults() == () and atlas.has_boundaries and len(atlas.stations()) == 1


def test_that_one_changed_byte_is_noticed(folder: Path) -> None:
    places = filled(folder)
    whole = (places / "boundaries.json").read_bytes()
    for at in range(0, len(whole), 7):
        changed = bytearray(whole)
        changed[at] ^= 1
        (places / "boundaries.json").write_bytes(bytes(changed))
        atlas = Atlas(places)
        assert not atlas.has_boundaries and len(atlas.faults()) == 1


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("boundaries.json", {"lucknow": "@@@"}),
        ("boundaries.json", {"lucknow": "AAAA"}),
        ("boundaries.json", {"atlantis": "AQEAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=="}),
        ("boundaries.json", {}),
        ("stations.json", {"stations": [["a"]]}),
        ("stations.json", {"stations": [["1", "a", "b", "atlantis", 1.0, 2.0]]}),
    ],
)
def test_that_a_whole_file_of_strange_content_is_a_fault_of_the_world(
    folder: Path, name: str, body: dict[str, Any]
) -> None:
    write_kept(folder / "places" / name, body)
    atlas = Atlas(folder / "places")
    assert len(atlas.faults()) == 1 and "import the official" in str(atlas.faults()[0])
    assert not atlas.has_boundaries and atlas.stations() == ()


def test_that_a_file_of_another_version_is_said(folder: Path) -> None:
    places = filled(folder)
    whole = json.loads((places / "stations.json").read_bytes())
    (places / "stations.json").write_text(json.dumps({**whole, "format": 2}))
    assert "written by another version" in str(Atlas(places).faults()[0])


def test_that_a_write_that_is_cut_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_kept(tmp_path / "one.json", {"a": 1})

    def no_space(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", no_space)
    with pytest.raises(WorldFault, match="No space left on device"):
        write_kept(tmp_path / "one.json", {"a": 2})
    monkeypatch.undo()
    assert read_kept(tmp_path / "one.json") == {"a": 1}
    assert [path.name for path in tmp_path.iterdir()] == ["one.json"]


def test_that_a_file_is_written_and_synced_before_it_is_renamed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps: list[str] = []
    real_sync, real_replace = os.fsync, Path.replace
    monkeypatch.setattr(os, "fsync", lambda handle: (steps.append("sync"), real_sync(handle))[1])
    monkeypatch.setattr(Path, "replace", lambda self, to: (steps.append("rename"), real_replace(self, to))[1])
    write_atomically(tmp_path / "a", b"x")
    assert steps[:2] == ["sync", "rename"]


def test_that_kept_files_survive_a_round_trip(tmp_path: Path) -> None:
    body: dict[str, object] = {"a": "अ", "b": [1, 2.5, None, True]}
    write_kept(tmp_path / "x.json", body)
    assert read_kept(tmp_path / "x.json") == body
    assert read_kept(tmp_path / "none.json") is None
    assert kept.read_kept(tmp_path / "x.json") == body


# --- the post offices ---------------------------------------------------------------------------------------


def test_that_the_offices_are_read_cleaned_and_cached(tmp_path: Path) -> None:
    built = offices.load_offices(tmp_path, NAMES)
    assert len(built.all) == 17_968 and len({office.pin for office in built.all}) == 1_668
    placed = sum(office.is_placed for office in built.all)
    assert 11_500 < placed < 14_000
    assert all(23.3 < office.lat < 31 and 76.5 < office.lon < 85.2 for office in built.all)
    assert {office.district for office in built.all} == NAMES.by_key.keys()
    again = offices.load_offices(tmp_path, NAMES)
    assert again == built
    started = time.thread_time()
    offices.load_offices(tmp_path, NAMES)
    assert time.thread_time() - started < 3  # built anew it takes far longer


@pytest.mark.parametrize("damage", [b"", b'{"format":2,"source":"x","offices":[[1]],"abroad":[]}'])
def test_that_a_damaged_cache_is_built_again(tmp_path: Path, damage: bytes) -> None:
    (tmp_path / "offices.json").write_bytes(damage)
    assert len(offices.load_offices(tmp_path, NAMES).all) == 17_968


def test_that_without_the_pin_code_data_headquarters_still_guess(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(offices, "data_file", lambda: tmp_path / "none.bz2")
    atlas = Atlas(tmp_path)
    assert "PIN code data" in str(atlas.faults()[0])
    found = atlas.where(26.85, 80.95)
    assert found.district is not None and found.district.key == "lucknow" and not found.sure
    assert atlas.find("Lucknow")[0].kind == "district" and atlas.find("226010") == ()


def test_that_many_threads_may_ask_at_once(folder: Path) -> None:
    atlas = Atlas(filled(folder))
    answers: list[object] = []

    def ask() -> None:
        answers.append((atlas.where(26.75, 80.55), atlas.where(25.3, 83.0), atlas.find("Chinhat", 3)))

    threads = [threading.Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(answers) == 8 and all(answer == answers[0] for answer in answers)
