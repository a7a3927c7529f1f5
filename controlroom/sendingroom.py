"""Puts the hand-over and the store together: the loops that send a profile's letters and its test mails."""

from collections.abc import Callable, Sequence
from datetime import datetime

from controlroom.casework.arriving.canary import SETTING as CANARY
from controlroom.casework.arriving.canary import VERDICT, Canary, Told, canary_in, told_of
from controlroom.casework.arriving.ports import CanaryStanding
from controlroom.casework.care.reminding import DAILY, is_daily_due, note_daily, read_reminding, remind
from controlroom.casework.handing.connectors import SETTING, connectors_in
from controlroom.casework.handing.ports import ConnectorSettings
from controlroom.casework.ports import Health
from controlroom.errors import BadInput
from controlroom.handover.canary import CanaryLoop
from controlroom.handover.loop import SendingLoop
from controlroom.handover.registry import connector_of
from controlroom.log import logger
from controlroom.store import Profile

ACTOR = "sending"
_log = logger("handover")


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
        chore=lambda now: remind_daily(profile, now),
    )


def remind_daily(profile: Profile, now: datetime) -> int:
    """Where this desk is to do so each morning: remind the districts by their connectors. Gives how many.

    Not while an exercise runs: then nothing goes out that nobody has looked at.
    """
    reader = profile.reader()
    if not is_daily_due(reader.setting(DAILY), now) or reader.exercise() is not None:
        return 0
    count = 0
    for one in read_reminding(reader, now=now).wanted:
        if not one.goes_by_itself:
            continue
        try:
            with profile.writer.write(actor=ACTOR, is_person=False) as tx:
                count += remind(tx, one.person, connectors=connector_of) is not None
        except BadInput as wrong:  # a connector that cannot be used holds up none of the others
            _log.warning("a daily reminder was not made: %s", wrong.template)
    with profile.writer.write(actor=ACTOR, is_person=False) as tx:
        note_daily(tx)
    return count


def canary_loop(profile: Profile, publish: Callable[[Health], None]) -> CanaryLoop:
    """The loop of this profile's test mails; off until somebody sets them up. Give it a thread."""

    def look() -> tuple[Canary | None, CanaryStanding, Told]:
        reader = profile.reader()
        canary = canary_in(reader.setting(CANARY))
        if canary is None:
            return None, CanaryStanding(), Told(False, False)
        told = told_of(canary, reader.setting(VERDICT), reader.mail_faults(), profile.clock.now())
        return canary, reader.canaries(), told

    return CanaryLoop(
        lambda: profile.writer.write(actor=ACTOR, is_person=False), look, publish, now=profile.clock.now
    )
