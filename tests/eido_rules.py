"""The rules of NENA-STA-021.1 (EIDO, JSON) that our incidents must keep: prologue, references, registries."""

import json
import re
from datetime import datetime
from typing import Any
from xml.etree import ElementTree

COMPONENTS = {
    "agencyComponent": {"agencyRoleDescriptionRegistryText", "agencyType"},
    "notesComponent": {"notesActionComments"},
    "locationComponent": {"locationTypeDescriptionRegistryText"},
    "personComponent": {"personIncidentRoleRegistryText"},
}
TOP = {"$id", "lastUpdateTimeStamp", "updatedByAgencyReference", "updatedByAgentReference", "eidoVersion"}
TOP |= {"issuingElementIdentification", "incidentComponent", "@context", *COMPONENTS}
INCIDENT = {
    "incidentTypeInternalCode", "incidentTypeInternalText", "incidentTypeCommonRegistryText",
    "incidentStatusInternalText", "incidentStatusCommonRegistryText", "internalIncidentId", "agentReference",
    "locationReference", "personReference", "vehicleReference", "documentIdentification", "reportNumberType",
    "incidentPriorityInternalText", "incidentCommonPriorityNumber", "beatOrDispatchGroupText",
    "dispositionComponent", "notesReference",
}  # fmt: skip
PROLOGUE = {"$id", "lastUpdateTimeStamp", "updatedByAgencyReference"}
LISTS = {"incidentStatusInternalText", "incidentStatusCommonRegistryText", "locationReference"}
LISTS |= {"personReference", "notesReference", "agencyRoleDescriptionRegistryText", "agencyType"}
LISTS |= {"personIncidentRoleRegistryText", *COMPONENTS}
TYPES = {"SUICTHRT", "SUICIDE", "WELFARE", "OD"}
LOCATIONS = {"Caller", "Initial", "CurrentIncident", "Staging", "Investigation", "Tower Location"}
GML = "{http://www.opengis.net/gml}"
CIRCLE = "{http://www.opengis.net/pidflo/1.0}"


def broken_rules(raw: bytes) -> list[str]:
    """One line for each rule that it breaks."""
    eido = json.loads(raw)
    incident = eido.get("incidentComponent") or {}
    broken = [f"the top has {name}" for name in eido if name not in TOP]
    broken += [] if eido.get("eidoVersion") == "1.0" else ["no version 1.0"]
    broken += (
        []
        if re.fullmatch(r"[a-z0-9.-]+\.[a-z]+", eido.get("issuingElementIdentification", ""))
        else ["the issuer is no host name"]
    )
    broken += [f"the incident has {name}" for name in incident if name not in INCIDENT | PROLOGUE]
    if incident.get("incidentTypeCommonRegistryText") not in TYPES:
        broken.append("a type that is not in the registry")
    if not 0 <= incident.get("incidentCommonPriorityNumber", -1) <= 10:
        broken.append("a priority that is not 0 to 10")
    for one in _components(eido):
        broken += _prologue(one)
    broken += _needed(eido) + _references(eido) + _lists(eido)
    for place in eido.get("locationComponent", ()):
        broken += _place(place)
    return broken


def _components(eido: dict[str, Any]) -> list[dict[str, Any]]:
    lists = [one for name in COMPONENTS for one in eido.get(name, ())]
    return [eido, eido.get("incidentComponent") or {}, *lists]


def _prologue(one: dict[str, Any]) -> list[str]:
    broken = [f"a component lacks {name}" for name in sorted(PROLOGUE - one.keys())]
    stamp = one.get("lastUpdateTimeStamp", "")
    try:
        if datetime.fromisoformat(stamp).tzinfo is None or stamp.endswith("Z"):
            broken.append(f"a time without an offset: {stamp}")
    except ValueError:
        broken.append(f"no time: {stamp}")
    return broken


def _needed(eido: dict[str, Any]) -> list[str]:
    return [
        f"{kind} lacks {name}"
        for kind, names in COMPONENTS.items()
        for one in eido.get(kind, ())
        for name in sorted(names - one.keys())
    ]


def _references(eido: dict[str, Any]) -> list[str]:
    ids = [one.get("$id") for one in _components(eido)]
    broken = [] if len(ids) == len(set(ids)) else ["an $id twice"]

    def walk(value: Any) -> None:
        if isinstance(value, dict):
            if "$ref" in value and (value["$ref"] not in ids or len(value) > 1):
                broken.append(f"a reference to nothing: {value['$ref']}")
            for inner in value.values():
                walk(inner)
        elif isinstance(value, list):
            for inner in value:
                walk(inner)

    walk(eido)
    return broken


def _lists(value: Any) -> list[str]:
    if isinstance(value, list):
        return [line for one in value for line in _lists(one)]
    if not isinstance(value, dict):
        return []
    broken = [f"{name} is no list" for name in value if name in LISTS and not isinstance(value[name], list)]
    broken += [f"{name} is an empty list" for name in value if name in LISTS and not value[name]]
    return broken + [line for one in value.values() for line in _lists(one)]


def _place(place: dict[str, Any]) -> list[str]:
    if place.get("locationTypeDescriptionRegistryText") not in LOCATIONS:
        return ["a type of place that is not in the registry"]
    document = ElementTree.fromstring(place["locationByValue"])
    broken = [] if document.tag == "{urn:ietf:params:xml:ns:pidf}presence" else ["no presence document"]
    position = next(iter(document.iter(f"{GML}pos")), None)
    radius = next(iter(document.iter(f"{CIRCLE}radius")), None)
    if position is None or radius is None or not (radius.text or "").isdigit():
        return [*broken, "a place without a circle"]
    lat, lon = map(float, (position.text or "").split())
    return broken if -90 <= lat <= 90 and -180 <= lon <= 180 else [*broken, "no place on Earth"]
