"""Puts the hand-over and the store together: the loops that send a profile's letters and its test mails."""

from collections.abc import Callable, Sequence

from controlroom.casework.canary import SETTING as CANARY
from controlroom.casework.canary import VERDICT, Canary, canary_in
from controlroom.casework.connectors import SETTING, connectors_in
from controlroom.casework.ports import CanaryStanding, ConnectorSettings, Health
from controlroom.handover.canary import CanaryLoop
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


def canary_loop(profile: Profile, publish: Callable[[Health], None]) -> CanaryLoop:
    """The loop of this profile's test mails; off until somebody sets them up. Give it a thread."""

    def look() -> tuple[Canary | None, CanaryStanding, bool]:
        reader = profile.reader()
        canary = canary_in(reader.setting(CANARY))
        standing = reader.canaries() if canary is not None else CanaryStanding()
        return canary, standing, reader.setting(VERDICT) is not None

    return CanaryLoop(
        lambda: profile.writer.write(actor=ACTOR, is_person=False), look, publish, now=profile.clock.now
    )
