"""The stage of the case pane: it knows the form that picks on the map."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from controlroom.casework.rows import CaseView
from controlroom.ui.context import Room
from controlroom.ui.forms.all import FORMS
from controlroom.ui.forms.place import PlaceForm
from controlroom.ui.forms.sheet import Sheet
from controlroom.ui.forms.stage import SheetStage


class Stage(SheetStage[CaseView]):
    """One form about the case at a time. `pick_wanted`: the next click on the map is for the form."""

    pick_wanted = Signal()

    def __init__(self, room: Room, parent: QWidget) -> None:
        super().__init__(room, FORMS, parent)

    def was_made(self, form: Sheet[CaseView]) -> None:
        if isinstance(form, PlaceForm):
            form.pick_wanted.connect(self.pick_wanted)

    def place_picked(self, lat: float, lon: float) -> None:
        """A click on the map, for the form that asked."""
        if isinstance(self.form, PlaceForm):
            self.form.set_picked(lat, lon)
