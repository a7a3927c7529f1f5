"""simulate: a history of several desks and a server with faults, told from one number."""

import argparse
from typing import Any

from controlroom.cli.language import say
from controlroom.cli.output import show


def add_words(words: Any, shared: argparse.ArgumentParser) -> None:
    """simulate."""
    word = words.add_parser(
        "simulate",
        parents=[shared],
        help="several desks and a server with faults; the same seed gives the same history",
        description="Real stores and the real sync against a model of the server: lost answers, pushes that"
        " arrive twice, pages of any size, desks that are away or killed, fail-overs that lose the newest."
        " Exit code 1 when an event was lost or doubled, or two desks differ at the end.",
        epilog="Example: controlroom simulate --seed 7 --desks 5 --minutes 10 --json",
    )
    word.add_argument("--seed", type=int, required=True, metavar="N")
    word.add_argument("--desks", type=_count, default=5, metavar="N")
    word.add_argument("--minutes", type=_count, default=10, metavar="N")
    word.set_defaults(run=_simulate)


def _count(text: str) -> int:
    number = int(text)
    if not 1 <= number <= 100:
        raise argparse.ArgumentTypeError(say("a number from 1 to 100"))
    return number


def _simulate(options: argparse.Namespace) -> int:
    from controlroom.simulation.history import simulate

    told = simulate(options.seed, desks=options.desks, minutes=options.minutes)
    show(told, is_json=options.json)
    return int(bool(told["lost"] or told["doubled"] or told["diverged"]))
