"""IP addresses with their times, points, and times with their zone."""
# ruff: noqa: E501 - tables of examples are read row by row

from datetime import UTC, datetime

import pytest

from controlroom.clues.read import read_clues

AT = datetime(2026, 11, 24, 2, 11, 9, tzinfo=UTC)
EVEN = AT.replace(second=0)
IST = datetime(2026, 11, 23, 20, 41, tzinfo=UTC)  # 02:11 in Lucknow on the 24th
ISTS = IST.replace(second=9)

TIMES = [
    ("2026-11-24T02:11:09Z", AT), ("2026-11-24T02:11:09+00:00", AT), ("2026-11-24T07:41:09+05:30", AT), ("2026-11-24 02:11:09 UTC", AT),
    ("2026-11-24T02:11:09.000Z", AT), ("20261124T021109Z", AT), ("24 Nov 2026 02:11:09 UTC", AT), ("24-Nov-2026 02:11:09 GMT", AT),
    ("Tue, 24 Nov 2026 07:41:09 +0530", AT), ("Nov 24, 2026, 2:11 AM IST", IST), ("November 24, 2026 at 2:11:09 AM UTC", AT),
    ("24/11/2026 02:11 IST", IST), ("24.11.2026 02:11 IST", IST), ("24-11-2026, 02:11:09 hrs IST", ISTS), ("24/11/26 02:11 hrs (IST)", IST),
    ("02:11 hrs IST on 24.11.2026", IST), ("2:11 AM IST, 24 November 2026", IST), ("02:11:09 UTC 24 Nov 2026", AT),
    ("Nov 23, 2026, 6:11:09 PM PST", AT), ("2026-11-23 21:11:09 EST", AT), ("Nov 23 2026 18:11:09 PST", AT), ("2026-11-24 07:41:09 GMT+5:30", AT),
    ("2026-11-24 07:41:09 (UTC+05:30)", AT), ("Tue Nov 24 02:11:09 UTC 2026", AT), ("Tuesday, 24 November 2026, 02:11:09 Coordinated Universal Time", AT),
    ("24 नवंबर 2026 को रात 2:11 बजे (भारतीय समय)", IST), ("24 नवम्बर 2026, 02:11 बजे IST", IST), ("२४ नवंबर २०२६ ०२:११ IST", IST),
    ("दिनांक 24/11/2026 समय 02:11 बजे भारतीय मानक समय", IST), ("Date: 24/11/2026 Time: 02:11 IST", IST), ("Date: 24/11/2026\nTime: 02:11 IST", IST),
    ("24th of November 2026, 02.11 hrs IST", IST), ("24 Nov 2026 0211 hrs IST", IST), ("24 Nov 2026 2 AM IST", datetime(2026, 11, 23, 20, 30, tzinfo=UTC)),
    ("24 नवंबर 2026 को शाम 7:41 बजे IST", datetime(2026, 11, 24, 14, 11, tzinfo=UTC)), ("11/24/2026 02:11:09 UTC", AT), ("Time (UTC): 2026-11-24 02:11:09", AT),
    ('"time": "2026-11-24T02:11:09+0000"', AT), ("timestamp: 1795486269", AT), ('"creation_time": 1795486269', AT), ("epoch 1795486269000", AT),
    ("24 Nov 2026, 12:11 AM IST", datetime(2026, 11, 23, 18, 41, tzinfo=UTC)), ("24 Nov 2026, 12:11 PM IST", datetime(2026, 11, 24, 6, 41, tzinfo=UTC)),
    ("2026/11/24 02:11:09 UTC", AT), ("24 Nov 2026 | 02:11 | IST", IST), ("2026-11-24 02:11:09Z", AT), ("Nov. 24, 2026 2:11 a.m. IST", IST),
    ("24 Nov 2026 02:11 Indian Standard Time", IST), ("2026-11-24 02:11:09 +0000", AT), ("24 नवंबर 2026 को दोपहर 1:11 बजे IST", datetime(2026, 11, 24, 7, 41, tzinfo=UTC)),
]  # fmt: skip


@pytest.mark.parametrize(("text", "at"), TIMES)
def test_that_a_time_with_its_zone_is_an_instant(text: str, at: datetime) -> None:
    assert read_clues(f"It was {text} then.").times == (at,)


NO_TIMES = [
    "24 Nov 2026 02:11", "24/11/2026", "02:11 IST", "02:11:09 UTC", "1795486269", "2026-13-24 02:11 UTC", "2026-11-31 02:11 UTC",
    "2026-11-24 25:11 UTC", "24 Nov 2026 02:71 UTC", "99/99/2026 02:11 IST", "24 Nov 02:11 IST", "UTC", "may 5 people at 10:30 IST",
    "id 17954862690", "version 2.11.09 UTC", "24/11/2026 02:11 ISTANBUL",
]  # fmt: skip


@pytest.mark.parametrize("text", NO_TIMES)
def test_that_no_instant_is_invented(text: str) -> None:
    assert read_clues(f"see {text} there").times == ()


def test_that_a_day_without_year_lies_before_the_mail() -> None:
    assert read_clues("24 Nov, 2:11 AM IST", received_at=EVEN).times == (IST,)
    assert read_clues("30 Dec, 2:11 AM IST", received_at=EVEN).times == (
        datetime(2025, 12, 29, 20, 41, tzinfo=UTC),
    )


IPS = [
    ("9670011223,49.36.12.7:443", [("49.36.12.7", None)]), ("49.36.12.7,49.36.12.8", [("49.36.12.7", None), ("49.36.12.8", None)]),
    ("IP: 49.36.12.7", [("49.36.12.7", None)]), ("49.36.12.7:443 24 Nov 2026 02:11:09 UTC", [("49.36.12.7", AT)]),
    ("2026-11-24 02:11:09 UTC 49.36.12.7", [("49.36.12.7", AT)]), ("IP 49.36.12.7\nTime 2026-11-24 02:11:09 UTC", [("49.36.12.7", AT)]),
    ("Time: 2026-11-24 02:11:09 UTC\nIP: 49.36.12.7", [("49.36.12.7", AT)]), ("49[.]36[.]12[.]7", [("49.36.12.7", None)]),
    ("| 49.36.12.7 | 2026-11-24 02:11:09 UTC | 443 |", [("49.36.12.7", AT)]), ("10.0.0.5 (NAT)", [("10.0.0.5", None)]),
    ("49.36.12.7 2026-11-24 02:11:09 UTC, 49.36.12.8 2026-11-24 02:11 IST", [("49.36.12.7", AT), ("49.36.12.8", IST)]),
    ("2026-11-24 02:11:09 UTC\n49.36.12.7\n24/11/2026 02:11 IST\n49.36.12.8", [("49.36.12.7", AT), ("49.36.12.8", IST)]),
    ("IPv6: 2401:4900:1c5a:8d3f:0:0:0:1", [("2401:4900:1c5a:8d3f::1", None)]), ("[2401:4900::1]:443", [("2401:4900::1", None)]),
    ("2401:4900:1C5A::1.", [("2401:4900:1c5a::1", None)]), ("IPv6:2401:4900::1, x", [("2401:4900::1", None)]),
    ("IP:2401:4900:1c5a:8d3f:a1b2:c3d4:e5f6:0789", [("2401:4900:1c5a:8d3f:a1b2:c3d4:e5f6:789", None)]), ("fe80::1%eth0", [("fe80::1", None)]),
    ("::ffff:49.36.12.7", [("49.36.12.7", None)]), ('"ip":"49.36.12.7","port":443', [("49.36.12.7", None)]), ("आईपी ४९.३६.१२.७ से", [("49.36.12.7", None)]),
    ("49.36.12.7.", [("49.36.12.7", None)]),
    ("IP | Time (UTC) | Port\n49.36.12.7 | 2026-11-24 02:11:09 | 443", [("49.36.12.7", AT)]), ("49.36.12.7 and 49.36.12.7", [("49.36.12.7", None)]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "ips"), IPS)
def test_that_an_address_stands_with_its_time(text: str, ips: list[tuple[str, datetime | None]]) -> None:
    assert [(seen.ip, seen.at) for seen in read_clues(text).ips] == ips


NO_IPS = [
    "version 1.2.3.4", "v1.2.3.4", "Chrome/120.0.0.0", "build: 1.2.3.4", "256.1.1.1", "1.2.3", "1.2.3.4.5", "12:34:56", "127.0.0.1", "0.0.0.0",
    "00:1a:2b:3c:4d:5e", "std::vector", "a::b", "::1", "::", "24.11.2026", "Section 1.2.3.4", "309.0.0.40.113", "26.8467", "02:11:09:33", "face::x",
    "dead:beef", "https://49.36.12.7/x",
]  # fmt: skip


@pytest.mark.parametrize("text", NO_IPS)
def test_that_no_address_is_made_of_other_numbers(text: str) -> None:
    assert read_clues(f"see {text} there").ips == ()


LKO = (26.8467, 80.9462)
DMS = (26.8466944, 80.9461944)
POINTS = [
    ("xY8N/75E+q", None), ("a+8d75d5q", None), ("zones 8N 75E", None), ("8°N 75°E", (8.0, 75.0)),
    ("26.8467, 80.9462", LKO), ("26.8467,80.9462", LKO), ("(26.8467, 80.9462)", LKO), ("26.8467° N, 80.9462° E", LKO), ("26.8467N 80.9462E", LKO),
    ("N26.8467 E80.9462", LKO), ("N 26.8467°, E 80.9462°", LKO), ("Lat: 26.8467 Long: 80.9462", LKO), ("Latitude = 26.8467; Longitude = 80.9462", LKO),
    ("Lat 26.8467\nLng 80.9462", LKO), ("lat/long: 26.8467/80.9462", LKO), ("Longitude: 80.9462, Latitude: 26.8467", LKO), ("अक्षांश: २६.८४६७, देशांतर: ८०.९४६२", LKO),
    ('{"latitude": 26.8467, "longitude": 80.9462}', LKO), ('"coordinates": [80.9462, 26.8467]', LKO), ("| Latitude | 26.8467 | Longitude | 80.9462 |", LKO),
    ("Latitude\n26.8467\nLongitude\n80.9462", LKO), ("26°50'48.1\"N 80°56'46.3\"E", DMS), ("26° 50′ 48.1″ N, 80° 56′ 46.3″ E", DMS), ("26º50’48.1”N 80º56’46.3”E", DMS),
    ("26 deg 50 min 48.1 sec N, 80 deg 56 min 46.3 sec E", DMS), ("26°50''48.1N", None), ("N 26° 50' 48.1'' E 80° 56' 46.3''", DMS), ("26°50.8017'N 80°56.7717'E", (26.846695, 80.946195)),
    ("२६°५०'४८.१\" उत्तर, ८०°५६'४६.३\" पूर्व", DMS), ("26.8467 उत्तर 80.9462 पूर्व", LKO), ("geo:26.8467,80.9462", LKO), ("geo:26.8467,80.9462;u=35", LKO), ("33.8688° S, 151.2093° E", (-33.8688, 151.2093)),
    ("https://www.google.com/maps?q=26.8467,80.9462", LKO), ("https://maps.google.com/?q=26.8467%2C80.9462&z=17", LKO), ("https://www.google.com/maps/@26.8467,80.9462,17z", LKO),
    ("https://www.google.com/maps/place/X/@26.1,80.1,17z/data=!3m1!4b1!4m5!3d26.8467!4d80.9462", LKO), ("https://www.google.com/maps/search/?api=1&query=26.8467,80.9462", LKO),
    ("https://maps.google.com/?ll=26.8467,80.9462", LKO), ("https://www.google.co.in/maps/dir/?api=1&destination=26.8467,80.9462", LKO), ("https://maps.apple.com/?ll=26.8467,80.9462&q=Pin", LKO),
    ("https://www.openstreetmap.org/?mlat=26.8467&mlon=80.9462#map=17/26.1/80.1", LKO), ("https://www.openstreetmap.org/#map=17/26.8467/80.9462", LKO), ("https://www.bing.com/maps?cp=26.8467~80.9462", LKO),
    ("maps.google.com/maps?q=loc:26.8467,80.9462", LKO), ("https://www.google.com/maps/place/26.8467,80.9462", LKO), ("https://waze.com/ul?ll=26.8467,80.9462&navigate=yes", LKO),
    ("Location: 26.84, 80.94", (26.84, 80.94)), ("Lat 26.8, Long 80.9", (26.8, 80.9)), ("https://maps.app.goo.gl/AbC123", None), ("1.5, 2.5", None), ("0.123, 0.456, 0.789, 0.111", None),
    ("126.8467, 80.9462", None), ("26.8467", None), ("Lat: 26.8467", None), ("Rs 26.846, 80.946", None), ("0.000, 0.000", None), ("latitude unknown, longitude unknown", None), ("Lat: 96.8, Long: 80.9", None),
    ("https://evil.in/maps?q=26.8467,80.9462", None), ("scores 78.125 91.250 66.375", None), ("24.11.2026, 25.11.2026", None), ("36°C and 40°C", None), ("https://www.google.com/maps?q=Hazratganj", None),
    ("26°75'10\"N 80°56'46\"E", None), ("49.36.12.7, 49.36.12.8", None),
    ("GPS 26.8467 80.9462", LKO), ("26.8467, 80.9462 and 26.8467, 80.9462", LKO), ("Location (lat, lon): 26.8467, 80.9462", LKO),
]  # fmt: skip


@pytest.mark.parametrize(("text", "point"), POINTS)
def test_that_a_point_is_found_in_every_notation(text: str, point: tuple[float, float] | None) -> None:
    assert [(seen.lat, seen.lon) for seen in read_clues(f"see {text} there").points] == (
        [point] if point else []
    )


ACCURACY = [
    ("26.8467, 80.9462 (accuracy 350 m)", 350.0), ("26.8467, 80.9462 ± 50 m", 50.0), ("within 2 km of 26.8467, 80.9462", 2000.0), ("26.8467, 80.9462, within 2 km", 2000.0),
    ("Lat: 26.8467 Long: 80.9462\nAccuracy: 1,200 metres", 1200.0), ('"lat": 26.8467, "lon": 80.9462, "accuracy": 35.5', 35.5), ("26.8467, 80.9462 सटीकता: ३५० मीटर", 350.0),
    ("26.8467, 80.9462 with 350m radius", 350.0), ("https://www.google.com/maps?q=26.8467,80.9462 accuracy 20 m", 20.0), ("26.8467, 80.9462", None), ("26.8467, 80.9462 within 5 minutes", None),
    ("26.8467, 80.9462 के 500 मीटर के दायरे में", 500.0), ("Accuracy: 350 m\nLat: 26.8467 Long: 80.9462", 350.0), ("accuracy_m=75 lat=26.8467 lon=80.9462", 75.0),
    ("geo:26.8467,80.9462;u=35", 35.0), ("geo:26.8467,80.9462;crs=wgs84;u=200.5", 200.5), ("geo:26.8467,80.9462;u=x", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "metres"), ACCURACY)
def test_that_the_stated_accuracy_is_kept(text: str, metres: float | None) -> None:
    assert [seen.accuracy_m for seen in read_clues(text).points] == [metres]
