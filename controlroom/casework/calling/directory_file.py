"""The directory as a table: CSV out, CSV in with every fault named by its line. Pure."""

import csv
import io
from collections.abc import Callable, Iterable, Mapping
from typing import Final

from controlroom.casework.calling.directory import Directory, Entry, bare
from controlroom.casework.calling.directory_steps import day_of, new_key, tidy
from controlroom.errors import BadInput

COLUMNS: Final = (
    "key",
    "kind",
    "name_en",
    "name_hi",
    "district",
    "thana",
    "state",
    "phones",
    "email",
    "hours",
    "languages",
    "checked_on",
    "note",
)
_NEEDED: Final = ("kind", "phones")
MOST_TOLD: Final = 8
DistrictName = Callable[[str], str | None]  # the English name of a district of Uttar Pradesh, None: unknown


def table_of(entries: Iterable[Entry]) -> str:
    """The entries as CSV with a heading; several phones or languages are parted by |."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for entry in entries:
        told = entry.told()
        values = ("|".join(v) if isinstance(v := told[name], list) else str(v) for name in COLUMNS)
        writer.writerow([_no_formula(value) for value in values])
    return out.getvalue()


def _no_formula(value: str) -> str:
    """A spreadsheet would run what begins like a formula; a phone number in international form is none."""
    is_number = value.startswith("+") and value.replace("|", "").replace("+", "").isdigit()
    return f"'{value}" if value[:1] in ("=", "+", "-", "@", "\t") and not is_number else value


def entries_of(text: str, known: Directory, district_name: DistrictName) -> list[Entry]:
    """The entries of a table. One that is there already (same key, or same kind, name and place) is changed.

    Raises BadInput that names the first lines that cannot be used; then nothing is to be taken.
    """
    rows = _rows(text)
    named = {_likeness(one): one.key for one in known.entries}
    found: dict[str, tuple[int, Entry]] = {}
    faults = []
    for line, row in rows:
        try:
            entry = _entry(row, district_name, named)
            if entry.key in found:
                raise BadInput("it is the same as line {other}", other=found[entry.key][0])
            found[entry.key] = (line, entry)
            named.setdefault(_likeness(entry), entry.key)
        except BadInput as wrong:
            faults.append(f"line {line}: {wrong}")
    if faults:
        more = f" ... and {len(faults) - MOST_TOLD} more" if len(faults) > MOST_TOLD else ""
        raise BadInput(
            "Nothing was imported. {faults}{more}", faults="; ".join(faults[:MOST_TOLD]), more=more
        )
    return [entry for _, entry in found.values()]


def _rows(text: str) -> list[tuple[int, Mapping[str, str]]]:
    plain = text.removeprefix("\ufeff")
    first = plain.split("\n", 1)[0]
    reader = csv.reader(io.StringIO(plain), delimiter=";" if first.count(";") > first.count(",") else ",")
    found: list[tuple[int, Mapping[str, str]]] = []
    heading: list[str] = []
    try:
        for cells in reader:
            if not any(cell.strip() for cell in cells):
                continue
            if heading:
                found.append((reader.line_num, dict(zip(heading, cells, strict=False))))
            else:
                heading = [cell.strip().casefold().replace(" ", "_") for cell in cells]
                _look_at_heading(heading)
    except csv.Error as broken:
        raise BadInput(
            "Line {line} is no line of a table: {why}.", line=reader.line_num, why=broken
        ) from broken
    if not found:
        raise BadInput("The file holds no entries: a heading, then one line for each.")
    return found


def _look_at_heading(heading: list[str]) -> None:
    unknown = [name for name in heading if name and name not in COLUMNS]
    missing = [name for name in _NEEDED if name not in heading]
    if not {"name_en", "name_hi"} & set(heading):
        missing.append("name_en")
    if unknown or missing:
        raise BadInput(
            "The heading (line 1) is not right: {what}. The columns are: {columns}.",
            what="; ".join(
                filter(
                    None,
                    (
                        f"missing {', '.join(missing)}" if missing else "",
                        f"unknown {', '.join(unknown[:5])}" if unknown else "",
                    ),
                )
            ),
            columns=", ".join(COLUMNS),
        )


def _entry(
    row: Mapping[str, str], district_name: DistrictName, named: Mapping[tuple[str, ...], str]
) -> Entry:
    def cell(name: str) -> str:
        value = (row.get(name) or "").strip()
        return value[1:] if value[:2] in ("'=", "'+", "'-", "'@") else value

    entry = tidy(
        Entry(
            cell("key"),
            cell("kind").casefold() or "other",
            cell("name_en"),
            cell("name_hi"),
            district_of(cell("district"), cell("state"), district_name),
            cell("thana"),
            cell("state"),
            tuple(_parts(cell("phones"))),
            cell("email"),
            cell("hours"),
            tuple(_parts(cell("languages"))),
            day_of(cell("checked_on")),
            cell("note"),
        )
    )
    key = entry.key or named.get(_likeness(entry)) or new_key()
    return Entry(key, *(getattr(entry, name) for name in COLUMNS[1:]))


def _parts(text: str) -> list[str]:
    return [part.strip() for part in text.replace(";", "|").replace(",", "|").split("|") if part.strip()]


def district_of(name: str, state: str, district_name: DistrictName) -> str:
    """The English name of a district; of another state as it was written. Raises BadInput."""
    if not name.strip() or state.strip():
        return name.strip()
    found = district_name(name)
    if found is None:
        raise BadInput(
            "'{value}' is not a district of Uttar Pradesh; correct it, or name the state.", value=name
        )
    return found


def _likeness(entry: Entry) -> tuple[str, ...]:
    parts = (bare(entry.name_en or entry.name_hi), entry.district, bare(entry.thana), bare(entry.state))
    return (entry.kind, *parts)
