"""Puts intake, store and places together: the loop that turns mail into rows of one profile."""

from collections import deque
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from controlroom.casework.arriving.alerts import take_mail
from controlroom.casework.arriving.canary import take_canary
from controlroom.casework.arriving.ports import KeptMail, ReadMail
from controlroom.casework.care.careanswers import take_care_answer
from controlroom.casework.handing.answers import take_answer
from controlroom.casework.ports import Health, Tx
from controlroom.domain.derived import case_of_mail
from controlroom.intake.loop import IntakeLoop
from controlroom.intake.sift import Sift
from controlroom.intake.sources import ImapSettings, Source, source_of
from controlroom.places.atlas import Atlas
from controlroom.places.locator import AtlasLocator
from controlroom.store import Profile

ACTOR = "intake"
RECOGNISERS = (take_care_answer, take_answer)  # asked in turn before a mail is taken for an alert


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
                made = [one(tx, *left.popleft())]
                while left and not profile.writer.is_wanted:
                    made.append(one(tx, *left.popleft()))
            for read in filter(None, made):
                heard(read)

    def one(tx: Tx, read: ReadMail, kept: KeptMail) -> ReadMail | None:
        """The mail where it became a row; None for an answer about another case, and for a test mail."""
        if take_canary(tx, read, kept):
            return None
        case = take_mail(tx, read, kept, locator=locator, recognisers=RECOGNISERS)
        return read if case == case_of_mail(read.sha256) else None

    def warm_up() -> None:
        locator.district_of_pin("226001")
        locator.district_at(26.85, 80.95)

    sift = Sift(own=own_templates(profile))
    return IntakeLoop(source, profile.shelf, sift, take, publish, warm_up=warm_up, now=profile.clock.now)
