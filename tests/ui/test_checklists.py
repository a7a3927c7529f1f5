"""Check-lists: data that an administrator edits, ticked by keys and by words."""

import json
from pathlib import Path
from typing import Any

import pytest
from forms_house import House
from PySide6.QtCore import Qt

from controlroom.casework.checklists import CheckLists, parse_checklists
from controlroom.cli.main import run
from controlroom.config import resources_dir
from controlroom.domain.triage import CATEGORIES
from controlroom.errors import BadInput
from controlroom.store.desk.checkfiles import FILE, read_checklists

OWN = '[[ideation]]\nkey = "ring-mother"\nen = "Mother rung"\nhi = "माँ को फोन किया"\n'


def keys(lists: CheckLists, name: str) -> list[str]:
    return [item.key for item in lists.lists[name]]


def test_that_the_shipped_lists_cover_every_category_in_both_languages() -> None:
    shipped = parse_checklists((resources_dir() / FILE).read_text(encoding="utf-8"))
    assert set(shipped.lists) == {*CATEGORIES, "minor", "live"}
    assert all(item.en and item.hi for items in shipped.lists.values() for item in items)


def test_that_the_administrators_list_replaces_the_one_of_its_name(tmp_path: Path) -> None:
    before = read_checklists(tmp_path)
    (tmp_path / FILE).write_text(OWN, encoding="utf-8")
    after = read_checklists(tmp_path)
    assert (keys(after, "ideation"), after.lists["attempt"]) == (["ring-mother"], before.lists["attempt"])
    (tmp_path / FILE).write_text(OWN + "[[", encoding="utf-8")
    broken = read_checklists(tmp_path)
    assert broken.lists == before.lists
    assert FILE in broken.trouble


@pytest.mark.parametrize(
    "text",
    [
        '[[of-mine]]\nkey = "a"\nen = "b"',
        'attempt = "call"',
        '[[attempt]]\nkey = "a"',
        '[[attempt]]\nen = "b"',
        "attempt = [1]",
        "".join(f'[[attempt]]\nkey = "k{at}"\nen = "b"\n' for at in range(10)),
    ],
)
def test_that_a_list_that_cannot_be_used_is_told(text: str) -> None:
    with pytest.raises(BadInput):
        parse_checklists(text)


def test_that_an_item_is_ticked_by_a_word_once(profile: Path, capfd: pytest.CaptureFixture[str]) -> None:
    def words(*given: str, fails: bool = False) -> Any:
        code = run(["--profile", str(profile), "--as", "asha", *given, "--json"])
        out, err = capfd.readouterr()
        assert code == (2 if fails else 0), err
        return err if fails else json.loads(out)

    number = words("alert", "add", "--source", "181", "--text", "caller is afraid for her sister")["number"]
    assert words("case", "check", number, "stf-asked", "112-by-phone")["checks"] == [
        "stf-asked",
        "112-by-phone",
    ]
    words("case", "check", number, "stf-asked")
    shown = words("case", "show", number)
    assert [event["kind"] for event in shown["events"]].count("check_done") == 2
    assert "read-for-place" in words("case", "check", number, "of-mine", fails=True)
    assert words("case", "undo", number)["checks"] == ["stf-asked"]


def test_that_digits_tick_and_enter_writes_it_down(qapp: Any, profile: Path, qtbot: Any) -> None:
    house = House(qapp, profile)
    try:
        house.room.checklists = house.profile.checklists()
        case = house.new_case("a rope")
        form = house.form(_checks(), case)
        for key in (Qt.Key.Key_2, Qt.Key.Key_3):
            qtbot.keyClick(form.items.box, key)
        qtbot.keyClick(form.items.box, Qt.Key.Key_Return)
        house.saved()
        assert house.view(case).case.checks == ("stf-asked", "112-by-phone")
    finally:
        house.close()


def _checks() -> Any:
    from controlroom.ui.forms.checks import ChecksForm

    return ChecksForm
