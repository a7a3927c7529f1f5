"""The word `case place`: by coordinates, or by text that is understood or asked back."""

import argparse
from typing import Any

from controlroom.casework import steps
from controlroom.casework.ports import CERTAIN_PLACE
from controlroom.cli.desk import atlas_of, case_id, opened, person, when
from controlroom.cli.output import show
from controlroom.domain.triage import PLACE_SOURCES
from controlroom.errors import BadInput
from controlroom.places.atlas import Atlas
from controlroom.places.locator import AtlasFinder, AtlasLocator

WRONG_USE = 2
WORTH_ASKING = 0.8  # of the atlas's score


def add_options(parser: Any) -> None:
    """--lat --lon --accuracy-m --source, or --text."""
    parser.add_argument("--lat", type=float)
    parser.add_argument("--lon", type=float)
    parser.add_argument("--accuracy-m", type=float)
    parser.add_argument("--source", choices=PLACE_SOURCES, default="other")
    parser.add_argument(
        "--text", default="", help="coordinates, a map link, a PIN code, a thana or a district"
    )
    parser.add_argument("--at", type=when, metavar="TIME")


def place(options: argparse.Namespace) -> int | None:
    """Place the case; exit code 2 when the text must be asked back."""
    from controlroom.cli.cases import print_case

    with opened(options) as profile:
        case = case_id(profile, options.number)
        atlas = atlas_of(profile.folder)
        understood = candidates(options, atlas)
        more = {"understood": understood} if options.text else {}
        if len(understood) != 1 or not understood[0]["sure"]:
            return _ask_back(options, understood)
        chosen = understood[0]
        district, is_guess = AtlasLocator(atlas).district_at(chosen["lat"], chosen["lon"])
        if is_guess:  # a list knows the district of its own place better than the nearest offices do
            district = chosen.get("district") or district
        with profile.writer.write(actor=person(options)) as tx:
            steps.place_case(
                tx,
                case,
                lat=chosen["lat"],
                lon=chosen["lon"],
                accuracy_m=chosen["accuracy_m"],
                source=options.source,
                text=options.text,
                district=district,
                is_guess=is_guess,
                at=options.at,
            )
        print_case(profile, case, options, more=more)
    return None


def _ask_back(options: argparse.Namespace, understood: list[dict[str, Any]]) -> int:
    if not understood:
        raise BadInput(
            "No place was understood in that; give coordinates, a map link, a PIN code or a thana."
        )
    show(
        {"understood": understood},
        is_json=options.json,
        lines=["Which one is meant?", *(f"{one['name']}, {one.get('district', '')}" for one in understood)],
    )
    return WRONG_USE


def candidates(options: argparse.Namespace, atlas: Atlas) -> list[dict[str, Any]]:
    """What was understood: one place, several, or none."""
    if options.lat is not None and options.lon is not None:
        return [{"lat": options.lat, "lon": options.lon, "accuracy_m": options.accuracy_m, "sure": True}]
    if not options.text.strip():
        raise BadInput("Give --lat and --lon, or --text with what is known of the place.")
    return understand(options.text, atlas)


def understand(text: str, atlas: Atlas) -> list[dict[str, Any]]:
    """Coordinates and map links first; else names and PIN codes."""
    from controlroom.clues.read import read_clues

    clues = read_clues(text)
    if clues.points:
        return [
            {"lat": p.lat, "lon": p.lon, "accuracy_m": p.accuracy_m, "name": p.text, "sure": True}
            for p in clues.points
        ]
    found = AtlasFinder(atlas).find(clues.pin_codes[0] if clues.pin_codes else text)
    certain = [one for one in found if one.score >= CERTAIN_PLACE]
    best = certain if certain else [one for one in found if one.score >= WORTH_ASKING]
    return [
        {
            "lat": one.lat,
            "lon": one.lon,
            "accuracy_m": one.accuracy_m,
            "name": one.name_en,
            "kind": one.kind,
            "district": one.district,
            "sure": one.score >= CERTAIN_PLACE,
        }
        for one in best
    ]
