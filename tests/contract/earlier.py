"""A store as an earlier version left it."""

from typing import Any


def before_places(raw: Any) -> None:
    """Facts and numbers go by the case's id, as until version 17."""
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
