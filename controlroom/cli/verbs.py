"""A noun of the command line and its verbs: each with its help and an example."""

import argparse
from collections.abc import Callable
from typing import Any

Run = Callable[[argparse.Namespace], int | None]
AddVerb = Callable[[str, Run, str, str], Any]


def add_noun(words: Any, shared: argparse.ArgumentParser, noun: str, *, help_: str, example: str) -> AddVerb:
    """Gives what adds a verb: by its name, what it runs, its help, and its example behind the name."""
    parser = words.add_parser(
        noun, parents=[shared], help=help_, epilog=f"Example: controlroom {noun} {example}"
    )
    verbs = parser.add_subparsers(title="verbs", metavar="VERB", required=True)

    def add(name: str, run: Run, help_: str, example: str) -> Any:
        words = f"Example: controlroom {noun} {name} {example}".rstrip()
        verb = verbs.add_parser(name, parents=[shared], help=help_, epilog=words)
        verb.set_defaults(run=run)
        return verb

    return add
