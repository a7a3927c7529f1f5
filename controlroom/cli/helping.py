"""--help and wrong use, in the language of the moment. The words that are typed stay as they are typed."""

import argparse
from collections.abc import Iterable
from functools import partial
from typing import Any, Final, NoReturn

from controlroom.cli.language import say
from controlroom.speech import QT_TRANSLATE_NOOP, translate

WRONG_USE: Final = 2
EXAMPLE: Final = "Example: "
# What argparse itself says to people.
OF_ARGPARSE: Final = (
    QT_TRANSLATE_NOOP("argparse", "usage: "),
    QT_TRANSLATE_NOOP("argparse", "options"),
    QT_TRANSLATE_NOOP("argparse", "positional arguments"),
    QT_TRANSLATE_NOOP("argparse", "show this help message and exit"),
    QT_TRANSLATE_NOOP("argparse", "the following arguments are required: %s"),
    QT_TRANSLATE_NOOP("argparse", "unrecognized arguments: %s"),
    QT_TRANSLATE_NOOP("argparse", "argument %(argument_name)s: %(message)s"),
    QT_TRANSLATE_NOOP("argparse", "invalid choice: %(value)r (choose from %(choices)s)"),
    QT_TRANSLATE_NOOP("argparse", "invalid %(type)s value: %(value)r"),
    QT_TRANSLATE_NOOP("argparse", "expected one argument"),
    QT_TRANSLATE_NOOP("argparse", "expected at most one argument"),
    QT_TRANSLATE_NOOP("argparse", "expected at least one argument"),
    QT_TRANSLATE_NOOP("argparse", "expected %s argument"),
    QT_TRANSLATE_NOOP("argparse", "expected %s arguments"),
    QT_TRANSLATE_NOOP("argparse", "one of the arguments %s is required"),
    QT_TRANSLATE_NOOP("argparse", "not allowed with argument %s"),
    QT_TRANSLATE_NOOP("argparse", "ignored explicit argument %r"),
    QT_TRANSLATE_NOOP("argparse", "ambiguous option: %(option)s could match %(matches)s"),
)


class Parser(argparse.ArgumentParser):
    """Says its help in the language of the moment, and wrong use in one sentence."""

    def __init__(self, **given: Any) -> None:
        super().__init__(**{"formatter_class": _Help} | given)

    def error(self, message: str) -> NoReturn:
        told = say("{word}: {problem} (see {word} --help)", word=self.prog, problem=message)
        self.exit(WRONG_USE, f"{told}\n")


class _Help(argparse.HelpFormatter):
    def add_text(self, text: str | None) -> None:
        if text and text.startswith(EXAMPLE):
            text = say("Example: {command}", command=text.removeprefix(EXAMPLE))
        elif text:
            text = say(text)
        super().add_text(text)

    def start_section(self, heading: str | None) -> None:
        super().start_section(heading and say(heading))

    def _get_help_string(self, action: argparse.Action) -> str | None:
        return action.help and say(action.help)


def teach_argparse() -> None:
    """WORKAROUND(argparse asks gettext, whose catalogues go by the machine's locale alone): it asks ours."""

    def by_number(one: str, many: str, count: int) -> str:
        return translate("argparse", one if count == 1 else many)

    vars(argparse).update(_=partial(translate, "argparse"), ngettext=by_number)


def sources(top: argparse.ArgumentParser) -> Iterable[str]:
    """Every sentence of the help of a parser and of those below it, in English, for the translators."""
    for text in (top.description, top.epilog):
        if text:
            yield "Example: {command}" if text.startswith(EXAMPLE) else text
    yield from (group.title for group in top._action_groups if group.title in ("words", "verbs"))
    for action in top._actions:
        if isinstance(action, argparse._SubParsersAction):
            yield from (one.help for one in action._choices_actions if one.help)
            for below in action.choices.values():
                yield from sources(below)
        elif action.help and not isinstance(action, argparse._HelpAction):
            yield action.help
