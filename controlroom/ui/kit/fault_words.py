"""The sentence of a fault, in the language of the moment."""

from controlroom.errors import ControlRoomError
from controlroom.speech import sentence, translate


def fault_text(fault: Exception) -> str:
    """A fault of the world and bad input in their own words; a fault of ours by its name only."""
    if not isinstance(fault, ControlRoomError):
        text = translate("faults", "A fault of this program (%1). What was saved is safe.")
        return text.replace("%1", type(fault).__name__)
    return sentence(fault)
