"""The atlas of a profile: districts, thanas, PIN codes, boundaries. Any thread may ask; loads when asked.

A file that another process imports into the same folder is seen at the next question.
"""

from collections import defaultdict
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING

from controlroom.casework.placing.understood import Candidate, Understood
from controlroom.clues.folding import plain_digits
from controlroom.errors import WorldFault
from controlroom.places import whereabouts
from controlroom.places.guess import is_far_away
from controlroom.places.importing import is_station_list, read_features, read_table
from controlroom.places.kept import Body
from controlroom.places.model import District, Found, Imported, Thana, Whereabouts
from controlroom.places.nearby import Grid
from controlroom.places.shelf import Shelf
from controlroom.places.stations import read_stations, stations_body, stations_from_body
from controlroom.places.tables import DistrictNames, districts_file, read_districts

if TYPE_CHECKING:
    from controlroom.places.boundaries import Boundaries
    from controlroom.places.finding import Finder
    from controlroom.places.gazetteer import Gazetteer
    from controlroom.places.offices import Office, Offices
    from controlroom.places.pasting import PasteRoom

__all__ = ["Atlas", "District", "Found", "Imported", "Thana", "Whereabouts"]


class Atlas:
    """Cheap to make. `folder` is the profile's own for places; it is made when something is kept there."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = RLock()  # of what is read in a moment
        self._names_lock = RLock()  # of the index of names, which takes long: a point never waits for it
        self._names: DistrictNames | None = None
        self._offices: Offices | None = None
        self._by_pin: dict[int, list[Office]] | None = None
        self._post_fault: WorldFault | None = None
        self._grid: Grid[str] | None = None
        self._finder: Finder | None = None
        self._finder_of: tuple[Boundaries | None, tuple[Thana, ...]] = (None, ())  # what it was made of
        self._paste: PasteRoom | None = None
        self._names_of: tuple[Finder, Gazetteer] | None = None
        self._outlines: dict[str, object] | None = None
        self._boundaries: Shelf[Boundaries | None] = Shelf(
            folder / "boundaries.json", self._boundaries_from, None
        )
        self._stations: Shelf[tuple[Thana, ...]] = Shelf(folder / "stations.json", self._stations_from, ())

    @property
    def has_boundaries(self) -> bool:
        return self._imported()[0] is not None

    def districts(self) -> tuple[District, ...]:
        """All 75, by their English names."""
        return self._known().all

    def district(self, key_or_name: str) -> District | None:
        """By key, name, old name or spelling, in either script."""
        return self._known().named(key_or_name)

    def stations(self) -> tuple[Thana, ...]:
        """The imported police stations; none until a list was imported."""
        return self._imported()[1]

    def faults(self) -> tuple[WorldFault, ...]:
        """What is wrong with the kept files and the PIN code data. All else goes on with what is there."""
        with self._lock:
            self._imported()
            self._post()
            return tuple(
                fault for fault in (self._boundaries.fault, self._stations.fault, self._post_fault) if fault
            )

    def where(self, lat: float, lon: float) -> Whereabouts:
        """Where a point (degrees, WGS84) is. Never raises for a number; not a place on Earth is outside."""
        if is_far_away(lat, lon):
            return whereabouts.far_away()
        boundaries, stations = self._imported()
        answer = whereabouts.by_boundary(boundaries, lat, lon) if boundaries is not None else None
        if answer is None:
            answer = whereabouts.by_offices(self._places(), self._known(), boundaries, lat, lon)
        return whereabouts.with_thana(answer, stations, lat, lon)

    def find(self, text: str, limit: int = 10) -> tuple[Found, ...]:
        """Districts, thanas, PIN codes and post offices by name, in either script; the best first."""
        # Intake asks for bare PIN codes: those need no index of names.
        pin = plain_digits(text.strip())
        known = self._pin(pin) if len(pin) == 6 and pin.isdecimal() else ()
        return known[: max(limit, 0)] or self._find().find(text, limit)

    def at_once(self, text: str) -> Understood | None:
        """What a point, a map link or a PIN code says by itself; None where names have to be looked up.

        Never waits for the index of names.
        """
        pin = plain_digits(text.strip())
        known = self._pin(pin) if len(pin) == 6 and pin.isdecimal() else ()
        return self._certain(known[0]) if known else self._reader().at_once(text)

    def understand(self, text: str) -> Understood:
        """Whatever was pasted: one place for certain, several to choose from, or why not."""
        return self.at_once(text) or self._reader().understand(text)

    def prepare(self) -> None:
        """Makes the index of names and all that it stands on: a second of work that nobody waits for."""
        self._places()
        self._pins()
        self._gazetteer()

    def outlines(self) -> dict[str, object]:
        """GeoJSON of the districts for the map, below 150 kB; each says whether it is only approximate."""
        with self._lock:
            boundaries, _ = self._imported()
            if self._outlines is None:
                self._outlines = self._draw(boundaries)
            return self._outlines

    def _draw(self, boundaries: "Boundaries | None") -> dict[str, object]:
        if boundaries is None:
            from controlroom.places.geofeatures import rough_outlines

            return rough_outlines(self._known())
        from controlroom.places.outlines import imported_outlines

        return imported_outlines(boundaries, self._known())

    def import_file(self, path: Path) -> Imported:
        """Boundaries or stations instead of those held. After BadInput or WorldFault nothing has changed."""
        return self._import_stations(path) if is_station_list(path) else self._import_boundaries(path)

    def _import_stations(self, path: Path) -> Imported:
        stations = read_stations(path.name, read_table(path), self._known())
        boundaries, _ = self._imported()
        notes = whereabouts.strays(stations, boundaries, self._known()) if boundaries is not None else ()
        with self._lock:
            self._stations.keep(stations_body(stations))
            self._imported()
        return Imported(0, len(stations), notes)

    def _import_boundaries(self, path: Path) -> Imported:
        from controlroom.places.boundaries import boundaries_of

        boundaries, notes = boundaries_of(read_features(path), self._known())
        with self._lock:
            self._boundaries.keep(boundaries.as_body())
            _, stations = self._imported()
        strays = whereabouts.strays(stations, boundaries, self._known())
        return Imported(len(boundaries.shapes), 0, (*notes, *strays))

    def _imported(self) -> tuple["Boundaries | None", tuple[Thana, ...]]:
        with self._lock:
            # Both are asked each time: the one must not keep the other from being read.
            changes = [self._boundaries.refresh(), self._stations.refresh()]
            if any(changes):
                self._outlines = None
            return self._boundaries.value, self._stations.value

    def _known(self) -> DistrictNames:
        with self._lock:
            if self._names is None:
                self._names = read_districts(districts_file())
            return self._names

    def _post(self) -> "Offices":
        with self._lock:
            if self._offices is None:
                from controlroom.places.offices import Offices, load_offices

                try:
                    self._offices = load_offices(self._folder, self._known())
                except WorldFault as fault:
                    self._offices, self._post_fault = Offices((), ()), fault
            return self._offices

    def _places(self) -> Grid[str]:
        with self._lock:
            if self._grid is None:
                self._grid = self._post().grid()
            return self._grid

    def _pin(self, code: str) -> tuple[Found, ...]:
        from controlroom.places.entries import found_as, pin_entries

        group = self._pins().get(int(code), ())
        return tuple(found_as(entry, 1.0) for entry in pin_entries(group).values())

    def _certain(self, found: Found) -> Understood:
        district = self.district(found.district)
        name = district.name_en if district else found.district
        spot = Candidate(
            found.lat, found.lon, found.accuracy_m, found.kind, found.name_en, found.name_hi, name
        )
        return Understood((spot,), is_sure=True)

    def _pins(self) -> dict[int, list["Office"]]:
        with self._lock:
            if self._by_pin is None:
                self._by_pin = defaultdict(list)
                for office in self._post().all:
                    self._by_pin[office.pin].append(office)
            return self._by_pin

    def _find(self) -> "Finder":
        with self._names_lock:
            boundaries, stations = self._imported()
            of = self._finder_of
            if self._finder is None or of[0] is not boundaries or of[1] is not stations:
                from controlroom.places.finding import make_finder

                reach = boundaries.reach_km if boundaries is not None else None
                self._finder = make_finder(self._known().all, stations, self._post().all, reach)
                self._finder_of = boundaries, stations
            return self._finder

    def _reader(self) -> "PasteRoom":
        with self._lock:
            if self._paste is None:
                from controlroom.places.pasting import PasteRoom

                self._paste = PasteRoom(self._gazetteer, self._known().by_key.get, self.where)
            return self._paste

    def _gazetteer(self) -> "Gazetteer":
        with self._names_lock:
            finder = self._find()
            if self._names_of is None or self._names_of[0] is not finder:
                from controlroom.places.gazetteer import Gazetteer

                self._names_of = finder, Gazetteer(finder.entries, finder.pins, finder.near)
            return self._names_of[1]

    def _boundaries_from(self, body: Body) -> "Boundaries | None":
        from controlroom.places.boundaries import Boundaries

        return Boundaries.from_body(body, self._known())

    def _stations_from(self, body: Body) -> tuple[Thana, ...]:
        return stations_from_body(body, self._known())
