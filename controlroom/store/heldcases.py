"""The cases that this process has at hand as they were committed last, with the keys that opened them."""

from collections import OrderedDict
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, NamedTuple
from uuid import UUID

from controlroom.domain.case import Case
from controlroom.store.care.seals import NO_KEYS, Keys
from controlroom.store.projection import rev_of

_MOST = 4_000


class _Held(NamedTuple):
    case: Case
    rev: int  # of the transaction that changed it last
    keys: Keys


class HeldCases:
    """Used inside transactions of the one writer. What another process has changed is let go of."""

    def __init__(self) -> None:
        self._held: OrderedDict[UUID, _Held] = OrderedDict()

    def case(self, connection: Any, case_id: UUID) -> Case | None:
        """The case as last committed, if it is here and no other process has changed it."""
        known = self._held.get(case_id)
        if known is None or known.rev == rev_of(connection, case_id):
            return known and known.case
        del self._held[case_id]
        return None

    def keys(self, case_id: UUID) -> Keys:
        """The keys that its words are sealed by, as far as they were needed since it is held."""
        known = self._held.get(case_id)
        return known.keys if known else NO_KEYS

    def hold(
        self, cases: Mapping[UUID, Case], rev: int, keys: Mapping[UUID, Keys] = MappingProxyType({})
    ) -> None:
        """Keep what was committed as transaction `rev`. The keys of an erased case are let go of."""
        for case_id, case in cases.items():
            known = {} if case.is_erased else {**self.keys(case_id), **keys.get(case_id, NO_KEYS)}
            self._held[case_id] = _Held(case, rev, known)
            self._held.move_to_end(case_id)
        while len(self._held) > _MOST:
            self._held.popitem(last=False)
