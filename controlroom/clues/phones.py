"""Telephone numbers in the international form (E.164), however they were written.

An Indian mobile is ten digits from 6 to 9 in one of the groupings that people use; whether an operator has
given that series out is not asked. Landlines, toll-free and foreign numbers must be ones that
`phonenumbers` knows.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from urllib.parse import unquote

from controlroom.clues.links import Link
from controlroom.clues.page import Page

_GAP = r"[ .\-]{0,3}"
_TEN = (
    r"(?:\d{10}|\d{5}[ .-]{1,3}\d{5}|\d{3}[ .-]{1,3}\d{3}[ .-]{1,3}\d{4}|\d{4}[ .-]{1,3}\d{3}[ .-]{1,3}\d{3}"
    r"|\d{4}[ .-]{1,3}\d{6}|\d{3}[ .-]{1,3}\d{7}|\d{2}[ .-]{1,3}\d{8}|\d{6}[ .-]{1,3}\d{4}"
    r"|\d{5}[ .-]{1,3}\d{3}[ .-]{1,3}\d{2}"
    r"|\d{5}[ .-]{1,3}\d{2}[ .-]{1,3}\d{3}|\d{2}[ .-]{1,3}\d{4}[ .-]{1,3}\d{4}"
    r"|\d{3}[ .-]{1,3}\d{4}[ .-]{1,3}\d{3}"
    r"|\d{2}[ .-]{1,3}\d{2}[ .-]{1,3}\d{2}[ .-]{1,3}\d{2}[ .-]{1,3}\d{2}"
    r"|\d{4}[ .-]{1,3}\d{2}[ .-]{1,3}\d{2}[ .-]{1,3}\d{2}"
    r"|\d(?:[ .-]\d){9})"
)
_INDIA = rf"(?:\(?\+ ?\(?91\)?|\(?00 ?91\)?|\(91\)|91)[ .\-]{{0,3}}(?:\(0\)|0)?{_GAP}"
_MOBILE = re.compile(
    rf"(?:(?P<code>{_INDIA})|\(?(?P<trunk>0)\)?[ -]{{0,3}})?\(?(?P<ten>(?=[6-9]){_TEN}"
    rf"|(?<=\()[6-9]\d\d\) ?\d{{3}}[ -]?\d{{4}})\)?(?!\d)"
)
_NAMED = re.compile(r"[6-9](?:[ .\-]{0,2}\d){9}(?!\d)")  # in any grouping, where the words say what it is
_BROKEN = re.compile(r"\+ ?91[ -]?([6-9]\d{4})[ -]?\n[> \t]*(\d{5})(?!\d)")
_PLUS = re.compile(r"(?:\+|(?<![\d.+-])00(?=[1-9]))[ (]{0,2}\d{1,4}\)?(?:[ .()/-]{0,3}\d){5,13}")
_LAND = re.compile(
    rf"(?:\(?(?:\+|00)? ?91\)?{_GAP})?\(?0?\d{{2,4}}\)?(?: ?[-./] ?"
    rf"| {{0,3}})\d{{2,4}}(?:[ .-]{{0,3}}\d{{2,4}}){{1,2}}(?!\d)"
)
_FREE = re.compile(r"1(?:800|860)[ -]{0,3}\d{2,4}[ -]{0,3}\d{2,4}(?:[ -]{0,3}\d{1,4})?(?!\d)")
_DIGIT_RUN = re.compile(r"(?<![\d])[+(]{0,2}[ (]?\d")

_MOST_ASKED = 20_000
_ENOUGH = re.compile(r"(?:[+()\s./-]{0,4}\d){8}")  # digits, before anything more costly is asked

_PHONE_WORD = re.compile(
    r"(?i)(?:phone|ph|mobile|mob|cell|contact|tel|telephone|landline|call|whats ?app|wa|helpline"
    r"|number|no|nos|fax|dial|office|"
    r"फोन|मोबाइल|मो|मोब|दूरभाष|नंबर|नम्बर|नं|संपर्क|सम्पर्क|व्हाट्सएप|लैंडलाइन)[\w.]{0,2}\W{0,12}\Z"
)
_NUMBERED_THING = re.compile(
    r"(?i)(?:(?:^|[^a-z0-9])(?:(?:case|ref|reference|ticket|docket|fir|incident|request|report|order"
    r"|txn|transaction|utr|rrn|"
    r"account|acct|a/c|ac|aadhaar|aadhar|uid|otp|imei|imsi|iccid|post|object|event|alert|complaint"
    r"|crn|lers|meta|pnr|invoice|"
    r"gst|epoch|timestamp|message|msg|thread|comment|media|photo|video|story|serial|sr|code|pin"
    r"|amount|rs|inr|total|"
    r"आधार|खाता|केस|शिकायत|राशि)"
    r"(?:[ _-]?(?:id|no|number|num|nr|नंबर|संख्या))?|[a-z0-9]{0,20}[ _-]?(?:id|uid|fbid)|आईडी|₹|\$|€"
    r"|£)\.?[\"']?\s?(?:[:=#-]|is|:-)?[\s\"'#(]{0,3}\Z)"
)
_ENDS_BADLY = re.compile(
    r"[A-Za-z_@]|[.,]\d(?!\d{9})|[:]\d|/\d{1,4}/\d|-\d{1,4}-\d|%| ?(?:/-|रु|rupees|rs\b)|\*|x{2}", re.I
)
_AFTER_SIGNS = re.compile(
    r"(?:\d[.,:]|[A-Za-z0-9_]|[@#*_$₹\\&=]|(?<!\d)\d{4}[-/]|[A-Za-z]\d{1,8}-|(?<!\d{9})\d-)\Z"
)
_ENDS_IN_ID = re.compile(r"(?i)id\W{0,4}\Z")
_OF = re.compile(r"(?i)(?:phone|mobile|mob|contact|cell|no|number)\.? of (?:\w{1,12} )?\w{2,20}\W{1,5}\Z")
_GLUED_WORD = re.compile(r"(?i)(?:^|[^a-z])(?:mob|mobile|ph|phone|no|tel|call|contact|whatsapp|m|cell)\Z")


@lru_cache(maxsize=2048)
def _valid(text: str, region: str | None, *, possible: bool = False) -> str:
    """The number in E.164 when the library knows its like, or nothing. The library is heavy: imported
    on first need.
    """
    import phonenumbers

    try:
        number = phonenumbers.parse(text, region)
    except phonenumbers.NumberParseException:
        return ""
    known = phonenumbers.is_valid_number(number) or (possible and phonenumbers.is_possible_number(number))
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164) if known else ""


def _stands_alone(text: str, start: int, end: int, *, plus: bool) -> bool:
    """Whether the digits are a number by themselves: not the tail of a word, an amount, an id of
    something.
    """
    before, after = text[max(0, start - 40) : start], text[end : end + 12]
    if text[end - 10 : end].isdecimal():  # ten digits in one piece are no part of an amount: a row of values
        after = " " if after.startswith(",") else after
        before = before[:-1] + " " if re.search(r"\d,\Z", before) else before
    if _ENDS_BADLY.match(after):
        return False
    if plus:
        return not before.endswith(("_", "@"))
    if _AFTER_SIGNS.search(before) and not _GLUED_WORD.search(before) and not before.endswith("="):
        return False
    line = before.rpartition("\n")[2]
    if not _NUMBERED_THING.search(line):
        return True
    return bool(_PHONE_WORD.search(line) and _names_a_phone(line) and not _ENDS_IN_ID.search(line))


def _names_a_phone(line: str) -> bool:
    return bool(re.search(r"(?i)phone|mob|contact|whats|cell|tel|call|फोन|मोबाइल|मो\b|संपर्क", line[-25:]))


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)


def _foreign(text: str, seen: re.Match[str]) -> tuple[str, int]:
    """A number with its country: the longest run of its groups that can be one."""
    piece = seen[0]
    lead = "+" + _digits(piece)[2:] if piece.startswith("00") else piece
    shift = len(piece) - len(lead)
    ends = [place.end() for place in re.finditer(r"\d+", piece)]
    if text[seen.end() : seen.end() + 1].isdigit():
        ends.pop()
    for possible in (False, True):
        for end in reversed(ends):
            whole = "+" + _digits(piece[:end])[2:] if shift else piece[:end]
            if 8 <= len(_digits(whole)) <= 15 and (number := _valid(whole, None, possible=possible)):
                return number, seen.start() + end
    return "", seen.end()


def _land_line(text: str, seen: re.Match[str]) -> str:
    """A landline: with 0 or 91 before the area code, or named as a phone by the word before it."""
    digits = _digits(seen[0])
    named = bool(_PHONE_WORD.search(text[max(0, seen.start() - 30) : seen.start()]))
    if digits.startswith("0091"):
        digits = digits[4:]
    elif (
        len(digits) in (12, 13)
        and digits.startswith("91")
        and ("+" in seen[0] or seen[0].lstrip("(")[2:3] in "- )")
    ):
        digits = digits[2:]
    elif not digits.startswith("0") and not (named and re.search(r"\D", seen[0])):
        return ""
    digits = digits.removeprefix("0")
    return _valid(digits, "IN") if len(digits) == 10 else ""


def _forms(text: str, at: int) -> tuple[re.Pattern[str], ...]:
    """Which of the costly forms can begin here."""
    if text.startswith("18", at):
        return (_FREE,)
    if text[at] in "0+(9" or not text[max(0, at - 3) : at].rstrip()[-1:].isdigit():
        return (_LAND,)
    return ()


def _named_mobile(text: str, at: int) -> tuple[str, int] | None:
    """A mobile in whatever grouping, where the words before it say that it is one."""
    seen = _NAMED.match(text, at)
    before = text[max(0, at - 40) : at].rpartition("\n")[2] if seen else ""
    if seen is None or not (_names_a_phone(before) and (_PHONE_WORD.search(before) or _OF.search(before))):
        return None
    if not _stands_alone(text, at, seen.end(), plus=False):
        return None
    return f"+91{_digits(seen[0])}", seen.end()


def _read_at(text: str, at: int) -> tuple[str, int] | None:
    """The number that starts here and where it ends."""
    plus = text[at] == "+" or text.startswith("(+", at) or text.startswith("00", at)
    seen = _MOBILE.match(text, at)
    if seen and _stands_alone(
        text, at, seen.end(), plus=plus or bool(seen["code"] and not seen["code"].startswith("91"))
    ):
        return f"+91{_digits(seen['ten'])}", seen.end()
    if named := _named_mobile(text, at):
        return named
    if broken := _BROKEN.match(text, at):
        return f"+91{broken[1]}{broken[2]}", broken.end()
    if plus and (seen := _PLUS.match(text, at + (text[at] == "("))):
        number, end = _foreign(text, seen)
        if number and _stands_alone(text, at, end, plus=True):
            return number, end
    for form in _forms(text, at):
        seen = form.match(text, at)
        if seen and _stands_alone(text, at, seen.end(), plus=plus):
            number = _valid(_digits(seen[0]), "IN") if form is _FREE else _land_line(text, seen)
            if number:
                return number, seen.end()
    return None


def _in_text(page: Page) -> Iterator[tuple[int, int, str]]:
    text, at = page.open, 0
    for digit, end in page.digits()[:_MOST_ASKED]:
        found = _DIGIT_RUN.search(text, max(at, digit - 3), digit + 1) if digit >= at else None
        if found is None:
            continue
        start, at = found.start() + (found[0][0] == " "), end
        read = _read_at(text, start) if _ENOUGH.match(text, start) else None
        if read is not None:
            at = read[1]
            yield found.start(), at, read[0]


def _of_link(link: Link) -> str:
    """The number that a link would call or write to."""
    digits = ""
    if link.scheme in ("tel", "callto", "sms", "smsto"):
        digits = unquote(link.path or link.host).split(";")[0]
    elif link.host == "wa.me" or link.host.endswith("whatsapp.com") or link.scheme == "whatsapp":
        shown = link.word("phone") or (link.path.strip("/") if link.host == "wa.me" else "")
        digits = "+" + shown.lstrip("+ ") if re.fullmatch(r"\+? ?[\d ()-]{10,18}", shown) else ""
        if re.fullmatch(r"\+0?[6-9]\d{9}", digits):
            digits = digits[1:]
    if not digits:
        return ""
    seen = _MOBILE.fullmatch(digits.strip())
    if seen:
        return f"+91{_digits(seen['ten'])}"
    return _valid(digits, "IN", possible=digits.startswith("+")) if len(_digits(digits)) >= 8 else ""


def find_phones(page: Page) -> tuple[tuple[int, str], ...]:
    """Place and number of every phone; what was read is hidden from those who look for PIN codes."""
    found: list[tuple[int, str]] = []
    spans: list[tuple[int, int]] = []
    for start, end, number in _in_text(page):
        found.append((start, number))
        spans.append((start, end))
    page.hide(spans)
    found.extend((link.start, number) for link in page.links if (number := _of_link(link)))
    return tuple(found)
