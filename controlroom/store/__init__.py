"""The local encrypted store: event log, projections, full-text search, blobs, drafts, outbox."""

from controlroom.store.desk.checkup import is_damage_seen
from controlroom.store.desk.profile import Profile, mend_profile, open_profile

__all__ = ["Profile", "is_damage_seen", "mend_profile", "open_profile"]
