"""The words `case place` and `case choose`: by coordinates, or by text that is understood or asked back."""

import argparse
from typing import Any

from controlroom.casework import steps
from controlroom.casework.placing import finding
from controlroom.casework.placing.understood import Candidate, Understood
from controlroom.cli import labels
from controlroom.cli.case.acting import act, print_case
from controlroom.cli.desk import atlas_of, case_id, opened, person, when
from controlroom.cli.output import explain, show
from controlroom.domain.triage import PLACE_SOURCES, WHOSE
from controlroom.errors import BadInput
from controlroom.places.atlas import Atlas
from controlroom.places.locator import AtlasLocator
from controlroom.speech import sentence

WRONG_USE = 2


def add_options(parser: Any) -> None:
    """--lat --lon --accuracy-m --source, or --text."""
    parser.add_argument("--lat", type=float)
    parser.add_argument("--lon", type=float)
    parser.add_argument("--accuracy-m", type=float)
    parser.add_argument("--source", choices=PLACE_SOURCES, default="other")
    parser.add_argument(
        "--text", default="", help="coordinates, a map link, a PIN code, a thana or a district"
    )
    parser.add_argument(
        "--given-by", default="", metavar="WHO", help="who gave it: a name, an office, a number"
    )
    parser.add_argument("--whose", choices=WHOSE, default="person", help="whose place it is")
    parser.add_argument("--candidate", action="store_true", help="keep it beside the one that counts")
    parser.add_argument("--at", type=when, metavar="TIME")


def add_choice(parser: Any) -> None:
    """Which of the places counts."""
    parser.add_argument("which", type=int, metavar="N", help="its number among the places, 1 the first")
    parser.add_argument("--reason", required=True, metavar="TEXT")
    parser.add_argument("--at", type=when, metavar="TIME")


def place(options: argparse.Namespace) -> int | None:
    """Place the case; exit code 2 when the text must be asked back."""
    with opened(options) as profile:
        case = case_id(profile, options.number)
        atlas = atlas_of(profile.folder)
        read = _read(options, atlas)
        if not read.is_sure:
            return _ask_back(options, read)
        [chosen] = read.candidates
        district, is_guess = AtlasLocator(atlas).district_at(chosen.lat, chosen.lon)
        if is_guess:  # a list knows the district of its own place better than the nearest offices do
            district = chosen.district or district
        accuracy = chosen.accuracy_m if options.accuracy_m is None else options.accuracy_m
        with profile.writer.write(actor=person(options)) as tx:
            steps.place_case(
                tx,
                case,
                lat=chosen.lat,
                lon=chosen.lon,
                accuracy_m=accuracy,
                source=options.source,
                text=options.text,
                district=district,
                is_guess=is_guess,
                given_by=options.given_by,
                whose=options.whose,
                is_candidate=options.candidate,
                at=options.at,
            )
        print_case(profile, case, options, more=_told(read) if options.text else {})
    return None


def choose(options: argparse.Namespace) -> None:
    """The place that counts from now on."""
    which = {"at": options.which - 1, "reason": options.reason, "when": options.at}
    act(options, lambda tx, case: finding.choose_place(tx, case, **which))


def _ask_back(options: argparse.Namespace, read: Understood) -> int:
    doubt = read.doubt or BadInput("Which one is meant?")
    if not read.candidates:
        raise doubt
    named = [_named(one) for one in read.candidates]
    if options.json:
        show(_told(read), is_json=True)
    return explain("\n".join((sentence(doubt), *named)), WRONG_USE)


def _named(one: Candidate) -> str:
    district = labels.value("district", one.district) or one.state
    return ", ".join(filter(None, (one.name_en, labels.value("place", one.kind), district)))


def _read(options: argparse.Namespace, atlas: Atlas) -> Understood:
    """What was understood: one place, several, or none."""
    if options.lat is not None and options.lon is not None:
        spot = Candidate(options.lat, options.lon, options.accuracy_m, "point", "")
        return Understood((spot,), is_sure=True)
    if not options.text.strip():
        raise BadInput("Give --lat and --lon, or --text with what is known of the place.")
    return atlas.understand(options.text)


def _told(read: Understood) -> dict[str, Any]:
    """As scripts read it."""
    understood = [
        {
            "lat": one.lat,
            "lon": one.lon,
            "accuracy_m": one.accuracy_m,
            "name": one.name_en,
            "kind": one.kind,
            "district": one.district,
            "state": one.state,
            "sure": read.is_sure,
        }
        for one in read.candidates
    ]
    return {
        "understood": understood,
        "doubt": str(read.doubt) if read.doubt else "",
        "outside": read.is_outside,
        "outside_state": read.state,
        "not_understood": read.left,
    }
