"""What every role is asked to do, and what it answers: rights seen from outside, by the real psql."""

import json
from collections.abc import Mapping
from hashlib import sha256
from typing import Any
from uuid import UUID

from server_house import (
    FILE,
    FILE_KEYS,
    FILE_MAIL,
    LEFT,
    MAIL,
    OTHER_MAIL,
    PEOPLE,
    STRANGER,
    House,
    event,
    key_of,
)

from controlroom.domain.derived import case_of_mail
from controlroom.domain.roomwide import stream_of

VERBS: Mapping[str, str] = {
    "select": "SELECT count(*) FROM {table}",
    "insert": "INSERT INTO {table} DEFAULT VALUES",
    "update": "UPDATE {table} SET {column} = {column} WHERE false",
    "delete": "DELETE FROM {table} WHERE false",
    "truncate": "TRUNCATE {table}",
}
_DENIED = "ERROR:  permission denied for "
_THEN = 1_700_000_000_000_000
_FIXED = UUID(int=7)


def tables_of(house: House) -> list[tuple[str, str]]:
    """Every table and view there is, with the name of a column of it."""
    return house.database.query(
        "SELECT n.nspname || '.' || c.relname, (SELECT attname::text FROM pg_attribute a"
        "   WHERE a.attrelid = c.oid AND a.attnum > 0 ORDER BY a.attnum LIMIT 1)"
        " FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
        " WHERE c.relkind IN ('r', 'v', 'p', 'm') AND n.nspname !~ '^(pg_|information_schema$)' ORDER BY 1"
    )


def functions_of(house: House) -> list[tuple[str, str]]:
    """Every function that may be called, and a call of it that has nothing to say."""
    return house.database.query(
        "SELECT p.oid::regprocedure::text, 'SELECT count(*) FROM ' || p.oid::regproc || '(' || coalesce(("
        "   SELECT string_agg('NULL::' || t.type::regtype, ', ')"
        "   FROM unnest(p.proargtypes::oid[]) AS t(type)), '') || ')'"
        " FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace"
        " WHERE n.nspname !~ '^(pg_|information_schema$)'"
        " AND p.prorettype NOT IN ('trigger'::regtype, 'event_trigger'::regtype) ORDER BY 1"
    )


def is_denied(answer: str) -> bool:
    """Whether the database kept it out before anything of ours ran."""
    return answer.startswith(_DENIED)


def group_of(login: str) -> str:
    role = PEOPLE.get(login, "operator")
    return "cr_projector" if role == "projector" else f"g_{role}"


def table_questions(house: House) -> dict[tuple[str, str], str]:
    """By verb and table."""
    return {
        (verb, table): words.format(table=table, column=f'"{column}"')
        for table, column in tables_of(house)
        for verb, words in VERBS.items()
    }


def table_answers(house: House, login: str) -> dict[tuple[str, str], str]:
    """By verb and table."""
    asked = table_questions(house)
    return dict(zip(asked, house.ask(login, list(asked.values())), strict=True))


def function_answers(house: House, login: str) -> dict[str, str]:
    """By signature."""
    calls = dict(functions_of(house))
    return dict(zip(calls, house.ask(login, list(calls.values())), strict=True))


def deeds(house: House, login: str) -> dict[str, str]:
    """The work of a day, as this login: each a statement of which the answer is always the same."""
    desk = house.desks.get(login, _FIXED)
    case = f"'{house.case}'::uuid"
    mail = sha256(MAIL).hexdigest()
    told = {
        "alert": _batch(login, desk, "alert_received", _FIXED, body={"mail": mail}),
        "alert of its own id": _batch(login, desk, "alert_received", case_of_mail(mail), body={"mail": mail}),
        "step": _batch(login, desk, "note_added", house.case),
        "step counted": _batch(login, desk, "note_added", house.case),
        "counsel": _batch(login, desk, "counsel_given", house.case),
        "look": _batch(login, desk, "case_opened", house.case),
        "forged": _batch("h_other", desk, "note_added", house.case),
        "duty of another": _batch(login, desk, "duty_changed", stream_of("duty_changed"), **_DUTY),
    }
    hello = f"api.hello('{_desk(login)}', 'K9', '{_FIXED}', '{_FIXED}', 'test')"
    append = "SELECT verdict, why, stream_seq, audience FROM api.append_events('{}')"
    done = {name: append.format(batch) for name, batch in told.items()}
    done["a number"] = f"SELECT number FROM api.append_events('{told['alert']}')"
    done |= {
        "who": "SELECT api.my_room() IS NOT NULL, api.my_roles(), api.my_audiences()",
        "hello": f"SELECT roles, audiences, cardinality(kinds) FROM {hello}",
        "hello again": f"SELECT mark IS NULL FROM {hello}; SELECT room_name FROM {hello}",
        "head": "SELECT last_seq, standbys FROM api.head()",
        "cluster": "SELECT is_standby, shape, oldest_program FROM api.cluster()",
        "pull": "SELECT seq, stream, kind, body, audience, stream_seq FROM api.pull(0, 100)",
        "pull streams": f"SELECT seq, kind, body FROM api.pull_streams(ARRAY[{case}], ARRAY[0::bigint], 100)",
        "hashes": "SELECT count(*) FROM api.hashes(ARRAY[1, 2, 3]::bigint[])",
        "working set": f"SELECT stream_id = {case}, is_open FROM api.working_set(0, 10) ORDER BY 1",
        "search": "SELECT count(*) FROM api.search_cases(ARRAY['anand'], 10)",
        "number": "SELECT api.case_of_number('2026-0001') IS NOT NULL",
        "lag": "SELECT behind FROM api.projector_lag()",
        "presence": f"SELECT count(*) FROM api.presence('{desk}', {case}, true)",
        "presence twice": f"SELECT count(*) FROM api.presence('{desk}', {case}, true);"
        f" SELECT count(*) FROM api.presence('{desk}', {case}, false)",
        "mail": f"SELECT login, standing, success FROM api.mail('{desk}', 'ok', 1)",
        "mail twice": f"SELECT count(*) FROM api.mail('{desk}', 'ok', 1);"
        f" SELECT standing FROM api.mail('{desk}', 'down', 1)",
        "put": f"SELECT api.put_blob('{OTHER_MAIL.hex()}') IS NOT NULL",
        "put two": f"SELECT api.put_blob('{OTHER_MAIL.hex()}') IS NOT NULL, api.put_blob('ab') IS NOT NULL",
        "put and name": f"SELECT api.put_blob('\\x{OTHER_MAIL.hex()}') IS NOT NULL;"
        + append.format(
            _batch(login, desk, "alert_received", _FIXED, body={"mail": sha256(OTHER_MAIL).hexdigest()})
        )
        + f"; SELECT api.blob('\\x{sha256(OTHER_MAIL).hexdigest()}') IS NOT NULL",
        "blob": f"SELECT api.blob('\\x{mail}') IS NOT NULL",
        "read": "SELECT kind, audience FROM log.events ORDER BY seq",
        "keys": f"SELECT audience FROM api.person_keys({_keys(FILE)}) ORDER BY 1",
        "keys put": f"SELECT api.put_person_keys('{_put(_FIXED)}');"
        f" SELECT count(*) FROM api.person_keys({_keys(_FIXED)})",
        "erase": append.format(
            _batch(login, desk, "person_erased", FILE, stream="person", body={"cases": [str(_FILE_CASE)]})
        )
        + f"; SELECT count(*) FROM api.person_keys({_keys(FILE)});"
        f" SELECT api.put_person_keys('{_put(FILE)}');"
        f" SELECT api.blob('\\x{sha256(FILE_MAIL).hexdigest()}') IS NOT NULL",
        "erased": "SELECT count(*) FROM log.erased",
        "keys read": "SELECT count(*) FROM log.person_keys",
        "disable": f"SELECT api.disable('{LEFT}x')",
        "disable another": "SELECT api.disable('h_board')",
        "tidy": "SELECT unseen_desks FROM api.tidy()",
        "poke": "SELECT count(*) FROM api.poke(NULL, '{}', '{}', 0, 0)",
        "index": "UPDATE work.case_index SET state = 'x'; SELECT state FROM work.case_index",
        "index more": f"INSERT INTO work.case_index SELECT room, '{_FIXED}', numbers, is_open, state,"
        " received_at, last_seq, words, line FROM work.case_index; SELECT count(*) FROM work.case_index",
        "cursors": "UPDATE work.cursors SET seq = 2; SELECT seq FROM work.cursors",
        "cursors more": "INSERT INTO work.cursors SELECT room, 'x', 1, 1 FROM work.cursors;"
        " SELECT count(*) FROM work.cursors",
        "presence cleared": "DELETE FROM work.presence; SELECT count(*) FROM work.presence",
        "rooms": "SELECT count(*), sum(last_seq) FROM log.rooms JOIN log.heads USING (room)",
    }
    return done


_DUTY: Mapping[str, Any] = {"stream": "room", "body": {"person": "h_auditor", "on": True}}
_FILE_CASE = case_of_mail(sha256(FILE_MAIL).hexdigest())


def _keys(file: UUID) -> str:
    """The ids of its keys, as an array."""
    ids = (key_of(file, audience, key)["id"] for audience, key in FILE_KEYS.items())
    return f"'{{{','.join(ids)}}}'::uuid[]"


def _put(file: UUID) -> str:
    return json.dumps([key_of(file, audience, key) for audience, key in FILE_KEYS.items()])


def _desk(login: str) -> UUID:
    return UUID(bytes=sha256(login.encode()).digest()[:16])


def _batch(login: str, desk: UUID, kind: str, stream_id: UUID, **more: object) -> str:
    fixed = {"id": str(_FIXED), "at": _THEN, "happened_at": _THEN}
    return json.dumps([event(login, desk, kind, stream_id, **fixed, **more)])


def everything(house: House) -> dict[tuple[str, str, str], str]:
    """Every answer of every login: what a change of any right must change."""
    found = {}
    for login in (*PEOPLE, STRANGER, LEFT):
        asked: dict[tuple[str, str], str] = {
            **table_questions(house),
            **{("call", name): call for name, call in functions_of(house)},
            **{("do", name): deed for name, deed in deeds(house, login).items()},
        }
        for (verb, what), answer in zip(asked, house.ask(login, list(asked.values())), strict=True):
            found[login, verb, what] = "let in" if verb == "call" and not is_denied(answer) else answer
    return found
