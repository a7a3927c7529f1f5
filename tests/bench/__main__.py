"""./dev bench: each line of the budget in a process of its own, ours beside raw. Prints one JSON value."""

import argparse
import importlib
import json
import os
import subprocess
import sys
import tempfile
import time
import traceback
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
TOP = HERE.parents[1]
sys.path[:0] = [str(HERE), str(TOP), str(TOP / "tests"), str(TOP / "tests" / "flow")]

from measure import Lines, Options, machine, say  # noqa: E402 - the paths first

LINES = {
    "fold": "line_fold",
    "mail": "line_mail",
    "own": "line_own",
    "waits": "line_waits",
    "list": "line_list",
    "search": "line_search",
    "painting": "line_painting",
    "qt": "line_qt",
    "start": "line_start",
    "words": "line_words",
    "map": "line_map",
    "append": "line_append",
    "order": "line_order",
    "peer": "line_peer",
    "first": "line_first",
    "desks": "line_desks",
    "people": "line_people",
    "board": "line_board",
}
SIZES = (1_000, 100_000, 1_000_000)
QUICK = (1_000, 20_000)
PATIENCE_S = 3600


def main() -> int:
    """Run what was asked for; 0 when every line is within its budget, 1 when one is not."""
    asked = _arguments()
    options = Options(asked.cases or (QUICK if asked.quick else SIZES), asked.quick, bool(asked.cases))
    if asked.into:
        return _run_here(asked.only[0], options, Path(asked.into))
    told = {"machine": machine(), "cases": list(options.cases), "is_quick": options.is_quick}
    lines: dict[str, object] = {}
    errors: dict[str, str] = {}
    started = time.perf_counter()
    for name in asked.only or LINES:
        say(f"== {name}")
        found, error = _run_apart(name, asked)
        lines |= found
        if error:
            errors[name] = error
        for line, figures in found.items():
            say(_short(line, figures))
    told |= {"lines": lines, "errors": errors, "seconds": round(time.perf_counter() - started, 1)}
    say(_ending(lines, errors, time.perf_counter() - started))
    json.dump(told, sys.stdout, ensure_ascii=False, indent=1)
    print()
    return int(bool(errors) or not all(figures["within"] for figures in lines.values()))  # type: ignore[index]


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="./dev bench", description=__doc__)
    parser.add_argument("--only", nargs="+", choices=LINES, metavar="NAME", help=f"of {', '.join(LINES)}")
    parser.add_argument("--cases", type=_sizes, help="sizes, such as 1000,100000,1000000")
    parser.add_argument("--quick", action="store_true", help="small sizes and few rounds")
    parser.add_argument("--into", help=argparse.SUPPRESS)
    return parser.parse_args()


def _sizes(text: str) -> tuple[int, ...]:
    return tuple(int(part) for part in text.replace("_", "").split(","))


def _run_here(name: str, options: Options, into: Path) -> int:
    found: Lines = {}
    error = ""
    try:
        for more in importlib.import_module(LINES[name]).run(options):
            found |= more
            _hand_back(into, found, "it ended before its last line")
    except Exception as fault:  # what was measured before it is told
        traceback.print_exc()
        error = f"{type(fault).__name__}: {fault}"
    _hand_back(into, found, error)
    sys.stderr.flush()
    os._exit(0)  # a web engine takes its time to end, and is of no interest here


def _hand_back(into: Path, found: Lines, error: str) -> None:
    told = {"lines": {line: figures.told() for line, figures in found.items()}, "error": error}
    into.write_text(json.dumps(told, ensure_ascii=False), encoding="utf-8")


def _run_apart(name: str, asked: argparse.Namespace) -> tuple[dict[str, dict[str, object]], str]:
    """A line in its own process: memory is its own, and one that dies takes no other with it."""
    words = [sys.executable, str(HERE), "--only", name]
    words += ["--quick"] if asked.quick else []
    words += ["--cases", ",".join(map(str, asked.cases))] if asked.cases else []
    environment = {**os.environ, "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen")}
    environment.setdefault("QT_LOGGING_RULES", "*=false")  # what the platform lacks is no news here
    if os.geteuid() == 0:
        environment.setdefault("QTWEBENGINE_DISABLE_SANDBOX", "1")
    with tempfile.TemporaryDirectory() as folder:
        into = Path(folder) / "lines.json"
        try:
            done = subprocess.run(
                [*words, "--into", str(into)],
                stdout=sys.stderr,
                env=environment,
                timeout=PATIENCE_S,
                check=False,
            )
        except subprocess.TimeoutExpired:
            return {}, f"it took longer than {PATIENCE_S} s"
        if not into.exists():
            return {}, f"the process ended with {done.returncode}"
        told = json.loads(into.read_text(encoding="utf-8"))
    return told["lines"], told["error"]


def _short(line: str, told: dict[str, object]) -> str:
    mark = "  " if told["within"] else "! "
    raw = f", raw {told['raw']}" if told["raw"] is not None else ""
    ratio = f", ratio {told['ratio']}" if told["ratio"] is not None else ""
    return f"{mark}{line}: {told['ours']} {told['unit']}{raw}{ratio} (budget {told['budget']})"


def _ending(lines: dict[str, Any], errors: dict[str, str], seconds: float) -> str:
    out = [line for line, figures in lines.items() if not figures["within"]]
    told = [f"{len(lines)} lines in {seconds / 60:.0f} min, {len(out)} out of budget", *out]
    return "\n! ".join([*told, *(f"{name} ended early: {error}" for name, error in errors.items())])


if __name__ == "__main__":
    sys.exit(main())
