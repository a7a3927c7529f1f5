"""Puts the hand-over and the store together: the loop that sends what one profile has written."""

from collections.abc import Callable, Sequence

from controlroom.casework.connectors import SETTING, connectors_in
from controlroom.casework.ports import ConnectorSettings, Health
from controlroom.handover.loop import SendingLoop
from controlroom.handover.registry import connector_of
from controlroom.store import Profile

ACTOR = "sending"


def sending_loop(profile: Profile, publish: Callable[[Health], None]) -> SendingLoop:
    """The loop of this profile; give it a thread, or call its `run_once`. It waits for no server."""

    def known() -> Sequence[ConnectorSettings]:
        return connectors_in(profile.reader().setting(SETTING))

    return SendingLoop(
        profile.outbox,
        lambda: profile.writer.write(actor=ACTOR, is_person=False),
        known,
        connector_of,
        publish,
        now=profile.clock.now,
    )
