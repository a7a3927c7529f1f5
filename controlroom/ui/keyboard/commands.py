"""What can be done in the window: the one book from which menus, keys and the command line are computed."""

from collections.abc import Callable, Iterable, Mapping

import msgspec
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence

from controlroom.ui.keyboard import command_words


def always() -> bool:
    """For a command that can always be given."""
    return True


class Command(msgspec.Struct, frozen=True):
    """One command. `run_with` takes the words typed after it on the command line ("note called mother")."""

    key: str
    run: Callable[[], None]
    enabled: Callable[[], bool] = always
    run_with: Callable[[str], None] | None = None

    @property
    def title(self) -> str:
        """In the language of the moment."""
        return command_words.title(self.key)

    @property
    def icon(self) -> str:
        """A name of the icon set, or ""."""
        return command_words.icon(self.key)

    @property
    def menu(self) -> str:
        """The menu it stands in, or ""."""
        known = command_words.COMMANDS.get(self.key)
        return known.menu if known else ""


class CommandBook(QObject):
    """All commands by key, and the keys that call them. `changed`: one came, or has new keys."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._commands: dict[str, Command] = {}
        self._own_keys: dict[str, tuple[str, ...]] = {}
        self._by_sequence: dict[str, str] | None = None  # made when it is asked for
        self.only: frozenset[str] | None = None  # while the window is locked nothing else can be done

    def register(
        self,
        key: str,
        run: Callable[[], None],
        *,
        enabled: Callable[[], bool] = always,
        run_with: Callable[[str], None] | None = None,
    ) -> None:
        """From now on the command of this key does this."""
        self._commands[key] = Command(key, run, enabled, run_with)
        self._by_sequence = None
        self.changed.emit()

    def all(self) -> Iterable[Command]:
        """In the order of the catalogue, then of registration."""
        known = [self._commands[key] for key in command_words.COMMANDS if key in self._commands]
        return known + [one for key, one in self._commands.items() if key not in command_words.COMMANDS]

    def get(self, key: str) -> Command | None:
        """The command of this key, if somebody registered it."""
        return self._commands.get(key)

    def run(self, key: str) -> bool:
        """Do it, if it can be done now; says whether it was."""
        command = self._commands.get(key)
        if command is None or not command.enabled() or (self.only is not None and key not in self.only):
            return False
        command.run()
        return True

    def keys_of(self, key: str) -> tuple[str, ...]:
        """The key sequences that call a command, as text ("Ctrl+K")."""
        own = self._own_keys.get(key)
        if own is not None:
            return own
        known = command_words.COMMANDS.get(key)
        return known.keys if known else ()

    def key_text(self, key: str) -> str:
        """The first of them as it is shown beside the command, or ""."""
        keys = self.keys_of(key)
        return QKeySequence(keys[0]).toString(QKeySequence.SequenceFormat.NativeText) if keys else ""

    def at_keys(self, sequence: str) -> Command | None:
        """The command that this key sequence calls."""
        if self._by_sequence is None:
            self._by_sequence = self._index()
        return self._commands.get(self._by_sequence.get(normal(sequence), ""))

    def set_keys(self, own: Mapping[str, Iterable[str]]) -> None:
        """The keys that somebody chose, by command; the others keep theirs."""
        self._own_keys = {key: tuple(filter(None, map(normal, texts))) for key, texts in own.items()}
        self._by_sequence = None
        self.changed.emit()

    def own_keys(self) -> dict[str, list[str]]:
        """What `set_keys` was told, for the settings."""
        return {key: list(texts) for key, texts in self._own_keys.items()}

    def _index(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for key in self._commands:
            for text in self.keys_of(key):
                if key in self._own_keys:
                    found[normal(text)] = key
                else:
                    found.setdefault(normal(text), key)
        return found


def normal(sequence: str) -> str:
    """A key sequence in Qt's own spelling, so that two spellings of one are one."""
    return QKeySequence(sequence).toString(QKeySequence.SequenceFormat.PortableText)
