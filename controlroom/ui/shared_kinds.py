"""What two cases share, by kind and never by value: nothing that is masked is told here. Pure."""

from collections.abc import Iterable

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication


def kinds_shared(values: Iterable[str]) -> tuple[str, ...]:
    """The kinds of these values, each once, in the language of the moment."""
    kinds = {_kind_of(value): None for value in values}
    return tuple(QCoreApplication.translate("case", kind) for kind in kinds)


def _kind_of(value: str) -> str:
    if value.startswith("user:"):
        return str(QT_TRANSLATE_NOOP("case", "user name"))
    if value.lstrip("+").isdigit():
        return str(QT_TRANSLATE_NOOP("case", "phone"))
    if "/" in value or "." in value:
        return str(QT_TRANSLATE_NOOP("case", "account or post"))
    return str(QT_TRANSLATE_NOOP("case", "fact"))
