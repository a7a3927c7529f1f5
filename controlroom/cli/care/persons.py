"""Words about people, apart from their cases: person show|find|tell|untell|join|split|confirm|..."""

import argparse
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from controlroom.casework.care import followup, knownpersons, persons, undoing
from controlroom.casework.care.masking import first_of
from controlroom.casework.care.personcards import PersonRow, person_card
from controlroom.casework.care.personpage import as_masked, open_notes, reveal_person
from controlroom.casework.ports import Tx
from controlroom.cli.care import retention
from controlroom.cli.care.named import on_person, person_named, write_listing
from controlroom.cli.case.acting import print_case
from controlroom.cli.desk import case_id, opened, person, when
from controlroom.cli.language import say
from controlroom.cli.output import moment, plain, show
from controlroom.cli.verbs import add_noun
from controlroom.domain.care.person import LISTS
from controlroom.domain.events import utc_now
from controlroom.errors import BadInput
from controlroom.store import Profile

_LISTS = {
    "name": "names",
    "account": "accounts",
    "phone": "phones",
    "email": "emails",
    "helps": "helps",
    "avoid": "avoid",
    "never-call": "never_call",
}
_WORDS = ("language", "channel", "safe_from", "safe_to", "district")


def add_words(words: Any, shared: argparse.ArgumentParser) -> None:
    """person."""
    verb = add_noun(
        words,
        shared,
        "person",
        help_="a person, apart from their cases",
        example="show 2026-K7-0012",
    )

    def of_one(name: str, run: Any, help_: str, example: str) -> Any:
        parser = verb(name, run, help_, example)
        parser.add_argument("number", metavar="NUMBER", help="of a case of theirs, or their id")
        return parser

    shown = of_one("show", _show, "who they are and how they are kept in touch with", "2026-K7-0012 --reveal")
    shown.add_argument("--reveal", action="store_true", help="names and numbers in full; it is written down")
    of_one("notes", _notes, "the counsellors' notes; that you read them is written down", "2026-K7-0012")
    find = verb("find", _find, "by name in either script, account or phone", "रवि कुमार")
    find.add_argument("text", nargs="+")
    _add_tell(of_one("tell", _tell, "what is known of them", "2026-K7-0012 --helps 'her brother Om'"))
    untell = of_one("untell", _untell, "a value that was wrong", "2026-K7-0012 --field phones --value +9198")
    untell.add_argument("--field", required=True, choices=(*LISTS, "kin"))
    untell.add_argument("--value", required=True)
    _add_joining(of_one)
    for name, help_ in (("agrees", "to follow-up or a referral"), ("withdraws", "what was agreed to")):
        consent = of_one(name, _consent, help_, "2026-K7-0012 --to follow-up")
        consent.add_argument("--to", required=True, metavar="WHAT")
        consent.add_argument("--by", default="", help="who said so, where it was the guardian")
        consent.add_argument("--at", type=when, metavar="TIME")
        consent.set_defaults(given=name == "agrees")
    retention.add_verbs(verb, of_one)
    of_one("undo", _undo, "take the last step back", "2026-K7-0012").add_argument("text", nargs="*")


def _add_tell(tell: Any) -> None:
    for name in _LISTS:
        tell.add_argument(f"--{name}", nargs="+", action="extend", default=[], metavar="TEXT")
    for name in _WORDS:
        tell.add_argument(f"--{name.replace('_', '-')}", dest=name, help="HH:MM" if "safe" in name else None)
    tell.add_argument("--minor", choices=("yes", "no"))
    tell.add_argument("--kin", metavar="NAME", help="somebody of the family, or a friend")
    tell.add_argument("--relation", default="", help="of --kin")
    tell.add_argument("--kin-phone", default="", help="of --kin")
    tell.add_argument("--guardian", action="store_true", help="--kin stands for a child")


def _add_joining(of_one: Callable[..., Any]) -> None:
    for name, run, help_ in (
        ("join", _join, "OTHER is the same person"),
        ("split", _split, "OTHER, a file that was joined, is somebody else"),
    ):
        parser = of_one(name, run, help_, "2026-K7-0012 2026-K7-0009 --reason 'the same mother'")
        parser.add_argument("other", metavar="OTHER")
        parser.add_argument("--reason", default="", required=name == "join")
    for name, run, help_ in (
        ("confirm", _confirm, "the new alert is about somebody known; the plan starts again"),
        ("decline", _decline, "it is somebody else"),
    ):
        parser = of_one(name, run, help_, "2026-K7-0031")
        parser.add_argument("person_id", nargs="?", metavar="PERSON", help="which, where several may be")


def print_person(profile: Profile, person_id: UUID, options: argparse.Namespace) -> None:
    """A person for a script or for people, without the notes: a first name and masked numbers."""
    found = profile.care().person(person_id)
    assert found is not None
    shown = found if getattr(options, "reveal", False) else as_masked(found)
    card = person_card(shown, utc_now())
    plans = [{name: plan[name] for name in ("template", "started", "state")} for plan in card["plans"]]
    show(card, is_json=options.json, lines=plain(card | {"plans": plans}))


def act(options: argparse.Namespace, use_case: Callable[[Tx, UUID], Any]) -> None:
    """Run one use case on the person who is named, and print them."""
    on_person(options, use_case, print_person)


def _show(options: argparse.Namespace) -> None:
    with opened(options) as profile:
        found = person_named(profile, options.number)
        if options.reveal:
            with profile.writer.write(actor=person(options)) as tx:
                reveal_person(tx, found.id)
        print_person(profile, found.id, options)


def _notes(options: argparse.Namespace) -> None:
    with opened(options) as profile:
        found = person_named(profile, options.number)
        with profile.writer.write(actor=person(options)) as tx:
            found = open_notes(tx, found.id)
        notes = [
            {
                "at": _iso(note.happened_at),
                "by": note.actor,
                "text": note.text,
                "mood": note.mood,
                "risk": note.risk,
            }
            for note in found.notes
        ]
    lines = [f"{moment(note['at'])}  {note['by']}  {note['text']}" for note in notes]
    show(notes, is_json=options.json, lines=lines or [say("No note.")])


def _iso(moment: datetime) -> str:
    return moment.isoformat()


def _find(options: argparse.Namespace) -> None:
    text = " ".join(options.text)
    with opened(options) as profile:
        found = profile.care().find(text)
        write_listing(profile, options, "persons", len(found))
    cards = [row_card(row, why) for row, why in found]
    lines = ["  ".join([card["id"], " / ".join(card["names"]) or "-", *card["cases"]]) for card in cards]
    show(cards, is_json=options.json, lines=lines or [say("Nobody.")])


def row_card(row: PersonRow, why: Sequence[str]) -> dict[str, Any]:
    """Somebody who was found, as scripts read it."""
    return {
        "id": str(row.id),
        "names": list(map(first_of, row.names)),
        "cases": list(row.numbers),
        "district": row.district,
        "minor": row.is_minor,
        "last_contact": {"at": row.last_contact.isoformat(), "by": row.last_by} if row.last_contact else None,
        "owner": {"kind": row.owner_kind, "name": row.owner} if row.owner else None,
        "plan": row.plan,
        "why": list(map(_without_names, why)),
    }


def _without_names(why: str) -> str:
    """How a name is alike, without the name: `initial:R=Ram` tells more than the row does."""
    return why.partition(":")[0] if "=" in why and not why.startswith("http") else why


def _tell(options: argparse.Namespace) -> None:
    given = {word: getattr(options, word.replace("-", "_")) for word in _LISTS}
    lists = {_LISTS[word]: values for word, values in given.items() if values}
    words = {name: value for name in _WORDS if (value := getattr(options, name)) is not None}
    kin = {"name": options.kin, "relation": options.relation, "phone": options.kin_phone}
    family = [kin | {"guardian": options.guardian}] if options.kin is not None else []
    minor = None if options.minor is None else options.minor == "yes"
    act(
        options,
        lambda tx, one: persons.tell_of_person(tx, one, lists=lists, words=words, kin=family, minor=minor),
    )


def _untell(options: argparse.Namespace) -> None:
    act(options, lambda tx, one: persons.take_from_person(tx, one, field=options.field, value=options.value))


def _consent(options: argparse.Namespace) -> None:
    said = {"what": options.to, "is_given": options.given, "by": options.by, "at": options.at}
    act(options, lambda tx, one: followup.say_consent(tx, one, **said))


def _undo(options: argparse.Namespace) -> None:
    act(options, lambda tx, one: undoing.undo_last_of_person(tx, one, reason=" ".join(options.text)))


def _join(options: argparse.Namespace) -> None:
    with opened(options) as profile:
        one, other = person_named(profile, options.number), person_named(profile, options.other)
        with profile.writer.write(actor=person(options)) as tx:
            joined = persons.join_persons(tx, one.id, other.id, reason=options.reason)
        print_person(profile, joined.id, options)


def _split(options: argparse.Namespace) -> None:
    with opened(options) as profile:
        one = person_named(profile, options.number)
        file = _file_of(profile, options.other)
        with profile.writer.write(actor=person(options)) as tx:
            kept, gone = persons.split_persons(tx, one.id, file, reason=options.reason)
        cards = [person_card(as_masked(one), utc_now()) for one in (kept, gone)]
        show(cards, is_json=options.json)


def _file_of(profile: Profile, text: str) -> UUID:
    """The file that is meant: by its id, or that which a case opened."""
    try:
        return UUID(text)
    except ValueError:
        return persons.person_of_case(case_id(profile, text))


def _confirm(options: argparse.Namespace) -> None:
    _decide(options, knownpersons.confirm_person)


def _decline(options: argparse.Namespace) -> None:
    _decide(options, knownpersons.decline_person)


def _decide(options: argparse.Namespace, use_case: Callable[[Tx, UUID, UUID], Any]) -> None:
    with opened(options) as profile:
        case = case_id(profile, options.number)
        view = profile.reader().case_view(case)
        known = [one.person for one in view.case.known] if view else []
        if options.person_id:
            chosen = person_named(profile, options.person_id).id
        elif len(known) == 1:
            [chosen] = known
        else:
            raise BadInput(
                "Say which person is meant; proposed are: {ids}.", ids=", ".join(map(str, known)) or "-"
            )
        with profile.writer.write(actor=person(options)) as tx:
            use_case(tx, case, chosen)
        print_case(profile, case, options)
