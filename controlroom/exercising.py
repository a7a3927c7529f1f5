"""Feeds an exercise: invented mails come onto this desk's shelf at its pace, as real ones do."""

import random
from collections.abc import Callable, Iterator
from threading import Event

from controlroom.casework.arriving.ports import MailShelf, RawMail
from controlroom.casework.ports import Health
from controlroom.casework.room.exercises import ACCOUNT, invented_mail
from controlroom.domain.events import utc_now
from controlroom.domain.exercise import Exercise
from controlroom.intake.loop import IntakeLoop
from controlroom.mailroom import intake_loop
from controlroom.store import Profile


class ExerciseSource:
    """One invented mail a look. Everything after the shelf is the path that every alert takes."""

    name = "exercise"
    is_at_hand = True

    def __init__(self, key: str, every_s: float, *, seed: int | None = None, most: int | None = None) -> None:
        self._key, self._every_s, self._left = key, every_s, most
        self._rng = random.Random(seed)
        self._count = 0

    def fetch(self, shelf: MailShelf, stop: Event) -> Iterator[int]:
        """Keep one; the account says that it was invented here."""
        if self._left is not None and self._count >= self._left:
            return
        self._count += 1
        now = utc_now()
        mail = RawMail(invented_mail(self._rng, now), f"{ACCOUNT}{self._key}", "INBOX", internal_date=now)
        yield shelf.keep([mail])

    def wait(self, stop: Event) -> None:
        """Until the next one is due."""
        stop.wait(self._every_s)

    def close(self) -> None:
        """There is nothing to let go of."""


def exercise_loop(
    profile: Profile, exercise: Exercise, publish: Callable[[Health], None] = lambda health: None
) -> IntakeLoop:
    """The loop that feeds a running exercise; give it a thread, and end it with the exercise."""
    return intake_loop(profile, ExerciseSource(exercise.key, exercise.every_s), publish)


def one_alert(profile: Profile, exercise: Exercise, *, seed: int | None = None) -> None:
    """One invented alert at once."""
    source = ExerciseSource(exercise.key, exercise.every_s, seed=seed, most=1)
    intake_loop(profile, source, lambda health: None).run_once()
