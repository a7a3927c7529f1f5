"""A case as a CAP 1.2 alert (OASIS): private, addressed, actual or exercise, every time with its offset."""

import re
from datetime import datetime, timedelta
from typing import Final
from xml.etree import ElementTree

from controlroom.casework.handing.message import IST, Message, Spot

NAMESPACE: Final = "urn:oasis:names:tc:emergency:cap:1.2"
SENDER: Final = "socialmedia@uppolice.in"
LASTS: Final = timedelta(hours=24)
_NO_XML: Final = re.compile("[^\t\n -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_URGENCIES: Final = {"attempt": "Immediate", "imminent": "Immediate", "": "Immediate"}
_SEVERITIES: Final = {"attempt": "Extreme", "imminent": "Extreme", "": "Extreme"}
_LANGUAGES: Final = {"hi": "hi-IN", "en": "en-IN"}


def cap_of(message: Message) -> bytes:
    """The alert as UTF-8 XML. The same message gives the same bytes."""
    ElementTree.register_namespace("", NAMESPACE)
    alert = ElementTree.Element(f"{{{NAMESPACE}}}alert")
    _put(alert, "identifier", str(message.letter))
    _put(alert, "sender", SENDER)
    _put(alert, "sent", _time(message.written_at))
    _put(alert, "status", "Exercise" if message.is_exercise else "Actual")
    _put(alert, "msgType", "Alert")
    _put(alert, "source", "Social Media Centre, UP Police headquarters, Lucknow")
    _put(alert, "scope", "Private")
    _put(alert, "addresses", f'"{message.receiver.replace(chr(34), "")}"')
    _put(alert, "incidents", f'"{message.number}"')
    alert.append(_info(message))
    return bytes(ElementTree.tostring(alert, encoding="utf-8", xml_declaration=True))


def _info(message: Message) -> ElementTree.Element:
    info = ElementTree.Element(f"{{{NAMESPACE}}}info")
    _put(info, "language", _LANGUAGES.get(message.language, message.language))
    _put(info, "category", "Rescue")
    _put(info, "category", "Health")
    _put(info, "event", "Person in danger of suicide")
    _put(info, "responseType", "Execute")
    _put(info, "urgency", _URGENCIES.get(message.category, "Expected"))
    _put(info, "severity", _SEVERITIES.get(message.category, "Severe"))
    _put(info, "certainty", "Observed" if message.category == "attempt" else "Likely")
    _put(info, "effective", _time(message.written_at))
    _put(info, "onset", _time(message.received_at))
    _put(info, "expires", _time(message.written_at + LASTS))
    _put(info, "senderName", "UP Police, Social Media Centre, Lucknow")
    _put(info, "headline", message.title[:160])
    _put(info, "description", "\n".join(message.lines))
    if message.callback:
        _put(info, "contact", message.callback)
    _parameter(info, "caseNumber", message.number)
    for spot in (message.place, *message.others):
        if spot is not None and not spot.is_refuted:
            info.append(_area(spot, is_chosen=spot is message.place, message=message))
    return info


def _area(spot: Spot, *, is_chosen: bool, message: Message) -> ElementTree.Element:
    area = ElementTree.Element(f"{{{NAMESPACE}}}area")
    sure = "guess" if spot.is_guess else "place"
    where = spot.text or f"{spot.lat:.5f}, {spot.lon:.5f}"
    _put(area, "areaDesc", f"{where} ({sure}, {'chosen' if is_chosen else 'another'}, {spot.source})")
    radius = f"{(spot.accuracy_m or 0) / 1000:.3f}".rstrip("0").rstrip(".")
    _put(area, "circle", f"{spot.lat:.6f},{spot.lon:.6f} {radius}")
    if is_chosen and message.district:
        code = ElementTree.SubElement(area, f"{{{NAMESPACE}}}geocode")
        _put(code, "valueName", "district")
        _put(code, "value", message.district)
    return area


def _parameter(info: ElementTree.Element, name: str, value: str) -> None:
    parameter = ElementTree.SubElement(info, f"{{{NAMESPACE}}}parameter")
    _put(parameter, "valueName", name)
    _put(parameter, "value", value)


def _put(parent: ElementTree.Element, name: str, text: str) -> None:
    ElementTree.SubElement(parent, f"{{{NAMESPACE}}}{name}").text = _without_controls(text)


def _without_controls(text: str) -> str:
    """XML 1.0 knows no control characters but tab and line ends, and no halves of signs."""
    return _NO_XML.sub("", text)


def _time(moment: datetime) -> str:
    """CAP's own form: whole seconds, an offset, never Z."""
    return moment.astimezone(IST).isoformat(timespec="seconds")
