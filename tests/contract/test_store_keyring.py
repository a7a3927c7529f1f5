"""The key in the desktop's own secret store: kept there, never beside the data; plain text never counts."""

from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend

from controlroom.errors import WorldFault
from controlroom.store import open_profile


class Kept(KeyringBackend):
    """A secret store in memory."""

    priority = 1  # type: ignore[assignment]

    def __init__(self) -> None:
        super().__init__()
        self.secrets: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.secrets.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.secrets[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.secrets[service, username]


@pytest.fixture
def kept(monkeypatch: pytest.MonkeyPatch) -> Iterator[Kept]:
    before, mine = keyring.get_keyring(), Kept()
    keyring.set_keyring(mine)
    yield mine
    keyring.set_keyring(before)


def test_that_a_profile_opens_by_the_keyring_alone(tmp_path: Path, kept: Kept) -> None:
    open_profile(tmp_path / "p").close()
    [secret] = kept.secrets.values()
    assert len(bytes.fromhex(secret)) == 32
    assert secret not in (tmp_path / "p" / "key.json").read_text()
    open_profile(tmp_path / "p").close()


def test_that_a_keyring_without_the_key_is_said_plainly(tmp_path: Path, kept: Kept) -> None:
    open_profile(tmp_path / "p").close()
    kept.secrets.clear()
    with pytest.raises(WorldFault, match="does not hold the key"):
        open_profile(tmp_path / "p")


def test_that_a_keyring_that_writes_plain_text_is_not_used(
    tmp_path: Path, kept: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Kept, "__module__", "keyrings.alt.file")
    with pytest.raises(WorldFault, match="CONTROLROOM_PASSPHRASE"):
        open_profile(tmp_path / "p")
    assert kept.secrets == {}


def test_that_who_signed_out_is_known_without_asking_the_secret_store(kept: Kept, tmp_path: Path) -> None:
    opened = open_profile(tmp_path / "p")
    opened.replica.keep_password("Stone-barge-19")
    assert opened.reader().setting("password") is None
    assert "Stone-barge-19" in kept.secrets.values()
    opened.replica.keep_password("")
    assert "Stone-barge-19" not in kept.secrets.values()
    assert (opened.reader().setting("password"), opened.replica.password()) == ("", "")
    opened.replica.keep_password("Stone-barge-20")
    assert (opened.reader().setting("password"), opened.replica.password()) == (None, "Stone-barge-20")
    opened.close()
