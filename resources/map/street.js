// The street map that the administrator dropped in: pictures, or vectors drawn on canvas (which shapes Hindi).
"use strict";
window.Room = window.Room || {};
(function (Room) {
  const URL_OF_TILES = "room://tiles/{z}/{x}/{y}";

  class Street {
    constructor(map) {
      this.map = map;
      this.facts = null;
      this.layer = null;
    }

    get isOn() {
      return this.layer !== null;
    }

    show(facts) {
      this.facts = facts;
      this.redraw();
    }

    redraw() {
      if (this.layer) this.layer.remove();
      this.wait(false);
      this.layer = this.facts ? this.make(this.facts) : null;
      if (this.layer) this.layer.on("loading", () => this.wait(true)).on("load", () => this.wait(false)).addTo(this.map);
      const raster = Boolean(this.facts) && !this.facts.vector;
      this.map.getPane("tilePane").classList.toggle("room-night", raster && Room.theme === "dark");
    }

    wait(on) {
      if (on === Boolean(this.waits)) return;
      this.waits = on;
      Room.waitFor(on ? 1 : -1);
    }

    make(facts) {
      const common = { noWrap: true, keepBuffer: 1, updateWhenIdle: false };
      if (facts.bounds) {
        common.bounds = [[facts.bounds[1], facts.bounds[0]], [facts.bounds[3], facts.bounds[2]]];
      }
      // the address carries the file's own mark, so that no tile of an earlier file is taken from the cache
      const url = URL_OF_TILES + "?" + encodeURIComponent(facts.mark);
      if (!facts.vector) {
        return L.tileLayer(url, { ...common, minNativeZoom: facts.min, maxNativeZoom: facts.max, maxZoom: 18 });
      }
      return protomapsL.leafletLayer({
        ...common,
        url,
        maxDataZoom: facts.max,
        attribution: "",
        lang: Room.lang,
        ...Room.streetRules(facts.layers),
      });
    }
  }

  // Files made by the Protomaps tools have their own layers; most others follow OpenMapTiles.
  Room.streetRules = function (layers) {
    const ink = Room.ink.street;
    if (layers.includes("transportation")) return openMapTiles(ink);
    const flavor = protomapsFlavor(ink);
    return { backgroundColor: ink.ground, paintRules: protomapsL.paintRules(flavor),
      labelRules: protomapsL.labelRules(flavor, Room.lang) };
  };

  // The file's own boundaries are never drawn: the outline that counts is the one that was imported.
  function protomapsFlavor(ink) {
    const flavor = { boundaries: "rgba(0,0,0,0)" };
    const same = (colour, ...keys) => keys.forEach((key) => { flavor[key] = colour; });
    same(ink.ground, "earth", "sand", "beach", "glacier");
    same(ink.green, "park_a", "park_b", "wood_a", "wood_b", "scrub_a", "scrub_b", "zoo");
    same(ink.built, "hospital", "industrial", "school", "pedestrian", "aerodrome", "pier");
    same(ink.water, "water");
    same(ink.house, "buildings");
    same(ink.lane, "runway");
    same(ink.road, "major");
    same(ink.rail, "railway");
    for (const key of ["roads_label_minor", "roads_label_major", "city_label", "state_label"]) {
      same(ink.text, key);
      same(ink.halo, key + "_halo");
    }
    same(ink.text, "ocean_label", "country_label");
    return flavor;
  }

  function openMapTiles(ink) {
    const { LineSymbolizer, PolygonSymbolizer, CenteredTextSymbolizer, LineLabelSymbolizer, exp } = protomapsL;
    const kind = (...kinds) => (zoom, feature) => kinds.includes(feature.props.class);
    const names = Room.lang === "hi" ? ["name:hi", "name"] : ["name:en", "name:latin", "name"];
    const face = (size) => ({ labelProps: names, fill: ink.text, stroke: ink.halo, width: 2.5,
      font: `500 ${size}px ${Room.FACE}` });
    const road = (color, stops) => new LineSymbolizer({ color, width: exp(1.6, stops) });
    return {
      backgroundColor: ink.ground,
      paintRules: [
        { dataLayer: "landcover", symbolizer: new PolygonSymbolizer({ fill: ink.green, opacity: 0.6 }),
          filter: kind("wood", "grass") },
        { dataLayer: "landuse", symbolizer: new PolygonSymbolizer({ fill: ink.built }) },
        { dataLayer: "park", symbolizer: new PolygonSymbolizer({ fill: ink.green }) },
        { dataLayer: "water", symbolizer: new PolygonSymbolizer({ fill: ink.water }) },
        { dataLayer: "waterway", symbolizer: new LineSymbolizer({ color: ink.water, width: 1.2 }) },
        { dataLayer: "building", symbolizer: new PolygonSymbolizer({ fill: ink.house }), minzoom: 14 },
        { dataLayer: "transportation", symbolizer: road(ink.lane, [[12, 0.5], [18, 9]]), minzoom: 12,
          filter: kind("minor", "service", "track", "path") },
        { dataLayer: "transportation", symbolizer: road(ink.road, [[8, 0.6], [18, 12]]),
          filter: kind("secondary", "tertiary") },
        { dataLayer: "transportation", symbolizer: road(ink.main, [[6, 0.8], [18, 15]]),
          filter: kind("motorway", "trunk", "primary") },
        { dataLayer: "transportation", symbolizer: new LineSymbolizer({ color: ink.rail, width: 1, dash: [4, 3] }),
          filter: kind("rail", "transit") },
      ],
      labelRules: [
        { dataLayer: "place", symbolizer: new CenteredTextSymbolizer(face(13)), filter: kind("city", "town") },
        { dataLayer: "place", symbolizer: new CenteredTextSymbolizer(face(11)), minzoom: 11,
          filter: kind("village", "suburb", "hamlet", "neighbourhood", "quarter") },
        { dataLayer: "transportation_name", symbolizer: new LineLabelSymbolizer(face(11)), minzoom: 13 },
        { dataLayer: "poi", symbolizer: new CenteredTextSymbolizer(face(10)), minzoom: 16 },
      ],
    };
  }

  Room.Street = Street;
})(window.Room);
