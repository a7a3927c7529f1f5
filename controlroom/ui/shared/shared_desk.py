"""The shared database at this desk: its chip and panel, signing in and out. Main thread only."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, Signal, Slot
from shiboken6 import isValid

from controlroom.casework.room.sharing import Link
from controlroom.ui.door.desk_person import DeskPerson
from controlroom.ui.door.door import Door
from controlroom.ui.frame.parts import WindowParts

if TYPE_CHECKING:
    from controlroom.ui.door.signin import SignInForm
    from controlroom.ui.outside import SignIn
    from controlroom.ui.status.link_panel import LinkPanel


# With these the server (or the lack of a password) says that nobody may be at this desk.
SIGNED_OUT: Final = "Nobody is signed in at this desk; type your password to share again."
DISABLED: Final = "The login {user} was disabled; ask the administrator."
OUT: Final = (SIGNED_OUT, DISABLED)


class SharedDesk(QObject):
    """Wires `room.sharing` to the parts of one window. Its dialogs are loaded when they are opened."""

    signed_in = Signal(object)  # outside.SignIn
    signed_out = Signal()

    def __init__(self, window: WindowParts, person: DeskPerson, door: Door) -> None:
        super().__init__(window)
        self._window, self._room = window, window.room
        self._person, self._door = person, door
        self._panel: LinkPanel | None = None
        self._form: SignInForm | None = None
        self._typed = ("", "")  # address and login, for the next try
        self._refused = 0
        self._room.sharing.link_changed.connect(self._on_link)
        book = self._room.book
        book.register("link", self.open_panel)
        book.register("sign_in", self.open_sign_in, enabled=self.can_sign_in)
        book.register("sign_out", self.open_sign_out, enabled=self.can_sign_out)

    def can_sign_in(self) -> bool:
        """Whether there is anything to connect with."""
        return self._window.outside.sign_in is not None

    def can_sign_out(self) -> bool:
        """Whether somebody is signed in."""
        return bool(self._room.sharing.link.login) and self._window.outside.sign_out is not None

    @Slot(object)
    def _on_link(self, link: Link) -> None:
        for part in (self._window.strip, self._window.line, self._window.queue.head):
            part.show_link(link)
        if self._panel is not None and isValid(self._panel):
            self._panel.show_link(link, self._room.now())
        if link.refused > self._refused:
            text = self.tr("A step of yours was refused: the log of its case says why.")
            if link.refused_in:
                text = self.tr("A step of yours in %1 was refused: its log says why.")
                text = text.replace("%1", link.refused_in[0])
            self._room.say(text, "error")
        self._refused = link.refused
        if link.fault in OUT:
            self.signed_out.emit()

    # --- the panel ----------------------------------------------------------------------------------------

    def open_panel(self) -> None:
        """The sentences behind the chip."""
        from controlroom.ui.status.link_panel import LinkPanel

        self._panel = panel = LinkPanel(self._room.tokens, self._window)
        panel.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        panel.asked.connect(self._room.book.run)
        panel.show_link(self._room.sharing.link, self._room.now())
        panel.offer(can_sign_in=self.can_sign_in(), can_sign_out=self.can_sign_out())
        panel.open_below(self._window.strip.link_chip)

    # --- signing in and out -------------------------------------------------------------------------------

    def open_sign_in(self) -> None:
        """The form for address, login and password."""
        from controlroom.ui.door.signin import SignInForm

        if self._window.outside.sign_in is None:
            return
        address, login = self._typed
        known = self._door.account
        self._form = form = SignInForm(
            self._room,
            self._window.outside.sign_in,
            self._window,
            address=address or str(known.get("dsn") or ""),
            login=login or self._door.login,
            is_plain=bool(known.get("plain_loopback")),
        )
        form.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        form.connected.connect(self._on_connected)
        form.finished.connect(self._on_form_left)
        form.open()

    @Slot()
    def _on_form_left(self) -> None:
        if self._form is not None:  # all but the password waits for the next try
            self._typed = (self._form.address.text(), self._form.login.text())
        self._form = None

    @Slot(object)
    def _on_connected(self, typed: "SignIn") -> None:
        self._door.begin()  # whose this desk is has been written down
        self._person.use(typed.login)
        self._room.say(self.tr("Connected to the shared database as %1.").replace("%1", typed.login), "done")
        self.signed_in.emit(typed)

    def open_sign_out(self) -> None:
        """Sends what is not shared yet, or says what is left; then ends the session."""
        from controlroom.ui.door.signout import SignOutForm

        form = SignOutForm(self._room, self._window.outside, self._window)
        form.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        form.signed_out.connect(self.signed_out)
        form.open()
