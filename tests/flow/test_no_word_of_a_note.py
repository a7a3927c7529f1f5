"""Who may not read a note gets no word of it: not by words, files, search, exports, logs, the page or SQL."""

from collections.abc import Iterator
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

import psycopg
import pytest
from care_house import WISH
from postgres import Database
from sync_house import PASSWORD, House, new_alert, once, opened

from controlroom.casework import steps
from controlroom.casework.care import followup, persons, referring
from controlroom.casework.care.personpage import read_page
from controlroom.cli.main import run
from controlroom.domain.care.plans import Owner
from controlroom.store import Profile
from controlroom.sync.connection import Connection
from controlroom.sync.joining import join_room
from controlroom.sync.server.people import add_login
from controlroom.ui.kit.district_names import DistrictNames
from controlroom.ui.person.lines import PageSight, page_lines

SECRETS = ("Unsagbares", "Xylophonweich", "Quittengelb")  # a note, why they were referred, what was answered
DAY = datetime.now(UTC).date()


@pytest.fixture
def house(database: Database) -> House:
    made = House.new(database)
    with Connection.connect(made.server.admin_dsn(made.name), autocommit=True) as admin:
        add_login(admin, "meera", role="counsellor", password=PASSWORD)
    return made


@pytest.fixture
def desks(house: House, tmp_path: Path, profile: Path) -> Iterator[dict[str, Profile]]:
    with ExitStack() as stack:
        names = ("asha", "meera", "abdul")
        found = {name: stack.enter_context(opened(tmp_path / name)) for name in names}
        for name, desk in found.items():
            join_room(desk.replica, house.login(name))
        yield found


@pytest.fixture
def case(desks: dict[str, Profile]) -> UUID:
    """Somebody who was saved; the counsellor wrote down what was said, and why they were referred."""
    case = new_alert(desks["asha"], phone="98390 12345", name="Ravi Kumar")
    with desks["asha"].writer.write(actor="asha") as tx:
        steps.record_outcome(tx, case, facts=["reached", "alive"])
    for name in ("asha", "meera"):
        once(desks[name].replica)
    person = persons.person_of_case(case)
    with desks["meera"].writer.write(actor="meera") as tx:
        followup.hand_on(tx, person, owner=Owner("counsellor", "meera"))
        followup.try_contact(tx, person, result="reached", note=SECRETS[0], minutes=9)
        followup.say_consent(tx, person, what="referral", is_given=True)
        to = "tele-manas"
        one, _ = referring.make_referral(tx, person, WISH, to=to, reason="distress", text=SECRETS[1])
        referring.answer_referral(tx, person, one.id, step="declined", text=SECRETS[2])
    for name in ("meera", *desks):
        once(desks[name].replica)
        assert desks[name].replica.refused_count() == 0
    return case


def every_word(desk: Profile, out: Path) -> list[tuple[str, ...]]:
    """The words of the command line that tell something, and those that write a file."""
    number = desk.reader().cards(is_all=True)[0]["number"]
    days = ("--from", str(DAY - timedelta(days=3)), "--to", str(DAY))
    about = [("person", verb, number) for verb in ("show", "notes")] + [
        ("person", "show", number, "--reveal")
    ]
    about += [("person", "find", secret) for secret in SECRETS] + [("search", secret) for secret in SECRETS]
    about += [(noun, "show", number) for noun in ("plan", "referral", "case")]
    about += [
        ("cases", "--all"),
        ("board",),
        ("referral", "list"),
        ("shift", "notes"),
        ("status",),
        ("doctor",),
    ]
    about += [("report", "figures", *days), ("report", "fidelity", *days, "--by", "owner")]
    files = [
        ("person", "export", number, str(out / "person"), "--reason", "asked by letter"),
        ("person", "export", number, str(out / "notes"), "--reason", "asked by letter", "--notes"),
        ("audit", "export", number, str(out / "audit")),
        ("plan", "calendar", "meera", str(out / "own.ics")),
        ("report", "fidelity", *days, "--format", "csv", str(out / "fidelity.csv")),
    ]
    as_text = [("person", "notes", number), ("referral", "show", number), ("case", "show", number)]
    return [*((*words, "--json") for words in (*about, *files)), *as_text]


def told_at(desk: Profile, login: str, out: Path, capfd: pytest.CaptureFixture[str]) -> str:
    """All that this login is told by words, and the bytes of every file that came of it."""
    out.mkdir()
    capfd.readouterr()
    for words in every_word(desk, out):
        run(["--profile", str(desk.folder), "--as", login, *words])
    told = capfd.readouterr()
    read = [path.read_bytes().decode(errors="replace") for path in _files(out, desk.folder)]
    return "\n".join([told.out, told.err, *read])


def _files(*folders: Path) -> list[Path]:
    return [path for folder in folders for path in sorted(folder.rglob("*")) if path.is_file()]


def page_of(desk: Profile, login: str, case: UUID) -> str:
    """What stands on the page of the person, with all of it revealed and every note there is."""
    now = datetime.now(UTC)
    person = persons.person_of_case(case)
    page, known = read_page(desk.reader(), person_id=person, by=login, now=now), desk.care().person(person)
    assert page is not None and known is not None
    sight = PageSight(page, now, "en", DistrictNames(), True, known.notes, known.reasons, "F6")
    return "\n".join(str(line) for line in page_lines(sight))


def by_sql(house: House, login: str, case: UUID) -> str:
    """What a free client gets, with every function that gives events."""
    file = persons.person_of_case(case)
    asked = (
        "SELECT * FROM log.events",
        "SELECT * FROM api.pull(0, 5000)",
        f"SELECT * FROM api.pull_streams(ARRAY['{file}'::uuid], ARRAY[0::bigint], 99)",
        f"SELECT * FROM api.search_cases(ARRAY['{SECRETS[0].lower()}'], 9)",
    )
    told = []
    with house.connect(login) as connection:
        for query in asked:
            try:
                told.append(str(connection.execute(query.encode()).fetchall()))
            except psycopg.Error as fault:
                told.append(str(fault))
    return "\n".join(told)


@pytest.mark.parametrize("login", ["asha", "abdul", "meera"])
def test_that_no_word_of_a_note_comes_out_anywhere_but_for_who_may_read_it(
    house: House,
    desks: dict[str, Profile],
    case: UUID,
    login: str,
    tmp_path: Path,
    capfd: pytest.CaptureFixture[str],
) -> None:
    desk, may = desks[login], login == "meera"
    by_words = told_at(desk, login, tmp_path / "out", capfd)
    page = page_of(desk, login, case)
    assert "Ravi" in by_words and "DTSTART" in by_words, "the words were told, and the files written"
    assert [secret in by_words for secret in SECRETS] == [may] * 3
    assert [secret in page for secret in SECRETS] == [may] * 3
    assert [secret for secret in SECRETS if secret in by_sql(house, login, case)] == []
    if not may:
        calendar = (tmp_path / "out" / "own.ics").read_text()
        assert "Ravi" not in calendar and "98390" not in calendar
