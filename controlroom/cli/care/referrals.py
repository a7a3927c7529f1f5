"""Words about other services: referral make|list|show|text|answer|repeat|end|hours."""

import argparse
from collections.abc import Callable
from typing import Any
from uuid import UUID

from controlroom.casework.care import referring
from controlroom.casework.care.followup import look_at_notes
from controlroom.casework.care.personcards import in_order_of_need, referral_card, row_state, wait_card
from controlroom.casework.handing.connectors import SETTING, connectors_in
from controlroom.casework.handing.message import Message
from controlroom.casework.ports import Tx
from controlroom.cli.care.named import person_named, write_listing
from controlroom.cli.case.handing import late_connector
from controlroom.cli.desk import opened, person, when
from controlroom.cli.language import say
from controlroom.cli.output import moment, show
from controlroom.cli.verbs import add_noun
from controlroom.domain.care.person import Person
from controlroom.domain.care.referrals import (
    ANSWERS,
    BY,
    MISTAKE,
    REASONS,
    REFERRAL_ENDS,
    Referral,
    hours_from,
)
from controlroom.domain.events import utc_now
from controlroom.store import Profile
from controlroom.texts import LANGUAGES
from controlroom.wording import referral_words

_SAID = ANSWERS[:2]


def add_words(words: Any, shared: argparse.ArgumentParser) -> None:
    """referral."""
    verb = add_noun(
        words,
        shared,
        "referral",
        help_="a person is referred to another service, and the answer is chased",
        example="make 2026-K7-0012 --to tele-manas --reason treatment",
    )

    def of_one(name: str, run: Any, help_: str, example: str) -> Any:
        parser = verb(name, run, help_, f"2026-K7-0012 {example}")
        parser.add_argument("number", metavar="NUMBER", help="of a case of theirs, or their id")
        return parser

    _add_making(of_one)
    listed = verb("list", _list, "what is waited for, the most urgent first", "--json")
    listed.add_argument("--at", type=when, metavar="TIME", help="as it stands then")
    of_one(
        "show", _show, "all of a person; for counsellors with the reasons, which is written down", "--json"
    )
    _add_chasing(of_one)
    hours = verb(
        "hours", _hours, "until when a service has answered; without one they are shown", "hospital 12"
    )
    hours.add_argument("service", nargs="?", metavar="SERVICE")
    hours.add_argument("hours", nargs="?", type=int, metavar="HOURS")


def _add_making(of_one: Any) -> None:
    for name, run, help_ in (
        ("make", _make, "ask a service of the directory; needs a consent that is in force"),
        ("text", _text, "what would go, before it goes"),
    ):
        parser = of_one(name, run, help_, "--to tele-manas --reason treatment")
        parser.add_argument(
            "--to", required=True, metavar="ENTRY", help="a key of the directory, or a service"
        )
        parser.add_argument("--reason", required=True, choices=REASONS)
        _add_way(parser)
        parser.add_argument("--danger", default="", metavar="WHY", help="a supervisor refers without consent")
        if name == "make":
            parser.add_argument(
                "--text", default="", metavar="TEXT", help="a few words, for counsellors only"
            )


def _add_way(parser: Any) -> None:
    parser.add_argument("--by", choices=BY, default="", help="else the best way there is")
    parser.add_argument("--lang", choices=LANGUAGES, default="")
    parser.add_argument("--hours", type=int, metavar="HOURS", help="the time for an answer")
    parser.add_argument("--at", type=when, metavar="TIME")


def _add_chasing(of_one: Any) -> None:
    def chased(name: str, run: Any, help_: str, example: str) -> Any:
        parser = of_one(name, run, help_, example)
        parser.add_argument("--of", default="", metavar="REFERRAL", help="where several are open")
        return parser

    answer = chased("answer", _answer, "what they said", "acknowledged --from 'Dr. Rao'")
    answer.add_argument("step", choices=_SAID)
    answer.add_argument("--from", dest="who", default="", metavar="WHO")
    answer.add_argument("--ref", default="", help="their own number")
    answer.add_argument("--text", default="", metavar="TEXT", help="their words, for counsellors only")
    answer.add_argument("--at", type=when, metavar="TIME")
    _add_way(chased("repeat", _repeat, "ask again; the time for an answer begins anew", "--by phone"))
    end = chased("end", _end, "nothing of it is waited for any more", "--end seen")
    end.add_argument("--end", required=True, choices=REFERRAL_ENDS)
    end.add_argument("--text", default="", metavar="TEXT", help="a few words, for counsellors only")
    end.add_argument("--at", type=when, metavar="TIME")


def _wish(options: argparse.Namespace) -> referring.Wish:
    return referring.Wish(late_connector, options.by, options.lang, options.hours, options.at)


def _print(
    profile: Profile, person_id: UUID, options: argparse.Namespace, script: Message | None = None
) -> None:
    found = profile.care().person(person_id)
    assert found is not None
    cards = [referral_card(found, one, utc_now()) for one in found.referrals]
    read_out = ["", *script.script] if script is not None else []
    show(cards, is_json=options.json, lines=[*map(_line, cards), *read_out] or [say("No referral.")])


def _standing(card: dict[str, Any]) -> str:
    if card["end"]:
        return referral_words.word(referral_words.ENDS, card["end"])
    return referral_words.word(referral_words.STATES, card["state"])


def _line(card: dict[str, Any]) -> str:
    due = say("answer until {time}", time=moment(card["due_at"])) if card["due_at"] else ""
    return "  ".join(filter(None, (card["number"], card["name"], _standing(card), due)))


def _make(options: argparse.Namespace) -> None:
    with opened(options) as profile:
        found = person_named(profile, options.number)
        with profile.writer.write(actor=person(options)) as tx:
            one, message = referring.make_referral(
                tx,
                found.id,
                _wish(options),
                to=options.to,
                reason=options.reason,
                text=options.text,
                danger=options.danger,
            )
        _print(profile, found.id, options, message if one.last_asked.by == "phone" else None)


def _text(options: argparse.Namespace) -> None:
    with opened(options) as profile:
        reader, found = profile.reader(), person_named(profile, options.number)
        preview = referring.preview_referral(
            found,
            _wish(options),
            entries=reader.directory().entries,
            known=connectors_in(reader.setting(SETTING)),
            hours=hours_from(reader.room_setting(referring.HOURS)),
            callback=str(reader.setting("callback") or ""),
            now=profile.clock.now(),
            to=options.to,
            reason=options.reason,
            in_danger=bool(options.danger),
        )
    text = "\n".join(preview.message.script) if preview.way.by == "phone" else preview.message.text
    value = {"to": preview.entry.key, "by": preview.way.by, "text": text}
    show(value, is_json=options.json, lines=text.splitlines())


def _list(options: argparse.Namespace) -> None:
    now = options.at or utc_now()
    with opened(options) as profile:
        rows = in_order_of_need(profile.care().waits(), now)
        write_listing(profile, options, "referrals", len(rows))
    lines = [
        "  ".join(
            (
                referral_words.word(referral_words.STATES, row_state(row, now)),
                row.number,
                row.first_name,
                row.who,
            )
        )
        for row in rows
    ]
    cards = [wait_card(row, now) for row in rows]
    show(cards, is_json=options.json, lines=lines or [say("Nothing is waited for.")])


def _show(options: argparse.Namespace) -> None:
    now = utc_now()
    with opened(options) as profile:
        found = person_named(profile, options.number)
        if found.reasons:
            with profile.writer.write(actor=person(options)) as tx:
                look_at_notes(tx, found.id, [said.id for said in found.reasons])
        cards = [referral_card(found, one, now) | {"said": _said(found, one)} for one in found.referrals]
    lines = [
        line for card in cards for line in (_line(card), *(f"    {_words(one)}" for one in card["said"]))
    ]
    show(cards, is_json=options.json, lines=lines or [say("No referral.")])


def _said(found: Person, one: Referral) -> list[dict[str, Any]]:
    return [
        {
            "at": said.at.isoformat(),
            "by": said.actor,
            "reason": said.reason,
            "text": said.text,
            "danger": said.danger,
            "told": said.told,
        }
        for said in found.reasons
        if said.referral == one.id
    ]


def _words(said: dict[str, Any]) -> str:
    return "  ".join(
        filter(
            None,
            (
                moment(said["at"]),
                said["by"],
                referral_words.word(referral_words.REASONS, said["reason"]),
                said["danger"],
                said["text"],
            ),
        )
    )


def _on_one(options: argparse.Namespace, use_case: Callable[[Tx, UUID, UUID], Any]) -> Any:
    with opened(options) as profile:
        found = person_named(profile, options.number)
        one = referring.referral_named(found, options.of)
        with profile.writer.write(actor=person(options)) as tx:
            made = use_case(tx, found.id, one.id)
        after = profile.care().person(found.id)
        is_call = isinstance(made, Message) and after is not None and _is_told_by_phone(after, one.id)
        _print(profile, found.id, options, made if is_call else None)
    return made


def _is_told_by_phone(person: Person, referral: UUID) -> bool:
    return referring.the_referral(person, referral).last_asked.by == "phone"


def _answer(options: argparse.Namespace) -> None:
    given = {name: getattr(options, name) for name in ("step", "who", "ref", "text", "at")}
    _on_one(options, lambda tx, one, referral: referring.answer_referral(tx, one, referral, **given))


def _repeat(options: argparse.Namespace) -> None:
    wish = _wish(options)
    _on_one(options, lambda tx, one, referral: referring.repeat_referral(tx, one, wish, referral))


def _end(options: argparse.Namespace) -> None:
    given = {"end": options.end, "text": options.text, "at": options.at}
    is_none = _on_one(options, lambda tx, one, referral: referring.end_referral(tx, one, referral, **given))
    if options.end == MISTAKE and not options.json:
        print(
            say("Nothing of it had left: it is taken back.") if is_none else say("It had left: it has ended.")
        )


def _hours(options: argparse.Namespace) -> None:
    with opened(options) as profile:
        if options.service is not None and options.hours is not None:
            with profile.writer.write(actor=person(options)) as tx:
                referring.set_hours(tx, options.service, options.hours)
        hours = hours_from(profile.reader().room_setting(referring.HOURS))
    show(hours, is_json=options.json, lines=[_hours_line(*one) for one in hours.items()])


def _hours_line(service: str, hours: int) -> str:
    named = referral_words.word(referral_words.SERVICES, service)
    if service == "reminder":
        named = say("a district, to a reminder")
    return say("{service}: {hours} h", service=named, hours=hours)
