"""What an operator pastes is understood or asked back, and never silently wrong: a table of nearly 400."""

import random
import re
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from controlroom.casework.placing.understood import Understood
from controlroom.places.atlas import Atlas
from controlroom.places.nearby import distance_km

DATA = Path(__file__).resolve().parents[1] / "data" / "places"
Row = tuple[str, str]


def table() -> Iterator[Row]:
    for line in (DATA / "pastes.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            expected, paste = line.split("\t")
            yield expected, paste.replace("\\n", "\n")


@pytest.fixture(scope="module")
def atlas(tmp_path_factory: pytest.TempPathFactory) -> Atlas:
    made = Atlas(tmp_path_factory.mktemp("pasting"))
    made.import_file(DATA / "stations.csv")
    return made


def test_that_a_point_or_pin_code_is_read_alike_without_the_index_of_names(tmp_path: Path) -> None:
    bare = Atlas(tmp_path)
    read = {text: bare.at_once(text) for _, text in table()}
    assert bare._finder is None, "no name was looked up"
    known = {text: found for text, found in read.items() if found is not None}
    assert len(known) > 60
    points = [text for text in known if not text.strip().isdecimal()]
    reader = bare._reader()
    other = [text for text in points if _told(reader.understand(text)) != _told(known[text])]
    assert not other


def _told(found: Understood) -> tuple[Understood, str]:
    return replace(found, doubt=None), str(found.doubt)


def test_that_a_point_does_not_wait_for_the_index_of_names(atlas: Atlas) -> None:
    with ThreadPoolExecutor(1) as other, atlas._names_lock:  # as while it is being made
        found = other.submit(atlas.at_once, "26.8467, 80.9462").result(timeout=60)
    assert found is not None
    assert found.is_sure


def judge(atlas: Atlas, expected: str, read: Understood) -> str:
    """right, asked (though it could be known), astray (asked, what was meant is not offered), or wrong."""
    kind, *words = expected.split()
    if kind in ("ask", "refuse"):
        if read.is_sure:
            return "wrong"
        return "right" if _is_offered(atlas, kind, " ".join(words), read) else "astray"
    if kind == "outside":
        is_said = read.is_outside and " ".join(words) in read.state
        return "right" if is_said else "wrong" if read.is_sure else "astray"
    if not read.is_sure:
        return "asked"
    return "right" if _is_there(atlas, kind, words, read) else "wrong"


def _is_offered(atlas: Atlas, kind: str, words: str, read: Understood) -> bool:
    if kind == "refuse":
        return words in str(read.doubt)
    wheres = [atlas.where(one.lat, one.lon).district for one in read.candidates if one.kind == "point"]
    offered = {one.district for one in read.candidates} | {each.name_en for each in wheres if each}
    return set(filter(None, words.split("|"))) <= offered and read.doubt is not None


def _is_there(atlas: Atlas, kind: str, words: list[str], read: Understood) -> bool:
    [found] = read.candidates
    if kind == "at":
        reach = float(words[2]) if len(words) > 2 else 0.2
        return distance_km(found.lat, found.lon, float(words[0]), float(words[1])) <= reach
    if kind == "place":
        away = distance_km(found.lat, found.lon, float(words[-3]), float(words[-2]))
        return found.district == " ".join(words[:-3]) and away <= float(words[-1])
    if kind == "pin":
        pin = atlas.find(words[0], 1)[0]
        is_near = distance_km(found.lat, found.lon, pin.lat, pin.lon) < 8
        return found.district == " ".join(words[1:]) and is_near
    named = found.district if kind == "district" else f"{found.name_en} {found.district}"
    return found.kind == kind and named == " ".join(words)


def test_that_no_paste_of_the_table_is_silently_wrong(atlas: Atlas) -> None:
    judged = [
        (judge(atlas, expected, atlas.understand(paste)), expected, paste) for expected, paste in table()
    ]
    count = Counter(verdict for verdict, _, _ in judged)
    assert [row for row in judged if row[0] in ("wrong", "astray")] == []
    assert len(judged) > 390
    assert len({paste for _, _, paste in judged}) == len(judged)
    assert count["right"] >= len(judged) * 0.97, count


def test_that_without_any_imported_list_nothing_is_silently_wrong_either(tmp_path: Path) -> None:
    bare = Atlas(tmp_path)
    wrong = [row for row in table() if judge(bare, row[0], bare.understand(row[1])) == "wrong"]
    assert wrong == []


def test_that_the_table_holds_both_scripts_and_would_see_a_wrong_place(atlas: Atlas) -> None:
    rows = list(table())
    assert sum(bool(re.search("[\u0900-\u097f]", paste)) for _, paste in rows) > 70
    assert judge(atlas, "district Agra", atlas.understand("district Lucknow")) == "wrong"
    assert judge(atlas, "at 26.8467 80.9462", atlas.understand("26.9467, 80.9462")) == "wrong"
    assert judge(atlas, "ask", atlas.understand("226010")) == "wrong"
    assert judge(atlas, "outside Bihar", atlas.understand("26.8467, 80.9462")) == "wrong"
    assert judge(atlas, "ask Agra", atlas.understand("Rampur")) == "astray"


def test_that_a_slip_of_a_key_never_moves_a_case_to_another_district(atlas: Atlas) -> None:
    rng = random.Random(11)
    wrong = []
    for thana in atlas.stations():
        district = atlas.district(thana.district)
        assert district is not None
        for _ in range(2):
            slip = _slipped(thana.name_en, rng)
            for text in (
                f"thana {slip}, district {district.name_en}",
                f"{slip} thana {district.name_en}",
                slip,
            ):
                read = atlas.understand(text)
                if read.is_sure and read.candidates[0].district != district.name_en:
                    wrong.append(text)
    for district in atlas.districts():
        for text in (slip := _slipped(district.name_en, rng), f"thana Kotwali, {slip}"):
            read = atlas.understand(text)
            if read.is_sure and read.candidates[0].district != district.name_en:
                wrong.append(text)
    assert wrong == []


def _slipped(name: str, rng: random.Random) -> str:
    at, other = rng.randrange(1, len(name)), rng.choice("aehinoru")
    made = (name[:at] + name[at + 1 :], name[:at] + other + name[at:], name[:at] + other + name[at + 1 :])
    return rng.choice(made)


def test_that_a_word_that_is_a_village_somewhere_is_no_place(atlas: Atlas) -> None:
    for word in ("Ansari", "chowki", "घाघरा", "ravi", "mandir", "पुल", "akela", "dharamshala", "Rs 226010"):
        assert not atlas.understand(word).is_sure, word


def test_that_any_mix_of_pastes_has_an_answer(atlas: Atlas) -> None:
    rng, pastes = random.Random(5), [paste for _, paste in table()]
    for _ in range(150):
        words = f"{rng.choice(pastes)} {rng.choice(pastes)}".split()
        rng.shuffle(words)
        read = atlas.understand(" ".join(words))
        assert read.is_sure == (read.doubt is None)


@pytest.mark.parametrize(
    "text",
    ["", "   ", "\x00", "।" * 50, "थाना " * 200, "thana district " * 9, "9" * 3000, "१२" * 800, "a b " * 600],
)
def test_that_rubbish_is_asked_back_quickly(atlas: Atlas, text: str) -> None:
    read = atlas.understand(text)
    assert not read.is_sure
    assert read.doubt is not None


def test_that_what_was_not_understood_is_said(atlas: Atlas) -> None:
    read = atlas.understand("village Kasmandi, tehsil Malihabad, district Lucknow")
    assert not read.is_sure
    assert read.left.lower() == "kasmandi"
    assert "kasmandi" in str(read.doubt).lower()
    assert [(one.kind, one.district) for one in read.candidates] == [("tehsil", "Lucknow")]
