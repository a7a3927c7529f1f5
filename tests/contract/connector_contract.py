"""What every connector promises, against the real other side. A subclass says who that is."""

from collections.abc import Iterator
from pathlib import Path
from time import monotonic

import pytest
from letters import message
from receivers import PASSWORD, FolderReceiver, Receiver

from controlroom.casework.handing.ports import Connector
from controlroom.domain.events import new_id
from controlroom.errors import WorldFault
from controlroom.handover.registry import connector_of


class ConnectorContract:
    """What each connector promises. A subclass says who is on the other side."""

    def receiver(self, folder: Path) -> Receiver:
        raise NotImplementedError

    @pytest.fixture
    def other(self, tmp_path: Path) -> Iterator[Receiver]:
        made = self.receiver(tmp_path / "there")
        yield made
        made.close()

    @pytest.fixture
    def connector(self, other: Receiver) -> Connector:
        return connector_of(other.settings())

    def counted(self, other: Receiver) -> dict[str, bytes]:
        return other.incidents

    def test_that_what_is_sent_is_one_incident_there(self, other: Receiver, connector: Connector) -> None:
        letter = message()
        connector.send(connector.compose(letter), letter.letter)
        assert len(self.counted(other)) == 1

    def test_that_the_same_letter_is_the_same_bytes(self, connector: Connector) -> None:
        letter = new_id()
        assert connector.compose(message(letter=letter)) == connector.compose(message(letter=letter))

    def test_that_whatever_they_do_a_retry_is_the_same_and_one_incident(
        self, other: Receiver, connector: Connector
    ) -> None:
        for fault in other.faults:
            letter = message()
            payload = connector.compose(letter)
            other.misbehave(fault)
            began = monotonic()
            if fault == "twice":
                connector.send(payload, letter.letter)
            else:
                with pytest.raises(WorldFault) as why:
                    connector.send(payload, letter.letter)
                assert str(why.value).endswith(".") and PASSWORD not in str(why.value)
            assert monotonic() - began < 30, f"{fault}: there is no deadline over the whole"
            self.counted(other)
            connector.send(payload, letter.letter)
        assert len(self.counted(other)) == len(other.faults)
        assert len(set(other.tries)) == len(set(other.keys))

    def test_that_one_who_is_away_is_told_in_a_sentence(self, other: Receiver, connector: Connector) -> None:
        other.go_away()
        with pytest.raises(WorldFault, match=r"^[A-Z/l].*\.$"):
            connector.send(connector.compose(message()), new_id())
        with pytest.raises(WorldFault):
            connector.check()

    def test_that_a_check_sends_nothing(self, other: Receiver, connector: Connector) -> None:
        assert connector.check()
        assert self.counted(other) == {}


class OverTls(ConnectorContract):
    """What each promises that speaks to another machine."""

    def bad(self, folder: Path, certificate: str) -> Receiver:
        raise NotImplementedError

    @pytest.mark.parametrize("certificate", ["expired", "wrong-name", "self-signed"])
    def test_that_a_bad_certificate_gets_not_a_byte(self, tmp_path: Path, certificate: str) -> None:
        other = self.bad(tmp_path / "bad", certificate)
        connector = connector_of(other.settings())
        with pytest.raises(WorldFault, match="certificate"):
            connector.send(connector.compose(message()), new_id())
        other.close()
        assert other.tries == [] and getattr(other, "passwords", []) == []


class InAFolder(ConnectorContract):
    """What each promises that writes files."""

    def counted(self, other: Receiver) -> dict[str, bytes]:
        assert isinstance(other, FolderReceiver)
        other.look()
        return other.incidents

    def test_that_nothing_half_written_is_left_to_be_seen(
        self, other: FolderReceiver, connector: Connector, tmp_path: Path
    ) -> None:
        letter = message()
        connector.send(connector.compose(letter), letter.letter)
        assert [file.name for file in (tmp_path / "there").iterdir()] == list(self.counted(other))
