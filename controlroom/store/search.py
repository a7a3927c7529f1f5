"""What a person typed, as a full-text query: every word a prefix, digits joined, scripts folded."""

import re

from controlroom.clues.folding import fold_text

_WORD = re.compile(r"[^\W_]+(?:[\u0900-\u0903\u093a-\u094f\u0951-\u0957\u0962\u0963]+[^\W_]*)*", re.UNICODE)
_DIGITS_APART = re.compile(r"^\+?[\d\s().-]{7,}$")


def match_query(text: str) -> str:
    """An FTS5 query that finds rows holding all the words typed; empty when there is no word in it."""
    folded = fold_text(text)
    if _DIGITS_APART.match(folded.strip()) and not re.search(r"\d-[a-z]", folded):
        digits = re.sub(r"\D", "", folded)
        joined = f'"{digits}"*'
        words = _WORD.findall(folded)
        return joined if len(words) < 2 else f"{joined} OR ({_all_of(words)})"
    return _all_of(_WORD.findall(folded))


def _all_of(words: list[str]) -> str:
    return " ".join(f'"{word}"*' for word in words[:12])
