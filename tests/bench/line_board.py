"""The board of the follow-up over five thousand running plans: read, worked out for now, put in order."""

import random
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import msgspec
from measure import Line, Lines, Options, by_turns, percentile, say
from rawstore import raw_connection
from seed import empty_profile

from controlroom.casework.care.careboard import board_of
from controlroom.casework.care.personcards import board_row
from controlroom.domain.care.person import Person
from controlroom.domain.care.plans import Owner, Plan, contacts_of
from controlroom.store import open_profile

PLANS = 5_000
NOW = datetime(2026, 11, 24, 6, 0, tzinfo=UTC)
WHO = ("1w", "2w", "4w", "7w", "11w", "4m", "6m", "12m", "18m")
_RAW = "SELECT line FROM running_plans WHERE next_owed <= ? OR is_first_made = 0"


def run(options: Options) -> Iterator[Lines]:
    """One line."""
    say(f"   {PLANS:,} running plans")
    with empty_profile() as folder:
        profile = open_profile(folder)
        with profile.writer.write(actor="bench") as tx:
            _fill(tx.connection)
        with raw_connection(folder, read_only=True) as connection:
            yield {f"board, {PLANS} running plans": _line(profile.care(), connection, options)}
        profile.close()


def _line(care: Any, connection: Any, options: Options) -> Line:
    waits, clocks = list[float](), list[float]()

    def ours() -> Any:
        started, busy = time.perf_counter(), time.thread_time()
        board = board_of(care.board(NOW), care.counsellors(), NOW)
        clocks.append((time.perf_counter() - started) * 1000)
        waits.append((time.thread_time() - busy) * 1000)
        return board

    def raw() -> Any:
        return connection.execute(_RAW, (NOW.date().toordinal(),)).fetchall()

    mine, theirs, ratio = by_turns(ours, raw, rounds=options.rounds(45), warm=3, clock=time.thread_time)
    p99, found = percentile(waits, 0.99), ours()
    return Line(
        ours=mine * 1000,
        raw=theirs * 1000,
        ratio=ratio,
        budget="p99 <= 200 ms of its thread",
        within=p99 <= 200 and bool(found.overdue),
        unit="ms",
        how="what is due, overdue and without a first contact, worked out and in order; raw: the text of"
        " the same rows by the driver; both in time of the thread",
        more={
            "p99_ms": p99,
            "p99_by_the_clock_ms": percentile(clocks, 0.99),
            "lines": len(raw()),
            "overdue": len(found.overdue),
        },
    )


def _fill(connection: Any) -> None:
    dice = random.Random(18)
    for n in range(PLANS):
        started = NOW - timedelta(days=dice.randrange(540), hours=dice.randrange(24))
        contacts = contacts_of(started.date(), WHO)
        made = sum(contact.due < NOW.date() for contact in contacts) - dice.choice((0, 0, 0, 1, 2))
        owed = contacts[max(0, made) :] or contacts[-1:]
        owner = Owner("counsellor", f"c{dice.randrange(40)}")
        plan = Plan(
            UUID(int=n), UUID(int=n), "who-bic", "person", started.date(), started, None, str(n), owner, owed
        )
        row = board_row(Person(UUID(int=n), names=(f"Person{n}",), district="Lucknow"), plan)
        line = msgspec.json.encode(msgspec.structs.replace(row, is_first_made=made > 0)).decode()
        connection.execute(
            "INSERT INTO running_plans (id, person, next_owed, is_first_made, owner, line)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            (plan.id.bytes, plan.file.bytes, owed[0].due.toordinal(), made > 0, ":".join(owner), line),
        )
