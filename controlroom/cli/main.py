"""The words of the command line, and the exit codes that scripts rely on. Imports no Qt by itself."""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from controlroom import log
from controlroom.cli import alerts, cases, health, places, window
from controlroom.cli.output import explain
from controlroom.errors import BadInput, WorldFault

DONE, WORLD, WRONG_USE, OURS = 0, 1, 2, 3


def run(words: Sequence[str]) -> int:
    """0 done, 1 a fault of the world, 2 wrong use or bad input, 3 a fault of ours."""
    options = parser().parse_args(words)
    log.set_up(verbose=bool(os.environ.get("CONTROLROOM_VERBOSE")))
    try:
        return int(options.run(options) or DONE)
    except WorldFault as fault:
        return explain(str(fault), WORLD)
    except BadInput as wrong:
        return explain(str(wrong), WRONG_USE)
    except BrokenPipeError:
        sys.stderr.close()
        return DONE
    except KeyboardInterrupt:
        return explain("Stopped.", WORLD)
    except Exception as fault:  # noqa: BLE001  the edge of the program: what and where, never what was typed
        log.logger("cli").error("a fault of ours: %s", log.where(fault))
        return explain("This is a fault of the program; nothing was changed. Please report it.", OURS)


def parser() -> argparse.ArgumentParser:
    """All words, each with its help and an example."""
    top = argparse.ArgumentParser(
        prog="controlroom",
        description="The Lucknow control room. Without a word it opens the window.",
        epilog="Example: controlroom --profile ~/desk cases --json",
        parents=[_everywhere()],
    )
    window.add_options(top)
    words = top.add_subparsers(title="words", metavar="WORD")
    shared = _everywhere(suppress=True)
    for noun in (cases, alerts, places, health, window):
        noun.add_words(words, shared)
    return top


def _everywhere(*, suppress: bool = False) -> argparse.ArgumentParser:
    """Options that stand before or after the word; after it they only count when given."""

    def default(value: object) -> object:
        return argparse.SUPPRESS if suppress else value

    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument(
        "--profile", type=Path, default=default(None), metavar="DIR", help="the folder of the profile"
    )
    shared.add_argument(
        "--json", action="store_true", default=default(False), help="print one JSON value and nothing else"
    )
    shared.add_argument(
        "--as", dest="person", default=default(None), metavar="NAME", help="who acts, if not you"
    )
    return shared
