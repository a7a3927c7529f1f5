"""The Hindi of the window is complete, keeps its places for values, and is Hindi."""

import ast
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import PySide6
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton

from controlroom.ui.kit.language import Language

TOP = Path(__file__).resolve().parents[2]
WORDS = TOP / "resources" / "translations" / "controlroom_hi.ts"
PLACES = re.compile(r"%\d|%n|\{\w+[^}]*\}")
# signs, names and keys that are the same in every language
SAME = re.compile(r"^[\W\d_A-Za-z%+.-]{0,14}$")

Word = tuple[str, str]


def words(path: Path) -> dict[Word, tuple[str, bool]]:
    """(context, source) -> (translation, is it finished)."""
    found = {}
    for context in ElementTree.parse(path).getroot().iter("context"):
        name = context.findtext("name") or ""
        for message in context.iter("message"):
            translated = message.find("translation")
            assert translated is not None
            forms = [form.text or "" for form in translated.iter("numerusform")] or [translated.text or ""]
            found[name, message.findtext("source") or ""] = (
                " ".join(forms),
                translated.get("type") is None and all(forms),
            )
    return found


def test_that_every_word_of_the_window_is_translated(tmp_path: Path) -> None:
    fresh = tmp_path / "fresh.ts"
    shutil.copy(WORDS, fresh)
    subprocess.run([sys.executable, TOP / ".ci" / "words.py", fresh], check=True, capture_output=True)
    missing = [word for word, (_, is_finished) in words(fresh).items() if not is_finished]
    assert missing == []
    assert len(words(fresh)) > 300
    assert words(fresh).keys() == words(WORDS).keys(), "run ./dev words"


def test_that_no_word_hides_from_the_translators_in_an_f_string() -> None:
    call = re.compile(r"\b(tr|translate)\((['\"].*?['\"], )?['\"]")
    hidden = [
        f"{file.name}:{text.lineno}"
        for file in sorted((TOP / "controlroom").rglob("*.py"))
        for text in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(text, ast.JoinedStr) and call.search(ast.unparse(text))
    ]
    assert hidden == []


def test_that_the_hindi_of_qts_own_words_is_of_words_that_qt_says() -> None:
    folder = Path(PySide6.__file__).parent / "Qt" / "lib"
    said = b"".join((folder / f"libQt6{part}.so.6").read_bytes() for part in ("Gui", "Widgets"))
    known = words(WORDS.with_name("qt_hi.ts"))
    unsaid = {word for pair in known for word in pair if word.encode() + b"\0" not in said}
    assert unsaid == set()
    assert len(known) > 60


def test_that_a_file_dialog_speaks_hindi(qapp: QApplication, qtbot: Any) -> None:
    language = Language(qapp)
    language.use("hi")
    try:
        dialog = QFileDialog()
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        qtbot.addWidget(dialog)
        dialog.ensurePolished()
        shown = {button.text() for button in dialog.findChildren(QPushButton)}
        assert shown == {"&खोलें", "रहने दें"}
    finally:
        language.use("en")


def test_that_a_translation_keeps_the_places_of_its_values() -> None:
    wrong = [
        (source, translation)
        for (_, source), (translation, _) in words(WORDS).items()
        if set(PLACES.findall(source)) != set(PLACES.findall(translation))
    ]
    assert wrong == []


def test_that_a_translation_is_in_devanagari() -> None:
    latin = [
        source
        for (_, source), (translation, _) in words(WORDS).items()
        if not re.search("[\u0904-\u0939]", translation) and not SAME.match(source)
    ]
    assert latin == []


def test_that_no_word_blames_the_person() -> None:
    blaming = re.compile(r"\b(victim|accused|committed|offence|offender)\b|अभियुक्त|आरोपी|अपराध", re.I)
    said = [text for (_, source), (hindi, _) in words(WORDS).items() for text in (source, hindi)]
    assert [text for text in said if blaming.search(text)] == []
