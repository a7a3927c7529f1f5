"""Words about the directory: whom to call. Everything written is the room's: every desk gets it."""

import argparse
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from controlroom.casework.calling import directory_file, directory_steps
from controlroom.casework.calling.directory import KINDS, OF_RECEIVER, Entry, today_in_india
from controlroom.cli import labels
from controlroom.cli.desk import atlas_of, opened, person
from controlroom.cli.language import say
from controlroom.cli.output import show
from controlroom.cli.verbs import add_noun
from controlroom.domain.events import utc_now
from controlroom.errors import BadInput, WorldFault
from controlroom.places.atlas import Atlas
from controlroom.speech import spoken
from controlroom.store import Profile

_TEXTS = ("name_en", "name_hi", "thana", "state", "email", "hours", "note")


def add_words(words: Any, shared: argparse.ArgumentParser) -> None:
    """directory list|find|call|add|edit|remove|checked|import|export."""
    verb = add_noun(
        words,
        shared,
        "directory",
        help_="whom to call: control rooms, thanas, other states, helplines",
        example="find चिनहट",
    )

    listing = verb("list", _list, "all entries", "--stale --days 30")
    listing.add_argument("--kind", choices=KINDS, default="")
    listing.add_argument("--stale", action="store_true", help="only what nobody has checked for long")
    listing.add_argument("--days", type=int, help="how long that is; else as the room has set it")
    find = verb("find", _find, "by words in either script, or a number", "चिनहट")
    find.add_argument("text", nargs="+")
    call = verb("call", _call, "whom to call at a receiver", "thana --district Lucknow --thana Chinhat")
    call.add_argument("to", choices=tuple(OF_RECEIVER))
    for name in ("district", "thana", "state"):
        call.add_argument(f"--{name}", default="")
    add = verb("add", _add, "one more", "thana --name-en Chinhat --district Lucknow --phone 05222700000")
    add.add_argument("kind", choices=KINDS)
    _add_fields(add)
    edit = verb("edit", _edit, "change what is given", "KEY --phone 112 --note 'second line'")
    edit.add_argument("key", metavar="KEY")
    edit.add_argument("--kind", choices=KINDS)
    _add_fields(edit)
    for name, run, help_ in (
        ("remove", _remove, "take it out"),
        ("checked", _checked, "somebody called today and it is right"),
    ):
        verb(name, run, help_, "KEY").add_argument("key", metavar="KEY")
    verb("import", _import, "a table (CSV); all of it or nothing", "directory.csv").add_argument(
        "file", type=Path, metavar="FILE"
    )
    verb("export", _export, "as a table (CSV)", "directory.csv").add_argument(
        "file", type=Path, metavar="FILE"
    )


def _add_fields(parser: Any) -> None:
    for name in (*_TEXTS, "district"):
        parser.add_argument(f"--{name.replace('_', '-')}", dest=name)
    parser.add_argument("--phone", nargs="+", action="extend", metavar="NUMBER")
    parser.add_argument("--language", nargs="+", action="extend", metavar="NAME")
    parser.add_argument("--checked-on", metavar="DAY", help="when somebody last called: 24.11.2026")


def entry_card(entry: Entry, *, days: int | None = None) -> dict[str, Any]:
    """An entry as scripts read it."""
    return entry.told() | {"is_stale": entry.is_stale(today_in_india(utc_now()), days)}


def _print(entries: Sequence[Entry], options: argparse.Namespace, *, days: int | None = None) -> None:
    cards = [entry_card(entry, days=days) for entry in entries]
    lines = [
        "  ".join(
            filter(
                None,
                (
                    card["key"],
                    labels.value("kind", card["kind"]),
                    entry.name(spoken()),
                    labels.value("district", card["district"]) or card["state"],
                    " ".join(card["phones"]),
                    say("check before use") if card["is_stale"] else "",
                ),
            )
        )
        for entry, card in zip(entries, cards, strict=True)
    ]
    show(cards, is_json=options.json, lines=lines or [say("No entry.")])


def _list(options: argparse.Namespace) -> None:
    with opened(options) as profile:
        directory = profile.reader().directory()
    today = today_in_india(utc_now())
    found = directory.stale(today, options.days) if options.stale else directory.entries
    _print([one for one in found if options.kind in ("", one.kind)], options, days=options.days)


def _find(options: argparse.Namespace) -> None:
    with opened(options) as profile:
        _print(profile.reader().directory().find(" ".join(options.text)), options)


def _call(options: argparse.Namespace) -> None:
    with opened(options) as profile:
        district = _district_name(atlas_of(profile.folder))(options.district) or options.district
        found = (
            profile.reader()
            .directory()
            .for_receiver(options.to, district=district, thana=options.thana, state=options.state)
        )
    _print(found, options)


def _add(options: argparse.Namespace) -> None:
    _keep(options, lambda profile: Entry(directory_steps.new_key(), options.kind, ""))


def _edit(options: argparse.Namespace) -> None:
    _keep(options, lambda profile: _known(profile, options.key))


def _known(profile: Profile, key: str) -> Entry:
    entry = profile.reader().directory().get(key)
    if entry is None:
        raise BadInput("There is no entry {key} in the directory; look it up with: directory find", key=key)
    return entry


def _keep(options: argparse.Namespace, before: Any) -> None:
    with opened(options) as profile:
        entry = _with_options(before(profile), options, atlas_of(profile.folder))
        with profile.writer.write(actor=person(options)) as tx:
            kept = directory_steps.save_entry(tx, entry)
    show(entry_card(kept), is_json=options.json)


def _with_options(entry: Entry, options: argparse.Namespace, atlas: Atlas) -> Entry:
    given = {name: getattr(options, name) for name in (*_TEXTS, "district", "kind")}
    changed: dict[str, Any] = {name: value for name, value in given.items() if value is not None}
    if options.phone is not None:
        changed["phones"] = tuple(options.phone)
    if options.language is not None:
        changed["languages"] = tuple(options.language)
    if options.checked_on is not None:
        changed["checked_on"] = directory_steps.day_of(options.checked_on)
    after = replace(entry, **changed)
    district = directory_file.district_of(after.district, after.state, _district_name(atlas))
    return replace(after, district=district)


def _district_name(atlas: Atlas) -> directory_file.DistrictName:
    def name(text: str) -> str | None:
        found = atlas.district(text)
        return found.name_en if found else None

    return name


def _remove(options: argparse.Namespace) -> None:
    with opened(options) as profile, profile.writer.write(actor=person(options)) as tx:
        entry = directory_steps.remove_entry(tx, options.key)
    show({"removed": entry.key, "name": entry.name("en")}, is_json=options.json)


def _checked(options: argparse.Namespace) -> None:
    with opened(options) as profile, profile.writer.write(actor=person(options)) as tx:
        entry = directory_steps.mark_checked(tx, options.key)
    show(entry_card(entry), is_json=options.json)


def _import(options: argparse.Namespace) -> None:
    try:
        text = options.file.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise BadInput("{file} is not in UTF-8; save it as CSV UTF-8.", file=options.file.name) from None
    except OSError as fault:
        raise WorldFault("{file} cannot be read: {why}.", file=options.file, why=fault.strerror) from fault
    with opened(options) as profile:
        names = _district_name(atlas_of(profile.folder))
        entries = directory_file.entries_of(text, profile.reader().directory(), names)
        with profile.writer.write(actor=person(options)) as tx:
            changed = directory_steps.save_all(tx, entries)
    show({"entries": len(entries), "changed": changed}, is_json=options.json)


def _export(options: argparse.Namespace) -> None:
    with opened(options) as profile:
        directory = profile.reader().directory()
    try:
        options.file.write_text(directory_file.table_of(directory.entries), encoding="utf-8-sig", newline="")
    except OSError as fault:
        raise WorldFault("{file} cannot be written: {why}.", file=options.file, why=fault.strerror) from fault
    show({"entries": len(directory.entries), "file": str(options.file)}, is_json=options.json)
