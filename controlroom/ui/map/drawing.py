"""What stands on the page and what waits to be sent: the difference, in chunks. No Qt."""

from collections.abc import Sequence

from controlroom.casework.drawing import MapCase

CHUNK = 500  # cases in one message, so that no single message holds a thread for long


class Drawing:
    """The cases as they should be, and as the page last heard of them."""

    def __init__(self) -> None:
        self._wanted: dict[str, MapCase] = {}
        self._sent: dict[str, MapCase] = {}
        self._unsure: set[str] = set()  # ids that may differ between the two

    def want(self, cases: Sequence[MapCase]) -> None:
        """These cases and no others."""
        wanted = {case.id: case for case in cases}
        self._unsure.update(
            key for key, case in wanted.items() if (sent := self._sent.get(key)) is not case and sent != case
        )
        self._unsure.update(self._sent.keys() - wanted.keys())
        self._wanted = wanted

    def change(self, changed: Sequence[MapCase], gone: Sequence[str]) -> None:
        """Some cases are new or different, some are gone; all others stay."""
        for case in changed:
            self._wanted[case.id] = case
            self._unsure.add(case.id)
        for key in gone:
            self._wanted.pop(key, None)
            self._unsure.add(key)

    def forget_page(self) -> None:
        """The page is a new one and has nothing."""
        self._sent.clear()
        self._unsure = set(self._wanted)

    @property
    def is_sent(self) -> bool:
        return not self._unsure

    def __contains__(self, case_id: str) -> bool:
        return case_id in self._wanted

    def __len__(self) -> int:
        return len(self._wanted)

    def next_chunk(self) -> tuple[list[MapCase], list[str]]:
        """Up to `CHUNK` cases to draw, and ids to take away; both empty when the page has everything."""
        draw: list[MapCase] = []
        gone: list[str] = []
        while self._unsure and len(draw) + len(gone) < CHUNK:
            key = self._unsure.pop()
            case = self._wanted.get(key)
            if case is None:
                if self._sent.pop(key, None) is not None:
                    gone.append(key)
            elif self._sent.get(key) != case:
                self._sent[key] = case
                draw.append(case)
        return draw, gone
