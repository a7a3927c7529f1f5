"""A person chooses how much is covered until they ask for it."""

from controlroom.casework.choices import one_of
from controlroom.casework.ports import Tx
from controlroom.casework.room.roomset import say_to_room
from controlroom.domain.shift.blur import PICTURES, WORDS, Blur, blur_from

KIND = "sight_chosen"


def choose_blur(tx: Tx, person: str, *, pictures: str = "", words: str = "") -> Blur:
    """What is not named stays as it was. It goes with the person to whichever desk they sit at."""
    before = tx.room_word(KIND, person)
    known = blur_from(before)
    after = Blur(
        one_of(pictures or known.pictures, PICTURES, "way to show pictures"),
        one_of(words or known.words, WORDS, "way to show words"),
    )
    if before is None or after != known:
        say_to_room(tx, KIND, {"person": person, **after._asdict()})
    return after
