// District outlines as they were imported, shaded by how many open cases lie in them; approximate ones dashed.
"use strict";
window.Room = window.Room || {};
(function (Room) {
  const SHADES = 4;
  const NEAR = 9.5; // zoom

  function ringsOf(geometry) {
    if (geometry.type === "Polygon") return [geometry.coordinates];
    return geometry.type === "MultiPolygon" ? geometry.coordinates : [];
  }

  function boxOf(ring) {
    const box = [Infinity, Infinity, -Infinity, -Infinity];
    for (const [lon, lat] of ring) {
      box[0] = Math.min(box[0], lon);
      box[1] = Math.min(box[1], lat);
      box[2] = Math.max(box[2], lon);
      box[3] = Math.max(box[3], lat);
    }
    return box;
  }

  function isInRing(lon, lat, ring) {
    let inside = false;
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [xi, yi, xj, yj] = [ring[i][0], ring[i][1], ring[j][0], ring[j][1]];
      if (yi > lat !== yj > lat && lon < (xj - xi) * (lat - yi) / (yj - yi) + xi) inside = !inside;
    }
    return inside;
  }

  function areaOf(ring) {
    let sum = 0;
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      sum += ring[j][0] * ring[i][1] - ring[i][0] * ring[j][1];
    }
    return sum / 2;
  }

  // where a name sits best: the widest place of the district near the middle of its height
  function middleOf(polygon) {
    const box = boxOf(polygon[0]);
    let best = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2, 0];
    for (const part of [0.5, 0.42, 0.58, 0.34, 0.66]) {
      const lat = box[1] + part * (box[3] - box[1]);
      const cuts = [];
      for (const ring of polygon) {
        for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
          const [a, b] = [ring[i], ring[j]];
          if (a[1] > lat !== b[1] > lat) cuts.push(a[0] + (lat - a[1]) * (b[0] - a[0]) / (b[1] - a[1]));
        }
      }
      cuts.sort((a, b) => a - b);
      for (let i = 0; i + 1 < cuts.length; i += 2) {
        const width = (cuts[i + 1] - cuts[i]) * (part === 0.5 ? 1.15 : 1);
        if (width > best[2]) best = [(cuts[i] + cuts[i + 1]) / 2, lat, width];
      }
    }
    return { lat: best[1], lon: best[0] };
  }

  function districtOf(feature) {
    const words = feature.properties || {};
    const polygons = ringsOf(feature.geometry);
    const outer = polygons.map((polygon) => polygon[0]);
    const largest = polygons.reduce((a, b) => (Math.abs(areaOf(b[0])) > Math.abs(areaOf(a[0])) ? b : a));
    return {
      key: String(words.key ?? words.en ?? ""),
      en: String(words.en ?? ""),
      hi: String(words.hi ?? words.en ?? ""),
      approximate: Boolean(words.approximate),
      polygons,
      boxes: outer.map(boxOf),
      label: middleOf(largest),
      area: Math.abs(areaOf(largest[0])),
    };
  }

  // headquarters come as a property of the area, or as points of their own
  function seatOf(feature) {
    const at = feature.geometry.type === "Point" ? feature.geometry.coordinates : feature.properties?.hq;
    if (!Array.isArray(at) || !at.slice(0, 2).every(Number.isFinite)) return null;
    return { lon: at[0], lat: at[1] };
  }

  class Districts {
    constructor(map) {
      this.map = map;
      this.all = [];
      this.seats = [];
      this.load = new Map();
      this.breaks = [1, 2, 5, 10];
      this.layers = [];
      map.createPane("districts").style.zIndex = 250;
      this.canvas = L.canvas({ pane: "districts", padding: 0.5 });
      this.isNear = false;
      map.on("zoomend", () => this.onZoom());
    }

    // one district fills the view: how many cases it has is seen in the marks themselves
    onZoom() {
      const isNear = this.map.getZoom() >= NEAR;
      if (isNear === this.isNear) return;
      this.isNear = isNear;
      this.restyle();
    }

    show(collection) {
      const features = Array.isArray(collection.features) ? collection.features : [];
      const drawn = features.filter((feature) => feature && feature.geometry);
      const areas = drawn.filter((feature) => ringsOf(feature.geometry).length > 0);
      this.all = areas.map(districtOf);
      this.seats = drawn.map(seatOf).filter(Boolean);
      this.source = { type: "FeatureCollection", features: areas };
      this.draw();
    }

    // with streets below them the areas are only lines
    get isBare() {
      return Room.street.isOn;
    }

    get approximate() {
      return this.all.some((district) => district.approximate);
    }

    // one wide line under all, then the areas on top of it: what is left is the outer border
    draw() {
      for (const layer of this.layers) layer.remove();
      const common = { renderer: this.canvas, pane: "districts", interactive: false, smoothFactor: 0.6 };
      this.layers = this.source ? [
        L.geoJSON(this.source, { ...common, style: () => this.border() }),
        L.geoJSON(this.source, { ...common, style: (feature) => this.area(feature) }),
      ] : [];
      for (const layer of this.layers) layer.addTo(this.map);
    }

    border() {
      const shown = !this.approximate && !this.isBare;
      return { stroke: true, color: Room.ink.border, weight: shown ? 4 : 0, opacity: 1, fill: false };
    }

    area(feature) {
      const words = feature.properties || {};
      const load = this.load.get(String(words.key ?? words.en ?? "")) || 0;
      const shade = this.isNear ? 0 : this.shadeOf(load);
      return {
        color: this.isBare ? Room.ink.border : Room.ink.line,
        weight: this.isBare ? 1.5 : 1,
        opacity: 1,
        dashArray: words.approximate ? "4 4" : null,
        fill: true,
        fillColor: Room.ink.shades[shade],
        fillOpacity: this.isBare ? (shade ? 0.22 : 0) : 1,
      };
    }

    shadeOf(count) {
      for (let shade = SHADES; shade > 0; shade--) if (count >= this.breaks[shade - 1]) return shade;
      return 0;
    }

    // `load` counts the open cases of each district
    shade(load) {
      const worst = Math.max(0, ...load.values());
      const scale = worst <= 20 ? 1 : Math.pow(10, Math.floor(Math.log10(worst / 10)));
      const breaks = [1, 2 * scale, 5 * scale, 10 * scale];
      const same = load.size === this.load.size && [...load].every(([key, n]) => this.load.get(key) === n);
      if (same && String(breaks) === String(this.breaks)) return false;
      [this.load, this.breaks] = [load, breaks];
      if (this.layers[1]) this.layers[1].eachLayer((layer) => this.shadeOne(layer));
      return true;
    }

    shadeOne(layer) {
      const style = this.area(layer.feature);
      if (style.fillColor !== layer.options.fillColor) layer.setStyle(style);
    }

    restyle() {
      if (this.layers[0]) this.layers[0].setStyle(() => this.border());
      if (this.layers[1]) this.layers[1].setStyle((feature) => this.area(feature));
    }

    at(lat, lon) {
      for (const district of this.all) {
        for (let i = 0; i < district.boxes.length; i++) {
          const box = district.boxes[i];
          if (lon < box[0] || lon > box[2] || lat < box[1] || lat > box[3]) continue;
          const [outer, ...holes] = district.polygons[i];
          if (isInRing(lon, lat, outer) && !holes.some((hole) => isInRing(lon, lat, hole))) return district;
        }
      }
      return null;
    }

    bounds() {
      if (!this.all.length) return null;
      const boxes = this.all.flatMap((district) => district.boxes);
      return L.latLngBounds(
        [Math.min(...boxes.map((b) => b[1])), Math.min(...boxes.map((b) => b[0]))],
        [Math.max(...boxes.map((b) => b[3])), Math.max(...boxes.map((b) => b[2]))]);
    }
  }

  Room.Districts = Districts;
})(window.Room);
