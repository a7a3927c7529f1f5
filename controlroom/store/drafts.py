"""Drafts (what somebody typed and did not save) and the settings of this desk."""

from typing import Any
from uuid import UUID

import msgspec

from controlroom.casework.rows import Draft
from controlroom.store.eventlog import moment


def save(connection: Any, person: str, key: str, text: str, at: int) -> None:
    """Keep a draft; the newest text counts."""
    connection.execute(
        "INSERT INTO drafts (person, key, text, saved_at) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (person, key) DO UPDATE SET text = excluded.text, saved_at = excluded.saved_at",
        (person, key, text, at),
    )


def drop(connection: Any, person: str, key: str) -> None:
    """Forget a draft."""
    connection.execute("DELETE FROM drafts WHERE person = ? AND key = ?", (person, key))


def find(connection: Any, person: str, key: str) -> Draft | None:
    """One draft of one person."""
    row = connection.execute(
        "SELECT text, saved_at FROM drafts WHERE person = ? AND key = ?", (person, key)
    ).fetchone()
    return Draft(person, key, row[0], moment(row[1])) if row else None


def of_case(connection: Any, person: str, case_id: UUID) -> dict[str, str]:
    """Field -> text of this person's drafts on a case."""
    prefix = f"{case_id}/"
    rows = connection.execute(
        "SELECT key, text FROM drafts WHERE person = ? AND key >= ? AND key < ?",
        (person, prefix, prefix + "\U0010ffff"),
    )
    return {key.removeprefix(prefix): text for key, text in rows}


def put_setting(connection: Any, name: str, value: Any) -> None:
    """Keep a setting as JSON."""
    connection.execute(
        "INSERT INTO settings (name, value) VALUES (?, ?)"
        " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        (name, msgspec.json.encode(value).decode()),
    )


def setting(connection: Any, name: str) -> Any:
    """A setting, None when it was never set."""
    row = connection.execute("SELECT value FROM settings WHERE name = ?", (name,)).fetchone()
    return msgspec.json.decode(row[0]) if row else None
