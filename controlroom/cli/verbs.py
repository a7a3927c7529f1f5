"""A noun of the command line and its verbs: each with its help and an example."""

import argparse
from collections.abc import Callable
from typing import Any, Protocol

Run = Callable[[argparse.Namespace], int | None]


class AddVerb(Protocol):
    """Adds a verb: its name, what it runs, its help, and what follows the name in its example."""

    def __call__(self, name: str, run: Run, help_: str, example: str = "", /) -> Any: ...


def add_noun(words: Any, shared: argparse.ArgumentParser, noun: str, *, help_: str, example: str) -> AddVerb:
    """Adds the noun; gives what adds a verb to it."""
    parser = words.add_parser(
        noun, parents=[shared], help=help_, epilog=f"Example: controlroom {noun} {example}"
    )
    verbs = parser.add_subparsers(title="verbs", metavar="VERB", required=True)

    def add(name: str, run: Run, help_: str, example: str = "", /) -> Any:
        words = f"Example: controlroom {noun} {name} {example}".rstrip()
        verb = verbs.add_parser(name, parents=[shared], help=help_, epilog=words)
        verb.set_defaults(run=run)
        return verb

    return add
