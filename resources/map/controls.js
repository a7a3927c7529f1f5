// What stands on the glass: legend, scale, zoom, the list of cases without a place, hints, the pointer's note.
// Every word comes from Python and is set as text, never as markup.
"use strict";
window.Room = window.Room || {};
(function (Room) {
  function make(kind, className, parent, text) {
    const element = document.createElement(kind);
    element.className = className;
    if (text !== undefined) element.textContent = text;
    if (parent) parent.appendChild(element);
    return element;
  }

  function button(className, parent, action) {
    const element = make("button", className, parent);
    element.type = "button";
    element.addEventListener("click", action);
    return element;
  }

  // a word, and what stands for it where the map is too small for words: the word is then told by the pointer
  function sayOn(element, word, sign, more) {
    element.replaceChildren();
    make("span", "room-word", element, word);
    make("span", "room-short", element, sign);
    if (more !== undefined) element.append(` ${more}`);
    element.title = word;
    element.setAttribute("aria-label", more === undefined ? word : `${word} ${more}`);
  }

  class Controls {
    constructor(map) {
      this.map = map;
      const glass = make("div", "room-glass", map.getContainer());
      L.DomEvent.disableScrollPropagation(glass);
      this.glass = glass;
      this.buildLegend(make("div", "room-corner room-top-right", glass));
      this.buildLeft(make("div", "room-corner room-bottom-left", glass));
      this.buildRight(make("div", "room-corner room-bottom-right", glass));
      this.hint = make("div", "room-hint", glass);
      this.hint.hidden = true;
      this.note = make("div", "room-note", glass);
      this.note.hidden = true;
      this.cross = make("div", "room-cross", glass);
      this.cross.hidden = true;
      this.pulse = make("div", "room-pulse", map.createPane("pulse"));
      this.pulse.hidden = true;
      map.getPane("pulse").style.zIndex = 440;
      for (const corner of glass.querySelectorAll(".room-corner")) L.DomEvent.disableClickPropagation(corner);
      map.on("zoomend moveend resize", () => this.scale());
      this.unplaced = [];
    }

    buildLegend(corner) {
      this.legendButton = button("room-button", corner, () => this.foldLegend());
      this.legend = make("div", "room-card room-legend", corner);
      this.legend.hidden = true;
    }

    buildLeft(corner) {
      this.list = make("div", "room-card room-list", corner);
      this.list.hidden = true;
      const row = make("div", "room-row", corner);
      this.listButton = button("room-button room-unplaced", row, () => this.foldList());
      this.listButton.hidden = true;
      this.roughly = make("span", "room-badge", row);
      this.roughly.hidden = true;
      this.source = make("span", "room-source", row);
    }

    buildRight(corner) {
      const scale = make("div", "room-scale", corner);
      this.scaleText = make("span", "", scale);
      this.scaleBar = make("i", "", scale);
      const zoom = make("div", "room-zoom", corner);
      this.zoomIn = button("room-button", zoom, () => this.map.zoomIn(0.5));
      this.zoomIn.textContent = "+";
      this.zoomOut = button("room-button", zoom, () => this.map.zoomOut(0.5));
      this.zoomOut.textContent = "−";
      this.whole = button("room-button", zoom, () => Room.showAll());
      this.whole.textContent = "⌂";
    }

    relabel() {
      const words = Room.words;
      sayOn(this.legendButton, words.legend, "≡");
      this.legendButton.setAttribute("aria-expanded", String(!this.legend.hidden));
      for (const [element, word] of [[this.zoomIn, words.zoom_in], [this.zoomOut, words.zoom_out],
        [this.whole, words.whole]]) {
        element.title = word;
        element.setAttribute("aria-label", word);
      }
      this.hint.textContent = words.pick;
      this.scale();
      this.fillLegend();
      this.showUnplaced(this.unplaced);
      sayOn(this.roughly, words.approximate, "≈");
      this.roughly.hidden = !Room.districts.approximate;
      this.source.textContent = Room.street.facts ? Room.street.facts.attribution : "";
    }

    // in a narrow map the legend and the list would lie on one another
    get isNarrow() {
      return this.map.getSize().x < 680;
    }

    foldLegend() {
      this.legend.hidden = !this.legend.hidden;
      if (!this.legend.hidden && this.isNarrow) this.list.hidden = true;
      this.legendButton.setAttribute("aria-expanded", String(!this.legend.hidden));
      this.fillLegend();
    }

    fillLegend() {
      if (this.legend.hidden) return;
      const words = Room.words;
      this.legend.replaceChildren();
      for (const group of Room.GROUPS) this.line(words[group], this.sign(group, 2, false, false));
      make("hr", "", this.legend);
      this.line(words.guess, this.sign("soon", 2, true, false));
      this.line(words.late, this.sign("moving", 2, false, true));
      this.line(words.worst, this.sign("act", 1, false, false));
      this.line(words.accuracy, this.swatch("room-circle"));
      this.line(words.cluster, this.swatch("room-cell", "12"));
      if (Room.districts.all.length) this.districtLines(words);
    }

    districtLines(words) {
      make("hr", "", this.legend);
      if (Room.districts.seats.length) this.line(words.seat, this.swatch("room-seat"));
      this.line(Room.districts.approximate ? words.approximate : words.border,
        this.swatch(Room.districts.approximate ? "room-dashes" : "room-line"));
      make("div", "room-caption", this.legend, words.load);
      const steps = make("div", "room-steps", this.legend);
      const breaks = Room.districts.breaks;
      Room.ink.shades.forEach((shade, index) => {
        const step = make("span", "", steps);
        make("i", "", step).style.background = shade;
        const [from, to] = index ? [breaks[index - 1], (breaks[index] || Infinity) - 1] : [0, breaks[0] - 1];
        make("b", "", step, to === Infinity ? from + "+" : from === to ? String(from) : from + "–" + to);
      });
    }

    line(text, sign) {
      const row = make("div", "room-line-of", this.legend);
      row.appendChild(sign);
      make("span", "", row, text);
    }

    sign(group, priority, guess, late) {
      const mark = new Room.Mark(["", "", "", group, priority, 0, 0, null, guess, late, ""], {});
      const sprite = Room.sprite(mark);
      sprite.style.width = sprite.style.height = 2 * sprite.half + "px";
      const box = make("span", "room-sign");
      box.appendChild(sprite);
      return box;
    }

    swatch(className, text) {
      const box = make("span", "room-sign");
      make("i", className, box, text || "");
      return box;
    }

    // a round length that fits in about 110 px, true at the middle of the view
    scale() {
      const middle = this.map.getSize().divideBy(2);
      const [a, b] = [[0, 110], [0, 0]].map(([, x]) => this.map.containerPointToLatLng([middle.x + x, middle.y]));
      const metres = this.map.distance(a, b);
      const power = Math.pow(10, Math.floor(Math.log10(metres)));
      const round = [5, 3, 2, 1].map((step) => step * power).find((step) => step <= metres) || power;
      const words = Room.words || { km: "km", m: "m" };
      this.scaleText.textContent = round >= 1000 ? `${round / 1000} ${words.km}` : `${round} ${words.m}`;
      this.scaleBar.style.width = `${Math.round(110 * round / metres)}px`;
    }

    showUnplaced(rows) {
      this.unplaced = rows;
      this.listButton.hidden = rows.length === 0;
      sayOn(this.listButton, Room.words ? Room.words.unplaced : "", "?", rows.length);
      if (rows.length === 0) this.list.hidden = true;
      this.list.replaceChildren();
      for (const [id, number, label, group] of rows.slice(0, 200)) {
        const item = button("room-item", this.list, () => Room.say({ t: "case", id }));
        item.classList.toggle("room-chosen", Room.marks.chosen === id);
        item.appendChild(this.sign(group, 3, false, false));
        make("b", "", item, number);
        make("span", "", item, label);
      }
    }

    foldList() {
      this.list.hidden = !this.list.hidden;
      if (!this.list.hidden && this.isNarrow) this.legend.hidden = true;
      this.listButton.setAttribute("aria-expanded", String(!this.list.hidden));
    }

    picking(on) {
      this.hint.hidden = this.cross.hidden = !on;
      this.map.getContainer().classList.toggle("room-picking", on);
    }

    point(target, at) {
      this.note.hidden = !target;
      if (!target) return;
      this.note.replaceChildren();
      if (target.row) this.noteOfCase(target.row);
      else make("b", "", this.note, `${target.marks.length} ${Room.words.cases}`);
      const size = this.map.getSize();
      const box = this.note.getBoundingClientRect();
      const left = at.x + 16 + box.width > size.x ? at.x - box.width - 12 : at.x + 16;
      const top = Math.max(4, Math.min(at.y - 10, size.y - box.height - 4));
      this.note.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`;
    }

    noteOfCase([, number, label, group, , , , accuracy, guess, late, source]) {
      const words = Room.words;
      const head = make("div", "", this.note);
      make("b", "", head, number);
      make("span", "", head, label);
      const certainty = [source, accuracy === null ? "" : Room.length(accuracy), guess ? words.guess : ""];
      make("div", "room-dim", this.note, [words[group], ...certainty].filter(Boolean).join(" · "));
      if (late) make("div", "room-late", this.note, words.late);
    }

    pulseAt(mark) {
      if (Room.still || !mark || !mark._point) return;
      this.pulse.hidden = true;
      L.DomUtil.setPosition(this.pulse, mark._point);
      void this.pulse.offsetWidth; // the animation starts anew
      this.pulse.hidden = false;
    }
  }

  Room.length = function (metres) {
    return metres >= 1000 ? `±${+(metres / 1000).toFixed(1)} ${Room.words.km}` : `±${Math.round(metres)} ${Room.words.m}`;
  };
  Room.Controls = Controls;
})(window.Room);
