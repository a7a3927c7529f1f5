"""A store as an earlier version left it."""

from typing import Any


def before_files(raw: Any) -> None:
    """Keys go by their own ids, as until version 18."""
    for statement in (
        "CREATE TABLE former_seals (id BLOB PRIMARY KEY, file BLOB NOT NULL, audience TEXT NOT NULL,"
        " key BLOB NOT NULL, is_sent INTEGER NOT NULL) WITHOUT ROWID",
        "INSERT INTO former_seals SELECT id, file, audience, key, is_sent FROM person_seals",
        "DROP TABLE person_seals",
        "ALTER TABLE former_seals RENAME TO person_seals",
        "CREATE INDEX person_seals_of ON person_seals (file, audience)",
        "CREATE INDEX person_seals_unsent ON person_seals (id) WHERE is_sent = 0",
        "PRAGMA user_version = 18",
    ):
        raw.execute(statement)


def before_places(raw: Any) -> None:
    """Facts and numbers go by the case's id, as until version 17."""
    before_files(raw)
    for statement in (
        "CREATE TABLE former (value TEXT NOT NULL, case_id BLOB NOT NULL, PRIMARY KEY (value, case_id))"
        " WITHOUT ROWID",
        "INSERT INTO former SELECT value, id FROM facts JOIN cases USING (n)",
        "DROP TABLE facts",
        "ALTER TABLE former RENAME TO facts",
        "CREATE INDEX facts_case ON facts (case_id)",
        "DROP INDEX numbers_of",
        "ALTER TABLE numbers DROP COLUMN n",
        "CREATE INDEX numbers_case ON numbers (case_id)",
        "PRAGMA user_version = 17",
    ):
        raw.execute(statement)
