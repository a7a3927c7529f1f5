"""The local encrypted store: event log, projections, full-text search, blobs, drafts, outbox."""

from controlroom.store.profile import Profile, mend_profile, open_profile

__all__ = ["Profile", "mend_profile", "open_profile"]
