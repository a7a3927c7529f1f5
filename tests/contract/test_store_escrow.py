"""The escrowed key: two custodians open a profile whose passphrase is forgotten, one of them does not."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from controlroom.errors import BadInput
from controlroom.store import open_profile
from controlroom.store.desk.escrow import make_escrow, read_escrow
from controlroom.store.desk.profile import open_by_custodians

PASSPHRASES = {"sp": "long mango river 71", "dsp": "quiet lantern 88 hill", "adg": "third peacock 12 rain"}


@pytest.fixture
def escrow(tmp_path: Path) -> Path:
    path = tmp_path / "escrow.json"
    make_escrow(path, PASSPHRASES)
    return path


@pytest.fixture
def sealed(profile: Path, escrow: Path) -> Path:
    opened = open_profile(profile)
    opened.escrow(read_escrow(escrow))
    opened.close()
    return profile


@pytest.mark.parametrize("absent", PASSPHRASES)
def test_that_any_two_custodians_open_the_profile(sealed: Path, escrow: Path, absent: str) -> None:
    here = {name: given for name, given in PASSPHRASES.items() if name != absent}
    before = open_profile(sealed)
    desk = before.desk
    before.close()
    opened = open_by_custodians(sealed, read_escrow(escrow), here)
    assert opened.desk == desk
    opened.close()


@pytest.mark.parametrize(
    "here",
    [
        {"sp": PASSPHRASES["sp"]},
        {"sp": PASSPHRASES["sp"], "dsp": PASSPHRASES["sp"]},
        {"sp": PASSPHRASES["sp"], "dsp": "something else 44"},
        {"sp": PASSPHRASES["sp"], "stranger": PASSPHRASES["dsp"]},
        PASSPHRASES,
    ],
)
def test_that_nobody_else_does(sealed: Path, escrow: Path, here: dict[str, str]) -> None:
    with pytest.raises(BadInput):
        open_by_custodians(sealed, read_escrow(escrow), here)


def test_that_another_escrow_does_not_open_it(sealed: Path, tmp_path: Path) -> None:
    make_escrow(tmp_path / "other.json", PASSPHRASES)
    two = {name: PASSPHRASES[name] for name in ("sp", "dsp")}
    with pytest.raises(BadInput, match="another escrow"):
        open_by_custodians(sealed, read_escrow(tmp_path / "other.json"), two)


def test_that_a_profile_that_was_never_escrowed_says_so(profile: Path, escrow: Path) -> None:
    open_profile(profile).close()
    two = {name: PASSPHRASES[name] for name in ("sp", "dsp")}
    with pytest.raises(BadInput, match="never escrowed"):
        open_by_custodians(profile, read_escrow(escrow), two)


@pytest.mark.parametrize(
    "given",
    [
        {"sp": "long mango river 71"},
        {"a": "short", "b": "long enough here"},
        {"a": "twice the same", "b": "twice the same"},
    ],
)
def test_that_a_weak_escrow_is_refused(tmp_path: Path, given: dict[str, str]) -> None:
    with pytest.raises(BadInput):
        make_escrow(tmp_path / "weak.json", given)
    assert not (tmp_path / "weak.json").exists()


def test_that_the_escrow_file_holds_no_passphrase_and_is_not_overwritten(escrow: Path) -> None:
    before = escrow.read_bytes()
    assert not any(given.encode() in before for given in PASSPHRASES.values())
    with pytest.raises(BadInput, match="not overwritten"):
        make_escrow(escrow, PASSPHRASES)
    assert escrow.read_bytes() == before


def _word(profile: Path, *words: str, given: str = "", passphrase: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "controlroom", "--profile", str(profile), *words],
        input=given,
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
        env={**os.environ, "CONTROLROOM_PASSPHRASE": passphrase, "CONTROLROOM_PERSON": "asha"},
    )


def test_that_a_forgotten_passphrase_is_mended_by_words_and_told_as_events(
    profile: Path, tmp_path: Path
) -> None:
    first, fresh = os.environ["CONTROLROOM_PASSPHRASE"], "a new one 2026"
    file = str(tmp_path / "escrow.json")
    two = ["--custodian", "sp", "--custodian", "dsp", "--passphrases-stdin"]
    spoken = f"{PASSPHRASES['sp']}\n{PASSPHRASES['dsp']}\n"
    assert _word(profile, "key", "make-escrow", file, *two, given=spoken, passphrase="").returncode == 0
    assert _word(profile, "key", "escrow", file, passphrase=first).returncode == 0
    short = _word(profile, "key", "recover", file, *two, given=spoken + "short\n", passphrase="")
    assert short.returncode == 2
    done = _word(profile, "key", "recover", file, *two, "--json", given=spoken + fresh + "\n", passphrase="")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == {"custodians": ["dsp", "sp"]}
    assert _word(profile, "status", passphrase=first).returncode == 2
    assert _word(profile, "status", passphrase=fresh).returncode == 0
    kinds = _kinds(profile, fresh)
    assert kinds == ["key_escrowed", "key_recovered"]
    assert (
        _word(profile, "key", "change", "--passphrase-stdin", given=first + "\n", passphrase=fresh).returncode
        == 0
    )
    assert _word(profile, "status", passphrase=first).returncode == 0


def _kinds(profile: Path, passphrase: str) -> list[str]:
    os.environ["CONTROLROOM_PASSPHRASE"] = passphrase
    opened = open_profile(profile)
    with opened.writer.write(actor="asha") as tx:
        rows = tx.connection.execute("SELECT kind FROM events ORDER BY lsn").fetchall()
    opened.close()
    return [kind for (kind,) in rows]
