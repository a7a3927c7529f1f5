"""Start: from nothing to the window with its first rows painted, and its memory, beside a bare window.

Both with their byte code, as they are installed: one start of each goes before those that count.
"""

import gc
import json
import os
import subprocess
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from measure import Line, Lines, Options, percentile, resident_mib, say

HERE = Path(__file__).resolve().parent
TOP = HERE.parents[1]


def run(options: Options) -> Iterator[Lines]:
    """Time and memory at each size; with the map at the smallest."""
    from seed import copied, profile_of  # here: the processes that are measured are not to load it

    for cases in options.cases:
        say(f"   {cases:,} cases")
        with copied(profile_of(cases)) as folder:
            mine, bare = _pairs(["room", str(folder)], ["bare"], 3 if options.is_quick else 7)
        yield _lines(mine, bare, f"{cases} cases", memory_budget=2.5, what="QMainWindow with a table")
    with copied(profile_of(options.cases[0])) as folder:
        mine, bare = _pairs(["room+map", str(folder)], ["bare+web"], 3)
    yield {
        name: line
        for name, line in _lines(mine, bare, "with the map", memory_budget=1.3, what="web view").items()
        if name.startswith("memory")
    }


def _pairs(
    ours: list[str], raw: list[str], rounds: int
) -> tuple[list[dict[str, float]], list[dict[str, float]]]:
    mine, bare = [], []
    for words in (raw, ours):
        _started(words)
    for _ in range(rounds):
        bare.append(_started(raw))
        mine.append(_started(ours))
    return mine, bare


def _started(words: list[str]) -> dict[str, float]:
    environment = {**os.environ, "PYTHONPATH": f"{TOP}"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    started = time.time()
    done = subprocess.run(
        [sys.executable, str(HERE / "line_start.py"), *words],
        env=environment,
        capture_output=True,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(done.stderr.decode()[-800:])
    told = json.loads(done.stdout.splitlines()[-1])
    return {"ms": (told["painted"] - started) * 1000, "mib": told["mib"], "usable": told["rows"] - started}


def _lines(
    mine: list[dict[str, float]], bare: list[dict[str, float]], name: str, *, memory_budget: float, what: str
) -> Lines:
    time_, memory = (
        (percentile([one[key] for one in mine], 0.5), percentile([one[key] for one in bare], 0.5))
        for key in ("ms", "mib")
    )
    rows_s = percentile([one["usable"] for one in mine], 0.5)
    return {
        f"start, {name}": Line(
            ours=time_[0],
            raw=time_[1],
            ratio=time_[0] / time_[1],
            budget="<= 2x the bare window",
            within=time_[0] <= 2 * time_[1],
            unit="ms",
            how=f"start of the process to the first rows painted in the window; raw: a bare {what} painted",
            more={"first_rows_s": rows_s},
        ),
        f"memory, {name}": Line(
            ours=memory[0],
            raw=memory[1],
            ratio=memory[0] / memory[1],
            budget=f"<= {memory_budget}x the bare window",
            within=memory[0] <= memory_budget * memory[1],
            unit="MiB",
            how=f"resident memory of the process one second after; raw: a bare {what}",
        ),
    }


# --- the processes that are measured ----------------------------------------------------------------------


def _bare(*, has_web: bool) -> dict[str, float]:
    from leanqt import cpp_table
    from PySide6.QtCore import QCoreApplication, Qt
    from PySide6.QtWidgets import QApplication, QMainWindow
    from roomwindow_waits import PaintWatch, settle

    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)
    app = QApplication(["bare"])
    window = QMainWindow()
    table = cpp_table(200)
    window.setCentralWidget(table)
    window.resize(1366, 768)
    watch = PaintWatch(table.viewport(), lambda: True)
    watch.again()
    window.show()
    watch.wait()
    painted = time.time()
    if has_web:
        from PySide6.QtWebEngineWidgets import QWebEngineView

        view = QWebEngineView()
        window.setCentralWidget(view)
        view.setHtml("<p>bare</p>")
        settle(2.0)
    settle(1.0)
    assert app is not None
    return {"painted": painted, "rows": painted, "mib": resident_mib()}


def _room(folder: Path, *, has_map: bool) -> None:
    """The program itself, started as it is; it is looked at from where its window has been made."""
    os.environ["CONTROLROOM_PASSPHRASE"] = "only for the bench"
    gc.disable()  # as the program does before it loads its parts
    from controlroom import app
    from controlroom.__main__ import main

    session_class: Any = app._Session
    place = session_class._place

    def placed(session: Any, window: Any, kept: Any, size: Any) -> None:
        from PySide6.QtCore import QTimer

        place(session, window, kept, size)
        if not has_map:
            window.map.start = lambda: None
        look = _watched(window, has_map=has_map)
        QTimer.singleShot(0, lambda: _or_end(look))

    session_class._place = placed
    app.run = partial(app.run, size=(1366, 768), lang="en")
    sys.argv = ["controlroom", "--profile", str(folder), "--as", "asha"]
    main()
    raise RuntimeError("the window closed by itself")


def _watched(window: Any, *, has_map: bool) -> Callable[[], None]:
    from roomwindow_waits import PaintWatch, settle, wait_until

    first = PaintWatch(window, lambda: True)
    rows = PaintWatch(window.queue.view.viewport(), lambda: window.queue.model.rowCount() > 0)
    first.again()
    rows.again()

    def look() -> None:
        first.wait()
        rows.wait()
        painted = time.time()
        if has_map:
            wait_until(lambda: bool(window.map.is_ready))
            settle(2.0)
        settle(1.0)
        _tell({"painted": painted, "rows": painted, "mib": resident_mib()})

    return look


def _or_end(look: Callable[[], None]) -> None:
    """What is raised inside Qt's loop would only be logged, and the process stay."""
    try:
        look()
    except Exception:
        traceback.print_exc()
        os._exit(1)


def _tell(found: dict[str, float]) -> None:
    print(json.dumps(found), flush=True)
    os._exit(0)


if __name__ == "__main__":
    sys.path[:0] = [str(HERE)]
    what, *rest = sys.argv[1:]
    if what.startswith("room"):
        _room(Path(rest[0]), has_map="+" in what)
    else:
        _tell(_bare(has_web="+" in what))
