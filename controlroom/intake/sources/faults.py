"""The one fault of a source that trying again does not mend."""

from controlroom.errors import WorldFault


class Refused(WorldFault):
    """The mailbox does not let us in, or is not the one it says it is: that rings at once."""
