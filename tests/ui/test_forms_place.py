"""Anything pasted is understood, what is ambiguous is asked back, and nothing is placed unseen."""

from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from forms_house import House, enter, press, type_in, wait_for
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from controlroom.casework.placing.understood import Understood
from controlroom.places.locator import AtlasFinder
from controlroom.ui.forms.place import PlaceForm


@pytest.fixture
def house(qapp: QApplication, profile: Path) -> Iterator[House]:
    made = House(qapp, profile)
    yield made
    made.close()


def looked(form: PlaceForm) -> None:
    wait_for(lambda: not form.is_looking and not form._rest.isActive())


@pytest.mark.parametrize(
    ("text", "lat", "lon"),
    [
        ("26.8467, 80.9462", 26.8467, 80.9462),
        ("26°50'48.1\"N 80°56'46.3\"E", 26.846694, 80.946194),
        ("26.85, 80.95", 26.85, 80.95),
        ("अक्षांश २६.८४६७ देशांतर ८०.९४६२", 26.8467, 80.9462),
        ("https://www.google.com/maps?q=26.8467,80.9462", 26.8467, 80.9462),
    ],
)
def test_that_a_coordinate_of_any_spelling_places_with_four_keys(
    house: House, text: str, lat: float, lon: float
) -> None:
    case = house.new_case()
    form = house.form(PlaceForm, case)
    looked(form)
    form.where.editor.insert(text)  # a paste
    form.where.editor.textEdited.emit(text)
    enter(form.where.editor)
    wait_for(lambda: form.rows.spot is not None)
    assert "Lucknow" in form.verdict.text()
    assert "guess" in form.verdict.text()  # no boundaries are imported
    press(form.source.box, Qt.Key.Key_1)
    assert form.radius.text() == "350"
    enter(form.source.box)
    house.saved()
    place = house.view(case).case.place
    assert place is not None
    assert (place.lat, place.lon) == pytest.approx((lat, lon), abs=1e-5)
    assert (place.accuracy_m, place.source, place.text) == (350, "stf", text)
    assert (place.district, place.is_guess) == ("Lucknow", True)


class SlowNames:
    """The real finder; its names are not read before somebody lets them."""

    def __init__(self, finder: AtlasFinder) -> None:
        self._finder, self.are_read, self.asked = finder, Event(), list[str]()

    def at_once(self, text: str) -> Understood | None:
        return self._finder.at_once(text)

    def understand(self, text: str) -> Understood:
        self.asked.append(text)
        assert self.are_read.wait(60)
        return self._finder.understand(text)


@pytest.fixture
def slow(house: House) -> Iterator[SlowNames]:
    names = SlowNames(house.room.finder)  # type: ignore[arg-type]
    house.room.finder = names  # type: ignore[assignment]
    yield names
    names.are_read.set()


@pytest.mark.parametrize(
    "text", ["26.8467, 80.9462", "226010", "https://www.google.com/maps?q=26.8467,80.9462"]
)
def test_that_a_point_is_answered_while_the_names_are_still_read(
    house: House, slow: SlowNames, text: str
) -> None:
    form = house.form(PlaceForm, house.new_case())
    type_in(form.where.editor, text)  # key by key: the first digits alone are looked for among the names
    wait_for(lambda: bool(form.rows.spots))
    assert len(form.rows.spots) == 1
    assert text not in slow.asked
    assert len(slow.asked) <= 1, "one look at the names at a time"


def test_that_of_many_keys_the_last_text_is_looked_for(house: House, slow: SlowNames) -> None:
    form = house.form(PlaceForm, house.new_case())
    type_in(form.where.editor, "Rampu")
    wait_for(lambda: bool(slow.asked))
    type_in(form.where.editor, "r")
    slow.are_read.set()
    looked(form)
    assert len(form.rows.spots) > 1
    assert slow.asked[-1] == "Rampur"
    assert len(slow.asked) == 2


def test_that_nothing_is_called_wrong_before_the_hand_rests(house: House) -> None:
    form = house.form(PlaceForm, house.new_case())
    form._rest.setInterval(3_600_000)
    type_in(form.where.editor, "https://maps.app.goo.gl/abc")
    wait_for(lambda: not form.is_looking)
    assert form.where.problem.text() == ""
    form._rest.start(0)
    wait_for(lambda: form.where.problem.text().startswith("This link does not say where"))
    form._rest.setInterval(3_600_000)
    form.where.editor.selectAll()
    type_in(form.where.editor, "x")
    assert form.where.problem.text() == ""
    form.where.editor.selectAll()
    QApplication.clipboard().setText("https://maps.app.goo.gl/abc")
    form.where.editor.paste()
    wait_for(lambda: form.where.problem.text().startswith("This link does not say where"))


def test_that_what_was_offered_stands_in_grey_until_the_answer(house: House, slow: SlowNames) -> None:
    form = house.form(PlaceForm, house.new_case())
    type_in(form.where.editor, "226028")
    wait_for(lambda: bool(form.rows.spots))
    type_in(form.where.editor, "9")
    wait_for(lambda: "2260289" in slow.asked)
    [row] = [row for row in form.rows._rows if not row.isHidden()]
    assert not row.isEnabled()
    press(form.where.editor, Qt.Key.Key_Down)
    assert form.rows.spot is None, "what is grey cannot be chosen"
    slow.are_read.set()
    wait_for(lambda: row.isHidden())
    form.where.editor.setText("")
    type_in(form.where.editor, "226028")
    wait_for(lambda: bool(form.rows.spots))
    assert row.isEnabled()


def test_that_a_pin_code_brings_its_own_radius(house: House) -> None:
    case = house.new_case()
    form = house.form(PlaceForm, case)
    looked(form)
    type_in(form.where.editor, "226028")
    looked(form)
    [row] = form.rows.texts()
    assert "PIN code" in row
    assert form.rows.spot is None
    press(form.where.editor, Qt.Key.Key_Down)
    radius = float(form.radius.text())
    assert radius > 350
    press(form.source.box, Qt.Key.Key_6)
    enter(form.source.box)
    house.saved()
    place = house.view(case).case.place
    assert place is not None
    assert (place.accuracy_m, place.source) == (radius, "family")


def test_that_an_ambiguous_name_asks_back_and_digits_choose(house: House) -> None:
    case = house.new_case()
    form = house.form(PlaceForm, case)
    looked(form)
    type_in(form.where.editor, "Rampur")
    looked(form)
    assert len(form.rows.spots) > 1
    enter(form.where.editor)
    enter(form.where.editor)
    assert form.where.problem.text() == "Which one is meant? Arrow down, then Enter."
    assert form.rows.spot is None
    assert form.where.text() == "Rampur"
    assert house.view(case).case.place is None
    press(form.where.editor, Qt.Key.Key_Down)
    press(form.rows, Qt.Key.Key_2)
    assert form.rows.spot == form.rows.spots[1]
    enter(form.rows)
    assert form.source.problem.text() == "Choose who says so: 1 to 8."
    press(form.source.box, Qt.Key.Key_7)
    enter(form.source.box)
    house.saved()
    place = house.view(case).case.place
    assert place is not None
    assert (place.lat, place.lon) == (form.rows.spots[1].lat, form.rows.spots[1].lon)


def test_that_enter_before_the_answer_places_nothing_unseen(house: House) -> None:
    case = house.new_case()
    form = house.form(PlaceForm, case)
    looked(form)
    form.source.set_text("stf")
    type_in(form.where.editor, "26.8467, 80.9462")
    for _ in range(3):
        enter(form.where.editor)  # faster than the answer
    looked(form)
    assert form.rows.spot is not None
    assert house.view(case).case.place is None
    enter(form.where.editor)
    house.saved()
    assert house.view(case).case.place is not None


def test_that_other_words_leave_the_choice(house: House) -> None:
    form = house.form(PlaceForm, house.new_case())
    looked(form)
    type_in(form.where.editor, "226028")
    looked(form)
    press(form.where.editor, Qt.Key.Key_Down)
    assert form.rows.spot is not None
    type_in(form.where.editor, "9")
    assert form.rows.spot is None
    assert form.radius.text() == ""
    looked(form)
    enter(form.where.editor)
    assert form.where.problem.text().startswith("No place was understood")
    assert form.where.text() == "2260289"


def test_that_the_alerts_own_place_is_two_enters(house: House) -> None:
    case = house.new_case("phone 98390 12345, location 26.8467, 80.9462")
    form = house.form(PlaceForm, case)
    looked(form)
    assert "as the alert says" in form.rows.texts()[0]
    enter(form.where.editor)
    assert form.rows.spot is not None
    assert house.answers == []
    enter(form.where.editor)
    house.saved()
    place = house.view(case).case.places[-1]
    assert (place.lat, place.from_alert) == (26.8467, False)


def test_that_a_short_link_is_said_to_hold_no_place(house: House) -> None:
    form = house.form(PlaceForm, house.new_case())
    looked(form)
    type_in(form.where.editor, "https://maps.app.goo.gl/abc")
    looked(form)
    assert form.where.problem.text().startswith("This link does not say where")
    assert form.where.text() == "https://maps.app.goo.gl/abc"


def test_that_a_radius_that_is_none_is_said_at_its_field(house: House) -> None:
    case = house.new_case()
    form = house.form(PlaceForm, case)
    looked(form)
    type_in(form.where.editor, "26.8467, 80.9462")
    looked(form)
    enter(form.where.editor)
    press(form.source.box, Qt.Key.Key_1)
    form.radius.editor.selectAll()
    type_in(form.radius.editor, "wide")
    enter(form.radius.editor)
    assert form.radius.problem.text().startswith("That is no radius.")
    assert form.radius.text() == "wide"
    form.radius.editor.selectAll()
    type_in(form.radius.editor, "1.5 km")
    enter(form.radius.editor)
    house.saved()
    place = house.view(case).case.place
    assert place is not None
    assert place.accuracy_m == 1500


def test_that_what_is_picked_on_the_map_is_chosen_and_not_yet_saved(house: House) -> None:
    case = house.new_case()
    form = house.form(PlaceForm, case)
    asked: list[bool] = []
    form.pick_wanted.connect(lambda: asked.append(True))
    press(form.where.editor, Qt.Key.Key_F4)
    assert asked == [True]
    form.set_picked(25.31765, 82.97391)
    looked(form)
    assert form.rows.spot is not None
    assert "Varanasi" in form.verdict.text()
    assert house.view(case).case.place is None
    wait_for(lambda: house.draft(f"{case}/place.text") is not None)


def test_that_a_draft_is_looked_up_again_and_chosen_by_nobody(house: House) -> None:
    case = house.new_case()
    first = house.form(PlaceForm, case)
    looked(first)
    type_in(first.where.editor, "226028")
    wait_for(lambda: house.draft(f"{case}/place.text") is not None)
    after_a_crash = house.form(PlaceForm, case)
    looked(after_a_crash)
    assert after_a_crash.where.text() == "226028"
    assert len(after_a_crash.rows.spots) == 1
    assert after_a_crash.rows.spot is None


def test_that_a_place_of_a_list_is_in_the_district_that_the_list_says(house: House) -> None:
    form = house.form(PlaceForm, house.new_case())
    looked(form)
    type_in(form.where.editor, "Noida")
    looked(form)
    assert len(form.rows.spots) > 1
    assert {spot.district for spot in form.rows.spots} == {"Gautam Buddh Nagar"}
    assert all(spot.is_guess for spot in form.rows.spots)  # no boundaries are imported
    assert all("guess" in row for row in form.rows.texts())
