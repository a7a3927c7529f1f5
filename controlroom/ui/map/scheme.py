"""The map's own scheme: `room://map/...` and `room://tiles/z/x/y`, and nothing else. Qt thread."""

import logging
from concurrent.futures import Executor

import shiboken6
from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QObject, Qt, Signal, Slot
from PySide6.QtWebEngineCore import QWebEngineUrlRequestJob, QWebEngineUrlScheme, QWebEngineUrlSchemeHandler

from controlroom.casework.drawing import StreetMap
from controlroom.errors import BadInput
from controlroom.ui.map.assets import Asset

SCHEME = b"room"
PAGE = "room://map/"
_NO_PICTURE = bytes.fromhex(  # one clear pixel, for a tile that a picture map does not have
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d4944415478da63"
    "64f8ffbf1e000583027f94adf0750000000049454e44ae426082"
)
_HEADERS = {
    QByteArray(b"Access-Control-Allow-Origin"): QByteArray(b"room://map"),
    QByteArray(b"X-Content-Type-Options"): QByteArray(b"nosniff"),
}
_log = logging.getLogger(__name__)


def register_scheme() -> None:
    """Makes `room` known to the web engine. Call it before the first view is made; twice does no harm."""
    if QCoreApplication.instance() is None:
        QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)
    if is_registered():
        return
    scheme = QWebEngineUrlScheme(SCHEME)
    scheme.setSyntax(QWebEngineUrlScheme.Syntax.Host)
    flag = QWebEngineUrlScheme.Flag
    scheme.setFlags(flag.SecureScheme | flag.CorsEnabled | flag.FetchApiAllowed)
    QWebEngineUrlScheme.registerScheme(scheme)


def is_registered() -> bool:
    """Whether pages may be loaded through the scheme."""
    return not QWebEngineUrlScheme.schemeByName(SCHEME).name().isEmpty()


class _Answers(QObject):
    """Brings the tiles that a worker thread has read back to the Qt thread."""

    read = Signal(object, object)  # the request's number, the bytes or None


class RoomScheme(QWebEngineUrlSchemeHandler):
    """Serves what lies in memory by its exact address, and tiles from a worker. Unknown is not found.

    `assets` stays the pane's own: what it puts there later is served too."""

    def __init__(self, assets: dict[str, Asset], workers: Executor, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._assets = assets
        self._workers = workers
        self._street: StreetMap | None = None
        self._complained: StreetMap | None = None
        self._waiting: dict[int, tuple[QWebEngineUrlRequestJob, StreetMap]] = {}
        self._count = 0
        self._answers = _Answers(self)
        self._answers.read.connect(self._reply_tile)

    def set_street(self, street: StreetMap | None) -> None:
        """From now on tiles come from this file; None: there are none."""
        self._street = street

    def requestStarted(self, job: QWebEngineUrlRequestJob) -> None:
        url = job.requestUrl()
        if job.requestMethod() != QByteArray(b"GET"):
            job.fail(QWebEngineUrlRequestJob.Error.RequestDenied)
        elif url.host() == "tiles":
            self._start_tile(job, url.path())
        elif url.host() == "map" and (asset := self._assets.get(url.path().removeprefix("/"))) is not None:
            _reply(job, asset.mime, asset.data)
        else:
            job.fail(QWebEngineUrlRequestJob.Error.UrlNotFound)

    def _start_tile(self, job: QWebEngineUrlRequestJob, path: str) -> None:
        place = tile_of(path)
        street = self._street
        if place is None or street is None:
            job.fail(QWebEngineUrlRequestJob.Error.UrlNotFound)
            return
        self._count += 1
        number = self._count
        self._waiting[number] = (job, street)
        self._workers.submit(self._read_tile, number, street, place)

    def _read_tile(self, number: int, street: StreetMap, place: tuple[int, int, int]) -> None:
        """On a worker thread."""
        try:
            data = street.tile(*place)
        except BadInput:
            if self._complained is not street:
                self._complained = street  # once for a file, not for each of its thousands of tiles
                _log.warning("a tile of the street map cannot be read")
            data = None
        if shiboken6.isValid(self._answers):
            self._answers.read.emit(number, data)

    @Slot(object, object)
    def _reply_tile(self, number: int, data: bytes | None) -> None:
        job, street = self._waiting.pop(number)
        if not shiboken6.isValid(job):
            return  # the page has moved on
        if data is None:  # an empty vector tile is a valid one; a picture needs at least a pixel
            data = b"" if street.is_vector else _NO_PICTURE
            _reply(job, street.mime if street.is_vector else b"image/png", data)
        else:
            _reply(job, street.mime, data)


def tile_of(path: str) -> tuple[int, int, int] | None:
    """`/z/x/y` as numbers; None for anything else."""
    parts = path.split("/")
    if len(parts) != 4 or parts[0] or not all(part.isascii() and part.isdigit() for part in parts[1:]):
        return None
    if any(len(part) > 9 for part in parts):
        return None
    z, x, y = (int(part) for part in parts[1:])
    return z, x, y


def _reply(job: QWebEngineUrlRequestJob, mime: bytes, data: bytes) -> None:
    # the tiles have a host of their own, and only our page may read them
    job.setAdditionalResponseHeaders(_HEADERS)
    buffer = QBuffer(job)
    buffer.setData(data)
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    job.reply(QByteArray(mime), buffer)
