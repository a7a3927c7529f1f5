"""Words about cases: cases, search, case show|claim|release|note|close|..."""

import argparse
from collections.abc import Callable
from functools import partial
from typing import Any
from uuid import UUID

from controlroom.casework import steps
from controlroom.casework.arriving import joins
from controlroom.casework.checklists import check_off
from controlroom.casework.handing.handovers import confirm_alert
from controlroom.casework.ports import Tx
from controlroom.casework.room.reading import list_read
from controlroom.cli.case import calling, handing, placing, seeking
from controlroom.cli.case.acting import act, print_case
from controlroom.cli.desk import case_id, opened, person, when
from controlroom.cli.language import say
from controlroom.cli.output import case_line, show, tell
from controlroom.cli.verbs import AddVerb, Run, add_noun
from controlroom.domain.triage import (
    CATEGORIES,
    NOT_REACHED,
    OUTCOME_FACTS,
    PLACE_SOURCES,
    REPORT_STEPS,
    TRY_STATUS,
)
from controlroom.errors import ControlRoomError, WorldFault
from controlroom.store import Profile

Words = Any  # argparse's own type for sub-parsers is private


def add_words(words: Words, shared: argparse.ArgumentParser) -> None:
    """cases, search and case."""
    listing = words.add_parser(
        "cases",
        parents=[shared],
        help="list the open cases",
        epilog="Example: controlroom cases --all --json",
    )
    listing.add_argument("--all", action="store_true", help="the closed ones too")
    listing.set_defaults(run=_list)
    search = words.add_parser(
        "search",
        parents=[shared],
        help="find cases, in either script",
        epilog="Example: controlroom search रवि",
    )
    search.add_argument("text", nargs="+")
    search.set_defaults(run=_search)
    verb = add_noun(words, shared, "case", help_="one case", example="claim 2026-K7-0012")

    def of_one(name: str, run: Run, help_: str, example: str = "", /) -> Any:
        parser = verb(name, run, help_, f"2026-K7-0012 {example}".rstrip())
        parser.add_argument("number", metavar="NUMBER")
        return parser

    of_one("show", _show, "everything about it, with its events", "--json")
    for name, (help_, _) in _WITH_TEXT.items():
        parser = of_one(name, partial(_with_text, name), help_)
        parser.add_argument("text", nargs="*", metavar="TEXT")
        parser.add_argument("--at", type=when, metavar="TIME")
    _add_triage(of_one)
    _add_finding(of_one)
    _add_handing_over(of_one)
    _add_outcome(of_one)
    _add_joining(of_one)


def _add_triage(of_one: AddVerb) -> None:
    triage = of_one("triage", _triage, "how urgent it is", "--category attempt --live")
    triage.add_argument("--category", required=True, choices=CATEGORIES)
    triage.add_argument("--means", default="")
    triage.add_argument("--minor", action="store_true", default=None)
    triage.add_argument("--live", action="store_true", default=None)
    triage.add_argument("--at", type=when, metavar="TIME")
    check = of_one("check", _check, "tick off an item of the check-list", "stf-asked")
    check.add_argument("key", nargs="+", metavar="KEY")


def _add_finding(of_one: AddVerb) -> None:
    placing.add_options(of_one("place", placing.place, "where the person is", '--text "226010"'))
    placing.add_choice(
        of_one("choose", placing.choose, "which of its places counts", "2 --reason 'the newer one'")
    )
    tried = of_one("tried", _tried, "a try that gave no place yet", "--source stf --status asked")
    tried.add_argument("text", nargs="*", metavar="TEXT")
    tried.add_argument("--source", default="", choices=PLACE_SOURCES, help="who or what was asked")
    tried.add_argument(
        "--status", default="", choices=TRY_STATUS, help="asked: no answer yet; nothing: no place"
    )
    tried.add_argument("--given-by", default="", metavar="WHO", help="who was asked or answered")
    tried.add_argument("--at", type=when, metavar="TIME")
    seeking.add_next(of_one("next", seeking.next_asks, "what to try next, with the words"))
    example = "--district Lucknow --reason 'by boundary'"
    seeking.add_whose(of_one("whose", seeking.whose, "whose case it is", example))


def _add_handing_over(of_one: AddVerb) -> None:
    handing.add_options(
        of_one("handover", handing.hand_over, "to whom it goes, in parallel", "--to up112 district")
    )
    report = of_one("report", _report, "what the ground said", "at-scene --from 'PRV 112'")
    report.add_argument("step", choices=tuple(REPORT_STEPS))
    report.add_argument("--from", dest="sender", default="", metavar="WHO")
    report.add_argument("--at", type=when, metavar="TIME")
    calling.add_options(of_one("call", calling.call, "whom to call, or what came of it"))


def _add_outcome(of_one: AddVerb) -> None:
    outcome = of_one("outcome", _outcome, "how it ended", "--fact reached alive")
    outcome.add_argument("--fact", nargs="+", action="extend", default=[], choices=OUTCOME_FACTS)
    outcome.add_argument("--not-reached", default="", choices=NOT_REACHED)
    outcome.add_argument("--at", type=when, metavar="TIME")


def _add_joining(of_one: AddVerb) -> None:
    for name, run, help_ in (
        ("join", _join, "it goes into OTHER: the same alert or person"),
        ("split", _split, "take two joined cases apart"),
    ):
        parser = of_one(name, run, help_, "2026-K7-0009 --reason 'same phone'")
        parser.add_argument("other", metavar="OTHER")
        parser.add_argument("--reason", default="", required=name == "join")


def _release(tx: Tx, case: UUID, text: str, **at: Any) -> None:
    steps.release_case(tx, case, reason=text, **at)


def _note(tx: Tx, case: UUID, text: str, **at: Any) -> None:
    steps.add_note(tx, case, text=text, **at)


def _claim(tx: Tx, case: UUID, text: str, **at: Any) -> None:
    steps.claim_case(tx, case, **at)
    if text:
        steps.add_note(tx, case, text=text)


def _close(tx: Tx, case: UUID, text: str, **at: Any) -> None:
    steps.close_case(tx, case, reason=text, **at)


def _reopen(tx: Tx, case: UUID, text: str, **at: Any) -> None:
    steps.reopen_case(tx, case, reason=text, **at)


def _review(tx: Tx, case: UUID, text: str, **at: Any) -> None:
    steps.review_outcome(tx, case, text=text, **at)


def _confirm(tx: Tx, case: UUID, text: str, **at: Any) -> None:
    confirm_alert(tx, case, text=text, **at)


def _undo(tx: Tx, case: UUID, text: str, **at: Any) -> None:
    steps.undo_last(tx, case, reason=text, **at)


_WITH_TEXT: dict[str, tuple[str, Callable[..., None]]] = {
    "claim": ("take it in hand", _claim),
    "release": ("put it back into the queue", _release),
    "note": ("words for the file", _note),
    "close": ("nothing is left to do", _close),
    "reopen": ("there is something to do after all", _reopen),
    "review": ("a second person agrees with the outcome", _review),
    "confirm": ("a second person vouches for a mail that contradicts itself", _confirm),
    "undo": ("take the last step back", _undo),
}


def _list(options: argparse.Namespace) -> None:
    with opened(options) as profile:
        found = profile.reader().cards(is_all=options.all)
        _listed(profile, options, "all" if options.all else "open", found)


def _search(options: argparse.Namespace) -> None:
    text = " ".join(options.text)
    with opened(options) as profile:
        if profile.login:
            _fetch_found(profile, text)
        _listed(profile, options, "search", profile.reader().cards(is_all=True, text=text))


def _fetch_found(profile: Profile, text: str) -> None:
    """Old cases that only the shared database has: the newest of them are brought here."""
    from controlroom.sync.elsewhere import OnServer

    try:
        OnServer(profile.replica).fetch_found(text)
    except ControlRoomError as fault:
        tell(say("Only what is on this desk was searched. {fault}", fault=fault))


def _listed(profile: Profile, options: argparse.Namespace, what: str, found: list[dict[str, Any]]) -> None:
    """A listing is one event: the event first, the list second."""
    look = partial(list_read, room=UUID(profile.room), what=what, count=len(found))
    _write_down(profile, options, look, must=what != "open")
    show(found, is_json=options.json, lines=[case_line(card) for card in found] or [say("No case.")])


def _show(options: argparse.Namespace) -> None:
    with opened(options) as profile:
        case = case_id(profile, options.number)
        is_closed = (profile.reader().case_card(case) or {}).get("state") == "closed"
        _write_down(profile, options, partial(steps.look_at, case_id=case), must=is_closed)
        print_case(profile, case, options, events=True)


def _write_down(
    profile: Profile, options: argparse.Namespace, look: Callable[[Tx], None], *, must: bool
) -> None:
    """Who looks is written down first. That this fails keeps nobody from what is open: it is told."""
    try:
        with profile.writer.write(actor=person(options)) as tx:
            look(tx)
    except WorldFault as fault:
        if must:
            raise
        tell(fault)


def _with_text(name: str, options: argparse.Namespace) -> None:
    use_case = _WITH_TEXT[name][1]
    act(options, partial(use_case, text=" ".join(options.text), at=options.at))


def _tried(options: argparse.Namespace) -> None:
    act(
        options,
        partial(
            steps.try_location,
            text=" ".join(options.text),
            source=options.source,
            status=options.status,
            given_by=options.given_by,
            at=options.at,
        ),
    )


def _triage(options: argparse.Namespace) -> None:
    act(
        options,
        partial(
            steps.triage_case,
            category=options.category,
            means=options.means,
            minor=options.minor,
            live=options.live,
            at=options.at,
        ),
    )


def _report(options: argparse.Namespace) -> None:
    act(options, partial(steps.take_report, step=options.step, sender=options.sender, at=options.at))


def _check(options: argparse.Namespace) -> None:
    with opened(options) as profile:
        case, lists = case_id(profile, options.number), profile.checklists()
        if lists.trouble:
            tell(lists.trouble)
        with profile.writer.write(actor=person(options)) as tx:
            check_off(tx, case, items=tuple(options.key), lists=lists)
        print_case(profile, case, options)


def _outcome(options: argparse.Namespace) -> None:
    act(
        options,
        partial(steps.record_outcome, facts=options.fact, not_reached=options.not_reached, at=options.at),
    )


def _join(options: argparse.Namespace) -> None:
    _with_other(options, joins.join_cases)


def _split(options: argparse.Namespace) -> None:
    _with_other(options, joins.split_cases)


def _with_other(options: argparse.Namespace, use_case: Callable[..., None]) -> None:
    with opened(options) as profile:
        case, other = case_id(profile, options.number), case_id(profile, options.other)
        with profile.writer.write(actor=person(options)) as tx:
            use_case(tx, case, other, reason=options.reason)
        print_case(profile, case, options)
