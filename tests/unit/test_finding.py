"""What to try next, what is odd about places, whose case it is, and the words to ask with."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from controlroom.casework.handing.requests import RequestWords
from controlroom.casework.placing.whose import Around, claims
from controlroom.domain.case import Alert, Case, Choice, Facts, IpSeen, Place, Report, Try
from controlroom.domain.finding import Ask, next_asks, remarks
from controlroom.domain.triage import PLACE_SOURCES
from controlroom.errors import WorldFault

NOW = datetime(2026, 11, 29, 20, 30, tzinfo=UTC)


def ago(minutes: float) -> datetime:
    return NOW - timedelta(minutes=minutes)


def place(lat: float, lon: float, reach: float | None = 300, source: str = "stf", **more: object) -> Place:
    made = Place(lat, lon, reach, source, "", ago(5), "a.verma")
    return made._replace(**more)  # type: ignore[arg-type]


def case(**known: object) -> Case:
    facts = Facts(phones=("+919839012345",), account_urls=("https://www.facebook.com/ravi.example",))
    made = Case(UUID(int=7), number="2026-K7-0012", facts=facts, received_at=ago(9))
    for name, value in known.items():
        setattr(made, name, value)
    return made


def alert(text: str, source: str = "mail") -> Alert:
    return Alert(source, ago(9), "", "", "", text, "", "", "", "", "alert", "")


def sources(known: Case) -> list[str]:
    return [ask.source for ask in next_asks(known, NOW)]


def test_that_the_stf_comes_first_where_there_is_a_phone_and_meta_where_there_is_none() -> None:
    assert sources(case())[0] == "stf"
    without = case(facts=Facts(usernames=("ravi.example",)))
    assert sources(without)[0] == "meta"
    assert not {"stf", "subscriber", "tower"} & set(sources(without))


def test_that_an_address_on_the_internet_is_the_last_hint() -> None:
    known = case(facts=Facts(phones=("+919839012345",), ips=(IpSeen("203.0.113.7", ""),)))
    assert sources(known)[-1] == "ip"


def test_that_what_was_tried_is_not_proposed_and_a_silent_one_is_again() -> None:
    tried = Try("", ago(5), "a.verma", "stf", "asked", "STF desk")
    assert "stf" not in sources(case(tries=(tried,)))
    silent = next_asks(case(tries=(tried._replace(at=ago(25)),)), NOW)[0]
    assert silent == Ask("stf", "silent", words="STF desk")
    nothing = tried._replace(at=ago(25), status="nothing")
    assert "stf" not in sources(case(tries=(nothing,)))


def test_that_after_not_at_the_place_the_other_places_come_first_and_all_may_be_asked_again() -> None:
    gone, other = (
        place(26.85, 80.95, is_refuted=True),
        place(26.47, 80.29, source="family", is_candidate=True),
    )
    missed = Report("not-at-place", "PRV 12", ago(2), ago(2), "a.verma")
    known = case(places=(gone, other), reports=(missed,), choice=Choice(0, "", ago(4), "a.verma"))
    first, second, *_ = next_asks(known, NOW)
    assert (first.source, first.at) == ("candidate", 1)
    assert (second.source, second.why) == ("stf", "not-there")


def test_that_a_place_that_its_source_left_since_is_not_looked_at_again() -> None:
    left = place(26.80, 80.90, happened_at=ago(60))
    gone = place(26.85, 80.95, happened_at=ago(9), is_refuted=True)
    older, newer = place(26.4, 80.3, source="friend", happened_at=ago(40)), place(26.5, 80.3, source="family")
    asks = next_asks(case(places=(left, older, newer, gone)), NOW)
    assert [ask.at for ask in asks if ask.source == "candidate"] == [2, 1]


def test_that_a_plate_and_a_track_in_the_words_are_followed() -> None:
    known = case(alerts=(alert("on the railway track, scooter UP32 AB 1234"),))
    asks = {ask.source: ask for ask in next_asks(known, NOW)}
    assert asks["number-plate"].words == "UP32 AB 1234"
    assert asks["landmark"].why == "rail"
    assert "landmark" not in sources(case(alerts=(alert("goodbye"),)))


def test_that_places_whose_circles_do_not_touch_conflict() -> None:
    chosen = place(26.85, 80.95)
    near, far = place(26.851, 80.951, source="meta"), place(25.32, 82.97, source="family")
    known = case(places=(near, far, chosen))
    assert [(one.at, one.kind, one.other) for one in remarks(known, NOW)] == [(1, "apart", 2)]
    owner = far._replace(whose="phone-owner")
    assert remarks(case(places=(owner, chosen)), NOW) == ()  # two people may be in two places


def test_that_circles_which_touch_agree() -> None:
    chosen, other = place(26.8500, 80.95, 500), place(26.8572, 80.95, 500, source="family")  # 800 m
    assert remarks(case(places=(other, chosen)), NOW) == ()
    beyond = place(26.8600, 80.95, 500, source="family")  # 1,112 m
    assert [one.kind for one in remarks(case(places=(beyond, chosen)), NOW)] == ["apart"]


def test_that_a_newer_place_of_one_source_is_a_move_and_an_old_one_is_said() -> None:
    before = place(26.85, 80.95, happened_at=ago(90))
    after = place(26.90, 81.05)
    told = remarks(case(places=(before, after)), NOW)
    assert [(one.kind, one.at, one.other) for one in told] == [("old", 0, -1), ("moved", 0, 1)]
    assert told[0].value == 90
    assert 11 < told[1].value < 12


class _Ground:
    def __init__(self, around: Around) -> None:
        self._around = around

    def around(self, lat: float, lon: float, accuracy_m: float | None) -> Around:
        return self._around


def test_that_near_a_border_both_districts_are_named_and_a_commissionerate_as_such() -> None:
    around = Around(("Lucknow", "Barabanki"), frozenset({"Lucknow"}), thana="Chinhat", zone="East")
    found = claims(case(places=(place(26.9, 81.1, district="Lucknow"),)), _Ground(around))
    assert [(one.force, one.district, one.thana, one.zone) for one in found] == [
        ("commissionerate", "Lucknow", "Chinhat", "East"),
        ("district", "Barabanki", "", ""),
    ]


def test_that_a_track_names_the_railway_police_beside_the_district() -> None:
    around = Around(("Lucknow",), frozenset(), grp="GRP Charbagh", is_sure=True)
    on_track = case(places=(place(26.83, 80.92),), alerts=(alert("पटरी पर हूँ"),))
    assert [one.force for one in claims(on_track, _Ground(around))] == ["district", "grp"]
    assert [one.force for one in claims(case(places=(place(26.83, 80.92),)), _Ground(around))] == ["district"]


def test_that_outside_the_state_its_probable_states_are_named() -> None:
    around = Around(is_outside=True, is_sure=True, states=("Bihar", "Jharkhand"))
    found = claims(case(places=(place(25.6, 85.1),)), _Ground(around))
    assert [(one.force, one.state) for one in found] == [
        ("other-state", "Bihar"),
        ("other-state", "Jharkhand"),
    ]


@pytest.mark.parametrize("source", [*PLACE_SOURCES, "candidate"])
def test_that_every_source_has_its_words_in_both_languages(source: str) -> None:
    request = RequestWords().request(case(), Ask(source, ""), person="a.verma")
    assert request is not None
    assert request.to_hi and request.to_en and request.by
    assert any("\u0904" <= sign <= "\u0939" for sign in request.hi)
    assert "{" not in request.en + request.hi


def test_that_a_request_holds_what_its_receiver_needs_and_no_word_of_the_post() -> None:
    known = case(alerts=(alert("I will take pills tonight, Ravi Kumar"),))
    request = RequestWords().request(known, Ask("stf", "phone"), person="a.verma")
    assert request is not None
    assert "+919839012345" in request.en and "2026-K7-0012" in request.en
    assert "pills" not in request.en and "facebook" not in request.en


def test_that_the_administrators_words_take_the_place_of_ours(tmp_path: Path) -> None:
    own = tmp_path / "requests.toml"
    own.write_text('[stf]\nto_en = "Desk"\nen = "{number} {phones} {unknown} {"\n', encoding="utf-8")
    request = RequestWords(tmp_path).request(case(), Ask("stf", "phone"))
    assert request is not None
    assert (request.to_en, request.en) == ("Desk", "2026-K7-0012 +919839012345 {unknown} {")
    own.write_text("[stf", encoding="utf-8")
    with pytest.raises(WorldFault, match="requests"):
        RequestWords(tmp_path).request(case(), Ask("stf", "phone"))
