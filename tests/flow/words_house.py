"""The command line on one profile, as scripts use it."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from controlroom.cli.main import run

Words = Callable[..., Any]


def words_on(profile: Path, capfd: pytest.CaptureFixture[str]) -> Words:
    """Runs words: gives the JSON, or, where they shall fail, (exit code, sentence)."""

    def words(*given: str, fails: bool = False, person: str = "asha") -> Any:
        code = run(["--profile", str(profile), "--as", person, *given, "--json"])
        out, err = capfd.readouterr()
        if fails:
            assert out == ""
            assert err.count("\n") == 1, err
            return code, err
        assert code == 0, err
        return json.loads(out)

    return words
