"""The page that folium makes, with everything foreign taken out."""

import re

import folium
import pytest

from controlroom.mapview.page import build_page, local_links


def test_that_the_page_names_no_foreign_address() -> None:
    addresses = re.findall(r"[a-z]+://[^\s\"'<>;]*", build_page(title="Map"))
    assert addresses
    assert {address.split("/")[2] for address in addresses} <= {"map", "tiles"}
    assert {address.split(":")[0] for address in addresses} == {"room"}


def test_that_the_page_loads_leaflet_before_what_builds_on_it() -> None:
    scripts = re.findall(r'<script src="room://map/assets/([^"]+)"', build_page(title="Map"))
    assert scripts[0] == "leaflet.js"
    assert scripts[-1] == "room.js"
    assert not {"jquery.js", "bootstrap.js"} & set(scripts)


def test_that_an_asset_folium_did_not_have_before_is_refused() -> None:
    with pytest.raises(LookupError, match="surprise"):
        local_links([*folium.Map.default_js, ("surprise", "https://example.invalid/x.js")])


def test_that_folium_itself_is_left_as_it_was() -> None:
    build_page(title="Map")
    assert folium.Map.default_js[0][1].startswith("https://")


def test_that_every_inline_piece_carries_the_secret_word() -> None:
    page = build_page(title="Map")
    (nonce,) = set(re.findall(r'nonce="([^"]+)"', page))
    assert f"'nonce-{nonce}'" in page
    assert not re.search(r"<(script|style)>", page)
    assert "unsafe" not in page


def test_that_the_map_has_a_limit_of_zoom_without_tiles() -> None:
    assert '"maxZoom": 18' in build_page(title="Map")


def test_that_a_title_cannot_become_markup() -> None:
    assert "</title><script" not in build_page(title="</title><script>1</script>")


def test_that_the_page_is_built_once() -> None:
    assert build_page(title="Map") is build_page(title="Map")
