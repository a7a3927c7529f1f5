"""Words about places: import boundaries and stations, where is a point, what is this called."""

import argparse
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from controlroom.casework.ports import NewEvent
from controlroom.cli import labels
from controlroom.cli.desk import atlas_of, opened, person, profile_folder
from controlroom.cli.output import plain, show
from controlroom.domain.events import ROOM
from controlroom.errors import BadInput
from controlroom.speech import spoken

if TYPE_CHECKING:
    from controlroom.places.atlas import Atlas
    from controlroom.places.model import Found


def add_words(words: Any, shared: argparse.ArgumentParser) -> None:
    """places import|where|find."""
    places = words.add_parser(
        "places",
        parents=[shared],
        help="districts, thanas, PIN codes",
        epilog="Example: controlroom places find चिनहट",
    )
    verbs = places.add_subparsers(title="verbs", metavar="VERB", required=True)
    imported = verbs.add_parser(
        "import",
        parents=[shared],
        help="boundaries (GeoJSON, TopoJSON, zipped shapefile) or stations (CSV)",
        epilog="Example: controlroom places import districts.geojson",
    )
    imported.add_argument("file", type=Path, metavar="FILE")
    imported.set_defaults(run=_import)
    where = verbs.add_parser(
        "where",
        parents=[shared],
        help="whose is this point",
        epilog="Example: controlroom places where 26.85 80.95",
    )
    where.add_argument("lat", type=float, metavar="LAT")
    where.add_argument("lon", type=float, metavar="LON")
    where.set_defaults(run=_where)
    find = verbs.add_parser(
        "find", parents=[shared], help="what is called so", epilog="Example: controlroom places find 226010"
    )
    find.add_argument("text", nargs="+")
    find.set_defaults(run=_find)


def _import(options: argparse.Namespace) -> None:
    with opened(options) as profile:
        done = atlas_of(profile.folder).import_file(options.file)
        body = {"districts": done.districts, "stations": done.stations}
        with profile.writer.write(actor=person(options)) as tx:
            tx.append([NewEvent(ROOM, UUID(profile.room), "places_imported", body)])
    show({**body, "notes": list(done.notes)}, is_json=options.json)


def _where(options: argparse.Namespace) -> None:
    if not (abs(options.lat) <= 90 and abs(options.lon) <= 180):
        raise BadInput("Latitude lies between -90 and 90, longitude between -180 and 180; check the two.")
    found = atlas_of(profile_folder(options)).where(options.lat, options.lon)
    told = {
        "district": found.district.name_en if found.district else None,
        "thana": found.thana.name_en if found.thana else None,
        "sure": found.sure,
        "others": [other.name_en for other in found.others],
        "thana_sure": found.is_thana_sure,
        "outside": found.outside,
        "why": found.why,
    }
    why = "; ".join(labels.value("where", part) for part in found.why.split("; "))
    show(told, is_json=options.json, lines=plain(told | {"why": why}))


def _find(options: argparse.Namespace) -> None:
    atlas = atlas_of(profile_folder(options))
    found = atlas.find(" ".join(options.text))
    show([asdict(one) for one in found], is_json=options.json, lines=[_line(one, atlas) for one in found])


def _line(one: "Found", atlas: "Atlas") -> str:
    name = one.name_hi if spoken() == "hi" else one.name_en
    known = atlas.district(one.district)
    district = labels.value("district", known.name_en if known else one.district)
    where = f"{one.lat:.5f}, {one.lon:.5f}"
    return "  ".join((name, labels.value("place", one.kind), district, where))
