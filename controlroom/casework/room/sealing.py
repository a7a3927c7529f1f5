"""How the words of an event are sealed and opened: AES-256-GCM, before hash and digest are made. Pure.

The chain is over what is sealed and holds without the key. Here alone a body is sealed and opened.
"""

import hashlib
from binascii import a2b_base64, b2a_base64
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

import msgspec

from controlroom.domain.derived import derived_id
from controlroom.domain.events import DEEPEST, is_too_deep
from controlroom.domain.sealed import SEALED, SEALED_BY

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

Body = Mapping[str, Any]
_decode = msgspec.json.Decoder(dict[str, Any]).decode
_encode = msgspec.json.Encoder().encode
_NONCE: Final = hashlib.sha256(b"controlroom nonce\0")


class _Named(msgspec.Struct):
    seal: str = ""


_named = msgspec.json.Decoder(_Named).decode


def cipher_of(key: bytes) -> "AESGCM":
    """A key, ready for use: kept by whoever opens many."""
    return _aes_gcm()(key)


@cache
def _aes_gcm() -> "type[AESGCM]":
    from cryptography.hazmat.primitives.ciphers.aead import (
        AESGCM,  # takes 15 ms: who reads no case does without
    )

    return AESGCM


def seal_id(of: UUID, audience: str, key: bytes) -> UUID:
    """The id of a key says what it is for: nobody can pass it off as another's (the server looks, too)."""
    return derived_id(b"controlroom person key\0" + of.bytes + key + audience.encode())


def seal_named(body: str) -> str:
    """The key that the words of a stored body are said to be sealed by, "" where it names none."""
    try:
        return _named(body).seal
    except (msgspec.DecodeError, RecursionError):
        return ""


def sealed(
    cipher: "AESGCM", seal: UUID, event_id: UUID, *, of: UUID, kind: str, clear: Body, body: Body
) -> Body:
    """The body as it is stored and sent. `of` is the stream, `clear` what of the body stays as it is."""
    words = _encode({name: value for name, value in body.items() if name not in clear})
    nonce, about = _bound_to(event_id.bytes, of, kind)
    closed = cipher.encrypt(nonce, words, about)
    return {**clear, SEALED_BY: str(seal), SEALED: b2a_base64(closed, newline=False).decode()}


def opened(cipher: "AESGCM", event_id: bytes, *, of: UUID, kind: str, body: Body) -> Body:
    """The body as it was said; as it is stored where the key is another's. `event_id` in its 16 bytes."""
    try:
        nonce, about = _bound_to(event_id, of, kind)
        words = _words_in(cipher.decrypt(nonce, a2b_base64(body[SEALED], strict_mode=True), about))
    except _unreadable():
        return body  # another desk wrote it: it may stop nobody
    if len(body) == 2 and SEALED_BY in body:
        return words
    said = dict(body)
    del said[SEALED]
    said.pop(SEALED_BY, None)
    said.update(words)
    return said


@cache
def _unreadable() -> tuple[type[Exception], ...]:
    from cryptography.exceptions import InvalidTag

    return (InvalidTag, ValueError, TypeError, msgspec.DecodeError)


def _words_in(text: bytes) -> dict[str, Any]:
    """What was sealed. Raises ValueError where it cannot be read."""
    if text.count(b"[") + text.count(b"{") > DEEPEST and is_too_deep(text.decode()):
        raise ValueError("too deep")
    return _decode(text)


def _bound_to(event_id: bytes, of: UUID, kind: str) -> tuple[bytes, bytes]:
    """The nonce, and what the words belong to: they cannot be laid into another event.

    An event is sealed once, and no two have one id: so no two have one nonce.
    """
    hashed = _NONCE.copy()
    hashed.update(event_id)
    return hashed.digest()[:12], event_id + of.bytes + kind.encode()
