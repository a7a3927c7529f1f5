"""The command line speaks Hindi: all of its help, what it prints for people, and what it says of a fault."""

import argparse
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from controlroom import speech
from controlroom.cli.main import parser, run
from controlroom.store import open_profile

# What stands in Latin letters in Hindi too: names of formats, of programs and of people, and what is typed.
NAMED = """
    GeoJSON TopoJSON Maildir GiB Ctrl Meta eml mbox imaps smtps smtp user host From picture pg_hba conf png
    WxH postgresql auditor administrator projector asha meera ravi com www http https facebook fb who bic m k
    x hello Lucknow lat lon
"""
NAMES = set(NAMED.split())
NO_WORD = re.compile(
    r"[0-9a-f]{8}-[0-9a-f-]{20,}|[0-9a-f]{40,}|built-in-\S+|https?://\S+|\S+@\S+|\w\*+\w?|-{1,2}[a-z][\w-]*"
)
WORD = re.compile(r"\b[A-Za-z][A-Za-z_]*")
Words = Any


@pytest.fixture(autouse=True)
def _english_again() -> Iterator[None]:
    yield
    speech.speak("en")


def left_in_english(text: str, typed: set[str]) -> list[str]:
    """The Latin words of a text that are no names, no words that are typed, and no placeholders."""
    bare = re.sub(
        r"[0-9a-f]{8}-[0-9a-f-]{20,}|[0-9a-f]{40,}|built-in-\S+|https?://\S+|\S+@\S+|\w\*+\w?|-{1,2}[a-z][\w-]*",
        " ",
        text,
    )
    found = (word for word in WORD.findall(bare) if not word.isupper())
    return [word for word in found if word not in NAMES and word not in typed]


def parsers(top: argparse.ArgumentParser) -> Iterator[argparse.ArgumentParser]:
    yield top
    for action in top._actions:
        if isinstance(action, argparse._SubParsersAction):
            for below in action.choices.values():
                yield from parsers(below)


def typed_words(top: argparse.ArgumentParser) -> set[str]:
    """What stands in a command: words, verbs, values to choose from, and the parts of them."""
    actions = [action for one in parsers(top) for action in one._actions]
    values = {str(value) for action in actions for value in action.choices or ()}
    names = {part for value in values for part in WORD.findall(value)}
    return names | {part for one in parsers(top) for part in WORD.findall(one.prog)}


def help_in_english() -> list[tuple[str, list[str]]]:
    """(word, what of its help is English), of all words; the usage and the example are commands."""
    top = parser()
    typed, found = typed_words(top), []
    for one in parsers(top):
        _, _, told = one.format_help().partition("\n\n")
        told = told.split("उदाहरण: ")[0]
        if left := left_in_english(told, typed):
            found.append((one.prog, left))
    return found


def test_that_every_help_is_in_hindi_and_one_english_sentence_is_found(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    speech.speak("hi")
    assert help_in_english() == []
    examples = [one.format_help() for one in parsers(parser()) if one.epilog]
    assert len(examples) > 80
    assert [text for text in examples if "उदाहरण: controlroom" not in text or "usage" in text] == []
    # a fault put in: one sentence that nobody has translated
    words = dict(speech.words_of("controlroom", "hi"))
    del words["cli", "put it back into the queue"]
    monkeypatch.setattr(speech._Spoken, "words", words)
    assert {prog for prog, _ in help_in_english()} == {"controlroom case"}


@pytest.fixture
def desk(profile: Path, capfd: pytest.CaptureFixture[str]) -> Words:
    """Runs words in Hindi on one profile: gives the code, what was printed and what was said of a fault."""

    def words(*given: str, lang: str = "hi") -> tuple[int, str, str]:
        speaks = ["--lang", lang] if lang else []
        try:
            code = run([*speaks, "--profile", str(profile), "--as", "asha", *given])
        except SystemExit as ended:
            code = int(ended.code or 0)
        out, err = capfd.readouterr()
        return code, out, err

    return words


class KeptOpen:
    """A profile that a word does not close: to open one anew for each of forty words takes too long."""

    def __init__(self, profile: Any) -> None:
        self.profile = profile

    def __getattr__(self, name: str) -> Any:
        return getattr(self.profile, name)

    def close(self) -> None:
        """Not yet."""


@pytest.fixture
def kept_open(profile: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    kept = open_profile(profile)
    monkeypatch.setattr("controlroom.cli.desk.open_profile", lambda folder: KeptOpen(kept))
    yield
    kept.close()


def alert(desk: Words) -> str:
    told = ("--text", "goodbye", "--phone", "9839012345", "--account", "https://fb.com/ravi.k")
    return str(json.loads(desk("alert", "add", "--source", "phone", *told, "--json")[1])["number"])


STORY = """
    cases | status | duty on | room limits | exercise show | directory list --kind helpline
    case triage NUMBER --category attempt --live | case place NUMBER --lat 26.85 --lon 80.95 --source stf
    case next NUMBER | case whose NUMBER | case handover NUMBER --to 112
    case report NUMBER with-person --from PRV | case outcome NUMBER --fact reached alive | case show NUMBER
    contact add NUMBER --result reached --risk low | person show NUMBER | board --at 2027-03-01T10:00:00+05:30
    report fidelity --from 2026-01-01 --to 2026-12-31 | report figures --from 2026-01-01 --to 2026-12-31
    audit verify | counsellor add meera --language hi --district Lucknow | counsellor propose NUMBER
    connector list | server roles | shift show | shift note hello | shift notes | referral list
    handover list | person retention | places where 26.85 80.95 | board remind
    referral hours | shift sight
"""


@pytest.mark.usefixtures("kept_open")
def test_that_what_is_printed_for_people_is_in_hindi(desk: Words) -> None:
    number = alert(desk)
    left = {}
    for line in STORY.replace("\n", "|").split("|"):
        words = line.replace("NUMBER", number).split()
        if not words:
            continue
        code, out, err = desk(*words)
        assert code in (0, 2), (line, err)
        if found := left_in_english(out + err, set()):
            left[line.strip()] = found
    assert left == {}


def test_that_faults_and_wrong_use_are_told_in_hindi(desk: Words) -> None:
    for words in (["case", "show", "XX"], ["case", "claim"], ["cases", "--frog"], ["board", "--at", "x"]):
        code, out, err = desk(*words)
        assert (code, out) == (2, "")
        assert re.search("[\u0904-\u0939]", err)
        assert err.count("\n") == 1


def test_that_the_language_is_asked_for_else_the_windows_else_the_machines(
    desk: Words, profile: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert desk("handover", "list", lang="")[1] == "Nothing waits.\n"
    monkeypatch.setenv("LANG", "hi_IN.UTF-8")
    assert desk("handover", "list", lang="")[1] == "भेजने को कुछ बाकी नहीं।\n"
    assert desk("handover", "list", lang="en")[1] == "Nothing waits.\n"
    kept = open_profile(profile)
    with kept.writer.write(actor="asha") as tx:
        tx.put_setting("look", {"language": "en"})
    kept.close()
    assert desk("handover", "list", lang="")[1] == "Nothing waits.\n"
    assert desk("handover", "list")[1] == "भेजने को कुछ बाकी नहीं।\n"


def test_that_json_is_the_same_in_either_language(desk: Words) -> None:
    number = alert(desk)
    for words in (
        ["case", "show", number],
        ["room", "limits"],
        ["duty", "show"],
        ["directory", "list"],
        ["server", "roles"],
    ):
        hindi, english = (desk(*words, "--json", lang=lang)[1] for lang in ("hi", "en"))
        assert _without_looks(json.loads(hindi)) == _without_looks(json.loads(english))
        assert hindi.isascii() or words[0] == "directory"


def _without_looks(told: Any) -> Any:
    """Each look at a case is an event of its own."""
    return {**told, "events": []} if isinstance(told, dict) and "events" in told else told


def test_that_hindi_needs_no_qt() -> None:
    story = (
        "import sys; from controlroom.cli.main import run\n"
        "try: run(['--lang', 'hi', 'case', '--help'])\n"
        "finally: print([name for name in sys.modules if name.startswith(('PySide6', 'shiboken6'))])"
    )
    done = subprocess.run([sys.executable, "-c", story], capture_output=True, text=True, check=False)
    assert done.stdout.endswith("[]\n")
    assert "केस" in done.stdout
