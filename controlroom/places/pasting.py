"""Whatever was pasted, as one place for certain, several to choose from, or a sentence. Any thread.

Certain is only what leaves nothing over: one place bears the name, it lies where the text says, and every
word was known. All else is asked back.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Final

from controlroom.casework.placing.understood import NOTHING, Candidate, Understood, asked_back
from controlroom.clues.folding import plain_digits
from controlroom.places.abroad import probable_states
from controlroom.places.entries import Entry
from controlroom.places.gazetteer import ABROAD, Gazetteer, State, state_called, state_of_pin
from controlroom.places.model import District, Whereabouts
from controlroom.places.nearby import distance_km
from controlroom.places.pastedpoints import NO_CODE, Pointed, read_points
from controlroom.places.phrases import Chunk, Phrase, phrase_of
from controlroom.places.said import (
    ANY,
    FITTING,
    INSTEAD_OF,
    Said,
    is_district,
    is_long,
    meant,
    merged,
    rank,
)

_PIN: Final = re.compile(r"(?<![\d+])([1-9]\d{2})[ -]?(\d{3})(?!\d)")
_LONGEST, _MOST_TOKENS, _SHOWN = 2_000, 24, 8
_LONE: Final = ("post office", "town", "thana", "tehsil", "railway station")
SHORT: Final = 6  # letters: of shorter names a slip of a key makes another
_DEVANAGARI: Final = re.compile("[\u0900-\u097f]")
_NEAR_SCORE: Final = 0.8
# Every town has one: such a name alone is a place of many, whatever the list of post offices holds.
_COMMON_WORDS: Final = """
nagar colony koloni vihar enclave puri puram lines lains line bazar bazaar bajar mandir masjid chowk
chauk chauraha road rod college kalej school skul university hospital aspatal market mandi ghat park
mohalla sector block court kachahari kutchery cantt kaint city campus kila fort ganj tola ward khand
pul bridge nahar dharamshala math ashram chowki chauki haveli kothi gurudwara mazar airport
"""
_COMMON: Final = frozenset(_COMMON_WORDS.split())

WHICH: Final = "Which one is meant?"
APART: Final = "What is said there does not lie together: which one is meant?"
NEAR: Final = "Only a near spelling is known: is this the place?"
LEFT: Final = "'{words}' is not known here: is this the place?"
NO_PIN: Final = "PIN code {pin} is not known in Uttar Pradesh; check the six digits."
OUTSIDE: Final = "That lies outside Uttar Pradesh, probably in {state}: ask the nodal officer there."
INSTEAD: Final = "No list has that thana; this is another place of the name: is it meant?"
LONG: Final = "A road or a river is long: is this stretch of it meant?"
LONE: Final = "Many places are called so; name the district too. Is the one in {district} meant?"
BROAD: Final = "The words name another district than the point: which is meant?"


class PasteRoom:
    """Reads pasted text by a gazetteer; `where` tells the district of a point."""

    def __init__(
        self,
        gazetteer: Callable[[], Gazetteer],
        district: Callable[[str], District | None],
        where: Callable[[float, float], Whereabouts],
    ) -> None:
        self._made, self._district, self._where = gazetteer, district, where

    @property
    def _names(self) -> Gazetteer:
        """Made when a name is looked up: a point alone needs none."""
        return self._made()

    def understand(self, text: str) -> Understood:
        """See the module."""
        plain = plain_digits(text[:_LONGEST])
        if not plain.strip():
            return asked_back(NOTHING)
        pointed = read_points(plain, self._middle)
        if pointed is None:
            return self._words(plain)
        if pointed.answer is not None or pointed.point is None:
            return self._with_state(pointed.answer or asked_back(NOTHING))
        return self._checked(pointed.point, pointed.rest)

    def at_once(self, text: str) -> Understood | None:
        """What a point says by itself; None where names have to be looked up."""
        plain = plain_digits(text[:_LONGEST])
        if not plain.strip():
            return asked_back(NOTHING)
        pointed = read_points(plain, lambda words: None)
        if pointed is None or _is_short_code(pointed) or _says_words(pointed.rest):
            return None
        if pointed.answer is not None or pointed.point is None:
            return self._with_state(pointed.answer or asked_back(NOTHING))
        return self._checked(pointed.point, "")

    # --- points -------------------------------------------------------------------------------------------

    def _middle(self, text: str) -> tuple[float, float] | None:
        found = self._words(text)
        return (found.candidates[0].lat, found.candidates[0].lon) if found.candidates else None

    def _with_state(self, answer: Understood) -> Understood:
        """The answer with the state that its first point lies in."""
        if not answer.candidates:
            return answer
        first = answer.candidates[0]
        where = self._where(first.lat, first.lon)
        return replace(answer, is_outside=answer.is_outside or where.outside, state=self._state(first, where))

    def _state(self, point: Candidate, where: Whereabouts) -> str:
        if not where.outside:
            return ""
        return " / ".join(probable_states(point.lat, point.lon)[:2])

    def _checked(self, point: Candidate, rest: str) -> Understood:
        """A point is certain, unless the words beside it name another district."""
        where = self._where(point.lat, point.lon)
        if where.outside:
            state = self._state(point, where)
            return Understood((point,), True, None, "", state, is_outside=True)
        named = self._named_districts(rest)
        if where.district is None or not named or where.district in named:
            return Understood((point,), True)
        nearest = min(named, key=lambda each: distance_km(point.lat, point.lon, each.hq_lat, each.hq_lon))
        away = distance_km(point.lat, point.lon, nearest.hq_lat, nearest.hq_lon)
        if not where.sure and nearest in where.others and away <= 40:
            return Understood((point,), True)
        return asked_back(BROAD, [point, *(self._as_candidate(self._entry_of(each)) for each in named)])

    def _named_districts(self, rest: str) -> list[District]:
        """The districts that the words beside a point say."""
        if not _says_words(rest):
            return []
        found = set()
        for chunk in phrase_of(_PIN.sub(" ", rest)).chunks:
            for entry in self._names.called("".join(chunk.tokens)):
                if entry.kind == "district":
                    found.add(entry.district)
        return [district for key in sorted(found) if (district := self._district(key)) is not None]

    def _entry_of(self, district: District) -> Entry:
        called = self._names.called(re.sub("[^a-z]", "", district.name_en.lower()))
        return next(one for one in called if one.kind == "district" and one.district == district.key)

    # --- words --------------------------------------------------------------------------------------------

    def _words(self, text: str) -> Understood:
        codes = list(dict.fromkeys("".join(pair) for pair in _PIN.findall(text)))
        strangers = [code for code in codes if code not in self._names.pins]
        if strangers:
            state = state_of_pin(strangers[0])
            if state is None:
                return asked_back(NO_PIN, pin=strangers[0])
            return asked_back(OUTSIDE, state=state.name_en)
        pins = [Said("pin", (self._names.pins[code],)) for code in codes]
        phrase = phrase_of(_PIN.sub(" ", text))
        if sum(len(chunk.tokens) for chunk in phrase.chunks) > _MOST_TOKENS:
            return asked_back("That is long: give only where it is (coordinates, PIN code, thana, district).")
        states = [state for chunk in phrase.chunks if (state := _state_at_end(chunk))]
        if states and not phrase.says_home:
            return asked_back(OUTSIDE, self._abroad(phrase.chunks, states[0]), state=states[0].name_en)
        readings = [reading for reading in phrase.readings() if reading is not None]
        answers = [self._read(reading, pins) for reading in readings]
        if not pins:
            answers = [self._doubted(answer, phrase, text) for answer in answers]
        whole = [answer for answer in answers if answer.is_sure]
        is_one = bool(whole) and all(_same(answer.candidates[0], whole[0].candidates[0]) for answer in whole)
        if is_one and not phrase.says_or and len(pins) < 2:
            return whole[0]
        return self._asked(answers, text)

    def _doubted(self, answer: Understood, phrase: Phrase, text: str) -> Understood:
        """A post office alone, with nothing to say where, may only be one of many that bear the name."""
        if (
            not answer.is_sure
            or len(phrase.chunks) != 1
            or phrase.labels
            or answer.candidates[0].kind not in _LONE
        ):
            return answer
        tokens = phrase.chunks[0].tokens
        found = answer.candidates[0]
        if not self._names.called("".join(tokens)):
            return answer  # a district stands beside the name
        is_common = tokens[-1] in _COMMON or phrase.says_near
        if is_common and found.kind in ("post office", "thana"):
            return asked_back(LONE, [found], district=found.district)
        name = "".join(tokens)
        is_hindi = bool(_DEVANAGARI.search(text))
        is_spelt = is_hindi or any(one.name_en == found.name_en for one in self._names.spelt(name))
        like = [one for one in self._names.larger_like(name) if not _is_at(one, found)]
        if like:
            return asked_back(WHICH, [*self._offer(like), found])
        towns = [one for one in self._names.called(name) if _is_at(one, found) and not one.is_village]
        if len(name) < SHORT or not is_spelt or not towns:
            return asked_back(LONE, [found], district=found.district)
        return answer

    def _abroad(self, chunks: Sequence[Chunk], state: State) -> list[Candidate]:
        found = []
        for chunk in chunks:
            for entry in self._names.called("".join(_without(chunk.tokens, state))):
                if entry.kind == "city" and entry.district == f"{ABROAD}{state.name_en}":
                    found.append(self._as_candidate(entry))
        return list(dict.fromkeys(found))

    def _asked(self, answers: Sequence[Understood], text: str) -> Understood:
        """Nothing is certain: all that any way of reading it offers, else near spellings."""
        offered = [one for answer in answers for one in answer.candidates]
        doubts = [answer.doubt for answer in answers if answer.doubt is not None and answer.candidates]
        if not offered:
            offered = [
                replace(self._as_candidate(entry), is_near=True)
                for entry, score in self._names.near(text)
                if score >= _NEAR_SCORE
            ]
            if not offered:
                return asked_back(NOTHING)
            return asked_back(NEAR, _once(offered)[:_SHOWN])
        found = _once(offered)[:_SHOWN]
        state = next((one.state for one in found if one.state), "")
        if state and all(one.state for one in found):
            return asked_back(OUTSIDE, found, state=state)
        left = next((answer.left for answer in answers if answer.left), "")
        doubt = doubts[0] if doubts and len(found) == 1 else asked_back(WHICH).doubt
        return Understood(tuple(found), False, doubt, left)

    def _read(self, reading: Sequence[tuple[str, Chunk]], pins: Sequence[Said]) -> Understood:
        """One way to read it."""
        said: list[Said] = list(pins)
        left: list[str] = []
        for label, chunk in reading:
            names, unknown = self._named(label, chunk)
            said += names
            left += unknown
        left = [word for word in left if not word.isdigit()]
        if not said:
            return Understood(left=" ".join(left))
        return self._together(said, " ".join(left))

    def _named(self, label: str, chunk: Chunk) -> tuple[list[Said], list[str]]:
        """The names in a chunk, and the words of it that are none."""
        tokens = chunk.tokens
        whole = self._said(label, tokens)
        if whole is not None:
            return [whole], []
        for cut in range(len(tokens) - 1, 0, -1):
            for head, tail in self._cuts(label, chunk, cut):
                first = self._said(label, head)
                if first is None:
                    continue
                more, unknown = self._named("", Chunk(tail))
                return [first, *more], unknown
        if label:
            return self._instead(label, tokens)
        return [], list(tokens)

    def _cuts(self, label: str, chunk: Chunk, cut: int) -> Iterable[tuple[tuple[str, ...], tuple[str, ...]]]:
        """A label stands beside its name; without one the name may stand at either end."""
        tokens = chunk.tokens
        if not label or chunk.before >= 0:
            yield tokens[:cut], tokens[cut:]
        if not label or chunk.before < 0:
            yield tokens[-cut:], tokens[:-cut]

    def _said(self, label: str, tokens: Sequence[str]) -> Said | None:
        entries = self._names.called("".join(tokens))
        if label:
            fitting = [one for one in entries if one.kind in FITTING[label]]
        else:
            fitting = [one for one in entries if one.kind in ANY]
            fitting = fitting or [one for one in entries if one.kind == "railway station"]
        return Said(label, tuple(fitting)) if fitting else None

    def _instead(self, label: str, tokens: Sequence[str]) -> tuple[list[Said], list[str]]:
        """No list has a thana of that name: another place of the name is offered."""
        entries = self._names.called("".join(tokens))
        fitting = tuple(one for one in entries if one.kind in INSTEAD_OF.get(label, ()))
        if fitting:
            return [Said(label, fitting, is_instead=True)], []
        return [], list(tokens)

    # --- putting it together ------------------------------------------------------------------------------

    def _together(self, said: Sequence[Said], left: str) -> Understood:
        strict = frozenset.intersection(*(meant(one, is_alone=len(said) == 1) for one in said))
        districts = strict or frozenset.intersection(*(one.districts for one in said))
        villages = [one for one in said if one.label == "village"]
        if (
            not districts and villages and len(villages) < len(said)
        ):  # post offices alone are known of villages
            unknown = " ".join(one.entries[0].name_en for one in villages)
            return self._together([one for one in said if one not in villages], f"{unknown} {left}".strip())
        finest = min(said, key=lambda one: rank(one, is_alone=len(said) == 1))
        here = [entry for entry in finest.entries if entry.district in districts]
        if not here:
            every = [entry for one in said for entry in one.entries]
            few = [entry for entry in every if entry.kind in ("thana", "pin", "district")] or every
            return asked_back(APART, self._offer(few), left=left)
        places = merged(here, finest, is_alone=len(said) == 1)
        if len(places) > 1:
            return asked_back(WHICH, self._offer(places), left=left)
        found = self._as_candidate(places[0])
        if found.state:
            return asked_back(OUTSIDE, [found], state=found.state, left=left)
        if not strict:
            return asked_back(APART, [found], left=left)
        read = self._one(found, finest, said, left)
        if not read.is_sure or found.kind != "district" or len(said) > 1:
            return read
        return replace(read, others=tuple(self._offer([one for one in here if one.kind != "district"])))

    def _one(self, found: Candidate, finest: Said, said: Sequence[Said], left: str) -> Understood:
        """Exactly one place: certain, unless something was left over that might mean another."""
        if finest.is_instead:
            return asked_back(INSTEAD if finest.label == "thana" else NEAR, [found], left=left)
        if is_long(found.name_en):
            return asked_back(LONG, [found], left=left)
        if finest.label == "village":
            return asked_back("Villages of one name are many: is this the one?", [found], left=left)
        other = [one for one in said if one is not finest and one.is_instead]
        is_pinned = any(one.label == "pin" for one in said) and len(said) > 1  # six digits alone may be money
        has_district = any(one.label == "district" or is_district(one) for one in said)
        is_labelled = finest.label in ("thana", "railway station", "post office") and has_district
        is_vague = finest.label == "thana" and len(said) > 1 and not has_district and not is_pinned
        if other or is_vague or (left and not is_pinned and not is_labelled):
            return asked_back(LEFT, [found], left=left, words=left) if left else asked_back(WHICH, [found])
        return Understood((found,), True, None, left)

    def _offer(self, entries: Sequence[Entry]) -> list[Candidate]:
        """Whole districts first: who means a village says more."""
        entries = sorted(entries, key=lambda entry: entry.kind != "district")
        return _once([self._as_candidate(entry) for entry in entries])[:_SHOWN]

    def _as_candidate(self, entry: Entry) -> Candidate:
        if entry.district.startswith(ABROAD):
            district, state = "", entry.district.removeprefix(ABROAD)
        else:
            known = self._district(entry.district)
            district, state = known.name_en if known else entry.district, ""
        return Candidate(
            entry.lat, entry.lon, entry.accuracy_m, entry.kind, entry.name_en, entry.name_hi, district, state
        )


def _says_words(rest: str) -> bool:
    """Whether anything but numbers stands beside a point."""
    return any(token.isalpha() for chunk in phrase_of(_PIN.sub(" ", rest)).chunks for token in chunk.tokens)


def _is_short_code(pointed: Pointed) -> bool:
    """A short plus code is read with the place that is named beside it."""
    doubt = pointed.answer.doubt if pointed.answer is not None else None
    return doubt is not None and doubt.template == NO_CODE


def _is_at(entry: Entry, found: Candidate) -> bool:
    """The same place under another name."""
    return entry.kind != "district" and distance_km(entry.lat, entry.lon, found.lat, found.lon) <= 5.0


def _same(one: Candidate, other: Candidate) -> bool:
    return (one.kind, one.lat, one.lon) == (other.kind, other.lat, other.lon)


def _once(found: Sequence[Candidate]) -> list[Candidate]:
    return list(dict.fromkeys(found))


def _state_at_end(chunk: Chunk) -> State | None:
    """A state stands alone, or ends what a comma or a label ends."""
    for length in (3, 2, 1):
        if len(chunk.tokens) >= length:
            tail = chunk.tokens[-length:]
            state = state_called("".join(tail))
            if state is not None and (length > 1 or len(tail[0]) > 2 or len(chunk.tokens) == 1):
                return state
    return None


def _without(tokens: tuple[str, ...], state: State) -> tuple[str, ...]:
    for length in (3, 2, 1):
        if len(tokens) > length and state_called("".join(tokens[-length:])) == state:
            return tokens[:-length]
    return tokens
