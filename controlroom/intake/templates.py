"""What Meta's mails look like, as data an administrator edits: labels with a value after them."""

import re
import tomllib
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path
from time import monotonic
from typing import Any, Final

from controlroom.config import resources_dir
from controlroom.errors import Sentence

FIELDS: Final = (
    "names",
    "usernames",
    "account_urls",
    "phones",
    "emails",
    "ips",
    "times",
    "category",
    "other",
)
LISTS_FILE: Final = "senders.toml"  # beside the templates, and not one
_LOOK_AGAIN: Final = 2.0  # seconds between looks at the folder
_MAX_LINE: Final = 2_000
_BULLETS: Final = " \t>*•·-–—|#"
_SEPARATOR: Final = re.compile(r"[:：|=\t]|\s[-–—]\s")


@dataclass(frozen=True, slots=True)
class Template:
    """One shape of mail. It fits when enough of its labels stand in it, and sender and subject agree."""

    name: str
    languages: tuple[str, ...]
    labels: Mapping[str, str]  # folded label -> field
    needs: int  # how many different labels must be there
    senders: tuple[str, ...] = ()  # patterns like *@example.org; none: any sender
    subjects: tuple[str, ...] = ()  # one of these words must be in the subject; none: any subject


@dataclass(frozen=True, slots=True)
class Fit:
    """The template that a mail fits (or ""), and what its labels name."""

    name: str = ""
    names: tuple[str, ...] = ()
    usernames: tuple[str, ...] = ()


class Templates:
    """The shipped templates and the administrator's own, read again when a file changes. For one thread."""

    def __init__(self, own: Path | None = None, shipped: Path | None = None) -> None:
        self._folders = [shipped or resources_dir() / "templates", *([own] if own else [])]
        self._state: tuple[tuple[str, int, int], ...] | None = None
        self._looked = 0.0
        self._templates: tuple[Template, ...] = ()
        self._labels: dict[str, list[tuple[int, str]]] = {}
        self._starts: frozenset[str] = (
            frozenset()
        )  # most lines are told from a label by their first two letters
        self.errors: tuple[str, ...] = ()  # one plain sentence per file that can't be used

    def fit(self, *, subject: str, sender: str, text: str) -> Fit:
        """The template with the most labels in this mail."""
        self._refresh()
        values = self._values(text)
        best, most = Fit(), 0
        for index, template in enumerate(self._templates):
            found = values.get(index, {})
            labels = len({label for label, _, _ in found})
            if labels >= template.needs and labels > most and _agrees(template, subject, sender):
                best, most = _fit(template, found), labels
        return best

    def all(self) -> tuple[Template, ...]:
        """The templates in use."""
        self._refresh()
        return self._templates

    def _values(self, text: str) -> dict[int, dict[tuple[str, str, str], None]]:
        """By template: (label, field, value), in order."""
        found: dict[int, dict[tuple[str, str, str], None]] = defaultdict(dict)
        for label, value in _labelled(text, self._labels, self._starts):
            for index, field in self._labels[label]:
                found[index][(label, field, value)] = None
        return found

    def _refresh(self) -> None:
        if self._state is not None and monotonic() - self._looked < _LOOK_AGAIN:
            return
        self._looked = monotonic()
        files = [path for folder in self._folders for path in sorted(folder.glob("*.toml"))]
        files = [path for path in files if path.name != LISTS_FILE]
        state = tuple(_mark(path) for path in files)
        if state != self._state:
            self._state = state
            self._load(files)

    def _load(self, files: Iterable[Path]) -> None:
        templates: dict[str, Template] = {}
        errors: list[str] = []
        for path in files:
            try:
                template = _read(path)
                templates[template.name] = (
                    template  # the administrator's replaces the shipped one of that name
                )
            except (OSError, ValueError) as trouble:
                errors.append(
                    Sentence("The template {name} can't be used: {why}", name=path.name, why=trouble)
                )
        self._templates, self.errors = tuple(templates.values()), tuple(errors)
        self._labels = defaultdict(list)
        for index, template in enumerate(self._templates):
            for label, field in template.labels.items():
                self._labels[label].append((index, field))
        self._starts = frozenset(label[:2] for label in self._labels)


def _mark(path: Path) -> tuple[str, int, int]:
    try:
        state = path.stat()
    except OSError:
        return str(path), 0, 0
    return str(path), state.st_mtime_ns, state.st_size


def _fit(template: Template, found: Iterable[tuple[str, str, str]]) -> Fit:
    picked: dict[str, dict[str, None]] = {"names": {}, "usernames": {}}
    for _, field, value in found:
        if field in picked and value:
            picked[field][value[:200]] = None
    usernames = (value.lstrip("@") for value in picked["usernames"])
    return Fit(
        template.name,
        tuple(picked["names"]),
        tuple(name for name in usernames if 1 < len(name) <= 60 and " " not in name and not name.isdigit()),
    )


def _agrees(template: Template, subject: str, sender: str) -> bool:
    subject, sender = subject.casefold(), sender.casefold()
    return (not template.subjects or any(word in subject for word in template.subjects)) and (
        not template.senders or any(fnmatchcase(sender, pattern) for pattern in template.senders)
    )


def fold(label: str) -> str:
    """A label without case, bullets and doubled blanks."""
    return " ".join(label.strip(_BULLETS).rstrip(":： ").casefold().split())


def _labelled(text: str, labels: Mapping[str, Any], starts: Container[str]) -> Iterator[tuple[str, str]]:
    """(label, value) of each line that begins with a known label; the value may stand on the next line."""
    open_label = ""
    for line in text.split("\n"):
        line = line[:_MAX_LINE].strip(_BULLETS)
        if not line:
            continue
        label, value = _cut(line, labels) if line[:2].casefold() in starts else ("", "")
        if label:
            if open_label:
                yield open_label, ""
            open_label = "" if value else label
            if value:
                yield label, value
        elif open_label:
            yield open_label, line
            open_label = ""
    if open_label:
        yield open_label, ""


def _cut(line: str, labels: Mapping[str, Any]) -> tuple[str, str]:
    separator = _SEPARATOR.search(line, 0, 120)
    if separator is None:
        return (fold(line), "") if len(line) < 80 and fold(line) in labels else ("", "")
    head = fold(line[: separator.start()])
    return (head, line[separator.end() :].strip(_BULLETS)) if head in labels else ("", "")


def _read(path: Path) -> Template:
    """One file. Raises ValueError with a sentence that names the line."""
    text = path.read_text(encoding="utf-8")
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as broken:
        raise ValueError(f"{broken}.") from broken
    fits, labels = data.get("fits", {}), data.get("labels")
    if not isinstance(data.get("name"), str) or not data["name"]:
        raise ValueError('line 1: it needs a line like name = "Alert, English".')
    if not isinstance(labels, dict) or not isinstance(fits, dict):
        raise ValueError("it needs a part [labels] with lists of labels.")
    folded: dict[str, str] = {}
    for field, words in labels.items():
        if field not in FIELDS:
            raise ValueError(f"line {_line(text, field)}: “{field}” is not one of {', '.join(FIELDS)}.")
        folded.update((fold(word), field) for word in _words(words, text, field))
    folded.pop("", None)
    needs = fits.get("labels_needed", 2)
    if not isinstance(needs, int) or not 1 <= needs <= max(1, len(folded)):
        raise ValueError(f"line {_line(text, 'labels_needed')}: labels_needed must be 1 to {len(folded)}.")
    return Template(
        name=data["name"],
        languages=tuple(_words(data.get("languages", []), text, "languages")),
        labels=folded,
        needs=needs,
        senders=tuple(word.casefold() for word in _words(fits.get("senders", []), text, "senders")),
        subjects=tuple(word.casefold() for word in _words(fits.get("subjects", []), text, "subjects")),
    )


def _words(value: object, text: str, key: str) -> list[str]:
    if isinstance(value, list) and all(isinstance(word, str) for word in value):
        return value
    raise ValueError(f'line {_line(text, key)}: “{key}” must be a list of texts, like ["one", "two"].')


def _line(text: str, key: str) -> int:
    return next((n for n, line in enumerate(text.splitlines(), 1) if line.strip().startswith(key)), 1)
