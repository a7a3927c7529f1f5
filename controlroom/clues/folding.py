"""One spelling for what people write in many: the folding that the search index and every query share.

Both sides are folded, so the folded form is for comparing only and is never shown.
"""

import re
import unicodedata

_ZERO_WIDTH = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f\U000e0100-\U000e01ef"
)
_DROPPED = re.compile(f"[\u0300-\u036f\u093c\u09bc\u0a3c\u0abc\u0b3c{_ZERO_WIDTH}]")
_FOREIGN_DIGIT = re.compile(r"[^\D0-9]")
_NASAL = re.compile("ङ्(?=[क-घ])|ञ्(?=[च-झ])|ण्(?=[ट-ढ])|न्(?=[त-ध])|म्(?=[प-भ])")
WORD = re.compile(r"[^\W_]+(?:[\u0900-\u0903\u093a-\u094f\u0951-\u0957\u0962\u0963]+[^\W_]*)*", re.UNICODE)


def _ascii_digit(match: re.Match[str]) -> str:
    return str(unicodedata.decimal(match[0]))


def plain_digits(text: str) -> str:
    """Every decimal digit of any script as an ASCII digit: ९८३ and ９８３ become 983; all else stays."""
    return text if text.isascii() else _FOREIGN_DIGIT.sub(_ascii_digit, text)


def fold_text(text: str) -> str:
    """The comparable form: compatibility, case, zero-width signs, nukta, Latin accents, digits, spaces.

    A nasal before a consonant of its own row is the same sound as the dot above (हिन्दी is हिंदी, नम्बर is
    नंबर), and the moon-dot is the dot (चाँद is चांद), as people write either.
    """
    if text.isascii():
        return " ".join(text.casefold().replace("\0", " ").split())
    folded = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    folded = unicodedata.normalize("NFKC", _DROPPED.sub("", folded))
    folded = _NASAL.sub("ं", folded.replace("\0", " ").replace("ँ", "ं"))
    return " ".join(plain_digits(folded).split())


def words_of(folded: str) -> list[str]:
    """The words of a folded text, a Hindi one with its vowel signs: what the server's search index holds."""
    return WORD.findall(folded)
