"""The key of a profile: random, kept in the OS keyring or wrapped by a passphrase. Never plain on disk."""

import contextlib
import hashlib
import os
import secrets
from collections.abc import Callable
from pathlib import Path

import msgspec

from controlroom.errors import BadInput, WorldFault
from controlroom.store.database import DATABASE
from controlroom.store.desk.files import write_first, write_whole

KEY_FILE = "key.json"
_SCRYPT_N, _SCRYPT_R, _SCRYPT_P = 1 << 15, 8, 1
_SERVICE = "controlroom"
SHORTEST = 8  # signs of a passphrase that is chosen anew


class Sealed(msgspec.Struct, frozen=True):
    """The profile's key as only the escrow's custodians, two together, can open it. All in hex."""

    public: str  # the escrow it was sealed for
    sender: str
    wrapped: str


class KeyFile(msgspec.Struct, kw_only=True):
    """What stands beside the database. It opens nothing by itself."""

    format: int = 1
    profile: str
    way: str  # keyring or passphrase
    salt: str = ""
    wrapped: str = ""
    escrow: Sealed | None = None


def database_key(folder: Path, ask: Callable[[], str | None] | None = None) -> bytes:
    """The 32 bytes that open the database of this profile; made at first use.

    `ask` gives a passphrase where CONTROLROOM_PASSPHRASE is not set. Raises WorldFault where there is
    neither a keyring nor a passphrase, BadInput where the passphrase is wrong.
    """
    path = folder / KEY_FILE
    if path.exists():
        return _open(read_key_file(path), ask)
    if (folder / DATABASE).exists():
        raise WorldFault(
            "The key file {path} is missing, so the profile cannot be opened; put it back from the backup.",
            path=path,
        )
    key = secrets.token_bytes(32)
    if write_first(path, msgspec.json.encode(_lock(key, ask))):
        return key
    # Another process made the profile at the same moment: its key is the one.
    return _open(read_key_file(path), ask)


def keep_secret(folder: Path, name: str, secret: str) -> bool:
    """Put something else into the secret store that holds the key of this profile; False where none does."""
    found = read_key_file(folder / KEY_FILE)
    if found.way != "keyring":
        return False
    import keyring
    from keyring.errors import KeyringError

    try:
        keyring.set_password(_SERVICE, f"{found.profile}/{name}", secret)
    except (KeyringError, RuntimeError):
        return False
    return True


def kept_secret(folder: Path, name: str) -> str | None:
    """What `keep_secret` put there, None where there is nothing."""
    found = read_key_file(folder / KEY_FILE)
    if found.way != "keyring":
        return None
    import keyring
    from keyring.errors import KeyringError

    try:
        return keyring.get_password(_SERVICE, f"{found.profile}/{name}")
    except (KeyringError, RuntimeError) as shut:
        raise WorldFault(
            "The keyring is locked; unlock it (sign in to the desktop) and start again."
        ) from shut


def read_key_file(path: Path) -> KeyFile:
    """What stands beside the database. Raises WorldFault where it is damaged or newer."""
    try:
        found = msgspec.json.decode(path.read_bytes(), type=KeyFile)
    except msgspec.MsgspecError as broken:
        raise WorldFault(
            "The key file {path} is damaged; put it back from the backup.", path=path
        ) from broken
    if found.format > 1:
        raise WorldFault(
            "This profile was made by a newer version of the program; install that version to open it."
        )
    return found


def _passphrase(ask: Callable[[], str | None] | None) -> str:
    given = os.environ.get("CONTROLROOM_PASSPHRASE") or (ask() if ask else None)
    if not given:
        raise WorldFault(
            "There is no keyring on this machine;"
            " set CONTROLROOM_PASSPHRASE to the passphrase of the profile."
        )
    return given


def _open(found: KeyFile, ask: Callable[[], str | None] | None) -> bytes:
    if found.way == "keyring":
        return _from_keyring(found.profile)
    from cryptography.hazmat.primitives.keywrap import InvalidUnwrap, aes_key_unwrap

    wrapping = stretch(_passphrase(ask), bytes.fromhex(found.salt))
    try:
        return aes_key_unwrap(wrapping, bytes.fromhex(found.wrapped))
    except InvalidUnwrap as wrong:
        raise BadInput("The passphrase is wrong; try again, nothing was changed.") from wrong


def _lock(key: bytes, ask: Callable[[], str | None] | None) -> KeyFile:
    profile = secrets.token_hex(8)
    if not os.environ.get("CONTROLROOM_PASSPHRASE") and _into_keyring(profile, key):
        return KeyFile(profile=profile, way="keyring")
    return _wrapped(key, _passphrase(ask), profile)


def _wrapped(key: bytes, passphrase: str, profile: str) -> KeyFile:
    from cryptography.hazmat.primitives.keywrap import aes_key_wrap

    salt = secrets.token_bytes(16)
    wrapped = aes_key_wrap(stretch(passphrase, salt), key)
    return KeyFile(profile=profile, way="passphrase", salt=salt.hex(), wrapped=wrapped.hex())


def keep_sealed(folder: Path, sealed: Sealed) -> None:
    """Write the escrowed key beside the others."""
    found = read_key_file(folder / KEY_FILE)
    write_whole(folder / KEY_FILE, msgspec.json.encode(msgspec.structs.replace(found, escrow=sealed)))


def demand_passphrase(passphrase: str) -> None:
    """Raises BadInput where one that is chosen anew is too short."""
    if len(passphrase) < SHORTEST:
        raise BadInput("A passphrase has {length} signs or more; take a longer one.", length=SHORTEST)


def wrap_anew(folder: Path, key: bytes, passphrase: str) -> None:
    """From now on this passphrase opens the profile, and what opened it before does not."""
    found = read_key_file(folder / KEY_FILE)
    demand_passphrase(passphrase)
    fresh = msgspec.structs.replace(_wrapped(key, passphrase, found.profile), escrow=found.escrow)
    write_whole(folder / KEY_FILE, msgspec.json.encode(fresh))
    if found.way == "keyring":
        _out_of_keyring(found.profile)


def stretch(passphrase: str, salt: bytes) -> bytes:
    """A passphrase as 32 bytes of key, made slow to guess (scrypt)."""
    return hashlib.scrypt(
        passphrase.encode(), salt=salt, n=_SCRYPT_N, r=_SCRYPT_R, p=_SCRYPT_P, maxmem=1 << 26, dklen=32
    )


def _into_keyring(profile: str, key: bytes) -> bool:
    """Whether the desktop's own secret store took the key; one that writes plain text does not count."""
    import keyring
    from keyring.errors import KeyringError

    backend = type(keyring.get_keyring())
    if backend.__module__.startswith(("keyrings.alt", "keyring.backends.null", "keyring.backends.fail")):
        return False
    try:
        keyring.set_password(_SERVICE, profile, key.hex())
        return keyring.get_password(_SERVICE, profile) == key.hex()
    except (KeyringError, RuntimeError):
        return False


def _from_keyring(profile: str) -> bytes:
    import keyring
    from keyring.errors import KeyringError

    try:
        kept = keyring.get_password(_SERVICE, profile)
    except (KeyringError, RuntimeError) as shut:
        raise WorldFault(
            "The keyring is locked; unlock it (sign in to the desktop) and start again."
        ) from shut
    if not kept:
        raise WorldFault(
            "The keyring of this user does not hold the key of this profile; sign in as its owner."
        )
    return bytes.fromhex(kept)


def _out_of_keyring(profile: str) -> None:
    import keyring
    from keyring.errors import KeyringError

    with contextlib.suppress(KeyringError, RuntimeError):
        keyring.delete_password(_SERVICE, profile)
