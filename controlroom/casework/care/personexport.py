"""A person's data carried out on lawful request: a JSON file, and one to read."""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from controlroom.casework.care.personcards import person_card
from controlroom.domain.care.person import Person
from controlroom.domain.care.plans import IST
from controlroom.domain.care.retention import Retention
from controlroom.errors import BadInput, WorldFault

NAMES: Final = ("person.json", "person.txt")
_INDENT: Final = "  "


def exported(
    person: Person,
    *,
    cases: Sequence[Mapping[str, Any]],
    clock: Retention | None,
    reason: str,
    by: str,
    with_notes: bool,
    now: datetime,
) -> dict[str, Any]:
    """All that this desk holds of the person and may show. `cases` as `case show` prints them."""
    found: dict[str, Any] = {
        "exported_at": now.astimezone(IST).isoformat(timespec="seconds"),
        "exported_by": by,
        "reason": reason,
        "person": person_card(person, now),
        "kept_until": clock.due.isoformat() if clock else None,
        "reviews": [
            {"keep_until": one.keep_until.isoformat(), "reason": one.reason, "by": one.actor}
            for one in person.reviews
        ],
        "cases": [dict(case) for case in cases],
        "not_readable_here": person.sealed,
    }
    if with_notes:
        found["notes"] = [
            {"at": one.happened_at.isoformat(), "by": one.actor, "text": one.text}
            | {"mood": one.mood, "risk": one.risk}
            for one in person.notes
        ]
    return found


def readable(value: Any, depth: int = 0) -> Iterable[str]:
    """The same, line by line, for whoever reads no JSON; what is empty is left out."""
    pad = _INDENT * depth
    if isinstance(value, Mapping):
        for name, item in value.items():
            if item in (None, "", [], {}, ()):
                continue
            title = str(name).replace("_", " ")
            if isinstance(item, Mapping | list | tuple):
                yield f"{pad}{title}:"
                yield from readable(item, depth + 1)
            else:
                yield f"{pad}{title}: {item}"
    elif isinstance(value, list | tuple):
        for item in value:
            if isinstance(item, Mapping):
                yield from readable(item, depth)
                yield f"{pad}--"
            else:
                yield f"{pad}{item}"


def demand_free(folder: Path) -> None:
    """Raises BadInput where something lies there already: nothing is overwritten."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise BadInput(
            "{folder} is there already and not an empty folder; nothing is overwritten, name another one.",
            folder=folder,
        )


def write_export(folder: Path, found: Mapping[str, Any]) -> list[str]:
    """Both files, readable by nobody else; gives their names. Raises WorldFault, and leaves no half of it."""
    texts = (json.dumps(found, ensure_ascii=False, indent=1), "\n".join(readable(found)))
    made: list[Path] = []
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        for name, text in zip(NAMES, texts, strict=True):
            path = folder / name
            path.touch(mode=0o600, exist_ok=False)
            made.append(path)
            path.write_text(text + "\n", encoding="utf-8")
    except OSError as fault:
        for path in made:
            path.unlink(missing_ok=True)
        raise WorldFault(
            "The folder {folder} cannot be written to ({reason}); name another one.",
            folder=folder,
            reason=fault.strerror,
        ) from fault
    return list(NAMES)
