"""Hindi and English, switched while the work goes on. The words come from a .ts file, read as it is."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTranslator

from controlroom import speech

LANGUAGES = speech.LANGUAGES


class Words(QTranslator):
    """A translator over a dictionary."""

    def __init__(self, words: speech.Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words

    def isEmpty(self) -> bool:
        return not self._words

    def translate(
        self, context: str, source_text: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        forms = self._words.get((context, source_text))
        if forms is None:
            return None
        return forms[0] if n in (-1, 0, 1) else forms[-1]


class _Deaf(QObject):
    """Keeps from everybody that the translator is another."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        return event.type() == QEvent.Type.LanguageChange


class Language:
    """Which language the window speaks. Main thread."""

    def __init__(self, app: QCoreApplication) -> None:
        self._app = app
        self._installed: Words | None = None
        self._known: dict[str, Words] = {}
        self.name = "en"

    def use(self, name: str) -> None:
        """Speak this language from now on; whoever shows words reads them again after this."""
        if self._installed is not None:
            self._app.removeTranslator(self._installed)
            self._installed = None
        speech.speak(name)
        self.name = speech.spoken()
        if self.name != "en":
            self._installed = self._load(self.name)
            self._app.installTranslator(self._installed)

    @contextmanager
    def aside(self) -> Iterator[None]:
        """Nothing is asked of our translator meanwhile, and nobody is told that the language is another.

        WORKAROUND(Qt 6.11 beside Python): a library that misses another has the words for that translated
        while it is loaded. Our translator waits for the interpreter's lock and holds the system loader's;
        a thread that imports a compiled module holds the one and waits for the other, for ever.
        """
        words = self._installed
        if words is None:
            yield
            return
        self._quietly(self._app.removeTranslator, words)
        try:
            yield
        finally:
            self._quietly(self._app.installTranslator, words)

    def _quietly(self, change: Callable[[Words], object], words: Words) -> None:
        deaf = _Deaf(self._app)
        self._app.installEventFilter(deaf)
        change(words)
        self._app.removeEventFilter(deaf)
        deaf.deleteLater()

    def other_words(self, context: str, source: str) -> str:
        """A word in Hindi, whatever the window speaks: the command line understands both."""
        return self._load("hi").translate(context, source) or ""

    def _load(self, name: str) -> Words:
        if name not in self._known:
            words = {**speech.words_of("qt", name), **speech.words_of("controlroom", name)}
            self._known[name] = Words(words, self._app)
        return self._known[name]
