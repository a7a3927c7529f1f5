"""One POST over HTTPS: certificate checked, no redirect followed, a deadline over all, the same bytes always.

The standard library's client: it knows no proxy of the environment, keeps no pool and repeats nothing by
itself, and its socket is at hand for the deadline.
"""

import http.client
import json
from collections.abc import Mapping
from typing import Any, Final, NamedTuple
from urllib.parse import urlsplit
from uuid import UUID

from controlroom.casework.handing.ports import ConnectorSettings, Receipt
from controlroom.clues.answers import read_status
from controlroom.errors import BadInput, WorldFault
from controlroom.handover import tls
from controlroom.handover.deadline import Deadline, seconds_of
from controlroom.log import fail_point

MAX_REPLY: Final = 65_536  # bytes of a reply that are read
_REF_KEYS: Final = (
    "eventid", "event_id", "event", "incidentid", "incident_id", "incidenttrackingidentifier",
    "reference", "ref", "ticket", "prv", "id",
)  # fmt: skip
_STATUS_KEYS: Final = ("status", "state", "result", "acknowledgement", "message")


class Reply(NamedTuple):
    """What came back with a 2xx."""

    status: int
    body: bytes


class HttpsDoor:
    """One address to which things are posted."""

    def __init__(self, settings: ConnectorSettings) -> None:
        """Raises BadInput where the address can't be used."""
        try:
            parts = urlsplit(settings.to)
            self._host, self._port = parts.hostname or "", parts.port
        except ValueError:
            self._host = ""
        if not self._host or parts.scheme not in ("https", "http") or parts.username or parts.password:
            raise BadInput("Give the address as https://host/path, without a name or password in it.")
        self._is_plain = parts.scheme == "http"
        tls.need_tls_or_loopback(self._host, is_plain=self._is_plain, plain_loopback=settings.plain_loopback)
        self._path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        self._settings, self._seconds = settings, seconds_of(settings.options)

    def post(self, body: bytes, content_type: str, key: UUID, more: Mapping[str, str]) -> Reply:
        """Any 2xx is good; everything else is a WorldFault in one sentence."""
        headers = {
            "Content-Type": content_type,
            "Idempotency-Key": str(key),
            "Accept": "application/json, */*;q=0.1",
            "User-Agent": "controlroom",
            "Connection": "close",
            **more,
        }
        deadline = Deadline(self._seconds)
        with deadline, tls.plain_faults(self._host, deadline):
            connection = self._connect(deadline)
            try:
                return self._exchange(connection, body, headers)
            except http.client.HTTPException as fault:
                if deadline.is_over:
                    raise TimeoutError from fault
                raise WorldFault(
                    "{host} answered something that is no HTTP; it is tried again.", host=self._host
                ) from fault
            finally:
                connection.close()

    def greet(self) -> str:
        """Connect, certificate and all, and send nothing."""
        deadline = Deadline(self._seconds)
        with deadline, tls.plain_faults(self._host, deadline):
            self._connect(deadline).close()
        return f"{self._host} answers."

    def _connect(self, deadline: Deadline) -> http.client.HTTPConnection:
        made: http.client.HTTPConnection
        if self._is_plain:
            made = http.client.HTTPConnection(self._host, self._port, timeout=self._seconds)
        else:
            context = tls.context(self._settings.ca_file)
            made = http.client.HTTPSConnection(self._host, self._port, timeout=self._seconds, context=context)
        deadline.watch(lambda: made.sock)
        made.connect()
        return made

    def _exchange(
        self, connection: http.client.HTTPConnection, body: bytes, headers: Mapping[str, str]
    ) -> Reply:
        connection.request("POST", self._path, body, dict(headers))
        fail_point("half-sent")
        with connection.getresponse() as answer:
            if not 200 <= answer.status < 300:
                raise WorldFault(
                    "{host} refused it (HTTP {status}); it is tried again.",
                    host=self._host,
                    status=answer.status,
                )
            return Reply(answer.status, _body_of(answer))


def _body_of(answer: http.client.HTTPResponse) -> bytes:
    """What it says, as far as it came: with the 2xx they have it, whatever happens to the rest."""
    try:
        return answer.read(MAX_REPLY)
    except (OSError, http.client.HTTPException, ValueError):
        return b""


def bearer(settings: ConnectorSettings) -> dict[str, str]:
    """The header that carries the token, where there is one."""
    if not settings.secret:
        return {}
    name = settings.options.get("token-header", "Authorization")
    return {name: f"Bearer {settings.secret}" if name == "Authorization" else settings.secret}


def receipt_of(reply: Reply) -> Receipt:
    """What a JSON reply says: their event id, and how far they are. Anything else: only that they have it."""
    try:
        told = json.loads(reply.body)
    except (ValueError, RecursionError):
        return Receipt()
    if not isinstance(told, dict):
        return Receipt()
    flat = {str(name).casefold(): value for name, value in _flat(told)}
    ref = next((_word(flat[key]) for key in _REF_KEYS if _word(flat.get(key))), "")
    said = " ".join(_word(flat.get(key)) for key in _STATUS_KEYS)
    step = read_status(said) or ("acknowledged" if ref else "")
    return Receipt(step, ref if step else "")


def _flat(told: Mapping[str, Any]) -> list[tuple[str, Any]]:
    """The top, and what stands one level below it; the top counts."""
    inner = [pair for value in told.values() if isinstance(value, dict) for pair in value.items()]
    return [*inner, *told.items()]


def _word(value: Any) -> str:
    return str(value).strip()[:60] if isinstance(value, str | int) and not isinstance(value, bool) else ""
