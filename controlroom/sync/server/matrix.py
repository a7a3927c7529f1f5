"""The rights as the catalog has them, compared with resources/server/matrix.txt: what they must be.

One line says who may do what with which object, and by which policy; an object without a line is a fault.
"""

from pathlib import Path

from controlroom.config import resources_dir
from controlroom.sync.connection import Connection


def wanted_lines() -> frozenset[str]:
    """The lines of the file, without comments and with one space between words."""
    lines = (" ".join(line.split()) for line in _text("matrix.txt").splitlines())
    return frozenset(line for line in lines if line and not line.startswith("#"))


def lines_of(connection: Connection) -> frozenset[str]:
    """What the live catalog says; for a superuser."""
    rows = connection.execute(_text("catalog.sql").encode()).fetchall()
    return frozenset(" ".join(line.split()) for (line,) in rows)


def differences(connection: Connection) -> list[str]:
    """`- line` for what is missing, `+ line` for what should not be there; nothing when all is well."""
    wanted, found = wanted_lines(), lines_of(connection)
    return sorted([f"- {line}" for line in wanted - found] + [f"+ {line}" for line in found - wanted])


def _text(name: str) -> str:
    return (Path(resources_dir()) / "server" / name).read_text(encoding="utf-8")
