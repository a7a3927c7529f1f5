"""The window, and its picture. Qt is imported only when one of them is asked for."""

import argparse
import gc
from collections.abc import Callable
from pathlib import Path
from typing import Any

from controlroom.cli.desk import person, profile_folder
from controlroom.cli.language import say


def add_options(top: argparse.ArgumentParser) -> None:
    """Without a word: the window."""
    top.add_argument("--demo", action="store_true", help="an invented night, in a profile of its own")
    top.add_argument(
        "--picture-when-ready",
        type=Path,
        metavar="FILE",
        help="write the window's picture when all of it is drawn, print 'picture: FILE', and go on",
    )
    top.set_defaults(run=_open)


def add_words(words: Any, shared: argparse.ArgumentParser) -> None:
    """picture."""
    picture = words.add_parser(
        "picture",
        parents=[shared],
        help="draw the window into a file",
        epilog="Example: controlroom picture room.png --size 1920x1080 --lang hi",
    )
    picture.add_argument("file", type=Path, metavar="FILE.png")
    picture.add_argument("--size", type=_size, default=(1920, 1080), metavar="WxH")
    picture.add_argument("--lang", choices=("hi", "en"))
    picture.add_argument("--theme", choices=("dark", "light"))
    picture.add_argument("--case", metavar="NUMBER")
    picture.add_argument("--screen", metavar="NAME", help="a part of the window, by its name")
    picture.set_defaults(run=_picture)


def _size(text: str) -> tuple[int, int]:
    width, by, height = text.partition("x")
    if not (
        by and width.isdigit() and height.isdigit() and 0 < int(width) <= 8000 and 0 < int(height) <= 8000
    ):
        raise argparse.ArgumentTypeError(say("'{text}' is not a size; write it like 1920x1080", text=text))
    return int(width), int(height)


def _open(options: argparse.Namespace) -> int:
    return _window()(
        profile_folder(options),
        person=person(options),
        demo=options.demo,
        lang=options.speech,
        picture_when_ready=options.picture_when_ready,
    )


def _picture(options: argparse.Namespace) -> int:
    return _window()(
        profile_folder(options),
        person=person(options),
        picture=options.file,
        size=options.size,
        lang=options.lang,
        theme=options.theme,
        case=options.case,
        screen=options.screen,
    )


def _window() -> Callable[..., int]:
    gc.disable()  # what is loaded at the start stays: looking through it again and again takes a tenth of it
    from controlroom.app import run

    return run
