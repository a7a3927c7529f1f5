"""Words of an alert that may make it more urgent: a means, a goodbye, live video, a child. Not clinical.

They only say what stands there, with the very words; a person decides. What is denied (did not take), said by
a helpline or the sender's own footer, or the name of a song, is no hint.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from typing import Final, NamedTuple

from controlroom.clues.hint_words import (
    AGE_THEN,
    AGES,
    BOILER_PLATE,
    CLASS,
    CLAUSES,
    MINOR,
    NAHI,
    NO_AFTER,
    NOT,
    NOW,
    NOW_PAIRS,
    PEOPLE,
    PUPIL,
    RULES,
    SONGS,
    THEN_AGE,
    TO_COME,
    TODAY,
    Rule,
)
from controlroom.clues.page import Page
from controlroom.clues.times import TimeSeen
from controlroom.domain.case import Hint

MOST_HINTS: Final = 12
_MOST_SENTENCES: Final = 200  # with a word that may hint; a mail with more of them is a book, or a trap
_MOST_OF_A_KIND: Final = 3
_REACH: Final = 160  # characters a sentence goes on to either side
_JUST_POSTED: Final = timedelta(minutes=60)
_LONGEST: Final = 120  # characters of the words shown
_END = re.compile(r"[.!?…।|;\n\"“”]")
_TOKEN = re.compile(r"[^\s.,!?…।|;\"“”()<>\[\]{}:*/&>–—-]+|,")
_BREAKS = str.maketrans(dict.fromkeys('.,!?;:"()<>[]{}*/|&-', " "))
_SIGNS = ("।", "“", "”", "…", "–", "—", ",", ".", "!", "?", ":", ";", '"', "(", ")", "-", "/", "|", ">")


class _Found(NamedTuple):
    kind: str
    start: int
    end: int


def _by_first() -> dict[str, tuple[Rule, ...]]:
    rules: dict[str, tuple[Rule, ...]] = {}
    for rule in RULES:
        for word in rule.slots[0]:
            rules[word] = (*rules.get(word, ()), rule)
    return rules


_RULES: Final = _by_first()
_TRIGGERS: Final = frozenset(_RULES) | AGES


def find_hints(page: Page, times: Sequence[TimeSeen], received_at: datetime | None) -> tuple[Hint, ...]:
    """Each kind of hint with the words it came from, in the order of the text; at most a dozen."""
    text = page.lower.replace("ँ", "ं").replace("’", "'")
    found: list[_Found] = []
    flat = _flat(text)
    for start, end in _sentences(text, flat):
        words = frozenset(flat[start:end].split())
        rules = _rules_for(words)
        if rules or not AGES.isdisjoint(words):
            found += _in_sentence(text, start, end, rules)
    found += _posted(page, times, received_at)
    return _shown(page.text, found)


def _shown(text: str, found: Sequence[_Found]) -> tuple[Hint, ...]:
    hints: dict[Hint, None] = {}
    kinds: dict[str, int] = {}
    for one in _widest(sorted(found, key=lambda one: one.start)[:_MOST_SENTENCES]):
        hint = Hint(one.kind, " ".join(text[one.start : one.end].split())[:_LONGEST])
        if hint not in hints and kinds.get(one.kind, 0) < _MOST_OF_A_KIND:
            kinds[one.kind] = kinds.get(one.kind, 0) + 1
            hints[hint] = None
    return tuple(hints)[:MOST_HINTS]


# --- where to look ----------------------------------------------------------------------------------------


def _flat(text: str) -> str:
    """The text with blanks for its signs, as long as it was."""
    if text.isascii():
        return text.translate(_BREAKS)
    for sign in _SIGNS:
        text = text.replace(sign, " ")
    return text


def _rules_for(words: frozenset[str]) -> list[Rule]:
    """Those of which every slot is there."""
    rules = {id(rule): rule for word in words & _TRIGGERS for rule in _RULES.get(word, ())}
    return [
        rule
        for rule in rules.values()
        if rule.unless.isdisjoint(words) and not any(map(words.isdisjoint, rule.slots[1:]))
    ]


def _sentences(text: str, flat: str) -> Iterator[tuple[int, int]]:
    """The sentences with a word that may hint, in order, each once."""
    there = _TRIGGERS.intersection(flat.split())
    places = sorted(place for word in there for place in _places(flat, word))
    upto = -1
    for place in places[:_MOST_SENTENCES]:
        if place < upto:
            continue
        start, upto = _sentence_at(text, place)
        yield start, upto


def _places(flat: str, word: str) -> Iterator[int]:
    """Where this word stands as a word of its own."""
    size, place = len(flat), flat.find(word)
    for _ in range(_MOST_SENTENCES):
        if place < 0:
            return
        after = place + len(word)
        if (place == 0 or flat[place - 1].isspace()) and (after == size or flat[after].isspace()):
            yield place
        place = flat.find(word, after)


def _sentence_at(text: str, place: int) -> tuple[int, int]:
    low = max(0, place - _REACH)
    start = low
    for end in _END.finditer(text, low, place):
        start = end.end()
    after = _END.search(text, place, place + _REACH)
    return start, after.start() if after else min(len(text), place + _REACH)


# --- one sentence -----------------------------------------------------------------------------------------


class _Sentence:
    """The words of one sentence and where they stand."""

    def __init__(self, text: str, start: int, end: int) -> None:
        tokens = list(_TOKEN.finditer(text, start, end))
        self.words = [token[0].strip("'") for token in tokens]
        self.spans = [token.span() for token in tokens]
        before = _TOKEN.findall(text, max(0, start - 40), start)[-2:] if start else []
        self.before = [word.strip("'") for word in before]

    def places(self, slot: frozenset[str]) -> list[int]:
        return [at for at, word in enumerate(self.words) if word in slot]


def _in_sentence(text: str, start: int, end: int, rules: Sequence[Rule]) -> list[_Found]:
    sentence = _Sentence(text, start, end)
    found: list[_Found] = []
    acts: list[str] = []
    for rule in rules:
        at = _match(sentence, rule)
        if at is not None:
            found.append(_Found(rule.kind, sentence.spans[at[0]][0], sentence.spans[at[-1]][1]))
            acts += sentence.words[at[0] : at[-1] + 2]
    if not AGES.isdisjoint(sentence.words):
        found += _young(text, start, end, sentence)
    if not found or BOILER_PLATE.search(text, _line_start(text, start), end):
        return []
    return [*found, *_now(sentence, found, acts)]


def _line_start(text: str, start: int) -> int:
    return max(text.rfind("\n", 0, start) + 1, start - _REACH)


def _widest(found: Sequence[_Found]) -> list[_Found]:
    """Of two that tell the same kind with the same words the longer."""
    return [
        one
        for one in dict.fromkeys(found)
        if not any(
            other.kind == one.kind and other != one and other.start <= one.start and one.end <= other.end
            for other in found
        )
    ]


def _match(sentence: _Sentence, rule: Rule) -> list[int] | None:
    """The places of one word of each slot, in order, near one another and not denied."""
    for first in sentence.places(rule.slots[0]):
        at = [first]
        for slot in rule.slots[1:]:
            near = [
                place
                for place in sentence.places(slot)
                if place not in at and min(abs(place - one) for one in at) <= rule.gap
                and not (rule.is_ordered and place < at[-1])
            ]  # fmt: skip
            if not near:
                break
            at.append(min(near, key=lambda place: abs(place - first)))
        if len(at) == len(rule.slots) and not _is_taken_back(sentence, rule, sorted(at)):
            return sorted(at)
    return None


def _is_taken_back(sentence: _Sentence, rule: Rule, at: Sequence[int]) -> bool:
    words, first, last = sentence.words, at[0], at[-1]
    before = [*sentence.before, *words][: len(sentence.before) + first]
    if not SONGS.isdisjoint(before[-2:]):
        return True
    if rule.has_negation:
        return False
    if not (NAHI | NOT).isdisjoint(words[first : last + 1]):
        return True
    after = words[last + 1 :]
    if rule.kind == "goodbye" and _is_to_a_thing(after):
        return True
    return _is_denied_before(words[:first]) or _is_denied_after(after)


def _is_denied_before(words: Sequence[str]) -> bool:
    """English denies up to three words ahead (did not take any pills), Hindi just before the verb."""
    for back, word in enumerate(reversed(words[-3:])):
        if word in CLAUSES:
            return False
        if word in NOT or (back == 0 and word in NAHI):
            return True
    return False


def _is_denied_after(words: Sequence[str]) -> bool:
    """Hindi may deny behind the verb; a label may (Live video: no), and then nothing comes after."""
    return bool(words) and (words[0] in NAHI or (len(words) == 1 and words[0] in NO_AFTER))


def _is_to_a_thing(words: Sequence[str]) -> bool:
    """Goodbye to dandruff, goodbye 2025."""
    return bool(words) and (words[0].isdecimal() or (words[0] == "to" and PEOPLE.isdisjoint(words[1:4])))


def _now(sentence: _Sentence, found: Sequence[_Found], acts: Sequence[str]) -> Iterator[_Found]:
    """A word for now beside a danger; "today" only with what is still to come."""
    kinds = {one.kind for one in found}
    if kinds.isdisjoint({"means", "place", "wish", "goodbye"}):
        return
    is_to_come = "wish" in kinds or any(map(TO_COME.match, acts))
    for at, word in enumerate(sentence.words):
        after = sentence.words[at + 1] if at + 1 < len(sentence.words) else ""
        if word in NOW_PAIRS and after in NOW_PAIRS[word]:
            yield _Found("now", sentence.spans[at][0], sentence.spans[at + 1][1])
            return
        if word in NOW or (is_to_come and word in TODAY):
            yield _Found("now", *sentence.spans[at])
            return


# --- a child ----------------------------------------------------------------------------------------------


def _young(text: str, start: int, end: int, sentence: _Sentence) -> Iterator[_Found]:
    for pattern in (AGE_THEN, THEN_AGE):
        for seen in pattern.finditer(text, start, end):
            age = int(next(group for group in seen.groups() if group))
            if 5 <= age < 18:
                yield _Found("minor", *seen.span())
    school = CLASS.search(text, start, end)
    if school and PUPIL.search(text, start, end):
        yield _Found("minor", *school.span())
    named = MINOR.search(text, start, end)
    if named and NOT.isdisjoint(sentence.words) and NAHI.isdisjoint(sentence.words):
        yield _Found("minor", *named.span())


# --- the time of the post ---------------------------------------------------------------------------------

_POSTED = re.compile(r"post|पोस्ट|upload|went live")


def _posted(page: Page, times: Sequence[TimeSeen], received_at: datetime | None) -> Iterator[_Found]:
    """A post of the last hour, where a line says that it is the time of the post."""
    if received_at is None:
        return
    for seen in times[:50]:
        start = page.lower.rfind("\n", 0, seen.start) + 1
        age = received_at - seen.at
        if timedelta(minutes=-5) <= age <= _JUST_POSTED and _POSTED.search(page.lower, start, seen.start):
            yield _Found("posted", max(start, seen.start - 60), seen.end)
            return
