"""board remind|answer|mistake: districts are reminded of what they owe, what they answer is keyed in."""

import argparse
from functools import partial
from typing import Any
from uuid import UUID

from controlroom.casework.care import reminding
from controlroom.casework.care.reminding import ToRemind
from controlroom.cli import labels
from controlroom.cli.care.named import person_named, write_listing
from controlroom.cli.case.handing import late_connector
from controlroom.cli.desk import opened, person, when
from controlroom.cli.language import say
from controlroom.cli.output import show
from controlroom.domain.care.referrals import SAID
from controlroom.errors import BadInput
from controlroom.store import Profile
from controlroom.wording import referral_words


def add_verbs(board: Any, shared: argparse.ArgumentParser) -> None:
    """Below the word board, which goes without a verb too."""
    verbs = board.add_subparsers(title="verbs", metavar="VERB")
    remind = verbs.add_parser(
        "remind",
        parents=[shared],
        help="whom a reminder goes to; with --send it goes",
        epilog="Example: controlroom board remind --send --json",
    )
    remind.add_argument("--send", action="store_true")
    remind.add_argument("--called", default="", metavar="NUMBER", help="this one was told by telephone")
    remind.add_argument("--daily", choices=("on", "off"), help="each morning by itself, from this desk")
    remind.set_defaults(run=_remind)
    answer = verbs.add_parser(
        "answer",
        parents=[shared],
        help="what a district says to a reminder",
        epilog="Example: controlroom board answer 2026-K7-0012 done --from 'SI Verma'",
    )
    answer.add_argument("number", metavar="NUMBER", help="of a case of theirs, or their id")
    answer.add_argument("step", choices=SAID)
    answer.add_argument("--from", dest="who", default="", metavar="WHO")
    answer.add_argument("--at", type=when, metavar="TIME")
    answer.set_defaults(run=_answer)
    mistake = verbs.add_parser(
        "mistake",
        parents=[shared],
        help="a reminder was a mistake: what has not left does not go",
        epilog="Example: controlroom board mistake 2026-K7-0012 'the plan is another district's'",
    )
    mistake.add_argument("number", metavar="NUMBER", help="of a case of theirs, or their id")
    mistake.add_argument("text", nargs="*", metavar="TEXT", help="why")
    mistake.set_defaults(run=_mistake)


def _remind(options: argparse.Namespace) -> None:
    with opened(options) as profile:
        if options.daily:
            with profile.writer.write(actor=person(options)) as tx:
                reminding.set_daily(tx, is_on=options.daily == "on")
        reminding_now = reminding.read_reminding(profile.reader(), now=profile.clock.now())
        found, sent = reminding_now.wanted, set[UUID]()
        called = person_named(profile, options.called).id if options.called else None
        if called is not None:
            if all(one.person != called for one in found):
                raise BadInput("{number} is not to be reminded of now.", number=options.called)
            sent |= _tell(profile, options, called, by_phone=True)
        for one in found if options.send else ():
            if one.person != called and one.goes_by_itself:
                sent |= _tell(profile, options, one.person)
        write_listing(profile, options, "reminders", len(found))
        texts = zip(found, reminding_now.texts, strict=True)
        cards = [card(one) | {"text": text, "sent": one.reminder in sent} for one, text in texts]
        daily = bool((profile.reader().setting(reminding.DAILY) or {}).get("on"))
    lines = [_line(one) for one in cards] or [say("No district is to be reminded.")]
    show({"daily": daily, "reminders": cards}, is_json=options.json, lines=lines)


def _tell(profile: Profile, options: argparse.Namespace, who: UUID, *, by_phone: bool = False) -> set[UUID]:
    tell = partial(reminding.remind, connectors=late_connector, told_by_phone=by_phone)
    with profile.writer.write(actor=person(options)) as tx:
        made = tell(tx, who)
    return {made[0].reminder} if made else set()


def card(one: ToRemind) -> dict[str, Any]:
    """Whom a reminder goes to, as scripts read it."""
    return {
        "number": one.number,
        "first_name": one.first_name,
        "district": one.district,
        "contact": one.wanting.contact,
        "due": one.wanting.due.isoformat(),
        "stage": one.wanting.stage,
        "by": one.by or None,
        "to": one.to or None,
        "phones": list(one.phones),
    }


def _line(one: dict[str, Any]) -> str:
    stage = referral_words.word(referral_words.STAGES, one["stage"])
    district = labels.value("district", one["district"])
    parts = (district, one["number"], one["first_name"], stage, _way(one), _sent(one))
    return "  ".join(filter(None, parts))


def _way(one: dict[str, Any]) -> str:
    if not one["by"]:
        return say("no way: add a connector, or an entry to the directory")
    if one["by"] == "phone":
        return say("call {whom}", whom=f"{one['to']}: {', '.join(one['phones'])}")
    return say("{by} to {to}", by=referral_words.word(referral_words.WAYS, one["by"]), to=one["to"])


def _sent(one: dict[str, Any]) -> str:
    if one["sent"]:
        return say("sent")
    return say("to be sent") if one["by"] not in (None, "phone") else ""


def _answer(options: argparse.Namespace) -> None:
    with opened(options) as profile:
        found = person_named(profile, options.number)
        one = reminding.newest_reminder(found)
        with profile.writer.write(actor=person(options)) as tx:
            reminding.answer_reminder(tx, found.id, one.id, step=options.step, who=options.who, at=options.at)
    value = {"number": one.number, "district": one.district, "step": options.step}
    log_it = say(
        "Log the contact: {command}", command=f"controlroom contact add {options.number} --result reached"
    )
    show(value, is_json=options.json, lines=[log_it if options.step == "done" else say("Written down.")])


def _mistake(options: argparse.Namespace) -> None:
    with opened(options) as profile:
        found = person_named(profile, options.number)
        one, why = reminding.newest_reminder(found), " ".join(options.text)
        with profile.writer.write(actor=person(options)) as tx:
            is_none = reminding.take_back_reminder(tx, found.id, one.id, reason=why)
    value = {"number": one.number, "district": one.district, "taken_back": is_none}
    none = say("Nothing of it had left: it is taken back.")
    show(value, is_json=options.json, lines=[none if is_none else say("It had left: it has ended.")])
