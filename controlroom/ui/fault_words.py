"""The sentence of a fault, in the language of the moment."""

from PySide6.QtCore import QCoreApplication

from controlroom.errors import ControlRoomError


def fault_text(fault: Exception) -> str:
    """A fault of the world and bad input in their own words; a fault of ours by its name only."""
    if not isinstance(fault, ControlRoomError):
        text = QCoreApplication.translate("faults", "A fault of this program (%1). What was saved is safe.")
        return text.replace("%1", type(fault).__name__)
    template = QCoreApplication.translate("faults", fault.template)
    return template.format(**fault.values) if fault.values else template
