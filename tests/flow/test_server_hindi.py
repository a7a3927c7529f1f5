"""`server init` and `server check` on a Hindi command line: every sentence, and `--json` as it was."""

import ast
import re
from pathlib import Path

import pytest
from admin_house import Words, words_of
from postgres import Database

from controlroom.sync.server import setup

FILES = ("pg_hba.conf:", "postgresql.conf:")


@pytest.fixture
def words(
    request: pytest.FixtureRequest, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Words:
    return words_of(request, capfd, monkeypatch)


def in_english(text: str) -> list[str]:
    """Lines without a word of Hindi, but for those that are typed or stand in a file."""
    told = [line for line in text.splitlines() if line.strip() and not line.startswith("    ")]
    return [line for line in told if not re.search("[\u0904-\u0939]", line) and line not in FILES]


def test_that_init_and_check_speak_hindi_and_json_stays_english(
    words: Words, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANG", "hi_IN.UTF-8")
    made = words("init", "--room", "lucknow", "--standbys", "2", is_json=False).text
    assert f"स्कीमा को रूप {setup.SHAPE} तक लाया गया" in made
    assert "कक्ष lucknow खोला गया" in made
    assert "सब कुछ पहले से ही अपनी जगह पर था" in words("init", "--room", "lucknow", is_json=False).text
    database.query("DELETE FROM log.kinds WHERE kind = 'alert_received'")
    found = words("check", is_json=False).text
    assert in_english(made + found) == []
    assert "कक्ष lucknow: 2 स्टैंडबाय चाहिए, 0 जुड़े हैं" in found
    every = [one[part] for one in words("check").value for part in ("what", "do")]
    monkeypatch.setenv("LANG", "C.UTF-8")
    assert every == [one[part] for one in words("check").value for part in ("what", "do")]
    assert "room lucknow: 2 standbys wanted, 0 stream" in every
    assert all(text.isascii() for text in every)


def test_that_every_sentence_of_the_check_is_one_that_translators_have() -> None:
    """A finding that is put together by hand would stay English on a Hindi command line."""
    tree = ast.parse(Path(setup.__file__).with_name("check.py").read_text(encoding="utf-8"))
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    found = [call for call in calls if isinstance(call.func, ast.Name) and call.func.id == "Finding"]
    assert len(found) > 30
    for call in found:
        bare = [one for one in call.args if isinstance(one, ast.JoinedStr | ast.BinOp)]
        bare += [one for one in call.args if isinstance(one, ast.Constant) and " " in str(one.value)]
        assert bare == [], f"check.py:{call.lineno}"
