"""Gathers every word of the window, and every sentence of a fault or a loop, for the translators.

`./dev words` runs it; what is new stands there as unfinished. With a path it writes there instead.
"""

import ast
import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

TOP = Path(__file__).resolve().parents[1]
WORDS = TOP / "resources" / "translations" / "controlroom_hi.ts"
_SENTENCE = re.compile(r"[A-Z][^\n]* [^\n]*(\.|: .+)$")
FAULTS = {
    "BadInput",
    "WorldFault",
    "Damaged",
    "Refused",
    "OtherDatabase",
    "MailKept",
    "Ended",
    "Unsaved",
    "Sentence",
}


def fault_sentences(folder: Path) -> Iterator[str]:
    """The first argument of every fault that is raised anywhere, also where a table of the file holds it."""
    for file in sorted(folder.rglob("*.py")):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        calls = [
            node
            for node in ast.walk(tree)
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in FAULTS
        ]
        for call in calls:
            yield from _sentence(file, call)
        if any(isinstance(call.args[0], (ast.Name, ast.BoolOp)) for call in calls if call.args):
            yield from _kept_sentences(tree)


def _kept_sentences(tree: ast.Module) -> Iterator[str]:
    """What stands in the constants of a file and reads like a sentence."""
    kept = [node.value for node in tree.body if isinstance(node, ast.Assign | ast.AnnAssign) and node.value]
    for node in (inner for value in kept for inner in ast.walk(value)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and _SENTENCE.match(node.value):
            yield node.value


def _sentence(file: Path, call: ast.Call) -> Iterator[str]:
    first = call.args[0] if call.args else None
    if isinstance(first, ast.Constant) and isinstance(first.value, str):
        yield first.value
    elif isinstance(first, ast.JoinedStr):
        raise SystemExit(f"{file}:{call.lineno}: a fault's sentence must be one string, its values beside it")


def said_sentences(folder: Path) -> Iterator[str]:
    """What the command line says by `say("...")`, what stands in its tables, and all of its help."""
    for file in sorted(folder.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "say"):
                continue
            first = node.args[0] if node.args else None
            if isinstance(first, ast.Constant):
                yield str(first.value)
            elif isinstance(first, ast.JoinedStr):
                raise SystemExit(f"{file}:{node.lineno}: say one string, its values beside it")
    sys.path.insert(0, str(TOP))
    from controlroom.cli.helping import sources
    from controlroom.cli.labels import NAMES
    from controlroom.cli.main import parser

    yield from (name.replace("_", " ") for name in NAMES.split())
    yield from sources(parser())


def gather(target: Path) -> None:
    """Merge what the sources say into `target`; translations that stand there stay."""
    rooms = [file for room in ("ui", "wording", "cli") for file in (TOP / "controlroom" / room).rglob("*.py")]
    window = [*sorted(rooms), TOP / "controlroom" / "app.py"]
    with tempfile.TemporaryDirectory() as folder:
        faults = Path(folder) / "faults.py"
        found = {
            "faults": fault_sentences(TOP / "controlroom"),
            "cli": said_sentences(TOP / "controlroom" / "cli"),
        }
        calls = [
            f'QCoreApplication.translate("{context}", {json.dumps(text, ensure_ascii=False)})'
            for context, texts in found.items()
            for text in sorted(set(texts))
        ]
        faults.write_text(
            "\n".join(["from PySide6.QtCore import QCoreApplication", *calls]), encoding="utf-8"
        )
        update = [str(Path(sys.executable).with_name("pyside6-lupdate")), *map(str, [*window, faults])]
        options = [
            "-no-obsolete",
            "-locations",
            "none",
            "-source-language",
            "en",
            "-target-language",
            "hi_IN",
        ]
        done = subprocess.run(
            [*update, *options, "-ts", str(target)], capture_output=True, text=True, check=False
        )
    if done.returncode:
        raise SystemExit(done.stderr)


if __name__ == "__main__":
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else WORDS
    target.parent.mkdir(parents=True, exist_ok=True)
    gather(target)
    text = target.read_text(encoding="utf-8")
    print(f"{text.count('<source>')} words, {text.count('unfinished')} not translated yet")
