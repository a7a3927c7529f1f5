"""The invented night of `--demo`: people who do not exist, and the post that keeps coming."""

import random
import shutil
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from email.utils import format_datetime
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

from controlroom.casework import steps
from controlroom.casework.arriving import alerts
from controlroom.casework.ports import Tx
from controlroom.domain.case import LADDER, RANK
from controlroom.domain.events import utc_now
from controlroom.domain.triage import CATEGORIES
from controlroom.places.atlas import District
from controlroom.store import Profile
from controlroom.store.desk.files import WindowLock, write_whole

OPEN_CASES, CLOSED_CASES = 40, 2_000
PASSPHRASE = "an invented night"  # noqa: S105  the demo holds nobody's data
_PEOPLE = ("A. Verma", "S. Khan", "R. Yadav", "P. Mishra")
_FIRST = (
    "ravi",
    "neha",
    "imran",
    "pooja",
    "arjun",
    "sana",
    "vikas",
    "kiran",
    "deepak",
    "rubi",
    "aman",
    "jyoti",
)
_LAST = ("kumar", "devi", "khan", "yadav", "gupta", "ansari", "mishra", "pal", "rawat", "saini")
_HINDI = ("रवि", "नेहा", "इमरान", "पूजा", "अर्जुन", "सना", "विकास", "किरण", "दीपक", "रूबी")
_WORDS = (
    "Post says goodbye to family tonight.",
    "Story with pills on a table, caption 'it ends now'.",
    "Live video from a bridge, crying.",
    "आज सब खत्म, माफ़ करना माँ।",
    "अब और नहीं सहा जाता, अलविदा।",
    "Poem about death, comments are worried.",
    "Exam result, says he cannot face home.",
)
_STATES = LADDER[:-1]  # of the open cases


@dataclass(frozen=True, slots=True)
class _Story:
    """One invented case: how far it came, and when it began."""

    began: datetime
    until: str
    priority: str
    person: str


def clear(folder: Path) -> None:
    """Throw the last invented night away. Raises WorldFault while a window shows it."""
    if folder.exists():
        WindowLock(folder).release()
        shutil.rmtree(folder)


def fill(profile: Profile, districts: tuple[District, ...], *, seed: int = 112) -> None:
    """Write the night into an empty profile: 40 open cases in every state, 2,000 closed ones."""
    rng, now = random.Random(seed), utc_now()
    teller = _Teller(profile, rng, districts, now)
    for n in range(CLOSED_CASES):
        began = now - timedelta(hours=12 + (CLOSED_CASES - n) * 1.05, minutes=rng.randrange(50))
        teller.tell(_Story(began, "closed", rng.choice(CATEGORIES[:4]), rng.choice(_PEOPLE)))
    for n in range(OPEN_CASES):
        state = _STATES[n % len(_STATES)]
        began = now - timedelta(seconds=_age(rng, state))
        teller.tell(_Story(began, state, rng.choice(CATEGORIES[:4]), rng.choice(_PEOPLE)))
    teller.finish()


def _age(rng: random.Random, state: str) -> float:
    """Seconds since the alert: new ones are minutes old, those in follow-up days."""
    rung = _STATES.index(state)
    if state in ("outcome", "in follow-up"):
        return rng.uniform(6, 70) * 3600
    return rng.uniform(20, 90) + rung * rng.uniform(80, 220)


class _Teller:
    """Tells stories through the same use cases that people use, many to a transaction."""

    def __init__(
        self, profile: Profile, rng: random.Random, districts: tuple[District, ...], now: datetime
    ) -> None:
        self._writer = profile.writer
        self._rng, self._districts, self._now = rng, districts, now
        self._told: list[_Story] = []
        self._closing: list[tuple[UUID, datetime, str]] = []

    def tell(self, story: _Story) -> None:
        self._told.append(story)
        if len(self._told) >= 50:
            self.finish()

    def finish(self) -> None:
        told, self._told = self._told, []
        for person in _PEOPLE:
            with self._writer.write(actor=person, is_person=False) as tx:
                for story in told:
                    if story.person == person:
                        self._tell(tx, story)
        self._agree()

    def _agree(self) -> None:
        """A second person looks at each end that nobody reached: without that it is not closed."""
        closing, self._closing = self._closing, []
        for person in _PEOPLE:
            with self._writer.write(actor=person, is_person=False) as tx:
                for case, at, closer in closing:
                    if person == _PEOPLE[_PEOPLE.index(closer) - 1]:
                        tx.set_now(at)
                        steps.review_outcome(tx, case)

    def _tell(self, tx: Any, story: _Story) -> None:
        rng = self._rng
        who = f"{rng.choice(_FIRST)}.{rng.choice(_LAST)}{rng.randrange(100, 999)}"
        host = rng.choice(("www.facebook.com", "www.instagram.com"))
        tx.set_now(story.began)
        case = alerts.add_alert(
            tx,
            source=rng.choice(("phone", "phone", "x", "citizen", "1090", "112")),
            text=rng.choice(_WORDS),
            account=f"https://{host}/{who}",
            phone=f"98390 {rng.randrange(10000, 99999)}" if rng.random() < 0.7 else "",
            name=f"{rng.choice(_HINDI)} ({who.split('.')[0].title()})",
        )
        at = story.began
        for rung, step in enumerate(self._steps(story), start=1):
            at += timedelta(seconds=rng.uniform(15, 100 if rung < 4 else 240))
            if at >= self._now:
                at = self._now - timedelta(seconds=1)
            tx.set_now(at)
            step(tx, case)
        if story.until == "closed" and tx.case(case).is_closing:
            self._closing.append((case, at + timedelta(minutes=5), story.person))

    def _steps(self, story: _Story) -> Iterator[Any]:
        """The steps up to the state where the story stands."""
        if story.until == "new":
            return
        yield steps.claim_case
        yield partial(steps.triage_case, category=story.priority, live=self._rng.random() < 0.1)
        if story.until == "claimed":
            return
        yield partial(steps.try_location, text="STF asked for the number's location")
        if story.until == "locating":
            return
        yield partial(steps.place_case, **self._place())
        for state, step in self._on_the_ground():
            if _rank(story.until) < _rank(state):
                return
            yield step

    def _place(self) -> dict[str, Any]:
        district = self._rng.choice(self._districts)
        return {
            "lat": round(district.hq_lat + self._rng.gauss(0, 0.06), 6),
            "lon": round(district.hq_lon + self._rng.gauss(0, 0.06), 6),
            "accuracy_m": self._rng.choice((50.0, 350.0, 800.0, 2500.0)),
            "source": self._rng.choice(("stf", "stf", "meta", "family", "tower")),
            "district": district.name_en,
            "is_guess": self._rng.random() < 0.25,
        }

    def _on_the_ground(self) -> Iterator[tuple[str, Any]]:
        report = steps.take_report
        yield "handed over", partial(steps.hand_over, to="112", ref=f"P{self._rng.randrange(10**6)}")
        yield "acknowledged", partial(report, step="acknowledged", sender="112")
        yield "en route", partial(report, step="en-route", sender="PRV")
        yield "at scene", partial(report, step="at-scene", sender="PRV")
        reached = self._rng.random() < 0.66
        if reached:
            yield "with the person", partial(report, step="with-person", sender="PRV")
            yield "outcome", partial(steps.record_outcome, facts=("reached", "alive"))
        else:
            reason = self._rng.choice(("location-unknown", "phone-off", "other-state", "moved"))
            yield "with the person", partial(steps.add_note, text="Not found at the place.")
            yield "outcome", partial(steps.record_outcome, not_reached=reason)
        yield "in follow-up", _start_follow_up
        yield "closed", partial(steps.close_case, reason="done")


def _start_follow_up(tx: Tx, case: UUID) -> None:
    steps.say(tx, case, "follow_up_started", {"template": "WHO BIC"})


def _rank(state: str) -> int:
    return RANK[state]


class Post:
    """Puts a new invented mail into a Maildir every 20 to 60 s. Runs on its own thread."""

    def __init__(self, maildir: Path, *, seed: int | None = None) -> None:
        self._new = maildir / "new"
        self._rng = random.Random(seed)
        self._count = 0

    def run(self, stop: threading.Event) -> None:
        """Deliver until told to stop; the first mail comes after a few seconds."""
        self._new.mkdir(parents=True, exist_ok=True)
        while not stop.wait(self._rng.uniform(20, 60) if self._count else 5):
            self.deliver(utc_now())

    def deliver(self, now: datetime) -> None:
        """One mail, at once."""
        self._count += 1
        mail = invented_mail(self._rng, now)
        write_whole(self._new / f"{int(now.timestamp() * 1e6)}.{self._count}.demo", mail)


def invented_mail(rng: random.Random, now: datetime) -> bytes:
    """An alert as it might come from Meta, in English or Hindi; now and then a newsletter."""
    who = f"{rng.choice(_FIRST)}.{rng.choice(_LAST)}{rng.randrange(100, 999)}"
    phone = f"+91 {rng.randrange(70000, 99999)} {rng.randrange(10000, 99999)}"
    mail = EmailMessage()
    mail["From"] = "Meta Safety (invented) <alerts@safety.example>"
    mail["To"] = "smc@police.example"
    mail["Date"] = format_datetime(now.astimezone(UTC))
    mail["Message-ID"] = f"<{rng.getrandbits(64):x}@safety.example>"
    kind = rng.random()
    if kind < 0.1:
        mail["Subject"] = "Monthly digest for partners"
        mail.set_content("What is new this month: a webinar on the fourth. See you there.\n")
    elif kind < 0.4:
        mail["Subject"] = "आत्महत्या संबंधी चेतावनी (काल्पनिक)"
        mail.set_content(
            f"खाते का नाम: {rng.choice(_HINDI)}\nप्रोफ़ाइल: https://www.facebook.com/{who}\n"
            f"फोन: {phone}\nपोस्ट: {rng.choice(_WORDS)}\nपिन: 2260{rng.randrange(1, 30):02d}\n"
        )
    else:
        mail["Subject"] = "Imminent risk of self-harm (invented)"
        place = f"\nLast known location: {rng.uniform(26.4, 27.2):.5f}, {rng.uniform(80.2, 82.0):.5f}"
        mail.set_content(
            f"Profile name: {who.split('.')[0].title()}\nProfile: https://www.instagram.com/{who}\n"
            f"Registered phone: {phone}\nIP address: 49.36.{rng.randrange(256)}.{rng.randrange(1, 255)}"
            f" at {now.astimezone(UTC):%Y-%m-%d %H:%M:%S} UTC{place if rng.random() < 0.5 else ''}\n"
            f"Content: {rng.choice(_WORDS)}\n"
        )
    return mail.as_bytes()
