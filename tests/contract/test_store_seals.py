"""What was sealed by another desk may be anything: it is opened where it can be read, and stops nobody."""

import base64
from uuid import UUID, uuid4

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from roominmemory import Open

from controlroom.casework.room import sealing
from controlroom.domain.events import CASE, PERSON
from controlroom.domain.sealed import SEALED
from controlroom.store.care import seals


@pytest.mark.parametrize("stream", [PERSON, CASE])
@pytest.mark.parametrize("text", ['{"a":' + "[" * 700 + "]" * 700 + "}", "[1]", "\udcff", '{"a":1e999}'])
def test_that_sealed_words_that_nobody_can_read_stay_sealed(opening: Open, text: str, stream: str) -> None:
    event, file, key = uuid4(), uuid4(), b"k" * 32
    seal = seals.Seal(sealing.seal_id(file, "care", key), file, "care", key)
    nonce, about = sealing._bound_to(event.bytes, file, "care_told")
    closed = AESGCM(key).encrypt(nonce, text.encode("utf-8", "surrogateescape"), about)  # of another make
    body = {"seal": str(seal.id), SEALED: base64.b64encode(closed).decode()}
    with opening("a").writer.write(actor="look") as tx:
        seals.keep(tx.connection, [seal], is_sent=True)
        opened = seals.Seals(tx.connection)
        assert opened.opened(event.bytes, stream, file, kind="care_told", body=body) == body
        assert opened.opened(event.bytes, stream, UUID(int=1), kind="care_told", body=body) == body
