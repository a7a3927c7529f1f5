"""Finding with the keyboard: whom to ask next, which place counts, whose case it is."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from forms_house import OTHER, House, enter, press, steps, type_in, wait_for
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from controlroom.casework.handing.connectors import add_connector
from controlroom.casework.handing.ports import ConnectorSettings
from controlroom.handover.registry import connector_of
from controlroom.ui.forms.asking import AskForm
from controlroom.ui.forms.choosing import ChooseForm, WhoseForm
from controlroom.ui.forms.place import PlaceForm
from controlroom.ui.forms.tried import TriedForm


@pytest.fixture
def house(qapp: QApplication, profile: Path) -> Iterator[House]:
    made = House(qapp, profile)
    yield made
    made.close()


def test_that_the_best_one_to_ask_is_chosen_and_enter_notes_it(house: House) -> None:
    case = house.new_case()
    form = house.form(AskForm, case)
    wait_for(lambda: bool(form.text.text()))
    assert form.whom.one() == "stf"
    assert "latitude" in form.text.text()
    assert "12345" not in form.text.text()  # masked until it is copied
    type_in(form.given_by.editor, "STF desk")
    enter(form.given_by.editor)
    house.saved()
    [tried] = house.view(case).case.tries
    assert (tried.source, tried.status, tried.given_by) == ("stf", "asked", "STF desk")
    assert house.form(AskForm, case).whom.one() != "stf"


def test_that_copying_the_words_is_an_event_first(house: House) -> None:
    case = house.new_case()
    form = house.form(AskForm, case)
    wait_for(lambda: bool(form.text.text()))
    press(form.whom.box, Qt.Key.Key_F7)
    assert "अक्षांश" in form.text.text()
    QGuiApplication.clipboard().clear()
    press(form.whom.box, Qt.Key.Key_F6)
    wait_for(lambda: "+919839012345" in QGuiApplication.clipboard().text())
    assert "अक्षांश" in QGuiApplication.clipboard().text()
    event = house.last(case)
    assert (event.kind, event.body["field"]) == ("copied_out", "request/stf")


def test_that_the_try_form_says_what_was_not_tried(house: House) -> None:
    case = house.new_case()
    form = house.form(TriedForm, case)
    assert "STF" in form.next.text()
    press(form.usual.box, Qt.Key.Key_1)
    press(form.usual.box, Qt.Key.Key_2)
    enter(form.usual.box)
    house.saved()
    tries = house.view(case).case.tries
    assert [(one.source, one.status) for one in tries] == [("stf", "asked"), ("profile", "nothing")]
    assert "STF" not in house.form(TriedForm, case).next.text()


def place(house: House, case: object, lat: float, source: str, **more: object) -> None:
    values = {"lat": lat, "lon": 80.95, "accuracy_m": 300.0, "source": source, **more}
    house.do(steps.place_case, case, **values)  # type: ignore[arg-type]


def test_that_a_digit_and_a_reason_choose_the_place_that_counts(house: House) -> None:
    case = house.new_case()
    place(house, case, 26.85, "stf")
    place(house, case, 26.40, "family", is_candidate=True)
    form = house.form(ChooseForm, case)
    press(form.which.box, Qt.Key.Key_2)
    assert "both cannot be true" in form.odd.text()
    enter(form.which.box)
    assert form.reason.problem.text() == "Say in a few words why this place counts."
    type_in(form.reason.editor, "the brother saw him there")
    enter(form.reason.editor)
    house.saved()
    known = house.view(case).case
    assert known.place is not None and known.choice is not None
    assert (known.place.lat, known.choice.reason) == (26.40, "the brother saw him there")


def test_that_enter_alone_decides_whose_it_is_by_the_ground(house: House) -> None:
    case = house.new_case()
    place(house, case, 26.85, "stf", district="Lucknow")
    form = house.form(WhoseForm, case)
    wait_for(lambda: form.whose.one() == "0")
    enter(form.whose.box)
    house.saved()
    found = house.view(case).case.jurisdiction
    assert found is not None
    assert (found.district, found.force, bool(found.reason)) == ("Lucknow", "commissionerate", True)


@pytest.mark.parametrize(
    ("typed", "district", "state"),
    [("इलाहाबाद", "Prayagraj", ""), ("बिहार", "", "Bihar"), ("Kanpur Nagar", "Kanpur Nagar", "")],
)
def test_that_another_one_is_typed_in_either_script(
    house: House, typed: str, district: str, state: str
) -> None:
    case = house.new_case()
    form = house.form(WhoseForm, case)
    wait_for(lambda: bool(form._names.district_called("Agra")[0]))
    type_in(form.other.editor, "Nowhere")
    enter(form.other.editor)
    assert form.other.problem.text().startswith("That is no district")
    form.other.editor.selectAll()
    form.other.editor.insert(typed)
    enter(form.other.editor)
    house.saved()
    found = house.view(case).case.jurisdiction
    assert found is not None
    assert (found.district, found.state) == (district, state)


@pytest.mark.parametrize(
    ("key", "source"),
    [
        (Qt.Key.Key_1, "stf"),
        (Qt.Key.Key_2, "meta"),
        (Qt.Key.Key_3, "tower"),
        (Qt.Key.Key_5, "profile"),
        (Qt.Key.Key_6, "family"),
        (Qt.Key.Key_9, "subscriber"),
        (Qt.Key.Key_0, "friend"),
        (Qt.Key.Key_Minus, "number-plate"),
        (Qt.Key.Key_Equal, "caller"),
    ],
)
def test_that_every_source_has_one_key(house: House, key: Qt.Key, source: str) -> None:
    form = house.form(PlaceForm, house.new_case())
    press(form.source.box, key)
    assert form.source.one() == source


def test_that_a_place_keeps_who_gave_it_whose_it_is_and_that_it_is_a_candidate(house: House) -> None:
    case = house.new_case()
    place(house, case, 26.85, "stf")
    form = house.form(PlaceForm, case)
    type_in(form.where.editor, "26.79, 80.90")
    wait_for(lambda: bool(form.rows.spots))
    enter(form.where.editor)
    press(form.source.box, Qt.Key.Key_9)
    type_in(form.given_by.editor, "Airtel nodal desk")
    press(form.whose.box, Qt.Key.Key_2)
    press(form.keep.box, Qt.Key.Key_1)
    enter(form.keep.box)
    house.saved()
    known = house.view(case).case
    assert known.place is not None
    assert known.place.lat == 26.85
    kept = known.places[-1]
    assert (kept.given_by, kept.whose, kept.is_candidate) == ("Airtel nodal desk", "phone-owner", True)


def test_that_what_is_asked_back_says_why(house: House) -> None:
    form = house.form(PlaceForm, house.new_case())
    type_in(form.where.editor, "80.9462, 26.8467")
    wait_for(lambda: bool(form.rows.spots) and not form._rest.isActive())
    assert form.where.hint.text() == "Latitude and longitude seem to be exchanged: is this the place?"
    form.where.editor.selectAll()
    type_in(form.where.editor, "25.6100, 85.1400")
    wait_for(lambda: form.rows.state == "Bihar")
    assert "outside Uttar Pradesh, probably Bihar" in form.rows.texts()[0]


def test_that_f8_sends_the_words_by_the_connector_of_the_source(house: House) -> None:
    case = house.new_case()
    way = ConnectorSettings(
        "stf", "smtp", "stf@up.example", server="smtps://x@localhost:1", sender="a@b.example"
    )
    with house.profile.writer.write(actor=OTHER) as tx:
        add_connector(tx, way)
    house.room.connector_of = connector_of
    form = house.form(AskForm, case)
    wait_for(lambda: not form._mail.isHidden())
    press(form.whom.box, Qt.Key.Key_2)  # Meta, or who called: no connector bears that name
    wait_for(lambda: bool(form.text.text()))
    assert form._mail.isHidden()
    press(form.whom.box, Qt.Key.Key_1)
    wait_for(lambda: not form._mail.isHidden())
    press(form.whom.box, Qt.Key.Key_F8)
    house.saved()
    event = house.last(case)
    assert (event.kind, event.body["source"], event.body["status"]) == ("location_tried", "stf", "asked")
    with house.profile.writer.write(actor=OTHER) as tx:
        assert tx.letters_of("stf") == 1
