"""The rules of CAP 1.2 (OASIS, 1 July 2010) that an alert of ours must keep: order, words, times, circles."""

import re
from xml.etree import ElementTree

SPACE = "{urn:oasis:names:tc:emergency:cap:1.2}"
ALERT = [
    *("identifier", "sender", "sent", "status", "msgType", "source", "scope", "restriction", "addresses"),
    *("code", "note", "references", "incidents", "info"),
]
INFO = [
    *("language", "category", "event", "responseType", "urgency", "severity", "certainty", "audience"),
    *("eventCode", "effective", "onset", "expires", "senderName", "headline", "description", "instruction"),
    *("web", "contact", "parameter", "resource", "area"),
]
AREA = ["areaDesc", "polygon", "circle", "geocode", "altitude", "ceiling"]
NEEDED = {
    "alert": {"identifier", "sender", "sent", "status", "msgType", "scope"},
    "info": {"category", "event", "urgency", "severity", "certainty"},
    "area": {"areaDesc"},
}
MANY = {"code", "info", "category", "responseType", "eventCode", "parameter", "resource", "area", "polygon"}
MANY |= {"circle", "geocode"}
WORDS = {
    "status": {"Actual", "Exercise", "System", "Test", "Draft"},
    "msgType": {"Alert", "Update", "Cancel", "Ack", "Error"},
    "scope": {"Public", "Restricted", "Private"},
    "category": {"Geo", "Met", "Safety", "Security", "Rescue", "Fire", "Health", "Env", "Transport", "Infra"}
    | {"CBRNE", "Other"},
    "responseType": {"Shelter", "Evacuate", "Prepare", "Execute", "Avoid", "Monitor", "Assess", "AllClear"}
    | {"None"},
    "urgency": {"Immediate", "Expected", "Future", "Past", "Unknown"},
    "severity": {"Extreme", "Severe", "Moderate", "Minor", "Unknown"},
    "certainty": {"Observed", "Likely", "Possible", "Unlikely", "Unknown"},
}
TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[-+]\d\d:\d\d")
CIRCLE = re.compile(r"(-?\d+(?:\.\d+)?),(-?\d+(?:\.\d+)?) (\d+(?:\.\d+)?)")
PLAIN = re.compile(r"[^\s,<&]+")


def broken_rules(raw: bytes) -> list[str]:
    """One line for each rule that it breaks."""
    alert = ElementTree.fromstring(raw)
    if alert.tag != f"{SPACE}alert":
        return ["it is no alert of CAP 1.2"]
    broken = [*_shape(alert, "alert", ALERT)]
    told = {_name(one): one.text or "" for one in alert}
    broken += [
        f"{name} has a sign that it must not have"
        for name in ("identifier", "sender")
        if not PLAIN.fullmatch(told.get(name, ""))
    ]
    if told.get("scope") == "Private" and not told.get("addresses"):
        broken.append("a private alert needs addresses")
    if told.get("scope") == "Restricted" and not told.get("restriction"):
        broken.append("a restricted alert needs a restriction")
    for info in alert.iter(f"{SPACE}info"):
        broken += _shape(info, "info", INFO)
        for area in info.iter(f"{SPACE}area"):
            broken += _shape(area, "area", AREA)
    for one in alert.iter():
        broken += _value(_name(one), one.text or "")
    return broken


def _name(one: ElementTree.Element) -> str:
    return one.tag.removeprefix(SPACE)


def _shape(parent: ElementTree.Element, kind: str, order: list[str]) -> list[str]:
    names = [_name(one) for one in parent]
    broken = [f"{kind} has an element {name}" for name in names if name not in order]
    places = [order.index(name) for name in names if name in order]
    broken += [f"the elements of {kind} are out of order"] if places != sorted(places) else []
    broken += [f"{kind} lacks {name}" for name in sorted(NEEDED[kind] - set(names))]
    return broken + [f"{name} twice" for name in set(names) - MANY if names.count(name) > 1]


def _value(name: str, text: str) -> list[str]:
    if name in WORDS and text not in WORDS[name]:
        return [f"{name} is {text}"]
    if name in ("sent", "effective", "onset", "expires") and not TIME.fullmatch(text):
        return [f"{name} is no time with an offset: {text}"]
    if name == "circle":
        found = CIRCLE.fullmatch(text)
        is_good = found and -90 <= float(found[1]) <= 90 and -180 <= float(found[2]) <= 180
        return [] if is_good else [f"no circle: {text}"]
    if name == "headline" and len(text) > 160:
        return ["the headline is longer than 160 signs"]
    return []
