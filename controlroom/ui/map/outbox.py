"""What is to be said to the page, in its order; kept, so that a new page can be told it again. No Qt."""

import json
from collections.abc import Mapping, Sequence

from controlroom.casework.drawing import MapCase, MapCoder
from controlroom.ui.map.drawing import Drawing

# `select` and what else names a case comes after the cases that it may name
_BEFORE_CASES = ("words", "theme", "street", "outlines")
_AFTER_CASES = ("unplaced", "tried", "select", "fit", "pick")


class PageOutbox:
    """The newest message of each kind and the cases that the page lacks; numbers every message."""

    def __init__(self, coder: MapCoder) -> None:
        self._coder = coder
        self._cases = Drawing()
        self._bodies: dict[str, str] = {}
        self._due: set[str] = set()
        self.revision = 0

    def say(self, kind: str, **parts: object) -> None:
        """Puts a message in place of an earlier one of its kind."""
        self.say_encoded(kind, _inner(parts))

    def say_encoded(self, kind: str, inner: str) -> None:
        """The same with the inside of the JSON object made already."""
        self._bodies[kind] = inner
        self._due.add(kind)

    def want_cases(self, cases: Sequence[MapCase]) -> None:
        """These cases and no others."""
        self._cases.want(cases)

    def change_cases(self, changed: Sequence[MapCase], gone: Sequence[str]) -> None:
        """Some are new or different, some gone; the rest stays."""
        self._cases.change(changed, gone)

    def forget_page(self) -> None:
        """A new page has to be told everything."""
        self._cases.forget_page()
        self._due.update(self._bodies)

    @property
    def is_empty(self) -> bool:
        return self._cases.is_sent and not self._due

    def next(self) -> list[str]:
        """The messages of one turn, a chunk of cases at most; empty when nothing is left to say."""
        messages = [self._message(kind) for kind in _BEFORE_CASES if kind in self._due]
        draw, gone = self._cases.next_chunk()
        if draw or gone:
            rows = self._coder.encode_cases(draw)
            messages.append(self._numbered("cases", f'"gone":{json.dumps(gone)},"rows":{rows}'))
        if self._cases.is_sent:
            messages += [self._message(kind) for kind in _AFTER_CASES if kind in self._due]
        return messages

    def _message(self, kind: str) -> str:
        self._due.discard(kind)
        return self._numbered(kind, self._bodies[kind])

    def _numbered(self, kind: str, inner: str) -> str:
        self.revision += 1
        return f'{{"t":"{kind}","rev":{self.revision},{inner}}}'


def _inner(parts: Mapping[str, object]) -> str:
    return json.dumps(parts, ensure_ascii=False, allow_nan=False, separators=(",", ":"))[1:-1]
