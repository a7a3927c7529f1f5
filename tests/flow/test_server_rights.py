"""Who may do what in the shared database, as psql finds it, and as resources/server/matrix.txt says."""

from collections.abc import Callable
from itertools import product

import pytest
from server_house import LEFT, PEOPLE, PRIVATE, STRANGER, House, cloned
from server_probes import (
    VERBS,
    everything,
    function_answers,
    functions_of,
    group_of,
    is_denied,
    table_answers,
    tables_of,
)

from controlroom.casework.room.sharing import SharedEvent
from controlroom.sync.server.matrix import differences, lines_of, wanted_lines
from controlroom.sync.server.rights import READERS
from controlroom.sync.verify import Chain

LOGINS = (*PEOPLE, STRANGER, LEFT)
PUT_IN_BY_THE_HOUSE = {"+ counsellor appends kind counsel_given", "+ kind counsel_given audience counsel"}
KINDS_READ = {
    "case": [
        "alert_received",
        "alert_received",
        "case_claimed",
        "case_linked",
        "erasure_asked",
        "note_added",
    ],
    "audit": ["list_read", "secret_revealed"],
    "counsel": ["counsel_given"],
    "room": ["intake_faulted", "room_set"],
    "lead": ["incident_noted"],
    "care": ["care_told"],
}


def test_that_the_catalog_is_as_the_matrix_says(house: House) -> None:
    with house.admin() as admin:
        assert set(differences(admin)) == PUT_IN_BY_THE_HOUSE


@pytest.mark.parametrize("login", LOGINS)
def test_that_psql_may_touch_the_tables_of_the_matrix_and_no_others(house: House, login: str) -> None:
    group = group_of(login)
    granted = {
        (verb, table)
        for verb in VERBS
        for table, _ in tables_of(house)
        if f"{group} may {verb} table {table}" in wanted_lines()
    }
    answers = table_answers(house, login)
    assert {what for what, answer in answers.items() if not is_denied(answer)} == granted


@pytest.mark.parametrize("login", LOGINS)
def test_that_psql_may_call_the_functions_of_the_matrix_and_no_others(house: House, login: str) -> None:
    group = group_of(login)
    granted = {
        name for name, _ in functions_of(house) if f"{group} may execute function {name}" in wanted_lines()
    }
    answers = function_answers(house, login)
    assert {name for name, answer in answers.items() if not is_denied(answer)} == granted


@pytest.mark.parametrize("login", LOGINS)
def test_that_each_role_reads_the_events_of_its_audiences_and_room_only(house: House, login: str) -> None:
    role = PEOPLE.get(login)
    if login == STRANGER:
        wanted = ["alert_received"]
    elif role == "projector":  # of every room, what every operator may read
        wanted = [*KINDS_READ["case"], "alert_received", "room_set"]
    else:
        wanted = [kind for audience in READERS.get(role or "", ()) for kind in KINDS_READ[audience]]
    (answer,) = house.ask(login, ["SELECT kind FROM log.events"])
    if role in ("board", "admin"):  # what is for administrators comes by api.pull
        assert is_denied(answer)
    else:
        assert sorted(answer.split()) == sorted(wanted)


@pytest.mark.parametrize("login", [login for login, role in PEOPLE.items() if role != "projector"])
def test_that_what_is_pulled_is_whole_or_a_stub_and_the_chain_holds(house: House, login: str) -> None:
    columns = ", ".join(SharedEvent._fields)
    with house.connect(login) as connection:
        rows = [
            SharedEvent._make(row)
            for row in connection.execute(f"SELECT {columns} FROM api.pull(0, 100)".encode()).fetchall()
        ]
        head = connection.execute("SELECT last_seq, last_hash FROM api.head()").fetchone()
    mine = READERS[PEOPLE[login]]
    assert [row.seq for row in rows] == list(range(1, 14))
    assert sorted(row.kind for row in rows if row.kind) == sorted(
        kind for audience in mine for kind in KINDS_READ[audience]
    )
    for row in rows:
        if row.kind is None:
            stub = (row.seq, row.stream, row.stream_id, row.stream_seq, row.digest, row.hash)
            assert [value for value in row if value is not None and value not in stub] == []
            assert (row.stream_id is not None) == ("case" in mine and row.stream == "case")
    chain = Chain(dict([head]) if head else {})
    assert chain.feed(rows) and chain.seq == len(rows)


def test_that_a_role_without_cases_learns_nothing_of_one_by_its_id(house: House) -> None:
    ask = [f"SELECT * FROM api.pull_streams(ARRAY['{house.case}'::uuid], ARRAY[0::bigint], 10)"]
    assert house.ask("h_admin", ask) == house.ask("h_board", ask) == house.ask(STRANGER, ask) == [""]
    assert len(house.ask("h_operator", ask)[0].splitlines()) == 5


@pytest.mark.parametrize("login", [login for login in LOGINS if PEOPLE.get(login) != "projector"])
def test_that_of_one_stream_a_role_gets_what_it_gets_of_it_among_several(house: House, login: str) -> None:
    several = "ARRAY[%s, gen_random_uuid()], ARRAY[%s::bigint, 0]"
    streams = house.database.query("SELECT DISTINCT stream_id FROM log.events")
    with house.connect(login) as connection:
        for (stream,), after, most in product(streams, (0, 2), (1, 99)):
            given, among = (
                connection.execute(f"SELECT * FROM api.pull_streams({which}, %s)", (stream, after, most))
                for which in ("ARRAY[%s], ARRAY[%s::bigint]", several)
            )
            assert given.fetchall() == among.fetchall()


# --- whatever is taken away or added is noticed -------------------------------------------------------------

GROUPS = ("g_operator", "g_board", "g_admin", "cr_projector", "cr_exec", "PUBLIC")


def _droppings(house: House) -> list[str]:
    """One statement for each policy, trigger and guard that there is."""
    query = house.database.query
    found = [f"DROP POLICY {name} ON {table}" for table, name in query(
        "SELECT polrelid::regclass::text, polname::text FROM pg_policy"
    )]  # fmt: skip
    found += [f"DROP TRIGGER {name} ON {table}" for table, name in query(
        "SELECT tgrelid::regclass::text, tgname::text FROM pg_trigger WHERE NOT tgisinternal"
    )]  # fmt: skip
    for table, _ in tables_of(house):
        found += [f"ALTER TABLE {table} {word} ROW LEVEL SECURITY" for word in ("DISABLE", "NO FORCE")]
    return [*found, "DROP EVENT TRIGGER nobody_changes_the_schema"]


def _revocations(house: House) -> list[str]:
    """One statement for each grant of the matrix."""
    found = []
    for line in sorted(wanted_lines()):
        words = line.split(" ", 3)
        if len(words) == 4 and words[1] == "may" and not words[3].startswith("defaults"):
            who, _, verb, what = words
            what = what.replace("database", f'DATABASE "{house.database.name}"')
            if what.startswith("column "):
                table, column = what.removeprefix("column ").rsplit(".", 1)
                verb, what = f"{verb} ({column})", f"TABLE {table}"
            found.append(f"REVOKE {verb} ON {what} FROM {who}")
    return found


def _gifts(house: House) -> list[str]:
    """One statement for each grant of a table that the matrix does not have."""
    tables = [table for table, _ in tables_of(house)]
    return [
        f"GRANT {verb} ON {table} TO {who}"
        for who in GROUPS
        for table in tables
        for verb in ("select", "insert", "update", "delete", "truncate", "references", "trigger")
        if f"{who} may {verb} table {table}" not in wanted_lines()
    ]


OTHERS = (
    "GRANT EXECUTE ON FUNCTION api.tidy() TO g_operator",
    "GRANT EXECUTE ON FUNCTION api.disable(text) TO PUBLIC",
    "ALTER FUNCTION api.pull(bigint, int) SECURITY INVOKER",
    "ALTER FUNCTION api.pull(bigint, int) RESET search_path",
    "ALTER FUNCTION api.pull(bigint, int) OWNER TO postgres",
    "CREATE FUNCTION api.more() RETURNS int LANGUAGE sql AS 'SELECT 1'",
    "CREATE FUNCTION public.more() RETURNS int LANGUAGE sql AS 'SELECT 1'",
    "CREATE TABLE log.more (x int)",
    "CREATE VIEW log.more AS SELECT 1 AS x",
    "CREATE SEQUENCE work.more",
    "CREATE SCHEMA more",
    "ALTER TABLE log.events OWNER TO postgres",
    "GRANT CREATE ON SCHEMA public TO PUBLIC",
    "GRANT CREATE ON SCHEMA api TO g_operator",
    "GRANT USAGE ON LANGUAGE plpgsql TO PUBLIC",
    "ALTER POLICY people_read ON log.events USING (true)",
    "ALTER POLICY people_read ON log.events TO PUBLIC",
    "CREATE POLICY more ON log.events FOR SELECT TO g_board USING (true)",
    "ALTER TABLE log.events ENABLE TRIGGER events_never_change",
    "ALTER TABLE log.events DISABLE TRIGGER ALL",
    "ALTER ROLE g_operator LOGIN",
    "ALTER ROLE cr_exec BYPASSRLS",
    "GRANT g_supervisor TO g_operator",
    "GRANT pg_read_all_data TO cr_exec",
    "REVOKE pg_signal_backend FROM cr_exec",
    "GRANT SELECT (body) ON log.events TO g_board",
    "INSERT INTO log.readers VALUES ('operator', 'audit')",
    "DELETE FROM log.readers WHERE role = 'auditor'",
    "INSERT INTO log.writers VALUES ('board', 'case_closed')",
    "UPDATE log.kinds SET audience = 'case' WHERE kind = 'secret_revealed'",
)


@pytest.mark.parametrize("changes", [_droppings, _revocations, _gifts, lambda _: list(OTHERS)])
def test_that_no_change_of_rights_goes_unnoticed(house: House, changes: Callable[[House], list[str]]) -> None:
    unnoticed = []
    made = changes(house)
    with house.admin() as admin:
        usual = lines_of(admin)
        for change in made:
            admin.execute("BEGIN")
            admin.execute(change.encode())
            if lines_of(admin) == usual:
                unnoticed.append(change)
            admin.execute("ROLLBACK")
    assert unnoticed == [] and len(made) >= 25


def _felt(house: House, change: str, usual: dict[tuple[str, str, str], str]) -> bool:
    """Whether somebody at a desk would get another answer after this change."""
    with cloned(house) as spoilt:
        spoilt.database.query(change.replace(house.database.name, spoilt.database.name))
        try:
            return everything(spoilt) != usual
        except AssertionError:  # somebody could not even connect
            return True


SLICE = (
    "DROP POLICY people_read ON log.events",
    "DROP POLICY exec_append ON log.events",
    "REVOKE select ON table log.readers FROM cr_exec",
    "REVOKE execute ON function api.pull(bigint,integer) FROM g_auditor",
    "GRANT select ON log.events TO g_board",
    "ALTER TABLE log.events DISABLE ROW LEVEL SECURITY",
)


def test_that_what_a_role_meets_follows_from_the_rights(house: House) -> None:
    usual = everything(house)
    assert [change for change in SLICE if not _felt(house, change, usual)] == []


# These guard against a fault of ours in a function, or against the superuser; see test_server_guards.py.
UNSEEN = ("TRIGGER", "NO FORCE", "DISABLE ROW LEVEL", "exec_write", "work.presence")


@pytest.mark.long
@pytest.mark.timeout(1800)
def test_that_each_policy_and_each_grant_is_felt_by_somebody(house: House) -> None:
    usual = everything(house)
    made = [*_droppings(house), *_revocations(house)]
    unfelt = [change for change in made if not _felt(house, change, usual)]
    assert [change for change in unfelt if not any(word in change for word in UNSEEN)] == []


def test_that_nothing_private_stands_in_any_answer(house: House) -> None:
    told = {who for (who, _, _), answer in everything(house).items() if PRIVATE in answer}
    assert told == {"h_supervisor", "h_counsellor", "h_auditor", STRANGER}
