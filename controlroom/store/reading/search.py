"""What a person typed, as a full-text query: every word a prefix, digits joined, scripts folded."""

import re
from collections.abc import Callable, Sequence
from typing import Any

from controlroom.clues.folding import fold_text, words_of

LARGE = 300_000  # cases from which on it pays to look words up before the search
MOST_TERMS = 16
_INDEXED = 2  # prefixes up to this length have an index of their own
_DIGITS_APART = re.compile(r"^\+?[\d\s().-]{7,}$")


# words that the index surely holds as one term each, if it holds them
_SURE = re.compile(r"[0-9a-z\u0900-\u0977]+")
_LONGER = "SELECT term FROM search_terms WHERE term >= ?1 || char(1) AND term < ?2 LIMIT 1"
# Each term is reached by its own step down the index: the rows between are never read.
_TERMS = f"""
WITH RECURSIVE found(term) AS (
  SELECT ({_LONGER})
  UNION ALL
  SELECT (SELECT term FROM search_terms WHERE term >= found.term || char(1) AND term < ?2 LIMIT 1)
  FROM found WHERE found.term IS NOT NULL LIMIT ?3
)
SELECT term FROM found WHERE term IS NOT NULL
"""  # noqa: S608  constants
Terms = Callable[[str], Sequence[str]]


def match_query(text: str, terms: Terms | None = None) -> str:
    """An FTS5 query that finds rows holding all the words typed; empty when there is no word in it.

    `terms` may name all words that begin so: the same rows are then found one by one from the
    newest on, where a prefix gathers all the rows of the store first.
    """
    folded = fold_text(text)
    words = words_of(folded)
    if _DIGITS_APART.match(folded) and not re.search(r"\d-[a-z]", folded):
        joined = _prefix(re.sub(r"\D", "", folded), terms)
        return joined if len(words) < 2 else f"{joined} OR ({_all_of(words, terms)})"
    return _all_of(words, terms)


def terms_in(connection: Any) -> Terms:
    """The word and all of the index that begin with it; none where there are many."""

    def find(word: str) -> Sequence[str]:
        if len(word) <= _INDEXED or not _SURE.fullmatch(word):
            return ()
        top = word + chr(0x10FFFF)
        if connection.execute(_LONGER, (word, top)).fetchone() is None:
            return (word,)
        rows = connection.execute(_TERMS, (word, top, MOST_TERMS)).fetchall()
        return [word, *(term for (term,) in rows)] if len(rows) < MOST_TERMS else ()

    return find


def _all_of(words: list[str], terms: Terms | None) -> str:
    return " AND ".join(_prefix(word, terms) for word in words[:12])


def _prefix(word: str, terms: Terms | None) -> str:
    known = terms(word) if terms else ()
    if not known:
        return f'"{word}"*'
    alike = " OR ".join(f'"{term}"' for term in known)
    return alike if len(known) == 1 else f"({alike})"
