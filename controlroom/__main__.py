"""Starts one of the three: the window, a word of the command line, or the child that reads mail."""

import sys


def main() -> int:
    """The exit code of the program. Imports stay inside, so that each way starts with what it needs."""
    words = sys.argv[1:]
    if words[:1] == ["__read-mail__"]:
        from controlroom.intake.child import serve

        return serve()
    from controlroom.cli.main import run

    return run(words)


if __name__ == "__main__":
    sys.exit(main())
