"""What was sealed by another desk may be anything: it is opened where it can be read, and stops nobody."""

import base64
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from earlier import before_files
from roominmemory import Open, add, case_of

from controlroom.casework.room import sealing
from controlroom.domain.events import CASE, PERSON
from controlroom.domain.sealed import SEALED
from controlroom.store import open_profile
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


def test_that_a_profile_of_before_has_its_keys(opening: Open, tmp_path: Path) -> None:
    """Keys went by their own ids until version 18."""
    desk = opening("a")
    first, second = add(desk), add(desk)
    with desk.writer.write(actor="look") as tx:
        kept = seals.unsent(tx.connection, 9)
        assert {one.file for one in kept} == {first, second}
        gone = next(one for one in kept if one.file == first)
        seals.sent(tx.connection, [gone])
        before_files(tx.connection)
    desk.close()
    again = open_profile(tmp_path / "a")
    try:
        assert case_of(again, first).alerts[0].text == case_of(again, second).alerts[0].text != ""
        with again.writer.write(actor="look") as tx:
            assert seals.unsent(tx.connection, 9) == [one for one in kept if one != gone]
            assert seals.of_stream(tx.connection, first) == [gone]
            seals.send_again(tx.connection)
            assert sorted(seals.unsent(tx.connection, 9)) == sorted(kept)
    finally:
        again.close()


def test_that_the_keys_that_rows_name_are_looked_for_with_what_they_open(opening: Open) -> None:
    desk = opening("a")
    case = add(desk)
    with desk.writer.write(actor="look") as tx:
        [here] = seals.of_stream(tx.connection, case)
        elsewhere = sealing.seal_id(case, "case", b"k" * 32)
        named = {(case.bytes, here.id.bytes), (case.bytes, elsewhere.bytes)}
        assert seals.lacking(tx.connection, named) == [elsewhere]
        other = uuid4()  # the key of one case is none for another
        assert seals.lacking(tx.connection, {(other.bytes, here.id.bytes)}) == [here.id]
