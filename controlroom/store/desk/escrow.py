"""The escrowed key: a profile's key sealed for headquarters, opened only by two custodians together."""

import hashlib
import secrets
from collections.abc import Mapping, Sequence
from itertools import combinations
from pathlib import Path

import msgspec

from controlroom.errors import BadInput, WorldFault
from controlroom.store.desk.files import write_first
from controlroom.store.desk.keys import KEY_FILE, KeyFile, Sealed, read_key_file, stretch

SHORTEST = 12  # signs of a custodian's passphrase


class Custodian(msgspec.Struct, frozen=True):
    """One person who keeps a passphrase of the escrow."""

    name: str
    salt: str


class Pair(msgspec.Struct, frozen=True):
    """The escrow's own key, wrapped for two custodians together."""

    first: str
    second: str
    wrapped: str


class Escrow(msgspec.Struct, frozen=True):
    """The escrow file. It opens nothing by itself, nor with one custodian's passphrase alone."""

    public: str
    custodians: tuple[Custodian, ...]
    pairs: tuple[Pair, ...]
    format: int = 1


def make_escrow(path: Path, passphrases: Mapping[str, str]) -> None:
    """Write a new escrow file for these custodians (name to passphrase). Raises BadInput, WorldFault."""
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
    from cryptography.hazmat.primitives.keywrap import aes_key_wrap

    _demand(passphrases)
    private = X25519PrivateKey.generate()
    custodians = tuple(Custodian(name, secrets.token_hex(16)) for name in sorted(passphrases))
    halves = {known.name: _half(known, passphrases[known.name]) for known in custodians}
    pairs = tuple(
        Pair(a, b, aes_key_wrap(_both(halves[a], halves[b]), private.private_bytes_raw()).hex())
        for a, b in combinations(sorted(halves), 2)
    )
    made = Escrow(private.public_key().public_bytes_raw().hex(), custodians, pairs)
    if not write_first(path, msgspec.json.format(msgspec.json.encode(made))):
        raise BadInput("{path} is there already and is not overwritten; take another name.", path=path)


def _demand(passphrases: Mapping[str, str]) -> None:
    if len(passphrases) < 2:
        raise BadInput("An escrow needs two custodians or more, so that nobody opens it alone.")
    if any(len(given) < SHORTEST for given in passphrases.values()):
        raise BadInput(
            "A custodian's passphrase has {length} signs or more; take longer ones.", length=SHORTEST
        )
    if len(set(passphrases.values())) < len(passphrases):
        raise BadInput("Two custodians have the same passphrase; each must have an own one.")


def read_escrow(path: Path) -> Escrow:
    """The escrow file. Raises BadInput, WorldFault."""
    try:
        found = msgspec.json.decode(path.read_bytes(), type=Escrow)
    except OSError as fault:
        raise WorldFault("{path} cannot be read ({reason}).", path=path, reason=fault.strerror) from fault
    except msgspec.MsgspecError as wrong:
        raise BadInput("{path} is not an escrow file; look at the name.", path=path) from wrong
    if found.format > 1:
        raise WorldFault("{path} was made by a newer version of the program; use that version.", path=path)
    return found


def seal(key: bytes, escrow: Escrow) -> Sealed:
    """A profile's key as only the escrow's custodians can open it."""
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
    from cryptography.hazmat.primitives.keywrap import aes_key_wrap

    once = X25519PrivateKey.generate()
    shared = once.exchange(X25519PublicKey.from_public_bytes(bytes.fromhex(escrow.public)))
    sender = once.public_key().public_bytes_raw()
    wrapped = aes_key_wrap(_agreed(shared, sender, escrow.public), key)
    return Sealed(public=escrow.public, sender=sender.hex(), wrapped=wrapped.hex())


def unseal(folder: Path, escrow: Escrow, passphrases: Mapping[str, str]) -> bytes:
    """The key of the profile in `folder`, by two custodians' passphrases. Raises BadInput, WorldFault."""
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
    from cryptography.hazmat.primitives.keywrap import InvalidUnwrap, aes_key_unwrap

    sealed = _sealed_in(folder, escrow)
    pair, both = _pair_of(escrow, passphrases)
    try:
        private = X25519PrivateKey.from_private_bytes(aes_key_unwrap(both, bytes.fromhex(pair.wrapped)))
    except InvalidUnwrap as wrong:
        raise BadInput("One of the two passphrases is wrong; nothing was changed.") from wrong
    sender = bytes.fromhex(sealed.sender)
    shared = private.exchange(X25519PublicKey.from_public_bytes(sender))
    try:
        return aes_key_unwrap(_agreed(shared, sender, escrow.public), bytes.fromhex(sealed.wrapped))
    except InvalidUnwrap as broken:
        raise WorldFault(
            "The sealed key of this profile is damaged; put key.json back from a backup."
        ) from broken


def _sealed_in(folder: Path, escrow: Escrow) -> Sealed:
    if not (folder / KEY_FILE).exists():
        raise BadInput("There is no profile in {folder}; look at the name.", folder=folder)
    found: KeyFile = read_key_file(folder / KEY_FILE)
    if found.escrow is None:
        raise BadInput(
            "The key of this profile was never escrowed, so nobody can open it without its passphrase."
        )
    if found.escrow.public != escrow.public:
        raise BadInput("The key of this profile was escrowed with another escrow file; take that one.")
    return found.escrow


def _pair_of(escrow: Escrow, passphrases: Mapping[str, str]) -> tuple[Pair, bytes]:
    known = {custodian.name: custodian for custodian in escrow.custodians}
    names = sorted(passphrases)
    unknown: Sequence[str] = [name for name in names if name not in known]
    if unknown or len(names) != 2:
        raise BadInput(
            "Two custodians of this escrow must be named, of: {names}.", names=", ".join(sorted(known))
        )
    pair = next(pair for pair in escrow.pairs if [pair.first, pair.second] == names)
    first, second = (_half(known[name], passphrases[name]) for name in names)
    return pair, _both(first, second)


def _half(custodian: Custodian, passphrase: str) -> bytes:
    return stretch(passphrase, bytes.fromhex(custodian.salt))


def _both(first: bytes, second: bytes) -> bytes:
    return hashlib.sha256(b"controlroom escrow pair 1\0" + first + second).digest()


def _agreed(shared: bytes, sender: bytes, public: str) -> bytes:
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    info = b"controlroom escrow seal 1\0" + sender + bytes.fromhex(public)
    return HKDF(algorithm=SHA256(), length=32, salt=None, info=info).derive(shared)
