"""What the window needs from other rooms of the house; `app.py` hands it in."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from controlroom.casework.drawing import MapCoder, StreetMap

if TYPE_CHECKING:
    from controlroom.casework.arriving.canary import Canary


@dataclass(frozen=True, slots=True)
class SignIn:
    """What is needed to sign in to the shared database. The DSN is without a password."""

    dsn: str
    login: str
    password: str = field(repr=False)
    plain_loopback: bool = False


@dataclass(frozen=True, slots=True)
class Outside:
    """Calls that may take time: they run on worker threads."""

    map: MapCoder
    outlines: Callable[[], dict[str, Any]]
    street_map: Callable[[], StreetMap | None]
    import_places: Callable[[Path], str]  # gives one sentence of what was imported
    check_mailbox: Callable[[dict[str, Any]], str]  # looks once; gives one sentence; raises what is wrong
    use_mailbox: Callable[[dict[str, Any]], None]  # from now on this one
    try_canary: Callable[["Canary"], str] | None = None  # signs in where test mails go; gives one sentence
    sign_in: Callable[[SignIn], None] | None = None  # connects; raises what is wrong, in one sentence
    send_pending: Callable[[], int] | None = None  # pushes now; gives how many are still not shared
    sign_out: Callable[[], None] | None = None  # ends the session, and forgets the password
    is_password: Callable[[str], bool] | None = None  # of the login that this desk is connected as
    keep_door: Callable[[bytes], None] | None = None  # how the door is to look the next time
    has_pins: bool = False  # somebody at this desk has set one
    is_signed_out: bool = False  # of the shared room; nobody may see it until somebody signs in
