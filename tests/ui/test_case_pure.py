"""What the case pane computes without a window: times, masks, where a value came from."""

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import uuid4

import pytest

from controlroom.domain.case import Facts
from controlroom.domain.events import Event, new_id
from controlroom.errors import BadInput
from controlroom.ui.case import ist, masks
from controlroom.ui.case.line_paint import breakable
from controlroom.ui.case.origins import origins

NOW = datetime(2026, 11, 23, 20, 44, 33, tzinfo=UTC)  # 02:14:33 IST on the 24th


@pytest.mark.parametrize(
    ("typed", "local"),
    [
        ("02:10", "24.11.2026 02:10:00 IST"),
        ("0210", "24.11.2026 02:10:00 IST"),
        ("2.10", "24.11.2026 02:10:00 IST"),
        ("02:10:05", "24.11.2026 02:10:05 IST"),
        ("०२:१०", "24.11.2026 02:10:00 IST"),
        ("23:50", "23.11.2026 23:50:00 IST"),
        ("11:50 pm", "23.11.2026 23:50:00 IST"),
        ("12:05 am IST", "24.11.2026 00:05:00 IST"),
        ("4m", "24.11.2026 02:10:33 IST"),
        ("22.11. 23:50", "22.11.2026 23:50:00 IST"),
        ("22/11/2026 23:50", "22.11.2026 23:50:00 IST"),
        ("31.12. 23:50", "31.12.2025 23:50:00 IST"),
        ("", "24.11.2026 02:14:33 IST"),
    ],
)
def test_that_a_time_is_read_as_the_ground_says_it(typed: str, local: str) -> None:
    moment = ist.parse_when(typed, NOW)
    assert ist.full_text(moment) == local
    assert moment.utcoffset() == timedelta(0)


@pytest.mark.parametrize("typed", ["25:00", "02:61", "soon", "32.11. 02:10", "24.11.2026 03:00", "2"])
def test_that_what_is_no_time_is_refused_with_a_plain_sentence(typed: str) -> None:
    with pytest.raises(BadInput, match=r"02:14"):
        ist.parse_when(typed, NOW)


def test_that_an_age_is_never_negative() -> None:
    assert ist.age_text(timedelta(seconds=-5)) == "00:00"
    assert ist.age_text(timedelta(seconds=252)) == "04:12"
    assert ist.age_text(timedelta(hours=1, seconds=252)) == "1:04:12"
    assert ist.age_text(timedelta(days=2, hours=3)) == "2 d 03 h"


@pytest.mark.parametrize(
    ("field", "value", "seen"),
    [
        ("names", "Ravi Sharma", "R*** S***"),
        ("names", "किरण देवी", "कि*** दे***"),
        ("names", "विकास (Deepak)", "वि*** D***"),
        ("phones", "+919839012345", "98390 12***"),
        ("phones", "+14155550123", "+14155550***"),
        ("emails", "ravi@example.com", "r***@example.com"),
        ("usernames", "ravi.sharma", "r***rma"),
        ("account_urls", "https://instagram.com/ravi.sharma", "instagram.com/r***rma"),
        (
            "account_urls",
            "https://facebook.com/profile.php?id=100012345",
            "facebook.com/profile.php?id=1***345",
        ),
        ("pin_codes", "226001", "226001"),
    ],
)
def test_that_a_masked_value_names_nobody(field: str, value: str, seen: str) -> None:
    assert masks.masked(field, value) == seen


def test_that_known_names_are_hidden_in_any_text_until_their_field_is_shown() -> None:
    facts = Facts(names=("Ravi Sharma",), phones=("+919839012345",), usernames=("ravi.sharma",))
    text = "Call ravi sharma on 98390 12345 or 9839012345, see ravi.sharma"
    hidden = masks.hide_known(text, facts)
    assert "12345" not in hidden and "avi" not in hidden
    assert "98390 12345" in masks.hide_known(text, facts, shown=("phones",))


def _event(kind: str, at: datetime, **body: object) -> Event:
    case = uuid4()
    return Event(new_id(), "case", case, kind, 1, at, at, "a.verma", "K7", body, "case")


def test_that_the_first_event_that_still_stands_is_the_origin() -> None:
    mail = _event(
        "alert_received", NOW, source="mail", facts={"phones": ["+919839012345"], "ips": [{"ip": "1.2.3.4"}]}
    )
    typed = _event("fact_added", NOW, facts={"phones": ["+919839012345", "+919839012346"]})
    found = origins([mail, typed])
    assert found["phones", "+919839012345"].how == "mail"
    assert found["phones", "+919839012346"].how == "typed"
    assert found["ips", "1.2.3.4"].how == "mail"
    assert ("phones", "+919839012346") not in origins([mail, typed], frozenset({typed.id}))


def test_that_only_links_break_inside_a_line() -> None:
    assert breakable("Taken to hospital, किरण") == "Taken to hospital, किरण"
    link = "www.instagram.com/a***long"
    assert breakable(f"see {link}").replace("\u200b", "") == f"see {link}"
    assert "\u200b" in breakable(link)


def test_that_every_reason_of_the_intake_is_known_to_the_translators(qapp: object) -> None:
    from controlroom.ui.case import mail_reasons

    source = (Path(mail_reasons.__file__).parents[2] / "intake" / "origin" / "authenticity.py").read_text(
        "utf-8"
    )
    said = set(re.findall(r'(?<!")"((?:Its?|The|Our) [^"{]*\.)"(?!")', source))
    assert len(said) > 8
    assert said <= set(map(str, mail_reasons._KNOWN))


def test_that_a_reason_is_told_once_and_a_strange_one_as_it_is(qapp: object) -> None:
    from controlroom.ui.case.mail_reasons import reason_text

    assert reason_text("could not be read in full: it is not a mail, or its beginning is missing") == (
        "it is not a mail, or its beginning is missing"
    )
    assert reason_text("It is Meta's domain, but a link leads to x.in.").endswith("leads to x.in.")
    assert reason_text("something new") == "something new"
