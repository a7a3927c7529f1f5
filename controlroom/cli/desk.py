"""The profile a word works on, opened beside a window that may have it open too."""

import argparse
import getpass
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from controlroom.cli.language import say, speak_as_the_window
from controlroom.errors import BadInput, ControlRoomError, WorldFault
from controlroom.store import Profile, open_profile

if TYPE_CHECKING:
    from controlroom.places.atlas import Atlas


def profile_folder(options: argparse.Namespace) -> Path:
    """Where the profile lies: as given, else where this system keeps such things."""
    if options.profile is not None:
        if not options.profile.parts:
            raise BadInput("The profile needs the name of a folder after --profile.")
        return Path(options.profile).expanduser()
    given = os.environ.get("CONTROLROOM_PROFILE")
    if given:
        return Path(given)
    from platformdirs import user_data_path

    return user_data_path("controlroom", appauthor=False)


def person(options: argparse.Namespace) -> str:
    """Who acts: the login of the profile that is open, where it is connected; else as given, else
    CONTROLROOM_PERSON, else who is logged in to the machine."""
    given, login = options.person or os.environ.get("CONTROLROOM_PERSON"), getattr(options, "login", "")
    if login and given and given != login:
        raise BadInput(
            "This profile belongs to {login} in the shared room; {given} needs a profile of their own.",
            login=login,
            given=given,
        )
    return str(login or given or getpass.getuser())


@contextmanager
def opened(options: argparse.Namespace) -> Iterator[Profile]:
    """The profile, closed again whatever happens."""
    profile = open_profile(profile_folder(options))
    options.login = profile.login
    try:
        if not options.speech:
            speak_as_the_window(profile.reader().setting("look"))
        yield profile
    finally:
        profile.close()


def atlas_of(folder: Path) -> "Atlas":
    """The atlas of a profile."""
    from controlroom.places.atlas import Atlas

    return Atlas(folder / "places")


def case_id(profile: Profile, number: str) -> UUID:
    """The case that bears this number."""
    found = profile.reader().case_id_of(number)
    if found is None and profile.login:
        found = _fetched(profile, number)
    if found is None:
        raise BadInput("There is no case {number} on this desk; look at the number again.", number=number)
    return found


def _fetched(profile: Profile, number: str) -> UUID | None:
    """An old case, brought here from the shared database."""
    from controlroom.sync.elsewhere import OnServer

    try:
        return OnServer(profile.replica).open_case(number)
    except ControlRoomError as fault:
        raise WorldFault(
            "There is no case {number} on this desk, and the shared database cannot be asked: {fault}",
            number=number,
            fault=fault,
        ) from fault


def when(text: str) -> datetime:
    """A time typed as ISO 8601 with an offset, as aware UTC."""
    try:
        moment = datetime.fromisoformat(text)
        if moment.tzinfo is not None:
            return moment.astimezone(UTC)
    except (ValueError, OverflowError):
        pass
    raise argparse.ArgumentTypeError(
        say("'{text}' is not a time with its offset; write it like 2026-11-24T02:10:00+05:30", text=text)
    )
