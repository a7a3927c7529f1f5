"""The two kinds of trouble: the world's faults, and bad input. Everything else is a fault of ours."""

from collections.abc import Mapping


class Sentence(str):
    """A sentence in English that the window can say in its own language: it translates `template`, then puts
    `values` in."""

    __slots__ = ("template", "values")
    template: str
    values: Mapping[str, object]

    def __new__(cls, template: str, **values: object) -> "Sentence":
        made = super().__new__(cls, template.format(**values) if values else template)
        made.template, made.values = template, values
        return made


class ControlRoomError(Exception):
    """Its text is one plain sentence for the person at the desk: what is wrong and what to do.

    It may hold `{names}` whose values follow by keyword.
    """

    def __init__(self, template: str, **values: object) -> None:
        self.sentence = Sentence(template, **values)
        super().__init__(self.sentence)

    @property
    def template(self) -> str:
        """The sentence with its `{names}`."""
        return self.sentence.template

    @property
    def values(self) -> Mapping[str, object]:
        """What stands for the names."""
        return self.sentence.values


class WorldFault(ControlRoomError):  # noqa: N818  a fault, in the words of the house
    """The disk is full, the mailbox refuses, the key is missing: nothing in the program is wrong."""


class Unsaved(WorldFault):
    """This machine's own disk did not take it. It goes by itself when that is mended."""


class Damaged(WorldFault):
    """The profile's database can't be read further: it can be mended."""


class BadInput(ControlRoomError):  # noqa: N818
    """What was typed or given cannot be used; the text says where and what would do."""
