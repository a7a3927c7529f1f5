"""Why a mail is trusted or not read: the sentences of the intake in the language of the moment."""

from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

_HEAD: Final = "could not be read in full: "  # the sentence around it says so already
_KNOWN: Final = (
    QT_TRANSLATE_NOOP("mail", "The sender's domain is not on the list of Meta's domains."),
    QT_TRANSLATE_NOOP("mail", "It names more than one sender, one of them Meta."),
    QT_TRANSLATE_NOOP("mail", "It is too large for its signature to be checked."),
    QT_TRANSLATE_NOOP("mail", "Our mail server found its signature wrong."),
    QT_TRANSLATE_NOOP("mail", "It says it is from Meta and bears no signature."),
    QT_TRANSLATE_NOOP("mail", "Its signature is not of a domain on the list."),
    QT_TRANSLATE_NOOP("mail", "Our mail server checked its signature when it came."),
    QT_TRANSLATE_NOOP("mail", "Its signing key could not be looked up now."),
    QT_TRANSLATE_NOOP("mail", "It is Meta's domain, but not an address alerts come from."),
    QT_TRANSLATE_NOOP("mail", "It is Meta's domain, but fits none of the templates."),
    QT_TRANSLATE_NOOP("mail", "It is Meta's domain, but a link leads to %1."),
    QT_TRANSLATE_NOOP("mail", "Its signature is not complete."),
    QT_TRANSLATE_NOOP("mail", "Its signature is of another domain than its sender."),
    QT_TRANSLATE_NOOP("mail", "Its signature covers only the beginning of the text."),
    QT_TRANSLATE_NOOP("mail", "Its signature uses a method that is no longer safe."),
    QT_TRANSLATE_NOOP("mail", "Its text is not the one that was signed."),
    QT_TRANSLATE_NOOP("mail", "Its domain publishes no such signing key."),
    QT_TRANSLATE_NOOP("mail", "Its signature is wrong."),
    QT_TRANSLATE_NOOP("mail", "The mail could not be read in full."),
    QT_TRANSLATE_NOOP("mail", "all it holds is an attachment that is no text"),
    QT_TRANSLATE_NOOP("mail", "it is not a mail, or its beginning is missing"),
    QT_TRANSLATE_NOOP("mail", "reading it gave no sense"),
)
_NUMBERED: Final = (
    QT_TRANSLATE_NOOP("mail", "an answer to %1 that could not be understood: read it and key it in"),
    QT_TRANSLATE_NOOP("mail", "an automatic answer to %1: no person has said that they have it"),
    QT_TRANSLATE_NOOP("mail", "the mail about %1 came back undelivered: hand it over by another way"),
    QT_TRANSLATE_NOOP("mail", "it looks like an answer to a hand-over, but to none that is known here"),
)
_LINK: Final = "It is Meta's domain, but a link leads to "


def reason_text(reason: str) -> str:
    """The reason; one that has no translation stays as it is."""
    reason = reason.removeprefix(_HEAD)
    if reason.startswith(_LINK):
        text = QCoreApplication.translate("mail", f"{_LINK}%1.")
        return text.replace("%1", reason.removeprefix(_LINK).removesuffix("."))
    for known in map(str, _NUMBERED):
        head, _, tail = known.partition("%1")
        if tail and reason.startswith(head) and reason.endswith(tail):
            number = reason[len(head) : -len(tail)]
            return QCoreApplication.translate("mail", known).replace("%1", number)
    return QCoreApplication.translate("mail", reason)


def is_unread(reason: str) -> bool:
    """Whether it was the mail that could not be read; else it was read, and its place was not found."""
    return not any(reason.startswith(str(known).partition("%1")[0]) for known in _NUMBERED)
