"""Many rows in one statement: while the database works at them, other threads of this program go on.

The driver's own way for many rows asks for the interpreter again at each of them.
"""

from collections.abc import Sequence
from functools import cache
from itertools import chain
from typing import Any

_MOST = 256  # rows of 20 values: far below the 32,766 that a statement may have


def insert(connection: Any, head: str, rows: Sequence[tuple[Any, ...]]) -> int:
    """Put rows in; `head` is the statement up to VALUES. Gives how many went in."""
    at = went_in = 0
    while left := len(rows) - at:
        many = min(_MOST, 1 << (left.bit_length() - 1))  # a few sizes: each statement is prepared once
        values = list(chain.from_iterable(rows[at : at + many]))
        went_in += connection.execute(_statement(head, len(rows[at]), many), values).rowcount
        at += many
    return went_in


@cache
def _statement(head: str, columns: int, rows: int) -> str:
    row = f"({', '.join('?' * columns)})"
    return f"{head} VALUES {', '.join([row] * rows)}"
