"""Eighteen months of people who were saved, by a fake clock, in the real store; counted anew by dateutil.

The test keeps its own book of every plan: days by `relativedelta`, India's calendar by `dateutil.tz`. What it
counts from that book must be what the board says, day by day; and every plan comes to an end.
"""

import random
from collections import Counter
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from dateutil.relativedelta import relativedelta
from dateutil.tz import gettz
from fake_clock import FakeClock

from controlroom.casework import steps
from controlroom.casework.arriving import alerts
from controlroom.casework.care import followup, knownpersons
from controlroom.casework.care.careboard import board_of
from controlroom.casework.care.counsellors import save_counsellor
from controlroom.casework.care.roster import Counsellor
from controlroom.casework.ports import Tx
from controlroom.store import Profile, open_profile

INDIA = gettz("Asia/Kolkata")
WHO = [relativedelta(weeks=n) for n in (1, 2, 4, 7, 11)] + [relativedelta(months=n) for n in (4, 6, 12, 18)]
DISTRICTS = ("Lucknow", "Agra", "Kanpur Nagar", "Ballia")
ENDS = {"refused": "refused", "moved": "moved", "wrong-number": "lost"}


@dataclass
class Book:
    """A person as the test knows them."""

    phone: str
    case: UUID
    person: UUID
    days: list[date]
    started: datetime
    made: set[date] = field(default_factory=set)
    tries: int = 0
    spoken: bool = False
    end: str = ""
    earlier: int = 0  # plans that a new alert has replaced

    def owed(self) -> list[date]:
        last = max(self.made, default=date.min)
        return [] if self.end else [day for day in self.days if day > last]


class Years:
    """One desk, its clock, and the book."""

    def __init__(self, desk: Profile, *, people: int, over: int, seed: int) -> None:
        self.desk, self.clock, self.dice = desk, FakeClock(), random.Random(seed)
        desk.writer._clock = self.clock
        self.books: list[Book] = []
        self.rescues = Counter(self.dice.randrange(over) for _ in range(people))
        self.checked = self.late = 0
        with desk.writer.write(actor="admin") as tx:
            for name in ("meera", "irfan", "om", "zoya", "dev"):
                save_counsellor(tx, Counsellor(name, name, most=1000))

    def today(self) -> date:
        return self.clock.time.astimezone(INDIA).date()

    def live(self, at_most: int) -> None:
        """Day by day until all has ended: rescues, then the board, then the calls that it asks for."""
        day = 0
        while day <= max(self.rescues) or not all(book.end for book in self.books):
            assert day < at_most, "a plan never ends"
            if self.rescues[day]:
                with self.desk.writer.write(actor="asha") as tx:
                    for _ in range(self.rescues[day]):
                        self._rescue(tx)
            self._compare()
            self._work(is_quiet=day > max(self.rescues) + 365)
            day += 1
            self.clock.time += timedelta(days=1, minutes=self.dice.randrange(-90, 90))

    def _rescue(self, tx: Tx) -> None:
        phone = f"+9170{len(self.books):08}"
        case = alerts.add_alert(tx, source="phone", text="a post", phone=phone)
        steps.record_outcome(tx, case, facts=["reached", "alive"])
        person = tx.person_of_case(case)
        assert person is not None
        self.books.append(Book(phone, case, person.id, self._days(), self.clock.time))

    def _days(self) -> list[date]:
        return [self.today() + gap for gap in WHO]

    def _compare(self) -> None:
        """Overdue, due today and first contacts, plan by plan, by the book and by the board."""
        now, today = self.clock.time, self.today()
        care = self.desk.care()
        board = board_of(care.board(now), care.counsellors(), now)
        found = {line.row.person: line.standing.overdue for line in board.overdue}
        overdue = {
            book.person: tuple(day for day in book.owed() if day < today)
            for book in self.books
            if any(day < today for day in book.owed())
        }
        assert found == overdue
        due = {b.person for b in self.books if today in b.owed() and b.person not in overdue}
        assert {line.row.person for line in board.due_today} == due
        day_old = {
            b.person for b in self.books if not (b.spoken or b.end) and now - b.started >= timedelta(days=1)
        }
        assert {line.row.person for line in board.first} == day_old
        self.checked += len(self.books)
        self.late += len(overdue)

    def _work(self, *, is_quiet: bool) -> None:
        """The calls of a day: most are answered some day; unless `is_quiet`, somebody is in danger again."""
        with self.desk.writer.write(actor="meera") as tx:
            for book in self.books:
                if any(day <= self.today() for day in book.owed()) and self.dice.random() < 0.6:
                    self._call(tx, book)
                elif not (is_quiet or book.end) and self.dice.random() < 0.0008:
                    self._again(tx, book)

    def _call(self, tx: Tx, book: Book) -> None:
        result = self.dice.choices(
            ("reached", "no-answer", "hospital", "refused", "moved", "wrong-number"), (70, 24, 3, 1, 1, 1)
        )[0]
        due = [day for day in book.owed() if day <= self.today()][-1]
        followup.try_contact(tx, book.person, result=result, minutes=self.dice.randrange(30))
        book.tries += 1
        if result == "reached":
            book.made.add(due)
            book.spoken = True
            book.end = "completed" if due == book.days[-1] else ""
        elif result in ENDS:
            followup.end_plan(tx, book.person, end=ENDS[result], reason="told on the phone")
            book.end = ENDS[result]
        elif self.dice.random() < 0.002:
            followup.end_plan(tx, book.person, end="died")
            book.end = "died"

    def _again(self, tx: Tx, book: Book) -> None:
        case = alerts.add_alert(tx, source="x", text="again", phone=book.phone)
        [known] = tx.case(case).known  # type: ignore[union-attr]
        assert (known.person, known.is_sure) == (book.person, True)
        knownpersons.confirm_person(tx, case, known.person)
        steps.record_outcome(tx, case, facts=["reached", "alive"])
        book.days, book.started, book.made, book.spoken = self._days(), self.clock.time, set(), False
        book.earlier += 1

    def close_the_book(self) -> None:
        """Every plan has one of its ends, no try is lost or doubled, and the rows say so too."""
        for book in self.books:
            person = self.desk.care().person(book.person)
            assert person is not None
            assert len(person.attempts) == len({one.id for one in person.attempts}) == book.tries
            assert len(person.plans) == book.earlier + 1
            assert [plan.replaced_by is not None for plan in person.plans[:-1]] == [True] * book.earlier
            assert person.plans[-1].end == book.end != ""
            assert {c.due for c in person.plans[-1].contacts if c.is_made} == book.made
        assert list(self.desk.care().running()) == []
        assert self.desk.reader().first_broken() is None


def lived(folder: Path, *, people: int, over: int, at_most: int) -> Years:
    desk = open_profile(folder)
    try:
        years = Years(desk, people=people, over=over, seed=16)
        years.live(at_most)
        years.close_the_book()
    finally:
        desk.close()
    return years


def test_that_every_plan_ends_and_the_board_counts_as_another_library_does(
    profile: Path, tmp_path: Path
) -> None:
    years = lived(tmp_path / "desk", people=60, over=40, at_most=1200)
    assert len(years.books) == 60
    assert years.late > 500
    assert {book.end for book in years.books} >= {"completed", "refused", "lost"}
    assert sum(book.earlier for book in years.books) > 5


@pytest.mark.long
@pytest.mark.timeout(3_000)
def test_that_eighteen_months_of_1600_people_end_and_are_counted_the_same(
    profile: Path, tmp_path: Path
) -> None:
    years = lived(tmp_path / "desk", people=1600, over=548, at_most=1800)
    assert len(years.books) == 1600
    assert {book.end for book in years.books} == {"completed", "refused", "moved", "lost", "died"}
