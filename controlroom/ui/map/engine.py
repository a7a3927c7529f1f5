"""The web view of the map: a guarded page in a profile that keeps nothing. Qt thread; made late."""

import logging
from collections.abc import Callable
from concurrent.futures import Executor

import shiboken6
from PySide6.QtCore import QCoreApplication, QObject, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QColor
from PySide6.QtWebChannel import QWebChannel
from PySide6.QtWebEngineCore import (
    QWebEnginePage,
    QWebEnginePermission,
    QWebEngineProfile,
    QWebEngineSettings,
    QWebEngineUrlRequestInfo,
    QWebEngineUrlRequestInterceptor,
)
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QWidget

from controlroom.ui.map.assets import Asset
from controlroom.ui.map.scheme import PAGE, SCHEME, RoomScheme

_HOSTS = ("map", "tiles")
_log = logging.getLogger(__name__)

_Attribute = QWebEngineSettings.WebAttribute
_SETTINGS = {
    _Attribute.JavascriptEnabled: True,
    _Attribute.JavascriptCanOpenWindows: False,
    _Attribute.JavascriptCanAccessClipboard: False,
    _Attribute.JavascriptCanPaste: False,
    _Attribute.LocalStorageEnabled: False,
    _Attribute.LocalContentCanAccessFileUrls: False,
    _Attribute.LocalContentCanAccessRemoteUrls: False,
    _Attribute.AllowWindowActivationFromJavaScript: False,
    _Attribute.AllowGeolocationOnInsecureOrigins: False,
    _Attribute.AllowRunningInsecureContent: False,
    _Attribute.PluginsEnabled: False,
    _Attribute.PdfViewerEnabled: False,
    _Attribute.ScreenCaptureEnabled: False,
    _Attribute.FullScreenSupportEnabled: False,
    _Attribute.HyperlinkAuditingEnabled: False,
    _Attribute.DnsPrefetchEnabled: False,
    _Attribute.WebGLEnabled: False,
    _Attribute.ErrorPageEnabled: False,
    _Attribute.AutoLoadIconsForPage: False,
    _Attribute.NavigateOnDropEnabled: False,
    _Attribute.FocusOnNavigationEnabled: False,
}


class Guard(QWebEngineUrlRequestInterceptor):
    """Lets our own addresses through and counts every other request that it refuses."""

    refused = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.count = 0

    def interceptRequest(self, info: QWebEngineUrlRequestInfo) -> None:
        url = info.requestUrl()
        if url.scheme().encode() == SCHEME and url.host() in _HOSTS:
            return
        info.block(True)
        self.refuse()

    def refuse(self) -> None:
        """One more thing that was asked for and not given."""
        self.count += 1
        _log.warning("the map asked for something outside the room and was refused")
        self.refused.emit(self.count)


class _Page(QWebEnginePage):
    """Goes nowhere, opens nothing, asks nothing; says in the log only that it said something."""

    def __init__(self, profile: QWebEngineProfile, guard: Guard, parent: QObject) -> None:
        super().__init__(profile, parent)
        self._guard = guard

    def acceptNavigationRequest(self, url: QUrl | str, _kind: object, _is_main_frame: bool) -> bool:
        if QUrl(url).toString() == PAGE:
            return True
        self._guard.refuse()
        return False

    def createWindow(self, _kind: object) -> QWebEnginePage:
        self._guard.refuse()
        return None  # type: ignore[return-value]  # Qt's way of saying no

    def javaScriptConsoleMessage(self, level: object, _message: str, line: int, source: str) -> None:
        _log.debug(
            "the map page reported something at %s:%s (%s)", source.rpartition("/")[2][:40], line, level
        )

    def javaScriptAlert(self, _origin: QUrl | str, _message: str) -> None:
        return

    def javaScriptConfirm(self, _origin: QUrl | str, _message: str) -> bool:
        return False

    def chooseFiles(self, *_args: object) -> list[str]:
        return []


class Bridge(QObject):
    """The one way in and the one way out. Text only; both ends check what they are told."""

    tell = Signal(str)  # to the page
    heard = Signal(str)  # from the page

    @Slot(str)
    def hear(self, text: str) -> None:
        """Called by the page."""
        self.heard.emit(text)


class MapView(QWebEngineView):
    """The view with its page, profile, scheme and bridge. `end` it before the application ends."""

    heard = Signal(str)
    refused = Signal(int)
    died = Signal()

    def __init__(self, assets: dict[str, Asset], workers: Executor, ground: QColor, parent: QWidget) -> None:
        super().__init__(parent)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setAcceptDrops(False)
        # without a name nothing is kept on disk; the application owns it, because it must outlive the page
        self._profile = QWebEngineProfile(QCoreApplication.instance())
        self.guard = Guard(self)
        self.guard.refused.connect(self.refused)
        self.scheme = RoomScheme(assets, workers, self)
        self._profile.setUrlRequestInterceptor(self.guard)
        self._profile.installUrlSchemeHandler(SCHEME, self.scheme)
        self._profile.setHttpCacheType(QWebEngineProfile.HttpCacheType.NoCache)
        self._profile.setSpellCheckEnabled(False)
        self._profile.downloadRequested.connect(self._refuse_download)
        self._page = _Page(self._profile, self.guard, self)
        self._page.setBackgroundColor(ground)
        for attribute, value in _SETTINGS.items():
            self._page.settings().setAttribute(attribute, value)
        self._page.settings().setUnknownUrlSchemePolicy(
            QWebEngineSettings.UnknownUrlSchemePolicy.DisallowUnknownUrlSchemes
        )
        self._page.permissionRequested.connect(self._refuse_permission)
        self._page.renderProcessTerminated.connect(self._on_end_of_process)
        self._bridge = Bridge(self)
        self._bridge.heard.connect(self.heard)
        self._channel = QWebChannel(self)
        self._channel.registerObject("bridge", self._bridge)
        self._page.setWebChannel(self._channel)
        self.setPage(self._page)
        self._page.destroyed.connect(self._profile.deleteLater)  # a page must go before its profile
        self._page.urlChanged.connect(self._on_url)
        self._page.load(QUrl(PAGE))

    def end(self) -> None:
        """Deletes page, then profile, at once; never from within one of the page's own signals."""
        profile = self._profile
        shiboken6.delete(self._page)
        shiboken6.delete(profile)
        shiboken6.delete(self)

    def tell(self, message: str) -> None:
        """Sends one message of JSON to the page."""
        self._bridge.tell.emit(message)

    def ask(self, script: str, answer: Callable[[object], None]) -> None:
        """Runs a constant script of ours and calls `answer` with its result; for tests and measurements."""
        self._page.runJavaScript(script, 0, resultCallback=answer)

    @Slot(QUrl)
    def _on_url(self, url: QUrl) -> None:
        """An empty page is the one place that Chromium goes to without asking."""
        if url.toString() not in (PAGE, ""):
            self.guard.refuse()
            self.died.emit()

    @Slot(QWebEnginePermission)
    def _refuse_permission(self, permission: QWebEnginePermission) -> None:
        permission.deny()
        self.guard.refuse()

    @Slot(object)
    def _refuse_download(self, download: object) -> None:
        download.cancel()  # type: ignore[attr-defined]
        self.guard.refuse()

    @Slot(object, int)
    def _on_end_of_process(self, status: object, _code: int) -> None:
        if status != QWebEnginePage.RenderProcessTerminationStatus.NormalTerminationStatus:
            self.died.emit()
