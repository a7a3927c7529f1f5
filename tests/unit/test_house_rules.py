"""The house: what lies at the top, why each dependency is there, what ./dev offers, what guards the tests."""

import ast
import logging
import re
import socket
import subprocess
import tomllib
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest
from guards import LogGuard, reached_out

TOP = Path(__file__).resolve().parents[2]
MOST_LINES = 400
ALLOWED = {"controlroom", "resources", "tests", "pyproject.toml", "build.spec", "README.md", "dev", ".ci"}


def tracked() -> list[str]:
    return subprocess.run(
        ["git", "ls-files"], cwd=TOP, capture_output=True, text=True, check=True
    ).stdout.splitlines()


def test_that_the_top_holds_only_what_belongs_there() -> None:
    assert {Path(name).parts[0] for name in tracked()} <= ALLOWED


def test_that_nothing_made_by_a_tool_is_tracked() -> None:
    made = re.compile(r"__pycache__|\.pyc$|node_modules|\.hypothesis|\.egg-info|_cache/")
    assert [name for name in tracked() if made.search(name)] == []


def test_that_no_two_files_of_tests_bear_one_name() -> None:
    names = [path.name for path in (TOP / "tests").rglob("test_*.py")]  # pytest imports them by it
    assert sorted(names) == sorted(set(names))


def test_that_every_dependency_of_the_program_says_why_it_is_there() -> None:
    text = (TOP / "pyproject.toml").read_text()
    block = text.split("\ndependencies = [\n", 1)[1].split("\n]", 1)[0].splitlines()
    silent = []
    explained = False
    for line in block:
        if line.strip().startswith("#"):
            explained = True
        elif "#" not in line and not explained:
            silent.append(line.strip())
    assert silent == []


def test_that_every_dependency_is_pinned_in_the_set_that_is_installed() -> None:
    names = tomllib.loads((TOP / "pyproject.toml").read_text())["project"]
    wanted = [*names["dependencies"], *names["optional-dependencies"]["dev"]]
    pinned = {
        plain(line.split("==")[0])
        for line in (TOP / "resources" / "constraints.txt").read_text().splitlines()
        if "==" in line
    }
    assert {plain(re.split(r"[<>=\[]", one)[0]) for one in wanted} - pinned == set()


def plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def test_that_help_lists_every_word_that_dev_knows() -> None:
    script = (TOP / "dev").read_text()
    cases = script.rsplit('case "$word" in', 1)[1]
    words = re.findall(r"^    ([a-z]+)(?: \||\))", cases, re.MULTILINE)
    shown = subprocess.run([TOP / "dev", "help"], capture_output=True, text=True, check=True).stdout
    assert len(words) >= 5
    assert [word for word in words if f"./dev {word}" not in shown] == []


def test_that_an_unknown_word_is_wrong_use() -> None:
    answer = subprocess.run([TOP / "dev", "dance"], capture_output=True, text=True)
    assert answer.returncode == 2
    assert '"dance"' in answer.stderr


def test_that_continuous_integration_runs_the_same_checks() -> None:
    assert "exec ./dev test" in (TOP / ".ci" / "run").read_text()


def test_that_the_readme_names_the_two_commands() -> None:
    readme = TOP / "README.md"
    assert all(command in readme.read_text() for command in ("./dev run", "./dev test"))


def test_that_all_that_the_readme_names_by_its_path_is_there() -> None:
    """`domain/fold.py`, `resources/plans.toml`, and a name in a file: `wording/words.VIAS`."""
    told = re.findall(r"`(\w+(?:/\w+)+)\.(\w+)", (TOP / "README.md").read_text(encoding="utf-8"))
    assert len(told) > 40
    assert [f"{path}.{end}" for path, end in told if not stands(path, end)] == []


def stands(path: str, end: str) -> bool:
    """In the program, or at the top."""
    for home in (TOP / "controlroom", TOP):
        if (home / f"{path}.{end}").is_file():
            return True
        module = home / f"{path}.py"
        if module.is_file() and re.search(rf"\b{end}\b", module.read_text(encoding="utf-8")):
            return True
    return False


def test_that_a_test_cannot_reach_out_of_this_machine() -> None:
    with socket.socket() as one, pytest.raises(AssertionError, match="reached out"):
        one.connect(("192.0.2.1", 993))
    with pytest.raises(AssertionError, match="reached out"):
        socket.getaddrinfo("mail.example.org", 993)
    assert len(reached_out) == 2
    reached_out.clear()


def test_that_an_unexpected_warning_fails_a_test() -> None:
    guard = LogGuard()
    guard.emit(logging.makeLogRecord({"levelno": 30, "levelname": "WARNING", "name": "a", "msg": "late"}))
    with pytest.raises(pytest.fail.Exception, match="WARNING a: late"):
        guard.check()


def test_that_a_warning_that_is_expected_must_come(expect_log: Callable[[str], None]) -> None:
    guard = LogGuard()
    guard.expected.append("late")
    with pytest.raises(pytest.fail.Exception, match="never came: late"):
        guard.check_expected_came()
    expect_log("the disk is slow")
    logging.getLogger("controlroom.test").warning("the disk is slow")


def test_that_the_home_of_a_test_is_its_own(home: Path) -> None:
    assert Path.home() == home
    assert list(home.iterdir()) == []


def test_that_no_files_import_one_another_in_a_circle() -> None:
    """Imports for types alone and inside functions count: they hide it from Python, not from a reader."""
    files = {
        ".".join(Path(name).with_suffix("").parts).removesuffix(".__init__"): TOP / name
        for name in tracked()
        if name.startswith("controlroom/") and name.endswith(".py")
    }
    graph = {name: set(imports_of(file, files)) - {name} for name, file in files.items()}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as circle:
        pytest.fail(" -> ".join(circle.args[1]))


def imports_of(file: Path, files: Mapping[str, Path]) -> Iterator[str]:
    for node in ast.walk(parsed(file)):
        if isinstance(node, ast.Import):
            yield from (one.name for one in node.names if one.name in files)
        elif isinstance(node, ast.ImportFrom):
            for one in node.names:  # a file of the folder, or else a name in a file
                yield from [name for name in (f"{node.module}.{one.name}", node.module) if name in files][:1]


@cache
def parsed(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"))


def test_that_no_file_is_longer_than_one_subject_takes() -> None:
    long = {name: len((TOP / name).read_bytes().splitlines()) for name in tracked() if name.endswith(".py")}
    assert {name: lines for name, lines in long.items() if lines > MOST_LINES} == {}


def test_that_each_kind_of_value_has_its_own_defaults() -> None:
    """A struct's `field` in a dataclass, or the other way round, would itself be the value."""
    wrong = []
    for name in tracked():
        if name.startswith("controlroom/") and name.endswith(".py"):
            for node in ast.walk(parsed(TOP / name)):
                if isinstance(node, ast.ClassDef):
                    is_struct = any("Struct" in ast.unparse(base) for base in node.bases)
                    told = [
                        ast.unparse(line.value)
                        for line in node.body
                        if isinstance(line, ast.AnnAssign) and line.value
                    ]
                    wrong += [
                        name for one in told if one.startswith("field(" if is_struct else "msgspec.field(")
                    ]
    assert wrong == []
