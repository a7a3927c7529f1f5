"""What holds for every test: its own home, no network but loopback, and no unexpected word in the log."""

import logging
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest

TOP = Path(__file__).resolve().parents[1]

os.environ.setdefault("HYPOTHESIS_STORAGE_DIRECTORY", str(TOP / ".venv" / "cache" / "hypothesis"))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
if os.geteuid() == 0:
    os.environ.setdefault("QTWEBENGINE_DISABLE_SANDBOX", "1")

import hypothesis  # noqa: E402 - it reads its folder from the environment when imported
from fake_clock import FakeClock  # noqa: E402
from guards import LogGuard, check_network  # noqa: E402

hypothesis.settings.register_profile("short", derandomize=True, max_examples=50, deadline=None, database=None)
hypothesis.settings.register_profile("long", max_examples=2000, deadline=None)
hypothesis.settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "short"))

PATIENCE_MS = 30_000
PASSPHRASE = "correct horse battery staple"

# --- the guards -------------------------------------------------------------------------------------------

_guard_key = pytest.StashKey[LogGuard]()


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> Iterator[None]:
    guard = item.stash[_guard_key] = LogGuard()
    logging.getLogger().addHandler(guard)
    return (yield)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Iterator[None]:
    result = yield
    check_network()
    item.stash[_guard_key].check()
    item.stash[_guard_key].check_expected_came()
    return result


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item) -> Iterator[None]:
    guard = item.stash[_guard_key]
    try:
        result = yield
    finally:
        logging.getLogger().removeHandler(guard)
    check_network()
    guard.check()
    return result


@pytest.fixture
def expect_log(request: pytest.FixtureRequest) -> Callable[[str], None]:
    """`expect_log("mailbox refused")`: such a warning may come in this test, and must come at least once."""
    return request.node.stash[_guard_key].expected.append


# --- a home, a profile and a clock of one's own -----------------------------------------------------------


@pytest.fixture(scope="session")
def _homes() -> Iterator[Path]:
    folder = Path(tempfile.mkdtemp(prefix="controlroom-homes-"))
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(autouse=True)
def home(_homes: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home folder that is this test's own: nothing of the person who runs it is read or written."""
    folder = Path(tempfile.mkdtemp(dir=_homes))
    for name in [name for name in os.environ if name.startswith(("CONTROLROOM_", "XDG_", "DBUS_", "LC_"))]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(folder))
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(folder))
    monkeypatch.setenv("LANG", "C.UTF-8")
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")
    return folder


@pytest.fixture
def profile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a profile not made yet; the passphrase that makes and opens it is in the environment."""
    monkeypatch.setenv("CONTROLROOM_PASSPHRASE", PASSPHRASE)
    return tmp_path / "profile"


@pytest.fixture(scope="session")
def collected_here(qapp: Any) -> Iterator[None]:
    """As in the program: no worker thread frees a widget."""
    from controlroom.ui.collector import Collector

    collector = Collector(qapp)
    collector.take_over()
    yield
    collector.give_back()


@pytest.fixture(autouse=True)
def _collected_where_windows_are(request: pytest.FixtureRequest) -> Iterator[None]:
    if "qapp" not in request.fixturenames:
        yield
        return
    request.getfixturevalue("collected_here")
    yield
    from PySide6.QtCore import QCoreApplication, QEvent

    # Until it is deleted a closed window still ticks, and locks: that hides the windows of the next test.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def qtbot(qtbot: Any) -> Any:
    """Waits for half a minute where nothing else is said: the machine may have other things to do."""
    for name in ("waitUntil", "waitSignal", "waitExposed", "waitActive"):
        setattr(qtbot, name, partial(getattr(qtbot, name), timeout=PATIENCE_MS))
    return qtbot


@pytest.fixture
def fake_clock() -> FakeClock:
    return FakeClock()
