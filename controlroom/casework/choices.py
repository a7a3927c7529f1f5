"""A value that must be one of a few: the one sentence that says so. Pure."""

from collections.abc import Sequence

from controlroom.errors import BadInput

MOST_SHOWN = 60  # characters of what was given


def one_of(value: str, allowed: Sequence[str], what: str) -> str:
    """The value, where it is one that is known. Raises BadInput with those that are."""
    if value not in allowed:
        raise BadInput(
            "'{value}' is not a {what} we know; it is one of: {allowed}.",
            value=value[:MOST_SHOWN],
            what=what,
            allowed=", ".join(filter(None, allowed)),
        )
    return value
