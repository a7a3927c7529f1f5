"""A training night: begun, fed with invented alerts through the real path, ended and cleared away."""

import random
from collections.abc import Sequence
from datetime import datetime
from email.message import EmailMessage
from email.utils import format_datetime
from typing import Final
from uuid import UUID

from controlroom.casework import steps
from controlroom.casework.ports import Tx
from controlroom.casework.room.roomset import say_to_room
from controlroom.domain.case import EXERCISE_IS_OVER
from controlroom.domain.events import new_id
from controlroom.domain.exercise import Exercise
from controlroom.errors import BadInput

ACCOUNT: Final = ":exercise:"  # no mailbox can be called so: what lies under it was invented here
FASTEST_S, SLOWEST_S = 5.0, 3600.0
_FIRST = ("ravi", "neha", "imran", "pooja", "arjun", "sana", "vikas", "kiran", "aman", "jyoti")
_LAST = ("kumar", "devi", "khan", "yadav", "gupta", "ansari", "mishra", "pal", "rawat", "saini")
_WORDS = (
    "Post says goodbye to family tonight.",
    "Story with pills on a table, caption 'it ends now'.",
    "Live video from a bridge, crying.",
    "अलविदा, अब और नहीं। आज रात सब ख़त्म।",
    "Reel with a rope, friends write 'please call me'.",
    "Says: railway track, the last train is mine.",
)
_PLACES = ((26.8467, 80.9462), (26.4499, 80.3319), (25.4358, 81.8463), (27.1767, 78.0081), (25.3176, 82.9739))


def is_exercise_account(account: str) -> bool:
    """Whether a kept mail was invented for an exercise at this desk."""
    return account.startswith(ACCOUNT)


def start_exercise(
    tx: Tx, running: Exercise | None, *, name: str, people: Sequence[str], every_s: float
) -> str:
    """Begin one; gives its key. `people` take part: only they hear its alerts."""
    if running is not None:
        raise BadInput("The exercise '{name}' runs already; end it first.", name=running.name)
    if not FASTEST_S <= every_s <= SLOWEST_S:
        raise BadInput("An alert comes every 5 seconds to every hour; give the seconds between two.")
    names = list(dict.fromkeys(" ".join(one.split()) for one in people if one.strip())) or [tx.actor]
    key = str(new_id())
    body = {"key": key, "on": True, "name": name.strip() or "Exercise", "began": tx.now().isoformat()}
    say_to_room(tx, "exercise_changed", body | {"people": names, "every_s": every_s})
    return key


def end_exercise(tx: Tx, running: Exercise | None, open_cases: Sequence[UUID]) -> int:
    """End it, and close what is left of it. Gives how many cases were closed."""
    if running is None:
        raise BadInput("No exercise runs now.")
    body = {"key": running.key, "on": False, "name": running.name, "began": running.began.isoformat()}
    say_to_room(tx, "exercise_changed", body | {"people": list(running.people), "every_s": running.every_s})
    count = 0
    for case_id in open_cases:
        case = tx.case(case_id)
        if case is not None and case.is_exercise and case.is_open:
            steps.say(tx, case_id, "case_closed", {"reason": EXERCISE_IS_OVER, "over": True})
            count += 1
    return count


def invented_mail(rng: random.Random, now: datetime) -> bytes:
    """An alert as it might come from Meta, about somebody who does not exist. Says in words what it is."""
    who = f"{rng.choice(_FIRST)}.{rng.choice(_LAST)}.exercise{rng.randrange(1000, 9999)}"
    mail = EmailMessage()
    mail["From"] = "Exercise (invented) <alerts@exercise.example>"
    mail["To"] = "smc@police.example"
    mail["Date"] = format_datetime(now)
    mail["Message-ID"] = f"<{rng.getrandbits(64):x}@exercise.example>"
    mail["Subject"] = "EXERCISE: imminent risk of self-harm (invented)"
    lat, lon = rng.choice(_PLACES)
    place = f"\nLast known location: {lat + rng.gauss(0, 0.03):.5f}, {lon + rng.gauss(0, 0.03):.5f}"
    mail.set_content(
        "EXERCISE / अभ्यास: nobody is in danger.\n"
        f"Profile: https://www.instagram.com/{who}\n"
        f"Registered phone: +91 60000 {rng.randrange(10000, 99999)}\n"
        f"Content: {rng.choice(_WORDS)}{place if rng.random() < 0.6 else ''}\n"
    )
    return mail.as_bytes()
