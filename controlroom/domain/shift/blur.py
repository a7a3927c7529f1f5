"""How much of what is hard to look at a person wants to be shown at once. Kept with the person. Pure."""

from collections.abc import Mapping
from typing import Any, Final, NamedTuple

PICTURES: Final = ("blurred", "grey")  # blurred until revealed; or more strongly, and grey when revealed too
WORDS: Final = (
    "together",
    "apart",
)  # F2 shows the alert's own words with the facts; or they wait for a second key


class Blur(NamedTuple):
    """What a person has chosen. Nothing is ever shown before it is revealed, whatever they choose."""

    pictures: str = "blurred"
    words: str = "together"

    @property
    def is_grey(self) -> bool:
        """Pictures are never seen in colour."""
        return self.pictures == "grey"

    @property
    def are_words_apart(self) -> bool:
        """Names and numbers can be worked with while the words of the alert stay covered."""
        return self.words == "apart"


def blur_from(body: Mapping[str, Any] | None) -> Blur:
    """As the last word on somebody says it; what a newer version wrote counts as not chosen."""
    pictures, words = (str((body or {}).get(name) or "") for name in ("pictures", "words"))
    usual = Blur()
    return Blur(
        pictures if pictures in PICTURES else usual.pictures, words if words in WORDS else usual.words
    )
