"""The map pane: what the window calls and hears. Qt thread; files and the page's HTML come from workers."""

import json
import logging
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Literal

import shiboken6
from PySide6.QtCore import QElapsedTimer, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QColor, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QStackedLayout, QWidget

from controlroom.casework.drawing import MapCandidate, MapCase, MapCoder, PageMessage, StreetMap, UnplacedCase
from controlroom.errors import BadInput, ControlRoomError, WorldFault
from controlroom.ui.map.assets import Asset, page_asset, read_assets
from controlroom.ui.map.outbox import PageOutbox
from controlroom.ui.map.placeholder import MapPlaceholder
from controlroom.ui.map.words import MapWords

if TYPE_CHECKING:
    from controlroom.ui.map.engine import MapView

Theme = Literal["dark", "light"]
Language = Literal["en", "hi"]

BATCH_MS = 100  # changes are gathered this long, except the first after a rest
_GROUND: dict[Theme, str] = {"dark": "#0F1419", "light": "#E9EDF1"}
_log = logging.getLogger(__name__)


class MapPane(QWidget):
    """Shows cases on the map. Everything may be called before `start`; it is drawn when the page is there."""

    case_chosen = Signal(str)
    place_picked = Signal(float, float)
    pick_cancelled = Signal()
    refused = Signal(int)  # how many requests so far were refused
    ready = Signal()
    drawn = Signal()  # everything that was asked for stands on the screen
    _loaded = Signal(object)  # from a worker: the assets, or what went wrong
    _outlined = Signal(object)

    def __init__(self, coder: MapCoder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._coder = coder
        self._outbox = PageOutbox(coder)
        self._words = MapWords(self)
        self._assets: dict[str, Asset] = {}
        self._workers: ThreadPoolExecutor | None = None
        self._view: MapView | None = None
        self._street: StreetMap | None = None
        self._theme: Theme = "dark"
        self._language: Language = "en"
        self._is_still = False
        self._scale = 1.0
        self._is_ready = False
        self._is_picking = False
        self._drawn_revision = -1
        self.placeholder = MapPlaceholder(self)
        self.placeholder.reload_wanted.connect(self.reload)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.placeholder)
        self._batch = QTimer(self, singleShot=True)
        self._batch.timeout.connect(self._flush)
        self._since_flush = QElapsedTimer()
        self._escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        self._escape.setEnabled(False)
        self._escape.activated.connect(self.cancel_pick)
        self._escape.activatedAmbiguously.connect(self.cancel_pick)
        self._loaded.connect(self._on_loaded)
        self._outlined.connect(self._on_outlined)
        self._tell_look()
        self._wait_text()

    # ---- life ------------------------------------------------------------------------------------------
    @property
    def is_ready(self) -> bool:
        """Whether the page is there and listens."""
        return self._is_ready

    @property
    def is_drawn(self) -> bool:
        """Whether everything that was asked for has been painted."""
        return self._is_ready and self._outbox.is_empty and self._drawn_revision == self._outbox.revision

    @property
    def view(self) -> "MapView | None":
        """The web view, once there is one."""
        return self._view

    def start(self) -> None:
        """Makes the page. Call it once the window is on the screen; again does nothing."""
        if self._workers is None:
            self._workers = ThreadPoolExecutor(2, thread_name_prefix="map")
            app = QApplication.instance()
            assert app is not None
            app.aboutToQuit.connect(self.stop)
            self._workers.submit(self._load, self.tr("Map"))

    @Slot()
    def reload(self) -> None:
        """Throws the page away and makes a new one, with everything that stood on it."""
        self._drop_view()
        self._wait_text()
        if self._workers is None:
            self.start()
        else:
            self._workers.submit(self._load, self.tr("Map"))

    @Slot()
    def stop(self) -> None:
        """Takes page and threads down, page before profile. `start` makes them anew."""
        view = self._take_view()
        if view is not None:
            view.end()
        if self._workers is not None:
            self._workers.shutdown(wait=False, cancel_futures=True)
            self._workers = None

    def _load(self, title: str) -> None:
        """On a worker thread: reading the files and having the page made take most of a second."""
        loaded: dict[str, Asset] | ControlRoomError
        try:
            loaded = {**read_assets(), "": page_asset(self._coder.page(title))}
        except ControlRoomError as fault:
            loaded = fault
        except Exception:  # noqa: BLE001  the edge of a task: it is logged and shown
            _log.exception("the map page could not be made")
            loaded = WorldFault(self.tr("The map could not be made; the queue and the case work without it."))
        if shiboken6.isValid(self):
            self._loaded.emit(loaded)

    @Slot(object)
    def _on_loaded(self, loaded: dict[str, Asset] | ControlRoomError) -> None:
        if self._workers is None:
            return  # stopped in the meantime
        if isinstance(loaded, ControlRoomError):
            self._fail(str(loaded))
            return
        self._assets = {
            **loaded,
            **{path: it for path, it in self._assets.items() if path.startswith("outlines/")},
        }
        self._make_view(self._workers)

    def _make_view(self, workers: ThreadPoolExecutor) -> None:
        try:
            from controlroom.ui.map.engine import MapView
            from controlroom.ui.map.scheme import is_registered, register_scheme
        except ImportError:
            _log.exception("the web engine cannot be loaded")
            self._fail(self.tr("The map cannot start on this machine: Qt's web engine is missing."))
            return
        register_scheme()  # only now: loading the engine takes 30 MiB, and time before the first row
        if not is_registered():
            self._fail(self.tr("The map cannot start: its scheme was not registered before the window."))
            return
        view = MapView(self._assets, workers, QColor(_GROUND[self._theme]), self)
        view.heard.connect(self._on_heard)
        view.refused.connect(self.refused)
        view.died.connect(self._on_died)
        view.loadFinished.connect(self._on_load_finished)
        view.scheme.set_street(self._street)
        view.setZoomFactor(self._scale)
        self._view = view
        self._stack.addWidget(view)
        self._stack.setCurrentWidget(view)
        self.setFocusProxy(view)

    def _drop_view(self) -> None:
        view = self._take_view()
        if view is not None:
            view.deleteLater()  # later: this may be one of its own signals

    def _take_view(self) -> "MapView | None":
        self._is_ready = False
        self._drawn_revision = -1
        view, self._view = self._view, None
        if view is not None:
            self.setFocusProxy(None)  # type: ignore[arg-type]  # Qt takes none
            view.hide()
            self._stack.setCurrentWidget(self.placeholder)
            self._stack.removeWidget(view)
        return view

    @Slot(bool)
    def _on_load_finished(self, is_good: bool) -> None:
        if not is_good and not self._is_ready and self.sender() is self._view:
            self._fail(self.tr("The map page did not load."))

    @Slot()
    def _on_died(self) -> None:
        _log.warning("the map's process ended")
        self._fail(self.tr("The map stopped. Nothing is lost: the queue and the case go on without it."))

    def _fail(self, sentence: str) -> None:
        self._drop_view()
        self.placeholder.show_text(sentence, can_reload=True)

    def _wait_text(self) -> None:
        self.placeholder.show_text(self.tr("The map opens in a moment."), can_reload=False)

    # ---- what to show ----------------------------------------------------------------------------------
    def show_cases(self, cases: Sequence[MapCase]) -> None:
        """Exactly these cases; only what differs from what stands there is sent."""
        self._outbox.want_cases(cases)
        self._schedule()

    def change_cases(self, changed: Sequence[MapCase], gone: Sequence[str] = ()) -> None:
        """Some cases are new or different, some gone; for one change on thousands of cases."""
        self._outbox.change_cases(changed, gone)
        self._schedule()

    def show_unplaced(self, cases: Sequence[UnplacedCase]) -> None:
        """The list of open cases that have no place yet."""
        self._outbox.say_encoded("unplaced", f'"rows":{self._coder.encode_unplaced(cases)}')
        self._schedule()

    def show_candidates(self, candidates: Sequence[MapCandidate]) -> None:
        """The places tried for the open case, in the order of their numbers; empty takes them away."""
        self._outbox.say_encoded("tried", f'"rows":{self._coder.encode_candidates(candidates)}')
        self._schedule()

    @Slot()
    def show_all_candidates(self) -> None:
        """Moves and zooms so that every place tried for the open case is seen with its circle."""
        self._outbox.say("fit", places=True)
        self._schedule()

    def show_outlines(self, geojson: dict[str, Any]) -> None:
        """District outlines and headquarters as a FeatureCollection with key, en, hi, approximate."""
        if self._workers is None:
            self._on_outlined(json.dumps(geojson).encode())
        else:
            self._workers.submit(self._encode_outlines, geojson)

    def _encode_outlines(self, geojson: dict[str, Any]) -> None:
        """On a worker thread."""
        data = json.dumps(geojson, ensure_ascii=False, separators=(",", ":")).encode()
        if shiboken6.isValid(self):
            self._outlined.emit(data)

    @Slot(object)
    def _on_outlined(self, data: bytes) -> None:
        path = f"outlines/{sha256(data).hexdigest()[:16]}.json"
        for old in [known for known in self._assets if known.startswith("outlines/")]:
            del self._assets[old]  # the page's scheme serves from this same dictionary
        self._assets[path] = Asset(b"application/json", data)
        self._outbox.say("outlines", url=f"room://map/{path}")
        self._schedule()

    def select(self, case_id: str | None, centre: bool = False) -> None:
        """Marks one case; with `centre` the view goes there if the case is outside it."""
        self._outbox.say("select", id=case_id, centre=centre)
        self._schedule()

    def set_language(self, language: Language) -> None:
        """Call it after the translator was changed."""
        self._language = language
        self._tell_look()

    def set_theme(self, theme: Theme, *, is_still: bool = False) -> None:
        """Dark or light; `is_still` switches all motion off."""
        self._theme = theme
        self._is_still = is_still
        if self._view is not None:
            self._view.page().setBackgroundColor(QColor(_GROUND[theme]))
        self._tell_look()

    def set_text_scale(self, scale: float) -> None:
        """1.0 to 2.0: words and marks grow together."""
        self._scale = scale
        if self._view is not None:
            self._view.setZoomFactor(scale)

    def set_street_map(self, street: StreetMap | None) -> None:
        """The administrator's street map under everything else; None takes it away."""
        self._street = street
        if self._view is not None:
            self._view.scheme.set_street(street)
        self._outbox.say("street", facts=None if street is None else _facts(street))
        self._schedule()

    def _tell_look(self) -> None:
        self._outbox.say("words", words=self._words.page(), lang=self._language)
        self._outbox.say("theme", theme=self._theme, still=self._is_still)
        self._schedule()

    # ---- picking a place -------------------------------------------------------------------------------
    @property
    def is_picking(self) -> bool:
        """Whether the next click on the map is a place."""
        return self._is_picking

    def pick_place(self) -> None:
        """The next click gives `place_picked`, Esc in this window `pick_cancelled`."""
        if not self._is_picking:
            self._set_picking(True)
            if self._view is not None:
                self._view.setFocus()

    @Slot()
    def cancel_pick(self) -> None:
        """Ends the picking without a place."""
        if self._is_picking:
            self._set_picking(False)
            self.pick_cancelled.emit()

    def _set_picking(self, is_picking: bool) -> None:
        self._is_picking = is_picking
        self._escape.setEnabled(is_picking)
        self._outbox.say("pick", on=is_picking)
        self._schedule()

    # ---- to and from the page --------------------------------------------------------------------------
    def _schedule(self) -> None:
        if not self._is_ready or self._batch.isActive():
            return
        rest = BATCH_MS - self._since_flush.elapsed() if self._since_flush.isValid() else 0
        self._batch.start(max(0, int(rest)))

    @Slot()
    def _flush(self) -> None:
        if not self._is_ready or self._view is None:
            return
        for message in self._outbox.next():
            self._view.tell(message)
        self._since_flush.start()
        if not self._outbox.is_empty:
            self._batch.start(0)  # the next chunk, after whatever else waits on this thread

    @Slot(str)
    def _on_heard(self, text: str) -> None:
        if self.sender() is not self._view:
            return  # a page that is being taken down
        try:
            self._take(self._coder.read_message(text))
        except BadInput:
            _log.warning("the map page said something that was not understood")

    def _take(self, said: PageMessage) -> None:
        match said.kind:
            case "ready":
                self._on_page_ready()
            case "drew":
                self._drawn_revision = said.revision
                if self.is_drawn:
                    self.drawn.emit()
            case "case":
                self.case_chosen.emit(said.case_id)
            case "place":
                self._on_picked(said.place)

    def _on_page_ready(self) -> None:
        self._outbox.forget_page()
        self._is_ready = True
        self._flush()
        self.ready.emit()

    def _on_picked(self, place: tuple[float, float] | None) -> None:
        if place is None:
            self.cancel_pick()
        elif self._is_picking:
            self._set_picking(False)
            self.place_picked.emit(*place)


def _facts(street: StreetMap) -> dict[str, object]:
    facts = street.facts
    return {
        "vector": street.is_vector,
        "min": facts.min_zoom,
        "max": facts.max_zoom,
        "bounds": facts.bounds,
        "attribution": facts.attribution,
        "layers": facts.layers,
        "mark": f"{id(street):x}",
    }
