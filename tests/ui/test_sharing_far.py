"""What is not on this desk is asked for on the server: by a search, a number, a link, the head of a mail."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from forms_house import House, wait_for

from controlroom.casework.room.sharing import Link
from controlroom.errors import WorldFault
from controlroom.ui.case.pane import CasePane
from controlroom.ui.kit.district_names import DistrictNames
from controlroom.ui.queue.pane import QueuePane

CONNECTED = Link("connected", login="asha")


@pytest.fixture
def house(qapp: Any, profile: Path) -> Iterator[House]:
    made = House(qapp, profile)
    made.profile.subscribe(made.tasks.publish)
    yield made
    made.close()


class Far:
    """A server that has what `bring` makes. Asked on worker threads."""

    def __init__(self, bring: Callable[[], UUID]) -> None:
        self.bring = bring
        self.asked: list[str] = []
        self.is_away = False

    def open_case(self, number_or_id: str) -> UUID | None:
        self.asked.append(number_or_id)
        return None if number_or_id == "2026-000999" else self.bring()

    def search(self, text: str, limit: int = 50) -> Sequence[tuple[UUID, str]]:
        return ()

    def fetch_found(self, text: str, limit: int = 50) -> None:
        self.asked.append(text)
        if self.is_away:
            raise WorldFault("The database cannot be reached; everything goes on here and is sent later.")
        self.bring()

    def blob(self, sha256: str) -> bytes | None:
        self.asked.append(sha256)
        return b"Subject: from the other desk\r\n\r\nx"


@pytest.fixture
def far(house: House) -> Far:
    made = Far(lambda: house.new_case("phone 98390 12345, Kiran is on the bridge"))
    house.room.sharing.elsewhere = made
    return made


def queue_of(house: House) -> QueuePane:
    pane = QueuePane(house.room, DistrictNames(), house.window)
    house.tasks.changed.connect(pane.on_changes)
    pane.start()
    return pane


def search(pane: QueuePane, text: str) -> None:
    pane.head.search.setText(text)
    pane.head.searched.emit(text)


def test_that_a_search_goes_on_to_the_server_and_its_finds_arrive(house: House, far: Far) -> None:
    house.room.sharing.show_link(CONNECTED)
    pane = queue_of(house)
    search(pane, "ki")
    search(pane, "kir")
    search(pane, "kiran")
    wait_for(lambda: pane.model.rowCount() == 1)
    assert far.asked == ["kiran"]  # once, for what was typed in the end
    wait_for(lambda: not house.room.sharing.is_looking)


def test_that_a_server_that_cannot_be_asked_is_named_where_nothing_was_found(house: House, far: Far) -> None:
    house.room.sharing.show_link(Link("away", login="asha"))
    pane = queue_of(house)
    search(pane, "kiran")
    wait_for(lambda: "cannot be asked now" in pane._empty._text.text())
    assert far.asked == []
    far.is_away = True
    house.room.sharing.show_link(CONNECTED)
    search(pane, "kiran devi")
    wait_for(lambda: far.asked == ["kiran devi"] and not house.room.sharing.is_looking)
    wait_for(lambda: pane._empty._title.text() == "Nothing found")


def test_that_a_desk_that_is_alone_asks_nobody(house: House) -> None:
    pane = queue_of(house)
    search(pane, "kiran")
    wait_for(lambda: pane._empty._title.text() == "Nothing found")
    assert "server" not in pane._empty._text.text()
    answers: list[UUID | None] = []
    house.room.sharing.fetch_case("2026-000999", done=answers.append)
    assert answers == [None]


def test_that_a_case_that_is_opened_comes_from_the_server(house: House, far: Far) -> None:
    house.room.sharing.show_link(CONNECTED)
    pane = CasePane(house.room, house.window)
    missing = uuid4()
    answers: list[UUID | None] = []
    house.room.sharing.fetch_case("2026-000412", done=answers.append)
    wait_for(lambda: bool(answers))
    case = answers[0]
    far.bring = lambda: missing  # the server has it, and yet it cannot be read here
    pane.show_case(missing)
    wait_for(lambda: far.asked == ["2026-000412", str(missing)])
    far.bring = lambda: case or missing
    pane.show_case(case)
    wait_for(lambda: pane.view is not None)
    assert far.asked == ["2026-000412", str(missing)]  # what is here is not asked for, what is not only once


def test_that_the_head_of_a_mail_that_another_desk_took_in_is_fetched(house: House, far: Far) -> None:
    house.room.sharing.show_link(CONNECTED)
    case = house.new_case()
    pane = CasePane(house.room, house.window)
    pane.show_case(case)
    wait_for(lambda: pane.view is not None)
    pane.mail.headers_wanted.emit("ab" * 32)
    wait_for(lambda: pane.mail._headers is not None)
    assert pane.shown.is_revealed
    assert "from the other desk" in str(pane.mail._headers)
    assert far.asked == ["ab" * 32]
