"""The fidelity of the follow-up, counted a second time: the test keeps its own book and asks it by SQL.

The people of the eighteen months (`test_care_simulated`) have a district, and owners who hand them on.
"""

import csv
import io
import json
import random
import sqlite3
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from dateutil.relativedelta import MO, relativedelta
from test_care_simulated import DISTRICTS, INDIA, Book, Years

from controlroom.casework.care import fidelity, fidelitysheet, followup, persons
from controlroom.casework.care.fidelity import Again, Tally
from controlroom.casework.ports import Tx
from controlroom.cli.main import run
from controlroom.domain.care.plans import Owner
from controlroom.store import open_profile

STEPS = ("1w", "2w", "4w", "7w", "11w", "4m", "6m", "12m", "18m")
TABLES = """
CREATE TABLE plans (person TEXT, gen INT, began TEXT, district TEXT, ended TEXT, PRIMARY KEY (person, gen));
CREATE TABLE owners (person TEXT, gen INT, day TEXT, owner TEXT);
CREATE TABLE contacts (person TEXT, gen INT, step TEXT, due TEXT, until TEXT);
CREATE TABLE calls (person TEXT, gen INT, due TEXT, at TEXT, day TEXT, reached INT);
CREATE TABLE again (person TEXT, at TEXT);
CREATE INDEX calls_of ON calls (person, gen, due);
CREATE INDEX owners_of ON owners (person, gen);
"""
DUES = """
SELECT c.*, p.district, p.ended, (SELECT o.owner FROM owners o WHERE o.person = c.person AND o.gen = c.gen
    AND o.day <= c.due ORDER BY o.rowid DESC LIMIT 1) AS owner,
  EXISTS (SELECT 1 FROM calls k WHERE k.person = c.person AND k.gen = c.gen AND k.due = c.due) AS tried,
  EXISTS (SELECT 1 FROM calls k WHERE k.person = c.person AND k.gen = c.gen AND k.due = c.due
    AND k.reached) AS reached,
  EXISTS (SELECT 1 FROM calls k WHERE k.person = c.person AND k.gen = c.gen AND k.due = c.due
    AND k.reached AND k.day >= date(c.due, '-2 days') AND k.day < c.until) AS in_window
FROM contacts c JOIN plans p USING (person, gen)
WHERE c.due BETWEEN :first AND :last AND (c.due <= :today AND c.due <= coalesce(p.ended, c.due) OR reached)
"""
TALLY = "count(*), sum(tried), sum(reached), sum(in_window), count(DISTINCT person)"


class Recorded(Years):
    """The same people; what happens to them is written into tables of the test's own."""

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self.log, self.fate = sqlite3.connect(":memory:"), random.Random(7)
        self.log.executescript(TABLES)

    def _rescue(self, tx: Tx) -> None:
        super()._rescue(tx)
        book = self.books[-1]
        district = self.fate.choice(DISTRICTS)
        persons.tell_of_person(tx, book.person, lists={}, words={"district": district}, kin=[], minor=None)
        self._begin(tx, book, district)

    def _begin(self, tx: Tx, book: Book, district: str) -> None:
        key, gen, today = str(book.person), book.earlier, self.today()
        person = tx.person(book.person)
        assert person is not None and person.plan is not None
        began = self.clock.time.isoformat()
        self.log.execute("INSERT INTO plans VALUES (?, ?, ?, ?, NULL)", (key, gen, began, district))
        self._own(key, gen, person.plan.owner.name)
        later = [*book.days[1:], book.days[-1] + relativedelta(weeks=4)]
        rows = [
            (key, gen, step, due, until) for step, due, until in zip(STEPS, book.days, later, strict=True)
        ]
        self.log.executemany("INSERT INTO contacts VALUES (?, ?, ?, ?, ?)", map(as_text, rows))
        assert book.days[0] > today

    def _own(self, key: str, gen: int, owner: str) -> None:
        day = self.today().isoformat()
        self.log.execute("INSERT INTO owners VALUES (?, ?, ?, ?)", (key, gen, day, owner))

    def _work(self, *, is_quiet: bool) -> None:
        """Somebody speaks with some of them in the first days; others end it on the very day that is due."""
        with self.desk.writer.write(actor="meera") as tx:
            for book in self.books:
                days = (self.clock.time - book.started) / timedelta(days=1)
                if not (book.end or book.spoken) and 0 < days < 5 and self.fate.random() < 0.25:
                    followup.try_contact(tx, book.person, result="reached", is_extra=True)
                    book.spoken = True
                    self._log_call(book, self.today(), is_reached=True)
                elif self.today() in book.owed() and self.fate.random() < 0.05:
                    followup.end_plan(tx, book.person, end="refused", reason="told on the phone")
                    book.end = "refused"
                    self._ended(book)
        super()._work(is_quiet=is_quiet)

    def _log_call(self, book: Book, due: date, *, is_reached: bool) -> None:
        row = (str(book.person), book.earlier, due, self.clock.time.isoformat(), self.today(), is_reached)
        self.log.execute("INSERT INTO calls VALUES (?, ?, ?, ?, ?, ?)", as_text(row))

    def _call(self, tx: Tx, book: Book) -> None:
        """Nobody has time on most days; and now and then it is the oldest that is made good."""
        if self.fate.random() < 0.93:
            return
        dues = [day for day in book.owed() if day <= self.today()]
        due = dues[-1]
        if len(dues) > 1 and self.fate.random() < 0.5:
            due = dues[0]
            followup.try_contact(tx, book.person, due=due, result="reached")
            book.made.add(due)
        else:
            super()._call(tx, book)
        self._log_call(book, due, is_reached=due in book.made)
        if book.end:
            self._ended(book)
        elif self.fate.random() < 0.05:
            owner = self.fate.choice(("meera", "irfan", "Ballia nodal officer"))
            followup.hand_on(tx, book.person, owner=Owner("counsellor", owner))
            self._own(str(book.person), book.earlier, owner)

    def _ended(self, book: Book) -> None:
        where = (self.today().isoformat(), str(book.person), book.earlier)
        self.log.execute("UPDATE plans SET ended = ? WHERE person = ? AND gen = ?", where)

    def _again(self, tx: Tx, book: Book) -> None:
        self._ended(book)
        self.log.execute("INSERT INTO again VALUES (?, ?)", (str(book.person), self.clock.time.isoformat()))
        super()._again(tx, book)
        found = self.log.execute(
            "SELECT district FROM plans WHERE person = ?", (str(book.person),)
        ).fetchone()
        self._begin(tx, book, found[0])

    # --- the second count -----------------------------------------------------------------------------

    def counted(self, first: date, last: date, by: str) -> dict[str, tuple[int, ...]]:
        key = {"week": "date(due, '-6 days', 'weekday 1')", "step": "step"}.get(by, by)
        told = {"first": first.isoformat(), "last": last.isoformat(), "today": self.today().isoformat()}
        rows = self.log.execute(f"SELECT {key}, {TALLY} FROM ({DUES}) GROUP BY 1", told)
        return {name: tuple(numbers) for name, *numbers in rows}

    def first_words(self, first: date, last: date) -> tuple[int, int]:
        """(plans, reached within 72 hours), of plans that began in these days and lasted a day at least."""
        rows = self.log.execute(
            "SELECT began, (SELECT min(at) FROM calls k WHERE k.person = p.person AND k.gen = p.gen"
            " AND reached) FROM plans p"
        )
        began = [
            (datetime.fromisoformat(start), spoken)
            for start, spoken in rows
            if first <= datetime.fromisoformat(start).astimezone(INDIA).date() <= last
        ]
        soon = sum(
            spoken is not None and datetime.fromisoformat(spoken) - start <= timedelta(hours=72)
            for start, spoken in began
        )
        return len(began), soon

    def in_danger_again(self, first: date, last: date, days: int) -> tuple[int, int]:
        of = again = 0
        for book in self.books:
            key = (str(book.person),)
            starts = [
                datetime.fromisoformat(row[0])
                for row in self.log.execute("SELECT began FROM plans WHERE person = ? ORDER BY gen", key)
            ]
            within = [at for at in starts if first <= at.astimezone(INDIA).date() <= last]
            if within and self.clock.time - within[0] >= timedelta(days=days):
                of += 1
                later = self.log.execute("SELECT at FROM again WHERE person = ?", key)
                gaps = [datetime.fromisoformat(row[0]) - within[0] for row in later]
                again += any(timedelta(0) < gap <= timedelta(days=days) for gap in gaps)
        return of, again


def as_text(row: tuple[Any, ...]) -> tuple[Any, ...]:
    return tuple(one.isoformat() if isinstance(one, date) else one for one in row)


def numbers(tally: Tally) -> tuple[int, ...]:
    return (tally.planned, tally.tried, tally.reached, tally.in_window, tally.people)


def compare(years: Recorded, first: date, last: date) -> fidelity.Fidelity:
    care = years.desk.care()
    for by in ("district", "owner", "week"):
        found = fidelity.fidelity_of(care, first=first, last=last, now=years.clock.time, by=by)
        assert {name: numbers(tally) for name, tally in found.groups} == years.counted(first, last, by)
    steps = {name: numbers(tally) for name, tally in found.windows if name != fidelity.FIRST}
    assert steps == years.counted(first, last, "step")
    told = dict(found.windows).get(fidelity.FIRST, Tally())
    assert (told.planned, told.in_window) == years.first_words(first, last)
    assert found.again == tuple(
        Again(days, *years.in_danger_again(first, last, days)) for days in fidelity.AGAIN_DAYS
    )
    return found


def lived(folder: Path, *, people: int, over: int, days: int) -> None:
    """So many days; at some of them, and at the end, everything is counted twice."""
    desk = open_profile(folder)
    try:
        years = Recorded(desk, people=people, over=over, seed=16)
        began = years.today()
        for day in range(days):
            if years.rescues[day]:
                with desk.writer.write(actor="asha") as tx:
                    for _ in range(years.rescues[day]):
                        years._rescue(tx)
            years._work(is_quiet=False)
            years.clock.time += timedelta(days=1, minutes=years.dice.randrange(-90, 90))
            if day in (days // 3, days - 1):
                found = compare(years, began, years.today())
                compare(years, began + relativedelta(weeks=3, weekday=MO), years.today() - timedelta(days=20))
    finally:
        desk.close()
    assert found.total.planned > found.total.reached > found.total.in_window > people
    assert sum(one.again for one in found.again) > 3
    soon = dict(found.windows)[fidelity.FIRST]
    assert soon.planned > soon.reached > soon.in_window > 5 and found.extra > soon.in_window
    assert len(found.groups) > 30


def test_that_the_fidelity_is_what_a_second_count_by_sql_says(profile: Path, tmp_path: Path) -> None:
    lived(tmp_path / "desk", people=60, over=40, days=400)


@pytest.mark.long
@pytest.mark.timeout(3_000)
def test_that_the_fidelity_of_1600_people_is_what_a_second_count_says(profile: Path, tmp_path: Path) -> None:
    lived(tmp_path / "desk", people=1600, over=548, days=900)


# --- what a file may show -----------------------------------------------------------------------------


def _tally(people: int) -> Tally:
    return Tally(planned=people, reached=people, people=people)


def test_that_a_row_about_few_people_is_hidden_and_cannot_be_had_from_the_sum() -> None:
    rows = [("Agra", _tally(9)), ("Ballia", _tally(2)), ("Lucknow", _tally(30)), ("Kanpur", _tally(0))]
    assert fidelitysheet.hidden_rows(rows) == {"Ballia"}
    assert fidelitysheet.hidden_rows(rows, _tally(41)) == {"Ballia", "Agra"}
    two = [*rows, ("Mau", _tally(4))]
    assert fidelitysheet.hidden_rows(two, _tally(45)) == {"Ballia", "Mau"}


def test_that_report_fidelity_prints_and_keeps_a_file_that_points_at_nobody(
    profile: Path, capfd: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    desk = open_profile(profile)
    years = Recorded(desk, people=3, over=1, seed=3)
    with desk.writer.write(actor="asha") as tx:
        for _ in range(3):
            years._rescue(tx)
    day, desk_id = years.today(), UUID(desk.room)
    desk.close()
    assert desk_id
    last = day + timedelta(days=7)
    words = ["--profile", str(profile), "report", "fidelity", "--from", f"{day}", "--to", f"{last}"]
    at = ["--at", f"{last}T12:00:00+05:30", "--by", "district"]
    assert run([*words, *at, "--json"]) == 0
    told = json.loads(capfd.readouterr().out)
    assert (told["from"], told["to"], told["plans"]) == (f"{day}", f"{last}", 3)
    assert (told["total"]["planned"], told["total"]["reached"], told["total"]["small"]) == (3, 0, True)
    kept = tmp_path / "fidelity.csv"
    assert run([*words, *at, "--format", "csv", "--lang", "hi", str(kept)]) == 0
    rows = list(csv.reader(io.StringIO(kept.read_text(encoding="utf-8-sig"))))
    assert [row[2:] for row in rows if row[:1] == ["जनपद"]] == [["<5"] * 7] * len(told["groups"])
    assert "3" not in {cell for row in rows for cell in row}
    assert "बचाए जाने के बाद का समय" in {row[0] for row in rows if row}
    assert run([*words[:-1], f"{day - timedelta(days=1)}"]) == 2
    assert "lies before the first" in capfd.readouterr().err
