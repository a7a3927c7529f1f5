"""How the name of whoever sits at the desk is kept. Pure."""

from collections.abc import Sequence
from typing import Final

LONGEST: Final = 60  # signs of a name


def clean_name(typed: str, known: Sequence[str]) -> str:
    """The name as it is kept: one spelling for one person; "" where nothing is typed."""
    name = " ".join("".join(sign for sign in typed if sign.isprintable()).split())[:LONGEST]
    return next((one for one in known if one.casefold() == name.casefold()), name)
