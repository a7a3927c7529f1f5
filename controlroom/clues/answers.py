"""Reads what the other side answers: which letter it is about, how far they are, under which number. Pure."""

import base64
import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple
from uuid import UUID

_TAG_BYTES: Final = 6
_NUMBER: Final = re.compile(r"\b(20\d\d-(?:[A-Z0-9]{2}-)?\d{4,7})\b", re.I)
_TAG: Final = re.compile(r"\[#([a-z2-7]{10})\]", re.I)
_ID: Final = re.compile(r"<?\s*cr\.([a-z2-7]{26})\.([a-z2-7]{26})@[^<>\s]+", re.I)


class Answer(NamedTuple):
    """How far they are (a key of REPORT_STEPS) and their event id or PRV, or ""."""

    step: str
    ref: str


# --- which letter it is about -------------------------------------------------------------------------------


def message_id(letter: UUID, case_id: UUID, host: str) -> str:
    """The Message-ID of a letter, the same at every try."""
    return f"<cr.{_base32(letter.bytes)}.{_base32(case_id.bytes)}@{host}>"


def ids_in(headers: Iterable[str]) -> tuple[tuple[UUID, UUID], ...]:
    """(letter, case) of every Message-ID of ours in In-Reply-To and References, in their order."""
    found = [match for header in headers for match in _ID.finditer(header)]
    return tuple(dict.fromkeys((_uuid(one[1]), _uuid(one[2])) for one in found))


def subject_tag(letter: UUID) -> str:
    """Stands in the subject and tells the letter to whoever answers without quoting its Message-ID."""
    return f"[#{_base32(letter.bytes[-_TAG_BYTES:])}]"


def tags_in(subject: str) -> tuple[str, ...]:
    """Tags of ours in a subject."""
    return tuple(f"[#{one.lower()}]" for one in _TAG.findall(subject))


def numbers_in(subject: str) -> tuple[str, ...]:
    """Case numbers in a subject."""
    return tuple(one.upper() for one in _NUMBER.findall(subject))


def _base32(data: bytes) -> str:
    return base64.b32encode(data).decode("ascii").rstrip("=").lower()


def _uuid(text: str) -> UUID:
    padded = text.upper() + "=" * (-len(text) % 8)
    return UUID(bytes=base64.b32decode(padded)[:16])


# --- what they wrote themselves -----------------------------------------------------------------------------

_QUOTE_STARTS: Final = re.compile(
    r"^\s*(?:on\b.{4,200}\bwrote:?"
    r"|.{4,200}\bwrote:"
    r"|-{2,}\s*(?:original message|forwarded message|मूल संदेश).*"
    r"|_{8,}"
    r"|(?:from|प्रेषक|भेजने वाला)\s*:\s*\S.*"
    r"|.{0,200}(?:ने लिखा|लिखा है)\s*:?)\s*$",
    re.I,
)
_SIGNATURE: Final = re.compile(r"^-- ?$")


def own_words(text: str, ours: str) -> str:
    """What the answer itself says: nothing below the first sign of a quotation, nothing that we wrote."""
    known = {_plain(line) for line in ours.splitlines()} - {""}
    joined = _plain(ours)
    kept = []
    lines = text.splitlines()
    for at, line in enumerate(lines):
        if _QUOTE_STARTS.match(line) or _SIGNATURE.match(line):
            below = next((one for one in lines[at + 1 :] if one.strip()), "")
            if not below.lstrip().startswith(">"):
                break  # all that follows is quoted; with marks it is known line by line, and words may follow
            continue
        plain = _plain(line)
        if line.lstrip().startswith((">", "|")) or plain in known or (len(plain) > 25 and plain in joined):
            continue
        kept.append(line)
    return "\n".join(kept).strip()


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()


# --- how far they are ---------------------------------------------------------------------------------------

_STEPS: Final[tuple[tuple[str, re.Pattern[str]], ...]] = (
    (
        "not-at-place",
        re.compile(
            r"not found(?: there)?|not at (?:the )?(?:place|home|spot|address)|"
            r"(?:nobody|no ?one|none) (?:is |was )?(?:there|found|at)|"
            r"(?:could|can)(?:no|')?t (?:be )?(?:find|found|locate)|"
            r"(?:could|can) ?not (?:be )?(?:find|found|locate)|unable to (?:find|locate|trace)|not traced|"
            r"नहीं मिल[ेाी]|नहीं मिल (?:रह|पा)|मौजूद नहीं|घर पर नहीं|पता नहीं चल",
            re.I,
        ),
    ),
    (
        "with-person",
        re.compile(
            r"\bwith (?:the )?(?:person|him|her|them|boy|girl|man|woman|lady|youth|subject)\b|"
            r"\breached (?:the )?(?:person|him|her|them)\b|"
            r"(?:person|boy|girl|man|woman|youth|he|she) (?:is |was |has been )?(?:found|safe|rescued|saved)|"
            r"\bmet (?:the )?(?:person|him|her)|"
            r"(?:व्यक्ति|लड़के|लड़की|युवक|युवती|महिला|उन|उस)\s*(?:के|के ही)?\s*(?:साथ|पास)\s*"
            r"(?:है|हैं|पहुँच|पहुंच|मौजूद)|(?:उन|व्यक्ति) तक (?:पहुँच|पहुंच)|"
            r"(?:व्यक्ति|युवक|युवती|लड़का|लड़की|महिला) (?:मिल ग|सुरक्षित|सकुशल)|"
            r"सकुशल (?:मिल|है|हैं)",
            re.I,
        ),
    ),
    (
        "at-scene",
        re.compile(
            r"\b(?:at|on)[ -](?:the )?(?:scene|spot|site)\b|(?:reached|arrived)(?: at| on)?(?: the)? "
            r"(?:scene|spot|place|location|address|house|home|there|site)|\barrived\b|"
            r"मौके पर|मौक़े पर|घटनास्थल पर|घटना स्थल पर|स्थल पर पहुँच|स्थल पर पहुंच|वहाँ पहुँच ग|वहां पहुंच ग",
            re.I,
        ),
    ),
    (
        "en-route",
        re.compile(
            r"\ben[ -]?route\b|\bon (?:the|its|their|our|my) way\b|\bdispatched\b|\bproceeding\b|"
            r"\bleft for\b|\b(?:prv|team|police|unit|force|officers?|vehicle) "
            r"(?:has been |have been |was |is |been )?(?:sent|assigned|moving)|"
            r"रवाना|रास्ते में|निकल (?:चुक|गई|गए|गया|पड़)|भेजी गई|भेज दी|भेजा गया|भेज दिया|जा रह[ेीा]",
            re.I,
        ),
    ),
    (
        "acknowledged",
        re.compile(
            r"\back(?:nowledged?|ed)?\b|\backnowledgement\b|\breceived\b|\bnoted\b|\broger\b|\baccepted\b|"
            r"\b(?:event|incident) (?:is |has been |was )?(?:created|made|registered|opened)\b|"
            r"पावती|प्राप्त|स्वीकार|सूचना मिल|संदेश मिल|नोट कर|इवेंट (?:बन|दर्ज)",
            re.I,
        ),
    ),
)
_RUNGS: Final = ("acknowledged", "en-route", "at-scene", "with-person")
_NOT: Final = re.compile(
    r"\b(?:not|no|never|without|yet to|unless|until|if|when|whether|once|before)\b|n't\b"
    r"|नहीं|\bना\b|अभी तक|अगर|यदि|जब",
    re.I,
)
_TO_COME: Final = re.compile(
    r"\b(?:will|shall|going to|about to|soon|eta|expected|reaching|reach in|in \d+ ?min\w*|\d+ ?min\w* away)"
    r"\b"
    r"|पहुँचने वाल|पहुंचने वाल|पहुँच जाए|पहुंच जाए|पहुँचेग|पहुंचेग|पहुँच रह|पहुंच रह|मिनट में|जल्द",
    re.I,
)
_CLAUSES: Final = re.compile(r"(?<=[.!?।;\n])\s+|\n+|\bbut\b|\band\b|,|लेकिन|परंतु|मगर|\bऔर\b", re.I)
_PRV: Final = re.compile(
    r"(?:\bP\.?R\.?V\.?|पी\.?आर\.?वी\.?)[\s.:#-]*(?:no\.?|number|नंबर|सं\.?)?[\s.:#-]*"
    r"(\d{2,6})\b(?!\s*(?:min|मिनट))",
    re.I,
)
_EVENT: Final = re.compile(
    r"(?:\b(?:event|incident)|इवेंट|घटना)\s*(?:id|no|number|आईडी|संख्या|नंबर|सं)?\.?\s*(?:is|है)?\s*[:#-]?\s*"
    r"([A-Z]{0,4}[-/]?\d[A-Z0-9/-]{2,23})",
    re.I,
)


def read_answer(text: str) -> Answer | None:
    """The highest rung that is affirmed, and their number. None where nothing is said, or two things that
    can't both be so: found and not found."""
    said = {step for clause in _clauses(text) for step in _steps_of(clause)}
    ref = reference_in(text)
    if "not-at-place" in said:
        return None if "with-person" in said else Answer("not-at-place", ref)
    highest = next((step for step in reversed(_RUNGS) if step in said), "")
    if not highest and ref:
        highest = "acknowledged"  # they have given it a number
    return Answer(highest, ref) if highest else None


def _clauses(text: str) -> Iterator[str]:
    return (clause for clause in _CLAUSES.split(text) if clause and clause.strip())


def _steps_of(clause: str) -> Iterator[str]:
    """A question says nothing; what is denied is not so; what is still to come: they are under way."""
    if "?" in clause:
        return
    for step, pattern in _STEPS:
        found = pattern.search(clause)
        if found is None:
            continue
        if step == "not-at-place":
            yield step
            return
        rest = clause[: found.start()] + clause[found.end() :]
        if _NOT.search(rest):
            continue
        is_ahead = step in ("at-scene", "with-person") and _TO_COME.search(clause)
        yield "en-route" if is_ahead else step


def read_status(text: str) -> str:
    """The step that a status word of a JSON reply names, "" where none: "EN_ROUTE", "acknowledged"."""
    answer = read_answer(re.sub(r"[_-]+", " ", text))
    return answer.step if answer is not None and text.strip() else ""


def reference_in(text: str) -> str:
    """Their event id, else the PRV."""
    event = _EVENT.search(text)
    if event is not None:
        return event[1].upper()
    prv = _PRV.search(text)
    return f"PRV {prv[1]}" if prv is not None else ""
