"""What a chip stands for."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to choose; its key is what the use case is given."""

    key: str
    word: str
