// The marks of the cases: one canvas, id -> mark. Colour and shape follow the state, size the priority,
// a dashed outline a guess, a red ring what is late; accuracy circles are true to scale.
"use strict";
window.Room = window.Room || {};
(function (Room) {
  const CLUSTER_ABOVE = 10000;
  const FEW = 50; // changes that are painted one by one
  const EQUATOR = 2 * Math.PI * 6378137;
  const SIZE = [0, 10, 8.5, 7.5, 6.5, 6]; // px, by priority
  const GROUPS = ["act", "soon", "moving", "safe", "follow", "off"];

  const Mark = L.CircleMarker.extend({
    initialize(row, options) {
      L.CircleMarker.prototype.initialize.call(this, [row[5], row[6]], options);
      this.take(row);
    },
    take(row) {
      this.row = row;
      this.size = row[3] === "off" ? 5 : SIZE[row[4]] || SIZE[5];
      this.look = row[3] + row[4] + (row[8] ? "g" : "") + (row[9] ? "l" : "");
      this._latlng = new L.LatLng(row[5], row[6]);
    },
    _project() {
      L.CircleMarker.prototype._project.call(this);
      this.options.grid.moved(this);
    },
    _updateBounds() {
      const metre = this._map.options.crs.scale(this._map.getZoom()) / EQUATOR;
      const accuracy = (this.row[7] || 0) * metre / Math.cos(this.row[5] * Math.PI / 180);
      this.circle = accuracy > this.size + 2 ? accuracy : 0;
      const reach = Math.max(this.size + 9, this.circle + 2);
      this._pxBounds = new L.Bounds(
        [this._point.x - reach, this._point.y - reach], [this._point.x + reach, this._point.y + reach]);
    },
    _updatePath() {}, // the canvas paints all marks in its own order, see MarkCanvas._draw
  });

  const MarkCanvas = L.Canvas.extend({
    _initContainer() {
      // no listeners of Leaflet's own: they would walk through every mark at every move of the mouse
      this._container = document.createElement("canvas");
      this._ctx = this._container.getContext("2d");
    },
    _draw() {
      const ctx = this._ctx;
      const clip = this._redrawBounds;
      ctx.save();
      if (clip) {
        const size = clip.getSize();
        ctx.beginPath();
        ctx.rect(clip.min.x, clip.min.y, size.x, size.y);
        ctx.clip();
      }
      if (Room.marks) Room.marks.paint(ctx, clip || this._bounds, this._drawFirst);
      ctx.restore();
    },
  });

  function shape(ctx, group, x, y, r) {
    ctx.beginPath();
    if (group === "act") polygon(ctx, x, y, r * 1.22, 4, 0);
    else if (group === "moving") polygon(ctx, x, y + r * 0.12, r * 1.25, 3, 0);
    else if (group === "safe") ctx.roundRect(x - r * 0.9, y - r * 0.9, r * 1.8, r * 1.8, r * 0.35);
    else if (group === "follow") polygon(ctx, x, y, r * 1.12, 6, Math.PI / 6);
    else ctx.arc(x, y, r, 0, 2 * Math.PI);
    ctx.closePath();
  }

  function polygon(ctx, x, y, r, corners, turn) {
    for (let i = 0; i < corners; i++) {
      const angle = turn - Math.PI / 2 + i * 2 * Math.PI / corners;
      ctx.lineTo(x + r * Math.cos(angle), y + r * Math.sin(angle));
    }
  }

  function paintMark(ctx, mark, x, y, ink) {
    const [group, guess, late] = [mark.row[3], mark.row[8], mark.row[9]];
    const colour = ink[group];
    if (mark.row[4] === 1 && group !== "off") {
      ctx.globalAlpha = 0.22;
      ctx.fillStyle = colour;
      ctx.beginPath();
      ctx.arc(x, y, mark.size + 6, 0, 2 * Math.PI);
      ctx.fill();
      ctx.globalAlpha = 1;
    }
    ctx.lineJoin = "round";
    shape(ctx, group, x, y, mark.size);
    ctx.strokeStyle = ink.casing;
    ctx.lineWidth = 4;
    ctx.stroke();
    ctx.fillStyle = guess || group === "off" ? ink.casing : colour;
    ctx.fill();
    if (guess || group === "off") {
      ctx.setLineDash(guess ? [3, 2.4] : []);
      ctx.lineWidth = 1.9;
      ctx.strokeStyle = colour;
      ctx.stroke();
      ctx.setLineDash([]);
    }
    core(ctx, group, guess, x, y, mark.size, ink);
    if (late) ring(ctx, x, y, mark.size + 5.5, ink.act, 2);
  }

  // a small sign inside, so that the groups differ without colour as well
  function core(ctx, group, guess, x, y, size, ink) {
    ctx.fillStyle = ctx.strokeStyle = guess ? ink[group] : ink.casing;
    if (group === "act") {
      ctx.fillRect(x - 1, y - size * 0.5, 2, size * 0.6);
      ctx.fillRect(x - 1, y + size * 0.25, 2, 2);
    } else if (group === "soon") {
      ctx.beginPath();
      ctx.arc(x, y, size * 0.34, 0, 2 * Math.PI);
      ctx.fill();
    } else if (group === "safe") {
      ctx.lineWidth = 1.8;
      ctx.beginPath();
      ctx.moveTo(x - size * 0.42, y);
      ctx.lineTo(x - size * 0.1, y + size * 0.34);
      ctx.lineTo(x + size * 0.45, y - size * 0.36);
      ctx.stroke();
    }
  }

  function ring(ctx, x, y, r, colour, width) {
    ctx.beginPath();
    ctx.arc(x, y, r, 0, 2 * Math.PI);
    ctx.lineWidth = width;
    ctx.strokeStyle = colour;
    ctx.stroke();
  }

  class Marks {
    constructor(map) {
      this.map = map;
      this.byId = new Map();
      this.chosen = null;
      this.sprites = new Map();
      this.grid = new Room.Cells(map);
      this.cells = []; // those with a sign that were last in reach of the picture
      this.scale = 1;
      map.createPane("marks").style.zIndex = 420;
      this.canvas = new MarkCanvas({ pane: "marks", padding: 0.15 }).addTo(map);
      this.options = { renderer: this.canvas, interactive: false, pane: "marks", weight: 0, grid: this.grid };
    }

    get clustered() {
      return this.byId.size > CLUSTER_ABOVE;
    }

    apply(rows, gone) {
      const clustered = this.clustered;
      for (const id of gone) {
        const mark = this.byId.get(id);
        if (!mark) continue;
        if (this.clustered) this.touch(mark);
        this.grid.leave(mark);
        mark.remove();
        this.byId.delete(id);
      }
      for (const row of rows) this.put(row);
      if (this.clustered !== clustered || (clustered && rows.length + gone.length > FEW)) this.repaint();
    }

    // asks for the whole cell of a mark to be painted anew
    touch(mark) {
      const { x, y } = mark._point;
      const reach = Room.CELL + 40;
      const bounds = L.bounds([x - reach, y - reach], [x + reach, y + reach]);
      this.canvas._requestRedraw({ _pxBounds: bounds, options: {} });
    }

    put(row) {
      let mark = this.byId.get(row[0]);
      if (!mark) {
        mark = this.grid.expected = new Mark(row, this.options);
        this.byId.set(row[0], mark);
        mark.addTo(this.map);
      } else {
        this.canvas._requestRedraw(mark); // where it was
        if (this.clustered) this.touch(mark);
        this.grid.leave(mark);
        this.grid.expected = mark;
        mark.take(row);
        mark._reset();
        this.canvas._requestRedraw(mark);
      }
      this.grid.expected = null;
      this.grid.enter(mark);
      if (this.clustered) this.touch(mark);
    }

    repaint() {
      if (!this.canvas._bounds) return;
      this.canvas._redrawBounds = L.bounds(this.canvas._bounds.min, this.canvas._bounds.max);
      this.canvas._redrawRequest = this.canvas._redrawRequest
        || L.Util.requestAnimFrame(this.canvas._redraw, this.canvas);
    }

    setTheme() {
      this.sprites.clear();
      this.repaint();
    }

    choose(id) {
      this.chosen = id;
      this.repaint();
    }

    paint(ctx, bounds, first) {
      this.scale = this.map.getZoom() < 7.5 ? 0.84 : 1; // the whole state in one view needs more room
      this.cells = [];
      if (this.clustered) {
        this.paintCells(ctx, bounds);
      } else {
        const seen = [];
        for (let order = first; order; order = order.next) {
          const mark = order.layer;
          if (mark._pxBounds && mark._pxBounds.intersects(bounds)) seen.push(mark);
        }
        this.paintMarks(ctx, seen);
      }
      const chosen = this.byId.get(this.chosen);
      if (chosen && chosen._point) this.paintChosen(ctx, chosen);
    }

    // only what reaches into the part that is painted; a sign stays inside its cell, a mark alone does not
    paintCells(ctx, bounds) {
      this.grid.follow(this.byId);
      const alone = [];
      const signs = [];
      for (const cell of this.grid.all()) {
        if (cell.marks.length < 4) {
          for (const mark of cell.marks) if (mark._pxBounds.intersects(bounds)) alone.push(mark);
        } else if (cell.bounds.intersects(this.canvas._bounds)) {
          const sign = Room.signOf(cell);
          this.cells.push(sign);
          if (cell.bounds.intersects(bounds)) signs.push(sign);
        }
      }
      this.paintMarks(ctx, alone);
      for (const sign of signs) Room.paintSign(ctx, sign);
    }

    paintMarks(ctx, marks) {
      const layers = [[], [], [], [], [], []];
      for (const mark of marks) {
        if (mark.circle) this.paintCircle(ctx, mark, 0.06, 0.5);
        layers[mark.row[3] === "off" ? 0 : Math.max(1, 6 - mark.row[4])].push(mark);
      }
      for (const layer of layers) for (const mark of layer) this.stamp(ctx, mark);
    }

    paintCircle(ctx, mark, fill, line) {
      const { x, y } = mark._point;
      ctx.beginPath();
      ctx.arc(x, y, mark.circle, 0, 2 * Math.PI);
      ctx.fillStyle = ctx.strokeStyle = Room.ink[mark.row[3]];
      ctx.globalAlpha = fill;
      ctx.fill();
      ctx.globalAlpha = line;
      ctx.lineWidth = 1;
      ctx.setLineDash(mark.row[8] ? [5, 4] : []);
      ctx.stroke();
      ctx.setLineDash([]);
      ctx.globalAlpha = 1;
    }

    stamp(ctx, mark) {
      let sprite = this.sprites.get(mark.look);
      if (!sprite) this.sprites.set(mark.look, sprite = Room.sprite(mark));
      const half = sprite.half * this.scale;
      ctx.drawImage(sprite, mark._point.x - half, mark._point.y - half, 2 * half, 2 * half);
    }

    paintChosen(ctx, mark) {
      if (mark.circle) this.paintCircle(ctx, mark, 0.08, 1);
      this.stamp(ctx, mark);
      ring(ctx, mark._point.x, mark._point.y, mark.size * this.scale + 8, Room.ink.casing, 4);
      ring(ctx, mark._point.x, mark._point.y, mark.size * this.scale + 8, Room.ink.focus, 2);
    }

    // what lies under a point of the map pane: a mark, a cell of marks, or nothing
    at(point) {
      for (const cell of this.cells) if (cell.point.distanceTo(point) <= cell.radius) return cell;
      let best = null;
      let nearest = Infinity;
      const inCells = new Set(this.cells.flatMap((cell) => cell.marks));
      for (const mark of this.byId.values()) {
        if (!mark._point) continue;
        const distance = mark._point.distanceTo(point) - mark.size;
        if (distance < nearest && distance <= 5 && !inCells.has(mark)) [best, nearest] = [mark, distance];
      }
      return best;
    }

    byDistrict(find) {
      const load = new Map();
      for (const mark of this.byId.values()) {
        if (mark.row[3] === "off") continue;
        const where = mark._latlng; // a new one whenever the case is taken anew
        if (mark.where !== where) {
          mark.where = where;
          mark.district = find(where.lat, where.lng);
        }
        if (mark.district !== null) load.set(mark.district, (load.get(mark.district) || 0) + 1);
      }
      return load;
    }

    forgetDistricts() {
      for (const mark of this.byId.values()) mark.where = undefined;
    }
  }

  Room.sprite = function (mark) {
    const half = mark.size + 9;
    const scale = window.devicePixelRatio || 1;
    const sprite = document.createElement("canvas");
    sprite.width = sprite.height = Math.ceil(2 * half * scale);
    sprite.half = half;
    const ctx = sprite.getContext("2d");
    ctx.scale(scale, scale);
    paintMark(ctx, mark, half, half, Room.ink);
    return sprite;
  };

  Room.GROUPS = GROUPS;
  Room.Mark = Mark;
  Room.Marks = Marks;
})(window.Room);
