"""Words about who counsels: counsellor list|add|remove|away|propose. The roster is the room's."""

import argparse
from datetime import date
from typing import Any

from controlroom.casework.care import counsellors
from controlroom.casework.care.roster import USUAL_MOST, Counsellor
from controlroom.cli import labels
from controlroom.cli.care.plans import day
from controlroom.cli.desk import case_id, opened, person
from controlroom.cli.language import say
from controlroom.cli.output import show
from controlroom.cli.verbs import add_noun
from controlroom.domain.care.plans import OWNERS, day_in_india
from controlroom.domain.events import utc_now
from controlroom.store import Profile


def add_words(words: Any, shared: argparse.ArgumentParser) -> None:
    """counsellor."""
    verb = add_noun(
        words,
        shared,
        "counsellor",
        help_="who keeps in touch: languages, districts, hours, load",
        example="add meera --language hi ur --district Lucknow",
    )

    verb("list", _list, "the roster and how much each has", "--json")
    add = verb("add", _add, "one more, or other facts of one", "meera --name 'Meera Nigam' --language hi")
    add.add_argument("key", metavar="LOGIN", help="the login or name by which plans name them")
    add.add_argument("--name", default="")
    add.add_argument("--kind", choices=OWNERS, default="counsellor")
    for name in ("language", "district"):
        add.add_argument(f"--{name}", nargs="+", action="extend", default=[], metavar="NAME")
    add.add_argument("--from", dest="hours_from", default="", metavar="HH:MM", help="on duty from, in India")
    add.add_argument("--until", dest="hours_to", default="", metavar="HH:MM")
    add.add_argument("--most", type=int, default=USUAL_MOST, help="running plans at one time")
    verb("remove", _remove, "take one out", "meera").add_argument("key", metavar="LOGIN")
    away = verb(
        "away", _away, "somebody covers meanwhile", "meera --from 2026-12-20 --until 2026-12-31 --cover om"
    )
    away.add_argument("key", metavar="LOGIN")
    away.add_argument("--from", dest="first", type=day, required=True, metavar="DATE")
    away.add_argument("--until", dest="last", type=day, required=True, metavar="DATE")
    away.add_argument("--cover", required=True, metavar="LOGIN")
    propose = verb("propose", _propose, "whom to ask for a case, and why", "2026-K7-0012")
    propose.add_argument("number", metavar="NUMBER")


def _print(profile: Profile, options: argparse.Namespace) -> None:
    with profile.writer.write(actor=person(options)) as tx:
        loads = tx.loads()
    today = day_in_india(utc_now())
    cards = [_card(one, loads.get(one.owner, 0), today) for one in profile.care().counsellors()]
    lines = [_line(one) for one in cards]
    show(cards, is_json=options.json, lines=lines or [say("Nobody is on the roster.")])


def _line(one: dict[str, Any]) -> str:
    load = say("{load} of {most}", load=one["load"], most=one["most"])
    return "  ".join(
        (one["key"], load, ", ".join(labels.value("district", name) for name in one["districts"]))
    )


def _card(one: Counsellor, load: int, today: date) -> dict[str, Any]:
    return {
        "key": one.key,
        "name": one.name,
        "kind": one.kind,
        "languages": list(one.languages),
        "districts": list(one.districts),
        "hours": [one.hours_from, one.hours_to] if one.hours_from or one.hours_to else None,
        "load": load,
        "most": one.most,
        "covered_by": one.cover_on(today) or None,
        "away": [
            {"from": gone.first.isoformat(), "until": gone.last.isoformat(), "cover": gone.cover}
            for gone in one.away
        ],
    }


def _list(options: argparse.Namespace) -> None:
    with opened(options) as profile:
        _print(profile, options)


def _add(options: argparse.Namespace) -> None:
    with opened(options) as profile:
        before = next((one for one in profile.care().counsellors() if one.key == options.key), None)
        told = Counsellor(
            key=options.key,
            name=options.name,
            kind=options.kind,
            languages=tuple(options.language),
            districts=tuple(options.district),
            hours_from=options.hours_from,
            hours_to=options.hours_to,
            most=options.most,
            away=before.away if before else (),
        )
        with profile.writer.write(actor=person(options)) as tx:
            counsellors.save_counsellor(tx, told)
        _print(profile, options)


def _remove(options: argparse.Namespace) -> None:
    with opened(options) as profile:
        with profile.writer.write(actor=person(options)) as tx:
            counsellors.remove_counsellor(tx, options.key)
        _print(profile, options)


def _away(options: argparse.Namespace) -> None:
    with opened(options) as profile:
        with profile.writer.write(actor=person(options)) as tx:
            counsellors.set_away(tx, options.key, first=options.first, last=options.last, cover=options.cover)
        _print(profile, options)


def _propose(options: argparse.Namespace) -> None:
    with opened(options) as profile:
        case = profile.reader().case_card(case_id(profile, options.number)) or {}
        with profile.writer.write(actor=person(options)) as tx:
            choice = counsellors.propose_owner(tx, district=case.get("district", ""), language="")
    owner = {"kind": choice.owner.kind, "name": choice.owner.name}
    show({"owner": owner, "why": choice.why}, is_json=options.json)
