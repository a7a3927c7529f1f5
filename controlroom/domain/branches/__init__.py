"""What each kind of event does to a case: one branch a kind, one file a phase. Called by the fold only."""

from collections.abc import Mapping

from controlroom.domain.branches import arriving, ending, handing, joining, known, placing, working
from controlroom.domain.branches.told import Branch

BRANCHES: Mapping[str, Branch] = {
    "alert_received": arriving.alert_received,
    "join_proposed": joining.join_proposed,
    "join_declined": joining.join_declined,
    "person_proposed": known.proposed,
    "person_confirmed": known.confirmed,
    "person_declined": known.declined,
    "case_claimed": working.claimed,
    "case_released": working.released,
    "case_triaged": working.triaged,
    "location_tried": placing.tried,
    "place_found": placing.placed,
    "fact_added": arriving.take_facts,
    "note_added": working.noted,
    "place_chosen": placing.chosen,
    "jurisdiction_set": placing.jurisdiction,
    "check_done": working.checked,
    "handed_over": handing.handed_over,
    "handover_sent": handing.sent,
    "handover_failed": handing.not_sent,
    "call_logged": working.called,
    "report_received": handing.reported,
    "outcome_recorded": ending.outcome,
    "outcome_reviewed": ending.reviewed,
    "follow_up_started": ending.follow_up_started,
    "follow_up_ended": ending.follow_up_ended,
    "case_closed": ending.closed,
    "case_reopened": ending.reopened,
    "case_joined": joining.joined,
    "case_absorbed": joining.absorbed,
    "event_undone": arriving.undo,
    "void join": joining.void_join,
    "void absorption": joining.void_absorption,
}
