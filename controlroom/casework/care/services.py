"""To whom a person may be referred, and how that service can be asked from this desk. Pure."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from controlroom.casework.calling.directory import Entry
from controlroom.casework.handing.ports import ConnectorSettings
from controlroom.domain.care.person import Person
from controlroom.errors import BadInput

_BY_NUMBER: Final = {"14416": "tele-manas", "18008914416": "tele-manas", "181": "181", "1098": "1098"} | {
    "1076": ""  # takes complaints about offices: nobody is referred there
}
_BY_KIND: Final = {"1090": "1090", "hospital": "hospital", "dmhp": "dmhp", "ngo": "ngo"}


class Way(NamedTuple):
    """How a service is asked. `by`: mail, slip or phone; the first two go by a connector."""

    by: str
    connector: ConnectorSettings | None = None


def service_of(entry: Entry) -> str:
    """Which service an entry of the directory is, "" where nobody is referred to it."""
    if entry.kind in _BY_KIND:
        return _BY_KIND[entry.kind]
    if entry.kind != "helpline":
        return ""
    numbers = ("".join(filter(str.isdigit, phone)) for phone in entry.phones)
    return next((_BY_NUMBER[one] for one in numbers if one in _BY_NUMBER), "helpline")


def services_for(entries: Sequence[Entry], person: Person) -> tuple[Entry, ...]:
    """Whom this person may be referred to: of those of a district only their own district's."""
    fitting = [
        one
        for one in entries
        if service_of(one) and (not one.district or not person.district or one.district == person.district)
    ]
    order = ("1098",) if person.is_minor else ()
    return tuple(sorted(fitting, key=lambda one: service_of(one) not in (*order, "tele-manas", "dmhp")))


def entry_named(entries: Sequence[Entry], person: Person, text: str) -> Entry:
    """By its key in the directory, or the only one of a service. Raises BadInput."""
    exact = [one for one in entries if one.key == text]
    found = exact or [one for one in services_for(entries, person) if service_of(one) == text]
    if len(found) == 1 and service_of(found[0]):
        return found[0]
    known = found or services_for(entries, person)
    raise BadInput(
        "'{value}' is no service of the directory to refer to, or more than one; name one of: {allowed}.",
        value=text[:60],
        allowed=", ".join(one.key for one in known[:12]) or "-",
    )


def ways_to(entry: Entry, known: Sequence[ConnectorSettings]) -> tuple[Way, ...]:
    """How this service can be asked from this desk, the best first."""
    service, ways = service_of(entry), list[Way]()
    mails = [one for one in known if one.kind == "smtp"]
    own = next((one for one in mails if one.name.casefold() in (service, entry.key.casefold())), None)
    if own is not None:
        ways.append(Way("mail", own))
    elif entry.email and mails:
        ways.append(Way("mail", replace(mails[0], to=entry.email, language=_language(entry, mails[0]))))
    ways += [Way("slip", one) for one in known if one.kind == "slip"][:1]
    return (*ways, Way("phone")) if entry.phones else tuple(ways)


def _language(entry: Entry, way: ConnectorSettings) -> str:
    """Theirs, where the directory says that they read one only."""
    read = {"Hindi": "hi", "English": "en"}
    known = {read[one] for one in entry.languages if one in read}
    return known.pop() if len(known) == 1 else way.language


def chosen_way(entry: Entry, known: Sequence[ConnectorSettings], by: str) -> Way:
    """The way that was asked for, or the best. Raises BadInput where there is none."""
    ways = ways_to(entry, known)
    found = next((one for one in ways if by in ("", one.by)), None)
    if found is None:
        raise BadInput(
            "{name} cannot be asked so ({by}) from this desk: it needs an e-mail address or a phone in the"
            " directory, and a connector of this desk; possible are: {allowed}.",
            name=entry.name("en"),
            by=by or "-",
            allowed=", ".join(one.by for one in ways) or "-",
        )
    return found
