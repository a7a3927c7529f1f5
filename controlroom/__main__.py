"""Starts the window, a word of the command line, or a child of the window: for mail, for the map's page."""

import sys


def main() -> int:
    """The exit code of the program. Imports stay inside, so that each way starts with what it needs."""
    leave_no_core()
    words = sys.argv[1:]
    if words[:1] == ["__read-mail__"]:
        from controlroom.intake.limited.child import serve

        return serve()
    if words[:1] == ["__read-picture__"]:
        from controlroom.intake.limited.picturechild import serve as serve_picture

        return serve_picture(int(words[1]), is_blurred=words[2] != "clear")
    if words[:1] == ["__map-page__"]:
        from controlroom.mapview.apart import serve as serve_page

        return serve_page(words[1])
    from controlroom.cli.main import run

    return run(words)


def leave_no_core() -> None:
    """A crash, of a child too, writes no memory to the disk: names are in it. Where there is such a limit."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    sys.exit(main())
