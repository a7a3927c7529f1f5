"""Signing in to the shared database: in the background, in words, and nothing that was typed is lost."""

import threading
from pathlib import Path
from typing import Any

import pytest
from forms_house import House, wait_for
from PySide6.QtWidgets import QWidget

from controlroom.casework.room.sharing import Link
from controlroom.errors import BadInput, WorldFault
from controlroom.ui.door.signin import SignInForm, dsn_of, is_here, shown_address
from controlroom.ui.door.signout import SignOutForm
from controlroom.ui.outside import Outside, SignIn


@pytest.fixture
def house(qapp: Any, profile: Path) -> Any:
    made = House(qapp, profile)
    yield made
    made.close()


class Server:
    """Takes what is typed; refuses while `fault` is set. Runs on a worker thread."""

    def __init__(self) -> None:
        self.fault: Exception | None = None
        self.came: list[SignIn] = []
        self.is_open = threading.Event()
        self.is_open.set()

    def __call__(self, typed: SignIn) -> None:
        self.is_open.wait(60)
        if self.fault is not None:
            raise self.fault
        self.came.append(typed)


def form_of(house: House, server: Server, **known: str) -> SignInForm:
    form = SignInForm(house.room, server, house.window, **{"address": "", "login": "", **known})
    form.open()
    return form


def fill(form: SignInForm, address: str, login: str, password: str) -> None:
    form.address.setText(address)
    form.login.setText(login)
    form.password.setText(password)


@pytest.mark.parametrize(
    ("typed", "dsn"),
    [
        ("db1.example.in", "postgresql://db1.example.in/controlroom"),
        (" db1.example.in:5433,db2.example.in/up ", "postgresql://db1.example.in:5433,db2.example.in/up"),
        (
            "postgresql://db1.example.in/up?sslmode=verify-full",
            "postgresql://db1.example.in/up?sslmode=verify-full",
        ),
        ("host=/run/pg dbname=up", "host=/run/pg dbname=up"),
    ],
)
def test_that_a_short_address_becomes_a_whole_one(typed: str, dsn: str) -> None:
    assert dsn_of(typed) == dsn


@pytest.mark.parametrize(
    ("dsn", "address", "ca_file"),
    [
        (
            "host=db1.example.in,db2.example.in port=5433,5434 dbname=up",
            "db1.example.in:5433,db2.example.in:5434/up",
            "",
        ),
        ("host=db1.example.in dbname=up sslrootcert='/etc/up ca.pem'", "db1.example.in/up", "/etc/up ca.pem"),
        ("host=db1.example.in target_session_attrs=any", "host=db1.example.in target_session_attrs=any", ""),
        ("postgresql://db1.example.in/up", "postgresql://db1.example.in/up", ""),
        ("", "", ""),
    ],
)
def test_that_the_address_that_is_kept_is_shown_as_people_type_it(
    house: House, dsn: str, address: str, ca_file: str
) -> None:
    assert shown_address(dsn) == (address, ca_file)
    form = SignInForm(house.room, Server(), house.window, address=dsn, login="asha")
    assert (form.address.text(), form.ca_file.text()) == (address, ca_file)


def test_that_the_file_of_the_authority_is_part_of_the_address() -> None:
    url = "postgresql://db1.example.in/controlroom?sslrootcert="
    assert dsn_of("db1.example.in", "/etc/up ca.pem") == f"{url}/etc/up%20ca.pem"
    assert dsn_of(f"{url}mine.pem", "/etc/other.pem") == f"{url}mine.pem"


@pytest.mark.parametrize(
    ("address", "here"),
    [
        ("localhost/up", True),
        ("127.0.0.1:5433,localhost", True),
        ("postgresql://asha@[::1]/up", True),
        ("db1.example.in", False),
        ("localhost,db1.example.in", False),
        ("host=127.0.0.1 port=5433 dbname=up", True),
        ("host=db1.example.in dbname=up", False),
        ("[::", False),
        ("", False),
    ],
)
def test_that_only_this_machine_may_go_without_tls(house: House, address: str, here: bool) -> None:
    assert is_here(address) is here
    form = form_of(house, Server())
    fill(form, address or "x", "asha", "secret")
    form.plain.setChecked(True)
    assert form.typed().plain_loopback is here
    assert form.plain.isHidden() is not here


def test_that_who_signs_in_is_told_to_the_window(house: House, qtbot: Any) -> None:
    server = Server()
    form = form_of(house, server)
    fill(form, "db1.example.in", " asha ", "secret")
    with qtbot.waitSignal(form.connected) as told:
        form.submit()
    assert server.came == told.args
    assert server.came[0].login == "asha"
    assert "secret" not in repr(server.came[0])
    assert form.isHidden()


@pytest.mark.parametrize(
    ("fault", "text"),
    [
        (
            BadInput(
                "The database refuses the name {user} with this password; type both again.", user="asha"
            ),
            "asha",
        ),
        (
            WorldFault("The certificate of the database has expired; the administrator must renew it."),
            "expired",
        ),
        (KeyError("x"), "A fault of this program (KeyError)"),
    ],
)
def test_that_what_is_wrong_is_said_in_the_form_and_what_was_typed_stays(
    house: House, fault: Exception, text: str, expect_log: Any
) -> None:
    if isinstance(fault, KeyError):
        expect_log("a task failed: KeyError")
    server = Server()
    server.fault = fault
    form = form_of(house, server)
    fill(form, "db1.example.in", "asha", "secret")
    form.submit()
    wait_for(lambda: text in form.answer.text())
    assert (form.address.text(), form.login.text(), form.password.text()) == (
        "db1.example.in",
        "asha",
        "secret",
    )
    assert form.isVisible()
    server.fault = None
    form.submit()
    wait_for(form.isHidden)
    assert len(server.came) == 1


@pytest.mark.parametrize(
    ("typed", "text"),
    [(("", "asha", "x"), "address"), (("db", "", "x"), "login"), (("db", "asha", ""), "password")],
)
def test_that_what_is_missing_is_asked_for_before_the_server_is(
    house: House, typed: tuple[str, str, str], text: str
) -> None:
    server = Server()
    form = form_of(house, server)
    fill(form, *typed)
    form.submit()
    assert text in form.answer.text()
    assert server.came == []


def test_that_the_window_lives_on_while_the_server_is_asked(house: House) -> None:
    server = Server()
    server.is_open.clear()
    form = form_of(house, server)
    fill(form, "db1.example.in", "asha", "secret")
    form.submit()
    assert form.answer.text() == "Asking the server…"
    form.reject()  # what the server answers would be told to nobody
    assert form.isVisible()
    assert not form.address.isEnabled()
    server.is_open.set()
    wait_for(form.isHidden)


def outside(send: Any, out: Any) -> Outside:
    nothing: Any = None
    return Outside(
        map=nothing,
        outlines=dict,
        street_map=lambda: None,
        import_places=str,
        check_mailbox=str,
        use_mailbox=lambda mailbox: None,
        send_pending=send,
        sign_out=out,
    )


def test_that_signing_out_sends_first(house: House, qtbot: Any) -> None:
    done: list[str] = []
    house.room.sharing.show_link(Link("connected", login="asha", pending=2))

    def send() -> int:
        done.append("sent")
        return 0

    form = SignOutForm(house.room, outside(send, lambda: done.append("out")), house.window)
    form.open()
    assert not form.go.isEnabled()
    wait_for(form.go.isEnabled)
    assert "in the shared database" in form.why.text()
    with qtbot.waitSignal(form.signed_out):
        form.submit()
    assert done == ["sent", "out"]


def away() -> int:
    raise WorldFault("The database cannot be reached; everything goes on here and is sent later.")


@pytest.mark.parametrize(("send", "left"), [(lambda: 2, "2"), (away, "3")])
def test_that_who_signs_out_is_told_what_nobody_else_sees_yet(house: House, send: Any, left: str) -> None:
    house.room.sharing.show_link(Link("away", login="asha", pending=3))
    out: list[QWidget] = []
    form = SignOutForm(house.room, outside(send, lambda: out.append(house.window)), house.window)
    form.open()
    wait_for(form.go.isEnabled)
    assert f"no other desk sees yet: {left}." in form.why.text()
    assert form.go.text() == "Sign out all the same"
    form.reject()
    assert out == []
