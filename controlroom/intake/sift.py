"""A kept mail to what casework makes a row of: text and clues by the child, then template and label here."""

import re
from collections import deque
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Final

from controlroom.casework.arriving.ports import Attachment, Authenticity, KeptMail, ReadMail
from controlroom.clues.read import Clues, read_clues
from controlroom.intake.limited.asked import Asked, seen_text
from controlroom.intake.limited.reader import Failed, ReaderChild
from controlroom.intake.origin.authenticity import Look, judge
from controlroom.intake.origin.lookups import Lookup, TxtLookups
from controlroom.intake.origin.senders import load_senders
from controlroom.intake.parsing.headers import split
from controlroom.intake.parsing.parse import Parsed, start_of
from controlroom.intake.templates import Fit, Templates
from controlroom.log import logger, where

_log = logger("intake")
_ENCRYPTED: Final = re.compile(r"^-----BEGIN PGP MESSAGE-----$|^Version: 1\Z", re.M)
_DOCUMENTS: Final = (
    ".pdf", ".doc", ".docx", ".odt", ".rtf", ".xls", ".xlsx", ".ods", ".ppt", ".pptx", ".zip", ".rar", ".7z",
    ".gz", ".msg", ".dat", ".p7m", ".pgp", ".gpg",
)  # fmt: skip
NOT_JUDGED: Final = Authenticity("unverified", "The mail could not be read in full.")
_SERVER: Final = re.compile(
    r"[A-Za-z0-9-]{1,60}\.[A-Za-z0-9.-]{2,200} ?[\[(](?:IPv6:)?[0-9A-Fa-f.:]{3,45}[\])]"
)
_TOLL_FREE: Final = ("+911800", "+911860")  # a company's, never a person's
# with one of these words an e-mail address is a way to somebody; without, it is in every newsletter
_DANGER: Final = re.compile(
    r"suicid|self[- ]?harm|self[- ]?injur|end (?:my|his|her|their) (?:own )?life|kill (?:my|him|her|them)sel"
    r"|आत्महत्या|आत्मघात|ख़?ुदकुशी|खुदकुशी|जान दे|aatm?ahatya|khudkus[h]?i|jaan de",
    re.I,
)


class Sift:
    """Reads kept mails. Used from one thread; `close` ends the child."""

    def __init__(
        self,
        reader: ReaderChild | None = None,
        *,
        own: Path | None = None,
        lookup: Lookup | None = None,
    ) -> None:
        self._reader = reader or ReaderChild()
        self._asked: deque[KeptMail] = deque()
        self._own = own
        self._templates = Templates(own)
        self._senders, self._list_trouble = load_senders(own)
        self._list_mark = self._mark()
        self._given_lookup = lookup
        self._lookup: Lookup = lookup or TxtLookups(self._senders.dns)

    @property
    def errors(self) -> tuple[str, ...]:
        """One plain sentence for each settings file that can't be used."""
        return (*self._templates.errors, *([self._list_trouble] if self._list_trouble else []))

    def warm_up(self) -> None:
        """Start the child and load what the first mail would wait for."""
        self._reader.start()
        self._templates.all()

    @property
    def due(self) -> int:
        """How many mails the child was asked to read whose answers were not taken yet."""
        return self._reader.due

    @property
    def has_enough(self) -> bool:
        """Whether the child has so much to read that more would only lie in memory."""
        return self._reader.has_enough

    def ask(self, mails: Sequence[KeptMail]) -> None:
        """Have the child read these next; it does so while others are dealt with here."""
        self._asked.extend(mails)
        self._reader.ask([Asked(mail.raw, mail.internal_date, mail.kept_at) for mail in mails])

    def next(self, patience: float) -> tuple[KeptMail, Parsed | Failed] | None:
        """What the child made of the next mail, in the order asked; None if it takes so many seconds more."""
        parsed = self._reader.answer(patience)
        return None if parsed is None else (self._asked.popleft(), parsed)

    def understand(self, mail: KeptMail, parsed: Parsed | Failed) -> ReadMail:
        """The whole of a read mail. Never raises: what goes wrong here makes a loud row."""
        if isinstance(parsed, Failed):
            return self.give_up(mail, parsed.why)
        try:
            return self._understand(mail, parsed)
        except Exception as fault:  # noqa: BLE001  the edge: no mail may stop those after it
            _log.error("a mail could not be understood: %s", where(fault))
            return self.give_up(mail, "the program failed on it")

    def give_up(self, mail: KeptMail, why: str) -> ReadMail:
        """A loud row with the beginning of the mail as it stands, and the clues that stand in that."""
        text = start_of(mail.raw)
        headers = split(mail.raw[:65_536], 0, min(len(mail.raw), 65_536))[0]
        clues = _clues_or_none(text)
        return ReadMail(
            sha256=mail.sha256,
            subject=headers.text("subject")[:500],
            sender=headers.text("from")[:500],
            sent_at=None,
            text=text,
            clues=clues,
            template="",
            authenticity=NOT_JUDGED,
            quarantined=f"could not be read in full: {why}",
            is_alert=leads_to_somebody(clues, text),
        )

    def close(self) -> None:
        """End the child."""
        self._asked.clear()
        self._reader.close()

    def _understand(self, mail: KeptMail, parsed: Parsed) -> ReadMail:
        self._reload_lists()
        sent = datetime.fromisoformat(parsed.sent_at) if parsed.sent_at else None
        seen = seen_text(parsed)
        sender = parsed.from_addresses[0] if parsed.from_addresses else ""
        fit = self._templates.fit(subject=parsed.subject, sender=sender, text=parsed.text)
        found = parsed.clues
        if found is None:
            received = mail.internal_date or sent or mail.kept_at
            found = read_clues(seen, parsed.links, received_at=received)
        clues = _with_template(found, fit)
        trouble = _trouble(parsed, clues, fit)
        if not parsed.text and trouble:
            seen = start_of(mail.raw)
            clues = clues if clues != Clues() else _clues_or_none(seen)
        look = Look(fit.name, parsed.links, parsed.text)
        return ReadMail(
            sha256=mail.sha256,
            subject=parsed.subject,
            sender=parsed.sender,
            sent_at=sent,
            text=parsed.text or (seen if trouble else ""),
            clues=clues,
            template=fit.name,
            authenticity=judge(mail.raw, look, self._senders, self._lookup),
            quarantined=trouble,
            is_alert=bool(fit.name) or leads_to_somebody(clues, seen),
            names=fit.names,
            attachments=tuple(Attachment(*one) for one in parsed.attachments),
            answers_to=tuple(parsed.answers_to),
            is_automatic=parsed.is_automatic,
        )

    def _reload_lists(self) -> None:
        mark = self._mark()
        if mark != self._list_mark:
            self._list_mark = mark
            self._senders, self._list_trouble = load_senders(self._own)
            self._lookup = self._given_lookup or TxtLookups(self._senders.dns)

    def _mark(self) -> float:
        try:
            return (self._own / "senders.toml").stat().st_mtime if self._own else 0.0
        except OSError:
            return 0.0


def leads_to_somebody(clues: Clues, text: str) -> bool:
    """Is there a way to a person? An account, its name, a number, an IP address, a place or a PIN code is;
    a time is not; an e-mail address only beside a word of danger. No header has a say in this."""
    if clues.account_urls or clues.usernames or clues.points or clues.pin_codes:
        return True
    if any(not phone.startswith(_TOLL_FREE) for phone in clues.phones):
        return True
    if clues.ips:  # mail servers name themselves as mx.example.org[192.0.2.1] in a bounce: those are no clue
        without_servers = _SERVER.sub(" ", text)
        if without_servers == text or any(seen.ip in without_servers for seen in clues.ips):
            return True
    return bool(clues.emails) and bool(_DANGER.search(text))


def _with_template(clues: Clues, fit: Fit) -> Clues:
    more = tuple(name for name in fit.usernames if name not in clues.usernames)
    return replace(clues, usernames=clues.usernames + more) if more else clues


def _trouble(parsed: Parsed, clues: Clues, fit: Fit) -> str:
    """Why it counts as not read in full. Damage that left nothing to be found does; other damage does not."""
    why = parsed.over
    if not why and not fit.name and not leads_to_somebody(clues, f"{parsed.subject} {parsed.text}"):
        if not parsed.is_mail:
            why = "it is not a mail, or its beginning is missing"
        elif parsed.damage:
            why = parsed.damage
        elif not parsed.text and parsed.attachments:
            why = "all it holds is an attachment that is no text"
        elif _ENCRYPTED.search(parsed.text):
            why = "it is encrypted"
        elif _holds_a_document(parsed):
            why = "what it is about may be in an attachment that is no text"
    return f"could not be read in full: {why}" if why else ""


def _holds_a_document(parsed: Parsed) -> bool:
    """A letter around a document or a screenshot, and no report of a mail server with a mail sent back."""
    kinds = [kind for _, kind, _ in parsed.attachments]
    if "message/delivery-status" in kinds:
        return False
    is_short = len(parsed.text) < 400
    return any(
        name.lower().endswith(_DOCUMENTS)
        or kind in ("application/pdf", "application/ms-tnef", "application/zip", "application/pkcs7-mime")
        or (is_short and kind.startswith(("image/", "video/", "audio/")) and size > 15_000)
        for name, kind, size in parsed.attachments
    )


def _clues_or_none(text: str) -> Clues:
    try:
        return read_clues(text, ())
    except Exception as fault:  # noqa: BLE001  the last resort of a mail that failed already
        _log.error("the clues of a quarantined mail failed: %s", where(fault))
        return Clues()
