"""eido-https: an incident as NENA-STA-021.1 EIDO JSON, posted; their reply may carry their event id."""

import html
from datetime import datetime
from typing import Any, Final
from uuid import UUID
from xml.sax.saxutils import escape

import msgspec

from controlroom.casework.handing.message import IST, Message, Spot
from controlroom.casework.handing.ports import ConnectorSettings, Receipt
from controlroom.handover.https import HttpsDoor, bearer, receipt_of

ISSUER: Final = "socialmedia.uppolice.in"
_PRIORITIES: Final = {"attempt": 10, "imminent": 9, "": 9, "ideation": 7, "unclear": 7}
_TYPES: Final = {"attempt": "SUICIDE"}  # APCO's common incident types
_NO_RADIUS_M: Final = 50_000


class EidoHttps:
    """Implements Connector."""

    is_outside, is_by_hand = True, False

    def __init__(self, settings: ConnectorSettings) -> None:
        self._settings, self._door = settings, HttpsDoor(settings)

    def compose(self, message: Message) -> bytes:
        """The EIDO, as UTF-8 JSON."""
        return msgspec.json.encode(eido_of(message))

    def send(self, payload: bytes, key: UUID) -> Receipt:
        """Post it."""
        return receipt_of(self._door.post(payload, "application/json", key, bearer(self._settings)))

    def check(self) -> str:
        """Connect only."""
        return self._door.greet()


def eido_of(message: Message) -> dict[str, Any]:
    """The incident with its agency, place, person and note; each component has its $id, time and agency."""
    agency = _id(message, "agency")
    common = {
        "lastUpdateTimeStamp": _stamp(message.written_at),
        "updatedByAgencyReference": {"$ref": agency},
    }
    incident: dict[str, Any] = {
        "$id": f"urn:emergency:uid:incidentid:{message.case_id.hex}:{ISSUER}",
        **common,
        "incidentTypeCommonRegistryText": _TYPES.get(message.category, "SUICTHRT"),
        "incidentTypeInternalText": "Person in danger of suicide, seen on social media",
        "incidentStatusCommonRegistryText": ["Active"],
        "internalIncidentId": message.number,
        "incidentCommonPriorityNumber": _PRIORITIES.get(message.category, 7),
        "notesReference": [{"$ref": _id(message, "note")}],
    }
    whole: dict[str, Any] = {
        "$id": f"urn:uuid:{message.letter}",
        **common,
        "eidoVersion": "1.0",
        "issuingElementIdentification": ISSUER,
        "incidentComponent": incident,
        "agencyComponent": [_agency(message, agency, common)],
        "notesComponent": [
            {"$id": _id(message, "note"), **common, "notesActionComments": _as_html(message.text)}
        ],
    }
    spots = [spot for spot in (message.place, *message.others) if spot is not None and not spot.is_refuted]
    if spots:
        ids = [_id(message, f"place-{n}") for n in range(len(spots))]
        whole["locationComponent"] = [
            _location(spot, id_, common, is_chosen=spot is message.place)
            for spot, id_ in zip(spots, ids, strict=True)
        ]
        incident["locationReference"] = [{"$ref": one} for one in ids]
    if message.names or message.phones or message.accounts:
        whole["personComponent"] = [_person(message, common)]
        incident["personReference"] = [{"$ref": _id(message, "person")}]
    if message.is_exercise:
        incident["incidentStatusInternalText"] = ["EXERCISE"]
    return whole


def _id(message: Message, part: str) -> str:
    return f"urn:controlroom:{part}:{message.letter}"


def _stamp(moment: datetime) -> str:
    return moment.astimezone(IST).isoformat(timespec="seconds")


def _agency(message: Message, agency: str, common: dict[str, Any]) -> dict[str, Any]:
    card: list[list[Any]] = [
        ["version", {}, "text", "4.0"],
        ["fn", {}, "text", "Social Media Centre, UP Police headquarters, Lucknow"],
    ]
    if message.callback:
        number = "".join(sign for sign in message.callback if sign.isdigit() or sign == "+")
        card.append(["tel", {"type": "voice"}, "uri", f"tel:{number}"])
    return {
        "$id": agency,
        **common,
        "agencyRoleDescriptionRegistryText": ["CallReceiving"],
        "agencyType": ["urn:emergency:service:responder.police"],
        "incidentOwningAgencyIndicator": False,
        "agencyJcard": msgspec.json.encode(["vcard", card]).decode(),
    }


def _location(spot: Spot, id_: str, common: dict[str, Any], *, is_chosen: bool) -> dict[str, Any]:
    sure = "guess" if spot.is_guess else "confirmed"
    radius = "radius unknown" if spot.accuracy_m is None else f"radius {spot.accuracy_m:.0f} m"
    about = f"{sure}; {radius}; source {spot.source}; {_stamp(spot.at)}"
    return {
        "$id": id_,
        **common,
        "locationTypeDescriptionRegistryText": "CurrentIncident" if is_chosen else "Investigation",
        "locationByValue": pidf_lo(spot, id_),
        "locationDescriptionText": f"{spot.text}; {about}" if spot.text else about,
    }


def pidf_lo(spot: Spot, id_: str) -> str:
    """The place as a presence document (RFC 4119, RFC 5491): a circle true to what is known."""
    radius = spot.accuracy_m if spot.accuracy_m is not None else _NO_RADIUS_M
    return (
        '<?xml version="1.0" encoding="UTF-8"?>'
        '<presence xmlns="urn:ietf:params:xml:ns:pidf" xmlns:gp="urn:ietf:params:xml:ns:pidf:geopriv10"'
        ' xmlns:gs="http://www.opengis.net/pidflo/1.0" xmlns:gml="http://www.opengis.net/gml"'
        f' entity="pres:{ISSUER}"><tuple id="{escape(id_.replace(":", "-"))}"><status><gp:geopriv>'
        "<gp:location-info>"
        '<gs:Circle srsName="urn:ogc:def:crs:EPSG::4326">'
        f"<gml:pos>{spot.lat:.6f} {spot.lon:.6f}</gml:pos>"
        f'<gs:radius uom="urn:ogc:def:uom:EPSG::9001">{max(radius, 1):.0f}</gs:radius></gs:Circle>'
        "</gp:location-info><gp:usage-rules/></gp:geopriv></status>"
        f"<timestamp>{_stamp(spot.at)}</timestamp></tuple></presence>"
    )


def _person(message: Message, common: dict[str, Any]) -> dict[str, Any]:
    """In the registry's word a patient: never one who is blamed."""
    person: dict[str, Any] = {}
    if message.names:
        person["nc:PersonName"] = [{"nc:PersonFullName": name} for name in message.names]
    contacts = [f"tel:{phone}" for phone in message.phones] + list(message.accounts)
    if contacts:
        person["nc:ContactInformation"] = [{"nc:ContactInformationDescriptionText": one} for one in contacts]
    if message.is_minor:
        person["nc:PersonAgeDescriptionText"] = "under 18"
    return {
        "$id": _id(message, "person"),
        **common,
        "personIncidentRoleRegistryText": ["Patient"],
        "ncPersonComponent": person,
    }


def _as_html(text: str) -> str:
    return "<br>".join(html.escape(line) for line in text.splitlines())
