"""The words of the command line, and the exit codes that scripts rely on. Imports no Qt by itself."""

import argparse
import contextlib
import errno
import io
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from controlroom import log
from controlroom.cli import window
from controlroom.cli.helping import WRONG_USE, Parser, teach_argparse
from controlroom.cli.language import say, speak_as_asked
from controlroom.cli.output import explain
from controlroom.errors import BadInput, WorldFault
from controlroom.speech import LANGUAGES

DONE, WORLD, OURS = 0, 1, 3


def run(words: Sequence[str]) -> int:
    """0 done, 1 a fault of the world, 2 wrong use or bad input, 3 a fault of ours."""
    _speak_utf8()
    given = [os.fsencode(word).decode("utf-8", "replace") for word in words]
    speak_as_asked(given)
    options = _understood(given)
    log.set_up(verbose=bool(os.environ.get("CONTROLROOM_VERBOSE")))
    try:
        code = int(options.run(options) or DONE)
        if sys.stdout is not None:
            sys.stdout.flush()
        return code
    except WorldFault as fault:
        return explain(fault, WORLD)
    except BadInput as wrong:
        return explain(wrong, WRONG_USE)
    except BrokenPipeError:  # who reads has heard enough
        _let_go_of_output()
        return DONE
    except OSError as fault:
        if fault.filename is not None or fault.errno not in (errno.ENOSPC, errno.EIO, errno.EBADF):
            return _ours(fault)
        _let_go_of_output()
        return explain(
            say("What was done is kept, but it can't be printed: {why}.", why=fault.strerror), WORLD
        )
    except KeyboardInterrupt:
        return explain(say("Stopped."), WORLD)
    except Exception as fault:  # noqa: BLE001  the edge of the program: what and where, never what was typed
        return _ours(fault)


def _understood(words: Sequence[str]) -> argparse.Namespace:
    """What is asked for. To learn all words takes a tenth of the window's start, which needs none of them."""
    options, rest = _start(knows_all=False).parse_known_args(words)
    return parser().parse_args(words) if rest else options


def _ours(fault: Exception) -> int:
    log.logger("cli").error("a fault of ours: %s", log.where(fault))
    return explain(say("This is a fault of the program; nothing was changed. Please report it."), OURS)


def _speak_utf8() -> None:
    """Hindi in and out, whatever the locale says; an output that was closed swallows what is printed."""
    if sys.stdout is None:
        sys.stdout = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115  as long as the program runs
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper) and (stream.encoding or "").lower() not in ("utf-8", "utf8"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _let_go_of_output() -> None:
    """So that the end of the program does not try to print the rest once more."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def parser() -> argparse.ArgumentParser:
    """All words, each with its help and an example."""
    from controlroom.cli.care import counsellors, persons, plans, referrals
    from controlroom.cli.case import alerts, cases, places, sending
    from controlroom.cli.room import connectors, directory, duty, health, reporting, shift
    from controlroom.cli.shared import audit, keys, server, sharing, simulating

    top = _start()
    words = top.add_subparsers(title="words", metavar="WORD")
    shared = _everywhere(suppress=True)
    for noun in (
        cases,
        alerts,
        persons,
        plans,
        referrals,
        counsellors,
        directory,
        duty,
        places,
        reporting,
        connectors,
        sending,
        shift,
        sharing,
        health,
        audit,
        keys,
        server,
        simulating,
        window,
    ):
        noun.add_words(words, shared)
    return top


def _start(*, knows_all: bool = True) -> Parser:
    """What may be typed without a word: it opens the window."""
    teach_argparse()
    top = Parser(
        prog="controlroom",
        description="The Lucknow control room. Without a word it opens the window.",
        epilog="Example: controlroom --profile ~/desk cases --json",
        parents=[_everywhere()],
        add_help=knows_all,
        allow_abbrev=knows_all,
    )
    top.add_argument(
        "--lang", dest="speech", choices=LANGUAGES, help="which language it speaks; before the word"
    )
    window.add_options(top)
    return top


def _everywhere(*, suppress: bool = False) -> argparse.ArgumentParser:
    """Options that stand before or after the word; after it they only count when given."""

    def default(value: object) -> object:
        return argparse.SUPPRESS if suppress else value

    shared = Parser(add_help=False)
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
