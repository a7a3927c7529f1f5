"""The words `case next` and `case whose`: what to try next with the request ready, and whose case it is."""

import argparse
from collections.abc import Sequence
from typing import Any
from uuid import UUID

from controlroom.casework.calling.directory import Directory
from controlroom.casework.handing.requests import Request, RequestWords
from controlroom.casework.placing import finding
from controlroom.casework.placing.whose import Claim, claims, whom_to_call
from controlroom.casework.steps import copy_out, look_at, open_case
from controlroom.cli import labels
from controlroom.cli.case.acting import print_case
from controlroom.cli.desk import atlas_of, case_id, opened, person, when
from controlroom.cli.language import say
from controlroom.cli.output import show
from controlroom.domain.events import utc_now
from controlroom.domain.finding import Ask, remarks
from controlroom.domain.finding import next_asks as asks_of
from controlroom.domain.triage import FORCES, PLACE_SOURCES
from controlroom.errors import BadInput
from controlroom.places.atlas import Atlas
from controlroom.places.gazetteer import state_called
from controlroom.places.locator import AtlasGround
from controlroom.places.spelling import letters
from controlroom.speech import LANGUAGES, spoken
from controlroom.store import Profile
from controlroom.wording.find_words import ask_word, by_word, claim_word, why_theirs, why_word


def add_next(parser: Any) -> None:
    """Which language the requests are in; JSON holds both."""
    parser.add_argument("--lang", choices=LANGUAGES, help="of the requests; else the language spoken")
    parser.add_argument(
        "--send", choices=PLACE_SOURCES, help="put the request for this source into the outbox, by e-mail"
    )


def add_whose(parser: Any) -> None:
    """Without flags it is proposed; with them a person decides."""
    parser.add_argument("--district", default="", metavar="NAME")
    parser.add_argument("--thana", default="", metavar="NAME")
    parser.add_argument("--force", choices=FORCES, default="")
    parser.add_argument("--state", default="", metavar="NAME", help="another state than Uttar Pradesh")
    parser.add_argument("--reason", default="", metavar="TEXT")
    parser.add_argument("--at", type=when, metavar="TIME")


def next_asks(options: argparse.Namespace) -> None:
    """What was not tried yet, the best first. An event says that the requests left the program."""
    with opened(options) as profile:
        case = case_id(profile, options.number)
        words = RequestWords(profile.folder)
        if options.send:
            _send(profile, case, words, options)
        with profile.writer.write(actor=person(options)) as tx:
            look_at(tx, case)
            copy_out(tx, case, field="requests")
            known = tx.case(case)
        assert known is not None
        asks = [(ask, words.request(known, ask, person=person(options))) for ask in asks_of(known, utc_now())]
        odd = [one._asdict() for one in remarks(known, utc_now())]
    if options.json:
        language = options.lang or "en"
        show({"next": [_card(*one, language) for one in asks], "remarks": odd}, is_json=True)
        return
    language = options.lang or spoken()
    lines = [line for one in asks for line in _lines(*one, language)]
    show(None, is_json=False, lines=lines or [say("Everything known was tried.")])


def _card(ask: Ask, request: Request | None, language: str) -> dict[str, Any]:
    return {
        "source": ask.source,
        "why": ask.why,
        "words": ask.words,
        "to": request.to(language) if request else "",
        "by": request.by if request else "",
        "text_en": request.en if request else "",
        "text_hi": request.hi if request else "",
    }


def _send(profile: Profile, case: UUID, words: RequestWords, options: argparse.Namespace) -> None:
    """By the e-mail connector that bears the name of the source."""
    from controlroom.casework.handing.asking import send_request
    from controlroom.handover.registry import connector_of

    with profile.writer.write(actor=person(options)) as tx:
        known = open_case(tx, case)
        asks = {ask.source: ask for ask in asks_of(known, tx.now())}
        ask = asks.get(options.send, Ask(options.send, ""))
        request = words.request(known, ask, person=person(options))
        if request is None:
            raise BadInput("There are no words for {name} in requests.toml; add them.", name=options.send)
        send_request(tx, case, request=request, language=options.lang or spoken(), connectors=connector_of)


def _lines(ask: Ask, request: Request | None, language: str) -> list[str]:
    head = f"{ask_word(ask)} ({why_word(ask)})"
    if request is None:
        return [head]
    text = request.hi if language == "hi" else request.en
    return [
        f"{head}: {request.to(language)}, {by_word(request.by)}",
        *(f"    {line}" for line in text.splitlines()),
    ]


def whose(options: argparse.Namespace) -> None:
    """Proposes, or decides where a district or a state is given."""
    with opened(options) as profile:
        case = case_id(profile, options.number)
        atlas = atlas_of(profile.folder)
        if options.district or options.state:
            _decide(profile, case, atlas, options)
        with profile.writer.write(actor=person(options)) as tx:
            found = tx.case(case)
        assert found is not None
        proposed = claims(found, AtlasGround(atlas))
        directory = profile.reader().directory()
        decided = found.jurisdiction._asdict() if found.jurisdiction else None
        if options.json:
            told = [{**_claim_told(one), "call": _calls(one, directory, "en")} for one in proposed]
            print_case(profile, case, options, more={"jurisdiction": decided, "proposed": told})
        else:
            show(None, is_json=False, lines=_whose_lines(decided, proposed, directory))


def _decide(profile: Profile, case: UUID, atlas: Atlas, options: argparse.Namespace) -> None:
    known = atlas.district(options.district) if options.district else None
    if options.district and known is None:
        raise BadInput("'{name}' is not a district of Uttar Pradesh.", name=options.district)
    force = options.force or ("commissionerate" if known and known.is_commissionerate else "district")
    with profile.writer.write(actor=person(options)) as tx:
        finding.set_jurisdiction(
            tx,
            case,
            district=known.name_en if known else "",
            thana=options.thana,
            force=force,
            state=_state_called(options.state),
            reason=options.reason,
            at=options.at,
        )


def _state_called(typed: str) -> str:
    """The English name of another state; "" where nothing was typed. Raises BadInput for what is none."""
    if not typed.strip():
        return ""
    found = state_called(letters(typed))
    if found is None:
        raise BadInput(
            "'{name}' is no other state that we know; is it spelt right? For example: Bihar, Uttarakhand.",
            name=typed.strip(),
        )
    return found.name_en


def _claim_told(one: Claim) -> dict[str, str]:
    return {
        "force": one.force,
        "district": one.district,
        "thana": one.thana,
        "zone": one.zone,
        "state": one.state,
        "why": one.why,
        "words": one.words,
    }


def _calls(claim: Claim, directory: Directory, language: str) -> list[str]:
    """Whom to call, each with the numbers."""
    return [
        " ".join((one.name(language), *one.phones)) for one in whom_to_call(claim, directory) if one.phones
    ]


def _whose_lines(
    decided: dict[str, str] | None, proposed: Sequence[Claim], directory: Directory
) -> list[str]:
    lines = [say("decided: {what}", what=_decided(decided))] if decided else []
    for one in proposed:
        where = claim_word(one, lambda name: labels.value("district", name))
        lines.append(say("proposed: {where}: {why}", where=where, why=why_theirs(one)))
        lines += ["    " + say("call {whom}", whom=call) for call in _calls(one, directory, spoken())]
    return lines or [say("Nothing is known of where it lies yet.")]


def _decided(told: dict[str, str]) -> str:
    keys = ("thana", "district", "state", "force", "reason")
    return ", ".join(
        told[key] if key == "state" else labels.value(key, told[key]) for key in keys if told[key]
    )
