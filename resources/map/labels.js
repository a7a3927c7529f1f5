// Words on the map, on a canvas of their own above the areas: district names, headquarters, places tried,
// and the handle of a case when there is room. Nothing overlaps: what comes first keeps its place.
"use strict";
window.Room = window.Room || {};
(function (Room) {
  const PAD = 0.2; // of the view, on every side, so that a short pan shows no bare edge

  class Labels {
    constructor(map) {
      this.map = map;
      this.pane = map.createPane("labels");
      this.pane.style.zIndex = 430;
      this.canvas = document.createElement("canvas");
      this.pane.appendChild(this.canvas);
      this.tried = [];
      map.on("moveend zoomend resize viewreset", () => this.request());
    }

    // new marks may cover names, but need not wait for them to move away
    requestSoon() {
      this.later = this.later || setTimeout(() => this.request(), 250);
    }

    request() {
      clearTimeout(this.later);
      this.later = 0;
      this.frame = this.frame || requestAnimationFrame(() => {
        this.frame = 0;
        this.paint();
      });
    }

    showTried(rows) {
      this.tried = rows;
      this.request();
    }

    paint() {
      const size = this.map.getSize();
      const pad = size.multiplyBy(PAD).round();
      const corner = this.map.containerPointToLayerPoint(pad.multiplyBy(-1));
      const full = size.add(pad.multiplyBy(2));
      const scale = window.devicePixelRatio || 1;
      L.DomUtil.setPosition(this.canvas, corner);
      const ctx = this.canvas.getContext("2d");
      this.resize(ctx, full, scale);
      ctx.setTransform(scale, 0, 0, scale, -corner.x * scale, -corner.y * scale);
      this.taken = [];
      this.view = L.bounds(corner, corner.add(full));
      this.keepMarksFree();
      this.paintTried(ctx);
      this.paintSeats(ctx);
      this.paintCases(ctx);
      this.paintDistricts(ctx);
    }

    resize(ctx, full, scale) {
      const [width, height] = [Math.round(full.x * scale), Math.round(full.y * scale)];
      if (this.canvas.width === width && this.canvas.height === height) {
        ctx.setTransform(1, 0, 0, 1, 0, 0);
        ctx.clearRect(0, 0, width, height);
        return;
      }
      [this.canvas.width, this.canvas.height] = [width, height];
      this.canvas.style.width = full.x + "px";
      this.canvas.style.height = full.y + "px";
    }

    point(lat, lon) {
      return this.map.latLngToLayerPoint([lat, lon]);
    }

    // reserves a box; false when something is there already
    claim(x, y, width, height, force) {
      const box = [x, y, x + width, y + height];
      const hit = (b) => box[0] < b[2] && b[0] < box[2] && box[1] < b[3] && b[1] < box[3];
      if (!force && this.taken.some(hit)) return false;
      this.taken.push(box);
      return true;
    }

    keepMarksFree() {
      const { byId, cells, clustered } = Room.marks;
      for (const { point, radius } of cells) this.keepFree(point, radius + 4);
      if (clustered || byId.size > 2000) return;
      for (const mark of byId.values()) {
        if (mark._point && this.view.contains(mark._point)) this.keepFree(mark._point, mark.size);
      }
    }

    keepFree(p, reach) {
      this.claim(p.x - reach, p.y - reach, 2 * reach, 2 * reach, true);
    }

    write(ctx, text, x, y, colour) {
      ctx.lineJoin = "round";
      ctx.lineWidth = 3;
      ctx.strokeStyle = Room.ink.halo;
      ctx.strokeText(text, x, y);
      ctx.fillStyle = colour;
      ctx.fillText(text, x, y);
    }

    paintDistricts(ctx) {
      const zoom = this.map.getZoom();
      if (zoom < 5.5 || (Room.street.isOn && zoom >= 9.5)) return; // streets bring their own names
      const px = zoom < 7 ? 11 : zoom < 9 ? 12 : 13;
      ctx.textAlign = "center";
      ctx.textBaseline = "middle";
      const metre = this.map.options.crs.scale(zoom) / 360;
      for (const district of [...Room.districts.all].sort((a, b) => b.area - a.area)) {
        const text = Room.lang === "hi" ? district.hi : district.en;
        ctx.font = `${Room.lang === "hi" ? 500 : 400} ${Room.lang === "hi" ? px + 1 : px}px ${Room.FACE}`;
        const p = this.point(district.label.lat, district.label.lon);
        if (!this.view.contains(p)) continue;
        const width = ctx.measureText(text).width;
        if (width > 1.25 * metre * (district.boxes[0][2] - district.boxes[0][0]) && zoom < 9) continue;
        for (const down of [0, px + 6, -px - 6]) {
          if (!this.claim(p.x - width / 2 - 3, p.y + down - px * 0.8, width + 6, px * 1.7)) continue;
          this.write(ctx, text, p.x, p.y + down, Room.ink.name);
          break;
        }
      }
    }

    paintSeats(ctx) {
      for (const seat of Room.districts.seats) {
        const p = this.point(seat.lat, seat.lon);
        if (!this.view.contains(p)) continue;
        ctx.beginPath();
        ctx.arc(p.x, p.y, 2, 0, 2 * Math.PI);
        ctx.fillStyle = Room.ink.seat;
        ctx.fill();
        this.claim(p.x - 2, p.y - 2, 4, 4, true);
      }
    }

    paintCases(ctx) {
      if (this.map.getZoom() < 9.5 || Room.marks.clustered) return;
      ctx.font = `500 12px ${Room.FACE}`;
      ctx.textAlign = "left";
      ctx.textBaseline = "middle";
      const near = [...Room.marks.byId.values()]
        .filter((mark) => mark._point && mark.row[3] !== "off" && this.view.contains(mark._point))
        .sort((a, b) => a.row[4] - b.row[4]).slice(0, 200);
      for (const mark of near) {
        const text = mark.row[2];
        const width = ctx.measureText(text).width;
        const [x, y] = [mark._point.x + mark.size + (mark.row[0] === Room.marks.chosen ? 14 : 9), mark._point.y];
        if (text && this.claim(x - 2, y - 9, width + 4, 18)) this.write(ctx, text, x, y, Room.ink.text);
      }
    }

    // the places tried for the open case: numbered, joined to nothing; the one that counts is solid, a guess and all
    // others are dashed, and the one where nobody was is faint and struck through
    paintTried(ctx) {
      const metre = this.map.options.crs.scale(this.map.getZoom()) / (2 * Math.PI * 6378137);
      this.tried.forEach(([lat, lon, accuracy, guess, label, current, refuted], index) => {
        const p = this.point(lat, lon);
        const radius = (accuracy || 0) * metre / Math.cos(lat * Math.PI / 180);
        ctx.strokeStyle = refuted ? Room.ink.off : current ? Room.ink.focus : Room.ink.dim;
        ctx.lineWidth = current ? 2 : 1.2;
        ctx.setLineDash(guess || !current ? [5, 4] : []);
        if (radius > 10) this.circle(ctx, p, radius, current && !refuted);
        ctx.setLineDash([]);
        if (!current) this.number(ctx, p, index + 1);
        if (refuted) this.strike(ctx, p);
        ctx.font = `500 12px ${Room.FACE}`;
        ctx.textAlign = "left";
        ctx.textBaseline = "middle";
        const width = ctx.measureText(label).width;
        const spots = [[14, current ? 21 : 0], [-width - 16, current ? 21 : 0], [-width / 2, 24], [-width / 2, -22],
          [18, -20], [14, 21]];
        const room = spots.find(([x, y]) => this.claim(p.x + x - 2, p.y + y - 9, width + 4, 18));
        if (!room && !current) return; // from far away only the one that counts is named
        const free = room || spots[0];
        this.write(ctx, label, p.x + free[0], p.y + free[1], current ? Room.ink.text : Room.ink.dim);
      });
    }

    boundsOfTried() {
      if (!this.tried.length) return null;
      const bounds = L.latLngBounds([]);
      for (const [lat, lon, accuracy] of this.tried) bounds.extend(L.latLng(lat, lon).toBounds(2 * (accuracy || 500)));
      return bounds;
    }

    circle(ctx, p, radius, filled) {
      ctx.beginPath();
      ctx.arc(p.x, p.y, radius, 0, 2 * Math.PI);
      if (filled) {
        ctx.save();
        ctx.globalAlpha = 0.1;
        ctx.fillStyle = Room.ink.focus;
        ctx.fill();
        ctx.restore();
      }
      ctx.stroke();
    }

    strike(ctx, p) {
      ctx.beginPath();
      ctx.moveTo(p.x - 11, p.y + 11);
      ctx.lineTo(p.x + 11, p.y - 11);
      ctx.strokeStyle = Room.ink.act;
      ctx.lineWidth = 2;
      ctx.stroke();
    }

    number(ctx, p, number) {
      ctx.beginPath();
      ctx.arc(p.x, p.y, 8, 0, 2 * Math.PI);
      ctx.fillStyle = Room.ink.casing;
      ctx.fill();
      ctx.stroke();
      ctx.font = `600 10px ${Room.FACE}`;
      ctx.textAlign = "center";
      ctx.textBaseline = "middle";
      ctx.fillStyle = Room.ink.text;
      ctx.fillText(String(number), p.x, p.y + 0.5);
      this.claim(p.x - 9, p.y - 9, 18, 18, true);
    }
  }

  Room.Labels = Labels;
})(window.Room);
