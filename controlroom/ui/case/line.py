"""One line of a list of the case, as its tabs make it and the list paints it. Pure."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Line:
    """One line. `tone` and `tag_tone` are colour roles; `payload` is what a click or Enter hands on."""

    key: str
    lead: str
    title: str
    detail: str = ""
    aside: str = ""
    mark: str = ""  # a small icon behind the aside
    tone: str = ""
    icon: str = ""
    tag: str = ""
    tag_tone: str = "dim"
    is_struck: bool = False
    is_dim: bool = False
    tip: str = ""
    payload: Any = None
