"""The bench prints one JSON value, each line with its figures, whatever the figures are."""

import importlib
import json
import subprocess
import sys
from pathlib import Path

import pytest

TOP = Path(__file__).resolve().parents[2]


def test_that_the_bench_prints_one_json_value_with_whole_lines(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    done = subprocess.run(
        [sys.executable, str(TOP / "tests" / "bench"), "--quick", "--only", "fold"],
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )
    told = json.loads(done.stdout)
    assert told["errors"] == {}
    assert told["machine"]["processors"] >= 1
    assert set(told["lines"]) == {"fold, bulk", "fold, one more event"}
    for line in told["lines"].values():
        assert {"ours", "raw", "ratio", "budget", "within", "unit", "how"} <= set(line)
        assert line["ours"] > 0
        assert isinstance(line["within"], bool)
    assert told["lines"]["fold, bulk"]["raw"] > 0
    assert (
        told["lines"]["fold, bulk"]["ratio"] > 0
    )  # of its rounds, not of the two medians: they need not agree
    assert done.returncode == (0 if all(line["within"] for line in told["lines"].values()) else 1)


def test_that_every_line_of_the_bench_finds_its_modules() -> None:
    load = (
        "import importlib, runpy, sys\n"
        "bench = runpy.run_path(sys.argv[1], run_name='bench')\n"
        "for module in bench['LINES'].values(): importlib.import_module(module)"
    )
    words = [sys.executable, "-c", load, str(TOP / "tests" / "bench" / "__main__.py")]
    done = subprocess.run(words, capture_output=True, text=True, timeout=240, check=False)
    assert done.returncode == 0, done.stderr


def test_that_the_ratio_is_the_median_of_the_rounds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(TOP / "tests" / "bench"))
    measure = importlib.import_module("measure")
    took = {"ours": iter([1.0, 9.0, 3.0]), "raw": iter([2.0, 3.0, 4.0])}
    monkeypatch.setattr(measure, "seconds", lambda work, clock: next(took[work()]))
    assert measure.by_turns(lambda: "ours", lambda: "raw", rounds=3) == (3.0, 3.0, 0.75)


def test_that_the_bench_refuses_a_line_it_does_not_have() -> None:
    done = subprocess.run(
        [sys.executable, str(TOP / "tests" / "bench"), "--only", "nonsense"],
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )
    assert done.returncode == 2
    assert done.stdout == ""
