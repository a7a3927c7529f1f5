"""The two kinds of trouble: the world's faults, and bad input. Everything else is a fault of ours."""


class ControlRoomError(Exception):
    """Its text is one plain sentence for the person at the desk: what is wrong and what to do.

    The sentence may hold `{names}` whose values follow by keyword, so that the window can say it in its own
    language: it translates `template`, then puts `values` in.
    """

    def __init__(self, template: str, **values: object) -> None:
        super().__init__(template.format(**values) if values else template)
        self.template = template
        self.values = values


class WorldFault(ControlRoomError):  # noqa: N818  a fault, in the words of the house
    """The disk is full, the mailbox refuses, the key is missing: nothing in the program is wrong."""


class BadInput(ControlRoomError):  # noqa: N818
    """What was typed or given cannot be used; the text says where and what would do."""
