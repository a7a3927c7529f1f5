"""Is this the person whom we know? How alike two names of North India are, in either script, and why. Pure.

A name is never certain: the score ends at `MOST`, and a person decides. `name_keys` are stored with each
known name; who is looked for by `sought_keys` finds them; who shares the most keys is then scored by `alike`.
"""

from controlroom.clues.names.keys import name_keys, sought_keys
from controlroom.clues.names.likeness import MOST, PROPOSED, SHOWN, Likeness, Reason, alike, likest

__all__ = ["MOST", "PROPOSED", "SHOWN", "Likeness", "Reason", "alike", "likest", "name_keys", "sought_keys"]
