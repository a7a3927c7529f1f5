// The cells that many marks are counted in: which mark stands in which, and the sign of each cell.
"use strict";
window.Room = window.Room || {};
(function (Room) {
  const CELL = 64; // px

  // kept from one painting to the next, and made anew when the marks have moved: at another zoom
  class Cells {
    constructor(map) {
      this.map = map;
      this.byKey = new Map();
      this.origin = null; // null: made anew at the next painting
      this.expected = null; // the mark that is being put
    }

    all() {
      return this.byKey.values();
    }

    moved(mark) {
      if (mark !== this.expected) this.origin = null;
    }

    follow(byId) {
      if (this.origin) return;
      this.origin = this.map.getPixelOrigin();
      this.byKey.clear();
      for (const mark of byId.values()) {
        mark.cell = null;
        this.enter(mark);
      }
    }

    enter(mark) {
      if (!this.origin || !mark._point) return;
      const column = Math.floor((mark._point.x + this.origin.x) / CELL);
      const line = Math.floor((mark._point.y + this.origin.y) / CELL);
      const key = column * 16777216 + line;
      let cell = this.byKey.get(key);
      if (!cell) {
        const corner = L.point(column * CELL - this.origin.x, line * CELL - this.origin.y);
        this.byKey.set(key, cell = { key, marks: [], sign: null, bounds: L.bounds(corner, corner.add([CELL, CELL])) });
      }
      cell.marks.push(mark);
      cell.sign = null;
      mark.cell = cell;
    }

    leave(mark) {
      const { cell } = mark;
      if (!cell) return;
      mark.cell = cell.sign = null;
      cell.marks.splice(cell.marks.indexOf(mark), 1);
      if (!cell.marks.length) this.byKey.delete(cell.key);
    }
  }

  // the sign of a cell stays inside it, so that no two overlap
  function within(cell, reach, point) {
    const keep = (at, from) => Math.max(from + reach, Math.min(from + CELL - reach, at));
    return L.point(keep(point.x, cell.bounds.min.x), keep(point.y, cell.bounds.min.y));
  }

  // kept until a mark of the cell changes
  Room.signOf = function (cell) {
    if (cell.sign) return cell.sign;
    const { marks } = cell;
    const share = { act: 0, soon: 0, moving: 0, safe: 0, follow: 0, off: 0 };
    let [x, y, late] = [0, 0, 0];
    for (const mark of marks) {
      share[mark.row[3]] += 1;
      x += mark._point.x;
      y += mark._point.y;
      late += mark.row[9] ? 1 : 0;
    }
    const radius = 11 + 3.2 * Math.log10(marks.length);
    const point = within(cell, radius + 5, L.point(x / marks.length, y / marks.length));
    return cell.sign = { marks, share, late, radius, point };
  };

  // a ring of the states in a cell, with their number in the middle
  Room.paintSign = function (ctx, cell) {
    const { x, y } = cell.point;
    ctx.beginPath();
    ctx.arc(x, y, cell.radius + 2, 0, 2 * Math.PI);
    ctx.fillStyle = Room.ink.casing;
    ctx.fill();
    let from = -Math.PI / 2;
    for (const group of Room.GROUPS) {
      if (!cell.share[group]) continue;
      const to = from + 2 * Math.PI * cell.share[group] / cell.marks.length;
      ctx.beginPath();
      ctx.arc(x, y, cell.radius - 1, from, to);
      ctx.strokeStyle = Room.ink[group];
      ctx.lineWidth = 3;
      ctx.stroke();
      from = to;
    }
    if (cell.late) {
      const half = Math.PI * cell.late / cell.marks.length; // how much of it is late, around the top
      ctx.beginPath();
      ctx.arc(x, y, cell.radius + 3.5, -Math.PI / 2 - half, -Math.PI / 2 + half);
      ctx.strokeStyle = Room.ink.act;
      ctx.lineWidth = 2;
      ctx.stroke();
    }
    ctx.fillStyle = Room.ink.text;
    ctx.font = "600 11px " + Room.FACE;
    ctx.textAlign = "center";
    ctx.textBaseline = "middle";
    ctx.fillText(String(cell.marks.length), x, y + 0.5);
  };

  Room.CELL = CELL;
  Room.Cells = Cells;
})(window.Room);
