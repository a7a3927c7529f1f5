"""Puts intake, store and places together: the loop that turns mail into rows of one profile."""

from collections import deque
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from controlroom.casework.alerts import take_mail
from controlroom.casework.ports import Health, KeptMail, ReadMail
from controlroom.intake.loop import IntakeLoop
from controlroom.intake.sift import Sift
from controlroom.intake.sources import ImapSettings, Source, source_of
from controlroom.places.atlas import Atlas
from controlroom.places.locator import AtlasLocator
from controlroom.store import Profile

ACTOR = "intake"


def own_templates(profile: Profile) -> Path:
    """Where the administrator's templates and sender list lie."""
    return profile.folder / "templates"


def source_from(mailbox: Mapping[str, Any]) -> Source:
    """The source that the setting "mailbox" describes: an IMAP account or a folder."""
    if mailbox["kind"] == "folder":
        return source_of(Path(str(mailbox["folder"])).expanduser())
    password, ca_file = str(mailbox.get("password", "")), str(mailbox.get("ca_file", ""))
    return source_of(
        ImapSettings(
            host=str(mailbox["host"]),
            user=str(mailbox["user"]),
            password=lambda: password,
            port=int(mailbox.get("port", 993)),
            ca_file=Path(ca_file) if ca_file else None,
        )
    )


def intake_loop(
    profile: Profile,
    source: Source,
    publish: Callable[[Health], None],
    *,
    heard: Callable[[ReadMail], None] = lambda read: None,
) -> IntakeLoop:
    """The loop for one source; give it a thread, or call its `run_once`. `heard` is told of each row."""
    locator = AtlasLocator(Atlas(profile.folder / "places"))

    def take(ready: Sequence[tuple[ReadMail, KeptMail]]) -> None:
        left = deque(ready)
        while left:
            with profile.writer.write(actor=ACTOR, is_person=False) as tx:
                take_mail(tx, *left.popleft(), locator=locator)
                while left and not profile.writer.is_wanted:
                    take_mail(tx, *left.popleft(), locator=locator)
        for read, _ in ready:
            heard(read)

    def warm_up() -> None:
        locator.district_of_pin("226001")

    sift = Sift(own=own_templates(profile))
    return IntakeLoop(source, profile.shelf, sift, take, publish, warm_up=warm_up)
