"""Each way the shared database can fail, as one plain sentence."""

from collections.abc import Mapping
from typing import Any, Final

import psycopg

from controlroom.errors import BadInput, ControlRoomError, WorldFault


class Refused(WorldFault):
    """The one will not have the other: it goes on only when a person has done something about it."""


class MailKept(WorldFault):
    """The server will not keep this mail now; what does not name it goes on."""


class Ended(WorldFault):
    """The server itself ended this session: asked again at once, it says why."""


class OtherDatabase(Refused):
    """What answers is not the cluster that this desk belongs to."""


EARLY: Final = WorldFault(
    "A step made while the clock of this desk was ahead is taken only when that time has come; have the clock"
    " set, and tell the other desks of its case by phone."
)
# Each stands here as a fault, so that its sentence is found by who gathers them for the translators.
_REFUSED = BadInput(
    "The database refuses the name {user} with this password; type both again, or ask the administrator for a"
    " new one if it has expired."
)
_SIGNED_OUT = Refused("Nobody is signed in at this desk; type your password to share again.")
_STARTING = WorldFault("The database is starting up or shutting down; it is tried again by itself.")
DISABLED: Final = Refused("The login {user} was disabled; ask the administrator.")
_FULL_HOUSE = WorldFault(
    "The database takes no more connections of {user}; close another window, or tell the administrator."
)
_ENDED = Ended("The connection to the database was ended by its administrator.")
_NO_PLACE = WorldFault(
    "The database has as many connections as it can take; it is tried again by itself, and the administrator"
    " should know."
)
_READ_ONLY = WorldFault(
    "The database takes no writing now: it is a standby, or was set to be only read; name all servers in the"
    " address, or tell the administrator."
)
_NOT_INTO_IT = WorldFault(
    "The login {user} may not use this database; look at the end of its address, or ask the administrator."
)
_NO_DATABASE = WorldFault(
    "What answers at this address is no PostgreSQL database; check the host and the port."
)
_OTHER_SHAPE = Refused(
    "This database holds no control room of this version; the administrator runs: controlroom server init"
)
_NOT_FROM_HERE = Refused(
    "The database does not let {user} in from here; the administrator sets this in pg_hba.conf."
)
_NO_SUCH_HOST = WorldFault("The name of the database's host is not known here; check the address.")
_SILENT = WorldFault("The database does not answer; everything goes on here and is sent later.")
_AWAY = WorldFault("The database cannot be reached; everything goes on here and is sent later.")
_UNKNOWN = WorldFault(
    "The database gave an answer that this program does not know ({state}); everything goes on here."
    " Tell the administrator."
)
NO_ROOM_YET: Final = Refused(
    "This database holds no control room yet; the administrator makes it by: controlroom server init"
)
SIGNED_OUT: Final = _SIGNED_OUT.template

_BY_STATE: Mapping[str, ControlRoomError] = {
    "28P01": _REFUSED,
    "53300": _FULL_HOUSE,
    "57P03": _STARTING,
    "3D000": WorldFault("There is no such database on the server; look at the end of its address."),
    "42501": Refused("The login {user} may not do this; ask the administrator."),
    "3F000": NO_ROOM_YET,
    "42883": _OTHER_SHAPE,
    "42P01": _OTHER_SHAPE,
    "53100": WorldFault(
        "The disk of the database is full; tell the administrator. Everything typed is kept on this desk."
    ),
    "55P03": WorldFault("The database is busy; it is tried again by itself."),
    "57014": WorldFault("The database took too long; it is tried again by itself."),
    "57P01": _ENDED,
    "25006": _READ_ONLY,
    "CR001": Refused(
        "This desk is registered to another login; sign in as that person, or use another profile."
    ),
    "CR003": MailKept(
        "The server keeps no more mails of {user} today; their cases wait here until tomorrow, or until the"
        " administrator allows more: controlroom server init --mail-gib-a-day N"
    ),
    "CR004": MailKept(
        "A mail of more than 64 MiB cannot be kept on the server; its case stays on this desk."
    ),
    "CR005": WorldFault(
        "The server takes no more of {user} today: it is more than people can type. Tell the administrator;"
        " the login may be in other hands."
    ),
    "CR002": Refused(
        "Another copy of this desk's profile is in use; go on with that one, or connect this as a new desk."
    ),
}
BY_WORDS: tuple[tuple[str, ControlRoomError], ...] = (
    ("password authentication failed", _REFUSED),
    ("no password supplied", _SIGNED_OUT),
    (
        "does not match host name",
        Refused("The certificate of the database is for another host; check the address."),
    ),
    (
        "root certificate file",
        Refused("The file with the certificate of the authority cannot be read; check sslrootcert."),
    ),
    (
        "certificate",
        Refused(
            "The certificate of the database is expired or not one we trust; check the dates, the clock of"
            " this desk and sslrootcert."
        ),
    ),
    (
        "does not support SSL",
        Refused("The database offers no TLS, so nothing was sent; the administrator must switch it on."),
    ),
    (
        "authentication method requirement",
        Refused(
            "The database does not ask for SCRAM, so nothing was sent;"
            " the administrator must set scram-sha-256."
        ),
    ),
    (
        "channel binding",
        Refused("The database does not offer channel binding, so nothing was sent; check that it uses TLS."),
    ),
    ("not permitted to log in", DISABLED),
    ("no pg_hba.conf entry", _NOT_FROM_HERE),
    ("pg_hba.conf rejects", _NOT_FROM_HERE),
    ("session is not read-write", _READ_ONLY),
    ("terminating connection due to administrator", _ENDED),
    ("starting up", _STARTING),
    ("shutting down", _STARTING),
    ("too many connections", _FULL_HOUSE),
    ("connection slots are reserved", _NO_PLACE),
    ("too many clients already", _NO_PLACE),
    ("permission denied for database", _NOT_INTO_IT),
    ("invalid response to SSL negotiation", _NO_DATABASE),
    ("expected authentication request", _NO_DATABASE),
    (
        "does not exist",
        WorldFault("The database or the login {user} is not there; check the address and the name."),
    ),
    ("could not translate host name", _NO_SUCH_HOST),
    ("failed to resolve host", _NO_SUCH_HOST),
    ("timeout expired", _SILENT),
    (
        "Connection refused",
        WorldFault(
            "The database is not running or not reachable; everything goes on here and is sent later."
        ),
    ),
)


def plain_fault(fault: psycopg.Error, parts: Mapping[str, Any]) -> ControlRoomError:
    """A fault of the driver as one plain sentence. Its own text may hold names and is not shown."""
    state = fault.sqlstate or ""
    found = _BY_STATE.get(state)
    if found is None:
        found = _UNKNOWN if state else _by_words(str(fault))
    values = {"user": str(parts.get("user", "")), "state": state}
    used = {name: value for name, value in values.items() if f"{{{name}}}" in found.template}
    return type(found)(found.template, **used)


def _by_words(said: str) -> ControlRoomError:
    return next((told for words, told in BY_WORDS if words in said), _AWAY)
