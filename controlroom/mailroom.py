"""Puts intake, store and places together: the loop that turns mail into rows of one profile."""

from collections.abc import Callable
from pathlib import Path

from controlroom.casework.alerts import take_mail
from controlroom.casework.ports import Health, KeptMail, ReadMail
from controlroom.intake.loop import IntakeLoop
from controlroom.intake.sift import Sift
from controlroom.intake.sources import Source
from controlroom.places.atlas import Atlas
from controlroom.places.locator import AtlasLocator
from controlroom.store import Profile

ACTOR = "intake"


def own_templates(profile: Profile) -> Path:
    """Where the administrator's templates and sender list lie."""
    return profile.folder / "templates"


def intake_loop(profile: Profile, source: Source, publish: Callable[[Health], None]) -> IntakeLoop:
    """The loop for one source; give it a thread, or call its `run_once`."""
    locator = AtlasLocator(Atlas(profile.folder / "places"))

    def take(read: ReadMail, kept: KeptMail) -> None:
        with profile.writer.write(actor=ACTOR, is_person=False) as tx:
            take_mail(tx, read, kept, locator=locator)

    return IntakeLoop(source, profile.shelf, Sift(own=own_templates(profile)), take, publish)
