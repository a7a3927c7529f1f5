"""handover run|list|text|callback: what waits in the outbox goes out; what would go; whom they call back."""

import argparse
import signal
from dataclasses import asdict
from threading import Event
from typing import Any
from uuid import UUID

from controlroom.casework.handing.connectors import CALLBACK, SETTING, connector_named
from controlroom.casework.handing.handovers import preview
from controlroom.casework.handing.letters import stop_letter
from controlroom.casework.ports import Health
from controlroom.cli import labels
from controlroom.cli.desk import case_id, opened, person
from controlroom.cli.language import say
from controlroom.cli.output import explain, health_line, show
from controlroom.cli.verbs import add_noun
from controlroom.errors import BadInput
from controlroom.store import Profile


def add_words(words: Any, shared: argparse.ArgumentParser) -> None:
    """handover, with its verbs."""
    verb = add_noun(words, shared, "handover", help_="what leaves the room", example="run --once --json")

    running = verb("run", _run, "send what waits, without a window", "--once")
    running.add_argument("--once", action="store_true", help="try all that wait, now, then end")
    verb("list", _list, "what waits, and why")
    drop = verb("drop", _drop, "stop trying: the hand-over is taken back", "LETTER --reason moved")
    drop.add_argument("letter", type=UUID, metavar="LETTER", help="its id, as handover list prints it")
    drop.add_argument("--reason", default="")
    text = verb("text", _text, "what would go, before it goes", "2026-K7-0012 --to up112 --lang en")
    text.add_argument("number", metavar="NUMBER")
    text.add_argument("--to", required=True, metavar="CONNECTOR")
    text.add_argument("--lang", choices=("hi", "en"), default="")
    callback = verb("callback", _callback, "the number that receivers call back", "0522-2724003")
    callback.add_argument("phone", nargs="?", metavar="NUMBER")


def _run(options: argparse.Namespace) -> int:
    from controlroom.sendingroom import sending_loop

    with opened(options) as profile:
        if options.once:
            sent = sending_loop(profile, lambda health: None).run_once()
            _share_now(profile)
            show(asdict(sent), is_json=options.json)
            return _why(profile) if sent.failed else 0
        stop = Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: stop.set())
        sending_loop(profile, lambda health: _say(health, options)).run(stop)
    return 0


def _why(profile: Profile) -> int:
    reasons = dict.fromkeys(one.last_error for one in profile.outbox.waiting() if one.last_error)
    return explain(" ".join(reasons) or say("Some of it did not go out; it is tried again."), 1)


def _say(health: Health, options: argparse.Namespace) -> None:
    card = asdict(health)
    card["last_success"] = health.last_success.isoformat() if health.last_success else None
    show(card, is_json=options.json, lines=[health_line(health)])


def _share_now(profile: Profile) -> None:
    """At a desk of a room, what came of it is pushed; sending itself waits for no server."""
    if profile.login:
        from controlroom.desklink import sync_once

        sync_once(profile, lambda fault: None)


def _list(options: argparse.Namespace) -> None:
    with opened(options) as profile:
        found = []
        for one in profile.outbox.waiting():
            found.append(
                {
                    "letter": str(one.id),
                    "number": _number_of(profile, one.case_id),
                    "connector": one.connector,
                    "written_at": one.written_at.isoformat(),
                    "next_try_at": one.next_try_at.isoformat(),
                    "tries": one.tries,
                    "why": one.last_error,
                }
            )
    lines = [_line(one) for one in found]
    show(found, is_json=options.json, lines=lines or [say("Nothing waits.")])


def _number_of(profile: Profile, about: UUID) -> str:
    """The number of the case that a letter is about, or of the last case of its person."""
    found = profile.care().person(about)
    if found is not None:
        return found.cases[-1].number if found.cases else ""
    view = profile.reader().case_view(about)
    return view.case.number if view else ""


def _line(one: dict[str, Any]) -> str:
    tries = say("{count} tries", count=one["tries"])
    return "  ".join((one["number"], labels.value("connector", one["connector"]), tries, one["why"]))


def _drop(options: argparse.Namespace) -> None:
    with opened(options) as profile:
        waits = next((one for one in profile.outbox.waiting() if one.id == options.letter), None)
        if waits is None:
            raise BadInput("No such message waits on this desk; look at: controlroom handover list")
        with profile.writer.write(actor=person(options)) as tx:
            stop_letter(tx, waits, reason=options.reason)
    _list(options)  # what is left


def _text(options: argparse.Namespace) -> None:
    with opened(options) as profile:
        reader = profile.reader()
        way = connector_named(reader.setting(SETTING), options.to)
        view = reader.case_view(case_id(profile, options.number))
        assert view is not None
        text = preview(
            view.case,
            way,
            now=profile.clock.now(),
            language=options.lang,
            callback=str(reader.setting(CALLBACK) or ""),
        )
    show({"to": way.name, "kind": way.kind, "text": text}, is_json=options.json, lines=text.splitlines())


def _callback(options: argparse.Namespace) -> None:
    with opened(options) as profile:
        if options.phone is not None:
            if not any(sign.isdigit() for sign in options.phone) or len(options.phone) > 40:
                raise BadInput("That is no telephone number; write it like 0522-2724003.")
            with profile.writer.write(actor=person(options)) as tx:
                tx.put_setting(CALLBACK, options.phone.strip())
        phone = str(profile.reader().setting(CALLBACK) or "")
    show({"callback": phone}, is_json=options.json, lines=[phone or say("No number is set.")])
