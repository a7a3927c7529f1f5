// The map page: takes checked messages from Python, says back what was clicked. No other way in or out.
"use strict";
window.Room = window.Room || {};
(function (Room) {
  Room.FACE = '"Noto Sans", "Noto Sans Devanagari", "Lohit Devanagari", "Nirmala UI", "Segoe UI", sans-serif';
  const STATE = [[23.7, 77.0], [30.5, 84.8]]; // Uttar Pradesh, for the first view

  const INKS = {
    dark: {
      act: "#FF5A5F", soon: "#F5A524", moving: "#5AA9E6", safe: "#3FB37F", follow: "#A78BFA", off: "#7B8794",
      casing: "#0F1419", text: "#E6EAF0", dim: "#9AA7B4", focus: "#4C9AFF", halo: "rgba(15,20,25,.85)",
      line: "#374453", border: "#50627A", name: "#8593A2", seat: "#6E7C8B",
      shades: ["#161C23", "#1A2530", "#1F2F3F", "#253A50", "#2C4764"],
      street: { ground: "#12181E", green: "#15211D", built: "#161C23", water: "#13283A", house: "#1B232C",
        lane: "#232D38", road: "#2C3845", main: "#3A4857", rail: "#303B47", text: "#8E9BA8", halo: "#12181E" },
    },
    light: {
      act: "#C9252D", soon: "#B86E00", moving: "#1F6FB2", safe: "#1B7F57", follow: "#6D4BD1", off: "#6B7785",
      casing: "#FFFFFF", text: "#17212B", dim: "#52606D", focus: "#0B63CE", halo: "rgba(255,255,255,.88)",
      line: "#CBD4DD", border: "#93A1B0", name: "#5B6875", seat: "#7C8996",
      shades: ["#FFFFFF", "#E6EEF6", "#D0E0EF", "#B8D0E6", "#9CBEDC"],
      street: { ground: "#F4F5F6", green: "#E3EDE2", built: "#EDEFF1", water: "#CFE0EE", house: "#E2E5E8",
        lane: "#FFFFFF", road: "#FFFFFF", main: "#F7E2B8", rail: "#BFC7CF", text: "#4B5763", halo: "#FFFFFF" },
    },
  };

  Room.theme = "dark";
  Room.ink = INKS.dark;
  Room.lang = "en";
  Room.words = null;
  Room.still = matchMedia("(prefers-reduced-motion: reduce)").matches;

  let [map, bridge, picking, revision, asked, shading, loading] = [null, null, false, 0, false, 0, 0];

  Room.say = function (message) {
    if (bridge) bridge.hear(JSON.stringify(message));
  };

  Room.showAll = function () {
    map.fitBounds(Room.districts.bounds() || STATE, { animate: false, padding: [12, 12] });
  };

  // ---- from Python -------------------------------------------------------------------------------------
  const isRow = (row) => Array.isArray(row) && row.length === 11 && typeof row[0] === "string"
    && Room.GROUPS.includes(row[3]) && Number.isFinite(row[5]) && Number.isFinite(row[6])
    && (row[7] === null || Number.isFinite(row[7]));
  const isTried = (row) => Array.isArray(row) && row.length === 7 && Number.isFinite(row[0]) && Number.isFinite(row[1]);
  const isListed = (row) => Array.isArray(row) && row.length === 5 && Room.GROUPS.includes(row[3]);

  const TAKE = {
    words({ words, lang }) {
      [Room.words, Room.lang] = [words, lang === "hi" ? "hi" : "en"];
      document.documentElement.lang = Room.lang;
      Room.controls.relabel();
      Room.labels.request();
      if (Room.street.isOn) Room.street.redraw();
    },
    theme({ theme, still }) {
      Room.theme = theme === "light" ? "light" : "dark";
      Room.ink = INKS[Room.theme];
      Room.still = Boolean(still) || matchMedia("(prefers-reduced-motion: reduce)").matches;
      document.documentElement.dataset.theme = Room.theme;
      document.documentElement.classList.toggle("room-still", Room.still);
      Room.districts.restyle();
      Room.marks.setTheme();
      Room.labels.request();
      if (Room.words) Room.controls.relabel();
      if (Room.street.isOn) Room.street.redraw();
    },
    cases({ rows, gone }) {
      Room.marks.apply(rows.filter(isRow), gone);
      shadeSoon();
      Room.labels.requestSoon();
    },
    select({ id, centre }) {
      const isNew = Room.marks.chosen !== id;
      Room.marks.choose(typeof id === "string" ? id : null);
      const mark = Room.marks.byId.get(id);
      Room.controls.showUnplaced(Room.controls.unplaced);
      if (!mark) return;
      if (centre && !map.getBounds().pad(-0.15).contains(mark._latlng)) {
        Room.touched = true;
        map.panTo(mark._latlng, { animate: false });
      }
      if (isNew) Room.controls.pulseAt(mark);
    },
    tried({ rows }) {
      Room.labels.showTried(rows.filter(isTried));
    },
    fit() {
      const bounds = Room.labels.boundsOfTried();
      if (!bounds) return;
      Room.touched = true;
      map.fitBounds(bounds, { animate: false, paddingTopLeft: [48, 48], paddingBottomRight: [130, 48], maxZoom: 14 });
    },
    unplaced({ rows }) {
      Room.controls.showUnplaced(rows.filter(isListed));
    },
    outlines({ url }) {
      Room.waitFor(1);
      fetch(url).then((answer) => answer.json()).then((collection) => {
        Room.districts.show(collection);
        Room.marks.forgetDistricts();
        shadeNow();
        Room.controls.relabel();
        Room.labels.request();
        if (!Room.touched) Room.showAll();
      }).finally(() => Room.waitFor(-1));
    },
    pick({ on }) {
      picking = Boolean(on);
      Room.controls.picking(picking);
      if (picking) map.getContainer().focus();
    },
    street({ facts }) {
      Room.street.show(facts);
      Room.districts.restyle();
      Room.labels.request();
      if (Room.words) Room.controls.relabel();
    },
  };

  function shadeSoon() {
    shading = shading || setTimeout(shadeNow, 300);
  }

  function shadeNow() {
    clearTimeout(shading);
    shading = 0;
    const find = (lat, lon) => {
      const district = Room.districts.at(lat, lon);
      return district ? district.key : null;
    };
    if (Room.districts.all.length && Room.districts.shade(Room.marks.byDistrict(find))) Room.controls.fillLegend();
  }

  function hear(text) {
    const message = JSON.parse(text);
    if (!Object.hasOwn(TAKE, message.t) || !Number.isInteger(message.rev)) return;
    revision = message.rev;
    try {
      TAKE[message.t](message);
    } finally {
      settle();
    }
  }

  // something is on its way that belongs to the picture: outlines, tiles
  Room.waitFor = function (more) {
    loading = Math.max(0, loading + more);
    settle();
  };

  // tells Python once everything that came has been painted
  function settle() {
    if (asked || loading) return;
    asked = true;
    requestAnimationFrame(() => setTimeout(() => { // after this frame's painting
      asked = false;
      if (!loading) Room.say({ t: "drew", rev: revision, cases: Room.marks.byId.size });
    }));
  }

  // ---- from the desk -----------------------------------------------------------------------------------
  function onClick(event) {
    if (picking) {
      const place = event.latlng.wrap();
      return pick(place);
    }
    const target = Room.marks.at(event.layerPoint);
    if (!target) return undefined;
    if (target.row) return Room.say({ t: "case", id: target.row[0] });
    return open(target);
  }

  function open(cell) {
    const bounds = L.latLngBounds(cell.marks.map((mark) => mark._latlng));
    const zoom = map.getBoundsZoom(bounds.pad(0.1));
    if (zoom > map.getZoom()) return map.setView(bounds.getCenter(), Math.min(zoom, map.getZoom() + 2), { animate: false });
    const worst = cell.marks.reduce((a, b) => (b.row[4] < a.row[4] ? b : a));
    return Room.say({ t: "case", id: worst.row[0] });
  }

  function pick(place) {
    TAKE.pick({ on: false });
    Room.say({ t: "place", lat: Math.max(-90, Math.min(90, place.lat)), lon: place.lng });
  }

  function onKey(event) {
    if (picking && event.key === "Escape") {
      TAKE.pick({ on: false });
      Room.say({ t: "no-place" });
    } else if (picking && event.key === "Enter") {
      pick(map.getCenter().wrap());
    } else if (event.key === "Home") {
      Room.showAll();
    } else {
      return;
    }
    event.preventDefault();
  }

  function onMove(event) {
    const target = picking ? null : Room.marks.at(event.layerPoint);
    map.getContainer().classList.toggle("room-over", Boolean(target));
    Room.controls.point(target, event.containerPoint);
  }

  // larger text, or another screen: everything that was painted small is painted anew
  function sharpen() {
    const ratio = window.devicePixelRatio || 1;
    if (ratio === Room.ratio) return;
    Room.ratio = ratio;
    L.Browser.retina = ratio > 1;
    Room.marks.setTheme();
    Room.labels.request();
  }

  Room.start = function (folium) {
    Room.map = map = folium;
    map.options.keyboardPanDelta = 120;
    document.documentElement.dataset.theme = Room.theme;
    Room.street = new Room.Street(map);
    Room.districts = new Room.Districts(map);
    Room.marks = new Room.Marks(map);
    Room.labels = new Room.Labels(map);
    Room.controls = new Room.Controls(map);
    map.fitBounds(STATE, { animate: false });
    map.on("resize", () => {
      sharpen();
      if (!Room.touched) Room.showAll(); // until somebody moves the map it shows the whole state
    });
    sharpen();
    map.on("click", onClick);
    map.on("mousemove", L.Util.throttle(onMove, 40));
    map.on("mouseout movestart", () => Room.controls.point(null));
    map.getContainer().addEventListener("keydown", onKey);
    // the keys belong to the map whenever the page has the focus
    const takeKeys = () => {
      if (document.activeElement === document.body) map.getContainer().focus({ preventScroll: true });
    };
    takeKeys();
    window.addEventListener("focus", takeKeys);
    for (const kind of ["pointerdown", "wheel", "keydown"]) {
      map.getContainer().addEventListener(kind, () => { Room.touched = true; }, { passive: true });
    }
    new QWebChannel(qt.webChannelTransport, (channel) => {
      bridge = channel.objects.bridge;
      bridge.tell.connect(hear);
      Room.say({ t: "ready" });
    });
  };
})(window.Room);
