"""Every word that the map page shows, through Qt's translation."""

from PySide6.QtCore import QObject


class MapWords(QObject):
    """The page's dictionary in the language that is installed now."""

    def page(self) -> dict[str, str]:
        """By the names that `resources/map` uses."""
        return {**self._states(), **self._signs(), **self._controls()}

    def _states(self) -> dict[str, str]:
        return {
            "act": self.tr("New, not claimed"),
            "soon": self.tr("Claimed, being located"),
            "moving": self.tr("Help on its way"),
            "safe": self.tr("With the person"),
            "follow": self.tr("In follow-up"),
            "off": self.tr("Closed"),
        }

    def _signs(self) -> dict[str, str]:
        return {
            "guess": self.tr("a guess"),
            "late": self.tr("late"),
            "worst": self.tr("highest priority"),
            "accuracy": self.tr("accuracy, true to scale"),
            "cluster": self.tr("several cases"),
            "cases": self.tr("cases"),
            "seat": self.tr("district headquarters"),
            "border": self.tr("district boundary"),
            "approximate": self.tr("approximate districts"),
            "load": self.tr("open cases in the district"),
        }

    def _controls(self) -> dict[str, str]:
        return {
            "legend": self.tr("Legend"),
            "zoom_in": self.tr("Closer (+)"),
            "zoom_out": self.tr("Farther (-)"),
            "whole": self.tr("The whole state (Home)"),
            "pick": self.tr("Click the place, or Enter for the cross. Esc gives up."),
            "unplaced": self.tr("No place yet"),
            "km": self.tr("km"),
            "m": self.tr("m"),
        }
