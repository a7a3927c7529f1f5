"""Words about the people who work the shift: shift show|ask|stay|take|sight|limits|note|notes."""

import argparse
from typing import Any

from controlroom.casework.shift import incidents, relief
from controlroom.casework.shift.blurring import choose_blur
from controlroom.casework.shift.breaks import set_break_limits
from controlroom.cli.desk import opened, person
from controlroom.cli.language import say
from controlroom.cli.output import moment, plain, show
from controlroom.cli.verbs import add_noun
from controlroom.domain.events import utc_now
from controlroom.domain.shift.blur import PICTURES, WORDS
from controlroom.domain.shift.exposure import BreakLimits, Exposure, reasons
from controlroom.domain.shift.incidents import WISHES
from controlroom.store import Profile
from controlroom.wording import shift_words


def add_words(words: Any, shared: argparse.ArgumentParser) -> None:
    """shift."""
    verb = add_noun(
        words,
        shared,
        "shift",
        help_="the people who work it: what they saw, who asks to be relieved, a word to the supervisor",
        example="show --json",
    )

    verb("show", _show, "what you saw and held since you came on duty; a supervisor sees all on duty")
    verb("ask", _ask, "ask the others to take over; until somebody does, all stays yours")
    verb("stay", _stay, "you go on after all")
    verb("take", _take, "take what this person holds", "asha").add_argument("who", metavar="PERSON")
    sight = verb(
        "sight", _sight, "how much is covered for you; without an option it is shown", "--words apart"
    )
    sight.add_argument("--pictures", choices=PICTURES, default="", help="grey: blurred more, never in colour")
    sight.add_argument(
        "--words", choices=WORDS, default="", help="apart: F2 leaves the alert's words covered"
    )
    limits = verb("limits", _limits, "from how much on a break is proposed, in this room", "--pictures 2")
    for name in BreakLimits._fields:
        limits.add_argument(f"--{name}", type=int, metavar="N")
    note = verb(
        "note",
        _note,
        "a word to the supervisor, which nobody else reads",
        "--case 2026-K7-0012 'A hard night.'",
    )
    note.add_argument("text", nargs="*")
    note.add_argument("--case", default="", metavar="NUMBER", help="what it is about, if you want to say")
    note.add_argument("--wish", choices=WISHES[1:], default="", help="what would help")
    verb("notes", _notes, "your words to the supervisor; to a supervisor, all of them")


def exposure_card(one: Exposure, why: tuple[str, ...]) -> dict[str, Any]:
    """What a person saw, as scripts read it. `break`: why one may do them good."""
    return {
        "person": one.person,
        "since": one.since.isoformat(),
        "words": one.words,
        "pictures": one.pictures,
        "attempts": one.attempts,
        "deaths": one.deaths,
        "break": list(why),
    }


def _show(options: argparse.Namespace) -> None:
    with opened(options) as profile:
        me, now, reader = person(options), utc_now(), profile.reader()
        me = profile.login or me
        duty = {one.person for one in reader.duty()}
        asking = {one.person for one in reader.shift().reliefs()}
        people = {me} | (duty if reader.shift().is_lead(me) else set())
        limits = reader.shift().break_limits()
        cards = [
            exposure_card(
                one,
                reasons(
                    one,
                    now,
                    limits=limits,
                    is_asking=one.person in asking,
                    is_on_duty=one.person in duty,
                ),
            )
            for one in reader.shift().exposures(people, now)
        ]
    show({"people": cards, "asking": sorted(asking)}, is_json=options.json, lines=list(map(_line, cards)))


def _line(one: dict[str, Any]) -> str:
    text = say(
        "{person}, since {time}: words {words}, pictures {pictures}, attempts held {attempts},"
        " deaths {deaths}",
        time=moment(one["since"]),
        **{name: one[name] for name in ("person", "words", "pictures", "attempts", "deaths")},
    )
    if not one["break"]:
        return text
    return f"{text}  {say('a break may help: {why}', why=shift_words.because(one['break']))}"


def _ask(options: argparse.Namespace) -> None:
    with opened(options) as profile:
        with profile.writer.write(actor=person(options)) as tx:
            relief.ask_relief(tx, tx.actor)
        _print_asking(profile, options)


def _stay(options: argparse.Namespace) -> None:
    with opened(options) as profile:
        with profile.writer.write(actor=person(options)) as tx:
            relief.stay(tx, tx.actor)
        _print_asking(profile, options)


def _print_asking(profile: Profile, options: argparse.Namespace) -> None:
    reader = profile.reader()
    cards: list[dict[str, Any]] = [
        {
            "person": one.person,
            "since": one.since.isoformat(),
            "cases": len(relief.held_by(reader, one.person)),
        }
        for one in reader.shift().reliefs()
    ]
    lines = [
        say(
            "{person} asks since {time}, holds {count}",
            person=one["person"],
            time=moment(one["since"]),
            count=one["cases"],
        )
        for one in cards
    ]
    show(cards, is_json=options.json, lines=lines or [say("Nobody asks to be relieved.")])


def _take(options: argparse.Namespace) -> None:
    with opened(options) as profile:
        cases = relief.held_by(profile.reader(), options.who)
        with profile.writer.write(actor=person(options)) as tx:
            taken = relief.take_over(tx, options.who, cases)
    show({"taken": list(taken)}, is_json=options.json)


def _sight(options: argparse.Namespace) -> None:
    with opened(options) as profile:
        if options.pictures or options.words:
            with profile.writer.write(actor=person(options)) as tx:
                choose_blur(tx, tx.actor, pictures=options.pictures, words=options.words)
        found = profile.reader().shift().blur(profile.login or person(options))
    told = {
        "pictures": shift_words.word(shift_words.PICTURES, found.pictures),
        "words": shift_words.word(shift_words.TEXTS, found.words),
    }
    show(found._asdict(), is_json=options.json, lines=plain(told))


def _limits(options: argparse.Namespace) -> None:
    given = {name: getattr(options, name) for name in BreakLimits._fields}
    changes = {name: value for name, value in given.items() if value is not None}
    with opened(options) as profile:
        if changes:
            with profile.writer.write(actor=person(options)) as tx:
                set_break_limits(tx, changes)
        found = profile.reader().shift().break_limits()
    show(found._asdict(), is_json=options.json)


def _note(options: argparse.Namespace) -> None:
    with opened(options) as profile, profile.writer.write(actor=person(options)) as tx:
        incidents.write_note(tx, text=" ".join(options.text), number=options.case, wish=options.wish)
    line = say("Only supervisors read it, and you at this desk.")
    show({"written": True}, is_json=options.json, lines=[line])


def _notes(options: argparse.Namespace) -> None:
    with opened(options) as profile:
        notes = profile.reader().shift().incident_notes(profile.login or person(options))
        with profile.writer.write(actor=person(options)) as tx:
            incidents.look_at_notes(tx, count=len(notes))
    texts = [shift_words.note_text(note) for note in notes]
    cards = [note._asdict() | {"at": note.at.isoformat()} for note in notes]
    lines = [
        f"{moment(one['at'])}  {one['actor']}  {one['number'] or '-'}  {text}"
        for one, text in zip(cards, texts, strict=True)
    ]
    show(cards, is_json=options.json, lines=lines or [say("No word to the supervisor.")])
