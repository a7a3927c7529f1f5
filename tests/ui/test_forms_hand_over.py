"""The hand-over form: connectors first, the text before it goes, and one Enter for all of them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from forms_house import ME, OTHER, House, enter, wait_for
from PySide6.QtWidgets import QApplication
from receivers import FolderReceiver

from controlroom.casework import steps
from controlroom.casework.handing.connectors import add_connector
from controlroom.casework.handing.handovers import confirm_alert
from controlroom.casework.handing.ports import ConnectorSettings
from controlroom.casework.ports import Health
from controlroom.handover.registry import connector_of
from controlroom.sendingroom import sending_loop
from controlroom.ui.forms.hand_over import HandOverForm
from controlroom.ui.kit import theme
from controlroom.ui.ringing.sound import Ringer
from controlroom.ui.room.connectors_sheet import ConnectorsSheet
from controlroom.ui.status.strip import StatusStrip


@pytest.fixture
def house(qapp: QApplication, profile: Path, tmp_path: Path) -> Iterator[House]:
    made = House(qapp, profile)
    ways = (
        FolderReceiver(tmp_path / "district").settings("lucknow", receiver="district", district="Lucknow"),
        FolderReceiver(tmp_path / "agra").settings("agra", receiver="district", district="Agra"),
        FolderReceiver(tmp_path / "up112").settings("up112", receiver="112", language="en"),
        ConnectorSettings("dial", "phone", "108", "108", language="en"),
    )
    with made.profile.writer.write(actor=ME) as tx:
        for way in ways:
            add_connector(tx, way)
    made.room.connectors, made.room.connector_of = ways, connector_of
    yield made
    made.close()


def placed(house: House) -> object:
    case = house.new_case()
    house.do(
        steps.place_case, case, lat=26.8467, lon=80.9462, accuracy_m=350, source="stf", district="Lucknow"
    )
    return case


def test_that_one_enter_sends_to_112_and_the_district_of_the_case(house: House, tmp_path: Path) -> None:
    case = placed(house)
    form = house.form(HandOverForm, case)
    assert form.to.chosen() == ("lucknow", "up112")
    offered = [chip.text() for chip in form.to._chips if not chip.isHidden()]
    assert any("lucknow" in text for text in offered) and not any("agra" in text for text in offered)
    assert not form.when.isVisibleTo(form)
    enter(form.to.box)
    house.saved()
    case_now = house.view(case).case
    assert [(one.to, one.connector) for one in case_now.hand_overs] == [
        ("district", "lucknow"),
        ("112", "up112"),
    ]
    sending_loop(house.profile, lambda health: None).run_once()
    assert len(list((tmp_path / "district").iterdir())) == len(list((tmp_path / "up112").iterdir())) == 1


def test_that_the_text_stands_there_before_it_goes_and_masked_until_it_is_shown(house: House) -> None:
    case = placed(house)
    form = house.form(HandOverForm, case)
    text = form.going.text()
    assert "within 350 m" in text and "एसटीएफ" in text  # each in the language of its connector
    assert "98390 12345" not in text
    form.language.set_text("en")
    form._show_text()
    assert "एसटीएफ" not in form.going.text()
    form.unmask.click()
    wait_for(lambda: "98390 12345" in form.going.text())
    assert house.last(case).kind == "secret_revealed"


def test_that_a_telephone_has_its_script_and_takes_the_answer(house: House) -> None:
    case = placed(house)
    form = house.form(HandOverForm, case)
    form.to.set_text("dial")
    form._on_chosen()
    assert "Please repeat the place" in form.going.text()
    assert form.refs["108"].isVisibleTo(form) and form.when.isVisibleTo(form)
    form.refs["108"].set_text("Amb 42")
    enter(form.to.box)
    house.saved()
    [told] = house.view(case).case.hand_overs
    assert (told.to, told.via, told.ref, told.is_there) == ("108", "phone", "Amb 42", True)


def test_that_a_second_person_is_asked_for_and_then_it_goes(house: House) -> None:
    case = placed(house)
    doubt = {"source": "mail", "authenticity": {"label": "contradicts", "why": "it"}}
    house.do(steps.say, case, by="intake", kind="alert_received", body=doubt)
    form = house.form(HandOverForm, case)
    assert "second person" in form.warning.text()
    enter(form.to.box)
    wait_for(lambda: "second person" in form._trouble.text())
    house.do(confirm_alert, case, by=OTHER)
    house.open(form, case)
    assert form.warning.text() == ""
    enter(form.to.box)
    house.saved()
    assert len(house.view(case).case.hand_overs) == 2


def test_that_an_exercise_says_that_nothing_leaves_the_room(house: House) -> None:
    from controlroom.casework.arriving import alerts

    with house.profile.writer.write(actor=ME) as tx:
        case = alerts.add_alert(tx, source="phone", text="phone 98390 12345", exercise=True)
    form = house.form(HandOverForm, case)
    form.to.set_text("up112")
    form._on_chosen()
    assert form.going.text().startswith("This is an exercise: nothing leaves the room.")


def test_that_what_does_not_go_out_is_seen_and_heard(qapp: QApplication) -> None:
    strip = StatusStrip(theme.DARK)
    assert strip._sending.isHidden()
    strip.show_health(Health("Sending", "down", "It has not gone out.", backlog=2))
    assert not strip._sending.isHidden()
    assert strip._sending.text() == "Not sent 2"
    strip.show_health(Health("Sending", "ok", "It has gone out."))
    assert strip._sending.isHidden()
    assert strip._health == {}
    ringer = Ringer()
    ringer.show_health(Health("Sending", "down", "It has not gone out."))
    ringer.show_health(Health("Mail", "ok", "Mail is being fetched."))
    assert ringer._ill == {"Sending"}
    strip.deleteLater()


def test_that_the_ways_out_are_listed_without_secrets(house: House) -> None:
    sheet = ConnectorsSheet(house.room, house.window)
    sheet.open()
    from PySide6.QtWidgets import QLabel

    wait_for(lambda: any("up112" in label.text() for label in sheet.findChildren(QLabel)))
    sheet.hide()
