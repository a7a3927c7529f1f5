"""Reads what a service answers to a referral, a district to a reminder; what is not plain is unclear."""

import re
from typing import Final

_DECLINED: Final = re.compile(
    r"\b(?:can(?:no|')?t|can not|could not|unable to|not able to|won't|will not|do not|don't) "
    r"(?:be able to )?(?:take|accept|admit|help|provide|offer|serve)"
    r"|\bdeclin(?:e|ed|ing)\b|\brefus(?:e|ed|ing)\b"
    r"|\bno (?:beds?|capacity|vacancy|doctor|counsell?or|slots?)\b"
    r"|\bnot (?:accepted|possible|available|our (?:area|jurisdiction|district))\b"
    r"|असमर्थ|अस्वीकार|स्वीकार नहीं|नहीं ले सकत|नहीं कर सकत|संभव नहीं|सम्भव नहीं|उपलब्ध नहीं"
    r"|(?:बेड|जगह|डॉक्टर|परामर्शदाता) नहीं",
    re.I,
)
_DONE: Final = re.compile(
    r"\bdone\b|\bcompleted\b"
    r"|\b(?:spoke|spoken|talked|met) (?:with|to|him|her|them|the)\b|\bvisited\b"
    r"|\bcontact(?:ed)? (?:has been |was |is )?(?:made|him|her|them|the person)\b"
    r"|\bhave contacted\b"
    r"|बात हो (?:गई|गयी|चुकी)|बात कर ली|बात की गई|बात की है|मुलाक़ात|मुलाकात|मिल (?:आए|लिया|लिए)"
    r"|संपर्क (?:हो गया|किया गया|कर लिया)|सम्पर्क (?:हो गया|किया गया|कर लिया)",
    re.I,
)
_TAKEN: Final = re.compile(
    r"\back(?:nowledged?|ed)?\b|\breceived\b|\bnoted\b|\baccept(?:ed)?\b|\bregistered\b|\badmitted\b"
    r"|\bappointment\b|\bwe (?:will|shall) (?:call|see|visit|contact|take)\b|\btaken (?:up|on)\b"
    r"|\bok(?:ay)?\b"
    r"|\b(?:has been |have been |is |was )?assigned\b"
    r"|पावती|प्राप्त|मिल गया|मिल गई|स्वीकार|नोट कर|पंजीकृत|भर्ती|अपॉइंटमेंट|कर लेंगे|कर लिया जाएगा|बात करेंगे",
    re.I,
)
_NOT: Final = re.compile(
    r"\b(?:not|no|never|without|yet to|unless|until|if|when|whether|once|before|nobody|could)\b|n't\b"
    r"|नहीं|\bना\b|अभी तक|अगर|यदि|जब|बाकी",
    re.I,
)
_TO_COME: Final = re.compile(r"\b(?:will|shall|going to|tomorrow|to be|soon)\b|करेंगे|जाएंगे|जाएगा|कल ", re.I)
_CLAUSES: Final = re.compile(r"(?<=[.!?।;\n])\s+|\n+|\bbut\b|,|लेकिन|परंतु|मगर", re.I)


def read_service_answer(text: str) -> str:
    """acknowledged, declined, or unclear: also where both seem to be said."""
    said = set()
    for clause in filter(None, map(str.strip, _CLAUSES.split(text))):
        if clause.endswith("?"):
            return "unclear"
        if _DECLINED.search(clause):
            said.add("declined")
        elif _is_affirmed(_TAKEN, clause):
            said.add("acknowledged")
    return said.pop() if len(said) == 1 else "unclear"


def read_district_answer(text: str) -> str:
    """done, acknowledged, or unclear. What is still to come is acknowledged; what is denied, unclear."""
    said = set()
    for clause in filter(None, map(str.strip, _CLAUSES.split(text))):
        if clause.endswith("?") or _DECLINED.search(clause) or _denies(_DONE, clause):
            return "unclear"
        if _is_affirmed(_DONE, clause):
            said.add("acknowledged" if _TO_COME.search(clause) else "done")
        elif _is_affirmed(_TAKEN, clause):
            said.add("acknowledged")
    return "done" if "done" in said else "acknowledged" if said else "unclear"


def _is_affirmed(pattern: re.Pattern[str], clause: str) -> bool:
    return bool(pattern.search(clause)) and not _denies(pattern, clause)


def _denies(pattern: re.Pattern[str], clause: str) -> bool:
    found = pattern.search(clause)
    return found is not None and bool(_NOT.search(clause[: found.start()] + clause[found.end() :]))
