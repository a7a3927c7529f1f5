"""The labels of a case's mails, asked again: any login may write one that its own desk never found."""

from typing import Any
from uuid import UUID

from controlroom.cli.case.exporting import raw_mail
from controlroom.intake.origin.again import PROVEN, Again, prove_again
from controlroom.intake.origin.lookups import TxtLookups
from controlroom.intake.origin.senders import load_senders
from controlroom.mailroom import own_templates
from controlroom.store import Profile


def labels_of(profile: Profile, case: UUID) -> list[dict[str, str]]:
    """Each label that says a mail is from Meta: who gave it, and what comes of it now."""
    senders, _ = load_senders(own_templates(profile))
    lookup = TxtLookups(senders.dns)
    found = []
    for event in profile.reader().events(case):
        said: dict[str, Any] = event.body.get("authenticity") or {}
        if event.kind != "alert_received" or said.get("label") not in PROVEN:
            continue
        mail = str(event.body.get("mail") or "")
        raw = raw_mail(profile, mail) if mail else None
        again: Again = "unchecked" if mail else "contradicts"
        if raw is not None:
            again = prove_again(raw, key=str(said.get("key") or ""), senders=senders, lookup=lookup)
        found.append({"mail": mail, "label": str(said["label"]), "by": event.actor, "again": again})
    return found
